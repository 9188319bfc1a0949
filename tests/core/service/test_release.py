"""The release file: fetched once and without a key, believed only if its checksum fits, harmless whatever it holds."""

import hashlib
import importlib
import json
import socket
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.jobs.version import Release
from epa_gui.core.service import release
from epa_gui.core.service.client import Client
from epa_gui.core.service.release import LARGEST_FILE, newest_release, release_in
from epa_gui.core.service.release_trust import check_day
from epa_gui.core.service.reply import Reply
from epa_gui.practice import Fault, PracticeService
from tests.gui.at_desk import Clock

Look = Callable[[], Release | Problem]

FILES = {"linux": [{"ending": "linux-x86_64.tar.gz", "size": 45678901, "sha256": "0" * 64}]}
HOME = "https://downloads.example/epa-desktop"
TODAY = datetime.now(UTC).date()
DAY = timedelta(days=1)
TRUE: dict[str, Any] = {
    "format": 1,
    "version": "1.2.0",
    "date": (TODAY - 4 * DAY).isoformat(),
    "expires": (TODAY + 176 * DAY).isoformat(),
    "notes": "### Added\n\n- 更新の確認",
    "page": HOME,
    "files": FILES,
}


def signed(content: dict[str, Any]) -> dict[str, Any]:
    """With the checksum the format asks for."""
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return content | {"sha256": hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()}


@pytest.fixture
def address(practice: PracticeService) -> str:
    """Where the release file is."""
    return f"{practice.url}/epa-desktop-release.json"


@pytest.fixture
def look(address: str, client: Client, clock: Clock) -> Look:
    """Asks once for the newest release; this computer and the server agree about the day."""

    def looked() -> Release | Problem:
        try:
            return newest_release(client, address, HOME, clock=clock)
        except ProblemError as trouble:
            return trouble.problem

    return looked


def kind_of(outcome: Release | Problem) -> ProblemKind:
    assert isinstance(outcome, Problem), outcome
    return outcome.kind


def kind_in(value: Any) -> ProblemKind:
    with pytest.raises(ProblemError) as trouble:
        release_in(value)
    return trouble.value.problem.kind


def test_a_true_release_file_is_read(practice: PracticeService, look: Look) -> None:
    practice.misbehave(Fault.json(signed(TRUE)))
    assert look() == Release("1.2.0", TRUE["date"], TRUE["notes"], TRUE["page"])


@pytest.mark.parametrize(("version", "page"), [("1.2.0", "https://downloads.example/1.2.0"), ("1.2.0-rc.1", "")])
def test_what_the_build_writes_is_what_is_read(monkeypatch: pytest.MonkeyPatch, version: str, page: str) -> None:
    monkeypatch.syspath_prepend(Path(__file__).parents[3] / "packaging")
    writer = importlib.import_module("builder.release")
    files = [writer.File(f"epa-desktop-{version}-linux-x86_64.tar.gz", 45678901, "0" * 64)]
    written = writer.release_file(version, date(2026, 11, 23), "- 更新の確認\n", page, files)
    assert release_in(json.loads(written)) == Release(version, "2026-11-23", "- 更新の確認", page)


def test_it_is_asked_for_once_without_a_key_or_anything_about_the_person(practice: PracticeService, look: Look) -> None:
    practice.misbehave(Fault.json(signed(TRUE)))
    look()
    (request,) = practice.requests
    assert request.path == "/epa-desktop-release.json"
    names = {name.lower() for name in dict(request.headers)}
    assert names <= {"host", "user-agent", "accept", "accept-encoding", "connection"}


def test_spaces_and_order_do_not_matter_to_the_checksum() -> None:
    backwards = dict(reversed(signed(TRUE).items()))
    assert release_in(json.loads(json.dumps(backwards, indent=7))).version == "1.2.0"


