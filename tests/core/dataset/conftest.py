"""A vocabulary for files: write one, check it, make what is sent of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from epa_gui.core.dataset.check import Reading, check

Write = Callable[..., Path]
Checked = Callable[..., Reading]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file: bytes as they are, text as UTF-8 with BOM unless another encoding is asked for."""

    def write(content: str | bytes, name: str = "data.csv", encoding: str = "utf-8-sig") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return write


@pytest.fixture
def checked(write: Write) -> Checked:
    """Checks a path, or a file with this content, to its end; the last reading."""

    def checked(content: str | bytes | Path, encoding: str = "utf-8-sig", **how: object) -> Reading:
        path = content if isinstance(content, Path) else write(content, encoding=encoding)
        last = list(check(path, **how))[-1]  # type: ignore[arg-type]
        assert last.is_over
        return last

    return checked
