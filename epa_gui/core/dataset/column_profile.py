"""What is kept of a column for the comparison with the next file."""

from epa_gui.core.dataset.column import Column
from epa_gui.core.dataset.day_order import DAY_FIRST, MONTH_FIRST
from epa_gui.core.dataset.type_inference import EMPTY, NUMBER, TEXT, is_date
from epa_gui.core.jobs.profile import ColumnProfile, ColumnType

_FEWEST_TO_JUDGE = 50
_NEARLY_ALL = 0.95
_NAMES_OF_IDS = ("id", "code", "no", "key", "uuid", "guid", "番号", "コード", "ｺｰﾄﾞ", "no.", "#")


def profile_of(column: Column, target: str = "") -> ColumnProfile:
    """The shape of a column; of the column to predict all its values are kept, of others those that repeat."""
    is_target = bool(target) and column.name == target
    values = column.values() if is_target else column.classes()
    kinds, kind, first = column.first_kinds, column.type, column.first
    are_dates = any(count and is_date(kind) for kind, count in kinds.items())
    may_be_dates = first.may_be_dates if kind is ColumnType.NUMBER else ()
    return ColumnProfile(
        name=column.name,
        type=kind,
        empty=column.empty,
        labels=() if are_dates else tuple(values),
        is_judged=True,
        different=column.different,
        have_leading_zeros=first.have_leading_zeros,
        may_be_dates=may_be_dates[0] if may_be_dates else "",
        day_order=_day_order(column),
        all_differ=_all_differ(column, has_points=first.have_points),
    )


def _day_order(column: Column) -> str:
    """Which order its dates have for certain; empty for none, or both."""
    orders = set(column.order.first)
    return orders.pop() if len(orders) == 1 and orders <= {DAY_FIRST, MONTH_FIRST} else ""


def _all_differ(column: Column, *, has_points: bool) -> bool:
    """Whether nearly every value is another one, as in a column of IDs or names."""
    kinds, different = column.first_kinds, column.first_different
    filled = kinds.total() - kinds[EMPTY]
    if different is None or filled < _FEWEST_TO_JUDGE or different < filled * _NEARLY_ALL:
        return False
    if kinds[TEXT] * 2 > filled:
        return True
    words = column.name.lower().replace("_", " ").replace("-", " ").split()
    is_called_so = any(word in _NAMES_OF_IDS or word.endswith(("id", "番号", "コード")) for word in words)
    return is_called_so and kinds[NUMBER] == filled and not has_points
