"""What a person chose to put right is done to what it was chosen for, and to nothing else."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.finding import FindingKind
from epa_gui.core.dataset.inspection import Inspection
from epa_gui.core.dataset.repair import Repair, RepairKind
from epa_gui.core.dataset.roles import Role
from epa_gui.core.jobs.job import Job, JobKey
from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.verdict_note import Answer, Rule, VerdictNote
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.base.store_worker import StoreWorker
from epa_gui.ui.retraining.file_inspection import FileInspection
from epa_gui.ui.retraining.repair_text import copy_lines

K = FindingKind
NAMES, TO_UTF_8 = Repair(RepairKind.NAMES), Repair(RepairKind.ENCODING)
TITLES = Repair(RepairKind.ROWS, rows=((1, 2),))
NOTES = Repair(RepairKind.CHARACTERS, 2)
_BODY = [f"{at},word{at}\u200b,{'yes' if at % 2 else 'no'}" for at in range(150)]


class Inspected:
    """An inspection, all it ever told, and a person at it."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self._qtbot = qtbot
        self._folder = folder
        self.repository = Repository(StoreWorker(folder / "data"), lambda: 0.0)
        self.inspection = FileInspection(self.repository)
        self.told: list[Inspection] = []
        self.inspection.changed.connect(self.told.append)

    def write(self, lines: Sequence[str], name: str = "data.csv", encoding: str = "utf-8-sig") -> Path:
        path = self._folder / name
        path.write_bytes(("\n".join(lines) + "\n").encode(encoding))
        return path

    def read(self, path: Path, role: Role = Role.TRAINING) -> Inspection:
        self.inspection.read({**self.inspection.now.files, role: path}, "")
        return self.wait()

    def wait(self) -> Inspection:
        """Until all is read."""
        self._qtbot.waitUntil(lambda: not self.inspection.now.is_reading, timeout=20_000)
        return self.inspection.now

    def repair(self, *repairs: Repair, role: Role = Role.TRAINING, is_wanted: bool = True) -> Inspection:
        self.told.clear()
        self.inspection.repair(role, repairs, is_wanted=is_wanted)
        return self.wait()


@pytest.fixture
def inspected(qtbot: QtBot, tmp_path: Path) -> Iterator[Inspected]:
    one = Inspected(qtbot, tmp_path)
    yield one
    one.inspection.stop()
    qtbot.waitUntil(lambda: not list(one.inspection.threads), timeout=20_000)


def kinds(now: Inspection, *, mended: bool) -> set[FindingKind]:
    return {placed.finding.kind for placed in now.findings if placed.is_mended == mended}


def names(now: Inspection, role: Role = Role.TRAINING) -> list[str]:
    return [column.name for column in now.readings[role].columns]


def test_what_is_put_right_stays_listed_and_can_be_undone(inspected: Inspected) -> None:
    before = inspected.read(inspected.write(["\ufeffid,note,left", *_BODY]))
    assert kinds(before, mended=False) >= {K.HIDDEN_IN_NAMES, K.HIDDEN_IN_FIELDS}
    now = inspected.repair(NAMES, NOTES)
    assert kinds(now, mended=True) == {K.HIDDEN_IN_NAMES, K.HIDDEN_IN_FIELDS}
    assert names(now) == ["id", "note", "left"]
    assert now.readings[Role.TRAINING].preview[1] == ("0", "word0", "no")
    assert now.readings[Role.TRAINING].sha256 == before.readings[Role.TRAINING].sha256, "the file is the same"
    now = inspected.repair(NAMES, is_wanted=False)
    assert names(now) == ["\ufeffid", "note", "left"]
    assert kinds(now, mended=True) == {K.HIDDEN_IN_FIELDS}
    assert kinds(now, mended=False) >= {K.HIDDEN_IN_NAMES}


def test_all_is_put_right_at_once_and_told_in_one_list(inspected: Inspected) -> None:
    inspected.read(inspected.write(["id ,note,left", *_BODY], encoding="utf-8"))
    inspected.inspection.repair_all()
    now = inspected.wait()
    assert not now.offered()
    assert copy_lines(now, Role.TRAINING) == [
        "Converted to UTF-8",
        "Invisible characters and surrounding spaces removed from column names",
        "Invisible characters and surrounding spaces removed from column “note” (150 fields)",
    ]


