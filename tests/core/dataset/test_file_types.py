"""What is no table is called what it is; blank lines and old signs are told by their cause."""

import codecs
import plistlib

import pytest

from epa_gui.core.dataset.finding import FindingKind
from epa_gui.core.dataset.repair import Repair, RepairKind
from tests.core.dataset.conftest import Checked
from tests.core.dataset.files import kinds, rows, the_one

K = FindingKind
PAGE = b"<table><tr><th>id</th><th>left</th></tr><tr><td>1</td><td>y</td></tr></table>"
MAIL = b"Received: from a by b;\r\n Tue, 1 Apr\r\nFrom: a@b.c\r\nSubject: data\r\nMIME-Version: 1.0\r\n\r\n"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\n <!DOCTYPE html><html>" + PAGE, K.A_WEB_PAGE),
        (b"<html>" + PAGE, K.A_WEB_PAGE),
        (PAGE, K.A_WEB_PAGE),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">' + PAGE, K.A_WEB_PAGE),
        (("\ufeff<html>" + PAGE.decode()).encode("utf-16-le"), K.A_WEB_PAGE),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML"><html>' + PAGE, K.A_WEB_PAGE),
        (b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n', K.A_WEB_PAGE),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook>', K.AN_XML_SPREADSHEET),
        (b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', K.AN_XML_SPREADSHEET),
        (b'<?xml version="1.0"?>\n<rows><row id="1"/></rows>', K.AN_XML_FILE),
        (b'<?xml version="1.0"?>\n<Error><Code>AccessDenied</Code></Error>', K.A_SERVER_ERROR),
        (b"ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1\r\n", K.A_SYLK_FILE),
        (b"{\\rtf1\\ansi id,left}", K.A_TEXT_DOCUMENT),
        (b"PK\x03\x04....[Content_Types].xml....word/document.xml", K.A_TEXT_DOCUMENT),
        (b'{"rows": [{"id": 1}]}', K.A_JSON_FILE),
        (b'[\n  {"id": 1},\n  {"id": 2}\n]', K.A_JSON_FILE),
        (b'[["id", "left"], [1, "y"]]', K.A_JSON_FILE),
        (b"%PDF-1.7\nid,left\n", K.A_PDF),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), K.A_PICTURE),
        (b"\xff\xd8\xff\xe0" + bytes(20), K.A_PICTURE),
        (MAIL + b"id,left\r\n", K.AN_EMAIL),
        (b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X        " + bytes(60), K.A_MAC_COMPANION),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n", K.A_CLOUD_STAND_IN),
        (plistlib.dumps({"NSURLNameKey": "a.csv"}, fmt=plistlib.FMT_BINARY), K.A_CLOUD_STAND_IN),
        (bytes(5000), K.ONLY_NULS),
    ],
)
@pytest.mark.parametrize("bom", [b"", codecs.BOM_UTF8], ids=["", "BOM"])
def test_what_is_no_table_is_called_what_it_is(checked: Checked, content: bytes, kind: FindingKind, bom: bytes) -> None:
    if not bom or content.lstrip()[:1] in {b"<", b"{", b"["}:
        if content.startswith(b"{\\rtf") and bom:
            return
        assert kinds(checked(bom + content)) == [kind]


@pytest.mark.parametrize(
    "head",
    [
        "ID;PWXL,b",
        "From: who,Subject: what",
        "[id],[left]",
        '"[a","b"',
        "{id},b",
        "<id>,b",
        "version,b",
        "id,%PDF-",
        "BZ number,b",
    ],
)
def test_a_table_with_an_odd_first_name_is_a_table(checked: Checked, head: str) -> None:
    reading = checked(rows(200, head=head))
    assert reading.is_whole
    assert reading.rows == 200


def test_a_mail_like_table_is_a_table(checked: Checked) -> None:
    reading = checked(b"From: a,b\nSubject: c,d\n" + b"x: 1,2\n" * 200)
    assert reading.rows == 201


# Lines


@pytest.mark.parametrize("blank", ["", " ", "\t ", "　"], ids=["nothing", "a blank", "a tab", "a wide blank"])
def test_a_blank_line_is_called_that(checked: Checked, blank: str) -> None:
    reading = checked(rows(200, lambda at: blank if at in {50, 51, 90} else f"{at},x{at % 3}"))
    finding = the_one(reading, K.BLANK_LINES)
    assert (finding.row, finding.count) == (50, 3)
    assert finding.repair == Repair(RepairKind.ROWS, rows=((50, 51), (90, 90)))
    assert K.UNEVEN_ROW not in kinds(reading)
    assert reading.rows == 200


def test_blank_lines_at_the_end_are_no_rows(checked: Checked) -> None:
    reading = checked(rows(200) + "\n\n\r\n\n")
    assert reading.findings == ()
    assert reading.rows == 200


def test_a_short_row_beside_blank_lines_is_still_told(checked: Checked) -> None:
    reading = checked(rows(200, lambda at: {50: "", 70: "1"}.get(at, f"{at},x{at % 3}")))
    assert the_one(reading, K.BLANK_LINES).row == 50
    assert the_one(reading, K.UNEVEN_ROW).row == 70


@pytest.mark.parametrize("end", ["\x1a", "\x1a\n", "\x1a\r\n\r\n"])
def test_ctrl_z_at_the_end_is_called_that(checked: Checked, end: str) -> None:
    reading = checked(rows(200) + end)
    finding = the_one(reading, K.END_MARK)
    assert finding.row == 202
    assert finding.repair == Repair(RepairKind.ROWS, rows=((202, 202),))
    assert K.UNEVEN_ROW not in kinds(reading)
    assert reading.rows == 200


def test_lines_that_end_twice_are_called_that(checked: Checked) -> None:
    reading = checked(rows(200).replace("\n", "\r\r\n"))
    finding = the_one(reading, K.DOUBLE_LINE_ENDS)
    assert finding.count >= 200
    assert K.BLANK_LINES not in kinds(reading)
    assert K.UNEVEN_ROW not in kinds(reading)


def test_a_file_of_too_many_blank_lines_offers_no_list_of_them(checked: Checked) -> None:
    reading = checked(rows(5000).replace("\n", "\n\n"))
    assert the_one(reading, K.BLANK_LINES).repair is None
