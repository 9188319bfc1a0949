"""A field for an amount: written as people write amounts, read however they type them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QStyleOptionSpinBox

from epa_gui.ui.base.growing import grow

_MINUS = "\u2212"
_PLAIN = str.maketrans(
    {chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}
    | dict.fromkeys((_MINUS, "\u2010", "\u2011", "\u2012", "\u2013", "\u30fc"), "-")
)
"""Wide digits and signs, and what people type for a minus or a Japanese input method writes for it."""

_DECIMALS = 2


class AmountBox(QDoubleSpinBox):
    """Shows ``−12,000`` and ``0.5``: grouped as the person's locale does, with as many decimals as were given."""

    def __init__(self, most: float) -> None:
        """Take amounts from ``-most`` to ``most``."""
        super().__init__(minimum=-most, maximum=most, decimals=_DECIMALS)
        self.setGroupSeparatorShown(True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def initStyleOption(self, option: QStyleOptionSpinBox) -> None:
        """Have its arrows grow with the letters."""
        super().initStyleOption(option)
        grow(option, self)

    def textFromValue(self, value: float) -> str:
        """The amount in words of this locale."""
        written = f"{abs(value):.{_DECIMALS}f}".rstrip("0")
        decimals = len(written.partition(".")[2])
        text = self.locale().toString(abs(value), "f", decimals)
        return f"{_MINUS}{text}" if value < 0 else text

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Whether that is, or may become, an amount."""
        plain = text.translate(_PLAIN)
        state, *_ = super().validate(plain, min(place, len(plain)))
        if state is not QValidator.State.Invalid and "-" in plain:
            plain = plain.replace("-", _MINUS, 1)
        return state, plain, min(place, len(plain))

    def valueFromText(self, text: str) -> float:
        """The amount that was typed."""
        return super().valueFromText(text.translate(_PLAIN))  # which takes groups as people leave them: “12,00”
