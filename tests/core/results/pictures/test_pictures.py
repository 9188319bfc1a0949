"""Every picture is drawn, whatever its figures and names, for each size, scale and theme."""

import itertools
import math
import threading
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from epa_gui.core.results.content import ConfusionMatrix, Direction, ResultsContent
from epa_gui.core.results.pictures import drawing, matrix_picture, metric_picture, pictures, tables
from epa_gui.core.results.pictures.drawing import Plan
from epa_gui.core.results.pictures.figures import (
    Cloud,
    Curves,
    Matrices,
    Meaning,
    MetricBar,
    PairedBar,
    PictureKind,
    Scale,
    TrendPoint,
)
from epa_gui.core.results.pictures.gallery import Picture, height_of, named, pictures_of, trend_of
from epa_gui.core.results.pictures.theme import DARK, FONTS, LIGHT, PAGE, Theme
from epa_gui.core.results.pictures.words import ENGLISH, Words
from tests.core.results.pictures.figures import (
    BARS,
    CLOUD,
    CURVE,
    CURVES,
    METRICS,
    ODD_NAMES,
    TREND,
    TWO_CLASSES,
    many_classes,
)

SIZE = (600.0, 320.0)
BETTER, WORSE = Meaning("Clearly better", is_better=True), Meaning("Clearly worse", is_better=False)
SVG = "{http://www.w3.org/2000/svg}"

PLANS: dict[str, Callable[[], Plan]] = {
    "metrics": lambda: metric_picture.picture_of_metrics(METRICS, ENGLISH),
    "two classes": lambda: matrix_picture.picture_of_matrices(TWO_CLASSES, ENGLISH),
    "one matrix": lambda: matrix_picture.picture_of_matrices(Matrices(("a", "b"), ((1, 0), (0, 0))), ENGLISH),
    "ten classes": lambda: matrix_picture.picture_of_matrices(many_classes(10), ENGLISH),
    "two hundred classes": lambda: matrix_picture.picture_of_matrices(many_classes(200), ENGLISH),
    "contributions": lambda: pictures.picture_of_bars(BARS, ENGLISH.contribution, ENGLISH, is_share=False),
    "class errors": lambda: pictures.picture_of_bars(BARS, ENGLISH.wrong, ENGLISH, is_share=True),
    "roc": lambda: pictures.picture_of_roc(CURVES, ENGLISH),
    "roc of one": lambda: pictures.picture_of_roc(Curves(CURVE, None, "はい", 0.3), ENGLISH),
    "precision": lambda: pictures.picture_of_precision(CURVES, ENGLISH),
    "cloud": lambda: pictures.picture_of_cloud(CLOUD, ENGLISH),
    "cloud of one": lambda: pictures.picture_of_cloud(Cloud((0.0, 1.0), ((0,),)), ENGLISH),
    "trend": lambda: pictures.picture_of_trend(TREND, "AUC", ENGLISH, is_share=True),
}

EMPTY: dict[str, Plan] = {
    "metrics": metric_picture.picture_of_metrics((), ENGLISH),
    "metrics from nothing": metric_picture.picture_of_metrics((MetricBar("x", 0.0, 1.0, scale=Scale.OWN),), ENGLISH),
    "bars": pictures.picture_of_bars((), "", ENGLISH, is_share=True),
    "bars of nothing": pictures.picture_of_bars((PairedBar("x", None, None),), "", ENGLISH, is_share=True),
    "trend": pictures.picture_of_trend((), "AUC", ENGLISH, is_share=True),
    "trend of nothing": pictures.picture_of_trend((TrendPoint("x", 0, None),), "AUC", ENGLISH, is_share=True),
}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", PLANS)
def test_a_picture_has_the_size_and_scale_that_were_asked_for(name: str, theme: Theme) -> None:
    image = drawing.image_of(PLANS[name](), theme, SIZE, 2.0)
    width, height, dots = image.width, image.height, image.dots
    assert (width, height, len(dots)) == (1200, 640, 1200 * 640 * 4)
    corner = dots[:3]
    assert corner == bytes.fromhex(theme.background[1:])
    assert len({dots[at : at + 3] for at in range(0, len(dots), 4)}) > 10  # something is drawn


