"""The frames of check boxes, fields and default buttons, which have to be seen on what is behind them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyle

from epa_gui.ui.base.accent import window_accent
from epa_gui.ui.base.row_ink import contrast

_BOX_GREY = QColor("#a9a9a9")
"""Of this Fusion makes #858585, whose contrast to a light window (#efefef) is 3.2 and to a dark one (#323232) 3.5.

The least for a control is 3. Source: WCAG 2.2, 1.4.11.
"""

_ROUND_GREY = QColor("#c0c0c0")
"""The same of round ones, whose frames Fusion makes darker."""

FIELD_GREY = QColor("#b4b4b4")
"""Of this Fusion makes #818181 around a field: 3.4 to a light window, 3.3 to a dark one."""

_FOCUS = 4.0
"""The least contrast to the window of the frame that tells where the keyboard is: more than that of the others."""

_READ = 4.5
"""The least contrast of text. Source: WCAG 2.2, 1.4.3."""

_STEP, _FURTHEST = 5, 1000
"""Percent by which the desktop's own highlight is made lighter or darker until it has that."""

_BRIGHTEST = 160
"""Beyond it Fusion makes a frame of this lightness, of 255."""

_Colours = dict[QPalette.ColorRole, QColor]


def is_faint(style: QStyle) -> bool:
    """Whether it is the style whose frames can hardly be seen; others keep theirs."""
    return style.objectName().casefold() == "fusion"


def frame_controls(app: QApplication) -> None:
    """Have the frames of check boxes, of fields of one line, of buttons and of bars of progress be seen.

    `NoteField` sees to its own. To be called again when the colours of the desktop have changed.

    Qt's Fusion style (6.11) makes a frame of the window's colour, a little darker: 1.2 in dark windows, 1.7 in light
    ones. These controls use that colour for nothing else. Not with a style of our own: one that is written in Python
    would have to wait for the threads that read files with every line it draws.
    """
    if not is_faint(app.style()):
        return
    for kind, colours in _colours_by_kind(app.palette()).items():
        now = QApplication.palette(kind)  # type: ignore[call-overload]  # PySide takes no bytes, its types no text
        if all(now.color(role) == colour for role, colour in colours.items()):
            continue  # it has them: setting them has all of the kind be painted anew
        palette = QPalette()  # only what is set in it is held; the rest goes on following the desktop
        for role, colour in colours.items():
            palette.setColor(role, colour)
        QApplication.setPalette(palette, kind)  # type: ignore[arg-type]  # likewise


def _colours_by_kind(palette: QPalette) -> dict[str, _Colours]:
    """What the controls of a kind have in place of the desktop's own."""
    window, highlight = QPalette.ColorRole.Window, QPalette.ColorRole.Highlight
    focus = frame_accent(palette)
    field = {window: FIELD_GREY, highlight: focus, QPalette.ColorRole.HighlightedText: _ink_on(focus, palette)}
    return {
        "QCheckBox": {window: _BOX_GREY},
        "QRadioButton": {window: _ROUND_GREY},
        "QLineEdit": field,
        "QAbstractSpinBox": field,
        "QPushButton": {highlight: focus},
        "QProgressBar": {window: FIELD_GREY, highlight: window_accent(palette, QPalette.ColorRole.Base)},
    }


def frame_accent(palette: QPalette) -> QColor:
    """The highlight of what Fusion makes the frame of a field with the keyboard, and of a default button.

    In dark windows the style's own frame is darker than that of a field without the keyboard: 1.8 to the window. As
    selected text stands on it, it is a shade of the desktop's own and keeps its hue, if it has one and a shade is seen;
    else, as where the desktop's is black in a dark window, it is the colour of the text.
    """
    role = QPalette.ColorRole
    window, text, own = (palette.color(one) for one in (role.Window, role.WindowText, role.Highlight))
    shade = own.lighter if text.lightness() > window.lightness() else own.darker
    shades = (shade(percent) for percent in range(100, _FURTHEST, _STEP))
    return next((one for one in shades if contrast(_outline(one), window) >= _FOCUS), text)


def _ink_on(highlight: QColor, palette: QPalette) -> QColor:
    """Of text that is selected in a field: the desktop's own, unless it is read worse there than the desktop has it."""
    own = palette.color(QPalette.ColorRole.HighlightedText)
    usual = contrast(own, palette.color(QPalette.ColorRole.Highlight))
    if contrast(own, highlight) >= min(_READ, usual):
        return own
    inks = (own, QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.white))
    return max(inks, key=lambda ink: contrast(ink, highlight))


def _outline(highlight: QColor) -> QColor:
    """What Fusion makes of a highlight (``QFusionStylePrivate::highlightedOutline``)."""
    outline = highlight.darker(125)
    if outline.value() > _BRIGHTEST:
        outline.setHsl(outline.hslHue(), outline.hsvSaturation(), _BRIGHTEST)
    return outline
