"""The words for what the other rooms know only as values: stages, regions, remedies."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.history.deployment import Deployment, LiveState, Switch
from epa_gui.core.jobs.job import Job, Stage
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import Remedy
from epa_gui.core.jobs.region import (
    AddressFault,
    BadAddressError,
    Region,
    clean_address,
    host_in,
    plain_spelling,
    resembled_host,
)
from epa_gui.core.keys.key_text import masked
from epa_gui.core.text.foreign_text import fill, isolated, shown
from epa_gui.ui.base import formatting
from epa_gui.ui.base.live_text import api_down_text, not_a_job, taken

translate = QCoreApplication.translate


def stage_word(stage: Stage) -> str:
    """What a status means, in a word or two."""
    return {
        Stage.IN_PROGRESS: translate("Stage", "In progress"),
        Stage.FINISHED: translate("Stage", "Finished"),
        Stage.FAILED: translate("Stage", "Failed"),
        Stage.NEEDS_ATTENTION: translate("Stage", "Needs attention"),
    }[stage]


def status_text(job: Job) -> str:
    """What the status means, with the service's own word beside it."""
    if job.is_uploading:
        return translate("Stage", "Uploading")
    if job.send_problem and not job.status:
        return translate("Stage", "Not sent")
    word = stage_word(job.stage)
    if not job.status and job.stage is Stage.IN_PROGRESS:
        return translate("Stage", "Not checked yet")
    return fill(translate("Stage", "{0} · {1}"), word, job.status) if job.status else word


def region_name(region: Region, address: str = "") -> str:
    """A region as people know it."""
    return {
        Region.GLOBAL: translate("Region", "Global"),
        Region.JAPAN: translate("Region", "Japan"),
        Region.OWN: shown(plain_spelling(address).partition("://")[2]) or translate("Region", "Another address"),
        Region.PRACTICE: translate("Region", "Practice service"),
    }[region]


def keychain_name(backend: str) -> str:
    """A keychain as people know it, by the name of its back end; that name where it is a new one."""
    names = {
        "Windows": translate("Keychain", "Windows Credential Manager"),
        "macOS": translate("Keychain", "macOS Keychain"),
        "SecretService": translate("Keychain", "Secret Service of this desktop"),
        "kwallet": translate("Keychain", "KWallet"),
    }
    return next((name for part, name in names.items() if part in backend.split(".")), backend)


def remedy_text(remedy: Remedy) -> str:
    """The button that does something about a problem."""
    return {
        Remedy.ENTER_NEW_KEY: translate("Remedy", "Enter the new key…"),
        Remedy.CHECK_AGAIN: translate("Remedy", "Check now"),
        Remedy.SAVE_AGAIN: translate("Remedy", "Save again"),
        Remedy.LOOK_AGAIN: translate("Remedy", "Try again"),
        Remedy.SAVE_ELSEWHERE: translate("Remedy", "Save elsewhere…"),
        Remedy.SHOW_FOLDER: translate("Remedy", "Show in folder"),
        Remedy.SEND_AGAIN: translate("Remedy", "Send again…"),
        Remedy.FORGET: translate("Remedy", "Remove from the list"),
        Remedy.REMOVE: translate("Remedy", "Remove from the list"),
        Remedy.SWITCH: translate("Remedy", "Switch model…"),
        Remedy.SWITCH_AGAIN: translate("Remedy", "Switch again…"),
        Remedy.DISMISS: translate("Remedy", "Dismiss"),
        Remedy.NONE: "",
    }[remedy]


def address_trouble_text(trouble: AddressFault) -> str:
    """Why an address cannot be used, and what to do."""
    return {
        AddressFault.EMPTY: translate("Address", "Enter the address of the service."),
        AddressFault.NOT_AN_ADDRESS: translate("Address", "Enter a web address, such as https://service.example.com."),
        AddressFault.NOT_SECURE: translate(
            "Address",
            "This address is not encrypted, so others could read the key on its way. Use an address that begins with"
            " https://.",
        ),
        AddressFault.NOT_PLAIN: translate(
            "Address",
            "This address contains characters that can disguise it. Type it by hand, without “\\”, “%” or invisible"
            " characters in the name.",
        ),
        AddressFault.HOLDS_A_SECRET: translate(
            "Address", "Enter only the address itself, without a user name, “?” or “#”."
        ),
    }[trouble]


