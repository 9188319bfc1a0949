"""Looks for texts that are cut off, and for controls that lie upon each other, in whatever is on the screen.

It goes by what is painted: every line of text of every widget, wherever it comes from, has to lie where it can be seen.
Qt's own hints tell the rest: whether a button has room for its arrow, and a window for what is in it.
"""

from PySide6.QtWidgets import QWidget

from shots.control_fit import cut_off, lying_upon_each_other, too_small
from shots.text_fit import SeenLine, painted_badly, texts_upon_each_other
from shots.widget_parts import is_inner, name_of


def faults(window: QWidget) -> list[str]:
    """What does not fit, one line for each; empty if all does.

    Args:
        window: A window, dialog or menu that is on the screen.
    """
    found = list(too_small(window))
    lines: list[SeenLine] = []
    for widget in [window, *window.findChildren(QWidget)]:
        if not widget.isVisible() or widget.window() is not window or widget.visibleRegion().isEmpty():
            continue
        told = [f"{name_of(widget)}: {fault}" for fault in painted_badly(widget, lines)]
        if not told and not is_inner(widget):
            told = [f"{name_of(widget)}: {fault}" for fault in cut_off(widget)]
        found += told
        found += lying_upon_each_other(widget)
    found += texts_upon_each_other(lines)
    return list(dict.fromkeys(found))
