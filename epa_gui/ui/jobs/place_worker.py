"""Finds names that nothing has in a folder: a network drive may take its time to say."""

from dataclasses import dataclass
from pathlib import Path

from epa_gui.core.files.unicode_names import as_one_file
from epa_gui.core.jobs.job import JobKey
from epa_gui.core.jobs.problem import Problem
from epa_gui.core.results.naming import free_path
from epa_gui.ui.base.one_shot_worker import OneShotWorker


@dataclass(frozen=True, slots=True)
class PlaceOrder:
    """Names to find for several jobs' results.

    Attributes:
        folder: Where they go.
        names: The name that each should have, if it can.
        taken: Files that will be there soon, as `as_one_file` spells them.
    """

    folder: Path
    names: tuple[tuple[JobKey, str], ...]
    taken: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PlaceReport:
    """What was found.

    Attributes:
        order: What was asked for.
        places: A file for each job, no two alike on any system; empty if it was stopped, or there is a problem.
        problem: Why there are none.
    """

    order: PlaceOrder
    places: tuple[tuple[JobKey, Path], ...] = ()
    problem: Problem | None = None


class PlaceWorker(OneShotWorker[PlaceOrder, tuple[tuple[JobKey, Path], ...], PlaceReport]):
    """One search for free names.

    It reports a `PlaceReport`.
    """

    def work(self) -> tuple[tuple[JobKey, Path], ...]:
        """Look at one name after the other."""
        taken, places = set(self._order.taken), []

        def is_taken(path: Path) -> bool:
            self.raise_if_stopped()
            try:
                is_there = path.exists()
            except (OSError, ValueError):
                is_there = False  # the download will say what is wrong with it
            return is_there or as_one_file(str(path)) in taken

        for key, name in self._order.names:
            path = free_path(self._order.folder, name, is_taken)
            taken.add(as_one_file(str(path)))
            places.append((key, path))
        return tuple(places)

    def report(self, result: tuple[tuple[JobKey, Path], ...] | None, problem: Problem | None) -> PlaceReport:
        """The files."""
        return PlaceReport(self._order, result or (), problem)
