"""With large letters, boxes, rings and arrows are large too; with usual ones, and in other styles, nothing changes."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QRadioButton,
    QSpinBox,
    QStyle,
    QStyleFactory,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionSpinBox,
    QStyleOptionViewItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from epa_gui.ui.account.models_table import ModelsTable
from epa_gui.ui.account.models_tree import ModelsTree
from epa_gui.ui.base.growing import CheckBox, ComboBox, RadioButton, SpinBox
from epa_gui.ui.results.amount_box import AmountBox
from epa_gui.ui.retraining.finding_tree import FindingTree
from epa_gui.ui.retraining.preview_pane import PreviewPane
from epa_gui.ui.window.show_box import ShowBox
from tests.ui.box_room import shows_all_of
from tests.ui.retraining.inspections import empty_column, inspection, reading

PAIRS = {CheckBox: QCheckBox, RadioButton: QRadioButton, SpinBox: QSpinBox, ComboBox: QComboBox}
LONG = "The same as the system"


@pytest.fixture
def font(qapp: QApplication) -> Iterator[QFont]:
    """Letters of the usual size, in Fusion."""
    before, style = qapp.font(), qapp.style().objectName()
    qapp.setStyle(QStyleFactory.create("Fusion"))
    usual = QFont(before)
    usual.setPointSizeF(9)
    qapp.setFont(usual)
    yield usual
    qapp.setFont(before)
    qapp.setStyle(QStyleFactory.create(style))


def _made(qtbot: QtBot, kind: type[QWidget]) -> QWidget:
    made = kind()
    qtbot.addWidget(made)
    if isinstance(made, QComboBox):
        made.addItem(LONG)
    elif isinstance(made, QCheckBox | QRadioButton):
        made.setText(LONG)
        made.setChecked(True)
    made.resize(made.sizeHint())
    return made


def _picture(qtbot: QtBot, kind: type[QWidget]) -> QImage:
    return _made(qtbot, kind).grab().toImage()


@pytest.mark.parametrize(("ours", "plain"), PAIRS.items())
@pytest.mark.usefixtures("font")
def test_with_usual_letters_it_is_that_of_the_style(qtbot: QtBot, ours: type[QWidget], plain: type[QWidget]) -> None:
    assert _picture(qtbot, ours) == _picture(qtbot, plain)


@pytest.mark.parametrize(("ours", "plain"), PAIRS.items())
def test_in_another_style_it_is_that_of_the_style(
    qtbot: QtBot, qapp: QApplication, font: QFont, ours: type[QWidget], plain: type[QWidget]
) -> None:
    qapp.setStyle(QStyleFactory.create("Windows"))
    font.setPointSizeF(18)
    qapp.setFont(font)
    assert _picture(qtbot, ours) == _picture(qtbot, plain)


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        (CheckBox, QStyle.SubElement.SE_CheckBoxIndicator),
        (RadioButton, QStyle.SubElement.SE_RadioButtonIndicator),
    ],
)
def test_a_box_grows_with_its_letters(
    qtbot: QtBot, qapp: QApplication, font: QFont, kind: type[CheckBox] | type[RadioButton], part: QStyle.SubElement
) -> None:
    sides = []
    for points in (9, 18, 27):
        font.setPointSizeF(points)
        qapp.setFont(font)
        box = _made(qtbot, kind)
        option = QStyleOptionButton()
        box.initStyleOption(option)  # type: ignore[attr-defined]
        sides.append(box.style().subElementRect(part, option, box).height())
        assert sides[-1] >= 0.6 * box.fontMetrics().height()
        text = box.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, box)
        assert text.width() >= box.fontMetrics().horizontalAdvance(LONG)
    assert sides[1] >= 1.5 * sides[0]
    assert sides[2] >= 1.4 * sides[1]


def test_the_boxes_of_an_accounts_models_grow(qtbot: QtBot, qapp: QApplication, font: QFont) -> None:
    sides = []
    for points in (9, 18):
        font.setPointSizeF(points)
        qapp.setFont(font)
        tree = ModelsTree(ModelsTable())
        qtbot.addWidget(tree)
        option = QStyleOptionViewItem()
        tree.initViewItemOption(option)
        sides.append(tree.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, option, tree))
    assert sides[1] >= 1.5 * sides[0]


@pytest.mark.parametrize("points", [10, 12, 14, 18, 24, 27])
@pytest.mark.parametrize("kind", [ComboBox, ShowBox])
def test_a_choice_keeps_room_for_its_text_beside_its_arrow(
    qtbot: QtBot, qapp: QApplication, font: QFont, kind: type[ComboBox] | type[ShowBox], points: int
) -> None:
    font.setPointSizeF(points)
    qapp.setFont(font)
    choice = kind()
    qtbot.addWidget(choice)
    if kind is ComboBox:
        choice.addItem(LONG)
    choice.resize(choice.minimumSizeHint())
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    field = choice.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, choice
    )
    longest = max(choice.fontMetrics().horizontalAdvance(choice.itemText(row)) for row in range(choice.count()))
    assert field.width() >= longest


@pytest.mark.parametrize("make", [SpinBox, lambda: AmountBox(1e9)])
def test_the_arrows_of_a_number_grow(qtbot: QtBot, qapp: QApplication, font: QFont, make: type[SpinBox]) -> None:
    widths = []
    for points in (9, 18):
        font.setPointSizeF(points)
        qapp.setFont(font)
        field = make()
        qtbot.addWidget(field)
        field.resize(field.sizeHint())
        option = QStyleOptionSpinBox()
        field.initStyleOption(option)
        button = field.style().subControlRect(
            QStyle.ComplexControl.CC_SpinBox, option, QStyle.SubControl.SC_SpinBoxUp, field
        )
        widths.append(button.width())
    assert widths[1] >= 1.5 * widths[0]


def _height_of_ink(picture: QImage, part: QRect, is_ink: Callable[[QColor], bool]) -> int:
    """How high what is drawn there is."""
    lines = [
        y
        for y in range(part.top(), part.bottom() + 1)
        if any(is_ink(picture.pixelColor(x, y)) for x in range(part.left(), part.right() + 1))
    ]
    return lines[-1] - lines[0] + 1 if lines else 0


def test_the_picture_in_a_heading_of_the_preview_grows_and_its_column_has_room_for_it(
    qtbot: QtBot, qapp: QApplication, font: QFont
) -> None:
    heights = []
    for points in (9, 18):
        font.setPointSizeF(points)
        qapp.setFont(font)
        pane = PreviewPane(lambda: "Training file")
        qtbot.addWidget(pane)
        pane.resize(1200, 500)
        pane.show()
        pane.show_reading(reading(), [empty_column(2)], is_reading=False)
        header = pane.table.horizontalHeader()
        (marked,) = [
            section
            for section in range(header.count())
            if pane.model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.DecorationRole) is not None
        ]
        place = QRect(header.sectionPosition(marked), 0, header.sectionSize(marked), header.height())
        heights.append(_height_of_ink(header.grab().toImage(), place, lambda colour: colour.saturation() > 190))
        assert header.sectionSize(marked) >= header.sectionSizeHint(marked)
    assert heights[0] > 8
    assert heights[1] >= 1.5 * heights[0]


def test_the_arrows_of_the_groups_of_findings_grow(qtbot: QtBot, qapp: QApplication, font: QFont) -> None:
    heights = []
    for points in (9, 18):
        font.setPointSizeF(points)
        qapp.setFont(font)
        tree = FindingTree()
        qtbot.addWidget(tree)
        tree.resize(900, 300)
        tree.show()
        tree.show_findings(inspection(empty_column(2)))
        tree.setCurrentIndex(tree.model().index(0, 0, tree.model().index(0, 0)))
        row = tree.visualRect(tree.model().index(0, 0))
        arrow = QRect(0, row.top() + 1, tree.indentation() - 1, row.height() - 2)
        heights.append(_height_of_ink(tree.viewport().grab().toImage(), arrow, lambda colour: colour.lightness() < 150))
    assert heights[0] > 1
    assert heights[1] >= 1.5 * heights[0]


@pytest.mark.parametrize("points", [9, 18, 27])
def test_a_choice_tells_the_width_that_words_of_it_need(
    font: QFont, qapp: QApplication, qtbot: QtBot, points: int
) -> None:
    font.setPointSizeF(points)
    qapp.setFont(font)
    choice = ComboBox()
    qtbot.addWidget(choice)
    choice.resize(choice.width_for(choice.fontMetrics().horizontalAdvance(LONG)), choice.sizeHint().height())
    assert shows_all_of(choice, LONG)
