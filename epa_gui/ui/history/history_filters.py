"""What the history is searched for: words, a model, a kind of event."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from epa_gui.core.text.foreign_text import shown
from epa_gui.ui.base.flow_layout import FlowLayout
from epa_gui.ui.base.growing import ComboBox
from epa_gui.ui.base.hits_spoken import HitsSpoken
from epa_gui.ui.base.joining import as_label
from epa_gui.ui.base.page import em
from epa_gui.ui.base.roomy_line import RoomyLine
from epa_gui.ui.history.event_text import Group, group_word
from epa_gui.ui.history.history_model import Filter

_TYPING_MS = 150
"""How long after the last letter the search begins."""

_SEARCH, _WIDEST_CHOICE = 14, 18
"""Widths in heights of the font."""

_GROUPS = (None, *Group)


class HistoryFilters(QWidget):
    """The row above the history; further down where the window is too narrow for it.

    Signals:
        changed: Something else may be looked for.
    """

    changed = Signal()

    def __init__(self, hits: Callable[[], int], parent: QWidget | None = None) -> None:
        """With all there is looked for.

        Args:
            hits: Tells how many entries are found, to be spoken.
            parent: Where it is.
        """
        super().__init__(parent)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._on_changed)
        self._is_narrowed = False
        self._offers_all = True
        self.search = RoomyLine(clearButtonEnabled=True)
        self.search.setAccessibleName(self.tr("Search history"))
        self.search.setPlaceholderText(self.tr("Search history"))
        self.search.setMinimumWidth(em(self, _SEARCH))
        self._model = self._choice(self.tr("Model"))
        self._kind = self._choice(self.tr("Kind"))
        self._kind.addItems([group_word(group) for group in _GROUPS])
        row = FlowLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.8))
        row.addWidget(self.search)
        for choice in (self._model, self._kind):
            row.addWidget(_named(choice))
        self.search.textChanged.connect(self._typing.start)
        HitsSpoken(self.search, hits)
        self.search.returnPressed.connect(self._on_changed)
        self._model.currentIndexChanged.connect(self._on_model)
        self._kind.currentIndexChanged.connect(self._on_changed)
        self.show_models({})

    def _choice(self, name: str) -> QComboBox:
        choice = ComboBox()
        choice.setAccessibleName(name)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        choice.setMaximumWidth(em(self, _WIDEST_CHOICE))  # names may be long
        return choice

    def filter(self) -> Filter:
        """What is looked for."""
        return Filter(self.search.text(), self._model.currentData() or "", _GROUPS[self._kind.currentIndex()])

    def own_filter(self) -> Filter:
        """What a person looks for: all models where it was narrowed to one for them."""
        return replace(self.filter(), model="") if self._is_narrowed else self.filter()

    def own_model_name(self) -> str:
        """The name of the model that a person looks for; empty for all."""
        return self._model.currentText() if self.own_filter().model else ""

    def is_narrowed(self) -> bool:
        """Whether one model is looked for that no person has chosen."""
        return self._is_narrowed

    def models(self) -> dict[str, str]:
        """The names of the models that are offered, by identity."""
        return {self._model.itemData(row): self._model.itemText(row) for row in range(1, self._model.count())}

    def show_models(self, names: Mapping[str, str]) -> None:
        """Offer these models, by identity; the chosen one stays."""
        offered = [("", self.tr("All models")), *sorted(names.items(), key=lambda item: item[1].casefold())]
        there = [(self._model.itemData(row), self._model.itemText(row)) for row in range(self._model.count())]
        if there == offered:
            return
        chosen = self._model.currentData()
        with QSignalBlocker(self._model):
            self._model.clear()
            for model, name in offered:
                self._model.addItem(shown(name or model), model)
            self._model.setCurrentIndex(max(0, self._model.findData(chosen)))
            self.offer_all(is_offered=self._offers_all)
        if self._model.currentData() != (chosen or ""):
            self._on_changed()

    def offer_all(self, *, is_offered: bool) -> None:
        """Whether all models can be chosen; what is looked for now stays."""
        self._offers_all = is_offered
        offered = self._model.model()
        if isinstance(offered, QStandardItemModel):
            offered.item(0).setEnabled(is_offered)

    def narrow_to(self, model: str) -> None:
        """Look for one model where all are looked for, until `widen`; one that is not offered is passed over."""
        row = self._model.findData(model)
        if self._model.currentData() or row < 1:
            return
        self._is_narrowed = True
        self._choose_model(row)

    def widen(self) -> bool:
        """Look for all models again, unless a person has chosen one meanwhile; `True` if it had been narrowed."""
        was_narrowed, self._is_narrowed = self._is_narrowed, False
        if was_narrowed:
            self._choose_model(0)
        return was_narrowed

    def _choose_model(self, row: int) -> None:
        with QSignalBlocker(self._model):
            self._model.setCurrentIndex(row)
        self._on_changed()

    def look_for(self, wanted: Filter) -> None:
        """Look for this at once; a model that is not offered is passed over."""
        self._is_narrowed = False
        with QSignalBlocker(self._kind), QSignalBlocker(self._model):
            self._kind.setCurrentIndex(_GROUPS.index(wanted.group))
            self._model.setCurrentIndex(max(0, self._model.findData(wanted.model)))
        self.search.setText(wanted.words)
        self._on_changed()

    def take_focus(self) -> None:
        """Put the cursor into the search, over what stands there."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def _on_model(self) -> None:
        self._is_narrowed = False
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self._typing.stop()
        self.changed.emit()


def _named(choice: QComboBox) -> QWidget:
    """A choice with its label beside it."""
    label = QLabel(as_label(choice.accessibleName()))
    label.setBuddy(choice)
    pair = QWidget()
    beside = QHBoxLayout(pair)
    beside.setContentsMargins(0, 0, 0, 0)
    beside.addWidget(label)
    beside.addWidget(choice)
    return pair
