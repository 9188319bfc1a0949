"""Plays a person through the real main window against the practice service: what tells that a built app works."""

import concurrent.futures
import functools
import importlib.metadata
import io
import json
import platform
import secrets
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QPlainTextEdit, QSpinBox, QToolButton

from epa_gui import __version__
from epa_gui.app import new_application
from epa_gui.core.files.private_files import private_opener
from epa_gui.core.jobs.job import Job, JobKey, Stage
from epa_gui.core.keys.keychain import keychain_fault, open_keychain
from epa_gui.practice import PracticeService
from epa_gui.process.language import install_language
from epa_gui.process.resource_files import resource_folder
from epa_gui.selftest.driver import StepFailedError, UiDriver
from epa_gui.selftest.looking import Looker
from epa_gui.selftest.switching import Switcher
from epa_gui.ui.base.threads import end_process
from epa_gui.ui.window.session import Session, SessionSetup

TOLD_OF = ("requests", "keyring", "truststore", "matplotlib", "numpy")
"""Whose versions are reported; the build ships what tells them."""

_JOB_SECONDS = 6.0
_KEYCHAIN_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Step:
    """What one step came to."""

    name: str
    passed: bool
    seconds: float
    detail: str = ""


def run_self_test(report: Path | None) -> int:
    """Try the whole program.

    Args:
        report: Where to write what happened, as JSON; nowhere for `None`.

    Returns:
        0 if every step passed, else 1.
    """
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    app = new_application()
    _translators = install_language(app, "en")
    with tempfile.TemporaryDirectory(prefix="epa-desktop-self-test-", ignore_cleanup_errors=True) as folder:
        person = PersonDriver(Path(folder))
        passed = person.play()
        person.leave()
    if report is not None:
        told = json.dumps(person.report(), ensure_ascii=False, indent=2) + "\n"
        with open(report, "w", encoding="utf-8", opener=private_opener) as file:
            file.write(told)
    _say("self-test passed" if passed else "self-test FAILED")
    end_process(0 if passed else 1)
    return 0 if passed else 1


