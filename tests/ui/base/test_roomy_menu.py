"""Menus can be read: their longest texts, and their boxes that are not chosen."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QMenu, QStyleFactory
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.roomy_menu import make_roomy
from epa_gui.ui.base.row_ink import READABLE, contrast


@pytest.fixture(params=["#323232", "#efefef"], ids=["dark", "light"])
def paper(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    before, style = qapp.palette(), qapp.style().objectName()
    qapp.setStyle(QStyleFactory.create("Fusion"))
    qapp.setPalette(QPalette(QColor(request.param)))
    yield
    qapp.setStyle(QStyleFactory.create(style))
    qapp.setPalette(before)


@pytest.mark.usefixtures("paper")
def test_a_box_that_is_not_chosen_can_be_seen(qtbot: QtBot) -> None:
    menu = make_roomy(QMenu())
    qtbot.addWidget(menu)
    menu.addAction("Started").setCheckable(True)
    menu.aboutToShow.emit()
    menu.adjustSize()
    picture = menu.grab().toImage()
    panel = picture.pixelColor(picture.width() - 6, picture.height() // 2)
    left = range(4, menu.fontMetrics().height())
    seen = max(contrast(picture.pixelColor(x, y), panel) for x in left for y in range(4, picture.height() - 4))
    assert seen >= 1.6
    assert contrast(menu.palette().color(QPalette.ColorRole.WindowText), panel) >= READABLE
