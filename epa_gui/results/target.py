"""Reads from results which column a model predicts, where they name it. Source: "Results" in the service facts."""

import csv
import io
from pathlib import Path

_RAW_DATA = "evaluation_raw_data.csv"
_PREDICTION_WORDS = ("predict", "予測")
_LONGEST_LINE = 1 << 20
_MOST_PREDICTIONS = 100


def target_in(results: Path) -> str:
    """The predicted column's name, or an empty string: results may name it, or say nothing, or be no zip at all.

    The raw evaluation data hold all columns of the evaluation file, and one more with the prediction, whose heading
    is the predicted column's name with a word for "prediction".
    """
    # Here, not above: loading it takes longer than a window should wait for.
    import lzma  # noqa: PLC0415
    import zipfile  # noqa: PLC0415
    import zlib  # noqa: PLC0415

    try:
        with zipfile.ZipFile(results) as archive:
            name = next((name for name in archive.namelist() if name.rpartition("/")[2] == _RAW_DATA), None)
            if name is None:
                return ""
            with archive.open(name) as file:
                line = file.readline(_LONGEST_LINE)
    except (
        OSError,
        zipfile.BadZipFile,
        zlib.error,
        lzma.LZMAError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        EOFError,
    ):
        return ""
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return _target_among(next(csv.reader(io.StringIO(line.decode(encoding), newline="")), []))
        except UnicodeDecodeError:
            continue
        except csv.Error:
            return ""
    return ""


def _target_among(headings: list[str]) -> str:
    predictions = [heading for heading in headings if _is_prediction(heading)]
    found = {
        name
        for other in predictions[:_MOST_PREDICTIONS]
        for name in headings
        if name.strip() and other != name and name in other and _is_prediction(other.replace(name, "", 1))
    }
    return max(found, key=len, default="")


def _is_prediction(rest: str) -> bool:
    return any(word in rest.lower() for word in _PREDICTION_WORDS)
