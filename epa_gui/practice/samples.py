"""Data for jobs that nobody uploaded a file for: the program's samples, or a small generated table."""

import io
import zipfile
from pathlib import Path

from epa_gui.practice.catalogue import Sample
from epa_gui.practice.state_file import replace_file

_TRAINING = "customer_churn_train.csv"
_EVALUATION = "customer_churn_eval.csv"
_NEXT = "customer_churn_december.csv"
_SALES = "store_sales.csv"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def sample_upload(folder: Path | None, *, share: float = 1.0) -> bytes:
    """A file as it would be uploaded: training and evaluation file in a zip, or one CSV.

    Args:
        folder: Where the sample CSVs are; None or an empty folder for a generated one.
        share: The part of the training rows to take, from the first on. The model is evaluated with the others too, so
            that there are enough rows to tell what is better from chance.
    """
    if folder is None or not (folder / _TRAINING).is_file():
        return _first_rows(_generated(), share)
    training = _first_rows((folder / _TRAINING).read_bytes(), share)
    if not (folder / _EVALUATION).is_file():
        return training
    evaluation = _with_rest(folder, training)
    files = {f"train_src/{_TRAINING}": training, f"eval_src/{_EVALUATION}": evaluation}
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), content)
    return written.getvalue()


def write_sample(folder: Path, samples: Path | None) -> Path:
    """A training file for a person to send, written where it can be found by name; one that is there stays.

    Args:
        folder: Where it is written.
        samples: Where the sample CSVs are; None or an empty folder for a generated one.
    """
    path = folder / _NEXT
    if not path.is_file():
        source = samples / _TRAINING if samples is not None else None
        content = source.read_bytes() if source is not None and source.is_file() else _generated()
        part = path.with_suffix(".part")
        part.write_bytes(content)
        replace_file(part, path)
    return path


def sample_of(folder: Path | None, sample: Sample) -> bytes:
    """The rows that a model of the account was trained with."""
    if sample is Sample.CHURN:
        return sample_upload(folder)
    if folder is None or not (folder / _SALES).is_file():
        return _generated_sales()
    return (folder / _SALES).read_bytes()


def _with_rest(folder: Path, training: bytes) -> bytes:
    """The evaluation file, and after it the rows that are not trained with: their columns are the same."""
    evaluation = (folder / _EVALUATION).read_bytes()
    rest = (folder / _TRAINING).read_bytes()[len(training) :]
    if not rest:
        return evaluation
    is_ended = evaluation.endswith(b"\n")
    return evaluation + (b"" if is_ended else b"\r\n") + rest


def _first_rows(table: bytes, share: float) -> bytes:
    lines = table.splitlines(keepends=True)
    return b"".join(lines[: 1 + max(20, round((len(lines) - 1) * share))])


def _generated() -> bytes:
    """Two columns that tell something about the third, and one that does not."""
    lines = ["visits,plan,weekday,stays"]
    for index in range(200):
        visits, plan = index * 7 % 40, ("basic", "plus", "pro")[index * 5 % 3]
        stays = "yes" if visits + (10 if plan == "pro" else 0) + index * 11 % 13 > 26 else "no"
        lines.append(f"{visits},{plan},{index % 7},{stays}")
    return ("\ufeff" + "\r\n".join(lines) + "\r\n").encode()


def _generated_sales() -> bytes:
    """A number that follows from how many came and whether something was on offer."""
    lines = ["weekday,offer,visitors,sales"]
    for index in range(120):
        visitors, offer = 100 + index * 37 % 400, ("none", "coupon")[index * 3 % 2]
        sales = visitors * (9 if offer == "coupon" else 8) + index * 13 % 97
        lines.append(f"{index % 7},{offer},{visitors},{sales}")
    return ("\ufeff" + "\r\n".join(lines) + "\r\n").encode()
