"""Which window a new form belongs to."""

from PySide6.QtWidgets import QDialog, QWidget


def form_parent(window: QWidget) -> QWidget:
    """What a new form belongs to: the form that is open above the window, if one is, else the window."""
    forms = [form for form in window.findChildren(QDialog) if form.isVisible() and form.isModal()]
    return forms[-1] if forms else window
