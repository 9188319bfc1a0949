"""Icons from the shipped drawings, in the colours of the day."""

import functools

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from epa_gui.process.resource_files import resource_folder

APPLICATION = "epa-desktop"
"""The name of the program's own drawing."""

_SIZE = 24
_OF_TEXT = "currentColor"
"""What drawings of one colour call it."""

_FILLS = ("#3d8fe0", "#2f9e5b", "#d4473f", "#e09a1a", "#7d8590")
_WHITE = "#fff"
"""What the drawings that say something are painted in, and the signs on them."""

_SEEN = 3.0
"""The least contrast of what is no text. Source: WCAG 2.2, 1.4.11."""

_RATIO = 2.0
"""One picture an icon, with room for the largest use and the finest screens; Qt makes smaller ones of it."""


def icon(name: str) -> QIcon:
    """The drawing of that name; single-coloured ones take the text colour, so that they show in light and dark."""
    return _drawn(name, QGuiApplication.palette().color(QPalette.ColorRole.WindowText).name())


def application_icon() -> QIcon:
    """The program's own icon."""
    return icon(APPLICATION)


def picture(name: str, size: int, color: QColor | None = None, ratio: float = _RATIO) -> QPixmap:
    """The drawing of that name as large as wanted: an icon is never made larger than it is.

    Args:
        name: As for `icon`.
        size: Of an edge, in pixels of the window.
        color: What a single-coloured one is drawn in; that of text if none is told.
        ratio: How many pixels of the screen are one of the window.
    """
    ink = color or QGuiApplication.palette().color(QPalette.ColorRole.WindowText)
    return _pictured(name, size, ink.name(), ratio)


@functools.lru_cache(maxsize=64)
def _pictured(name: str, size: int, color: str, ratio: float) -> QPixmap:
    return _painted(_renderer(_drawing(name), color), size, ratio)


def _drawing(name: str) -> str:
    # In the main thread: it lies where the program itself was loaded from, and is read once.
    return (resource_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def _renderer(drawing: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(drawing.replace(_OF_TEXT, color).encode()))


@functools.cache
def _drawn(name: str, color: str) -> QIcon:
    drawing = _drawing(name)
    renderer = _renderer(drawing, color)
    made = QIcon()
    picture = _painted(renderer, _SIZE, _RATIO)
    made.addPixmap(picture)
    # Else the style mixes the highlight into it; and what is blue, green or grey can hardly be seen on a blue row.
    made.addPixmap(_for_selected(drawing, picture), QIcon.Mode.Selected)
    if _OF_TEXT in drawing:  # else Qt makes a grey of it that in dark windows is as good as the text's white
        ink = QGuiApplication.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
        made.addPixmap(_painted(_renderer(drawing, ink.name()), _SIZE, _RATIO, ink.alphaF()), QIcon.Mode.Disabled)
    return made


def _for_selected(drawing: str, picture: QPixmap) -> QPixmap:
    """In the colour of selected text, and its sign in what was its own colour, if that can be seen on it."""
    fill = next((fill for fill in _FILLS if fill in drawing), None)
    if fill is None:
        return picture
    from epa_gui.ui.base.row_ink import contrast  # noqa: PLC0415  the first paint has no such icon

    palette = QGuiApplication.palette()
    ink, panel = (palette.color(role) for role in (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight))
    sign = fill if contrast(QColor(fill), ink) >= _SEEN else panel.name()
    swapped = ink.name().join(part.replace(_WHITE, sign) for part in drawing.split(fill))
    return _painted(_renderer(swapped, ink.name()), _SIZE, _RATIO)


def _painted(renderer: QSvgRenderer, size: int, ratio: float, opacity: float = 1.0) -> QPixmap:
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(opacity)  # desktops let what is disabled shine through
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
