"""A picture on screen: drawn off the main thread, with its figures one key away."""

import threading
from collections.abc import Iterator

import pytest
from matplotlib.axes import Axes
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QGuiApplication, QImage, QMouseEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from epa_gui.core.results.content import ConfusionMatrix, Direction, ResultsContent
from epa_gui.core.results.pictures import drawing
from epa_gui.core.results.pictures.figures import NO_MEANING, PictureKind
from epa_gui.core.results.pictures.gallery import Picture, pictures_of, trend_of
from epa_gui.core.results.pictures.theme import LIGHT
from epa_gui.core.results.pictures.words import ENGLISH
from epa_gui.ui.base.row_ink import contrast
from epa_gui.ui.base.threads import wait_for
from epa_gui.ui.results.picture_drawer import PictureDrawer
from epa_gui.ui.results.picture_view import PictureView
from epa_gui.ui.results.picture_words import picture_words
from epa_gui.ui.results.picture_worker import Drawn, DrawOrder
from tests.core.results.pictures.figures import TREND

CONTENT = ResultsContent(
    matrix=ConfusionMatrix(("no", "yes"), ((90, 10), (20, 30)), Direction.TOLD),
    previous_matrix=ConfusionMatrix(("no", "yes"), ((85, 15), (25, 25)), Direction.TOLD),
)


def matrices() -> Picture:
    pictures = pictures_of(CONTENT, picture_words(), lambda measure: measure.name, lambda _measure: NO_MEANING)
    return next(picture for picture in pictures if picture.kind is PictureKind.MATRICES)


@pytest.fixture
def drawer() -> Iterator[PictureDrawer]:
    made = PictureDrawer()
    yield made
    made.stop()
    assert wait_for(made.threads, 30)


@pytest.fixture
def view(qtbot: QtBot, drawer: PictureDrawer) -> PictureView:
    made = PictureView(matrices(), drawer)
    qtbot.addWidget(made)
    made.resize(QSize(700, 420))
    made.show()
    qtbot.waitUntil(lambda: made.canvas.image() is not None, timeout=30_000)
    return made