def test_what_a_later_version_adds_is_passed_over_but_counts_in_the_checksum() -> None:
    later = signed(TRUE | {"weather": ["fine"]})
    assert release_in(later).version == "1.2.0"
    assert kind_in(later | {"weather": ["bad"]}) is ProblemKind.DAMAGED_FILE


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("version", "9.9.9"),
        ("notes", ""),
        ("page", "https://elsewhere.example/"),
        ("date", "2026-11-01"),
        ("expires", "2099-11-24"),
        ("files", {}),
    ],
)
def test_a_file_whose_checksum_does_not_fit_is_refused(
    *, practice: PracticeService, look: Look, name: str, other: Any
) -> None:
    practice.misbehave(Fault.json(signed(TRUE) | {name: other}))
    problem = look()
    assert kind_of(problem) is ProblemKind.DAMAGED_FILE
    assert isinstance(problem, Problem)
    assert problem.where == "127.0.0.1"


@pytest.mark.parametrize("checksum", ["", None, 0, [], "A" * 64, "0" * 64])
def test_a_checksum_that_is_none_does_not_fit(checksum: Any) -> None:
    assert kind_in(signed(TRUE) | {"sha256": checksum}) is ProblemKind.DAMAGED_FILE


@pytest.mark.parametrize("number", [0, 2, "1", 1.0, True, None, [1]])
def test_a_format_nobody_knows_here_is_not_guessed_at(number: Any) -> None:
    assert kind_in(signed(TRUE | {"format": number})) is ProblemKind.UNREADABLE_ANSWER


@pytest.mark.parametrize("missing", ["format", "version", "date", "expires", "notes", "page"])
def test_what_is_missing_is_not_guessed_at(missing: str) -> None:
    rest = {name: part for name, part in TRUE.items() if name != missing}
    assert kind_in(signed(rest)) is ProblemKind.UNREADABLE_ANSWER


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("version", 1),
        ("version", "latest"),
        ("version", "1.2.0<b>"),
        ("date", "2026-13-01"),
        ("date", "20261123"),
        ("date", "tomorrow"),
        ("date", 20261123),
        ("expires", (TODAY - 5 * DAY).isoformat()),  # before it was made
        ("expires", "9999-12-31"),  # for ever
        ("expires", "never"),
        ("expires", None),
        ("expires", 4_000_000_000),
        ("expires", ["2027-05-22"]),
        ("notes", None),
        ("notes", ["- new"]),
        ("notes", {"en": "new"}),
        ("page", None),
        ("page", False),
        ("page", ["https://downloads.example"]),
    ],
)
def test_wrong_kinds_of_values_are_refused_though_the_checksum_fits(name: str, value: Any) -> None:
    assert kind_in(signed(TRUE | {name: value})) is ProblemKind.UNREADABLE_ANSWER


@pytest.mark.parametrize(
    "page",
    [
        "http://downloads.example/",
        "HTTPS://downloads.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "//downloads.example/",
        "https://",
        "https:///path",
        "https://somebody@downloads.example/",
        "https://downloads.example\\@elsewhere.example/",
        "https://downloads.example/\n",
        "https://downloads.example/a b",
        "https://downloads.example/\u202egpj.exe",
        "https://dоwnloads.example/",
        "https://downloads.example/" + "a" * 2000,
        " https://downloads.example/",
    ],
)
def test_a_page_is_https_or_none(page: str) -> None:
    assert kind_in(signed(TRUE | {"page": page})) is ProblemKind.UNREADABLE_ANSWER


@pytest.mark.parametrize("page", ["", "https://downloads.example", "https://d.example:8443/a/b?v=1.2.0#linux"])
def test_a_good_page_is_taken_as_it_is(page: str) -> None:
    assert release_in(signed(TRUE | {"page": page})).page == page


# Whether it may be believed today, and where it sends people to


@pytest.mark.parametrize(
    "page",
    [
        "https://elsewhere.example/epa-desktop",
        "https://downloads.example.elsewhere.example/epa-desktop",
        "https://elsewhere.example/downloads.example/epa-desktop",
        "https://www.downloads.example/epa-desktop",
        "https://downloads.example:8443/epa-desktop",
        "https://downloads.example./epa-desktop",
        "https://downloads.example/",
        "https://downloads.example/other",
        "https://downloads.example/epa-desktop-2",
        "https://downloads.example/epa-desktop/../other",
        "https://downloads.example/epa-desktop/%2e%2e/other",
    ],
)
def test_a_foreign_page_is_refused(practice: PracticeService, look: Look, page: str) -> None:
    practice.misbehave(Fault.json(signed(TRUE | {"page": page})))
    assert kind_of(look()) is ProblemKind.FOREIGN_PAGE


