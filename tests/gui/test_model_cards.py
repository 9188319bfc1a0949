"""The cards of the models at the side: what they tell, when they change, and that they can be read and worked."""

import math
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetrics, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.verdict_note import Answer, VerdictNote
from epa_gui.practice import PracticeService
from epa_gui.ui.base.page import sized
from epa_gui.ui.base.show import Show
from epa_gui.ui.jobs.job_list_model import JobColumn
from epa_gui.ui.window import card_text
from epa_gui.ui.window.model_card import CardLine, CardProgress, ModelCard
from epa_gui.ui.window.model_card_list import ModelCardList
from epa_gui.ui.window.model_cards_feed import ModelCardsFeed
from epa_gui.ui.window.sidebar import Sidebar
from tests.gui.at_desk import AtDesk
from tests.gui.test_colours import contrast
from tests.gui.test_rows import PALETTES, READABLE, READABLE_SELECTED, style
from tests.timing import assert_within

__all__ = ["style"]
HOUR, DAY = 3600.0, 86400.0
NAME = "Sales forecast"
LONGEST = "Live since 28 Nov · no clear difference"


def _feed(desk: AtDesk) -> ModelCardsFeed:
    return desk.window.sidebar.findChildren(ModelCardsFeed)[0]


def _live(desk: AtDesk) -> str:
    line = desk.card(NAME).live
    return line.text if line else ""


def _progress(desk: AtDesk) -> str:
    line = desk.card(NAME).progress
    return line.text if line else ""


def _key(desk: AtDesk) -> str:
    line = desk.card(NAME).key
    return line.text if line else ""


# What they tell


def test_a_card_tells_that_a_job_is_going_on_and_about_how_long(desk: AtDesk) -> None:
    finished, running = desk.finished_job("October"), desk.running_job("November")
    desk.until(lambda: _progress(desk) == "Waiting in the queue")
    desk.session.repository.change_job(replace(desk.job(running.key), status="training", next_check_at=math.inf))
    desk.until(lambda: _progress(desk) == "Training")
    now = desk.clock()
    ended = replace(desk.job(finished.key), started_at=now - HOUR, ended_at=now, going_at=now - 60)
    desk.session.repository.change_job(ended)
    desk.session.repository.change_job(replace(desk.job(running.key), started_at=now - HOUR / 2))
    desk.until(lambda: _progress(desk) == "Training · about 30 min left")
    desk.pass_time(HOUR / 4)
    desk.until(lambda: _progress(desk) == "Training · about 15 min left")
    desk.pass_time(20.25 * HOUR)
    desk.until(lambda: _progress(desk) == "20 h later than usual")
    desk.session.repository.remove_jobs([running.key])
    desk.until(lambda: not _progress(desk))


def test_the_bar_moves_on_within_seconds(desk: AtDesk) -> None:
    finished, running = desk.finished_job("October"), desk.running_job("November")
    now = desk.clock()
    ended = replace(desk.job(finished.key), started_at=now - 120, ended_at=now, going_at=now - 10)
    desk.session.repository.change_job(ended)
    desk.session.repository.change_job(replace(desk.job(running.key), started_at=now, next_check_at=math.inf))

    def share() -> float:
        line = desk.card(NAME).progress
        return math.inf if line is None or line.share is None else line.share

    desk.until(lambda: share() < 0.25)
    desk.pass_time(45)
    desk.until(lambda: 0.3 < share() < 1, seconds=5)


def test_of_several_jobs_the_first_to_end_is_told(desk: AtDesk) -> None:
    finished, later, sooner = desk.finished_job("October"), desk.running_job("Later"), desk.running_job("Sooner")
    now = desk.clock()
    ended = replace(desk.job(finished.key), started_at=now - HOUR, ended_at=now, going_at=now - 60)
    desk.session.repository.change_job(ended)
    desk.session.repository.change_job(replace(desk.job(later.key), started_at=now))
    desk.session.repository.change_job(replace(desk.job(sooner.key), started_at=now - HOUR / 2, status="training"))
    desk.until(lambda: _progress(desk) == "Training · about 30 min left")
    assert "2 job(s) in progress" in desk.card(NAME).details


