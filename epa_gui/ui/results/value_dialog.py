"""What an error costs, or how many of the likeliest rows are looked at: the business's own measure of a model."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from epa_gui.core.results.value_measure import BusinessMeasure, CellValues, TopHits
from epa_gui.core.text.foreign_text import fill, shown
from epa_gui.ui.base.form_dialog import FormDialog
from epa_gui.ui.base.page import em

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
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("What an error costs"))
        self.confirm_button.setText(self.tr("Save"))
        self._labels = tuple(labels)
        self._cells: list[list[QDoubleSpinBox]] = []
        self._nothing = QRadioButton(self.tr("Count the rows that are found"))
        self._amounts = QRadioButton(self.tr("Amount for each kind of prediction"))
        self._top = QRadioButton(self.tr("Hit rate among the likeliest rows"))
        self._kinds = QButtonGroup(self)
        column = QVBoxLayout()
        for button in (self._nothing, self._amounts, self._top):
            self._kinds.addButton(button)
            button.toggled.connect(self._on_kind)
            column.addWidget(button)
        kinds = QWidget()
        kinds.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        self.add_row(self.tr("Measure"), kinds)
        self._build_amounts()
        self._build_top()
        self.add_hint(self.tr("It is kept with the model, and used for all of its results."))
        self._show(measure)
        self._on_kind()

    def _build_amounts(self) -> None:
        self._unit = QLineEdit(maxLength=20)
        self._unit.setPlaceholderText(self.tr("For example €, ¥ or hours. Optional"))
        grid_of = QWidget()
        grid = QGridLayout(grid_of)
        grid.setContentsMargins(0, 0, 0, 0)
        if self._are_many():
            self._build_right_and_wrong(grid)
        else:
            self._build_cells(grid)
        self._grid = grid_of
        self.add_row(self.tr("Unit"), self._unit)
        self.add_row(self.tr("Amounts for one row"), grid_of, self._cells[0][0])
        self.amounts_hint = self.add_hint(self.tr("Gains are above zero, costs below: −50 for an error that costs 50."))

    def _build_right_and_wrong(self, grid: QGridLayout) -> None:
        line = []
        for row, text in enumerate((self.tr("Predicted right"), self.tr("Predicted wrongly"))):
            box = self._amount(fill(self.tr("Amount for a row: {0}"), text))
            grid.addWidget(QLabel(text), row, 0)
            grid.addWidget(box, row, 1)
            line.append(box)
        self._cells.append(line)

    def _amount(self, name: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox(minimum=-_MOST_AMOUNT, maximum=_MOST_AMOUNT, decimals=2)
        box.setAccessibleName(name)
        box.setMinimumWidth(em(self, 6))
        return box

    def _build_cells(self, grid: QGridLayout) -> None:
        names = [shown(label) for label in self._labels]
        for place, name in enumerate(names):
            head = QLabel(fill(self.tr("Predicted “{0}”"), name))
            head.setWordWrap(True)
            grid.addWidget(head, 0, place + 1, Qt.AlignmentFlag.AlignBottom)
            side = QLabel(fill(self.tr("Actual “{0}”"), name))
            grid.addWidget(side, place + 1, 0)
        for row, actual in enumerate(names):
            line = []
            for place, predicted in enumerate(names):
                box = self._amount(fill(self.tr("Amount for actual “{0}”, predicted “{1}”"), actual, predicted))
                grid.addWidget(box, row + 1, place + 1)
                line.append(box)
            self._cells.append(line)

    def _build_top(self) -> None:
        self._wanted = QComboBox()
        for label in self._labels:
            self._wanted.addItem(shown(label), label)
        self._count = QSpinBox(minimum=1, maximum=_MOST_TOP, value=100)
        self._count.setGroupSeparatorShown(True)
        self.add_row(self.tr("Class that is looked for"), self._wanted)
        self.add_row(self.tr("Rows looked at"), self._count)

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
