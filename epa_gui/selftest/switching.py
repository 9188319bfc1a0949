"""The self-test's switches: through the dialog by keyboard, seen in the list, true at the service, sound on record."""

from PySide6.QtWidgets import QLineEdit

from epa_gui.core.history.deployment import LiveState
from epa_gui.core.history.log import HistoryCheck
from epa_gui.core.jobs.job import Job
from epa_gui.practice import PracticeService
from epa_gui.selftest.driver import StepFailedError, UiDriver
from epa_gui.ui.base.switch_text import in_service_word
from epa_gui.ui.jobs.job_list_model import JobColumn
from epa_gui.ui.switching.switch_dialog import SwitchDialog
from epa_gui.ui.switching.switch_note_text import back_note
from epa_gui.ui.switching.switch_panels import NoteBox
from epa_gui.ui.window.session import Session


class Switcher:
    """Puts one job after the other into service."""

    def __init__(self, session: Session, service: PracticeService, driver: UiDriver) -> None:
        self._session = session
        self._service = service
        self._driver = driver

    def switch(self, job: Job, *, is_back: bool) -> str:
        """Switch to `job`, which has to have a name of its own in the list; what the history has come to.

        Args:
            job: A finished job.
            is_back: Whether the dialog has to say that this goes back.
        """
        self._session.window.table.select(job.key)
        self._driver.until(self._session.window.actions_.switch_model.isEnabled, "Switch model… to be offered")
        self._session.window.actions_.switch_model.trigger()
        dialog = self._driver.dialog("Switch model")
        if not isinstance(dialog, SwitchDialog) or dialog.case.job.key != job.key:
            raise StepFailedError("Switch model is about something else")
        self._look_for_label(dialog, is_back=is_back)
        self._driver.field(dialog, "Reason", QLineEdit).setText("Self-test")
        button = dialog.confirm_button
        self._driver.until(lambda: button.isEnabled() and button.wait_is_over(), "the button to take presses")
        self._driver.press_space(button)
        self._driver.until(lambda: self._service.live_job() == job.id, "the service to switch")
        live = in_service_word(LiveState.LIVE)
        self._driver.until(lambda: self._titles(live) == [job.title], f"{live} to stand at {job.title!r} alone")
        return self._verify_history()

    def _look_for_label(self, dialog: SwitchDialog, *, is_back: bool) -> None:
        notes = [note.accessibleName() for note in dialog.findChildren(NoteBox) if note.isVisible()]
        is_labelled = any(back_note(was_live=True).what in note for note in notes)
        if (dialog.case.is_back, is_labelled) != (is_back, is_back):
            raise StepFailedError(f"to go {'back' if is_back else 'on'} is called {notes}")

    def _titles(self, word: str) -> list[str]:
        """The jobs in the list that have this word under In service."""
        rows = self._session.window.table.model()
        return [
            str(rows.index(row, JobColumn.NAME).data())
            for row in range(rows.rowCount())
            if rows.index(row, JobColumn.IN_SERVICE).data() == word
        ]

    def _verify_history(self) -> str:
        verdicts: list[HistoryCheck] = []
        self._session.repository.history_verified.connect(verdicts.append)
        self._session.repository.verify_history()
        verdict = self._driver.until(lambda: verdicts[0] if verdicts else None, "the history to be verified")
        if verdict.broken_at is not None:
            raise StepFailedError(f"entry {verdict.broken_at} of the history is not as it was written")
        return f"{verdict.entries} entries"
