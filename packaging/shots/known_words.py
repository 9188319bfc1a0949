"""What people, their files and the service have called so: words in the pictures that no translation is asked of."""

import contextlib
import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from epa_gui.core.dataset.preview import LONGEST_FIELD
from epa_gui.core.jobs.job import JobKey
from epa_gui.practice import PracticeService
from epa_gui.practice.catalogue import CATALOGUE
from epa_gui.ui.base.repository import Repository

_LONG = 60
_MOST_READ = 200_000
"""Bytes of a table, which repeats its words."""


class KnownWords:
    """Reads them where they come from; those of a job's results once.

    Args:
        practice: The service.
        files: The folder of the files that people have.
    """

    def __init__(self, practice: PracticeService, files: Path) -> None:
        self._practice = practice
        self._files = files
        self._words_of: dict[JobKey, set[str]] = {}

    def of_files(self) -> set[str]:
        """The names of the files, and what is in those that are tables; and what there is to practise with."""
        found = {text for entry in CATALOGUE for text in (entry.name, entry.target)}
        for path in self._files.iterdir():
            found |= {path.name, path.stem}
            if path.suffix == ".csv":
                with path.open("rb") as file:
                    found |= _fields(file.read(_MOST_READ))
        return found

    def of_list(self, repository: Repository) -> set[str]:
        """What the models and jobs of a list are called, and what is in their results."""
        found: set[str] = set()
        known = [*map(asdict, repository.models.values()), *map(asdict, repository.jobs.values())]
        for kept in known:
            texts = set(_strings(kept))
            found |= texts | {Path(text).name for text in texts if "/" in text}
        for job in repository.jobs.values():
            if job.has_file:
                if job.key not in self._words_of:
                    self._words_of[job.key] = self._of_results(job.key)
                found |= self._words_of[job.key]
        return found

    def _of_results(self, key: JobKey) -> set[str]:
        """The names of the files in a job's results, and the fields of those that are tables."""
        found: set[str] = set()
        with contextlib.suppress(KeyError, zipfile.BadZipFile):
            archive = zipfile.ZipFile(io.BytesIO(self._practice.results_of(key.id)))
            for name in archive.namelist():
                found |= {name, Path(name).name, Path(name).stem}
                content = archive.read(name)[:_MOST_READ]
                is_table = name.endswith(".csv")
                found |= _fields(content) if is_table else set(content.decode(errors="replace").splitlines())
        return found


def _strings(value: object) -> Iterator[str]:
    """Every text in what is made of lists and mappings."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list | tuple | set | frozenset):
        for inner in value:
            yield from _strings(inner)


def _fields(table: bytes) -> set[str]:
    """The fields of a table in which there are letters; of long ones, which are shown in part, their beginning too."""
    content = table.decode(errors="replace").lstrip("\ufeff")
    with contextlib.suppress(csv.Error):
        fields = {field for row in csv.reader(io.StringIO(content)) for field in row if any(map(str.isalpha, field))}
        return {part for field in fields for part in _parts(field)}
    return set()


def _parts(field: str) -> list[str]:
    """What of a field may be on the screen: all of it, as much as a preview takes, or some words."""
    return [field, field[:LONGEST_FIELD], *field.split()] if len(field) > _LONG else [field]
