"""Paints the card of a model: its name, how many of its jobs need a person, what is live, what goes on, its key."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QIcon, QPainter, QPalette, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionFocusRect, QStyleOptionViewItem

from epa_gui.core.text.foreign_text import shown
from epa_gui.core.text.unbroken import as_written, unbroken
from epa_gui.ui.base.accent import SEEN, row_accent
from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.page import sized
from epa_gui.ui.base.row_ink import contrast, ink_and_panel, seen_on
from epa_gui.ui.base.soft_text import soft_ink
from epa_gui.ui.base.tinting import ATTENTION
from epa_gui.ui.window.model_card import CardLine, CardProgress, ModelCard

CARD_ROLE = Qt.ItemDataRole.UserRole
"""A `ModelCard`."""

_SMALL = 0.92
_PILL_LETTERS = 0.88
_PILL = 1.15
_ICON = 0.88
_SIDE, _TOP, _GAP, _ICON_GAP = 0.5, 0.36, 0.5, 0.3
_NAME_HEIGHT = 1.3
_LINE_HEIGHT = 1.2
_BAR = (3.2, 0.28)
_LEAST_WIDTH = 13.0
_ROOM = 1.0
"""Letters are told as shares of the font, all else in its heights. Lines have room for taller scripts."""

_JOINTS = ("·", "・")
"""Between the parts of a line: where it does not fit it is parted there, and not within a word."""

_MOST_COUNTED = 99

_Align = Qt.AlignmentFlag
_FLAGS = int(_Align.AlignLeft | _Align.AlignVCenter) | int(Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip)
_CENTRED = int(_Align.AlignCenter | Qt.TextFlag.TextDontClip)
_State = QStyle.StateFlag
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Letters:
    """The fonts of a card, made once of the list's own."""

    em: int
    name: QFont
    small: QFont
    pill: QFont

    @property
    def small_height(self) -> int:
        return round(self.em * _SMALL * _LINE_HEIGHT)

    @property
    def name_height(self) -> int:
        return round(self.em * _NAME_HEIGHT)


@dataclass(frozen=True, slots=True)
class _Arranged:
    """A line of a card as there is room for it: its texts one below the other, and how far from the left they begin."""

    texts: tuple[str, ...]
    before: int
    has_bar: bool = False


@dataclass(frozen=True, slots=True)
class _Inks:
    """What a card is painted with."""

    text: QColor
    soft: QColor
    bar: QColor
    panel: tuple[QColor, QColor]
    icons: QIcon.Mode


