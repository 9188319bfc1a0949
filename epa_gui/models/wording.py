"""The words for what the other rooms know only as values: stages, regions, remedies."""

from PySide6.QtCore import QCoreApplication

from epa_gui.jobs.job import Job, Stage
from epa_gui.jobs.problem import Remedy
from epa_gui.jobs.region import AddressTrouble, Region

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
    word = stage_word(job.stage)
    if not job.status and job.stage is Stage.IN_PROGRESS:
        return translate("Stage", "Not checked yet")
    return translate("Stage", "{0} · {1}").format(word, job.status) if job.status else word


def region_name(region: Region, address: str = "") -> str:
    """A region as people know it."""
    return {
        Region.GLOBAL: translate("Region", "Global"),
        Region.JAPAN: translate("Region", "Japan"),
        Region.OWN: address.partition("://")[2] or translate("Region", "Another address"),
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
        Remedy.CHECK_AGAIN: translate("Remedy", "Check again"),
        Remedy.SAVE_AGAIN: translate("Remedy", "Try again"),
        Remedy.SAVE_ELSEWHERE: translate("Remedy", "Save elsewhere…"),
        Remedy.NONE: "",
    }[remedy]


def address_trouble_text(trouble: AddressTrouble) -> str:
    """Why an address cannot be used, and what to do."""
    return {
        AddressTrouble.EMPTY: translate("Address", "Enter the address of the service."),
        AddressTrouble.NOT_AN_ADDRESS: translate(
            "Address", "This is not a web address. It should look like https://service.example.com."
        ),
        AddressTrouble.NOT_SECURE: translate(
            "Address", "This address is not encrypted, so the key could be read on its way. Use one with https://."
        ),
        AddressTrouble.HOLDS_A_SECRET: translate(
            "Address", "Leave out everything after the address itself: no user name, no “?” and no “#”."
        ),
    }[trouble]
