"""The timeline of a model as an inline SVG that needs nothing from outside, for pages that are kept or printed."""

import html
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from epa_gui.core.history.deployment import SwitchOutcome
from epa_gui.core.history.job_bars import Ending, JobBar
from epa_gui.core.history.time_axis import TickUnit, TimeScale, ticks, with_margins
from epa_gui.core.history.timeline import Behind, Mark, Span, Timeline
from epa_gui.core.history.timeline_labels import PlacedLabel, place_labels
from epa_gui.core.history.timeline_plan import (
    ENDING_SIGNS,
    GAP,
    LEAST_WIDTH,
    Line,
    PlacedBar,
    PlacedMark,
    PlacedSpan,
    Rows,
    flag_width,
    place_bars,
    place_marks,
    place_spans,
    shortened,
    sign_of,
    sign_of_bar,
)


@dataclass(frozen=True, slots=True)
class SvgTexts:
    """Every word of the drawing, in the person's language. `ui.history.timeline_text.svg_texts` makes them.

    Attributes:
        title: What the drawing is.
        description: What it shows, in a sentence or two, for those who cannot see it.
        live: Heading of the band of what was live.
        switches: Heading of the switches.
        events: Heading of results saved and of keys.
        jobs: Heading of the jobs.
        tick: What to write at a point in time, by what is to be told of it.
        context: What ticks of that kind leave out (the year, the day), at the beginning of the axis; may be empty.
        span: What was live, in a few words.
        span_told: The same as a sentence.
        job_told: A job as a sentence.
        mark_told: A mark as a sentence.
        endings: A word for each way a job ends.
    """

    title: str
    description: str
    live: str
    switches: str
    events: str
    jobs: str
    tick: Callable[[float, TickUnit], str]
    context: Callable[[float, TickUnit], str]
    span: Callable[[Span], str]
    span_told: Callable[[Span], str]
    job_told: Callable[[JobBar], str]
    mark_told: Callable[[Mark], str]
    endings: Mapping[Ending, str]


def timeline_svg(timeline: Timeline, texts: SvgTexts) -> str:
    """An ``<svg>`` element to stand in an HTML page; several may stand in one. All text is escaped.

    Args:
        timeline: What to draw; one that is empty gives the headings alone.
        texts: All words.
    """
    begins_at, ends_at = with_margins(timeline.begins_at, timeline.ends_at)
    scale = TimeScale(begins_at, ends_at, _GUTTER, _WIDTH - _GUTTER - _MARGIN)
    bottom = _ROWS.height(timeline.lanes)
    bars = place_bars(timeline, scale, range(timeline.lanes))
    return "".join(
        [
            f'<svg class="epa-timeline" role="img" viewBox="0 0 {_WIDTH} {bottom + _ROWS.row:g}" width="{_WIDTH}">',
            f"<title>{_safe(texts.title)}</title><desc>{_safe(texts.description)}</desc><style>{_STYLE}</style>",
            *_axis(scale, texts, bottom),
            *_headings(texts),
            *(_span(placed, texts) for placed in place_spans(timeline, scale)),
            *(_mark(placed, texts, bottom) for placed in place_marks(timeline, scale, _SIGN)),
            *(_bar(placed, label, texts) for placed, label in place_labels(bars, scale.left, _SIGN, _width)),
            *_legend(timeline, texts, bottom),
            "</svg>",
        ]
    )


_WIDTH = 1000
_GUTTER = 112.0
_MARGIN = 8.0
_FONT = 12.0
_ROWS = Rows(14.0)
_SIGN = 11.0
_TICK_DISTANCE = 78.0

_LOOKS = {
    Ending.GOING: "going",
    Ending.FINISHED: "finished",
    Ending.FAILED: "failed",
    Ending.NEVER_ARRIVED: "unsent",
    Ending.UNKNOWN: "lost",
}

_BEHIND = {Behind.UNKNOWN: "original", Behind.JOB: "live", Behind.NOT_CONFIRMED: "open"}

