"""An invented list: forty jobs of seven models in every state there is, as the program itself would have left it."""

import contextlib
import itertools
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from epa_gui.core.history.deployment import Switch, SwitchOutcome
from epa_gui.core.history.event import Detail, EventKind, HistoryEvent
from epa_gui.core.history.switch_events import asked, ended
from epa_gui.core.jobs.job import FINISHED_STATUS, Job, Partial, Saved, StatusEntry, Upload
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.jobs.region import Region
from epa_gui.core.store.backup import FILE_NAME
from epa_gui.core.store.rows import Setting
from epa_gui.core.store.store import Change, Store
from shots.clock import DAY, HOUR, MINUTE
from shots.names import called
from shots.people import COLUMNS
from shots.verdicts import BETTER, CANNOT_TELL, JUST_BETTER, NO_DIFFERENCE, WORSE

FOLDER = "/Documents/EPA results"

CHURN, LEADS, PARTS = "Customer churn", "Lead scoring", "Spare parts demand for all European warehouses and partners"
CREDIT, DEMAND_JA, CHURN_JA = "Credit risk", "需要予測 東日本", "解約予測（法人・全国・本番環境用）"
MAILS = "Mail campaign response"

ENDED_KEYS, WRONG_KEYS, LOCKED_KEYS = frozenset({"m4"}), frozenset({"m7"}), frozenset({"m5"})
"""The models whose keys have expired, whose keys are for something else, and whose keys the keychain does not give."""

NOTES = "Jobs are checked when the computer wakes up."
REASON = "Reviewed with the business owners"

STATUSES = ("job_queued", "data_checking", "training", "evaluating")
"""The service's words, in the order in which it says them."""

_NAMES = {"EPA Desktop", "Easy Predictive Analytics", "Prediction One", "English", "stays", "sales"}
DATA = frozenset({*_NAMES, REASON, NOTES, *COLUMNS, *STATUSES, FINISHED_STATUS, "job_failed"})
"""What stands in the windows and is the same in every language: names, and what people have written."""

_JOBS = 40

_TOOK = 1.5 * HOUR
"""How long the invented jobs take."""


def models(now: float) -> dict[str, Model]:
    """The seven models by their English names; the practice service's numbers for them are 1001 and the ones after."""
    g, j = Region.GLOBAL, Region.JAPAN
    names = (CHURN, LEADS, PARTS, CREDIT, DEMAND_JA, CHURN_JA, MAILS)
    made = (
        _model(now, 1, called(CHURN), g, "1f3a", days_left=21, target="churned", has_secret=True),
        _model(now, 2, called(LEADS), g, "07c2", days_left=3),
        _model(now, 3, called(PARTS), g, "b81e", days_left=22),
        _model(now, 4, called(CREDIT), g, "5d90", days_left=-1),
        _model(now, 5, DEMAND_JA, j, "c4a7", days_left=26),
        _model(now, 6, CHURN_JA, j, "29ef", days_left=24, has_secret=True),
        _model(now, 7, called(MAILS), g, "e60d", days_left=29),
    )
    return dict(zip(names, made, strict=True))


def _model(now: float, number: int, name: str, region: Region, key: str, *, days_left: int, **known: Any) -> Model:
    ends_at = now + days_left * DAY
    plain = Model(f"m{number}", name, region, key_hint=key, key_added_at=ends_at - 30 * DAY, key_ends_at=ends_at)
    return replace(plain, added_at=now - (256 - number) * DAY, service_id=1000 + number, **known)


