"""How a job stands: a picture, one line, one soft sentence, and how far what goes on has come."""

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from epa_gui.core.text.foreign_text import fill
from epa_gui.core.way.standing import Standing
from epa_gui.ui.base import formatting
from epa_gui.ui.base.icons import picture
from epa_gui.ui.base.joining import in_line
from epa_gui.ui.base.page import EMPHASIS, em
from epa_gui.ui.base.quiet_bar import QuietBar
from epa_gui.ui.base.soft_text import SoftText
from epa_gui.ui.base.wrapping_text import Text
from epa_gui.ui.jobs.job_page_view import JobPageView, TransferView
from epa_gui.ui.jobs.page_text import StateWords
from epa_gui.ui.jobs.standing_text import within_sentence

translate = QCoreApplication.translate

_ICON = 2.0
_BAR = 0.5
"""Heights of the font: of the picture and of the bars."""

_PARTS = 1000


class StatePart(QWidget):
    """One job's state. What has not changed is not touched, so that nothing of it is painted again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = ""
        self._picture = QLabel()
        self._picture.setFixedSize(em(self, _ICON), em(self, _ICON))
        self.line = Text(is_bold=True, size=EMPHASIS)
        self.sentence = SoftText()
        self.estimate = QuietBar()
        self.estimate.setFixedHeight(em(self, _BAR))
        self._say_texts()
        self.progress_text = Text()
        self.progress = QProgressBar(maximum=_PARTS, textVisible=False)  # its text stands above it, whole
        self.progress.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.progress.setFixedHeight(em(self, _BAR))
        self._arrange()

    def _say_texts(self) -> None:
        self.estimate.setAccessibleName(self.tr("Training progress, estimated"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language: whoever shows a state shows it again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "estimate"):
            self._say_texts()

    def _arrange(self) -> None:
        """What goes on stands directly below the line: where the page is low, the sentence is scrolled and not that."""
        bar = QVBoxLayout()
        bar.setSpacing(em(self, 0.2))
        bar.addWidget(self.progress_text)
        bar.addWidget(self.progress)
        words = QVBoxLayout()
        words.setSpacing(em(self, 0.25))
        words.addWidget(self.line)
        words.addWidget(self.estimate)
        words.addLayout(bar)
        words.addWidget(self.sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.6))
        row.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_state(self, words: StateWords | None, view: JobPageView) -> None:
        """Show how a job stands; without words, only what goes on."""
        drawing = words.icon if words else ""
        if drawing != self._drawing:
            self._drawing = drawing
            if drawing:
                self._picture.setPixmap(picture(drawing, em(self, _ICON)))
        self._picture.setVisible(bool(drawing))
        for label, text in (
            (self.line, words.line if words else ""),
            (self.sentence, words.sentence if words else ""),
        ):
            label.show_text(text)
            label.setVisible(bool(text))
        is_alone = bool(drawing) and not (words and words.sentence)  # then it stands beside the picture's middle
        beside = Qt.AlignmentFlag.AlignVCenter if is_alone else Qt.AlignmentFlag.AlignTop
        self.line.setAlignment(Qt.AlignmentFlag.AlignLeft | beside)
        self.line.setMinimumHeight(em(self, _ICON) if is_alone else 0)
        share = words.share if words else None
        self.estimate.setVisible(share is not None)
        if share is not None:
            done = int(_PARTS * share)
            if self.estimate.value() != done:
                self.estimate.show_share(done, _PARTS)
        self._show_progress(view)
        self.setVisible(words is not None or not self.progress.isHidden())

    def repaint_icons(self) -> None:
        """Draw the picture in the colours of the day."""
        if self._drawing:
            self._picture.setPixmap(picture(self._drawing, em(self, _ICON)))

    def _show_progress(self, view: JobPageView) -> None:
        transfer = view.transfer
        is_switching = view.standing is Standing.SWITCHING
        self.progress.setVisible(transfer is not None or is_switching)
        self.progress_text.setVisible(transfer is not None or is_switching)
        if is_switching:  # nobody knows how long it takes: something that moves, and what for
            waits = self.tr("Waiting for the keychain…")
            takes = (
                self.tr("Waiting for the prediction API…") if view.is_followed else self.tr("Waiting for the service…")
            )
            text = waits if view.can_cancel_switch else takes
            self._show_bar(self.tr("Switching"), text, 0, 0)
        elif transfer is not None:
            name = self.tr("Upload progress") if transfer.is_upload else self.tr("Download progress")
            if transfer.done is None or not transfer.total:
                waits = self.tr("Waiting for the keychain…") if view.waiting else self.tr("Waiting for the service…")
                text = waits if transfer.done is None else formatting.size(transfer.done)
                self._show_bar(name, _with_what(text, transfer), 0, 0)
            else:
                text = _with_what(_progress_text(transfer.done, transfer), transfer)
                self._show_bar(name, text, transfer.done, transfer.total)

    def _show_bar(self, name: str, text: str, done: int, total: int) -> None:
        """`total` is 0 where there is nothing to count."""
        bar = self.progress
        if bar.accessibleName() != name:
            bar.setAccessibleName(name)
        maximum = _PARTS if total else 0
        if bar.maximum() != maximum:
            bar.setMaximum(maximum)
        if total:
            bar.setValue(min(_PARTS, done * _PARTS // total))
        if bar.accessibleDescription() != text:
            bar.setAccessibleDescription(text)
            self.progress_text.show_text(text)


def _with_what(text: str, transfer: TransferView) -> str:
    """With what it is that comes, where the line above the bar does not say so."""
    if transfer.is_upload:
        return text
    return fill(translate("StatePart", "Saving “{0}”: {1}"), PurePath(transfer.path).name, within_sentence(text))


def _progress_text(done: int, transfer: TransferView) -> str:
    parts = [
        fill(translate("StatePart", "{0} of {1}"), formatting.size(done), formatting.size(transfer.total)),
        formatting.speed(transfer.speed),
    ]
    if transfer.speed > 0:
        left = formatting.duration((transfer.total - done) / transfer.speed)
        parts.append(fill(translate("StatePart", "{0} left"), left))
    return in_line(*parts)