_LIGHT = {"ink": "#1f2328", "soft": "#59636e", "grid": "#d8dce1", "paper": "#fff", "live": "#0b5cad", "tint": "#dbe9f8"}
_LIGHT |= {"finished": "#d6efdf", "good": "#1c7c43", "failed": "#f9dcda", "bad": "#b3261e"}
_DARK = {
    "ink": "#e6e9ec",
    "soft": "#a4adb6",
    "grid": "#3b4148",
    "paper": "#16191d",
    "live": "#7db9f5",
    "tint": "#1f3a56",
}
_DARK |= {"finished": "#1d4630", "good": "#6fcf97", "failed": "#562623", "bad": "#ff8f86"}

_RULES = (
    "text{fill:INK;font:12px system-ui,sans-serif}.soft{fill:SOFT}.on{fill:PAPER}"
    ".grid{stroke:GRID}.sign,.flag,.pole,.stripe{fill:none;stroke:INK;stroke-width:1.5}.stripe{stroke-width:1}"
    ".finished{fill:FINISHED;stroke:GOOD}.failed{fill:FAILED;stroke:BAD}"
    ".going{fill:TINT;stroke:LIVE;stroke-dasharray:4 2}"
    ".unsent{fill:PAPER;stroke:SOFT;stroke-dasharray:2 2}.lost{fill:PAPER;stroke:SOFT;stroke-dasharray:1 3}"
    ".live{fill:LIVE;stroke:PAPER}.live.thin{stroke:none}"
    ".original{fill:PAPER;stroke:SOFT}.open{fill:PAPER;stroke:INK;stroke-dasharray:4 2}"
    ".stripe{stroke:SOFT}.failed+.stripe{stroke:BAD}.flag{fill:PAPER}.flag.done{fill:INK}.sign.on{stroke:PAPER;fill:none}"
    ".pole{stroke:SOFT}.pole.not{stroke-dasharray:2 3;stroke-width:1}"
)


def _rules(colours: Mapping[str, str]) -> str:
    """The looks in some colours; each rule holds within these drawings only, since a page has one style for all."""
    rules = _RULES
    for name, colour in colours.items():
        rules = rules.replace(name.upper(), colour)
    blocks = [block.partition("{") for block in rules.split("}") if block]
    return "".join(
        ",".join(f".epa-timeline {part}" for part in chosen.split(",")) + "{" + looks + "}"
        for chosen, _, looks in blocks
    )


_STYLE = (
    f"{_rules(_LIGHT)}@media screen and (prefers-color-scheme:dark){{{_rules(_DARK)}}}"
    "@media print{.epa-timeline{-webkit-print-color-adjust:exact;print-color-adjust:exact}}"
)


def _axis(scale: TimeScale, texts: SvgTexts, bottom: float) -> Iterator[str]:
    found = ticks(scale, _TICK_DISTANCE)
    lines = "".join(f"M{scale.x(tick.at):.1f} 0V{bottom:g}" for tick in found)
    yield f'<path class="grid" d="{lines}"/>'
    baseline = _ROWS.axis - 7
    if found:
        yield _text(4, baseline, shortened(texts.context(scale.begins_at, found[0].unit), _GUTTER - 8, _width), "soft")
    for tick in found:
        label, x = texts.tick(tick.at, tick.unit), scale.x(tick.at) + 3
        if x + _width(label) <= scale.right:
            yield _text(x, baseline, label, "soft")


def _headings(texts: SvgTexts) -> Iterator[str]:
    tops = (_ROWS.live, _ROWS.switches, _ROWS.events, _ROWS.jobs)
    for top, heading in zip(tops, (texts.live, texts.switches, texts.events, texts.jobs), strict=True):
        yield _text(4, _baseline(top), shortened(heading, _GUTTER - 8, _width), "soft")


def _span(placed: PlacedSpan, texts: SvgTexts) -> str:
    looks = _BEHIND[placed.span.behind]
    label = shortened(texts.span(placed.span), placed.width - 2 * GAP, _width)
    thin = " thin" if placed.width < 2 * LEAST_WIDTH else ""
    inside = _text(placed.x + GAP, _baseline(_ROWS.live), label, "on" if looks == "live" else "")
    return _group(texts.span_told(placed.span), _box(placed.x, _ROWS.live, placed.width, looks + thin), inside)