def test_it_is_drawn_in_another_thread_for_the_size_on_screen(
    qtbot: QtBot, drawer: PictureDrawer, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = []
    image_of = drawing.image_of

    def noted(*args: object) -> drawing.Image:
        where.append(threading.current_thread() is threading.main_thread())
        return image_of(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(drawing, "image_of", noted)
    made = PictureView(matrices(), drawer)
    qtbot.addWidget(made)
    made.resize(QSize(700, 420))
    made.show()
    qtbot.waitUntil(lambda: made.canvas.image() is not None, timeout=30_000)
    image = made.canvas.image()
    assert where == [False] * len(where)
    assert image is not None
    ratio = made.canvas.devicePixelRatioF()
    assert image.size() == made.canvas.size() * ratio


def test_the_model_before_is_called_live_where_it_is_known_to_be(qtbot: QtBot, view: PictureView) -> None:
    before = view.canvas.image()
    view.show_compared(is_against_live=True)
    qtbot.waitUntil(lambda: view.canvas.image() != before, timeout=30_000)
    view.table.copy()
    headings = ["Actual", "Predicted", "Live model", "New model", "Difference", "Live model, share", "New model, share"]
    assert QGuiApplication.clipboard().text().splitlines()[0].split("\t") == headings
    view.show_compared(is_against_live=False)
    qtbot.waitUntil(lambda: view.canvas.image() == before, timeout=30_000)


def test_a_drawing_under_way_ends_at_its_next_piece(
    qtbot: QtBot, drawer: PictureDrawer, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn, draw = [], Axes.draw

    def stopped_at_once(self: Axes, *args: object) -> None:
        drawn.append(self)
        drawer.stop()  # as from the main thread, at this very moment
        draw(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(Axes, "draw", stopped_at_once)
    said: list[Drawn] = []
    drawer.drawn.connect(said.append)
    drawer.draw("view", DrawOrder(0, matrices(), ENGLISH, LIGHT, 700, 420, 1.0))
    qtbot.waitUntil(lambda: bool(said), timeout=30_000)
    assert len(drawn) == 1, "there are two, one for each model"
    assert said[0].image is None


def test_a_drawer_that_was_stopped_begins_nothing(drawer: PictureDrawer) -> None:
    drawer.stop()
    drawer.get_ready()
    drawer.draw("view", DrawOrder(0, matrices(), ENGLISH, LIGHT, 700, 420, 1.0))
    assert list(drawer.threads) == []


def test_a_key_shows_its_figures_and_brings_it_back(view: PictureView) -> None:
    view.canvas.setFocus()
    assert "space bar" in view.canvas.accessibleDescription()
    QTest.keyClick(view.canvas, Qt.Key.Key_Space)
    assert view.table.isVisible()
    model = view.table.model()
    cells = [[model.index(row, column).data() for column in range(model.columnCount())] for row in range(4)]
    assert cells[3] == ["yes", "yes", "25", "30", "+5", "50.0 %", "60.0 %"]
    view._toggle.click()
    assert view.canvas.isVisible()


def test_its_figures_are_copied_as_tab_separated_text(view: PictureView) -> None:
    view.table.clearSelection()
    view.table.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    headings = ["Actual", "Predicted", "Previous model", "New model", "Difference"]
    assert lines[0].split("\t") == [*headings, "Previous model, share", "New model, share"]
    assert len(lines) == 5


def test_the_picture_is_copied(view: PictureView) -> None:
    QGuiApplication.clipboard().clear()
    view._copy.click()
    copied: QImage = QGuiApplication.clipboard().image()
    assert view.canvas.image() is not None
    assert copied.size() == view.canvas.image().size()  # type: ignore[union-attr]


def test_a_click_tells_the_cell_and_the_pointer_its_figures(qtbot: QtBot, view: PictureView) -> None:
    assert view._drawn is not None
    assert view._drawn.image is not None
    area = next(area for area in view._drawn.image.areas if area.name == "new")
    spot = QPoint(
        round((area.left + (area.right - area.left) * 0.75) * view.canvas.width()),
        round((area.top + (area.bottom - area.top) * 0.25) * view.canvas.height()),
    )
    with qtbot.waitSignal(view.area_clicked) as clicked:
        QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=spot)
    name, across, up = clicked.args or ("", -9.0, -9.0)
    assert (name, round(up), round(across)) == ("new", 0, 1)
    _move(view.canvas, spot)
    assert view.canvas.toolTip().splitlines()[:2] == ["Actual: no", "Predicted: yes"]


def test_the_pointer_over_the_trend_tells_the_job(qtbot: QtBot, drawer: PictureDrawer) -> None:
    made = PictureView(trend_of(TREND, "AUC", picture_words(), is_share=True), drawer)
    qtbot.addWidget(made)
    made.resize(QSize(700, 420))
    made.show()
    qtbot.waitUntil(lambda: made.canvas.image() is not None, timeout=30_000)
    assert made._tip(2.1, 0.5).startswith("Job: December")
    assert made._tip(9.0, 0.5) == ""


def test_it_takes_the_colours_of_the_desktop_and_is_drawn_anew_when_they_change(
    qtbot: QtBot, view: PictureView
) -> None:
    before = view.canvas.image()
    dark = QPalette(view.palette())
    dark.setColor(QPalette.ColorRole.Window, Qt.GlobalColor.black)
    dark.setColor(QPalette.ColorRole.WindowText, Qt.GlobalColor.white)
    view.setPalette(dark)
    qtbot.waitUntil(lambda: view.canvas.image() is not before, timeout=30_000)
    image = view.canvas.image()
    assert image is not None
    assert image.pixelColor(2, 2).lightness() < 10


@pytest.mark.parametrize("window", ["#ffffff", "#efefef", "#d4d0c8", "#323232", "#1e1e1e"])
def test_words_of_the_verdict_can_be_read_on_the_window(view: PictureView, window: str) -> None:
    palette = QPalette(QColor(window), QColor(window))
    view.setPalette(palette)
    theme = view._theme()
    for ink in (theme.ink, theme.better_ink, theme.worse_ink):
        assert contrast(QColor(ink), QColor(window)) >= 4.5, ink


def test_it_is_written_in_the_windows_own_letters(view: PictureView) -> None:
    assert view._theme().families[0] == QFontInfo(view.font()).family()


def test_one_that_cannot_be_drawn_says_so_and_keeps_its_figures(
    qtbot: QtBot, drawer: PictureDrawer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> drawing.Image:
        raise MemoryError

    monkeypatch.setattr(drawing, "image_of", broken)
    made = PictureView(matrices(), drawer)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: "cannot be drawn" in made.canvas.message, timeout=30_000)
    assert made.table.model().rowCount() == 4


def test_one_that_is_gone_draws_nothing_more(qtbot: QtBot, drawer: PictureDrawer) -> None:
    made, other = PictureView(matrices(), drawer), PictureView(matrices(), drawer)
    for one in (made, other):
        qtbot.addWidget(one)
        one.show()
    made.stop()
    qtbot.waitUntil(lambda: other.canvas.image() is not None, timeout=30_000)
    assert made.canvas.image() is None


def test_a_window_may_close_while_it_is_drawn(qtbot: QtBot, drawer: PictureDrawer) -> None:
    made = PictureView(matrices(), drawer)
    made.resize(QSize(700, 420))
    made.show()
    qtbot.waitUntil(lambda: bool(list(drawer.threads)), timeout=30_000)
    made.close()
    made.deleteLater()
    del made
    qtbot.waitUntil(lambda: not list(drawer.threads), timeout=30_000)


def test_only_the_last_of_many_sizes_is_drawn(qtbot: QtBot, drawer: PictureDrawer) -> None:
    drawn: list[object] = []
    drawer.drawn.connect(drawn.append)
    order = DrawOrder(0, matrices(), picture_words(), LIGHT, 300, 200, 1.0)
    numbers = [drawer.draw("a view", order) for _ in range(10)]
    qtbot.waitUntil(lambda: len(drawn) == 2, timeout=30_000)
    qtbot.waitUntil(lambda: not list(drawer.threads), timeout=30_000)
    assert [one.order.number for one in drawn if isinstance(one, Drawn)] == [numbers[0], numbers[-1]]


def _move(widget: QWidget, place: QPoint) -> None:
    """Move the pointer; `QTest.mouseMove` moves the desktop's own, and one that is there already tells nobody."""
    button, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    places = QPointF(place), QPointF(widget.mapToGlobal(place))
    QApplication.sendEvent(widget, QMouseEvent(QEvent.Type.MouseMove, *places, button, button, none))
