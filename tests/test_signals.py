"""A signal's type in Qt is mostly `object`: what it carries is told in its class's docstring, and held here."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "epa_gui"


def classes() -> Iterator[tuple[str, ast.ClassDef]]:
    """Every class of the program, with the place to say."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                yield f"{path.relative_to(PACKAGE)}: {node.name}", node


def signals(of: ast.ClassDef) -> set[str]:
    """The signals a class has."""
    found = set()
    for line in of.body:
        if not isinstance(line, ast.Assign | ast.AnnAssign) or not isinstance(line.value, ast.Call):
            continue
        made = line.value.func
        if (made.id if isinstance(made, ast.Name) else getattr(made, "attr", "")) == "Signal":
            names = line.targets if isinstance(line, ast.Assign) else [line.target]
            found |= {name.id for name in names if isinstance(name, ast.Name)}
    return found


def documented(of: ast.ClassDef) -> set[str]:
    """The signals its docstring names, with words after the name."""
    section = re.search(r"^Signals:\n((?:    .*\n?)+)", ast.get_docstring(of) or "", re.MULTILINE)
    entries = re.findall(r"^    (\w[\w, ]*): \S", section[1], re.MULTILINE) if section else []
    return {name for names in entries for name in names.split(", ")}


def test_every_signal_says_what_it_carries() -> None:
    told = {place: (signals(found), documented(found)) for place, found in classes()}
    assert sum(len(has) for has, _ in told.values()) > 100, "signals are not found any more"
    assert {place: missing for place, (has, says) in told.items() if (missing := has - says)} == {}


def test_no_class_tells_of_a_signal_it_does_not_have() -> None:
    assert {place: gone for place, found in classes() if (gone := documented(found) - signals(found))} == {}


@pytest.mark.parametrize(
    ("body", "has", "says"),
    [
        ('"""One."""\n    told = Signal(str)', {"told"}, set()),
        ('"""One.\n\n    Signals:\n        told: A name.\n    """\n    told = QtCore.Signal(str)', {"told"}, {"told"}),
        (
            '"""One.\n\n    Signals:\n        a, b: Begins, ends.\n    """\n    a: Signal = Signal()',
            {"a"},
            {"a", "b"},
        ),
        ('"""One.\n\n    Signals:\n        told:\n    """\n    told = Signal(str)', {"told"}, set()),
        ('"""One.\n\n    Attributes:\n        told: A name.\n    """\n    told = Signal(str)', {"told"}, set()),
    ],
    ids=["none", "told", "two at once", "no words", "elsewhere"],
)
def test_what_is_missing_would_be_seen(body: str, has: set[str], says: set[str]) -> None:
    (found,) = ast.parse(f"class One:\n    {body}\n").body
    assert isinstance(found, ast.ClassDef)
    assert (signals(found), documented(found)) == (has, says)


def test_every_signal_has_somebody_who_listens() -> None:
    """Nobody connects to a signal that is left over: what it tells goes nowhere."""
    names = {name for _, found in classes() for name in signals(found)}
    listeners = [*PACKAGE.rglob("*.py"), *(PACKAGE.parent / "tests" / "benchmarks").glob("*.py")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in listeners)
    connected = set(re.findall(r"\b(\w+)\.connect\(", code))
    connected |= set(re.findall(r"\.connect\([\w.]*?(\w+)\)", code))  # passed on by another signal
    assert names - connected == set()
