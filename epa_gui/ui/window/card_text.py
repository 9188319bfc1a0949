"""The words on the cards of models."""

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QTime

from epa_gui.core.account.classifier import Classifier, ClassifierStatus
from epa_gui.core.account.live import LiveKind
from epa_gui.core.account.live_progress import LiveProgress
from epa_gui.core.history.deployment import Deployment, LiveApi
from epa_gui.core.jobs.estimate import Estimate, lateness
from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.key_life import KeyWarning
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import ProblemKind
from epa_gui.core.jobs.verdict_note import Answer, VerdictNote
from epa_gui.core.text.foreign_text import fill, isolated, shown
from epa_gui.core.way.standing import Standing, is_plain_word, is_queue_word
from epa_gui.ui.account.account_text import gone_details, gone_text
from epa_gui.ui.base import formatting
from epa_gui.ui.base.common_text import key_text, region_name, service_text
from epa_gui.ui.base.live_text import api_down_text, api_lines, building_text, not_a_job, taken
from epa_gui.ui.window.model_card import CardLine, CardProgress, ModelCard

translate = QCoreApplication.translate

_BAR_STEPS = 48
"""The bar is about as many pixels long: finer steps cannot be seen, and each would be painted."""


def all_models(needs: int) -> ModelCard:
    """The card that stands for all of them."""
    return ModelCard("", translate("Card", "All models"), needs)


def live_line(
    service: Deployment,
    note: VerdictNote | None,
    now: float,
    *,
    is_switching: bool,
    progress: LiveProgress | None = None,
) -> CardLine:
    """What is live, by the service's word or as far as this program knows.

    Args:
        service: What is behind the model's prediction API.
        note: What the live job's results said; `None` where that is not known.
        now: Seconds since the epoch (UTC).
        is_switching: Whether a switch is under way.
        progress: How far a switch has come that the service took; `None` where none is followed.
    """
    if is_switching or progress is not None:
        parts = [translate("Card", "Switching…"), *([taken(progress.seconds)] if progress is not None else [])]
        return _line_of(parts, "in-progress")
    down = next((api for api in service.apis if api.is_down), None)
    if down is not None:
        return _line(api_down_text(down), "attention")
    if service.is_being_built:
        return _line(building_text(), "in-progress")
    if not service.is_certain:
        return _line(service_text(service, ""), "attention" if service.open else "unknown")
    live = service.live
    if live is None:
        return _original_line(service)
    since = formatting.recent_day(live.since, now)
    is_just = note is not None and note.is_just
    return _line_of(_live_since(since, note.answer if note else None, is_just=is_just), "live")


def _original_line(service: Deployment) -> CardLine:
    """That no job is live: where the service says so, with the icon for what is a fact."""
    if not service.is_said:
        return _line(translate("Card", "Original model is live"))
    if service.has_no_api:
        return _line(not_a_job(service))
    is_original = all(api.kind is LiveKind.ORIGINAL for api in service.apis)
    return _line(not_a_job(service), "live" if is_original else "info")


def usual_live_lines() -> list[str]:
    """The longest that live lines usually are, for the room they need."""
    days = [QDateTime(QDate(2028, month, 28), QTime(12, 0)).toSecsSinceEpoch() for month in range(1, 13)]
    lines = [_in_a_row(_live_since(formatting.recent_day(day, day), answer)) for day in days for answer in _VERDICTS]
    down = LiveApi(Classifier("", status=ClassifierStatus.TERMINATED), LiveKind.UNKNOWN, 0.0)
    return [*lines, translate("Card", "Original model is live"), api_down_text(down)]


_VERDICTS = (Answer.BETTER, Answer.WORSE, Answer.NO_DIFFERENCE)


def _live_since(since: str, verdict: Answer | None, *, is_just: bool = False) -> list[str]:
    live = fill(translate("Card", "Live since {0}"), since)
    words = {
        Answer.BETTER: translate("Card", "was clearly better"),
        Answer.WORSE: translate("Card", "was clearly worse"),
        Answer.NO_DIFFERENCE: translate("Card", "no clear difference"),
    }
    if is_just:
        words |= {
            Answer.BETTER: translate("Card", "was better, but only just"),
            Answer.WORSE: translate("Card", "was worse, but only just"),
        }
    return [live, words[verdict]] if verdict in words else [live]


