"""One metric over the jobs of a model."""

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from epa_gui.core.results.pictures.figures import TrendPoint
from epa_gui.core.results.pictures.gallery import trend_of
from epa_gui.core.text.foreign_text import fill, shown
from epa_gui.ui.base.growing import ComboBox
from epa_gui.ui.base.joining import sentences
from epa_gui.ui.base.lone_text import LoneText
from epa_gui.ui.base.page import set_page_margins
from epa_gui.ui.base.soft_text import SoftText
from epa_gui.ui.results.picture_drawer import PictureDrawer
from epa_gui.ui.results.picture_view import PictureView
from epa_gui.ui.results.picture_words import picture_words
from epa_gui.ui.results.trend_points import Trend

_LOWEST = 7.0
"""Of the picture, in heights of the font."""


class TrendPage(QScrollArea):
    """The picture, of which metric it is, and what its gaps mean."""

    def __init__(self, drawer: PictureDrawer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawer = drawer
        self._trends: tuple[Trend, ...] = ()
        self._drawn: Trend | None = None
        self._chosen: tuple[str, str] | None = None
        self.view: PictureView | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        page = QWidget()
        self._column = QVBoxLayout(page)
        set_page_margins(self._column, page)
        self.choice = ComboBox()
        self.choice.setAccessibleName(self.tr("Metric"))
        self.choice.activated.connect(self._on_chosen)
        label = QLabel(self.tr("Metric:"))
        label.setBuddy(self.choice)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label)
        line.addWidget(self.choice)
        line.addStretch(1)
        self._empty = LoneText()
        self._empty.setText(self.tr("No job of this model has a value yet. Values appear when results are fetched."))
        self._note = SoftText()
        self._column.addWidget(self._line)
        self._empty.add_to(self._column, 1)
        self._column.addWidget(self._note)
        self._line.hide()
        self._note.hide()
        self.setWidget(page)

    def show_trends(self, trends: tuple[Trend, ...]) -> None:
        """Show the jobs by the metric that was chosen here, at first by the first one.

        Args:
            trends: One a metric; that which carries the verdict first.
        """
        if trends == self._trends:
            return
        self._trends = trends
        keys = [(trend.metric, trend.horizon) for trend in trends]
        with QSignalBlocker(self.choice):
            self.choice.clear()
            self.choice.addItems([shown(trend.name) for trend in trends])
            self.choice.setCurrentIndex(keys.index(self._chosen) if self._chosen in keys else 0)
        self._line.setVisible(len(trends) > 1)
        self._show_chosen()

    @Slot()
    def _on_chosen(self) -> None:
        trend = self._trends[self.choice.currentIndex()]
        self._chosen = (trend.metric, trend.horizon)
        self._show_chosen()

    def _show_chosen(self) -> None:
        trend = self._trends[self.choice.currentIndex()] if self._trends else None
        if trend == self._drawn and trend is not None:
            return
        self._drawn = trend
        self.stop()
        if self.view is not None:
            self._column.removeWidget(self.view)
            self.view.deleteLater()
            self.view = None
        points = trend.points if trend else ()
        has_any = any(point.value is not None for point in points)
        self._empty.setVisible(not has_any)
        self._note.show_text(self._words(points))
        self._note.setVisible(has_any and bool(self._note.text()))
        if trend is not None and has_any:
            picture = trend_of(points, trend.name, picture_words(self._drawer.clock), is_share=trend.is_share)
            self.view = PictureView(picture, self._drawer, title=fill(self.tr("{0} from job to job"), trend.name))
            self.view.canvas.take_what_is_left(_LOWEST)
            self._column.insertWidget(2, self.view, 1)

    def _words(self, points: tuple[TrendPoint, ...]) -> str:
        """What is seen, and why something is not."""
        rows = self.tr(
            "No line joins jobs that were evaluated on different rows: their values are not comparable. Without an"
            " evaluation file, the service chooses other rows each time."
        )
        ranges = self.tr(
            "The vertical line through a point is the range in which the true value lies with 95 % confidence."
        )
        gaps = self.tr("Jobs without a point have no value for this metric.")
        return sentences(
            rows if any(point.begins_anew for point in points[1:]) else "",
            ranges if any(point.range for point in points) else "",
            gaps if any(point.value is None for point in points) else "",
        )

    def stop(self) -> None:
        """Draw nothing any more."""
        if self.view is not None:
            self.view.stop()
