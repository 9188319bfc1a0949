"""Puts texts beside each other as the person's language does: the one place that knows what stands between them.

Japanese sets no space between sentences, and other signs between the parts of a list. The texts come as they are to
be read: what is foreign in them was set apart by whoever made them.
"""

import unicodedata

from PySide6.QtCore import QCoreApplication

from epa_gui.core.text.foreign_text import END_ISOLATE, fill

translate = QCoreApplication.translate

_FIRST, _SECOND = "{0}", "{1}"


def sentences(*texts: str) -> str:
    """Whole sentences one after the other, without those that are empty.

    One that has no full stop, such as a service's own words, is followed by a space in every language.
    """
    between = _between(translate("Joining", "{0} {1}", "two sentences"))
    told = ""
    for text in filter(None, texts):
        told += (between or ("" if _is_closed(told) else " ")) + text if told else text
    return told


def listed(*texts: str) -> str:
    """The parts of a list, without those that are empty: “a, b, c”."""
    return _between(translate("Joining", "{0}, {1}", "two parts of a list")).join(filter(None, texts))


def in_line(*texts: str) -> str:
    """Facts beside each other on one line, without those that are empty: “a · b · c”."""
    return _between(translate("Joining", "{0} · {1}", "two facts on one line")).join(filter(None, texts))


def labelled(label: str, text: str) -> str:
    """A text with what it is, or whose it is: “label: text”. Both may be foreign."""
    return fill(translate("Joining", "{0}: {1}", "label and text"), label, text)


def as_label(name: str) -> str:
    """The name of a field as it stands before the field: “name:”. It may be foreign."""
    return fill(translate("Joining", "{0}:", "label before a field"), name)


def as_title(text: str) -> str:
    """A sentence as a title: without its full stop."""
    return text[:-1] if text.endswith(("。", ".")) and not text.endswith("..") else text


def as_sentence(text: str) -> str:
    """A text that may be a title as a sentence: with a full stop, unless it ends with a sign of its own."""
    last = text.removesuffix(END_ISOLATE)[-1:]
    return fill(translate("Joining", "{0}.", "a title as a sentence"), text) if last.isalnum() else text


def _between(text: str) -> str:
    """What stands between the two marks of a text, whatever a language puts around them."""
    after = text.partition(_FIRST)[2]
    return after.partition(_SECOND)[0] if _SECOND in after else ""


def _is_closed(text: str) -> bool:
    """Whether a text ends with a sign after which no space is needed: a full stop or closing bracket, both wide."""
    last = text.removesuffix(END_ISOLATE)[-1:]
    return unicodedata.east_asian_width(last or " ") in {"W", "F"} and unicodedata.category(last).startswith("P")
