"""The difference between two models as a line: worse on the left, better on the right, and how sure that is."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from epa_gui.ui.base.accent import seen_accent
from epa_gui.ui.base.tinting import mixed

_WORSE = QColor("#d64541")
_BETTER = QColor("#2f9e5b")
_SHARE = 0.16
_NEUTRAL_SHARE = 0.08
"""How much of the colour is mixed into the window's own; of the text's own where no side has a colour."""

_SOFTNESS = 0.72
_ROOM = 1.25
"""How much wider than what is shown the line is."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What the strip shows; better is positive.

    Attributes:
        value: The difference.
        low, high: Where the true one lies with 95 % confidence; `None` if that is not known.
        text: The same in figures.
        is_told: Whether the answer is known: else no side has a colour, and the dot is on none.
    """

    value: float
    low: float | None
    high: float | None
    text: str
    is_told: bool = True


class DifferenceStrip(QWidget):
    """The line. The figures stand below it as text, and are its accessible description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._difference: Difference | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Difference between the two models"))
        self.setMinimumWidth(self.fontMetrics().height() * 14)

    def show_difference(self, difference: Difference) -> None:
        """Show this one."""
        self._difference = difference
        self.setAccessibleDescription(difference.text)
        self.setToolTip(difference.text)
        self.update()

    def words_width(self) -> int:
        """How wide it must be for its words, in pixels."""
        own = self.fontMetrics().horizontalAdvance(self._difference.text) if self._difference else 0
        return max(self.minimumWidth(), own + 2)

    def sizeHint(self) -> QSize:
        """A line of text above, the strip, a line below."""
        em = self.fontMetrics().height()
        return QSize(em * 30, int(em * 4.2))

    def minimumSizeHint(self) -> QSize:
        """As high as that in any case."""
        return QSize(self.minimumWidth(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint both sides, the line of what is likely, the dot, and the words."""
        if self._difference is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        em = self.fontMetrics().height()
        band = QRectF(0, em * 1.15, self.width(), em * 1.5)
        palette = self.palette()
        middle = self._x(0.0, band)
        left, right = self.side_colours()
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        painter.fillRect(QRectF(band.left(), band.top(), middle - band.left(), band.height()), left)
        painter.fillRect(QRectF(middle, band.top(), band.right() - middle, band.height()), right)
        self._paint_words(painter, band, middle)
        self._paint_line(painter, band)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.WindowText), 1))
        painter.drawLine(QPointF(middle, band.top() - em * 0.1), QPointF(middle, band.bottom() + em * 0.1))
        painter.end()

    def _paint_words(self, painter: QPainter, band: QRectF, middle: float) -> None:
        difference = self._difference
        if difference is None:
            return
        em, metrics = self.fontMetrics().height(), self.fontMetrics()
        painter.setPen(self._soft())
        above = QRectF(0, 0, self.width(), em * 1.1)
        worse, better, zero = self.tr("← worse"), self.tr("better →"), self.tr("no difference")
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            worse, better = better, worse
        painter.drawText(above, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, worse)
        painter.drawText(above, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, better)
        zero_width = metrics.horizontalAdvance(zero)
        zero_left = middle - zero_width / 2
        least, most = (metrics.horizontalAdvance(text) + em * 0.5 for text in (worse, better))
        is_above = least <= zero_left and zero_left + zero_width <= self.width() - most
        if is_above:
            painter.drawText(QRectF(zero_left, 0, zero_width + 2, em * 1.1), Qt.AlignmentFlag.AlignVCenter, zero)
        top = band.bottom() + em * 0.2
        text_width = metrics.horizontalAdvance(difference.text)
        at = self._x(difference.value, band) - text_width / 2
        left = max(0.0, min(at, self.width() - text_width))
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(QRectF(left, top, text_width + 2, em * 1.2), Qt.AlignmentFlag.AlignLeft, difference.text)
        zero_left = max(0.0, min(zero_left, self.width() - zero_width))
        if not is_above and (zero_left + zero_width + em < left or left + text_width + em < zero_left):
            painter.setPen(self._soft())
            painter.drawText(QRectF(zero_left, top, zero_width + 2, em * 1.2), Qt.AlignmentFlag.AlignLeft, zero)

    def _paint_line(self, painter: QPainter, band: QRectF) -> None:
        difference = self._difference
        if difference is None:
            return
        em = self.fontMetrics().height()
        colour = self.line_colour()
        y = band.center().y()
        if difference.low is not None and difference.high is not None:
            painter.setPen(QPen(colour, max(2.0, em * 0.18), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(self._x(difference.low, band), y), QPointF(self._x(difference.high, band), y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(self._x(difference.value, band), y), em * 0.35, em * 0.35)

    def side_colours(self) -> tuple[QColor, QColor]:
        """What is behind the line: where it is worse, and where it is better."""
        palette = self.palette()
        window = palette.color(QPalette.ColorRole.Window)
        if self._difference is not None and not self._difference.is_told:
            neutral = mixed(window, palette.color(QPalette.ColorRole.WindowText), _NEUTRAL_SHARE)
            return neutral, neutral
        return mixed(window, _WORSE, _SHARE), mixed(window, _BETTER, _SHARE)

    def line_colour(self) -> QColor:
        """That of the line and the dot: the accent colour, as much of it as is seen on both sides."""
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        return seen_accent(accent, ink, self.side_colours())

    def _x(self, value: float, band: QRectF) -> float:
        """Nothing is at a third from the side that is less needed, so that everything has room."""
        difference = self._difference
        shown = [value, 0.0]
        if difference is not None:
            ends = (difference.low, difference.high)
            shown = [difference.value, 0.0, *(end for end in ends if end is not None)]
        most = max(map(abs, shown)) * _ROOM or 1.0
        least = most / 2  # so much of the other side is always seen
        low = -most if min(shown) < -least else -least
        high = most if max(shown) > least else least
        share = (value - low) / (high - low)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            share = 1 - share
        return band.left() + share * band.width()

    def _soft(self) -> QColor:
        window = self.palette().color(QPalette.ColorRole.Window)
        return mixed(window, self.palette().color(QPalette.ColorRole.WindowText), _SOFTNESS)
