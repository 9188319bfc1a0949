"""Draws a picture off the main thread: loading the library and drawing take longer than a window may wait."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from epa_gui.core.jobs.problem import Problem
from epa_gui.core.results.pictures.gallery import Picture, height_of, plan_of
from epa_gui.core.results.pictures.library import library
from epa_gui.core.results.pictures.theme import PAGE, Theme
from epa_gui.core.results.pictures.words import Words
from epa_gui.ui.base.main_thread_priority import short_switch_interval
from epa_gui.ui.base.one_shot_worker import OneShotWorker

if TYPE_CHECKING:
    from epa_gui.core.results.pictures.drawing import Image

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class DrawOrder:
    """A picture to draw.

    Attributes:
        number: Tells orders apart; given by who has it drawn.
        picture: What.
        words: What is written on it.
        theme: How.
        width, height: In the window's points.
        scale: Dots for each of these.
    """

    number: int
    picture: Picture
    words: Words
    theme: Theme
    width: int
    height: int
    scale: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """What came of an order: an image, or none if it could not be drawn."""

    order: DrawOrder
    image: "Image | None"


class LoadWorker(OneShotWorker[None, None, None]):
    """Has the library ready before the first picture is asked for. It reports `None`."""

    def work(self) -> None:
        """Load it.

        Raises:
            StoppedError: It was stopped before that had begun.
        """
        self.raise_if_stopped()
        with short_switch_interval():
            library.load()

    def meet(self, error: Exception) -> None:
        """Whoever draws meets it again."""
        log.error("the library for pictures was not loaded: %s", type(error).__name__, exc_info=error)

    def report(self, result: None, problem: Problem | None) -> None:
        """That it is over."""


class DrawWorker(OneShotWorker[DrawOrder, "Image", Drawn]):
    """One drawing. It reports `Drawn`."""

    def work(self) -> "Image":
        """Draw.

        Raises:
            StoppedError: It was stopped before the picture was whole.
        """
        with short_switch_interval():
            self.raise_if_stopped()
            library.load()
            self.raise_if_stopped()  # before the other half of it is loaded
            from epa_gui.core.results.pictures.drawing import image_of, in_pieces  # noqa: PLC0415  needs it

            order = self._order
            plan = in_pieces(plan_of(order.picture, order.words), self.raise_if_stopped)
            return image_of(plan, order.theme, (order.width, order.height), order.scale)

    def meet(self, error: Exception) -> None:
        """The figures stay as a table; nobody loses anything by a picture that is not drawn."""
        log.error("a picture was not drawn: %s", type(error).__name__, exc_info=error)

    def report(self, result: "Image | None", problem: Problem | None) -> Drawn:  # noqa: ARG002  logged above
        """The image."""
        return Drawn(self._order, result)


_PAGE_WIDTH = 944
_PAGE_LINE = 16
"""Of the report's column: how wide it is, and how high a line of text, both in points of a window."""


def svg_for_page(picture: Picture, words: Words, raise_if_stopped: Callable[[], None]) -> str:
    """The same picture for the report. Loads matplotlib; for a worker.

    Args:
        picture: What.
        words: What is written on it.
        raise_if_stopped: Asked before each piece of it; what it raises ends the drawing.
    """
    library.load()
    raise_if_stopped()
    from epa_gui.core.results.pictures.drawing import in_pieces, svg_of  # noqa: PLC0415  needs it

    plan = in_pieces(plan_of(picture, words), raise_if_stopped)
    return svg_of(plan, PAGE, (_PAGE_WIDTH, _PAGE_LINE * height_of(picture)))
