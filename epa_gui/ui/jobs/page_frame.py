"""What a job's page stands in: it scrolls, and where it is low its buttons stand below what is scrolled."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from epa_gui.ui.base.page import GAP, em
from epa_gui.ui.base.wrapping_text import Text
from epa_gui.ui.jobs.page_buttons import ButtonRow
from epa_gui.ui.jobs.stepper import Stepper

_SIDE, _TOP, _BOTTOM = 1.0, 0.75, 0.1
_LOW_TOP, _LOW_GAP = 0.3, 0.3
_BETWEEN_NAMES, _BESIDE_NAMES, _SLACK = 0.1, 0.7, 0.4
_FOOT = 0.4
"""Its margins, and its upper one, what is between its parts and what is around its foot where it is low; in heights of
the font."""

LEAST_HEIGHT = 5
"""So much of it can be seen at least, in heights of the font."""

_LOW_TITLE_LINES = 2
_LEAST_SCROLLED = 1.0
"""So much is left above the foot, in heights of the font, however many lines the buttons take."""

_BELOW, _BESIDE = ((0, 0, 1, 2), (1, 0, 1, 3)), ((0, 0, 1, 1), (0, 1, 1, 1))
"""Where title and model stand in the head: row, column, and how many of each."""


class PageFrame(QWidget):
    """Arranges the parts of a page by the height there is.

    Attributes:
        column: The parts, from top to bottom.
        head: The title and the menu beside it, below them the model; there is room for more in its third row.
        foot: The buttons, where they have no room in the column.
    """

    def __init__(
        self,
        title: Text,
        model: Text,
        *,
        more: QWidget,
        stepper: Stepper,
        box: QWidget,
        boxed: ButtonRow,
        buttons: ButtonRow,
    ) -> None:
        """Empty: whoever makes it fills the column.

        Args:
            title: What the page is called; where it is low, in two lines at most.
            model: What stands below that, or beside it; where it is low, in one line.
            more: What stands at the right of both.
            stepper: Is one line high where the page is low.
            box: Says what is wrong.
            boxed: The buttons in it.
            buttons: Those below what is said.
        """
        super().__init__()
        self._title, self._model, self._more, self._stepper, self._box = title, model, more, stepper, box
        self._boxed, self._buttons = boxed, buttons
        self._is_low = False
        self._is_listed = True
        self.foot = ButtonRow()
        self.head = QGridLayout()
        self.head.setHorizontalSpacing(em(self, _BESIDE_NAMES))
        self.head.setVerticalSpacing(em(self, _BETWEEN_NAMES))
        self.head.addWidget(more, 0, 2, Qt.AlignmentFlag.AlignTop)
        self._is_beside: bool | None = None
        self._inner = QWidget()
        self.column = QVBoxLayout(self._inner)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the keyboard, and is scrolled to
        self._scroll.setWidget(self._inner)
        self._foot_place = QWidget()
        self._foot_rule = QFrame()  # what is above it is cut off there, and goes on
        self._foot_rule.setFrameShape(QFrame.Shape.HLine)
        self._foot_rule.setFrameShadow(QFrame.Shadow.Sunken)
        below = QVBoxLayout(self._foot_place)
        below.setContentsMargins(em(self, _SIDE), em(self, _FOOT), em(self, _SIDE), em(self, _FOOT))
        below.addWidget(self.foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._foot_rule)
        layout.addWidget(self._foot_place)
        self._take_form()
        self._arrange_names()

    def to_top(self) -> None:
        """Scroll back to where the page begins."""
        self._scroll.verticalScrollBar().setValue(0)

    def primary(self) -> QPushButton | None:
        """The one button that does what the page is for now, where it can be seen."""
        return self.foot.primary() if self._is_low else self._boxed.primary() or self._buttons.primary()

    def full_height(self, *, is_whole: bool = True) -> int:
        """How high it would be with its buttons and all steps in their places.

        Args:
            is_whole: Whether to the end; else to the last of the buttons.
        """
        self._settle()
        margins = self.column.contentsMargins()
        bar = 0 if is_whole else self._scroll.verticalScrollBar().sizeHint().width()  # the facts are scrolled
        width = max(1, self.width() - margins.left() - margins.right() - bar)
        heights = []
        for item in filter(None, (self.column.itemAt(place) for place in range(self.column.count()))):
            part = item.widget()
            if part is self._stepper:
                heights.append(self._stepper.full_height(width))
            elif part is self._buttons:
                heights += filter(None, [self._buttons.height_at(width)])
                if not is_whole:
                    break
            elif not item.isEmpty() and item.spacerItem() is None:
                height = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
                left_out = 0
                if self._is_low and part is self._box:
                    left_out = self._boxed.height_at(width)
                elif self._is_low and part is None:
                    left_out = self._left_out_of_names()
                heights.append(left_out + max(height, item.minimumSize().height()))
        return em(self, _TOP) + sum(heights) + (len(heights) - 1) * em(self, GAP) + margins.bottom()

    def _settle(self) -> None:
        """Have its parts lay out what they were told: until then they answer with the heights of before."""
        for layout in reversed(self._inner.findChildren(QLayout)):  # those within others come first
            layout.activate()

    def show_listed(self, *, is_listed: bool) -> None:
        """Whether the list shows the job: the menu is about what is selected there, and offers nothing otherwise."""
        if is_listed is not self._is_listed:
            self._is_listed = is_listed
            self.fit()

    def fit(self, *, is_new: bool = False) -> None:
        """Keep the buttons in view: where the page is too low for that, they stand at its foot, whatever is scrolled.

        A little more room is wanted for the way back, so that it is not to and fro while a window is drawn larger.

        Args:
            is_new: Whether something else is shown than before: its form is not that of what was shown there.
        """
        if is_new and self._is_low:
            self._is_low = False  # measured as it would stand in full: what comes next decides by the height alone
            self._take_form()
            self._arrange_names()
        is_low = self.height() < self.full_height(is_whole=False) + (em(self, 1) if self._is_low else 0)
        if is_low is not self._is_low:
            self._is_low = is_low
            self._take_form()
        if is_low:
            self.foot.fit_in(self.width() - 2 * em(self, _SIDE), can_leave_out=self._is_listed)
        self._arrange_names()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room, or less."""
        super().resizeEvent(event)
        self.fit()

    def _take_form(self) -> None:
        is_low = self._is_low
        rows = (self._boxed, self._buttons, self.foot)
        focused = QApplication.focusWidget()
        commands = [row.command_of(focused) for row in rows]
        for part in (self._foot_rule, self._foot_place):
            part.setVisible(is_low)
        # What a style wants for scrolling, in pixels whatever the letters are, would take from the buttons' last line.
        self._scroll.setMinimumHeight(em(self, _LEAST_SCROLLED) if is_low else 0)
        self.setMinimumHeight(em(self, LEAST_HEIGHT) if is_low else 0)
        for row in rows:
            row.stay_away(is_away=(row is self.foot) is not is_low)
        for command in commands:
            for row in rows:
                if command is not None and not row.isHidden():
                    row.focus_on(command)  # it had the keyboard, and keeps it
        self._stepper.be_low(is_low=is_low)
        self._title.show_lines(_LOW_TITLE_LINES if is_low else 0)
        self._model.show_lines(1 if is_low else 0)
        self.column.setSpacing(em(self, _LOW_GAP if is_low else GAP))
        side, top = em(self, _SIDE), em(self, _LOW_TOP if is_low else _TOP)
        self.column.setContentsMargins(side, top, side, em(self, _BOTTOM))

    def _arrange_names(self) -> None:
        """Where height is short the model stands beside the title, if both have room there."""
        widths = [label.fontMetrics().horizontalAdvance(label.accessibleName()) for label in (self._title, self._model)]
        room = self._width_of_names() - em(self, 2 * _BESIDE_NAMES + _SLACK)
        is_beside = self._is_low and sum(widths) <= room
        if is_beside is not self._is_beside:
            self._is_beside = is_beside
            for label, place in zip((self._title, self._model), _BESIDE if is_beside else _BELOW, strict=True):
                self.head.removeWidget(label)
                self.head.addWidget(label, *place)
        for column, width in enumerate((widths[0] + em(self, _SLACK), room - widths[0]) if is_beside else (1, 0)):
            self.head.setColumnStretch(column, width)

    def _width_of_names(self) -> int:
        """What the page leaves beside the menu, also before it is laid out, with or without a scroll bar."""
        return self._width_of_head() - self._more_size().width()

    def _width_of_head(self) -> int:
        return self.width() - 2 * em(self, _SIDE) - self._scroll.verticalScrollBar().sizeHint().width()

    def _more_size(self) -> QSize:
        return self._more.sizeHint().expandedTo(self._more.minimumSize())

    def _left_out_of_names(self) -> int:
        """So much higher the head would be in full, with the model below the title."""
        width = self._width_of_head()
        whole = max(self._title.whole_height(self._width_of_names()), self._more_size().height())
        if not self._model.isHidden():
            whole += em(self, _BETWEEN_NAMES) + self._model.whole_height(width)
        third = self.head.itemAtPosition(2, 0)
        if third is not None and not third.isEmpty():
            height = third.heightForWidth(width) if third.hasHeightForWidth() else third.sizeHint().height()
            whole += em(self, _BETWEEN_NAMES) + height
        return max(0, whole - self.head.heightForWidth(width))
