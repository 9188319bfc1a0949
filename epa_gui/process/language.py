"""The language of all texts: which one was chosen, and speaking it; and where the window was, read of the list."""

import contextlib
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QTranslator

from epa_gui.core.files.list_file import FILE_NAME
from epa_gui.core.files.private_files import make_private_folder, private_opener
from epa_gui.core.text.language_code import is_language_choice
from epa_gui.process.resource_files import ENGLISH, available_languages, catalogue_folder

log = logging.getLogger(__name__)

_OBJECT_NAME = "epa language"
"""Tells our translators from others."""

_ = QT_TRANSLATE_NOOP("Language", "English")  # what the language calls itself: `language_name`


_CHOICE_FILE = "epa-desktop-language"
"""Its name begins as those of all files that are closed to others; see `tighten`."""


def language_setting(folder: Path, *others: Path) -> str:
    """The language chosen for the program: such as ``ja`` or ``system``; empty where nothing that can be read says so.

    Versions that had one window kept it with the list, and the first with two kept it with the list of the window in
    which it was chosen. Those lists are asked where nothing was chosen since.

    Args:
        folder: The program's data folder.
        others: Folders of its further lists.
    """
    with contextlib.suppress(OSError, ValueError):
        with open(folder / _CHOICE_FILE, encoding="ascii", opener=private_opener) as file:
            choice = file.read(16).strip()
        if is_language_choice(choice):
            return choice
    kept = (kept_setting(place, "language") for place in (folder, *others))
    return next((choice for choice in kept if isinstance(choice, str) and is_language_choice(choice)), "")


def keep_language(folder: Path, choice: str) -> None:
    """Have the program speak it at the next start too, in every window.

    A few bytes, written where they are asked for, as the catalogues are read there; what cannot be kept is logged, for
    the list, which keeps it too, tells of a disk that takes nothing.

    Args:
        folder: The program's data folder; there need not be a list in it.
        choice: As for `chosen_language`.
    """
    part = folder / f"{_CHOICE_FILE}.part"
    try:
        make_private_folder(folder)
        with open(part, "w", encoding="ascii", opener=private_opener) as file:
            file.write(choice + "\n")
        part.replace(folder / _CHOICE_FILE)
    except OSError as error:
        log.warning("the language is not kept: %s", error)


def window_place(folder: Path) -> str:
    """Where the window was when it was closed, as `MainWindow.layout_state` packs it; empty where it is not known."""
    layout = kept_setting(folder, "layout")
    place = layout.get("window") if isinstance(layout, dict) else None
    return place if isinstance(place, str) else ""


def kept_setting(folder: Path, name: str) -> Any:
    """A setting in the list of `folder`, read without waiting for anybody; `None` where there is none to be read."""
    # Here, not above: a first start, which has no list yet, need not load a database.
    path = folder / FILE_NAME
    if not path.is_file():
        return None
    import json  # noqa: PLC0415
    import sqlite3  # noqa: PLC0415

    with contextlib.suppress(sqlite3.Error, ValueError, TypeError, RecursionError):
        uri = f"{path.resolve().as_uri()}?mode=ro"
        with contextlib.closing(sqlite3.connect(uri, uri=True, timeout=0.2)) as connection:
            row = connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
            return json.loads(row[0]) if row else None
    return None


def chosen_language(choice: str, languages: Sequence[str], system: QLocale) -> str:
    """The language to speak.

    Args:
        choice: One of `languages`, or ``system`` (anything else counts as that).
        languages: Those there are.
        system: The system's locale, with the languages its person reads, the dearest first.
    """
    if choice in languages:
        return choice
    for wanted in system.uiLanguages():
        name = wanted.replace("-", "_")
        for fitting in (name, name.partition("_")[0]):
            if fitting in languages:
                return fitting
    return ENGLISH


def install_language(app: QCoreApplication, choice: str, folder: Path | None = None) -> list[QTranslator]:
    """Use a language for texts, numbers and dates, in place of the one before; open windows are told by Qt.

    Args:
        app: The application.
        choice: As for `chosen_language`.
        folder: Where the catalogues are; `None` for those that ship with the program.

    Returns:
        The translators; the application keeps them.
    """
    own = folder or catalogue_folder()
    system = QLocale.system()
    language = chosen_language(choice, available_languages(own), system)
    # The system's own locale knows how its person likes dates; another language brings its own.
    is_systems = QLocale(language).language() == system.language() or choice not in available_languages(own)
    QLocale.setDefault(system if is_systems else QLocale(language))
    for before in app.findChildren(QTranslator, _OBJECT_NAME):
        app.removeTranslator(before)
        before.setParent(None)
    qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    # The last is asked first. English has plurals, and stands in for what another language lacks.
    wanted = [(f"qtbase_{language}", qts), (f"epa_gui_{ENGLISH}", str(own))]
    if language != ENGLISH:
        wanted.append((f"epa_gui_{language}", str(own)))
        wanted.append((f"epa_gui_{language}-{sys.platform}", str(own)))  # what this system itself calls a thing
    installed = []
    for name, place in wanted:
        translator = QTranslator(app)
        translator.setObjectName(_OBJECT_NAME)
        if translator.load(name, place):
            installed.append(translator)
    for translator in installed:
        app.installTranslator(translator)
    return installed


def language_name(language: str, folder: Path | None = None) -> str:
    """What a language calls itself, by its catalogue.

    Args:
        language: One of `available_languages`.
        folder: Where the catalogues are; `None` for those that ship with the program.
    """
    catalogue = QTranslator()
    catalogue.load(f"epa_gui_{language}", str(folder or catalogue_folder()))
    own = catalogue.translate("Language", "English")
    if own or language == ENGLISH:
        return own or "English"
    native = QLocale(language).nativeLanguageName()
    return native[:1].upper() + native[1:]


def translate_of(choice: str) -> Callable[[str, str], str]:
    """What texts read in a language, without any application.

    Args:
        choice: As for `chosen_language`.
    """
    language = chosen_language(choice, available_languages(), QLocale.system())
    catalogue = QTranslator()
    catalogue.load(f"epa_gui_{language}", str(catalogue_folder()))

    def translate(context: str, text: str) -> str:
        return catalogue.translate(context, text) or text

    return translate
