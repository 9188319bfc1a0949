"""The account's models: which of them to work with here."""

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from epa_gui.core.account.account_model import AccountModel
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.account import account_text
from epa_gui.ui.account.busy_line import BusyLine
from epa_gui.ui.account.models_table import Line, LineState, ModelsTable
from epa_gui.ui.account.models_tree import ModelsTree
from epa_gui.ui.base.announcing import announce
from epa_gui.ui.base.field_trouble import TroubleBox
from epa_gui.ui.base.growing import CheckBox
from epa_gui.ui.base.hits_spoken import HitsSpoken
from epa_gui.ui.base.page import em, give_buttons_room, make_primary, set_page_margins
from epa_gui.ui.base.roomy_line import RoomyLine
from epa_gui.ui.base.soft_text import SoftLine
from epa_gui.ui.base.speaking import Words, speak
from epa_gui.ui.base.wrapping_text import Text

_SIZE = (58.0, 34.0)
_SMALLEST = (30.0, 18.0)
"""In heights of the font."""

_LARGEST_SHARE = 0.9


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

    def __init__(self, account_name: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        speak(self, lambda: self.setWindowTitle(fill(self.tr("Models of the account {0}"), account_name())))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._is_adding = False
        self.table = ModelsTable()
        self.table.setParent(self)
        self._tree = ModelsTree(self.table)
        self._heading = Text(is_bold=True)
        self._heading_words: Words = str
        self._counted_words: Words = str
        self.search = RoomyLine(clearButtonEnabled=True)
        speak(self, lambda: self.search.setAccessibleName(self.tr("Search models")))
        speak(self, lambda: self.search.setPlaceholderText(self.tr("Search models")))
        self.search.textChanged.connect(self._on_search)
        HitsSpoken(self.search, self._tree.shown.rowCount)
        self._all = CheckBox()
        speak(self, lambda: self._all.setText(self.tr("Choose all shown")))
        self._all.checkStateChanged.connect(self._on_all)  # a screen reader toggles without a click
        self._tree.selectionModel().currentRowChanged.connect(self._on_row)
        self._trouble = self._new_trouble()
        self._counted = SoftLine()
        self._busy = BusyLine()
        self._add = QPushButton()
        speak(self, lambda: self._add.setText(self.tr("Add chosen models")))
        self._add.clicked.connect(self._on_add)
        make_primary(self._add)
        self._close = QPushButton()
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.reject)
        self.table.chosen_changed.connect(self._on_chosen)
        self._arrange()
        self._show_size()
        self._on_chosen()
        speak(self, self._say_again)

    def _say_again(self) -> None:
        """All that came, and what is told of each model."""
        self._heading.show_text(self._heading_words())
        self._close.setText(self.tr("Cancel") if self._is_adding else self.tr("Close"))
        self._tree.setAccessibleName(self.tr("Models"))
        self._counted.show_text(self._counted_words())
        self.table.say_again()
        self._tree.measure()  # other words are wider, or less wide

    def _new_trouble(self) -> TroubleBox:
        box = TroubleBox()
        self._retry = QPushButton()
        speak(self, lambda: self._retry.setText(self.tr("Try again")))
        self._retry.clicked.connect(self._on_retry)
        self._again = QPushButton()
        speak(self, lambda: self._again.setText(self.tr("Try again")))
        self._again.clicked.connect(self.list_requested)
        self._connect = QPushButton()
        speak(self, lambda: self._connect.setText(self.tr("Enter the secret key…")))
        self._connect.clicked.connect(self.connect_requested)
        for button in (self._retry, self._again, self._connect):
            button.setAutoDefault(False)
            box.buttons.addWidget(button)
        box.buttons.addStretch()
        box.hide()
        self._failed: int | None = None
        return box

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self._all)
        line.addStretch(1)
        line.addWidget(self.search, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._counted, 1)
        foot.addWidget(self._busy, 1)
        buttons = QDialogButtonBox()  # it knows their order on this system
        buttons.addButton(self._add, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self._close, QDialogButtonBox.ButtonRole.RejectRole)
        foot.addWidget(buttons)
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
        give_buttons_room(self)

    def _show_size(self) -> None:
        room = self.screen().availableSize() * _LARGEST_SHARE
        self.setMinimumSize(min(em(self, _SMALLEST[0]), room.width()), min(em(self, _SMALLEST[1]), room.height()))
        self.resize(min(em(self, _SIZE[0]), room.width()), min(em(self, _SIZE[1]), room.height()))

    # What is shown

    def show_asking(self) -> None:
        """The models are being asked for."""
        self._trouble.hide()
        self._show_heading(self._asking_text)
        self._counted.hide()
        self._busy.show_text(self._asking_text)
        self._on_chosen()

    def _asking_text(self) -> str:
        return self.tr("Getting the account’s models…")

    def _show_heading(self, words: Words) -> None:
        self._heading_words = words
        self._heading.show_text(words())

    def show_models(self, heading: Words, lines: Iterable[Line], chosen: Collection[int] = ()) -> None:
        """Show the account's models."""
        self._busy.hide()
        self._counted.show()
        self._trouble.hide()
        self._show_heading(heading)
        self.table.show_lines(lines, chosen)
        self._tree.measure()
        self._tree.select_first_chosen()
        self._tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_no_models(self, words: Words, *, wants_secret: bool) -> None:
        """The models could not be had."""
        self._busy.hide()
        self._counted.show()
        if not self.table.lines():
            self._show_heading(lambda: self.tr("The account’s models cannot be shown"))
        self._show_trouble(words, None)
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
        self._busy.show_text(
            lambda: account_text.adding_text(done + 1, total, name or account_text.unnamed(number)), done, total
        )

    def show_added(self, number: int, name: str) -> None:
        """A model is in the list."""
        self.table.change(number, LineState.ADDED, name_here=name)
        if self._failed == number:
            self._trouble.hide()

    def show_failed(self, number: int, reason: Words) -> None:
        """A model is not; it stays chosen, so that it can be tried again."""
        self.table.change(number, LineState.FAILED, reason=reason)
        self.table.choose([number], is_chosen=True)
        if self._trouble.isHidden():
            self._tree.select_model(number)
            self._show_failed_line(self.table.line_of(number))

    def show_untried(self, numbers: Iterable[int]) -> None:
        """These were not tried any more: they stay chosen."""
        for number in numbers:
            self.table.change(number, LineState.FREE)
        self.table.choose(numbers, is_chosen=True)

    def show_end(self, words: Words) -> None:
        """What came of it."""
        self._show_counted(words)
        announce(self._counted)

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
        self._tree.shown.search(text)
        self._on_chosen()

    @Slot(Qt.CheckState)
    def _on_all(self, state: Qt.CheckState) -> None:
        self.table.choose(self._tree.shown.numbers(), is_chosen=state is not Qt.CheckState.Unchecked)

    @Slot()
    def _on_chosen(self) -> None:
        shown_numbers = self._tree.shown.numbers()
        chosen = self.table.chosen()
        count = sum(self.table.is_chosen(number) for number in shown_numbers)
        is_all = bool(shown_numbers) and count == len(shown_numbers)
        self._all.setTristate(0 < count < len(shown_numbers))
        partly = Qt.CheckState.PartiallyChecked if count else Qt.CheckState.Unchecked
        with QSignalBlocker(self._all):
            self._all.setCheckState(Qt.CheckState.Checked if is_all else partly)
        self._all.setEnabled(bool(shown_numbers) and not self._is_adding)
        self._add.setEnabled(bool(chosen) and not self._is_adding)
        shown, all_there, listed = self._tree.shown.rowCount(), self.table.rowCount(), self.table.listed_count()
        self._show_counted(lambda: account_text.counted_text(shown, all_there, len(chosen), listed))

    def _show_counted(self, words: Words) -> None:
        self._counted_words = words
        self._counted.show_text(words())

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        line = self._tree.line_at(current.row())
        if line is not None and line.state is LineState.FAILED:
            self._show_failed_line(line)

    def _show_failed_line(self, line: Line | None) -> None:
        if line is None:
            return
        self._show_trouble(lambda: self._failed_text(line), line.model.model_id)
        self._retry.setEnabled(not self._is_adding)

    def _failed_text(self, line: Line) -> str:
        name = line.model.name or account_text.unnamed(line.model.model_id)
        return fill(self.tr("“{0}”: {1}"), name, line.reason())

    def _show_trouble(self, words: Words, failed: int | None) -> None:
        self._failed = failed
        self._trouble.show_words(words, is_error=False)
        self._retry.setVisible(failed is not None)
        self._again.setVisible(False)
        self._connect.setVisible(False)
        self._trouble.show()
        self._trouble.announce()

    def reject(self) -> None:
        """While models are added: begin with no other. Else close."""
        if self._is_adding:
            self.cancel_requested.emit()
            self._busy.show_text(lambda: self.tr("Stopping after this model…"))
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's own close button does the same."""
        if self._is_adding:
            self.reject()
            event.ignore()
        else:
            super().closeEvent(event)
