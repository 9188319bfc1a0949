"""Whether every line of text that is painted, wherever it comes from, lies where it can be seen."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QTabBar,
    QToolTip,
    QWidget,
)

from shots.painted import Painted, painted_texts
from shots.pseudo import BEGIN, END
from shots.waiting import wait
from shots.widget_parts import SLACK, area_of, name_of, view_of

_HEIGHT_SLACK = 3
"""Pixels of a line's height that rounding may cost: above its capitals and below its letters is nothing."""

_ELLIPSIS = "…"
_TIP_STAYS_MS = 400
"""Longer than Qt goes on showing a tooltip that was told to hide."""


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A line of text in its window.

    Attributes:
        widget: What paints it.
        text: The line.
        place: What of it can be seen, in the window.
    """

    widget: QWidget
    text: str
    place: QRectF


def painted_badly(widget: QWidget, lines: list[SeenLine]) -> Iterator[str]:
    """What cannot be seen of the widget's own texts; adds those that can be to `lines`."""
    if _is_typed(widget):
        return
    texts = painted_texts(widget)
    yield from _incomplete(widget, texts)
    for painted in texts:
        line = _in_window(widget, painted.seen())
        if line is not None:
            lines.append(SeenLine(widget, painted.text, line))
        yield from _cut(widget, painted)
        yield from _shortened(widget, painted)


def texts_upon_each_other(lines: list[SeenLine]) -> Iterator[str]:
    """Lines of which one hides a part of another."""
    for one, other in combinations(lines, 2):
        if one.text == other.text and one.widget is other.widget:
            continue  # painted twice, half in one colour and half in another
        common = one.place.intersected(other.place)
        if common.width() > 2 and common.height() > min(one.place.height(), other.place.height()) / 3:
            yield f"“{one.text}” and “{other.text}” are painted upon each other"


def _incomplete(widget: QWidget, texts: list[Painted]) -> Iterator[str]:
    """Whether lines of its text are not painted at all: Qt leaves those out that lie below a label or a bar."""
    whole = ""
    if isinstance(widget, QProgressBar):
        whole = widget.text() if widget.isTextVisible() else ""
    elif isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.RichText:
        whole = widget.text()
    drawn = _squeezed("".join(painted.text for painted in texts))
    is_shortened = _ELLIPSIS in drawn and _ELLIPSIS not in whole
    if "<" not in whole and not is_shortened and _squeezed(whole) not in drawn:
        yield f"of “{whole}” is painted “{' '.join(painted.text for painted in texts)}” alone"


def _squeezed(text: str) -> str:
    """A text without what may differ between lines and the whole."""
    return "".join(_plain(text).split())


def _is_typed(widget: QWidget) -> bool:
    """Whether it shows what somebody has typed or chosen, which scrolls in its field."""
    if isinstance(widget, QLineEdit):
        return bool(widget.text()) and not isinstance(widget.parentWidget(), QAbstractSpinBox)
    area = area_of(widget)
    return area is not None and not isinstance(area, QAbstractItemView) and hasattr(area, "document")


def _scrolls(area: QAbstractScrollArea | None) -> tuple[bool, bool]:
    """Whether it can be scrolled across, and up and down; headings move with what is below or beside them."""
    table = area.parentWidget() if isinstance(area, QHeaderView) else None
    scrolled = table if isinstance(table, QAbstractScrollArea) else area
    if scrolled is None:
        return False, False
    return scrolled.horizontalScrollBar().maximum() > 0, scrolled.verticalScrollBar().maximum() > 0


def _cut(widget: QWidget, painted: Painted) -> Iterator[str]:
    """Whether a part of a line lies where it cannot be seen, and where nobody can scroll to it."""
    is_in_cell = painted.clip is not None and (area_of(widget) is not None or isinstance(widget, QComboBox))
    if is_in_cell and painted.clip is not None and not painted.clip.isEmpty():
        place = painted.place.intersected(QRectF(widget.rect())) if any(_scrolls(area_of(widget))) else painted.place
        over = _beyond(place, painted.clip) if not place.isEmpty() else ""
        if over and area_of(widget) and _tip_at(widget, painted.seen()):
            return  # the pointer brings the rest
        if over:
            yield f"“{painted.text}” is cut off by {over} in a cell"
            return
    place, holder = QRectF(painted.place), widget
    while True:
        area = area_of(holder)
        beyond = _beyond(place, QRectF(holder.rect()), area)
        if beyond:
            yield f"“{painted.text}” is cut off by {beyond}" + ("" if holder is widget else f" in {name_of(holder)}")
            return
        parent = holder.parentWidget()
        if holder.isWindow() or parent is None:
            return
        if any(_scrolls(area)):
            return  # the rest is scrolled to
        place, holder = place.translated(QPointF(holder.pos())), parent


