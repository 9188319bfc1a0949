"""A page of pictures: each is whole, whatever the height of the window."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from epa_gui.core.results.content import ConfusionMatrix, Direction, ResultsContent
from epa_gui.core.results.pictures.figures import NO_MEANING
from epa_gui.core.results.pictures.gallery import pictures_of
from epa_gui.ui.base.threads import wait_for
from epa_gui.ui.results.picture_drawer import PictureDrawer
from epa_gui.ui.results.picture_words import picture_words
from epa_gui.ui.results.pictures_page import PicturesPage

CONTENT = ResultsContent(
    matrix=ConfusionMatrix(("no", "yes"), ((90, 10), (20, 30)), Direction.TOLD),
    previous_matrix=ConfusionMatrix(("no", "yes"), ((85, 15), (25, 25)), Direction.TOLD),
)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[PicturesPage]:
    drawer = PictureDrawer()
    page = PicturesPage("", drawer)
    qtbot.addWidget(page)
    page.show_pictures(pictures_of(CONTENT, picture_words(), lambda measure: measure.name, lambda _measure: NO_MEANING))
    yield page
    page.stop()
    drawer.stop()
    assert wait_for(drawer.threads, 10)


@pytest.mark.parametrize("height", [300, 700, 1400])
def test_nothing_of_a_picture_is_cut_off_at_its_foot(page: PicturesPage, qtbot: QtBot, height: int) -> None:
    page.resize(900, height)
    page.show()
    qtbot.wait(20)
    assert len(page.views()) == 2
    for view in page.views():
        foot = view.canvas.mapTo(view, view.canvas.rect().bottomLeft()).y()
        assert foot < view.height(), f"{foot - view.height()} pixels hang out of their view"
