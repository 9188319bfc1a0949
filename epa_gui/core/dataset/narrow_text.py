"""Text in its plainest letters, for telling what a field means; never for what is sent."""

import unicodedata


def narrow(text: str) -> str:
    """Full-width letters as plain ones, and every kind of blank as one; a number in a circle stays what it is."""
    if not text.isascii():
        text = "".join(
            unicodedata.normalize("NFKC", sign) if not sign.isnumeric() or sign.isdecimal() else sign for sign in text
        )
    return " ".join(text.split())