@pytest.mark.parametrize(
    "page", ["", HOME, f"{HOME}/", f"{HOME}/tag?a=b#c", "https://DOWNLOADS.example:443/epa-desktop/x"]
)
def test_a_page_at_home_is_taken(practice: PracticeService, look: Look, page: str) -> None:
    practice.misbehave(Fault.json(signed(TRUE | {"page": page})))
    outcome = look()
    assert isinstance(outcome, Release)
    assert outcome.page == page


@pytest.mark.parametrize(("page", "is_at_home"), [("https://127.0.0.1/any", True), (HOME, False)])
def test_without_a_page_of_the_build_the_update_address_s_host_is_home(
    practice: PracticeService, client: Client, address: str, page: str, is_at_home: bool
) -> None:
    practice.misbehave(Fault.json(signed(TRUE | {"page": page})))
    if is_at_home:
        assert newest_release(client, address).page == page
    else:
        with pytest.raises(ProblemError) as trouble:
            newest_release(client, address)
        assert trouble.value.problem.kind is ProblemKind.FOREIGN_PAGE


def test_a_page_behind_a_redirect_is_held_to_the_build_and_not_to_where_the_file_was(
    practice: PracticeService, look: Look
) -> None:
    practice.misbehave(Fault.redirect(f"{practice.storage_url}/r.json"))
    practice.misbehave(Fault.json(signed(TRUE | {"page": "https://localhost/epa-desktop"})))
    assert kind_of(look()) is ProblemKind.FOREIGN_PAGE


@pytest.mark.parametrize(("days", "is_good"), [(-1, True), (0, True), (175, True), (178, False), (4000, False)])
def test_a_release_file_is_believed_until_it_expires(
    practice: PracticeService, look: Look, clock: Clock, days: int, is_good: bool
) -> None:
    clock.advance(days * DAY.total_seconds())  # the server's clock goes with it
    practice.misbehave(Fault.json(signed(TRUE)))
    outcome = look()
    assert isinstance(outcome, Release) if is_good else kind_of(outcome) is ProblemKind.RELEASE_EXPIRED


@pytest.mark.parametrize("days", [-2000, -10, 300])
def test_a_clock_that_is_wrong_by_itself_is_not_taken_for_an_old_file(
    practice: PracticeService, client: Client, address: str, days: int
) -> None:
    practice.misbehave(Fault.json(signed(TRUE)))
    with pytest.raises(ProblemError) as trouble:
        newest_release(client, address, HOME, clock=lambda: time.time() + days * DAY.total_seconds())
    problem = trouble.value.problem
    assert problem.kind is ProblemKind.CLOCKS_DIFFER
    assert TRUE["expires"] in problem.said


def test_a_clock_that_is_behind_does_not_keep_an_old_file_good(
    practice: PracticeService, client: Client, address: str, clock: Clock
) -> None:
    clock.advance(200 * DAY.total_seconds())  # the server's
    practice.misbehave(Fault.json(signed(TRUE)))
    with pytest.raises(ProblemError) as trouble:
        newest_release(client, address, HOME)
    assert trouble.value.problem.kind is ProblemKind.CLOCKS_DIFFER


def test_a_clock_from_before_the_build_is_wrong() -> None:
    made = Release("1.0.0", "2020-01-01", expires="2020-06-29")
    now = datetime(2020, 2, 1, tzinfo=UTC).timestamp()
    check_day(made, now)
    with pytest.raises(ProblemError) as trouble:
        check_day(made, now, built_at="2020-03-01")
    assert trouble.value.problem.kind is ProblemKind.CLOCKS_DIFFER


