"""Words for what results files hold, and for what is wrong with it."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.results.archive_entry import Kind, Trouble
from epa_gui.core.results.row_table import Unshown

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
        Trouble.TRUNCATED: translate("EntryText", "Cut short"),
        Trouble.FALSE_SIZE: translate("EntryText", "False size"),
        Trouble.NESTED: translate("EntryText", "Archive"),
        Trouble.LINK: translate("EntryText", "Link"),
        Trouble.DEVICE_NAME: translate("EntryText", "Reserved name"),
        Trouble.OUTSIDE: translate("EntryText", "Unsafe path"),
        Trouble.OVERLAPPING: translate("EntryText", "Overlapping"),
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
            "EntryText", "This file is encrypted. EPA Desktop cannot show it; nothing was read from it."
        ),
        Trouble.DAMAGED: translate(
            "EntryText", "This file is damaged: its checksum does not match. Do not rely on what is shown of it."
        ),
        Trouble.TRUNCATED: translate(
            "EntryText", "This file is cut short. Only its beginning can be shown; save the results again."
        ),
        Trouble.FALSE_SIZE: translate(
            "EntryText",
            "This file does not have the size that the results say. It was not read further; do not rely on it.",
        ),
        Trouble.NESTED: translate(
            "EntryText", "This is an archive inside the results. EPA Desktop does not open it; you can save it."
        ),
        Trouble.LINK: translate("EntryText", "This is a link to another place, not a file. It is not followed."),
        Trouble.DEVICE_NAME: translate(
            "EntryText", "Windows reserves this file's name for a device. It is saved under another name."
        ),
        Trouble.OUTSIDE: translate(
            "EntryText",
            "This file's name leads to another folder. It is never written there.",
        ),
        Trouble.OVERLAPPING: translate(
            "EntryText", "This file shares its data with another one, as harmful archives do. It is not opened."
        ),
        Trouble.TOO_LARGE: translate("EntryText", "This file is larger than EPA Desktop opens (2 GB)."),
        Trouble.TOO_DENSE: translate(
            "EntryText",
            "This file would unpack to a suspicious size, as harmful archives do. It is not opened.",
        ),
        Trouble.TOO_MANY: translate(
            "EntryText", "These results hold more files than EPA Desktop lists (10,000). None of them is opened."
        ),
        Trouble.PACKING: translate("EntryText", "This file is compressed in a way that EPA Desktop does not know."),
        Trouble.SAME_NAME: translate(
            "EntryText", "The results hold another file of this name. EPA Desktop cannot tell which one counts."
        ),
    }
    return sentences[trouble]


def unshown_sentence(why: Unshown) -> str:
    """Why a file is not shown here, and what to do."""
    sentences = {
        Unshown.TOO_LARGE: translate("EntryText", "This file is too large to be shown here. You can save it."),
        Unshown.NO_ROOM: translate(
            "EntryText", "There is too little room on the disk for a working copy of this table. Free some space first."
        ),
        Unshown.UNREADABLE: translate(
            "EntryText", "This file cannot be read. The results may have been moved or deleted."
        ),
        Unshown.NOT_ITS_KIND: translate(
            "EntryText", "This file is not what its name says. You can save it to look at it elsewhere."
        ),
    }
    return sentences[why]


def why_text(why: Trouble | Unshown) -> str:
    """Why a file is not shown, or not to its end."""
    return trouble_sentence(why) if isinstance(why, Trouble) else unshown_sentence(why)
