"""Results files of every kind, and somebody who looks into them."""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.threads import wait_for
from epa_gui.ui.results.files_page import FilesPage
from epa_gui.ui.results.table_page import TablePage


def picture_of(width: int, height: int, form: str = "PNG") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("steelblue"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, form.lower().encode())
    assert writer.write(image)
    return bytes(buffer.data().data())


@pytest.fixture
def results(tmp_path: Path) -> Callable[..., Path]:
    """Packs files into a zip."""

    def pack(files: dict[str, bytes]) -> Path:
        path = tmp_path / "results.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        return path

    return pack


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[FilesPage]:
    """The page on screen."""
    page = FilesPage(tmp_path / "working")
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show()
    yield page
    page.close_files()
    assert wait_for(page.threads, 10), "a worker did not end"


@pytest.fixture
def table(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[bytes], TablePage]]:
    """Opens a table and waits until all of its rows are known."""
    page = TablePage(tmp_path / "working")
    qtbot.addWidget(page)
    page.resize(700, 400)
    page.show()

    def open_table(content: bytes) -> TablePage:
        page.open(lambda: io.BytesIO(content), len(content))
        qtbot.waitUntil(page.is_read, timeout=20_000)
        return page

    yield open_table
    page.close_table()
    assert wait_for(page.threads, 10), "a worker did not end"
