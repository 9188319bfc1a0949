"""What a file is for, guessed from its name."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

_EVALUATION_WORDS = ("eval", "test", "valid", "holdout", "hold-out", "評価", "検証", "テスト")


class Role(StrEnum):
    """What a file is for."""

    TRAINING = "training"
    EVALUATION = "evaluation"


def roles_of(paths: Sequence[Path]) -> dict[Role, Path]:
    """One or two files by their roles: of two, the one whose name speaks of evaluation, else the second."""
    if len(paths) < 2:
        return dict(zip([Role.TRAINING], paths, strict=False))
    first, second = paths[:2]
    if _speaks_of_evaluation(first) and not _speaks_of_evaluation(second):
        first, second = second, first
    return {Role.TRAINING: first, Role.EVALUATION: second}


def _speaks_of_evaluation(path: Path) -> bool:
    return any(word in path.stem.lower() for word in _EVALUATION_WORDS)
