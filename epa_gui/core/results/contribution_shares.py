"""How much each column has of all contributions: the one unit they are told in, on every page.

The service's scores have no unit, and those of two models no common scale: `Contribution`.
"""

from collections.abc import Iterable

from epa_gui.core.results.content import Contribution


def contribution_shares(scores: Iterable[Contribution]) -> dict[str, float]:
    """For each column its share of all contributions, of all classes together, as a fraction of 1."""
    told = tuple(scores)
    total = sum(abs(one.score) for one in told)
    found: dict[str, float] = {}
    for one in told:
        found[one.column] = found.get(one.column, 0.0) + (abs(one.score) / total if total else 0.0)
    return found