@dataclass
class Invented:
    """A list that can be written.

    Attributes:
        now: When it is looked at, seconds since the epoch.
        models: By their English names.
        states: The jobs that stand for a state, by its name.
        others: More jobs.
        switches: What was put into service, oldest first.
    """

    now: float
    models: dict[str, Model]
    states: dict[str, Job] = field(default_factory=dict)
    others: list[Job] = field(default_factory=list)
    switches: list[Switch] = field(default_factory=list)

    def jobs(self) -> list[Job]:
        """All, the oldest first."""
        return sorted([*self.states.values(), *self.others], key=lambda job: job.added_at)

    def write(self, folder: Path) -> None:
        """Write it as the program would have."""
        folder.mkdir(parents=True, exist_ok=True)
        settings = [Setting("fetch_results", "false")]
        entries = sorted(self._entries(), key=lambda entry: entry.at)
        changes: list[Change] = [*self.models.values(), *self.jobs(), *settings]
        with contextlib.closing(Store(folder / FILE_NAME)) as store:
            store.write(changes)
            store.write(entries)

    def _entries(self) -> Iterator[StatusEntry | HistoryEvent]:
        names = {model.id: model.name for model in self.models.values()}
        for model in self.models.values():
            yield HistoryEvent(
                EventKind.MODEL_ADDED, model.added_at, model.id, model.name, details={"region": model.region.value}
            )
        for job in self.jobs():
            about = (job.model, names[job.model], job.id, job.name)
            begun = EventKind.JOB_STARTED if job.upload else EventKind.JOB_ADOPTED
            details: dict[str, Detail] = {"file": job.upload.training, "rows": job.upload.rows} if job.upload else {}
            yield HistoryEvent(begun, job.added_at, *about, details=details)
            before = ""
            for at, status in _course(job):
                message = job.message if status == job.status else ""
                yield StatusEntry(job.key, at, status, message)
                told = {"from": before, "to": status, "message": message}
                yield HistoryEvent(EventKind.STATUS_CHANGED, at, *about, details=told)
                before = status
            if job.saved:
                saved: dict[str, Detail] = {"path": job.saved.path, "size": job.saved.size, "sha256": job.saved.sha256}
                yield HistoryEvent(EventKind.RESULTS_SAVED, job.saved.at, *about, details=saved)
            if job.opened_at:
                yield HistoryEvent(EventKind.RESULTS_OPENED, job.opened_at, *about)
        for switch in self.switches:
            yield asked(switch, "", is_back=False, verdict=BETTER)
            yield ended(switch)


def _course(job: Job) -> Iterator[tuple[float, str]]:
    """The words that the service has said of it, and when."""
    begun, last = job.started_at or job.added_at, job.status_since
    if not job.status or last is None:
        return
    words = STATUSES[: STATUSES.index(job.status)] if job.status in STATUSES else STATUSES
    for place, word in enumerate(words):
        at = begun + 20.0 + (last - begun) * place / len(words)
        if at < last - MINUTE:
            yield at, word
    yield last, job.status


Namer = Callable[[Model], str]
"""Gives a job of a model its ID."""


def invented(now: float, new_id: Namer) -> Invented:
    """The whole list."""
    return _Author(now, new_id).written()


