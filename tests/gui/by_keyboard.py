"""Walks a window by Tab alone, as somebody does who has no mouse, and says what cannot be reached."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QComboBox,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QRadioButton,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QToolBar,
    QToolButton,
    QWidget,
)

from tests.gui.at_desk import AtDesk

_INPUTS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
_WHOLE = (QAbstractSpinBox, QComboBox, QLineEdit, QTabBar, QAbstractItemView, QMenuBar)
"""What stands for its own parts: a spin box for its field, a tab bar for its arrows, a list for its headings."""

_MOST_STEPS = 300


def inputs(window: QWidget) -> list[QWidget]:
    """Everything in a window that takes a press, a choice or a text now."""
    found = []
    for widget in window.findChildren(QWidget):
        is_part = any(isinstance(parent, _WHOLE) for parent in _parents(widget, window))
        takes = isinstance(widget, _INPUTS) or _takes_the_keyboard(widget)
        if not takes or is_part or isinstance(widget, QHeaderView | QScrollBar):
            continue
        if widget.isVisible() and widget.isEnabled() and widget.window() is window and not _is_of_a_tool_bar(widget):
            found.append(widget)
    return found


def _takes_the_keyboard(widget: QWidget) -> bool:
    """A widget of the program's own that has keys."""
    is_own = type(widget).__module__.startswith("epa_gui") and "keyPressEvent" in type(widget).__dict__
    return is_own and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _is_of_a_tool_bar(widget: QWidget) -> bool:
    """A button whose act is in a menu with its keys, or that only unfolds what has keys of its own."""
    if not isinstance(widget.parent(), QToolBar) or not isinstance(widget, QToolButton):
        return False
    acts = widget.actions()
    return widget.objectName() == "qt_toolbar_ext_button" or any(not act.shortcut().isEmpty() for act in acts)


def _parents(widget: QWidget, window: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        yield parent
        parent = parent.parentWidget()


def walk(desk: AtDesk, window: QWidget, *, back: bool = False) -> list[QWidget]:
    """All that Tab, or Shift+Tab, comes to, from where the keyboard is until it is there again."""
    window.activateWindow()
    desk.until(window.isActiveWindow)
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    keys = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
    reached: list[QWidget] = []
    for _ in range(_MOST_STEPS):
        before = QApplication.focusWidget()
        QTest.keyClick(before or window, key, keys)
        now = QApplication.focusWidget()
        assert now is not None, f"Tab leads from {told(before)} to nothing"
        assert now.window() is window, f"Tab leads out of the window, to {told(now)}"
        if now is before:
            assert len(inputs(window)) <= 1, f"the keyboard is trapped in {told(now)}"
            return [now]
        if now in reached:
            assert now is reached[0], f"Tab goes round from {told(now)} without coming to {told(reached[0])}"
            return reached
        assert now.isVisible(), f"Tab comes to {told(now)}, which nobody sees"
        reached.append(now)
    raise AssertionError(f"Tab does not come round in {_MOST_STEPS} steps")


def unreached(window: QWidget, reached: list[QWidget]) -> list[str]:
    """What takes input and was not come to; of radio buttons one of a group is enough, for arrows choose another."""
    stood_for = set(reached)
    for widget in reached:
        if isinstance(widget, QRadioButton):
            group: QButtonGroup | None = widget.group()
            stood_for.update(group.buttons() if group is not None else _siblings(widget))
    missing = [widget for widget in inputs(window) if widget not in stood_for and widget.focusProxy() not in stood_for]
    return [told(widget) for widget in missing]


def _siblings(widget: QWidget) -> list[QRadioButton]:
    parent = widget.parentWidget()
    options = Qt.FindChildOption.FindDirectChildrenOnly
    return parent.findChildren(QRadioButton, options=options) if parent is not None else []


def assert_reached_by_tab(desk: AtDesk, window: QWidget) -> list[QWidget]:
    """Nothing in a window needs a mouse, and no field keeps the keyboard; what was come to, in order."""
    reached = walk(desk, window)
    for way in (reached, walk(desk, window, back=True)):
        missing = unreached(window, way)
        assert not missing, f"not reached: {missing}; reached: {[told(widget) for widget in way]}"
    return reached


def told(widget: QWidget | None) -> str:
    """A widget in words, for whoever reads that a test has failed."""
    if widget is None:
        return "nothing"
    text = widget.text() if isinstance(widget, QAbstractButton | QLineEdit) else ""
    name = widget.accessibleName() or text or widget.objectName()
    parent = widget.parentWidget()
    where = f" in {type(parent).__name__}" if parent is not None and not isinstance(parent, QDialogButtonBox) else ""
    return f"{type(widget).__name__} {name!r}{where}"
