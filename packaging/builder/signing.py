"""Signs Windows programs with whatever command the environment gives: no key and no service is written down here.

``EPA_SIGN_COMMAND`` is one command line in which ``{file}`` stands for the file to be signed in place, for example
``signtool sign /n "Name" /tr http://timestamp.digicert.com /td SHA256 /fd SHA256 "{file}"``: with a time stamp, or the
signature ends with the certificate. Without a command everything is built unsigned.
NSIS calls this file as a script, to sign the uninstaller before it is packed; so it imports nothing of `builder`.
"""

import os
import shlex
import struct
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

COMMAND = "EPA_SIGN_COMMAND"
PLACE = "{file}"
UNSIGNED = f"Nothing is signed: {COMMAND} is not set. Windows will warn people who start the program or the installer."

_SECONDS = 300
_SIGNABLE = {".exe", ".dll", ".pyd"}


class SigningError(Exception):
    """A file that was to be signed is not. Says which and why, never the command, which may hold a password."""


def sign_command(environment: Mapping[str, str] = os.environ) -> list[str] | None:
    r"""The command's words, or `None` if nothing is to be signed.

    Quotes of both kinds group words; a backslash is a backslash, since on Windows it stands in paths.

    Raises:
        SigningError: The command cannot be read, or has no place for the file.
    """
    text = environment.get(COMMAND, "").strip()
    if not text:
        return None
    words = shlex.shlex(text, posix=True, punctuation_chars=False)
    words.whitespace_split = True
    words.escape = ""
    words.commenters = ""
    try:
        command = list(words)
    except ValueError as error:
        raise SigningError(f"{COMMAND} cannot be read: {error}") from None
    if not any(PLACE in word for word in command[1:]):
        raise SigningError(f"{COMMAND} does not say where the file goes: it needs {PLACE}")
    return command


def sign(path: Path, environment: Mapping[str, str] = os.environ) -> bool:
    """Sign one program or library in place.

    Returns:
        Whether it was signed; `False` if the environment gives no command.

    Raises:
        SigningError: The command failed, or ended well and left no signature.
    """
    command = sign_command(environment)
    if command is None:
        return False
    filled = [word.replace(PLACE, str(path)) for word in command]
    try:
        done = subprocess.run(filled, capture_output=True, text=True, errors="replace", check=False, timeout=_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        # Not the error's own text: it repeats the command.
        raise SigningError(f"{path.name} is not signed: the command did not run ({type(error).__name__})") from None
    if done.returncode:
        said = (done.stderr or done.stdout).strip()
        raise SigningError(f"{path.name} is not signed: the command ended with {done.returncode}. {said}".rstrip())
    if not is_signed(path):
        raise SigningError(f"{path.name} is not signed: the command ended well, but there is no signature in the file")
    return True


def sign_payload(payload: Path, environment: Mapping[str, str] = os.environ) -> list[Path]:
    """Sign what has no signature yet among the programs and libraries of a folder.

    Others' signatures stay. Libraries that came unsigned are signed too: rules by publisher, which managed computers
    use, stop a signed program at its first unsigned library.

    Returns:
        What was signed, in order; nothing if the environment gives no command, which is said.
    """
    if sign_command(environment) is None:
        print(UNSIGNED)
        return []
    unsigned = [path for path in signable(payload) if not is_signed(path)]
    for path in unsigned:
        sign(path, environment)
    return unsigned


def signable(payload: Path) -> list[Path]:
    """The programs and libraries in a folder and below, in order."""
    return sorted(path for path in payload.rglob("*") if path.suffix.lower() in _SIGNABLE and path.is_file())


def is_signed(path: Path) -> bool:
    """Whether a Windows program carries an Authenticode signature. Whether it is valid is for Windows to say.

    Source: Microsoft's PE format; the certificate table is the fifth data directory.
    """
    with path.open("rb") as file:
        head = file.read(4096)
    try:
        start = struct.unpack_from("<I", head, 0x3C)[0]
        if head[:2] != b"MZ" or head[start : start + 4] != b"PE\0\0":
            return False
        optional = start + 24
        is_64_bit = struct.unpack_from("<H", head, optional)[0] == 0x20B
        directories = optional + (112 if is_64_bit else 96)
        count = struct.unpack_from("<I", head, directories - 4)[0]
        offset, size = struct.unpack_from("<II", head, directories + 4 * 8)
    except struct.error:
        return False
    return bool(count > 4 and offset and size)


def main(arguments: list[str]) -> int:
    """Sign the files named; 0 if nothing went wrong."""
    try:
        for name in arguments:
            sign(Path(name))
    except SigningError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
