"""Shares the room between the findings and the preview: as much for the findings as they need, within reason."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from epa_gui.ui.base.dividers import name_dividers
from epa_gui.ui.base.page import em
from epa_gui.ui.base.speaking import speak
from epa_gui.ui.retraining.finding_list import FindingList

_LEAST_PREVIEW = 8
"""Heights of the font that the preview keeps when there are many findings."""


class BodySplit(QSplitter):
    """The findings over the preview. Once a person has moved the handle, it stays where it is."""

    def __init__(self, findings: FindingList, preview: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._findings = findings
        self._has_been_moved = False
        self.setChildrenCollapsible(False)
        self.addWidget(findings)
        self.addWidget(preview)
        self.setStretchFactor(1, 1)
        speak(self, lambda: name_dividers(self, self.tr("Findings"), self.tr("Preview")))
        self.splitterMoved.connect(self._on_moved)

    def sizeHint(self) -> QSize:
        """As little as it can do with: it takes what is left; else the page would be as high as all findings."""
        return self.minimumSizeHint()

    def share(self, *, may_shrink: bool = True) -> None:
        """Share anew.

        Args:
            may_shrink: Whether the findings may have less than now; not while they are still coming.
        """
        room = self.height() - self.handleWidth()
        if self._has_been_moved or self._findings.isHidden() or not self.isVisible():
            return
        wanted = min(self._findings.natural_height(), room - em(self, _LEAST_PREVIEW))
        has = self.sizes()[0]
        if wanted > has or (may_shrink and wanted != has):
            self.setSizes([wanted, room - wanted])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room, or less."""
        super().resizeEvent(event)
        if event.size() != QSize(0, 0):
            self.share()

    @Slot(int, int)
    def _on_moved(self, _place: int, _index: int) -> None:
        self._has_been_moved = True
