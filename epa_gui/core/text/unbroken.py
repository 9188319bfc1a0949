"""What stays together where lines end: a number and its unit or counter, and the last letters of Japanese."""

import re

NO_BREAK_SPACE = "\u00a0"
WORD_JOINER = "\u2060"
"""As wide as nothing. No line ends before or after it."""

EAST_ASIAN = "\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
"""Signs between which lines end where their own rules allow it: never before “、” or “。”."""

_SPACE = " \t\r\n"

_UNIT = re.compile(r"(?<=\d) (?=(?:%|[^\W\d_]{1,6}\b))|(?<=\d of) (?=\d)|(?<=\b[A-Z][a-z]{2}) (?=\d{1,2}\b)")
"""Between a number and its unit, or what it is a part of, or the month of a day."""

_NAME = re.compile(r"(?<![A-Za-z])EPA Desktop(?![A-Za-z])|(?<=「)[^「」/\\]{1,12}(?=」)|(?<=“)[^“”/\\]{1,12}(?=”)")
"""This program's own, and short ones in quotation marks: their spaces end no line."""

_EAST_ASIAN_EDGE = re.compile(rf"(?<=.)(?=[{EAST_ASIAN}])|(?<=[{EAST_ASIAN}])(?=.)")
_IN_BRACKETS = re.compile(r"(?<=\()[A-Za-z0-9\u30a1-\u30fc\u3400-\u9fff]{2,12}(?=\))")
"""A label between them, such as “(API作成)”: one word to the eye. Where other letters are, it is more than a name."""

_DAY = re.compile(r"(?<=\d月)(?=\d{1,2}日)")
_COUNTER = re.compile(
    r"(?<=\d)(?:か月|[年日週時分秒]間|[行列番]目|行以[上下]|項目|文字|種類|ポイント|ファイル|モデル|ジョブ"
    r"|[\u3400-\u9fffつ])"
)
"""What is counted or measured, right behind the figure; of a longer word than these its first letter, if that is no
particle."""

_LEAST_LAST, _MOST_LAST, _LEAST_WHOLE = 4, 9, 10
"""Letters of a last line: so many at least, up to so many for the sake of a whole word; only of texts of so many."""

_LONGEST = 12
_TOO_LONG = re.compile(rf"(?:[{EAST_ASIAN}]{WORD_JOINER}){{{_LONGEST},}}[{EAST_ASIAN}]")
"""More letters than these are not held together, whatever they are: a narrow column has no more room."""

_PIECE = re.compile(rf"[{EAST_ASIAN}]|[^{_SPACE}{EAST_ASIAN}{WORD_JOINER}]+| ")
_ADDRESS = re.compile(r"(「[^「」/\\]*[/\\][^「」]*」|“[^“”/\\]*[/\\][^“”]*”)")
"""In quotation marks: it may be copied and opened, and so gets no sign that it does not have.

No part can take what another may: else a text of many marks or slashes would take the square of its length.
"""

_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_TAIL = re.compile(r"[\u3040-\u309f、。，．：；！？・」』）)]")
_HEAD = re.compile(r"[^\u3040-\u309f、。，．：；！？・」』）)]")
"""What a word may end with, and what the next one may begin with: a guess from the kinds of letters."""

_JOINT = re.compile(r"[\u3400-\u9fff][けしせちみめりれえきぎげびべ][\u3400-\u9fff]")
"""Within one verb made of two, such as “切り替える” or “受け付ける”, and no particle between two words."""

_WORD = re.compile(
    r"(?<![\u3400-\u9fff])[\u3400-\u9fff]{2,4}(?![\u3400-\u9fff])|(?<![\u30a1-\u30fc])[\u30a1-\u30fc]{2,8}(?![\u30a1-\u30fc])"
)
"""Letters of one kind: a noun, or the beginning of a verb. Of longer ones nobody knows here where their parts end."""

