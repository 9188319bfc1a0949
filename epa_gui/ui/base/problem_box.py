"""Shows a problem where it belongs: three parts, a button that does something, the other side's words on demand."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from epa_gui.core.jobs.problem import Problem, Remedy
from epa_gui.core.text.foreign_text import shown_lines
from epa_gui.ui.base.common_text import remedy_text
from epa_gui.ui.base.disclosure import ArrowButton
from epa_gui.ui.base.flow_layout import FlowLayout
from epa_gui.ui.base.icons import picture
from epa_gui.ui.base.joining import as_title
from epa_gui.ui.base.page import GAP, em
from epa_gui.ui.base.problem_text import ProblemWords, problem_words
from epa_gui.ui.base.roomy_button import RoomyButton
from epa_gui.ui.base.tinting import ATTENTION, TintedFrame
from epa_gui.ui.base.wrapping_text import Paragraph

_ICON = 1.6
"""Heights of the font."""


class ProblemBox(TintedFrame):
    """One problem, or hidden.

    Signals:
        remedy_requested: A button was pressed (its `Remedy`).
    """

    remedy_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, acts: QWidget | None = None) -> None:
        """Empty and hidden.

        Args:
            parent: Where it is.
            acts: Buttons of whoever shows it, in place of those for remedies.
        """
        super().__init__(parent)
        self._acts = acts
        self._picture = ""
        self._words = ProblemWords("", "", "")
        self._remedy = Remedy.NONE
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._icon = QLabel()
        self._happened = _label(is_bold=True)
        self._means = _label()
        self._to_do = _label()
        self._button = RoomyButton()
        self._button.clicked.connect(self._on_button)
        self._other_remedy = Remedy.NONE
        self._other = RoomyButton()
        self._other.clicked.connect(self._on_other)
        self._toggle = ArrowButton()
        self._toggle.toggled.connect(self._on_toggled)
        self._said = QPlainTextEdit(readOnly=True)
        # Scroll bars do not shrink with the letters, as with those of Windows.
        least = self._said.minimumSizeHint().height()
        self._said.setMaximumHeight(max(self.fontMetrics().lineSpacing() * 7, least))
        self._said.setTabChangesFocus(True)
        self._copy = RoomyButton()
        self._copy.clicked.connect(self._on_copy)
        self._say_texts()
        self._arrange()
        self.show_look(ATTENTION, "attention")
        self.hide()

    def _say_texts(self) -> None:
        """All that does not depend on what is wrong."""
        self.setAccessibleName(self.tr("Problem"))
        self._toggle.setText(self.tr("Details"))
        self._said.setAccessibleName(self.tr("The original message"))
        self._copy.setText(self.tr("Copy details"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language: whoever shows a problem shows it again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_copy"):
            self._say_texts()

    def show_look(self, color: QColor, drawing: str) -> None:
        """Take this colour and this picture, by its name: never a colour alone."""
        self.tint(color)
        if drawing != self._picture:
            self._picture = drawing
            self._icon.setPixmap(picture(drawing, em(self, _ICON)))

    def _arrange(self) -> None:
        buttons = FlowLayout()  # with large letters they are wider than the box
        buttons.setSpacing(em(self, GAP))
        if self._acts is not None:
            buttons.addWidget(self._acts)
            for unused in (self._button, self._other):
                unused.setParent(self)
                unused.hide()
            for label in (self._happened, self._means, self._to_do):  # a page that scrolls gives them all they need
                policy = label.sizePolicy()
                policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
                label.setSizePolicy(policy)
        else:
            buttons.addWidget(self._button)
            buttons.addWidget(self._other)
        buttons.addWidget(self._toggle)
        buttons.addWidget(self._copy)
        words = QVBoxLayout()
        words.setSpacing(4)
        for widget in (self._happened, self._means, self._to_do):
            words.addWidget(widget)
        words.addLayout(buttons)
        words.addWidget(self._said)
        layout = QHBoxLayout(self)
        layout.setSpacing(em(self, GAP))
        layout.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)

    def show_problem(
        self,
        problem: Problem | None,
        remedy: Remedy = Remedy.NONE,
        other: Remedy = Remedy.NONE,
        words: ProblemWords | None = None,
    ) -> None:
        """Show a problem with the remedies a click can bring; hide for `None`.

        Args:
            problem: What is wrong.
            remedy: What the first button does.
            other: What the second button does.
            words: The words for it, where they are not those for any problem of this kind.
        """
        if problem is None:
            self.hide()
            return
        self._remedy = remedy
        self._button.setText(remedy_text(remedy))
        self._button.setVisible(remedy is not Remedy.NONE)
        self._other_remedy = other
        self._other.setText(remedy_text(other))
        self._other.setVisible(other is not Remedy.NONE)
        self.show_words(words or problem_words(problem), problem.said)

    def show_words(self, words: ProblemWords, said: str = "") -> None:
        """Show the three parts of a trouble, and the other side's words on demand."""
        self._words = words
        parts = ((self._happened, as_title(words.happened)), (self._means, words.means), (self._to_do, words.to_do))
        for label, part in parts:
            if label.text() != part:
                label.setText(part)
            label.setVisible(bool(part))
        said = shown_lines(said)
        if self._said.toPlainText() != said:
            self._said.setPlainText(said)
            self._toggle.setChecked(False)
        self._toggle.setVisible(bool(said))
        self._on_toggled()
        self.setAccessibleDescription(words.sentence())
        self.show()

    @Slot()
    def _on_button(self) -> None:
        self.remedy_requested.emit(self._remedy)

    @Slot()
    def _on_other(self) -> None:
        self.remedy_requested.emit(self._other_remedy)

    @Slot()
    def _on_toggled(self) -> None:
        is_open = self._toggle.isChecked() and bool(self._said.toPlainText())
        self._toggle.point(is_open=is_open)
        self._said.setVisible(is_open)
        self._copy.setVisible(is_open)

    @Slot()
    def _on_copy(self) -> None:
        words = self._words
        parts = [words.happened, words.means, words.to_do, "", self._said.toPlainText()]
        QGuiApplication.clipboard().setText("\n".join(parts))


def _label(*, is_bold: bool = False) -> Paragraph:
    label = Paragraph()
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    font = label.font()
    font.setBold(is_bold)
    label.setFont(font)
    return label
