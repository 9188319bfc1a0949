"""A language that nobody speaks, made of English: longer by more than half, with marks at both ends of every text.

What stands on the screen without the marks did not come from a catalogue; what has only one of them is cut off.
"""

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET  # reads our own files  # nosec B405

from builder import translations
from PySide6.QtCore import QTranslator

CODE = "qps"
"""By the custom of translators: the tongue of pseudo-localisation."""

BEGIN, END = "⟦", "⟧"
LONGER = 0.6

_KEPT = re.compile(r"(\{[^{}]*\}|%L?n|&&|&|\n)")
"""What is no letter of the text: places for values, the mark of a shortcut, the end of a line."""

_QTS = re.compile("Q[A-Z][a-z]")
"""How the names of Qt's classes begin."""

_ACCENTS = str.maketrans("aeiouAEIOUcnsy", "áéíóúÁÉÍÓÚçñšý")
_FILLING = " ẃöŕđ"


def pseudo(text: str) -> str:
    """The text in that language: accents on it, words after it, marks around it.

    One without a letter, which puts others beside each other (“{0}: {1}”), stays as it is: code reads some of them.
    """
    parts = _KEPT.split(text)
    if not any(letter.isalpha() for part in parts if not _KEPT.fullmatch(part) for letter in part):
        return text
    dressed = "".join(part if _KEPT.fullmatch(part) else part.translate(_ACCENTS) for part in parts)
    letters = sum(len(part) for part in parts if not _KEPT.fullmatch(part))
    more = -(-round(letters * LONGER) // len(_FILLING)) if letters > 1 else 0
    return f"{BEGIN}{dressed}{_FILLING * more}{END}"


class QtsOwn(QTranslator):
    """Texts of Qt's, on the buttons of its boxes and in its menus, in that language; there is no catalogue of them."""

    def isEmpty(self) -> bool:  # noqa: N802  Qt's own name
        """Else Qt would not ask."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | bytes | None = None, n: int = -1
    ) -> str | None:
        """Those in the contexts that Qt's classes have; none for the program's own."""
        del disambiguation, n
        return pseudo(source) if _QTS.match(context) else None


def make_catalogue(source: Path, folder: Path) -> Path:
    """Write and compile the catalogue of that language.

    Args:
        source: A catalogue that has every text of the program (`.ts`).
        folder: Where it goes, and whither the other catalogues are copied.

    Returns:
        The folder, for `install_language`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for compiled in source.parent.glob("*.qm"):
        shutil.copy2(compiled, folder)
    tree = ET.parse(source)  # noqa: S314  our own file  # nosec B314
    root = tree.getroot()
    root.set("language", CODE)
    for message in root.iter("message"):
        text = message.findtext("source") or ""
        translation = message.find("translation")
        if translation is None:
            continue
        translation.attrib.pop("type", None)
        for form in translation.findall("numerusform"):
            translation.remove(form)
        translation.text = None
        if message.get("numerus") == "yes":
            ET.SubElement(translation, "numerusform").text = pseudo(text)
        else:
            translation.text = pseudo(text)
    written = folder / f"epa_gui_{CODE}.ts"
    tree.write(written, encoding="utf-8", xml_declaration=True)
    translations.compile_catalogues(folder)
    return folder