def test_the_pills_count_the_jobs_that_need_a_person(desk: AtDesk, practice: PracticeService) -> None:
    job = desk.finished_job("October")
    desk.running_job("November")
    desk.add_model("Other", practice.issue_key(2002))
    desk.until(lambda: [card.needs for card in desk.model_cards()] == [1, 0, 1])
    desk.session.repository.change_job(replace(desk.job(job.key), opened_at=desk.clock()))
    desk.until(lambda: [card.needs for card in desk.model_cards()] == [0, 0, 0])


def test_a_card_tells_what_is_live_and_what_its_results_say(desk: AtDesk) -> None:
    job = desk.finished_job("October")
    assert _live(desk) == "Original model is live"
    desk.switch(job)
    desk.until(lambda: _live(desk).startswith("Live since "))
    assert "better" not in _live(desk)
    desk.session.repository.change_job(replace(desk.job(job.key), verdict=VerdictNote(Answer.BETTER)))
    desk.until(lambda: _live(desk).endswith(" · was clearly better"))
    assert "Live: October, as far as this program knows" in desk.card(NAME).details


def test_a_card_tells_when_the_key_ends_and_only_then(desk: AtDesk) -> None:
    assert _key(desk) == ""
    assert f"••••{desk.practice.api_key[-4:]}" in desk.card(NAME).details
    desk.pass_time(25 * DAY)
    desk.until(lambda: _key(desk) == "Key expires in about 5 day(s)")
    desk.pass_time(2 * DAY)
    desk.until(lambda: _key(desk) == "Key expires in about 3 day(s)")
    desk.pass_time(4 * DAY)
    desk.until(lambda: _key(desk).startswith("Key expired around "))


def test_a_screen_reader_is_told_all_of_a_card(desk: AtDesk) -> None:
    desk.finished_job("October")
    desk.until(lambda: desk.card(NAME).needs)
    card = QAccessible.queryAccessibleInterface(desk.model_list()).child(1)
    assert card.text(QAccessible.Text.Name) == f"{NAME}, 1 need(s) attention, original model is live"
    described = card.text(QAccessible.Text.Description)
    assert "as far as this program knows" in described
    assert f"••••{desk.practice.api_key[-4:]}" in described
    tip = desk.model_list().model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert described in tip


# When they change


def _changes(desk: AtDesk) -> list[int]:
    """The rows that are painted anew from now on."""
    rows: list[int] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        rows.extend(range(first.row(), last.row() + 1))

    desk.model_list().model().dataChanged.connect(note)
    return rows


def test_only_the_card_that_shows_something_else_is_painted_anew(desk: AtDesk, practice: PracticeService) -> None:
    job = desk.running_job("November")
    desk.add_model("Other", practice.issue_key(2002))
    desk.until(lambda: _progress(desk))
    rows = _changes(desk)
    desk.session.repository.change_job(replace(desk.job(job.key), note="Nothing that a card shows"))
    _feed(desk).refresh()
    desk.qtbot.wait(150)
    assert rows == []
    desk.session.repository.change_job(replace(desk.job(job.key), status="training"))
    desk.until(lambda: _progress(desk) == "Training")
    assert rows == [2]


def test_many_models_are_told_in_a_moment(desk: AtDesk) -> None:
    repository = desk.session.repository
    template = repository.models[desk.running_job("November").model]
    for number in range(49):
        repository.add_model(replace(template, id=f"m{number}", name=f"Model {number:02}"))
    states = ("job_finished", "training", "failed")
    repository.add_jobs(
        Job(f"{number}", f"m{number % 49}", added_at=number, status=states[number % 3], next_check_at=math.inf)
        for number in range(999)
    )
    desk.until(lambda: len(desk.model_cards()) == 51)
    desk.qtbot.wait(200)
    assert_within(0.1, _feed(desk).refresh)  # all of 50 models with 1,000 jobs