def training_line(job: Job, standing: Standing, estimate: Estimate | None, now: float) -> CardProgress:
    """How far a job is whose file has arrived.

    Args:
        job: One that is going on.
        standing: Where it stands.
        estimate: When it will be done, where that can be said.
        now: Seconds since the epoch (UTC).
    """
    late = lateness(estimate, now)
    if late:
        spoken = formatting.spoken_duration(formatting.lateness_told(late))
        told = fill(translate("Card", "{0} later than usual"), spoken)
        return CardProgress(formatting.late_text(late), told, icon="attention")
    doing = _doing(job, standing)
    if estimate is None:
        return CardProgress(doing, _within(doing))
    share = _in_steps(1 - (estimate.ends_at - now) / estimate.seconds) if estimate.seconds > 0 else 1.0
    if doing == _in_queue():
        return CardProgress(doing, _within(doing), share)
    left = estimate.ends_at - now
    if left > 0:
        text = translate("Card", "about {0} left")
        told, spoken = fill(text, formatting.rough_duration(left)), fill(text, formatting.spoken_duration(left))
    else:
        told = spoken = translate("Card", "should be done about now")
    return CardProgress(_in_a_row([doing, told]), _listed([_within(doing), spoken]), share)


def upload_line(done: int | None, total: int) -> CardProgress:
    """How far a file on its way is.

    Args:
        done: Bytes that have gone; `None` where none goes yet.
        total: Bytes in all; 0 where that is not known.
    """
    if done is None or total <= 0:
        text = translate("Card", "Uploading…")
        return CardProgress(text, _within(text))
    text = fill(translate("Card", "Uploading… {0}"), formatting.percent(done, total))
    return CardProgress(text, _within(text), _in_steps(done / total))


def _doing(job: Job, standing: Standing) -> str:
    if standing is Standing.NOT_CHECKED:
        return translate("Card", "Not checked yet")
    if is_queue_word(job.status):  # who waits for something else says for what
        return _in_queue()
    return translate("Card", "Training") if is_plain_word(job.status) else isolated(job.status)


def _in_queue() -> str:
    return translate("Card", "Waiting in the queue")


def key_line(model: Model, warning: KeyWarning | None, trouble: ProblemKind | None, now: float) -> CardLine | None:
    """What there is to say of a model's key; `None` for nothing.

    Args:
        model: Whose key.
        warning: What there is to say of its end.
        trouble: Why it cannot be used, one of `KEY_KINDS`; `None` where nothing is known against it.
        now: Seconds since the epoch (UTC).
    """
    day = formatting.relative_day(model.key_ends_at or 0.0, now, is_about=model.key_end_is_about)
    if warning is KeyWarning.ENDED and model.key_end_is_about:
        told = fill(translate("Card", "Key expired around {0}"), formatting.recent_day(model.key_ends_at or 0.0, now))
        return _line(told, "attention")
    if warning is KeyWarning.ENDED:
        return _line(fill(translate("Card", "Key expired {0}"), day), "attention")
    if trouble is ProblemKind.KEY_MISSING:
        return _line(translate("Card", "Key missing"), "attention")
    if trouble is ProblemKind.KEY_FOR_ANOTHER_ADDRESS:
        return _line(translate("Card", "Key was entered for another address"), "attention")
    if trouble is not None:
        return _line(translate("Card", "Key not accepted"), "attention")
    return _line(fill(translate("Card", "Key expires {0}"), day), "attention") if warning is not None else None


def gone_line() -> CardLine:
    """A model that is not in its account any more: what there is to say of its key counts less."""
    return _line(gone_text(), "attention")


def details_text(
    model: Model,
    service: Deployment,
    live_title: str,
    going: int,
    now: float,
    *,
    is_refused: bool = False,
    is_gone: bool = False,
) -> str:
    """What there is no room for on a card: what is live by its name, how many jobs go on, region and masked key."""
    live = service_text(service, live_title)
    if service.is_certain and not service.is_said:
        live = fill(translate("Card", "{0}, as far as this program knows"), live)
    if service.apis:
        live = "\n".join((live, api_lines(service, now, live_title)))
    jobs = QCoreApplication.translate("Card", "%n job(s) in progress", "", going) if going else ""
    lines = [live, jobs, region_name(model.region, model.address), key_text(model, now, is_refused=is_refused)]
    if is_gone:
        lines.append(gone_details())
    return "\n".join(line for line in lines if line)


def spoken(card: ModelCard) -> str:
    """All of a card, as a screen reader says it."""
    count = card.needs
    needs = QCoreApplication.translate("Card", "%n need(s) attention", "", count) if count else ""
    return _listed([shown(card.name), needs, *(line.spoken for line in card.lines)])


def _line(text: str, icon: str = "") -> CardLine:
    return CardLine(text, _within(text), icon)


def _line_of(parts: list[str], icon: str) -> CardLine:
    return CardLine(_in_a_row(parts), _within(_listed(parts)), icon)


def _in_a_row(parts: list[str]) -> str:
    return translate("Card", " · ").join(parts)


def _listed(parts: list[str]) -> str:
    return translate("Card", ", ").join(part for part in parts if part)


def _within(text: str) -> str:
    """A text as it is written within a sentence."""
    return text[:1].lower() + text[1:]


def _in_steps(share: float) -> float:
    return round(min(1.0, max(0.0, share)) * _BAR_STEPS) / _BAR_STEPS
