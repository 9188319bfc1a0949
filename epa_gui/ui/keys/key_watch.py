"""Watches the models' keys, and speaks up in time before one ends."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from epa_gui.core.jobs.key_life import KeyWarning, key_warning
from epa_gui.ui.base.repository import Repository

_EVERY_SECONDS = 30.0


class KeyWatch(QObject):
    """Looks at every key now and then, and at once when something about a model or a job changed.

    Attributes:
        warnings: What there is to say, by model.

    Signals:
        changed: A model's warning came, changed or went.
        warned: There is something to say that was not said of this key before, or nothing any more (the model's ID and
            the `KeyWarning` or `None`).
    """

    changed = Signal()
    warned = Signal(str, object)

    def __init__(
        self,
        repository: Repository,
        ends_of: Callable[[str], list[float]],
        will_renew: Callable[[str], bool] = lambda _model: False,
    ) -> None:
        """Watch the keys.

        Args:
            repository: Where the models are.
            ends_of: When a model's jobs in progress will be done, by its ID; seconds since the epoch.
            will_renew: Whether a model's key will be renewed in time by itself: there is nothing to say of it.
        """
        super().__init__()
        self._repository = repository
        self._ends_of = ends_of
        self._will_renew = will_renew
        self.warnings: dict[str, KeyWarning] = {}
        self._looked_at = 0.0
        self._said: dict[str, tuple[float | None, KeyWarning]] = {}
        repository.models_changed.connect(self.look)
        repository.opened.connect(self.look)

    @Slot(float)
    def tick(self, now: float) -> None:
        """Time has passed: look if it was long since the last time.

        Args:
            now: Seconds since the epoch.
        """
        if not 0 <= now - self._looked_at < _EVERY_SECONDS:
            self.look()

    @Slot()
    def look(self) -> None:
        """Look at every key now."""
        if not self._repository.is_open:
            return
        self._looked_at = self._repository.clock()
        for model in list(self._repository.models.values()):
            warning = key_warning(model, self._ends_of(model.id), self._looked_at)
            self._set(model.id, None if self._will_renew(model.id) else warning)
        for gone in self.warnings.keys() - self._repository.models.keys():
            self._set(gone, None)

    def _set(self, model: str, warning: KeyWarning | None) -> None:
        if self.warnings.get(model) is not warning:
            if warning is None:
                del self.warnings[model]
            else:
                self.warnings[model] = warning
            self.changed.emit()
        self._say(model, warning)

    def _say(self, model: str, warning: KeyWarning | None) -> None:
        """Once for each key, and again only if it becomes graver: what a person closed does not come back."""
        known = self._repository.models.get(model)
        end, worst = self._said.get(model, (None, None))
        if known is None or warning is None:
            if self._said.pop(model, None):
                self.warned.emit(model, None)
            return
        gravity = list(KeyWarning).index
        is_new = worst is None or end != known.key_ends_at or gravity(warning) < gravity(worst)
        if is_new:
            self._said[model] = known.key_ends_at, warning
            self.warned.emit(model, warning)
