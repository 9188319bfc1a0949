"""What is sent is exactly what was shown, and nothing is left behind."""

import codecs
import hashlib
import os
import stat
import sys
import threading
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from epa_gui.core.dataset import upload_payload as payload_module
from epa_gui.core.dataset.check import MOST_BYTES, Reading, Stamp
from epa_gui.core.dataset.conversion import Conversion
from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.repair import Repair, RepairKind
from epa_gui.core.dataset.upload_payload import Copy, Item, PayloadBody, StoppedError, UploadPayload, clear, payload_of
from epa_gui.core.jobs.problem import ProblemError, ProblemKind
from tests.core.dataset.conftest import Checked, Write
from tests.core.dataset.files import rows

PIECE = payload_module.PIECE
LARGE = rows(60_000, lambda at: f"{at},{'yes' if at % 2 else 'no'}")
"""Several pieces."""
no_pipes = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among its files")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where copies and zips may be made; not there yet."""
    return tmp_path / "cache" / "outgoing"


@pytest.fixture
def item(checked: Checked) -> Callable[..., Item]:
    """A file as it was checked."""

    def item(path: Path, *, is_converted: bool = False) -> Item:
        reading = checked(path, is_training=False)
        assert reading.is_whole, reading.findings
        return Item(path, reading.sha256, reading.stamp, to_utf_8(reading.encoding) if is_converted else None)

    return item


NewItem = Callable[..., Item]


def to_utf_8(encoding: Encoding) -> Conversion:
    """Another encoding, and nothing else."""
    return Conversion(encoding, repairs=frozenset({Repair(RepairKind.ENCODING)}))


def told_nothing(_done: int, _total: int) -> None:
    """Nobody listens."""


def made_of(training: Item, evaluation: Item | None, folder: Path) -> UploadPayload:
    """The parcel, whatever it takes."""
    return payload_of(training, evaluation, folder, told_nothing)


def trouble(make: Callable[[], object]) -> ProblemKind:
    """What kind of trouble it ends in."""
    with pytest.raises(ProblemError) as raised:
        make()
    return raised.value.problem.kind


def body(payload: UploadPayload) -> list[bytes]:
    """The pieces that go out."""
    return list(PayloadBody(payload, told_nothing, lambda: False))


def left_in(folder: Path) -> list[Path]:
    """What is in a folder that may not even be there."""
    return list(folder.iterdir()) if folder.exists() else []


# As it is


def test_a_training_file_alone_goes_as_it_is(write: Write, item: NewItem, folder: Path) -> None:
    path = write(LARGE)
    payload = made_of(item(path), None, folder)
    assert b"".join(body(payload)) == path.read_bytes()
    assert (payload.path, payload.size, payload.name) == (path, path.stat().st_size, "data.csv")
    assert payload.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    payload.discard()
    assert path.exists()
    assert left_in(folder) == []


def test_a_body_says_how_much_it_is_and_how_far(write: Write, item: NewItem, folder: Path) -> None:
    payload = made_of(item(write(LARGE)), None, folder)
    told: list[tuple[int, int]] = []
    sent = 0
    outgoing = PayloadBody(payload, lambda done, total: told.append((done, total)), lambda: False)
    for piece in outgoing:
        sent += len(piece)
    assert len(outgoing) == sent == payload.size
    assert len(told) > 1
    assert told == sorted(told)
    assert told[-1] == (payload.size, payload.size)


def test_a_body_can_be_sent_again(write: Write, item: NewItem, folder: Path) -> None:
    outgoing = PayloadBody(made_of(item(write(LARGE)), None, folder), told_nothing, lambda: False)
    assert list(outgoing) == list(outgoing)


def test_a_body_stops_when_told_to(write: Write, item: NewItem, folder: Path) -> None:
    stopped = threading.Event()
    outgoing = iter(PayloadBody(made_of(item(write(LARGE)), None, folder), told_nothing, stopped.is_set))
    next(outgoing)
    stopped.set()
    with pytest.raises(StoppedError):
        next(outgoing)


# A file that changed


