"""Writes one field plainly: a number as digits, a date as YYYY-MM-DD, or says that it cannot.

Each function looks at one field alone and answers only what that field says by itself. Whether a whole column may be
written anew (all of it, in one unit, with one meaning of the comma) is decided in `column_writing`.
"""

from epa_gui.core.dataset.narrow_text import narrow
from epa_gui.core.dataset.written_dates import written_date
from epa_gui.core.dataset.written_numbers import written_number

_LONGEST_WORD = 60


def plain_number(text: str) -> str | None:
    """The number in a field as digits: 1234 for “1,234”, 1200 for “¥1,200”, 12 for “12%”; `None` if it is none.

    A plain number comes back as it is, without blanks around it.
    """
    found = written_number(text)
    return found.plain if found else None


def plain_date(text: str) -> str | None:
    """The date in a field as YYYY-MM-DD, a time as hh:mm or hh:mm:ss behind it, or YYYY-MM; `None` if it is none.

    Where day and month may be meant either way, as in 01/02/2024, it is `None`. A time zone is left out.
    """
    found = written_date(text)
    return found.plain if found else None


_WORDS = r"""
    - -- --- ― ‐ – — ー － * ? . .. ... … / \n # null (null) <null> [null] nil none nan -nan na n/a n.a. n.a #n/a <na>
    #value! #div/0! #ref! #name? #null! #num! missing unknown blank empty (blank) (empty) tbd undefined not␣available
    nat なし 無し 無 ナシ 不明 未定 未入力 未記入 未回答 未設定 該当なし 空白 欠損 欠測 データなし
"""
_MISSING_WORDS = frozenset(narrow(word).lower().replace("␣", " ") for word in _WORDS.split())


def is_missing_word(text: str) -> bool:
    """Whether a field is one of the words by which people and programs say that a value is missing."""
    return len(text) <= _LONGEST_WORD and narrow(text).lower() in _MISSING_WORDS
