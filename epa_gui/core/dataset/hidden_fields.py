"""Notes the first field of a column with something invisible in it, and the first with blanks at its ends."""

from collections.abc import Iterable, Sequence

from epa_gui.core.dataset.invisible import cleaned, may_hold_strays, strays_in

_LOOKED_AT_CLOSELY = 1 << 17
"""Characters of one column that are looked through for blanks at ends and for what is rare. With all of it that would
take a tenth of the time of a check. Where these matter most, in classes, every value is looked at."""

_BLANKS_AT_ENDS = {" ": (" \n", "\n "), "\u3000": ("\u3000\n", "\n\u3000"), "\t": ("\t",)}
"""By their blank: a single letter that is not there is looked for in no time, two are not."""


class HiddenFields:
    """What nobody sees in one column.

    Attributes:
        row: The first row of a field with invisible characters or odd blanks; 0 for none.
        example: That field.
        blank_row: The first row of a field with blanks at its ends and nothing else; 0 for none.
        blank_example: That field.
    """

    __slots__ = ("_looked_at", "blank_example", "blank_row", "example", "row")

    def __init__(self) -> None:
        self.row = 0
        self.example = ""
        self.blank_row = 0
        self.blank_example = ""
        self._looked_at = 0

    def look_at_each(self, fields: Iterable[str], first_row: int) -> None:
        """Look at fields one by one."""
        for row, field in enumerate(fields, first_row):
            if not (field.isascii() and field.isprintable()) and strays_in(field):
                if not self.row:
                    self.row, self.example = row, field
            elif not self.blank_row and field != cleaned(field):
                self.blank_row, self.blank_example = row, field

    def look(self, text: str, fields: Sequence[str], first_row: int) -> None:
        """Look at many fields at once.

        Args:
            text: The fields, each with LF behind it.
            fields: The same.
            first_row: The number of the first one's row.
        """
        if self.row and (self.blank_row or self._looked_at > _LOOKED_AT_CLOSELY):
            return
        is_close = self._looked_at <= _LOOKED_AT_CLOSELY
        self._looked_at += len(text)
        if (is_close and not self.blank_row and _has_blanks_at_ends(text)) or (
            not self.row and may_hold_strays(text, is_hasty=not is_close)
        ):
            self.look_at_each(fields, first_row)


def _has_blanks_at_ends(text: str) -> bool:
    found = [ends for blank, ends in _BLANKS_AT_ENDS.items() if blank in text]
    return bool(found) and (any(end in text for ends in found for end in ends) or text.startswith((" ", "\u3000")))
