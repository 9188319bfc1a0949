"""Compiles the catalogues of texts: each `epa_gui_LANGUAGE.ts` into the `.qm` beside it that the program reads.

The compiled files are kept with the sources, since a wheel may be built where Qt's tools are not. A test holds them
to what they are made of.
"""

import importlib.util
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from builder import project
from builder.catalogue_file import Key, read_catalogue, write_catalogue
from builder.source_texts import SourceText, source_texts

FOLDER = project.ROOT / "resources" / "translations"
TOOL = "pyside6-lrelease"
ENGLISH = "en"

SYSTEM_WORDS = {"ja": {"win32": ("キーチェーン", "資格情報マネージャー")}}
"""What a system itself calls a thing, by language and `sys.platform`: the word of the catalogue, and the system's own.

The texts with such a word are compiled once more with the system's, into ``epa_gui_ja-win32.qm``.
"""

_OF_ONE_SYSTEM = "macOS "
"""So texts begin that name a system's own thing anyway."""


def tool() -> str | None:
    """Qt's compiler of catalogues, which comes with PySide6; `None` where this Python has none that runs."""
    # An isolated build sees the command of the Python around it, and not the PySide6 that the command needs.
    if importlib.util.find_spec("PySide6") is None:
        return None
    return shutil.which(TOOL, path=str(Path(sys.executable).parent)) or shutil.which(TOOL)


def languages(folder: Path = FOLDER) -> list[str]:
    """The languages there is a catalogue of."""
    return sorted(source.stem.removeprefix("epa_gui_") for source in folder.glob("epa_gui_*.ts"))


def compile_catalogues(folder: Path = FOLDER) -> list[Path]:
    """Compile them all, or see that each was compiled before.

    Raises:
        FileNotFoundError: There is no tool, and a catalogue that was never compiled.
        subprocess.CalledProcessError: A catalogue is damaged.
    """
    lrelease = tool()
    compiled = []
    for source in sorted(folder.glob("epa_gui_*.ts")):
        target = source.with_suffix(".qm")
        if lrelease is not None:
            _compile(lrelease, source, target)
        elif not target.is_file():
            raise FileNotFoundError(f"{target.name}: there is no {TOOL} to make it with")
        compiled.append(target)
        compiled += _compile_for_systems(source, lrelease)
    return compiled


def _compile(lrelease: str, source: Path, target: Path) -> None:
    """Compile one beside its place, and put it there only if it is another: programs that run have it mapped.

    A mapped file that is cut off, if for a moment, ends them with a bus error (seen: tests while a wheel was built).
    """
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".compiling-") as folder:
        made = Path(folder) / target.name
        subprocess.run([lrelease, "-silent", str(source), "-qm", str(made)], check=True)
        if not target.is_file() or target.read_bytes() != made.read_bytes():
            made.replace(target)


def _compile_for_systems(source: Path, lrelease: str | None) -> Iterator[Path]:
    language = source.stem.removeprefix("epa_gui_")
    for system, (word, own) in SYSTEM_WORDS.get(language, {}).items():
        target = source.with_name(f"{source.stem}-{system}.qm")
        if lrelease is not None:
            told = {
                key: entry.with_word(word, own)
                for key, entry in read_catalogue(source).items()
                if entry.has(word) and not key[1].startswith(_OF_ONE_SYSTEM)
            }
            with tempfile.TemporaryDirectory() as folder:
                changed = Path(folder) / source.name
                texts = [SourceText(*key, is_counted=entry.is_counted) for key, entry in told.items()]
                write_catalogue(changed, language, texts, told)
                _compile(lrelease, changed, target)
        elif not target.is_file():
            raise FileNotFoundError(f"{target.name}: there is no {TOOL} to make it with")
        yield target


def update_catalogues(folder: Path = FOLDER) -> dict[str, list[Key]]:
    """Bring every catalogue to what the code says now: new texts come in without a translation, others go.

    Returns:
        The texts that have none yet, by language.
    """
    texts = source_texts()
    missing = {}
    for language in languages(folder):
        path = folder / f"epa_gui_{language}.ts"
        missing[language] = write_catalogue(path, language, texts_for(language, texts), read_catalogue(path))
    return missing


def texts_for(language: str, texts: list[SourceText]) -> list[SourceText]:
    """The texts that the catalogue of a language has: of English those alone that have plural forms."""
    return [text for text in texts if text.is_counted] if language == ENGLISH else texts
