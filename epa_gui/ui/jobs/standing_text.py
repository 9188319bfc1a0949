"""Where a job stands, in a word or two and with an icon: as the list shows it, and as a screen reader says it.

The words say what matters to a person. The service's own word stands for itself where nobody knows what it means.
"""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from epa_gui.core.history.deployment import LiveState
from epa_gui.core.jobs.job import Job, Trouble, TroubleWith, first_trouble
from epa_gui.core.jobs.problem import KEY_KINDS, KEY_OVER_KINDS, NO_KEY_KINDS, ProblemKind
from epa_gui.core.text.foreign_text import fill
from epa_gui.core.way.needs import Need, can_be_looked_at
from epa_gui.core.way.standing import Standing, is_plain_word, is_queue_word, speaks_of_waiting, standing_of
from epa_gui.ui.base import formatting
from epa_gui.ui.base.switch_text import in_service_word

translate = QCoreApplication.translate

_BEFORE_ITS_END = frozenset({Standing.NOT_CHECKED, Standing.TRAINING})
_IN_SERVICE = frozenset({Standing.SWITCHING, Standing.NOT_CONFIRMED, Standing.PERHAPS_LIVE, Standing.LIVE})
_ONCE_LIVE = frozenset({LiveState.WAS_LIVE, LiveState.PERHAPS_WAS_LIVE})


class Place(NamedTuple):
    """A job and what has to be known beside it to say where it stands.

    Attributes:
        job: As it is.
        live: What it is to its model's prediction API.
        need: What it needs a person for.
        late: So many seconds longer than usual it has been going; 0 while that may well be chance.
        share: How much of its file is sent, or of its results saved, as ``43 %``; empty where that is not known.
        is_key_over: Whether its model's key has ended, by the time that is known of it.
        is_saving: Whether its results are being saved.
    """

    job: Job
    live: LiveState = LiveState.NO
    need: Need | None = None
    late: float = 0.0
    share: str = ""
    is_key_over: bool = False
    is_saving: bool = False


def standing_text(place: Place) -> str:
    """Where the job stands; what is wrong with it, where something is that a person should know of."""
    standing = standing_of(place.job, place.live)
    trouble = _told_trouble(place, standing)
    if trouble is None:
        return _place_text(place, standing)
    if standing in {Standing.LIVE, Standing.PERHAPS_LIVE}:  # which nobody may miss
        told = _trouble_text(trouble, place)
        return fill(translate("Standing", "{0} · {1}"), in_service_word(place.live), told)
    return _trouble_text(trouble, place)


def standing_icon(place: Place) -> str:
    """The name of the icon beside it: that of the worst there is to say. A green tick is for a verdict alone."""
    standing = standing_of(place.job, place.live)
    if standing in {Standing.FAILED, Standing.NOT_SENT}:
        return "failed"  # as the word beside it and the mark of the step say, whatever else is wrong
    trouble = first_trouble(place.job, is_switching=standing is Standing.SWITCHING)
    if trouble is not None:
        return "attention" if trouble.needs_a_person else "trouble"
    if place.need is Need.LATE or place.live is LiveState.NOT_ANSWERING:
        return "attention"
    if place.is_saving and standing in {Standing.FINISHED, Standing.LOOKED_AT}:
        return "in-progress"
    if standing is Standing.LOOKED_AT:
        return "looked-at" if place.need is None else "info"
    return _ICONS[standing]


_ICONS = {
    Standing.UPLOADING: "in-progress",
    Standing.NOT_CHECKED: "in-progress",
    Standing.TRAINING: "in-progress",
    Standing.FINISHED: "info",
    Standing.SWITCHING: "in-progress",
    Standing.NOT_CONFIRMED: "attention",
    Standing.PERHAPS_LIVE: "trouble",
    Standing.LIVE: "live",
}


def is_unread(place: Place) -> bool:
    """Whether it stands out as mail that nobody has read: results to be looked at, or a failure nobody got beyond."""
    standing = standing_of(place.job, place.live)
    if standing is Standing.FAILED:
        return place.need is not None
    return standing is Standing.FINISHED and place.live is LiveState.NO and can_be_looked_at(place.job)