@pytest.mark.parametrize("header", ["", "yesterday", "Thu, 99 Nov 9999 00:00:00 GMT", "\x00", "0"])
@pytest.mark.parametrize("built_at", ["", "soon", "2020-13-01"])
def test_what_no_clock_says_is_passed_over(header: str, built_at: str) -> None:
    made = Release("1.0.0", "2020-01-01", expires="2020-06-29")
    check_day(made, datetime(2020, 2, 1, tzinfo=UTC).timestamp(), header, built_at)


@pytest.mark.parametrize("now", [-1e18, 1e18, float("nan")])
def test_a_time_that_is_none_is_no_trouble(now: float) -> None:
    with pytest.raises(ProblemError) as trouble:
        check_day(Release("1.0.0", "2020-01-01", expires="2020-06-29"), now)
    assert trouble.value.problem.kind is ProblemKind.CLOCKS_DIFFER


@pytest.mark.parametrize(
    ("name", "twin"),
    [
        ("version", '"version": "9.9.9", '),
        ("page", '"page": "https://elsewhere.example/", '),
        ("expires", '"expires": "2099-01-01", '),
        ("sha256", '"sha256": "0", '),
    ],
)
def test_a_name_that_stands_there_twice_is_refused(practice: PracticeService, look: Look, name: str, twin: str) -> None:
    body = json.dumps(signed(TRUE))
    for text in (body.replace("{", "{" + twin, 1), body[:-1] + ", " + twin.rstrip(", ") + "}"):
        practice.misbehave(Fault.answer(200, text.encode()))
        assert kind_of(look()) is ProblemKind.UNREADABLE_ANSWER


def test_control_characters_in_the_notes_come_to_nothing() -> None:
    notes = "a\x00b\x1b[31mc\u202ed\u2066e\u200bf\r\ng\rh\ti\ud800"
    read = release_in(signed(TRUE | {"notes": notes.replace("\ud800", "")})).notes
    assert read == "a�b�[31mc�d�e�f\ng�h   i"


def test_japanese_notes_keep_their_wide_spaces() -> None:
    assert release_in(signed(TRUE | {"notes": "新しい　機能"})).notes == "新しい　機能"


def test_half_a_character_is_no_text() -> None:
    assert kind_in(signed(TRUE | {"notes": "\ud800"})) is ProblemKind.UNREADABLE_ANSWER


@pytest.mark.parametrize("value", [None, 1, "text", [], [signed(TRUE)], {}, {"sha256": []}, True])
def test_json_that_is_no_release_file(value: Any) -> None:
    assert kind_in(value) is ProblemKind.UNREADABLE_ANSWER


@pytest.mark.parametrize("depth", [200, 900, 980, 5_000, 30_000])
@pytest.mark.parametrize("name", ["format", "version", "sha256", "more"])
def test_depth_without_end(*, practice: PracticeService, look: Look, depth: int, name: str) -> None:
    deep = "[" * depth + "]" * depth
    body = json.dumps(signed(TRUE) | {name: "here"}).replace('"here"', deep)
    practice.misbehave(Fault.answer(200, body.encode()))
    assert kind_of(look()) in {ProblemKind.UNREADABLE_ANSWER, ProblemKind.DAMAGED_FILE}


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault.deep_json(30_000), ProblemKind.UNREADABLE_ANSWER),
        (Fault.answer(200, b'{"format": ' + b"1" * 5_000 + b"}"), ProblemKind.UNREADABLE_ANSWER),
        (Fault.answer(200, b""), ProblemKind.UNREADABLE_ANSWER),
        (Fault.answer(200, b"\xff\xfe\x00"), ProblemKind.UNREADABLE_ANSWER),
        (Fault.answer(200, b'{"format": NaN, "sha256": Infinity}'), ProblemKind.UNREADABLE_ANSWER),
        (Fault.html(200), ProblemKind.NOT_THE_SERVICE),
        (Fault.html(502), ProblemKind.SERVICE_TROUBLE),
        (Fault.json({}, 404), ProblemKind.REFUSED),
        (Fault.too_many_requests(), ProblemKind.TOO_MANY_REQUESTS),
        (Fault.drop(), ProblemKind.CONNECTION_LOST),
    ],
)
def test_what_is_no_release_file_is_named(
    *, practice: PracticeService, look: Look, fault: Fault, kind: ProblemKind
) -> None:
    practice.misbehave(fault)
    problem = look()
    assert kind_of(problem) is kind
    assert isinstance(problem, Problem)
    assert problem.where == "127.0.0.1"
    assert len(practice.requests) == 1


