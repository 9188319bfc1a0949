"""Invented tables about customers, and what a job with them comes to."""

import io
import random
import zipfile
from collections.abc import Sequence

COLUMNS = ("region", "plan", "months", "fee", "calls", "late_payments", "churned")
_REGIONS = ("Kanto", "Kansai", "Tohoku", "Kyushu")
_PLANS = ("Basic", "Standard", "Premium")


def customers(rows: int, seed: int, *, noise: float = 0.0) -> list[list[str]]:
    """Customers of whom some left.

    Args:
        rows: How many.
        seed: The same one gives the same customers.
        noise: Of how many it says by chance alone whether they left, as a share.
    """
    chance = random.Random(seed)  # noqa: S311  nothing secret  # nosec B311
    made = []
    for _ in range(rows):
        months, calls, late = (
            chance.randint(1, 72),
            chance.choice((0, 0, 1, 1, 2, 3, 5)),
            chance.choice((0, 0, 0, 1, 2, 3)),
        )
        plan = chance.choice(_PLANS)
        leaning = (
            0.9 * calls + 1.1 * late - 0.06 * months - (0.8 if plan == "Premium" else 0.0) + chance.gauss(0.0, 1.2)
        )
        leaves = leaning > 0.2 if chance.random() >= noise else chance.random() < 0.35
        fee = 3000 + 1500 * _PLANS.index(plan) + chance.randint(0, 900)
        made.append(
            [chance.choice(_REGIONS), plan, str(months), str(fee), str(calls), str(late), "yes" if leaves else "no"]
        )
    return made


def table(rows: Sequence[Sequence[str]], columns: Sequence[str] = COLUMNS) -> bytes:
    """A CSV as the service likes it: UTF-8 with its mark."""
    return ("\ufeff" + "\r\n".join(map(",".join, (columns, *rows))) + "\r\n").encode()


def upload(training: Sequence[Sequence[str]], evaluation: Sequence[Sequence[str]]) -> bytes:
    """What is sent: both files, in a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("train_src/customers_training.csv", table(training))
        archive.writestr("eval_src/customers_evaluation.csv", table(evaluation))
    return out.getvalue()


def faulty() -> bytes:
    """A file with two problems that stop it, and suggestions."""
    columns = [
        "customer_id",
        "region",
        "plan",
        "months",
        "fee",
        "calls",
        "joined",
        "first_order",
        "note",
        "",
        "region",
        "churned",
    ]
    chance = random.Random(3)  # noqa: S311  nothing secret  # nosec B311
    lines = []
    for number, (region, plan, months, fee, calls, _, churned) in enumerate(customers(600, 5)):
        joined = f"{2012 + number % 9}-{number % 12 + 1:02}-{number % 27 + 1:02}"
        first = f"{2013 + number % 8}年{number % 12 + 1}月{number % 27 + 1}日"
        gap = "n/a" if chance.random() < 0.06 else months
        dash = "-" if chance.random() < 0.03 else calls
        lines.append(
            [f"C{number:05}", region, plan, gap, f'"{int(fee):,}"', dash, joined, first, "", "", "Kanto", churned]
        )
    lines[40].append("no")
    return ("\r\n".join(map(",".join, (columns, *lines))) + "\r\n").encode()


def improvable() -> bytes:
    """A file that could be sent, with suggestions."""
    columns = ["customer_id", *COLUMNS]
    rows = [[f"C{number:05}", *row] for number, row in enumerate(customers(1200, 6))]
    for row in rows[::17]:
        row[3] = "n/a"
    return ("\r\n".join(map(",".join, (columns, *rows))) + "\r\n").encode("utf-8")


def large(rows: int = 6000, letters: int = 2500) -> bytes:
    """A table of few but long rows, which is read quickly and takes long to send: about 15 MB."""
    chance = random.Random(7)  # noqa: S311  nothing secret  # nosec B311
    signs = "abcdefghijklmnopqrstuvwxyz     "
    texts = ["".join(chance.choices(signs, k=letters)) for _ in range(40)]
    lines = [f"{number},{texts[number % 40]},{'yes' if number % 3 else 'no'}" for number in range(rows)]
    return ("\ufeff" + "\r\n".join(("ticket,text,solved", *lines)) + "\r\n").encode()
