"""Brings the catalogues of texts to what the code says, and compiles them: `python packaging/texts.py`.

New texts come in without a translation, those that are gone go. It ends with 1 and the texts that no language has yet.
"""

import sys

from builder import translations


def main() -> int:
    """Do it; the exit code."""
    missing = translations.update_catalogues()
    translations.compile_catalogues()
    for language, keys in missing.items():
        for context, text, comment in keys:
            print(f"{language}: {context}: {text!r}{f' ({comment})' if comment else ''}")
    return 1 if any(missing.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
