"""What is wrong with a form is told below the field it is wrong with, and goes with that field."""

import pytest
from pytestqt.qtbot import QtBot

from epa_gui.core.jobs.region import Region, RegionChoice
from epa_gui.ui.base.field_trouble import FieldTrouble
from epa_gui.ui.keys.model_dialog import AddModelDialog

CHOICES = (RegionChoice(Region.GLOBAL), RegionChoice(Region.OWN))


@pytest.fixture
def form(qtbot: QtBot) -> AddModelDialog:
    made = AddModelDialog(CHOICES, (), is_lasting=True)
    qtbot.addWidget(made)
    made.show()
    made._name.setText("Sales")
    made._region.setCurrentIndex(1)
    return made


def troubles(form: AddModelDialog) -> list[FieldTrouble]:
    return [box for box in form.findChildren(FieldTrouble) if box.isVisible()]


def test_an_address_that_is_missing_is_asked_for_below_its_field(form: AddModelDialog) -> None:
    form.accept()
    assert [box.field for box in troubles(form)] == [form._address]


def test_with_another_region_nothing_is_wrong_with_an_address_that_is_not_asked_for(form: AddModelDialog) -> None:
    form.accept()
    form._region.setCurrentIndex(0)
    assert not form._address.isVisible()
    assert troubles(form) == []


def test_what_an_error_took_the_place_of_is_read_again_afterwards(form: AddModelDialog) -> None:
    form._address.setAccessibleDescription("Ask whoever runs the service.")
    form.accept()
    assert form._address.accessibleDescription() != "Ask whoever runs the service."
    form._address.setText("https://example.com/")
    assert form._address.accessibleDescription() == "Ask whoever runs the service."
