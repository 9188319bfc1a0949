"""The report: everything that tells whether the new model is better, as one HTML page to send, to keep and to print.

No script is in it, nothing is fetched, and it is small whatever the data: pictures are drawn of counted figures, and
tables and names have an end.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape

from epa_gui.core.results.pictures.figures import FigureTable

MOST_ROWS = 150
"""Of a table: what a person reads, and what keeps the page small."""

_SHORT = 12
"""Rows that stand together on a printed page."""

_LONGEST = 400
_LONGEST_IN_TABLE = 120
"""Characters of a text."""


@dataclass(frozen=True, slots=True)
class ReportPicture:
    """One picture with its figures.

    Attributes:
        heading: What it shows.
        svg: An ``<svg>`` element; the one thing that is put in as it is.
        table: The same figures, for who cannot see it.
        left_out: What is said of rows that the table has no room for; empty if there are none.
    """

    heading: str
    svg: str = field(repr=False)
    table: FigureTable
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What is in the page, all of it in words of the person's language.

    Attributes:
        language: Of the page, as HTML names it: ``en``, ``ja``.
        title: Whose results these are.
        facts: Labels with their values: the model, the job, the file and its fingerprint, when the page was made.
        answer: The verdict's headline.
        tone: ``better``, ``worse``, ``even`` or ``unknown``: its colour.
        stars: The levels of both models in words; may be empty.
        sentences: What it rests on, and what is not known.
        notable_heading: What stands above what else is worth knowing.
        notable: What does not fit together in the files, and what else stands out.
        measures: The metrics before and after.
        measures_heading: What stands above them.
        pictures: With their tables.
        figures_word: What the table of a picture is opened with.
        judged_heading: What stands above the rules.
        judged: The rules, each with its heading.
    """

    language: str
    title: str
    facts: tuple[tuple[str, str], ...]
    answer: str
    tone: str
    stars: str
    sentences: tuple[str, ...]
    notable_heading: str
    notable: tuple[str, ...]
    measures_heading: str
    measures: FigureTable
    pictures: tuple[ReportPicture, ...]
    figures_word: str
    judged_heading: str
    judged: tuple[tuple[str, str], ...]


def page_of(report: Report) -> str:
    """The page."""
    return "".join(_pieces(report))


def _pieces(report: Report) -> Iterator[str]:
    title = _safe(report.title)
    yield f"""<!DOCTYPE html>
<html lang="{escape(report.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>{title}</h1>
"""
    yield "<dl>\n"
    for label, value in report.facts:
        yield f"<dt>{_safe(label)}</dt><dd><bdi>{_safe(value)}</bdi></dd>\n"
    yield "</dl>\n"
    yield f'<section class="answer {escape(report.tone)}">\n<h2>{escape(report.answer)}</h2>\n'
    yield from _paragraphs(report.sentences)
    yield from _paragraphs([report.stars] if report.stars else [])
    yield "</section>\n"
    if report.notable:
        yield f"<section>\n<h2>{escape(report.notable_heading)}</h2>\n"
        yield from _paragraphs(report.notable)
        yield "</section>\n"
    if report.measures.rows:
        yield f"<section>\n<h2>{escape(report.measures_heading)}</h2>\n"
        yield from _table(report.measures)
        yield "</section>\n"
    for number, picture in enumerate(report.pictures, 1):
        heading = f"picture-{number}"
        yield f'<section>\n<div class="picture">\n<h2 id="{heading}">{escape(picture.heading)}</h2>\n'
        yield f'<figure role="img" aria-labelledby="{heading}">{with_own_names(picture.svg, number)}</figure>\n</div>\n'
        # Open: what is closed is not printed.
        kind = ' class="short"' if len(picture.table.rows) <= _SHORT else ""
        yield f"<details open{kind}>\n<summary>{escape(report.figures_word)}</summary>\n"
        yield from _table(picture.table)
        yield from _paragraphs([picture.left_out] if picture.left_out else [])
        yield "</details>\n</section>\n"
    yield f'<section class="judged">\n<h2>{escape(report.judged_heading)}</h2>\n'
    for title, text in report.judged:
        yield f"<h3>{escape(title)}</h3>\n<p>{escape(text)}</p>\n"
    yield "</section>\n</main>\n</body>\n</html>\n"


