"""Removals as undoable commands."""

from typing import Protocol

from PySide6.QtGui import QUndoCommand

from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.model import Model


class _Shelf(Protocol):
    def drop(self, jobs: list[Job], model: Model | None) -> None: ...
    def bring_back(self, jobs: list[Job], model: Model | None) -> None: ...


class JobsRemoval(QUndoCommand):
    """Some jobs taken off the list."""

    def __init__(self, shelf: _Shelf, jobs: list[Job]) -> None:
        super().__init__()
        self._shelf = shelf
        self.jobs = jobs

    def redo(self) -> None:
        """Take them off."""
        self._shelf.drop(self.jobs, None)

    def undo(self) -> None:
        """Put them back."""
        self._shelf.bring_back(self.jobs, None)


class ModelRemoval(QUndoCommand):
    """A model taken off the list, with its jobs."""

    def __init__(self, shelf: _Shelf, model: Model, jobs: list[Job]) -> None:
        super().__init__()
        self._shelf = shelf
        self.model = model
        self.jobs = jobs

    def redo(self) -> None:
        """Take them off."""
        self._shelf.drop(self.jobs, self.model)

    def undo(self) -> None:
        """Put them back."""
        self._shelf.bring_back(self.jobs, self.model)
