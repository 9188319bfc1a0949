"""From a results file on the disk to its verdict: what the practice service writes, and what people drop."""

import csv
import io
import random
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from epa_gui.core.jobs.verdict_note import Answer, Missing, Rule, VerdictNote
from epa_gui.core.results.content import MetricKind
from epa_gui.core.results.results_file import content_in, verdict_note_in
from epa_gui.practice import PracticeService
from tests.practice.test_practice_results import fruit, prices, sales
from tests.timing import assert_within


def table(rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue()


def zipped(path: Path, **files: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(f"{name}.csv", text)
    return path


def judged(path: Path) -> VerdictNote:
    note = verdict_note_in(path, "abc")
    assert note is not None
    assert note.sha256 == "abc"
    return note


def of_practice(practice: PracticeService, training: str, path: Path) -> VerdictNote:
    job = practice.start_job(training.encode())
    practice.finish(job)
    path.write_bytes(practice.results_of(job))
    return judged(path)


@pytest.mark.parametrize(
    ("training", "rule", "metric"),
    [
        (fruit(400), Rule.ROWS_OF_CLASSES, MetricKind.ACCURACY),
        (prices(), Rule.ERRORS, MetricKind.R_SQUARED),
        (sales(), Rule.TIME_SERIES, MetricKind.MEDIAN_ERROR_RATIO),
    ],
    ids=["classes", "numbers", "a time series"],
)
def test_what_the_practice_service_writes_is_judged_by_the_rule_for_its_kind(
    practice: PracticeService, tmp_path: Path, training: str, rule: Rule, metric: MetricKind
) -> None:
    note = of_practice(practice, training, tmp_path / "r.zip")
    assert (note.rule, note.metric, note.main_metric) == (rule, metric, metric)
    assert note.missing is not Missing.AGREEMENT


def test_two_classes_with_probabilities_are_judged_by_auc(practice: PracticeService, tmp_path: Path) -> None:
    chance = random.Random(3)
    rows: list[list[object]] = [["noise", "signal", "churned"]]
    for _ in range(1500):
        churned = chance.random() < 0.4
        signal = "high" if chance.random() < (0.8 if churned else 0.3) else "low"
        rows.append([f"{chance.random():.3f}", signal, "yes" if churned else "no"])
    note = of_practice(practice, table(rows), tmp_path / "r.zip")
    assert (note.rule, note.metric, note.missing) == (Rule.PROBABILITIES, "auc", Missing.NOTHING)
    assert note.is_told
    assert (note.new_only, note.rows) != (None, None)


COMPARED = table([["", "今回", "前回"], ["Accuracy", "92.7%", "91.2%"]])


def test_totals_are_judged_by_what_they_allow(tmp_path: Path) -> None:
    matrix = table([["Actual \\ Predicted", "a", "b", "c"], ["a", 300, 10, 10], ["b", 20, 310, 5], ["c", 8, 20, 317]])
    note = judged(zipped(tmp_path / "r.zip", metrics_comparison=COMPARED, confusion_matrix=matrix))
    assert (note.answer, note.rule, note.rows) == (Answer.CANNOT_TELL, Rule.TOTALS, 1000)
    assert note.p_most == pytest.approx(0.27, abs=0.01)


def test_figures_alone_are_not_judged(tmp_path: Path) -> None:
    note = judged(zipped(tmp_path / "r.zip", metrics_comparison=COMPARED))
    assert (note.answer, note.rule, note.missing) == (Answer.CANNOT_TELL, Rule.FIGURES_ALONE, Missing.ROW_COUNT)
    assert (note.this_text, note.previous_text) == ("92.7%", "91.2%")


def test_files_that_contradict_each_other_give_no_verdict(tmp_path: Path) -> None:
    matrix = table([["Actual \\ Predicted", "a", "b", "c"], ["a", 200, 110, 10], ["b", 20, 310, 5], ["c", 8, 20, 317]])
    path = zipped(tmp_path / "r.zip", metrics_comparison=COMPARED, confusion_matrix=matrix)
    assert judged(path).missing is Missing.AGREEMENT
    assert content_in(path).contradictions, "it can be said which"


@pytest.mark.parametrize("content", [b"", b"\x00" * 1000, b"PK\x03\x04 cut", b"<html></html>", b"a,b\n1,2\n"])
def test_what_tells_nothing_is_said_to_tell_nothing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "r.zip"
    path.write_bytes(content)
    assert judged(path).answer is Answer.CANNOT_TELL
    assert verdict_note_in(tmp_path / "gone.zip") is None


def test_what_is_stopped_is_not_judged_by_half(tmp_path: Path) -> None:
    path = zipped(tmp_path / "r.zip", metrics_comparison=COMPARED)
    assert verdict_note_in(path, stopped=lambda: True) is None


def test_an_ordinary_file_is_judged_at_once(practice: PracticeService, tmp_path: Path) -> None:
    of_practice(practice, fruit(2000), tmp_path / "r.zip")
    assert_within(0.5, lambda: judged(tmp_path / "r.zip"))
