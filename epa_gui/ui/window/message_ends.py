"""Keeps what is said above the list true: it goes with what it is about, and calls a renamed model by its name."""

from PySide6.QtCore import QObject, Slot

from epa_gui.core.jobs.job import JobKey
from epa_gui.ui.base.command import Undo
from epa_gui.ui.base.message import of_job, of_model, of_selected
from epa_gui.ui.base.message_bar import MessageBar
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.jobs.job_table import JobTable


class MessageEnds(QObject):
    """What every room's messages have in common; what ends one room's alone, that room tells."""

    def __init__(self, parent: QObject, repository: Repository, table: JobTable, messages: MessageBar) -> None:
        super().__init__(parent)
        self._repository = repository
        self._table = table
        self._messages = messages
        self._names: dict[str, str] = {}
        self._selected: set[JobKey] = set()
        repository.opened.connect(self._on_models_changed)
        repository.models_changed.connect(self._on_models_changed)
        repository.jobs_removed.connect(self._on_jobs_removed)
        repository.undo_stack.canUndoChanged.connect(self._on_can_undo)
        table.selected.connect(self._on_selected)

    @Slot()
    def _on_models_changed(self) -> None:
        before, self._names = self._names, {model.id: model.name for model in self._repository.models.values()}
        for model, name in before.items():
            if model not in self._names:
                self._messages.withdraw(of_model(model))
            elif self._names[model] != name:
                self._messages.say_again(of_model(model))

    @Slot(object)
    def _on_jobs_removed(self, keys: list[JobKey]) -> None:
        for key in keys:
            self._messages.withdraw(of_job(key))

    @Slot()
    def _on_selected(self) -> None:
        there = {*self._table.selected_keys(), *self._table.hidden_keys()}
        for left in self._selected - there:
            self._messages.withdraw(of_selected(left))
        self._selected = there

    @Slot(bool)
    def _on_can_undo(self, can_undo: bool) -> None:  # noqa: FBT001  a signal's argument
        if not can_undo:
            self._messages.withdraw(Undo())
