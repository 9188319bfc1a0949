"""Writes the report off the main thread: drawing its pictures takes a second. Whole under its name, or not at all."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from epa_gui.core.jobs.problem import Problem, ProblemError
from epa_gui.core.results.part_file import PartFile
from epa_gui.core.results.pictures.figures import Matrices
from epa_gui.core.results.pictures.gallery import Picture
from epa_gui.core.results.pictures.tables import table_of_matrices
from epa_gui.core.results.pictures.words import Words
from epa_gui.core.results.report import MOST_ROWS, Report, ReportPicture, page_of
from epa_gui.ui.base.main_thread_priority import short_switch_interval
from epa_gui.ui.base.one_shot_worker import OneShotWorker
from epa_gui.ui.results.picture_worker import svg_for_page


@dataclass(frozen=True, slots=True)
class ReportOrder:
    """A report to write.

    Attributes:
        path: The file.
        report: What it says, still without pictures.
        pictures: What it shows, with their titles.
        words: What is written on them.
        left_out: What is said of so many rows that a table in a page has no room for.
    """

    path: Path
    report: Report
    pictures: tuple[tuple[str, Picture], ...]
    words: Words
    left_out: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class ReportDone:
    """What came of it: written, a problem, or neither if it was stopped."""

    path: Path
    is_written: bool
    problem: Problem | None


class ReportWorker(OneShotWorker[ReportOrder, bool, ReportDone]):
    """One report. It reports `ReportDone`."""

    def work(self) -> bool:
        """Draw and write.

        Raises:
            StoppedError: It was stopped.
            ProblemError: It cannot be written there.
        """
        order, made = self._order, []
        part = PartFile(order.path)
        try:
            with short_switch_interval():
                for title, picture in order.pictures:
                    self.raise_if_stopped()
                    made.append(_drawn(title, picture, order, self.raise_if_stopped))
                page = page_of(replace(order.report, pictures=tuple(made)))
                part.open(0, 0)
                part.write(page.encode("utf-8", "replace"))
                return part.finish(self._stopped.is_set, self._stopped.wait)
        except ProblemError as trouble:
            raise ProblemError(replace(trouble.problem, where=str(order.path))) from trouble
        finally:
            part.discard()  # what was renamed is not there under this name any more

    def report(self, result: bool | None, problem: Problem | None) -> ReportDone:  # noqa: FBT001  the base's words
        """Whether it was written."""
        return ReportDone(self._order.path, bool(result), problem)


def _drawn(title: str, picture: Picture, order: ReportOrder, raise_if_stopped: Callable[[], None]) -> ReportPicture:
    """A picture for the page. Of a table that is too long the rows that tell most are there, and how many are not."""
    table = picture.table
    more = len(table.rows) - MOST_ROWS
    if more > 0 and isinstance(picture.figures, Matrices):
        table = table_of_matrices(picture.figures, order.words, MOST_ROWS)
    left_out = order.left_out(more) if more > 0 else ""
    return ReportPicture(title, svg_for_page(picture, order.words, raise_if_stopped), table, left_out)
