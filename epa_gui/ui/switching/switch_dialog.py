"""Switch model: what goes into service, what is live now, what warns of it, and the reason."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from epa_gui.core.switching.switch_case import SwitchCase, SwitchWarning
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.wrapping_text import Text
from epa_gui.ui.switching import switch_case_text as words
from epa_gui.ui.switching.switch_panels import ENTER_KEYS, ChangePanel, ConfirmButton, NoteBox, Panel, SpaceButton

_OF_SCREEN = 0.9
_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


class SwitchDialog(QDialog):
    """Switch model. It is accepted only by a click or Space on its acting button; Enter does nothing anywhere.

    Signals:
        open_results_requested: Open the saved results.
        save_requested: Save the results, which are not saved yet.
    """

    open_results_requested = Signal()
    save_requested = Signal()

    def __init__(self, case: SwitchCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Switch model"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setSizeGripEnabled(True)
        self._case = case
        self._headline = Text(is_bold=True, size=1.2)
        self._change = ChangePanel()
        self._facts = Panel()
        self._facts.setAccessibleName(self.tr("Facts"))
        self._values: dict[str, Text] = {}
        self._open_results = SpaceButton(self.tr("Open results"))
        self._open_results.clicked.connect(self.open_results_requested)
        self._save_results = SpaceButton(self.tr("Save results…"))
        self._save_results.clicked.connect(self.save_requested)
        self._warnings = {warning: NoteBox(is_warning=True) for warning in SwitchWarning}
        self._back = NoteBox(is_warning=True)
        self._no_return = NoteBox(is_warning=True)
        self._original = NoteBox(is_warning=False)
        self._reason = QLineEdit(maxLength=words.LONGEST_REASON)
        self._reason.setAccessibleName(self.tr("Reason"))
        self._reason.textChanged.connect(self._on_reason)
        self._hint = Text()
        self._further = SpaceButton("")
        self._further.setIcon(icon("attention"))
        self._further.setFlat(True)
        self._further.clicked.connect(self._on_further)
        self._cancel = SpaceButton(self.tr("Cancel"))
        self.confirm_button = ConfirmButton(self.tr("Switch model"))
        self.confirm_button.clicked.connect(self.accept)
        self._arrange()
        self.show_case(case)
        self._fit_first_size()

    def _arrange(self) -> None:
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 4, 0)
        column.addWidget(self._headline)
        # What warns comes before the facts, so that it is in sight on a small screen too.
        notes = [self._no_return, self._back, *self._warnings.values()]
        panels: list[Panel] = [self._change, *notes, self._facts, self._original]
        self._fill_facts()
        for panel in panels:
            column.addWidget(panel)
            panel.reached.connect(self._on_reached)
        column.addStretch()
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setMinimumHeight(self.fontMetrics().lineSpacing() * 5)
        self._scroll.setWidget(self._inner)
        self._scroll.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        for watched in (self._back, *self._warnings.values(), self._scroll.viewport()):
            watched.installEventFilter(self)
        heading = QLabel(fill(self.tr("{0}:"), self.tr("Reason")))
        heading.setBuddy(self._reason)
        policy = self._further.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # else coming and going would move what it counts
        self._further.setSizePolicy(policy)
        line = QHBoxLayout()
        line.addWidget(heading, 1)
        line.addWidget(self._further)
        # An accepting role would make the button the default one, whatever it is told itself.
        buttons = QDialogButtonBox()
        buttons.addButton(self.confirm_button, QDialogButtonBox.ButtonRole.DestructiveRole)
        buttons.addButton(self._cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        self._layout = layout = QVBoxLayout(self)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(line)
        for widget in (self._reason, self._hint, buttons):
            layout.addWidget(widget)
        self._set_tab_order(panels)

    def _fill_facts(self) -> None:
        grid = QGridLayout(self._facts)
        grid.setContentsMargins(6, 4, 6, 4)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, (name, text) in enumerate(self._fact_names().items()):
            value = self._values[name] = Text()
            beside = Qt.AlignmentFlag.AlignVCenter if name == "results" else Qt.AlignmentFlag.AlignTop
            label = QLabel(text)
            label.setBuddy(value)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignLeft | beside)
            grid.addWidget(value, row, 1, 1, 1 if name == "results" else 3)
            if name == "results":
                grid.addWidget(self._open_results, row, 2)
                grid.addWidget(self._save_results, row, 3)

    def _fact_names(self) -> dict[str, str]:
        return {
            "model": self.tr("Model"),
            "job": self.tr("Job"),
            "age": self.tr("Age"),
            "results": self.tr("Results"),
            "verdict": self.tr("Verdict"),
        }

    def _set_tab_order(self, panels: list[Panel]) -> None:
        """From above to below; what acts is the last but Cancel, whatever side of it the desktop puts it."""
        stops: list[QWidget] = [*panels[:-1], self._open_results, self._save_results, panels[-1]]
        stops += [self._further, self._reason, self.confirm_button, self._cancel]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _fit_first_size(self) -> None:
        room = QGuiApplication.primaryScreen().availableSize() * _OF_SCREEN
        width = min(self.fontMetrics().averageCharWidth() * 100, room.width())
        self.resize(QSize(width, self._needed_height(width)).boundedTo(room))

    def _grow(self) -> None:
        """A warning that comes while it is open must not push what was in sight out of it, while there is room."""
        room = QGuiApplication.primaryScreen().availableSize() * _OF_SCREEN
        needed = min(self._needed_height(self.width()), room.height())
        if needed > self.height():
            self.resize(self.width(), needed)

    def _needed_height(self, width: int) -> int:
        """How high it has to be at that width to show everything."""
        margins = self._layout.contentsMargins()
        inner_width = width - margins.left() - margins.right() - self._scroll.verticalScrollBar().sizeHint().width()
        around = self._layout.minimumSize().height() - self._scroll.minimumHeight()
        return self._inner.heightForWidth(inner_width) + around + self._hint.heightForWidth(inner_width)

    def show_case(self, case: SwitchCase) -> None:
        """Show it as it stands now; only what reads differently is touched."""
        if _what_is_agreed_to(case) != _what_is_agreed_to(self._case):
            self.confirm_button.wait_a_moment()
        self._case = case
        self._headline.show_text(words.headline(case))
        self._change.show_change(words.live_card(case), words.next_card(case))
        self._show_facts(case)
        self._back.show_note(words.back_note(was_live=case.was_live) if case.is_back else None)
        for warning, box in self._warnings.items():
            box.show_note(words.warning_note(case, warning) if warning in case.warnings else None)
        # It is a warning where the original may be lost by this; later it is only a fact.
        self._no_return.show_note(words.original_note() if case.needs_reason else None)
        self._original.show_note(None if case.needs_reason else words.original_note())
        self._open_results.setVisible(case.has_results)
        self._save_results.setVisible(case.job.saved is None and case.job.can_save)
        self._reason.setPlaceholderText(self.tr("Required") if case.needs_reason else self.tr("Optional"))
        said = [words.warning_note(case, warning).what for warning in case.warnings]
        self.setAccessibleDescription(" ".join([words.headline(case), *said]))
        self.confirm_button.setAccessibleDescription(words.headline(case))
        self._on_reason()
        if self.isVisible():
            self._grow()

    def _show_facts(self, case: SwitchCase) -> None:
        texts = {
            "model": words.model_text(case),
            "job": words.job_text(case),
            "age": words.age_text(case),
            "results": words.results_text(case),
            "verdict": words.verdict_text(case),
        }
        for name, text in texts.items():
            self._values[name].show_text(text)
        names = self._fact_names()
        self._facts.setAccessibleDescription(" ".join(f"{names[name]}: {text}." for name, text in texts.items()))

    @property
    def case(self) -> SwitchCase:
        """What it shows."""
        return self._case

    def fill_reason(self, text: str) -> None:
        """Begin with this reason."""
        self._reason.setText(text)

    def reason(self) -> str:
        """The reason given, on one line; empty for none."""
        return " ".join(self._reason.text().split())

    def accept(self) -> None:
        """Close with success if nothing is missing, else say what is."""
        if self._is_ready():
            super().accept()
            return
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleEvent(self._hint, QAccessible.Event.Alert))

    def _is_ready(self) -> bool:
        return self._case.obstacle is None and (bool(self.reason()) or not self._case.needs_reason)

    @Slot()
    def _on_reason(self) -> None:
        """What is missing, if anything, and whether the button acts."""
        obstacle = self._case.obstacle
        hint = words.obstacle_text(obstacle) if obstacle else words.reason_hint(self._case, self.reason())
        is_news = hint != self._hint.accessibleName() and self.isVisible()
        self._hint.show_text(hint)
        self._reason.setAccessibleDescription(hint)
        self.confirm_button.setEnabled(self._is_ready())
        if is_news and obstacle:
            QAccessible.updateAccessibility(QAccessibleEvent(self._hint, QAccessible.Event.Alert))

    @Slot()
    def _on_reached(self) -> None:
        """The keyboard came to a panel, perhaps from below, where nothing scrolls."""
        panel = self.focusWidget()
        if panel is not None:
            self._scroll.ensureWidgetVisible(panel)

    def _out_of_sight(self) -> list[NoteBox]:
        """Warnings of which the end is further down than what shows."""
        end = self._scroll.verticalScrollBar().value() + self._scroll.viewport().height()
        boxes = [self._back, *self._warnings.values()]
        return [box for box in boxes if not box.isHidden() and box.geometry().bottom() > end]

    @Slot()
    def _on_scrolled(self) -> None:
        """Say that there are warnings further down, beside what is pressed."""
        count = len(self._out_of_sight())
        if count:
            self._further.setText(self.tr("%n warning(s) further down", "", count))
        self._further.setVisible(count > 0)

    @Slot()
    def _on_further(self) -> None:
        """Scroll to the next."""
        for box in self._out_of_sight()[:1]:
            self._scroll.ensureWidgetVisible(box)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A warning came, went or moved, or there is more or less room for them."""
        if event.type() in _MOVES:
            self._on_scrolled()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the reason; say aloud what warns."""
        super().showEvent(event)
        self.confirm_button.wait_a_moment()
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
        for warning in self._case.warnings:
            self._warnings[warning].announce()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does nothing; Escape closes."""
        if event.key() not in ENTER_KEYS:
            super().keyPressEvent(event)


def _what_is_agreed_to(case: SwitchCase) -> tuple[object, ...]:
    """What a person reads before pressing the button: if it changes, a click just begun was for something else."""
    return case.job.key, case.service, case.warnings, case.is_back, case.obstacle
