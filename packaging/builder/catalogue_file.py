"""Reads and writes a catalogue of texts, as Qt's tools know it: `epa_gui_LANGUAGE.ts`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree as ET  # reads our own files  # nosec B405
from xml.sax.saxutils import escape  # which reads nothing  # nosec B406

from builder.source_texts import SourceText

_ENTITIES = {'"': "&quot;", "'": "&apos;"}
Key = tuple[str, str, str]
"""Context, text, comment."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of a catalogue.

    Attributes:
        forms: Its translation; several where it is counted and the language has plural forms; empty for none yet.
        is_counted: Whether it has plural forms.
        state: ``unfinished``, ``vanished`` or ``obsolete`` as the file says it; empty for a whole one.
    """

    forms: tuple[str, ...]
    is_counted: bool = False
    state: str = ""

    def has(self, word: str) -> bool:
        """Whether a word stands in the translation."""
        return any(word in form for form in self.forms)

    def with_word(self, word: str, other: str) -> "Entry":
        """The same with another word in its place."""
        return replace(self, forms=tuple(form.replace(word, other) for form in self.forms))


def read_catalogue(path: Path) -> dict[Key, Entry]:
    """What stands in a catalogue.

    Raises:
        ValueError: A text stands in it twice.
    """
    found: dict[Key, Entry] = {}
    for context in ET.parse(path).iter("context"):  # noqa: S314  our own file  # nosec B314
        name = context.findtext("name") or ""
        for message in context.findall("message"):
            key = (name, message.findtext("source") or "", message.findtext("comment") or "")
            if key in found:
                raise ValueError(f"twice in {path.name}: {key}")
            found[key] = _entry(message)
    return found


def _entry(message: ET.Element) -> Entry:
    translation = message.find("translation")
    if translation is None:
        return Entry((), state="unfinished")
    is_counted = message.get("numerus") == "yes"
    forms = [form.text or "" for form in translation.findall("numerusform")] if is_counted else [translation.text or ""]
    return Entry(tuple(form for form in forms if form), is_counted, translation.get("type", ""))


def write_catalogue(path: Path, language: str, texts: Iterable[SourceText], known: Mapping[Key, Entry]) -> list[Key]:
    """Write a catalogue of all `texts`, with the translations that are `known`.

    Args:
        path: The file.
        language: As Qt writes it, such as ``ja_JP``.
        texts: What the program says.
        known: What of it is translated.

    Returns:
        Those that are not.
    """
    missing: list[Key] = []
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
    ]
    context = None
    for text in sorted(texts, key=lambda text: (text.context, text.text, text.comment)):
        key = (text.context, text.text, text.comment)
        forms = known[key].forms if key in known else ()
        if not forms:
            missing.append(key)
        if text.context != context:
            lines += ["</context>"] if context is not None else []
            lines += ["<context>", f"    <name>{_escaped(text.context)}</name>"]
            context = text.context
        lines += _message(text, forms)
    lines += ["</context>"] if context is not None else []
    path.write_text("\n".join([*lines, "</TS>", ""]), encoding="utf-8")
    return missing


def _message(text: SourceText, forms: tuple[str, ...]) -> list[str]:
    state = "" if forms else ' type="unfinished"'
    lines = [
        '    <message numerus="yes">' if text.is_counted else "    <message>",
        f"        <source>{_escaped(text.text)}</source>",
    ]
    if text.comment:
        lines.append(f"        <comment>{_escaped(text.comment)}</comment>")
    if text.is_counted:
        lines.append(f"        <translation{state}>")
        lines += [f"            <numerusform>{_escaped(form)}</numerusform>" for form in forms or ("",)]
        lines.append("        </translation>")
    else:
        lines.append(f"        <translation{state}>{_escaped(forms[0] if forms else '')}</translation>")
    return [*lines, "    </message>"]


def _escaped(text: str) -> str:
    return escape(text, _ENTITIES)
