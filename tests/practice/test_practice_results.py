"""The results are computed from the uploaded file, and say honestly how."""

import csv
import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import requests

from epa_gui.practice import PracticeService

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
        return {row[0]: float(row[1]) for row in self.table(name)[1:]}


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


def fruit(rows: int = 100) -> str:
    """`色` (colour) tells the fruit."""
    kinds = [("赤", "りんご"), ("黄", "バナナ"), ("紫", "ぶどう")]
    lines = ["番号,色,果物"]
    lines += [f"{index},{kinds[index * 7 % 3][0]},{kinds[index * 7 % 3][1]}" for index in range(rows)]
    return "\n".join(lines) + "\n"


def test_a_class_target_yields_every_file(practice: PracticeService) -> None:
    found = results(practice, fruit().encode("utf-8-sig"))
    assert set(found.files) == CLASS_FILES
    assert found.numbers("metrics.csv") == {"Accuracy": 1.0, "Macro F1": 1.0}
    assert found.table("analysis_summary.csv")[1][0] == "色"
    assert found.table("confusion_matrix.csv")[0][1:] == ["ぶどう", "りんご", "バナナ"]


def test_a_number_target_yields_no_confusion_matrix(practice: PracticeService) -> None:
    found = results(practice, prices().encode())
    assert set(found.files) == {name for name in CLASS_FILES if "confusion" not in name}
    metrics = found.numbers("metrics.csv")
    assert set(metrics) == {"RMSE", "MAE", "R2"}
    assert metrics["R2"] > 0.8
    shares = found.numbers("analysis_summary.csv")
    assert shares["size"] > 0.5 > shares["noise"]


def test_the_metrics_agree_with_the_predictions_beside_them(practice: PracticeService) -> None:
    found = results(practice, (SAMPLES / "customer_churn_train.csv").read_bytes())
    rows = found.table("evaluation_raw_data.csv")[1:]
    assert len(rows) == 120  # every fifth of 600
    agreeing = sum(row[-1] == row[-2] for row in rows) / len(rows)
    assert found.numbers("metrics.csv")["Accuracy"] == pytest.approx(agreeing, abs=1e-5)
    matrix = [[int(cell) for cell in row[1:]] for row in found.table("confusion_matrix.csv")[1:]]
    assert sum(map(sum, matrix)) == 120
    assert matrix[0][0] + matrix[1][1] == round(agreeing * 120)


def test_an_evaluation_file_is_what_is_evaluated(practice: PracticeService) -> None:
    evaluation = "果物,番号,色\nりんご,1,赤\nバナナ,2,赤\n"
    found = results(practice, zipped(fruit().encode("cp932"), evaluation.encode("utf-8-sig")))
    assert found.table("evaluation_raw_data.csv")[1:] == [
        ["1", "赤", "りんご", "りんご"],
        ["2", "赤", "バナナ", "りんご"],
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
    assert "Column chosen: “色”" in readme


def test_the_first_job_is_compared_with_the_plain_guess_and_says_so(practice: PracticeService) -> None:
    found = results(practice, fruit().encode())
    [_, _, before] = found.table("metrics_comparison.csv")[1]
    assert float(before) < 0.5
    assert "is not the one of a previous job (there is none)" in found.files["README.txt"]


def test_a_later_job_is_compared_with_the_one_before_on_the_same_rows(practice: PracticeService) -> None:
    blind = fruit().replace("赤", "?").replace("黄", "?")  # cannot tell two of three apart
    results(practice, blind.encode())
    found = results(practice, fruit().encode())
    [_, now, before] = found.table("metrics_comparison.csv")[1]
    assert float(before) < float(now) == 1.0
    rows = found.table("evaluation_results_comparison.csv")[1:]
    assert sum(row[1] == row[3] for row in rows) / len(rows) == pytest.approx(float(before))
    assert "the one of the previous finished job" in found.files["README.txt"]


def test_jobs_of_another_model_or_with_other_columns_are_no_measure(practice: PracticeService) -> None:
    practice.finish(practice.start_job(fruit().encode(), model_id=9))
    results(practice, prices().encode())
    assert "it predicts from other columns" in results(practice, fruit().encode()).files["README.txt"]


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
    assert found.table("metrics.csv")[0] == ["metric", "value"]


def test_the_samples_show_a_better_model_after_the_first(make_practice: Callable[..., PracticeService]) -> None:
    practice = make_practice(samples=SAMPLES)
    finished, going, _ = practice.seed()
    practice.finish(going)
    first, second = Results(practice.results_of(finished)), Results(practice.results_of(going))
    assert second.numbers("metrics.csv")["Accuracy"] > first.numbers("metrics.csv")["Accuracy"] + 0.05


def test_without_samples_a_generated_table_will_do(practice: PracticeService) -> None:
    job = practice.start_job()
    assert set(Results(practice.results_of(job)).files) == CLASS_FILES
