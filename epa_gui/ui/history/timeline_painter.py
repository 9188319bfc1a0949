"""Paints a timeline in the colours and the font of the day."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPalette, QPen, QPolygonF

from epa_gui.core.history.deployment import SwitchOutcome
from epa_gui.core.history.job_bars import Anchor, Ending, JobBar
from epa_gui.core.history.time_axis import TickUnit, TimeScale, ticks
from epa_gui.core.history.timeline import Behind, Mark, Span, Timeline
from epa_gui.core.history.timeline_labels import PlacedLabel, place_labels
from epa_gui.core.history.timeline_plan import (
    GAP,
    LEAST_WIDTH,
    Line,
    PlacedBar,
    PlacedMark,
    PlacedSpan,
    Rows,
    flag_width,
    place_bars,
    place_marks,
    place_spans,
    shortened,
    sign_of,
    sign_of_bar,
)
from epa_gui.core.history.timeline_svg import SvgTexts
from epa_gui.ui.base.accent import seen_accent
from epa_gui.ui.base.row_ink import contrast
from epa_gui.ui.base.tinting import mixed

_GREEN, _RED = QColor("#2f9e5b"), QColor("#d4473f")
"""Those of the icons for finished and failed."""

_REACH = 3.0
"""Pixels beside something thin that still belong to it for the mouse."""


@dataclass(frozen=True, slots=True)
class Area:
    """Something that was painted, and where."""

    rect: QRectF
    item: JobBar | Mark | Span


@dataclass(frozen=True, slots=True)
class Look:
    """How a timeline is to be painted.

    Attributes:
        rows: The rows from top to bottom.
        scale: The time in view.
        scrolled: Pixels by which the lanes are scrolled up.
        chosen: What is outlined.
        has_focus: Whether the keyboard is here.
    """

    rows: Rows
    scale: TimeScale
    scrolled: float
    chosen: Anchor | None
    has_focus: bool


class TimelinePainter:
    """One painting of a timeline."""

    def __init__(self, painter: QPainter, palette: QPalette, area: QRectF, look: Look) -> None:
        self._painter = painter
        self._area = area
        self._look = look
        self._rows, self._scale = look.rows, look.scale
        self._metrics = QFontMetricsF(painter.font())
        self._paper, self._ink = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
        self._accent = seen_accent(palette.color(QPalette.ColorRole.Highlight), self._ink, (self._paper,))
        inks = (palette.color(QPalette.ColorRole.HighlightedText), self._paper)
        self._on_accent = max(inks, key=lambda ink: contrast(ink, self._accent))
        self._soft = mixed(self._paper, self._ink, 0.7)
        self._sign = look.rows.line * 0.75
        self._boxes = {ending: self._box(ending) for ending in Ending}
        self._painted: list[Area] = []

    def paint(self, timeline: Timeline, texts: SvgTexts) -> list[Area]:
        """Paint what is in view; what was painted, from back to front."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axis(texts)
        self._paint_headings(texts)
        marks = place_marks(timeline, self._scale, self._sign, keep=self._look.chosen)
        self._painter.save()
        self._painter.setClipRect(self._area.adjusted(self._scale.left - 1, 0, 0, 0))
        for mark in marks:
            self._paint_pole(mark)
        for span in place_spans(timeline, self._scale):
            self._paint_span(span, texts)
        for mark in marks:
            self._paint_mark(mark)
        self._painter.setClipRect(self._area.adjusted(self._scale.left - 1, self._rows.jobs, 0, 0))
        bars = place_bars(timeline, self._scale, self._lanes_in_view(), keep=self._look.chosen)
        for bar, label in place_labels(bars, self._scale.left, self._sign, self._metrics.horizontalAdvance):
            self._paint_bar(bar, label)
        self._painter.restore()
        if self._look.has_focus:
            self._painter.setPen(QPen(self._accent, 2))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRect(self._area.adjusted(1, 1, -1, -1))
        return self._painted

    def _lanes_in_view(self) -> range:
        first = int(self._look.scrolled / self._rows.row)
        room = self._area.height() - self._rows.jobs
        return range(first, first + int(room / self._rows.row) + 2)

    def _paint_axis(self, texts: SvgTexts) -> None:
        labels = [texts.tick(self._scale.begins_at, unit) for unit in TickUnit]
        widest = max(self._metrics.horizontalAdvance(label) for label in labels)
        found = ticks(self._scale, widest + 4 * GAP)
        self._painter.setPen(QPen(mixed(self._paper, self._ink, 0.18), 1))
        for tick in found:
            x = self._scale.x(tick.at)
            self._painter.drawLine(QLineF(x, 0, x, self._area.height()))
        if found:
            self._write(GAP * 2, 0, texts.context(self._scale.begins_at, found[0].unit), self._scale.left - 3 * GAP)
        for tick in found:
            label, x = texts.tick(tick.at, tick.unit), self._scale.x(tick.at) + GAP
            if x + self._metrics.horizontalAdvance(label) <= self._area.right():
                self._write(x, 0, label, widest * 2)

    def _paint_headings(self, texts: SvgTexts) -> None:
        rows = self._rows
        headings = {
            rows.live: texts.live,
            rows.switches: texts.switches,
            rows.events: texts.events,
            rows.jobs: texts.jobs,
        }
        for top, heading in headings.items():
            self._write(GAP * 2, top, heading, self._scale.left - 3 * GAP)
        self._painter.setPen(QPen(mixed(self._paper, self._ink, 0.35), 1))
        self._painter.drawLine(QLineF(0, rows.jobs, self._area.right(), rows.jobs))

    def _paint_span(self, placed: PlacedSpan, texts: SvgTexts) -> None:
        rect = self._bar_rect(placed.x, self._rows.live, placed.width)
        behind = placed.span.behind
        fill = {Behind.JOB: QBrush(self._accent), Behind.UNKNOWN: QBrush(self._paper)}.get(
            behind, self._hatch(self._soft)
        )
        pen = QPen(self._soft, 1)
        if behind is Behind.JOB:
            pen = QPen(self._paper, 1) if placed.width >= 2 * LEAST_WIDTH else QPen(Qt.PenStyle.NoPen)
        elif behind is Behind.NOT_CONFIRMED:
            pen.setStyle(Qt.PenStyle.DashLine)
        self._painter.setPen(pen)
        self._painter.setBrush(fill)
        self._painter.drawRect(rect)
        label = self._fitting(texts.span(placed.span), placed.width - 2 * GAP)
        if behind is Behind.NOT_CONFIRMED and label:
            behind_text = QRectF(rect.left() + 1, rect.top() + 1, self._metrics.horizontalAdvance(label) + 2 * GAP, 0)
            behind_text.setBottom(rect.bottom() - 1)
            self._painter.fillRect(behind_text, self._paper)
        self._put(placed.x + GAP, self._rows.live, label, self._on_accent if behind is Behind.JOB else self._ink)
        self._painted.append(Area(rect, placed.span))

    def _paint_pole(self, placed: PlacedMark) -> None:
        if placed.mark.switch is None:
            return
        is_done = placed.mark.switch.outcome is SwitchOutcome.DONE
        line_style = Qt.PenStyle.SolidLine if is_done else Qt.PenStyle.DashLine
        self._painter.setPen(QPen(self._soft, 1.5 if is_done else 1, line_style))
        self._painter.drawLine(QLineF(placed.x, self._rows.switches + GAP, placed.x, self._area.height()))

    def _paint_mark(self, placed: PlacedMark) -> None:
        switch = placed.mark.switch
        if switch is None:
            rect = self._bar_rect(placed.x - self._sign / 2, self._rows.events, self._sign)
            self._paint_sign(sign_of(placed.mark), rect.left(), self._rows.events, self._ink)
        else:
            is_done = switch.outcome is SwitchOutcome.DONE
            width = flag_width(placed, self._sign)
            rect = self._bar_rect(placed.x, self._rows.switches, width)
            self._painter.setPen(QPen(self._accent, 1.5))
            self._painter.setBrush(self._accent if is_done else self._paper)
            self._painter.drawRect(rect)
            if width >= self._sign + GAP:
                x, colour = rect.center().x() - self._sign / 2, self._on_accent if is_done else self._ink
                self._paint_sign(sign_of(placed.mark), x, self._rows.switches, colour)
        self._remember(rect, placed.mark)

    def _paint_bar(self, placed: PlacedBar, label: PlacedLabel) -> None:
        bar = placed.bar
        top = self._rows.lane(bar.lane) - self._look.scrolled
        rect = self._bar_rect(placed.x, top, placed.width)
        self._paint_box(rect, bar.ending)
        if label.sign_x is not None:
            self._paint_sign(sign_of_bar(bar), label.sign_x, top, self._ink)
        self._put(label.text_x, top, label.text, self._ink)
        self._remember(rect, bar, label)

    def _paint_box(self, rect: QRectF, ending: Ending) -> None:
        pen, fill, hatch = self._boxes[ending]
        self._painter.setPen(pen)
        self._painter.setBrush(fill)
        self._painter.drawRect(rect)
        if hatch is not None:
            self._painter.fillRect(rect, hatch)

    def _box(self, ending: Ending) -> tuple[QPen, QColor, QBrush | None]:
        """Line, fill and pattern of a bar."""
        colour = {Ending.FINISHED: _GREEN, Ending.FAILED: _RED, Ending.GOING: self._accent}.get(ending)
        style = {
            Ending.GOING: Qt.PenStyle.DashLine,
            Ending.NEVER_ARRIVED: Qt.PenStyle.DashLine,
            Ending.UNKNOWN: Qt.PenStyle.DotLine,
        }.get(ending, Qt.PenStyle.SolidLine)
        fill = mixed(self._paper, colour, 0.2) if colour else self._paper
        hatch = self._hatch(_RED) if ending is Ending.FAILED else None
        return QPen(colour or self._soft, 1.2, style), fill, hatch

    def _remember(self, rect: QRectF, item: JobBar | Mark, label: PlacedLabel | None = None) -> None:
        """Take something down for the mouse, and outline it if it is chosen.

        Args:
            rect: Where it is.
            item: What it is.
            label: What is written at it, if its name is.
        """
        reach = rect.adjusted(-_REACH, 0, _REACH, 0)
        if label is not None and label.text:
            reach.setLeft(min(reach.left(), label.begins_at))
            reach.setRight(max(reach.right(), label.ends_at))
        self._painted.append(Area(reach, item))
        if item.anchor == self._look.chosen:
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            outline = rect.adjusted(-2.5, -2.5, 2.5, 2.5)
            self._painter.setPen(QPen(self._paper, 4))
            self._painter.drawRect(outline)
            self._painter.setPen(QPen(self._accent, 2.5))
            self._painter.drawRect(outline)

    def _paint_sign(self, lines: Iterable[Line], x: float, top: float, colour: QColor) -> None:
        y = top + (self._rows.row - self._sign) / 2
        self._painter.setPen(QPen(colour, max(1.4, self._sign / 8)))
        for line in lines:
            points = [QPointF(x + across * self._sign, y + down * self._sign) for across, down in line]
            self._painter.drawPolyline(QPolygonF(points))

    def _bar_rect(self, x: float, top: float, width: float) -> QRectF:
        return QRectF(x, top + (self._rows.row - self._rows.bar) / 2, width, self._rows.bar)

    def _hatch(self, colour: QColor) -> QBrush:
        return QBrush(mixed(self._paper, colour, 0.7), Qt.BrushStyle.BDiagPattern)

    def _fitting(self, text: str, width: float) -> str:
        return shortened(" ".join(text.split()), width, self._metrics.horizontalAdvance)

    def _write(self, x: float, top: float, text: str, width: float) -> None:
        self._put(x, top, self._fitting(text, width), self._soft)

    def _put(self, x: float, top: float, text: str, colour: QColor) -> None:
        if text:
            self._painter.setPen(colour)
            baseline = top + (self._rows.row + self._metrics.ascent() - self._metrics.descent()) / 2
            self._painter.drawText(QPointF(x, baseline), text)
