"""All scenes by name, and those of the README."""

from itertools import chain
from typing import NamedTuple

from PySide6.QtCore import QSize

from shots import scenes_forms, scenes_list, scenes_results, scenes_windows
from shots.look import Look
from shots.scene import Scene


class ReadmePicture(NamedTuple):
    """One picture of the README: its file's name, its scene, how that looks, and how large its window is made."""

    file: str
    scene: str
    look: Look
    size: QSize | None = None


_LIGHT, _DARK = Look("light", size=QSize(1180, 760)), Look("dark", size=QSize(1180, 760))

README = (
    ReadmePicture("light.png", "main-all-well", _LIGHT),
    ReadmePicture("dark.png", "retraining-problems", _DARK, QSize(1040, 810)),
    ReadmePicture("results.png", "results-better-verdict", _LIGHT, QSize(1000, 700)),
    ReadmePicture("switch.png", "switch-plain", _LIGHT),
)


def all_scenes() -> dict[str, Scene]:
    """Every scene, in the order in which it is made."""
    rooms = chain(scenes_list.scenes(), scenes_forms.scenes(), scenes_results.scenes(), scenes_windows.scenes())
    return {scene.name: scene for scene in rooms}
