"""What hatchling runs before it builds a wheel or a source archive: the catalogues of texts are compiled."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))

from builder import translations


class TranslationsHook(BuildHookInterface):  # type: ignore[misc]  # hatchling is there while building alone
    """Compiles them where Qt's tool is; else those that were compiled before go into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Before each build; an editable installation reads the sources' own folder."""
        del version, build_data
        translations.compile_catalogues()