class GivenUpError(Exception):
    """Nobody wants the picture any more."""


class Patience:
    """Asked between pieces; it ends after so many.

    Args:
        most: How many.
    """

    def __init__(self, most: float) -> None:
        self.asked = 0
        self._most = most

    def __call__(self) -> None:
        self.asked += 1
        if self.asked > self._most:
            raise GivenUpError


@pytest.mark.parametrize("name", ["metrics", "two hundred classes", "roc", "cloud", "trend"])
def test_a_picture_may_be_given_up_wherever_its_drawing_is(name: str) -> None:
    whole, lasting = drawing.image_of(PLANS[name](), LIGHT, SIZE), Patience(10_000_000)
    assert drawing.image_of(drawing.in_pieces(PLANS[name](), lasting), LIGHT, SIZE) == whole
    assert lasting.asked > 50
    for share in (0.0, 0.3, 0.6, 0.99):
        brief = Patience(int(share * lasting.asked))
        with pytest.raises(GivenUpError):
            drawing.image_of(drawing.in_pieces(PLANS[name](), brief), LIGHT, SIZE)
        assert brief.asked == int(share * lasting.asked) + 1
    for_page = Patience(100)
    with pytest.raises(GivenUpError):
        drawing.svg_of(drawing.in_pieces(PLANS[name](), for_page), PAGE, SIZE)


@pytest.mark.parametrize("name", PLANS)
def test_a_picture_for_a_page_is_small_and_takes_the_pages_colours(name: str) -> None:
    svg = drawing.svg_of(PLANS[name](), PAGE, SIZE)
    assert svg.startswith("<svg")
    ET.fromstring(svg)
    assert len(svg) < 200_000
    assert "var(--ink)" in svg
    for mark in ("#010203", "#020304", "#030405", "#040506", "#050607", "#060708", "<script", "file:", "<!DOCTYPE"):
        assert mark not in svg


@pytest.mark.parametrize("name", EMPTY)
def test_a_picture_of_nothing_is_an_empty_one(name: str) -> None:
    assert drawing.png_of(EMPTY[name], LIGHT, (300, 200)).startswith(b"\x89PNG")
    ET.fromstring(drawing.svg_of(EMPTY[name], PAGE, (300, 200)))


@pytest.mark.parametrize("size", [(1, 1), (40, 30), (3000, 200)])
@pytest.mark.parametrize("name", ["metrics", "two classes", "contributions", "roc", "cloud", "trend"])
@pytest.mark.filterwarnings("default:constrained_layout not applied:UserWarning")
def test_a_picture_fits_into_any_window(name: str, size: tuple[int, int]) -> None:
    assert drawing.png_of(PLANS[name](), LIGHT, size).startswith(b"\x89PNG")


def test_names_are_names_and_neither_formulas_nor_markup() -> None:
    svg = drawing.svg_of(PLANS["contributions"](), PAGE, SIZE)
    words = ["".join(part.itertext()).strip() for part in ET.fromstring(svg).iter(f"{SVG}text")]
    for name in ODD_NAMES[:3]:
        assert name in words
    assert "<b>bold</b> & “quoted”" in words
    assert "two lines and a tab" in words
    assert any("…" in word and word.endswith("de a bar") for word in words)


def test_the_same_figures_make_the_same_picture() -> None:
    for name in ("metrics", "two classes", "cloud"):
        first, second = (drawing.svg_of(PLANS[name](), PAGE, SIZE) for _ in range(2))
        assert first == second


