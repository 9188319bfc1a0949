"""What it means that a file with results cannot be read: nothing is written then, so it is no trouble with a folder."""

from pathlib import Path

from epa_gui.core.files import windows_error
from epa_gui.core.jobs.problem import Problem, ProblemKind


def reading_problem(error: OSError | ValueError, path: Path) -> Problem:
    """The problem behind an error of opening or reading results, right after it."""
    if isinstance(error, ValueError):
        return Problem(ProblemKind.RESULTS_NOT_READ, str(error), str(path))
    is_held = windows_error.windows_number(error, path, reads=True) in windows_error.IN_USE
    kind = ProblemKind.RESULTS_HELD if is_held else ProblemKind.RESULTS_NOT_READ
    return Problem(kind, error.strerror or str(error), str(path))
