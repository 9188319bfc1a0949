"""What an empty program shows: what it is for, how it works, and three doors."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from epa_gui.ui.base.icons import picture
from epa_gui.ui.base.page import HEADLINE, em, set_page_margins
from epa_gui.ui.base.soft_text import SoftText
from epa_gui.ui.base.wrapping_text import Text
from epa_gui.ui.window.door_button import DoorButton
from epa_gui.ui.window.way_in_steps import WayInSteps

_WIDEST = 42
_ICON = 3.4
_BETWEEN_DOORS, _BETWEEN_PARTS = 0.6, 1.6
_LOW, _TIGHT = 23, 29
"""Heights of the font: with less there would be room for one door only, or the last one would be cut off."""


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
        practice = self._practice = DoorButton("check")
        practice.setDefault(True)
        practice.clicked.connect(self.practice_requested)
        model = self._model = DoorButton("add-model")
        model.clicked.connect(self.model_requested)
        job = self._job = DoorButton("add-job")
        job.clicked.connect(self.job_requested)
        doors = QVBoxLayout()
        doors.setSpacing(em(self, _BETWEEN_DOORS))
        for door in (practice, model, job):
            doors.addWidget(door)
        self._drop = SoftText()
        self._drop.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        page = QWidget()
        column = QVBoxLayout(page)
        self._column = column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, _BETWEEN_PARTS))
        column.addLayout(self._head())
        self._steps = WayInSteps()
        column.addWidget(self._steps)
        column.addLayout(doors)
        column.addWidget(self._drop)
        page.setMaximumWidth(em(self, _WIDEST))
        self.setFocusProxy(practice)
        self._put_in_the_middle(page)
        self._say_texts()

    def _say_texts(self) -> None:
        self._title.show_text(self.tr("Keep your prediction models fresh"))
        self._sentence.show_text(
            self.tr(
                "EPA Desktop sends new training data to Easy Predictive Analytics, watches the retraining and tells you"
                " whether the new model is better."
            )
        )
        self._practice.say(
            self.tr("Try it with practice data"),
            self.tr("About 3 min. Simulated: no account is needed, and nothing leaves this computer."),
        )
        self._model.say(
            self.tr("Connect your own model"),
            self.tr("You need your account’s secret key, or the model’s API key. The form shows where to find them."),
        )
        self._job.say(
            self.tr("Follow a retraining that is already running"),
            self.tr("You need its job ID or the file response.json, and the API key of its model."),
        )
        self._drop.show_text(self.tr("You can also drop a training file (CSV) on this window at any time."))

    def _head(self) -> QHBoxLayout:
        self._icon = QLabel()
        self._show_icon()
        self._title = Text(is_bold=True, size=HEADLINE)
        self._sentence = SoftText()
        words = QVBoxLayout()
        words.setSpacing(em(self, 0.25))
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        head = QHBoxLayout()
        head.setSpacing(em(self, 1.0))
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        return head

    def _put_in_the_middle(self, page: QWidget) -> None:
        """Across and a little above; where the window is too small for all of it, it scrolls."""
        outer = _Scrolled()
        upright = QVBoxLayout(outer)
        set_page_margins(upright, self)
        across = QHBoxLayout()
        across.addStretch()
        across.addWidget(page, 1)
        across.addStretch()
        upright.addStretch(2)
        upright.addLayout(across)
        upright.addStretch(3)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(outer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _show_icon(self) -> None:
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        self._icon.setPixmap(picture("epa-desktop", em(self, _ICON), ink, self.devicePixelRatioF()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is low, the doors come before gaps, and then before what is nice to know."""
        super().resizeEvent(event)
        is_low = self.height() < em(self, _LOW)
        self._steps.show_notes(are_shown=not is_low)
        is_tight = self.height() < em(self, _TIGHT)
        self._column.setSpacing(em(self, _BETWEEN_PARTS * (0.4 if is_tight else 1)))

    def changeEvent(self, event: QEvent) -> None:
        """It came to a screen with finer or coarser pixels, or speaks another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_title"):
            self._say_texts()
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._show_icon()


class _Scrolled(QWidget):
    """As high as its texts are at the width there is: a layout alone asks for their height at the least width."""

    def minimumSizeHint(self) -> QSize:
        """Nothing but the width; the scroll area asks for the height by it."""
        return QSize(super().minimumSizeHint().width(), 0)
