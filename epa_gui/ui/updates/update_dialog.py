"""Check for updates: is asking, is answered, or is in trouble. It opens a web page at most, and installs nothing."""

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QDesktopServices, QGuiApplication, QPalette
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
from epa_gui.ui.base.problem_box import ProblemBox
from epa_gui.ui.base.wrapping_text import Text
from epa_gui.ui.updates.update_text import update_problem_words, version_text


class UpdateDialog(QDialog):
    """What is known of the newest version.

    Signals:
        check_requested: Ask again.
    """

    check_requested = Signal()

    def __init__(self, own_version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Check for updates"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._own_version = own_version
        self._page = ""
        self._headline = Text(is_bold=True, size=1.2)
        self._progress = QProgressBar(minimum=0, maximum=0)
        self._progress.setAccessibleName(self.tr("Looking for a newer version"))
        self._own = _fact(self.tr("Your version"), own_version)
        self._newest = _fact(self.tr("Newest version"))
        self._address = _fact(self.tr("Where to get it"))
        self._form = QFormLayout(fieldGrowthPolicy=QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in (self._own, self._newest, self._address):
            self._form.addRow(fill(self.tr("{0}:"), field.accessibleName()), field)
        self._notes = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self._notes.setAccessibleName(self.tr("What changed"))
        self._notes.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        self._heading = QLabel(fill(self.tr("{0}:"), self._notes.accessibleName()))
        self._heading.setBuddy(self._notes)
        self._hint = Text()
        self._problem = ProblemBox()
        self._problem.remedy_requested.connect(self.check_requested)
        self._open_page = QPushButton(self.tr("Open download page"))
        self._open_page.clicked.connect(self._on_open_page)
        self._close = QPushButton()
        self._arrange()
        self.show_asking()

    def _arrange(self) -> None:
        buttons = QDialogButtonBox()
        buttons.addButton(self._open_page, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self._close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        self._layout = layout = QVBoxLayout(self)
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
        self._show(self.tr("Looking for a newer version…"), is_asking=True)

    def show_release(self, release: Release) -> None:
        """This is the newest one.

        Raises:
            ValueError: One of the two versions is none.
        """
        is_news = is_newer(release.version, self._own_version)
        hint = ""
        if is_news and not release.page:
            hint = self.tr("Get it where you got this one, or ask whoever looks after this program.")
        elif is_news:
            hint = self.tr("Nothing is downloaded or installed by itself.")
        self._page = release.page if is_news else ""
        self._newest.setText(version_text(release))
        self._address.setText(self._page)
        self._address.setCursorPosition(0)
        self._notes.setPlainText(shown_lines(release.notes) if is_news else "")
        headline = (
            self.tr("There is a newer version of EPA Desktop.") if is_news else self.tr("You have the newest version.")
        )
        self._show(headline, hint, is_known=True)
        if self._page:
            self._open_page.setDefault(True)
            self._open_page.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, problem: Problem) -> None:
        """It cannot be known now."""
        self._show(self.tr("The check for updates did not succeed."), problem=problem)

    def _show(
        self,
        headline: str,
        hint: str = "",
        *,
        is_asking: bool = False,
        is_known: bool = False,
        problem: Problem | None = None,
    ) -> None:
        self._headline.show_text(headline)
        self._hint.show_text(hint)
        self._hint.setVisible(bool(hint))
        self._progress.setVisible(is_asking)
        self._form.setRowVisible(self._newest, is_known)
        self._form.setRowVisible(self._address, is_known and bool(self._page))
        has_notes = is_known and bool(self._notes.toPlainText())
        self._heading.setVisible(has_notes)
        self._notes.setVisible(has_notes)
        self._open_page.setVisible(is_known and bool(self._page))
        self._close.setText(self.tr("Cancel") if is_asking else self.tr("Close"))
        self._problem.show_problem(
            problem, Remedy.CHECK_AGAIN, words=update_problem_words(problem) if problem else None
        )
        said = update_problem_words(problem).sentence() if problem else hint
        self.setAccessibleDescription(f"{headline} {said}".strip())
        self._fit(is_new=True)
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleEvent(self._headline, QAccessible.Event.Alert))

    def _fit(self, *, is_new: bool) -> None:
        """As high as what it shows, within the screen; larger if a person made it so.

        The layout would ask for the height of texts wrapped after every word: that is their least size.
        """
        room = QGuiApplication.primaryScreen().availableSize() * 0.9
        width = min(self.fontMetrics().averageCharWidth() * 78, room.width())
        self._layout.activate()
        has_notes = not self._notes.isHidden()
        least = self._layout.minimumHeightForWidth(width)
        wanted = max(least, self._layout.sizeHint().height()) if has_notes else least
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


def _fact(name: str, text: str = "") -> QLineEdit:
    """A line that can be selected and copied, by keyboard too."""
    field = QLineEdit(text, readOnly=True, frame=False)
    field.setAccessibleName(name)
    palette = QPalette()  # only what is set in it is held; the texts' colours go on following the desktop's
    palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
    field.setPalette(palette)
    return field