def test_pictures_are_drawn_in_several_threads_at_once_without_mixing_their_looks() -> None:
    alone = {theme: drawing.png_of(PLANS["metrics"](), theme, SIZE) for theme in (LIGHT, DARK)}
    made: list[tuple[Theme, bytes]] = []

    def draw(theme: Theme) -> None:
        made.extend((theme, drawing.png_of(PLANS["metrics"](), theme, SIZE)) for _ in range(4))

    threads = [threading.Thread(target=draw, args=(theme,)) for theme in (LIGHT, DARK)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 8
    assert all(png == alone[theme] for theme, png in made)


def test_dates_of_many_jobs_do_not_touch() -> None:
    points = tuple(TrendPoint(f"job {place}", 1.7e9 + place * 2.6e6, 0.8) for place in range(60))
    svg = drawing.svg_of(pictures.picture_of_trend(points, "AUC", ENGLISH, is_share=True), PAGE, (600, 300))
    days = [
        text for part in ET.fromstring(svg).iter(f"{SVG}text") if (text := "".join(part.itertext())).startswith("202")
    ]
    assert 3 <= len(days) <= 7
    assert days == sorted(days)


def test_a_letter_that_the_first_font_lacks_comes_from_another() -> None:
    letters = drawing.letters()
    assert letters
    assert len(letters) == len(set(letters))
    for first, second in itertools.pairwise(map(FONTS.index, letters)):
        assert first < second


def test_a_place_in_a_matrix_tells_its_cell() -> None:
    image = drawing.image_of(PLANS["two classes"](), LIGHT, SIZE, 1.0)
    old, new, difference = image.areas
    assert [area.name for area in image.areas] == ["old", "new", "difference"]
    assert old.right < new.left < new.right < difference.left
    quarter = new.left + (new.right - new.left) / 4
    low = new.bottom - (new.bottom - new.top) / 4
    column, row = new.value_at(quarter, low) or (-9, -9)
    assert (round(column), round(row)) == (0, 1)
    assert new.value_at(old.left, low) is None


def test_a_place_in_the_trend_tells_its_job() -> None:
    (area,) = drawing.image_of(PLANS["trend"](), LIGHT, SIZE, 1.0).areas
    across = area.across[1] - area.across[0]
    third = area.left + (2 - area.across[0]) / across * (area.right - area.left)
    place, _ = area.value_at(third, area.top) or (-9, -9)
    assert round(place) == 2


def words_of(plan: Plan, size: tuple[float, float] = (944, 300)) -> list[str]:
    svg = drawing.svg_of(plan, PAGE, size)
    return ["".join(part.itertext()).strip() for part in ET.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize(
    ("bar", "colour"),
    [
        (MetricBar("RMSE", 12.4, 11.2, scale=Scale.OWN, meaning=BETTER, hint="lower is better"), "better"),
        (MetricBar("RMSE", 11.2, 12.4, scale=Scale.OWN, meaning=WORSE, hint="lower is better"), "worse"),
        (MetricBar("AUC", 0.5, 0.6, scale=Scale.RATIO, meaning=BETTER), "better"),
        (MetricBar("AUC", 0.6, 0.5, scale=Scale.RATIO, meaning=Meaning("No clear difference")), ""),
        (MetricBar("Recall", 0.5, 0.6, meaning=Meaning("Better, not tested")), ""),
        (MetricBar("RMSE", 12.4, 11.2, scale=Scale.OWN, meaning=Meaning("Better, not tested")), ""),
        (MetricBar("odd", 0.5, 0.6, scale=Scale.OWN), ""),
    ],
)
def test_what_became_of_a_metric_is_told_in_words_and_in_colour_only_where_a_test_has_found_it(
    bar: MetricBar, colour: str
) -> None:
    plan = metric_picture.picture_of_metrics((bar,), ENGLISH)
    words = words_of(plan)
    assert bar.meaning.text in words or not bar.meaning.text
    assert f"({bar.hint})" in words or not bar.hint
    svg = drawing.svg_of(plan, PAGE, (944, 300))
    assert [one for one in ("better", "worse") if f"var(--{one}-ink)" in svg] == ([colour] if colour else [])
    (row,) = tables.table_of_metrics((bar,), ENGLISH).rows
    assert row[-1] == bar.meaning.text


def test_a_ratio_and_shares_have_each_an_axis_as_they_are_written() -> None:
    bars = (MetricBar("AUC", 0.84, 0.9, scale=Scale.RATIO), MetricBar("Recall", 0.5, 0.8))
    words = words_of(metric_picture.picture_of_metrics(bars, ENGLISH))
    assert "0.86" in words
    assert "60 %" in words
    assert "85 %" not in words
    (auc, _) = tables.table_of_metrics(bars, ENGLISH).rows
    assert auc[:4] == ("AUC", "0.840", "0.900", "+0.060")


def test_a_long_meaning_leaves_room_for_the_dots() -> None:
    said = Meaning("It is not known whether higher or lower is better")
    words = words_of(metric_picture.picture_of_metrics((MetricBar("x", 0.5, 0.6, meaning=said),), ENGLISH))
    lines = [word for word in words if word and word in said.text]
    assert len(lines) > 1
    assert " ".join(lines) == said.text


def test_a_long_japanese_meaning_leaves_room_for_the_dots_too() -> None:
    said = Meaning("高いほど良いのか低いほど良いのかは、わかりません。")
    words = words_of(metric_picture.picture_of_metrics((MetricBar("x", 0.5, 0.6, meaning=said),), ENGLISH))
    lines = [word for word in words if word and word in said.text]
    assert "".join(lines) == said.text
    assert len(lines) == 2


@pytest.mark.parametrize("name", ["metrics", "trend"])
def test_a_dot_is_as_large_in_the_legend_as_in_the_picture(name: str) -> None:
    with mpl.rc_context(drawing.settings_of(PAGE)):
        figure = drawing.new_figure(*SIZE, PAGE)
        PLANS[name]()(figure, PAGE)
        sizes = {line.get_markersize() for axes in figure.axes for line in axes.lines if line.get_marker() == "o"}
        told = [line.get_markersize() for line in figure.legends[0].get_lines() if line.get_marker() == "o"]
    assert len(told) == 2
    assert set(told) == sizes


@pytest.mark.parametrize("name", ["metrics", "trend"])
def test_the_ring_of_a_hollow_dot_grows_with_the_letters(name: str) -> None:
    widths = []
    for size in (9.0, 18.0):
        theme = replace(PAGE, font_size=size)
        with mpl.rc_context(drawing.settings_of(theme)):
            figure = drawing.new_figure(*SIZE, theme)
            PLANS[name]()(figure, theme)
            widths.append({dot.get_markeredgewidth() for dot in figure.axes[0].lines if dot.get_marker() == "o"})
    (usual,), (large,) = widths
    assert large == 2 * usual


def test_all_intervals_lie_between_two_numbers_of_their_axis() -> None:
    """What ends where the axis does looks cut off there."""
    bars = (
        MetricBar("AUC", 0.854, 0.899, (0.838, 0.869), (0.886, 0.912), Scale.RATIO),
        MetricBar("Recall", 0.273, 0.819, (0.248, 0.299), (0.796, 0.84)),
        MetricBar("Precision", 0.92, 0.998, (0.89, 0.946), (0.99, 1.0)),
    )
    with mpl.rc_context(drawing.settings_of(PAGE)):
        figure = drawing.new_figure(944, 320, PAGE)
        metric_picture.picture_of_metrics(bars, ENGLISH)(figure, PAGE)
        for axes in figure.axes:
            low, high = axes.get_xlim()
            seen = [number for number in axes.get_xticks() if low < number < high]
            ends = [float(end) for line in axes.lines for end in np.asarray(line.get_xdata()).ravel()]
            assert seen[0] <= min(ends) < max(ends) <= seen[-1] + 1e-9, (seen, ends)
            assert seen[-1] < 1.01, "no share is more than all"


@pytest.mark.parametrize("scale", [Scale.RATIO, Scale.PERCENT])
@pytest.mark.parametrize(("old", "new"), [(0.99, 0.995), (0.0, 0.01), (1.0, 1.0), (0.0, 0.0), (0.53, 0.999)])
def test_no_axis_of_shares_has_a_number_below_none_or_beyond_all(scale: Scale, old: float, new: float) -> None:
    with mpl.rc_context(drawing.settings_of(PAGE)):
        figure = drawing.new_figure(944, 320, PAGE)
        metric_picture.picture_of_metrics((MetricBar("x", old, new, scale=scale),), ENGLISH)(figure, PAGE)
        (axes,) = figure.axes
        low, high = axes.get_xlim()
        seen = [number for number in axes.get_xticks() if low < number < high]
    assert seen[0] >= -1e-9, seen
    assert seen[-1] <= 1 + 1e-9, seen
    assert seen[-1] - seen[0] >= 0.02 - 1e-9, "nothing is drawn as if it were much"


@pytest.mark.parametrize("size", [9.0, 18.0])
def test_a_metric_and_what_became_of_it_stand_on_one_line(size: float) -> None:
    theme = replace(PAGE, font_size=size)
    bars = [MetricBar(name, 0.5, 0.6, meaning=Meaning("Better, not tested")) for name in ("Accuracy", "Precision")]
    with mpl.rc_context(drawing.settings_of(theme)):
        figure = drawing.new_figure(944, 320, theme)
        metric_picture.picture_of_metrics(bars, ENGLISH)(figure, theme)
        FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]
        (axes,) = figure.axes
        for name, meaning in zip(axes.get_yticklabels(), axes.texts, strict=True):
            assert name.get_window_extent().y0 == pytest.approx(meaning.get_window_extent().y0, abs=0.6)


@pytest.mark.parametrize("family", drawing.letters())
def test_two_lines_of_a_text_never_touch_whatever_the_font(family: str) -> None:
    theme = replace(LIGHT, families=(family,), font_size=18.0)

    def plan(figure: Figure, _theme: Theme) -> None:
        for place, text in ((0.1, "F値"), (0.6, "F値\n(区間なし)")):
            figure.text(0.5, place, text)

    with drawing._drawn(plan, theme, SIZE, 1.0) as figure:
        FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]
        one, two = (text.get_window_extent().height for text in figure.texts)
    letter = 18.0 * figure.dpi / 72
    assert two >= 2 * 1.29 * letter
    assert one < 1.9 * letter


