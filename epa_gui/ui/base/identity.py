"""Identities of this program's own."""

from PySide6.QtCore import QUuid


def new_identity() -> str:
    """An identity for something new: a UUID."""
    return QUuid.createUuid().toString(QUuid.StringFormat.WithoutBraces)
