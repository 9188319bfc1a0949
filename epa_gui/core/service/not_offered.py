"""Tells a service without a call from one that refuses it."""

from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.service.reply import Reply

_NO_SUCH_CALL = frozenset({403, 404, 405})
"""What gateways answer to a path that leads nowhere. The service's own refusals are 400 and 500."""

_NOT_IMPLEMENTED = 501


class NotOfferedError(ProblemError):
    """The service has no such call, as far as can be told from its answer."""


def is_not_offered(reply: Reply, refusal: Problem) -> bool:
    """Whether a refusal says that there is no such call, instead of no to this one.

    Source: only the Japanese manual lists the calls of the account; what another host answers to them is not known.
    """
    if refusal.kind is ProblemKind.NOT_THE_SERVICE:  # a web page, where the service would answer in JSON
        return True
    if refusal.kind is ProblemKind.REFUSED:
        return reply.code in _NO_SUCH_CALL
    return refusal.kind is ProblemKind.SERVICE_TROUBLE and reply.code == _NOT_IMPLEMENTED
