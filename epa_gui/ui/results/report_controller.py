"""Writes the report of a Results window: asks where, has it written, and tells what came of it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QObject, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from epa_gui.core.jobs.verdict_note import Answer
from epa_gui.core.results.pictures.gallery import named
from epa_gui.core.results.report import Report
from epa_gui.core.results.value_measure import BusinessMeasure
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.announcing import announce
from epa_gui.ui.base.file_dialogs import save_dialog
from epa_gui.ui.base.judging_text import how_it_is_judged
from epa_gui.ui.base.metric_text import stars_sentence
from epa_gui.ui.base.page import em
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.base.tinting import DONE, TintedFrame
from epa_gui.ui.base.verdict_text import page_headline, reasons
from epa_gui.ui.base.wrapping_text import Text
from epa_gui.ui.results.looked_at import LookedAt
from epa_gui.ui.results.measures_table import measures_table
from epa_gui.ui.results.notable_text import contradiction_sentences, notable_sentences
from epa_gui.ui.results.picture_words import picture_title, picture_words
from epa_gui.ui.results.report_worker import ReportDone, ReportOrder, ReportWorker
from epa_gui.ui.results.results_window import ResultsWindow
from epa_gui.ui.results.value_text import value_sentence

translate = QCoreApplication.translate

_TONES = {
    Answer.BETTER: "better",
    Answer.WORSE: "worse",
    Answer.NO_DIFFERENCE: "even",
    Answer.CANNOT_TELL: "unknown",
}


class ReportController(QObject):
    """One report at a time."""

    def __init__(self, view: ResultsWindow) -> None:
        super().__init__(view)
        self._view = view
        self._results: LookedAt | None = None
        self._value: BusinessMeasure | None = None
        self._worker: ReportWorker | None = None
        self._said: ReportDone | None = None
        self.threads = PassingThreads()
        self.done = _DoneBox()
        self.done.closed.connect(view.show_messages)
        view.add_above(self.done)

    @Slot()
    def stop(self) -> None:
        """Give up what is under way; no file is left."""
        if self._worker is not None:
            self._worker.stop()

    def is_under_way(self) -> bool:
        """Whether a report is being written."""
        return self._worker is not None

    def said(self) -> ReportDone | None:
        """What came of the last one, while that can be read."""
        if self._said is None:
            return None
        box = self._view.problem if self._said.problem is not None else self.done
        return self._said if box.isVisible() else None

    def say_again(self, done: ReportDone | None) -> None:
        """Show what came of a report, here or in a window before this one; silently."""
        self._said = done
        if done is not None and done.problem is not None:
            self._view.problem.show_problem(done.problem)
        elif done is not None and done.is_written:
            self.done.show_path(done.path)
        self._view.show_messages()

    def ask_where(self, results: LookedAt, value: BusinessMeasure | None = None) -> None:
        """Ask for a file, and write it.

        Args:
            results: What it tells.
            value: The business's own measure, if one was set for the model.
        """
        if self._worker is not None:
            return
        self._results, self._value = results, value
        name = fill(translate("ReportController", "Results of {0}"), results.subject.title)
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(place) if place else Path.home()
        dialog = save_dialog(self._view, _save_title, folder / f"{_file_name(name)}.html", _kinds)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    @Slot(str)
    def _on_file(self, path: str) -> None:
        results = self._results
        if results is None or self._worker is not None:
            return
        is_against_live = self._view.is_against_live
        words = picture_words(is_against_live=is_against_live)
        pictures = tuple((picture_title(picture.kind), named(picture, words)) for picture in results.pictures)
        report = report_of(results, self._value, is_against_live=is_against_live)
        order = ReportOrder(Path(path), report, pictures, words, _left_out)
        worker = self._worker = ReportWorker(order)
        worker.reported.connect(self._on_done)
        self._view.foot.report.setEnabled(False)
        self._said = None
        self.done.hide()
        self._view.problem.hide()
        self._view.show_messages()
        self.threads.start(worker, "report")

    @Slot(object)
    def _on_done(self, done: ReportDone) -> None:
        self._worker = None
        self._view.foot.report.setEnabled(True)
        self.say_again(done)
        if done.problem is not None:
            announce(self._view, self._view.problem.accessibleDescription())
        elif done.is_written:
            self.done.announce()


class _DoneBox(TintedFrame):
    """Says that the report is written, and shows it.

    Signals:
        closed: It was read.
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tint(DONE)
        self._path = Path()
        self._text = Text()
        self._open = QPushButton(self.tr("Open report"), autoDefault=False)
        self._open.clicked.connect(self._on_open)
        self._close = QPushButton(self.tr("Close"), autoDefault=False)
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.clicked.connect(self._on_close)
        line = QHBoxLayout(self)
        line.setSpacing(em(self, 0.5))
        line.addWidget(self._text, 1)
        line.addWidget(self._open)
        line.addWidget(self._close)
        self.hide()

    def show_path(self, path: Path) -> None:
        """Say that it is there."""
        self._path = path
        self._text.show_text(fill(self.tr("Report saved to “{0}”."), path.name))
        self.show()

    def announce(self) -> None:
        """Say it aloud."""
        announce(self.window(), self._text.accessibleName())

    @Slot()
    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()

    @Slot()
    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))


