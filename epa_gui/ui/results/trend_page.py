"""One metric over the jobs of a model."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from epa_gui.core.results.pictures.figures import TrendPoint
from epa_gui.core.results.pictures.gallery import trend_of
from epa_gui.ui.base.page import set_page_margins
from epa_gui.ui.base.soft_text import SoftText
from epa_gui.ui.results.picture_drawer import PictureDrawer
from epa_gui.ui.results.picture_view import PictureView
from epa_gui.ui.results.picture_words import picture_words


class TrendPage(QWidget):
    """The picture, and what its gaps mean."""

    def __init__(self, drawer: PictureDrawer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawer = drawer
        self._shown: tuple[tuple[TrendPoint, ...], str] | None = None
        self.view: PictureView | None = None
        self._column = QVBoxLayout(self)
        set_page_margins(self._column, self)
        self._empty = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._empty.setText(self.tr("No job of this model has a figure yet. Figures come when results are fetched."))
        self._note = SoftText()
        self._column.addWidget(self._empty, 1)
        self._column.addWidget(self._note)
        self._note.hide()

    def show_points(self, points: tuple[TrendPoint, ...], name: str, *, is_share: bool) -> None:
        """Show the jobs, the oldest first.

        Args:
            points: One a job.
            name: What the metric is called.
            is_share: Whether it is a share of 1.
        """
        if self._shown == (points, name):
            return
        self._shown = (points, name)
        self.stop()
        if self.view is not None:
            self._column.removeWidget(self.view)
            self.view.deleteLater()
            self.view = None
        has_any = any(point.value is not None for point in points)
        self._empty.setVisible(not has_any)
        self._note.show_text(self._words(has_gaps=any(point.value is None for point in points)))
        self._note.setVisible(has_any)
        if has_any:
            self.view = PictureView(trend_of(points, name, picture_words(), is_share=is_share), self._drawer)
            self._column.insertWidget(1, self.view, 1)

    def _words(self, *, has_gaps: bool) -> str:
        told = self.tr(
            "The line breaks where the evaluation data changed: figures on both sides are not comparable. Without"
            " an evaluation file the service sets other rows aside each time."
        )
        if not has_gaps:
            return told
        gaps = self.tr("Jobs without a point were judged by another measure, or by none.")
        return f"{told} {gaps}"

    def stop(self) -> None:
        """Draw nothing any more."""
        if self.view is not None:
            self.view.stop()
