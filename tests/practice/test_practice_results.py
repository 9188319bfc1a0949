"""The results are computed from the uploaded file, and say honestly how."""

import csv
import io
import random
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
import requests

from epa_gui.core.jobs.verdict_note import Answer, VerdictNote
from epa_gui.core.results.archive import Archive
from epa_gui.core.results.archive_members import ArchiveMembers
from epa_gui.core.results.content_reader import read_content
from epa_gui.core.results.judgement import verdict_of
from epa_gui.practice import PracticeService
from epa_gui.practice.results_words import ResultsStyle

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
CLASS_FILES = {
    "README.txt",
    "metrics.csv",
    "metrics_comparison.csv",
    "analysis_summary.csv",
    "analysis_summary_previous_model.csv",
    "evaluation_raw_data.csv",
    "evaluation_results_comparison.csv",
    "confusion_matrix.csv",
    "confusion_matrix_previous_model.csv",
}


class Results:
    """A results zip, read."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert archive.testzip() is None
            self.files = {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}

    def table(self, name: str) -> list[list[str]]:
        return list(csv.reader(io.StringIO(self.files[name], newline="")))

    def numbers(self, name: str) -> dict[str, float]:
        return {row[0]: as_number(row[1]) for row in self.table(name)[1:]}


def as_number(text: str) -> float:
    """What is written, shares as fractions of 1."""
    return round(float(text.removesuffix("%")) / (100 if text.endswith("%") else 1), 8)


def results(practice: PracticeService, training: bytes) -> Results:
    job = practice.start_job(training)
    practice.finish(job)
    return Results(practice.results_of(job))


def zipped(training: bytes, evaluation: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("train_src/訓練.csv", training)
        archive.writestr("eval_src/評価.csv", evaluation)
    return written.getvalue()


def prices(rows: int = 400) -> str:
    """`size` tells the price, `noise` does not."""
    chance = random.Random(1)
    lines = ["noise,size,price"]
    for _ in range(rows):
        size = chance.uniform(20, 120)
        lines.append(f"{chance.random():.3f},{size:.1f},{size * 1000 + chance.gauss(0, 3000):.0f}")
    return "\n".join(lines) + "\n"


def sales(rows: int = 300) -> str:
    """Each day's sales stay near those of the day before."""
    chance, value, day = random.Random(4), 100.0, date(2024, 1, 1)
    lines = ["day,weather,sales"]
    for at in range(rows):
        value = 100 + 0.9 * (value - 100) + chance.gauss(0, 4)
        lines.append(f"{day + timedelta(at):%Y-%m-%d},{chance.choice('abc')},{value:.2f}")
    return "\n".join(lines) + "\n"


def fruit(rows: int = 100) -> str:
    """`色` (colour) tells the fruit."""
    kinds = [("赤", "りんご"), ("黄", "バナナ"), ("紫", "ぶどう")]
    lines = ["番号,色,果物"]
    lines += [f"{index},{kinds[index * 7 % 3][0]},{kinds[index * 7 % 3][1]}" for index in range(rows)]
    return "\n".join(lines) + "\n"


def test_a_class_target_yields_every_file(practice: PracticeService) -> None:
    found = results(practice, fruit().encode("utf-8-sig"))
    assert set(found.files) == CLASS_FILES
    averages = ("Average Precision", "Average Recall", "Average F-score")
    assert found.numbers("metrics.csv") == dict.fromkeys(("Accuracy", *averages), 1.0)
    assert found.table("analysis_summary.csv")[1][0] == "色"
    assert found.table("confusion_matrix.csv")[0][1:] == ["ぶどう", "りんご", "バナナ", "Recall"]
    assert found.table("confusion_matrix.csv")[-1] == ["Precision", "100.00%", "100.00%", "100.00%", ""]


def test_a_number_target_yields_no_confusion_matrix(practice: PracticeService) -> None:
    found = results(practice, prices().encode())
    of_classes = {"evaluation_results_comparison.csv", "confusion_matrix.csv", "confusion_matrix_previous_model.csv"}
    assert set(found.files) == CLASS_FILES - of_classes
    metrics = found.numbers("metrics.csv")
    assert set(metrics) == {"R squared", "RMSE", "MAE(Mean)", "MAE(Median)", "MAE(Median) Ratio"}
    assert metrics["R squared"] > 0.8
    shares = found.numbers("analysis_summary.csv")
    assert shares["size"] > 0.5 > shares["noise"]


