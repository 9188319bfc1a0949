"""Claims a data folder for this start, or says truly why it cannot, with what a person can do about it."""

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox

from epa_gui.core.text.foreign_text import END_ISOLATE, ISOLATE, isolated, shown
from epa_gui.process.folder_lock import Holder, LockUnknownError, LockUnusableError
from epa_gui.process.instance import LOCK_NAME, Instance

translate = QCoreApplication.translate


class Choice(Enum):
    """What a person wants after a start that could not be."""

    TRY_AGAIN = auto()
    START_ANYWAY = auto()
    GIVE_UP = auto()


class Refusal(NamedTuple):
    """Why there is no start.

    Attributes:
        happened: What happened.
        means: What it means, and what to do.
        details: The system's own words and the place.
        can_be_forced: Whether a person may know what the program cannot, and start all the same.
    """

    happened: str
    means: str
    details: str
    can_be_forced: bool = False


def claim_folder(folder: Path, files: Sequence[str], seconds: float, *, is_first_window: bool) -> Instance | None:
    """The claim on the folder; `None` if another program has it and was given the files, or the person gave up.

    Args:
        folder: The data folder.
        files: Absolute paths, for whichever program has the folder.
        seconds: How long to wait for a program that is just starting, or just ending.
        is_first_window: Whether giving up ends the program.
    """
    choice = Choice.TRY_AGAIN
    while choice is not Choice.GIVE_UP:
        try:
            instance = Instance(folder)
            is_first = instance.claim_or_call(files, seconds, is_forced=choice is Choice.START_ANYWAY)
        except OSError as error:
            refusal = why_unusable(folder, error)
        else:
            if is_first is not None:
                return instance if is_first else None
            refusal = why_held(folder, instance.holder())
        choice = _ask(refusal, is_first_window=is_first_window)
    return None


def why_held(folder: Path, holder: Holder) -> Refusal:
    """What to say of a program that holds the folder and does not answer."""
    details = "\n".join(
        [
            translate("StartRefusal", "Data folder: {0}").format(shown(str(folder))),
            *([translate("StartRefusal", "Process: {0}").format(holder.process)] if holder.process else []),
            *([translate("StartRefusal", "Computer: {0}").format(shown(holder.computer))] if holder.computer else []),
        ]
    )
    if not holder.is_here:
        happened = translate("StartRefusal", "The data folder is in use on another computer: {0}")
        means = translate(
            "StartRefusal",
            "Only one program at a time can use a data folder. Close EPA Desktop on that computer, then try again.",
        )
        return Refusal(happened.format(_isolated(holder.computer)), means, details)
    happened = translate("StartRefusal", "EPA Desktop is already running but does not respond")
    if holder.process:
        means = translate(
            "StartRefusal",
            "It uses this data folder. It may be busy, closing, or no longer responding. Wait a moment, then try again."
            " If that does not help, end process {0} in Task Manager or Activity Monitor. Nothing that it has saved is"
            " lost.",
        ).format(holder.process)
        return Refusal(happened, means, details)
    means = translate(
        "StartRefusal",
        "It uses this data folder. It may be busy, closing, or no longer responding. Wait a moment, then try again. If"
        " that does not help, end it in Task Manager or Activity Monitor. Nothing that it has saved is lost.",
    )
    return Refusal(happened, means, details)


def why_unusable(folder: Path, error: OSError) -> Refusal:
    """What to say where the lock or the folder itself cannot be used."""
    said = error.strerror or str(error)
    details = translate("StartRefusal", "Data folder: {0}").format(shown(str(folder))) + f"\n{said}"
    if isinstance(error, LockUnknownError):
        return Refusal(
            translate("StartRefusal", "The data folder was last used on another computer"),
            translate(
                "StartRefusal",
                "It is not known whether EPA Desktop is still running there, because this network folder does not"
                " support locks. Two programs at once would overwrite each other’s list. Close EPA Desktop on the other"
                " computer. Start only if you know that it is closed.",
            ),
            details,
            can_be_forced=True,
        )
    if isinstance(error, LockUnusableError):
        return Refusal(
            translate("StartRefusal", "The data folder’s lock file belongs to another user account"),
            translate(
                "StartRefusal",
                "It is not known whether a program of that account is using the folder, so EPA Desktop does not "
                "start. This can happen if EPA Desktop was once started as administrator. If EPA Desktop is not "
                "running under another account, delete the file “{0}” in the data folder, then try again.",
            ).format(LOCK_NAME),
            details,
        )
    return Refusal(
        translate("StartRefusal", "EPA Desktop cannot use its data folder: {0}").format(_isolated(said)),
        translate(
            "StartRefusal",
            "Without it nothing can be saved, so EPA Desktop does not start. Check that the folder can be written to"
            " and that the disk has free space, then try again. Or start with another folder (--data-dir).",
        ),
        details,
    )


def _ask(refusal: Refusal, *, is_first_window: bool) -> Choice:
    box = QMessageBox()
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("StartRefusal", "EPA Desktop cannot start"))
    # What the lock file says of its holder, and a folder's name, may look like HTML.
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(refusal.happened)
    box.setInformativeText(refusal.means)
    box.setDetailedText(refusal.details)
    again = box.addButton(translate("StartRefusal", "Try again"), QMessageBox.ButtonRole.AcceptRole)
    anyway = None
    if refusal.can_be_forced:
        anyway = box.addButton(translate("StartRefusal", "Start anyway"), QMessageBox.ButtonRole.DestructiveRole)
    leave_text = translate("StartRefusal", "Quit") if is_first_window else translate("StartRefusal", "Cancel")
    leave = box.addButton(leave_text, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(again)
    box.setEscapeButton(leave)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    if anyway is not None and clicked is anyway:
        return Choice.START_ANYWAY
    return Choice.TRY_AGAIN if clicked is again else Choice.GIVE_UP


def _isolated(said: str) -> str:
    """Words that are not ours, so that their direction does not reorder our own."""
    text = isolated(said)
    return text if text.startswith(ISOLATE) else f"{ISOLATE}{text}{END_ISOLATE}"