@pytest.mark.parametrize(("width", "lines"), [(944, 1), (480, 2), (160, 4)])
def test_a_legend_has_one_line_where_there_is_room(width: int, lines: int) -> None:
    with mpl.rc_context(drawing.settings_of(PAGE)):
        figure = drawing.new_figure(width, 400, PAGE)
        pictures.picture_of_trend(TREND, "AUC", ENGLISH, is_share=False)(figure, PAGE)
        FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]
        (legend,) = figure.legends
        texts = [text.get_window_extent() for text in legend.get_texts()]
    assert len(texts) == 4
    assert len({round(text.y0) for text in texts}) == lines
    assert width < 200 or max(text.x1 for text in texts) <= width


def test_two_equal_values_are_both_seen_and_two_unequal_ones_differ_in_the_table() -> None:
    (row,) = tables.table_of_metrics((MetricBar("x", 0.02389, 0.02411, meaning=WORSE),), ENGLISH).rows
    assert row == ("x", "2.39 %", "2.41 %", "+0.02 points", "Clearly worse")
    (row,) = tables.table_of_metrics((MetricBar("x", 0.5, 0.5, meaning=Meaning("The same")),), ENGLISH).rows
    assert row == ("x", "50.0 %", "50.0 %", "0.0 points", "The same")


