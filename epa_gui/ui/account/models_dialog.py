"""The account's models: which of them to work with here."""

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from epa_gui.core.account.account_model import AccountModel
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.account import account_text
from epa_gui.ui.account.box_delegate import BoxDelegate
from epa_gui.ui.account.busy_line import BusyLine
from epa_gui.ui.account.models_table import LINE_ROLE, Column, Line, LineState, ModelsTable, ShownModels
from epa_gui.ui.base.flat_tree import FlatTree
from epa_gui.ui.base.form_dialog import Hint
from epa_gui.ui.base.page import em, make_primary, set_page_margins
from epa_gui.ui.base.soft_text import SoftLine
from epa_gui.ui.base.tinting import ATTENTION, TintedFrame
from epa_gui.ui.base.wrapping_text import Text

_WIDTHS = {
    Column.NAME: 14.0,
    Column.NOTE: 10.0,
    Column.KIND: 9.0,
    Column.TARGET: 8.0,
    Column.UPDATED: 6.0,
    Column.API: 6.0,
}
_SIZE = (58.0, 34.0)
_SMALLEST = (30.0, 18.0)
"""In heights of the font."""

_LARGEST_SHARE = 0.9


class ModelsTree(FlatTree):
    """The list; the space bar chooses the row that has the cursor, wherever in it the cursor is."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the space bar."""
        index = self.currentIndex().siblingAtColumn(Column.NAME)
        if event.key() != Qt.Key.Key_Space or not index.isValid():
            super().keyPressEvent(event)
            return
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            is_checked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
            wanted = Qt.CheckState.Unchecked if is_checked else Qt.CheckState.Checked
            self.model().setData(index, wanted, Qt.ItemDataRole.CheckStateRole)