class ModelCardDelegate(QStyledItemDelegate):
    """Leaves the panel to the style, and chooses the colours of what is on it by what that panel looks like."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._letters: dict[str, _Letters] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as its lines; as wide as the list."""
        letters = self._letters_of(option.font)
        card: ModelCard = index.data(CARD_ROLE)
        room = _name_place(QRect(0, 0, self._view.viewport().width(), 0), letters).width()
        lines = sum(len(_arranged(line, letters, room).texts) for line in card.lines)
        return QSize(0, 2 * round(letters.em * _TOP) + letters.name_height + lines * letters.small_height)

    def wanted_width(self, live_lines: list[str]) -> int:
        """The width in which the longest of these can be read whole."""
        letters = self._letters_of(self._view.font())
        metrics = QFontMetrics(letters.small)
        longest = max(metrics.horizontalAdvance(line) for line in live_lines)
        around = letters.em * (2 * _SIDE + _ICON + _ICON_GAP + _ROOM)
        bar = self._view.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self._view)
        return max(round(letters.em * _LEAST_WIDTH), round(longest + around)) + bar

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a card."""
        card: ModelCard = index.data(CARD_ROLE)
        panel = QStyleOptionViewItem(option)
        self.initStyleOption(panel, index)
        panel.text = ""
        panel.features &= ~QStyleOptionViewItem.ViewItemFeature.HasDisplay
        is_current = bool(panel.state & _State.State_HasFocus)
        panel.state &= ~_State.State_HasFocus  # its frame goes round what the style takes for the text: there is none
        painter.save()
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, panel, painter, self._view)
        if is_current:
            self._paint_frame(painter, panel)
        self._paint_card(painter, panel, card, self._inks(panel, is_current=is_current))
        painter.restore()

    def _paint_frame(self, painter: QPainter, panel: QStyleOptionViewItem) -> None:
        frame = QStyleOptionFocusRect()
        frame.initFrom(self._view)
        frame.rect = panel.rect
        frame.state |= _State.State_KeyboardFocusChange | _State.State_Item
        is_selected = bool(panel.state & _State.State_Selected)
        role = QPalette.ColorRole.Highlight if is_selected else QPalette.ColorRole.Window
        frame.backgroundColor = panel.palette.color(role)
        self._view.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, frame, painter, self._view)

    def _inks(self, panel: QStyleOptionViewItem, *, is_current: bool) -> _Inks:
        ink, paper = ink_and_panel(panel, self._view, is_current=is_current)
        hardest = min(paper, key=lambda part: contrast(ink, part))
        bar = row_accent(panel, ink, paper)
        # Not the option's own palette: without the focus, that has another colour than the icons are made in.
        on_accent = QGuiApplication.palette().color(QPalette.ColorRole.HighlightedText)
        is_on_accent = bool(panel.state & _State.State_Selected) and seen_on(on_accent, paper) >= SEEN
        icons = QIcon.Mode.Selected if is_on_accent else QIcon.Mode.Normal
        return _Inks(ink, soft_ink(ink, hardest), bar, paper, icons)

    def _paint_card(self, painter: QPainter, panel: QStyleOptionViewItem, card: ModelCard, inks: _Inks) -> None:
        letters = self._letters_of(panel.font)
        place = _name_place(panel.rect, letters)
        room = QRect(place)
        if card.needs:
            pill = self._paint_pill(painter, place, card.needs, letters, inks)
            room.setRight(pill.left() - round(letters.em * _GAP))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        _write(painter, room, shown(card.name), letters.name, inks.text)
        for line in card.lines:
            place.moveTop(place.bottom() + 1)
            place.setHeight(letters.small_height)
            arranged = _arranged(line, letters, place.width())
            if line.icon:
                self._paint_icon(painter, place, line.icon, letters, inks)
            if isinstance(line, CardProgress) and arranged.has_bar:
                self._paint_bar(painter, place, line, letters, inks)
            for number, text in enumerate(arranged.texts):
                if number:
                    place.moveTop(place.bottom() + 1)
                room = place.adjusted(arranged.before, 0, 0, 0)
                _write(painter, room, text, letters.small, inks.text if line is card.key else inks.soft)

    def pill_place(self, panel: QRect, card: ModelCard) -> QRect:
        """Where, on a card that takes up `panel`, it says how many jobs need a person; empty if none does."""
        letters = self._letters_of(self._view.font())
        return _pill_place(_name_place(panel, letters), card.needs, letters) if card.needs else QRect()

    def _paint_pill(self, painter: QPainter, place: QRect, count: int, letters: _Letters, inks: _Inks) -> QRect:
        text, pill = _pill_text(count), _pill_place(place, count, letters)
        height = pill.height()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(ATTENTION)
        painter.setPen(Qt.PenStyle.NoPen if seen_on(ATTENTION, inks.panel) >= 1.5 else inks.text)
        painter.drawRoundedRect(QRectF(pill), height / 2, height / 2)
        painter.setPen(QColor("black"))
        painter.setFont(letters.pill)
        painter.drawText(pill, _CENTRED, text)
        return pill

    def _paint_icon(self, painter: QPainter, place: QRect, name: str, letters: _Letters, inks: _Inks) -> None:
        """Paint the drawing before a line."""
        size = round(letters.em * _ICON)
        there = QRect(place.left(), place.center().y() - size // 2 + 1, size, size)
        icon(name).paint(painter, there, mode=inks.icons)

    def _paint_bar(self, painter: QPainter, place: QRect, line: CardProgress, letters: _Letters, inks: _Inks) -> None:
        """Paint how far a job is."""
        width, height = letters.em * _BAR[0], max(3.0, letters.em * _BAR[1])
        bar = QRectF(place.left() + _text_left(letters), QRectF(place).center().y() - height / 2, width, height)
        rest = QColor(inks.text)
        rest.setAlphaF(0.25)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(rest)
        painter.drawRoundedRect(bar, height / 2, height / 2)
        if line.share is not None:
            bar.setWidth(max(height, bar.width() * line.share))
            painter.setBrush(inks.bar)
            painter.drawRoundedRect(bar, height / 2, height / 2)

    def _letters_of(self, font: QFont) -> _Letters:
        made = self._letters.get(font.key())
        if made is None:
            self._letters.clear()  # the desktop's font has changed
            made = _Letters(
                QFontMetrics(font).height(),
                sized(font, 1.0),
                sized(font, _SMALL, is_bold=False),
                sized(font, _PILL_LETTERS),
            )
            self._letters[font.key()] = made
        return made


def _text_left(letters: _Letters) -> int:
    """How far from the left all lines below the name begin, also those without a drawing."""
    return round(letters.em * (_ICON + _ICON_GAP))


def _arranged(line: CardLine | CardProgress, letters: _Letters, room: int) -> _Arranged:
    """What of a line has room: its words come before its bar, and go on in a second line rather than be cut off."""
    metrics = QFontMetrics(letters.small)
    wide = metrics.horizontalAdvance(line.text)
    before = _text_left(letters)
    if isinstance(line, CardProgress) and not line.icon:
        beside_bar = before + round(letters.em * (_BAR[0] + _GAP))
        if wide <= room - beside_bar:
            return _Arranged((line.text,), beside_bar, has_bar=True)
    if wide <= room - before:
        return _Arranged((line.text,), before)
    whole = unbroken(line.text)
    layout = QTextLayout(whole, letters.small)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(max(1, room - before))
    layout.endLayout()
    end = first.textLength()
    joint = max(whole.rfind(mark, 0, end) for mark in _JOINTS)
    if joint > 0 and metrics.horizontalAdvance(as_written(whole[joint + 1 :]).strip()) <= room - before:
        texts = (whole[:joint], whole[joint + 1 :])
    else:
        texts = (whole[:end], whole[end:])
    return _Arranged(tuple(filter(None, (as_written(text).strip() for text in texts))), before)


def _name_place(panel: QRect, letters: _Letters) -> QRect:
    side, top = round(letters.em * _SIDE), round(letters.em * _TOP)
    place = panel.adjusted(side, top, -side, -top)
    place.setHeight(letters.name_height)
    return place


def _pill_text(count: int) -> str:
    return str(count) if count <= _MOST_COUNTED else f"{_MOST_COUNTED}+"


def _pill_place(place: QRect, count: int, letters: _Letters) -> QRect:
    height = round(letters.em * _PILL)
    wide = QFontMetrics(letters.pill).horizontalAdvance(_pill_text(count)) + round(letters.em * 0.6)
    pill = QRect(0, 0, max(wide, round(height * 1.15)), height)
    pill.moveCenter(place.center())
    pill.moveRight(place.right())
    return pill


def _write(painter: QPainter, place: QRect, text: str, font: QFont, colour: QColor) -> None:
    """One line, as much of it as there is room for."""
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(place, _FLAGS, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width()))
