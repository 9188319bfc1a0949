"""Check for updates: is asking, is answered, or is in trouble. It opens a web page at most, and installs nothing."""

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from epa_gui.core.jobs.problem import Problem, Remedy
from epa_gui.core.jobs.version import Release, is_newer
from epa_gui.core.text.foreign_text import fill, shown_lines
from epa_gui.ui.base.announcing import announce
from epa_gui.ui.base.joining import as_label
from epa_gui.ui.base.page import GAP, em, give_buttons_room, make_plain, make_primary, set_page_margins
from epa_gui.ui.base.problem_box import ProblemBox
from epa_gui.ui.base.speaking import speak
from epa_gui.ui.base.wrapping_text import Text
from epa_gui.ui.updates.update_text import update_problem_words, version_text

_WIDTH = 34
"""In heights of the font."""

_LEAST_LINES, _MOST_LINES = 4, 14
"""Of what changed, that are seen at first."""


class UpdateDialog(QDialog):
    """What is known of the newest version.

    Signals:
        check_requested: Ask again.
    """

    check_requested = Signal()

    def __init__(self, own_version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        speak(self, lambda: self.setWindowTitle(self.tr("Check for updates")))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._own_version = own_version
        self._page = ""
        self._release: Release | None = None
        self._known_problem: Problem | None = None
        self._headline = Text(is_bold=True, size=1.2)
        self._progress = QProgressBar(minimum=0, maximum=0)
        speak(self, lambda: self._progress.setAccessibleName(self.tr("Checking for updates")))
        self._own = _fact(own_version)
        self._newest = _fact()
        self._address = _fact()
        speak(self, lambda: self._own.setAccessibleName(self.tr("Your version")))
        speak(self, lambda: self._newest.setAccessibleName(self.tr("Newest version")))
        speak(self, lambda: self._address.setAccessibleName(self.tr("Download page")))
        self._form = QFormLayout(fieldGrowthPolicy=QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in (self._own, self._newest, self._address):
            self._form.addRow(QLabel(), field)
        speak(self, self._say_labels)
        self._notes = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        speak(self, lambda: self._notes.setAccessibleName(self.tr("What changed")))
        self._notes.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        self._heading = QLabel()
        speak(self, lambda: self._heading.setText(as_label(self._notes.accessibleName())))
        self._heading.setBuddy(self._notes)
        self._hint = Text()
        self._problem = ProblemBox()
        self._problem.remedy_requested.connect(self.check_requested)
        self._open_page = QPushButton()
        speak(self, lambda: self._open_page.setText(self.tr("Open download page")))
        self._open_page.clicked.connect(self._on_open_page)
        self._close = QPushButton()
        self._arrange()
        self.show_asking()
        speak(self, self._say)
        give_buttons_room(self)

    def _say_labels(self) -> None:
        for field in (self._own, self._newest, self._address):
            label = self._form.labelForField(field)
            if isinstance(label, QLabel):
                label.setText(as_label(field.accessibleName()))

    def _arrange(self) -> None:
        buttons = QDialogButtonBox()
        buttons.addButton(self._open_page, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self._close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        self._layout = layout = QVBoxLayout(self)
        set_page_margins(layout, self)
        layout.setSpacing(em(self, GAP))
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        for widget in (self._headline, self._progress, self._problem):
            layout.addWidget(widget)
        layout.addLayout(self._form)
        layout.addWidget(self._heading)
        layout.addWidget(self._notes, 1)
        layout.addWidget(self._hint)
        layout.addStretch()
        layout.addWidget(buttons)

    def show_asking(self) -> None:
        """It is not known yet."""
        self._release = self._known_problem = None
        self._show()

    def show_release(self, release: Release) -> None:
        """This is the newest one.

        Raises:
            ValueError: One of the two versions is none.
        """
        is_news = is_newer(release.version, self._own_version)
        self._release, self._known_problem = release, None
        self._page = release.page if is_news else ""
        self._address.setText(self._page)
        self._address.setCursorPosition(0)
        self._notes.setPlainText(shown_lines(release.notes) if is_news else "")
        self._show()
        if self._page:
            self._open_page.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, problem: Problem) -> None:
        """It cannot be known now."""
        self._release, self._known_problem = None, problem
        self._show()

    def _headline_text(self) -> str:
        if self._known_problem is not None:
            return self.tr("Could not check for updates")
        if self._release is None:
            return self.tr("Checking for updates…")
        if is_newer(self._release.version, self._own_version):
            return self.tr("A newer version of EPA Desktop is available")
        return self.tr("You have the newest version")

    def _hint_text(self) -> str:
        if self._release is None or not is_newer(self._release.version, self._own_version):
            return ""
        if not self._release.page:
            return self.tr("Get it where you got this version, or ask your administrator.")
        return self.tr("EPA Desktop does not download or install anything by itself.")

    def _said(self) -> str:
        problem = self._known_problem
        return update_problem_words(problem).sentence() if problem else self._hint_text()

    def _say(self) -> None:
        """What is known, in the language of now."""
        headline, hint, problem, said = self._headline_text(), self._hint_text(), self._known_problem, self._said()
        self._headline.show_text(headline)
        self._hint.show_text(hint)
        self._hint.setVisible(bool(hint))
        self._newest.setText(version_text(self._release) if self._release is not None else "")
        is_asking = self._release is None and problem is None
        self._close.setText(self.tr("Cancel") if is_asking else self.tr("Close"))
        self._problem.show_problem(
            problem, Remedy.CHECK_AGAIN, words=update_problem_words(problem) if problem else None
        )
        self.setAccessibleDescription(fill(self.tr("{0}. {1}"), headline, said) if said else headline)

    def _show(self) -> None:
        is_known = self._release is not None
        offers_page = is_known and bool(self._page)
        (make_primary if offers_page else make_plain)(self._open_page)
        self._say()
        is_asking = not is_known and self._known_problem is None
        self._progress.setVisible(is_asking)
        self._form.setRowVisible(self._newest, is_known)
        self._form.setRowVisible(self._address, offers_page)
        has_notes = is_known and bool(self._notes.toPlainText())
        self._heading.setVisible(has_notes)
        self._notes.setVisible(has_notes)
        self._open_page.setVisible(offers_page)
        self._fit(is_new=True)
        if self.isVisible():
            announce(self, f"{self._headline_text()} {self._said()}")

    def _fit(self, *, is_new: bool) -> None:
        """As high as what it shows, within the screen; larger if a person made it so.

        The layout would ask for the height of texts wrapped after every word: that is their least size.
        """
        room = QGuiApplication.primaryScreen().availableSize() * 0.9
        width = min(em(self, _WIDTH), room.width())
        self._layout.activate()
        has_notes = not self._notes.isHidden()
        least = self._layout.minimumHeightForWidth(width)
        lines = min(self._notes.blockCount(), _MOST_LINES) - _LEAST_LINES if has_notes else 0
        wanted = least + max(0, lines) * self.fontMetrics().lineSpacing()
        self.setMinimumSize(QSize(width, least).boundedTo(room))
        if is_new or not has_notes:
            self.resize(QSize(width, wanted).boundedTo(room))

    def event(self, event: QEvent) -> bool:
        """Details were opened or closed, or texts are larger now."""
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit(is_new=False)
        return is_done

    @Slot()
    def _on_open_page(self) -> None:
        QDesktopServices.openUrl(QUrl(self._page, QUrl.ParsingMode.StrictMode))


def _fact(text: str = "") -> QLineEdit:
    """A line that can be selected and copied, by keyboard too."""
    field = QLineEdit(text, readOnly=True, frame=False)
    palette = QPalette()  # only what is set in it is held; the texts' colours go on following the desktop's
    palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
    field.setPalette(palette)
    return field