# How they are worked


def test_the_model_that_was_added_is_chosen_and_when_it_goes_all_are(desk: AtDesk, practice: PracticeService) -> None:
    desk.running_job("November")
    other = desk.add_model("Other", practice.issue_key(2002), stays_chosen=True)
    assert desk.chosen_model_line().startswith("Other\n")
    desk.until(lambda: "“Other” has no jobs yet." in desk.said())
    desk.session.repository.remove_model(other.id)
    desk.until(lambda: desk.chosen_model_line() == "All models")
    desk.until(lambda: [row[JobColumn.NAME] for row in desk.rows()] == ["November"])


def test_cards_are_chosen_by_keyboard(desk: AtDesk, practice: PracticeService) -> None:
    desk.running_job("November")
    desk.add_model("Other", practice.issue_key(2002))
    models = desk.model_list()
    models.setFocus()
    QTest.keyClick(models, Qt.Key.Key_Down)
    assert desk.chosen_model_line().startswith("Other\n")
    assert desk.rows() == []
    QTest.keyClick(models, Qt.Key.Key_End)
    assert desk.chosen_model_line().startswith(NAME)
    assert [row[JobColumn.NAME] for row in desk.rows()] == ["November"]
    QTest.keyClick(models, Qt.Key.Key_O)
    assert desk.chosen_model_line().startswith("Other\n")


def test_the_chosen_card_stays_chosen_where_a_new_name_moves_it(desk: AtDesk, practice: PracticeService) -> None:
    other = desk.add_model("Other", practice.issue_key(2002), stays_chosen=True)
    desk.session.repository.add_model(replace(other, name="Zero"))
    desk.until(lambda: [card.name for card in desk.model_cards()] == ["All models", NAME, "Zero"])
    assert desk.chosen_model_line().startswith("Zero\n")