def overwritten(path: Path) -> None:
    """Other bytes, but the same size and time."""
    before = path.stat()
    with path.open("r+b") as file:
        file.seek(-2, os.SEEK_END)
        file.write(b"!")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def grown(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"9,yes\n")


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 6)


def at_another_time(path: Path) -> None:
    os.utime(path, ns=(1, 1))


def a_pipe(path: Path) -> None:
    path.unlink()
    if sys.platform != "win32":
        os.mkfifo(path)


@pytest.mark.parametrize("change", [overwritten, grown, cut])
def test_the_storage_never_has_the_whole_of_a_file_that_changed(
    write: Write, item: NewItem, folder: Path, change: Callable[[Path], None]
) -> None:
    payload = made_of(item(write(LARGE)), None, folder)
    change(payload.path)
    sent: list[bytes] = []
    assert trouble(lambda: sent.extend(PayloadBody(payload, told_nothing, lambda: False))) is ProblemKind.FILE_CHANGED
    assert 0 < sum(map(len, sent)) < payload.size


def test_a_file_that_changes_while_it_is_sent_is_noticed(write: Write, item: NewItem, folder: Path) -> None:
    outgoing = iter(PayloadBody(made_of(item(write(LARGE)), None, folder), told_nothing, lambda: False))
    next(outgoing)
    overwritten(folder.parents[1] / "data.csv")
    assert trouble(lambda: list(outgoing)) is ProblemKind.FILE_CHANGED


def test_of_a_small_file_that_changed_nothing_is_sent(write: Write, item: NewItem, folder: Path) -> None:
    payload = made_of(item(write(rows(100))), None, folder)
    overwritten(payload.path)
    assert trouble(lambda: next(iter(PayloadBody(payload, told_nothing, lambda: False)))) is ProblemKind.FILE_CHANGED


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (overwritten, ProblemKind.FILE_CHANGED),
        (grown, ProblemKind.FILE_CHANGED),
        (cut, ProblemKind.FILE_CHANGED),
        (Path.unlink, ProblemKind.FILE_NOT_READ),
        pytest.param(a_pipe, ProblemKind.FILE_NOT_READ, marks=no_pipes),
    ],
)
@pytest.mark.parametrize("is_converted", [False, True])
def test_a_file_that_changed_since_it_was_shown_is_not_packed(
    *,
    write: Write,
    item: NewItem,
    folder: Path,
    change: Callable[[Path], None],
    kind: ProblemKind,
    is_converted: bool,
) -> None:
    training = item(write(LARGE, "train.csv"), is_converted=is_converted)
    evaluation = item(write(rows(50), "eval.csv"))
    change(training.path)
    assert trouble(lambda: made_of(training, evaluation, folder)) is kind
    assert trouble(lambda: made_of(evaluation, training, folder)) is kind
    if is_converted:
        assert trouble(lambda: made_of(training, None, folder)) is kind
    assert left_in(folder) == []


@pytest.mark.parametrize("change", [grown, cut, at_another_time, Path.unlink])
def test_a_file_sent_as_it_is_is_looked_at_before_a_job_is_asked_for(
    write: Write, item: NewItem, folder: Path, change: Callable[[Path], None]
) -> None:
    training = item(write(LARGE))
    change(training.path)
    assert trouble(lambda: made_of(training, None, folder)) in {ProblemKind.FILE_CHANGED, ProblemKind.FILE_NOT_READ}


def test_a_file_that_grows_without_end_does_not_fill_the_disk(write: Write, item: NewItem, folder: Path) -> None:
    training = item(write(LARGE), is_converted=True)
    assert trouble(lambda: payload_of(training, None, folder, lambda *_: grown(training.path))) is (
        ProblemKind.FILE_CHANGED
    )


def test_a_file_replaced_by_one_that_is_no_text_is_noticed(write: Write, item: NewItem, folder: Path) -> None:
    training = item(write(rows(100, head="売上,b"), encoding="cp932"), is_converted=True)
    training.path.write_bytes(b"\x81" * training.stamp.size)
    assert trouble(lambda: made_of(training, None, folder)) is ProblemKind.FILE_CHANGED
    assert left_in(folder) == []


