"""Which jobs to show: by state, and by model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from epa_gui.core.text.foreign_text import fill, shown, shown_lines
from epa_gui.ui.base.formatting import plain_tip
from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.row_delegate import RowDelegate
from epa_gui.ui.jobs.job_filter import Show

_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class ModelLine:
    """A model as the sidebar shows it.

    Attributes:
        id: Its identity; empty for all models.
        name: Its name.
        details: Its region and masked key.
        has_trouble: Whether its key was refused.
        jobs: How many jobs it has.
    """

    id: str
    name: str
    details: str = ""
    has_trouble: bool = False
    jobs: int = 0


class Sidebar(QWidget):
    """Two lists: states, and models.

    Signals:
        show_chosen: Which jobs are to be shown (a `Show`).
        model_chosen: Whose jobs are to be shown (the model's ID, or "" for all).
        model_menu_requested: The context menu of the chosen model, at that place on the screen (a `QPoint`).
    """

    show_chosen = Signal(object)
    model_chosen = Signal(str)
    model_menu_requested = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states = self._list(self.tr("Show"))
        for show in Show:
            item = QListWidgetItem()
            item.setData(_ID, show)
            self._states.addItem(item)
        self._models = self._list(self.tr("Models"))
        self._models.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._models.customContextMenuRequested.connect(self._on_menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 0, 8)
        layout.addWidget(self._heading(self.tr("Show"), self._states))
        layout.addWidget(self._states)
        layout.addSpacing(8)
        layout.addWidget(self._heading(self.tr("Models"), self._models))
        layout.addWidget(self._models, 1)
        self._shown_models: list[ModelLine] | None = None
        self.show_counts({})
        self.show_models([])
        self._states.setCurrentRow(0)
        self._states.currentItemChanged.connect(self._on_state)
        self._models.currentItemChanged.connect(self._on_model)

    def _list(self, name: str) -> QListWidget:
        made = QListWidget()
        made.setItemDelegate(RowDelegate(made))
        made.setAccessibleName(name)
        made.setIconSize(QSize(16, 16))
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.viewport().setAutoFillBackground(False)
        made.setSpacing(1)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        return made

    def _heading(self, text: str, buddy: QWidget) -> QLabel:
        label = QLabel(text)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        label.setBuddy(buddy)
        return label

    def show_counts(self, counts: Mapping[Show, int] | None) -> None:
        """How many jobs each state has; `None` while that is not known."""
        words = {
            Show.ALL: self.tr("All"),
            Show.IN_PROGRESS: self.tr("In progress"),
            Show.FINISHED: self.tr("Finished"),
            Show.ATTENTION: self.tr("Needs attention"),
        }
        names = {Show.IN_PROGRESS: "in-progress", Show.FINISHED: "finished", Show.ATTENTION: "attention"}
        for row in range(self._states.count()):
            item = self._states.item(row)
            show = Show(item.data(_ID))
            word = words[show]
            item.setText(word if counts is None else fill(self.tr("{0}  ({1})"), word, counts.get(show, 0)))
            if show in names:
                item.setIcon(icon(names[show]))
        height = sum(self._states.sizeHintForRow(row) + 2 for row in range(self._states.count()))
        self._states.setFixedHeight(height + 2 * self._states.frameWidth() + 2)

    def show_models(self, lines: Sequence[ModelLine]) -> None:
        """The models there are; the chosen one stays chosen."""
        if self._shown_models == list(lines):
            return
        self._shown_models = list(lines)
        chosen = self.chosen_model()
        self._models.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self._models.clear()
        for line in [ModelLine("", self.tr("All models")), *lines]:
            self._models.addItem(self._model_item(line))
        rows = [row for row in range(self._models.count()) if self._models.item(row).data(_ID) == chosen]
        self._models.setCurrentRow(rows[0] if rows else 0, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._models.blockSignals(False)  # noqa: FBT003  Qt's own signature
        if not rows and chosen:
            self.model_chosen.emit("")

    def _model_item(self, line: ModelLine) -> QListWidgetItem:
        name, details = shown(line.name), shown_lines(line.details)
        item = QListWidgetItem(f"{name}\n{details}" if details else name)
        if line.details:
            # Room for any script: Qt counts with the window's font alone, and would cut off taller ones.
            lines = 1 + line.details.count("\n") + 1
            item.setSizeHint(QSize(0, int(self.fontMetrics().lineSpacing() * (lines * 1.2 + 0.3))))
        item.setData(_ID, line.id)
        item.setToolTip(plain_tip(f"{line.name}\n{line.details}" if line.details else line.name))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, details)
        if line.has_trouble:
            item.setIcon(icon("attention"))
        return item

    def chosen_model(self) -> str:
        """The model whose jobs are shown, or an empty string for all."""
        item: QListWidgetItem | None = self._models.currentItem()
        return str(item.data(_ID)) if item is not None else ""

    def choose_model(self, model: str) -> None:
        """Choose a model, if it is there."""
        for row in range(self._models.count()):
            if self._models.item(row).data(_ID) == model:
                self._models.setCurrentRow(row)

    def show_all(self) -> None:
        """Choose all jobs of all models."""
        self._states.setCurrentRow(0)
        self._models.setCurrentRow(0)

    @Slot()
    def _on_state(self) -> None:
        self.show_chosen.emit(Show(self._states.currentItem().data(_ID)))

    @Slot()
    def _on_model(self) -> None:
        self.model_chosen.emit(self.chosen_model())

    @Slot(QPoint)
    def _on_menu(self, place: QPoint) -> None:
        item = self._models.itemAt(place)
        if item is not None and item.data(_ID):
            self._models.setCurrentItem(item)
            self.model_menu_requested.emit(self._models.viewport().mapToGlobal(place))
