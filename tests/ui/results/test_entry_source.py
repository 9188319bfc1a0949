"""One file out of results: read to its end, and nothing stays open behind it."""

import io
import stat
import zipfile
from pathlib import Path

import pytest

from epa_gui.core.results.archive import Archive
from epa_gui.core.results.archive_entry import EntryError
from epa_gui.ui.results import entry_source as module
from epa_gui.ui.results.entry_source import entry_source


@pytest.fixture
def results(tmp_path: Path) -> Path:
    path = tmp_path / "結果.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("evaluation_raw_data.csv", "a,b\r\n1,2\r\n" * 50_000)
        link = zipfile.ZipInfo("link.csv")
        link.create_system, link.external_attr = 3, stat.S_IFLNK << 16
        archive.writestr(link, "evaluation_raw_data.csv")
    return path


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Archive]:
    """Every archive that is opened."""
    seen: list[Archive] = []

    class Seen(Archive):
        def __init__(self, path: Path) -> None:
            super().__init__(path)
            seen.append(self)

    monkeypatch.setattr(module, "Archive", Seen)
    return seen


def is_closed(archive: Archive) -> bool:
    return archive._file.closed


def test_it_is_read_to_its_end_and_the_results_are_closed_with_it(results: Path, opened: list[Archive]) -> None:
    with entry_source(results, "evaluation_raw_data.csv")() as file:
        assert io.TextIOWrapper(file, "ascii", newline="").read() == "a,b\r\n1,2\r\n" * 50_000
    assert is_closed(opened[0])


def test_one_that_is_not_there_any_more_is_refused(results: Path, opened: list[Archive]) -> None:
    with pytest.raises(EntryError):
        entry_source(results, "metrics.csv")()
    assert is_closed(opened[0])


def test_one_that_may_not_be_read_is_refused_and_nothing_stays_open(results: Path, opened: list[Archive]) -> None:
    with pytest.raises(EntryError):
        entry_source(results, "link.csv")()
    assert is_closed(opened[0])
