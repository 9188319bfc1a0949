"""What is said above the list of keys that were entered, issued, accepted or refused."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from epa_gui.core.jobs.model import Model
from epa_gui.core.jobs.problem import Problem
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.command import ChangeKey, EnterSecretKey
from epa_gui.ui.base.joining import labelled
from epa_gui.ui.base.message import Gathering, Topic, of_key, of_model
from epa_gui.ui.base.message_bar import Message
from epa_gui.ui.base.problem_text import ProblemWords, problem_words
from epa_gui.ui.keys.key_warnings import enter_key_text, key_end_text

translate = QCoreApplication.translate


def asking_message(model: Model) -> Message:
    """The service is being asked for a key."""
    text = translate("KeyController", "Asking the service for a new key for “{0}”…")
    return Message(fill(text, model.name), topic=asking(model.id), about=(of_model(model.id),))


def issued_message(model: Model, end_said: str) -> Message:
    """A key was issued, and is in use.

    Args:
        model: Whose.
        end_said: When it ends, as the service said it; empty if it did not.
    """
    end = key_end_text(end_said)
    if end:
        said = fill(translate("KeyController", "“{0}” has a new key. It expires on {1}."), model.name, end)
    else:
        text = translate("KeyController", "“{0}” has a new key. The service did not say when it expires.")
        said = fill(text, model.name)
    return Message(said, about=(of_model(model.id), of_key(model.id)))


def accepted_message(model: Model) -> Message:
    """The service knows a model's key."""
    text = translate("KeyController", "The service accepts the key of “{0}”.")
    return Message(fill(text, model.name), about=(of_model(model.id), of_key(model.id)))


def twin_message(model: Model, twin: Model) -> Message:
    """One model of the service stands in the list under two names."""
    text = translate(
        "KeyController",
        "“{0}” and “{1}” are the same model at the service. What is live is recorded for each of"
        " them separately here, and may be wrong for both. Keep one of them, and remove the"
        " other.",
    )
    ends = (of_model(model.id), of_model(twin.id), twin_of(model.id), twin_of(twin.id))
    return Message(fill(text, model.name, twin.name), is_trouble=True, about=ends, subject=model.name)


def not_kept_message(model: Model, problem: Problem) -> Message:
    """The keychain did not keep a model's key."""
    text = labelled(model.name, problem_words(problem).sentence())
    ends, topic = (of_model(model.id), of_key(model.id)), keeping(model.id)
    return Message(text, details=problem.said, is_trouble=True, topic=topic, about=ends, subject=model.name)


def refused_message(
    model: Model,
    offer: ChangeKey | EnterSecretKey,
    words_for: Callable[[Problem], ProblemWords],
    problem: Problem,
) -> Message:
    """A key was refused, or none was issued, with the form for another."""
    return Message(
        labelled(model.name, words_for(problem).sentence()),
        offer,
        enter_key_text(),
        problem.said,
        is_trouble=True,
        about=(of_model(model.id), of_key(model.id)),
        button_name=enter_key_text(model.name),
        subject=model.name,
        gathering=Gathering.KEYS,
    )


def asking(model: str) -> Topic:
    """What is said while a key is being asked for."""
    return Topic("asking for a new key", model)


def keeping(model: str) -> Topic:
    """What is said of a key that was not kept."""
    return Topic("key not kept", model)


def twin_of(model: str) -> Topic:
    """What is said of a model that stands in the list twice."""
    return Topic("one model under two names", model)
