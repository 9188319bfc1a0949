"""The history as one HTML page to keep, to send and to print: no script in it, and nothing that is fetched."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

Facts = tuple[tuple[str, str], ...]
"""Labels with their values."""


@dataclass(frozen=True, slots=True)
class PageTexts:
    """What stands around the entries, in the person's language.

    Attributes:
        language: Of the page, as HTML names it: ``en``, ``ja``.
        title: What the page is.
        facts: When it was made, what it holds and what was left out, and the fingerprint of the last entry.
        note: How to make use of that fingerprint.
        timelines: Heading of the drawings.
        timelines_note: What they are drawn from.
        entries: Heading of the table.
        caption: What is in the table, in which order.
        headings: Of its six columns: number, time, what, model, job, who.
        nothing: What to say where no entry is in it.
    """

    language: str
    title: str
    facts: Facts
    note: str
    timelines: str
    timelines_note: str
    entries: str
    caption: str
    headings: tuple[str, str, str, str, str, str]
    nothing: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """One model's timeline.

    Attributes:
        heading: The model's name.
        svg: An ``<svg>`` element; the one thing here that is put in as it is.
    """

    heading: str
    svg: str


@dataclass(frozen=True, slots=True)
class PageRow:
    """One entry in words.

    Attributes:
        number: Its number.
        time: When, by the clock of the computer that wrote it.
        utc: The same in UTC, as ``2026-11-23 00:30:00Z``.
        what: What was done, in a sentence.
        details: All else that is known of it.
        model: The model's name.
        job: The job's name and ID, a line each.
        who: The computer user and the program version, a line each.
    """

    number: str
    time: str
    utc: str
    what: str
    details: Facts
    model: str
    job: tuple[str, ...]
    who: tuple[str, ...]


def page_pieces(texts: PageTexts, drawings: Iterable[Drawing], rows: Iterable[PageRow]) -> Iterator[str]:
    """The text of the page, piece by piece: its head, each drawing, each row, its end."""
    yield _head(texts)
    yield from _drawn(texts, drawings)
    yield _table_head(texts)
    is_empty = True
    for row in rows:
        is_empty = False
        yield _row(row)
    if is_empty:
        yield f'<tr><td colspan="{len(texts.headings)}">{escape(texts.nothing)}</td></tr>\n'
    yield "</tbody>\n</table>\n</div>\n</section>\n</main>\n</body>\n</html>\n"


def _head(texts: PageTexts) -> str:
    return f"""<!DOCTYPE html>
<html lang="{escape(texts.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(texts.title)}</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>{escape(texts.title)}</h1>
{_list(texts.facts)}
<p>{escape(texts.note)}</p>
"""


def _drawn(texts: PageTexts, drawings: Iterable[Drawing]) -> Iterator[str]:
    begun = False
    for drawing in drawings:
        if not begun:
            begun = True
            yield f'<section class="timelines">\n<h2>{escape(texts.timelines)}</h2>\n'
            yield f"<p>{escape(texts.timelines_note)}</p>\n"
        yield f"<h3>{escape(drawing.heading)}</h3>\n<figure>{drawing.svg}</figure>\n"
    if begun:
        yield "</section>\n"


def _table_head(texts: PageTexts) -> str:
    cells = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in texts.headings)
    return f"""<section>
<h2>{escape(texts.entries)}</h2>
<div class="wide" role="region" tabindex="0" aria-label="{escape(texts.entries)}">
<table>
<caption>{escape(texts.caption)}</caption>
<thead><tr>{cells}</tr></thead>
<tbody>
"""


def _row(row: PageRow) -> str:
    moment = escape(row.utc.replace(" ", "T"))
    return (
        f'<tr><th scope="row">{escape(row.number)}</th>'
        f'<td class="time"><time datetime="{moment}">{escape(row.time)}</time><small>{escape(row.utc)}</small></td>'
        f"<td><strong>{escape(row.what)}</strong>{_list(row.details)}</td>"
        f"<td>{escape(row.model)}</td><td>{_lines(row.job)}</td><td>{_lines(row.who)}</td></tr>\n"
    )


def _lines(lines: Iterable[str]) -> str:
    """The first as it is, others small below it."""
    first, *others = [line for line in lines if line] or [""]
    return escape(first) + "".join(f"<small>{escape(line)}</small>" for line in others)


def _list(facts: Facts) -> str:
    if not facts:
        return ""
    pairs = "".join(f"<div><dt>{escape(label)}</dt><dd>{escape(text)}</dd></div>" for label, text in facts)
    return f"<dl>{pairs}</dl>"


_STYLE = """
:root { color-scheme: light dark; --ink: #1b1d21; --soft: #5a6069; --line: #c9ced6; --paper: #ffffff; --tint: #f4f6f9; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eceef1; --soft: #a9b0bb; --line: #4a505a; --paper: #1c1e22; --tint: #25282d; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 15px/1.5 system-ui, "Segoe UI", "Hiragino Sans", "Yu Gothic UI", "Noto Sans CJK JP", sans-serif; }
main { max-width: 90rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; }
h1 { font-size: 1.7rem; margin: 0 0 1rem; }
h2 { font-size: 1.25rem; margin: 2.25rem 0 .75rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .5rem; overflow-wrap: anywhere; }
dl { margin: 0; }
dl div { display: grid; grid-template-columns: 12rem 1fr; gap: 0 .75rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; unicode-bidi: isolate; }
figure { margin: 0; overflow-x: auto; }
figure svg { max-width: 100%; height: auto; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; min-width: 60rem; }
caption { text-align: left; color: var(--soft); padding-bottom: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .6rem; border-bottom: 1px solid var(--line);
  overflow-wrap: anywhere; unicode-bidi: isolate; }
thead th { background: var(--tint); border-bottom: 2px solid var(--line); }
tbody th { font-weight: normal; color: var(--soft); white-space: nowrap; }
td.time { white-space: nowrap; font-variant-numeric: tabular-nums; }
td dl { margin-top: .25rem; font-size: .85rem; }
td dl div { grid-template-columns: 10rem 1fr; }
small { display: block; color: var(--soft); font-size: .8rem; }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #444; --line: #999; --paper: #fff; --tint: #eee; }
  @page { size: A4 landscape; margin: 12mm; }
  body { font-size: 8.5pt; }
  main { max-width: none; padding: 0; }
  .wide, figure { overflow: visible; }
  table { min-width: 0; }
  thead { display: table-header-group; }
  tr, figure { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
"""