class PersonDriver:
    """Somebody who has a key, a job ID, and no manual."""

    def __init__(self, folder: Path) -> None:
        self.steps: list[Step] = []
        self._folder = folder
        self._prefix = f"EPA Desktop self-test {secrets.token_hex(4)}"
        self._service = PracticeService(folder / "service", samples=resource_folder() / "samples")
        self._service.start()
        setup = SessionSetup(
            folder / "data", self._service.url, open_keychain=functools.partial(open_keychain, self._prefix)
        )
        self.session = Session(setup)
        self._driver = UiDriver(self.session.window)
        self._looker = Looker(self.session, self._driver, folder)
        self._switcher = Switcher(self.session, self._service, self._driver)
        self._job = ""
        self._model = ""

    def play(self) -> bool:
        """All steps in order, up to the first that fails."""
        story: list[tuple[str, Callable[[], str]]] = [
            ("start with an empty list", self._start),
            ("add a model", self._add_model),
            ("find its key in the keychain", self._find_key),
            ("check more often", self._change_settings),
            ("add a job", self._add_job),
            ("wait until it has finished", self._wait_until_finished),
            ("save its results", self._save),
            ("verify the bytes", self._verify),
            ("look at the results: verdict, pictures, report", self._look),
            ("put it into service, on record", self._switch),
            ("switch to a second job", self._switch_to_second),
            ("switch back to the first, labelled so", self._switch_back),
            ("check a file and start a retraining", self._retrain),
            ("remove the model and undo", self._remove_and_undo),
        ]
        return all(self._take(name, event) for name, event in story)

    def leave(self) -> None:
        """Close the window as a person would, take the self-test's key away, and end the service."""
        if self._model:
            self.session.repository.remove_model(self._model)
        self.session.window.close()
        self._service.stop()
        if self._model:
            self._take("leave nothing in the keychain", self._find_no_key)

    def report(self) -> dict[str, object]:
        """What happened, with the versions it happened with."""
        return {
            "passed": all(step.passed for step in self.steps),
            "steps": [asdict(step) for step in self.steps],
            "keychain": self.session.keys.name,
            "platform": {"system": platform.platform(), "qt": QGuiApplication.platformName()},
            "versions": {
                "epa-desktop": __version__,
                "python": platform.python_version(),
                "qt": qVersion(),
                **{name: importlib.metadata.version(name) for name in TOLD_OF},
            },
        }

    def _take(self, name: str, event: Callable[[], str]) -> bool:
        begun = time.monotonic()
        try:
            detail, passed = event(), True
        except StepFailedError as failure:
            detail, passed = str(failure), False
        except Exception:  # noqa: BLE001  this door: whatever breaks is the self-test's result
            detail, passed = traceback.format_exc(), False
        step = Step(name, passed, round(time.monotonic() - begun, 2), detail)
        self.steps.append(step)
        _say(f"{'ok  ' if passed else 'FAIL'} {name} ({step.seconds:.1f} s){f': {detail}' if detail else ''}")
        return passed

    # The steps

    def _start(self) -> str:
        self.session.window.show()
        self.session.start()
        self._driver.button(self.session.window, "Connect your own model")
        if not self.session.window.windowTitle().startswith("EPA Desktop"):
            raise StepFailedError(f"the title is {self.session.window.windowTitle()!r}")
        return QGuiApplication.platformName()

    def _add_model(self) -> str:
        self._driver.button(self.session.window, "Connect your own model").click()
        account = self._driver.dialog("Connect account")
        self._driver.button(account, "Add a single model with its own key…").click()
        form = self._driver.dialog("Add model")
        self._driver.field(form, "Name", QLineEdit).setText("Self-test")
        region = self._driver.field(form, "Region", QComboBox).currentText()
        self._driver.field(form, "API key", QLineEdit).setText(f" {self._service.api_key}\u200b\n")
        self._driver.button(form, "Add model").click()
        model = self._driver.until(
            lambda: next(iter(self.session.repository.models.values()), None), "the model in the list"
        )
        self._model = model.id
        if model.key_hint != self._service.api_key[-4:]:
            raise StepFailedError("the key was not cleaned")
        return region

    def _find_key(self) -> str:
        self.session.keys.open()
        self._driver.until(lambda: self.session.keys.name, "the keychain's name")
        if not self.session.keys.is_lasting:
            if fault := keychain_fault():
                raise StepFailedError(f"this program cannot use the system's keychain: {fault}")
            return "no keychain on this system: the key is kept for this session"
        self._driver.until(lambda: self._key_in_keychain() == self._service.api_key, "the key in the keychain")
        return self.session.keys.name

    def _find_no_key(self) -> str:
        if self.session.keys.is_lasting and self._key_in_keychain() is not None:
            raise StepFailedError("the key of a removed model is still in the keychain")
        return ""

    def _key_in_keychain(self) -> str | None:
        """Asked in a thread, for a system may wait for a person here."""
        pool = concurrent.futures.ThreadPoolExecutor(1)
        try:
            return pool.submit(lambda: open_keychain(self._prefix).load(self._model)).result(_KEYCHAIN_SECONDS)
        finally:
            pool.shutdown(wait=False)

    def _change_settings(self) -> str:
        self.session.window.actions_.settings.trigger()
        form = self._driver.dialog("Settings")
        self._driver.field(form, "Check every", QSpinBox).setValue(10)
        self._driver.button(form, "Save settings").click()
        self._driver.until(lambda: self.session.repository.settings.check_seconds == 10, "the new interval")
        return "every 10 s"

    def _add_job(self) -> str:
        self._job = self._service.start_job(seconds=_JOB_SECONDS)
        pasted = json.dumps({"retrain_job_id": self._job, "upload_url": "https://storage.example/x?y"})
        self._fill_in_job(pasted, "Self-test job")
        job = self._driver.until(self._the_job, "the job in the list")
        if job.id != self._job:
            raise StepFailedError(f"the job ID was understood as {job.id!r}")
        status = self._driver.until(lambda: job.status or (self._the_job() or job).status, "the first answer")
        return f"the service says {status!r}"

    def _fill_in_job(self, pasted: str, name: str) -> None:
        self.session.window.actions_.add_job.trigger()
        form = self._driver.dialog("Add job")
        self._driver.field(form, "Job ID", QPlainTextEdit).setPlainText(pasted)
        self._driver.field(form, "Name", QLineEdit).setText(name)
        self._driver.button(form, "Add job").click()

    def _the_job(self) -> Job | None:
        return next(iter(self.session.repository.jobs.values()), None)

    def _wait_until_finished(self) -> str:
        def finished() -> Job | None:
            job = self._the_job()
            return job if job is not None and job.stage is Stage.FINISHED and job.has_file else None

        return self._driver.until(finished, "the job to finish").status

    def _save(self) -> str:
        self.session.window.table.selectAll()
        self._driver.until(self.session.window.actions_.save_results.isEnabled, "Save results… to be offered")
        self.session.window.actions_.save_results.trigger()
        dialog = self._driver.dialog("Save results")
        if not isinstance(dialog, QFileDialog):
            raise StepFailedError("no save dialog")
        name = Path(dialog.selectedFiles()[0]).name
        dialog.setDirectory(str(self._folder))
        dialog.selectFile(str(self._folder / name))
        self._driver.button(dialog, "Save").click()

        def saved() -> Job | None:
            job = self._the_job()
            return job if job is not None and job.saved else None

        self._driver.until(saved, "the results on the disk")
        return name

    def _verify(self) -> str:
        job = self._the_job()
        if job is None or job.saved is None:
            raise StepFailedError("nothing was saved")
        found, wanted = Path(job.saved.path).read_bytes(), self._service.results_of(self._job)
        if found != wanted:
            raise StepFailedError(f"{len(found)} bytes differ from the service's {len(wanted)}")
        to_storage = [seen for seen in self._service.requests if seen.origin == "storage"]
        if not to_storage or any("x-api-key" in seen.headers for seen in to_storage):
            raise StepFailedError("the API key reached the storage, or nothing did")
        if list(self._folder.glob("*.part")):
            raise StepFailedError("a part file was left behind")
        return f"{len(found)} bytes"

    def _look(self) -> str:
        return self._looker.look(JobKey(self._model, self._job))

    def _switch(self) -> str:
        return self._switcher.switch(self._first_job(), is_back=False)

    def _switch_to_second(self) -> str:
        second = JobKey(self._model, self._service.start_job(seconds=0))
        self._fill_in_job(second.id, "Self-test second job")

        def finished() -> Job | None:
            job = self.session.repository.jobs.get(second)
            return job if job is not None and job.stage is Stage.FINISHED else None

        return self._switcher.switch(self._driver.until(finished, "the second job to finish"), is_back=False)

    def _switch_back(self) -> str:
        return self._switcher.switch(self._first_job(), is_back=True)

    def _first_job(self) -> Job:
        return self.session.repository.jobs[JobKey(self._model, self._job)]

    def _retrain(self) -> str:
        """From a file to a job the service has started: the zip, the upload, and the bytes that arrived."""
        samples = resource_folder() / "samples"
        training, evaluation = samples / "customer_churn_train.csv", samples / "customer_churn_eval.csv"
        self.session.window.actions_.new_retraining.trigger()
        form = self._driver.dialog("New retraining")
        self._driver.field(form, "Training file", QLineEdit).setText(str(training))
        self._driver.field(form, "Evaluation file", QLineEdit).setText(str(evaluation))
        self._driver.field(form, "Name and note", QToolButton).click()
        self._driver.field(form, "Name", QLineEdit).setText("Self-test retraining")
        self._driver.until(lambda: len(self.session.file_inspection.now.files) == 2, "both files to be taken")
        self._driver.button_beginning(form, "Send ").click()

        def started() -> Job | None:
            return next((job for job in self.session.repository.jobs.values() if job.upload and job.started_at), None)

        job = self._driver.until(started, "the file to arrive")
        sent = (self._folder / "service" / "jobs" / job.id / "training").read_bytes()
        with zipfile.ZipFile(io.BytesIO(sent)) as archive:
            found = [archive.read(name) for name in archive.namelist()]
        if found != [training.read_bytes(), evaluation.read_bytes()]:
            raise StepFailedError("the zip that arrived holds something else")
        self.session.repository.remove_jobs([job.key])
        return f"{len(sent)} bytes"

    def _remove_and_undo(self) -> str:
        self.session.repository.remove_model(self._model)
        self._driver.until(lambda: not self.session.repository.jobs, "the jobs to go with the model")
        self.session.window.actions_.undo.trigger()
        self._driver.until(self._the_job, "the job to come back")
        return ""


def _say(line: str) -> None:
    """A line for whoever watches; a windowed app has nobody to say it to."""
    if sys.stdout is not None:
        print(line, flush=True)
