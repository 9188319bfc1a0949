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
from epa_gui.ui.base.page import em
from epa_gui.ui.results import entry_worker
from epa_gui.ui.results.entry_list import EntryColumn
from epa_gui.ui.results.files_page import FilesPage
from tests.ui.results.conftest import picture_of

Pack = Callable[..., Path]


def opened(page: FilesPage, qtbot: QtBot, path: Path) -> FilesPage:
    page.open_file(path)
    qtbot.waitUntil(lambda: page.archive is not None and page.archive.path == path, timeout=10_000)
    return page


def choose(page: FilesPage, qtbot: QtBot, name: str) -> None:
    """Select a file by its name, and wait until it is shown."""
    for row in range(page.list.entries.rowCount()):
        if page.list.entries.index(row, 0).data() == name:
            page.list.selectRow(row)
    assert page.file.title.text() == name
    qtbot.waitUntil(lambda: page.file.nothing.text() != "Reading…" or not page.file.nothing.isVisible(), timeout=10_000)


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
    qtbot.waitUntil(page.file.table.is_read, timeout=10_000)
    assert page.file.table.isVisible()
    assert page.file.title.text() == "out/metrics.csv"
    qtbot.waitUntil(lambda: page.file.table.model.index(0, 0).data() == "AUC")
    assert [page.list.entries.index(row, 0).data() for row in range(2)] == ["about.txt", "out/metrics.csv"]
    assert not page.file.notice.isVisible()


def test_a_single_csv_needs_no_list(page: FilesPage, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "metrics.tsv"
    path.write_bytes(b"a\tb,c\n1\t2\n")
    opened(page, qtbot, path)
    qtbot.waitUntil(lambda: page.file.table.model.columns == ("a", "b,c"))
    assert not page.list.isVisible()


def test_text_is_shown_as_it_is_and_html_is_not_run(page: FilesPage, qtbot: QtBot, results: Pack) -> None:
    html = "<script>alert(1)</script><img src='http://localhost/x'>\n混同"
    opened(page, qtbot, results({"a.html": html.encode("cp932"), "b.txt": "x\u202ey".encode()}))
    choose(page, qtbot, "a.html")
    assert page.file.text.toPlainText() == html
    assert page.file.text.isVisible()
    choose(page, qtbot, "b.txt")
    assert page.file.text.toPlainText() == "\u2068x�y\u2069"


def test_of_a_long_text_the_beginning_is_shown_and_that_is_said(
    page: FilesPage, qtbot: QtBot, results: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entry_worker, "MOST_TEXT", 1000)
    opened(page, qtbot, results({"a.txt": b"x" * 5000}))
    qtbot.waitUntil(page.file.text.isVisible)
    assert len(page.file.text.toPlainText()) == 1000
    assert page.file.notice.text() == "The file is large. Only its beginning is shown."


def test_json_is_a_tree_with_numbers_as_they_were_written(page: FilesPage, qtbot: QtBot, results: Pack) -> None:
    digits = "9" * 5000
    value = f'{{"name": "表", "scores": [0.10, NaN, {digits}], "none": null, "yes": true, "empty": {{}}}}'
    opened(page, qtbot, results({"a.json": value.encode()}))
    qtbot.waitUntil(page.file.tree.isVisible)
    model = page.file.json
    told = {model.index(row, 0).data(): model.index(row, 1).data() for row in range(model.rowCount())}
    assert told == {"name": "表", "scores": "[3 value(s)]", "none": "null", "yes": "true", "empty": "{0 name(s)}"}
    scores = model.index(1, 0)
    model.fetchMore(scores)
    assert [model.index(row, 1, scores).data() for row in range(2)] == ["0.10", "NaN"]
    assert model.index(2, 1, scores).data().startswith("9999")
    assert model.parent(model.index(2, 1, scores)) == scores


def test_a_list_of_a_million_values_is_looked_at_piece_by_piece(page: FilesPage, qtbot: QtBot, results: Pack) -> None:
    opened(page, qtbot, results({"a.json": json.dumps([0] * 1_000_000).encode()}))
    qtbot.waitUntil(page.file.tree.isVisible, timeout=10_000)
    first = page.file.json.rowCount()
    assert 0 < first < 5000
    page.file.json.fetchMore(QModelIndex())
    assert page.file.json.rowCount() > first


@pytest.mark.parametrize("content", [b"{", b"[" * 100_000, b"no json"])
def test_what_is_no_json_is_shown_as_text_and_that_is_said(
    page: FilesPage, qtbot: QtBot, results: Pack, content: bytes
) -> None:
    opened(page, qtbot, results({"a.json": content}))
    qtbot.waitUntil(page.file.text.isVisible, timeout=10_000)
    assert page.file.text.toPlainText() == content.decode()
    assert "does not match its name" in page.file.notice.text()


@pytest.mark.parametrize("form", ["PNG", "JPG"])
def test_pictures_are_shown(page: FilesPage, qtbot: QtBot, results: Pack, form: str) -> None:
    opened(page, qtbot, results({"a.png": picture_of(60, 40, form)}))
    qtbot.waitUntil(page.file.picture.isVisible)
    assert page.file.picture.accessibleName() == "Picture “a.png”, 60 × 40 pixels"


def huge_picture() -> bytes:
    """Says that it has a billion pixels, in a few bytes."""
    chunks = [b"IHDR" + struct.pack(">2L5B", 40_000, 40_000, 8, 2, 0, 0, 0), b"IDAT" + zlib.compress(bytes(9)), b"IEND"]
    packed = [struct.pack(">L", len(part) - 4) + part + struct.pack(">L", zlib.crc32(part)) for part in chunks]
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"no picture", "does not match its name"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "does not match its name"),
        (huge_picture, "too large"),
    ],
)
def test_what_is_no_picture_or_too_large_a_one_is_said(
    page: FilesPage, qtbot: QtBot, results: Pack, content: bytes | Callable[[], bytes], words: str
) -> None:
    opened(page, qtbot, results({"a.png": content if isinstance(content, bytes) else content()}))
    qtbot.waitUntil(lambda: words in page.file.notice.text())
    assert not page.file.picture.isVisible()