def within_sentence(text: str) -> str:
    """One of these texts behind a comma: "November data, finished, not looked at"."""
    return text[:1].lower() + text[1:]


def usual_standing_texts() -> list[str]:
    """The longest of them are among these."""
    kinds = (ProblemKind.KEY_WRONG, ProblemKind.KEY_MISSING, *_passing_words())
    return [
        *_place_words().values(),
        _finished_text(has_file=True),
        _finished_text(has_file=False),
        _undecided_text(),
        _with_past(translate("Standing", "Not looked at"), LiveState.WAS_LIVE),
        _going_text("job_queued"),
        *map(_check_text, kinds),
        fill(translate("Standing", "{0} · {1}"), _training_text(), "evaluating"),
        formatting.late_text(28 * 3600.0),
        _uploading_text(formatting.percent(1, 1)),
        _saving_text(formatting.percent(1, 1)),
        *(in_service_word(live) for live in LiveState),
    ]


def _told_trouble(place: Place, standing: Standing) -> Trouble | None:
    """The trouble that stands in place of where the job stands; the rest is in the tooltip and on the job's page."""
    trouble = first_trouble(place.job, is_switching=standing is Standing.SWITCHING)
    if trouble is None or standing in {Standing.FAILED, Standing.NOT_SENT, Standing.NOT_CONFIRMED}:
        return None  # which say it themselves
    # What the next check may end is worth a word while checks are what the job waits for.
    return trouble if trouble.needs_a_person or standing in _BEFORE_ITS_END else None


def _place_text(place: Place, standing: Standing) -> str:
    if standing in _IN_SERVICE:
        return in_service_word(place.live)
    if place.late and standing in _BEFORE_ITS_END:
        return formatting.late_text(place.late)
    match standing:
        case Standing.FINISHED | Standing.LOOKED_AT if place.is_saving:
            return _saving_text(place.share)
        case Standing.TRAINING:
            return _going_text(place.job.status)
        case Standing.FINISHED:
            if place.live in _ONCE_LIVE:  # which it can only be with its results there
                text = translate("Standing", "Not looked at")
            else:
                text = _finished_text(has_file=can_be_looked_at(place.job))
        case Standing.LOOKED_AT:
            text = _undecided_text() if place.need is Need.DECIDE else _looked_at_text()
        case Standing.UPLOADING if place.share:
            text = _uploading_text(place.share)
        case _:
            text = _place_words()[standing]
    return _with_past(text, place.live)


def _place_words() -> dict[Standing, str]:
    return {
        Standing.UPLOADING: translate("Standing", "Uploading"),
        Standing.NOT_SENT: translate("Standing", "Not sent"),
        Standing.NOT_CHECKED: translate("Standing", "Not checked yet"),
        Standing.FAILED: translate("Standing", "Failed"),
    }


def _uploading_text(share: str) -> str:
    return fill(translate("Standing", "Uploading… {0}"), share)


def _saving_text(share: str) -> str:
    if share:
        return fill(translate("Standing", "Saving… {0}"), share)
    return translate("Standing", "Saving…")


def _training_text() -> str:
    return translate("Standing", "Training")


def _finished_text(*, has_file: bool) -> str:
    if has_file:
        return translate("Standing", "Finished, not looked at")
    return translate("Standing", "Finished, no results yet")


def _looked_at_text() -> str:
    return translate("Standing", "Looked at")


def _undecided_text() -> str:
    return translate("Standing", "Looked at, not decided")


def _going_text(status: str) -> str:
    """What goes on, by the service's word; that word itself where it may say more than ours."""
    if is_queue_word(status):
        return translate("Standing", "Waiting in the queue")
    if speaks_of_waiting(status):
        return fill(translate("Standing", "{0} · {1}"), translate("Standing", "Waiting"), status)
    if is_plain_word(status):
        return _training_text()
    return fill(translate("Standing", "{0} · {1}"), _training_text(), status)


