"""Answers: whole, half, wrong, enormous. Each becomes an `Answer` or a named problem."""

import json
import time
from collections.abc import Callable
from typing import Any

import pytest

from epa_gui.core.jobs.job import Answer
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.service.reply import LARGEST_BODY, file_name_in
from epa_gui.practice import Fault, PracticeService

Ask = Callable[..., Answer | Problem]


def kind_of(outcome: Answer | Problem) -> ProblemKind | None:
    return outcome.kind if isinstance(outcome, Problem) else None


def test_a_job_in_progress_is_answered_as_it_stands(practice: PracticeService, ask: Ask) -> None:
    before = time.time()
    answer = ask()
    assert isinstance(answer, Answer)
    assert answer.status == "job_queued"
    assert (answer.model_id, answer.message, answer.download_url) == (None, "", "")
    assert before <= answer.asked_at <= time.time()


def test_a_finished_job_comes_with_its_link(practice: PracticeService, ask: Ask, job_id: str) -> None:
    practice.finish(job_id)
    answer = ask()
    assert isinstance(answer, Answer)
    assert answer.status == "job_finished"
    assert answer.download_url.startswith(practice.storage_url)
    assert isinstance(answer.model_id, int)
    assert file_name_in(answer.download_url) == "retrain_results_sales.zip"


def test_a_failed_job_comes_with_its_message(practice: PracticeService, ask: Ask, job_id: str) -> None:
    practice.fail(job_id, "列の型が変わりました。🚫")
    answer = ask()
    assert isinstance(answer, Answer)
    assert (answer.status, answer.message) == ("job_failed", "列の型が変わりました。🚫")


def test_the_job_id_is_quoted_in_the_path(practice: PracticeService, ask: Ask) -> None:
    assert kind_of(ask(job="../../secret?x=1#y")) is ProblemKind.REFUSED
    assert practice.requests[-1].path == "/v1/external/retrain_jobs/..%2F..%2Fsecret%3Fx%3D1%23y"


def test_one_check_sends_the_key_and_nothing_about_the_person(practice: PracticeService, ask: Ask) -> None:
    ask()
    (request,) = practice.requests
    assert (request.origin, request.method) == ("api", "GET")
    assert request.headers == {
        "host": practice.url.removeprefix("http://"),
        "user-agent": "EPA-Desktop",
        "accept-encoding": "identity",
        "accept": "application/json",
        "connection": "keep-alive",
        "x-api-key": practice.api_key,
    }


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", ProblemKind.UNREADABLE_ANSWER),
        (b"   ", ProblemKind.UNREADABLE_ANSWER),
        (b'{"status": "job_fin', ProblemKind.UNREADABLE_ANSWER),
        (b'{"status": "training"} and more', ProblemKind.UNREADABLE_ANSWER),
        (b"status: training", ProblemKind.UNREADABLE_ANSWER),
        (b"\x00" * 100, ProblemKind.UNREADABLE_ANSWER),
        (b"\xff\xfe\x00\x01", ProblemKind.UNREADABLE_ANSWER),
        ('{"status": "training"}'.encode("utf-16"), ProblemKind.UNREADABLE_ANSWER),
        (b"null", ProblemKind.UNREADABLE_ANSWER),
        (b"[]", ProblemKind.UNREADABLE_ANSWER),
        (b"7", ProblemKind.UNREADABLE_ANSWER),
        (b"{}", ProblemKind.UNREADABLE_ANSWER),
        (b"9" * 5000, ProblemKind.UNREADABLE_ANSWER),
        (b'{"status": "training", "model_id": ' + b"9" * 5000 + b"}", ProblemKind.UNREADABLE_ANSWER),
        (b"<html>hello</html>", ProblemKind.NOT_THE_SERVICE),
        (b'<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', ProblemKind.NOT_THE_SERVICE),
        (b'{"status": "' + b"x" * 10_000_000 + b'"}', ProblemKind.ANSWER_TOO_LARGE),
        (b"<html>" + b" " * 10_000_000 + b"</html>", ProblemKind.ANSWER_TOO_LARGE),
    ],
    ids=lambda value: repr(value[:30]) if isinstance(value, bytes) else "",
)
def test_a_body_that_is_no_answer_has_a_name(
    practice: PracticeService, ask: Ask, body: bytes, kind: ProblemKind
) -> None:
    practice.misbehave(Fault.answer(200, body))
    assert kind_of(ask()) is kind
    assert isinstance(ask(), Answer), "the next check goes on as if nothing had been"


def test_a_body_without_end_is_not_waited_for(practice: PracticeService, ask: Ask) -> None:
    practice.misbehave(Fault.answer(200, b"x" * 2 * LARGEST_BODY, {"Content-Length": str(10**12)}))
    began = time.monotonic()
    assert kind_of(ask()) is ProblemKind.ANSWER_TOO_LARGE
    assert time.monotonic() - began < 10


def test_arrays_five_thousand_deep_are_no_answer(practice: PracticeService, ask: Ask) -> None:
    practice.misbehave(Fault.deep_json(5000))
    assert kind_of(ask()) is ProblemKind.UNREADABLE_ANSWER


