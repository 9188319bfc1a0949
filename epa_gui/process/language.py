"""What is read of the list before the first window: the language of its texts, and where the window was."""

import contextlib
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from epa_gui.core.store.file_name import FILE_NAME
from epa_gui.process.resource_files import resource_folder


def language_setting(folder: Path) -> str:
    """The language set in the list of `folder`: ``en``, ``ja``, or ``system`` where there is none to be read."""
    return str(kept_setting(folder, "language") or "system")


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


def install_language(app: QCoreApplication, choice: str) -> list[QTranslator]:
    """Use a language for texts, numbers and dates; the translators, which must be kept."""
    system = QLocale.system()
    locale = QLocale(choice) if choice in {"en", "ja"} and not system.name().startswith(choice) else system
    QLocale.setDefault(locale)
    language = "ja" if locale.language() == QLocale.Language.Japanese else "en"
    own = str(resource_folder() / "translations")
    qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    # English has a catalogue too, for its plurals; it also stands in for one that is not there yet.
    catalogues = [[(f"epa_gui_{language}", own), ("epa_gui_en", own)], [(f"qtbase_{language}", qts)]]
    installed = []
    for choices in catalogues:
        translator = QTranslator(app)
        if any(translator.load(name, folder) for name, folder in choices):
            app.installTranslator(translator)
            installed.append(translator)
    return installed