def test_the_metrics_agree_with_the_predictions_beside_them(practice: PracticeService) -> None:
    found = results(practice, (SAMPLES / "customer_churn_train.csv").read_bytes())
    rows = found.table("evaluation_raw_data.csv")[1:]
    assert len(rows) == 120  # every fifth of 600
    agreeing = sum(row[-1] == row[0] for row in rows)
    assert found.numbers("metrics.csv")["Accuracy"] == pytest.approx(agreeing / 120, abs=1e-4)
    matrix = [[int(cell) for cell in row[1:]] for row in found.table("confusion_matrix.csv")[1:]]
    assert sum(map(sum, matrix)) == 120
    assert matrix[0][0] + matrix[1][1] == agreeing
    [_, [_, both, new_only], [_, old_only, neither]] = found.table("evaluation_results_comparison.csv")
    assert int(both) + int(new_only) == agreeing
    assert int(both) + int(old_only) == sum(row[-1] == row[3] for row in rows)
    assert int(both) + int(new_only) + int(old_only) + int(neither) == 120


def test_of_two_classes_the_rows_of_the_matrix_are_the_predicted_ones(practice: PracticeService) -> None:
    found = results(practice, (SAMPLES / "customer_churn_train.csv").read_bytes())
    [[corner, *names], *matrix] = found.table("confusion_matrix.csv")
    assert (corner, names) == ("Predicted \\ Actual", ["no", "yes"])
    rows = found.table("evaluation_raw_data.csv")[1:]
    for predicted, *counts in matrix:
        assert [int(count) for count in counts] == [
            sum(row[0] == predicted and row[-1] == actual for row in rows) for actual in names
        ]


def test_of_more_classes_the_rows_of_the_matrix_are_the_actual_ones(practice: PracticeService) -> None:
    blind = fruit().replace("赤", "?").replace("黄", "?")
    found = results(practice, blind.encode())
    [[corner, *names, _], *matrix, _] = found.table("confusion_matrix.csv")
    assert corner == "Actual \\ Predicted"
    rows = found.table("evaluation_raw_data.csv")[1:]
    for actual, *counts, recall in matrix:
        found_counts = [int(count) for count in counts]
        assert found_counts == [sum(row[0] == name and row[-1] == actual for row in rows) for name in names]
        assert as_number(recall) == pytest.approx(found_counts[names.index(actual)] / sum(found_counts), abs=1e-4)


def test_probabilities_of_a_row_add_up_to_one(practice: PracticeService) -> None:
    found = results(practice, (SAMPLES / "customer_churn_train.csv").read_bytes())
    head, *rows = found.table("evaluation_raw_data.csv")
    assert head[:3] == ["churned (prediction)", "Probability of no", "Probability of yes"]
    assert head[3:6] == [f"(Previous)_{name}" for name in head[:3]]
    for row in rows:
        assert float(row[1]) + float(row[2]) == pytest.approx(1, abs=1e-9)
        assert row[0] == ("yes" if float(row[2]) > float(row[1]) else "no")


def test_results_may_be_written_in_japanese_without_rows(practice: PracticeService) -> None:
    practice.write_results(ResultsStyle("ja", encoding="cp932", delimiter="\t", has_rows=False, has_corner=False))
    job = practice.start_job(fruit().encode())
    practice.finish(job)
    with zipfile.ZipFile(io.BytesIO(practice.results_of(job))) as archive:
        assert set(archive.namelist()) == CLASS_FILES - {"evaluation_raw_data.csv"}
        compared = archive.read("metrics_comparison.csv").decode("cp932").splitlines()
        matrix = archive.read("confusion_matrix.csv").decode("cp932").splitlines()
    assert compared[0] == "\t今回\t前回\t前回モデルとの比較"
    assert compared[1].startswith("正解率\t100.00%\t")
    assert matrix[0] == "\tぶどう\tりんご\tバナナ\t再現率"


