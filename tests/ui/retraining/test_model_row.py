"""The line of the model: what it predicts can be read whole, and so can what is live."""

import pytest
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.page import em
from epa_gui.ui.base.soft_text import SoftText
from epa_gui.ui.retraining.model_row import ModelRow
from tests.ui.box_room import shows_all_of

LIVE = "live: the original model, or one switched elsewhere"


@pytest.fixture
def row(qtbot: QtBot) -> ModelRow:
    made = ModelRow()
    qtbot.addWidget(made)
    made.show_models({"m": "Customer churn"}, "m")
    made.show_live(LIVE)
    made.show_target(["region", "churned"], "churned", is_guessed=True)
    made.show()
    return made


def live_of(row: ModelRow) -> SoftText:
    return row.findChildren(SoftText)[0]


def is_beside(row: ModelRow) -> bool:
    """Whether what is live stands behind the lists."""
    return live_of(row).x() > row.target.geometry().right()


def has_two_lines_at_most(row: ModelRow) -> bool:
    live = live_of(row)
    return live.whole_height(live.width()) <= live.whole_height(10_000) + live.fontMetrics().lineSpacing()


@pytest.mark.parametrize("width", [26, 34, 44, 60])
def test_a_target_read_from_results_is_seen_whole_and_what_is_live_takes_two_lines_at_most(
    row: ModelRow, qtbot: QtBot, width: int
) -> None:
    row.resize(em(row, width), row.sizeHint().height())
    assert "read from results" in row.target.currentText()
    qtbot.waitUntil(lambda: shows_all_of(row.target, row.target.currentText()) and has_two_lines_at_most(row))


def test_what_is_live_stands_beside_the_lists_where_there_is_room(row: ModelRow, qtbot: QtBot) -> None:
    row.resize(em(row, 60), row.sizeHint().height())
    qtbot.waitUntil(lambda: is_beside(row))
    row.resize(em(row, 30), row.sizeHint().height())
    qtbot.waitUntil(lambda: not is_beside(row))
    row.resize(em(row, 60), row.sizeHint().height())
    qtbot.waitUntil(lambda: is_beside(row))


@pytest.mark.parametrize("family", ["DejaVu Sans", ""])
def test_two_lines_of_japanese_count_as_two(row: ModelRow, qtbot: QtBot, family: str) -> None:
    """Where another font shows them they are higher."""
    font = row.font()
    font.setFamily(family or font.family())
    row.setFont(font)
    row.show_target(["a"], "a", is_guessed=False)
    row.show_live("運用中: 元のモデル、または別の場所で切り替えられたモデル")
    live = live_of(row)
    one, two = live.whole_height(10_000), live.whole_height(live.fontMetrics().horizontalAdvance(live.text()) * 2 // 3)
    assert one < two
    for width in range(36, 70):
        row.resize(em(row, width), row.sizeHint().height())
        qtbot.waitUntil(lambda: not is_beside(row) or live.height() <= max(two, row.target.height()))
        if is_beside(row) and live.whole_height(live.width()) == two:
            return
    pytest.fail("two lines never stand beside the lists")


def test_it_goes_below_when_the_file_that_was_read_has_a_long_name(row: ModelRow, qtbot: QtBot) -> None:
    row.resize(em(row, 31), row.sizeHint().height())
    row.show_target(["a"], "a", is_guessed=False)
    qtbot.waitUntil(lambda: is_beside(row))
    row.show_target(["a", "how often somebody has called"], "a", is_guessed=False)
    qtbot.waitUntil(lambda: not is_beside(row))


def test_choosing_another_column_moves_nothing(row: ModelRow, qtbot: QtBot) -> None:
    row.resize(em(row, 60), row.sizeHint().height())
    row.show_target(["a", "how often somebody has called"], "a", is_guessed=False)
    qtbot.waitUntil(lambda: shows_all_of(row.target, "how often somebody has called"))
    before = row.target.geometry(), live_of(row).geometry()
    row.target.setCurrentIndex(2)
    qtbot.wait(200)  # longer than the list waits before it asks for other room
    assert (row.target.geometry(), live_of(row).geometry()) == before


def test_names_without_end_leave_room_for_what_is_live(row: ModelRow, qtbot: QtBot) -> None:
    row.resize(em(row, 60), row.sizeHint().height())
    row.show_models({"m": "Customer churn " * 12}, "m")
    row.show_target(["churned " * 30], "churned " * 30, is_guessed=True)
    qtbot.waitUntil(lambda: has_two_lines_at_most(row) and row.target.geometry().right() < row.width())
