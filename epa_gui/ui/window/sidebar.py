"""Whose jobs to show: the models, a card each."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.page import em, sized
from epa_gui.ui.window import card_text
from epa_gui.ui.window.model_card import ModelCard
from epa_gui.ui.window.model_card_list import ModelCardList


class Sidebar(QWidget):
    """A heading with the button that adds a model, and the cards.

    Signals:
        model_chosen: Whose jobs are to be shown (the model's ID, or "" for all).
        model_menu_requested: The context menu of the chosen model, at that place on the screen (a `QPoint`).
        needs_requested: Those jobs of the chosen model that need a person.
        add_requested: A model is to be added.
    """

    model_chosen = Signal(str)
    model_menu_requested = Signal(QPoint)
    needs_requested = Signal()
    add_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = QLabel()
        self._heading.setFont(sized(self._heading.font(), 1.0))
        self._list = ModelCardList()
        self._heading.setBuddy(self._list)
        self._list.chosen.connect(self.model_chosen)
        self._list.menu_requested.connect(self.model_menu_requested)
        self._list.needs_requested.connect(self.needs_requested)
        self._add = QToolButton(autoRaise=True, toolButtonStyle=Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._add.clicked.connect(self.add_requested)
        self._draw_plus()
        top = QHBoxLayout()
        top.setContentsMargins(em(self, 0.5), 0, em(self, 0.35), 0)
        top.addWidget(self._heading, 1)
        top.addWidget(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, em(self, 0.5), 0, 0)
        layout.setSpacing(em(self, 0.25))
        layout.addLayout(top)
        layout.addWidget(self._list, 1)
        self._say_texts()
        self.show_cards([card_text.all_models(0)])

    def _say_texts(self) -> None:
        self._heading.setText(self.tr("Models"))
        self._list.setAccessibleName(self.tr("Models"))
        self._add.setAccessibleName(self.tr("Add model…"))
        self._add.setToolTip(self.tr("Add model…"))

    def show_cards(self, cards: Sequence[ModelCard]) -> None:
        """The models there are, the first card standing for all of them; the chosen one stays chosen."""
        self._list.tell(cards)

    def chosen_model(self) -> str:
        """The model whose jobs are shown, or an empty string for all."""
        return self._list.chosen_model()

    def choose_model(self, model: str) -> None:
        """Show this model's jobs; all for an empty string."""
        self._list.choose(model)

    @Slot(bool)
    def set_can_add(self, can_add: bool) -> None:  # noqa: FBT001  a signal's argument
        """Whether a model can be added now."""
        self._add.setEnabled(can_add)

    def cards_view(self) -> QWidget:
        """What takes the keyboard."""
        return self._list

    def wanted_width(self) -> int:
        """The width in which what is live can be read."""
        return self._list.wanted_width()

    def show_all(self) -> None:
        """Show all models' jobs."""
        self._list.choose("")

    def changeEvent(self, event: QEvent) -> None:
        """Light became dark, or the other way; in another language whoever shows the cards shows them again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_add"):
            self._draw_plus()
        elif event.type() == QEvent.Type.LanguageChange and hasattr(self, "_add"):
            self._say_texts()

    def _draw_plus(self) -> None:
        size = em(self, 0.9)
        self._add.setIcon(icon("plus"))
        self._add.setIconSize(QSize(size, size))
