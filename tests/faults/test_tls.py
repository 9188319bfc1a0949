"""Certificates nobody vouches for, servers without any, a bundle that is not there."""

import ssl
from collections.abc import Callable
from pathlib import Path

import pytest

from epa_gui.core.jobs.job import Answer
from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.practice import PracticeService
from tests.faults.raw_server import RawServer
from tests.held_file import needs_a_root_of_its_own

Ask = Callable[..., Answer | Problem]
Listen = Callable[..., RawServer]

SELF_SIGNED = Path(__file__).with_name("self_signed.pem")
"""A key and its certificate for localhost, signed by itself, good until 2126; it protects nothing."""


def problem_of(outcome: Answer | Problem) -> Problem:
    assert isinstance(outcome, Problem)
    return outcome


@pytest.fixture
def impostor(listen: Listen) -> RawServer:
    """A server that answers well, behind a certificate that nobody vouches for."""
    needs_a_root_of_its_own()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(SELF_SIGNED)
    answer = b"HTTP/1.1 200 OK\r\nContent-Length: 21\r\n\r\n" + b'{"status":"training"}'
    return listen(answer, answer, context=context)


def test_a_certificate_nobody_vouches_for_is_refused_and_the_key_is_not_sent(ask: Ask, impostor: RawServer) -> None:
    problem = problem_of(ask(address=f"https://localhost:{impostor.port}"))
    assert (problem.kind, problem.where) == (ProblemKind.TLS_FAILED, "localhost")
    assert "certificate" in problem.said.lower()
    assert impostor.heads == []


def test_it_is_not_asked_twice(ask: Ask, impostor: RawServer) -> None:
    ask(address=f"https://localhost:{impostor.port}")
    assert impostor.connections == 1


def test_a_server_without_tls_at_an_https_address(practice: PracticeService, ask: Ask) -> None:
    problem = problem_of(ask(address=practice.url.replace("http:", "https:")))
    assert problem.kind is ProblemKind.TLS_FAILED
    assert practice.requests == []


def test_a_bundle_of_certificates_that_is_not_there(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/nowhere/certificates.pem")
    problem = problem_of(ask(address="https://127.0.0.1:9"))
    assert problem.kind is ProblemKind.CERTIFICATES_MISSING
    assert "/nowhere/certificates.pem" in problem.said


def test_a_missing_bundle_does_not_matter_inside_this_computer(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/nowhere/certificates.pem")
    assert isinstance(ask(), Answer)
