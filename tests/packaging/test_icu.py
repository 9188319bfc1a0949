"""Qt's ICU data without what Qt cannot reach: smaller, and nobody can tell."""

import os
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest
from builder import icu

LIBRARIES = sorted(Path(PySide6.__path__[0], "Qt", "lib").glob("libicudata.so.*"))
pytestmark = pytest.mark.skipif(not LIBRARIES, reason="Qt brings ICU along on Linux only")

# Sorting, old encodings and names of time zones, as four languages have them.
ASK = """
import functools
from PySide6.QtCore import QByteArray, QCollator, QLocale, QStringConverter, QStringDecoder, QTimeZone
words = ["漢字", "かな", "カナ", "亜", "ｱ", "Z", "a", "Öl", "Ol", "Zebra", "ärlig", "file10", "file2", "一", "丁", "각"]
for name in ("ja_JP", "de_DE", "zh_CN", "sv_SE", "ko_KR"):
    locale = QLocale(name)
    collator = QCollator(locale)
    collator.setNumericMode(True)
    print(name, sorted(words, key=functools.cmp_to_key(collator.compare)))
    for zone in ("Asia/Tokyo", "Europe/Berlin", "America/New_York"):
        kinds = (QTimeZone.NameType.LongName, QTimeZone.NameType.ShortName)
        print([QTimeZone(zone.encode()).displayName(QTimeZone.TimeType.StandardTime, kind, locale) for kind in kinds])
print(QStringConverter.availableCodecs())
print([QStringDecoder(name).isValid() for name in ("Shift_JIS", "EUC-JP", "ISO-2022-JP", "GB18030", "windows-1251")])
with open("/proc/self/maps") as maps:
    print(sorted({line.split()[-1] for line in maps if "libicudata" in line}))
"""


@pytest.fixture
def reduced(tmp_path: Path) -> Path:
    library = tmp_path / LIBRARIES[0].name
    library.write_bytes(icu.without_unreached(LIBRARIES[0].read_bytes()))
    return library


def _answers(preload: Path | None) -> list[str]:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    if preload is not None:
        environment["LD_PRELOAD"] = str(preload)
    done = subprocess.run(
        [sys.executable, "-c", ASK], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout.splitlines()


def test_sorting_encodings_and_time_zones_stay_as_they_were(reduced: Path) -> None:
    before, after = _answers(None), _answers(reduced)
    assert after[-1] == str([str(reduced)]), "the reduced library was not the one in use"
    assert after[:-1] == before[:-1]
    assert any("日本標準時" in line for line in after)


def test_it_is_much_smaller(reduced: Path) -> None:
    assert LIBRARIES[0].stat().st_size - reduced.stat().st_size > 12_000_000


def test_every_kept_item_is_as_it_was() -> None:
    old = LIBRARIES[0].read_bytes()
    start = old.index(b"\xda\x27", 4096) - 2
    package = old[start:]
    items = {name: data for name, data in icu.unpack(package).items() if icu.is_reached(name)}
    again = icu.unpack(icu.pack(items, package))
    assert list(again) == list(items)
    assert all(again[name].startswith(data.rstrip(b"\0")) for name, data in items.items())
    assert "coll/ja.res" in items
    assert "brkitr/cjdict.dict" not in items


def test_a_library_put_together_otherwise_is_left_as_it_is(tmp_path: Path) -> None:
    library = tmp_path / "libicudata.so.1"
    for strange in (b"MZ" + bytes(9000), LIBRARIES[0].read_bytes()[:64].ljust(9000, b"\0")):
        library.write_bytes(strange)
        with pytest.raises(icu.NotAsExpected):
            icu.reduce(library)
        assert library.read_bytes() == strange