# Redirects, which releases are handed out by


def paths_asked(practice: PracticeService) -> list[str]:
    return [request.path for request in practice.requests]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed(practice: PracticeService, look: Look, status: int) -> None:
    practice.misbehave(Fault.redirect(f"{practice.storage_url}/1.2.0/r.json?sig=a%2Fb&se=2026", status))
    practice.misbehave(Fault.json(signed(TRUE)))
    assert isinstance(look(), Release)
    assert paths_asked(practice) == ["/epa-desktop-release.json", "/1.2.0/r.json?sig=a%2Fb&se=2026"]


@pytest.mark.parametrize("location", ["/there/r.json", "there/r.json", "//{host}/there/r.json"])
def test_a_redirect_may_be_told_from_where_it_is(practice: PracticeService, look: Look, location: str) -> None:
    practice.misbehave(Fault.redirect(location.replace("{host}", practice.url.removeprefix("http://"))))
    practice.misbehave(Fault.json(signed(TRUE)))
    assert isinstance(look(), Release)
    assert paths_asked(practice)[-1] == "/there/r.json"


@pytest.mark.parametrize(("redirects", "asked"), [(3, 4), (4, 4)])
def test_three_redirects_are_followed_and_no_more(
    practice: PracticeService, look: Look, redirects: int, asked: int
) -> None:
    for number in range(redirects):
        practice.misbehave(Fault.redirect(f"{practice.url}/{number}.json"))
    practice.misbehave(Fault.json(signed(TRUE)))
    outcome = look()
    assert isinstance(outcome, Release) or kind_of(outcome) is ProblemKind.REDIRECTED
    assert isinstance(outcome, Release) == (redirects == 3)
    assert len(practice.requests) == asked


def test_a_redirect_in_a_circle_ends(practice: PracticeService, look: Look, address: str) -> None:
    practice.misbehave(Fault.redirect(address), times=-1)
    problem = look()
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.where) == (ProblemKind.REDIRECTED, "127.0.0.1")
    assert len(practice.requests) == 4


@pytest.mark.parametrize(
    "location",
    [
        "",
        "http://downloads.example/r.json",
        "file:///etc/passwd",
        "ftp://downloads.example/r.json",
        "javascript:alert(1)",
        "https://",
        "https:///r.json",
        "http://[::1",
        "https://somebody@127.0.0.1:9/r.json",
        "https://somebody:secret@127.0.0.1:9/r.json",
        "https://@127.0.0.1:9/r.json",
        "https://127.0.0.1:9\\@downloads.example/r.json",
        "https://127.0.0.1:99999/r.json",
        "https://127.0.0.1:9/a b",
        "https://down..example/r.json",
        "https://127.0.0.1:9/" + "a" * 9000,
    ],
)
def test_a_redirect_to_anything_but_plain_https_is_not_followed(
    practice: PracticeService, look: Look, location: str
) -> None:
    practice.misbehave(Fault.redirect(location))
    assert kind_of(look()) is ProblemKind.REDIRECTED
    assert len(practice.requests) == 1


@pytest.mark.parametrize("code", [300, 304, 305, 306])
def test_what_only_resembles_a_redirect_is_not_followed(practice: PracticeService, look: Look, code: int) -> None:
    practice.misbehave(Fault.redirect(f"{practice.url}/r.json", code))
    assert kind_of(look()) is ProblemKind.REDIRECTED
    assert len(practice.requests) == 1


@pytest.mark.parametrize(
    "location", ["http://127.0.0.1/r.json", "http://localhost/r.json", "http://downloads.example/"]
)
def test_https_never_leads_to_http_not_even_here(location: str) -> None:
    reply = Reply(302, {"Location": location}, b"")
    assert release._onward(reply, "https://downloads.example/r.json", may_be_plain=False) == ""


