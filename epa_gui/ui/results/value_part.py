"""What an error costs, or a gain is worth: set for a model, and told of the results that a window shows."""

import json
from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from epa_gui.core.jobs.reading import parsed
from epa_gui.core.results.value_measure import BusinessMeasure, as_data, measure_from
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.results.results_window import ResultsWindow
from epa_gui.ui.results.value_dialog import ValueDialog
from epa_gui.ui.results.verdict_page import labels_of


class ValuePart(QObject):
    """Asks for it, and keeps it with the model."""

    def __init__(self, view: ResultsWindow, repository: Repository, model_id: str | None, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._repository = repository
        self._model_id = model_id
        view.value_requested.connect(self._on_value_requested)

    def value(self) -> BusinessMeasure | None:
        """What was set for the model, if anything."""
        model = self._repository.models.get(self._model_id) if self._model_id else None
        if model is None or not model.value_measure:
            return None
        try:
            return measure_from(parsed(model.value_measure))
        except ValueError:  # a person may have edited the list's file
            return None

    @Slot()
    def _on_value_requested(self) -> None:
        results = self._view.results
        labels = labels_of(results.content) if results else ()
        if not labels:
            return
        dialog = ValueDialog(labels, self.value(), self._view)
        dialog.chosen.connect(self._on_value_chosen)
        dialog.open()

    @Slot(object)
    def _on_value_chosen(self, measure: BusinessMeasure | None) -> None:
        model = self._repository.models.get(self._model_id) if self._model_id else None
        if model is not None:
            kept = json.dumps(as_data(measure)) if measure is not None else ""
            self._repository.add_model(replace(model, value_measure=kept))
        if self._view.results is not None:
            self._view.verdict.show_results(self._view.results, measure)
