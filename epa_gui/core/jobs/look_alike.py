"""Tells hosts that a person could take for one of the service's own.

Nobody reads an address letter by letter: names are brought to what they look like, and then compared.
"""

import re
import unicodedata
from collections.abc import Iterable

_OWNERS = (".sony.com", ".sony.biz", ".sony.co.jp")
"""Whatever stands below these belongs to the service's owner."""

_OWNER = "sony"
_MOST_SLIPS = 2

_LOOKS = str.maketrans(
    {
        **dict(zip("аеорсухіїјѕһԁԛԝӏкмтвзгпнб", "aeopcyxiijshdqwlkmtb3rnhb", strict=True)),
        **dict(zip("οαερντικυηωχγσβ", "oaepvtikunwxyob", strict=True)),
        **dict(zip("01358|ıɡɩøƅɑոսօ", "oleebliglobanuo", strict=True)),
    }
)
"""Cyrillic, Greek and others as the Latin letters they are taken for. Source: Unicode's confusables.txt, in part."""


def resembled(host: str, officials: Iterable[str]) -> str:
    """The one of `officials` that `host`, another one, could be taken for; empty for none.

    Args:
        host: A host's name in its plain spelling (IDNA).
        officials: The service's own hosts, such as ``api.name-of-service.owner.com``.
    """
    known = list(officials)
    if host in known:
        return ""
    if host.endswith(_OWNERS) and "xn--" not in host:
        return next((official for official in known if _is_near(host, official)), "")
    look = _look_of(host)
    labels = [label.replace("-", "") for label in look.split(".")]
    for official in known:
        like = _look_of(official)
        name = like.split(".")[-3].replace("-", "")
        if like in look or name in "".join(labels) or _is_near(look, like):
            return official
        if any(_is_near(label, name) for label in labels):
            return official
    return next(iter(known), "") if _OWNER in re.split(r"[.-]", look) else ""


def _look_of(host: str) -> str:
    """A host's name as the eye takes it."""
    letters = unicodedata.normalize("NFKD", ".".join(map(_letters_of, host.split("."))))
    bare = "".join(letter for letter in letters if unicodedata.category(letter) != "Mn").casefold()
    return bare.translate(_LOOKS).replace("rn", "m").replace("vv", "w")


def _letters_of(label: str) -> str:
    """A label in the letters that a browser would show for it."""
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return label


def _is_near(one: str, other: str) -> bool:
    """Whether few slips of a finger make one of the other: letters left out, put in, changed or in another order."""
    if abs(len(one) - len(other)) > _MOST_SLIPS:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        older, before, row = before, row, [place]
        for at, wanted in enumerate(other, 1):
            cost = min(before[at] + 1, row[at - 1] + 1, before[at - 1] + (letter != wanted))
            if older and at > 1 and letter == other[at - 2] and one[place - 2] == wanted:
                cost = min(cost, older[at - 2] + 1)
            row.append(cost)
    return row[-1] <= _MOST_SLIPS
