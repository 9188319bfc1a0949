"""The program's icon in every system's form, drawn from its one SVG by Qt at build time."""

import struct
from pathlib import Path

from builder import project

LINUX_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
# Apple's names of the sizes (pixels): the later ones are for screens with two pixels a point.
_MACOS_SIZES = {
    b"ic04": 16,
    b"ic05": 32,
    b"ic07": 128,
    b"ic08": 256,
    b"ic09": 512,
    b"ic11": 32,
    b"ic12": 64,
    b"ic13": 256,
    b"ic14": 512,
    b"ic10": 1024,
}


def png(size: int) -> bytes:
    """The icon as a PNG, `size` pixels wide and high."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice  # noqa: PLC0415  names can be asked for without Qt
    from PySide6.QtGui import QImage, QImageWriter, QPainter  # noqa: PLC0415
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(project.ICON)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())


def write_ico(target: Path) -> Path:
    """Windows: an icon directory of PNGs, which Windows reads since Vista."""
    pictures = [(size, png(size)) for size in _WINDOWS_SIZES]
    offset = 6 + 16 * len(pictures)
    head = struct.pack("<HHH", 0, 1, len(pictures))
    for size, picture in pictures:
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    target.write_bytes(head + b"".join(picture for _, picture in pictures))
    return target


def write_icns(target: Path) -> Path:
    """macOS: a list of PNGs, each after its name and length."""
    blocks = b"".join(
        name + struct.pack(">I", 8 + len(picture)) + picture
        for name, picture in ((name, png(size)) for name, size in _MACOS_SIZES.items())
    )
    target.write_bytes(b"icns" + struct.pack(">I", 8 + len(blocks)) + blocks)
    return target
