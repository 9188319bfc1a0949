"""What came is the results that were offered, or it is told what it is instead."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from epa_gui.core.results.proof import DamagedError, NotResultsError, Offer, Proof, prove


def never() -> bool:
    return False


def zipped(content: bytes = b"metric,value\nauc,0.9\n", comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("metrics.csv"), content, zipfile.ZIP_DEFLATED)  # no time in it: a test's name
        archive.comment = comment
    return out.getvalue()


def proved(tmp_path: Path, content: bytes, names: str = "", content_type: str = "", **more: bool) -> Proof:
    path = tmp_path / "came"
    path.write_bytes(content)
    return prove(path, Offer(names, content_type, **more), never)


PAGE = b"<!DOCTYPE html><html><head><title>Sign in</title></head><body><form></form></body></html>"
S3_ERROR = b'<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>InternalError</Code><Message>Retry</Message></Error>'
EVERY_NAME = ["r.zip", "r.csv", "r.tsv", "r.json", "r.bin", "results", "", "r.pdf", "r.txt"]


@pytest.mark.parametrize("names", EVERY_NAME)
@pytest.mark.parametrize(
    "content",
    [
        b"",
        PAGE,
        b"\xef\xbb\xbf \r\n" + PAGE,
        b"<!-- proxy --><HTML>denied</HTML>",
        PAGE.decode().encode("utf-16"),
        b"<h1>502 Bad Gateway</h1>",
        b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html/>',
        S3_ERROR,
        b"<Error><Code>SlowDown</Code>",
        b"<ns:Fault xmlns:ns='x'><faultstring>no</faultstring></ns:Fault>",
        b'{"message":"Forbidden"}',
        b'{"error":{"code":403,"message":"Access denied","errors":[{"reason":"forbidden"}]}}',
        b'{"code": 4001000204, "error": "PREDA_EXTERNAL_BAD_REQUEST", "message": "Inactive_credential."}',
        b'{"status":"job_finished","model_id":7,"metadata":{"retrain_job_id":"x"}}',
        b'[{"errorCode":"INVALID_SESSION_ID","message":"Session expired"}]',
        b'{"success": false}',
        b" \r\n" * 100,
    ],
    ids=range(17),
)
def test_a_page_an_error_or_nothing_is_no_results_whatever_it_is_called(
    tmp_path: Path, content: bytes, names: str
) -> None:
    with pytest.raises(NotResultsError):
        proved(tmp_path, content, names)


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (b"a,b\n1,2\n", "r.csv"),
        (b"a\n", "r.csv"),
        (b"a,b\n" * 100 + b"1,\x00\n", "r.csv"),
        ("a,b\r\n1,2\r\n".encode("utf-16-le"), "r.csv"),
        ("予測,値\r\n1,2\r\n".encode("cp932"), "r.csv"),
        ("予測,値\r\n1,2\r\n".encode("utf-16"), "r.csv"),
        (b"a\tb\n1\t2\n", "r.tsv"),
        (b"<50,>50\n1,2\n", "r.csv"),
        (b"[id],[value]\n1,2\n", "r.csv"),
        (b'{"auc": 0.9, "error": 0.1}', "r.json"),
        (b'{"error": 0.12}', "r.json"),
        (b'{"error": {"train": 0.1, "test": 0.2}, "message": "done"}', "r.json"),
        (b'{"metrics": {"auc": 1}, "message": "finished", "errors": []}', "r.json"),
        (b'{"title": "Report", "message": "All good", "details": {"auc": 0.9}}', "r.json"),
        (b"[]", "r.json"),
        (b'{"a": ' + b"9" * 5000 + b"}", "r.json"),
        (b'{"a": 1}\n{"a": 2}\n', "r.jsonl"),
        (b'{"a": 1}\n{"a": 2}\n', "r.json"),
        (b'{"a": 1}', ""),
        (zipped(), "r.zip"),
        (zipped(), "r.bin"),
        (zipped(), ""),
        (zipped(), "r.csv"),
        (zipped(comment=b"made by somebody"), "r.zip"),
        (zipped(), "download.php/r.zip"),
        (bytes(range(256)) * 4, "r.bin"),
        (bytes(range(256)) * 4, "model"),
        (b"x", "model"),
        (b"\x00", ""),
        (b"<?xml version='1.0'?><PMML version='4.4'><DataDictionary/></PMML>", "r.pmml"),
        (b"<?xml version='1.0'?><PMML version='4.4'><DataDictionary/></PMML>", "model"),
        (b"<table><row/></table>", "r.xml"),
        (gzip.compress(b"a,b\n", mtime=0), "r.csv.gz"),
        (b"%PDF-1.7\n...\n%%EOF\n", "r.pdf"),
        (b"PAR1....PAR1", "r.parquet"),
        (b"a,b\n1,2\n", "whatever.zip/r.csv"),
    ],
)
def test_what_may_be_results_passes(tmp_path: Path, content: bytes, names: str) -> None:
    proved(tmp_path, content, names)


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (b'{"a": 1}', "r.zip"),
        (b"a,b\n1,2\n", "r.zip"),
        (b"a,b\n1,2\n", "r.json"),
        (b'{"metrics": {"auc": 0.9}}', "r.csv"),
        (b"<?xml version='1.0'?><report/>", "r.csv"),
        (b"<report><auc>1</auc></report>", "r.json"),
        (b"upstream connect error or disconnect/reset before headers", "r.csv"),
        (b"Service Unavailable\r\n", "r.csv"),
        (b"\n403 Forbidden\n\n", "r.tsv"),
        (b"\x00" * 5000, "r.csv"),
        (bytes(range(256)) * 4, "r.csv"),
        (gzip.compress(b"a,b\n", mtime=0), "r.csv"),
        (b"junk before" + zipped(), "r.zip"),
        (b"%PDF-1.7", "r.zip"),
        (b'"AccessDenied"', "r.json"),
        (b"not found", "r.gz"),
    ],
)
def test_another_kind_of_file_than_its_name_says_is_no_results(tmp_path: Path, content: bytes, names: str) -> None:
    with pytest.raises(NotResultsError):
        proved(tmp_path, content, names)


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (zipped()[:-30], "r.zip"),
        (zipped()[:40], "r.zip"),
        (b"PK\x03\x04", "r.zip"),
        (zipped() + b"trailing", "r.zip"),
        (zipped() + zipped(), "r.zip"),
        (zipped()[:50] + b"\xff" + zipped()[51:], ""),
        (b'{"metrics": {"auc": 0.9', "r.json"),
        (gzip.compress(b"a,b\n" * 1000, mtime=0)[:-5], "r.csv.gz"),
        (gzip.compress(b"a,b\n", mtime=0) + b"behind", "r.csv.gz"),
        (b"PAR1....", "r.parquet"),
        (b"%PDF-1.7\n", "r.pdf"),
    ],
)
def test_what_is_cut_or_joined_is_damaged(tmp_path: Path, content: bytes, names: str) -> None:
    with pytest.raises(DamagedError):
        proved(tmp_path, content, names)


def test_a_page_passes_only_where_one_was_offered_and_the_storage_knows_its_version(tmp_path: Path) -> None:
    proved(tmp_path, PAGE, "report.html", "text/html", has_version=True)
    with pytest.raises(NotResultsError):
        proved(tmp_path, PAGE, "report.html", "text/html")
    with pytest.raises(NotResultsError):
        proved(tmp_path, PAGE, "results.csv", "text/html", has_version=True)


@pytest.mark.parametrize("names", ["r.csv", "r.bin", ""])
def test_what_calls_itself_a_page_must_look_like_what_it_is_called(tmp_path: Path, names: str) -> None:
    with pytest.raises(NotResultsError):
        proved(tmp_path, b"Please sign in, then try again.\n", names, "text/html; charset=utf-8")


def test_a_table_that_calls_itself_a_page_passes(tmp_path: Path) -> None:
    proved(tmp_path, b"a,b\n1,2\n", "r.csv", "text/html")


def test_a_packing_nobody_knows_is_not_looked_into(tmp_path: Path) -> None:
    proved(tmp_path, b"\x0b\x02\x80\x00\x03", "r.csv", is_coded=True)


@pytest.mark.parametrize(
    ("content", "names", "shows"),
    [
        (zipped(), "", True),
        (b'{"a": 1}', "r.json", True),
        (gzip.compress(b"a", mtime=0), "r.gz", True),
        (b"a,b\n", "r.csv", False),
        (b"\x00\x01", "", False),
    ],
)
def test_what_shows_its_own_end_is_known(tmp_path: Path, content: bytes, names: str, shows: bool) -> None:
    assert proved(tmp_path, content, names) == Proof(shows_its_end=shows)


def test_large_json_is_looked_at_from_both_ends(tmp_path: Path) -> None:
    large = json.dumps({"rows": ["x" * 1000] * 3000}).encode()
    proved(tmp_path, large, "r.json")
    with pytest.raises(DamagedError):
        proved(tmp_path, large[:-3], "r.json")
