"""What was found in the files, one box each: what it is, where, what it means, what to do."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from epa_gui.core.dataset.finding import FindingKind
from epa_gui.core.dataset.inspection import Placed
from epa_gui.core.dataset.repair import RepairKind
from epa_gui.core.dataset.roles import Role
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.icons import icon
from epa_gui.ui.retraining.finding_text import finding_words, place_text

_MOST_SHOWN = 60
_MOST_WHILE_READING = 20
"""What is found grows while a file is read: fewer boxes are kept up to date meanwhile."""

_Key = tuple[Role, FindingKind, int, str]


class FindingBox(QFrame):
    """One finding. A screen reader comes to it by Tab, whether or not it has a button.

    Signals:
        repair_requested: The file's `Role`, a `Repair`, and whether it is wanted (`False` takes that back).
        show_requested: The row it is about is to be shown in the preview (the `Placed` finding).
    """

    repair_requested = Signal(object, object, bool)
    show_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placed: Placed | None = None
        self._looks: tuple[Placed, bool, bool] | None = None
        self._picture = QLabel()
        self._happened = _label(is_bold=True)
        self._place = _label()
        self._place.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._means = _label()
        text = QVBoxLayout()
        text.setSpacing(2)
        for label in (self._happened, self._place, self._means):
            text.addWidget(label)
        self._convert = QPushButton(autoDefault=False)
        self._convert.clicked.connect(self._on_convert)
        self._show = QPushButton(self.tr("Show"), autoDefault=False)
        self._show.clicked.connect(self._on_show)
        buttons = QVBoxLayout()
        buttons.addWidget(self._convert)
        buttons.addWidget(self._show)
        buttons.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(text, 1)
        layout.addLayout(buttons)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)

    def controls(self) -> list[QWidget]:
        """What Tab comes to, in order."""
        return [self, self._convert, self._show]

    def show_placed(self, placed: Placed, *, has_two_files: bool, is_shown: bool) -> None:
        """Show a finding as it stands; only what reads differently is touched."""
        looks = (placed, has_two_files, is_shown)
        if self._looks == looks:
            return
        self._looks = looks
        self._placed = placed
        finding, words = placed.finding, finding_words(placed.finding)
        weight = self._weight(placed)
        name = "finished" if placed.is_mended else "failed" if finding.stops else "attention"
        self._picture.setPixmap(icon(name).pixmap(20, 20))
        self._picture.setAccessibleName(weight)
        self._picture.setToolTip(weight)
        where = " · ".join(part for part in (_file_text(placed) if has_two_files else "", place_text(finding)) if part)
        mended = self.tr("A copy in UTF-8 with a mark is sent. Your file stays as it is.")
        means = mended if placed.is_mended else f"{words.means} {words.to_do}"
        self._happened.setText(self.tr("Will be sent as UTF-8.") if placed.is_mended else words.happened)
        self._place.setText(where)
        self._place.setVisible(bool(where))
        self._means.setText(means)
        self._convert.setVisible(finding.repair is not None and finding.repair.kind is RepairKind.ENCODING)
        self._convert.setText(self.tr("Send as it is") if placed.is_mended else self.tr("Convert to UTF-8"))
        self._show.setVisible(is_shown)
        self._show.setAccessibleDescription(fill(self.tr("Show the place in the preview: {0}"), where))
        self.setAccessibleName(f"{weight}: {words.happened}")
        self.setAccessibleDescription(f"{where} {means}".strip())

    def _weight(self, placed: Placed) -> str:
        if placed.is_mended:
            return self.tr("Mended")
        return self.tr("Must be mended") if placed.finding.stops else self.tr("Advice")

    @Slot()
    def _on_convert(self) -> None:
        if self._placed is not None:
            self.repair_requested.emit(self._placed.role, self._placed.finding.repair, not self._placed.is_mended)

    @Slot()
    def _on_show(self) -> None:
        if self._placed is not None:
            self.show_requested.emit(self._placed)


class FindingList(QScrollArea):
    """All findings. A box stays the same as long as its finding is there, so that nothing flickers or loses focus.

    Signals:
        repair_requested: A box's: the file's `Role`, a `Repair`, and whether it is wanted.
        show_requested: A box's: the `Placed` finding whose row is to be shown.
    """

    repair_requested = Signal(object, object, bool)
    show_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[_Key, FindingBox] = {}
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Findings"))
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)
        self._empty = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(12, 12, 12, 12)
        self._more = _label()
        self._more.setContentsMargins(36, 6, 8, 6)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._more)
        self._column.addStretch(1)
        self._column.addWidget(self._empty)
        self._column.addStretch(1)
        self.setWidget(inner)

    def show_findings(
        self,
        findings: Sequence[Placed],
        *,
        has_two_files: bool,
        in_preview: frozenset[Placed],
        is_reading: bool,
        empty_text: str,
    ) -> None:
        """Show these, stops first.

        Args:
            findings: In their order.
            has_two_files: Whether to say which file each is about.
            in_preview: Those whose place the preview can show.
            is_reading: Whether more will come.
            empty_text: What to say when there are none.
        """
        self._empty.setText(empty_text)
        self._empty.setVisible(not findings)
        most = _MOST_WHILE_READING if is_reading else _MOST_SHOWN
        wanted = {_key(placed): placed for placed in findings[:most]}
        for key in self._boxes.keys() - wanted.keys():
            self._boxes.pop(key).deleteLater()
        for number, (key, placed) in enumerate(wanted.items()):
            box = self._box_at(number, key)
            box.show_placed(placed, has_two_files=has_two_files, is_shown=placed in in_preview)
        self._boxes = {key: self._boxes[key] for key in wanted}
        hidden = len(findings) - len(wanted)
        self._more.setText(self.tr("And %n more.", "", hidden))
        self._more.setVisible(hidden > 0)

    def _box_at(self, number: int, key: _Key) -> FindingBox:
        """The box for a finding, at its place; made if it is new."""
        box = self._boxes.get(key)
        if box is None:
            box = self._boxes[key] = FindingBox()
            box.repair_requested.connect(self.repair_requested)
            box.show_requested.connect(self.show_requested)
        if self._column.indexOf(box) != number:
            self._column.insertWidget(number, box)
        return box

    def controls(self) -> list[QWidget]:
        """What Tab comes to, in order."""
        return [control for box in self._boxes.values() for control in box.controls()]


def _key(placed: Placed) -> _Key:
    return placed.role, placed.finding.kind, placed.finding.column, placed.finding.name


def _file_text(placed: Placed) -> str:
    if placed.role is Role.TRAINING:
        return QCoreApplication.translate("FindingList", "Training file")
    return QCoreApplication.translate("FindingList", "Evaluation file")


def _label(*, is_bold: bool = False) -> QLabel:
    label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    policy = label.sizePolicy()  # changed, not replaced: it knows that the height depends on the width
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
    label.setSizePolicy(policy)
    font = label.font()
    font.setBold(is_bold)
    label.setFont(font)
    return label
