"""How much of its words a list to choose from shows."""

from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox


def shows_all_of(box: QComboBox, text: str) -> bool:
    """Whether a text has room in it, so that its end is not cut off."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(control, option, part, box)
    return room.width() >= box.fontMetrics().horizontalAdvance(text)