def test_the_change_of_a_metric_is_that_of_the_two_values_as_they_are_written() -> None:
    """0.8536 and 0.8991 are 0.0455 apart; who sees 0.854 and 0.899 finds 0.045."""
    rows = tables.table_of_metrics((MetricBar("AUC", 0.8536, 0.8991, scale=Scale.RATIO),), ENGLISH).rows
    assert rows[0][1:4] == ("0.854", "0.899", "+0.045")


def test_values_that_another_page_writes_are_written_alike() -> None:
    bar = MetricBar("AUC", 0.8514, 0.8516, (0.84, 0.86), scale=Scale.RATIO, written=("0.8514", "0.8516", "+0.0002"))
    (row,) = tables.table_of_metrics((bar,), ENGLISH).rows
    assert row[1].startswith("0.8514 (0.84")
    assert row[2:4] == ("0.8516", "+0.0002")


@pytest.mark.parametrize(("number", "width"), [(2, 560), (2, 944), (4, 944), (5, 944), (12, 560), (15, 944)])
def test_numbers_in_cells_touch_neither_each_other_nor_the_border(number: int, width: int) -> None:
    counts = tuple(tuple(1234 if row == column else 56 for column in range(number)) for row in range(number))
    both = Matrices(tuple(f"商品カテゴリー{place}" for place in range(number)), counts, counts)
    picture = Picture(PictureKind.MATRICES, both, tables.table_of_matrices(both, ENGLISH))
    plan = matrix_picture.picture_of_matrices(both, ENGLISH)
    with mpl.rc_context(drawing.settings_of(PAGE)):
        figure = drawing.new_figure(width, 16 * height_of(picture), PAGE)
        plan(figure, PAGE)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()  # type: ignore[no-untyped-call]
        for axes in figure.axes:
            boxes = [text.get_window_extent() for text in axes.texts]
            cell = axes.get_window_extent()
            assert all(box.width <= cell.width / number and box.height <= cell.height / number for box in boxes)
            if width == 944:
                assert len(boxes) == number * number  # where there is room they are there
                is_difference = axes.get_gid() == "difference"
                assert all("%" in text.get_text() for text in axes.texts) is not is_difference
                in_points = "points" in axes.get_title() or all("points" in text.get_text() for text in axes.texts)
                assert in_points is is_difference


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
def test_each_matrix_has_a_frame_on_all_sides(theme: Theme, scale: float) -> None:
    empty = Matrices(("no", "yes"), ((0, 0), (0, 0)), ((0, 0), (0, 0)))
    image = drawing.image_of(matrix_picture.picture_of_matrices(empty, ENGLISH), theme, (943, 301), scale)
    dots = np.frombuffer(image.dots, np.uint8).reshape(image.height, image.width, 4)[:, :, :3].astype(int)
    for area in image.areas:
        left, right = (round(share * image.width) for share in (area.left, area.right))
        top, bottom = (round(share * image.height) for share in (area.top, area.bottom))
        across, down = (left + right) // 2 + 20, (top + bottom) // 2 + 20
        paper = dots[down, across]
        sides = {
            "left": dots[down, left - 3 : left + 4],
            "right": dots[down, right - 3 : right + 4],
            "top": dots[top - 3 : top + 4, across],
            "bottom": dots[bottom - 3 : bottom + 4, across],
        }
        for name, seen in sides.items():
            assert np.abs(seen - paper).max() > 25, f"{area.name} has no line at its {name}"


