"""The facts of Switch model: what its question and its cards have not said."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from epa_gui.core.switching.switch_case import SwitchCase
from epa_gui.ui.base.joining import as_label, labelled
from epa_gui.ui.base.page import GAP, em
from epa_gui.ui.base.soft_text import SoftText
from epa_gui.ui.base.speaking import speak
from epa_gui.ui.base.wrapping_text import Text
from epa_gui.ui.switching import switch_fact_text as facts
from epa_gui.ui.switching.switch_panels import Panel, SpaceButton

BETWEEN = 0.8
"""Heights of the font between a name and its value."""


class FactsPanel(Panel):
    """Names and values; what says nothing is not there."""

    def __init__(self) -> None:
        super().__init__()
        speak(self, lambda: self.setAccessibleName(self.tr("Facts")))
        self.open_results = SpaceButton()
        speak(self, lambda: self.open_results.setText(self.tr("Look at the results")))
        self.save_results = SpaceButton()
        speak(self, lambda: self.save_results.setText(self.tr("Save results…")))
        self._rows: dict[str, tuple[SoftText, Text]] = {}
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(em(self, BETWEEN))
        grid.setVerticalSpacing(em(self, 0.25))
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(self._names()):
            value = Text()
            label = name_label(value)
            self._rows[name] = label, value
            beside = Qt.AlignmentFlag.AlignVCenter if name == "results" else Qt.AlignmentFlag.AlignTop
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignLeft | beside)
            grid.addWidget(value, row, 1, 1, 1 if name == "results" else 2)
            if name == "results":
                grid.addLayout(self._results_buttons(), row, 2)
        speak(self, self._say_names)
        self.names_width = max(label.sizeHint().width() for label, _ in self._rows.values())

    def _say_names(self) -> None:
        for name, text in self._names().items():
            self._rows[name][0].show_text(as_label(text))

    def _results_buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(em(self, GAP))
        line.addWidget(self.open_results)
        line.addWidget(self.save_results)
        return line

    def _names(self) -> dict[str, str]:
        return {
            "model": self.tr("Model"),
            "region": self.tr("Region"),
            "id": self.tr("Job ID"),
            "results": self.tr("Results"),
            "verdict": self.tr("Verdict"),
        }

    def set_names_width(self, width: int) -> None:
        """How wide the column of the names is, in pixels: that of what stands below it too."""
        self._grid.setColumnMinimumWidth(0, width)

    def show_facts(self, case: SwitchCase) -> None:
        """Show them; only what reads differently is touched."""
        texts = {
            "model": facts.model_text(case),
            "region": facts.region_text(case),
            "id": case.job.id,
            "results": facts.results_text(case),
            "verdict": facts.verdict_text(case),
        }
        for name, text in texts.items():
            label, value = self._rows[name]
            value.show_text(text)
            label.setVisible(bool(text))
            value.setVisible(bool(text))
        names = self._names()
        self.setAccessibleDescription("\n".join(labelled(names[name], text) for name, text in texts.items() if text))
        self.open_results.setVisible(case.has_results)
        self.save_results.setVisible(case.job.saved is None and case.job.can_save)


def name_label(named: QWidget) -> SoftText:
    """Has what a row is called, before it."""
    label = SoftText()
    label.setWordWrap(False)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    label.setBuddy(named)
    return label