def test_other_kinds_can_be_saved_and_a_program_is_not_opened(page: FilesPage, qtbot: QtBot, results: Pack) -> None:
    opened(page, qtbot, results({"setup.exe": b"MZ", "table.xlsx": b"PK"}))
    choose(page, qtbot, "setup.exe")
    assert (page.foot.open_with.isEnabled(), page.foot.save_as.isEnabled()) == (False, True)
    choose(page, qtbot, "table.xlsx")
    assert (page.foot.open_with.isEnabled(), page.foot.save_as.isEnabled()) == (True, True)


def test_a_copy_is_opened_from_a_folder_of_this_program(
    page: FilesPage, qtbot: QtBot, results: Pack, opened_elsewhere: list[Path], tmp_path: Path
) -> None:
    opened(page, qtbot, results({"../../metrics.csv": b"a,b\n"}))
    page.foot.open_with.click()
    qtbot.waitUntil(lambda: bool(opened_elsewhere), timeout=10_000)
    (path,) = opened_elsewhere
    assert path.parent.parent == tmp_path / "working"
    assert (path.name, path.read_bytes()) == ("metrics.csv", b"a,b\n")


def test_a_file_is_saved_where_somebody_wants_it(
    page: FilesPage, qtbot: QtBot, results: Pack, opened_elsewhere: list[Path], tmp_path: Path
) -> None:
    opened(page, qtbot, results({"folder/metrics.csv": b"=1+1,b\n"}))
    page.foot.save_as.click()
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert [Path(path) for path in dialog.selectedFiles()] == [tmp_path / "metrics.csv"]  # Qt writes / on every system
    target = tmp_path / "mine" / "saved.csv"
    target.parent.mkdir()
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    qtbot.waitUntil(lambda: page.foot.said.text() == f"File saved to “{target}”.", timeout=10_000)
    assert target.read_bytes() == b"=1+1,b\n"
    page.foot.show_folder.click()
    assert opened_elsewhere == [target.parent]


