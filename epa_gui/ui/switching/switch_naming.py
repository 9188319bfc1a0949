"""How the sentences of Switch model name jobs and times."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from epa_gui.core.history.deployment import Switch
from epa_gui.core.switching.switch_case import SwitchCase
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base import formatting

translate = QCoreApplication.translate

_LONGEST_NAME = 60
"""Characters of a name within a sentence; it stands in full beside it."""


def short(name: str) -> str:
    """A name as it stands within a sentence."""
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"


def quoted(switch: Switch) -> str:
    """The job that a switch goes to, within a sentence."""
    return fill(translate("Switch", "“{0}”"), short(switch.job_title))


def listed(switches: Iterable[Switch]) -> str:
    """Those of several switches."""
    return translate("Switch", ", ").join(map(quoted, switches))


def moment(seconds: float, case: SwitchCase) -> str:
    """A moment, seen from when the case was looked at."""
    return formatting.recent_moment(seconds, case.at, is_exact=False)


def dated(seconds: float, case: SwitchCase) -> str:
    """The same with its day, today too: for where it would else be a bare time."""
    return formatting.dated_moment(seconds, case.at)


def ago(seconds: float) -> str:
    """How long since, in whole minutes, hours or days."""
    minutes, hours, days = (int(seconds // unit) for unit in (60, 3600, 86400))
    if days >= 2:
        return translate("Switch", "%n day(s) ago", "", days)
    if hours:
        return translate("Switch", "%n hour(s) ago", "", hours)
    if minutes:
        return translate("Switch", "%n minute(s) ago", "", minutes)
    return translate("Switch", "just now")
