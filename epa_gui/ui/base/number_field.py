"""A field for one of the service's numbers, as it is typed or pasted."""

import re
import unicodedata

from PySide6.QtGui import QValidator

from epa_gui.ui.base.roomy_line import RoomyLine

_NUMBER = re.compile(r"\s*[0-9]{0,18}\s*")


class NumberField(RoomyLine):
    """Takes digits, also the wide ones that a Japanese input method writes, and keeps plain ones."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setValidator(_Digits(self))


class _Digits(QValidator):
    """Refuses what is no number; invisible signs that came with a number are left out."""

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Whether that is, or may become, a number; with plain digits in place of wide ones."""
        wide = unicodedata.normalize("NFKC", text)
        plain = "".join(sign for sign in wide if unicodedata.category(sign) != "Cf")
        if not _NUMBER.fullmatch(plain):
            return QValidator.State.Invalid, text, place
        state = QValidator.State.Acceptable if plain.strip() else QValidator.State.Intermediate
        return state, plain, min(place, len(plain))