def _beyond(place: QRectF, room: QRectF, area: QAbstractScrollArea | None = None) -> str:
    """By how much a place lies outside of another, apart from where an area scrolls; empty for not at all."""
    wide = max(room.left() - place.left(), place.right() - room.right())
    high = max(room.top() - place.top(), place.bottom() - room.bottom())
    scrolls_wide, scrolls_high = _scrolls(area)
    if wide > SLACK + 1 and not scrolls_wide and not (scrolls_high and high > 0):
        return f"{wide:.0f} px"
    if high > _HEIGHT_SLACK and not scrolls_high:
        return f"{high:.0f} px in height"
    return ""


def _shortened(widget: QWidget, painted: Painted) -> Iterator[str]:
    """Whether a line ends in an ellipsis that stands for the rest of it, and nothing tells that rest."""
    if _ELLIPSIS not in painted.text or _is_whole(widget, painted.text):
        return
    is_own_text = painted.text.count(BEGIN) != painted.text.count(END)
    if (
        isinstance(area_of(widget), QHeaderView)
        or isinstance(widget, QTabBar)
        or (is_own_text and isinstance(widget, QLabel))
    ):
        yield f"“{painted.text}” is shortened"
    elif not _tip_at(widget, painted.seen()):
        yield f"“{painted.text}” is shortened, and has no tooltip"


def _is_whole(widget: QWidget, line: str) -> bool:
    """Whether the ellipsis is the text's own: “Save results…”."""
    if line.count(BEGIN) == line.count(END) > 0 or isinstance(widget, QComboBox):
        return True  # a box cuts its text off at its edge, and so is found
    if view_of(widget) is not None:
        return False  # cells with an ellipsis of their own tell the rest as well
    wholes = [
        getattr(widget, "text", str)(),
        getattr(widget, "placeholderText", str)(),
        getattr(widget, "title", str)(),
    ]
    wholes += [action.text() for action in widget.actions()]
    if isinstance(widget, QTabBar):
        wholes += [widget.tabText(tab) for tab in range(widget.count())]
    return any(_plain(line) in _plain(str(whole)) for whole in wholes)


def _plain(text: str) -> str:
    """A text as it is painted: without the signs of shortcuts, and with its words apart by one space."""
    return " ".join(text.replace("&", "").replace("\u200b", "").replace("\u2060", "").split())


def _tip_at(widget: QWidget, place: QRectF) -> bool:
    """Whether the pointer, resting there, brings the text in full."""
    visible = place.intersected(QRectF(widget.rect()))
    if visible.isEmpty():
        return True  # it begins below what can be seen
    view = view_of(widget)
    if view is None:
        return bool(widget.toolTip()) or bool(_asked_tip(widget, visible.center().toPoint()))
    return bool(view.indexAt(visible.center().toPoint()).data(Qt.ItemDataRole.ToolTipRole))


def _asked_tip(widget: QWidget, place: QPoint) -> str:
    """The tooltip that a widget shows of itself where the pointer rests there."""
    if QToolTip.text():
        QToolTip.hideText()
        wait(_TIP_STAYS_MS)
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))
    return QToolTip.text()


def _in_window(widget: QWidget, place: QRectF) -> QRectF | None:
    """What can be seen of a place, in the window; `None` for nothing."""
    holder = widget
    while True:
        place = place.intersected(QRectF(holder.rect()))
        parent = holder.parentWidget()
        if place.isEmpty():
            return None
        if holder.isWindow() or parent is None:
            return place
        place, holder = place.translated(QPointF(holder.pos())), parent
