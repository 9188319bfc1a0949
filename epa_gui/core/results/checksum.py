"""The fingerprint of a file as it is on the disk."""

from collections.abc import Callable
from pathlib import Path

_PIECE = 1 << 20


def sha256_of(path: Path, is_stopped: Callable[[], bool]) -> str:
    """A file's SHA-256, in hexadecimal; empty if it cannot be read, or `is_stopped` says so between two pieces."""
    import hashlib  # noqa: PLC0415  it brings all of OpenSSL, which the window need not wait for

    digest = hashlib.sha256()
    piece = memoryview(bytearray(_PIECE))
    try:
        with path.open("rb", buffering=0) as file:
            while count := file.readinto(piece):
                if is_stopped():
                    return ""
                digest.update(piece[:count])
    except (OSError, ValueError):
        return ""
    return digest.hexdigest()
