"""What a file is read as, and the choice of something else: where the letters look wrong, a person knows better."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from epa_gui.core.dataset.check import Reading
from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.finding import Finding
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.growing import ComboBox
from epa_gui.ui.base.speaking import speak
from epa_gui.ui.retraining.encoding_names import CHOICES, encoding_name

_MOST_LIKELY = 3
_MOST_SEEN = 20


class EncodingChoice(QWidget):
    """A list of encodings.

    Signals:
        chosen: What a person says the file is written in (an `Encoding`), or `None` to have it found out.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Encoding | None, tuple[Encoding, ...], Encoding | None] | None = None
        self._reading: tuple[Reading, tuple[Finding, ...], Encoding | None] | None = None
        self.box = ComboBox()
        speak(self, lambda: self.box.setAccessibleName(self.tr("Encoding")))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.box.setMaxVisibleItems(_MOST_SEEN)
        self.box.activated.connect(self._on_activated)
        self._label = QLabel()
        speak(self, lambda: self._label.setText(self.tr("Encoding:")))
        self._label.setBuddy(self.box)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._label)
        line.addWidget(self.box)
        speak(self, self._say_again)

    def _say_again(self) -> None:
        self._shown = None
        if self._reading is not None:
            self.show_reading(*self._reading)

    def show_reading(self, reading: Reading | None, findings: Iterable[Finding], chosen: Encoding | None) -> None:
        """Offer the encodings: what was found, the likely ones where that is not sure, then all.

        Args:
            reading: What is known of the file.
            findings: What was found in it.
            chosen: What a person said it is to be read as.
        """
        is_there = reading is not None and bool(reading.columns)
        for part in (self._label, self.box):
            part.setVisible(is_there)
        self._reading = None
        if reading is None or not is_there:
            return
        self._reading = reading, tuple(findings), chosen
        likely = next((found.encodings for found in self._reading[1] if found.encodings), ())[:_MOST_LIKELY]
        likely = tuple(one for one in likely if one is not Encoding.UTF_8)  # of some rows, where files were joined
        shown = (None if chosen else reading.encoding, likely, chosen)
        if shown == self._shown:
            return
        self._shown = shown
        self.box.clear()
        found = fill(self.tr("Detected: {0}"), encoding_name(reading.encoding))
        self.box.addItem(self.tr("Detect again") if chosen else found, None)
        for encoding in likely:
            self.box.addItem(fill(self.tr("{0} (likely)"), encoding_name(encoding)), encoding.value)
        self.box.insertSeparator(self.box.count())
        for encoding in CHOICES:
            if encoding not in likely:
                name = self.tr("UTF-8") if encoding is Encoding.UTF_8 else encoding_name(encoding)
                self.box.addItem(name, encoding.value)
        self.box.setCurrentIndex(max(0, self.box.findData(chosen.value)) if chosen else 0)

    @Slot()
    def _on_activated(self) -> None:
        value = self.box.currentData()  # Qt makes plain text of an `Encoding`
        self.chosen.emit(Encoding(value) if value else None)
