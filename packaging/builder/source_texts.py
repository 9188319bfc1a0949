"""Finds the texts of the program in its code, as a catalogue needs them.

Why not `pyside6-lupdate` alone (measured, 6.11): it leaves out a counted text of `translate` whose number is an
expression, and does not mark any counted text of `translate` as one that has plural forms.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from builder import project

_TRANSLATE = {"translate", "QT_TRANSLATE_NOOP"}


@dataclass(frozen=True, slots=True)
class SourceText:
    """One text.

    Attributes:
        context: The class that says it, or the name of what says it.
        text: As it stands in the code: English.
        comment: Tells it from another of the same context and letters; mostly empty.
        is_counted: Whether it has plural forms.
        places: Where it stands, as ``epa_gui/app.py:12``; no part of what it is.
    """

    context: str
    text: str
    comment: str = ""
    is_counted: bool = False
    places: tuple[str, ...] = field(default=(), compare=False)


class NotLiteralError(Exception):
    """A text is not written out where it is translated, so that no catalogue can have it."""


def source_texts(root: Path = project.ROOT) -> list[SourceText]:
    """All texts of the program, each once, in the order of their contexts.

    Raises:
        NotLiteralError: One of them cannot be read from the code.
    """
    places: dict[SourceText, list[str]] = {}
    for file in sorted((root / "epa_gui").rglob("*.py")):
        name = file.relative_to(root).as_posix()
        for text, line in _texts_in(file.read_text(encoding="utf-8"), name):
            places.setdefault(text, []).append(f"{name}:{line}")
    found = [SourceText(t.context, t.text, t.comment, t.is_counted, tuple(where)) for t, where in places.items()]
    return sorted(found, key=lambda text: (text.context, text.text, text.comment))


def _texts_in(code: str, name: str) -> Iterator[tuple[SourceText, int]]:
    def visit(node: ast.AST, owner: str) -> Iterator[tuple[SourceText, int]]:
        for child in ast.iter_child_nodes(node):
            inside = child.name if isinstance(child, ast.ClassDef) else owner
            if isinstance(child, ast.Call):
                made = _text_of(child, owner, f"{name}:{child.lineno}")
                if made is not None:
                    yield made, child.lineno
            yield from visit(child, inside)

    yield from visit(ast.parse(code), "")


def _text_of(call: ast.Call, owner: str, where: str) -> SourceText | None:
    function = call.func
    called = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    if called == "tr" and isinstance(function, ast.Attribute):
        if not (isinstance(function.value, ast.Name) and function.value.id == "self" and owner):
            raise NotLiteralError(f"{where}: only a class itself knows in which context its texts stand")
        context, arguments = owner, call.args
    elif called in _TRANSLATE and len(call.args) >= 2 and _literal(call.args[0]) is not None:
        context, arguments = str(_literal(call.args[0])), call.args[1:]
    else:
        return None
    text = _literal(arguments[0])
    if text is None:
        if called == "tr":
            raise NotLiteralError(f"{where}: the text is not written out here")
        return None  # of a text that QT_TRANSLATE_NOOP marks elsewhere
    comment = _literal(arguments[1]) if len(arguments) > 1 else ""
    return SourceText(context, text, comment or "", is_counted=len(arguments) > 2)


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
