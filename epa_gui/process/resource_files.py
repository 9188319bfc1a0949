"""Finds the files that ship beside the code: icons, translations, sample data."""

from pathlib import Path


def resource_folder() -> Path:
    """The folder of the shipped files: inside the installed package, or beside it in a source tree."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"
