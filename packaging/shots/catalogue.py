"""All scenes by name, and those of the README."""

from itertools import chain
from typing import NamedTuple

from PySide6.QtCore import QSize

from shots import scenes_forms, scenes_list, scenes_results
from shots.look import Look
from shots.scene import Scene


class ReadmePicture(NamedTuple):
    """One picture of the README: its file's name, its scene, and how that looks."""

    file: str
    scene: str
    look: Look


README = (
    ReadmePicture("light.png", "main-all-well", Look("light", size=QSize(1180, 760))),
    ReadmePicture("dark.png", "retraining-problems", Look("dark", size=QSize(1180, 760))),
    ReadmePicture("results.png", "results-better-verdict", Look("light", size=QSize(1180, 760))),
    ReadmePicture("switch.png", "switch-plain", Look("light", size=QSize(1180, 760))),
)


def all_scenes() -> dict[str, Scene]:
    """Every scene, in the order in which it is made."""
    rooms = chain(scenes_list.scenes(), scenes_forms.scenes(), scenes_results.scenes())
    return {scene.name: scene for scene in rooms}
