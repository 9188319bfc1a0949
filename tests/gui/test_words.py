"""The words on screen: exactly those that were agreed, all translatable, every control named."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
    QTableView,
    QToolButton,
    QTreeView,
    QWidget,
)

from epa_gui.core.history.computer_user import computer_user
from epa_gui.practice import PracticeService
from epa_gui.ui.history.history_window import HistoryWindow
from tests.gui.at_desk import AtDesk

_FORMS = (
    "add_model",
    "connect_account",
    "add_job",
    "settings",
    "change_key",
    "rename_model",
    "edit_job",
    "new_retraining",
    "switch_model",
    "history",
)


_DATA = re.compile(
    r"[\d:/.\sAPM]*|–|×|(Mmmm|Jjjj|Nnnn)(\n.*)?|[0-9a-f-]{36}|••••.*|https://|127\.0\.0\.1:\d+"
    r"|English|日本語|EPA Desktop|job_finished|retrain_results_sales.zip|" + re.escape(computer_user())
)
"""Texts that are data: nothing to translate."""


class Bracketing(QTranslator):
    """Puts every translated text in brackets, so that one that was forgotten shows."""

    def translate(self, _context: str, text: str, _disambiguation: str | None = None, n: int = -1) -> str:
        return f"⟦{text.replace('%n', str(n))}⟧"

    def isEmpty(self) -> bool:  # noqa: N802  Qt's own name
        return False


@pytest.fixture
def bracketing(qapp: QCoreApplication) -> Iterator[None]:
    translator = Bracketing()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def _forms(desk: AtDesk) -> Iterator[QWidget]:
    """Each form and window, opened and closed again."""
    for name in _FORMS:
        action: QAction = getattr(desk.actions, name)
        desk.until(action.isEnabled)
        action.trigger()
        form = desk.until(lambda: next(iter(_open_windows(desk)), None))
        yield form
        form.close()
        desk.until(lambda: not _open_windows(desk))


def _open_windows(desk: AtDesk) -> list[QWidget]:
    kinds = (QDialog, HistoryWindow)
    return [found for found in desk.window.findChildren(QWidget) if isinstance(found, kinds) and found.isVisible()]


def test_the_agreed_words_are_on_screen(desk: AtDesk) -> None:
    desk.running_job()
    texts = {action.text() for action in desk.all_actions()}
    agreed = {"Add model…", "Add job…", "Check now", "Save results…", "Remove from the list", "Undo", "Settings…"}
    agreed |= {"New retraining…", "Issue a new key", "Switch model…", "History", "Connect account…"}
    assert agreed <= texts
    on_tool_bar = {button.text() for button in desk.window.findChildren(QToolButton) if button.isVisible()}
    assert {"New retraining…", "Add job…", "Check now"} <= on_tool_bar
    assert not {"Remove from the list", "Save results…", "Switch model…"} & on_tool_bar, (
        "what is done with one job is on its page"
    )
    assert desk.window.tool_bar.show_box.accessibleName() == "Show"
    assert desk.window.table.accessibleName() == "Jobs"
    assert desk.window.details.accessibleName() == "Job details"
    assert desk.window.tool_bar.search.accessibleName() == "Search jobs"
    assert desk.window.windowTitle() == "EPA Desktop"


def test_the_forms_have_the_agreed_fields_and_buttons(desk: AtDesk) -> None:
    desk.select(desk.finished_job())
    names: set[str] = set()
    for form in _forms(desk):
        names |= {field.accessibleName() for field in form.findChildren(QWidget)}
        names |= {button.text() for button in form.findChildren(QAbstractButton)}
    agreed = {"Name", "Region", "Service address", "API key", "Model", "Job ID", "Note", "Add model", "Add job"}
    agreed |= {"Training file", "Evaluation file", "Check again", "Send", "Cancel"}
    agreed |= {"Secret key", "Model ID", "Issue key"}
    agreed |= {"Connect", "Keep the secret key in the keychain"}
    agreed |= {"Switch model", "Reason", "Verify history", "Export history…", "Search history"}
    assert agreed <= names


def test_every_control_has_a_name_for_screen_readers(desk: AtDesk) -> None:
    desk.select(desk.finished_job())
    nameless = _nameless(desk.window)
    for form in _forms(desk):
        nameless += _nameless(form)
    assert nameless == []


def _nameless(parent: QWidget) -> list[str]:
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QAbstractItemView)
    found = []
    for widget in parent.findChildren(QWidget):
        is_inner = (widget.parent() and isinstance(widget.parent(), QSpinBox | QComboBox | QLineEdit)) or (
            widget.objectName().startswith("qt_")
        )
        if isinstance(widget, kinds) and widget.isVisible() and not is_inner and not isinstance(widget, QHeaderView):
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            if not (widget.accessibleName() or text or widget.toolTip()):
                found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


@pytest.mark.usefixtures("bracketing")
def test_every_text_on_screen_goes_through_translation(
    new_desk: Callable[[], AtDesk], practice: PracticeService
) -> None:
    desk = new_desk()
    first_page = _untranslated(desk.window)
    model = _add_model(desk, practice)
    desk.session.job_controller.add(model, practice.start_job(seconds=0.0), "Jjjj", "Nnnn")
    desk.until(lambda: desk.session.repository.jobs_of(model)[0].status)
    desk.session.presenter.refresh()
    missing = first_page + _untranslated(desk.window)
    for form in _forms(desk):
        missing += _untranslated(form)
        if isinstance(form, QDialog):
            form.accept()  # what a form says is wrong
            missing += _untranslated(form)
    desk.actions.remove_model.trigger()
    missing += _untranslated(desk.window)
    assert missing == []


def _add_model(desk: AtDesk, practice: PracticeService) -> str:
    desk.actions.add_model.trigger()
    form = next(child for child in desk.window.findChildren(QDialog) if child.isVisible())
    for field, text in zip(form.findChildren(QLineEdit), ("Mmmm", "", practice.api_key), strict=False):
        field.setText(text)
    form.accept()
    return desk.until(lambda: next(iter(desk.session.repository.models), None))


def _untranslated(parent: QWidget) -> list[str]:
    """Texts people can see that did not come from a translation, the data itself aside."""
    texts: list[str] = []
    for child in [parent, *parent.findChildren(QObject)]:
        if isinstance(child, QWidget) and child.objectName().startswith("qt_"):
            continue
        texts += _texts_of(child)
    return sorted({text for text in texts if text and not _DATA.fullmatch(text) and "⟦" not in text})


def _texts_of(child: QObject) -> list[str]:
    if isinstance(child, QMenu):
        return [child.title()]
    if isinstance(child, QAction):
        return [child.text()]
    if isinstance(child, QLabel | QAbstractButton):
        return [child.text().replace("\u200b", ""), child.toolTip()] if child.isVisible() else []
    if isinstance(child, QLineEdit | QPlainTextEdit):
        return [child.placeholderText(), child.toolTip()]
    if isinstance(child, QComboBox):
        return [child.itemText(row) for row in range(child.count())]
    if isinstance(child, QAbstractItemView) and child.isVisible() and not isinstance(child, QHeaderView):
        model, root = child.model(), QModelIndex()
        rows, columns = (
            range(model.rowCount(root)),
            range(model.columnCount(root)) if isinstance(child, QTableView | QTreeView) else (0,),
        )
        return [str(model.index(row, column).data() or "") for row in rows for column in columns]
    return []


def test_every_text_with_a_number_has_its_plural_forms() -> None:
    """English says “1 job”, and never “1 job(s)”."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in Path("epa_gui").rglob("*.py")]
    said = [
        text for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call) for text in _texts_given(node)
    ]
    wanted = {text for text in said if re.search("%L?n", text)}
    catalogue = ET.parse(Path("resources/translations/epa_gui_en.ts"))
    there = {source.text for source in catalogue.iter("source")}
    assert wanted
    assert wanted <= there


def _texts_given(call: ast.Call) -> Iterator[str]:
    for given in call.args:
        if isinstance(given, ast.Constant) and isinstance(given.value, str):
            yield given.value


def test_plural_forms_read_well_in_english(qapp: QCoreApplication) -> None:
    from epa_gui.process.language import install_language  # noqa: PLC0415

    installed = install_language(qapp, "en")
    try:
        texts = [QCoreApplication.translate("Presenter", "%n job(s)", "", n) for n in (0, 1, 2)]
    finally:
        for translator in installed:
            qapp.removeTranslator(translator)
    assert texts == ["0 jobs", "1 job", "2 jobs"]