# Converted


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp932", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_copy_in_utf_8_differs_in_its_encoding_only(write: Write, item: NewItem, folder: Path, codec: str) -> None:
    text = '名,b\r\n"a\n1",""" so"\r"",x \n' + '表,"2,5"\r\n' * 40_000 + "\n\n9,ｱ"
    path = write(text, encoding=codec)
    before = path.read_bytes(), path.stat()
    encoding = Encoding.UTF_8_BOM if codec == "utf-8-sig" else Encoding(codec)
    stamp = Stamp(len(before[0]), before[1].st_mtime_ns)
    training = Item(path, hashlib.sha256(before[0]).hexdigest(), stamp, to_utf_8(encoding))
    payload = made_of(training, None, folder)
    assert payload.path.read_bytes() == codecs.BOM_UTF8 + text.encode()
    assert payload.name == "data.csv"
    assert b"".join(body(payload)) == payload.path.read_bytes()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before[0], before[1].st_mtime_ns)
    payload.discard()
    assert left_in(folder) == []
    assert path.exists()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(codec="utf-8"), max_size=50), codec=st.sampled_from(["utf-8", "cp932", "utf-16"]))
def test_any_text_comes_through_the_copy(tmp_path: Path, text: str, codec: str) -> None:
    content = text.encode(codec, "ignore")
    path = tmp_path / "any.csv"
    path.write_bytes(content)
    stamp = Stamp(len(content), path.stat().st_mtime_ns)
    item = Item(path, hashlib.sha256(content).hexdigest(), stamp, to_utf_8(Encoding(codec)))
    payload = made_of(item, None, tmp_path / "outgoing")
    assert payload.path.read_bytes() == codecs.BOM_UTF8 + content.decode(codec).encode()
    payload.discard()


# Put right


def converted(reading: Reading) -> Item:
    """A file as it was checked with what was put right in it."""
    conversion = Conversion(reading.encoding, reading.delimiter, reading.repairs, reading.steps)
    return Item(reading.path, reading.sha256, reading.stamp, conversion)


def test_a_copy_that_is_put_right_is_what_was_checked(write: Write, checked: Checked, folder: Path) -> None:
    path = write(rows(30_000, lambda at: f'"{at}"\t -\t"a, b" \t{at},5', "\ufeffid\tprice \tnote\tx"), encoding="utf-8")
    chosen = {
        Repair(RepairKind.NAMES),
        Repair(RepairKind.EMPTY_WORDS, 2, words=("-",)),
        Repair(RepairKind.CHARACTERS, 3),
    }
    reading = checked(path, repairs=chosen)
    payload = made_of(converted(reading), None, folder)
    wanted = rows(30_000, lambda at: f'"{at}"\t\t"a, b"\t{at},5', "id\tprice\tnote\tx")
    assert payload.path.read_bytes() == codecs.BOM_UTF8 + wanted.encode()
    assert [column.name for column in reading.columns] == ["id", "price", "note", "x"]
    assert reading.preview[1] == ("2", "", "a, b", "2,5")
    assert checked(payload.path).columns == reading.columns


def test_a_copy_that_changes_more_or_less_than_was_checked_is_not_sent(
    write: Write, checked: Checked, folder: Path
) -> None:
    reading = checked(write(rows(300, lambda at: f"{at},-")), repairs={Repair(RepairKind.EMPTY_WORDS, 2, words=("-",))})
    (step,) = reading.steps
    assert step.count == 300
    other = replace(reading, steps=(replace(step, count=299),))
    assert trouble(lambda: made_of(converted(other), None, folder)) is ProblemKind.FILE_CHANGED
    assert left_in(folder) == []


def test_the_copies_in_a_zip_are_told_by_their_checksums(write: Write, checked: Checked, folder: Path) -> None:
    training = checked(write(rows(300, head="a ,b"), "a.csv"), repairs={Repair(RepairKind.NAMES)})
    evaluation = checked(write(rows(90), "b.csv"), is_training=False)
    plain = Item(evaluation.path, evaluation.sha256, evaluation.stamp)
    payload = made_of(converted(training), plain, folder)
    with zipfile.ZipFile(payload.path) as archive:
        sent = archive.read("train_src/a.csv")
        assert archive.read("eval_src/b.csv") == evaluation.path.read_bytes()
    assert payload.training_copy == Copy(len(sent), hashlib.sha256(sent).hexdigest())
    assert payload.evaluation_copy is None
    assert payload.training_copy.sha256 != training.sha256


