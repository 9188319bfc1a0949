"""Everything about one entry of the history, to read, to select and to copy."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QTextCharFormat,
    QTextCursor,
    QTextLength,
    QTextOption,
    QTextTableFormat,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QTextEdit, QVBoxLayout, QWidget

from epa_gui.ui.base.page import em
from epa_gui.ui.base.wrapping_text import Paragraph

_PADDING = 2
"""Pixels around a label and a value."""


class EntryDetails(QWidget):
    """Labels on the left, values on the right; long ones are wrapped wherever they have to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: Sequence[tuple[str, str]] = ()
        self._strong = ""
        self._title = QLabel(self.tr("Entry details"))
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._copy = QPushButton(self.tr("Copy entry"))
        self._copy.clicked.connect(self._on_copy)
        self._text = QTextEdit(readOnly=True)
        self._text.setAccessibleName(self.tr("Entry details"))
        self._text.setTabChangesFocus(True)
        self._text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._text.setUndoRedoEnabled(False)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._title.setBuddy(self._text)
        hint = Paragraph(self.tr("Select an entry to see its details."))
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._copy)
        something = QWidget()
        column = QVBoxLayout(something)
        column.setContentsMargins(0, 6, 0, 0)
        column.addLayout(head)
        column.addWidget(self._text, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(hint)
        self._pages.addWidget(something)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def show_facts(self, facts: Sequence[tuple[str, str]], strong: str = "") -> None:
        """Show labels and values.

        Args:
            facts: Labels with their values; none for no entry.
            strong: The label whose value stands out.
        """
        if facts == self._facts and strong == self._strong:
            return
        self._facts, self._strong = facts, strong
        self._pages.setCurrentIndex(1 if facts else 0)
        self._write()

    def text(self) -> str:
        """All of it, a line each, as it is copied."""
        return "\n".join(f"{label}: {value}" for label, value in self._facts)

    def _write(self) -> None:
        """Put the texts in by a cursor: whatever they look like, they stay texts."""
        self._text.clear()
        if not self._facts:
            return
        form = QTextTableFormat()
        form.setBorder(0)
        form.setCellPadding(_PADDING)
        form.setCellSpacing(0)
        letters = self._text.fontMetrics()
        width = max(letters.horizontalAdvance(label) for label, _ in self._facts) + em(self._text) + 2 * _PADDING
        lengths = (QTextLength.Type.FixedLength, width), (QTextLength.Type.PercentageLength, 100)
        form.setColumnWidthConstraints([QTextLength(kind, value) for kind, value in lengths])
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        cursor = QTextCursor(self._text.document())
        table = cursor.insertTable(len(self._facts), 2, form)
        plain, strong = QTextCharFormat(), QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        for row, (label, value) in enumerate(self._facts):
            table.cellAt(row, 0).firstCursorPosition().insertText(label, plain)
            table.cellAt(row, 1).firstCursorPosition().insertText(value, strong if label == self._strong else plain)
        self._text.moveCursor(QTextCursor.MoveOperation.Start)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need a wider column of labels."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._facts:
            self._write()
