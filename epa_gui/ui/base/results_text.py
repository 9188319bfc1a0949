"""The words for what was not tested in saved results."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.results.zip_check import Untested

translate = QCoreApplication.translate


def untested_word(value: str) -> str:
    """Why not all checksums in a file were tested; a word nobody here knows stays as it is."""
    return {
        Untested.PACKING.value: translate("Results", "part of it is packed in a way that cannot be tested here"),
        Untested.ENCRYPTED.value: translate("Results", "part of it is encrypted"),
        Untested.TOO_MANY.value: translate("Results", "it contains too many files"),
        Untested.TOO_LARGE.value: translate("Results", "it becomes too large when it is unpacked"),
        Untested.TOO_LONG.value: translate("Results", "it would take too long"),
    }.get(value, value)