# Two files


@pytest.mark.parametrize(
    ("training", "evaluation"),
    [
        ("train.csv", "eval.csv"),
        ("same.csv", "same.csv"),
        ("売上 1月.csv", "評価ソ表.csv"),
        ("📦 train.csv", "🚀.tsv"),
        ("it's 100% 'so'; & {so}.csv", "a^b~1.csv"),
        *([] if sys.platform == "win32" else [('it is "so".csv', "a\\b.csv")]),  # no names there
    ],
)
def test_two_files_go_in_one_zip(
    *, write: Write, item: NewItem, folder: Path, tmp_path: Path, training: str, evaluation: str
) -> None:
    (tmp_path / "elsewhere").mkdir()
    first, second = write(LARGE, training), write(rows(50), f"elsewhere/{evaluation}")
    payload = made_of(item(first), item(second), folder)
    assert payload.name == training.removesuffix(".csv") + ".zip"
    assert payload.size == payload.path.stat().st_size
    assert payload.sha256 == hashlib.sha256(payload.path.read_bytes()).hexdigest()
    with zipfile.ZipFile(payload.path) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [f"train_src/{training}", f"eval_src/{evaluation}"]
        assert archive.read(f"train_src/{training}") == first.read_bytes()
        assert archive.read(f"eval_src/{evaluation}") == second.read_bytes()
        assert {about.compress_type for about in archive.infolist()} == {zipfile.ZIP_DEFLATED}
        assert {stat.S_IMODE(about.external_attr >> 16) for about in archive.infolist()} == {0o644}
    assert b"".join(body(payload)) == payload.path.read_bytes()
    payload.discard()
    assert left_in(folder) == []


def test_names_go_out_composed_however_the_system_spells_them(
    write: Write, item: NewItem, folder: Path, tmp_path: Path
) -> None:
    """A Mac spells パ as ハ and a mark, which the service and Windows would show as two letters."""
    (tmp_path / "elsewhere").mkdir()
    training, evaluation = "パラメータ 1月.csv", "Ångström が.csv"
    first = write(LARGE, unicodedata.normalize("NFD", training))
    second = write(rows(50), "elsewhere/" + unicodedata.normalize("NFD", evaluation))
    alone = made_of(item(first), None, folder)
    assert (alone.name, alone.path) == (training, first)
    payload = made_of(item(first), item(second), folder)
    assert payload.name == "パラメータ 1月.zip"
    with zipfile.ZipFile(payload.path) as archive:
        assert archive.namelist() == [f"train_src/{training}", f"eval_src/{evaluation}"]
    payload.discard()


def test_either_of_two_files_may_be_converted(write: Write, item: NewItem, folder: Path) -> None:
    text = rows(100, head="売上,b")
    first, second = write(text, "a.csv", "cp932"), write(text, "b.csv", "cp932")
    payload = made_of(item(first), item(second, is_converted=True), folder)
    with zipfile.ZipFile(payload.path) as archive:
        assert archive.read("train_src/a.csv") == text.encode("cp932")
        assert archive.read("eval_src/b.csv") == text.encode("utf-8-sig")


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="every name is text on Windows and macOS")
def test_a_name_that_is_no_text_is_sent_as_one_that_is(write: Write, item: NewItem, folder: Path) -> None:
    path = write(rows(50)).rename(folder.parents[1] / os.fsdecode(b"\xff.csv"))
    assert made_of(item(path), None, folder).name == "?.csv"
    payload = made_of(item(path), item(path), folder)
    assert payload.name == "?.zip"
    with zipfile.ZipFile(payload.path) as archive:
        assert archive.namelist() == ["train_src/?.csv", "eval_src/?.csv"]


