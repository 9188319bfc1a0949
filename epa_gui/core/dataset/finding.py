"""What a check finds in a file: a kind, a place, and numbers. Its words are in `ui.retraining.finding_text`."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.repair import Repair, column_in_file


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
    COLUMNS_ALIKE = "columns alike"
    SAME_FILE_TWICE = "same file twice"
    OTHER_DELIMITER = "other delimiter"
    SEPARATOR_LINE = "separator line"
    COUNTS_ROW = "counts row"
    NO_NAMES = "no names"
    REPEATED_NAMES = "repeated names"
    FOOTER = "footer"
    SWALLOWED_ROWS = "swallowed rows"
    # Advice: it may be sent all the same
    FEW_ROWS = "few rows"
    MANY_ROWS = "many rows"
    MANY_COLUMNS = "many columns"
    TOO_MANY_COLUMNS = "too many columns"
    NO_BOM = "no BOM"
    LATE_LETTERS = "late letters"
    UTF_16 = "UTF-16"
    LOST_LETTERS = "lost letters"
    DOUBLED_LETTERS = "doubled letters"
    NULS = "NULs"
    MOSTLY_EMPTY = "mostly empty"
    MIXED_TYPES = "mixed types"
    GROUPED_NUMBERS = "grouped numbers"
    ONE_CLASS = "one class"
    DATE_OUT_OF_RANGE = "date out of range"
    DATE_FORMATS = "date formats"
    LATE_LABELS = "late labels"
    LABELS_NOT_TRAINED = "labels not trained"
    UNITS_ROW = "units row"
    EMPTY_ROWS = "empty rows"
    SUBTOTALS = "subtotals"
    STRAY_QUOTES = "stray quotes"
    BACKSLASH_QUOTES = "backslash quotes"
    BLANKS_BETWEEN = "blanks between"
    # Advice about what nobody sees
    HIDDEN_IN_NAMES = "hidden in names"
    BLANKS_IN_NAMES = "blanks in names"
    NAMES_ALIKE = "names alike"
    HIDDEN_IN_FIELDS = "hidden in fields"
    BLANKS_IN_FIELDS = "blanks in fields"
    HIDDEN_IN_COLUMNS = "hidden in columns"
    CLASSES_ALIKE = "classes alike"
    CLASSES_OTHERWISE = "classes otherwise"
    # Advice on columns, as the service judges them
    MISSING_WORDS = "missing words"
    LATE_OTHER_TYPE = "late other type"
    NUMBERS_WITH_UNITS = "numbers with units"
    NUMBERS_WITH_BLANKS = "numbers with blanks"
    DECIMAL_COMMAS = "decimal commas"
    NEGATIVE_MARKS = "negative marks"
    WIDE_DIGITS = "wide digits"
    POINTS_OR_THOUSANDS = "points or thousands"
    UNLISTED_DATES = "unlisted dates"
    DAY_AND_MONTH = "day and month"
    TOO_MANY_CLASSES = "too many classes"
    CUT_BY_SPREADSHEET = "cut by a spreadsheet"
    ALL_DIFFER = "all differ"
    EVALUATION_OF_TIME_SERIES = "evaluation of time series"
    TARGET_NO_CLASSES = "target no classes"
    LEADING_ZEROS_GONE = "leading zeros gone"
    DAY_ORDER_CHANGED = "day order changed"
    MAY_BE_DATES_CHANGED = "may be dates changed"
    # Advice from the comparison with the file sent last
    OTHER_DATA = "other data"
    COLUMN_GONE = "column gone"
    COLUMN_NEW = "column new"
    TARGET_GONE = "target gone"
    NAMES_OTHERWISE = "names otherwise"
    TYPE_CHANGED = "type changed"
    LABELS_GONE = "labels gone"
    LABELS_NEW = "labels new"
    ROWS_CHANGED = "rows changed"
    SAME_AS_LAST = "same as last"


_FIRST_ADVICE = list(FindingKind).index(FindingKind.FEW_ROWS)
STOPS = frozenset(list(FindingKind)[:_FIRST_ADVICE])
"""A file with one of these is not sent, unless it is one of `OVERRULABLE` and a person says so."""

OVERRULABLE = frozenset(
    {
        FindingKind.ONE_COLUMN,
        FindingKind.TITLE_LINE,
        FindingKind.DUPLICATE_NAME,
        FindingKind.BLANK_NAMES,
        FindingKind.UNEVEN_ROW,
        FindingKind.BLANK_LINES,
        FindingKind.END_MARK,
        FindingKind.TOO_FEW_ROWS,
        FindingKind.COLUMNS_DIFFER,
        FindingKind.COLUMNS_ALIKE,
        FindingKind.SAME_FILE_TWICE,
        FindingKind.COUNTS_ROW,
        FindingKind.NO_NAMES,
        FindingKind.REPEATED_NAMES,
        FindingKind.FOOTER,
        FindingKind.SWALLOWED_ROWS,
    }
)
"""Stops that rest on the manual of the service's console alone: the retraining API may judge otherwise, so a person may
send in spite of them. The other ones are files that nobody could read, or that are not what was shown."""


IN_DOUBT = frozenset({FindingKind.LETTERS_LOOK_WRONG, FindingKind.UNSURE_ENCODING, FindingKind.DAMAGED_LETTERS})
"""While one of these is open, nobody knows what the letters are: no copy is made of them, so there is no repair."""


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

    def in_file(self, repairs: Collection[Repair]) -> "Finding":
        """The same with the file's own column number, if it was found in a copy from which columns are left out."""
        column = column_in_file(self.column, repairs)
        if column == self.column:
            return self
        repair = self.repair and replace(self.repair, column=column_in_file(self.repair.column, repairs))
        return replace(self, column=column, repair=repair)

    @property
    def stops(self) -> bool:
        """Whether the file cannot be sent."""
        return self.kind in STOPS

    @property
    def can_be_overruled(self) -> bool:
        """Whether it stops a file that may be sent all the same, if a person says so."""
        return self.stops and self.kind in OVERRULABLE
