"""What the card of a model shows: its words are made, its view arranges them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CardLine:
    """One line below a model's name.

    Attributes:
        text: What it says.
        spoken: What a screen reader says for it.
        icon: The name of the drawing before it; empty for none.
    """

    text: str
    spoken: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class CardProgress:
    """The line of a job that is going on.

    Attributes:
        text: What it says.
        spoken: What a screen reader says for it.
        share: How far it is, from 0 to 1 in steps that can be seen; `None` where nobody knows.
        icon: The name of the drawing in place of a bar; empty for none.
    """

    text: str
    spoken: str
    share: float | None = None
    icon: str = ""


@dataclass(frozen=True, slots=True)
class ModelCard:
    """A model as the sidebar shows it; two that are equal look alike.

    Attributes:
        id: The model's identity; empty for all models.
        name: Its name, as it was given.
        needs: How many of its jobs need a person.
        live: What is live.
        progress: The job that is going on; `None` for none.
        key: What there is to say of its key; `None` for nothing.
        details: What there is no room for on the card, in lines.
    """

    id: str
    name: str
    needs: int = 0
    live: CardLine | None = None
    progress: CardProgress | None = None
    key: CardLine | None = None
    details: str = ""

    @property
    def lines(self) -> tuple[CardLine | CardProgress, ...]:
        """Those below the name, from top to bottom."""
        return tuple(line for line in (self.live, self.progress, self.key) if line is not None)
