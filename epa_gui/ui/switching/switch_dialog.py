"""Switch model: what goes into service, what is live now, what warns of it, and the reason."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from epa_gui.core.switching.switch_case import SwitchCase, SwitchWarning
from epa_gui.ui.base.announcing import announce
from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.joining import as_label
from epa_gui.ui.base.page import GAP, NOTE, em, give_buttons_room, make_primary, set_page_margins
from epa_gui.ui.base.soft_text import SoftText
from epa_gui.ui.base.speaking import speak
from epa_gui.ui.base.wrapping_text import Text
from epa_gui.ui.switching import switch_fact_text as facts
from epa_gui.ui.switching import switch_note_text as notes
from epa_gui.ui.switching.switch_facts_panel import BETWEEN, FactsPanel, name_label
from epa_gui.ui.switching.switch_panels import ENTER_KEYS, ChangePanel, ConfirmButton, NoteBox, SpaceButton

_OF_SCREEN = 0.9
_WIDTH = 44
"""Of the dialog at first, in heights of the font: a letter's average width differs twofold between languages."""
_APART = 0.75
"""Between what scrolls, the reason and the buttons, in heights of the font."""

_GRAVE = list(SwitchWarning).index(SwitchWarning.NOT_OPENED)
"""So many of the warnings come before what is told of switching back; the others after that."""

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
        speak(self, lambda: self.setWindowTitle(self.tr("Switch model")))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setSizeGripEnabled(True)
        self._case = case
        self._headline = Text(is_bold=True, size=1.2)
        self._change = ChangePanel()
        self._facts = FactsPanel()
        self._facts.open_results.clicked.connect(self.open_results_requested)
        self._facts.save_results.clicked.connect(self.save_requested)
        self._warnings = {warning: NoteBox() for warning in SwitchWarning}
        self._back = NoteBox()
        self._no_return = NoteBox()
        self._reason = QLineEdit(maxLength=notes.LONGEST_REASON)
        speak(self, lambda: self._reason.setAccessibleName(self.tr("Reason")))
        self._reason.textChanged.connect(self._on_reason)
        self._hint = SoftText(size=NOTE)
        self._further = SpaceButton()
        self._further.setIcon(icon("attention"))
        self._further.setFlat(True)
        self._further.clicked.connect(self._on_further)
        self._cancel = SpaceButton()
        speak(self, lambda: self._cancel.setText(self.tr("Cancel")))
        self.confirm_button = ConfirmButton()
        speak(self, lambda: self.confirm_button.setText(self.tr("Switch model")))
        self.confirm_button.clicked.connect(self.accept)
        self._arrange()
        self.show_case(case)
        speak(self, self._say_again)
        give_buttons_room(self)
        self._fit_first_size()

    def _say_again(self) -> None:
        """All that depends on the case."""
        self._say_case(self._case)
        self._say_hint()
        self._on_scrolled()

    def _arrange(self) -> None:
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, GAP))
        column.addWidget(self._headline)
        column.addWidget(self._change)
        # What warns comes before the facts, so that it is in sight on a small screen too.
        self._notes = [*list(self._warnings.values())[:_GRAVE], self._no_return, self._back]
        self._notes += list(self._warnings.values())[_GRAVE:]
        for note in self._notes:
            column.addWidget(note)
        column.addWidget(self._facts)
        for panel in (self._change, *self._notes, self._facts):
            panel.reached.connect(self._on_reached)
        column.addStretch()
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setMinimumHeight(self.fontMetrics().lineSpacing() * 5)
        self._scroll.setWidget(self._inner)
        self._scroll.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        for watched in (*self._notes, self._scroll.viewport()):
            watched.installEventFilter(self)
        policy = self._further.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # else coming and going would move what it counts
        self._further.setSizePolicy(policy)
        # An accepting role would make the button the default one, whatever it is told itself.
        buttons = QDialogButtonBox()
        buttons.addButton(self.confirm_button, QDialogButtonBox.ButtonRole.DestructiveRole)
        buttons.addButton(self._cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        make_primary(self.confirm_button)  # to look at: no Enter presses it
        self.confirm_button.setDefault(False)
        self._layout = layout = QVBoxLayout(self)
        set_page_margins(layout, self)
        layout.setSpacing(em(self, _APART))
        layout.addWidget(self._scroll, 1)
        layout.addLayout(self._reason_form())
        layout.addWidget(buttons)
        self._order_notes()

    def _reason_form(self) -> QGridLayout:
        """The reason as one more row of the facts, which does not scroll with them."""
        heading = name_label(self._reason)
        speak(self, lambda: heading.show_text(as_label(self.tr("Reason"))))
        names_width = max(self._facts.names_width, heading.sizeHint().width())
        self._facts.set_names_width(names_width)
        grid = QGridLayout()
        grid.setHorizontalSpacing(em(self, BETWEEN))
        grid.setVerticalSpacing(em(self, 0.2))
        grid.setColumnMinimumWidth(0, names_width)
        grid.setColumnStretch(1, 1)
        grid.addWidget(heading, 0, 0)
        grid.addWidget(self._reason, 0, 1, 1, 2)
        grid.addWidget(self._hint, 1, 1)
        grid.addWidget(self._further, 1, 2)
        return grid

    def _order_notes(self) -> None:
        """The gravest of what is told stands first, as a warning; the others are plain lines below it.

        What may be mere chance is a plain line even where there is nothing else.
        """
        notes_told, perhaps = self._told_notes(), self._warnings[SwitchWarning.PERHAPS_BEHIND_LIVE]
        gravest = next((box for box, note in notes_told if note is not None and box is not perhaps), None)
        for box, note in notes_told:
            box.show_note(note, is_strong=box is gravest)
        self._set_tab_order()

    def _told_notes(self) -> list[tuple[NoteBox, notes.Note | None]]:
        """What there is to say in each box, as they stand."""
        case = self._case
        found: dict[NoteBox, notes.Note | None] = {
            box: notes.warning_note(case, warning) if warning in case.warnings else None
            for warning, box in self._warnings.items()
        }
        found[self._back] = notes.back_note(was_live=case.was_live) if case.is_back else None
        found[self._no_return] = notes.original_note() if case.may_lose_original else None
        return [(box, found[box]) for box in self._notes]

    def _set_tab_order(self) -> None:
        """From above to below; what acts is the last but Cancel, whatever side of it the desktop puts it."""
        stops: list[QWidget] = [self._change, *self._notes, self._facts]
        stops += [self._facts.open_results, self._facts.save_results]
        stops += [self._further, self._reason, self.confirm_button, self._cancel]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _fit_first_size(self) -> None:
        room = QGuiApplication.primaryScreen().availableSize() * _OF_SCREEN
        width = min(em(self, _WIDTH), room.width())
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
        return self._inner.heightForWidth(inner_width) + around + self._hint_lines(inner_width)

    def _hint_lines(self, width: int) -> int:
        """How much higher what stands below the reason is than the button beside it, in pixels."""
        return max(0, self._hint.heightForWidth(width // 2) - self._further.sizeHint().height())

    def show_case(self, case: SwitchCase) -> None:
        """Show it as it stands now; only what reads differently is touched."""
        if _what_is_agreed_to(case) != _what_is_agreed_to(self._case):
            self.confirm_button.wait_a_moment()
        self._case = case
        self._say_case(case)
        self._on_reason()
        if self.isVisible():
            self._grow()

    def _say_case(self, case: SwitchCase) -> None:
        self._headline.show_text(facts.headline(case))
        self._change.show_change(facts.live_card(case), facts.next_card(case))
        self._facts.show_facts(case)
        self._order_notes()
        self._reason.setPlaceholderText(self.tr("Required") if case.needs_reason else self.tr("Optional"))
        said = [notes.warning_note(case, warning).what for warning in case.warnings]
        self.setAccessibleDescription("\n".join([facts.headline(case), *said]))
        self.confirm_button.setAccessibleDescription(facts.headline(case))

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
        announce(self._hint)

    def _is_ready(self) -> bool:
        return self._case.obstacle is None and (bool(self.reason()) or not self._case.needs_reason)

    @Slot()
    def _on_reason(self) -> None:
        """What is missing, if anything, and whether the button acts."""
        before = self._hint.accessibleName()
        self._say_hint()
        self.confirm_button.setEnabled(self._is_ready())
        if self._hint.accessibleName() != before and self.isVisible() and self._case.obstacle:
            announce(self._hint)

    def _say_hint(self) -> None:
        obstacle = self._case.obstacle
        hint = notes.obstacle_text(obstacle) if obstacle else notes.reason_hint(self._case, self.reason())
        self._hint.show_text(hint)
        self._reason.setAccessibleDescription(hint)

    @Slot()
    def _on_reached(self) -> None:
        """The keyboard came to a panel, perhaps from below, where nothing scrolls."""
        panel = self.focusWidget()
        if panel is not None:
            self._scroll.ensureWidgetVisible(panel)

    def _out_of_sight(self) -> list[NoteBox]:
        """Warnings of which the end is further down than what shows."""
        end = self._scroll.verticalScrollBar().value() + self._scroll.viewport().height()
        return [box for box in self._notes if not box.isHidden() and box.geometry().bottom() > end]

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
