"""What a language is called in settings, on the command line and in the names of files."""

import re

SYSTEM = "system"
"""The choice that follows the system."""

LANGUAGE = r"[a-z]{2,3}(?:_[A-Z]{2})?"
"""As ``en``, ``ja`` or ``pt_BR``, to be put into an expression."""

_CHOICE = re.compile(f"{SYSTEM}|{LANGUAGE}")


def is_language_choice(text: str) -> bool:
    """Whether a text says which language to speak: a language's code, or the system's choice."""
    return _CHOICE.fullmatch(text) is not None
