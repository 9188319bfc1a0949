"""Plays the scenes of the pictures and goes over each by eye and by ear: `checked_scenes.py LANGUAGE PERCENT FOLDER`.

With names of scenes after the folder it plays those alone. Once for both, because playing takes most of the time.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]


def main(language: str, scale: int, folder: Path, names: list[str]) -> int:
    """Tell what is cut off, not translated, not named or not said; 1 if there is anything."""
    from screenshots import prepare  # noqa: PLC0415  it is on the path by now

    prepare()
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415  what was prepared must hold before Qt is loaded
    from shots.catalogue import all_scenes  # noqa: PLC0415
    from shots.look import Look  # noqa: PLC0415
    from shots.marks import texts_of  # noqa: PLC0415
    from shots.run import Studio  # noqa: PLC0415

    from tests.gui.by_ear import unnamed, unsaid  # noqa: PLC0415

    class Examining(Studio):
        def faults_of(self, shown: QWidget) -> list[str]:
            window = shown.window()
            quoted_twice = [text for _, text in texts_of(window) if re.search("[「“][\u2066-\u2069]*[「“]", text)]
            return [
                *super().faults_of(shown),
                *(f"no name: {told}" for told in unnamed(window)),
                *(f"quoted twice: {text}" for text in quoted_twice),
                *unsaid(window),
            ]

    look = Look(scale=scale, language=language)
    scenes = all_scenes()
    wanted = [scenes[name] for name in names] or list(scenes.values())
    studio = Examining(language, 300.0, is_checked=True)
    failed = studio.make([(scene, folder / look.file_name(scene.name)) for scene in wanted], look)
    return 1 if failed or studio.faults else 0


if __name__ == "__main__":
    from screenshots import leave

    leave(main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), sys.argv[4:]))
