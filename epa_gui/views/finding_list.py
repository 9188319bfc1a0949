"""What was found in the files, one box each: what it is, where, what it means, what to do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from epa_gui.dataset.finding import CONVERTIBLE
from epa_gui.dataset.inspection import Placed
from epa_gui.dataset.roles import Role
from epa_gui.models.finding_wording import finding_words, place_text
from epa_gui.views.icons import icon

_MOST_SHOWN = 60


class FindingBox(QFrame):
    """One finding."""

    convert_wanted = Signal(object, bool)
    show_wanted = Signal(object)

    def __init__(self, placed: Placed, *, has_two_files: bool, is_shown: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placed = placed
        finding = placed.finding
        words = finding_words(finding)
        picture = QLabel()
        name = "finished" if placed.is_mended else "failed" if finding.stops else "attention"
        picture.setPixmap(icon(name).pixmap(20, 20))
        weight = self.tr("Must be mended") if finding.stops else self.tr("Advice")
        weight = self.tr("Mended") if placed.is_mended else weight
        picture.setAccessibleName(weight)
        picture.setToolTip(weight)
        happened = _label(words.happened, is_bold=True)
        where = " · ".join(part for part in (self._file(has_two_files=has_two_files), place_text(finding)) if part)
        mended = self.tr("A copy in UTF-8 with a mark is sent. Your file stays as it is.")
        means = _label(mended if placed.is_mended else " ".join(part for part in (words.means, words.to_do) if part))
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(happened)
        if where:
            place = _label(where)
            place.setForegroundRole(self.palette().ColorRole.PlaceholderText)
            text.addWidget(place)
        text.addWidget(means)
        buttons = QVBoxLayout()
        if finding.kind in CONVERTIBLE:
            self._convert = self._button(self.tr("Send as it is") if placed.is_mended else self.tr("Convert to UTF-8"))
            self._convert.clicked.connect(self._on_convert)
            buttons.addWidget(self._convert)
        if is_shown:
            show = self._button(self.tr("Show"))
            show.setAccessibleDescription(self.tr("Show the place in the preview"))
            show.clicked.connect(self._on_show)
            buttons.addWidget(show)
        buttons.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addWidget(picture, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(text, 1)
        layout.addLayout(buttons)
        self.setAccessibleName(f"{weight}: {words.happened}")
        self.setAccessibleDescription(f"{where} {words.means} {words.to_do}")

    def _file(self, *, has_two_files: bool) -> str:
        if not has_two_files:
            return ""
        return self.tr("Training file") if self._placed.role is Role.TRAINING else self.tr("Evaluation file")

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        return button

    @Slot()
    def _on_convert(self) -> None:
        self.convert_wanted.emit(self._placed.role, not self._placed.is_mended)

    @Slot()
    def _on_show(self) -> None:
        self.show_wanted.emit(self._placed)


class FindingList(QScrollArea):
    """All findings; built anew only when they changed, so that nothing flickers while a file is read."""

    convert_wanted = Signal(object, bool)
    show_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Placed, ...] | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Findings"))
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)
        self._empty = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.show_findings((), has_two_files=False, in_preview=frozenset(), empty_text="")

    def show_findings(
        self, findings: Sequence[Placed], *, has_two_files: bool, in_preview: frozenset[Placed], empty_text: str
    ) -> None:
        """Show these, stops first.

        Args:
            findings: In their order.
            has_two_files: Whether to say which file each is about.
            in_preview: Those whose place the preview can show.
            empty_text: What to say when there are none.
        """
        if not findings:
            self._shown = ()
            label = QLabel(empty_text, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
            label.setContentsMargins(12, 12, 12, 12)
            self.setWidget(label)
            return
        if tuple(findings) == self._shown:
            return
        self._shown = tuple(findings)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for placed in findings[:_MOST_SHOWN]:
            box = FindingBox(placed, has_two_files=has_two_files, is_shown=placed in in_preview)
            box.convert_wanted.connect(self.convert_wanted)
            box.show_wanted.connect(self.show_wanted)
            column.addWidget(box)
            line = QFrame()
            line.setFrameShape(QFrame.Shape.HLine)
            line.setForegroundRole(self.palette().ColorRole.Mid)
            column.addWidget(line)
        if len(findings) > _MOST_SHOWN:
            more = _label(self.tr("And %n more.", "", len(findings) - _MOST_SHOWN))
            more.setContentsMargins(36, 6, 8, 6)
            column.addWidget(more)
        column.addStretch(1)
        place = self.verticalScrollBar().value()
        self.setWidget(inner)
        self.verticalScrollBar().setValue(place)


def _label(text: str, *, is_bold: bool = False) -> QLabel:
    label = QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    policy = label.sizePolicy()  # changed, not replaced: it knows that the height depends on the width
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
    label.setSizePolicy(policy)
    font = label.font()
    font.setBold(is_bold)
    label.setFont(font)
    return label
