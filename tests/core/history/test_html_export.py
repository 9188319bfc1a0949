"""One page that needs nothing else, runs nothing and is whole for screen readers and on paper."""

from html.parser import HTMLParser

from epa_gui.core.history.html_export import Drawing, PageRow, PageTexts, page_pieces

EVIL = "</td><script>alert(1)</script><img src=x onerror=alert(1)>\"'&"
TEXTS = PageTexts(
    language="ja",
    title="履歴 & more",
    facts=(("Searched for", EVIL), ("Fingerprint", "abc")),
    note=EVIL,
    timelines="Timelines",
    timelines_note="All of it.",
    entries="Entries",
    caption="Newest first",
    headings=("No.", "Time", "What", "Model", "Job", "User"),
    nothing="Nothing.",
)
ROW = PageRow(
    "1",
    "2026-11-23 09:30:00+09:00",
    "2026-11-23 00:30:00Z",
    EVIL,
    ((EVIL, EVIL), ("SHA-256", "ab" * 32)),
    EVIL,
    (EVIL, "job-1"),
    ("anna", EVIL),
)
SVG = '<svg role="img"><title>T</title></svg>'
_VOID = {"meta"}


class Read(HTMLParser):
    """What a browser would find: elements with their attributes, and the text of each."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts.setdefault(self._open[-1], []).append(data)

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.elements)


def _page(drawings: list[Drawing] | None = None, rows: list[PageRow] | None = None) -> str:
    return "".join(page_pieces(TEXTS, drawings or [], [ROW, ROW] if rows is None else rows))


def test_whatever_was_written_stays_text() -> None:
    found = Read(_page([Drawing(EVIL, SVG)]))
    assert found.count("script") == found.count("img") == 0
    assert EVIL in "".join(found.texts["strong"])
    assert EVIL in found.texts["dd"]
    assert EVIL in found.texts["h3"]


def test_it_runs_nothing_and_fetches_nothing() -> None:
    page = _page([Drawing("Churn", SVG)])
    found = Read(page)
    for tag, attributes in found.elements:
        assert tag not in {"script", "link", "img", "iframe", "object", "embed", "form", "a", "base"}
        assert not {"src", "href", "action", "srcset", "style"} & set(attributes)
        assert not any(name.startswith("on") for name in attributes)
    style = "".join(found.texts["style"])
    assert "url(" not in style
    assert "@import" not in style
    policy = [attributes for tag, attributes in found.elements if tag == "meta" and "http-equiv" in attributes]
    assert policy[0]["content"] == "default-src 'none'; style-src 'unsafe-inline'"


def test_it_is_whole_for_those_who_hear_it() -> None:
    found = Read(_page([Drawing("Churn", SVG), Drawing("Sales", SVG)]))
    assert ("html", {"lang": "ja"}) in found.elements
    assert found.texts["title"][0] == "履歴 & more"
    assert (found.count("h1"), found.count("h2"), found.count("h3")) == (1, 2, 2)
    assert found.count("caption") == 1
    scopes = [attributes.get("scope") for tag, attributes in found.elements if tag == "th"]
    assert scopes == ["col"] * 6 + ["row"] * 2
    assert ("time", {"datetime": "2026-11-23T00:30:00Z"}) in found.elements


def test_it_fits_light_and_dark_and_paper() -> None:
    page = _page()
    for rule in (
        "color-scheme: light dark",
        "@media (prefers-color-scheme: dark)",
        "@media print",
        "table-header-group",
    ):
        assert rule in page


def test_without_drawings_there_is_no_heading_for_them_and_without_entries_it_says_so() -> None:
    assert "Timelines" not in _page()
    found = Read(_page(rows=[]))
    assert "Nothing." in found.texts["td"]
