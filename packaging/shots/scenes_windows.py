"""Windows that people rarely see: an account and its models, predictions, costs, updates, fingerprints."""

import functools
from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from epa_gui import __version__
from epa_gui.core.jobs.account import Account
from epa_gui.core.jobs.region import Region
from epa_gui.core.jobs.version import Release
from epa_gui.core.results.value_measure import CellValues
from epa_gui.ui.account.models_dialog import ModelsDialog
from epa_gui.ui.account.number_dialog import NumberDialog
from epa_gui.ui.history.fingerprint_dialog import FingerprintDialog
from epa_gui.ui.predictions.before_dialog import BeforeDialog
from epa_gui.ui.results.value_dialog import ValueDialog
from epa_gui.ui.updates.update_dialog import UpdateDialog
from shots.invented import CHURN, LEADS, NOTES
from shots.names import called
from shots.scene import Scene, Stage


def scenes() -> Iterator[Scene]:
    """All of them."""
    yield Scene("connect-account", _connect)
    yield Scene("account-models", _account_models)
    yield Scene("account-model-by-number", functools.partial(_opened, _numbers))
    yield Scene("add-model-from-account", _from_account)
    yield Scene("prediction-check", _prediction_check)
    yield Scene("prediction-before-switch", _before)
    yield Scene("costs", functools.partial(_opened, _costs))
    yield Scene("update-asking", functools.partial(_opened, functools.partial(UpdateDialog, __version__)))
    yield Scene("update-newer", functools.partial(_opened, _newer))
    yield Scene("fingerprint", functools.partial(_opened, FingerprintDialog))


def _opened(make: Callable[[QWidget], QDialog], stage: Stage) -> QWidget:
    """A dialog over the list, as it opens."""
    desk, _ = stage.list_desk()
    box = make(desk.window)
    box.open()
    return box


def _before(stage: Stage) -> QWidget:
    return _opened(functools.partial(BeforeDialog, called("November data")), stage)


def _numbers(parent: QWidget) -> QDialog:
    return NumberDialog(Account("a1", Region.GLOBAL, added_at=0.0), parent)


def _costs(parent: QWidget) -> QDialog:
    labels = ("yes", "no")
    return ValueDialog(labels, CellValues(labels, ((9_000.0, -1_500.0), (-12_000.0, 0.0)), "¥"), parent)


def _newer(parent: QWidget) -> QDialog:
    box = UpdateDialog(__version__, parent)
    page = "https://downloads.example.com/epa-desktop/"
    box.show_release(Release("999.1.0", "2026-11-20", called(NOTES), page))
    return box


def _connect(stage: Stage) -> QWidget:
    desk = stage.new_desk()
    desk.start_with_models(called(CHURN))
    desk.trigger("connect_account")
    return desk.titled("Connect account")


def _account_models(stage: Stage) -> QWidget:
    """What the account has, one of which is here already."""
    desk = stage.new_desk()
    desk.start_with_models(called(CHURN), called(LEADS))
    desk.trigger("connect_account")
    form = desk.titled("Connect account")
    desk.field(form, "Secret key", QLineEdit).setText(desk.practice.secret_key)
    desk.press(form, "Connect")

    def find() -> ModelsDialog | None:
        found = (window for window in desk.windows() if isinstance(window, ModelsDialog))
        return next((each for each in found if each.table.rowCount()), None)

    return desk.until(find, "the account's models")


def _from_account(stage: Stage) -> QWidget:
    """Add model, with its key issued from the account's."""
    desk, _ = stage.list_desk()
    desk.trigger("add_model")
    form = desk.dialog()
    desk.press(form, "Issue a key with the secret key")
    desk.wait()
    return form


def _prediction_check(stage: Stage) -> QWidget:
    desk, made = stage.list_desk()
    desk.select(made.states["ready-better"].key)
    desk.trigger("prediction_check")
    return desk.dialog()
