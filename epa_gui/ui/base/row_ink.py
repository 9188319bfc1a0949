"""Which colour of text can be read on a row, whatever the style paints behind it: looked at, not assumed."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionFocusRect, QStyleOptionViewItem, QTreeView

READABLE = 4.5
"""The least contrast of text. Source: WCAG 2.2, 1.4.3."""

READABLE_AS_CHOSEN = 3.0
"""The least contrast at which the style's own colour for selected text is kept: people know their system's selection by
it, and white on a system's own blue is often less than 4.5."""

_SAMPLE = QRect(0, 0, 60, 24)
_INNER = QRect(12, 6, 36, 12)
"""A panel and the part of it without frames, corners and bars, in pixels."""

_MOST_KEPT = 512

_Role = QPalette.ColorRole
_State = QStyle.StateFlag
_Panel = tuple[QColor, QColor]
"""The darkest and the lightest of what is behind a text: some styles paint a gradient."""

_known: dict[tuple[object, ...], tuple[QColor, _Panel]] = {}


def ink_and_panel(
    option: QStyleOptionViewItem, view: QAbstractItemView, *, is_current: bool = False
) -> tuple[QColor, _Panel]:
    """The colour of text for a cell, and what it will stand on.

    Args:
        option: The cell as it is about to be painted.
        view: The list it is in: styles paint lists, trees and tables differently.
        is_current: Whether the cursor of a tree is in its row: its frame is painted over the whole of it.
    """
    brush = option.backgroundBrush
    key = (
        view.style().objectName(),
        option.palette.cacheKey(),
        option.palette.currentColorGroup(),
        option.state.value,
        (option.features & ~_CONTENT).value,
        brush.style(),
        brush.color().rgba(),
        type(view),
        is_current,
        _paper(view).rgba(),
    )
    found = _known.get(key)
    if found is None:
        if len(_known) >= _MOST_KEPT:
            _known.clear()
        panel = _panel(option, view, is_current=is_current)
        found = _known[key] = _best_ink(option, panel), panel
    return found


def contrast(one: QColor, two: QColor) -> float:
    """Between two colours, from 1 to 21. Source: WCAG 2.2, "contrast ratio"."""
    low, high = sorted([_luminance(one), _luminance(two)])
    return (high + 0.05) / (low + 0.05)


_Feature = QStyleOptionViewItem.ViewItemFeature
_CONTENT = _Feature.HasDisplay | _Feature.HasDecoration | _Feature.HasCheckIndicator


def seen_on(colour: QColor, panel: _Panel) -> float:
    """The least contrast of a colour on a panel."""
    return min(contrast(colour, part) for part in panel)


def _best_ink(option: QStyleOptionViewItem, panel: _Panel) -> QColor:
    """The style's own where it can be read; else what can be read best."""
    own = [option.palette.color(role) for role in (_Role.HighlightedText, _Role.Text, _Role.WindowText)]
    is_accent = option.backgroundBrush.color() == option.palette.color(_Role.Highlight)  # a cell chosen by itself
    is_selected = bool(option.state & _State.State_Selected) or is_accent
    if not is_selected:
        own = own[1:]
    for ink in own:
        is_chosen = ink is own[0] and is_selected
        if seen_on(ink, panel) >= (READABLE_AS_CHOSEN if is_chosen else READABLE):
            return ink
    return max((*own, QColor("black"), QColor("white")), key=lambda ink: seen_on(ink, panel))


def _panel(option: QStyleOptionViewItem, view: QAbstractItemView, *, is_current: bool) -> _Panel:
    """What the style paints behind the text, by having it painted."""
    image = QImage(_SAMPLE.size(), QImage.Format.Format_RGB32)
    image.fill(_paper(view))
    empty = QStyleOptionViewItem(option)
    empty.rect = _SAMPLE
    empty.text = ""
    empty.icon = QIcon()
    empty.decorationSize = QSize()
    empty.features &= ~_CONTENT
    painter = QPainter(image)
    style = view.style()
    if isinstance(view, QTreeView):
        row = QStyleOptionViewItem(empty)
        row.state &= ~_State.State_Selected  # so does a tree
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewRow, row, painter, view)
    style.drawControl(QStyle.ControlElement.CE_ItemViewItem, empty, painter, view)
    if is_current:
        frame = QStyleOptionFocusRect()
        frame.initFrom(view)
        frame.rect = _SAMPLE
        frame.state |= _State.State_KeyboardFocusChange
        is_selected = bool(option.state & _State.State_Selected)
        frame.backgroundColor = option.palette.color(_Role.Highlight if is_selected else _Role.Window)
        style.drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, frame, painter, view)
    painter.end()
    places = ((x, y) for x in range(_INNER.left(), _INNER.right()) for y in range(_INNER.top(), _INNER.bottom()))
    found = sorted({image.pixel(x, y) for x, y in places}, key=lambda pixel: _luminance(QColor(pixel)))
    return QColor(found[0]), QColor(found[-1])


def _paper(view: QAbstractItemView) -> QColor:
    """What is behind all rows; a list that paints nothing itself shows the window."""
    viewport = view.viewport()
    if viewport.autoFillBackground():
        return viewport.palette().color(viewport.backgroundRole())
    return view.window().palette().color(_Role.Window)


def _luminance(colour: QColor) -> float:
    shares = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * shares[0] + 0.7152 * shares[1] + 0.0722 * shares[2]