def test_a_damaged_file_is_never_saved_as_if_it_were_whole(
    page: FilesPage, qtbot: QtBot, tmp_path: Path, opened_elsewhere: list[Path]
) -> None:
    path = tmp_path / "results.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("metrics.csv", b"metric,value\nAUC,0.91\n")
    path.write_bytes(path.read_bytes().replace(b"AUC,0.91", b"AUC,0.99"))
    opened(page, qtbot, path)
    qtbot.waitUntil(lambda: "checksum" in page.file.table.foot.status.text(), timeout=10_000)
    page.foot.open_with.click()
    qtbot.waitUntil(lambda: "checksum" in page.foot.said.text(), timeout=10_000)
    assert not opened_elsewhere
    assert not list((tmp_path / "working").rglob("metrics*"))


@pytest.mark.usefixtures("by_all_cells")
def test_what_is_wrong_with_a_file_is_named_and_it_stays_closed(page: FilesPage, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "results.zip"
    link = zipfile.ZipInfo("link.csv")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("good.csv", b"a,b\n")
        archive.writestr(link, b"/etc/passwd")
        archive.writestr("inner.zip", b"PK")
    opened(page, qtbot, path)
    notes = [page.list.entries.index(row, 3).data() for row in range(3)]
    assert notes == ["", "Link", "Archive"]
    choose(page, qtbot, "link.csv")
    assert "does not follow" in page.file.notice.text()
    assert (page.foot.open_with.isEnabled(), page.foot.save_as.isEnabled()) == (False, False)
    choose(page, qtbot, "inner.zip")
    assert (page.foot.open_with.isEnabled(), page.foot.save_as.isEnabled()) == (False, True)
    assert page.list.entries.index(1, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole) == page_words(Trouble.LINK)


def page_words(trouble: Trouble) -> str:
    assert trouble is Trouble.LINK
    return "This is a link to another place, not a file. EPA Desktop does not follow it."


def test_results_that_are_no_archive_any_more_say_so(page: FilesPage, qtbot: QtBot, results: Pack) -> None:
    path = results({"metrics.csv": b"a,b\n" * 1000})
    path.write_bytes(path.read_bytes()[:-30])
    opened(page, qtbot, path)
    assert page.file.notice.text() == "The results are incomplete, so nothing in them can be shown."
    assert not page.foot.save_as.isEnabled()


def test_results_that_are_gone_say_so(page: FilesPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.open_file(tmp_path / "nowhere.zip")
    qtbot.waitUntil(lambda: page.file.nothing.text().startswith("The results cannot be read from “"), timeout=10_000)
    assert page.file.nothing.isVisible()
    assert not page.foot.save_as.isEnabled()


def test_other_results_can_be_opened_while_the_first_are_read(page: FilesPage, qtbot: QtBot, results: Pack) -> None:
    big = results({"a.csv": b"a,b\n" + b"1,2\n" * 500_000})
    second = big.with_name("second.zip")
    with zipfile.ZipFile(second, "w") as archive:
        archive.writestr("b.csv", b"c\n3\n")
    opened(page, qtbot, big)
    qtbot.waitUntil(lambda: any(True for _ in page.file.table.threads))
    of_the_first = set(page.file.table.threads)
    opened(page, qtbot, second)
    qtbot.waitUntil(lambda: page.file.table.model.columns == ("c",), timeout=10_000)
    qtbot.waitUntil(lambda: page.file.table.model.rowCount() == 1, timeout=10_000)
    # Once a thread has been let go of, all it had to say has been heard: of the first it comes to nothing.
    qtbot.waitUntil(lambda: of_the_first.isdisjoint(page.file.table.threads), timeout=10_000)
    assert page.file.table.model.rowCount() == 1


@pytest.mark.parametrize("width", [600, 900])
def test_sizes_are_whole_and_nothing_has_to_be_scrolled_for_in_the_list(
    page: FilesPage, qtbot: QtBot, results: Pack, width: int
) -> None:
    page.resize(width, 500)
    long = "analysis_summary_of_the_previous_model_and_more.csv"
    opened(page, qtbot, results({long: b"a,b\n1,2\n", "rows.csv": b"a,b\n" + b"1,2\n" * 50_000}))
    qtbot.waitUntil(page.file.table.is_read, timeout=10_000)
    assert page.list.horizontalScrollBar().maximum() == 0
    for row in range(2):
        text = page.list.entries.index(row, EntryColumn.SIZE).data()
        place = page.list.visualRect(page.list.entries.index(row, EntryColumn.SIZE))
        assert place.width() >= page.list.fontMetrics().horizontalAdvance(text)
        assert place.right() <= page.list.viewport().width()


def test_a_file_has_one_size(page: FilesPage, qtbot: QtBot, results: Pack) -> None:
    """Its mark of UTF-8 is three bytes of it, though no row holds them."""
    opened(page, qtbot, results({"metrics.csv": b"\xef\xbb\xbfmetric,value\nAUC,0.91\n", "b.txt": b"b"}))
    qtbot.waitUntil(page.file.table.is_read, timeout=10_000)
    size = page.list.entries.index(0, EntryColumn.SIZE).data()
    assert size == "25 bytes"
    qtbot.waitUntil(lambda: size in page.file.table.foot.status.text())


def test_what_was_told_of_a_table_takes_no_room_once_another_file_is_shown(
    page: FilesPage, qtbot: QtBot, results: Pack
) -> None:
    """The highest of the pages says from where on the file has to be scrolled, and this one is behind another then."""
    opened(page, qtbot, results({"a.csv": b"a,b\n" + b"1,2\n" * 300, "b.xlsx": b"PK"}))
    qtbot.waitUntil(page.file.table.is_read, timeout=10_000)
    width = page.fontMetrics().averageCharWidth() * 12  # so narrow that it takes several lines
    line, height = page.fontMetrics().height(), page.file.table.heightForWidth(width)
    choose(page, qtbot, "b.xlsx")
    assert page.file.table.heightForWidth(width) <= height - line


def test_the_longest_name_is_whole_where_half_of_the_page_has_room_for_it(
    page: FilesPage, qtbot: QtBot, results: Pack
) -> None:
    long = "analysis_summary_of_the_previous_model_and_more_of_it.csv"
    page.resize(em(page, 90), 500)
    opened(page, qtbot, results({long: b"a,b\n1,2\n", "rows.csv": b"a,b\n1,2\n"}))
    place = page.list.visualRect(page.list.entries.index(0, EntryColumn.NAME))
    assert place.width() > page.list.fontMetrics().horizontalAdvance(long)
    assert page.list.width() <= page.width() / 2


def test_names_are_measured_once_and_not_at_every_size_of_the_page(
    page: FilesPage, qtbot: QtBot, results: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Results may hold thousands of files, and a window that is drawn larger has dozens of sizes."""
    long = "analysis_summary_of_the_previous_model_and_more_of_it.csv"
    asked: list[list[str]] = []
    names = page.list.entries.names

    def counted() -> list[str]:
        asked.append(names())
        return asked[-1]

    monkeypatch.setattr(page.list.entries, "names", counted)
    first = results({"a.csv": b"a,b\n1,2\n", "b.csv": b"a,b\n1,2\n"}).rename(tmp_path / "first.zip")
    opened(page, qtbot, first)
    short_width = page.list.natural_width()
    asked.clear()
    for width in range(600, 900, 10):
        page.resize(width, 500)
    assert asked == []
    font = page.list.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    page.list.setFont(font)
    assert page.list.natural_width() > short_width, "larger letters are wider"
    large_width = page.list.natural_width()
    opened(page, qtbot, results({long: b"a,b\n1,2\n", "b.csv": b"a,b\n1,2\n"}))
    assert page.list.natural_width() > large_width, "other files have other names"
