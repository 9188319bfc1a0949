"""Below a table: how large it is, what came of the last command, and how far the one is that goes on."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from epa_gui.core.results.archive_entry import Trouble
from epa_gui.core.results.row_table import Unshown
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base import formatting
from epa_gui.ui.base.joining import in_line
from epa_gui.ui.base.table_worker import TableFacts
from epa_gui.ui.base.wrapping_text import Paragraph
from epa_gui.ui.results.entry_text import why_text


class TableFoot(QWidget):
    """The line of the status.

    Attributes:
        cancel: The button that ends what goes on.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.status = Paragraph()
        self.status.setAccessibleName(self.tr("About the table"))
        self.progress = QProgressBar(maximum=1000, textVisible=False)
        self.progress.setAccessibleName(self.tr("Progress of the table"))
        self.progress.setMaximumHeight(self.fontMetrics().height() // 2)
        self.progress.setMaximumWidth(self.fontMetrics().height() * 10)
        self.cancel = QPushButton(self.tr("Cancel"), autoDefault=False)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.status, 1)
        line.addWidget(self.progress)
        line.addWidget(self.cancel)
        self.clear()

    def clear(self) -> None:
        """Say nothing."""
        self.status.clear()
        self.hide_progress()
        self.updateGeometry()  # at once: who goes behind another page now would keep the height of the text

    def show_text(self, text: str) -> None:
        """Say this."""
        self.status.setText(text)

    def show_facts(
        self, facts: TableFacts, size: int, shown: int | None, chosen: str, why: Trouble | Unshown | None
    ) -> None:
        """Say how large the table is.

        Args:
            facts: What is known of it.
            size: Its bytes.
            shown: How many rows are shown, if that is a choice of them.
            chosen: What these are, if anybody has a word for it.
            why: Why it is not read to its end.
        """
        rows = self.tr("%Ln row(s)", "", facts.rows)
        if not facts.is_complete:
            self.status.setText(fill(self.tr("Reading… {0} so far"), rows))
            return
        parts = [rows, self.tr("%Ln column(s)", "", len(facts.columns)), formatting.size(size)]
        if shown is not None:
            parts.insert(0, self.tr("%Ln row(s) shown", "", shown))
        if chosen:
            parts.insert(0, chosen)
        text = in_line(*parts)
        if why is not None:
            text = fill("{0}\n{1}", why_text(why), text)
        self.status.setText(text)

    def show_copied(self, rows: int, *, is_all: bool) -> None:
        """Say that so many rows are in the clipboard, and whether these are all that were meant."""
        if is_all:
            words = self.tr("Copied %Ln row(s).", "", rows)
        else:
            words = self.tr("Copied the first %Ln row(s), the most that can be copied at once.", "", rows)
        self.status.setText(words)

    def show_progress(self, share: int, *, can_cancel: bool) -> None:
        """So far it is, of 1,000."""
        self.progress.setValue(min(1000, share))
        self.progress.setVisible(True)
        self.cancel.setVisible(can_cancel)

    def hide_progress(self) -> None:
        """Nothing goes on."""
        self.progress.setVisible(False)
        self.cancel.setVisible(False)