def test_numbers_over_time_are_judged_by_steps_ahead(practice: PracticeService) -> None:
    found = results(practice, sales().encode())
    metrics = found.numbers("metrics.csv")
    assert list(metrics) == [
        f"{name} ({steps} Periods ahead)" for name in ("MAE(Median) Ratio", "Coverage rate") for steps in (1, 2, 3)
    ]
    assert metrics["MAE(Median) Ratio (1 Periods ahead)"] < metrics["MAE(Median) Ratio (3 Periods ahead)"]
    assert 0.8 < metrics["Coverage rate (1 Periods ahead)"] <= 1
    assert "as a number over time" in found.files["README.txt"]
    rows = found.table("evaluation_raw_data.csv")[1:]
    errors = sorted(abs(float(row[0]) - float(row[-1])) / float(row[-1]) for row in rows)
    middle = (errors[(len(errors) - 1) // 2] + errors[len(errors) // 2]) / 2
    assert metrics["MAE(Median) Ratio (1 Periods ahead)"] == pytest.approx(middle, abs=1e-4)


def test_an_evaluation_file_is_what_is_evaluated(practice: PracticeService) -> None:
    evaluation = "果物,番号,色\nりんご,1,赤\nバナナ,2,赤\n"
    found = results(practice, zipped(fruit().encode("cp932"), evaluation.encode("utf-8-sig")))
    rows = found.table("evaluation_raw_data.csv")[1:]
    likely, before = [row[1:4] for row in rows], [row[5:8] for row in rows]
    assert rows == [
        ["りんご", *likely[0], "りんご", *before[0], "1", "赤", "りんご"],
        ["りんご", *likely[1], "りんご", *before[1], "2", "赤", "バナナ"],
    ]
    assert found.numbers("metrics.csv")["Accuracy"] == 0.5
    assert "the evaluation file" in found.files["README.txt"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp932"])
@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_every_documented_form_of_file_is_read(practice: PracticeService, encoding: str, delimiter: str) -> None:
    found = results(practice, fruit().replace(",", delimiter).encode(encoding))
    assert found.numbers("metrics.csv")["Accuracy"] == 1.0


def test_the_readme_says_that_this_is_not_the_real_services_method(practice: PracticeService) -> None:
    readme = results(practice, fruit().encode()).files["README.txt"]
    assert "practice service" in readme
    assert "NOT with the method of the real service" in readme
    assert "Columns looked at: “色”" in readme


def test_until_a_switch_jobs_are_compared_with_the_original_model(practice: PracticeService) -> None:
    blind = fruit().replace("赤", "?").replace("黄", "?")  # cannot tell two of three apart
    first = results(practice, blind.encode())
    second = results(practice, fruit().encode())
    for found in (first, second):
        assert "is the original one" in found.files["README.txt"]
        [_, _, before, _] = found.table("metrics_comparison.csv")[1]
        assert as_number(before) < 0.8, "the original has learned from the first file"
    assert as_number(second.table("metrics_comparison.csv")[1][1]) == 1.0


def test_after_a_switch_jobs_are_compared_with_what_is_live_on_the_same_rows(
    practice: PracticeService, ask: Callable[..., requests.Response]
) -> None:
    blind = fruit().replace("赤", "?").replace("黄", "?")
    first = practice.start_job(blind.encode())
    practice.finish(first)
    assert ask("PUT", f"{first}/update_model").status_code == 200
    found = results(practice, fruit().encode())
    assert "is the one that was live" in found.files["README.txt"]
    [_, now, before, change] = found.table("metrics_comparison.csv")[1]
    assert as_number(before) < as_number(now) == 1.0
    assert as_number(change) == pytest.approx(1 - as_number(before))
    rows = found.table("evaluation_raw_data.csv")[1:]
    assert sum(row[4] == row[-1] for row in rows) / len(rows) == pytest.approx(as_number(before), abs=1e-4)


def test_what_is_live_but_predicts_something_else_is_no_measure(
    practice: PracticeService, ask: Callable[..., requests.Response]
) -> None:
    practice.finish(practice.start_job(fruit().encode(), model_id=9))
    other = practice.start_job(prices().encode())
    practice.finish(other)
    assert ask("PUT", f"{other}/update_model").status_code == 200
    found = results(practice, fruit().encode())
    assert "predicts something else, or from other columns" in found.files["README.txt"]
    assert as_number(found.table("metrics_comparison.csv")[1][2]) < 0.5, "the plain guess"


def test_the_same_file_gives_the_same_bytes(make_practice: Callable[..., PracticeService], tmp_path: Path) -> None:
    practice = make_practice()
    job = practice.start_job(prices().encode(), model_id=1)
    twin = practice.start_job(prices().encode(), model_id=2)
    made = practice.results_of(job)
    assert made == practice.results_of(twin)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {about.date_time for about in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_long_file_is_read_only_as_far_as_promised(practice: PracticeService) -> None:
    found = results(practice, fruit(30_000).encode())
    assert len(found.table("evaluation_raw_data.csv")) == 1 + 20_000 // 5


@pytest.mark.parametrize(
    ("training", "message"),
    [
        (b"", "empty"),
        (b"a,b\n" * 5, "at least 11"),
        (b"a\n" + b"1\n" * 20, "at least 2"),
        (b"a,a\n" + b"1,2\n" * 20, "two columns of the same name"),
        (b"a,b\n" + b"1,2\n" * 20 + b"1,2,3\n", "Line 22"),
        (b"a,b\n" + b"1,\n" * 20, "target column “b” is empty"),
        (b"x" * 2_000_000, "first line of the training file is too long"),
        (b"\xff\xfea\x00,\x00", "neither UTF-8 nor Shift_JIS"),
        (b"a,b\n" + b'"' + b"x" * 200_000 + b'",1\n', "cannot be read as CSV"),
        (zipped(b"a,b\n" + b"1,x\n" * 20, b"a,c\n1,2\n"), "columns are not those"),
        (zipped(b"a,b\n" + b"1,x\n" * 20, b"a,b\n1,x\n").replace(b"train_src", b"trainings"), "train_src/"),
        (zipped(b"a,b\n" + b"1,x\n" * 20, b"a,b\n1,x\n").replace(b"PK\x03\x04", b"PK\x00\x00"), "zip cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    practice: PracticeService, ask: Callable[..., requests.Response], training: bytes, message: str
) -> None:
    job = practice.start_job(training)
    practice.finish(job)
    answer = ask("GET", job).json()
    assert answer["status"] == "job_failed"
    assert message in answer["message"]


@pytest.mark.parametrize("odd", ["1e308", "nan", "-inf", "1_000", "", " 7 ", "１２", "9" * 5000, "=1+1", '"a\nb"'])
def test_odd_values_end_nothing(practice: PracticeService, odd: str) -> None:
    lines = [f"{odd},{index},{index * 3}" for index in range(60)] + [f"{index},{odd},{index}" for index in range(60)]
    found = results(practice, ("a,b,c\n" + "\n".join(lines) + f"\n1,2,{odd}\n").encode())
    assert found.table("metrics.csv")[0] == ["Metric", "Value"]


def note_of(practice: PracticeService, job: str, folder: Path) -> VerdictNote:
    """What the program makes of a job's results."""
    path = folder / f"{job}.zip"
    path.write_bytes(practice.results_of(job))
    with Archive(path) as archive:
        return verdict_of(read_content(ArchiveMembers(archive))).note()


def test_the_samples_show_a_better_model_than_the_one_before(
    make_practice: Callable[..., PracticeService], tmp_path: Path
) -> None:
    practice = make_practice(samples=SAMPLES)
    finished, going, _ = practice.seed()
    practice.finish(going)
    for note in (note_of(practice, job, tmp_path) for job in (finished, going)):
        assert note.gain is not None
        assert note.gain > 0


def test_the_first_finished_job_is_clearly_better_so_that_a_switch_can_be_practised(
    make_practice: Callable[..., PracticeService], tmp_path: Path
) -> None:
    practice = make_practice(samples=SAMPLES)
    note = note_of(practice, practice.seed()[0], tmp_path)
    assert note.answer is Answer.BETTER
    assert not note.is_just
    assert note.rows is not None
    assert note.rows > 500


def test_without_samples_a_generated_table_will_do(practice: PracticeService) -> None:
    job = practice.start_job()
    assert set(Results(practice.results_of(job)).files) == CLASS_FILES


@pytest.mark.parametrize("samples", [SAMPLES, None])
def test_the_sample_for_a_person_to_send_can_be_trained_on(tmp_path: Path, samples: Path | None) -> None:
    with PracticeService(tmp_path / "練習", samples=samples) as service:
        sample = service.sample_file()
        assert sample.parent == tmp_path / "練習"
        job = service.start_job(sample.read_bytes(), filename=sample.name, seconds=0.0)
        assert zipfile.is_zipfile(io.BytesIO(service.results_of(job)))
        sample.write_bytes(b"a person's own")
        assert service.sample_file().read_bytes() == b"a person's own"
