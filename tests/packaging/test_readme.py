"""Both READMEs say the same: each part, each option, each picture."""

import re
from pathlib import Path

from builder import project

ENGLISH = project.ROOT / "README.md"
JAPANESE = project.PACKAGING / "README.ja.md"


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_each_leads_to_the_other_from_its_first_lines() -> None:
    assert "(packaging/README.ja.md)" in "".join(text_of(ENGLISH).splitlines()[:3])
    assert "(../README.md)" in "".join(text_of(JAPANESE).splitlines()[:3])


def test_japanese_has_every_part_option_and_point() -> None:
    english, japanese = text_of(ENGLISH), text_of(JAPANESE)
    assert len(re.findall("^## ", english, re.MULTILINE)) == len(re.findall("^## ", japanese, re.MULTILINE))
    points = re.compile(r"^- \*\*", re.MULTILINE)
    assert len(points.findall(english)) == len(points.findall(japanese)) + 1  # its language goes without saying
    flags = re.compile(r"`(--[a-z-]+)")
    assert set(flags.findall(english)) - {"--check"} <= set(flags.findall(japanese))
    commands = re.compile(r"^```\n(.+?)\n```", re.MULTILINE | re.DOTALL)
    assert commands.findall(english) == commands.findall(japanese)


def test_every_picture_is_there() -> None:
    for path in (ENGLISH, JAPANESE):
        pictures = re.findall(r"!\[.+?\]\((.+?)\)", text_of(path))
        assert len(pictures) == 4
        assert [name for name in pictures if not (path.parent / name).is_file()] == []
