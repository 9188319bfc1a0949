"""Names for several jobs' results, that nothing has on any system."""

import unicodedata
from pathlib import Path

import pytest

from epa_gui.core.files.unicode_names import as_one_file
from epa_gui.core.jobs.job import JobKey
from epa_gui.ui.jobs.place_worker import PlaceOrder, PlaceReport, PlaceWorker
from tests.ui.listening import Listener


def found(listener: Listener, order: PlaceOrder) -> PlaceReport:
    worker = PlaceWorker(order)
    worker.reported.connect(listener.hear)
    thread = listener.start(worker)
    listener.until_ended(thread)
    (report,) = listener.until_heard()
    assert isinstance(report, PlaceReport)
    return report


def names(*wanted: str) -> tuple[tuple[JobKey, str], ...]:
    return tuple((JobKey("m", str(number)), name) for number, name in enumerate(wanted))


@pytest.mark.parametrize(
    ("wanted", "there", "given"),
    [
        (("r.zip",), (), ["r.zip"]),
        (("r.zip",), ("r.zip", "r (2).zip"), ["r (3).zip"]),
        (("r.zip", "r.zip", "s.zip", "r.zip"), (), ["r.zip", "r (2).zip", "s.zip", "r (3).zip"]),
        (("r.zip", "R.ZIP", "R.zip"), (), ["r.zip", "R (2).ZIP", "R (3).zip"]),
        (("Straße.zip", "STRASSE.zip"), (), ["Straße.zip", "STRASSE (2).zip"]),
        (("パ.zip", unicodedata.normalize("NFD", "パ.zip")), (), ["パ.zip", "パ (2).zip"]),
    ],
)
def test_each_gets_the_first_name_that_nothing_has(
    listener: Listener, tmp_path: Path, wanted: tuple[str, ...], there: tuple[str, ...], given: list[str]
) -> None:
    for name in there:
        (tmp_path / name).touch()
    report = found(listener, PlaceOrder(tmp_path, names(*wanted)))
    assert [path.name for _, path in report.places] == given
    assert [key for key, _ in report.places] == [key for key, _ in report.order.names]


@pytest.mark.parametrize("name", ["r.zip", "R.zip", "R.ZIP"])
def test_what_another_download_will_make_is_taken(listener: Listener, tmp_path: Path, name: str) -> None:
    taken = frozenset({as_one_file(str(tmp_path / "R.zip"))})
    ((_, path),) = found(listener, PlaceOrder(tmp_path, names(name), taken)).places
    assert path.stem.endswith(" (2)")


def test_a_folder_that_cannot_be_looked_into_is_left_to_the_download(listener: Listener, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "gone", tmp_path / "file", tmp_path / "with a \0 in it"):
        listener.heard.clear()
        assert [path for _, path in found(listener, PlaceOrder(folder, names("r.zip"))).places] == [folder / "r.zip"]


def test_one_that_is_stopped_says_so(listener: Listener, tmp_path: Path) -> None:
    worker = PlaceWorker(PlaceOrder(tmp_path, names("r.zip")))
    worker.reported.connect(listener.hear)
    worker.stop()
    listener.start(worker)
    (report,) = listener.until_heard()
    assert (report.places, report.problem) == ((), None)
