"""Looks for texts that did not come from a catalogue, while the program speaks the pseudo-language.

There every text of the program has marks around it and an accent on each vowel. So what has neither is untranslated, or
a piece of it was put in by code, unless it is data: what people, files and the service call things.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from types import UnionType

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QSpinBox,
    QTabBar,
    QTableView,
    QTextEdit,
    QTreeView,
    QWidget,
)

from shots.painted import painted_texts
from shots.pseudo import BEGIN, END

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_TOLD = (QLabel, QAbstractButton, QLineEdit, QProgressBar, QComboBox, QAbstractSpinBox, QTabBar, QGroupBox)
"""What says itself, and in full, which texts it paints."""

_ELLIPSIS = "…"
_SEPARATOR = "separator"
"""What Qt calls the line in a box's list; it paints no text there."""

_LONG = 60
"""Of a text that is so long, data too, its beginning alone may be shown."""

_LEAST_BEGINNING = 12
"""With an ellipsis so few letters are known as the beginning of a name."""

_MOST_ROWS = 200
_WORD = re.compile(r"[^\W\d_]+")
_PLAIN = frozenset("aeiouAEIOUcnsy")
"""Letters that the pseudo-language never leaves as they are."""

_NOT_WORDS = re.compile(
    r"https?://\S+"
    r"|<[^<>]*>|&\w+;"  # markup
    r"|(?:[A-Za-z]:)?[/\\][\w./\\ -]*"  # paths
    r"|\b[\w-]+\.(?:csv|zip|pdf|html|json|txt|svg|png|log)\b"
    r"|\b[0-9a-f]{4,}(?:-[0-9a-f]{4,})*…?"  # IDs and fingerprints
    r"|\b(?:Ctrl|Alt|Shift|Meta|Del|Esc|Return|Ins|Home|End|PgUp|PgDown)\b(?:\+\S+)?"
    r"|\b\d[\d.,:]*\s?(?:KB|MB|GB|kB|KiB|MiB|GiB|bytes|B|ms|s|%)(?!\w)"
)
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec January February March April June July August September"
_DATES = frozenset(f"{_MONTHS} October November December Mon Tue Wed Thu Fri Sat Sun UTC".split())
"""The names that Qt's locale gives to months and days; a language of nobody has none."""


def unmarked(window: QWidget, data: Collection[str]) -> list[str]:
    """What in a window did not come from a catalogue, one line for each; empty if all did.

    Args:
        window: A window, dialog or menu.
        data: What is not the program's own to say: names, values, the service's words.
    """
    is_data = data_pattern(data)
    long = [one for one in data if len(one) > _LEAST_BEGINNING]
    found: dict[str, str] = {}
    for where, text in texts_of(window):
        begun = _beginning(text)
        is_beginning = bool(begun) and any(one.startswith(begun) for one in long)
        words = [] if is_beginning else untranslated(text, is_data)
        if words:
            found.setdefault(" ".join(words), f"{where}: untranslated {', '.join(words)} in “{text[:300]}”")
    return list(found.values())


def _beginning(text: str) -> str:
    """What is shown of a text that may be longer; empty where that is too short to be known by."""
    bare = _bare(text).replace("\u00a0", " ")
    if bare.endswith(_ELLIPSIS) and len(bare) > _LEAST_BEGINNING:
        return bare.removesuffix(_ELLIPSIS)
    return bare if len(bare) > _LONG else ""


def data_pattern(data: Collection[str]) -> "re.Pattern[str]":
    """What finds the data in a text, the longest first, as whole words."""
    longest = sorted({_bare(one).strip() for one in data} - {""}, key=len, reverse=True)
    return (
        re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)") if longest else re.compile(r"(?!)")
    )


def untranslated(text: str, is_data: "re.Pattern[str]") -> list[str]:
    """The words of a text that no catalogue has given."""
    bare = _NOT_WORDS.sub(" ", is_data.sub(" ", _bare(text))).replace("&", "")
    words = _WORD.findall(bare)
    plain = [word for word in words if _PLAIN & set(word) and not word.isupper() and word not in _DATES]
    if plain:
        return plain
    outside = _WORD.findall(_outside(bare))
    # Shorter ones are units and the like; in capitals stand names such as CSV.
    return [word for word in outside if word.isascii() and len(word) > 1 and not word.isupper() and word not in _DATES]


def _bare(text: str) -> str:
    """Without the isolates of foreign texts, and the places where a line may break."""
    return re.sub("[\u2066-\u2069\u200b\u2060]", "", text)


