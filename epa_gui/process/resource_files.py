"""Finds the files that ship beside the code: icons, translations, sample data.

No Qt: the command line asks, too, which languages there are.
"""

import re
from pathlib import Path

from epa_gui.core.text.language_code import LANGUAGE

ENGLISH = "en"
"""The language of the texts in the code; its catalogue holds plural forms alone."""

_NAME = re.compile(rf"epa_gui_({LANGUAGE})\.qm")


def resource_folder() -> Path:
    """The folder of the shipped files: inside the installed package, or beside it in a source tree."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def catalogue_folder() -> Path:
    """Where the catalogues lie."""
    return resource_folder() / "translations"


def available_languages(folder: Path | None = None) -> list[str]:
    """The languages that can be chosen, as ``en`` or ``pt_BR``: English first, the others by their codes.

    Args:
        folder: Where to look; `None` for the folder that ships with the program.
    """
    files = (folder or catalogue_folder()).glob("epa_gui_*.qm")
    found = {match[1] for file in files if (match := _NAME.fullmatch(file.name))}
    return [ENGLISH, *sorted(found - {ENGLISH})]
