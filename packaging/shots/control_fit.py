"""Whether controls have the room that Qt's own hints say they need: a button for its arrow, a window for its parts."""

from collections.abc import Callable, Iterator
from itertools import combinations

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenuBar,
    QProgressBar,
    QScrollArea,
    QScrollBar,
    QSizeGrip,
    QSplitterHandle,
    QTabBar,
    QTableView,
    QToolButton,
    QTreeView,
    QWidget,
)

from shots.widget_parts import SLACK, is_inner, name_of, size_text

_BUTTON_SLACK = 3
"""Pixels of a button's margins that rounding may cost, as long as nothing of its text is cut off."""

_ALONE = (QScrollBar, QSizeGrip, QSplitterHandle, QHeaderView)
"""What Qt lays over and beside other things by itself."""


def too_small(window: QWidget) -> Iterator[str]:
    """Whether a window is smaller than what is in it needs."""
    least = window.minimumSizeHint()
    if least.width() > window.width() + SLACK or least.height() > window.height() + SLACK:
        yield f"{name_of(window)}: is {size_text(window.size())}, and needs {size_text(least)}"


def cut_off(widget: QWidget) -> Iterator[str]:
    """Whether a control has no room for what it shows."""
    for kind, look in _LOOKS:
        if isinstance(widget, kind):
            yield from look(widget)
            break
    yield from _clipped(widget)


def lying_upon_each_other(parent: QWidget) -> Iterator[str]:
    """Parts of it of which one covers another."""
    if isinstance(parent, QAbstractScrollArea | QAbstractSpinBox | QComboBox | QLineEdit | QMenuBar):
        return
    shown = [
        child
        for child in parent.children()
        if isinstance(child, QWidget)
        and child.isVisible()
        and not child.isWindow()
        and not isinstance(child, _ALONE)
        and not is_inner(child)
        and not child.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    ]
    for one, other in combinations(shown, 2):
        common = one.geometry().intersected(other.geometry())
        if common.width() > SLACK and common.height() > SLACK:
            yield f"{name_of(one)} and {name_of(other)} lie upon each other"


def _menu_bar(bar: QMenuBar) -> Iterator[str]:
    if bar.sizeHint().height() > bar.height() + SLACK:
        yield "does not show all of its menus"


def _width(widget: QWidget, text: str) -> int:
    return max((widget.fontMetrics().horizontalAdvance(line) for line in text.split("\n")), default=0)


def _button(button: QAbstractButton) -> Iterator[str]:
    if not button.text() or (
        isinstance(button, QToolButton) and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    ):
        return
    if button.minimumSizeHint().width() > button.width() + _BUTTON_SLACK:
        yield f"is {button.width()} px wide, needs {button.minimumSizeHint().width()}"
    if not button.hasHeightForWidth() and button.minimumSizeHint().height() > button.height() + SLACK:
        yield f"is {button.height()} px high, needs {button.minimumSizeHint().height()}"


def _tabs(bar: QTabBar) -> Iterator[str]:
    for tab in range(bar.count()):
        needed = _width(bar, bar.tabText(tab).replace("&", ""))
        if bar.isTabVisible(tab) and needed > bar.tabRect(tab).width():
            yield f"the tab “{bar.tabText(tab)}” has {bar.tabRect(tab).width()} px, needs {needed}"
    if bar.isVisible() and bar.count() and bar.tabRect(bar.count() - 1).right() > bar.width() + SLACK:
        yield f"has room for {bar.width()} px of {bar.tabRect(bar.count() - 1).right()}: some tabs are scrolled to"


def _header(header: QHeaderView) -> Iterator[str]:
    if header.orientation() is not Qt.Orientation.Horizontal or not _has_model(header):
        return
    margin = 2 * header.style().pixelMetric(header.style().PixelMetric.PM_HeaderMargin, None, header)
    for section in range(header.count()):
        model = header.model()
        text = model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        if header.isSectionHidden(section) or not text:
            continue
        tip = model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        size, needed = header.sectionSize(section), _width(header, str(text)) + margin
        if needed > size + SLACK and not tip:
            yield f"the heading “{str(text)[:80]}” has {size} px, needs {needed}"


def _items(view: QAbstractItemView) -> Iterator[str]:
    """Rows that are lower than their texts."""
    if not _has_model(view):
        return
    needed = view.fontMetrics().height()
    for index in _seen(view):
        if index.data(Qt.ItemDataRole.DisplayRole) and view.visualRect(index).height() < needed - SLACK:
            yield f"{needed} px of text in a row of {view.visualRect(index).height()}"
            return


def _has_model(view: QAbstractItemView) -> bool:
    return bool(view.model())


def _seen(view: QAbstractItemView) -> Iterator[QModelIndex]:
    """The first column's cells of the rows that can be seen."""
    area = view.viewport().rect()
    index = view.indexAt(QPoint(area.left() + 2, area.top() + 2))
    while index.isValid() and view.visualRect(index).top() < area.bottom():
        yield index
        if isinstance(view, QTreeView):
            index = view.indexBelow(index)
        elif isinstance(view, QTableView):
            index = index.siblingAtRow(index.row() + 1)
        else:
            return


def _scroll_area(area: QScrollArea) -> Iterator[str]:
    if area.horizontalScrollBar().maximum() > SLACK:
        wide = max(area.findChildren(QWidget), key=lambda part: (part.isVisible() and not part.layout()) * _least(part))
        over, widest = area.horizontalScrollBar().maximum(), f"{name_of(wide)} ({_least(wide)} px)"
        yield f"is {over} px too narrow: its lines have to be scrolled to and fro, because of {widest}"


def _least(widget: QWidget) -> int:
    return max(widget.minimumWidth(), widget.minimumSizeHint().width())


def _clipped(widget: QWidget) -> Iterator[str]:
    """Whether a part of it lies outside of what holds it, where nobody can scroll to it."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or isinstance(widget, _ALONE):
        return
    if isinstance(parent.parentWidget(), QAbstractScrollArea) or parent.objectName().startswith("qt_"):
        return
    has_text = isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox | QProgressBar)
    if has_text and not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(widget.geometry()):
        yield f"lies at {_rect(widget.geometry())}, outside of {_rect(parent.rect())}"


def _rect(rect: QRect) -> str:
    return f"{rect.x()},{rect.y()} {size_text(rect.size())}"


_LOOKS: tuple[tuple[type[QWidget], Callable[..., Iterator[str]]], ...] = (
    (QAbstractButton, _button),
    (QTabBar, _tabs),
    (QHeaderView, _header),
    (QAbstractItemView, _items),
    (QScrollArea, _scroll_area),
    (QMenuBar, _menu_bar),
)