def strengths(both: Matrices) -> list[float]:
    """How strong the colour of each cell of the difference is, from 0 to 1."""
    with mpl.rc_context(drawing.settings_of(PAGE)):
        figure = drawing.new_figure(944, 300, PAGE)
        matrix_picture.picture_of_matrices(both, ENGLISH)(figure, PAGE)
        (image,) = figure.axes[2].get_images()
        shares = np.asarray(image.get_array())
        return [abs(2 * placed - 1) for placed in np.asarray(image.norm(shares)).ravel().tolist()]


def test_a_small_difference_of_two_matrices_never_looks_like_a_large_one() -> None:
    old = ((900, 100), (100, 900))
    small = strengths(Matrices(("no", "yes"), ((895, 105), (95, 905)), old))
    large = strengths(Matrices(("no", "yes"), ((500, 500), (500, 500)), old))
    assert 0.3 < min(small) <= max(small) < 0.4, "which way it goes is seen all the same, in the dark too"
    assert max(large) == pytest.approx(0.8)


def test_the_cells_of_two_equal_matrices_are_told_apart() -> None:
    same = ((900, 100), (100, 900))
    assert max(strengths(Matrices(("no", "yes"), same, same))) == 0, "nothing has changed there"
    for theme in (LIGHT, DARK):
        image = drawing.image_of(
            matrix_picture.picture_of_matrices(Matrices(("no", "yes"), same, same), ENGLISH), theme, (944, 300)
        )
        area = next(area for area in image.areas if area.name == "difference")
        left, right = (round(share * image.width) for share in (area.left, area.right))
        row = round((area.top + (area.bottom - area.top) / 8) * image.height)
        dots = [image.dots[4 * (row * image.width + x) :][:3] for x in range((left + right) // 2 - 6, left + right)]
        paper = bytes.fromhex(theme.background[1:])
        middle = [dot for dot in dots[:12] if _contrast(dot, paper) > 1.3]
        assert middle, "a line runs between the cells"


def test_words_of_the_verdict_can_be_read_on_every_page() -> None:
    for theme, papers in ((LIGHT, ("#ffffff", "#efefef", "#ececec")), (DARK, ("#1e1e1e", "#323232"))):
        for ink, paper in itertools.product((theme.better_ink, theme.worse_ink), papers):
            assert _contrast(*(bytes.fromhex(one[1:]) for one in (ink, paper))) >= 4.5, (ink, paper)


def _contrast(one: bytes, two: bytes) -> float:
    def luminance(colour: bytes) -> float:
        shares = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in (c / 255 for c in colour[:3])]
        return 0.2126 * shares[0] + 0.7152 * shares[1] + 0.0722 * shares[2]

    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


def test_the_line_of_an_interval_is_explained_and_so_is_its_absence() -> None:
    sure = MetricBar("Recall", 0.8, 0.9, (0.75, 0.85), (0.86, 0.94))
    bare = MetricBar("F1", 0.8, 0.9, hint="best near 90 %")
    words = words_of(metric_picture.picture_of_metrics((sure, bare), ENGLISH))
    assert ENGLISH.interval in words
    assert f"(best near 90 %) ({ENGLISH.no_interval})" in words
    alone = words_of(metric_picture.picture_of_metrics((bare,), ENGLISH))
    assert ENGLISH.interval not in alone, "there is none to explain"
    assert "(best near 90 %)" in alone
    assert ENGLISH.interval in words_of(pictures.picture_of_trend(TREND, "AUC", ENGLISH, is_share=False))


def test_the_windows_own_letters_come_first() -> None:
    other = next(name for name in reversed(drawing.letters()) if name != drawing.letters()[0])
    assert drawing.letters((other, "none such"))[0] == other
    assert set(drawing.letters((other,))) == set(drawing.letters())


def test_both_matrices_have_one_scale_of_colours() -> None:
    with mpl.rc_context(drawing.settings_of(PAGE)):
        figure = drawing.new_figure(944, 300, PAGE)
        both = Matrices(("no", "yes"), ((500, 500), (500, 500)), ((900, 100), (100, 900)))
        matrix_picture.picture_of_matrices(both, ENGLISH)(figure, PAGE)
        old, new = (axes.get_images()[0].norm for axes in figure.axes[:2])
    assert (old.vmin, old.vmax) == (new.vmin, new.vmax) == (0, 0.9)


def test_the_trend_names_each_job_and_both_kinds_of_points() -> None:
    words = words_of(pictures.picture_of_trend(TREND, "AUC", ENGLISH, is_share=False))
    assert {"October", "November", "December", ENGLISH.live, ENGLISH.not_live} <= set(words)
    alone = words_of(pictures.picture_of_trend(TREND[:1], "AUC", ENGLISH, is_share=False))
    assert ENGLISH.not_live not in alone, "there is none"


@pytest.mark.parametrize(
    "name", ["a name that is much longer than anybody would want", "とても長い日本語のジョブの名前です"]
)
@pytest.mark.parametrize("size", [9.0, 18.0])
def test_names_below_the_trend_never_touch(name: str, size: float) -> None:
    points = tuple(TrendPoint(f"{name} {place}", 1.7e9 + place * 2.6e6, 0.8) for place in range(12))
    theme = replace(PAGE, font_size=size)
    with mpl.rc_context(drawing.settings_of(theme)):
        figure = drawing.new_figure(944, 300, theme)
        pictures.picture_of_trend(points, "AUC", ENGLISH, is_share=True)(figure, theme)
        FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]
        boxes = [label.get_window_extent() for label in figure.axes[0].get_xticklabels()]
    assert len(boxes) > 1
    assert all(left.x1 < right.x0 for left, right in itertools.pairwise(boxes))


