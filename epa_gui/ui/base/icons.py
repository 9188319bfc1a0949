"""Icons from the shipped drawings, in the colours of the day."""

import functools

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from epa_gui.process.resource_files import resource_folder

_SIZE = 24
_BLUE = "#3d8fe0"
_WHITE = '"#fff"'
_RATIO = 2.0
"""One picture an icon, with room for the largest use and the finest screens; Qt makes smaller ones of it."""


def icon(name: str) -> QIcon:
    """The drawing of that name; single-coloured ones take the text colour, so that they show in light and dark."""
    return _drawn(name, QGuiApplication.palette().color(QPalette.ColorRole.WindowText).name())


def application_icon() -> QIcon:
    """The program's own icon."""
    return icon("epa-desktop")


@functools.cache
def _drawn(name: str, color: str) -> QIcon:
    # In the main thread: it lies where the program itself was loaded from, and is read once.
    drawing = (resource_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", color).encode()))
    made = QIcon()
    picture = _painted(renderer, _SIZE, _RATIO)
    made.addPixmap(picture)
    # Else the style mixes the highlight into it; and what is blue itself cannot be seen on a blue row.
    made.addPixmap(_for_selected(drawing, picture), QIcon.Mode.Selected)
    return made


def _for_selected(drawing: str, picture: QPixmap) -> QPixmap:
    if _BLUE not in drawing:
        return picture
    color = QGuiApplication.palette().color(QPalette.ColorRole.HighlightedText).name()
    inner = QGuiApplication.palette().color(QPalette.ColorRole.Highlight).name()  # for what is drawn on the blue
    drawing = drawing.replace(_WHITE, f'"{inner}"').replace(_BLUE, color)
    return _painted(QSvgRenderer(QByteArray(drawing.encode())), _SIZE, _RATIO)


def _painted(renderer: QSvgRenderer, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
