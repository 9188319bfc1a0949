"""New retraining: which model, which files, what was found in them, and Send."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from epa_gui.core.dataset.encoding import Encoding
from epa_gui.core.dataset.inspection import Inspection, Placed
from epa_gui.core.dataset.roles import Role
from epa_gui.core.jobs.profile import ColumnProfile
from epa_gui.core.text.foreign_text import fill, shown
from epa_gui.ui.base.dropped_files import local_files, takes_files
from epa_gui.ui.base.form_dialog import FormDialog
from epa_gui.ui.base.problem_text import ProblemWords
from epa_gui.ui.retraining.file_field import FileField
from epa_gui.ui.retraining.finding_list import FindingList
from epa_gui.ui.retraining.preview_pane import PreviewPane


class RetrainingDialog(FormDialog):
    """New retraining.

    Signals:
        files_chosen: The files changed (a dict of `Path` by `Role`).
        files_dropped: Files were dropped on the form (their paths, a list of `str`).
        model_chosen: A model's identity.
        target_chosen: The name of the column to predict; empty for "not chosen".
        check_requested, cancel_check_requested: Read again; stop reading.
        repair_requested: A role, a `Repair`, and whether it is wanted in the copy that is sent.
        encoding_chosen: A role, and what that file is to be read as (an `Encoding`), or `None` to have it found out.
        send_requested, cancel_send_requested: Send; give that up before there is a job.
        model_requested: Open Add model.
        painting, painted: A preview is about to be painted, or has been.
    """

    files_chosen = Signal(object)
    files_dropped = Signal(object)
    model_chosen = Signal(str)
    target_chosen = Signal(str)
    check_requested = Signal()
    cancel_check_requested = Signal()
    repair_requested = Signal(object, object, bool)
    encoding_chosen = Signal(object, object)
    send_requested = Signal()
    cancel_send_requested = Signal()
    model_requested = Signal()
    painting = Signal()
    painted = Signal()

    def __init__(self, models: Mapping[str, str], chosen: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("New retraining"))
        self.confirm_button.setText(self.tr("Send"))
        self.setSizeGripEnabled(True)
        self.setAcceptDrops(True)
        self._inspection = Inspection({}, {})
        self._is_sending = False
        self._shown_target: tuple[list[str], str, bool] | None = None
        self._build_fields()
        self._build_body()
        self._build_busy_row()
        for field in self.findChildren(QLineEdit):
            field.setAcceptDrops(False)  # a file dropped there is meant for the form
        self.show_models(models, chosen)
        self._fit_first_size()  # while the preview counts, which is hidden until there are files
        self.show_inspection(self._inspection)

    def _build_fields(self) -> None:
        self._model = QComboBox()
        self._model.activated.connect(self._on_model)
        self._add_model = self._button(self.tr("Add model…"))
        self._add_model.clicked.connect(self.model_requested)
        self.add_row_with_button(self.tr("Model"), self._model, self._add_model)
        self._no_model = self.add_hint(self.tr("A retraining belongs to a model, whose key opens it. Add it first."))
        self._training = FileField(self.tr("Training file"))
        self._evaluation = FileField(self.tr("Evaluation file"), is_optional=True)
        for field, label in (
            (self._training, self.tr("Training file")),
            (self._evaluation, self.tr("Evaluation file")),
        ):
            self.add_row(label, field, field.line)
            field.chosen.connect(self._on_files)
        self._target = QComboBox()
        self._target.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._target.activated.connect(self._on_target)
        self._swap = self._button(self.tr("Swap the files"))
        self._swap.setToolTip(self.tr("Make the evaluation file the training file, and the other way round"))
        self._swap.clicked.connect(self._on_swap)
        self.add_row_with_button(self.tr("Column to predict"), self._target, self._swap)
        self._name = QLineEdit(maxLength=200)
        self._name.setPlaceholderText(self.tr("Optional. The training file's name if left empty"))
        self._note = QLineEdit(maxLength=2000)
        self._note.setPlaceholderText(self.tr("Optional"))
        self._note.setAccessibleName(self.tr("Note"))
        note = QLabel(self.tr("Note:"))
        note.setBuddy(self._note)
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._name, 3)
        line.addWidget(note)
        line.addWidget(self._note, 2)
        self.add_row(self.tr("Name"), both, self._name)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        return button

    def _build_body(self) -> None:
        self._verdict = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        font = self._verdict.font()
        font.setBold(True)
        self._verdict.setFont(font)
        self._check = self._button(self.tr("Check again"))
        self._check.clicked.connect(self.check_requested)
        self._stop_reading = self._button(self.tr("Stop reading"))
        self._stop_reading.clicked.connect(self.cancel_check_requested)
        line = QHBoxLayout()
        line.addWidget(self._verdict, 1)
        line.addWidget(self._stop_reading)
        line.addWidget(self._check)
        self._findings = FindingList()
        self._findings.repair_requested.connect(self.repair_requested)
        self._findings.show_requested.connect(self._on_show)
        self._panes = {
            Role.TRAINING: PreviewPane(self.tr("Training file")),
            Role.EVALUATION: PreviewPane(self.tr("Evaluation file")),
        }
        for pane in self._panes.values():
            pane.painting.connect(self.painting)
            pane.painted.connect(self.painted)
        self._panes[Role.TRAINING].encoding_chosen.connect(self._on_training_encoding)
        self._panes[Role.EVALUATION].encoding_chosen.connect(self._on_evaluation_encoding)
        self._tabs = QTabWidget(documentMode=True)
        self._tabs.tabBar().setAccessibleName(self.tr("Files"))
        self._tabs.addTab(self._panes[Role.TRAINING], self.tr("Training file"))
        self._tabs.addTab(self._panes[Role.EVALUATION], self.tr("Evaluation file"))
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self._findings)
        split.addWidget(self._tabs)
        split.setSizes([210, 260])
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 6, 0, 0)
        column.addLayout(line)
        column.addWidget(split, 1)
        self.set_body(body)

    def _build_busy_row(self) -> None:
        self._busy = QWidget()
        line = QHBoxLayout(self._busy)
        line.setContentsMargins(0, 0, 0, 0)
        self._busy_text = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._busy_bar = QProgressBar(maximum=1000, textVisible=False)
        self._busy_bar.setAccessibleName(self.tr("Sending progress"))
        line.addWidget(self._busy_text)
        line.addWidget(self._busy_bar, 1)
        self.add_below(self._busy)
        self._busy.hide()

    def _fit_first_size(self) -> None:
        wanted = QSize(self.fontMetrics().averageCharWidth() * 130, self.fontMetrics().lineSpacing() * 46)
        # Letters may be small beside the fields around them, as those of Windows are.
        wanted = wanted.expandedTo(QSize(0, self.unscrolled_height()))
        self.resize(wanted.boundedTo(QGuiApplication.primaryScreen().availableSize() * 0.9))

    # What is shown

    def show_models(self, models: Mapping[str, str], chosen: str) -> None:
        """Offer these models."""
        self._model.clear()
        for model, name in models.items():
            self._model.addItem(shown(name), model)
        self._model.setCurrentIndex(max(0, self._model.findData(chosen)))
        self._model.setEnabled(bool(models))
        self.form.setRowVisible(self._no_model, not models)

    def show_files(self, files: Mapping[Role, Path]) -> None:
        """Show which files are chosen."""
        self._training.set_path(files.get(Role.TRAINING))
        self._evaluation.set_path(files.get(Role.EVALUATION))

    def fill(self, name: str, note: str) -> None:
        """Begin with this name and note."""
        self._name.setText(name)
        self._note.setText(note)

    def show_target(self, target: str, *, is_guessed: bool) -> None:
        """Which column is predicted, as far as that is known."""
        columns = [column.name for column in self._training_columns() if column.name]
        names = list(dict.fromkeys([*columns, *([target] if target else [])]))
        self._target.setEnabled(bool(names) and not self._is_sending)
        wanted = (names, target, is_guessed)
        if self._shown_target == wanted:
            return
        self._shown_target = wanted
        self._target.clear()
        self._target.addItem(self.tr("Not chosen"), "")
        for name in names:
            text = fill(self.tr("{0} (read from results)"), name) if is_guessed and name == target else shown(name)
            self._target.addItem(text, name)
        self._target.setCurrentIndex(names.index(target) + 1 if target else 0)

    def _training_columns(self) -> Sequence[ColumnProfile]:
        reading = self._inspection.readings.get(Role.TRAINING)
        return reading.columns if reading else ()

    def show_inspection(self, inspection: Inspection) -> None:
        """Show what is known of the files."""
        self._inspection = inspection
        for role, pane in self._panes.items():
            found = [placed.finding for placed in inspection.findings if placed.role is role and not placed.is_mended]
            reading = inspection.readings.get(role)
            is_reading = role in inspection.files and (reading is None or not reading.is_over)
            pane.show_reading(reading, found, is_reading=is_reading, chosen=inspection.encodings.get(role))
        self._tabs.setVisible(bool(inspection.files))
        self._tabs.setTabVisible(1, Role.EVALUATION in inspection.files)
        in_preview = frozenset(
            placed
            for placed in inspection.findings
            if self._panes[placed.role].model.index_of(placed.finding).isValid()
        )
        self._findings.show_findings(
            inspection.findings,
            has_two_files=len(inspection.files) > 1,
            in_preview=in_preview,
            is_reading=inspection.is_reading,
            empty_text=self._empty_text(inspection),
        )
        self._set_tab_order()
        self._show_verdict(inspection)
        self._verdict.setVisible(bool(inspection.files))
        self._check.setVisible(bool(inspection.files))
        self._check.setEnabled(not inspection.is_reading and not self._is_sending)
        self._stop_reading.setVisible(inspection.is_reading)
        self._swap.setVisible(len(inspection.files) > 1)
        if inspection.can_send:
            self.clear_trouble()

    def _show_verdict(self, inspection: Inspection) -> None:
        """Also aloud, once all is read."""
        text = self._verdict_text(inspection)
        if self._verdict.text() != text:
            self._verdict.setText(text)
            if inspection.files and not inspection.is_reading:
                QAccessible.updateAccessibility(QAccessibleEvent(self._verdict, QAccessible.Event.Alert))

    def _set_tab_order(self) -> None:
        """From top to bottom, though findings come and go."""
        before: QWidget = self._check
        for control in [*self._findings.controls(), self._tabs.tabBar()]:
            self.setTabOrder(before, control)
            before = control

    def _empty_text(self, inspection: Inspection) -> str:
        if not inspection.files:
            return self.tr("Drop a training file here, or choose one above. Add an evaluation file if you have one.")
        if inspection.is_reading:
            return self.tr("Nothing found so far.")
        if not inspection.can_send:
            return self.tr("Nothing found as far as it was read. Check again to read it to its end.")
        return self.tr("Nothing found. Ready to send.")

    def _verdict_text(self, inspection: Inspection) -> str:
        open_ones = [placed.finding for placed in inspection.findings if not placed.is_mended]
        stops = sum(finding.stops for finding in open_ones)
        advice = len(open_ones) - stops
        parts = []
        if inspection.is_reading:
            parts.append(self.tr("Checking…"))
        if stops:
            parts.append(self.tr("%n thing(s) must be mended", "", stops))
        if advice:
            parts.append(self.tr("%n piece(s) of advice", "", advice))
        if not parts:
            parts.append(self.tr("All checks passed") if inspection.can_send else self.tr("Not read to the end"))
        elif inspection.can_send:
            parts.append(self.tr("you may send it all the same"))
        return " · ".join(parts)

    def show_busy(self, text: str, done: int, total: int) -> None:
        """Show how far sending is, before there is a job."""
        self._set_sending(is_sending=True)
        self._busy_text.setText(text)
        self._busy_bar.setMaximum(1000 if total else 0)
        self._busy_bar.setValue(1000 * done // total if total else 0)

    def show_refused(self, words: ProblemWords | None) -> None:
        """Sending ended before there was a job: say why, and let it be tried again."""
        self._set_sending(is_sending=False)
        if words is not None:
            self.say_trouble(words.sentence())

    def _set_sending(self, *, is_sending: bool) -> None:
        if self._is_sending == is_sending:
            return
        self._is_sending = is_sending
        self._busy.setVisible(is_sending)
        self.confirm_button.setEnabled(not is_sending)
        for widget in (self._model, self._add_model, self._training, self._evaluation, self._target, self._swap):
            widget.setEnabled(not is_sending)
        for field in (self._name, self._note):
            field.setReadOnly(is_sending)
        self._check.setEnabled(not is_sending)
        self._findings.setEnabled(not is_sending)
        for pane in self._panes.values():
            pane.allow_choice(is_allowed=not is_sending)
        self.setAcceptDrops(not is_sending)
        self.clear_trouble()

    # What is entered

    def model(self) -> str:
        """The chosen model's identity; empty if there is none."""
        return str(self._model.currentData() or "")

    def name(self) -> str:
        """The job's name."""
        return self._name.text().strip()

    def note(self) -> str:
        """The job's note."""
        return self._note.text().strip()

    def trouble(self) -> tuple[str, QWidget] | None:
        """The first thing that stands against sending."""
        inspection = self._inspection
        if not self.model():
            return self.tr("Add the model first."), self._add_model
        if Role.TRAINING not in inspection.files:
            return self.tr("Choose the training file."), self._training.line
        if inspection.is_reading:
            return self.tr("Wait until the file is checked; nothing is sent that was not shown."), self._stop_reading
        if any(placed.finding.stops and not placed.is_mended for placed in inspection.findings):
            return self.tr("Mend what has a red sign first, then check again."), self._check
        if not inspection.can_send:
            return self.tr("The file was not read to its end. Check again."), self._check
        return None

    def accept(self) -> None:
        """Ask for sending; the form closes when there is a job."""
        for field in (self._training, self._evaluation):
            field.take_typed()
        found = self.trouble()
        if found is not None:
            self.say_trouble(found[0])
            found[1].setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._is_sending:
            self.show_busy(self.tr("Preparing…"), 0, 0)
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

    @Slot()
    def _on_model(self) -> None:
        self.model_chosen.emit(self.model())

    @Slot()
    def _on_files(self) -> None:
        paths = {Role.TRAINING: self._training.path(), Role.EVALUATION: self._evaluation.path()}
        self.files_chosen.emit({role: path for role, path in paths.items() if path is not None})

    @Slot()
    def _on_swap(self) -> None:
        training, evaluation = self._training.path(), self._evaluation.path()
        self._training.set_path(evaluation)
        self._evaluation.set_path(training)
        self._on_files()

    @Slot()
    def _on_target(self) -> None:
        self.target_chosen.emit(str(self._target.currentData() or ""))

    @Slot(object)
    def _on_training_encoding(self, encoding: Encoding | None) -> None:
        self.encoding_chosen.emit(Role.TRAINING, encoding)

    @Slot(object)
    def _on_evaluation_encoding(self, encoding: Encoding | None) -> None:
        self.encoding_chosen.emit(Role.EVALUATION, encoding)

    @Slot(object)
    def _on_show(self, placed: Placed) -> None:
        pane = self._panes[placed.role]
        self._tabs.setCurrentWidget(pane)
        index = pane.model.index_of(placed.finding)
        pane.table.scrollTo(index)
        pane.table.setCurrentIndex(index)
        pane.table.setFocus(Qt.FocusReason.OtherFocusReason)
