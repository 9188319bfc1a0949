"""How much letters read as Shift_JIS look like what people write in Japanese, and how much like another encoding.

Almost any bytes pass as Shift_JIS. What gives them away: rare kanji, half-width kana one by one or in orders that no
word has, kanji in the middle of Latin words, characters of a range that is left to private use.
"""

import re
from functools import lru_cache
from itertools import pairwise

MOST_OF_A_TEXT = 4.0
"""However long a text is, it speaks for or against by so much at most: one odd name is no proof."""

_KANJI_OF_NAMES = frozenset(
    "澤濱邊邉廣國櫻齋齊髙﨑瀨眞惠榮圓學實德彌應豐龍瀧靜縣藏條壽與會團圖醫藝檢驗驛單聲辯澁澀濵嶋槇榊榎峯梶楠椎樺桧檜"
    "埜俣俐倅偕凉凛凜凰匡呂咲喬圀埼堯塙奏嬉寳寶將岐岑峨嵯嵩嵜嶌嶽巌巖巽幡弘彬恍惇慧晁晃晏晟晧晨暉暘曻會朋杢杣枡柊栢栞桒"
    "棗椿楊楢榛槙槌樋橘檀欅歐毬氣汀泙洸淨淳渕渚湊湯溪溫滉滿漣澪濤瀾炫煕煌熈熙燁燦爲狹獅玖玲珀珈珊琉琢琥瑛瑞瑠瑤"
    "璃瓊甕畠畑皋皐皓盈眸睦瞳祐祿禎禮禰稀稜穂穗穰竜竪笙笹篁篤篠簗紗紬絆絢綺綸緋縁總纐羅翆翔翠翡耀聖聡聰肇脩腎"
    "舘艸芙芹苺茉茜茅莉莞莱菫菱萌萬葛董葵蒔蒙蒼蓉蓮蔣蔦蕗蕨薙薫薰藍藪蘂蘭虎蛍螢裟裡袈襄詢誼諄諒謙讃讓豊貳賴"
    "赳躰軒轟辻迪迫遙遼邑郁鄭鄧釉釘鈴銕鋒鋤錆錦鍬鎌鎭鐵鑑鑛閏閤關隈隼雛雫雰霞霧靖鞆鞍鞠鞘韓頌頼顎顯飴餅饗馨駈駒駿騎驍"
    "髮鬼魁魯鮎鮒鮫鮭鯉鯖鯛鰐鰭鰯鰹鱒鱗鳩鳳鴇鴉鴛鴦鴨鴻鵜鵬鶯鶴鷗鷲鷹鷺麒麓麟麿黎鼎齡龜丼仍佛凪凧匂叉吊噂噌堺姑娑媛"
    "崔崧廿彗恣恬惹揃搬摺撫擢旻昊晄曹梁棲櫂歿毘沌淀渥漕煉牀牟犀狐狗狸狼猪猫獏痺癌癒皺瞭砦碗碧礫祇祠祷穢窺竈笠筈箔箸"
    "籠粥糟絨綴縞繡繪繭罫罹羚翳耶聘肛肘股肴腱腫腺膀膝膣膵臀臍臼舅舐艶荻菅萩葺蓋蔭蔽薯蘇虔虹蚊蛇蛋蛙蛤蛭蜂蜃蜜蝉蝕"
    "蝦蝶蝸螺蟲蟹蟻蠅蠣衞袖袴裔褌襖襞訃訊訝諦譽貰賤賽贅踪蹴軋轄轍辣迂這逗遁遡遽邁酉醤醬釐釜鉤銚錐鋸鍋鍵鎧阪隕雀頬頰"
    "餃餌騙骸魄鯨鰻鷄麥麵麺黴鼠齟齬"
    "薔薇躊躇檸檬憂鬱鰤鱧躑躅珈琲琺瑯咖哩杞曖昧脆揶揄辟易朦朧饒舌匍匐枇杷琵琶蒟蒻蠟燭轆轤罵倒蛾蟋蟀蟷螂鸚鵡鰈鰆鰊鰌鱈鱚鱸鯒鰍"
)
"""Kanji beyond the first level of JIS, or of the extensions, that names and everyday texts do have."""

_ODD = 1.5
"""What speaks against it where half-width kana stand as they hardly do in Japanese."""

_EARLY_KANA = 0.8
"""What those from ｱ to ｿ speak for: a third of any text. In KOI8-R, Greek or Cyrillic files their bytes are rare."""

_FIRST_LEVEL, _OF_NAMES, _SECOND_LEVEL, _NO_LEVEL = 0.6, 0.2, -0.5, -1.5
_SIGN = 0.5
"""①, ㈱, ℃, full-width digits and the like."""

