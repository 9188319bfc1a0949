"""The model that a file is sent for, what it predicts, and what is live of it: one line."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from epa_gui.core.text.foreign_text import fill, shown
from epa_gui.ui.base.growing import ComboBox
from epa_gui.ui.base.page import GAP, em
from epa_gui.ui.base.soft_text import SoftText
from epa_gui.ui.base.speaking import speak

_LETTERS = 14
_LEAST_NAME = 5
_WIDEST_NAME = 22
"""Heights of the font that a list has at most, however long the names in it."""

_MOST_LINES = 2
"""Of what is live beside the lists: where it would be more, it stands below them."""

_LEAST_LIVE = 8


class ModelRow(QWidget):
    """Two lists and a sentence between and behind them, or below them where there is no room for it beside.

    Signals:
        model_chosen: A model's identity.
        target_chosen: The name of the column to predict; empty for "not chosen".
        model_requested: Open Add model.
    """

    model_chosen = Signal(str)
    target_chosen = Signal(str)
    model_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown_target: tuple[list[str], str, bool] | None = None
        self.model = _list()
        self.model.activated.connect(self._on_model)
        self.add_model = QPushButton(autoDefault=False)
        speak(self, lambda: self.add_model.setText(self.tr("Add model…")))
        self.add_model.clicked.connect(self.model_requested)
        self.target = _list()
        speak(self, lambda: self.target.setAccessibleName(self.tr("Column to predict")))
        speak(self, lambda: self.target.setToolTip(self.tr("Column to predict")))
        self.target.activated.connect(self._on_target)
        self._predicts = QLabel()
        speak(self, lambda: self._predicts.setText(self.tr("predicts")))
        self._predicts.setBuddy(self.target)
        self._live = SoftText()
        self._live.keep_whole()
        self._live.setMinimumWidth(em(self, _LEAST_LIVE))
        self._arranged = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._arranged.setContentsMargins(0, 0, 0, 0)
        self._arranged.setSpacing(em(self, GAP))
        self._lists = QHBoxLayout()
        self._lists.setSpacing(em(self, GAP))
        self._arranged.addLayout(self._lists)
        for control in (self.model, self.add_model, self._predicts, self.target):
            self._lists.addWidget(control)
        self._lists.addStretch(1)
        self._arranged.addWidget(self._live, 1)
        speak(self, self._say_again)

    def _say_again(self) -> None:
        shown, self._shown_target = self._shown_target, None
        if shown is not None:
            names, target, is_guessed = shown
            self.show_target(names, target, is_guessed=is_guessed)

    def event(self, event: QEvent) -> bool:
        """What stands in the lists needs other room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """With what is live behind the lists, or below them."""
        beside = self.width() - self._lists.sizeHint().width() - self._arranged.spacing()
        has_room = beside >= self._live.minimumWidth() and self._live.whole_lines(beside) <= _MOST_LINES
        direction = QBoxLayout.Direction.LeftToRight if has_room else QBoxLayout.Direction.TopToBottom
        self._arranged.setDirection(direction)

    def show_models(self, models: Mapping[str, str], chosen: str) -> None:
        """Offer these; their names by identity."""
        self.model.clear()
        for model, name in models.items():
            self.model.addItem(shown(name), model)
        self.model.setCurrentIndex(max(0, self.model.findData(chosen)))
        self.model.setEnabled(bool(models))
        self.model.setVisible(bool(models))
        self.add_model.setVisible(not models)
        for part in (self._predicts, self.target):
            part.setVisible(bool(models))

    def show_live(self, text: str) -> None:
        """What is live of the model."""
        self._live.show_text(text)
        self._arrange()

    def show_target(self, columns: Sequence[str], target: str, *, is_guessed: bool) -> None:
        """Which column is predicted, as far as that is known.

        Args:
            columns: Those of the training file.
            target: The one; empty for "not chosen".
            is_guessed: Whether it was read from results instead of told.
        """
        names = list(dict.fromkeys([*(name for name in columns if name), *([target] if target else [])]))
        self.target.setEnabled(bool(names))
        wanted = (names, target, is_guessed)
        if self._shown_target == wanted:
            return
        self._shown_target = wanted
        self.target.clear()
        guessed = fill(self.tr("{0} (read from results)"), target)
        texts = [guessed if is_guessed and name == target else shown(name) for name in names]
        self.target.addItems([self.tr("Not chosen"), *texts])  # at once: a wide file has a thousand
        self.target.setCurrentIndex(names.index(target) + 1 if target else 0)

    def chosen(self) -> str:
        """The chosen model's identity; empty if there is none."""
        return str(self.model.currentData() or "")

    @Slot()
    def _on_model(self) -> None:
        self.model_chosen.emit(self.chosen())

    @Slot()
    def _on_target(self) -> None:
        place, names = self.target.currentIndex() - 1, self._shown_target[0] if self._shown_target else []
        self.target_chosen.emit(names[place] if 0 <= place < len(names) else "")


def _list() -> QComboBox:
    """As wide as the longest of its texts, where there is room, and with short ones no narrower than a usual name.

    By all of its texts, not by the chosen one: choosing another moves nothing beside it.
    """
    made = ComboBox(minimumContentsLength=_LETTERS)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    made.setMinimumWidth(em(made, _LEAST_NAME))
    made.setMaximumWidth(em(made, _WIDEST_NAME))
    return made
