"""Controls whose boxes, arrows and pictures grow with larger letters, where the style would have them stay.

Qt's Fusion style (6.11) reckons them from the dots per inch of the font that an option names, and not from the font's
size. So the option is given the same letters, measured for a denser screen. Not with a style of our own: one that is
written in Python would be asked for a size with every line it draws, and wait for the threads that read files.
"""

import math

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QRadioButton,
    QSpinBox,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionSpinBox,
    QWidget,
)

from epa_gui.ui.base.control_frames import is_faint
from epa_gui.ui.base.page import USUAL_LETTERS

_USUAL_DPI = 96
_ARROW_MORE = 5
"""Pixels of the arrow of a choice that Fusion does not ask for: it finds them among its margins, until they grow."""

_METRES_PER_INCH = 0.0254
_POINTS_PER_INCH = 72


def grow(option: QStyleOption, widget: QWidget) -> None:
    """Have the style reckon the sizes in `option` for the letters of `widget`, if they are larger than usual."""
    dpi = round(_USUAL_DPI * widget.fontMetrics().height() / USUAL_LETTERS)
    if dpi > max(_USUAL_DPI, option.fontMetrics.fontDpi()) and is_faint(widget.style()):
        option.fontMetrics = _metrics(widget.font(), dpi)


def _metrics(font: QFont, dpi: int) -> QFontMetrics:
    """The metrics of the same letters on a screen of so many dots per inch."""
    screen = QImage(1, 1, QImage.Format.Format_Mono)
    screen.setDotsPerMeterX(round(dpi / _METRES_PER_INCH))
    screen.setDotsPerMeterY(round(dpi / _METRES_PER_INCH))
    same = QFont(font)
    same.setPointSizeF(QFontInfo(font).pixelSize() * _POINTS_PER_INCH / dpi)
    return QFontMetrics(same, screen)


class CheckBox(QCheckBox):
    """A check box whose box grows."""

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Have it grow."""
        super().initStyleOption(option)
        grow(option, self)


class RadioButton(QRadioButton):
    """A radio button whose ring grows."""

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Have it grow."""
        super().initStyleOption(option)
        grow(option, self)


class SpinBox(QSpinBox):
    """A field for a number whose arrows grow."""

    def initStyleOption(self, option: QStyleOptionSpinBox) -> None:
        """Have them grow."""
        super().initStyleOption(option)
        grow(option, self)


class ComboBox(QComboBox):
    """A choice whose arrow grows."""

    def sizeHint(self) -> QSize:
        """With room for the arrow."""
        return self._with_room(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """With room for the arrow."""
        return self._with_room(super().minimumSizeHint())

    def _with_room(self, size: QSize) -> QSize:
        """The style asks for the width of a scroll bar, and takes a little more from the text."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        more = option.fontMetrics.fontDpi() / _USUAL_DPI - 1
        return QSize(size.width() + max(0, math.ceil(_ARROW_MORE * more)), size.height())

    def width_for(self, words: int) -> int:
        """How wide it has to be for words that are so many pixels wide."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        content = QSize(words, self.fontMetrics().height())
        size = self.style().sizeFromContents(QStyle.ContentsType.CT_ComboBox, option, content, self)
        return self._with_room(size).width()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Have it grow."""
        super().initStyleOption(option)
        grow(option, self)
