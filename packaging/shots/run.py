"""Makes the pictures, one scene after the other, and tells which could not be made."""

import faulthandler
import gc
import sys
import time
import traceback
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QWidget

from epa_gui.app import NAME
from epa_gui.process.garbage import GarbageCollector
from epa_gui.process.language import install_language
from epa_gui.ui.base.icons import application_icon
from shots.look import Look, Wardrobe
from shots.scene import Scene, Stage, picture_of
from shots.words import Words

_STUCK = 2
"""After so many times the seconds a scene may take the process ends itself: the main thread hangs, and nothing else
can end that."""


class Studio:
    """The application in which all scenes play.

    Args:
        language: ``en``, ``ja``, or ``system``.
        seconds: How long one scene may take.
    """

    def __init__(self, language: str, seconds: float) -> None:
        self._seconds = seconds
        QStandardPaths.setTestModeEnabled(True)  # no folder of the person at this computer
        QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
        QApplication.setApplicationName(NAME)
        self._app = QApplication([NAME])
        self._app.setQuitOnLastWindowClosed(False)
        self._app.setWindowIcon(application_icon())
        self._collector = GarbageCollector(self._app)
        self._translators = install_language(self._app, language)
        self._words = Words(self._app)
        self._app.installTranslator(self._words)
        self._wardrobe = Wardrobe(self._app)

    def make(self, wanted: Iterable[tuple[Scene, Path]], look: Look, size: QSize | None = None) -> list[str]:
        """Make pictures; the names of those that could not be made.

        Args:
            wanted: Each scene with the file that its picture becomes.
            look: How the program looks.
            size: How large to make what is in the picture; `None` for as it is.
        """
        self._wardrobe.put_on(look)
        self._app.setProperty("shots size", look.size)
        stage = Stage(self._words, self._seconds)
        failed = []
        try:
            for scene, path in wanted:
                faulthandler.dump_traceback_later(self._seconds * _STUCK, exit=True)
                if not self._make_one(stage, scene, path, size):
                    failed.append(scene.name)
        finally:
            stage.close()
            gc.collect()
            faulthandler.cancel_dump_traceback_later()
        return failed

    def _make_one(self, stage: Stage, scene: Scene, path: Path, size: QSize | None) -> bool:
        begun = time.monotonic()
        stage.begin()
        shown: QWidget | None = None
        try:
            shown = scene.play(stage)
            if size is not None:
                shown.resize(size)
            path.parent.mkdir(parents=True, exist_ok=True)
            is_made = picture_of(shown).save(str(path))
        except Exception:  # noqa: BLE001  whatever went wrong: the other pictures are still wanted
            print(f"{scene.name}: NOT MADE\n{traceback.format_exc()}", file=sys.stderr, flush=True)
            return False
        finally:
            shown = None
            stage.end()
        if not is_made:
            print(f"{scene.name}: {path} cannot be written", file=sys.stderr, flush=True)
            return False
        print(f"{path.name} ({time.monotonic() - begun:.1f} s)", flush=True)
        return True
