"""The first start: what an empty window offers, in every size, in light and dark, by mouse and by keyboard."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QStyleFactory, QToolBar, QWidget
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.row_ink import contrast
from epa_gui.ui.window.door_button import DoorButton
from epa_gui.ui.window.first_page import FirstPage
from tests.gui.at_desk import AtDesk

PRACTICE = "Try it with practice data"
MODEL = "Connect your own model"
JOB = "Follow a retraining that is already running"


@pytest.fixture
def letters(qapp: QApplication) -> Iterator[Callable[[float], None]]:
    """Makes all letters so many times as large."""
    before = QFont(qapp.font())

    def enlarge(times: float) -> None:
        font = QFont(before)
        font.setPointSizeF(before.pointSizeF() * times)
        qapp.setFont(font)

    yield enlarge
    qapp.setFont(before)


@pytest.fixture
def palette(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Gives the desktop a colour."""
    before = QPalette(qapp.palette())
    yield lambda color: qapp.setPalette(QPalette(QColor(color)))
    qapp.setPalette(before)


def page(qtbot: QtBot, width: int = 1024, height: int = 640) -> FirstPage:
    """The page alone, on screen."""
    made = FirstPage()
    qtbot.addWidget(made)
    made.resize(width, height)
    with qtbot.waitExposed(made):
        made.show()
    return made


def doors(shown: QWidget) -> dict[str, DoorButton]:
    """The doors by their titles."""
    return {door.text(): door for door in shown.findChildren(DoorButton)}


def tool_bar(desk: AtDesk) -> QToolBar:
    """The main window's."""
    return desk.window.findChildren(QToolBar)[0]


def test_return_on_the_first_start_opens_practice(new_desk: Callable[[], AtDesk], qtbot: QtBot) -> None:
    desk = new_desk()
    desk.button(desk.window, PRACTICE)
    with qtbot.waitSignal(desk.window.practice_chosen, timeout=5000):
        QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_Return)


@pytest.mark.parametrize(("door", "form"), [(MODEL, "Connect account"), (JOB, "Add job")])
def test_the_other_doors_open_their_forms_by_keyboard(new_desk: Callable[[], AtDesk], door: str, form: str) -> None:
    desk = new_desk()
    QTest.keyClick(desk.button(desk.window, door), Qt.Key.Key_Return)
    desk.dialog(form).close()


def test_who_has_no_secret_key_adds_a_single_model_behind_the_second_door(new_desk: Callable[[], AtDesk]) -> None:
    desk = new_desk()
    QTest.keyClick(desk.button(desk.window, MODEL), Qt.Key.Key_Return)
    desk.press(desk.dialog("Connect account"), "Add a single model with its own key…")
    desk.dialog("Add model").close()


def test_each_door_tells_a_screen_reader_what_it_needs(qtbot: QtBot) -> None:
    on_screen = page(qtbot)
    shown = doors(on_screen)
    assert list(shown) == [PRACTICE, MODEL, JOB]
    for title, door in shown.items():
        assert door.accessibleName() == title
    assert "nothing leaves this computer" in shown[PRACTICE].accessibleDescription()
    assert "key" in shown[MODEL].accessibleDescription()
    assert "job ID" in shown[JOB].accessibleDescription()


def test_the_five_steps_are_read_with_their_numbers(qtbot: QtBot) -> None:
    on_screen = page(qtbot)
    names = [label.accessibleName() for label in on_screen.findChildren(QLabel)]
    steps = ("Check", "Send", "Wait", "Compare", "Switch")
    assert [name for name in names if name.startswith("Step")] == [
        f"Step {place} of 5: {step}" for place, step in enumerate(steps, 1)
    ]
    assert "only when you say so" in names


def test_there_is_no_toolbar_until_there_is_a_model(new_desk: Callable[[], AtDesk]) -> None:
    desk = new_desk()
    desk.button(desk.window, PRACTICE)
    assert not tool_bar(desk).isVisible()
    assert desk.window.menuBar().actions()
    desk.add_model("Sales forecast")
    desk.until(tool_bar(desk).isVisible)
    desk.actions.remove_model.trigger()
    desk.until(lambda: not tool_bar(desk).isVisible())


def test_a_start_with_nothing_remembered_never_shows_a_toolbar_that_goes_again(new_desk: Callable[[], AtDesk]) -> None:
    desk = new_desk()
    desk.add_model("Sales forecast")
    desk.until(tool_bar(desk).isVisible)
    desk.window.restore_place("")
    assert not tool_bar(desk).isVisible()
    desk.session.presenter.refresh()
    assert tool_bar(desk).isVisible()


