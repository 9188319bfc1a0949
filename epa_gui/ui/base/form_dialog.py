"""What all small forms have in common: fields, below each what is wrong with it, a button that names what it does."""

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSpacerItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from epa_gui.ui.base.announcing import announce
from epa_gui.ui.base.field_trouble import FieldTrouble, TroubleBox
from epa_gui.ui.base.hint import Explanation, Hint
from epa_gui.ui.base.joining import as_label
from epa_gui.ui.base.note_field import NoteField
from epa_gui.ui.base.page import GAP, em, give_buttons_room, make_primary, set_page_margins
from epa_gui.ui.base.speaking import Words, speak

Trouble = tuple[Words, QWidget]
"""What is wrong with a form, and which field to mend."""

_SHARE_OF_SCREEN = 0.9
_ROW_GAP = 0.35
"""Between two rows, in heights of the font."""

_LEAST_WIDTH = 32
"""In heights of the font: the average letter of a Japanese one is half as wide again, and its words are shorter."""

_LEAST_FOOT = 20
"""So many heights of the font wide the foot must be beside the buttons; else it stands above them."""


class FormDialog(QDialog):
    """A form. `trouble` says what is wrong with it; the acting button works only when nothing is.

    It may stand open in one window while another language is chosen in the other: all its words are made anew then, by
    what it was given to make them, and what was entered stays. Nothing of that is said aloud.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)  # one grid: all fields begin at one edge
        self.form.setHorizontalSpacing(em(self, GAP))
        self.form.setVerticalSpacing(em(self, _ROW_GAP))
        self._fields: list[QWidget] = []
        self._hints: dict[QLabel, Words] = {}
        self._troubles: list[FieldTrouble] = []
        self._shown_trouble: FieldTrouble | None = None
        self._has_body = self._scrolls_rows = False
        self._trouble = TroubleBox()
        self._trouble.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.cancel_button: QPushButton = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self.cancel_words: Words = lambda: self.tr("Cancel")
        speak(self, self.say_cancel)
        self.confirm_button: QPushButton = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._layout = layout = QVBoxLayout(self)
        set_page_margins(layout, self)
        layout.setSpacing(em(self, GAP))
        layout.addLayout(self.form)
        layout.addWidget(self._trouble)
        layout.addStretch()
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.addWidget(buttons)
        self._foot_part: QWidget | None = None
        self._buttons = buttons
        layout.addLayout(self._foot)
        self.cancel_button.setAutoDefault(False)
        make_primary(self.confirm_button)
        self.setMinimumWidth(em(self, _LEAST_WIDTH))
        give_buttons_room(self)
        speak(self, self._say_hints)

    def _say_hints(self) -> None:
        for hint, words in self._hints.items():
            hint.setText(words())

    def say_cancel(self, words: Words | None = None) -> None:
        """What the button that closes the form says from now on; without words, what it says already."""
        self.cancel_words = words or self.cancel_words
        self.cancel_button.setText(self.cancel_words())

    def add_row(
        self, label: Words, row: QWidget, field: QWidget | None = None, *, first_line: int | None = None
    ) -> None:
        """A row with its label, which also names its field for screen readers.

        Args:
            label: The field's name.
            row: What stands beside the label.
            field: The field, where the row holds more than that.
            first_line: Where the row is several lines high, how far below its edge the first begins, in pixels.
        """
        named = field or row
        heading = QLabel()
        speak(self, lambda: heading.setText(as_label(label())))
        if not isinstance(named, QAbstractButton):  # which says its own name
            speak(self, lambda: named.setAccessibleName(label()))
            heading.setBuddy(named)
        if isinstance(row, NoteField):
            first_line = row.first_line()
        if first_line is not None:
            heading.setAlignment(Qt.AlignmentFlag.AlignTop)
            heading.setContentsMargins(0, first_line, 0, 0)
        self.form.addRow(heading, row)
        self._fields.append(named)

    def add_fact(self, label: Words, fact: QWidget) -> None:
        """A row that is read and says itself what it says; its label stands beside its first line."""
        heading = QLabel()
        speak(self, lambda: heading.setText(as_label(label())))
        heading.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.form.addRow(heading, fact)

    def add_gap(self) -> None:
        """Here another group of rows begins."""
        self.form.addItem(QSpacerItem(0, em(self, GAP)))

    def add_row_with_button(self, label: Words, field: QWidget, button: QPushButton) -> None:
        """A field with its label, and a button beside it."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(field, 1)
        line.addWidget(button)
        self.add_row(label, row, field)

    def set_body(self, body: QWidget) -> None:
        """Something large below the fields. Both scroll, since large text may make them higher than the screen."""
        self._scrolled = inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        self._has_body = True
        self._layout.removeItem(self.form)
        column.addLayout(self.form)
        column.addWidget(body, 1)
        self._scroll = scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setMinimumWidth(self._scroll_width(inner.minimumSizeHint().width()))
        scroll.setWidget(inner)
        self._layout.insertWidget(0, scroll, 1)

    def _scroll_width(self, wanted: int) -> int:
        """So wide must be what scrolls, to show that much; where the screen is too narrow, the rest is scrolled to."""
        most = QGuiApplication.primaryScreen().availableSize().width() * _SHARE_OF_SCREEN
        return min(wanted + self._scroll.verticalScrollBar().sizeHint().width(), round(most) - 4 * em(self))

    def scroll_rows(self) -> None:
        """All rows are there: with large letters they may be higher than the screen, and scroll then."""
        self.set_body(QWidget())
        self._scrolls_rows = True
        beside = self._scroll_width(self.form.sizeHint().width())  # names stand beside their fields
        self._scroll.setMinimumWidth(max(self._scroll.minimumWidth(), beside))
        self.adjustSize()

    def adjustSize(self) -> None:
        """As large as it has to be; as high as rows that scroll, as far as the screen allows."""
        if not self._scrolls_rows:
            super().adjustSize()
            return
        for _ in range(2):  # a text knows its height once it has its width
            self._activate()
            width = max(self.sizeHint().width(), self.minimumSizeHint().width())
            wanted = QSize(width, self.unscrolled_height(width))
            room = self.screen().availableSize() * _SHARE_OF_SCREEN
            self.resize(wanted.boundedTo(room).expandedTo(QSize(self.width() if self.isVisible() else 0, 0)))

    def _activate(self) -> None:
        """Have everything in the form be as wide as it will be."""
        self._layout.activate()
        layout = self._scrolled.layout()
        if layout is not None:
            layout.activate()
        wanted = self._scroll_width(self._scrolled.minimumSizeHint().width())  # more where rows were unfolded
        self._scroll.setMinimumWidth(max(self._scroll.minimumWidth(), wanted))
        self._scroll.updateGeometry()

    def unscrolled_height(self, width: int) -> int:
        """How high the form is with a large body of which nothing has to be scrolled, at that width; both in pixels."""
        layout, scrolled = self._scrolled.layout(), self._scrolled.sizeHint().height()
        if layout is not None and layout.hasHeightForWidth():  # that of the hint is for its own width
            # Beside a scroll bar: one that is there stays for as long as it would be needed beside itself.
            inner = self._scroll.width() - self._scroll.verticalScrollBar().sizeHint().width()
            scrolled = layout.totalHeightForWidth(inner + width - self.width())
        return self.sizeHint().height() - self._scroll.sizeHint().height() + scrolled

    def add_below(self, widget: QWidget) -> None:
        """Something small just above the buttons."""
        self._layout.insertWidget(self._layout.count() - 1, widget)

    def set_foot(self, widget: QWidget) -> None:
        """Something small left of the buttons; above them where they leave no room for it."""
        self._foot_part = widget
        self._foot.insertWidget(0, widget, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The foot goes above the buttons where the form is too narrow for both."""
        super().resizeEvent(event)
        if self._foot_part is not None:
            least = self.fontMetrics().height() * _LEAST_FOOT + self._buttons.sizeHint().width()
            is_narrow = self.width() < least
            direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
            self._foot.setDirection(direction)

    def _fit_contents(self) -> None:
        """As large as it has to be: lines that wrap are only known to be higher once they have their width."""
        self._layout.activate()
        self.adjustSize()
        self.resize(self.size().expandedTo(self.minimumSizeHint()))  # Qt gives it two thirds of the screen at most
        height = self._layout.totalHeightForWidth(self.width())
        if height > self.height():
            self.resize(self.width(), height)

    def add_hint(self, words: Words | None = None, *, is_outcome: bool = False) -> QLabel:
        """Words below the field before them.

        Args:
            words: What they say at first.
            is_outcome: Whether they tell what came of an act, which is read like the fields; else they explain.
        """
        text = words() if words is not None else ""
        hint = Hint(text) if is_outcome else Explanation(text)
        hint.setVisible(bool(text))
        if words is not None:
            self._hints[hint] = words
        self.form.addRow("", hint)
        return hint

    def say(self, hint: QLabel, words: Words) -> None:
        """Change a hint, aloud."""
        self._hints[hint], text = words, words()
        if hint.text() == text:
            return
        hint.setText(text)
        self.form.setRowVisible(hint, bool(text))
        self._fit_contents()
        if text:
            announce(hint)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field that waits for something."""
        self._choose_grid()
        super().showEvent(event)
        if self._scrolls_rows:
            self.adjustSize()  # now that every text has its width
        elif self._has_body:
            room = self.screen().availableSize() * _SHARE_OF_SCREEN
            self.resize(self.size().expandedTo(self.minimumSizeHint().boundedTo(room)))
        else:
            self._fit_contents()
        for field in self._fields:
            if isinstance(field, QLineEdit | QPlainTextEdit | QSpinBox) and field.isVisible():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _choose_grid(self) -> None:
        """Names stand above their fields where large letters leave no room for them beside: all of them, or none."""
        margins = self._layout.contentsMargins()
        needed = self.form.minimumSize().width() + margins.left() + margins.right()
        if needed <= self.screen().availableSize().width() * _SHARE_OF_SCREEN:
            return
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        if self._has_body:
            self._scroll.setMinimumWidth(self._scroll_width(self._scrolled.minimumSizeHint().width()))

    def trouble(self) -> Trouble | None:
        """What is wrong with the form and which field to mend, or `None`."""
        return None

    def accept(self) -> None:
        """Close with success, or say what is wrong and put the cursor there."""
        found = self.trouble()
        if found is None:
            super().accept()
        else:
            self.show_trouble(*found)

    def trouble_of(
        self, field: QWidget, instead_of: QLabel | None = None, *, clears_itself: bool = True
    ) -> FieldTrouble:
        """Where it is told what is wrong with a field: right below it.

        Args:
            field: The field, which has a row already.
            instead_of: Its explanation, if that is not to be read at the same time.
            clears_itself: Whether nothing is known to be wrong any more as soon as the field is changed.
        """
        made = next((trouble for trouble in self._troubles if trouble.field is field), None)
        if made is not None:
            return made
        made = FieldTrouble(field, instead_of)
        row: QWidget | None = field
        while row is not None and self.form.indexOf(row) < 0:
            row = row.parentWidget()
        place = self.form.getWidgetPosition(row)[0] + 1 if row is not None else self.form.rowCount()  # type: ignore[index]
        self.form.insertRow(place, "", made)
        self.form.setRowVisible(made, False)  # noqa: FBT003  Qt's own signature
        self._troubles.append(made)
        made.changed.connect(self._on_trouble)
        if clears_itself:
            made.go_with_change()
        return made

    @Slot()
    def _on_trouble(self) -> None:
        """Troubles have the room they need, some of them that of an explanation."""
        for trouble in self._troubles:
            self.form.setRowVisible(trouble, trouble.is_needed)
            told = trouble.explanation()
            if told is not None:
                self.form.setRowVisible(told, not trouble.is_needed)
        if self._has_body:
            self.adjustSize()
        else:
            self._fit_contents()

    def show_trouble(self, words: Words, field: QWidget) -> None:
        """Say aloud what is wrong with a field, and put the cursor there."""
        self.clear_trouble()
        self._shown_trouble = self.trouble_of(field)
        self._shown_trouble.show_error(words)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._show_trouble_in_view)  # when all rows have their places

    @Slot()
    def _show_trouble_in_view(self) -> None:
        if self._has_body and self._shown_trouble is not None:
            for widget in (self._shown_trouble, self._shown_trouble.field):
                self._scroll.ensureWidgetVisible(widget)

    def say_trouble(self, words: Words) -> None:
        """Say aloud what is wrong, where that is not about one of the fields."""
        self._trouble.show_words(words, is_error=True)
        self._trouble.show()
        self._trouble.announce()

    @Slot()
    def clear_trouble(self) -> None:
        """Nothing is wrong any more."""
        self._trouble.hide()
        if self._shown_trouble is not None:
            self._shown_trouble.clear()
            self._shown_trouble = None
