"""Reads the small tables beside the metrics: what each column contributes, and which model was right how often."""

from collections.abc import Iterator, Sequence

from epa_gui.core.results import headings as says
from epa_gui.core.results.content import Contribution, Tendency
from epa_gui.core.results.headings import Whose, whose
from epa_gui.core.results.numbers_read import count_in, number_in

MOST_CONTRIBUTIONS = 20_000
_LONGEST_NAME = 300


def contributions_in(table: Sequence[Sequence[str]], classes: Sequence[str] = ()) -> tuple[Contribution, ...] | None:
    """What each column contributes, the largest first; `None` where the headings do not say it.

    Args:
        table: The rows, the headings first; one row a column, or one a column and class, or one column a class.
        classes: Those that are known, which may be headings.
    """
    if len(table) < 2:
        return None
    head = table[0]
    names = [place for place, heading in enumerate(head) if says.is_column_heading(heading)]
    by_class = [place for place, heading in enumerate(head) if says.is_class_heading(heading) and place not in names]
    scores = {place: "" for place, heading in enumerate(head) if says.is_contribution_heading(heading)}
    names = [place for place in names if place not in scores]
    if not scores or len(scores) > 1:
        known = {says.folded(name): name for name in classes}
        by_heading = {place: name for place, heading in enumerate(head) if (name := _class_in(heading, known))}
        if not scores and len(by_heading) == 1 < len(known) - 1:
            return None  # of several classes one alone: a heading that happens to be called so
        scores = by_heading or scores
    if len(names) != 1 or not scores or (len(scores) > 1 and not all(scores.values())) or len(by_class) > 1:
        return None
    found: dict[tuple[str, str], float] = {}
    for row in table[1:]:
        class_of_row = row[by_class[0]] if by_class and by_class[0] < len(row) else ""
        for place, class_name in scores.items():
            score = number_in(row[place]) if place < len(row) else None
            name = row[names[0]][:_LONGEST_NAME] if names[0] < len(row) else ""
            key = name, class_name or class_of_row
            if score is None or not name or len(found) >= MOST_CONTRIBUTIONS:
                continue
            if found.setdefault(key, score) != score:
                return None  # one column twice, and nothing that says why
    ordered = sorted(found.items(), key=lambda one: -one[1])
    return tuple(Contribution(name, score, class_name) for (name, class_name), score in ordered) or None


def _class_in(heading: str, known: dict[str, str]) -> str:
    """The class a heading names: alone, or beside a word for contribution."""
    plain = says.folded(heading)
    if plain in known:
        return known[plain]
    if not says.is_contribution_heading(heading):
        return ""
    inside = [name for folded, name in known.items() if folded and folded in plain]
    return max(inside, key=len, default="")


def tendency_in(table: Sequence[Sequence[str]]) -> Tendency | None:
    """In how many rows which model was right; `None` where a table does not say it plainly.

    It may be two by two, or a row for each of the four cases.
    """
    found: dict[tuple[bool, bool], int] = {}
    for case, count in _cases(table):
        if found.setdefault(case, count) != count:
            return None
    if len(found) != 4:
        return None
    return Tendency(found[True, True], found[True, False], found[False, True], found[False, False])


def _cases(table: Sequence[Sequence[str]]) -> Iterator[tuple[tuple[bool, bool], int]]:
    """Each number of rows, with whether the new and the old model were right in them."""
    heads = _heading_rows(table)
    if not heads:
        return
    body = table[len(heads) :]
    width = max(map(len, table))
    labels = [
        place
        for place in range(width)
        if any(place < len(row) and row[place] and number_in(row[place]) is None for row in body)
    ]
    corner = " ".join(head[place] for head in heads for place in labels if place < len(head))
    for row in body:
        for place in range(width):
            count = count_in(row[place]) if place < len(row) and place not in labels else None
            if count is None:
                continue
            above = [head[place] for head in heads if place < len(head)]
            beside = [(" ".join(h[at] for h in heads if at < len(h)), row[at]) for at in labels if at < len(row)]
            if any(says.is_total(text) for text in (*above, *(text for _, text in beside))):
                continue
            case = _case(above, beside, corner)
            if case is not None:
                yield case, count


def _heading_rows(table: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """The rows before the first with a number."""
    first = next((place for place, row in enumerate(table) if any(count_in(text) is not None for text in row)), 0)
    return table[:first]


def _case(above: Sequence[str], beside: Sequence[tuple[str, str]], corner: str) -> tuple[bool, bool] | None:
    """Whether the new model and the old one were right, by all that stands above a number and beside it."""
    told: dict[Whose, bool] = {}
    for text in (*above, *(text for _, text in beside)):
        for owner, is_right in _statements(text):
            if told.setdefault(owner, is_right) != is_right:
                return None
    for heading, text in beside:  # the model stands above, the answer beside
        model, answer = _owner(heading), says.rightness(text)
        if model is not None and answer is not None and _owner(text) is None:
            told.setdefault(model, answer)
    _by_corner(told, above, beside, corner)
    if Whose.NEW not in told or Whose.OLD not in told:
        return None
    return told[Whose.NEW], told[Whose.OLD]


def _by_corner(told: dict[Whose, bool], above: Sequence[str], beside: Sequence[tuple[str, str]], corner: str) -> None:
    """What the corner says of both axes: "new / old" is the new model down, the old one across."""
    across = says.rightness(" ".join(above))
    down = says.rightness(" ".join(text for _, text in beside))
    if across is None or down is None or len(told) == 2:
        return
    place = {side: _first_place(corner, side) for side in (Whose.NEW, Whose.OLD)}
    if not told and min(place.values()) >= 0 and place[Whose.NEW] != place[Whose.OLD]:
        new_is_down = place[Whose.NEW] < place[Whose.OLD]  # "rows \\ columns"
        told[Whose.NEW], told[Whose.OLD] = (down, across) if new_is_down else (across, down)


def _first_place(corner: str, side: Whose) -> int:
    """Where a corner first speaks of a model; -1 if it does not."""
    return next((at for at, part in enumerate(_parts(corner)) if _owner(part) is side), -1)


def _parts(text: str) -> list[str]:
    plain = says.folded(text)
    for sign in "\\/|,、¦":
        plain = plain.replace(sign, "\n")
    return [part for part in plain.split("\n") if part.strip()]


def _owner(text: str) -> Whose | None:
    found = whose(text)
    return found if found in {Whose.NEW, Whose.OLD} else None


_ONLY = ("only", "alone", "だけ", "のみ")
_BOTH = ("both", "両方", "両者", "どちらも", "いずれも", "双方")
_NEITHER = ("neither", "none")


def _statements(text: str) -> Iterator[tuple[Whose, bool]]:
    """What one text says of the models: "new right, old wrong", "only the new one right", "both wrong"."""
    plain = says.folded(text)
    is_right = says.rightness(text)
    if any(word in plain for word in _NEITHER) and is_right is True:
        yield from ((Whose.NEW, False), (Whose.OLD, False))
    elif any(word in plain for word in _BOTH) and is_right is not None:
        yield from ((Whose.NEW, is_right), (Whose.OLD, is_right))
    elif any(word in plain for word in _ONLY) and is_right is not None and (owner := _owner(text)) is not None:
        yield owner, is_right
        yield (Whose.OLD if owner is Whose.NEW else Whose.NEW), not is_right
    elif is_right is not None and (owner := _owner(text)) is not None:
        yield owner, is_right
    else:
        parts = _parts(text)
        for part in parts if len(parts) > 1 else ():
            yield from _statements(part)