def _outside(text: str) -> str:
    """What of a text stands in no marks."""
    depth, outside = 0, ""
    for letter in text:
        depth += letter == BEGIN
        outside += letter if not depth else ""
        depth = max(0, depth - (letter == END))
    return outside


def texts_of(window: QWidget) -> Iterator[tuple[str, str]]:
    """All texts of a window that are seen, or heard, or come when the pointer rests, with where they stand."""
    seen: set[QObject] = set()
    yield "the title", window.windowTitle()
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.window() is window and (widget.isVisible() or widget is window):
            where = f"{type(widget).__name__} “{widget.accessibleName() or widget.objectName()}”"
            for text in _texts_of(widget):
                yield where, text
            for action in widget.actions():
                yield from _of_action(action, seen)


def _of_action(action: QAction, seen: set[QObject]) -> Iterator[tuple[str, str]]:
    if action in seen:
        return
    seen.add(action)
    where = f"the menu item “{action.text()}”"
    for text in (action.text().partition("\t")[0], action.toolTip(), action.statusTip(), action.whatsThis()):
        yield where, text
    menu = action.menu()
    if isinstance(menu, QMenu):
        for inner in menu.actions():
            yield from _of_action(inner, seen)


def _texts_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    if not isinstance(widget, _TOLD):
        yield from (line.text for line in painted_texts(widget) if not _is_shown_in_part(widget, line.text))
    for kind, says in _SAYS:
        if isinstance(widget, kind):
            yield from says(widget)
            return


def _of_field(field: QLineEdit | QPlainTextEdit | QTextEdit) -> Iterator[str]:
    yield field.placeholderText()
    if field.isReadOnly():
        yield field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _of_tabs(bar: QTabBar) -> Iterator[str]:
    for tab in range(bar.count()):
        yield from (bar.tabText(tab), bar.tabToolTip(tab), bar.accessibleTabName(tab))


def _of_box(box: QComboBox) -> Iterator[str]:
    yield box.placeholderText()
    yield from _cells(box.model(), box.rootModelIndex(), [box.modelColumn()])


def _of_view(view: QAbstractItemView) -> Iterator[str]:
    yield from _cells(view.model(), view.rootIndex(), _columns(view))


def _is_shown_in_part(widget: QWidget, line: str) -> bool:
    """Whether it is the inside of a field that somebody writes in, or a cell's text that the model has in full."""
    area = widget.parentWidget()
    if isinstance(area, QPlainTextEdit | QTextEdit):
        return True
    return isinstance(area, QAbstractScrollArea) and _ELLIPSIS in line


def _headings(header: QHeaderView) -> Iterator[str]:
    if header.orientation() is Qt.Orientation.Horizontal and _has_model(header):
        for section in range(header.count()):
            if not header.isSectionHidden(section):
                for role in _ROLES:
                    yield str(header.model().headerData(section, Qt.Orientation.Horizontal, role) or "")


def _columns(view: QAbstractItemView) -> list[int]:
    if not isinstance(view, QTreeView | QTableView):
        return [view.modelColumn()] if isinstance(view, QListView) else [0]
    if not _has_model(view):
        return []
    return [number for number in range(view.model().columnCount(view.rootIndex())) if not view.isColumnHidden(number)]


def _has_model(view: QAbstractItemView) -> bool:
    return bool(view.model())


def _cells(model: QAbstractItemModel | None, parent: QModelIndex, columns: list[int]) -> Iterator[str]:
    for row in range(min(model.rowCount(parent), _MOST_ROWS) if model else 0):
        for column in columns:
            index = model.index(row, column, parent)  # type: ignore[union-attr]
            for role in _ROLES:
                text = index.data(role)
                if isinstance(text, str) and text != _SEPARATOR:
                    yield text
        first = model.index(row, 0, parent)  # type: ignore[union-attr]
        if columns and model.rowCount(first):  # type: ignore[union-attr]
            yield from _cells(model, first, columns)


_SAYS: tuple[tuple[type[QWidget] | UnionType, Callable[..., Iterable[str]]], ...] = (
    (QLabel | QAbstractButton, lambda widget: (widget.text(),)),
    (QGroupBox, lambda box: (box.title(),)),
    (QLineEdit | QPlainTextEdit | QTextEdit, _of_field),
    (QProgressBar, lambda bar: (bar.text() if bar.isTextVisible() else "",)),
    (QSpinBox, lambda box: (box.prefix(), box.suffix(), box.specialValueText())),
    (QTabBar, _of_tabs),
    (QComboBox, _of_box),
    (QHeaderView, _headings),
    (QAbstractItemView, _of_view),
)
