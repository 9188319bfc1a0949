"""Takes out of Qt's copy of ICU's data (Linux: 32 MB) what Qt cannot reach.

Qt calls ICU for three things: comparing words (``ucol``), old encodings (``ucnv``) and names of time zones (``ucal``).
What ICU knows about breaking lines, units, currencies and other scripts' spelling only takes room. No language loses
anything: whole subjects go, not whole languages.

The data is one package in one read-only segment of a library without code. Sources: ICU's ``ucmndata.h`` (the
package: a header, then a sorted table of names and offsets) and the System V ABI (ELF, 64 bits, little-endian).
"""

import struct
from pathlib import Path

_UNREACHED_SUBJECTS = {"brkitr", "curr", "lang", "rbnf", "region", "translit", "unit"}
# What opening a calendar may ask of a subject, whatever the language.
_ROOTS = {"pool.res", "res_index.res", "root.res", "supplementalData.res"}
_UNREACHED_FILES = (".spp", "unames.icu")

_PAGE = 4096
_MAGIC = b"\xda\x27"
_HEADERS_AT = 32
_HEADER = struct.Struct("<IIQQQQQQ")
_LOAD = 1


class NotAsExpected(Exception):  # noqa: N818  the words of the house
    """The library is put together in a way not known here; it is to be left as it is."""


def is_reached(item: str) -> bool:
    """Whether Qt can come to `item`, as ``coll/ja.res``."""
    subject, _, name = item.rpartition("/")
    if subject in _UNREACHED_SUBJECTS:
        return name in _ROOTS
    return not name.endswith(_UNREACHED_FILES)


def reduce(library: Path) -> int:
    """Rewrite ``libicudata.so`` in place without what Qt cannot reach.

    Returns:
        How many bytes smaller it has become.

    Raises:
        NotAsExpected: Nothing was changed.
    """
    old = library.read_bytes()
    new = without_unreached(old)
    library.write_bytes(new)
    return len(old) - len(new)


def without_unreached(elf: bytes) -> bytes:
    """The library `elf` with a smaller package, every address in it unchanged."""
    headers = _segments(elf)
    loads = [header for header in headers if header[0] == _LOAD]
    if len(loads) != 2 or loads[0][2] != 0:
        raise NotAsExpected("not one segment of data and one for the linker")
    end, tail, tail_size = loads[0][5], loads[1][2], loads[1][5]
    start = elf.find(_MAGIC, _PAGE) - 2
    if not _PAGE <= start < end or start % 16:
        raise NotAsExpected("no package where it should be")
    head = elf[:start] + pack(
        {name: data for name, data in unpack(elf[start:end]).items() if is_reached(name)}, elf[start:end]
    )
    # A segment's place in the file and its address must agree within a page.
    moved = len(head) + (loads[1][3] - len(head)) % _PAGE
    made = bytearray(head.ljust(moved, b"\0") + elf[tail : tail + tail_size])
    for number, (kind, flags, offset, address, physical, size, memory, align) in enumerate(headers):
        at = _HEADERS_AT * 2 + number * _HEADER.size
        if offset >= tail:
            place, room = offset + moved - tail, (size, memory)
        else:
            place, room = offset, (len(head), len(head)) if kind == _LOAD else (size, memory)
        _HEADER.pack_into(made, at, kind, flags, place, address, physical, *room, align)
    # No table of sections: it is for linkers and debuggers, and its offsets are gone.
    struct.pack_into("<Q", made, 40, 0)
    struct.pack_into("<HHH", made, 58, 0, 0, 0)
    return bytes(made)


def unpack(package: bytes) -> dict[str, bytes]:
    """The package's items by name, without its own name in front."""
    base = struct.unpack_from("<H", package)[0]
    count = struct.unpack_from("<I", package, base)[0]
    table = [struct.unpack_from("<II", package, base + 4 + 8 * number) for number in range(count)]
    ends = [offset for _, offset in table[1:]] + [len(package) - base]
    items = {}
    for (name_at, offset), end in zip(table, ends, strict=True):
        name = package[base + name_at : package.index(b"\0", base + name_at)].decode("ascii")
        items[name.partition("/")[2]] = package[base + offset : base + end]
    return items


def pack(items: dict[str, bytes], like: bytes) -> bytes:
    """A package of `items` with the header and the name of the package `like`."""
    base, name_at = struct.unpack_from("<H", like)[0], 4 + 8 * len(items)
    count = struct.unpack_from("<I", like, base)[0]
    first = base + 4 + 8 * count
    prefix = like[first : like.index(b"/", first) + 1]
    table, names, offset = b"", b"", 0
    written = [prefix + name.encode("ascii") + b"\0" for name in items]
    offset = _aligned(name_at + sum(map(len, written)))
    data = bytearray()
    for name, content in zip(written, items.values(), strict=True):
        table += struct.pack("<II", name_at + len(names), offset + len(data))
        names += name
        data += content.ljust(_aligned(len(content)), b"\0")
    index = struct.pack("<I", len(items)) + table + names
    return like[:base] + index.ljust(offset, b"\0") + bytes(data)


def _segments(elf: bytes) -> list[tuple[int, ...]]:
    if elf[:6] != b"\x7fELF\x02\x01":
        raise NotAsExpected("not a 64-bit little-endian library")
    at, size, count = struct.unpack_from("<Q", elf, _HEADERS_AT)[0], *struct.unpack_from("<HH", elf, 54)
    if at != _HEADERS_AT * 2 or size != _HEADER.size:
        raise NotAsExpected("headers elsewhere")
    return [_HEADER.unpack_from(elf, at + number * size) for number in range(count)]


def _aligned(length: int) -> int:
    return (length + 15) & ~15
