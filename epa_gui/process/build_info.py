"""What the build wrote beside the program: where its releases are announced, when it was built, and from what."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from epa_gui.core.jobs.region import BadAddressError, clean_address
from epa_gui.process.resource_files import resource_folder

FILE_NAME = "build.json"
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class BuildInfo:
    """What is known of a build; all empty where nothing was built, as in a source tree.

    Attributes:
        update_address: Where the release file is, https (or http on this computer); empty for no check for updates.
        built_at: The day of the build, ``2026-11-23``, UTC.
        commit: What it was built from.
        release_page: Where its releases are, https: the only page, with what is below it, that people are sent to.
            Empty for any on the host of `update_address`.
    """

    update_address: str = ""
    built_at: str = ""
    commit: str = ""
    release_page: str = ""


def build_info(path: Path | None = None) -> BuildInfo:
    """What the build wrote; as good as nothing if it cannot be read.

    Args:
        path: The file; `None` for the one among the shipped files.
    """
    try:
        written = json.loads((path or resource_folder() / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return BuildInfo()
    if not isinstance(written, dict):
        return BuildInfo()
    address, page = _address(written, "update_address"), _address(written, "release_page")
    return BuildInfo(address, _word(written, "built_at"), _word(written, "commit"), page)


def _address(written: dict[str, Any], name: str) -> str:
    address = written.get(name)
    try:
        return clean_address(address) if isinstance(address, str) else ""
    except BadAddressError:
        return ""


def _word(written: dict[str, Any], name: str) -> str:
    word = written.get(name)
    return word if isinstance(word, str) and word.isprintable() and len(word) <= _LONGEST else ""