def test_a_deep_message_does_no_harm(practice: PracticeService, ask: Ask) -> None:
    for depth in range(900, 1000, 3):
        practice.misbehave(Fault.answer(200, b'{"status":"x","message":' + b"[" * depth + b"]" * depth + b"}"))
        assert kind_of(ask()) in {None, ProblemKind.UNREADABLE_ANSWER}


def test_half_a_million_small_values_are_read_at_once(practice: PracticeService, ask: Ask) -> None:
    practice.misbehave(Fault.answer(200, b"[" + b"0," * (LARGEST_BODY // 2 - 10) + b"0]"))
    began = time.monotonic()
    assert kind_of(ask()) is ProblemKind.UNREADABLE_ANSWER
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("status", [None, 5, 5.5, True, [], {}, ["job_finished"], "", "  "])
def test_a_status_that_is_no_word_is_no_answer(practice: PracticeService, ask: Ask, status: Any) -> None:
    practice.misbehave(Fault.json({"status": status}))
    assert kind_of(ask()) is ProblemKind.UNREADABLE_ANSWER


@pytest.mark.parametrize(
    ("field", "value", "understood"),
    [
        ("model_id", 7, 7),
        ("model_id", 2**63 - 1, 2**63 - 1),
        ("model_id", 2**63, None),
        ("model_id", -(2**70), None),
        ("model_id", "7", None),
        ("model_id", 7.5, None),
        ("model_id", True, None),
        ("model_id", None, None),
        ("model_id", [7], None),
        ("message", None, ""),
        ("message", 5, "5"),
        ("message", {"ja": "失敗"}, '{"ja": "失敗"}'),
        ("message", "a\x00b\x1bc\u202ed", "a�b�c�d"),
        ("message", "a\ud800b", "a�b"),
        ("message", "x" * 5000, "x" * 2000 + "…"),
        ("download_url", None, ""),
        ("download_url", "", ""),
        ("download_url", 5, ""),
        ("download_url", ["https://s.example/"], ""),
        ("download_url", "ftp://s.example/a", ""),
        ("download_url", "file:///etc/passwd", ""),
        ("download_url", "javascript:alert(1)", ""),
        ("download_url", "https://", ""),
        ("download_url", "https://[::1", ""),
        ("download_url", " https://s.example/a?b=c ", "https://s.example/a?b=c"),
        ("metadata", None, None),
        ("metadata", "text", None),
        ("metadata", {}, None),
        ("metadata", {"retrain_job_id": None}, None),
        ("metadata", {"retrain_job_id": ["x"]}, None),
        ("something_new", {"a": [1]}, None),
    ],
)
def test_a_field_of_the_wrong_type_is_left_out_and_the_rest_is_taken(
    practice: PracticeService, ask: Ask, field: str, value: Any, understood: Any
) -> None:
    practice.misbehave(Fault.json({"status": "training", field: value}))
    answer = ask()
    assert isinstance(answer, Answer)
    assert answer.status == "training"
    assert getattr(answer, field, None) == understood


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (" training ", " training "),
        ("学習中 🚀", "学習中 🚀"),
        ("a\x00b", "a\x00b"),
        ("a\ud800b\udfffc", "a?b?c"),
        ("x" * 5000, "x" * 500),
    ],
)
def test_the_services_own_word_is_kept_as_it_came(practice: PracticeService, ask: Ask, said: str, shown: str) -> None:
    practice.misbehave(Fault.json({"status": said}))
    answer = ask()
    assert isinstance(answer, Answer)
    assert answer.status == shown


def test_a_byte_order_mark_does_no_harm(practice: PracticeService, ask: Ask) -> None:
    practice.misbehave(Fault.answer(200, b"\xef\xbb\xbf" + json.dumps({"status": "training"}).encode()))
    assert isinstance(ask(), Answer)


def test_an_answer_about_another_job_is_not_taken(practice: PracticeService, ask: Ask) -> None:
    practice.misbehave(Fault.json({"status": "job_finished", "metadata": {"retrain_job_id": "another"}}))
    problem = ask()
    assert problem == Problem(ProblemKind.UNREADABLE_ANSWER, "retrain_job_id: another")


def test_a_job_id_that_is_a_number_is_the_same_as_its_digits(practice: PracticeService, ask: Ask) -> None:
    practice.misbehave(Fault.json({"status": "training", "metadata": {"retrain_job_id": 42}}))
    assert isinstance(ask(job="42"), Answer)


@pytest.mark.parametrize(
    ("link", "name"),
    [
        ("https://s.example/a/b/results.zip?X-Amz-Signature=1", "results.zip"),
        ("https://s.example/%E7%B5%90%E6%9E%9C.zip", "結果.zip"),
        ("https://s.example/%FF%FE", "��"),
        ("https://s.example/", ""),
        ("https://s.example", ""),
        ("https://[::1", ""),
    ],
)
def test_the_files_own_name_is_the_last_part_of_the_links_path(link: str, name: str) -> None:
    assert file_name_in(link) == name
