"""What a person does in the first moments, when the window can be seen and nobody is there yet to answer."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from epa_gui.ui.window.main_window import MainWindow


class EarlyInput(QObject):
    """Keeps actions and dropped files in their order, and hands them on once.

    An action that comes after one which opens a form is left out then: the form would have kept it from the window.
    What the window does by itself (find, quit) is not kept: it is done already.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._actions = window.actions_.answered_by_session()
        self._kept: list[Callable[[], None]] = []
        for action in self._actions:
            action.triggered.connect(self._on_action)
        window.files_dropped.connect(self._on_dropped)

    def hand_on(self) -> None:
        """Those who answer are there now."""
        self._window.files_dropped.disconnect(self._on_dropped)
        for action in self._actions:
            action.triggered.disconnect(self._on_action)
        kept, self._kept = self._kept, []
        for do in kept:
            do()

    @Slot()
    def _on_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._kept.append(lambda: self._trigger(action))

    def _trigger(self, action: QAction) -> None:
        from epa_gui.ui.base.form_parent import form_parent  # noqa: PLC0415  after the frame can be seen

        if form_parent(self._window) is self._window:
            action.trigger()

    @Slot(object)
    def _on_dropped(self, paths: list[str]) -> None:
        self._kept.append(lambda: self._window.files_dropped.emit(paths))