_WITHIN_WORD = re.compile(
    r"(?<=[\u3400-\u9fff\u30a1-\u30fc])(?=[\u3041-\u3096])"
    r"|(?<=[\u3400-\u9fff][けしせちみめりれえきぎげびべ])(?=[\u3400-\u9fff])"
)
"""Before what a verb ends with, or the particle of a noun, and in the middle of a verb made of two."""

_KANA = re.compile(
    r"(?:い?てい|あり|おり|なり|され|られ|われ|[きしちにみりけせえてねめれ])?ません(?:でした)?"
    r"|[きしちにみりけせえてねめれ]?ま(?:した|す)"
    r"|でした|です|ください|だけ|から|まで|より|もう|この|その"
)
"""What sentences end with, and short words of the same letters."""


def unbroken(text: str) -> str:
    """A text with signs that nobody sees where no line may end.

    No number is parted from its unit, from whatever short word comes after it, or from what it is a part of, none from
    its Japanese counter, which has no space before it, and no day from its month. The spaces of a short name end no
    line. A Japanese word that is seen to be one by its kind of letters stays whole, with the letter that follows it,
    but never more than a dozen letters do. The last line of a Japanese paragraph never has one to three letters alone:
    more come down to it.
    """
    parts = _ADDRESS.split(text)
    parts[::2] = [_with_units(part) for part in parts[::2]]
    joined = "\n".join(_with_last_letters(line) for line in "".join(parts).split("\n"))
    return _TOO_LONG.sub(lambda found: as_written(found.group()), joined)


def as_written(text: str) -> str:
    """An unbroken text as it was: where a line must not end is for the eye alone."""
    return text.replace(NO_BREAK_SPACE, " ").replace(WORD_JOINER, "")


def _with_units(text: str) -> str:
    text = _IN_BRACKETS.sub(lambda found: _joined(found.group()), text)
    text = _NAME.sub(lambda found: found.group().replace(" ", NO_BREAK_SPACE), text)
    text = _DAY.sub(WORD_JOINER, _UNIT.sub(NO_BREAK_SPACE, text))
    text = _COUNTER.sub(lambda found: "".join(WORD_JOINER + letter for letter in found.group()), text)
    text = _KANA.sub(lambda found: WORD_JOINER.join(found.group()), text)
    return _WITHIN_WORD.sub(WORD_JOINER, _WORD.sub(lambda found: WORD_JOINER.join(found.group()), text))


def _joined(label: str) -> str:
    """Without an end of a line before or after a sign of East Asia; elsewhere there is none."""
    return _EAST_ASIAN_EDGE.sub(WORD_JOINER, label)


def _with_last_letters(paragraph: str) -> str:
    if _letters(paragraph) < _LEAST_WHOLE:
        return paragraph
    end = max((found.end() - 1 for found in _ADDRESS.finditer(paragraph)), default=0)
    pieces = list(_PIECE.finditer(paragraph, end))
    last = _last_of([piece.group() for piece in pieces])
    if not any(map(_JAPANESE.match, last)):
        return paragraph
    joined = WORD_JOINER.join(last).replace(f"{WORD_JOINER} {WORD_JOINER}", NO_BREAK_SPACE)
    return paragraph[: pieces[-len(last)].start()] + joined


def _last_of(pieces: list[str]) -> list[str]:
    """The pieces that stay together at the end: from where a word seems to begin, else as few as will do."""
    count, fewest = 0, 0
    for place in range(len(pieces) - 1, 0, -1):
        before, piece = pieces[place - 1], pieces[place]
        count += _letters(piece)
        if fewest and count > _MOST_LAST:
            break
        if count >= _LEAST_LAST and piece != " ":
            if before == " " or _is_word_boundary("".join(pieces[max(0, place - 2) : place + 1])):
                return pieces[place:]
            fewest = fewest or place
    return pieces[fewest:] if fewest else []


def _is_word_boundary(beside: str) -> bool:
    """Whether a word seems to begin with the last of these signs, by those before it."""
    return bool(_TAIL.match(beside[-2]) and _HEAD.match(beside[-1]) and not _JOINT.match(beside[-3:]))


def _letters(text: str) -> int:
    return sum(letter.isalnum() for letter in text)
