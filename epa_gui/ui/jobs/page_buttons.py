"""Buttons of a job's page, each with the command it gives; at most one of them is what the page is for now."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from epa_gui.ui.base.command import Command
from epa_gui.ui.base.flow_layout import FlowLayout
from epa_gui.ui.base.page import GAP, em, make_primary
from epa_gui.ui.base.roomy_button import RoomyButton


@dataclass(frozen=True, slots=True)
class PageButton:
    """One button.

    Attributes:
        text: What it is called.
        command: What it asks for.
        is_primary: Whether it is the page's one primary button.
        tip: What is said of it beyond its text.
        is_in_menu: Whether the page's menu offers the same, so that it can be left out where room is short.
    """

    text: str
    command: Command
    is_primary: bool = False
    tip: str = ""
    is_in_menu: bool = False


class ButtonRow(QWidget):
    """Some buttons in a row, the primary one first; further down where the row is too narrow.

    Those that stay the same stay as they are: the one with the focus keeps it.

    Signals:
        command_requested: One was pressed (its `Command`).
    """

    command_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[PageButton, ...] = ()
        self._is_away = False
        self._primary = self._new_button()
        make_primary(self._primary)
        self._others: list[QPushButton] = []
        self._commands: dict[QPushButton, Command] = {}
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._flow.setSpacing(em(self, GAP))
        self._flow.addWidget(self._primary)
        self._primary.hide()
        self.hide()

    def primary(self) -> QPushButton | None:
        """The primary button, if there is one."""
        return self._primary if self._primary in self._commands else None

    def in_order(self) -> list[QPushButton]:
        """All there are, also those that are hidden now, as they stand."""
        return [self._primary, *self._others]

    def show_buttons(self, buttons: Sequence[PageButton]) -> None:
        """Show these; none hides the row."""
        if tuple(buttons) == self._shown:
            return
        self._shown = tuple(buttons)
        self._commands.clear()
        others = [button for button in buttons if not button.is_primary]
        primary = next((button for button in buttons if button.is_primary), None)
        while len(self._others) < len(others):
            self._others.append(self._new_button())
            self._flow.addWidget(self._others[-1])
        for widget, button in zip(self._others, others, strict=False):
            self._fill(widget, button)
        for widget in self._others[len(others) :]:
            widget.hide()
        if primary is not None:
            self._fill(self._primary, primary)
        else:
            self._primary.hide()
        self.setVisible(bool(buttons) and not self._is_away)
        self.updateGeometry()

    def stay_away(self, *, is_away: bool) -> None:
        """Whether another row shows the same in its place."""
        self._is_away = is_away
        self.setVisible(bool(self._shown) and not is_away)

    def height_at(self, width: int) -> int:
        """How high it is at that width, also while it is hidden; 0 for no buttons."""
        return self._flow.heightForWidth(width) if self._shown else 0

    def fit_in(self, width: int, *, can_leave_out: bool) -> None:
        """Be one line high: else what the page's menu offers too is left out, as long as that helps.

        Args:
            width: So much room there is.
            can_leave_out: Whether the menu can do now what it offers; else all buttons stay, in several lines.
        """
        gap = self._flow.spacing()
        widths = {each: each.sizeHint().expandedTo(each.minimumSize()).width() + gap for each in self._commands}
        needed = sum(widths.values()) - gap
        others = [button for button in self._shown if not button.is_primary]
        left_out: list[QPushButton] = []
        for widget, button in reversed(list(zip(self._others, others, strict=False))):
            if can_leave_out and button.is_in_menu and needed > width:
                left_out.append(widget)
                needed -= widths[widget]
        for widget in reversed(left_out):  # beside a long one that had to go, a short one may have room
            if needed + widths[widget] <= width:
                left_out.remove(widget)
                needed += widths[widget]
        for widget, _ in zip(self._others, others, strict=False):
            widget.setVisible(widget not in left_out)

    def command_of(self, widget: QWidget | None) -> Command | None:
        """What a button of it asks for; `None` for anything else."""
        return self._commands.get(widget) if isinstance(widget, QPushButton) else None

    def focus_on(self, command: Command) -> None:
        """Give the keyboard to the button that asks for this."""
        for button, its in self._commands.items():
            if its == command:
                button.setFocus()

    def _new_button(self) -> QPushButton:
        button = RoomyButton(self, autoDefault=True)  # Enter presses the one with the focus
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self._on_clicked)
        return button

    def _fill(self, widget: QPushButton, button: PageButton) -> None:
        widget.setText(button.text)
        widget.setToolTip(button.tip)
        widget.setAccessibleDescription(button.tip)
        self._commands[widget] = button.command
        widget.show()

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton) and button in self._commands:
            self.command_requested.emit(self._commands[button])
