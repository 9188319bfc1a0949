"""Two jobs of a model beside each other: where they differ comes first."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from epa_gui.core.jobs.job import JobKey
from epa_gui.core.results.content import MetricKind
from epa_gui.core.results.job_comparison import ComparedLine, Part, SameRows
from epa_gui.core.results.pictures.figures import FigureTable
from epa_gui.core.text.foreign_text import fill, shown
from epa_gui.ui.base.growing import ComboBox
from epa_gui.ui.base.lone_text import LoneText
from epa_gui.ui.base.metric_text import change_of, difference_text, figures, metric_name
from epa_gui.ui.base.page import em, set_page_margins
from epa_gui.ui.results.figure_table import FigureTableView
from epa_gui.ui.results.note_box import NoteBox
from epa_gui.ui.results.picture_words import picture_words

translate = QCoreApplication.translate

_SHARE_DECIMALS = 3
"""Of a share of 1 as it is shown: one of a percent."""


class ComparePage(QWidget):
    """This job's results beside another's.

    Signals:
        other_chosen: The `JobKey` of the job to compare with.
    """

    other_chosen = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._keys: list[JobKey] = []
        self.choice = ComboBox()
        self.choice.setAccessibleName(self.tr("Job to compare with"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choice.setMinimumContentsLength(30)
        self.choice.activated.connect(self._on_chosen)
        label = QLabel(self.tr("Compare with:"))
        label.setBuddy(self.choice)
        line = QHBoxLayout()
        line.addWidget(label)
        line.addWidget(self.choice)
        line.addStretch(1)
        self._note = NoteBox("attention")
        self._bar = QProgressBar(maximum=0, textVisible=False)
        self._bar.setAccessibleName(self.tr("Reading the other job’s results"))
        self._message = LoneText()
        self.table = FigureTableView(self.tr("Comparison"), clear=(0,))
        column = QVBoxLayout(self)
        set_page_margins(column, self)
        column.setSpacing(em(self, 0.5))
        column.addLayout(line)
        column.addWidget(self._note)
        column.addWidget(self._bar)
        self._message.add_to(column)
        column.addWidget(self.table, 1)
        self._show_nothing(
            self.tr("Choose another job of this model. Only jobs whose results are on this computer are listed.")
        )

    def show_jobs(self, jobs: Mapping[JobKey, str]) -> None:
        """Offer these jobs, the newest first."""
        chosen = self.chosen()
        with QSignalBlocker(self.choice):
            self.choice.clear()
            self._keys = list(jobs)
            self.choice.addItems([shown(title) for title in jobs.values()])
            self.choice.setCurrentIndex(self._keys.index(chosen) if chosen in self._keys else -1)
        self.choice.setEnabled(bool(jobs))
        if not jobs:
            self._show_nothing(
                self.tr(
                    "No other job of this model has results on this computer. Look at the results of another job first,"
                    " or save them."
                )
            )

    def chosen(self) -> JobKey | None:
        """The other job."""
        place = self.choice.currentIndex()
        return self._keys[place] if 0 <= place < len(self._keys) else None

    def choose(self, key: JobKey) -> None:
        """Compare with this job."""
        if key in self._keys:
            self.choice.setCurrentIndex(self._keys.index(key))
            self._on_chosen()

    def show_waiting(self) -> None:
        """The other job's results are being read."""
        self._show_nothing("")
        self._bar.show()

    def show_failed(self, text: str) -> None:
        """They cannot be read."""
        self._show_nothing(text)

    def show_lines(self, lines: tuple[ComparedLine, ...], same: SameRows, other_title: str) -> None:
        """Show the comparison."""
        self._show_nothing("")
        self._note.show_text(_same_rows_text(same))
        self.table.show_table(comparison_table(lines, self._title, other_title))
        self.table.show()

    def _show_nothing(self, text: str) -> None:
        self._message.setText(text)
        self._message.setVisible(bool(text))
        self._note.hide()
        self._bar.hide()
        self.table.hide()

    @Slot()
    def _on_chosen(self) -> None:
        key = self.chosen()
        if key is not None:
            self.other_chosen.emit(key)


def comparison_table(lines: tuple[ComparedLine, ...], title: str, other_title: str) -> FigureTable:
    """The lines as text: the other job's values, this one's, and how this one's differ, as with an earlier model."""
    headings = (
        translate("ComparePage", "What is compared"),
        shown(other_title),
        fill(translate("ComparePage", "{0} (this job)"), title),
        translate("ComparePage", "This job minus the other"),
    )
    return FigureTable(headings, tuple(_row(line) for line in lines))


def _row(line: ComparedLine) -> tuple[str, ...]:
    words = picture_words()
    none = "–"
    if line.part is Part.MEASURE:
        written = line.second_text, line.first_text
        name = metric_name(line.metric) if line.metric and not _has_more_to_its_name(line) else line.name
        change = ""
        if line.first is not None and line.second is not None:
            change = change_of(line.metric, line.second, line.first, *written)
        return (name, *figures(line.metric, line.second, line.first, *written), change)
    values = (line.second, line.first)
    if line.part is Part.ROWS:
        texts = [none if value is None else QLocale().toString(int(value)) for value in values]
        return (translate("ComparePage", "Evaluation rows"), *texts, "")
    texts = [none if value is None else words.share(value) for value in values]
    if line.part is Part.COLUMN:
        name = fill(translate("ComparePage", "Column “{0}”, only in one of the jobs"), line.name)
        return (name, *texts, "")
    name = fill(translate("ComparePage", "Contribution of “{0}”"), line.name)
    other, this = (round(value or 0, _SHARE_DECIMALS) for value in values)
    return (name, *texts, difference_text(MetricKind.ACCURACY, this - other, decimals=1))


def _has_more_to_its_name(line: ComparedLine) -> bool:
    """Whether it is for one horizon or one class."""
    return " " in line.name.strip()


def _same_rows_text(same: SameRows) -> str:
    if same is SameRows.YES:
        return ""
    if same is SameRows.NO:
        return translate(
            "ComparePage",
            "The two jobs were evaluated on different rows, so their values are not comparable. Unless it is a time "
            "series model, send the same evaluation file with each retraining.",
        )
    return translate(
        "ComparePage",
        "It is not known whether both jobs were evaluated on the same rows, so their values may not be comparable. "
        "Unless it is a time series model, send the same evaluation file with each retraining.",
    )
