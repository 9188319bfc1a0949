"""What Qt gives for remembering how somebody arranged a view, as a text that can be kept."""

import base64
import binascii

from PySide6.QtCore import QByteArray


def pack(state: QByteArray) -> str:
    """As a text, for keeping."""
    return base64.b64encode(state.data()).decode()


def unpack(packed: object) -> QByteArray | None:
    """What `pack` made a text of; `None` for anything else, for it comes from where anything may have been kept."""
    try:
        return QByteArray(base64.b64decode(packed, validate=True)) if packed and isinstance(packed, str) else None
    except (ValueError, binascii.Error):
        return None
