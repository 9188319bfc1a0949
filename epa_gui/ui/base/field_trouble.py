"""What is wrong with a field, right below it, with a button where something else can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from epa_gui.ui.base.form_dialog import FormDialog, Hint
from epa_gui.ui.base.page import em
from epa_gui.ui.base.tinting import ATTENTION, FAILED, TintedFrame


class FieldTrouble(TintedFrame):
    """One trouble of one field, or hidden. The field says it too, to whoever comes to it with a screen reader.

    Signals:
        act_requested: The button was pressed.
    """

    act_requested = Signal()

    def __init__(self, form: FormDialog, field: QWidget) -> None:
        """Stand below the last row of a form.

        Args:
            form: The form.
            field: What the trouble is with.
        """
        super().__init__()
        self._form = form
        self._field = field
        self._text = Hint()
        self._button = QPushButton()
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self.act_requested)
        layout = QVBoxLayout(self)
        side = em(self, 0.5)
        layout.setContentsMargins(side, side // 2, side, side // 2)
        layout.addWidget(self._text)
        layout.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignLeft)
        form.form.addRow("", self)
        form.form.setRowVisible(self, False)  # noqa: FBT003  Qt's own signature

    def text(self) -> str:
        """What is said; empty for nothing."""
        return self._text.text() if not self.isHidden() else ""

    def show_error(self, text: str) -> None:
        """The field cannot stay as it is."""
        self._show("⚠ " + text, "", is_error=True)

    def show_doubt(self, text: str, act: str) -> None:
        """The field may be right; a button with this text goes on with it."""
        self._show("⚠ " + text, act, is_error=False)

    def _show(self, text: str, act: str, *, is_error: bool) -> None:
        self.tint(FAILED if is_error else ATTENTION)
        self._text.setText(text)
        self._button.setText(act)
        self._button.setVisible(bool(act))
        self._field.setAccessibleDescription(text)
        self._form.form.setRowVisible(self, True)  # noqa: FBT003  Qt's own signature
        self._form.adjustSize()
        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Nothing is wrong any more."""
        if self.isHidden():
            return
        self._field.setAccessibleDescription("")
        self._form.form.setRowVisible(self, False)  # noqa: FBT003  Qt's own signature
        self._form.adjustSize()
