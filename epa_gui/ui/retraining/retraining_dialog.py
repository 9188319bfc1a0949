"""New retraining: which model, which files, what was found in them, and Send."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from epa_gui.core.dataset.inspection import Inspection, Placed
from epa_gui.core.dataset.roles import Role
from epa_gui.ui.base.dropped_files import local_files, takes_files
from epa_gui.ui.base.form_dialog import FormDialog
from epa_gui.ui.base.page import GAP, em, make_primary, set_page_margins
from epa_gui.ui.base.speaking import Words, speak
from epa_gui.ui.retraining.body_split import BodySplit
from epa_gui.ui.retraining.finding_list import FindingList
from epa_gui.ui.retraining.form_state import FormState, form_state
from epa_gui.ui.retraining.model_facts import ModelFacts
from epa_gui.ui.retraining.preview_tabs import PreviewTabs
from epa_gui.ui.retraining.ready_facts import ReadyFacts
from epa_gui.ui.retraining.ready_text import ready_facts
from epa_gui.ui.retraining.retraining_fields import RetrainingFields
from epa_gui.ui.retraining.send_foot import SendFoot
from epa_gui.ui.retraining.sending_bar import SendingBar
from epa_gui.ui.retraining.state_box import StateBox

_FIRST_SIZE = QSize(55, 41)
_LEAST_SIZE = QSize(40, 34)
_NARROW = 34
"""In heights of the font."""

_FIRST_PIXELS = QSize(860, 640)
"""At first it is no smaller: letters may be small beside the fields around them, as those of Windows are."""


class RetrainingDialog(FormDialog):
    """New retraining.

    Signals:
        files_chosen: The files changed (a dict of `Path` by `Role`).
        files_dropped: Files were dropped on the form (their paths, a list of `str`).
        model_chosen: A model's identity.
        target_chosen: The name of the column to predict; empty for "not chosen".
        check_requested, cancel_check_requested: Read again; stop reading.
        repair_requested: A role, a `Repair`, and whether it is wanted in the copy that is sent.
        repair_all_requested: All that can be fixed in the copies is wanted.
        encoding_chosen: A role, and what that file is to be read as (an `Encoding`), or `None` to have it found out.
        send_requested, cancel_send_requested: Send; give that up before there is a job.
        model_requested: Open Add model.
        painting, painted: A preview or the findings are about to be painted, or have been.
    """

    files_chosen = Signal(object)
    files_dropped = Signal(object)
    model_chosen = Signal(str)
    target_chosen = Signal(str)
    check_requested = Signal()
    cancel_check_requested = Signal()
    repair_requested = Signal(object, object, bool)
    repair_all_requested = Signal()
    encoding_chosen = Signal(object, object)
    send_requested = Signal()
    cancel_send_requested = Signal()
    model_requested = Signal()
    painting = Signal()
    painted = Signal()

    def __init__(self, models: Mapping[str, str], chosen: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        speak(self, lambda: self.setWindowTitle(self.tr("New retraining")))
        self.setSizeGripEnabled(True)
        self.setAcceptDrops(True)
        self._inspection = Inspection({}, {})
        self._facts = ModelFacts()
        self._is_sending = False
        self._build_fields()
        self._build_body()
        self._build_foot()
        for field in self.findChildren(QLineEdit):
            field.setAcceptDrops(False)  # a file dropped there is meant for the form
        self.show_models(models, chosen)
        self._fit_first_size()
        self.show_inspection(self._inspection)
        speak(self, self._say_again)

    def _say_again(self) -> None:
        """All that was found and is known, with the same finding chosen and nothing said aloud."""
        self._findings.say_again()
        self._box.say_again(self._inspection)
        self._tabs.say_again(self._inspection)
        self._show_facts()
        self._show_whether_it_can_be_sent()

    def _build_fields(self) -> None:
        self._entered = RetrainingFields(self)
        self._entered.files_chosen.connect(self.files_chosen)
        self._entered.model_chosen.connect(self.model_chosen)
        self._entered.target_chosen.connect(self.target_chosen)
        self._entered.model_requested.connect(self.model_requested)

    def _build_body(self) -> None:
        self._box = StateBox()
        self._box.fix_requested.connect(self.repair_all_requested)
        self._box.check_requested.connect(self.check_requested)
        self._box.stop_requested.connect(self.cancel_check_requested)
        self._ready_facts = ReadyFacts()
        self._tabs = PreviewTabs()
        self._findings = FindingList(self._tabs.is_in_preview)
        self._findings.repair_requested.connect(self.repair_requested)
        self._findings.chosen.connect(self._on_finding)
        self._findings.show_requested.connect(self._on_show)
        self._tabs.encoding_chosen.connect(self.encoding_chosen)
        for part in (self._tabs, self._findings.tree):
            part.painting.connect(self.painting)
            part.painted.connect(self.painted)
        self._split = BodySplit(self._findings, self._tabs)
        self._rest = QWidget()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, em(self, GAP), 0, 0)
        column.setSpacing(em(self, 0.6))
        column.addWidget(self._box)
        column.addWidget(self._ready_facts)
        column.addWidget(self._split, 1)
        column.addWidget(self._rest, 1)
        self.set_body(body)

    def _build_foot(self) -> None:
        self._sending = SendingBar()
        self.add_below(self._sending)
        self._send_foot = SendFoot()
        self._send_foot.overruled.connect(self._show_whether_it_can_be_sent)
        self.set_foot(self._send_foot)
        make_primary(self.confirm_button)
        layout = self.layout()
        if layout is not None:
            set_page_margins(layout, self)

    def _fit_first_size(self) -> None:
        screen = QGuiApplication.primaryScreen().availableSize() * 0.9
        wanted = (_FIRST_SIZE * em(self)).expandedTo(_FIRST_PIXELS)
        wanted = wanted.expandedTo(QSize(0, self.unscrolled_height(wanted.width())))
        self.setMinimumSize((_LEAST_SIZE * em(self)).boundedTo(screen))
        self.resize(wanted.boundedTo(screen))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands side by side goes below each other where there is no room."""
        super().resizeEvent(event)
        self._box.arrange(is_narrow=self.width() < em(self, _NARROW))

    # What is shown

    def show_models(self, models: Mapping[str, str], chosen: str) -> None:
        """Offer these models."""
        self._entered.model.show_models(models, chosen)
        self._show_whether_it_can_be_sent()

    def show_model_facts(self, facts: ModelFacts) -> None:
        """Show what is known of the chosen model."""
        self._facts = facts
        self._show_facts()

    def offer_sample(self, path: Path) -> None:
        """Offer a training file to who has none at hand."""
        self._entered.offer_sample(path)

    def show_files(self, files: Mapping[Role, Path]) -> None:
        """Show which files are chosen."""
        self._entered.show_files(files)

    def fill(self, name: str, note: str) -> None:
        """Begin with this name and note."""
        self._entered.name_and_note.fill(name, note)

    def _show_facts(self) -> None:
        """Only where all is well, as far as it was read: else what was found counts more."""
        inspection = self._inspection
        self._entered.show_known(inspection, self._facts)
        state = form_state(inspection)
        is_well = state is FormState.READY
        if state is FormState.READING:  # their room is kept, so that the preview does not move when all is read
            is_well = not inspection.findings and inspection.readings.keys() == inspection.files.keys()
        self._ready_facts.setVisible(is_well)
        if is_well:
            self._ready_facts.show_facts(ready_facts(inspection, self._facts))

    def show_inspection(self, inspection: Inspection) -> None:
        """Show what is known of the files."""
        self._inspection = inspection
        self._tabs.show_inspection(inspection)
        self._findings.show_findings(inspection)
        self._findings.setVisible(bool(inspection.findings))
        self._split.setVisible(bool(inspection.files))
        self._rest.setVisible(not inspection.files)
        self._box.show_inspection(inspection)
        self._show_facts()
        self._split.share(may_shrink=not inspection.is_reading)
        self._set_tab_order()
        self._show_whether_it_can_be_sent()
        if inspection.can_send():
            self.clear_trouble()

    @Slot()
    def _show_whether_it_can_be_sent(self) -> None:
        reason = self._send_foot.show_inspection(self._inspection, has_model=bool(self.model()))
        reading = self._inspection.readings.get(Role.TRAINING)
        text = self.tr("Send")
        if not reason and reading is not None:
            text = self.tr("Send %Ln row(s)", "", reading.rows)
        self.confirm_button.setText(text)
        self.confirm_button.setEnabled(not reason and not self._is_sending)
        self.confirm_button.setAccessibleDescription(reason)
        self.confirm_button.setToolTip(reason)

    def _set_tab_order(self) -> None:
        """From top to bottom, though findings come and go."""
        controls = [*self._box.controls(), *self._findings.controls(), self._tabs.tabBar()]
        before: QWidget = self._entered.name_and_note.note
        for control in controls:
            self.setTabOrder(before, control)
            before = control

    def show_busy(self, words: Words, done: int, total: int) -> None:
        """Show how far sending is, before there is a job."""
        self._set_sending(is_sending=True)
        self._sending.show_progress(words, done, total)

    def show_refused(self, words: Words | None) -> None:
        """Sending ended before there was a job: say why, and let it be tried again."""
        self._set_sending(is_sending=False)
        if words is not None:
            self.say_trouble(words)

    def _set_sending(self, *, is_sending: bool) -> None:
        if self._is_sending == is_sending:
            return
        self._is_sending = is_sending
        self._sending.setVisible(is_sending)
        self._entered.set_sending(is_sending=is_sending)
        for part in (self._box, self._findings, self._send_foot):
            part.setEnabled(not is_sending)
        self._tabs.allow_choice(is_allowed=not is_sending)
        self.setAcceptDrops(not is_sending)
        self._show_whether_it_can_be_sent()
        self.clear_trouble()

    # What is entered

    def model(self) -> str:
        """The chosen model's identity; empty if there is none."""
        return self._entered.model.chosen()

    def name(self) -> str:
        """The job's name."""
        return self._entered.name_and_note.name.text().strip()

    def note(self) -> str:
        """The job's note."""
        return self._entered.name_and_note.note.text().strip()

    def is_overruled(self) -> bool:
        """Whether a person said that the files are to be sent in spite of what stops them."""
        return self._send_foot.is_overruled()

    def accept(self) -> None:
        """Ask for sending; the form closes when there is a job. A path typed a moment ago is checked first."""
        self._entered.take_typed()
        if self.confirm_button.isEnabled():
            self.show_busy(lambda: self.tr("Preparing…"), 0, 0)
            self.send_requested.emit()

    def reject(self) -> None:
        """Cancel what is being sent, or close."""
        if self._is_sending:
            self.cancel_send_requested.emit()
        else:
            super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped."""
        if not self._is_sending:
            takes_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files."""
        if not self._is_sending and takes_files(event):
            self.files_dropped.emit(local_files(event))

    @Slot(object)
    def _on_finding(self, placed: Placed | None) -> None:
        self._tabs.show_placed(placed)

    @Slot(object)
    def _on_show(self, placed: Placed) -> None:
        self._tabs.take_keyboard(placed)
