"""Words for what results files hold, and for what is wrong with it."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.jobs.problem import Problem
from epa_gui.core.results.archive_entry import Kind, Trouble
from epa_gui.core.results.row_table import Unshown
from epa_gui.ui.base.problem_text import problem_words

translate = QCoreApplication.translate


def kind_word(kind: Kind) -> str:
    """What kind of file it is."""
    words = {
        Kind.TABLE: translate("EntryText", "Table"),
        Kind.JSON: translate("EntryText", "JSON"),
        Kind.PICTURE: translate("EntryText", "Picture"),
        Kind.TEXT: translate("EntryText", "Text"),
        Kind.OTHER: translate("EntryText", "Other file"),
    }
    return words[kind]


def trouble_word(trouble: Trouble) -> str:
    """What is wrong with a file in the results, in a word or two."""
    words = {
        Trouble.ENCRYPTED: translate("EntryText", "Encrypted"),
        Trouble.DAMAGED: translate("EntryText", "Damaged"),
        Trouble.TRUNCATED: translate("EntryText", "Incomplete"),
        Trouble.FALSE_SIZE: translate("EntryText", "Wrong size"),
        Trouble.NESTED: translate("EntryText", "Archive"),
        Trouble.LINK: translate("EntryText", "Link"),
        Trouble.DEVICE_NAME: translate("EntryText", "Reserved name"),
        Trouble.OUTSIDE: translate("EntryText", "Unsafe path"),
        Trouble.OVERLAPPING: translate("EntryText", "Overlapping data"),
        Trouble.TOO_LARGE: translate("EntryText", "Too large"),
        Trouble.TOO_DENSE: translate("EntryText", "Suspicious size"),
        Trouble.TOO_MANY: translate("EntryText", "Too many files"),
        Trouble.PACKING: translate("EntryText", "Unknown compression"),
        Trouble.SAME_NAME: translate("EntryText", "Name used twice"),
    }
    return words[trouble]


def trouble_sentence(trouble: Trouble) -> str:
    """What is wrong with a file in the results, and what that means."""
    sentences = {
        Trouble.ENCRYPTED: translate(
            "EntryText", "This file is encrypted, so EPA Desktop cannot show it. Nothing was read from it."
        ),
        Trouble.DAMAGED: translate(
            "EntryText", "This file is damaged: its checksum does not match. Do not rely on what is shown of it."
        ),
        Trouble.TRUNCATED: translate(
            "EntryText", "This file is incomplete. Only its beginning can be shown. Save the results again."
        ),
        Trouble.FALSE_SIZE: translate(
            "EntryText",
            "This file does not have the size that the results state. It was not read further. Do not rely on it.",
        ),
        Trouble.NESTED: translate(
            "EntryText", "This is an archive inside the results. EPA Desktop does not open it, but you can save it."
        ),
        Trouble.LINK: translate(
            "EntryText", "This is a link to another place, not a file. EPA Desktop does not follow it."
        ),
        Trouble.DEVICE_NAME: translate(
            "EntryText", "Windows reserves this file name for a device. The file is saved under another name."
        ),
        Trouble.OUTSIDE: translate(
            "EntryText",
            "The name of this file leads to another folder. The file is never written there.",
        ),
        Trouble.OVERLAPPING: translate(
            "EntryText", "This file shares its data with another file, as harmful archives do. It is not opened."
        ),
        Trouble.TOO_LARGE: translate("EntryText", "This file is larger than 2 GB. EPA Desktop does not open it."),
        Trouble.TOO_DENSE: translate(
            "EntryText",
            "This file would unpack to a suspicious size, as harmful archives do. It is not opened.",
        ),
        Trouble.TOO_MANY: translate("EntryText", "The results contain more than 10,000 files. None of them is opened."),
        Trouble.PACKING: translate(
            "EntryText", "This file is compressed in a way that EPA Desktop does not know. It is not opened."
        ),
        Trouble.SAME_NAME: translate(
            "EntryText", "The results contain another file of this name. EPA Desktop cannot tell which one is correct."
        ),
    }
    return sentences[trouble]


def whole_trouble_sentence(trouble: Trouble) -> str:
    """What is wrong with the results as a whole, of which nothing can be shown then."""
    if trouble is Trouble.TRUNCATED:
        return translate("EntryText", "The results are incomplete, so nothing in them can be shown.")
    if trouble is Trouble.DAMAGED:
        return translate("EntryText", "The results are damaged, so nothing in them can be shown.")
    return trouble_sentence(trouble)


def unshown_sentence(why: Unshown) -> str:
    """Why a file is not shown here, and what to do."""
    sentences = {
        Unshown.TOO_LARGE: translate("EntryText", "This file is too large to be shown here. You can save it."),
        Unshown.NO_ROOM: translate(
            "EntryText", "There is not enough disk space for a working copy of this table. Free some space first."
        ),
        Unshown.UNREADABLE: translate(
            "EntryText", "This file cannot be read. The results may have been moved or deleted."
        ),
        Unshown.NOT_ITS_KIND: translate(
            "EntryText",
            "The content of this file does not match its name. You can save it and open it in another program.",
        ),
    }
    return sentences[why]


def why_text(why: Trouble | Unshown) -> str:
    """Why a file is not shown, or not to its end."""
    return trouble_sentence(why) if isinstance(why, Trouble) else unshown_sentence(why)


def problem_sentences(problem: Problem) -> str:
    """Why results cannot be opened, or a file of them cannot be copied."""
    words = problem_words(problem)
    return "\n".join(part for part in (words.happened, words.means) if part)
