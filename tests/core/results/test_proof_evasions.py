"""Pages and errors that do not look like ones at first sight are not taken for results, and odd results are."""

import gzip
from pathlib import Path

import pytest

from epa_gui.core.results.proof import NotResultsError, Offer, prove

PAGE = "<html><head><title>Log in, please</title></head><body>\n<p>a, b</p></body></html>\n"
LATE_PAGE = "<!--" + "x, \n" * 30_000 + "-->" + PAGE
LONG_XML = '<Foo a="1">' + "<b>x, y</b>\n" * 10_000 + "</Foo>"
NOISE = bytes(range(256)) * 4

FOREIGN = [
    (PAGE.encode("utf-16-le"), "r.csv", "", False),
    (PAGE.encode("utf-16-be"), "r.csv", "", False),
    (PAGE.encode("utf-32"), "r.csv", "", False),
    (PAGE.encode("utf-32-be"), "r.csv", "text/csv", False),
    (b"\0\x0b" + PAGE.encode() * 9, "r.csv", "", False),
    ("\u200b\u00ad" + PAGE, "r.csv", "", False),
    (LATE_PAGE, "r", "", False),
    ("<ul><li>Log in, please<li>x", "r.csv", "", False),
    ("<strong>Access denied, sorry\n", "r.csv", "", False),
    ('<svg xmlns="x"><script>a,b</script>', "r.csv", "", False),
    (LONG_XML, "r.csv", "", False),
    ('{"error":"a, b"}\n{"trace":"c"}\n', "r.csv", "", False),
    ('{"error":"a, b"\n', "r.csv", "application/json", False),
    ("{'error': 'a, b'}\n", "r.tsv", "", False),
    ('[ {"msg": "a, b"\n', "r.csv", "", False),
    ("HTTP/1.1 502 Bad Gateway\r\nVia: a, b\r\n\r\n", "r.csv", "", False),
    ('{"errors":[{"message":"no"}],"meta":{"a":1}}', "r.json", "", False),
    ('{"errors":[{"message":"no"}],"data":null}', "r.json", "", False),
    ('{"errorCode":"E0000011","errorSummary":"Invalid token","errorLink":"x","errorCauses":[]}', "r.json", "", False),
    ('{"message":"Bad credentials","documentation_url":"https://x","status":"401"}', "r.json", "", False),
    ('{"title":"Forbidden","balance":30}', "r.json", "application/problem+json; charset=utf-8", False),
    (gzip.compress(PAGE.encode(), mtime=0), "r.csv.gz", "", False),
    (gzip.compress(b"<Error><Code>AccessDenied</Code>", mtime=0), "r.csv.gz", "", False),
    (NOISE, "r.csv", "text/html", True),
    (NOISE, "r.zip", "application/json", True),
    (NOISE, "r.zip", "text/xml;charset=utf-8", True),
]

RESULTS = [
    ("a,b\n1,2\n".encode("utf-16-le"), "r.csv", "", False),
    ("名前,値\n1,2\n".encode("utf-16"), "r.csv", "", False),
    ("名前,値\n1,2\n".encode("cp932"), "r.csv", "", False),
    ("\ta\tb\n0\t1\t2\n", "r.tsv", "text/html", False),
    ("[id],name\n1,2\n", "r.csv", "", False),
    ("{id},name\n1,2\n", "r.csv", "", False),
    ("<5,<10\n1,2\n", "r.csv", "", False),
    ("<none>,b\n" + "1,2\n" * 40_000, "r.csv", "", False),
    ("HTTP,b\n1,2\n", "r.csv", "", False),
    ('{"error": null, "rows": [1.5]}', "r.json", "application/json", False),
    ('{"message": "fine", "accuracy": 0.9}', "r.json", "", False),
    (gzip.compress(b"a,b\n1,2\n", mtime=0), "r.csv.gz", "application/gzip", False),
    (gzip.compress(b"<?xml version='1.0'?><PMML/>", mtime=0), "r.pmml.gz", "", False),
    (NOISE, "r.csv", "text/csv", True),
    (NOISE, "r.json", "application/json", True),
]


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(("content", "name", "kind", "is_coded"), FOREIGN)
def test_what_is_no_result_is_found_out(
    tmp_path: Path, content: str | bytes, name: str, kind: str, *, is_coded: bool
) -> None:
    with pytest.raises(NotResultsError):
        prove(written(tmp_path / "r", content), Offer(name, kind, is_coded=is_coded), lambda: False)


@pytest.mark.parametrize(("content", "name", "kind", "is_coded"), RESULTS)
def test_odd_results_are_results(tmp_path: Path, content: str | bytes, name: str, kind: str, *, is_coded: bool) -> None:
    prove(written(tmp_path / "r", content), Offer(name, kind, is_coded=is_coded), lambda: False)
