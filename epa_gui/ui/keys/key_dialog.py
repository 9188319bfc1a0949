"""A form with an API key that is tried before the form closes: a wrong one never gets into the list."""

from PySide6.QtCore import QSize, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QCloseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QProgressBar, QWidget

from epa_gui.ui.base.form_dialog import FormDialog
from epa_gui.ui.base.page import em
from epa_gui.ui.keys.issue_rows import IssueRows
from epa_gui.ui.keys.key_rows import KeyRows
from epa_gui.ui.keys.key_test_text import secret_key_text

_LARGEST_SHARE = 0.9
"""Of the screen; what is higher scrolls."""

_BAR = QSizeF(5.0, 0.6)
"""The size of what moves while it is waited for, in heights of the font."""


class KeyDialog(FormDialog):
    """Its acting button has the key tried, and the form closes by itself when the service has accepted it.

    Attributes:
        is_accepted: Whether the service has accepted the key, once the form is closed.
        untested_text: The button that does what the form does where the key cannot be tried.

    Signals:
        test_requested: Try the key in the form; one of the `show_` methods is the answer.
        test_given_up: Nobody waits for the answer any more.
    """

    test_requested = Signal()
    test_given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the form without its fields."""
        super().__init__("", "", parent)
        self.is_accepted = False
        self.untested_text = ""
        self._is_testing = False
        self._focus_before: QWidget | None = None
        self._waiting = QWidget()
        self._says_wait = QLabel(self.tr("Testing the key…"))
        bar = QProgressBar(maximum=0, textVisible=False)
        bar.setAccessibleName(self._says_wait.text())
        bar.setFixedSize((_BAR * em(self)).toSize())
        line = QHBoxLayout(self._waiting)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(bar)
        line.addWidget(self._says_wait, 1)
        self._waiting.hide()
        self.set_foot(self._waiting)

    def add_key_rows(
        self,
        service_id: int | None = None,
        *,
        has_secret: bool = False,
        offers_keeping: bool = True,
        is_lasting: bool | None,
        tells_place: bool = True,
    ) -> None:
        """Add the rows for the key; all others stand before them, but for hints.

        Args:
            service_id: The service's number for the model, if it is known.
            has_secret: Whether the secret key is in the keychain.
            offers_keeping: Whether it may be kept: not where that of the account is.
            is_lasting: Whether the keychain outlives the session; `None` while that is not known.
            tells_place: Whether to say where in the console the key is found.
        """
        self._key = KeyRows(self, is_lasting=is_lasting, tells_place=tells_place)
        self._key.trouble.act_requested.connect(self._on_untested)
        self.show_keychain = self._key.show_keychain
        self.issue = IssueRows(self, self._key, service_id, has_secret=has_secret, offers_keeping=offers_keeping)

    def end_rows(self) -> None:
        """All rows are there: with large letters they may be higher than the screen, and scroll then."""
        self.set_body(QWidget())
        self.adjustSize()

    def adjustSize(self) -> None:
        """As high as the rows are, as far as the screen allows."""
        if not hasattr(self, "_scroll"):
            return
        layout = self._scrolled.layout()
        if layout is not None:
            layout.activate()  # so that every text knows its width, and with it its height
        self._scroll.updateGeometry()
        wanted = QSize(max(self.sizeHint().width(), self.minimumSizeHint().width()), self.unscrolled_height())
        room = self.screen().availableSize() * _LARGEST_SHARE
        self.resize(wanted.boundedTo(room).expandedTo(QSize(self.width() if self.isVisible() else 0, 0)))

    def api_key(self) -> str:
        """The key in the form."""
        return self._key.field.text()

    def trouble(self) -> tuple[str, QWidget] | None:
        """What to do first about the key."""
        field = self._key.field
        if self.issue.is_secret_key(field.text()):
            return secret_key_text(), field
        wrong = field.trouble()
        return self.issue.trouble() or ((wrong, field) if wrong else None)

    def accept(self) -> None:
        """Have the key tried, unless something is wrong already; one that was issued just now needs no trying."""
        if self._is_testing:
            return
        self.clear_trouble()
        self._key.clear_trouble()
        found = self.trouble()
        if found is not None and found[1] is self._key.field:
            self.show_refused(found[0])
        elif found is not None or self.issue.end_said():
            super().accept()
        else:
            self._begin_test()

    def _begin_test(self) -> None:
        self._is_testing = True
        self._focus_before = QApplication.focusWidget()
        self._scrolled.setEnabled(False)
        self.confirm_button.setEnabled(False)
        self._waiting.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._says_wait, QAccessible.Event.Alert))
        self.test_requested.emit()

    def _end_test(self) -> None:
        self._is_testing = False
        self._waiting.hide()
        self._scrolled.setEnabled(True)
        self.confirm_button.setEnabled(True)
        if self._focus_before is not None:
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._focus_before = None

    def show_accepted(self) -> None:
        """The service knows the key: the form has done its work."""
        self._end_test()
        self.is_accepted = True
        super().accept()

    def show_refused(self, text: str) -> None:
        """The key cannot be used: said below its field, and what was typed stays."""
        self._end_test()
        self._key.show_error(text)
        self._show_key_soon()

    def show_untested(self, text: str) -> None:
        """Nobody knows whether the key can be used: people may go on all the same."""
        self._end_test()
        self._key.show_doubt(text, self.untested_text)
        self._show_key_soon()

    def _show_key_soon(self) -> None:
        QTimer.singleShot(0, self, self._show_key)  # when all rows have their places

    @Slot()
    def _show_key(self) -> None:
        for widget in (self._key.trouble, self._key.field):
            self._scroll.ensureWidgetVisible(widget)

    @Slot()
    def _on_untested(self) -> None:
        super().accept()

    def reject(self) -> None:
        """Wait no longer for the answer; with nothing to wait for, close."""
        if not self._is_testing:
            super().reject()
            return
        self._end_test()
        self.test_given_up.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's own close button closes it in any case."""
        if self._is_testing:
            self.reject()
        super().closeEvent(event)
