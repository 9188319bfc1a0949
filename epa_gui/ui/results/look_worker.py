"""Reads results off the main thread: what is in the file, what it says, and what can be drawn of it."""

import hashlib
from dataclasses import dataclass, replace
from functools import partial

from epa_gui.core.files.shared_reading import open_shared
from epa_gui.core.jobs.problem import Problem, ProblemError
from epa_gui.core.results.archive_entry import Trouble
from epa_gui.core.results.content import Measure
from epa_gui.core.results.pictures.words import Words
from epa_gui.core.results.reading_problem import reading_problem
from epa_gui.ui.base.main_thread_priority import short_switch_interval
from epa_gui.ui.base.metric_text import change_text, figures, metric_name
from epa_gui.ui.base.one_shot_worker import OneShotWorker
from epa_gui.ui.results.looked_at import LookedAt, Subject
from epa_gui.ui.results.measures_table import measure_meaning

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class LookOrder:
    """Results to read.

    Attributes:
        number: Tells this order from earlier ones of the same window.
        subject: Whose they are, and the file.
        words: What is written on pictures; `None` if none are wanted.
    """

    number: int
    subject: Subject
    words: Words | None


@dataclass(frozen=True, slots=True)
class Look:
    """What came of it: what was read, a problem, what is wrong with the whole archive, or nothing if it was stopped."""

    order: LookOrder
    results: LookedAt | None
    problem: Problem | None
    trouble: Trouble | None = None


class LookWorker(OneShotWorker[LookOrder, LookedAt, Look]):
    """One reading. It reports a `Look`."""

    def __init__(self, order: LookOrder) -> None:
        super().__init__(order)
        self._trouble: Trouble | None = None

    def work(self) -> LookedAt | None:
        """Read; `None` if nothing in the archive can be listed.

        Raises:
            StoppedError: It was stopped.
            ProblemError: The file cannot be read at all.
        """
        # Here, not above: what reads results is loaded when there are some.
        from epa_gui.core.results.archive import Archive  # noqa: PLC0415
        from epa_gui.core.results.archive_members import ArchiveMembers  # noqa: PLC0415
        from epa_gui.core.results.content_reader import read_content  # noqa: PLC0415
        from epa_gui.core.results.judgement import verdict_of  # noqa: PLC0415
        from epa_gui.core.results.pictures.gallery import pictures_of  # noqa: PLC0415

        subject = self._order.subject
        with short_switch_interval():
            sha256 = self._fingerprint()
            try:
                with Archive(subject.path) as archive:
                    if archive.trouble is not None:
                        self._trouble = archive.trouble
                        return None
                    content = read_content(ArchiveMembers(archive), subject.target, self._stopped.is_set)
                    rows_file = content.rows.file if content.rows else ""
                    rows_size = max((entry.size for entry in archive.entries if entry.name == rows_file), default=0)
            except OSError as error:
                raise ProblemError(reading_problem(error, subject.path)) from error
            self.raise_if_stopped()
            verdict = verdict_of(content).note(sha256)
            looked = LookedAt(subject, content, verdict, rows_size=rows_size)
            words = self._order.words
            if words is None:
                return looked
            meaning_of = partial(measure_meaning, note=verdict, row_test=looked.row_test)
            return replace(looked, pictures=pictures_of(content, words, _name_of, meaning_of, _written))

    def report(self, result: LookedAt | None, problem: Problem | None) -> Look:
        """What was read."""
        return Look(self._order, result, problem, self._trouble)

    def _fingerprint(self) -> str:
        path = self._order.subject.path
        digest = hashlib.sha256()
        try:
            with open_shared(path) as file:
                while piece := file.read(_PIECE):
                    self.raise_if_stopped()
                    digest.update(piece)
        except (OSError, ValueError) as error:
            raise ProblemError(reading_problem(error, path)) from error
        return digest.hexdigest()


def _written(measure: Measure) -> tuple[str, str, str]:
    """A measure's value before, its new one and its change, as the table of the verdict has them."""
    texts = figures(measure.kind, measure.previous, measure.this, measure.previous_text, measure.this_text)
    return (*texts, change_text(measure))


def _name_of(measure: Measure) -> str:
    """What a measure is called on screen: metrics that are known by their own names, others as the file does."""
    name = metric_name(measure.kind) if measure.kind else measure.name
    return " ".join(part for part in (name, measure.horizon, measure.class_name) if part)
