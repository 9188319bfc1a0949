"""What Switch model states: its question, what is live, what will be, and the facts about the job."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from epa_gui.core.account.live import LiveKind
from epa_gui.core.history.deployment import Deployment, Switch
from epa_gui.core.jobs.metric import SIGNIFICANT_DIGITS, Metric
from epa_gui.core.switching.switch_case import SwitchCase, SwitchWarning
from epa_gui.core.text.foreign_text import fill, shown
from epa_gui.ui.base.common_text import region_name
from epa_gui.ui.base.job_title import job_title
from epa_gui.ui.base.live_text import api_down_text, building_text, said_at
from epa_gui.ui.base.verdict_text import answer_with_numbers
from epa_gui.ui.switching.beside_live_text import beside_live_text
from epa_gui.ui.switching.switch_naming import ago, listed, moment, quoted, short

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Card:
    """What is, or will be, behind the prediction API.

    Attributes:
        title: Its name.
        more: Since when, or how sure that is, in lines.
    """

    title: str
    more: str


def headline(case: SwitchCase) -> str:
    """The question that the dialog asks."""
    return fill(translate("Switch", "Switch “{0}” to “{1}”?"), short(case.model.name), short(job_title(case.job)))


def live_card(case: SwitchCase) -> Card:
    """What is behind the API now, by the service's word or as far as this program knows."""
    live = case.live
    if case.service.is_said and case.service.is_certain:
        return _said_card(case)
    if case.service.is_restored and not case.service.open:
        return Card(translate("Switch", "Not known for certain"), _perhaps_since_backup(live))
    if not case.service.is_certain:
        return Card(translate("Switch", "Not known for certain"), _one_of_these(case))
    if live is None:
        return Card(translate("Switch", "The original model"), translate("Switch", "or one switched elsewhere"))
    since = fill(translate("Switch", "Live since {0}, as far as this program knows"), moment(live.since, case))
    return Card(shown(live.job_title), since)


def _perhaps_since_backup(live: Switch | None) -> str:
    if live is None:
        return translate(
            "Switch", "The original model, one switched elsewhere, or one switched after the backup of this list"
        )
    return fill(translate("Switch", "{0}, or one switched after the backup of this list"), quoted(live))


def _one_of_these(case: SwitchCase) -> str:
    if case.live is not None:
        jobs = listed([case.live, *case.service.open])
        return fill(translate("Switch", "One of these, because a switch is not confirmed: {0}"), jobs)
    text = translate(
        "Switch", "The original model, one switched elsewhere, or one of these, because a switch is not confirmed: {0}"
    )
    return fill(text, listed(case.service.open))


def _live_since(live: Switch, case: SwitchCase) -> str:
    return fill(translate("Switch", "Live since {0}"), moment(live.since, case))


def _said_card(case: SwitchCase) -> Card:
    live, service = case.live, case.service
    parts = [_live_since(live, case)] if live is not None else []
    count = len(service.apis)
    if count > 1:
        parts.append(translate("Switch", "%n prediction API(s)", "", count))
    parts += [api_down_text(api) for api in case.apis_down]
    parts.append(said_at(service, case.at))
    title = shown(live.job_title) if live is not None else _not_a_job(service)
    return Card(title, "\n".join(part for part in parts if part))


def _not_a_job(service: Deployment) -> str:
    if service.has_no_api:
        return translate("Switch", "No prediction API")
    if service.is_being_built:
        return building_text()
    other = next((api.classifier.model_id for api in service.apis if api.kind is LiveKind.OTHER), None)
    if other is None:
        return translate("Switch", "The original model")
    return fill(translate("Switch", "Model {0}, which is not a job in this list"), other)


def next_card(case: SwitchCase) -> Card:
    """What will be behind it, and what that does."""
    does = translate("Switch", "After the switch, all predictions come from it.")
    return Card(shown(job_title(case.job)), "\n".join(part for part in (_finished(case), does) if part))


def _finished(case: SwitchCase) -> str:
    """How old the job is, and how that is known."""
    if case.finished_at is None or case.age is None:
        return translate("Switch", "When it finished is not known.")
    when = moment(case.finished_at, case)
    if case.is_age_a_minimum:
        text = translate("Switch", "Finished {0} or earlier (already finished at the first check here, {1})")
        return fill(text, ago(case.age), when)
    return fill(translate("Switch", "Finished {0} ({1})"), ago(case.age), when)


def model_text(case: SwitchCase) -> str:
    """The model's whole name, where the question has no room for it; else empty."""
    return "" if short(case.model.name) == case.model.name else shown(case.model.name)


def region_text(case: SwitchCase) -> str:
    """Where the model is."""
    return region_name(case.model.region, case.model.address)


def results_text(case: SwitchCase) -> str:
    """Whether the results were saved and opened."""
    saved = case.job.saved
    if saved is None:
        return translate("Switch", "Not saved")
    when = moment(saved.at, case)
    if case.job.opened_at is None:
        return fill(translate("Switch", "Saved {0}, not looked at here"), when)
    return fill(translate("Switch", "Saved {0}, looked at {1}"), when, moment(case.job.opened_at, case))


def verdict_text(case: SwitchCase) -> str:
    """How it compares with what is live: the verdict where that says so, else after both jobs' own figures."""
    if case.verdict is None:
        return _without_verdict(case)
    told = translate("Switch", "When it was trained: {0} (compared with the previous model)")
    if case.is_against_live:
        told = translate("Switch", "{0} (compared with the live model)")
    answer, _, numbers = answer_with_numbers(case.verdict).partition("\n")
    if SwitchWarning.VERDICT_WORSE in case.warnings:
        numbers = ""  # they stand in the warning
    return "\n".join(line for line in (_beside_live(case), fill(told, answer), numbers) if line)


def _without_verdict(case: SwitchCase) -> str:
    metric = case.metric
    if metric is not None:
        text = translate(
            "Switch", "{0} went from {1} to {2}. Whether that may be chance is not known, because there is no verdict."
        )
        return fill(text, metric.name, *_figures(metric))
    if case.job.saved is None:
        return translate("Switch", "Not known: the results are not saved.")
    return translate("Switch", "Not known: the results were not read here.")


def _figures(metric: Metric) -> tuple[str, str]:
    """The value before and the new one."""
    return _figure(metric.previous), _figure(metric.this)


def _figure(value: float) -> str:
    shown = float(f"{value:.{SIGNIFICANT_DIGITS}g}")
    if 10**SIGNIFICANT_DIGITS <= abs(shown) < 1e15:  # else Qt would write 1.235e+04
        return QLocale().toString(shown, "f", 0)
    return QLocale().toString(shown, "g", SIGNIFICANT_DIGITS)


def _beside_live(case: SwitchCase) -> str:
    """What is known of it beside the one that is live; empty for the live one, and where the verdict tells."""
    if case.is_against_live or case.live_job is None or case.live_job.id == case.job.id:
        return ""
    if case.has_live_figure_in_verdict:
        return ""
    if {SwitchWarning.BEHIND_LIVE, SwitchWarning.PERHAPS_BEHIND_LIVE} & set(case.warnings):
        return ""  # it stands in the warning
    if case.beside_live is None:
        return translate("Switch", "How it compares with the live model is not known here.")
    return beside_live_text(case)
