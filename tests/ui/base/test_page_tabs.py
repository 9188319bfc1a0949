"""Of the tabs of a window one sees which is chosen; and the arrow of what unfolds is as large as its letters."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from epa_gui.ui.base.disclosure import ArrowButton, Disclosure
from epa_gui.ui.base.page import em, sized
from epa_gui.ui.base.page_tabs import begin_page_tabs
from epa_gui.ui.base.problem_box import ProblemBox
from tests.gui.test_colours import contrast


@pytest.fixture
def fusion(qapp: QApplication) -> Iterator[QApplication]:
    before = qapp.style().objectName()
    qapp.setStyle("Fusion")
    yield qapp
    qapp.setPalette(QPalette())
    qapp.setStyle(before)


@pytest.mark.parametrize("window", ["#efefef", "#323232"])
def test_the_chosen_tab_stands_out(qtbot: QtBot, fusion: QApplication, window: str) -> None:
    palette = QPalette(QColor(window), QColor(window))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#2a70c0"))
    fusion.setPalette(palette)
    tabs = QTabWidget()
    qtbot.addWidget(tabs)
    begin_page_tabs(tabs)
    for name in ("Verdict", "Metrics", "Errors"):
        tabs.addTab(QWidget(), name)
    with qtbot.waitExposed(tabs):
        tabs.show()
    bar = tabs.tabBar()
    for chosen in range(3):
        tabs.setCurrentIndex(chosen)
        image = bar.grab().toImage()
        marked = []
        for place in range(3):
            tab = bar.tabRect(place)
            edge = [image.pixelColor(tab.center().x(), tab.top() + y) for y in range(4)]
            accents = [one for one in edge if one.hslSaturation() > 60 and contrast(one, QColor(window)) >= 3]
            if len(accents) >= 2:
                marked.append(place)
        assert marked == [chosen]


def _problem_box() -> QWidget:
    return ProblemBox()


def _disclosure() -> QWidget:
    return Disclosure("")


@pytest.mark.parametrize("make", [_problem_box, _disclosure])
@pytest.mark.parametrize("times", [1.0, 2.0, 3.0])
def test_the_arrow_grows_with_the_letters(qtbot: QtBot, qapp: QApplication, make: type[QWidget], times: float) -> None:
    before = QFont(qapp.font())
    font = QFont(before)
    font.setPointSizeF(before.pointSizeF() * times)
    qapp.setFont(font)
    try:
        made = make()
        qtbot.addWidget(made)
        button = made if isinstance(made, ArrowButton) else made.findChild(ArrowButton)
        assert isinstance(button, ArrowButton)
        button.setText("")
        button.resize(button.sizeHint())
        image = button.grab().toImage()
        paper = image.pixelColor(1, image.height() // 2)
        rows = [
            y
            for y in range(image.height())
            if any(contrast(image.pixelColor(x, y), paper) > 3 for x in range(2, image.width() - 2))
        ]
        assert len(rows) >= 0.4 * button.fontMetrics().height()
    finally:
        qapp.setFont(before)


@pytest.mark.parametrize("is_open", [False, True])
@pytest.mark.parametrize("times", [1.0, 2.0])
def test_the_arrow_begins_where_the_fields_above_it_do_and_no_word_is_cut(
    qtbot: QtBot, fusion: QApplication, times: float, is_open: bool
) -> None:
    before = QFont(fusion.font())
    fusion.setFont(sized(before, times, is_bold=False))
    try:
        button = Disclosure("More of it|")
        qtbot.addWidget(button)
        button.setChecked(is_open)
        button.resize(button.sizeHint())
        image = button.grab().toImage()
        paper = image.pixelColor(image.width() // 2, 0)
        inked = [
            x
            for x in range(image.width())
            if any(contrast(image.pixelColor(x, y), paper) > 2 for y in range(image.height()))
        ]
        ratio = image.devicePixelRatio()
        assert 0 < inked[0] / ratio <= 3 + 0.15 * em(button)
        assert inked[-1] < image.width() - 1
    finally:
        fusion.setFont(before)
