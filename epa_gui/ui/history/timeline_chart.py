"""The part of the timeline that is drawn: it scrolls, zooms, and is walked through by keyboard."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from epa_gui.core.history.job_bars import Anchor, JobBar
from epa_gui.core.history.time_axis import SHORTEST, TimeScale, with_margins
from epa_gui.core.history.timeline import Span, Timeline
from epa_gui.core.history.timeline_plan import GAP, Rows
from epa_gui.core.history.timeline_svg import SvgTexts
from epa_gui.core.history.timeline_walk import Item, Step, Walk, when
from epa_gui.ui.history.timeline_painter import Area, Look, TimelinePainter
from epa_gui.ui.history.timeline_text import tip

ZOOM_STEP = 1.6

_MOST_STEPS = 1e9
"""Of the horizontal scroll bar, whose numbers have 32 bits."""

_STEPS = {
    Qt.Key.Key_Left: Step.BACK,
    Qt.Key.Key_Right: Step.ON,
    Qt.Key.Key_Home: Step.FIRST,
    Qt.Key.Key_End: Step.LAST,
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
}


class Period(NamedTuple):
    """What a chart shows, for another one to show the same.

    Attributes:
        model: Of which model.
        time: When what is in view begins, and how many seconds that is; `None` for all there is.
        anchor: What is chosen; `None` for nothing.
    """

    model: str
    time: tuple[float, float] | None
    anchor: Anchor | None


class TimelineChart(QAbstractScrollArea):
    """Jobs, switches, results and keys over time.

    Signals:
        chosen: A person chose something; its `Anchor`.
        opened: A person wants to see the event it stands for; its `Anchor`.
        described: What is to be said of the chosen one has changed; empty if nothing is chosen.
        zoomed: Another stretch of time is in view.
    """

    chosen = Signal(object)
    opened = Signal(object)
    described = Signal(str)
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Timeline"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.viewport().setMouseTracking(True)
        self._timeline: Timeline | None = None
        self._texts: SvgTexts | None = None
        self._walk: Walk | None = None
        self._current: Item | None = None
        self._wanted: Period | None = None
        self._begins_at = 0.0
        self._seconds = SHORTEST
        self._is_setting = False
        self._painted: list[Area] = []
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().setSingleStep(round(self._rows().row))

    def period(self) -> Period | None:
        """What is in view, for another chart to show the same; `None` where nothing is drawn."""
        if self._timeline is None:
            return self._wanted
        is_whole = not self.can_zoom_out
        anchor = self._current.anchor if self._current else None
        return Period(self._timeline.model, None if is_whole else (self._begins_at, self._seconds), anchor)

    def come_back(self, period: Period | None) -> None:
        """Show this as soon as that model is drawn."""
        self._wanted = period

    def show_timeline(self, timeline: Timeline, texts: SvgTexts) -> None:
        """Show a model; what is chosen and the time in view stay if it is the same as before."""
        wanted, self._wanted = self._wanted, None
        is_same = self._timeline is not None and self._timeline.model == timeline.model
        was_whole = not is_same or not self.can_zoom_out
        anchor = self._current.anchor if self._current and is_same else None
        self._timeline, self._texts = timeline, texts
        self._walk = Walk(timeline)
        if was_whole:
            self.show_all()
        else:
            self._show_time(self._begins_at, self._seconds)
        if wanted is not None and wanted.model == timeline.model:
            anchor = wanted.anchor
            if wanted.time is not None:
                self._show_time(*wanted.time)
        self._set_current(self._walk.item_of(anchor))

    # Zooming and scrolling

    @property
    def can_zoom_in(self) -> bool:
        """Whether less time can be in view."""
        return self._seconds > SHORTEST

    @property
    def can_zoom_out(self) -> bool:
        """Whether there is more time than is in view."""
        begins_at, ends_at = self._whole()
        return self._seconds < ends_at - begins_at

    @Slot()
    def zoom_in(self) -> None:
        """Less time, larger."""
        self._zoom(1 / ZOOM_STEP)

    @Slot()
    def zoom_out(self) -> None:
        """More time, smaller."""
        self._zoom(ZOOM_STEP)

    @Slot()
    def show_all(self) -> None:
        """All there is."""
        begins_at, ends_at = self._whole()
        self._show_time(begins_at, ends_at - begins_at)

    def _zoom(self, factor: float, x: float | None = None) -> None:
        """Put `factor` times as much time in view; what is at `x` stays there, else the chosen one if it is in view."""
        scale = self._scale()
        around = scale.at(x) if x is not None else (scale.begins_at + scale.ends_at) / 2
        if x is None and self._current and scale.shows(when(self._current), when(self._current)):
            around = when(self._current)
        seconds = max(SHORTEST, self._seconds * factor)
        share = (around - scale.begins_at) / scale.seconds
        self._show_time(around - share * seconds, seconds)

    def _show_time(self, begins_at: float, seconds: float) -> None:
        earliest, latest = self._whole()
        self._seconds = min(max(SHORTEST, seconds), latest - earliest)
        self._begins_at = min(max(begins_at, earliest), latest - self._seconds)
        self._set_scroll_bars()
        self.viewport().update()
        self.zoomed.emit()

    def _whole(self) -> tuple[float, float]:
        if self._timeline is None:
            return 0.0, SHORTEST
        return with_margins(self._timeline.begins_at, self._timeline.ends_at)

    def _set_scroll_bars(self) -> None:
        earliest, latest = self._whole()
        steps = min(_MOST_STEPS, 1000 * (latest - earliest) / self._seconds)
        page = steps * self._seconds / (latest - earliest)
        across = self.horizontalScrollBar()
        self._is_setting = True  # the signals themselves are needed: they show and hide the bar
        across.setRange(0, round(steps - page))
        across.setPageStep(round(page))
        across.setSingleStep(max(1, round(page / 10)))
        across.setValue(round(steps * (self._begins_at - earliest) / (latest - earliest)))
        self._is_setting = False
        rows = self._rows()
        room = self.viewport().height() - rows.jobs
        lanes = self._timeline.lanes if self._timeline else 0
        down = self.verticalScrollBar()
        down.setRange(0, max(0, round(lanes * rows.row + GAP - room)))
        down.setPageStep(max(1, round(room)))

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        earliest, latest = self._whole()
        farthest = self.horizontalScrollBar().maximum()
        if farthest and not self._is_setting:
            self._begins_at = earliest + (latest - earliest - self._seconds) * value / farthest
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As much time as before, on another width."""
        super().resizeEvent(event)
        self._set_scroll_bars()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other rows."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.verticalScrollBar().setSingleStep(round(self._rows().row))
            self._set_scroll_bars()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, where the pointer is; scroll else."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(ZOOM_STEP ** (-event.angleDelta().y() / 120), event.position().x())
            event.accept()
        else:
            super().wheelEvent(event)

    # Choosing

    def choose(self, anchor: Anchor) -> bool:
        """Choose what stands for an event, without a signal; `False` if nothing does."""
        item = self._walk.item_of(anchor) if self._walk else None
        if item is not None:
            self._set_current(item)
            self._bring_into_view(item)
        return item is not None

    def _set_current(self, item: Item | None) -> None:
        self._current = item
        told = self._told(item)
        self.setAccessibleDescription(told)
        self.described.emit(told)
        self.viewport().update()

    def _told(self, item: Item | Span | None) -> str:
        if item is None or self._texts is None:
            return ""
        if isinstance(item, Span):
            return self._texts.span_told(item)
        return self._texts.job_told(item) if isinstance(item, JobBar) else self._texts.mark_told(item)

    def _choose_as_person(self, item: Item) -> None:
        self._set_current(item)
        self._bring_into_view(item)
        self.chosen.emit(item.anchor)

    def _bring_into_view(self, item: Item) -> None:
        scale, at = self._scale(), when(item)
        if not scale.begins_at <= at <= scale.ends_at - 0.05 * scale.seconds:
            self._show_time(at - 0.4 * self._seconds, self._seconds)
        if isinstance(item, JobBar):
            rows, bar = self._rows(), self.verticalScrollBar()
            top = item.lane * rows.row
            room = self.viewport().height() - rows.jobs
            bar.setValue(round(min(max(bar.value(), top + rows.row + GAP - room), top)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from one to the next, Enter opens, plus and minus zoom."""
        step = _STEPS.get(Qt.Key(event.key()))
        item = self._walk.after(self._current, step) if self._walk and step else None
        zoom = {"+": self.zoom_in, "=": self.zoom_in, "-": self.zoom_out, "0": self.show_all}.get(event.text())
        if item is not None:
            self._choose_as_person(item)
        elif zoom is not None:
            zoom()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._current:
            self.opened.emit(self._current.anchor)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the pointer."""
        item = self._item_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and item is not None:
            self._choose_as_person(item)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is under the pointer."""
        item = self._item_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and item is not None:
            self.opened.emit(item.anchor)

    def _item_at(self, place: QPointF) -> Item | None:
        """What is there; of what was live, the switch that put it there."""
        area = self._area_at(place)
        found = area.item if area else None
        if isinstance(found, Span):
            return self._walk.switch_behind(found) if self._walk else None
        return found

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what is under the pointer; zoom with two fingers."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            area = self._area_at(QPointF(event.pos()))
            if area is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(
                    event.globalPos(), tip(self._told(area.item)), self.viewport(), area.rect.toAlignedRect()
                )
            return True
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._zoom(1 / (1 + max(-0.5, event.value())), event.position().x())
            return True
        return super().viewportEvent(event)

    def _area_at(self, place: QPointF) -> Area | None:
        return next((area for area in reversed(self._painted) if area.rect.contains(place)), None)

    # Painting

    def _rows(self) -> Rows:
        return Rows(QFontMetricsF(self.font()).height())

    def _scale(self) -> TimeScale:
        letters = QFontMetricsF(self.font())
        texts = self._texts
        headings = (texts.live, texts.switches, texts.events, texts.jobs) if texts else ()
        gutter = max((letters.horizontalAdvance(heading) for heading in headings), default=0.0) + 5 * GAP
        width = self.viewport().width()
        left = min(gutter, width * 0.35)
        return TimeScale(self._begins_at, self._begins_at + self._seconds, left, max(1.0, width - left - 4 * GAP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is in view."""
        if self._timeline is None or self._texts is None:
            return
        anchor = self._current.anchor if self._current else None
        look = Look(self._rows(), self._scale(), self.verticalScrollBar().value(), anchor, self.hasFocus())
        painter = QPainter(self.viewport())
        self._painted = TimelinePainter(painter, self.palette(), QRectF(self.viewport().rect()), look).paint(
            self._timeline, self._texts
        )
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it is not."""
        super().focusOutEvent(event)
        self.viewport().update()
