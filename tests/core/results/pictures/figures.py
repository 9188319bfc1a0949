"""Figures for the pictures in these tests."""

from epa_gui.core.results.pictures.figures import (
    Cloud,
    Curve,
    Curves,
    Matrices,
    Meaning,
    MetricBar,
    PairedBar,
    Scale,
    TrendPoint,
)

ODD_NAMES = (
    "plain",
    "契約月数",
    "$x^2$ and \\frac{1}{2}",
    "<b>bold</b> & “quoted”",
    "\N{RIGHT-TO-LEFT OVERRIDE}gnp.exe",
    "two\nlines\tand a tab",
    "_leading underscore",
    "a name that is much longer than anybody would ever want to read beside a bar",
    "",
    "😀 emoji",
)

METRICS = (
    MetricBar(
        "AUC", 0.842, 0.861, (0.83, 0.854), (0.85, 0.872), Scale.RATIO, Meaning("Clearly better", is_better=True)
    ),
    MetricBar("Recall", None, 0.912),
    MetricBar("RMSE", 12.4, 11.2, scale=Scale.OWN, meaning=Meaning("Better, not tested"), hint="lower is better"),
)
TWO_CLASSES = Matrices(("no", "yes"), ((1500, 84), (132, 684)), ((1400, 184), (200, 616)))
BARS = tuple(
    PairedBar(name, place / 10, None if place == 2 else 1 - place / 20) for place, name in enumerate(ODD_NAMES)
)
CURVE = Curve((0.0, 0.2, 1.0), (0.0, 0.7, 1.0), 0.75)
CURVES = Curves(CURVE, Curve((0.0, 0.3, 1.0), (0.0, 0.6, 1.0), 0.65), "yes", 0.3)
CLOUD = Cloud((0.0, 1.0, 2.0), ((3, 1), (0, 4)), ((2, 2), (1, 3)))
TREND = (
    TrendPoint("October", 1_760_000_000, 0.84, (0.82, 0.86), is_live=True),
    TrendPoint("November", 1_763_000_000, None),
    TrendPoint("December", 1_766_000_000, 0.87, begins_anew=True),
)


def many_classes(number: int) -> Matrices:
    """A matrix of so many classes."""
    counts = tuple(tuple(9 if row == column else 1 for column in range(number)) for row in range(number))
    return Matrices(tuple(f"class {place}" for place in range(number)), counts, counts)
