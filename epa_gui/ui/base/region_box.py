"""A list of the regions of the service."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox

from epa_gui.core.jobs.region import RegionChoice
from epa_gui.ui.base.common_text import region_name


def say_regions(box: QComboBox, choices: Sequence[RegionChoice]) -> None:
    """Name these in a list, which holds none or the same; the chosen one stays.

    Args:
        box: The list.
        choices: What can be chosen in it, in its order.
    """
    for row, choice in enumerate(choices):
        if row == box.count():
            box.addItem("")
        box.setItemText(row, region_name(choice.region, choice.address))
