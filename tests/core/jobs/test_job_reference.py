"""What people paste as a job ID."""

import pytest

from epa_gui.core.jobs.job_reference import NotAJobIdError, job_id_in
from tests.timing import assert_within

ID = "5f0c9a3e-7d1b-4c55-9a8e-0123456789ab"
RESPONSE = f'{{"retrain_job_id": "{ID}", "upload_url": "https://s.example/u/x.csv?X-Amz-Signature=abc"}}'


@pytest.mark.parametrize(
    "pasted",
    [
        ID,
        f"  {ID}\n",
        f"\ufeff{ID}\u200b",
        f"{ID[:8]}\u200b{ID[8:]}",
        f'"{ID}"',
        f"'{ID}',",
        f"<{ID}>",
        f"https://developer-api.predictionone.sony.biz/v1/external/retrain_jobs/{ID}",
        f"https://h.example/v1/external/retrain_jobs/{ID}/update_model",
        f"https://h.example/v1/external/retrain_jobs/{ID}?x=1#there",
        f'curl -H "x-api-key: k" "https://h.example/v1/external/retrain_jobs/{ID}"',
        RESPONSE,
        f"\ufeff{RESPONSE}\r\n",
        RESPONSE[:70],
        f'{{"status": "job_finished", "metadata": {{"retrain_job_id": "{ID}"}}}}',
        f'[{{"a": [1, {{"retrain_job_id": "{ID}"}}]}}]',
        f"retrain_job_id={ID}&x=1",
        f"'retrain_job_id': '{ID}'",
        f'  "retrain_job_id" : "{ID}" ,',
        f"retrain_job_id: {ID}",
        f'https://h.example/v1/external/retrain_jobs/upload_url?filename=a.csv {{"retrain_job_id": "{ID}"}}',
    ],
)
def test_the_id_is_found_in_what_stands_around_it(pasted: str) -> None:
    assert job_id_in(pasted) == ID


@pytest.mark.parametrize(
    ("pasted", "job_id"),
    [
        ("123456", "123456"),
        ('{"retrain_job_id": 123456}', "123456"),
        ("https://h.example/v1/external/retrain_jobs/a%3Ab", "a:b"),
        ("job_2024:march.v2", "job_2024:march.v2"),
        ("x" * 200, "x" * 200),
    ],
)
def test_an_id_may_look_like_anything_printable(pasted: str, job_id: str) -> None:
    assert job_id_in(pasted) == job_id


@pytest.mark.parametrize(
    "pasted",
    [
        "",
        "   \n",
        "\u200b",
        ".",
        "..",
        "two words",
        "ジョブ",
        "🚀",
        f"{ID}🚀",
        "x" * 201,
        "{}",
        "[]",
        '{"retrain_job_id": null}',
        '{"retrain_job_id": true}',
        '{"retrain_job_id": ""}',
        '{"upload_url": "https://s.example/"}',
        '{"other": "',
        "[" * 5000,
        "https://h.example/v1/external/retrain_jobs/upload_url",
        "https://h.example/v1/external/retrain_jobs/%2e%2e",
        "https://h.example/v1/external/retrain_jobs/%0a",
        '""',
    ],
)
def test_what_holds_no_id_is_refused(pasted: str) -> None:
    with pytest.raises(NotAJobIdError):
        job_id_in(pasted)


def test_a_big_paste_is_read_at_once() -> None:
    def paste() -> None:
        with pytest.raises(NotAJobIdError):
            job_id_in("[" + "0," * 300_000 + "0]")

    assert_within(2, paste)
