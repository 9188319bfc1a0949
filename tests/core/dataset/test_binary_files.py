"""A file that is no text is told apart by its own characters, whatever program wrote it; odd text stays text."""

import pickle
import random
import struct
import zlib

import pytest

from epa_gui.core.dataset.file_type import no_table
from epa_gui.core.dataset.finding import FindingKind

_ROWS = "".join(f"{at},{at * 7 % 13},名前{at},yes\r\n" for at in range(300))
_NOISE = random.Random(1).randbytes(4096)


@pytest.mark.parametrize(
    "beginning",
    [
        b"\x00\x01PK" * 1000,
        b"\x93NUMPY\x01\x00v\x00" + _NOISE,
        zlib.compress(_ROWS.encode(), 9) + _NOISE[:2000],
        pickle.dumps(list(range(900))),
        struct.pack("<600d", *(at**0.5 for at in range(600))),
        struct.pack(">900i", *range(900)),
        _NOISE,
    ],
    ids=["words of four bytes", "numpy", "zlib", "pickle", "doubles", "integers", "noise"],
)
def test_bytes_are_no_table(beginning: bytes) -> None:
    assert no_table(beginning[:4096]) is FindingKind.NOT_A_TABLE


@pytest.mark.parametrize(
    "text",
    [
        _ROWS.encode("utf-16-le"),
        _ROWS.encode("utf-16-be"),
        _ROWS.encode("utf-16"),
        _ROWS.encode("utf-32"),
        _ROWS.encode("cp932"),
        _ROWS.encode("iso-2022-jp"),
        _ROWS.encode("euc-jp"),
        _ROWS.replace(",", "\x01").encode(),
        _ROWS.replace(",", "\x1f").encode(),
        "".join(f"{at},é{at}\r\n" for at in range(300)).encode("cp1252"),
        b"a,b\r\n1,\x00\r\n" * 300,
        b"a,b\r\n" + b"1,\x08\r\n" * 3 + b"1,2\r\n" * 300,
        b"a,b\n1,2\n\x1a",
        _ROWS.encode("utf-16-le")[:4095],
    ],
    ids=[
        "utf-16 without a mark",
        "utf-16 the other way round",
        "utf-16",
        "utf-32",
        "Shift_JIS",
        "ISO-2022-JP",
        "EUC-JP",
        "parted by U+0001",
        "parted by U+001F",
        "Windows",
        "with NULs",
        "with a few controls",
        "with an end mark",
        "cut within a character",
    ],
)
def test_text_stays_text(text: bytes) -> None:
    assert no_table(text[:4096]) is None