def _bar(placed: PlacedBar, label: PlacedLabel, texts: SvgTexts) -> str:
    bar, top = placed.bar, _ROWS.lane(placed.bar.lane)
    parts = [_box(placed.x, top, placed.width, _LOOKS[bar.ending])]
    if bar.ending is Ending.FAILED:
        parts.append(_stripes(placed.x, top, placed.width))
    if label.sign_x is not None:
        parts.append(_sign(sign_of_bar(bar), label.sign_x, top))
    parts.append(_text(label.text_x, _baseline(top), label.text))
    return _group(texts.job_told(bar), *parts)


def _mark(placed: PlacedMark, texts: SvgTexts, bottom: float) -> str:
    told, sign = texts.mark_told(placed.mark), sign_of(placed.mark)
    if placed.mark.switch is None:
        return _group(told, _sign(sign, placed.x - _SIGN / 2, _ROWS.events))
    is_done = placed.mark.switch.outcome is SwitchOutcome.DONE
    top = _ROWS.switches + (_ROWS.row - _ROWS.bar) / 2
    width = flag_width(placed, _SIGN)
    pole = f'<path class="pole{"" if is_done else " not"}" d="M{placed.x:.1f} {top:.1f}V{bottom:g}"/>'
    flag = (
        f'<rect class="flag{" done" if is_done else ""}" x="{placed.x:.1f}" y="{top:.1f}" width="{width:.1f}"'
        f' height="{_ROWS.bar:.1f}"/>'
    )
    if width < _SIGN + GAP:
        return _group(told, pole, flag)
    return _group(
        told, pole, flag, _sign(sign, placed.x + (width - _SIGN) / 2, _ROWS.switches, "on" if is_done else "")
    )


def _legend(timeline: Timeline, texts: SvgTexts, top: float) -> Iterator[str]:
    x = _GUTTER
    for ending in Ending:
        if any(bar.ending is ending for bar in timeline.jobs):
            yield _box(x, top, 22, _LOOKS[ending])
            if ending is Ending.FAILED:
                yield _stripes(x, top, 22)
            yield _sign(ENDING_SIGNS[ending], x + 26, top)
            x += 42 if ENDING_SIGNS[ending] else 28
            yield _text(x, _baseline(top), texts.endings[ending], "soft")
            x += 20 + _width(texts.endings[ending])


def _group(told: str, *parts: str) -> str:
    """Parts that show a sentence when they are pointed at."""
    return f"<g><title>{_safe(told)}</title>{''.join(parts)}</g>"


def _box(x: float, top: float, width: float, looks: str) -> str:
    y = top + (_ROWS.row - _ROWS.bar) / 2
    return f'<rect class="{looks}" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{_ROWS.bar:.1f}"/>'


def _stripes(x: float, top: float, width: float) -> str:
    """Slanting lines over a bar."""
    y, height = top + (_ROWS.row - _ROWS.bar) / 2, _ROWS.bar
    count = min(int((width - height / 2) / 7), 60)
    lines = "".join(
        f"M{x + 1 + 7 * number:.1f} {y + height:.1f}l{height / 2:.1f} {-height:.1f}" for number in range(count)
    )
    return f'<path class="stripe" d="{lines}"/>' if lines else ""


def _sign(lines: Iterable[Line], x: float, top: float, looks: str = "") -> str:
    y = top + (_ROWS.row - _SIGN) / 2
    drawn = "".join(
        "M" + "L".join(f"{x + across * _SIGN:.1f} {y + down * _SIGN:.1f}" for across, down in line) for line in lines
    )
    return f'<path class="sign {looks}" d="{drawn}"/>' if drawn else ""


def _text(x: float, baseline: float, text: str, looks: str = "") -> str:
    chosen = f' class="{looks}"' if looks else ""
    return f'<text{chosen} x="{x:.1f}" y="{baseline:.1f}">{_safe(text)}</text>' if text else ""


def _baseline(top: float) -> float:
    return top + _ROWS.row / 2 + _FONT * 0.36


def _width(text: str) -> float:
    """About how wide a text is: nobody knows the font of the page."""
    return sum(_FONT if unicodedata.east_asian_width(letter) in "WF" else _FONT * 0.58 for letter in text)


def _safe(text: str) -> str:
    """`text` so that it can stand in a page: escaped, and without what no page may hold."""
    return html.escape(_FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text))


_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
