"""The frames of check boxes and of fields, which have to be seen on what is behind them."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyle

_BOX_GREY = QColor("#a9a9a9")
"""Of this Fusion makes #858585, whose contrast to a light window (#efefef) is 3.2 and to a dark one (#323232) 3.5.

The least for a control is 3. Source: WCAG 2.2, 1.4.11.
"""

_ROUND_GREY = QColor("#c0c0c0")
"""The same of round ones, whose frames Fusion makes darker."""

FIELD_GREY = QColor("#b4b4b4")
"""Of this Fusion makes #818181 around a field: 3.4 to a light window, 3.3 to a dark one."""

_GREYS = (
    ("QCheckBox", _BOX_GREY),
    ("QRadioButton", _ROUND_GREY),
    ("QLineEdit", FIELD_GREY),
    ("QAbstractSpinBox", FIELD_GREY),
)


def is_faint(style: QStyle) -> bool:
    """Whether it is the style whose frames can hardly be seen; others keep theirs."""
    return style.objectName().casefold() == "fusion"


def frame_controls(app: QApplication) -> None:
    """Have the frames of check boxes and of fields of one line be seen; `NoteField` sees to its own.

    Qt's Fusion style (6.11) makes a frame of the window's colour, a little darker: 1.2 in dark windows, 1.7 in light
    ones. These controls use that colour for nothing else. Not with a style of our own: one that is written in Python
    would have to wait for the threads that read files with every line it draws.
    """
    if not is_faint(app.style()):
        return
    for kind, grey in _GREYS:
        palette = QPalette()  # only what is set in it is held; the rest goes on following the desktop
        palette.setColor(QPalette.ColorRole.Window, grey)
        QApplication.setPalette(palette, kind)  # type: ignore[arg-type]  # PySide takes no bytes, its types no text
