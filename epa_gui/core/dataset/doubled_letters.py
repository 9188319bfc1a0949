"""Letters that were read wrongly before the file was written: valid UTF-8, but “MÃ³stoles” for “Móstoles”."""

import re

_LATE = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""What the second and third byte of a letter in UTF-8 become."""

_CONTROLS = "\u0080-\u009f"
"""Nobody writes these: a letter before one of them was read wrongly."""

_WESTERN = re.compile(
    f"[ÂÃ][{_LATE}]|â[€‚„…†‡ˆ‰][{_LATE}]|[ãäåæçèé][{_LATE}][{_LATE}](?=[ãäåæçèé][{_LATE}])|[\u00c2-\u00f4][{_CONTROLS}]"
)
_JAPANESE = re.compile("[縺繧繝莠譚螟荳蜿譁蟆逕邨蜷譛蜊蛟][\\uff61-\\uff9f\\u3400-\\u9fff]*")
_MAY_STAND_AFTER_CAPITALS = frozenset("»«”“’‘…–—")
_FIRST_CJK = "\u3000"
_SIGNS = "ÃÂ縺繧繝\u0081\u008f\u0090\u009c\u009d莠譚螟荳"
_PAIRS = {"â": ("â€",), "ã": ("ã‚", "ãƒ")}
"""By their first letter: to look for a pair takes a hundred times as long as for a single letter that is not there."""


def may_hold_doubled(text: str) -> bool:
    """Whether it is worth to look at each field of a long text: fast."""
    if text.isascii():
        return False
    pairs = (pair for sign, pairs in _PAIRS.items() if sign in text for pair in pairs)
    return any(sign in text for sign in _SIGNS) or any(pair in text for pair in pairs)


def meant_by(field: str) -> str:
    """What a field says whose letters were read wrongly once; empty if they were not, or nobody can say."""
    for match in _WESTERN.finditer(field):
        before = field[match.start() - 1 : match.start()]
        if not (before.isupper() and match[0][1] in _MAY_STAND_AFTER_CAPITALS):  # «IRMÃ» is a word
            return _read_again(field)
    if _JAPANESE.search(field):
        meant = _decoded(field, "cp932")
        return meant if any(sign >= _FIRST_CJK for sign in meant) else ""
    return ""


def _read_again(field: str) -> str:
    """The field with what was read wrongly put right, as far as it goes."""
    whole = _decoded(field, "cp1252")
    if whole:
        return whole
    made = _RUN.sub(lambda found: _decoded(found[0], "cp1252") or found[0], field)
    return made if made != field else ""


_RUN = re.compile(f"[\u00c2-\u00f4][{_LATE}]{{1,3}}")


def _decoded(text: str, codec: str) -> str:
    """The text, had its bytes been read as UTF-8; empty if they are none."""
    try:
        made = b"".join(_bytes(sign, codec) for sign in text).decode()
    except UnicodeError:
        return ""
    return made if made != text else ""


def _bytes(sign: str, codec: str) -> bytes:
    """A byte that the codec does not know is often kept as it is."""
    if codec == "cp1252" and "\u0080" <= sign <= "\u009f":
        return sign.encode("latin-1")
    return sign.encode(codec)
