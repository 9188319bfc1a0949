"""Tries the key in a form, and shows the form what came of it."""

import functools
from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.core.keys.key_probe import KeyStanding, standing_of
from epa_gui.ui.keys.key_dialog import KeyDialog
from epa_gui.ui.keys.key_test_text import refused_text, secret_key_text, untested_text
from epa_gui.ui.keys.key_test_worker import KeyTestOrder, KeyTestReport
from epa_gui.ui.keys.key_tests import KeyTests


class FormKeyTest(QObject):
    """Between one form and the tests, as long as the form is there."""

    def __init__(self, form: KeyDialog, tests: KeyTests, address_in: Callable[[], str]) -> None:
        """Try the key of a form whenever it asks for that.

        Args:
            form: The form, which this belongs to.
            tests: What tries it.
            address_in: Tells the service's base URL for the key in the form; empty if it cannot be called.
        """
        super().__init__(form)
        self._form = form
        self._tests = tests
        self._address_in = address_in
        self._order: KeyTestOrder | None = None
        form.test_requested.connect(self._on_requested)
        form.test_given_up.connect(self._on_given_up)
        form.finished.connect(self._on_given_up)
        tests.ended.connect(self._on_ended)

    @Slot()
    def _on_requested(self) -> None:
        api_key, address = self._form.api_key(), self._address_in()
        if self._tests.is_secret_key(api_key):
            self._form.show_refused(secret_key_text)
        elif not address:
            self._form.show_untested(functools.partial(untested_text, Problem(ProblemKind.BAD_ADDRESS)))
        else:
            self._order = self._tests.start(address, api_key)

    @Slot()
    def _on_given_up(self) -> None:
        if self._order is not None:
            self._tests.give_up(self._order)
            self._order = None

    @Slot(object)
    def _on_ended(self, report: KeyTestReport) -> None:
        if report.order is not self._order:
            return
        self._order = None
        standing = standing_of(report.problem)
        if standing is KeyStanding.ACCEPTED or report.problem is None:
            self._form.show_accepted()
        elif standing is KeyStanding.REFUSED:
            self._form.show_refused(functools.partial(refused_text, report.problem))
        else:
            self._form.show_untested(functools.partial(untested_text, report.problem))