_RANGES = (
    ("\ue000", "\uf8ff", -2.5),  # left to private use
    ("\u2500", "\u257f", -0.3),  # lines
    ("\u0370", "\u04ff", 0.1),  # the Greek and Russian that Shift_JIS has in two bytes
)
_MOST_LETTERS = 200
_LAST_SIGN = "･"
_NEVER_FIRST = frozenset("ﾞﾟｧｨｩｪｫｬｭｮｯ")
_AFTER_ANY = frozenset(chr(code) for code in range(0xFF66, 0xFFA0)) - {"ｯ"}
_FOLLOWS: dict[str, tuple[frozenset[str], float, float]] = {
    "ﾞ": (frozenset("ｳｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎﾜｦ"), 0.5, -1.5),
    "ﾟ": (frozenset("ﾊﾋﾌﾍﾎ"), 0.5, -1.5),
    **dict.fromkeys("ｬｭｮ", (frozenset("ｷｼﾁﾆﾋﾐﾘﾞﾟ"), 0.4, -1.5)),
    **dict.fromkeys("ｧｨｩｪｫ", (frozenset("ｳﾃﾄﾌﾂｸｼﾁﾞﾟｲｴｱｵﾍｰｬｭｮﾈﾅﾏﾐﾗﾘﾊﾜﾔｻｶｹｾﾀ"), 0.1, -1.5)),
    "ｯ": (_AFTER_ANY, 0.2, -0.7),
}
"""Kana that only follow certain others: after which, what that speaks for, and what anything else speaks for."""

_SIGNS = {"｡": -0.6, "｢": -0.6, "｣": -0.6, "､": -0.6, "･": -0.1}
_FREQUENT = frozenset("ﾀﾁﾂﾃﾄﾅﾆﾉﾊﾌﾏﾐﾔﾗﾘﾙﾛﾝｰ")
_RUNS = re.compile("[\uff61-\uff9f]+|[^\uff61-\uff9f]+")
_KANJI = "[\u4e00-\u9fff\ue000-\uf8ff\uf900-\ufaff]"
_IN_A_LATIN_WORD = re.compile(f"(?<=[a-z]){_KANJI}(?=[a-zA-Z])|(?<=[A-Z]){_KANJI}(?=[a-z])")

_APOSTROPHES = "".join(bytes((0x92, second)).decode("cp932") for second in b"dmrstv")
_AN_APOSTROPHE = re.compile(f"(?<=[a-z])[{_APOSTROPHES}](?![\u3040-\u9fff])")
"""“it’s”, “don’t”, “you’re” of Windows-1252: the apostrophe and the letter after it make one kanji."""

_ONE_SIGN = re.compile("[ -~]*(?:[A-Za-z] ?[\uff61-\uff9f]|[\uff61-\uff9f](?=[A-Za-z])|[\uff61-\uff65](?=[0-9]))[ -~]*")
"""“m²”, “°C”, “£5” of Western encodings: one half-width sign beside Latin letters, and nothing else of Japanese."""


@lru_cache(maxsize=1)
def _kanji() -> dict[str, float]:
    """What each kanji speaks for. Those of JIS' first level make up nearly all of any text; the second's are rare."""
    trails = [*range(0x40, 0x7F), *range(0x80, 0xFD)]
    pairs = [bytes((lead, trail)) for lead in (*range(0x88, 0xA0), *range(0xE0, 0xEB)) for trail in trails]
    points: dict[str, float] = {}
    for pair in pairs:
        if b"\x88\x9f" <= pair <= b"\xea\xa4":
            letter = pair.decode("cp932", "ignore")
            points[letter] = _FIRST_LEVEL if pair <= b"\x98\x72" else _SECOND_LEVEL
    return points | dict.fromkeys(_KANJI_OF_NAMES - {one for one in points if points[one] > 0}, _OF_NAMES)


def likeness(text: str) -> float:
    """How much a text speaks for Shift_JIS: above 0 for it, below against, `MOST_OF_A_TEXT` at most."""
    text = text[:_MOST_LETTERS]
    total = -3.0 * len(_IN_A_LATIN_WORD.findall(text)) - _ODD * len(_AN_APOSTROPHE.findall(text))
    total -= 2.0 if _ONE_SIGN.fullmatch(text) else 0.0
    for found in _RUNS.finditer(text):
        if "\uff61" <= found[0][0] <= "\uff9f":
            total += _of_half_width(found[0], text[: found.start()][-1:], text[found.end() : found.end() + 1])
        else:
            total += sum(map(_of_wide, found[0]))
    return max(-MOST_OF_A_TEXT, min(MOST_OF_A_TEXT, total))


def _of_wide(letter: str) -> float:
    if letter <= "\x7f":
        return 0.0
    if "\u3040" <= letter <= "\u30ff":
        return 1.0
    for first, last, points in _RANGES:
        if first <= letter <= last:
            return points
    return _kanji().get(letter, _NO_LEVEL if _is_kanji(letter) else _SIGN)


def _of_half_width(run: str, before: str, after: str) -> float:
    total = _of_kana(run[0], before) + sum(_of_kana(letter, last) for last, letter in pairwise(run))
    for neighbour in (before, after):
        total -= _ODD if neighbour.isascii() and neighbour.islower() else 0.0
    if run[0] in _NEVER_FIRST or (run[0] == "ｰ" and not before):
        total -= _ODD
    is_alone = len(run) == 1 and run > _LAST_SIGN
    return total - (_ODD if is_alone and (_is_kanji(before) or _is_kanji(after)) else 0.0)


def _is_kanji(letter: str) -> bool:
    return "\u4e00" <= letter <= "\u9fff" or "\ue000" <= letter <= "\ufaff"


def _of_kana(letter: str, last: str) -> float:
    if letter in _FOLLOWS:
        followed, right, wrong = _FOLLOWS[letter]
        return right if last and last in followed else wrong
    if letter in _SIGNS:
        return _SIGNS[letter]
    return _EARLY_KANA if "ｱ" <= letter <= "ｿ" else 0.1 if letter in _FREQUENT else -0.35
