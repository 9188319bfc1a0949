"""Keeps the keys that end or give up a composition of an input method from doing anything else.

Most platforms hand such a key to the input method alone. Some hand it to the field as well, or first: then Return would
press a form's button and Escape close it, with the half-written word lost (Qt 6.11 commits on Return, and goes on).
"""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_ENDS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_GIVES_UP = Qt.Key.Key_Escape


class Composition(QObject):
    """Listens to whatever field has the keyboard, and to no other."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._field: QWidget | None = None
        self._is_composing = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._field is not None and isValid(self._field):  # a field that goes loses the keyboard before it says so
            self._field.removeEventFilter(self)
            self._field.destroyed.disconnect(self._on_field_destroyed)
        self._field, self._is_composing = None, False
        if now is not None and now.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            self._field = now
            now.installEventFilter(self)
            now.destroyed.connect(self._on_field_destroyed)

    @Slot()
    def _on_field_destroyed(self) -> None:
        self._field, self._is_composing = None, False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold back the key that is the input method's."""
        kind = event.type()
        if kind is QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._is_composing = bool(event.preeditString())
        elif self._is_composing and isinstance(event, QKeyEvent) and event.key() in {*_ENDS, _GIVES_UP}:
            if kind is QEvent.Type.ShortcutOverride:  # else a window's own Escape would come before
                event.accept()
                return True
            if kind is QEvent.Type.KeyPress:
                self._is_composing = False
                method = QGuiApplication.inputMethod()
                (method.commit if event.key() in _ENDS else method.reset)()
                return True
        return super().eventFilter(watched, event)
