"""Each file of the results is shown as what it is, and nothing in them is run."""

import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from epa_gui.core.results.archive_entry import Trouble
from epa_gui.ui.results import entry_worker
from epa_gui.ui.results.files_page import FilesPage
from tests.ui.results.conftest import picture_of

Pack = Callable[..., Path]


def opened(page: FilesPage, qtbot: QtBot, path: Path) -> FilesPage:
    page.open_file(path)
    qtbot.waitUntil(lambda: page.archive is not None and page.archive.path == path, timeout=10_000)
    return page


def choose(page: FilesPage, qtbot: QtBot, name: str) -> None:
    """Select a file by its name, and wait until it is shown."""
    for row in range(page.entries.rowCount()):
        if page.entries.index(row, 0).data() == name:
            page.list.selectRow(row)
    assert page.title.text() == name
    qtbot.waitUntil(lambda: page.nothing.text() != "Reading…" or not page.nothing.isVisible(), timeout=10_000)


@pytest.fixture
def opened_elsewhere(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What other programs are asked to open: there are none here."""
    paths: list[Path] = []

    def open_url(url: QUrl) -> bool:
        paths.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return paths


def test_the_first_table_is_shown_at_once(page: FilesPage, qtbot: QtBot, results: Pack) -> None:
    path = results({"about.txt": b"hello", "out/metrics.csv": b"metric,value\nAUC,0.91\n"})
    opened(page, qtbot, path)
    qtbot.waitUntil(page.table.is_read, timeout=10_000)
    assert page.table.isVisible()
    assert page.title.text() == "out/metrics.csv"
    qtbot.waitUntil(lambda: page.table.model.index(0, 0).data() == "AUC")
    assert [page.entries.index(row, 0).data() for row in range(2)] == ["about.txt", "out/metrics.csv"]
    assert not page.notice.isVisible()


def test_a_single_csv_needs_no_list(page: FilesPage, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "metrics.tsv"
    path.write_bytes(b"a\tb,c\n1\t2\n")
    opened(page, qtbot, path)
    qtbot.waitUntil(lambda: page.table.model.columns == ("a", "b,c"))
    assert not page.list.isVisible()


def test_text_is_shown_as_it_is_and_html_is_not_run(page: FilesPage, qtbot: QtBot, results: Pack) -> None:
    html = "<script>alert(1)</script><img src='http://localhost/x'>\n混同"
    opened(page, qtbot, results({"a.html": html.encode("cp932"), "b.txt": "x\u202ey".encode()}))
    choose(page, qtbot, "a.html")
    assert page.text.toPlainText() == html
    assert page.text.isVisible()
    choose(page, qtbot, "b.txt")
    assert page.text.toPlainText() == "\u2068x�y\u2069"


def test_of_a_long_text_the_beginning_is_shown_and_that_is_said(
    page: FilesPage, qtbot: QtBot, results: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entry_worker, "MOST_TEXT", 1000)
    opened(page, qtbot, results({"a.txt": b"x" * 5000}))
    qtbot.waitUntil(page.text.isVisible)
    assert len(page.text.toPlainText()) == 1000
    assert page.notice.text() == "Only the beginning is shown: the file is larger."


def test_json_is_a_tree_with_numbers_as_they_were_written(page: FilesPage, qtbot: QtBot, results: Pack) -> None:
    digits = "9" * 5000
    value = f'{{"name": "表", "scores": [0.10, NaN, {digits}], "none": null, "yes": true, "empty": {{}}}}'
    opened(page, qtbot, results({"a.json": value.encode()}))
    qtbot.waitUntil(page.tree.isVisible)
    model = page.json
    told = {model.index(row, 0).data(): model.index(row, 1).data() for row in range(model.rowCount())}
    assert told == {"name": "表", "scores": "[3 value(s)]", "none": "null", "yes": "true", "empty": "{0 name(s)}"}
    scores = model.index(1, 0)
    model.fetchMore(scores)
    assert [model.index(row, 1, scores).data() for row in range(2)] == ["0.10", "NaN"]
    assert model.index(2, 1, scores).data().startswith("9999")
    assert model.parent(model.index(2, 1, scores)) == scores


def test_a_list_of_a_million_values_is_looked_at_piece_by_piece(page: FilesPage, qtbot: QtBot, results: Pack) -> None:
    opened(page, qtbot, results({"a.json": json.dumps([0] * 1_000_000).encode()}))
    qtbot.waitUntil(page.tree.isVisible, timeout=10_000)
    first = page.json.rowCount()
    assert 0 < first < 5000
    page.json.fetchMore(QModelIndex())
    assert page.json.rowCount() > first


@pytest.mark.parametrize("content", [b"{", b"[" * 100_000, b"no json"])
def test_what_is_no_json_is_shown_as_text_and_that_is_said(
    page: FilesPage, qtbot: QtBot, results: Pack, content: bytes
) -> None:
    opened(page, qtbot, results({"a.json": content}))
    qtbot.waitUntil(page.text.isVisible, timeout=10_000)
    assert page.text.toPlainText() == content.decode()
    assert "not what its name says" in page.notice.text()


@pytest.mark.parametrize("form", ["PNG", "JPG"])
def test_pictures_are_shown(page: FilesPage, qtbot: QtBot, results: Pack, form: str) -> None:
    opened(page, qtbot, results({"a.png": picture_of(60, 40, form)}))
    qtbot.waitUntil(page.picture.isVisible)
    assert page.picture.accessibleName() == "Picture a.png, 60 × 40 pixels"


def huge_picture() -> bytes:
    """Says that it has a billion pixels, in a few bytes."""
    chunks = [b"IHDR" + struct.pack(">2L5B", 40_000, 40_000, 8, 2, 0, 0, 0), b"IDAT" + zlib.compress(bytes(9)), b"IEND"]
    packed = [struct.pack(">L", len(part) - 4) + part + struct.pack(">L", zlib.crc32(part)) for part in chunks]
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"no picture", "not what its name says"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "not what its name says"),
        (huge_picture, "too large"),
    ],
)
def test_what_is_no_picture_or_too_large_a_one_is_said(
    page: FilesPage, qtbot: QtBot, results: Pack, content: bytes | Callable[[], bytes], words: str
) -> None:
    opened(page, qtbot, results({"a.png": content if isinstance(content, bytes) else content()}))
    qtbot.waitUntil(lambda: words in page.notice.text())
    assert not page.picture.isVisible()


def test_other_kinds_can_be_saved_and_a_program_is_not_opened(page: FilesPage, qtbot: QtBot, results: Pack) -> None:
    opened(page, qtbot, results({"setup.exe": b"MZ", "table.xlsx": b"PK"}))
    choose(page, qtbot, "setup.exe")
    assert (page.open_with.isEnabled(), page.save_as.isEnabled()) == (False, True)
    choose(page, qtbot, "table.xlsx")
    assert (page.open_with.isEnabled(), page.save_as.isEnabled()) == (True, True)


def test_a_copy_is_opened_from_a_folder_of_this_program(
    page: FilesPage, qtbot: QtBot, results: Pack, opened_elsewhere: list[Path], tmp_path: Path
) -> None:
    opened(page, qtbot, results({"../../metrics.csv": b"a,b\n"}))
    page.open_with.click()
    qtbot.waitUntil(lambda: bool(opened_elsewhere), timeout=10_000)
    (path,) = opened_elsewhere
    assert path.parent.parent == tmp_path / "working"
    assert (path.name, path.read_bytes()) == ("metrics.csv", b"a,b\n")


def test_a_file_is_saved_where_somebody_wants_it(
    page: FilesPage, qtbot: QtBot, results: Pack, opened_elsewhere: list[Path], tmp_path: Path
) -> None:
    opened(page, qtbot, results({"folder/metrics.csv": b"=1+1,b\n"}))
    page.save_as.click()
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert [Path(path) for path in dialog.selectedFiles()] == [tmp_path / "metrics.csv"]  # Qt writes / on every system
    target = tmp_path / "mine" / "saved.csv"
    target.parent.mkdir()
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    qtbot.waitUntil(lambda: page.said.text() == f"Saved to {target}.", timeout=10_000)
    assert target.read_bytes() == b"=1+1,b\n"
    page.show_folder.click()
    assert opened_elsewhere == [target.parent]


def test_a_damaged_file_is_never_saved_as_if_it_were_whole(
    page: FilesPage, qtbot: QtBot, tmp_path: Path, opened_elsewhere: list[Path]
) -> None:
    path = tmp_path / "results.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("metrics.csv", b"metric,value\nAUC,0.91\n")
    path.write_bytes(path.read_bytes().replace(b"AUC,0.91", b"AUC,0.99"))
    opened(page, qtbot, path)
    qtbot.waitUntil(lambda: "checksum" in page.table.status.text(), timeout=10_000)
    page.open_with.click()
    qtbot.waitUntil(lambda: "checksum" in page.said.text(), timeout=10_000)
    assert not opened_elsewhere
    assert not list((tmp_path / "working").rglob("metrics*"))


def test_what_is_wrong_with_a_file_is_named_and_it_stays_closed(page: FilesPage, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "results.zip"
    link = zipfile.ZipInfo("link.csv")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("good.csv", b"a,b\n")
        archive.writestr(link, b"/etc/passwd")
        archive.writestr("inner.zip", b"PK")
    opened(page, qtbot, path)
    notes = [page.entries.index(row, 3).data() for row in range(3)]
    assert notes == ["", "Link", "Archive"]
    choose(page, qtbot, "link.csv")
    assert "not followed" in page.notice.text()
    assert (page.open_with.isEnabled(), page.save_as.isEnabled()) == (False, False)
    choose(page, qtbot, "inner.zip")
    assert (page.open_with.isEnabled(), page.save_as.isEnabled()) == (False, True)
    assert page.entries.index(1, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole) == page_words(Trouble.LINK)


def page_words(trouble: Trouble) -> str:
    assert trouble is Trouble.LINK
    return "This is a link to another place, not a file. It is not followed."


def test_results_that_are_no_archive_any_more_say_so(page: FilesPage, qtbot: QtBot, results: Pack) -> None:
    path = results({"metrics.csv": b"a,b\n" * 1000})
    path.write_bytes(path.read_bytes()[:-30])
    opened(page, qtbot, path)
    assert "cut short" in page.notice.text()
    assert not page.save_as.isEnabled()


def test_results_that_are_gone_say_so(page: FilesPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.open_file(tmp_path / "nowhere.zip")
    qtbot.waitUntil(lambda: page.nothing.text() not in {"", "Opening the results…"}, timeout=10_000)
    assert page.nothing.isVisible()
    assert not page.save_as.isEnabled()


def test_other_results_can_be_opened_while_the_first_are_read(page: FilesPage, qtbot: QtBot, results: Pack) -> None:
    big = results({"a.csv": b"a,b\n" + b"1,2\n" * 500_000})
    second = big.with_name("second.zip")
    with zipfile.ZipFile(second, "w") as archive:
        archive.writestr("b.csv", b"c\n3\n")
    opened(page, qtbot, big)
    opened(page, qtbot, second)
    qtbot.waitUntil(lambda: page.table.model.columns == ("c",), timeout=10_000)
    qtbot.wait(50)
    assert page.table.model.rowCount() == 1
