"""A line that unfolds what is rarely needed."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QToolButton, QWidget


class Disclosure(QToolButton):
    """A flat button with an arrow; it shows and hides a part. Screen readers hear whether it is checked."""

    def __init__(self, text: str, part: QWidget) -> None:
        super().__init__(autoRaise=True)
        self.setCheckable(True)
        self._part = part
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toggled.connect(self._on_toggled)
        self._on_toggled()

    def show_text(self, text: str) -> None:
        """Show more than its name, which stays what screen readers say first."""
        self.setText(text)

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        """The arrow says that it is open; no need to look pressed as well."""
        super().initStyleOption(option)
        option.state &= ~QStyle.StateFlag.State_On

    @Slot()
    def _on_toggled(self) -> None:
        self.setArrowType(Qt.ArrowType.DownArrow if self.isChecked() else Qt.ArrowType.RightArrow)
        self._part.setVisible(self.isChecked())
