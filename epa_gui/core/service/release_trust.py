"""Whether a release file may be believed today, and whether its page is where this build was told releases are."""

from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import SplitResult, urlsplit

from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.jobs.version import Release

_LEEWAY = timedelta(days=1)
"""How far apart two clocks may be that are both right, by their days."""

_PORTS = {"https": 443, "http": 80}


def check_page(release: Release, home: str) -> None:
    """See that the page a release file sends people to is one this build knows.

    Args:
        release: What the file says.
        home: The page fixed when the program was built, or an address on its host: the page has to be that one or one
            below it. Of an address without a path only scheme, host and port are held to.

    Raises:
        ProblemError: It is another one.
    """
    if release.page and not _is_below(urlsplit(release.page), urlsplit(home)):
        raise ProblemError(Problem(ProblemKind.FOREIGN_PAGE, f"page: {release.page}"))


def check_day(release: Release, now: float, server_date: str = "", built_at: str = "") -> None:
    """See that a release file is not out of date, as far as the clocks can tell.

    A file that is handed out although a newer one should have taken its place keeps people at a version with known
    faults. This computer's own clock may be wrong, too: so it is held against the days that are known to have passed,
    and against the server's.

    Args:
        release: What the file says.
        now: This computer's time, seconds since the epoch.
        server_date: The answer's ``Date`` header; empty if there was none.
        built_at: The day of this program's build, ``2026-11-23``; empty if it is not known.

    Raises:
        ProblemError: It is out of date, or that cannot be told.
    """
    made, until = date.fromisoformat(release.day), date.fromisoformat(release.expires)
    here, there = _day_of(now), _day_in(server_date)
    passed = max([made, *_days([built_at])]) - _LEEWAY
    said = f"good until {until}; this computer's date: {here or now}"
    said += f"; the server's: {there}" if there else ""
    if here is None or here < passed:
        raise ProblemError(Problem(ProblemKind.CLOCKS_DIFFER, said))
    is_over = here > until
    if there is not None and abs(here - there) > _LEEWAY and is_over != (there > until):
        raise ProblemError(Problem(ProblemKind.CLOCKS_DIFFER, said))
    if is_over:
        raise ProblemError(Problem(ProblemKind.RELEASE_EXPIRED, said))


def _is_below(page: SplitResult, home: SplitResult) -> bool:
    try:
        is_there = (page.hostname, page.port or _PORTS.get(page.scheme)) == (home.hostname, home.port or 443)
    except ValueError:
        return False
    root = home.path.rstrip("/")
    if not is_there or not root:
        return is_there
    # A browser takes "%2e" for a dot, and goes up for two of them.
    is_straight = "%" not in page.path and not {".", ".."} & set(page.path.split("/"))
    return is_straight and (page.path == root or page.path.startswith(f"{root}/"))


def _day_of(seconds: float) -> date | None:
    try:
        return datetime.fromtimestamp(seconds, UTC).date()
    except (ValueError, OverflowError, OSError):
        return None


def _day_in(header: str) -> date | None:
    try:
        return parsedate_to_datetime(header).astimezone(UTC).date()
    except (ValueError, TypeError, OverflowError, OSError):
        return None


def _days(texts: list[str]) -> list[date]:
    found = []
    for text in texts:
        try:
            found.append(date.fromisoformat(text))
        except ValueError:
            continue
    return found