class _Author:
    def __init__(self, now: float, new_id: Namer) -> None:
        self.now = now
        self.made = Invented(now, models(now))
        self._new_id = new_id
        self._numbers = itertools.count(2101)

    def _job(self, model: str, name: str, began: float, **known: Any) -> Job:
        """A job that began so many seconds ago; sent from here."""
        at, name = self.now - began, called(name)
        upload = Upload(
            f"/Documents/{name.replace(' ', '_').lower()}.csv",
            "/Documents/evaluation.csv",
            rows=12_400,
            size=1_350_000,
            arrived_at=at,
            training_size=4_210_000,
        )
        owner = self.made.models[model]
        job = Job(
            self._new_id(owner), owner.id, name, added_at=at - 20, started_at=at, upload=upload, next_check_at=math.inf
        )
        return replace(job, **known)

    def _going(self, model: str, name: str, began: float, status: str = "training", **known: Any) -> Job:
        checked = self.now - 14
        job = self._job(
            model,
            name,
            began,
            status=status,
            status_since=self.now - began * 0.7,
            checked_at=checked,
            asked_at=checked,
            going_at=checked,
            next_check_at=self.now + 46,
        )
        return replace(job, **known)

    def _finished(self, model: str, name: str, ago: float, *, took: float = _TOOK, **known: Any) -> Job:
        """A job that ended so many seconds ago."""
        end = self.now - ago
        job = self._job(
            model,
            name,
            ago + took,
            status=FINISHED_STATUS,
            status_since=end,
            ended_at=end,
            going_at=end - 40,
            checked_at=end,
            asked_at=end,
            has_file=True,
            results_name="retrain_results.zip",
            service_model_id=next(self._numbers),
        )
        return replace(job, **known)

    def _looked(self, model: str, name: str, ago: float, **known: Any) -> Job:
        job = self._finished(model, name, ago)
        saved = Saved(f"{called(FOLDER)}/{job.name}.zip", 2_480_000, self.now - ago + 10 * MINUTE, "9f2c" * 16)
        return replace(replace(job, saved=saved, opened_at=self.now - ago + HOUR), **known)

    def _switched(self, job: Job, ago: float, outcome: SwitchOutcome = SwitchOutcome.DONE) -> Job:
        at = self.now - ago
        name = next(model.name for model in self.made.models.values() if model.id == job.model)
        problem = None if outcome is SwitchOutcome.DONE else Problem(ProblemKind.SWITCH_UNANSWERED)
        number = f"switch {len(self.made.switches) + 1}"
        switch = Switch(
            number,
            job.model,
            job.id,
            job.name,
            name,
            at,
            called(REASON),
            "",
            outcome,
            problem,
            at + 2,
        )
        self.made.switches.append(switch)
        return replace(job, switch_problem=problem)

    def _trouble(self, kind: ProblemKind, said: str = "", **known: Any) -> dict[str, Any]:
        """Of a check, since some minutes."""
        problem = Problem(kind, said, str(known.pop("where", "")))
        return {
            "problem": problem,
            "problem_since": self.now - 12 * MINUTE,
            "checked_at": self.now - 13 * MINUTE,
            "going_at": self.now - 13 * MINUTE,
            "asked_at": self.now - 100,
            "failures": 4,
            "next_check_at": self.now + 200,
        } | known

    def written(self) -> Invented:
        """All jobs, in the order of their models."""
        self._churn()
        self._leads()
        self._parts()
        self._credit()
        self._mails()
        self._japanese()
        self._earlier()
        self.made.switches.sort(key=lambda switch: switch.at)
        return self.made

    def _churn(self) -> None:
        states, going = self.made.states, self._going
        states["training"] = going(CHURN, "Autumn data", 72 * MINUTE)
        states["queued"] = going(CHURN, "Autumn data, second file", 3 * MINUTE, "job_queued")
        states["ready-better"] = self._finished(CHURN, "November data", 50 * MINUTE, verdict=BETTER)
        message = "Training was stopped: the type of the column “months” has changed from number to text."
        states["failed"] = replace(
            self._finished(CHURN, "November data, first attempt", 20 * HOUR, took=30 * MINUTE),
            status="job_failed",
            message=message,
            has_file=False,
            results_name="",
            service_model_id=None,
            checked_at=self.now - 22 * MINUTE,
            asked_at=self.now - 22 * MINUTE,
            next_check_at=self.now + 38 * MINUTE,
        )
        states["looked-no-difference"] = self._looked(CHURN, "October data", 18 * DAY, verdict=NO_DIFFERENCE)
        states["live"] = self._switched(self._looked(CHURN, "September data", 44 * DAY, verdict=BETTER), 43 * DAY)
        states["was-live"] = self._looked(CHURN, "August data", 75 * DAY, verdict=BETTER)
        self._switched(states["was-live"], 74 * DAY)
        states["looked-better"] = self._looked(CHURN, "November data, west only", 6 * HOUR, verdict=JUST_BETTER)

    def _leads(self) -> None:
        states = self.made.states
        states["key-ending"] = self._going(LEADS, "Autumn campaign leads", 40 * MINUTE)
        states["ready-worse"] = self._finished(LEADS, "Trade fair leads only", 2 * HOUR, verdict=WORSE)
        states["ready-no-difference"] = self._finished(LEADS, "Q3 leads, cleaned", 26 * HOUR, verdict=NO_DIFFERENCE)
        states["looked-worse"] = self._looked(LEADS, "Q3 leads, all regions", 4 * DAY, verdict=WORSE)
        refused = Problem(ProblemKind.PREDICTION_API_DELETED, "Prediction API is deleted.")
        states["switch-refused"] = self._looked(LEADS, "Q2 leads", 60 * DAY, verdict=BETTER, switch_problem=refused)

    def _parts(self) -> None:
        states = self.made.states
        states["overdue"] = self._going(PARTS, "Week 47, all warehouses", 5 * HOUR)
        name = "Week 46, all warehouses except those that were closed for stock-taking (corrected and sent again)"
        states["ready-cannot-tell"] = self._finished(PARTS, name, 3 * DAY, verdict=CANNOT_TELL)
        offline = self._trouble(
            ProblemKind.NAME_NOT_FOUND, "Name or service not known", where="developer-api.example.com"
        )
        states["offline"] = self._going(PARTS, "Week 47, Nordics", 50 * MINUTE, **offline)
        proxy = self._trouble(ProblemKind.PROXY_FAILED, "407 Proxy Authentication Required", where="HTTPS_PROXY")
        states["proxy"] = self._going(PARTS, "Week 47, Iberia", 45 * MINUTE, **proxy)
        page = self._trouble(ProblemKind.NOT_THE_SERVICE, "<title>Sign in to the guest network</title>")
        states["not-the-service"] = self._going(PARTS, "Week 47, Benelux", 44 * MINUTE, **page)
        full = Problem(ProblemKind.DISK_FULL, "No space left on device", f"{called(FOLDER)}/{called('Week 45')}.zip")
        states["save-trouble"] = self._finished(PARTS, "Week 45", 9 * DAY, save_problem=full)
        states["no-file-yet"] = self._finished(
            PARTS, "Week 47, Alps", 4 * MINUTE, has_file=False, results_name="", next_check_at=self.now + 30
        )
        states["live-not-certain"] = self._switched(
            self._looked(PARTS, "Week 30", 110 * DAY, verdict=BETTER), 100 * DAY
        )
        states["not-confirmed"] = self._switched(
            self._looked(PARTS, "Week 44", 15 * DAY, verdict=BETTER), 2 * HOUR, SwitchOutcome.NOT_CONFIRMED
        )

    def _credit(self) -> None:
        states = self.made.states
        since = dict.fromkeys(("problem_since", "checked_at", "going_at", "asked_at"), self.now - DAY)  # when it ended
        ended_key = self._trouble(ProblemKind.KEY_INACTIVE, "Inactive_credential.", next_check_at=math.inf) | since
        states["key-ended"] = self._going(CREDIT, "Loans, October", 30 * HOUR, **ended_key)
        interrupted = Problem(ProblemKind.SEND_INTERRUPTED)
        unsent = self._job(CREDIT, "Loans, November", 26 * HOUR, started_at=None, send_problem=interrupted)
        states["send-trouble"] = replace(
            unsent, upload=replace(unsent.upload, arrived_at=None) if unsent.upload else None
        )
        deleted = self._trouble(
            ProblemKind.JOB_DELETED, "Retrain job is deleted.", failures=1, next_check_at=self.now + 48 * MINUTE
        )
        states["job-deleted"] = self._going(PARTS, "Week 38, test with returns", 2 * HOUR, **deleted)
        states["unknown-status"] = replace(
            self._going(PARTS, "Started in the console", 3 * HOUR, "awaiting_capacity_review"),
            upload=None,
            started_at=None,
        )

    def _mails(self) -> None:
        """Since its key was replaced by one that is for something else."""
        since = dict.fromkeys(("problem_since", "checked_at", "going_at", "asked_at"), self.now - DAY)
        wrong = self._trouble(ProblemKind.KEY_WRONG, "Not_found_credential.", next_check_at=math.inf) | since
        self.made.states["key-refused"] = self._going(MAILS, "October mailing", 25 * HOUR, **wrong)

    def _japanese(self) -> None:
        states = self.made.states
        locked = self._trouble(ProblemKind.KEYCHAIN_LOCKED, "The keychain is locked.", next_check_at=math.inf)
        states["keychain-locked"] = self._going(DEMAND_JA, "2026年11月 店舗別売上", 35 * MINUTE, **locked)
        name = "2026年11月分の学習データ（本社確認済み・再送分・差し替え）"
        states["ready-japanese"] = self._finished(CHURN_JA, name, 70 * MINUTE, verdict=BETTER)
        states["training-japanese"] = self._going(CHURN_JA, "2026年9～11月分の学習データ", 72 * MINUTE)
        states["live-japanese"] = self._switched(
            self._looked(CHURN_JA, "2026年9月分", 43 * DAY, verdict=NO_DIFFERENCE), 40 * DAY
        )
        states["interrupted-download"] = self._finished(
            DEMAND_JA,
            "2026年10月 店舗別売上",
            12 * DAY,
            partial=Partial(f"{called(FOLDER)}/2026-10.zip", '"abc"', 48_000_000),
            save_problem=Problem(ProblemKind.INTERRUPTED),
        )

    def _earlier(self) -> None:
        """Older ones, up to forty."""
        months = ("July", "June", "May", "April", "March", "February")
        named = [(CHURN, f"{month} data", 100 + 30 * number) for number, month in enumerate(months)] + [
            (DEMAND_JA, f"2026年{9 - number}月 店舗別売上", 45 + 30 * number) for number in range(7)
        ]
        for number, (model, name, days) in enumerate(named):
            if len(self.made.states) + len(self.made.others) >= _JOBS:
                return
            verdict = (NO_DIFFERENCE, BETTER, WORSE)[number % 3]
            self.made.others.append(self._looked(model, name, days * DAY, verdict=verdict))