def test_a_redirect_leads_from_https_to_another_host_with_a_signature() -> None:
    location = "https://release-assets.example/asset/1/2?sp=r&sig=a%2Fb%3D&jwt=ey.J0-_" + "x" * 1500
    reply = Reply(302, {"Location": location}, b"")
    assert release._onward(reply, "https://downloads.example/r.json", may_be_plain=False) == location


def test_tls_is_verified_where_a_redirect_leads(practice: PracticeService, look: Look) -> None:
    practice.misbehave(Fault.redirect(practice.url.replace("http:", "https:")))
    assert kind_of(look()) is ProblemKind.TLS_FAILED
    assert len(practice.requests) == 1


def test_neither_key_nor_cookie_nor_origin_is_told_on_the_way(
    practice: PracticeService, client: Client, look: Look
) -> None:
    client.status(practice.url, practice.api_key, practice.start_job(seconds=3600), time.time())
    cookie = {"Set-Cookie": "who=somebody; Path=/"}
    practice.misbehave(Fault.answer(302, b"", {"Location": f"{practice.url}/there", **cookie}))
    practice.misbehave(Fault.json(signed(TRUE)))
    assert isinstance(look(), Release)
    _, *asked = practice.requests
    assert len(asked) == 2
    for request in asked:
        names = {name.lower() for name in dict(request.headers)}
        assert names <= {"host", "user-agent", "accept", "accept-encoding", "connection"}
        assert request.method == "GET"


def test_what_fails_behind_a_redirect_is_told_of_its_host_and_without_the_signature(
    practice: PracticeService, look: Look
) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        practice.misbehave(Fault.redirect(f"http://localhost:{closed.getsockname()[1]}/r.json?sig=5ecre7"))
        problem = look()
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.where) == (ProblemKind.CONNECTION_REFUSED, "localhost")
    assert "5ecre7" not in problem.said


def test_one_deadline_holds_for_all_redirects(
    practice: PracticeService, look: Look, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(release, "FETCH_SECONDS", 0.5)
    practice.misbehave(Fault.redirect(address).late(0.2), times=-1)
    began = time.monotonic()
    assert kind_of(look()) is ProblemKind.TIMED_OUT
    assert time.monotonic() - began < 10
    assert len(practice.requests) < 4


def test_a_redirect_and_a_file_too_large_behind_it(practice: PracticeService, look: Look) -> None:
    practice.misbehave(Fault.redirect("/there"))
    practice.misbehave(Fault.answer(200, json.dumps(signed(TRUE)).encode().ljust(LARGEST_FILE + 1)))
    assert kind_of(look()) is ProblemKind.ANSWER_TOO_LARGE


# Size and time


def test_the_largest_file_is_read_and_one_byte_more_is_not(practice: PracticeService, look: Look) -> None:
    body = json.dumps(signed(TRUE)).encode()
    practice.misbehave(Fault.answer(200, body.ljust(LARGEST_FILE)))
    assert isinstance(look(), Release)
    practice.misbehave(Fault.answer(200, body.ljust(LARGEST_FILE + 1)))
    assert kind_of(look()) is ProblemKind.ANSWER_TOO_LARGE


def test_a_huge_file_is_not_read_to_its_end(practice: PracticeService, look: Look) -> None:
    practice.misbehave(Fault.answer(200, b" " * 50_000_000))
    assert kind_of(look()) is ProblemKind.ANSWER_TOO_LARGE


def test_a_server_that_drips_meets_the_deadline(
    practice: PracticeService, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(release, "FETCH_SECONDS", 0.5)
    practice.misbehave(Fault(instead=Fault.json(signed(TRUE)).instead, drip_seconds=0.1, drip_body=True))
    began = time.monotonic()
    assert kind_of(look()) is ProblemKind.TIMED_OUT
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("address", ["http://downloads.example/r.json", "ftp://downloads.example/r.json", "", "r.json"])
def test_an_address_that_is_not_https_is_not_asked(client: Client, address: str) -> None:
    with pytest.raises(ProblemError) as trouble:
        newest_release(client, address)
    assert trouble.value.problem.kind is ProblemKind.BAD_ADDRESS