def test_classes_that_begin_alike_are_told_apart() -> None:
    both = many_classes(12)
    names = tuple(f"Product category number {place}" for place in range(12))
    words = words_of(matrix_picture.picture_of_matrices(replace(both, labels=names), ENGLISH), (944, 1600))
    assert len({word for word in words if word.startswith("Produc")}) == 12


def test_numbers_along_an_axis_are_written_as_the_language_does() -> None:
    cloud = Cloud((0.0, 1_500_000.0, 3_000_000.0), ((1, 0), (0, 1)))
    german = replace(ENGLISH, fixed=lambda value, decimals: f"{value:,.{decimals}f}".replace(",", "."))
    words = words_of(pictures.picture_of_cloud(cloud, german), (600, 400))
    assert "1.000.000" in words
    assert not any("e" in word and word[0].isdigit() for word in words)


def test_a_picture_that_is_named_anew_has_the_headings_it_would_have_been_made_with() -> None:
    live = replace(ENGLISH, old_model="Live model")

    def of(words: Words) -> list[Picture]:
        bars = tables.table_of_bars(BARS, ENGLISH.wrong, words, is_share=True)
        return [
            Picture(PictureKind.METRICS, METRICS, tables.table_of_metrics(METRICS, words)),
            Picture(PictureKind.MATRICES, TWO_CLASSES, tables.table_of_matrices(TWO_CLASSES, words)),
            Picture(PictureKind.CLASS_ERRORS, BARS, bars),
            Picture(PictureKind.ROC, CURVES, tables.table_of_curves(CURVES, ENGLISH.false_alarms, words)),
            Picture(PictureKind.PREDICTED_ACTUAL, CLOUD, tables.table_of_cloud(CLOUD, words)),
            trend_of(TREND, "AUC", words, is_share=True),
        ]

    assert [named(picture, live) for picture in of(ENGLISH)] == of(live)


