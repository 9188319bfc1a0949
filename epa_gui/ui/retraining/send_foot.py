"""The foot of the form: why the files cannot be sent now, or what sending leaves as it is; and sending in spite."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from epa_gui.core.dataset.inspection import Inspection, Placed
from epa_gui.ui.base.growing import CheckBox
from epa_gui.ui.base.page import GAP, em
from epa_gui.ui.base.soft_text import SoftText
from epa_gui.ui.retraining.form_state import in_spite_text, unsent_reason


class SendFoot(QWidget):
    """A soft sentence, and a box to tick where a person may overrule what stops the files.

    Signals:
        overruled: A person said that the files are to be sent in spite of what stops them, or took that back.
    """

    overruled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stops: frozenset[Placed] = frozenset()
        self._text = SoftText()
        self._in_spite = CheckBox()
        self._in_spite.toggled.connect(self._on_toggled)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(em(self, GAP))
        line.addWidget(self._text, 1)
        line.addWidget(self._in_spite)

    def controls(self) -> list[QWidget]:
        """What Tab comes to, in order."""
        return [self._in_spite]

    def is_overruled(self) -> bool:
        """Whether a person said that the files are to be sent in spite of what stops them."""
        return self._in_spite.isChecked() and not self._in_spite.isHidden()

    def show_inspection(self, inspection: Inspection, *, has_model: bool) -> str:
        """Show how it stands; why the files cannot be sent now, or empty.

        What was overruled is what was seen then: as soon as anything else stops the files, it has to be said again.
        """
        stops = frozenset(inspection.stops()) if inspection.can_be_overruled else frozenset()
        if stops != self._stops:
            self._stops = stops
            with QSignalBlocker(self._in_spite):  # nobody did it
                self._in_spite.setChecked(False)
        self._in_spite.setText(in_spite_text(inspection))
        self._in_spite.setVisible(bool(stops))
        reason = unsent_reason(inspection, has_model=has_model, in_spite=self.is_overruled())
        self._text.show_text(
            reason or self.tr("The model learns only from these rows. The live model does not change until you switch.")
        )
        return reason

    @Slot()
    def _on_toggled(self) -> None:
        self.overruled.emit()
