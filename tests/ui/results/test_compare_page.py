"""Two jobs side by side: how this one differs from the other, by the figures that are seen."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from epa_gui.core.jobs.job import JobKey
from epa_gui.core.results.content import Contribution, Measure, MetricKind, ResultsContent
from epa_gui.core.results.job_comparison import SameRows, compared
from epa_gui.ui.results.compare_page import ComparePage, comparison_table
from tests.ui.box_room import shows_all_of

DECEMBER = ResultsContent(
    measures=(Measure("AUC", MetricKind.AUC, 0.9053), Measure("Recall", MetricKind.RECALL, 0.8096)),
    contributions=(Contribution("age", 3.0), Contribution("plan", 1.0)),
)
NOVEMBER = ResultsContent(
    measures=(Measure("AUC", MetricKind.AUC, 0.8948), Measure("Recall", MetricKind.RECALL, 0.7829)),
    contributions=(Contribution("age", 1.0), Contribution("plan", 1.0)),
)


def test_the_difference_is_this_job_minus_the_other_and_says_so() -> None:
    table = comparison_table(compared(DECEMBER, NOVEMBER), "December", "November")
    assert table.headings == ("What is compared", "November", "December (this job)", "This job minus the other")
    assert {row[0]: row[1:] for row in table.rows} == {
        "AUC": ("0.895", "0.905", "+0.010"),
        "Recall": ("78.3 %", "81.0 %", "+2.7 points"),
        "Contribution of “age”": ("50.0 %", "75.0 %", "+25.0 points"),
        "Contribution of “plan”": ("50.0 %", "25.0 %", "−25.0 points"),
    }


def test_a_difference_of_contributions_is_that_of_the_two_figures_beside_it() -> None:
    """20.06 % and 27.34 % are 7.28 points apart; who sees 20.1 % and 27.3 % finds 7.2."""
    one = ResultsContent(contributions=(Contribution("age", 27.34), Contribution("plan", 72.66)))
    two = ResultsContent(contributions=(Contribution("age", 20.06), Contribution("plan", 79.94)))
    rows = {row[0]: row[1:] for row in comparison_table(compared(one, two), "a", "b").rows}
    assert rows["Contribution of “age”"] == ("20.1 %", "27.3 %", "+7.2 points")


def test_a_difference_has_the_decimals_of_the_values_beside_it_as_the_file_writes_them() -> None:
    one = ResultsContent(measures=(Measure("Accuracy", MetricKind.ACCURACY, 0.8167, this_text="81.67%"),))
    two = ResultsContent(measures=(Measure("Accuracy", MetricKind.ACCURACY, 0.8112, this_text="81.12%"),))
    ((_, *figures),) = comparison_table(compared(one, two), "a", "b").rows
    assert figures == ["81.12 %", "81.67 %", "+0.55 points"]


def test_the_headings_end_where_the_list_does(qtbot: QtBot) -> None:
    """The last column holds figures: the words before them have what is left, in a narrower window less."""
    page = ComparePage("December")
    qtbot.addWidget(page)
    page.resize(1500, 400)
    page.show()
    page.show_lines(compared(DECEMBER, NOVEMBER), SameRows.YES, "November")
    for width in (1500, 1100):
        page.resize(width, 400)
        assert page.table.header().length() == page.table.viewport().width()
    page.resize(200, 400)
    assert page.table.header().length() > page.table.viewport().width(), "nothing is cut off instead of scrolled to"


@pytest.mark.parametrize(("same", "is_said"), [(SameRows.YES, False), (SameRows.NO, True), (SameRows.UNKNOWN, True)])
def test_values_that_may_not_be_comparable_are_said_to_be_so_with_an_icon(
    qtbot: QtBot, same: SameRows, is_said: bool
) -> None:
    page = ComparePage("December")
    qtbot.addWidget(page)
    page.show()
    page.show_lines(compared(DECEMBER, NOVEMBER), same, "November")
    assert page._note.isVisible() is is_said
    icons = [label for label in page._note.findChildren(QLabel) if not label.pixmap().isNull()]
    assert len(icons) == 1


def test_the_name_of_the_other_job_is_seen_whole_where_there_is_room(qtbot: QtBot) -> None:
    name = "Data of all regions but those that were closed in November, sent again (20 Nov 14:10)"
    page = ComparePage("December")
    qtbot.addWidget(page)
    page.show_jobs({JobKey("m", "1"): name})
    page.show()
    needed = page.choice.fontMetrics().horizontalAdvance(name)
    page.resize(2 * needed, 400)
    assert shows_all_of(page.choice, name)
    page.resize(page.minimumSizeHint().width(), 400)
    assert page.choice.geometry().right() < page.width() < needed, "it gives way where there is none"
