"""A form with an API key that is tried before the form closes: a wrong one never gets into the list."""

from PySide6.QtCore import QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QProgressBar, QWidget

from epa_gui.ui.base.announcing import announce
from epa_gui.ui.base.form_dialog import FormDialog, Trouble
from epa_gui.ui.base.page import em
from epa_gui.ui.base.speaking import Words, speak
from epa_gui.ui.keys.issue_rows import IssueRows
from epa_gui.ui.keys.key_rows import KeyRows
from epa_gui.ui.keys.key_test_text import secret_key_text

"""Of the screen; what is higher scrolls."""

_BAR = QSizeF(5.0, 0.6)
"""The size of what moves while it is waited for, in heights of the font."""


class KeyDialog(FormDialog):
    """Its acting button has the key tried, and the form closes by itself when the service has accepted it.

    Attributes:
        is_accepted: Whether the service has accepted the key, once the form is closed.
        untested_words: The button that does what the form does where the key cannot be tried.

    Signals:
        test_requested: Try the key in the form; one of the `show_` methods is the answer.
        test_given_up: Nobody waits for the answer any more.
    """

    test_requested = Signal()
    test_given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the form without its fields."""
        super().__init__(parent)
        self.is_accepted = False
        self.untested_words: Words = str
        self._is_testing = False
        self._focus_before: QWidget | None = None
        self._waiting = QWidget()
        self._says_wait = QLabel()
        speak(self, lambda: self._says_wait.setText(self.tr("Testing the key…")))
        bar = QProgressBar(maximum=0, textVisible=False)
        speak(self, lambda: bar.setAccessibleName(self.tr("Testing the key…")))
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
        is_new: bool = False,
    ) -> None:
        """Add the rows for the key; all others stand before them, but for hints.

        Args:
            service_id: The service's number for the model, if it is known.
            has_secret: Whether the secret key is in the keychain.
            offers_keeping: Whether it may be kept: not where that of the account is.
            is_lasting: Whether the keychain outlives the session; `None` while that is not known.
            tells_place: Whether to say where in the console the key is found.
            is_new: Whether the form tells of another key, whose place it takes.
        """
        self._key = KeyRows(self, is_lasting=is_lasting, tells_place=tells_place, is_new=is_new)
        self._key.trouble.act_requested.connect(self._on_untested)
        self.show_keychain = self._key.show_keychain
        self.issue = IssueRows(self, self._key, service_id, has_secret=has_secret, offers_keeping=offers_keeping)

    def end_rows(self) -> None:
        """All rows are there."""
        self.scroll_rows()

    def api_key(self) -> str:
        """The key in the form."""
        return self._key.field.text()

    def trouble(self) -> Trouble | None:
        """What to do first about the key."""
        field = self._key.field
        if self.issue.is_secret_key(field.text()):
            return secret_key_text, field
        return self.issue.trouble() or ((field.trouble, field) if field.trouble() else None)

    def accept(self) -> None:
        """Have the key tried, unless something is wrong already; one that was issued just now needs no trying."""
        if self._is_testing:
            return
        self.clear_trouble()
        self._key.trouble.clear()
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
        announce(self._says_wait)
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

    def show_refused(self, words: Words) -> None:
        """The key cannot be used: said below its field, and what was typed stays."""
        self._end_test()
        self._key.show_error(words)
        self._show_key_soon()

    def show_untested(self, words: Words) -> None:
        """Nobody knows whether the key can be used: people may go on all the same."""
        self._end_test()
        self._key.show_doubt(words, self.untested_words)
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