def _with_past(text: str, live: LiveState) -> str:
    if live is LiveState.PERHAPS_WAS_LIVE:
        return in_service_word(live)  # rare, long, and more than enough to look at the job's page
    if live is not LiveState.WAS_LIVE:
        return text
    return fill(translate("Standing", "{0} · {1}"), text, within_sentence(in_service_word(live)))


def _trouble_text(trouble: Trouble, place: Place) -> str:
    """What is wrong, in the room of a cell."""
    match trouble.source:
        case TroubleWith.SWITCH:
            return _switch_words().get(trouble.problem.kind) or translate("Standing", "Not switched")
        case TroubleWith.SAVE:
            return translate("Standing", "Not saved")
        case TroubleWith.SEND:
            return translate("Standing", "Not sent")
        case TroubleWith.CHECK | TroubleWith.JOB:
            return _check_text(trouble.problem.kind, is_key_over=place.is_key_over)


def _switch_words() -> dict[ProblemKind, str]:
    return {
        ProblemKind.SWITCH_UNANSWERED: in_service_word(LiveState.NOT_CONFIRMED),
        ProblemKind.SWITCH_API_FAILED: translate("Standing", "Prediction API failed"),
        ProblemKind.SWITCH_API_STOPPED: translate("Standing", "Prediction API stopped"),
        ProblemKind.SWITCH_NOT_SEEN: translate("Standing", "Switch not seen"),
    }


def _check_text(kind: ProblemKind, *, is_key_over: bool = False) -> str:
    if kind in NO_KEY_KINDS:
        return translate("Standing", "Key needed")
    if kind in KEY_OVER_KINDS and is_key_over:  # as its card and its page say
        return translate("Standing", "Key expired")
    if kind in KEY_KINDS:
        return translate("Standing", "Key not accepted")
    lasting = _lasting_words().get(kind)
    if lasting:
        return lasting
    passing = _passing_words().get(kind) or translate("Standing", "Check failed")
    return fill(translate("Standing", "{0}, retrying"), passing)


def _lasting_words() -> dict[ProblemKind, str]:
    return {
        ProblemKind.KEYCHAIN_LOCKED: translate("Standing", "Keychain locked"),
        ProblemKind.KEYCHAIN_ABSENT: translate("Standing", "No keychain"),
        ProblemKind.KEYCHAIN_TROUBLE: translate("Standing", "Keychain cannot be read"),
        ProblemKind.JOB_NOT_FOUND: translate("Standing", "Job not found"),
        ProblemKind.JOB_DELETED: translate("Standing", "Job perhaps deleted"),
        ProblemKind.ACCOUNT_DELETED: translate("Standing", "Account perhaps deleted"),
        ProblemKind.MODEL_DELETED: translate("Standing", "Model perhaps deleted"),
        ProblemKind.CONFIGURATION_DELETED: translate("Standing", "Configuration perhaps deleted"),
        ProblemKind.BAD_ADDRESS: translate("Standing", "Address cannot be used"),
    }


def _passing_words() -> dict[ProblemKind, str]:
    no_connection = translate("Standing", "No connection")
    no_security = translate("Standing", "Not secure")
    trouble = translate("Standing", "Service problem")
    network_trouble = translate("Standing", "Network problem")  # something else answered in the service's place
    return {
        ProblemKind.NAME_NOT_FOUND: translate("Standing", "Offline"),
        ProblemKind.CONNECTION_REFUSED: no_connection,
        ProblemKind.CONNECTION_LOST: no_connection,
        ProblemKind.REDIRECTED: network_trouble,
        ProblemKind.PROXY_FAILED: translate("Standing", "Proxy problem"),
        ProblemKind.TIMED_OUT: translate("Standing", "No answer"),
        ProblemKind.TLS_FAILED: no_security,
        ProblemKind.CERTIFICATES_MISSING: no_security,
        ProblemKind.TOO_MANY_REQUESTS: translate("Standing", "Service busy"),
        ProblemKind.SERVICE_TROUBLE: trouble,
        ProblemKind.NOT_THE_SERVICE: network_trouble,
        ProblemKind.UNREADABLE_ANSWER: trouble,
        ProblemKind.ANSWER_TOO_LARGE: network_trouble,
    }
