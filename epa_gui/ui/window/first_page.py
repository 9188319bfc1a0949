"""What an empty program shows: what it is for, and three doors."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import (
    QCommandLinkButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from epa_gui.ui.base.icons import icon


class FirstPage(QWidget):
    """The first start.

    Signals:
        practice_requested, model_requested, job_requested: That door was pressed.
    """

    practice_requested = Signal()
    model_requested = Signal()
    job_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doors: list[tuple[QCommandLinkButton, str]] = []
        picture = QLabel()
        picture.setPixmap(icon("epa-desktop").pixmap(48, 48))
        title = QLabel(self.tr("Start retrainings, watch them to their end, and put better models into service"))
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        font.setBold(True)
        title.setFont(font)
        title.setWordWrap(True)
        text = QLabel(
            self.tr(
                "EPA Desktop checks your training data and sends them to Easy Predictive Analytics, asks how your jobs"
                " stand, tells you when they are done, saves the results where you want them, puts the new model into"
                " service when you say so, and keeps everything on record."
            )
        )
        text.setWordWrap(True)
        practice = self._door(
            "check",
            self.tr("Try the practice service"),
            self.tr("See how it works with a simulated service on this computer. No account is needed."),
        )
        practice.clicked.connect(self.practice_requested)
        model = self._door(
            "add-model",
            self.tr("Add a model"),
            self.tr("Enter its name, its region, and the key from the console. Then drop training data on the window."),
        )
        model.clicked.connect(self.model_requested)
        job = self._door(
            "add-job",
            self.tr("Add a job"),
            self.tr("Watch a retraining that was started elsewhere. You need its job ID."),
        )
        job.clicked.connect(self.job_requested)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(2)
        for widget in (picture, title, text, practice, model, job):
            column.addWidget(widget)
        column.addStretch(3)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addLayout(column, 6)
        across.addStretch(1)
        page = QWidget()
        page.setLayout(across)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _door(self, drawing: str, title: str, text: str) -> QCommandLinkButton:
        door = QCommandLinkButton(title, text)
        door.setIcon(icon(drawing))
        door.setIconSize(QSize(24, 24))
        self._doors.append((door, drawing))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        door.setSizePolicy(policy)
        door.setAccessibleName(title)
        door.setAccessibleDescription(text)
        return door

    def changeEvent(self, event: QEvent) -> None:
        """Light became dark, or the other way."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_doors"):
            for door, drawing in self._doors:
                door.setIcon(icon(drawing))