def test_find_without_a_list_does_nothing(new_desk: Callable[[], AtDesk]) -> None:
    desk = new_desk()
    desk.window.resize(500, 600)  # where the field would be behind the toolbar's end
    door = desk.button(desk.window, PRACTICE)
    desk.actions.find.trigger()
    desk.qtbot.wait(400)  # longer than a toolbar takes to unfold
    assert desk.window.focusWidget() is door
    desk.add_model("Sales forecast")
    desk.until(tool_bar(desk).isVisible)
    desk.qtbot.wait(400)
    assert tool_bar(desk).height() < 3 * desk.window.fontMetrics().height(), "it is unfolded"


@pytest.mark.parametrize("times", [1.0, 2.0])
@pytest.mark.parametrize("width", [1024, 1600])
def test_everything_is_whole_in_a_small_window_with_large_letters(
    qtbot: QtBot, letters: Callable[[float], None], times: float, width: int
) -> None:
    letters(times)
    shown = page(qtbot, width)
    scroll = shown.findChildren(QScrollArea)[0]
    inside = scroll.widget()
    assert inside is not None
    assert scroll.horizontalScrollBar().maximum() == 0
    assert inside.width() <= scroll.viewport().width()
    places = []
    parts = [part for part in (*inside.findChildren(QLabel), *inside.findChildren(DoorButton)) if part.isVisible()]
    assert len(parts) > len(doors(shown)) + 5, "a low window leaves out notes, and no name of a step"
    for part in parts:
        place = QRect(part.mapTo(inside, QPoint()), part.size())
        assert inside.rect().contains(place), part
        assert part.height() >= text_height(part), part
        places.append(place)
    assert not any(one.intersects(other) for at, one in enumerate(places) for other in places[:at])


def test_a_narrow_door_is_as_high_as_its_wrapped_texts(qtbot: QtBot) -> None:
    on_screen = page(qtbot, 360)
    for door in doors(on_screen).values():
        assert door.height() >= text_height(door)
    assert doors(on_screen)[PRACTICE].height() > 5 * on_screen.fontMetrics().height()


def test_it_scrolls_only_where_there_is_no_room(qtbot: QtBot, letters: Callable[[float], None]) -> None:
    usual = page(qtbot)
    assert usual.findChildren(QScrollArea)[0].verticalScrollBar().maximum() == 0
    letters(2.0)
    large = page(qtbot)
    assert large.findChildren(QScrollArea)[0].verticalScrollBar().maximum() > 0


@pytest.mark.parametrize("style", sorted(QStyleFactory.keys()))
@pytest.mark.parametrize("color", ["#f0f0f0", "#2b2b2b"])
def test_the_title_of_a_door_can_be_read_on_whatever_the_style_paints(
    qtbot: QtBot, palette: Callable[[str], None], style: str, color: str
) -> None:
    """Also on a style that fills a default button with the accent colour."""
    palette(color)
    shown = page(qtbot)
    made = QStyleFactory.create(style)
    made.setParent(shown)
    for door in doors(shown).values():
        door.setStyle(made)
        image = door.grab().toImage()
        text = inner(image, door)
        assert contrast(min(text, key=lightness), max(text, key=lightness)) >= 4.5, door.text()


def test_a_panel_of_the_accent_colour_is_written_on_in_its_own_ink(qtbot: QtBot) -> None:
    """As the windows11 style does: dark blue under black letters could not be read."""
    on_screen = page(qtbot)
    door = doors(on_screen)[PRACTICE]
    shades = QPalette(QColor("#003e92"))
    shades.setColor(QPalette.ColorRole.ButtonText, QColor("black"))
    shades.setColor(QPalette.ColorRole.HighlightedText, QColor("white"))
    door.setPalette(shades)
    text = inner(door.grab().toImage(), door)
    assert max(lightness(color) for color in text) > 200


def text_height(part: QWidget) -> int:
    """What its texts need at its width, in pixels."""
    metrics = part.fontMetrics()
    if isinstance(part, DoorButton):
        room = QRect(0, 0, part.width() - 6 * metrics.height(), 10_000)
        texts = (part.text(), part.accessibleDescription())
        return sum(metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height() for text in texts)
    return part.heightForWidth(part.width())


def inner(image: QImage, door: DoorButton) -> list[QColor]:
    """The colours where the texts are."""
    ratio = image.devicePixelRatio()
    left, right = round(door.height() * ratio), round((door.width() - door.height()) * ratio)
    top, bottom = round(0.2 * image.height()), round(0.8 * image.height())
    return [image.pixelColor(x, y) for x in range(left, right, 1) for y in range(top, bottom, 2)]


def lightness(color: QColor) -> int:
    """From 0 to 255."""
    return color.lightness()