class ModelsDialog(QDialog):
    """What is in the account, with boxes.

    Signals:
        add_requested: Add these (a tuple of `AccountModel`).
        cancel_requested: Begin with no other.
        list_requested: Ask for the models once more.
        connect_requested: The secret key is to be entered anew.
    """

    add_requested = Signal(object)
    cancel_requested = Signal()
    list_requested = Signal()
    connect_requested = Signal()

    def __init__(self, account_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(fill(self.tr("Models of the account {0}"), account_name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._is_adding = False
        self.table = ModelsTable()
        self.table.setParent(self)
        self._shown = ShownModels(self.table)
        self._heading = Text(is_bold=True)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setAccessibleName(self.tr("Search models"))
        self.search.setPlaceholderText(self.tr("Search models"))
        self.search.textChanged.connect(self._on_search)
        self._all = QCheckBox(self.tr("Choose all shown"))
        self._all.checkStateChanged.connect(self._on_all)  # a screen reader toggles without a click
        self._tree = self._new_tree()
        self._trouble = self._new_trouble()
        self._counted = SoftLine()
        self._busy = BusyLine()
        self._add = QPushButton(self.tr("Add chosen models"))
        self._add.clicked.connect(self._on_add)
        make_primary(self._add)
        self._close = QPushButton(self.tr("Close"))
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.reject)
        self.table.chosen_changed.connect(self._on_chosen)
        self._arrange()
        self._show_size()
        self._on_chosen()

    def _new_tree(self) -> ModelsTree:
        tree = ModelsTree()
        tree.setAccessibleName(self.tr("Models"))
        tree.setModel(self._shown)
        tree.use_delegate(BoxDelegate(tree), Column.NAME)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for column, width in _WIDTHS.items():
            tree.header().resizeSection(column, em(self, width))
        tree.selectionModel().currentRowChanged.connect(self._on_row)
        return tree

    def _new_trouble(self) -> TintedFrame:
        frame = TintedFrame()
        frame.tint(ATTENTION)
        self._trouble_text = Hint()
        self._retry = QPushButton(self.tr("Retry"))
        self._retry.clicked.connect(self._on_retry)
        self._again = QPushButton(self.tr("Try again"))
        self._again.clicked.connect(self.list_requested)
        self._connect = QPushButton(self.tr("Enter the secret key…"))
        self._connect.clicked.connect(self.connect_requested)
        buttons = QHBoxLayout()
        for button in (self._retry, self._again, self._connect):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(frame)
        layout.addWidget(self._trouble_text)
        layout.addLayout(buttons)
        frame.hide()
        self._failed: int | None = None
        return frame

    def _arrange(self) -> None:
        self.search.setMinimumWidth(em(self, 8))
        line = QHBoxLayout()
        line.addWidget(self._all)
        line.addStretch(1)
        line.addWidget(self.search, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._counted, 1)
        foot.addWidget(self._busy, 1)
        foot.addWidget(self._close)
        foot.addWidget(self._add)
        self._busy.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        set_page_margins(column, self)
        column.setSpacing(em(self, 0.5))
        column.addWidget(self._heading)
        column.addLayout(line)
        column.addWidget(self._tree, 1)
        column.addWidget(self._trouble)
        column.addLayout(foot)
        self.setTabOrder(self.search, self._all)

    def _show_size(self) -> None:
        room = self.screen().availableSize() * _LARGEST_SHARE
        self.setMinimumSize(min(em(self, _SMALLEST[0]), room.width()), min(em(self, _SMALLEST[1]), room.height()))
        self.resize(min(em(self, _SIZE[0]), room.width()), min(em(self, _SIZE[1]), room.height()))

    # What is shown

    def show_asking(self) -> None:
        """The models are being asked for."""
        self._trouble.hide()
        self._heading.show_text(self.tr("Asking the service for the account's models…"))
        self._counted.hide()
        self._busy.show_text(self.tr("Asking the service for the account's models…"))
        self._on_chosen()

    def show_models(self, heading: str, lines: Iterable[Line], chosen: Collection[int] = ()) -> None:
        """Show the account's models."""
        self._busy.hide()
        self._counted.show()
        self._trouble.hide()
        self._heading.show_text(heading)
        self.table.show_lines(lines, chosen)
        first = next((row for row in range(self._shown.rowCount()) if self._is_chosen(row)), 0)
        self._tree.selectRow(first)
        self._tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_no_models(self, text: str, *, wants_secret: bool) -> None:
        """The models could not be had."""
        self._busy.hide()
        self._counted.show()
        if not self.table.lines():
            self._heading.show_text(self.tr("The account's models could not be looked at."))
        self._show_trouble(text, None)
        self._again.show()
        self._connect.setVisible(wants_secret)

    def show_apis(self, has_api: Mapping[int, bool | None]) -> None:
        """What is known now of prediction APIs."""
        self.table.show_apis(has_api)

    def show_step(self, number: int | None, done: int, total: int) -> None:
        """How far adding is; no number at its end."""
        if number is None:
            self._is_adding = False
            self._busy.hide()
            self._counted.show()
            self._close.setText(self.tr("Close"))
            self._retry.setEnabled(True)
            self._on_chosen()
            return
        self.table.change(number, LineState.UNDER_WAY)
        line = self.table.line_of(number)
        name = line.model.name if line else ""
        text = account_text.adding_text(done + 1, total, name or account_text.unnamed(number))
        self._busy.show_text(text, done, total)

    def show_added(self, number: int, name: str) -> None:
        """A model is in the list."""
        self.table.change(number, LineState.ADDED, name_here=name)
        if self._failed == number:
            self._trouble.hide()

    def show_failed(self, number: int, reason: str) -> None:
        """A model is not; it stays chosen, so that it can be tried again."""
        self.table.change(number, LineState.FAILED, reason=reason)
        self.table.choose([number], is_chosen=True)
        if self._trouble.isHidden():
            row = self._shown.mapFromSource(self.table.index(self.table.row_of(number), 0)).row()
            if row >= 0:
                self._tree.selectRow(row)
            self._show_failed_line(self.table.line_of(number))

    def show_untried(self, numbers: Iterable[int]) -> None:
        """These were not tried any more: they stay chosen."""
        for number in numbers:
            self.table.change(number, LineState.FREE)
        self.table.choose(numbers, is_chosen=True)

    def show_end(self, text: str) -> None:
        """What came of it."""
        self._counted.show_text(text)
        QAccessible.updateAccessibility(QAccessibleEvent(self._counted, QAccessible.Event.Alert))

    def is_adding(self) -> bool:
        """Whether models are being added."""
        return self._is_adding

    # What a person does

    @Slot()
    def _on_add(self) -> None:
        self._begin(self.table.chosen())

    @Slot()
    def _on_retry(self) -> None:
        line = self.table.line_of(self._failed) if self._failed is not None else None
        if line is not None:
            self._begin((line.model,))

    def _begin(self, models: tuple[AccountModel, ...]) -> None:
        if self._is_adding or not models:
            return
        self._is_adding = True
        self._trouble.hide()
        for model in models:
            self.table.change(model.model_id, LineState.WAITING)
        self._counted.hide()
        self._close.setText(self.tr("Cancel"))
        self._on_chosen()
        self.add_requested.emit(models)

    @Slot(str)
    def _on_search(self, text: str) -> None:
        self._shown.search(text)
        self._on_chosen()

    @Slot(Qt.CheckState)
    def _on_all(self, state: Qt.CheckState) -> None:
        self.table.choose(self._shown.numbers(), is_chosen=state is not Qt.CheckState.Unchecked)

    @Slot()
    def _on_chosen(self) -> None:
        shown_numbers = self._shown.numbers()
        chosen = self.table.chosen()
        count = sum(self.table.is_chosen(number) for number in shown_numbers)
        is_all = bool(shown_numbers) and count == len(shown_numbers)
        self._all.setTristate(0 < count < len(shown_numbers))
        partly = Qt.CheckState.PartiallyChecked if count else Qt.CheckState.Unchecked
        with QSignalBlocker(self._all):
            self._all.setCheckState(Qt.CheckState.Checked if is_all else partly)
        self._all.setEnabled(bool(shown_numbers) and not self._is_adding)
        self._add.setEnabled(bool(chosen) and not self._is_adding)
        self._counted.show_text(account_text.counted_text(self._shown.rowCount(), self.table.rowCount(), len(chosen)))

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        line = current.data(LINE_ROLE) if current.isValid() else None
        if isinstance(line, Line) and line.state is LineState.FAILED:
            self._show_failed_line(line)

    def _show_failed_line(self, line: Line | None) -> None:
        if line is None:
            return
        name = line.model.name or account_text.unnamed(line.model.model_id)
        self._show_trouble(fill(self.tr("“{0}”: {1}"), name, line.reason), line.model.model_id)
        self._retry.setEnabled(not self._is_adding)

    def _show_trouble(self, text: str, failed: int | None) -> None:
        self._failed = failed
        self._trouble_text.setText("⚠ " + text)
        self._retry.setVisible(failed is not None)
        self._again.setVisible(False)
        self._connect.setVisible(False)
        self._trouble.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._trouble_text, QAccessible.Event.Alert))

    def _is_chosen(self, row: int) -> bool:
        line = self._shown.index(row, 0).data(LINE_ROLE)
        return isinstance(line, Line) and self.table.is_chosen(line.model.model_id)

    def reject(self) -> None:
        """While models are added: begin with no other. Else close."""
        if self._is_adding:
            self.cancel_requested.emit()
            self._busy.show_text(self.tr("Stopping after this model…"))
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's own close button does the same."""
        if self._is_adding:
            self.reject()
            event.ignore()
        else:
            super().closeEvent(event)
