"""What is said while the keychain lets people wait."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.common_text import keychain_name
from epa_gui.ui.base.joining import sentences

translate = QCoreApplication.translate


def keychain_wait_text() -> str:
    """What is waited for, in the room of a cell."""
    return translate("Keychain", "Waiting for the keychain…")


def keychain_wait_sentence(keychain: str = "", *, only_keeping: bool = False) -> str:
    """What is waited for, what that means, and what to do.

    Args:
        keychain: The name of its back end, where it is known.
        only_keeping: Whether it is only that keys are kept, which are in use already.
    """
    if keychain:
        happened = fill(translate("Keychain", "Waiting for the keychain ({0})…"), keychain_name(keychain))
    else:
        happened = keychain_wait_text()
    kept = translate(
        "Keychain", "The new key already works. It is saved for the next start as soon as the keychain answers."
    )
    means = translate(
        "Keychain",
        "The keychain has not answered yet. Everything that needs a key waits: checks, saving,"
        " sending, switching and issuing keys.",
    )
    to_do = translate(
        "Keychain",
        "If the keychain asks for your password or permission, answer it. Its window may be"
        " behind this one. EPA Desktop then continues automatically.",
    )
    return sentences(happened, kept if only_keeping else means, to_do)
