"""Follows switches that the service took, until the prediction API is seen to run with the new model."""

from PySide6.QtCore import QObject, Signal, Slot

from epa_gui.core.account.classifier import LiveReading
from epa_gui.core.account.live_progress import LivePhase, LiveProgress
from epa_gui.core.history.deployment import Switch
from epa_gui.core.jobs.job import JobKey
from epa_gui.core.switching.following import problem_of, progress_of, seen_in
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.switching.known_deployments import KnownDeployments
from epa_gui.ui.switching.live_watch import LiveWatch

_TELL_SECONDS = 5.0
"""How often it is told how long a switch has taken so far."""


class SwitchFollower(QObject):
    """One switch a model at most: the last one that was asked for here. Nothing waits for it, not even quitting.

    Signals:
        changed: A model's switch has come farther, or time has passed (the model's ID).
        seen: A `Switch` of which it is known now what came of it.
    """

    changed = Signal(str)
    seen = Signal(object)

    def __init__(self, repository: Repository, known: KnownDeployments, watch: LiveWatch) -> None:
        super().__init__()
        self._repository = repository
        self._known = known
        self._watch = watch
        self._told_at = 0.0
        watch.read.connect(self._on_read)

    def progress_of(self, model: str) -> LiveProgress | None:
        """How far the model's switch has come that the service took; `None` where none is followed."""
        switch = self._known.coming(model)
        return None if switch is None else self._progress(switch)

    def follow(self) -> None:
        """Look anew at which switches are to be seen."""
        switches = map(self._known.to_be_seen, self._known.models_switched())
        self._watch.expect({switch.model: switch.at for switch in switches if switch is not None})

    @Slot(float)
    def tick(self, now: float) -> None:
        """Time passes, and with it what can still be seen."""
        if 0 <= now - self._told_at < _TELL_SECONDS:
            return
        self._told_at = now
        for model in self._known.models_switched():
            if self._known.to_be_seen(model) is not None and not self._step(model):
                self.changed.emit(model)

    @Slot(str, object, object)
    def _on_read(self, account: str, before: LiveReading | None, now: LiveReading) -> None:
        models = self._watch.models_of(account)
        for model in models:
            self._step(model)
        self._known.take_elsewhere(account, before, now)
        self._known.read_again(models)
        self.follow()

    def _step(self, model: str) -> bool:
        """See how far the model's last switch has come; whether that was its end."""
        switch = self._known.to_be_seen(model) or self._late(model)
        if switch is None:
            return False
        progress = self._progress(switch)
        is_late = switch.seen is not None
        if not progress.has_ended or (is_late and progress.phase is not LivePhase.RUNNING_NEW):
            return False
        told = [one for one, _ in self._watch.told_of(model)]
        now = self._repository.clock()
        told_at = self._watch.asked_at(model)
        is_seen = progress.phase is not LivePhase.NOT_SEEN and told_at is not None
        seen = seen_in(switch, progress, told, told_at if is_seen and told_at is not None else now)
        switch = self._known.take_seen(switch, seen, problem_of(progress))
        self.follow()
        self.seen.emit(switch)
        return True

    def _late(self, model: str) -> Switch | None:
        """The model's last switch, if it came to nothing: it may still be seen, later than was waited for."""
        last = self._known.last_own(model)
        return last if last is not None and last.has_come_to_nothing and self._watch.can_ask(model) else None

    def _progress(self, switch: Switch) -> LiveProgress:
        job = self._repository.jobs.get(JobKey(switch.model, switch.job))
        number = job.service_model_id if job is not None else None
        told = [one for one, _ in self._watch.told_of(switch.model)]
        told_at = self._watch.asked_at(switch.model)
        return progress_of(switch, told, told_at, number, self._repository.clock())
