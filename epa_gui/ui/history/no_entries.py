"""What stands in place of the history's list while no entry is shown: why, and what would show some."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from epa_gui.ui.base.page import make_primary
from epa_gui.ui.base.wrapping_text import Paragraph
from epa_gui.ui.history.history_model import Filter


class NoEntries(QWidget):
    """The same words and the same button as in the list of jobs.

    Signals:
        filter_requested: Less is to be looked for: a `Filter`.
    """

    filter_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wider = Filter()
        self._text = Paragraph()
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = QPushButton()
        self._button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        make_primary(self._button)
        self._button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.addStretch()
        column.addWidget(self._text)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()

    def show_why(self, wanted: Filter, *, has_any: bool, is_loading: bool, can_be_read: bool) -> None:
        """Say why nothing is shown.

        Args:
            wanted: What is looked for.
            has_any: Whether there are entries at all, as far as they have been read.
            is_loading: Whether they are still being read.
            can_be_read: Whether they can be.
        """
        is_searched = bool(wanted.words.split())
        self._text.setText(self._why(is_searched, has_any=has_any, is_loading=is_loading, can_be_read=can_be_read))
        self._wider = replace(wanted, words="") if is_searched else Filter()
        self._button.setText(self.tr("Clear the search") if is_searched else self.tr("Show all entries"))
        self._button.setVisible(has_any)

    def _why(self, is_searched: bool, *, has_any: bool, is_loading: bool, can_be_read: bool) -> str:  # noqa: FBT001
        if not can_be_read:
            return self.tr("The history cannot be read now. The message in the main window says why.")
        if is_loading:
            return self.tr("Reading the history…")
        if has_any:
            return self.tr("No entry matches the search.") if is_searched else self.tr("No entry matches the filters.")
        return self.tr("No entries yet. Everything you do from now on is recorded here.")

    @Slot()
    def _on_clicked(self) -> None:
        self.filter_requested.emit(self._wider)
