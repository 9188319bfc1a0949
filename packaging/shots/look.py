"""How the program looks in the pictures: theme, style, size of the letters, size of the window."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from epa_gui.ui.base.control_frames import frame_controls

THEMES = ("light", "dark", "system")
_ENOUGH_LIGHT = 128
"""Lightness from which on a window is called light, of 255."""

_LETTERS_AND_KANA = "Noto Sans CJK JP"
"""A family with the letters of both, as those of a Japanese Windows and macOS are."""


@dataclass(frozen=True, slots=True)
class Look:
    """One way to look.

    Attributes:
        theme: One of `THEMES`.
        scale: Of the letters, percent.
        size: Of the main window, pixels.
        style: Qt's name of the style; empty for the system's own.
        dpr: Pixels of the screen for each of the program's; whole or not.
        language: That the program speaks; for the file's name alone.
    """

    theme: str = "light"
    scale: int = 100
    size: QSize = QSize(1024, 700)  # noqa: RUF009  nobody changes it
    style: str = ""
    dpr: float = 1.0
    language: str = "en"

    def file_name(self, scene: str) -> str:
        """What a scene's picture is called: ``main-ready-light-100-1024x700.png``, and ``main-ready-ja-light-…``."""
        dense = "" if self.dpr == 1 else f"@{self.dpr:g}"
        spoken = "" if self.language == "en" else f"-{self.language}"
        return f"{scene}{spoken}-{self.theme}-{self.scale}-{self.size.width()}x{self.size.height()}{dense}.png"


class Wardrobe:
    """Changes how an application looks, as often as wanted; each look begins from how the system started it."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._font = of_one_family(app.font())
        self._style = app.style().objectName()

    def put_on(self, look: Look) -> None:
        """Look like that from now on. Windows that are open follow."""
        self._app.setStyle(look.style or self._style)
        self._app.setPalette(QPalette())
        hints = self._app.styleHints()
        if look.theme == "system":
            hints.unsetColorScheme()
        else:
            is_dark = look.theme == "dark"
            hints.setColorScheme(Qt.ColorScheme.Dark if is_dark else Qt.ColorScheme.Light)
            if is_dark is not _is_dark(self._app.palette()):  # no platform with themes: Xvfb, offscreen
                self._app.setPalette(dark() if is_dark else light())
        font = QFont(self._font)
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * look.scale / 100)
        else:
            font.setPixelSize(font.pixelSize() * look.scale // 100)
        self._app.setFont(font)
        frame_controls(self._app)


def of_one_family(font: QFont) -> QFont:
    """A system's font for what is shown in the language of now.

    Where the program speaks Japanese and the system's family has no kana, they would come from another one: heavier
    than the letters beside them, with an ellipsis now on the line and now in its middle.
    """
    made = QFont(font)
    if QLocale().language() is not QLocale.Language.Japanese:
        return made
    has_kana = QFontDatabase.WritingSystem.Japanese in QFontDatabase.writingSystems(QFontInfo(font).family())
    if not has_kana and _LETTERS_AND_KANA in QFontDatabase.families():
        made.setFamilies([_LETTERS_AND_KANA])
    return made


def _is_dark(palette: QPalette) -> bool:
    return palette.color(QPalette.ColorRole.Window).lightness() < _ENOUGH_LIGHT


def light() -> QPalette:
    """As Fusion is where a system is light."""
    return _palette(
        window="#efefef", base="#ffffff", other="#f7f7f7", text="#000000", button="#efefef", accent="#308cc6"
    )


def dark() -> QPalette:
    """As Fusion is where a system is dark."""
    return _palette(
        window="#323232", base="#242424", other="#2b2b2b", text="#ffffff", button="#323232", accent="#2a70c0"
    )


def _palette(*, window: str, base: str, other: str, text: str, button: str, accent: str) -> QPalette:
    role = QPalette.ColorRole
    made = QPalette(QColor(button), QColor(window))
    paints = {
        role.Window: window,
        role.WindowText: text,
        role.Base: base,
        role.AlternateBase: other,
        role.Text: text,
        role.Button: button,
        role.ButtonText: text,
        role.ToolTipBase: other,
        role.ToolTipText: text,
        role.Highlight: accent,
        role.Accent: accent,
        role.HighlightedText: "#ffffff",
        role.Link: accent,
    }
    for place, colour in paints.items():
        made.setColor(place, QColor(colour))
    faint = QColor(text)
    faint.setAlpha(128)
    made.setColor(role.PlaceholderText, faint)
    for place in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, place, faint)
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor("#919191"))
    return made
