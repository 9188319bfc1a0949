"""The About box, and a window for the licences of everything the program ships."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication, QTextOption
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
from epa_gui.ui.base.form_dialog import Hint
from epa_gui.ui.base.icons import application_icon

_ICON = 64
_COLUMNS = 104
_LINES = 34
_OF_SCREEN = 0.9


class AboutDialog(QDialog):
    """What the program is, which version, and under whose licences."""

    def __init__(self, program: str, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About EPA Desktop"))
        picture = QLabel(pixmap=application_icon().pixmap(_ICON, _ICON), alignment=Qt.AlignmentFlag.AlignTop)
        picture.setAccessibleName(program)
        name = QLabel(f"{program} {version}", textFormat=Qt.TextFormat.PlainText)
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        font = name.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.25)
        name.setFont(font)
        purpose = Hint(
            self.tr("Starts and watches retrainings of Easy Predictive Analytics models, and saves their results.")
        )
        terms = Hint(
            self.tr(
                "Free software under the MIT License. It uses Qt, under the GNU Lesser General Public License, and the"
                " work of others."
            )
        )
        words = QVBoxLayout()
        words.setSpacing(words.spacing() * 2)
        for label in (name, purpose, terms):
            words.addWidget(label)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(_ICON // 4)
        top.addWidget(picture)
        top.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetMinimumSize)
        layout.addLayout(top, 1)
        layout.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = box.button(QDialogButtonBox.StandardButton.Close)
        close.setText(self.tr("Close"))
        close.setDefault(True)
        licences = box.addButton(self.tr("Licences…"), QDialogButtonBox.ButtonRole.ActionRole)
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
        self.setWindowTitle(self.tr("Licences"))
        self._text = QPlainTextEdit(readOnly=True)
        self._text.setAccessibleName(self.tr("Licences"))
        self._text.setUndoRedoEnabled(False)
        self._text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setPlainText(self._notices())
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._text)
        layout.addWidget(box)
        self._text.setFocus()
        self.resize(self.sizeHint())

    def _notices(self) -> str:
        try:
            # In the main thread: it lies where the program itself was loaded from.
            return notices_file().read_text(encoding="utf-8")
        except FileNotFoundError:
            return self.tr(
                "This program runs from its source code, so the licences are those in its LICENSE file and in the"
                " packages it uses.\n\nThe double-clickable program carries all of them in this window. They are"
                " gathered when it is built, by packaging/build.py."
            )
        except (OSError, UnicodeDecodeError) as error:
            words = self.tr("The file with the licences cannot be read: {0}\n\n{1}")
            return fill(words, notices_file(), error)

    def sizeHint(self) -> QSize:
        """Wide enough for the longest usual line, and never larger than the screen."""
        metrics = self._text.fontMetrics()
        wanted = QSize(metrics.averageCharWidth() * _COLUMNS, metrics.lineSpacing() * _LINES)
        return wanted.boundedTo(QGuiApplication.primaryScreen().availableSize() * _OF_SCREEN)


def notices_file() -> Path:
    """Where a build puts the notices; absent from source."""
    return resource_folder() / "NOTICES.txt"
