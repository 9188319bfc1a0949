"""Reads what the service said to a switch: yes, no, or nothing that can be relied on."""

from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.service.redaction import excerpt
from epa_gui.core.service.reply import Reply, json_or_none, known_message, refusal_in


class NotConfirmedError(ProblemError):
    """The service may have done it: the request may have arrived, and no answer of the service came."""


_PERHAPS_DONE = frozenset({301, 302, 303})
"""Redirects by which web applications also say that it was done, and to look elsewhere."""

_REQUEST_TIMEOUT = 408

_NOTHING_PASSED_ON = frozenset({ProblemKind.PROXY_FAILED, ProblemKind.REDIRECTED, ProblemKind.TOO_MANY_REQUESTS})
"""Answers of whoever did not let the request through."""


def confirm_switch(reply: Reply, job_id: str) -> None:
    """Return if the service says that this job's model is in service.

    Source: Retrain Model Switch API: ``{"metadata": {"retrain_job_id": str}}``. Anything else is no yes; and only what
    the service itself says in JSON, or what somebody in between says who did not pass the request on, is a no. A
    gateway's page or its 504 says nothing about what happens behind it.

    Raises:
        NotConfirmedError: Nobody can tell.
        ProblemError: It was refused.
    """
    known = known_message(json_or_none(reply))
    is_yes = 200 <= reply.code < 300 and _job_in(reply) == job_id
    if known:
        raise (NotConfirmedError if is_yes else ProblemError)(known)
    refusal = refusal_in(reply)
    if refusal is None:
        if not is_yes:
            raise NotConfirmedError(Problem(ProblemKind.UNREADABLE_ANSWER, f"HTTP {reply.code}\n{_said(reply)}"))
        return
    is_client_error = 400 <= reply.code < 500 and reply.code != _REQUEST_TIMEOUT
    if reply.code in _PERHAPS_DONE:
        raise NotConfirmedError(refusal)
    is_plain_refusal = refusal.kind is ProblemKind.REFUSED and is_client_error
    raise (ProblemError if is_plain_refusal or refusal.kind in _NOTHING_PASSED_ON else NotConfirmedError)(refusal)


def _job_in(reply: Reply) -> str:
    body = json_or_none(reply)
    metadata = body.get("metadata") if isinstance(body, dict) else None
    about = metadata.get("retrain_job_id") if isinstance(metadata, dict) else None
    return str(about) if isinstance(about, str | int) and not isinstance(about, bool) else ""


def _said(reply: Reply) -> str:
    return excerpt(reply.body.decode("utf-8-sig", "replace"))
