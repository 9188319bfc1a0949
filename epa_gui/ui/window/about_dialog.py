"""The About box, and a window for the licences of everything the program ships."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QTextOption
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from epa_gui.core.text.foreign_text import fill
from epa_gui.process.resource_files import resource_folder
from epa_gui.ui.base.hint import Hint
from epa_gui.ui.base.icons import APPLICATION, picture
from epa_gui.ui.base.page import GAP, TITLE, em, give_buttons_room, set_page_margins, sized
from epa_gui.ui.base.speaking import speak

_ICON = 3.4
"""Its size, in heights of the font."""

_COLUMNS = 104
_LINES = 34
_OF_SCREEN = 0.9


class AboutDialog(QDialog):
    """What the program is, which version, and under whose licences."""

    def __init__(self, program: str, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        speak(self, lambda: self.setWindowTitle(self.tr("About EPA Desktop")))
        shown = QLabel(pixmap=picture(APPLICATION, em(self, _ICON)), alignment=Qt.AlignmentFlag.AlignTop)
        shown.setAccessibleName(program)
        name = QLabel(f"{program} {version}", textFormat=Qt.TextFormat.PlainText)
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        name.setFont(sized(name.font(), TITLE))
        purpose, terms = Hint(), Hint()
        speak(self, lambda: purpose.setText(self._purpose_text()))
        speak(self, lambda: terms.setText(self._terms_text()))
        words = QVBoxLayout()
        words.setSpacing(em(self, GAP))
        for label in (name, purpose, terms):
            words.addWidget(label)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(em(self))
        top.addWidget(shown)
        top.addLayout(words, 1)
        layout = QVBoxLayout(self)
        set_page_margins(layout, self)
        layout.setSpacing(em(self, GAP))
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetMinimumSize)
        layout.addLayout(top, 1)
        layout.addWidget(self._buttons())
        give_buttons_room(self)

    def _purpose_text(self) -> str:
        return self.tr("Starts and watches retrainings of Easy Predictive Analytics models, and saves their results.")

    def _terms_text(self) -> str:
        return self.tr(
            "Free software under the MIT License. It uses Qt, under the GNU Lesser General Public License, and the"
            " work of others."
        )

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = box.button(QDialogButtonBox.StandardButton.Close)
        speak(self, lambda: close.setText(self.tr("Close")))
        close.setDefault(True)
        licences = box.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        speak(self, lambda: licences.setText(self.tr("Licenses")))
        licences.setAutoDefault(False)
        licences.clicked.connect(self._on_licences)
        box.rejected.connect(self.reject)
        return box

    @Slot()
    def _on_licences(self) -> None:
        NoticesWindow(self).open()


class NoticesWindow(QDialog):
    """The notices file as it is, to read, to search by eye and to copy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        speak(self, lambda: self.setWindowTitle(self.tr("Licenses")))
        self._text = QPlainTextEdit(readOnly=True)
        speak(self, lambda: self._text.setAccessibleName(self.tr("Licenses")))
        self._text.setUndoRedoEnabled(False)
        self._text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._text.setFont(_fixed_font(self.font()))
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        speak(self, self._say_notices)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        speak(self, lambda: box.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close")))
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        set_page_margins(layout, self)
        layout.setSpacing(em(self, GAP))
        layout.addWidget(self._text)
        layout.addWidget(box)
        give_buttons_room(self)
        self._text.setFocus()
        self.resize(self.sizeHint())

    def _say_notices(self) -> None:
        """The file is in one language; what stands there in place of it is not."""
        notices = self._notices()
        if self._text.toPlainText() != notices:
            self._text.setPlainText(notices)

    def _notices(self) -> str:
        try:
            # In the main thread: it lies where the program itself was loaded from.
            return notices_file().read_text(encoding="utf-8")
        except FileNotFoundError:
            return self.tr(
                "This program runs from its source code. Its license is in its LICENSE file; the packages it uses"
                " contain theirs.\n\nA built program shows all of them in this window: packaging/build.py gathers them."
            )
        except (OSError, UnicodeDecodeError) as error:
            words = self.tr("The file with the licenses cannot be read: {0}\n\n{1}")
            return fill(words, notices_file(), error)

    def sizeHint(self) -> QSize:
        """Wide enough for the longest usual line, and never larger than the screen."""
        metrics = self._text.fontMetrics()
        wanted = QSize(metrics.averageCharWidth() * _COLUMNS, metrics.lineSpacing() * _LINES)
        return wanted.boundedTo(QGuiApplication.primaryScreen().availableSize() * _OF_SCREEN)


def _fixed_font(usual: QFont) -> QFont:
    """The system's font with letters of one width, as large as the usual one: the system does not enlarge it."""
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    if usual.pointSizeF() > 0:
        fixed.setPointSizeF(usual.pointSizeF())
    else:  # it is told in pixels
        fixed.setPixelSize(usual.pixelSize())
    return fixed


def notices_file() -> Path:
    """Where a build puts the notices; absent from source."""
    return resource_folder() / "NOTICES.txt"
