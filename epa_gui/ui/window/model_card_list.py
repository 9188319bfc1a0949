"""The list of models: a card each, the first standing for all of them; the chosen one is the current one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from epa_gui.core.text.foreign_text import shown, shown_lines
from epa_gui.ui.base.formatting import plain_tip
from epa_gui.ui.window import card_text
from epa_gui.ui.window.model_card import ModelCard
from epa_gui.ui.window.model_card_delegate import CARD_ROLE, ModelCardDelegate

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


_TOLD: dict[int, Callable[[ModelCard], object]] = {
    CARD_ROLE: lambda card: card,
    _Role.DisplayRole: lambda card: shown(card.name),
    _Role.ToolTipRole: lambda card: plain_tip(f"{card.name}\n{card.details}".rstrip()),
    _Role.AccessibleTextRole: card_text.spoken,
    _Role.AccessibleDescriptionRole: lambda card: shown_lines(card.details),
}


class ModelCardsModel(QAbstractListModel):
    """The cards in their order. They are told as a whole; views hear only of those that are different."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[ModelCard] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """How many there are."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Qt's question for all that is shown."""
        if not index.isValid():
            return None
        tell = _TOLD.get(role)
        return tell(self._cards[index.row()]) if tell is not None else None

    def row_of(self, model: str) -> int:
        """Where a model's card is, or -1."""
        return next((row for row, card in enumerate(self._cards) if card.id == model), -1)

    def say_again(self) -> None:
        """Another language: what is said of a card depends on it too."""
        if self._cards:
            self.dataChanged.emit(self.index(0), self.index(len(self._cards) - 1))

    def tell(self, cards: Sequence[ModelCard]) -> None:
        """Show these, in this order."""
        if self._cards == list(cards):
            return
        places = {card.id: place for place, card in enumerate(cards)}
        for row in reversed(range(len(self._cards))):
            if self._cards[row].id not in places:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._cards[row]
                self.endRemoveRows()
        self._sort(places)
        for place, card in enumerate(cards):
            if place >= len(self._cards) or self._cards[place].id != card.id:
                self.beginInsertRows(QModelIndex(), place, place)
                self._cards.insert(place, card)
                self.endInsertRows()
            elif self._cards[place] != card:
                self._cards[place] = card
                self.dataChanged.emit(self.index(place), self.index(place))

    def _sort(self, places: dict[str, int]) -> None:
        before = self._cards
        after = sorted(before, key=lambda card: places[card.id])
        if [card.id for card in before] == [card.id for card in after]:
            return
        self.layoutAboutToBeChanged.emit()
        rows = {card.id: row for row, card in enumerate(after)}
        kept = self.persistentIndexList()
        self._cards = after
        self.changePersistentIndexList(kept, [self.index(rows[before[index.row()].id]) for index in kept])
        self.layoutChanged.emit()


class ModelCardList(QListView):
    """Chooses a model by its card.

    Signals:
        chosen: Another model (its ID, or "" for all).
        menu_requested: The context menu of the chosen model, at that place on the screen (a `QPoint`).
        needs_requested: The number of a card's jobs that need a person was clicked; the card is chosen already.
    """

    needs_requested = Signal()
    chosen = Signal(str)
    menu_requested = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = ModelCardsModel()
        self.cards.setParent(self)
        self.setModel(self.cards)
        self._delegate = ModelCardDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.selectionModel().currentChanged.connect(self._on_current)

    def chosen_model(self) -> str:
        """The model whose card is chosen; empty for all."""
        card = self.currentIndex().data(CARD_ROLE)
        return card.id if isinstance(card, ModelCard) else ""

    def choose(self, model: str) -> None:
        """Choose a model's card; that of all models where it has none."""
        index = self.cards.index(max(0, self.cards.row_of(model)))
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def tell(self, cards: Sequence[ModelCard]) -> None:
        """Show these; the chosen one stays chosen, and where it is gone all of them are."""
        if self.chosen_model() not in {card.id for card in cards}:
            self.choose("")
        self.cards.tell(cards)
        if not self.currentIndex().isValid():
            self.choose("")

    def wanted_width(self) -> int:
        """The width in which what is live can be read."""
        return self._delegate.wanted_width(card_text.usual_live_lines())

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "cards"):
            self.cards.say_again()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the number of jobs that need a person asks for these."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        card = index.data(CARD_ROLE)
        if event.button() is not Qt.MouseButton.LeftButton or not isinstance(card, ModelCard) or not card.needs:
            return
        if index == self.currentIndex() and self._delegate.pill_place(self.visualRect(index), card).contains(place):
            self.needs_requested.emit()

    @Slot()
    def _on_current(self) -> None:
        self.chosen.emit(self.chosen_model())

    @Slot(QPoint)
    def _on_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        card = index.data(CARD_ROLE)
        if isinstance(card, ModelCard) and card.id:
            self.setCurrentIndex(index)
            self.menu_requested.emit(self.viewport().mapToGlobal(place))
