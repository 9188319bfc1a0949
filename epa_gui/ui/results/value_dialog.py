"""What an error costs, or how many of the likeliest rows are looked at: the business's own measure of a model."""

import functools
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from epa_gui.core.results.value_measure import BusinessMeasure, CellValues, TopHits
from epa_gui.core.text.foreign_text import fill, shown
from epa_gui.ui.base.form_dialog import FormDialog
from epa_gui.ui.base.growing import ComboBox, RadioButton, SpinBox
from epa_gui.ui.base.page import GAP, em
from epa_gui.ui.base.roomy_line import RoomyLine
from epa_gui.ui.base.speaking import Words, speak
from epa_gui.ui.results.amount_box import AmountBox

_MOST_CLASSES = 8
"""Amounts are asked for cell by cell up to so many classes; beyond them one for every right and every wrong row."""

_MOST_AMOUNT = 1e9
_MOST_TOP = 1_000_000


class ValueDialog(FormDialog):
    """Asks for it, once for each model.

    Signals:
        chosen: The `CellValues` or `TopHits` that was entered, or `None` to measure nothing.
    """

    chosen = Signal(object)

    def __init__(self, labels: Sequence[str], measure: BusinessMeasure | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        speak(self, lambda: self.setWindowTitle(self.tr("What an error costs")))
        speak(self, lambda: self.confirm_button.setText(self.tr("Save")))
        self._labels = tuple(labels)
        self._cells: list[list[AmountBox]] = []
        self._nothing = RadioButton()
        speak(self, lambda: self._nothing.setText(self.tr("Count the rows that are found")))
        self._amounts = RadioButton()
        speak(self, lambda: self._amounts.setText(self.tr("Amount for each kind of prediction")))
        self._top = RadioButton()
        speak(self, lambda: self._top.setText(self.tr("Hit rate among the most likely rows")))
        self._kinds = QButtonGroup(self)
        column = QVBoxLayout()
        column.setSpacing(em(self, GAP / 2))
        for button in (self._nothing, self._amounts, self._top):
            self._kinds.addButton(button)
            button.toggled.connect(self._on_kind)
            column.addWidget(button)
        kinds = QWidget()
        kinds.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        first_line = (self._nothing.sizeHint().height() - self.fontMetrics().height()) // 2
        self.add_row(lambda: self.tr("Your measure"), kinds, first_line=max(0, first_line))
        self._build_amounts()
        self._build_top()
        self.add_hint(lambda: self.tr("The setting is kept with the model and used for all its results."))
        self._show(measure)
        self._on_kind()

    def _build_amounts(self) -> None:
        self._unit = RoomyLine(maxLength=20)
        speak(self, lambda: self._unit.setPlaceholderText(self.tr("Optional: €, ¥, hours")))
        self._unit.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        grid_of = QWidget()
        grid = QGridLayout(grid_of)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(em(self, GAP))
        grid.setVerticalSpacing(em(self, GAP / 2))
        if self._are_many():
            self._build_right_and_wrong(grid)
        else:
            self._build_cells(grid)
        self._grid = grid_of
        self.add_row(lambda: self.tr("Unit"), self._unit)
        grid.setColumnStretch(grid.columnCount(), 1)
        self.add_row(lambda: self.tr("Amounts for one row"), grid_of, self._cells[0][0], first_line=0)
        self.amounts_hint = self.add_hint(lambda: self.tr("Enter gains as positive and costs as negative amounts."))

    def _build_right_and_wrong(self, grid: QGridLayout) -> None:
        line = []
        kinds: tuple[Words, ...] = (lambda: self.tr("Correct prediction"), lambda: self.tr("Wrong prediction"))
        for row, kind in enumerate(kinds):
            box = self._amount(functools.partial(self._row_name, kind))
            grid.addWidget(self._heading(kind), row, 0)
            grid.addWidget(box, row, 1)
            line.append(box)
        self._cells.append(line)

    def _row_name(self, kind: Words) -> str:
        return fill(self.tr("Amount for a row: {0}"), kind())

    def _heading(self, words: Words) -> QLabel:
        made = QLabel()
        speak(self, lambda: made.setText(words()))
        return made

    def _amount(self, name: Words) -> AmountBox:
        box = AmountBox(_MOST_AMOUNT)
        speak(self, lambda: box.setAccessibleName(name()))  # in its turn: the form may name it again
        box.setMinimumWidth(em(self, 6))
        return box

    def _build_cells(self, grid: QGridLayout) -> None:
        names = [shown(label) for label in self._labels]
        for place, name in enumerate(names):
            head = self._heading(functools.partial(self._predicted_text, name))
            head.setWordWrap(True)
            grid.addWidget(head, 0, place + 1, Qt.AlignmentFlag.AlignBottom)
            side = self._heading(functools.partial(self._actual_text, name))
            grid.addWidget(side, place + 1, 0)
        for row, actual in enumerate(names):
            line = []
            for place, predicted in enumerate(names):
                box = self._amount(functools.partial(self._cell_name, actual, predicted))
                grid.addWidget(box, row + 1, place + 1)
                line.append(box)
            self._cells.append(line)

    def _predicted_text(self, name: str) -> str:
        return fill(self.tr("Predicted “{0}”"), name)

    def _actual_text(self, name: str) -> str:
        return fill(self.tr("Actual “{0}”"), name)

    def _cell_name(self, actual: str, predicted: str) -> str:
        return fill(self.tr("Amount for actual “{0}”, predicted “{1}”"), actual, predicted)

    def _build_top(self) -> None:
        self._wanted = ComboBox()
        for label in self._labels:
            self._wanted.addItem(shown(label), label)
        self._count = SpinBox(minimum=1, maximum=_MOST_TOP, value=100)
        self._count.setGroupSeparatorShown(True)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.add_row(lambda: self.tr("Class to find"), self._wanted)
        self.add_row(lambda: self.tr("Number of most likely rows"), self._count)

    def _are_many(self) -> bool:
        return len(self._labels) > _MOST_CLASSES

    def _show(self, measure: BusinessMeasure | None) -> None:
        self._nothing.setChecked(measure is None)
        if isinstance(measure, TopHits):
            self._top.setChecked(True)
            self._wanted.setCurrentIndex(max(0, self._wanted.findData(measure.wanted)))
            self._count.setValue(measure.top)
        elif measure is not None:
            self._amounts.setChecked(True)
            self._unit.setText(measure.unit)
            if set(measure.labels) != set(self._labels):
                return  # there are classes that it has no amount for
            if self._are_many():
                for box, amount in zip(self._cells[0], (measure.amounts[0][0], measure.amounts[0][1]), strict=True):
                    box.setValue(amount)
            else:
                places = [measure.labels.index(label) for label in self._labels]
                for row, line in enumerate(self._cells):
                    for column, box in enumerate(line):
                        box.setValue(measure.amounts[places[row]][places[column]])

    def measure(self) -> BusinessMeasure | None:
        """What was entered."""
        if self._top.isChecked():
            return TopHits(str(self._wanted.currentData()), self._count.value())
        if not self._amounts.isChecked():
            return None
        amounts = tuple(tuple(box.value() for box in line) for line in self._cells)
        if self._are_many():
            right, wrong = amounts[0]
            size = range(len(self._labels))
            amounts = tuple(tuple(right if row == column else wrong for column in size) for row in size)
        return CellValues(self._labels, amounts, self._unit.text().strip())

    def accept(self) -> None:
        """Give back what was entered."""
        self.chosen.emit(self.measure())
        super().accept()

    @Slot()
    def _on_kind(self) -> None:
        has_amounts, has_top = self._amounts.isChecked(), self._top.isChecked()
        for field in (self._unit, self._grid, self.amounts_hint):
            self.form.setRowVisible(field, has_amounts)
        for field in (self._wanted, self._count):
            self.form.setRowVisible(field, has_top)
        self.adjustSize()
