"""Joins what several files say of the same metrics, and tells where they disagree. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from epa_gui.core.results.content import Contradiction, ContradictionKind, Measure
from epa_gui.core.results.numbers_read import written_step


def joined(first: Sequence[Measure], second: Sequence[Measure]) -> tuple[list[Measure], list[Contradiction]]:
    """The measures of both, those of the first as they are; one that the second has otherwise is told.

    Two are the same if they are one metric, in whatever words, of one horizon and one class; of what nobody knows, if
    their names are the same.
    """
    found = list(first)
    places = {_identity(one): place for place, one in enumerate(found)}
    told: list[Contradiction] = []
    for measure in second:
        place = places.get(_identity(measure))
        if place is None:
            places[_identity(measure)] = len(found)
            found.append(measure)
            continue
        known = found[place]
        told += _differences(known, measure)
        if not known.this_text and measure.this_text:
            known = replace(known, this=measure.this, this_text=measure.this_text, file=measure.file)
        if not known.previous_text and measure.previous_text:
            text, file = measure.previous_text, measure.previous_file
            known = replace(known, previous=measure.previous, previous_text=text, previous_file=file)
        found[place] = known
    return found, told


def _identity(measure: Measure) -> tuple[str, str, str]:
    name = measure.kind.value if measure.kind is not None else measure.name.casefold()
    return name, "".join(measure.horizon.casefold().split()), measure.class_name


def _differences(one: Measure, other: Measure) -> list[Contradiction]:
    """Where two files give one metric different values, beyond how each rounds it."""
    found = []
    for is_previous, first, second in ((False, one.this, other.this), (True, one.previous, other.previous)):
        if first is None or second is None:
            continue
        texts = (one.previous_text, other.previous_text) if is_previous else (one.this_text, other.this_text)
        slack = sum(map(written_step, texts)) / 2 * 1.01 + abs(first) * 1e-6
        if abs(first - second) > slack:
            files = (one.previous_file, other.previous_file) if is_previous else (one.file, other.file)
            found.append(
                Contradiction(
                    ContradictionKind.METRIC, one.name, files[0], texts[0], files[1], texts[1], one.kind, is_previous
                )
            )
    return found
