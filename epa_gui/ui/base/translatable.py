"""Marks the texts of tables, so that the tools find them; they are translated where they are shown."""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Marks a text for translation; it is translated where it is shown."""
    return text
