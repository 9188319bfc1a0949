"""Which columns the list of jobs shows and how wide: as much as there is room for, and as a person wants it."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStyle

from epa_gui.core.jobs.reading import parsed
from epa_gui.ui.base.column_widths import first_width, fitted
from epa_gui.ui.base.packed_state import pack, unpack
from epa_gui.ui.base.usual_texts import recent_moments
from epa_gui.ui.jobs.job_columns import FIRST_COLUMNS, JobColumn
from epa_gui.ui.jobs.usual_texts import job_texts, short_job_texts, short_verdicts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTreeView

_WITH_ICON = frozenset({JobColumn.STANDING, JobColumn.IN_SERVICE, JobColumn.VERDICT})
_BOLD = frozenset({JobColumn.NAME, JobColumn.STANDING})
_NAME_EMS = 14.0
"""So much room a job's name should have, in heights of the font."""

_LEAST_NAME_EMS, _STANDING_EMS = 9.0, 8.0
"""With less, names cannot be told from each other, and an icon alone tells where a job stands."""

_GIVE_WAY = (JobColumn.FINISH, JobColumn.STARTED, JobColumn.MODEL)
"""What gives up its place where there is too little room, in this order.

The column that the list is sorted by goes after these: without it nobody sees in which order the jobs stand. The
verdict comes last: it is what people look for in the list. But three jobs that all read "November d…" are none.
"""

_TIMES = frozenset({JobColumn.STARTED, JobColumn.FINISH})

_MOST_EMS = {JobColumn.STANDING: 18.0, JobColumn.MODEL: 16.0}
"""What gets the room there is to spare before the name does, if its texts need it; at most so much."""


