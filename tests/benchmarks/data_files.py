"""Data files as people send them, and as they should not; the same ones every time."""

import hashlib
import random
from collections.abc import Callable
from pathlib import Path

MB = 1_000_000
_SEED = 20_240_401
_TOGETHER = 20_000
_POOL = 50_000
"""Different values of a column of measurements: more than anybody could remember to save time."""

_COLUMNS = (
    *("customer_id", "registered_on", "age", "visits", "points", "calls", "spend_yen", "days_since_visit"),
    *("ratio", "balance", "score", "temperature", "latitude", "survey", "plan", "prefecture", "channel", "device"),
    *("gender", "churned"),
)
_PLANS = ("ライト", "スタンダード", "プレミアム", "法人")
_PREFECTURES = (*("東京都", "大阪府", "北海道", "神奈川県", "愛知県", "福岡県", "京都府", "沖縄県"), "other")


def write_customers(path: Path, rows: int) -> None:
    """A table of 20 columns in UTF-8 with BOM, about 131 bytes a row. One is mostly empty: a finding."""
    chance = random.Random(_SEED)
    pools = _pools(chance)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.write(",".join(_COLUMNS) + "\r\n")
        for first in range(0, rows, _TOGETHER):
            numbers = range(first, min(rows, first + _TOGETHER))
            columns = [[f"C{number:08d}" for number in numbers]]
            columns += [chance.choices(pool, k=len(numbers)) for pool in pools]
            file.write("".join(",".join(row) + "\r\n" for row in zip(*columns, strict=True)))


def _pools(chance: random.Random) -> list[list[str]]:
    """What each column but the first one may hold, in their order."""

    def whole(least: int, most: int) -> list[str]:
        return [str(chance.randint(least, most)) for _ in range(_POOL)]

    def broken(least: float, most: float, digits: int) -> list[str]:
        return [f"{chance.uniform(least, most):.{digits}f}" for _ in range(_POOL)]

    def with_gaps(values: list[str], share: float) -> list[str]:
        return ["" if chance.random() < share else value for value in values]

    dates = [
        f"{year}-{month:02d}-{day:02d}" for year in range(2018, 2024) for month in range(1, 13) for day in (1, 9, 28)
    ]
    return [
        dates,
        whole(18, 90),
        with_gaps(whole(0, 500), 0.03),
        whole(0, 99_999),
        whole(0, 40),
        whole(0, 2_000_000),
        whole(0, 3_650),
        broken(0, 1, 4),
        broken(-5_000, 90_000, 2),
        with_gaps(broken(0, 100, 3), 0.08),
        broken(-10, 40, 1),
        broken(24, 46, 5),
        with_gaps(broken(1, 5, 1), 0.6),
        list(_PLANS),
        list(_PREFECTURES),
        ["web", "shop", "phone", "partner"],
        ["iOS", "Android", "PC", ""],
        ["男性", "女性", "無回答"],
        ["yes", "no", "no", "no"],
    ]


def write_wide(path: Path) -> None:
    """999 columns of measurements and classes, 5,000 rows."""
    chance = random.Random(_SEED)
    pools = [_pools(chance)[index] for index in (4, 5, 8, 9, 13, 14)]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.write(",".join(f"column {number}" for number in range(1, 1000)) + "\r\n")
        for _ in range(5_000):
            file.write(",".join(chance.choice(pools[number % len(pools)]) for number in range(999)) + "\r\n")


def write_columns(path: Path, what: str, rows: int) -> None:
    """Six columns of one kind, in UTF-8 with BOM; `what` is one of `COLUMNS_OF`."""
    chance = random.Random(_SEED)
    pools = [[COLUMNS_OF[what](chance) for _ in range(_POOL)] for _ in range(6)]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.write(",".join(f"column {number}" for number in range(1, 7)) + "\r\n")
        for first in range(0, rows, _TOGETHER):
            count = min(_TOGETHER, rows - first)
            columns = [chance.choices(pool, k=count) for pool in pools]
            file.write("".join(",".join(row) + "\r\n" for row in zip(*columns, strict=True)))


COLUMNS_OF: dict[str, Callable[[random.Random], str]] = {
    "times": lambda chance: f"{chance.randrange(24):02}:{chance.randrange(60):02}:{chance.randrange(60):02}",
    "telephone numbers": lambda chance: (
        f"0{chance.randrange(10, 99)}-{chance.randrange(10**4):04}-{chance.randrange(10**4):04}"
    ),
    "codes, half of them numbers": lambda chance: (
        f"{chance.choice('0123456789ABCDEFGHIJ')}{chance.randrange(10**5):05}"
    ),
    "numbers with “-” for a missing one": lambda chance: f"{chance.random():.3f}" if chance.random() < 0.8 else "-",
    "prices such as ¥1,200": lambda chance: f'"¥{chance.randrange(1000, 10**6):,}"',
}
"""What is in the columns of the files whose check once took longest beside a bare reading."""


def write_line_breaks(path: Path, rows: int, *, every: int = 1) -> None:
    """Notes in quotes; one of so many has a line break in it."""
    chance = random.Random(_SEED)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.write("id,note,city,price,left\r\n")
        for number in range(rows):
            note = f"a note {number}" if number % every else f"a note {number}\r\non two lines"
            city, left = chance.choice(("Tokyo", "Osaka", "Kyoto")), chance.choice("yn")
            file.write(f'{number},"{note}",{city},{chance.random() * 100:.2f},{left}\r\n')


def write_shift_jis(path: Path, rows: int) -> None:
    """Japanese, as spreadsheets of old save it."""
    chance = random.Random(_SEED)
    with path.open("w", encoding="cp932", newline="") as file:
        file.write("番号,都市,価格,解約\r\n")
        for number in range(rows):
            city, left = chance.choice(_PREFECTURES[:3]), chance.choice("有無")
            file.write(f"{number},{city},{chance.random() * 100:.2f},{left}\r\n")


def write_one_line(path: Path) -> None:
    """100 MB of fields and not one line end."""
    with path.open("w", encoding="ascii", newline="") as file:
        for _ in range(100):
            file.write("12345.678," * (MB // 10))


def sha256_of(path: Path) -> str:
    """In hexadecimal; and the file is in the disk cache then, for whoever is measured."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
