"""Runs of rows: first and last of each, counted as a spreadsheet counts the file itself."""

from collections.abc import Iterable, Iterator, Sequence

RowRuns = Sequence[tuple[int, int]]


def is_within(row: int, runs: RowRuns) -> bool:
    """Whether a row is in one of the runs."""
    return any(first <= row <= last for first, last in runs)


def runs_of(rows: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Rows that follow each other, taken together."""
    runs: list[tuple[int, int]] = []
    for row in sorted(set(rows)):
        if runs and runs[-1][1] + 1 == row:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return tuple(runs)


def merged(runs: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The same rows in ascending runs that do not touch."""
    made: list[tuple[int, int]] = []
    for first, last in sorted(runs):
        if made and first <= made[-1][1] + 1:
            made[-1] = (made[-1][0], max(last, made[-1][1]))
        elif first <= last:
            made.append((first, last))
    return tuple(made)


def kept(rows: list[list[str]], first_row: int, left_out: RowRuns) -> Iterator[tuple[int, list[list[str]]]]:
    """What stays of some rows, in runs with the number of each one's first row."""
    begin, end = first_row, first_row + len(rows)
    for first, last in left_out:
        if last < begin:
            continue
        if first >= end:
            break
        if first > begin:
            yield begin, rows[begin - first_row : first - first_row]
        begin = last + 1
    if begin < end:
        yield begin, rows[begin - first_row :]


def written(runs: RowRuns, most: int = 5) -> str:
    """Such as “1–3, 7”; of many, the first ones."""
    some = ", ".join(f"{first}–{last}" if last > first else str(first) for first, last in runs[:most])
    return f"{some}, …" if len(runs) > most else some