class ColumnLayout(QObject):
    """The columns of one list.

    What a person has chosen holds: a column that was shown or hidden by hand, and all widths once one was changed. The
    rest follows the room there is, and whether jobs of several models are shown.

    Signals:
        changed: A person has arranged something, to be remembered.
    """

    changed = Signal()

    def __init__(self, view: "QTreeView", texts_there: Callable[[], Mapping[JobColumn, Iterable[str]]]) -> None:
        """Arrange them.

        Args:
            view: The list.
            texts_there: The texts that stand in its columns now, of those in which they may be long.
        """
        super().__init__(view)
        self._view = view
        self._texts_there = texts_there
        self._chosen: dict[JobColumn, bool] = {}
        self._is_sized = False
        self._is_own_change = False
        self._has_several_models = False
        self._needed_there: dict[JobColumn, int] | None = None
        header = view.header()
        header.setStretchLastSection(False)  # it would take away from the last column where room is short
        self.measure()
        header.sectionMoved.connect(self._on_changed)
        header.sectionResized.connect(self._on_resized)
        header.sortIndicatorChanged.connect(self._on_sorted)

    def measure(self) -> None:
        """How wide the columns should be, in this font and language."""
        self._needed_there = None
        usual, short = job_texts(), short_job_texts()
        self._requested = {column: self._width(column, usual[column]) for column in JobColumn}
        self._least = {column: self._width(column, texts) for column, texts in short.items()}
        verdict = self._width(JobColumn.VERDICT, short_verdicts())
        standing = int(self._view.fontMetrics().height() * _STANDING_EMS)
        self._narrowest = self._least | {
            JobColumn.VERDICT: min(verdict, self._requested[JobColumn.VERDICT]),
            JobColumn.STANDING: min(standing, self._least[JobColumn.STANDING]),
        }
        self._plain_start = self._width(JobColumn.STARTED, recent_moments())
        name = int(self._view.fontMetrics().height() * _NAME_EMS)
        self._requested[JobColumn.NAME] = max(self._requested[JobColumn.NAME], name)
        self.fit()

    def _width(self, column: JobColumn, texts: list[str]) -> int:
        return first_width(self._view, column, texts, has_icon=column in _WITH_ICON, is_bold=column in _BOLD)

    def fit(self) -> None:
        """Give the columns their places and widths in the room there is, as far as nobody has arranged them."""
        room = self._view.viewport().width()
        shown = self._shown(self._room_beside_a_bar())
        self._is_own_change = True
        for column in JobColumn:
            if self._view.isColumnHidden(column) is (column in shown):
                self._view.setColumnHidden(column, column not in shown)
        if not self._is_sized:
            wanted = self._wanted(shown, room)
            for smallest in self._ways_to_give_way(shown, room):
                widths = fitted(wanted, {int(column): width for column, width in smallest.items()}, room)
                if sum(widths.values()) <= room:
                    break
            if sum(widths.values()) > room and not self._chosen:
                widths = self._narrow(wanted, room)
            for number, width in widths.items():
                self._view.setColumnWidth(number, width)
        self._is_own_change = False

    def _room_beside_a_bar(self) -> int:
        """The room there is with a scroll bar: as many columns are shown of a list that is short enough for none."""
        bar = self._view.verticalScrollBar()
        is_upon_the_list = self._view.style().styleHint(QStyle.StyleHint.SH_ScrollBar_Transient, None, bar)
        room = self._view.viewport().width()
        return room if bar.isVisible() or is_upon_the_list else room - bar.sizeHint().width()

    def _ways_to_give_way(self, shown: list[JobColumn], room: int) -> tuple[dict[JobColumn, int], ...]:
        """How small each column may be where room is short: the first way that leaves enough is taken.

        A name gives way first, down to what the names there need and further to so much that it can be told from
        others. Only then is a verdict cut off after its beginning, and it is cut off where the jobs stand.
        """
        em = self._view.fontMetrics().height()
        names = min(int(em * _NAME_EMS), max(int(em * _LEAST_NAME_EMS), self._needed_by_texts().get(JobColumn.NAME, 0)))
        named, least_named = {JobColumn.NAME: names}, {JobColumn.NAME: int(em * _LEAST_NAME_EMS)}
        if JobColumn.VERDICT not in shown:
            return least_named, self._least | least_named | self._whole_standing(shown, room), self._least
        standing = self._whole_standing(shown, room)
        return (
            self._least | named | standing,
            self._least | least_named | standing,
            self._narrowest | least_named | standing,
            self._narrowest | least_named,
            self._least,
        )

    def _whole_standing(self, shown: list[JobColumn], room: int) -> dict[JobColumn, int]:
        """So wide the column of where the jobs stand must be for its own texts, as far as all others can give way."""
        if JobColumn.STANDING not in shown:
            return {}
        em = self._view.fontMetrics().height()
        least = self._least | {JobColumn.NAME: int(em * _LEAST_NAME_EMS)}
        others = sum(least.get(each, self._requested[each]) for each in shown if each is not JobColumn.STANDING)
        needed = self._needed_by_texts().get(JobColumn.STANDING, 0)
        return {JobColumn.STANDING: max(self._narrowest[JobColumn.STANDING], min(needed, room - others))}

    def _wanted(self, shown: list[JobColumn], room: int) -> dict[int, int]:
        """How wide each should be: as its usual texts are, and with room to spare as those that are there.

        Where the jobs stand is read whole before a name gets more than it needs to be told from others.
        """
        there = self._needed_by_texts()
        wanted = {int(column): self._requested[column] for column in shown}
        for column, width in self._whole_standing(shown, room).items():
            wanted[column] = max(wanted[column], width)
        spare = room - sum(wanted.values())
        if spare <= 0:
            if JobColumn.STARTED in shown:  # most begin at a known time, which is short
                unused = wanted[JobColumn.STARTED] - max(self._plain_start, there.get(JobColumn.STARTED, 0))
                wanted[JobColumn.STARTED] -= max(0, min(-spare, unused))
            return wanted
        for column in _MOST_EMS:
            needed = there.get(column, 0)
            if column in shown:
                more = min(spare, max(0, needed - wanted[column]))
                wanted[column] += more
                spare -= more
        return wanted

    def _needed_by_texts(self) -> dict[JobColumn, int]:
        """What `_measured_there` has measured last."""
        if self._needed_there is None:
            self._needed_there = self._measured_there()
        return self._needed_there

    def _measured_there(self) -> dict[JobColumn, int]:
        """How wide the texts that are there would have their columns, as far as they may."""
        there, em = self._texts_there(), self._view.fontMetrics().height()
        return {
            column: min(self._width(column, list(there[column])), int(em * most))
            for column, most in (*_MOST_EMS.items(), (JobColumn.NAME, _NAME_EMS), (JobColumn.STARTED, _NAME_EMS))
            if there.get(column)
        }

    @Slot()
    def forget_texts(self) -> None:
        """Other texts are there: they are measured when room is shared out next, and not again at every size."""
        self._needed_there = None

    def _narrow(self, wanted: dict[int, int], room: int) -> dict[int, int]:
        """As much of each column as can be had; with large letters in a small window that may be too wide still."""
        narrowest = {int(column): width for column, width in self._narrowest.items()}
        widths = fitted(wanted, narrowest, room)
        if sum(widths.values()) > room:
            widths = {column: narrowest.get(column, width) for column, width in wanted.items()}
        return widths

    def _shown(self, room: int) -> list[JobColumn]:
        shown = [column for column in JobColumn if self.is_wanted(column)]
        if self._is_sized:
            return shown
        for column in self._in_order_of_going():
            is_short = sum(self._needed(each, going=column) for each in shown) > room
            if is_short and column in shown and column not in self._chosen:
                shown.remove(column)
        return shown

    def _in_order_of_going(self) -> tuple[JobColumn, ...]:
        sorted_by = self._view.header().sortIndicatorSection()
        others = [column for column in _GIVE_WAY if column != sorted_by]
        return (*others, *(column for column in _GIVE_WAY if column == sorted_by), JobColumn.VERDICT)

    def _is_usual(self, column: JobColumn) -> bool:
        return self._has_several_models if column is JobColumn.MODEL else column in FIRST_COLUMNS

    def _needed(self, column: JobColumn, *, going: JobColumn) -> int:
        """The room without which another column had better go.

        A time that nobody sorts by goes so that names have room. Before anything else goes, names are short; before the
        verdict goes, all others are.
        """
        if column is JobColumn.NAME:
            is_other_time = going in _TIMES and going != self._view.header().sortIndicatorSection()
            return int(self._view.fontMetrics().height() * (_NAME_EMS if is_other_time else _LEAST_NAME_EMS))
        if going is JobColumn.VERDICT:
            return self._narrowest.get(column, self._requested[column])
        return self._least[column] if column is JobColumn.MODEL else self._requested[column]

    def wanted_width(self) -> int:
        """The width of the list in which nothing usual is cut off, also where it shows jobs of several models."""
        bar = self._view.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self._view)
        shown = {*FIRST_COLUMNS, JobColumn.MODEL, *(column for column, is_shown in self._chosen.items() if is_shown)}
        return sum(self._requested[column] for column in shown) + bar + 2 * self._view.frameWidth()

    def set_has_several_models(self, *, has_several: bool) -> None:
        """Whether the list shows jobs of more than one model, so that each has to say of which it is."""
        if self._has_several_models is not has_several:
            self._has_several_models = has_several
            self.fit()

    def is_wanted(self, column: JobColumn) -> bool:
        """Whether it is shown wherever there is room for it."""
        return column is JobColumn.NAME or self._chosen.get(column, self._is_usual(column))

    def choose(self, column: JobColumn, *, is_shown: bool) -> None:
        """A person wants a column, or wants it no more."""
        self._chosen[column] = is_shown
        self.fit()
        self.changed.emit()

    def state(self) -> str:
        """Order, widths, choice and sorting, for remembering."""
        header = pack(self._view.header().saveState())
        chosen = {column.name: is_shown for column, is_shown in self._chosen.items()}
        return json.dumps({"columns": _names(), "header": header, "chosen": chosen, "is_sized": self._is_sized})

    def restore(self, state: str) -> None:
        """Arrange the columns as remembered. Nonsense is ignored.

        So is what an earlier version kept: its columns were others, and each row said less in more of them.
        """
        kept = _kept(state)
        header = unpack(kept.get("header"))
        if kept.get("columns") != _names() or header is None:
            return
        self._is_own_change = True
        is_restored = self._view.header().restoreState(header)
        self._is_own_change = False
        if not is_restored:
            return
        chosen = kept.get("chosen")
        named = chosen.items() if isinstance(chosen, dict) else ()
        self._chosen = {
            JobColumn[name]: is_shown
            for name, is_shown in named
            if name in JobColumn.__members__ and isinstance(is_shown, bool)
        }
        self._is_sized = kept.get("is_sized") is True
        self._view.header().setStretchLastSection(False)
        self.fit()

    @Slot()
    def _on_resized(self) -> None:
        if not self._is_own_change:
            self._is_sized = True
            self.changed.emit()

    @Slot()
    def _on_sorted(self) -> None:
        if not self._is_own_change:
            self.fit()
            self.changed.emit()

    @Slot()
    def _on_changed(self) -> None:
        if not self._is_own_change:
            self.changed.emit()


def _names() -> list[str]:
    return [column.name for column in JobColumn]


def _kept(state: str) -> Mapping[str, Any]:
    try:
        kept = parsed(state)
    except ValueError:
        return {}
    return kept if isinstance(kept, dict) else {}
