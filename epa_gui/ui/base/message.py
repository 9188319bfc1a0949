"""What is said above the list: the words, the buttons, and what each message is about, so that it can end."""

from dataclasses import dataclass
from enum import StrEnum

from epa_gui.core.jobs.job import JobKey
from epa_gui.ui.base.command import Command


@dataclass(frozen=True, slots=True)
class Topic:
    """What a message is about, so that it can be withdrawn when that is over.

    Attributes:
        name: What.
        of: The ID of whatever it is about, where there can be several at once.
    """

    name: str
    of: str = ""


def of_model(model: str) -> Topic:
    """A model, by its ID: over when it is removed."""
    return Topic("model", model)


def of_key(model: str) -> Topic:
    """The API key a model has now: over when it gets another one."""
    return Topic("key", model)


def of_job(job: JobKey) -> Topic:
    """A job: over when it is removed."""
    return Topic("job", f"{job.model}/{job.id}")


def of_selected(job: JobKey) -> Topic:
    """A job that is selected: over when another one is."""
    return Topic("selected job", f"{job.model}/{job.id}")


class Gathering(StrEnum):
    """Trouble that is counted by its own name where there is more than one."""

    KEYS = "keys"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Message:
    """What the bar says.

    Attributes:
        text: The words.
        action: What the button does, or would do if there was one. Messages are withdrawn by it.
        button: The button's text; empty for none.
        details: What "Copy details" copies; empty for no such button.
        is_trouble: Whether it is a problem; a problem stays until it is closed or over, other news gives way.
        comes_first: Whether it stands before trouble that is there already, and is not folded away when it comes.
        is_loud: Whether people who call the service are harmed now: in red, before all other trouble.
        is_about_all: Whether it concerns the whole list or program: it is read in full above all other trouble, always.
        topic: What it is withdrawn by, if nothing can be done about it.
        about: What else ends it, each for itself.
        button_name: What a screen reader calls the button, where several alike may stand in the list; else its text.
        subject: What it is about in a word or two, such as a model's name; stands beside the number of warnings.
        gathering: What it is counted with.
        order: Its place among other trouble that does not come first; the smallest first.
        other: What a second button does.
        other_button: The second button's text; empty for none.

    Raises:
        ValueError: There is a button that does nothing.
    """

    text: str
    action: Command | None = None
    button: str = ""
    details: str = ""
    is_trouble: bool = False
    comes_first: bool = False
    is_loud: bool = False
    is_about_all: bool = False
    topic: Topic | None = None
    about: tuple[Topic, ...] = ()
    button_name: str = ""
    subject: str = ""
    gathering: Gathering = Gathering.OTHER
    order: tuple[float, ...] = ()
    other: Command | None = None
    other_button: str = ""

    @property
    def stands_whole(self) -> bool:
        """Whether it is read in full at any time, and never folded away with others."""
        return self.is_loud or self.is_about_all

    def __post_init__(self) -> None:
        for button, action in ((self.button, self.action), (self.other_button, self.other)):
            if button and action is None:
                raise ValueError(f"nothing is done by the button {button!r}")

    def ends_with(self, about: Command | Topic) -> bool:
        """Whether it is over when this is done, or over."""
        return about in {self.action, self.topic, *self.about}
