"""Makes values of what a database or JSON holds: exactly what this version understands, or `ValueError`.

A row that a newer version wrote, or that something damaged, must be told apart from one that can be used: what is half
understood would be shown wrongly, and written back without the other half.
"""

import functools
import json
import math
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from typing import Any, TypeVar

_T = TypeVar("_T")
_Reader = Callable[[Any], Any]

END_OF_TIME = 32_503_680_000.0
"""Seconds since the epoch: the year 3000, behind which Windows' calendar does not go; a time that far off is none."""

_LATEST = {"key_ends_at": 1e12, "next_check_at": math.inf}
"""The last point in time of these: what the service said, and what may be never."""

_LARGEST = 2**63


def build(cls: type[_T], values: Mapping[str, Any]) -> _T:
    """A dataclass of these values, each of exactly the type its field has.

    Args:
        cls: The dataclass. Its fields are numbers, texts, claims, enumerations, tuples and dataclasses of such.
        values: By the fields' names; those with a default may be missing.

    Raises:
        ValueError: A name is unknown or missing, or a value of another type, or no time where one is expected.
    """
    if not isinstance(values, Mapping):
        raise ValueError(f"{cls.__name__} is a {type(values).__name__}")  # noqa: TRY004  one error for all of it
    known: Any = cls  # mypy does not take a type for hashable
    readers, needed = _readers(known)
    unknown = values.keys() - readers.keys()
    if unknown or needed - values.keys():
        raise ValueError(f"{cls.__name__}: {', '.join(sorted(map(str, unknown | (needed - values.keys()))))}")
    read = {}
    for name, value in values.items():
        try:
            read[name] = readers[name](value)
        except ValueError as error:
            raise ValueError(f"{cls.__name__}.{name}: {error}") from None
    return cls(**read)


def parsed(text: Any) -> Any:
    """What a JSON text says.

    Raises:
        ValueError: It is no text, no JSON, or nested too deeply.
    """
    if not isinstance(text, str):
        raise ValueError(f"no text: {type(text).__name__}")  # noqa: TRY004  one error for all of it
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def understood(cls: type[_T], entries: Any) -> tuple[_T, ...]:
    """What can be built of the entries of a list; what this version does not understand is left out.

    Args:
        cls: As `build` takes it.
        entries: A list; anything else has no entries.
    """
    found = []
    for entry in entries if isinstance(entries, list) else ():
        try:
            found.append(build(cls, entry))
        except ValueError:
            continue
    return tuple(found)


def understood_in(cls: type[_T], text: Any) -> tuple[_T, ...]:
    """The same of a JSON text; one that is none has no entries."""
    try:
        return understood(cls, parsed(text))
    except ValueError:
        return ()


@functools.cache
def _readers(cls: Any) -> tuple[dict[str, _Reader], frozenset[str]]:
    """How each field is read, and which must be there."""
    known = fields(cls)
    needed = frozenset(f.name for f in known if f.default is MISSING and f.default_factory is MISSING)
    return {field.name: _reader(field.type, field.name) for field in known}, needed


def _reader(expected: Any, name: str = "") -> _Reader:
    origin, arguments = typing.get_origin(expected), typing.get_args(expected)
    if origin is types.UnionType:
        (inner,) = (argument for argument in arguments if argument is not types.NoneType)
        read = _reader(inner, name)
        return lambda value: None if value is None else read(value)
    if origin is tuple:
        item = _reader(arguments[0])
        return lambda value: tuple(map(item, _exactly(list, value)))
    if expected is float:
        is_time = name == "at" or name.endswith(("_at", "_since"))
        latest = _LATEST.get(name, END_OF_TIME)
        return (lambda value: _time(value, latest)) if is_time else _number
    if issubclass(expected, Enum):
        return lambda value: expected(_exactly(str, value))
    if is_dataclass(expected) and isinstance(expected, type):
        return lambda value: value if isinstance(value, expected) else build(expected, value)
    return _whole if expected is int else lambda value: _exactly(expected, value)


def _exactly(expected: type, value: Any) -> Any:
    if type(value) is not expected:
        raise ValueError(f"{type(value).__name__} instead of {expected.__name__}")
    return value


def _whole(value: Any) -> int:
    if abs(_exactly(int, value)) >= _LARGEST:
        raise ValueError("too large")
    return int(value)


def _number(value: Any) -> float:
    if type(value) not in {int, float}:
        raise ValueError(f"{type(value).__name__} instead of a number")
    try:
        return float(value)
    except OverflowError:
        raise ValueError("too large") from None


def _time(value: Any, latest: float) -> float:
    number = _number(value)
    if not 0 <= number <= latest:
        raise ValueError(f"no time: {number}")
    return number
