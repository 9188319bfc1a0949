"""Lists leave room for rows as the style makes them: the one of Windows wants more for small letters than others do."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle, QStyleOption, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from epa_gui.core.jobs.job import Job, JobKey, StatusEntry
from epa_gui.ui.base.flat_tree import FlatTree
from epa_gui.ui.jobs.job_filter import JobFilter
from epa_gui.ui.jobs.job_list_model import JobListModel
from epa_gui.ui.jobs.job_page import JobPage
from epa_gui.ui.jobs.job_page_view import JobPageView
from epa_gui.ui.jobs.job_table import JobTable
from epa_gui.ui.predictions.line_list import LineList
from epa_gui.ui.predictions.line_model import Line, LineModel

_MORE = 17
_JOB = Job("id", "m", "November", added_at=0.0, next_check_at=0.0)


class _HighRows(QProxyStyle):
    """Wants more for a row than the letters in it."""

    def sizeFromContents(  # noqa: N802  Qt's own name
        self, contents: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        """As the style below it, and more."""
        wanted = super().sizeFromContents(contents, option, size, widget)  # type: ignore[arg-type]  # as Qt calls it
        return wanted + QSize(0, _MORE) if contents is QStyle.ContentsType.CT_ItemViewItem else wanted


@pytest.fixture(autouse=True, params=["as it is", "high"])
def _style(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    before = qapp.style().name()
    if request.param == "high":
        qapp.setStyle(_HighRows(before))
    yield
    qapp.setStyle(before)


def is_whole(view: QTreeView, row: int) -> bool:
    """Whether all of that row is in view."""
    place = view.visualRect(view.model().index(row, 0))
    return place.isValid() and view.viewport().rect().contains(place.adjusted(0, 0, -place.width() + 1, 0))


def test_the_list_of_jobs_knows_how_high_its_rows_are_before_there_is_one(qtbot: QtBot) -> None:
    model = JobListModel(lambda: 0.0)
    proxy = JobFilter()
    proxy.setSourceModel(model)
    table = JobTable(proxy, model)
    proxy.setParent(table)
    model.setParent(table)
    qtbot.addWidget(table)
    table.show()
    before = table.height_of(2)
    model.add([_JOB, replace(_JOB, id="other")])
    QApplication.processEvents()
    assert before == table.height_of(2)


@pytest.mark.parametrize("count", [1, 8])
def test_what_the_service_said_is_seen_whole(qtbot: QtBot, count: int) -> None:
    page = JobPage(lambda: 0.0)
    qtbot.addWidget(page)
    page.resize(1000, 900)
    page.show()
    page.show_job(JobPageView(_JOB))
    page.history.show([StatusEntry(JobKey("m", "id"), float(at), "training") for at in range(count)])
    page.said.click()
    QApplication.processEvents()
    view = page.findChild(FlatTree)
    assert view is not None
    assert view.isVisible()
    assert is_whole(view, 0)
    assert is_whole(view, count - 1)


def test_lines_of_predictions_are_seen_whole(qtbot: QtBot) -> None:
    lines = LineModel(lambda: ("Row", "Prediction"))
    view = LineList(lines, lambda: "Predictions", lambda: (("1",), ("Stays",)), 1)
    lines.setParent(view)
    qtbot.addWidget(view)
    lines.show_lines([Line((str(row), "Stays"), drawing="attention") for row in range(8)])
    view.resize(600, view.minimumHeight())
    view.show()
    QApplication.processEvents()
    assert is_whole(view, 0)
    assert is_whole(view, 7)
