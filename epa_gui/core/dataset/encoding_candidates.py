"""Which encodings the letters of a file may be written in, the most likely one first: for a person to choose from.

Each encoding is tried on some words, and what comes out is judged as a text of the scripts it is made for: letters of
one language's alphabet and not of several, small letters after capitals and not before them, no signs within words.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from epa_gui.core.dataset import japanese_letters
from epa_gui.core.dataset.encoding import Encoding

MOST_WORDS = 200
"""More say nothing new."""

_FAILED = -3.0
"""What a word counts that is none in the encoding."""

_LATIN = {
    "French": "éèêëàâîïôûùçœ",
    "German": "äöüß",
    "Spanish": "áéíóúñü",
    "Portuguese": "ãõáâàéêíóôúç",
    "Italian": "àèéìòù",
    "Nordic": "åäöøæé",
    "Icelandic": "áéíóúýþæðö",
    "Polish": "ąćęłńóśźż",
    "Czech": "áčďéěíňóřšťúůýž",
    "Slovak": "áäčďéíĺľňóôŕšťúýž",
    "Hungarian": "áéíóöőúüű",
    "Romanian": "ăâîşţșț",
    "Croatian": "čćđšž",
    "Turkish": "çğıöşüâî",
    "Lithuanian": "ąčęėįšųūž",
    "Latvian": "āčēģīķļņšūž",
    "Estonian": "äõöüšž",
}
_VIETNAMESE = "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ\u0300\u0309\u0303\u0301\u0323"
_CYRILLIC = (("оеаинтсрвлкмдпу", 1.0), ("яыьгзбчйхжшю", 0.4), ("цщэфъёіїєґ", -0.1))
_THAI = frozenset("กนรอางมยลวตดทสบปคหพเแ่้ัิีุ็ไ")
_GREEK = (("αοιετνσςρκπυμλη", 1.0), ("ωδγχθφβξάέήίόύώ", 0.5), ("ζψϊϋΐΰ", 0.0))
_CHINESE = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好"
    "都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此"
    "实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真"
    "這來國個說們為時對裡後麼沒於還發當無開經頭動兩長樣現將與進實點種聲話兒問機給幾業間電門東區縣臺灣號街路市北南"
    "京广州省城乡镇县区华江河湖山川深圳上海天津重庆成都男女"
)
_KOREAN = frozenset(
    "이다는의가에을하고지리기도자사를은인로시한서해그나대어정보아일수있제라부전스만주구원장상동과여김박최조강임안성울산경"
)
_SIGNS = frozenset(" \xa0«»“”‘’„–—…€£¥°§ªº¿¡®™©·•²³µ±½¼¾×!?.,:;()[]/-_+*'\"#&@%~^`$<>=\\|{}")

_WESTERN_SIGNS = re.compile("[ -~]*(?:(?:[€°²³µ®™©“”‘’–—…•·\xa0]|[£¥§](?=[ 0-9]))[ -~]*){1,3}")


def candidates(words: Sequence[bytes], among: Sequence[Encoding] = ()) -> tuple[Encoding, ...]:
    """The likely encodings of these words, the most likely one first; those that cannot be are left out.

    Args:
        words: Different texts of a file, each with more than ASCII in it.
        among: Which encodings to judge; all that need a guess if empty.
    """
    scores = {one: score(words, one) for one in among or _JUDGES}
    likely = [one for one, points in scores.items() if points > 0]
    in_order = tuple(sorted(likely, key=lambda one: -scores[one]))
    if _has_western_signs_only(words):
        return (Encoding.WINDOWS_1252, *(one for one in in_order if one is not Encoding.WINDOWS_1252))
    return in_order


def _has_western_signs_only(words: Sequence[bytes]) -> bool:
    """Whether all there is are a few €, curly quotes or dashes: lone letters of other encodings mean less."""
    try:
        texts = [word.decode(Encoding.WINDOWS_1252.value) for word in words[:MOST_WORDS]]
    except UnicodeDecodeError:
        return False
    return bool(texts) and all(_WESTERN_SIGNS.fullmatch(text) for text in texts)


def score(words: Sequence[bytes], encoding: Encoding) -> float:
    """How much these words are text in an encoding, for each letter beyond ASCII: from 1 to `_FAILED`."""
    judge, prior = _JUDGES[encoding]
    texts, failed = [], 0
    for word in words[:MOST_WORDS]:
        try:
            texts.append(word.decode(encoding.value))
        except UnicodeDecodeError:
            failed += 1
    total = len(texts) + failed
    if not texts or failed * 10 > total:
        return _FAILED
    return judge(texts) + prior + _FAILED * failed / total


def _latin(alphabets: Sequence[str]) -> Callable[[Sequence[str]], float]:
    def judge(texts: Sequence[str]) -> float:
        letters = "".join(text for text in texts)
        beyond = [letter for letter in letters.lower() if letter > "\x7f" and letter.isalpha()]
        signs = sum(_sign(letter) for letter in letters if letter > "\x7f" and not letter.isalpha())
        if not beyond:
            return _plain_signs(texts)
        best = max(
            sum(letter in alphabet for letter in beyond) / len(beyond) - 0.01 * len(alphabet) for alphabet in alphabets
        )
        return 2 * best - 1 - (sum(map(_latin_trouble, texts)) + signs) / (len(beyond) + signs)

    return judge


def _plain_signs(texts: Sequence[str]) -> float:
    """Of texts with signs only: €, curly quotes, dashes and the like make it likely, anything else does not."""
    signs = [letter for text in texts for letter in text if letter > "\x7f"]
    return sum(0.4 if letter in _SIGNS else -1.0 for letter in signs) / max(1, len(signs))


def _sign(letter: str) -> float:
    return 0.2 if letter in _SIGNS else 2.0


_SIGN_WITHIN = re.compile(r"(?<=[^\W\d_])[^\w\s'’.·\-–/&()@+:\u0300-\u036f](?=[^\W\d_])")
_CAPITAL_AFTER_SMALL = re.compile("(?<=[a-zà-öø-ÿа-яёά-ώ])[À-ÖØ-ÞА-ЯЁΑ-Ω]")


def _latin_trouble(text: str) -> float:
    return 2 * len(_SIGN_WITHIN.findall(text)) + 1.5 * _capitals_after_small(text)


def _capitals_after_small(text: str) -> int:
    return sum(
        last.islower() and letter.isupper() and not (last.isascii() and letter.isascii())
        for last, letter in pairwise(text)
    )


def _alphabetic(groups: Sequence[tuple[str, float]], first: str, last: str) -> Callable[[Sequence[str]], float]:
    points = {letter: value for letters, value in groups for letter in letters}

    def judge(texts: Sequence[str]) -> float:
        total, count = 0.0, 0
        for text in texts:
            beyond = [letter for letter in text if letter > "\x7f"]
            count += len(beyond)
            for letter in beyond:
                if first <= letter <= last:
                    total += points.get(letter.lower(), -0.4)
                else:
                    total -= 0.3 if letter in _SIGNS else 2.0
            total -= 1.5 * _capitals_after_small(text)
            total -= 0.25 * len(beyond) if len(beyond) > 1 and text.isupper() else 0.0
            total -= 1.5 * _latin_neighbours(text)
        return total / max(1, count)

    return judge


def _latin_neighbours(text: str) -> int:
    """How often a letter of another script touches a Latin one: hardly ever in a text that is read rightly."""
    return sum(a.isalpha() and b.isalpha() and a.isascii() != b.isascii() for a, b in pairwise(text))


def _hebrew(texts: Sequence[str]) -> float:
    total, count = 0.0, 0
    for text in texts:
        total -= 1.5 * _latin_neighbours(text)
        for at, letter in enumerate(text):
            if letter <= "\x7f":
                continue
            count += 1
            if "\u05d0" <= letter <= "\u05ea":
                goes_on = at + 1 < len(text) and "\u05d0" <= text[at + 1] <= "\u05ea"
                points = 1.0 if letter in "יוהלאתרמשבנ" else 0.6
                total += points if letter not in "ךםןףץ" or not goes_on else -1.0
            else:
                total -= 0.2 if letter in _SIGNS or "\u05b0" <= letter <= "\u05f4" else 2.0
    return total / max(1, count)


def _arabic(texts: Sequence[str]) -> float:
    beyond = [letter for text in texts for letter in text if letter > "\x7f"]
    total = -1.5 * sum(map(_latin_neighbours, texts))
    for letter in beyond:
        if letter in "اليمنرتوبدسعهف":
            total += 1.0
        elif "\u0621" <= letter <= "\u06d2":
            total += 0.3
        else:
            total -= 0.2 if letter in _SIGNS or letter in "،؛؟\u200c" else 2.0
    return total / max(1, len(beyond))


def _thai(texts: Sequence[str]) -> float:
    total, count = 0.0, 0
    for text in texts:
        last = ""
        total -= 1.5 * _latin_neighbours(text)
        for letter in text:
            if letter > "\x7f":
                count += 1
                if "\u0e01" <= letter <= "\u0e5b":
                    is_mark = letter in "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
                    if is_mark and not "\u0e01" <= last <= "\u0e4c":
                        total -= 1.5
                    else:
                        total += 0.9 if letter in _THAI else 0.2
                else:
                    total -= 0.3 if letter in _SIGNS else 2.0
            last = letter
    return total / max(1, count)


def _ideographs(level_1: Callable[[str], bool], common: frozenset[str]) -> Callable[[Sequence[str]], float]:
    def judge(texts: Sequence[str]) -> float:
        beyond = [letter for text in texts for letter in text if letter > "\x7f"]
        total = 0.0
        for letter in beyond:
            if letter in common:
                total += 1.0
            elif level_1(letter):
                total += 0.5
            elif "\u3000" <= letter <= "\u303f" or "\uff01" <= letter <= "\uff5e" or letter in _SIGNS:
                total += 0.2
            elif "\u3040" <= letter <= "\u30ff":
                total -= 0.3
            else:
                total -= 1.5 if "\u4e00" <= letter <= "\u9fff" else 2.0
        return total / max(1, len(beyond))

    return judge


def _leads(codec: str, first: int, last: int) -> Callable[[str], bool]:
    def has(letter: str) -> bool:
        try:
            pair = letter.encode(codec)
        except UnicodeEncodeError:
            return False
        return len(pair) == 2 and first <= pair[0] <= last

    return has


def _japanese(texts: Sequence[str]) -> float:
    """As Shift_JIS is judged: the letters are the same."""
    beyond = sum(letter > "\x7f" for text in texts for letter in text)
    return min(1.0, sum(map(japanese_letters.likeness, texts)) / max(1, beyond))


def _korean(texts: Sequence[str]) -> float:
    beyond = [letter for text in texts for letter in text if letter > "\x7f"]
    total = 0.0
    for letter in beyond:
        if letter in _KOREAN:
            total += 1.0
        elif "\uac00" <= letter <= "\ud7a3":
            total += 0.4 if _is_in_ks_x_1001(letter) else -1.0
        else:
            total -= 0.2 if letter in _SIGNS or "\u3000" <= letter <= "\u303f" else 1.5
    return total / max(1, len(beyond))


_is_in_ks_x_1001 = _leads("euc_kr", 0xB0, 0xC8)

_Judge = Callable[[Sequence[str]], float]
_western = _latin(
    [_LATIN[name] for name in ("French", "German", "Spanish", "Portuguese", "Italian", "Nordic", "Icelandic")]
)
_central = _latin(
    [_LATIN[name] for name in ("Polish", "Czech", "Slovak", "Hungarian", "Romanian", "Croatian", "German")]
)
_cyrillic = _alphabetic(_CYRILLIC, "Ѐ", "ӿ")
_greek = _alphabetic(_GREEK, "Ͱ", "Ͽ")
_simplified = _ideographs(_leads("gb2312", 0xB0, 0xD7), _CHINESE)
_traditional = _ideographs(_leads("big5", 0xA4, 0xC6), _CHINESE)
_JUDGES: dict[Encoding, tuple[_Judge, float]] = {
    Encoding.WINDOWS_1252: (_western, 0.05),
    Encoding.ISO_8859_15: (_western, -0.05),
    Encoding.ISO_8859_1: (_western, -0.06),
    Encoding.MAC_ROMAN: (_western, -0.05),
    Encoding.CP850: (_western, -0.06),
    Encoding.WINDOWS_1250: (_central, 0.0),
    Encoding.ISO_8859_2: (_central, -0.03),
    Encoding.WINDOWS_1257: (_latin([_LATIN[name] for name in ("Lithuanian", "Latvian", "Estonian")]), -0.1),
    Encoding.WINDOWS_1254: (_latin([_LATIN["Turkish"]]), -0.02),
    Encoding.WINDOWS_1251: (_cyrillic, 0.03),
    Encoding.KOI8_R: (_cyrillic, 0.0),
    Encoding.ISO_8859_5: (_cyrillic, -0.02),
    Encoding.CP866: (_cyrillic, -0.02),
    Encoding.CP855: (_cyrillic, -0.05),
    Encoding.MAC_CYRILLIC: (_cyrillic, -0.04),
    Encoding.WINDOWS_1253: (_greek, 0.02),
    Encoding.ISO_8859_7: (_greek, 0.0),
    Encoding.WINDOWS_1255: (_hebrew, 0.0),
    Encoding.WINDOWS_1256: (_arabic, 0.0),
    Encoding.TIS_620: (_thai, 0.0),
    Encoding.EUC_JP: (_japanese, 0.05),
    Encoding.EUC_JIS_2004: (_japanese, 0.0),
    Encoding.GB18030: (_simplified, 0.0),
    Encoding.BIG5: (_traditional, 0.0),
    Encoding.CP949: (_korean, 0.0),
    Encoding.JOHAB: (_korean, -0.2),
    Encoding.WINDOWS_1258: (_latin([_VIETNAMESE]), -0.3),
}
