"""Texts that look alike are alike: one spelling for letters that Unicode can write in two.

macOS hands out names of files with their letters decomposed, as older volumes keep them: パ comes as ハ and a mark.
What people type, what the service answers and what Windows keeps is composed. The volumes of macOS do not tell the two
apart, those of Linux and Windows do.
"""

import unicodedata


def composed(text: str) -> str:
    """Each letter as one sign where there is one (NFC): for names that are sent, shown or looked for."""
    return unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """For looking up: without regard to case, to composition, and to the width of Japanese and Latin letters."""
    return composed(unicodedata.normalize("NFKC", text).casefold())


def as_one_file(path: str) -> str:
    """The same for all paths that are one file on some system, be it without regard to case or to composition."""
    return composed(composed(path).casefold())