def address_hint_text(address: str) -> str:
    """What to know of an address that was typed: that it resembles one of the service's own; empty for nothing.

    Args:
        address: As somebody types it; may be unfinished.
    """
    try:
        clean = clean_address(address)
    except BadAddressError:
        return ""
    host = host_in(clean)
    official = resembled_host(clean)
    if official:
        text = translate(
            "Address",
            "The address “{1}” resembles the service’s own address, “{0}”, but is a different one."
            " The operator of this address would receive the model’s API key. Check the address"
            " with the person who gave it to you, or choose the region instead.",
        )
        return fill(text, official, host)
    if not address.isascii():
        return fill(translate("Address", "This address is stored and shown in its ASCII form: {0}"), host)
    return ""


def key_text(model: Model, now: float, *, is_refused: bool = False) -> str:
    """A model's key as it may be shown, with the day it ends; of one the service has refused no day is worth a word."""
    key = masked(model.key_hint)
    if is_refused:
        return fill(translate("Key", "{0} not accepted"), key)
    if model.key_ends_at is None:
        return f"{key} ({isolated(model.key_end_said)})" if model.key_end_said else key
    day = formatting.day(model.key_ends_at)
    if model.key_ends_at <= now:
        return fill(translate("Key", "{0} expired {1}"), key, day)
    if model.key_end_is_about:
        return fill(translate("Key", "{0} until about {1}"), key, day)
    return fill(translate("Key", "{0} until {1}"), key, day)


def service_text(service: Deployment, live_title: str) -> str:
    """What is behind a model's prediction API, in a line; `live_title` is what the live job is called now."""
    if service.open:
        return translate("Live", "Switch not confirmed")
    if not service.is_certain:
        return translate("Live", "It is not known which model is live")
    if service.live is None and service.is_said:
        return not_a_job(service)
    if service.live is None:
        return translate("Live", "Live: the original model, or one switched elsewhere")
    return fill(translate("Live", "Live: {0}"), live_title)


def _with_reason(text: str, switch: Switch) -> str:
    return fill(translate("Live", "{0}. Reason: “{1}”"), text, switch.reason) if switch.reason else text


def _why_perhaps(service: Deployment) -> str:
    """Why it is not certain that a job is still live."""
    if len(service.open) == 1:
        return fill(translate("Live", "A switch to “{0}” is not confirmed."), service.open[0].job_title)
    if service.open:
        return translate("Live", "Switches to other models are not confirmed.")
    return translate("Live", "The list came from a backup, and later switches may be missing.")


def live_text(standing: LiveState, service: Deployment, done: Switch | None, now: float) -> str:
    """What a job is to its model's prediction API, with since when and why; empty for nothing.

    It stands below a headline that says what it is, and how sure that is: neither is said again.

    Args:
        standing: What it is.
        service: What is behind the API.
        done: The last switch to this job that was done.
        now: Seconds since the epoch.
    """
    live = service.live
    if standing is LiveState.NO:
        return ""
    if standing is LiveState.NOT_ANSWERING:
        down = next(iter(api for api in service.apis if api.is_down), None)
        what = api_down_text(down) if down is not None else translate("Live", "Prediction API not running")
        return fill(translate("Live", "{0}. Programs that request predictions receive none."), what)
    if standing is LiveState.LIVE and live is not None:
        return _with_reason(_live_since(live, now), live)
    if standing is LiveState.WAS_LIVE and done is not None:
        since = formatting.recent_moment(done.since, now, is_exact=False)
        return _with_reason(fill(translate("Live", "Was live from {0} until the switch to another model"), since), done)
    return {
        LiveState.WAS_LIVE: translate("Live", "Was live before. Switch to it again to go back."),
        LiveState.PERHAPS_WAS_LIVE: translate("Live", "May have been live: a switch to it was never confirmed."),
        LiveState.PERHAPS_LIVE: _why_perhaps(service),
        LiveState.NOT_CONFIRMED: translate("Live", "Switch not confirmed: this job’s model may or may not be live."),
    }.get(standing, "")


def _live_since(live: Switch, now: float) -> str:
    since = formatting.recent_moment(live.since, now, is_exact=False)
    if live.is_elsewhere:
        return fill(translate("Live", "Live since {0}, switched elsewhere"), since)
    if live.seen is not None and live.seen.seconds is not None:
        took = taken(live.seen.seconds)
        return fill(translate("Live", "Live since {0}. The switch took {1}"), since, took)
    return fill(translate("Live", "Live since {0}"), since)
