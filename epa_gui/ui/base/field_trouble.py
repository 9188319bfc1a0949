"""What is wrong with a field, right below it, with a button where something else can be done about it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from epa_gui.ui.base.announcing import announce
from epa_gui.ui.base.hint import Hint
from epa_gui.ui.base.icons import picture
from epa_gui.ui.base.page import GAP, em
from epa_gui.ui.base.speaking import Words, speak
from epa_gui.ui.base.tinting import ATTENTION, FAILED, TintedFrame

_ICON = 1.15
"""Its size, in heights of the font."""


class TroubleBox(TintedFrame):
    """An icon and words on a tint: red for what cannot stay as it is, amber for what may.

    Attributes:
        buttons: What can be done, below the words.
    """

    def __init__(self) -> None:
        super().__init__()
        self._words: Words | None = None
        self._text = Hint()
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._icon = QLabel()
        self._icon.setFixedWidth(em(self, _ICON))
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(em(self, GAP))
        words = QVBoxLayout()
        words.setSpacing(em(self, GAP / 2))
        words.addWidget(self._text)
        words.addLayout(self.buttons)
        line = QHBoxLayout(self)
        side = em(self, GAP)
        line.setContentsMargins(side, side // 2, side, side // 2)
        line.setSpacing(side)
        line.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        speak(self, self.say_again)

    def text(self) -> str:
        """What is said; empty for nothing."""
        return self._text.text() if not self.isHidden() else ""

    def show_words(self, words: Words, *, is_error: bool) -> None:
        """Put these words on it; whoever shows it announces them."""
        self._words = words
        self.tint(FAILED if is_error else ATTENTION)
        self._icon.setPixmap(picture("failed" if is_error else "attention", em(self, _ICON)))
        self.say_again()

    def say_again(self) -> None:
        """Its words in the language of now; silently."""
        if self._words is not None:
            self._text.setText(self._words())

    def announce(self) -> None:
        """Have its words be heard."""
        announce(self._text)


class FieldTrouble(TroubleBox):
    """One trouble of one field, or hidden. The field says it too, to whoever comes to it with a screen reader.

    Attributes:
        field: What it is with.
        is_needed: Whether something is wrong.

    Signals:
        act_requested: The button was pressed.
        changed: It has come or gone, or says something else; its form gives it its room.
    """

    act_requested = Signal()
    changed = Signal()

    def __init__(self, field: QWidget, instead_of: QLabel | None = None) -> None:
        """Wait below a field; its form shows it where it belongs.

        Args:
            field: What the trouble is with.
            instead_of: The field's explanation, if it had better not be read at the same time.
        """
        super().__init__()
        self.field = field
        self._instead_of = instead_of
        self._act: Words | None = None
        self.is_needed = False
        self._described = ""
        self._button = QPushButton()
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self.act_requested)
        self.buttons.addWidget(self._button)
        self.buttons.addStretch()

    def show_error(self, words: Words) -> None:
        """The field cannot stay as it is."""
        self._show(words, None)

    def show_doubt(self, words: Words, act: Words) -> None:
        """The field may be right; a button with these words goes on with it."""
        self._show(words, act)

    def _show(self, words: Words, act: Words | None) -> None:
        self._act = act
        if not self.is_needed:
            self._described = self.field.accessibleDescription()
        self.show_words(words, is_error=act is None)
        self._button.setVisible(act is not None)
        self.is_needed = True
        self.changed.emit()
        self.announce()

    def say_again(self) -> None:
        """Its words, and its button's, in the language of now; the field says them too."""
        super().say_again()
        if self._words is not None:
            self._button.setText(self._act() if self._act is not None else "")
            self.field.setAccessibleDescription(self._text.text())

    @Slot()
    def clear(self) -> None:
        """Nothing is wrong any more."""
        self._words = None
        if self.is_needed:
            self.is_needed = False
            self.field.setAccessibleDescription(self._described)
            self.changed.emit()

    def go_with_change(self) -> None:
        """Nothing is known to be wrong any more as soon as the field is changed."""
        if isinstance(self.field, QLineEdit | QPlainTextEdit):
            self.field.textChanged.connect(self.clear)
        elif isinstance(self.field, QComboBox):
            self.field.currentIndexChanged.connect(self.clear)

    def explanation(self) -> QLabel | None:
        """What is read in its place while there is no trouble, if it says anything."""
        return self._instead_of if self._instead_of is not None and self._instead_of.text() else None
