"""A key that comes back where nobody expects one is not kept: in odd spellings, as a job's ID, in a file's names."""

import json
import re
import threading
import urllib.parse

import pytest

from epa_gui.core.jobs.problem import ProblemError
from epa_gui.core.service.client import Client
from epa_gui.core.service.download import opened
from epa_gui.core.service.issued import place_in
from epa_gui.core.service.redaction import HIDDEN, redacted, remember_secret
from epa_gui.core.service.reply import Reply
from tests.faults.raw_server import RawServer

KEY = 'AUDIT-key_7f3a+Zz=="q<9&x1'
PLAIN = "ODDkey7f3aZz0123456789"

SPELLINGS = {
    "lower case": KEY.lower(),
    "upper case": KEY.upper(),
    "quoted in lower case": urllib.parse.quote(KEY, safe="").lower(),
    "for a pattern": re.escape(KEY),
    "for a shell": re.sub(r"(\W)", r"\\\1", KEY),
    "for Markdown": KEY.replace("_", r"\_").replace("+", r"\+"),
    "wide": "".join(chr(ord(sign) + 0xFEE0) for sign in KEY),
    "unbreakable": KEY.replace("+", "\u00a0"),
    "two bytes a sign": "\0".join(KEY),
    "two bytes a sign, as shown": "�".join(KEY),
    "beside İ": f"İ{KEY.lower()}İ",
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_key_is_found_in_this_spelling(spelling: str) -> None:
    remember_secret(KEY)
    assert redacted(f"said: {SPELLINGS[spelling]}.").replace("İ", "") == f"said: {HIDDEN}."


def test_words_are_not_taken_for_a_short_secret_in_other_case() -> None:
    remember_secret("Zyxw")
    assert redacted("zyxw ZYXW Zyxw") == f"zyxw ZYXW {HIDDEN}"


def test_a_key_does_not_become_a_jobs_id() -> None:
    remember_secret(PLAIN)
    for job_id in (PLAIN, PLAIN.lower(), f"job-{PLAIN}"):
        body = json.dumps({"retrain_job_id": job_id, "upload_url": "https://storage.example.com/x"})
        with pytest.raises(ProblemError) as caught:
            place_in(Reply(200, {}, body.encode()))
        assert PLAIN.lower() not in str(caught.value.problem).lower()


def test_what_is_kept_of_a_download_holds_neither_key_nor_signature(client: Client) -> None:
    remember_secret(PLAIN)
    signature = "0123456789abcdef0123"
    head = (
        f'Content-Disposition: attachment; filename="{PLAIN}.csv"\r\nETag: "{signature}"\r\n'
        f"Last-Modified: {PLAIN}\r\nContent-Type: text/csv; a={signature}\r\nContent-Encoding: {PLAIN}\r\n"
    )
    server = RawServer([f"HTTP/1.1 200 OK\r\n{head}Content-Length: 4\r\n\r\na,b\n".encode()])
    threading.Thread(target=server.serve_forever, daemon=True).start()
    link = f"http://127.0.0.1:{server.port}/{PLAIN}/{PLAIN}.csv?X-Amz-Signature={signature}"
    with opened(client, link) as stream:
        kept = str(stream.as_partial("/x/r.csv", "r.csv.part", "1:1"))
    server.shutdown()
    server.server_close()
    assert PLAIN.lower() not in kept.lower()
    assert signature not in kept
    assert stream.names.endswith(".csv")
