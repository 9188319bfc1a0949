"""What all forms have in common: one grid, one primary button, and what is wrong with a field right below it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from epa_gui.core.account.prediction_record import PredictionSetup
from epa_gui.core.jobs.settings import Settings
from epa_gui.core.results.value_measure import TopHits
from epa_gui.ui.base.field_trouble import FieldTrouble
from epa_gui.ui.base.form_dialog import FormDialog, Trouble
from epa_gui.ui.base.hint import Hint
from epa_gui.ui.base.note_field import NoteField
from epa_gui.ui.base.page import em, sized
from epa_gui.ui.predictions.prediction_dialog import PredictionDialog
from epa_gui.ui.results.value_dialog import ValueDialog
from epa_gui.ui.window.settings_dialog import SettingsDialog


class NameForm(FormDialog):
    """Wants a name, and has an explanation and a field below it."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("A form")
        self.confirm_button.setText("Add")
        self.name = QLineEdit()
        self.add_row(lambda: "Name", self.name)
        self.explanation = self.add_hint(lambda: "What it is called here.")
        self.key = QLineEdit()
        self.add_row(lambda: "A name that is very much longer than those of all the other fields", self.key)
        self.form.setRowVisible(self.key, False)
        self.note = NoteField(3)
        self.add_row(lambda: "Note", self.note)
        self.trouble_of(self.name, instead_of=self.explanation)

    def trouble(self) -> Trouble | None:
        return None if self.name.text() else (lambda: "Enter a name.", self.name)


@pytest.fixture
def form(qtbot: QtBot) -> NameForm:
    made = NameForm()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    """Letters of twice the size."""
    usual = qapp.font()
    font = QFont(usual)
    font.setPointSizeF(usual.pointSizeF() * 2)
    qapp.setFont(font)
    yield
    qapp.setFont(usual)


def _top(form: FormDialog, widget: QWidget) -> int:
    return widget.mapTo(form, QPoint(0, 0)).y()


def _trouble(form: FormDialog) -> FieldTrouble:
    return next(each for each in form.findChildren(FieldTrouble) if each.isVisible())


def test_what_is_wrong_stands_between_the_field_and_the_next_one(form: NameForm) -> None:
    form.accept()
    QApplication.processEvents()
    told = _trouble(form)
    assert told.text() == "Enter a name."
    assert _top(form, form.name) + form.name.height() <= _top(form, told)
    assert _top(form, told) + told.height() <= _top(form, form.note)
    assert told.mapTo(form, QPoint(0, 0)).x() == form.name.mapTo(form, QPoint(0, 0)).x(), "in the fields' column"
    assert any(not label.pixmap().isNull() for label in told.findChildren(QLabel)), "never the colour alone"
    assert (form.name.accessibleDescription(), form.focusWidget()) == ("Enter a name.", form.name)
    assert form.isVisible()


def test_the_explanation_gives_way_and_comes_back_when_the_field_is_changed(form: NameForm) -> None:
    form.accept()
    assert form.explanation.isHidden()
    form.name.setText("Sales")
    assert not [each for each in form.findChildren(FieldTrouble) if each.isVisible()]
    assert form.explanation.isVisible()
    assert not form.name.accessibleDescription()


def test_an_explanation_is_smaller_and_softer_than_what_is_read_first(form: NameForm) -> None:
    usual = QLabel(parent=form)
    assert form.explanation.font().pointSizeF() < usual.font().pointSizeF()
    assert form.explanation.palette().windowText().color() != usual.palette().windowText().color()


@pytest.mark.qt_log_ignore("Unable to set geometry")  # Windows tells that the window grew by more than it was asked to
def test_all_fields_begin_at_one_edge_also_when_a_longer_name_comes(form: NameForm) -> None:
    form.form.setRowVisible(form.key, True)
    QApplication.processEvents()
    shown = (form.name, form.explanation, form.key, form.note)
    edges = {each.mapTo(form, QPoint(0, 0)).x() for each in shown}
    heading = next(label for label in form.findChildren(QLabel) if label.buddy() is form.key)
    assert len(edges) == 1
    assert edges.pop() >= heading.geometry().right()


def test_the_acting_button_is_the_primary_one(form: NameForm) -> None:
    button = form.confirm_button
    assert button.isDefault()
    assert button.font().bold()
    assert button.width() >= em(form, 9)


@pytest.mark.usefixtures("large")
def test_large_letters_do_not_touch_the_edges_of_buttons(qtbot: QtBot) -> None:
    made = NameForm()
    qtbot.addWidget(made)
    made.show()
    buttons = made.findChildren(QPushButton, options=Qt.FindChildOption.FindChildrenRecursively)
    shown = [each for each in buttons if each.isVisible()]
    assert len(shown) == 2
    for button in shown:
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()) + em(button)


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("scrolls", [False, True])
def test_other_words_on_an_open_forms_buttons_have_room_too(qtbot: QtBot, scrolls: bool) -> None:
    made = NameForm()
    choose = QPushButton("…")
    made.add_row_with_button(lambda: "File", QLineEdit(), choose)
    if scrolls:
        made.scroll_rows()
    qtbot.addWidget(made)
    made.show()
    for button in (choose, made.confirm_button):
        button.setText("What another language needs many more letters for")
        needed = button.fontMetrics().horizontalAdvance(button.text()) + em(button)
        qtbot.waitUntil(lambda button=button, needed=needed: button.width() >= needed)  # type: ignore[misc]


def test_a_form_is_as_wide_as_a_name_needs_whatever_the_script_of_its_letters(qtbot: QtBot, qapp: QApplication) -> None:
    """The average letter of a Japanese font is much wider than that of a Latin one as high."""
    usual, widths = qapp.font(), []
    for family in ("Noto Sans", "Noto Sans CJK JP"):
        qapp.setFont(QFont(family, usual.pointSize()))
        form = NameForm()
        qtbot.addWidget(form)
        form.show()
        widths.append(form.width() / em(form))
    qapp.setFont(usual)
    assert max(widths) < 40
    assert max(widths) - min(widths) < 2


@pytest.mark.parametrize(
    "make",
    [
        lambda: PredictionDialog("Sales", "", PredictionSetup(), checks_around=False),
        lambda: SettingsDialog(Settings(), str),
        lambda: ValueDialog(("no", "yes"), TopHits("yes", 100)),
    ],
)
def test_numbers_stand_at_the_right_of_their_boxes_in_every_form(qtbot: QtBot, make: Callable[[], FormDialog]) -> None:
    made = make()
    qtbot.addWidget(made)
    boxes = made.findChildren(QAbstractSpinBox)
    assert boxes
    assert all(box.alignment() & Qt.AlignmentFlag.AlignRight for box in boxes)


@pytest.mark.parametrize("times", [1.0, 1.3])
def test_a_form_with_nothing_below_its_fields_yet_leaves_no_room_for_it(
    qtbot: QtBot, qapp: QApplication, times: float
) -> None:
    usual = QFont(qapp.font())
    qapp.setFont(sized(usual, times, is_bold=False))
    try:
        made = PredictionDialog("Sales", "", PredictionSetup(), checks_around=False)
        qtbot.addWidget(made)
        made.show()
        QApplication.processEvents()
        hints = [label for label in made.findChildren(Hint) if label.isVisible()]
        last = max(_top(made, label) + label.height() for label in hints)
        free = _top(made, made.confirm_button) - last
        assert 0 < free <= em(made, 2)
        assert not made.findChildren(QScrollArea)[0].verticalScrollBar().maximum()
    finally:
        qapp.setFont(usual)