def with_own_names(svg: str, number: int) -> str:
    """The picture with names that no other one on the page has: one picture's clips must not cut another's lines."""
    for before in ('id="', 'href="#', "url(#"):
        svg = svg.replace(before, f"{before}p{number}-")
    return svg


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield f"<p>{_safe(text)}</p>\n"


def _safe(text: str, most: int = _LONGEST) -> str:
    """A text that may hold names, with an end and as words; a name of a megabyte is nobody's to read."""
    return escape(text if len(text) <= most else f"{text[: most - 1]}…")


def _table(table: FigureTable) -> Iterator[str]:
    yield '<div class="scroll" tabindex="0"><table>\n<thead><tr>'
    for heading in table.headings:
        yield f'<th scope="col">{_safe(heading, _LONGEST_IN_TABLE)}</th>'
    yield "</tr></thead>\n<tbody>\n"
    for row in table.rows[:MOST_ROWS]:
        # Each name by itself: one that is written from right to left must not turn the figures beside it around.
        first, *others = (f"<bdi>{_safe(cell, _LONGEST_IN_TABLE)}</bdi>" for cell in row)
        cells = "".join(f"<td>{cell}</td>" for cell in others)
        yield f'<tr><th scope="row">{first}</th>{cells}</tr>\n'
    yield "</tbody>\n</table></div>\n"


_STYLE = """
:root { color-scheme: light dark; --ink: #1a1a1a; --soft: #595959; --grid: #dcdcdc; --page: #ffffff; --box: #f4f4f4;
  --better: #2e8b57; --worse: #c0392b; --even: #2f6fb3; --unknown: #777777;
  --better-ink: #1f6f43; --worse-ink: #a83f10 }
@media (prefers-color-scheme: dark) { :root { --ink: #f0f0f0; --soft: #b8b8b8; --grid: #4a4a4a; --page: #1e1e1e;
  --box: #2a2a2a; --better-ink: #5fbf88; --worse-ink: #e8835a } }
@media print { :root { --ink: #000000; --soft: #444444; --grid: #cccccc; --page: #ffffff; --box: #ffffff;
  --better-ink: #1f6f43; --worse-ink: #a83f10 } }
body { margin: 0; background: var(--page); color: var(--ink);
  font: 16px/1.5 "Segoe UI", "Hiragino Sans", "Yu Gothic UI", Meiryo, "Noto Sans", "Noto Sans CJK JP", sans-serif }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem }
h1 { font-size: 1.6rem; margin: 0 0 1rem; overflow-wrap: anywhere }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem }
h3 { font-size: 1rem; margin: 1rem 0 0 }
p { margin: .2rem 0 .6rem; overflow-wrap: anywhere }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; color: var(--soft); margin: 0 }
dd { margin: 0; overflow-wrap: anywhere }
.answer { border-left: .4rem solid var(--unknown); background: var(--box); padding: .6rem 1rem; margin-top: 1.2rem }
.answer h2 { margin: 0; font-size: 1.5rem }
.answer p { margin: .4rem 0 }
.better { border-color: var(--better) }
.worse { border-color: var(--worse) }
.even { border-color: var(--even) }
figure { margin: 0 }
figure svg { display: block; width: 100%; height: auto }
.scroll { overflow: auto; max-height: 26rem; max-width: max-content }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums }
th, td { padding: .25rem 1.4rem .25rem 0; min-width: 4em; max-width: 22rem;
  border-bottom: 1px solid var(--grid); text-align: left; vertical-align: top; overflow-wrap: anywhere }
td { text-align: right }
thead th { color: var(--soft); font-weight: normal; overflow-wrap: normal; position: sticky; top: 0;
  background: var(--page) }
tbody th { font-weight: normal }
thead th:not(:first-child) { text-align: right }
summary { cursor: pointer; color: var(--soft); margin: .4rem 0 }
.judged { color: var(--soft); font-size: .9rem }
.judged h3 { font-size: .95rem }
@media print {
  body { font-size: 11pt }
  main { max-width: none; padding: 0 }
  h2, h3, summary { break-after: avoid }
  .picture, .short, .answer, tr { break-inside: avoid }
  .judged p { orphans: 3; widows: 3 }
  .scroll { overflow: visible; max-height: none }
  .answer, figure { print-color-adjust: exact; -webkit-print-color-adjust: exact }
  thead th { position: static }
  figure svg { max-height: 21cm }
  table { font-size: 8.5pt; line-height: 1.25 }
  th, td { padding: .1rem .9rem .1rem 0; max-width: none }
}
"""