def test_making_ready_says_how_far_it_is(write: Write, item: NewItem, folder: Path) -> None:
    training, evaluation = item(write(LARGE, "a.csv")), item(write(rows(50), "b.csv"))
    told: list[tuple[int, int]] = []
    payload_of(training, evaluation, folder, lambda done, total: told.append((done, total)))
    total = training.stamp.size + evaluation.stamp.size
    assert len(told) > 2
    assert told == sorted(told)
    assert told[-1] == (total, total)


# Given up, and no room


@pytest.mark.parametrize("with_evaluation", [False, True])
@pytest.mark.parametrize("after", [0, 1, 2, 3, 4])
def test_nothing_is_left_behind_when_it_is_given_up(
    *, write: Write, item: NewItem, folder: Path, with_evaluation: bool, after: int
) -> None:
    training = item(write(LARGE, "a.csv"), is_converted=True)
    evaluation = item(write(rows(50), "b.csv")) if with_evaluation else None
    asked = 0

    def is_stopped() -> bool:
        nonlocal asked
        asked += 1
        return asked > after

    with pytest.raises(StoppedError):
        payload_of(training, evaluation, folder, told_nothing, is_stopped)
    assert left_in(folder) == []


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """What a full disk is like: writing fails in the middle."""
    if sys.platform == "win32":
        yield
    else:
        import resource  # noqa: PLC0415  Windows has none

        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize("size", [0, 10, 100_000])
@pytest.mark.parametrize("with_evaluation", [False, True])
def test_no_room_is_told_and_nothing_is_left_behind(
    *, write: Write, item: NewItem, folder: Path, size: int, with_evaluation: bool
) -> None:
    training = item(write(LARGE, "a.csv"), is_converted=True)
    evaluation = item(write(LARGE + "1,yes\n", "b.csv")) if with_evaluation else None
    with files_no_larger_than(size):
        kind = trouble(lambda: made_of(training, evaluation, folder))
    assert kind is ProblemKind.NO_ROOM_TO_PREPARE
    assert left_in(folder) == []


def test_what_surely_has_no_room_is_not_begun(write: Write, item: NewItem, folder: Path) -> None:
    training = item(write(rows(100)), is_converted=True)
    vast = Item(training.path, training.sha256, Stamp(1 << 60, 0), training.conversion)
    assert trouble(lambda: made_of(vast, None, folder)) is ProblemKind.NO_ROOM_TO_PREPARE
    assert left_in(folder) == []


def test_a_folder_that_cannot_be_made_is_told(write: Write, item: NewItem, tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    training = item(write(rows(100)), is_converted=True)
    assert trouble(lambda: made_of(training, None, tmp_path / "taken" / "outgoing")) is ProblemKind.DISK_TROUBLE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows' C library would write 5 GB of zeros")
def test_more_than_the_storage_takes_is_not_sent(write: Write, item: NewItem, folder: Path) -> None:
    path = write(rows(100))
    os.truncate(path, MOST_BYTES + 1)
    about = path.stat()
    training = Item(path, "any", Stamp(about.st_size, about.st_mtime_ns))
    assert trouble(lambda: made_of(training, None, folder)) is ProblemKind.FILE_TOO_LARGE


def test_what_a_killed_program_left_is_cleared_and_nothing_else(write: Write, item: NewItem, folder: Path) -> None:
    payload = made_of(item(write(rows(100)), is_converted=True), None, folder)
    (folder / "other.txt").touch()
    clear(folder)
    assert left_in(folder) == [folder / "other.txt"]
    clear(folder / "not there")
    payload.discard()  # gone already


@pytest.mark.skipif(sys.platform == "win32", reason="rights there are no matter of a number")
@pytest.mark.parametrize("is_zip", [False, True])
def test_a_copy_to_send_is_for_this_account_alone(write: Write, item: NewItem, folder: Path, *, is_zip: bool) -> None:
    path = write(LARGE)
    before = os.umask(0)
    try:
        payload = made_of(item(path, is_converted=True), item(path) if is_zip else None, folder)
    finally:
        os.umask(before)
    assert payload.path.stat().st_mode & 0o777 == 0o600
