"""What a check finds in a file: a kind, a place, and numbers. Its words are in `ui.retraining.finding_text`."""

from dataclasses import dataclass
from enum import StrEnum

from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.repair import Repair


class FindingKind(StrEnum):
    """Everything a check can find. Source of the rules: the service's data requirements."""

    # Stops: the file cannot be sent
    NOT_THERE = "not there"
    MAY_NOT_READ = "may not read"
    IN_USE = "in use"
    A_FOLDER = "a folder"
    A_SHORTCUT = "a shortcut"
    NOT_READ_WHOLE = "not read whole"
    CHANGED_WHILE_READ = "changed while read"
    A_SPREADSHEET = "a spreadsheet"
    A_ZIP = "a zip"
    NOT_A_TABLE = "not a table"
    NOT_DECODABLE = "not decodable"
    LETTERS_LOOK_WRONG = "letters look wrong"
    UNSURE_ENCODING = "unsure encoding"
    DAMAGED_LETTERS = "damaged letters"
    OTHER_ENCODING = "other encoding"
    A_WEB_PAGE = "a web page"
    AN_XML_SPREADSHEET = "an XML spreadsheet"
    AN_XML_FILE = "an XML file"
    A_SERVER_ERROR = "a server error"
    A_SYLK_FILE = "a SYLK file"
    A_TEXT_DOCUMENT = "a text document"
    A_JSON_FILE = "a JSON file"
    A_PDF = "a PDF"
    A_PICTURE = "a picture"
    AN_EMAIL = "an email"
    A_MAC_COMPANION = "a Mac companion"
    A_CLOUD_STAND_IN = "a cloud stand-in"
    ONLY_NULS = "only NULs"
    DOUBLE_LINE_ENDS = "double line ends"
    EMPTY = "empty"
    ONE_COLUMN = "one column"
    TITLE_LINE = "title line"
    DUPLICATE_NAME = "duplicate name"
    BLANK_NAMES = "blank names"
    UNEVEN_ROW = "uneven row"
    BLANK_LINES = "blank lines"
    END_MARK = "end mark"
    QUOTE_NOT_CLOSED = "quote not closed"
    ROW_TOO_LONG = "row too long"
    TOO_FEW_ROWS = "too few rows"
    TOO_LARGE = "too large"
    COLUMNS_DIFFER = "columns differ"
    SAME_FILE_TWICE = "same file twice"
    # Advice: it may be sent all the same
    FEW_ROWS = "few rows"
    MANY_ROWS = "many rows"
    MANY_COLUMNS = "many columns"
    TOO_MANY_COLUMNS = "too many columns"
    NO_BOM = "no BOM"
    LATE_LETTERS = "late letters"
    UTF_16 = "UTF-16"
    LOST_LETTERS = "lost letters"
    NULS = "NULs"
    MOSTLY_EMPTY = "mostly empty"
    MIXED_TYPES = "mixed types"
    GROUPED_NUMBERS = "grouped numbers"
    ONE_CLASS = "one class"
    DATE_OUT_OF_RANGE = "date out of range"
    DATE_FORMATS = "date formats"
    LATE_LABELS = "late labels"
    LABELS_NOT_TRAINED = "labels not trained"
    # Advice from the comparison with the file sent last
    OTHER_DATA = "other data"
    COLUMN_GONE = "column gone"
    COLUMN_NEW = "column new"
    TARGET_GONE = "target gone"
    TYPE_CHANGED = "type changed"
    LABELS_GONE = "labels gone"
    LABELS_NEW = "labels new"
    ROWS_CHANGED = "rows changed"
    SAME_AS_LAST = "same as last"


_FIRST_ADVICE = list(FindingKind).index(FindingKind.FEW_ROWS)
STOPS = frozenset(list(FindingKind)[:_FIRST_ADVICE])
"""A file with one of these is not sent."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found.

    Attributes:
        kind: What it is.
        row: Where, counted as a spreadsheet does: 1 is the column names, 2 the first row of data; 0 for no one place.
        column: The column's number from 1; 0 for no one column.
        name: The column's name.
        count: How many of it there are.
        total: Of how many.
        values: Examples, or the two things that differ; shortened.
        repair: What would put it right in the copy that is sent; `None` if only a person can.
        encodings: What the file may be written in, the most likely one first: for a person to choose from.
    """

    kind: FindingKind
    row: int = 0
    column: int = 0
    name: str = ""
    count: int = 0
    total: int = 0
    values: tuple[str, ...] = ()
    repair: Repair | None = None
    encodings: tuple[Encoding, ...] = ()

    @property
    def stops(self) -> bool:
        """Whether the file cannot be sent."""
        return self.kind in STOPS
