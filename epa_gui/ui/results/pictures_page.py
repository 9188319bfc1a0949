"""A page of pictures, one below the other."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from epa_gui.core.results.pictures.gallery import Picture, height_of
from epa_gui.ui.base.lone_text import LoneText
from epa_gui.ui.base.page import em, set_page_margins
from epa_gui.ui.results.picture_drawer import PictureDrawer
from epa_gui.ui.results.picture_view import PictureView

_LEAST_HEIGHT = 11.5
_GAP = 1.5
"""Heights of the font: of the lowest picture, and between two."""


class PicturesPage(QScrollArea):
    """Some of the pictures of the results.

    Signals:
        area_clicked: A named part of one was clicked: its name, and the values there across and up.
    """

    area_clicked = Signal(str, float, float)

    def __init__(self, empty_text: str, drawer: PictureDrawer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawer = drawer
        self._views: list[PictureView] = []
        self._is_against_live = False
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        set_page_margins(self._column, self._page)
        self._column.setSpacing(em(self, _GAP))
        self._empty = LoneText(empty_text)
        self._empty.add_to(self._column, 1)
        self.setWidget(self._page)

    def show_pictures(self, pictures: tuple[Picture, ...]) -> None:
        """Show these; each is drawn when it is first seen."""
        self.stop()
        for view in self._views:
            self._column.removeWidget(view)
            view.deleteLater()
        self._views = []
        for picture in pictures:
            view = PictureView(picture, self._drawer)
            view.show_compared(is_against_live=self._is_against_live)
            view.area_clicked.connect(self.area_clicked)
            # Of the drawing and not of the view: that has its title and buttons above, and would cut off what is below.
            view.canvas.setMinimumHeight(em(self, max(_LEAST_HEIGHT, height_of(picture))))
            self._views.append(view)
            self._column.addWidget(view, 1)
        self._empty.setVisible(not pictures)

    def show_compared(self, *, is_against_live: bool) -> None:
        """Call the model before by what it is known to be: the live one, else the previous one."""
        self._is_against_live = is_against_live
        for view in self._views:
            view.show_compared(is_against_live=is_against_live)

    def views(self) -> list[PictureView]:
        """What is shown."""
        return self._views

    def stop(self) -> None:
        """Draw nothing any more."""
        for view in self._views:
            view.stop()
