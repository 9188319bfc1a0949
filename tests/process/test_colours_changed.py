"""The program hears of it when light becomes dark, and whoever mends the style's colours can do so anew."""

import subprocess
import sys

_CHANGES = """
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLineEdit
from epa_gui.process.opened_files import Application
from epa_gui.ui.base.control_frames import frame_accent, frame_controls

app = Application(["test"])
app.setStyle("Fusion")
told = []


def on_changed():
    told.append(1)
    frame_controls(app)


app.colours_changed.connect(on_changed)
for window in ("#323232", "#efefef", "#323232"):
    app.setPalette(QPalette(QColor(window), QColor(window)))
    app.processEvents()
    assert len(told) == 1, "a change is told once, and not what is made of it"
    told.clear()
    field = QLineEdit()
    field.ensurePolished()
    assert field.palette().color(QPalette.ColorRole.Highlight) == frame_accent(app.palette()), window
app.processEvents()
assert not told, "it comes to rest"
"""


def test_fields_have_the_frames_of_the_day() -> None:
    done = subprocess.run([sys.executable, "-c", _CHANGES], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
