"""What was read of results: the facts that the whole window shows."""

from dataclasses import dataclass, field
from pathlib import Path

from epa_gui.core.jobs.job import JobKey
from epa_gui.core.jobs.verdict_note import VerdictNote
from epa_gui.core.results.beside_verdict import RowTest, row_test_of
from epa_gui.core.results.content import ResultsContent
from epa_gui.core.results.pictures.gallery import Picture


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose results are looked at.

    Attributes:
        path: The file.
        title: What it is called on screen: the job's name, or the file's.
        job: The job; `None` for a file that belongs to none here.
        model_name: The model's name; empty if there is none.
        target: The column the model predicts; empty if not known.
    """

    path: Path
    title: str
    job: JobKey | None = None
    model_name: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What the results say.

    Attributes:
        subject: Whose they are.
        content: All that was read.
        verdict: The answer, with the file's fingerprint.
        pictures: Those that can be drawn of it.
        rows_size: Bytes of the file with the predictions row by row; 0 if there is none.
    """

    subject: Subject
    content: ResultsContent = field(repr=False)
    verdict: VerdictNote
    pictures: tuple[Picture, ...] = field(default=(), repr=False)
    rows_size: int = 0

    @property
    def row_test(self) -> RowTest | None:
        """How the rows fall where one model alone was right, beside a verdict by another metric."""
        return row_test_of(self.content, self.verdict)
