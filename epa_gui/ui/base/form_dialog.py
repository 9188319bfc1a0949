"""What all small forms have in common: fields, a line that says what is wrong, a button that names what it does."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
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
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from epa_gui.core.text.foreign_text import fill

_SHARE_OF_SCREEN = 0.9
_LEAST_FOOT = 20
"""So many heights of the font wide the foot must be beside the buttons; else it stands above them."""


class Hint(QLabel):
    """A few lines of plain text that always get the room they need; a form would cut wrapped lines off."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def minimumSizeHint(self) -> QSize:
        """As high as the text is at its width, or at the one a form has at least."""
        width = self.fontMetrics().averageCharWidth() * 56
        return QSize(width, self.heightForWidth(max(width, self.width() if self.isVisible() else 0)))

    def sizeHint(self) -> QSize:
        """The same."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes it higher or lower."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class FormDialog(QDialog):
    """A form. `trouble` says what is wrong with it; the acting button works only when nothing is."""

    def __init__(self, title: str, button_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._fields: list[QWidget] = []
        self._trouble = Hint()
        self._trouble.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        self.confirm_button: QPushButton = buttons.addButton(button_text, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._layout = layout = QVBoxLayout(self)
        layout.addLayout(self.form)
        layout.addWidget(self._trouble)
        layout.addStretch()
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.addWidget(buttons)
        self._foot_part: QWidget | None = None
        self._buttons = buttons
        layout.addLayout(self._foot)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.confirm_button.setDefault(True)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 72)

    def add_row(self, label: str, row: QWidget, field: QWidget | None = None) -> None:
        """A row with its label, which also names its field for screen readers.

        Args:
            label: The field's name.
            row: What stands beside the label.
            field: The field, where the row holds more than that.
        """
        field = field or row
        field.setAccessibleName(label)
        heading = QLabel(fill(self.tr("{0}:"), label))
        heading.setBuddy(field)
        self.form.addRow(heading, row)
        self._fields.append(field)

    def add_row_with_button(self, label: str, field: QWidget, button: QPushButton) -> None:
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
        self._layout.removeItem(self.form)
        column.addLayout(self.form)
        column.addWidget(body, 1)
        self._scroll = scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # At large letters a screen may be too narrow for it: then what stands at its right is scrolled to.
        most = QGuiApplication.primaryScreen().availableSize().width() * _SHARE_OF_SCREEN
        wanted = inner.minimumSizeHint().width() + scroll.verticalScrollBar().sizeHint().width()
        scroll.setMinimumWidth(min(wanted, round(most) - 4 * self.fontMetrics().height()))
        scroll.setWidget(inner)
        self._layout.insertWidget(0, scroll, 1)

    def unscrolled_height(self) -> int:
        """How high the form is with a large body of which nothing has to be scrolled, in pixels."""
        scrolled, shown = self._scrolled.sizeHint().height(), self._scroll.sizeHint().height()
        return self.sizeHint().height() - shown + scrolled

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
        height = self._layout.totalHeightForWidth(self.width())
        if height > self.height():
            self.resize(self.width(), height)

    def add_hint(self, text: str = "") -> QLabel:
        """A line of explanation below the field before it."""
        hint = Hint(text)
        hint.setVisible(bool(text))
        self.form.addRow("", hint)
        return hint

    def say(self, hint: QLabel, text: str) -> None:
        """Change a hint, aloud."""
        if hint.text() == text:
            return
        hint.setText(text)
        self.form.setRowVisible(hint, bool(text))
        self._fit_contents()
        if text:
            QAccessible.updateAccessibility(QAccessibleEvent(hint, QAccessible.Event.Alert))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field that waits for something."""
        super().showEvent(event)
        for field in self._fields:
            if isinstance(field, QLineEdit | QPlainTextEdit | QSpinBox) and field.isVisible():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def trouble(self) -> tuple[str, QWidget] | None:
        """What is wrong with the form and which field to mend, or `None`."""
        return None

    def accept(self) -> None:
        """Close with success, or say what is wrong and put the cursor there."""
        found = self.trouble()
        if found is None:
            super().accept()
            return
        text, field = found
        self.say_trouble(text)
        self._fit_contents()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_trouble(self, text: str) -> None:
        """Say what is wrong, aloud."""
        self._trouble.setText("⚠ " + text)
        self._trouble.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._trouble, QAccessible.Event.Alert))

    def clear_trouble(self) -> None:
        """Nothing is wrong any more."""
        self._trouble.hide()
