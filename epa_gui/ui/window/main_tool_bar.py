"""The main window's toolbar: the usual actions, and at its end which jobs the list shows."""

import functools
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from epa_gui.ui.base.page import em
from epa_gui.ui.base.roomy_line import RoomyLine
from epa_gui.ui.base.show import Show
from epa_gui.ui.window.actions import Actions
from epa_gui.ui.window.needs_button import NeedsButton
from epa_gui.ui.window.show_box import ShowBox

_WORDS, _ICON = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly

_UNFOLD_MS = 300
"""Qt unfolds a toolbar within a quarter of a second and does not tell when; before, no field in it takes focus."""


class MainToolBar(QToolBar):
    """Buttons, and three ways to narrow the list that follow each other: what needs a person, a filter, a search.

    Where there is no room for all of it, the buttons' words go first, for they stand in the menus too, from the last
    button to the first; then those of what needs a person, then of the filter as much as must be. A search in force is
    never out of sight.

    Args:
        actions: Whose buttons it has, and which choose a filter from the menus.
    """

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self.setObjectName("main toolbar")
        self.setMovable(False)
        side = max(20, round(self.fontMetrics().height() * 1.1))
        self.setIconSize(QSize(side, side))
        self.setToolButtonStyle(_WORDS)
        self.toggleViewAction().setVisible(False)
        self.search = RoomyLine(clearButtonEnabled=True)
        self.search.setAcceptDrops(False)  # a file dropped there is meant for the window
        self.search.setMaximumWidth(em(self, 16.5))
        self.show_box = ShowBox()
        self.needs_button = NeedsButton()
        self._fit_soon = QTimer(self, singleShot=True, interval=0)
        self._fit_soon.timeout.connect(self._fit)
        self._fill()
        self._more = self.findChild(QToolButton, "qt_toolbar_ext_button")
        self._connect()

    def event(self, event: QEvent) -> bool:
        """Something in it wants more room than before, or less."""
        if event.type() == QEvent.Type.LayoutRequest and hasattr(self, "_fit_soon"):
            self._fit_soon.start()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room, or less."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Leave out as much as must be; what is left out is reckoned, so that nothing is tried out on the screen."""
        needs, box = self.needs_button.width_of_words(), self.show_box.width_to_spare()
        without = self._least_width()
        room = self.width()
        has_needs = room >= without + needs + box
        spare = room - without - needs - box
        for button, width in self._worded():
            spare -= width
            button.setToolButtonStyle(_WORDS if spare >= 0 else _ICON)
        self.needs_button.show_words(are_shown=has_needs)
        self.show_box.be_short(is_short=room < without + box)

    def _worded(self) -> list[tuple[QToolButton, int]]:
        """Its own buttons, and what each one's words take beside its icon: as `QToolButton.sizeHint` reckons."""
        metrics = self.fontMetrics()
        around = 4 + 2 * metrics.horizontalAdvance(" ")
        texts = {self.widgetForAction(each): each.iconText() for each in self.actions() if each.isVisible()}
        return [
            (button, around + metrics.horizontalAdvance(text))
            for button, text in texts.items()
            if isinstance(button, QToolButton) and text
        ]

    def _least_width(self) -> int:
        """With all left out that can be."""
        layout = self.layout()
        if layout is None:
            return 0
        items = [layout.itemAt(place) for place in range(layout.count())]
        shown = [item for item in items if item is not None and not item.isEmpty()]
        width = sum(item.minimumSize().width() for item in shown)
        width -= sum(words for button, words in self._worded() if button.toolButtonStyle() is _WORDS)
        width -= self.needs_button.width_of_words() if self.needs_button.has_words() else 0
        width -= 0 if self.show_box.is_short() else self.show_box.width_to_spare()
        margins = layout.contentsMargins()
        return width + margins.left() + margins.right() + layout.spacing() * len(shown)

    def _fill(self) -> None:
        self._actions.fill_tool_bar(self)
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)
        self._needs_place = self.addWidget(self.needs_button)
        self._needs_place.setVisible(False)
        self.addWidget(self.show_box)
        self.addWidget(self.search)

    def _connect(self) -> None:
        self._actions.find.triggered.connect(self._on_find)
        for show, action in self._actions.shows.items():
            action.triggered.connect(functools.partial(self.show_box.choose, show))
        self.needs_button.show_chosen.connect(self.show_box.choose)
        self.show_box.show_chosen.connect(self._on_show_chosen)

    def say_texts(self) -> None:
        """All of its own that says the same whatever is shown."""
        self.setWindowTitle(self.tr("Main toolbar"))
        self.search.setAccessibleName(self.tr("Search jobs"))
        self.search.setPlaceholderText(self.tr("Search jobs"))
        if self._more is not None:
            self._more.setAccessibleName(self.tr("More toolbar buttons"))

    def set_can_narrow(self, *, can_narrow: bool) -> None:
        """Whether there is a list that can be narrowed."""
        self.search.setEnabled(can_narrow)
        self.show_box.setEnabled(can_narrow)
        for action in self._actions.shows.values():
            action.setEnabled(can_narrow)

    def show_filter_counts(self, counts: Mapping[Show, int] | None) -> None:
        """How many jobs there are under each filter; `None` while that is not known."""
        self.show_box.show_counts(counts)
        count = counts.get(Show.ATTENTION, 0) if counts is not None else 0
        self.needs_button.show_count(count)
        self._needs_place.setVisible(count > 0 or self.show_box.chosen() is Show.ATTENTION)

    @Slot(object)
    def _on_show_chosen(self, show: Show) -> None:
        self.needs_button.follow(show)
        self._actions.shows[show].setChecked(True)

    @Slot()
    def _on_find(self) -> None:
        if self.isHidden():
            return  # there is nothing to look through
        if not self.search.isVisible() and self._more is not None:
            # In a narrow window the field is behind the toolbar's end, which unfolds in its own time.
            self._more.click()
            QTimer.singleShot(_UNFOLD_MS, self, self._go_to_search)
        else:
            self._go_to_search()

    @Slot()
    def _go_to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
