"""The self-test looks at results: the file is read and judged, its pictures are drawn, and the report holds them."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QTabBar

from epa_gui.core.jobs.job import JobKey
from epa_gui.selftest.driver import StepFailedError, UiDriver
from epa_gui.ui.base.verdict_text import page_headline
from epa_gui.ui.results.results_window import ResultsWindow
from epa_gui.ui.window.session import Session

_FEWEST_COLOURS = 5
"""Of a picture on which something was drawn: ground, letters and bars, with the shades at their borders."""


class Looker:
    """Opens the results of a job, as a person would."""

    def __init__(self, session: Session, driver: UiDriver, folder: Path) -> None:
        self._session = session
        self._driver = driver
        self._folder = folder

    def look(self, job: JobKey) -> str:
        """Read, judge and draw; what the answer is."""
        self._session.window.table.select(job)
        self._driver.until(self._session.window.actions_.open_results.isEnabled, "Open results to be offered")
        self._session.window.actions_.open_results.trigger()
        window = self._driver.until(_results_window, "the window of the results")
        answer = self._driver.until(window.verdict.answer.text, "the verdict")
        noted = self._session.repository.jobs[job].verdict
        if noted is None or answer != page_headline(noted.answer, is_just=noted.is_just):
            raise StepFailedError(f"the window says {answer!r}, the list knows {noted}")
        drawn = self._look_at_pictures(window)
        written = self._write_report(window, answer)
        window.close()
        return f"{answer}; {drawn}; {written}"

    def _look_at_pictures(self, window: ResultsWindow) -> str:
        tabs = self._driver.field(window, "Pages of the results", QTabBar)
        measures = next(place for place in range(tabs.count()) if tabs.tabText(place) == "Metrics")
        tabs.setCurrentIndex(measures)
        self._driver.button_beginning(window.measures, "Copy picture").click()
        image = QGuiApplication.clipboard().image()
        if colours_of(image) < _FEWEST_COLOURS:
            raise StepFailedError(f"nothing is drawn on a picture of {image.width()} × {image.height()} dots")
        return f"a picture of {image.width()} × {image.height()} dots"

    def _write_report(self, window: ResultsWindow, answer: str) -> str:
        window.foot.report.click()
        dialog = self._driver.until(lambda: window.findChild(QFileDialog), "the dialog for the report")
        path = self._folder / "report.html"
        dialog.setDirectory(str(self._folder))
        dialog.selectFile(str(path))
        self._driver.button(dialog, "Save").click()
        self._driver.button(window, "Open report")
        page = path.read_text(encoding="utf-8")
        if answer not in page or "<svg" not in page:
            raise StepFailedError("the report lacks its answer or its pictures")
        return f"a report with {page.count('<svg')} pictures"


def _results_window() -> ResultsWindow | None:
    found = (window for window in QApplication.topLevelWidgets() if isinstance(window, ResultsWindow))
    return next((window for window in found if window.isVisible()), None)


def colours_of(image: QImage) -> int:
    """How many colours an image has, looked at in every place of a small copy; 0 of none."""
    if image.isNull():
        return 0
    small = image.scaled(160, 90, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.FastTransformation)
    return len({small.pixel(x, y) for x in range(small.width()) for y in range(small.height())})
