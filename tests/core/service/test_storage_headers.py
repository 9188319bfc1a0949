"""What a storage's answer says of its file, in the spellings real storages use."""

import pytest

from epa_gui.core.service.storage_headers import (
    coding_in,
    gzip_layers,
    is_unknown,
    length_in,
    names_in,
    range_in,
    strong_tag_in,
)


@pytest.mark.parametrize(
    ("header", "layers", "unknown"),
    [
        ("", 0, False),
        ("utf-8", 0, False),
        ("Binary , NONE", 0, False),
        ("aws-chunked", 0, False),
        ("gzip", 1, False),
        ("aws-chunked,X-GZip", 1, False),
        ("gzip, gzip", 2, False),
        ("br", 0, True),
        ("br, gzip", 1, True),
        ("gzip, br", 0, True),
        ("gzip, gzip, gzip, gzip", 3, True),
    ],
)
def test_codings_are_read_from_the_outside_in(header: str, layers: int, *, unknown: bool) -> None:
    coding = coding_in({"Content-Encoding": header})
    assert (gzip_layers(coding), is_unknown(coding)) == (layers, unknown)


@pytest.mark.parametrize(
    "told", ["bytes 5-4/10", "bytes 0-10/10", "bytes */10", "bytes 0-9/*", "items 0-9/10", "", "0-9/10"]
)
def test_a_range_that_contradicts_itself_is_none(told: str) -> None:
    assert range_in({"Content-Range": told}) is None


def test_a_range_a_length_and_a_version_are_read() -> None:
    assert range_in({"Content-Range": "bytes 3-9/10"}) == (3, 9, 10)
    assert [length_in({"Content-Length": told}) for told in ("12", "0", "", "-1", "1e3", "١")] == [12, 0] + [None] * 4
    tags = ['"a"', 'W/"a"', "a", '""', '"a"b"', ""]
    assert [strong_tag_in({"ETag": tag}) for tag in tags] == ['"a"', "", "", "", "", ""]


@pytest.mark.parametrize(
    ("link", "headers", "names"),
    [
        ("https://s.example/a/b/r.zip?X-Amz-Signature=abc", {}, "r.zip"),
        ("https://s.example/a%2Fr.zip", {}, "a_r.zip"),
        ("https://s.example/", {}, ""),
        ("https://s.example/x?response-content-disposition=attachment%3B%20filename%3D%22r.csv%22", {}, "r.csv/x"),
        (
            "https://s.example/r.zip",
            {"Content-Disposition": "attachment; filename*=UTF-8''%E7%B5%90.csv"},
            "結.csv/r.zip",
        ),
        ("https://s.example/r.zip", {"Content-Disposition": "attachment; filename*=nonsense''%ff"}, "ÿ/r.zip"),
        ("https://s.example/r.zip", {"Content-Disposition": "inline"}, "r.zip"),
        ("https://s.example/r.zip", {"Content-Disposition": 'attachment; filename="../../r.csv"'}, ".._.._r.csv/r.zip"),
        ("https://[/r.zip", {}, ""),
    ],
)
def test_names_are_found_wherever_they_are_told(link: str, headers: dict[str, str], names: str) -> None:
    assert names_in(link, headers) == names