def report_of(results: LookedAt, value: BusinessMeasure | None = None, *, is_against_live: bool = False) -> Report:
    """Everything the report says, still without pictures.

    Args:
        results: What it tells.
        value: The business's own measure, if one was set for the model.
        is_against_live: Whether the model before is known to be the one that is live.
    """
    note, subject = results.verdict, results.subject
    made = QLocale().toString(QDateTime.currentDateTime(), QLocale.FormatType.ShortFormat)
    facts = [
        (translate("ReportController", "Model"), subject.model_name),
        (translate("ReportController", "Job"), subject.job.id if subject.job else ""),
        (translate("ReportController", "File"), subject.path.name),
        (translate("ReportController", "Fingerprint (SHA-256)"), note.sha256),
        (translate("ReportController", "Report created"), made),
    ]
    sentences = (
        *reasons(note),
        value_sentence(value, results.content),
    )
    notable = (*contradiction_sentences(results.content, is_against_live=is_against_live), *notable_sentences(results))
    rules = tuple((paragraph.title, paragraph.text) for paragraph in how_it_is_judged())
    return Report(
        language=_language(),
        title=fill(translate("ReportController", "Results of {0}"), subject.title),
        facts=tuple((label, value) for label, value in facts if value),
        answer=page_headline(note.answer, is_just=note.is_just),
        tone=_TONES[note.answer],
        stars=stars_sentence(note.stars, note.previous_stars),
        sentences=tuple(sentence for sentence in sentences if sentence),
        notable_heading=translate("ReportController", "Also worth knowing"),
        notable=tuple(sentence for sentence in notable if sentence),
        measures_heading=translate("ReportController", "Metrics"),
        measures=measures_table(results, is_against_live=is_against_live),
        pictures=(),
        figures_word=translate("ReportController", "Values"),
        judged_heading=translate("ReportController", "How this is judged"),
        judged=rules,
    )


def _save_title() -> str:
    return translate("ReportController", "Save report")


def _kinds() -> list[str]:
    return [translate("ReportController", "Web page (*.html)")]


def _file_name(name: str) -> str:
    """A name that every system takes."""
    return "".join("-" if sign in '<>:"/\\|?*' or ord(sign) < 32 else sign for sign in name)[:100].strip(" .")


def _left_out(rows: int) -> str:
    return translate("ReportController", "%Ln more rows are in the Results window of EPA Desktop.", "", rows)


def _language() -> str:
    """Of the texts, as HTML names it: that of the catalogue in use, whatever way numbers and days are written here."""
    return translate("ReportController", "en", "The language of this catalogue as HTML names it: en, ja")
