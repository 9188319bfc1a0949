"""How wide a column has to be for what usually stands in it: measured, since letters differ by font and script."""

from collections.abc import Iterable, Mapping
from heapq import nlargest

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTableView, QTreeView

_SPARE = 2
"""Pixels: a text layout rounds otherwise than the measure of its letters."""

_TEXTS_MEASURED = 5
"""Of the longest by number of letters, and as many by bytes: letters of Japanese are wide and have three."""


def longest(texts: Iterable[str]) -> set[str]:
    """Those few of many texts among which the widest is, more likely than not: measuring all would take too long."""
    every = set(texts)
    return {text for key in (len, _bytes) for text in nlargest(_TEXTS_MEASURED, every, key)}


def first_width(
    view: QTreeView | QTableView, column: int, texts: Iterable[str], *, has_icon: bool = False, is_bold: bool = False
) -> int:
    """The width at which a column shows its heading, with the arrow of sorting, and each of `texts` whole.

    Args:
        view: The list, with its model and its font.
        column: Which one.
        texts: What usually stands there, in the person's language.
        has_icon: Whether an icon stands before them.
        is_bold: Whether they may be bold.
    """
    font = QFont(view.font())
    font.setBold(is_bold or font.bold())
    longest = max(texts, key=QFontMetrics(font).horizontalAdvance, default="")
    header = view.header() if isinstance(view, QTreeView) else view.horizontalHeader()
    return max(_cell_width(view, longest, font, has_icon=has_icon), header.sectionSizeHint(column))


def fitted(
    wanted: Mapping[int, int], least: Mapping[int, int], room: int, stretched: int | None = None
) -> dict[int, int]:
    """The widths of all columns for so much room, in pixels.

    What there is to spare goes to `stretched`, by itself the first column. Where room is short, the columns in `least`
    give way together, each down to its least; where even that is too wide, none does: there has to be a scroll bar then
    anyway.
    """
    widths = dict(wanted)
    missing = sum(wanted.values()) - room
    if missing <= 0:
        widths[min(wanted) if stretched is None else stretched] -= missing
        return widths
    can_give = {column: wanted[column] - at_least for column, at_least in least.items() if column in wanted}
    most = sum(can_give.values())
    if missing > most:
        return widths
    for column, width in can_give.items():
        widths[column] -= width * missing // most
    left = sum(widths.values()) - room
    for column in sorted(can_give, key=lambda each: least[each] - widths[each])[:left]:  # what rounding left over
        widths[column] -= 1
    return widths


def _cell_width(view: QAbstractItemView, text: str, font: QFont, *, has_icon: bool) -> int:
    """Of a cell with that text, by the style's own reckoning."""
    option = QStyleOptionViewItem()
    option.initFrom(view)
    option.font = font
    option.fontMetrics = QFontMetrics(font)
    option.text = text
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
    style = view.style()
    if has_icon:
        side = style.pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, None, view)
        option.decorationSize = view.iconSize() if view.iconSize().isValid() else QSize(side, side)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
    size = style.sizeFromContents(QStyle.ContentsType.CT_ItemViewItem, option, QSize(), view)
    return size.width() + _SPARE


def _bytes(text: str) -> int:
    return len(text.encode())