def test_a_copy_that_is_put_right_is_utf_8_too(inspected: Inspected) -> None:
    inspected.read(inspected.write(["id ,note,left", *_BODY], encoding="utf-8"))
    now = inspected.repair(NAMES)
    assert {K.LATE_LETTERS, K.NO_BOM} & kinds(now, mended=True)
    assert "Converted to UTF-8" in copy_lines(now, Role.TRAINING)
    now = inspected.repair(NAMES, is_wanted=False)
    assert {K.LATE_LETTERS, K.NO_BOM} & kinds(now, mended=False)
    assert copy_lines(now, Role.TRAINING) == []


def test_to_read_again_never_looks_ready_before_it_is(inspected: Inspected) -> None:
    inspected.read(inspected.write(["Report of May,,", ",,", "id ,note,left", *_BODY]))
    now = inspected.repair(TITLES)
    *before, last = inspected.told
    assert not any(told.can_send() or not told.is_reading for told in before)
    assert last is now
    assert K.TITLE_LINE in kinds(now, mended=True)
    assert names(now) == ["id ", "note", "left"]


def test_what_was_chosen_goes_with_a_file_that_needs_it_no_more(inspected: Inspected) -> None:
    path = inspected.write(["id ,note,left", *_BODY])
    inspected.read(path)
    inspected.repair(NAMES, NOTES)
    inspected.write(["id,note,left", *_BODY])
    os.utime(path, ns=(1, 1))
    inspected.told.clear()
    inspected.inspection.read_again()
    now = inspected.wait()
    assert kinds(now, mended=True) == {K.HIDDEN_IN_FIELDS}
    assert now.repairs[Role.TRAINING] == {NOTES}
    assert not any(told.can_send() or not told.is_reading for told in inspected.told[:-1])


def test_a_column_chosen_by_its_number_is_not_another_one_later(inspected: Inspected) -> None:
    path = inspected.write(["id,note,left", *_BODY])
    inspected.read(path)
    inspected.repair(NOTES)
    inspected.write(["note,id,left", *(",".join([line.split(",")[1], *line.split(",")[::2]]) for line in _BODY)])
    os.utime(path, ns=(1, 1))
    inspected.inspection.read_again()
    now = inspected.wait()
    assert not now.repairs[Role.TRAINING]
    assert now.readings[Role.TRAINING].preview[1][0] == "word0\u200b", "nothing is done that was not asked for"


def test_what_was_done_before_is_done_again_where_it_is_offered_again(inspected: Inspected) -> None:
    """Names can be cleaned only once the titles above them are left out."""
    path = inspected.write(["Report of May,,", ",,", "id ,note,left", *_BODY])
    inspected.inspection.read({Role.TRAINING: path}, "")
    gone = Repair(RepairKind.EMPTY_WORDS, 3, words=("maybe",))
    inspected.inspection.propose(Role.TRAINING, [TITLES, NAMES, gone, TO_UTF_8])
    now = inspected.wait()
    assert now.repairs[Role.TRAINING] == {TITLES, NAMES}
    assert names(now) == ["id", "note", "left"]


def test_without_the_rows_left_out_what_was_chosen_below_them_is_no_more(inspected: Inspected) -> None:
    inspected.read(inspected.write(["Report of May,,", ",,", "id ,note,left", *_BODY]))
    inspected.repair(TITLES)
    inspected.repair(NAMES)
    now = inspected.repair(TITLES, is_wanted=False)
    assert not now.repairs[Role.TRAINING]
    assert K.TITLE_LINE in kinds(now, mended=False)


def test_names_that_only_look_like_the_training_files_can_be_cleaned(inspected: Inspected) -> None:
    inspected.read(inspected.write(["id,note,left", *_BODY]))
    now = inspected.read(inspected.write(["id,note ,left", *_BODY], "other.csv"), Role.EVALUATION)
    assert K.COLUMNS_ALIKE in kinds(now, mended=False)
    assert not now.can_send()
    now = inspected.repair(NAMES, role=Role.EVALUATION)
    assert K.COLUMNS_ALIKE not in kinds(now, mended=False)
    assert now.can_send()


