"""The box beside the search: which jobs to show, by how they stand."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QWidget

from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.page import USUAL_LETTERS, em
from epa_gui.ui.base.show import Show

_SHORT = 5
"""Heights of the font: with less, not even its shortest words can be told."""

_USUAL_COUNT = 88
"""There is room for such a number of jobs from the first; for more it grows."""


class ShowBox(QComboBox):
    """All jobs, or those in progress, finished, or in need of a person; each with how many there are.

    Signals:
        show_chosen: Which jobs are to be shown (a `Show`).
    """

    show_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[Show, int] | None = None
        self._is_short = False
        for show, word in self._words().items():
            self.addItem(word, show)
        self._say_texts()
        self.currentIndexChanged.connect(self._on_chosen)

    def chosen(self) -> Show:
        """Which jobs are to be shown."""
        return Show(self.currentData())

    def choose(self, show: Show) -> None:
        """Choose as a person does."""
        self.setCurrentIndex(list(Show).index(show))

    def show_counts(self, counts: Mapping[Show, int] | None) -> None:
        """How many jobs there are of each; `None` while that is not known."""
        if counts == self._counts:
            return
        self._counts = counts
        self._say_items()

    def _say_texts(self) -> None:
        self.setAccessibleName(self.tr("Show"))
        self.setToolTip(self.tr("Which jobs the list shows"))
        self._say_items()

    def _say_items(self) -> None:
        counts = self._counts
        for row, (show, word) in enumerate(self._words().items()):
            self.setItemText(row, word if counts is None else self._counted(word, counts.get(show, 0)))
        self.updateGeometry()

    def _words(self) -> dict[Show, str]:
        return {
            Show.ALL: self.tr("All jobs"),
            Show.IN_PROGRESS: self.tr("In progress"),
            Show.FINISHED: self.tr("Finished"),
            Show.ATTENTION: self.tr("Needs attention"),
        }

    def _counted(self, word: str, count: int) -> str:
        return fill(self.tr("{0} ({1})"), word, count)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Have its arrow grow with the letters."""
        super().initStyleOption(option)
        if em(self) > USUAL_LETTERS:
            from epa_gui.ui.base.growing import grow  # noqa: PLC0415  most starts need none of it

            grow(option, self)

    def sizeHint(self) -> QSize:
        """Wide enough for the longest text with a usual number: nothing beside it moves when jobs come and go."""
        texts = [self._counted(word, _USUAL_COUNT) for word in self._words().values()]
        texts += [self.itemText(row) for row in range(self.count())]
        metrics = self.fontMetrics()
        inner = QSize(max(map(metrics.horizontalAdvance, texts)) + metrics.height() // 2, metrics.height())
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        wanted = self.style().sizeFromContents(QStyle.ContentsType.CT_ComboBox, option, inner, self)
        return wanted.expandedTo(QSize(0, super().sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """Nothing of it is cut off, unless that would leave no room for the search."""
        return self.sizeHint() - QSize(self.width_to_spare() if self._is_short else 0, 0)

    def width_to_spare(self) -> int:
        """How much less it takes where its texts are cut off."""
        return max(0, self.sizeHint().width() - self.fontMetrics().height() * _SHORT)

    def be_short(self, *, is_short: bool) -> None:
        """Whether its texts may be cut off; the list it opens shows them whole."""
        if is_short is not self._is_short:
            self._is_short = is_short
            self.updateGeometry()

    def is_short(self) -> bool:
        """Whether its texts may be cut off now."""
        return self._is_short

    def changeEvent(self, event: QEvent) -> None:
        """Other letters need other room, and other words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_counts"):
            self._say_texts()
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()

    @Slot()
    def _on_chosen(self) -> None:
        self.show_chosen.emit(self.chosen())