def test_the_button_beside_the_heading_adds_a_model(desk: AtDesk) -> None:
    button = desk.field(desk.window.sidebar, "Add model…", QToolButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.dialog("Add model").reject()
    desk.actions.add_model.setEnabled(False)
    assert not button.isEnabled()


# How they look


def _shown(qtbot: QtBot, *cards: ModelCard, width: int = 0, chosen: str = "") -> tuple[Sidebar, ModelCardList]:
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    sidebar.show_cards([card_text.all_models(3), *cards])
    sidebar.choose_model(chosen)
    sidebar.resize(width or sidebar.wanted_width(), 900)
    sidebar.show()
    view = next(iter(sidebar.findChildren(ModelCardList)))
    qtbot.waitUntil(view.isVisible)
    sidebar.activateWindow()
    return sidebar, view


def _picture(view: ModelCardList, row: int) -> QImage:
    image = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ratio = image.devicePixelRatio()
    place = view.visualRect(view.model().index(row, 0))
    return image.copy(QRect(place.topLeft() * ratio, place.size() * ratio))


def _line(view: ModelCardList, row: int, number: int) -> QImage:
    """One of the lines below a card's name, as painted."""
    card = _picture(view, row)
    em = view.fontMetrics().height()
    height = round(em * 0.92 * 1.2)
    top = round(em * 0.36) + round(em * 1.3) + number * height
    return card.copy(em // 2, top, card.width() - em, height)


def _contrast(image: QImage) -> float:
    """Between what is behind a text and what stands out of it most."""
    pixels = [QColor(image.pixel(x, y)) for x in range(image.width()) for y in range(image.height())]
    paper = QColor(image.pixel(image.width() - 2, 2))
    return max(contrast(paper, pixel) for pixel in pixels)


@pytest.mark.qt_log_ignore("This plugin does not support raise", "This plugin does not support propagateSizeHints")
@pytest.mark.parametrize("is_chosen", [True, False], ids=["chosen", "not chosen"])
@pytest.mark.parametrize("colours", PALETTES)
@pytest.mark.usefixtures("style")
def test_soft_lines_can_be_read_on_every_card(qtbot: QtBot, colours: str, *, is_chosen: bool) -> None:
    palette = PALETTES[colours]()
    if palette is not None:
        QApplication.setPalette(palette)
    card = ModelCard(
        "m", "Many", 0, CardLine("Original model is live", ""), None, CardLine("Key expired yesterday", "")
    )
    _, view = _shown(qtbot, card, chosen="m" if is_chosen else "")
    least = READABLE_SELECTED if is_chosen else READABLE
    soft, plain = (_contrast(_line(view, 1, number)) for number in (0, 1))
    assert soft >= least
    assert plain >= soft - 0.1


def test_what_is_live_is_not_cut_off_at_the_first_width(qtbot: QtBot) -> None:
    card = ModelCard("m", "Many", 0, CardLine(LONGEST, "", "live"))
    sidebar, view = _shown(qtbot, card)
    width = sidebar.width()
    assert width >= 13 * sidebar.fontMetrics().height()
    own = _line(view, 1, 0)
    sidebar.resize(width + 100, 900)
    assert _line(view, 1, 0).copy(own.rect()) == own
    sidebar.resize(width * 2 // 3, 900)
    shorter = _line(view, 1, 0)
    assert shorter != own.copy(shorter.rect()), "else nothing would ever be cut off"


@pytest.mark.parametrize("text", ["Live since 11 Oct · no clear difference", "10月11日から運用中・明らかな差なし"])
def test_a_line_that_does_not_fit_is_parted_between_its_parts(qtbot: QtBot, text: str) -> None:
    first, second = (part.strip() for part in text.replace("・", "·").split("·"))
    view = ModelCardList()
    qtbot.addWidget(view)
    small = QFont(view.font())
    small.setPointSizeF(small.pointSizeF() * 0.92)
    view.resize(QFontMetrics(small).horizontalAdvance(text) + view.fontMetrics().height() * 7 // 4, 600)
    cards = [ModelCard(told, NAME, live=CardLine(told, "")) for told in (text, first, second)]
    view.tell([card_text.all_models(3), *cards])
    view.show()
    QApplication.processEvents()
    parted = [_line(view, 1, number) for number in (0, 1)]
    assert parted == [_line(view, 2, 0), _line(view, 3, 0)]


@pytest.mark.parametrize("text", ["Key expired around Nov 19", "Key expired around 19 Nov"])
def test_no_line_of_a_card_ends_within_a_day(qtbot: QtBot, text: str) -> None:
    view = ModelCardList()
    qtbot.addWidget(view)
    metrics = QFontMetrics(sized(view.font(), 0.92, is_bold=False))
    first, second = text[: len("Key expired around")], text[len("Key expired around ") :]
    em = view.fontMetrics().height()
    view.resize(metrics.horizontalAdvance(text[:-2]) + em * 11 // 5, 600)  # its end is within the day
    view.tell(
        [card_text.all_models(3), *(ModelCard(told, NAME, key=CardLine(told, "")) for told in (text, first, second))]
    )
    view.show()
    QApplication.processEvents()
    assert [_line(view, 1, number) for number in (0, 1)] == [_line(view, 2, 0), _line(view, 3, 0)]


def test_all_lines_of_a_card_begin_below_each_other(qtbot: QtBot) -> None:
    _, view = _shown(
        qtbot,
        ModelCard("1", NAME, live=CardLine("Live", "", "live")),
        ModelCard("2", NAME, live=CardLine("Live", "")),
        ModelCard("3", NAME, progress=CardProgress("Live", "", 1.0, "attention")),
    )
    side = view.fontMetrics().height() * 3 // 2
    words = [_line(view, number, 0) for number in (1, 2, 3)]
    words = [line.copy(side, 0, line.width() - side, line.height()) for line in words]
    assert words[0] == words[1] == words[2]


def test_a_long_name_ends_before_the_number(qtbot: QtBot) -> None:
    names = ("Call centre volume by hour and region of the country", "Call centre volume by hour and district")
    pictures = []
    for name in names:
        _, view = _shown(qtbot, ModelCard("m", name, 2))
        pictures.append(_picture(view, 1))
    pill = view.fontMetrics().height() * 2
    right = [picture.copy(picture.width() - pill, 0, pill, picture.height()) for picture in pictures]
    assert right[0] == right[1], "nothing of the name is painted there"


def test_cards_are_as_high_as_what_they_tell(qtbot: QtBot) -> None:
    line, bar = CardLine("Original model is live", ""), CardProgress("Training", "", 0.5)
    sidebar, view = _shown(qtbot, ModelCard("m", "Many", live=line), ModelCard("n", "More", live=line))
    before = view.visualRect(view.model().index(1, 0)).height()
    sidebar.show_cards([card_text.all_models(3), ModelCard("m", "Many", 0, line, bar), ModelCard("n", "More", 0, line)])
    qtbot.waitUntil(lambda: view.visualRect(view.model().index(1, 0)).height() > before)
    below = view.visualRect(view.model().index(2, 0))
    assert below.top() == view.visualRect(view.model().index(1, 0)).bottom() + 1
    assert below.height() == before


def test_a_line_that_is_cut_off_gives_up_its_bar_then_goes_on_below(qtbot: QtBot) -> None:
    texts: list[tuple[str, ...]] = []
    heights = []
    cards = [
        ModelCard("", "All models"),
        ModelCard("m", NAME, progress=CardProgress("Training · 18 min left", "", 0.5)),
    ]
    for width in (30, 10, 6):
        view = ModelCardList()
        qtbot.addWidget(view)
        em = view.fontMetrics().height()
        view.resize(width * em, 20 * em)
        view.tell(cards)
        view.show()
        QApplication.processEvents()
        heights.append(view.visualRect(view.cards.index(1)).height())
        picture = view.grab(view.visualRect(view.cards.index(1))).toImage()
        texts.append(("bar",) if _has_bar(picture) else ())
    assert heights[0] == heights[1] < heights[2]
    assert texts == [("bar",), (), ()]


def _has_bar(picture: QImage) -> bool:
    """Whether half of a bar is painted in the colour of what is chosen."""
    accent = QApplication.palette().color(QPalette.ColorRole.Highlight)
    return any(QColor(picture.pixel(x, y)) == accent for x in range(picture.width()) for y in range(picture.height()))


def test_a_click_on_how_many_need_attention_shows_these_jobs_of_that_model(
    desk: AtDesk, practice: PracticeService
) -> None:
    desk.finished_job("Mine")
    desk.running_job("Mine, running")
    other = desk.add_model("Other", practice.issue_key(2002))
    view = desk.window.sidebar.findChildren(ModelCardList)[0]
    desk.until(lambda: desk.card(NAME).needs == 1)
    row = next(row for row in range(view.model().rowCount()) if view.model().index(row, 0).data() == NAME)
    card = view.visualRect(view.model().index(row, 0))
    pill = card.topRight() - QPoint(view.fontMetrics().height(), -view.fontMetrics().height())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=card.center())
    assert desk.window.tool_bar.show_box.chosen() is Show.ALL, (
        "a click elsewhere on the card chooses the model, and no more"
    )
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=pill)
    assert desk.window.tool_bar.show_box.chosen() is Show.ATTENTION
    assert [line[JobColumn.NAME] for line in desk.rows()] == ["Mine"]
    assert desk.window.sidebar.chosen_model() != other.id
