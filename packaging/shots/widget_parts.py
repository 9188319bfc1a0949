"""What a widget is in its window: by which name people know it, and whose part it is."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QAbstractSpinBox, QComboBox, QHeaderView, QWidget

SLACK = 1
"""Pixels that rounding may cost."""


def name_of(widget: QWidget) -> str:
    """What to call it in a fault: its kind, and what people read of it."""
    text = widget.accessibleName() or getattr(widget, "text", str)() or widget.windowTitle()
    if not text and (view := view_of(widget)):
        return f"in {name_of(view)}"
    return f"{type(widget).__name__} “{str(text)[:60]}”"


def size_text(size: QSize) -> str:
    """A size as people write it."""
    return f"{size.width()}×{size.height()}"


def is_inner(widget: QWidget) -> bool:
    """Whether it is a part that Qt made, such as the line within a box."""
    return widget.objectName().startswith("qt_") or isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)


def area_of(widget: QWidget) -> QAbstractScrollArea | None:
    """What it is the moving inside of."""
    parent = widget.parentWidget()
    return parent if isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget else None


def view_of(widget: QWidget) -> QAbstractItemView | None:
    """The list, table or tree that it is the moving inside of."""
    area = area_of(widget)
    return area if isinstance(area, QAbstractItemView) and not isinstance(area, QHeaderView) else None