def test_more_classes_than_have_room_are_counted() -> None:
    both = many_classes(40)
    content = ResultsContent(matrix=ConfusionMatrix(both.labels, both.new, Direction.TOLD))
    errors = next(
        picture
        for picture in pictures_of(content, ENGLISH, lambda measure: measure.name, lambda _measure: Meaning())
        if picture.kind is PictureKind.CLASS_ERRORS
    )
    assert errors.name == "Predicted wrongly, the 15 worst of 40 classes"


def test_cells_without_room_for_numbers_have_none() -> None:
    plan = matrix_picture.picture_of_matrices(many_classes(12), ENGLISH)
    assert "9" not in words_of(plan, (600, 200))
    assert words_of(plan, (944, 1600)).count("9") == 2 * 12  # shares are on lines of their own


@pytest.mark.parametrize(
    ("low", "high"), [(0.0, 0.4), (0.0, 0.62), (0.84, 0.915), (0.888, 0.9), (30.0, 90.0), (-7.3, 11.9)]
)
def test_an_axis_counts_in_steps_that_people_count_in(low: float, high: float) -> None:
    axes = Figure().subplots()
    axes.set_xlim(low, high)
    drawing.few_steps(axes)
    ticks = axes.xaxis.get_majorticklocs()
    step = float(ticks[1] - ticks[0])
    leading = step / 10 ** math.floor(math.log10(step) + 1e-9)
    assert any(math.isclose(leading, nice, rel_tol=1e-6) for nice in (1, 2, 2.5, 5))
