"""The report: one page that holds everything, fetches nothing and stays small."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from epa_gui.core.results.pictures import drawing, matrix_picture, metric_picture, pictures, tables
from epa_gui.core.results.pictures.figures import FigureTable, Matrices
from epa_gui.core.results.pictures.theme import PAGE
from epa_gui.core.results.pictures.words import ENGLISH
from epa_gui.core.results.report import MOST_ROWS, Report, ReportPicture, page_of
from tests.core.results.pictures.figures import BARS, CLOUD, CURVES, METRICS, TREND, TWO_CLASSES, many_classes

MARKUP = '<img src=x onerror="alert(1)">&amp;'


class Reader(HTMLParser):
    """What is in a page, tag by tag."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.references: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name in {"href", "xlink:href", "src", "aria-labelledby"} and value:
                self.references.append(value)
            self.references += re.findall(r"url\((.*?)\)", value or "")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def a_report(name: str = "November data") -> Report:
    plans = [
        ("Measures", metric_picture.picture_of_metrics(METRICS, ENGLISH), tables.table_of_metrics(METRICS, ENGLISH)),
        (
            "Matrices",
            matrix_picture.picture_of_matrices(TWO_CLASSES, ENGLISH),
            tables.table_of_matrices(TWO_CLASSES, ENGLISH),
        ),
        (
            "Columns",
            pictures.picture_of_bars(BARS, ENGLISH.contribution, ENGLISH, is_share=False),
            tables.table_of_bars(BARS, ENGLISH.column, ENGLISH, is_share=False),
        ),
        ("ROC", pictures.picture_of_roc(CURVES, ENGLISH), tables.table_of_curves(CURVES, ENGLISH.found, ENGLISH)),
        ("Cloud", pictures.picture_of_cloud(CLOUD, ENGLISH), tables.table_of_cloud(CLOUD, ENGLISH)),
        (
            "Trend",
            pictures.picture_of_trend(TREND, "AUC", ENGLISH, is_share=True),
            tables.table_of_trend(TREND, ENGLISH, is_share=True),
        ),
    ]
    made = tuple(
        ReportPicture(heading, drawing.svg_of(plan, PAGE, (700, 320)), table) for heading, plan, table in plans
    )
    return Report(
        language="en",
        title=f"Results of {name}",
        facts=(("Model", name),),
        answer="No clear difference",
        tone="even",
        stars="Prediction accuracy level: 4 of 5 stars.",
        sentences=(f"Of 1,000 rows of {name} the new model alone was right in 60.",),
        notable_heading="Also worth knowing",
        notable=(f"“{name}” counts 40% of all contributions, before 10%.",),
        measures_heading="Measures",
        measures=tables.table_of_metrics(METRICS, ENGLISH),
        pictures=made,
        figures_word="Figures",
        judged_heading="How this is judged",
        judged=(("The answers", "By the rows of both models."),),
    )


@pytest.fixture(scope="module")
def page() -> str:
    return page_of(a_report(MARKUP))


def test_the_page_is_small_and_fetches_nothing(page: str) -> None:
    assert len(page.encode()) < 400_000
    reader = Reader()
    reader.feed(page)
    assert not {"script", "link", "iframe", "object"} & set(reader.tags)
    for reference in reader.references:
        assert reference.startswith(("#", "data:image/png;base64,", "picture-"))
    assert "default-src 'none'" in page


def test_foreign_words_are_words(page: str) -> None:
    reader = Reader()
    reader.feed(page)
    assert "img" not in reader.tags
    assert MARKUP in "".join(reader.words)


def test_each_picture_has_its_figures_and_names_of_its_own(page: str) -> None:
    reader = Reader()
    reader.feed(page)
    assert reader.tags.count("svg") == reader.tags.count("details") == 6
    assert len(reader.ids) == len(set(reader.ids))
    inside = [reference[1:] for reference in reader.references if reference.startswith("#")]
    assert inside
    assert set(inside) <= set(reader.ids)


def test_the_largest_matrix_leaves_it_under_a_megabyte() -> None:
    large = many_classes(60)
    picture = ReportPicture(
        "Matrices",
        drawing.svg_of(matrix_picture.picture_of_matrices(large, ENGLISH), PAGE, (900, 400)),
        FigureTable(("x",), ()),
    )
    assert len(picture.svg) < 200_000


def test_no_data_make_it_large() -> None:
    """The most classes there are, named as no one names them."""
    names = tuple(f"{place} {'<&>' * 20_000}" for place in range(200))
    large = Matrices(names, many_classes(200).new, many_classes(200).new)
    table = tables.table_of_matrices(large, ENGLISH)
    plan = matrix_picture.picture_of_matrices(large, ENGLISH)
    picture = ReportPicture("Matrices", drawing.svg_of(plan, PAGE, (944, 384)), table, "39,850 more rows")
    report = replace(a_report(MARKUP * 2000), measures=table)
    page = page_of(replace(report, pictures=(picture, *report.pictures[1:])))
    assert len(page.encode()) < 1_000_000
    assert "39,850 more rows" in page
    assert page.count("<tr>") < 2 * MOST_ROWS + 200


def test_a_table_that_is_too_long_keeps_the_rows_that_tell_most() -> None:
    counts = tuple(
        tuple(500 if row == column else 40 if (row, column) == (3, 17) else 1 for column in range(20))
        for row in range(20)
    )
    both = Matrices(tuple(map(str, range(20))), counts)
    kept = tables.table_of_matrices(both, ENGLISH, 10)
    assert len(kept.rows) == 10
    assert kept.rows[0][:3] == ("3", "17", "40")
    assert all(row[0] != row[1] for row in kept.rows)
    assert len(tables.table_of_matrices(both, ENGLISH).rows) == 400


def test_every_table_is_printed_and_every_name_stands_by_itself(page: str) -> None:
    assert page.count("<details open") == page.count("<details") == 6
    table = page[page.index("<tbody>") : page.index("</tbody>")]
    assert table.count("<bdi>") == table.count("</th>") + table.count("</td>") > 0
