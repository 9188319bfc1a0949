"""The rows behind a figure, of the results that a window shows."""

import functools

from PySide6.QtCore import QCoreApplication, QObject, Slot

from epa_gui.core.results.row_choice import newly_right, newly_wrong, rows_in_cell
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.results.entry_source import entry_source
from epa_gui.ui.results.looked_at import LookedAt
from epa_gui.ui.results.results_window import ResultsWindow
from epa_gui.ui.results.table_page import RowsWords

translate = QCoreApplication.translate


class RowsPart(QObject):
    """Opens the table of the rows once it is wanted, and chooses among them."""

    def __init__(self, view: ResultsWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._opened: LookedAt | None = None
        view.rows_requested.connect(self._on_rows_requested)

    def forget(self) -> None:
        """Other results are shown."""
        self._opened = None

    @Slot(str, str, int, int)
    def _on_rows_requested(self, what: str, name: str, first: int, second: int) -> None:
        """Exactly the rows behind a figure."""
        results = self._view.results
        rows = results.content.rows if results else None
        matrix = results.content.matrix if results else None
        if results is None or rows is None:
            return
        words: RowsWords
        if what == "newly":
            chosen = newly_right(rows) if first else newly_wrong(rows)
            words = functools.partial(_newly_text, len(chosen), is_right=bool(first))
        elif matrix is not None and name in {"old", "new"} and max(first, second) < len(matrix.labels):
            actual, predicted = matrix.labels[first], matrix.labels[second]
            chosen = rows_in_cell(rows, actual, predicted, is_new=name == "new")
            words = functools.partial(_cell_text, actual, predicted, is_new=name == "new")
        else:
            return
        self.open_rows(results)
        self._view.show_rows(chosen, words)

    def open_rows(self, results: LookedAt) -> None:
        """Read the table of these results' rows, if there is one and it is not open."""
        rows = results.content.rows
        if rows is None or self._opened is results:
            return
        self._opened = results
        opened = entry_source(results.subject.path, rows.file)
        self._view.rows.open(opened, results.rows_size, is_tab_separated=rows.file.casefold().endswith(".tsv"))


def _newly_text(count: int, *, is_right: bool, **_compared: bool) -> str:
    """The same whatever they are compared with."""
    right = QCoreApplication.translate("RowsPart", "%Ln row(s) newly right", "", count)
    wrong = QCoreApplication.translate("RowsPart", "%Ln row(s) newly wrong", "", count)
    return right if is_right else wrong


def _cell_text(actual: str, predicted: str, *, is_new: bool, is_against_live: bool) -> str:
    if is_new:
        told = translate("RowsPart", "Actual “{0}”, predicted “{1}” by the new model")
    elif is_against_live:
        told = translate("RowsPart", "Actual “{0}”, predicted “{1}” by the live model")
    else:
        told = translate("RowsPart", "Actual “{0}”, predicted “{1}” by the previous model")
    return fill(told, actual, predicted)
