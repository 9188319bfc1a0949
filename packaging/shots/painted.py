"""Which texts a widget paints, and where: what a person sees, however it comes about."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainterPath,
    QRegion,
    QTextItem,
    QTransform,
)
from PySide6.QtWidgets import QWidget

_SAME_LINE = 1.0
_GAP = 0.75
"""Pixels between two pieces of one line, which Qt paints apart where the script, the font or a shortcut changes."""


@dataclass(frozen=True, slots=True)
class Painted:
    """A line of text as it was painted.

    Attributes:
        text: The line; with an ellipsis where it was shortened.
        place: Where, in the widget.
        clip: What of the widget could be painted on then; `None` for all of it.
    """

    text: str
    place: QRectF
    clip: QRectF | None

    def seen(self) -> QRectF:
        """What of the place could be painted on."""
        return self.place if self.clip is None else self.place.intersected(self.clip)


def painted_texts(widget: QWidget) -> list[Painted]:
    """The lines of text that the widget itself paints, without what stands in it, in the order of painting."""
    device = _Device(widget.size())
    widget.render(device, QPoint(), QRegion(), QWidget.RenderFlag(0))
    return _joined(device.engine.texts)


def _joined(pieces: list[Painted]) -> list[Painted]:
    lines: list[Painted] = []
    for piece in pieces:
        last = lines[-1] if lines else None
        if (
            last is not None
            and abs(last.place.bottom() - piece.place.bottom()) < _SAME_LINE + piece.place.height()
            and abs(last.place.center().y() - piece.place.center().y()) < piece.place.height() / 2
            and -_GAP - 1 < piece.place.left() - last.place.right() < _GAP + 1
        ):
            lines[-1] = replace(last, text=last.text + piece.text, place=last.place.united(piece.place))
        else:
            lines.append(piece)
    return [replace(line, text=line.text.strip()) for line in lines if line.text.strip()]


def _coordinates(point: QPointF | QPoint | QPainterPath.Element) -> tuple[float, float]:
    if isinstance(point, QPainterPath.Element):
        return point.x, point.y  # type: ignore[attr-defined,unused-ignore]
    return float(point.x()), float(point.y())


class _Engine(QPaintEngine):
    """Takes note of texts, and paints nothing."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.texts: list[Painted] = []
        self._transform = QTransform()
        self._clip: QRectF | None = None

    def begin(self, device: QPaintDevice) -> bool:
        del device
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:  # noqa: N802  Qt's own name
        flags = state.state()
        if flags & QPaintEngine.DirtyFlag.DirtyTransform:
            self._transform = QTransform(state.transform())
        if flags & (QPaintEngine.DirtyFlag.DirtyClipPath | QPaintEngine.DirtyFlag.DirtyClipRegion):
            is_path = bool(flags & QPaintEngine.DirtyFlag.DirtyClipPath)
            area = state.clipPath().boundingRect() if is_path else QRectF(state.clipRegion().boundingRect())
            area = self._transform.mapRect(area)
            operation = state.clipOperation()
            if operation is Qt.ClipOperation.NoClip:
                self._clip = None
            elif operation is Qt.ClipOperation.IntersectClip and self._clip is not None:
                self._clip = self._clip.intersected(area)
            else:
                self._clip = area
        if flags & QPaintEngine.DirtyFlag.DirtyClipEnabled and not state.isClipEnabled():
            self._clip = None

    def drawTextItem(self, point: QPointF | QPoint | QPainterPath.Element, item: QTextItem) -> None:  # noqa: N802
        height = item.ascent() + item.descent()
        left, baseline = _coordinates(point)
        place = QRectF(left, baseline - item.ascent(), item.width(), height)
        self.texts.append(Painted(item.text(), self._transform.mapRect(place), self._clip))

    def drawPixmap(self, *_: object) -> None:  # noqa: N802
        pass

    def drawImage(self, *_: object) -> None:  # noqa: N802
        pass

    def drawPath(self, path: QPainterPath) -> None:  # noqa: N802
        del path

    def drawPolygon(self, *_: object) -> None:  # noqa: N802
        pass


class _Device(QPaintDevice):
    """As large as a widget."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.engine = _Engine()
        self._size = size

    def paintEngine(self) -> QPaintEngine:  # noqa: N802
        return self.engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        of = QPaintDevice.PaintDeviceMetric
        known = {of.PdmWidth: self._size.width(), of.PdmHeight: self._size.height(), of.PdmDepth: 32}
        known |= dict.fromkeys((of.PdmDpiX, of.PdmDpiY, of.PdmPhysicalDpiX, of.PdmPhysicalDpiY), 96)
        known[of.PdmDevicePixelRatio] = 1
        known[of.PdmDevicePixelRatioScaled] = 0x10000  # Qt's own unit; without it everything shrinks to nothing
        return known.get(metric, 1)


def is_inside(inner: QRectF, outer: QRect, slack: float) -> bool:
    """Whether nothing of a place lies outside of another."""
    return QRectF(outer).adjusted(-slack, -slack, slack, slack).contains(inner)
