"""Columns of a million rows as they grow, kept as small as they can be: a byte a class, one of two probabilities."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MOST_IN_A_BYTE = 256
_DIGITS = 12
"""A probability of so many decimals taken from 1 and rounded is the very number that reading the other's text gives."""


class KeptClasses:
    """The classes of rows, as numbers: of a byte each as long as there are few.

    Attributes:
        codes: The numbers.
    """

    def __init__(self) -> None:
        self.codes: array[int] = array("B")

    def extend(self, codes: Iterable[int], classes: int) -> None:
        """Take some more in; there are so many classes so far."""
        if classes > _MOST_IN_A_BYTE and self.codes.typecode == "B":
            self.codes = array("H", self.codes)
        if isinstance(codes, array) and codes.typecode != self.codes.typecode:
            codes = array(self.codes.typecode, codes)
        self.codes.extend(codes)


class Complement(Sequence[float]):
    """What is missing to 1 in each row of another column; worked out when it is asked for.

    Args:
        other: That column.
        digits: To how many decimals it is rounded; `None` for not at all.
    """

    __slots__ = ("digits", "other")

    def __init__(self, other: Sequence[float], digits: int | None = None) -> None:
        self.other = other
        self.digits = digits

    @overload
    def __getitem__(self, place: int) -> float: ...

    @overload
    def __getitem__(self, place: slice) -> "Complement": ...

    def __getitem__(self, place: int | slice) -> "float | Complement":
        if isinstance(place, slice):
            return Complement(self.other[place], self.digits)
        return self._of(self.other[place])

    def __len__(self) -> int:
        return len(self.other)

    def __iter__(self) -> Iterator[float]:
        return map(self._of, self.other)

    def _of(self, number: float) -> float:
        return 1 - number if self.digits is None else round(1 - number, self.digits)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> "NDArray[Any]":  # noqa: FBT001  numpy's own
        """All of them as numpy has them; always a new array."""
        import numpy as np  # noqa: PLC0415  not before results are read

        if copy is False:
            raise ValueError("it is worked out, so it cannot be had without a copy")
        found: NDArray[np.float64] = 1 - np.asarray(self.other, dtype=np.float64)
        if self.digits is not None:
            np.round(found, self.digits, out=found)
        return found if dtype is None else found.astype(dtype, copy=False)

    def __repr__(self) -> str:
        return f"Complement({len(self)} rows)"


class KeptShares:
    """The probabilities of one model's classes. Of two that add up to 1 in every row one is kept.

    Nothing is lost by that: both are kept as soon as one row's is not exactly what the other leaves.
    """

    def __init__(self) -> None:
        self._kept: dict[int, array[float]] = {}
        self._ways: list[tuple[int, int | None]] = [(1, None), (1, _DIGITS), (0, None), (0, _DIGITS)]
        self._classes = 0

    def extend(self, columns: "Sequence[array[float] | None]") -> None:
        """Take some rows in: for each class a column.

        Of two classes one may have none: it is what the other leaves.
        """
        given = {place: column for place, column in enumerate(columns) if column is not None}
        if not self._classes:
            self._begin(len(columns), given)
        if self._ways and len(given) == 2:
            self._try_ways(given)
        for place, column in self._kept.items():
            column.extend(given[place])

    def columns(self) -> tuple[Sequence[float], ...]:
        """For each class its column."""
        if len(self._kept) == self._classes:
            return tuple(self._kept[place] for place in range(self._classes))
        kept, digits = self._ways[0]
        pair = self._kept[kept], Complement(self._kept[kept], digits)
        return pair[::-1] if kept else pair

    def _begin(self, classes: int, given: "dict[int, array[float]]") -> None:
        self._classes = classes
        if classes != 2:
            self._ways = []
        elif len(given) == 1:
            self._ways = [(place, None) for place in given]
        places = [self._ways[0][0]] if self._ways else given
        self._kept = {place: array("d") for place in places}

    def _try_ways(self, given: "dict[int, array[float]]") -> None:
        """Settle for the first way that holds for the first rows, and give it up where it holds no more."""
        fitting = [way for way in self._ways if _leaves(given[way[0]], given[1 - way[0]], way[1])]
        wanted = {fitting[0][0]} if fitting else {0, 1}
        if wanted != self._kept.keys():
            both = [array("d", column) for column in self.columns()]
            self._kept = {place: both[place] for place in sorted(wanted)}
        self._ways = fitting[:1]


def _leaves(kept: "array[float]", other: "array[float]", digits: int | None) -> bool:
    import numpy as np  # noqa: PLC0415  as above

    return bool(np.array_equal(np.asarray(Complement(kept, digits)), np.frombuffer(other, dtype=np.float64)))