def test_another_encoding_is_another_content(inspected: Inspected) -> None:
    inspected.read(inspected.write(["番号 ,b", *(f"{at},日本" for at in range(150))], encoding="cp932"))
    inspected.repair(NAMES)
    inspected.inspection.choose_encoding(Role.TRAINING, Encoding.SHIFT_JIS)
    now = inspected.wait()
    assert now.repairs[Role.TRAINING] == {NAMES}, "it is offered again"
    assert names(now) == ["番号", "b"]


def test_rows_are_left_out_of_the_content_they_were_chosen_for_only(inspected: Inspected) -> None:
    """In another content the same numbers may be rows of data."""
    path = inspected.write(["Report of May", "", "id,note,left", *_BODY])
    inspected.read(path)
    assert inspected.repair(TITLES).readings[Role.TRAINING].rows == 150
    begun = path.stat().st_mtime_ns
    for later, (above, count) in enumerate([(["Report of June", ""], 120), ([], 150)], 1):
        inspected.write([*above, "id,note,left", *_BODY[:count]], path.name)
        os.utime(path, ns=(begun, begun + later * 10**9))
        inspected.inspection.read_again()
        now = inspected.wait()
        assert (names(now), now.readings[Role.TRAINING].rows) == (["id", "note", "left"], count)
        assert (TITLES in now.repairs.get(Role.TRAINING, frozenset())) == bool(above), "where they are offered again"


@pytest.mark.parametrize("count", [120, 3000])
def test_columns_of_ids_are_told_beside_other_things_of_every_file_but_not_alone(
    inspected: Inspected, count: int
) -> None:
    body = [f"C{at:05},{at % 3},{'yes' if at % 2 else 'no'}" for at in range(count)]
    assert kinds(inspected.read(inspected.write(["id,size,left", *body])), mended=False) == set()
    now = inspected.read(inspected.write(["id,size,left", *body], "plain.csv", encoding="utf-8"))
    assert kinds(now, mended=False) == set(), "plain letters"
    now = inspected.read(inspected.write(["id,size ,left", *body], "blank.csv"))
    assert kinds(now, mended=False) == {K.BLANKS_IN_NAMES, K.ALL_DIFFER}
    now = inspected.repair(NAMES)
    assert kinds(now, mended=False) == set()


def test_an_evaluation_file_for_a_time_series_is_told_once_results_say_what_the_model_is(inspected: Inspected) -> None:
    path = inspected.write(["day,shop,sales", *(f"2024-01-{at % 28 + 1:02},{at % 5},{at}" for at in range(150))])
    other = inspected.write(
        ["day,shop,sales", *(f"2024-02-{at % 28 + 1:02},{at % 5},{at}" for at in range(50))], "e.csv"
    )
    inspected.read(path)
    assert K.EVALUATION_OF_TIME_SERIES not in kinds(inspected.read(other, Role.EVALUATION), mended=False)
    verdict = VerdictNote(Answer.NO_DIFFERENCE, Rule.TIME_SERIES, "median error ratio", horizon="1")
    inspected.repository.jobs[JobKey("", "j")] = Job("j", "", verdict=verdict)
    assert K.EVALUATION_OF_TIME_SERIES in kinds(inspected.read(other, Role.EVALUATION), mended=False)


def test_a_target_that_is_missing_is_told_before_any_file_was_sent(inspected: Inspected) -> None:
    model = Model("m", "Churn", target="churn")
    inspected.repository.add_model(model)
    path = inspected.write(["id,note,left", *_BODY])
    inspected.inspection.read({Role.TRAINING: path}, model.id)
    told = [placed.finding for placed in inspected.wait().findings if placed.finding.kind is K.TARGET_GONE]
    assert [(finding.row, finding.name) for finding in told] == [(1, "churn")]
    with_it = inspected.write(["id,note,churn", *_BODY], "with.csv")
    inspected.inspection.read({Role.TRAINING: with_it}, model.id)
    assert K.TARGET_GONE not in kinds(inspected.wait(), mended=False)
