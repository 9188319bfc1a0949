"""The commands of macOS that sign, notarise and pack an app, and how they are run.

Who signs is said by the environment: `IDENTITY`, and for Apple's notary `NOTARY_PROFILE` or the three of `NOTARY_KEY`.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from builder import project

IDENTITY = "EPA_MAC_IDENTITY"
"""The certificate's name in the keychain: ``Developer ID Application: …``."""
NOTARY_PROFILE = "EPA_NOTARY_PROFILE"
"""What ``notarytool store-credentials`` was told to call them; or else these three, of an App Store Connect key:"""
NOTARY_KEY = ("EPA_NOTARY_KEY", "EPA_NOTARY_KEY_ID", "EPA_NOTARY_ISSUER")
"""The file of the key (``.p8``), its ID, and the issuer's ID."""
NOTARY_MINUTES = 20
"""How long the notary's answer is waited for. Most come within five."""

AD_HOC = "-"


class MacError(Exception):
    """The app cannot be made fit. Says why; the tools' own words are in it."""


def sign_command(path: Path, identity: str, rights: Path | None = None) -> list[str]:
    """Sign one thing; `rights` is the entitlements' file, for the app alone: libraries take their program's.

    Signed for no one, nothing can be notarised, and the hardened runtime would refuse every library: they have no team.
    """
    command = ["codesign", "--force", "--sign", identity]
    if identity != AD_HOC:
        command += ["--timestamp", "--options", "runtime"]
        if rights is not None:
            command += ["--entitlements", str(rights)]
    return [*command, str(path)]


def verify_commands(app: Path, *, is_notarised: bool) -> list[list[str]]:
    """See that the signatures hold, and that Gatekeeper agrees once it can."""
    commands = [["codesign", "--verify", "--deep", "--strict", "--verbose=2", str(app)]]
    if is_notarised:
        commands.append(["spctl", "--assess", "--type", "execute", "--verbose=2", str(app)])
    return commands


def copy_command(source: Path, target: Path) -> list[str]:
    """Copy an app with its links, rights and signatures."""
    return ["ditto", str(source), str(target)]


def zip_command(app: Path, target: Path) -> list[str]:
    """Pack an app for the notary."""
    return ["ditto", "-c", "-k", "--keepParent", str(app), str(target)]


def disk_image_command(folder: Path, out: Path) -> list[str]:
    """Make the disk image of a folder. LZMA opens on macOS 10.15 and newer."""
    image = ["-volname", project.NAME, "-fs", "HFS+", "-format", "ULMO"]
    return ["hdiutil", "create", *image, "-srcfolder", str(folder), "-ov", str(out)]


def credentials(environment: Mapping[str, str] = os.environ) -> list[str] | None:
    """What notarytool is to show the notary; `None` if the environment has nothing.

    Raises:
        MacError: Only some of the key's three parts are there.
    """
    profile = environment.get(NOTARY_PROFILE, "")
    if profile:
        return ["--keychain-profile", profile]
    parts = [environment.get(name, "") for name in NOTARY_KEY]
    if not any(parts):
        return None
    if not all(parts):
        raise MacError(f"The notary wants all of {', '.join(NOTARY_KEY)}, or none")
    return ["--key", parts[0], "--key-id", parts[1], "--issuer", parts[2]]


def submit_command(file: Path, shown: Sequence[str]) -> list[str]:
    """Have Apple look at a file, and wait for the answer, but not for ever."""
    wait = ["--wait", "--timeout", f"{NOTARY_MINUTES}m"]
    return ["xcrun", "notarytool", "submit", str(file), *shown, *wait, "--output-format", "json"]


def log_command(submission: str, shown: Sequence[str]) -> list[str]:
    """Ask why something was not accepted."""
    return ["xcrun", "notarytool", "log", submission, *shown]


def staple_command(path: Path) -> list[str]:
    """Put Apple's ticket into what it was given for, so that it opens offline too."""
    return ["xcrun", "stapler", "staple", str(path)]


def was_accepted(answer: str) -> tuple[bool, str]:
    """Whether the notary accepted, and the submission's ID; neither if the answer makes no sense."""
    try:
        told = json.loads(answer)
    except ValueError:
        return False, ""
    if not isinstance(told, dict):
        return False, ""
    return told.get("status") == "Accepted", str(told.get("id", ""))


def run(command: Sequence[str], seconds: float = 600.0) -> str:
    """Run one of the system's tools.

    Returns:
        What it wrote.

    Raises:
        MacError: It is not there, failed, or did not end in time.
    """
    program = shutil.which(command[0])
    if program is None:
        raise MacError(f"{command[0]} is not there: this runs on macOS, with Xcode's command line tools")
    # Errors are told without the command, in which keys are named; so the time-out's own text is not.
    try:
        done = subprocess.run(
            [program, *command[1:]], capture_output=True, text=True, errors="replace", check=False, timeout=seconds
        )
    except subprocess.TimeoutExpired:
        raise MacError(f"{command[0]} did not end within {seconds:g} seconds") from None
    if done.returncode:
        raise MacError(f"{command[0]} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout
