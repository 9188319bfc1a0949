"""Whatever the service, a file or a person calls a thing: it turns no words of ours round, anywhere on the screen."""

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractProxyModel, QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QSystemTrayIcon,
    QWidget,
)

import epa_gui
from epa_gui.core.history.event import Author, EventKind, HistoryEntry, HistoryEvent
from epa_gui.core.jobs.job import Job
from epa_gui.practice import Fault
from epa_gui.ui.history.export_text import Extract, csv_row
from epa_gui.ui.history.history_model import Filter
from epa_gui.ui.jobs.job_filter import JobFilter
from epa_gui.ui.jobs.job_list_model import JobColumn
from epa_gui.ui.window.desktop_notices import without_markup
from epa_gui.ui.window.notifier import Notifier
from tests.gui.at_desk import AtDesk

_TURNED = "evil\u202eton\u2067\u2069\u2069 si\u2029this"
_LOOSE = re.compile("[\u202a-\u202e\u2066\u2067\u2028\u2029\u206a-\u206f]")
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.StatusTipRole)
_SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole)


def loose_signs(text: str) -> list[str]:
    """Signs that reorder or break the text around them, and ends of isolates that none has begun."""
    depth, loose = 0, _LOOSE.findall(text)
    for sign in text:
        depth += (sign == "\u2068") - (sign == "\u2069")
        if depth < 0:
            return [*loose, sign]
    return loose + ["\u2068"] * depth


def _texts_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    yield widget.statusTip()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit) and widget.isReadOnly():
        yield widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()
    if isinstance(widget, QProgressBar):
        yield widget.format()
    if isinstance(widget, QComboBox):
        yield from _cells_of(widget.model())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _cells_of(widget.model())


def _cells_of(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount(QModelIndex())):
        for column in range(_columns_of(model)):
            index = model.index(row, column)
            yield from (str(index.data(role) or "") for role in (*_ROLES, *_SPOKEN))
    for column in range(_columns_of(model)):
        yield from (str(model.headerData(column, Qt.Orientation.Horizontal, role) or "") for role in _ROLES)


def _columns_of(model: QAbstractItemModel) -> int:
    return model.columnCount(QModelIndex()) if isinstance(model, QAbstractTableModel | QAbstractProxyModel) else 1


def shown_by(root: QWidget) -> list[str]:
    """Every text a person sees or hears in a window and its dialogs."""
    widgets = [root, *root.findChildren(QWidget)]
    return [text for widget in widgets for text in _texts_of(widget) if text]


@pytest.fixture
def hostile(desk: AtDesk) -> Job:
    """A model and a job whose every text turns the words around it, with the service's own beside them."""
    job = desk.finished_job("Plain")
    repository = desk.session.repository
    model = repository.models[job.model]
    repository.add_model(replace(model, name=f"M {_TURNED}", target=_TURNED, key_end_said=_TURNED))
    changed = replace(
        repository.jobs[job.key],
        name=f"J {_TURNED}",
        note=f"{_TURNED}\nsecond",
        status=_TURNED,
        message=f"M {_TURNED}\nmore",
        results_name=f"{_TURNED}.csv",
    )
    repository.change_job(changed)
    return changed


def _select_only(desk: AtDesk) -> None:
    desk.window.table.selectRow(0)
    desk.qtbot.wait(1)


def test_nothing_in_the_window_is_turned_round(desk: AtDesk, hostile: Job) -> None:
    _select_only(desk)
    texts = desk.until(lambda: [text for text in shown_by(desk.window) if "evil" in text])
    assert len(texts) > 10
    assert [text for text in texts if loose_signs(text)] == []
    name = desk.window.table.model().index(0, JobColumn.NAME).data()
    assert "\n" not in name
    assert desk.job(hostile.key).name == f"J {_TURNED}"  # kept as it was given


@pytest.mark.parametrize(
    "action",
    ["add_model", "add_job", "edit_job", "switch_model", "new_retraining", "rename_model", "change_key", "history"],
)
def test_no_form_is_turned_round(desk: AtDesk, hostile: Job, action: str) -> None:
    if action == "switch_model":  # what the service calls finished
        desk.session.repository.change_job(replace(desk.job(hostile.key), status="job_finished"))
    _select_only(desk)
    desk.model_list().setCurrentIndex(desk.model_list().model().index(1, 0))
    wanted = getattr(desk.actions, action)
    desk.until(wanted.isEnabled)
    before = {id(widget) for widget in desk.window.findChildren(QObject)}
    wanted.trigger()
    desk.until(lambda: any(id(widget) not in before for widget in desk.window.findChildren(QWidget)))
    desk.qtbot.wait(50)
    assert [text for text in shown_by(desk.window) if loose_signs(text)] == []


def test_no_name_or_value_of_a_data_file_turns_the_form_round(desk: AtDesk, tmp_path: Path) -> None:
    desk.add_model("Sales")
    path = tmp_path / "data \u202evsc.csv"
    rows = [f"{number},a{_TURNED},\u202ex" for number in range(50)]
    path.write_text("\n".join([f"id,{_TURNED},{_TURNED}", *rows]) + "\n", "utf-8-sig")
    desk.actions.new_retraining.trigger()
    form = desk.dialog("New retraining")
    desk.field(form, "Training file", QLineEdit).setText(str(path))
    desk.until(lambda: [text for text in shown_by(desk.window) if "evil" in text and "olumn" in text])
    assert [text for text in shown_by(desk.window) if loose_signs(text)] == []


@pytest.mark.parametrize("ending", ["csv", "html"])
def test_no_export_is_turned_round(ending: str) -> None:
    event = HistoryEvent(
        EventKind.MODEL_RENAMED, 1.0, "m", _TURNED, "job", _TURNED, {"from": _TURNED, "to": "b", _TURNED: _TURNED}
    )
    written = HistoryEntry(1, event, "2026-01-01T00:00:00+00:00", Author(_TURNED, "1"), "", "0" * 64)
    made = Extract(Filter(model="m"), _TURNED, 1, 1, written, {"m": _TURNED}, (("m", (event,)),), 2.0)
    texts = csv_row(written) if ending == "csv" else re.split("[<>]", "".join(made.page([written])))
    assert any("evil" in text for text in texts)
    assert [text for text in texts if loose_signs(text)] == []


def test_a_look_alike_address_is_warned_of_while_it_is_typed(desk: AtDesk) -> None:
    desk.actions.add_model.trigger()
    form = desk.dialog("Add model")
    desk.field(form, "Region", QComboBox).setCurrentText("Another address")
    address = desk.field(form, "Service address", QLineEdit)
    address.setText("https://developer-api.predictionοne.sony.biz")  # a Greek letter
    assert "resembles the service’s own" in desk.said()
    assert "xn--" in desk.said()
    address.setText("https://gateway.example")
    assert "resembles" not in desk.said()
    desk.press(form, "Cancel")


def test_what_the_service_says_is_kept_as_it_came(desk: AtDesk) -> None:
    job = desk.running_job()
    desk.practice.misbehave(Fault.json({"status": f"in {_TURNED}", "message": _TURNED}))
    desk.check_now(job)
    assert desk.job(job.key).status == f"in {_TURNED}"
    for column in (JobColumn.STATUS, JobColumn.STANDING):
        shown = desk.cell(job, column)
        assert loose_signs(shown) == []
        assert shown.endswith("\u2069")


def test_people_find_what_is_set_apart(desk: AtDesk, hostile: Job) -> None:
    repository = desk.session.repository
    repository.change_job(replace(repository.jobs[hostile.key], status="מוכן"))
    filtered = desk.window.table.model()
    assert isinstance(filtered, JobFilter)
    filtered.set_words("· מוכן")
    assert filtered.rowCount() == 1


@pytest.mark.parametrize(
    ("said", "sent"),
    [
        ("<a href='https://evil.example'>Log in</a>", "&lt;a href='https://evil.example'&gt;Log in&lt;/a&gt;"),
        ("R&D <img src=x>", "R&amp;D &lt;img src=x&gt;"),
        ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
    ],
)
def test_a_notification_carries_no_markup(said: str, sent: str) -> None:
    assert without_markup(said) == sent


class _Tray:
    """Where the system's notifications go in."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []

    def showMessage(self, title: str, text: str, _kind: QSystemTrayIcon.MessageIcon) -> None:  # noqa: N802  Qt's
        self.told.append((title, text))


def test_a_notification_is_not_turned_round(desk: AtDesk, hostile: Job) -> None:
    notifier, tray = Notifier(desk.window), _Tray()
    notifier._tray = tray  # type: ignore[assignment]
    notifier.tell(hostile, _TURNED)
    notifier._tray = None
    [(title, text)] = tray.told
    assert loose_signs(title) == loose_signs(text) == []
    assert "\n" not in title + text


def test_every_sentence_that_is_filled_sets_apart_what_it_is_filled_with() -> None:
    """`str.format` puts a text in as it is: only `fill` may do so where people read it."""
    folder = Path(epa_gui.__file__).parent
    paths = [*(folder / "ui").rglob("*.py"), folder / "app.py"]
    assert len(paths) > 50, "the code is elsewhere now"
    nodes = [(path, node) for path in paths for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    assert [
        f"{path.relative_to(folder)}:{node.lineno}"
        for path, node in nodes
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format"
    ] == []
