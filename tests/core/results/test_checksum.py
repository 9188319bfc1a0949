"""The fingerprint of a file as it is on the disk."""

import hashlib
import os
from pathlib import Path

import pytest

from epa_gui.core.results.checksum import sha256_of

MIB = 1 << 20


@pytest.mark.parametrize("size", [0, 1, MIB - 1, MIB, MIB + 1, 3 * MIB + 7])
def test_it_is_the_sha256_of_all_bytes(tmp_path: Path, size: int) -> None:
    content = os.urandom(size)
    path = tmp_path / "結果.zip"
    path.write_bytes(content)
    assert sha256_of(path, lambda: False) == hashlib.sha256(content).hexdigest()


def test_what_cannot_be_read_has_none(tmp_path: Path) -> None:
    for path in (tmp_path / "gone", tmp_path, tmp_path / "\x00", tmp_path / ("n" * 5000)):
        assert sha256_of(path, lambda: False) == ""


def test_it_ends_at_the_next_mib_when_it_is_to_stop(tmp_path: Path) -> None:
    path = tmp_path / "r.zip"
    path.write_bytes(bytes(10 * MIB))
    asked: list[bool] = []

    def is_stopped() -> bool:
        asked.append(len(asked) == 2)
        return asked[-1]

    assert sha256_of(path, is_stopped) == ""
    assert asked == [False, False, True]
