"""The settings."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QWidget,
)

from epa_gui.core.jobs.settings import LONGEST_CHECK, SHORTEST_CHECK, Settings
from epa_gui.core.results.results_cache import MOST_KEPT
from epa_gui.core.text.foreign_text import fill
from epa_gui.core.text.language_code import SYSTEM
from epa_gui.process.language import language_name
from epa_gui.process.resource_files import available_languages
from epa_gui.ui.account.accounts_box import AccountsBox
from epa_gui.ui.base import formatting
from epa_gui.ui.base.file_dialogs import folder_dialog
from epa_gui.ui.base.form_dialog import FormDialog
from epa_gui.ui.base.growing import CheckBox, ComboBox, SpinBox
from epa_gui.ui.base.roomy_line import RoomyLine
from epa_gui.ui.base.speaking import Words, speak


class SettingsDialog(FormDialog):
    """What a person can set."""

    def __init__(self, settings: Settings, keychain: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        speak(self, lambda: self.setWindowTitle(self.tr("Settings")))
        speak(self, lambda: self.confirm_button.setText(self.tr("Save settings")))
        self._settings = settings
        self._add_checking()
        self.add_gap()
        self._add_results()
        self.add_gap()
        self._add_keys(keychain)
        self.add_gap()
        self._add_language()
        self.scroll_rows()

    def _add_checking(self) -> None:
        self._interval = SpinBox(minimum=SHORTEST_CHECK, maximum=LONGEST_CHECK, singleStep=10)
        self._interval.setAlignment(Qt.AlignmentFlag.AlignRight)
        speak(self, lambda: self._interval.setSuffix(self.tr(" s", "seconds, after a number")))
        self._interval.setValue(self._settings.check_seconds)
        self.add_row(lambda: self.tr("Check every"), self._interval)
        self.add_hint(
            lambda: self.tr("Older jobs are checked less often: every 5 min, or as set here if that is longer.")
        )
        self._notify = CheckBox()
        speak(self, lambda: self._notify.setText(self.tr("Show a notification when a job finishes or fails")))
        self._notify.setChecked(self._settings.notify)
        self.add_row(lambda: self.tr("Notifications"), self._notify)

    def _add_results(self) -> None:
        self._folder = RoomyLine(self._settings.default_folder)
        speak(self, lambda: self._folder.setPlaceholderText(self.tr("The system’s folder for downloads")))
        choose = QPushButton()
        speak(self, lambda: choose.setText(self.tr("Choose…")))
        speak(self, lambda: choose.setAccessibleName(self.tr("Choose the folder for results")))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._on_choose)
        self.add_row_with_button(lambda: self.tr("Folder for results"), self._folder, choose)
        self.add_hint(lambda: self.tr("A model whose results were saved before keeps its own folder."))
        self._fetch = CheckBox()
        speak(self, lambda: self._fetch.setText(self.tr("Download the results for viewing when a job finishes")))
        self._fetch.setChecked(self._settings.fetch_results)
        self.form.addRow("", self._fetch)
        self.add_hint(self._fetch_text)

    def _fetch_text(self) -> str:
        text = self.tr(
            "They then open at once, and the notification can say how good the new model is. They are kept in this"
            " program’s own folder, at most {0}; the oldest are deleted first. What you save is not touched."
        )
        return fill(text, formatting.size(MOST_KEPT))

    def _add_keys(self, keychain: Words) -> None:
        self.accounts = AccountsBox()
        self.add_fact(lambda: self.tr("Accounts"), self.accounts)
        self._renew = CheckBox()
        speak(self, lambda: self._renew.setText(self.tr("Renew keys before they expire")))
        self._renew.setChecked(self._settings.renew_keys)
        self.add_row(lambda: self.tr("Keys"), self._renew)
        self.add_hint(
            lambda: self.tr(
                "Only for accounts whose secret key is kept. While a job of the model runs, the key is renewed later if"
                " possible."
            )
        )
        self._keychain = QLabel()
        self._keychain_words = keychain
        speak(self, lambda: self._keychain.setText(self._keychain_words()))
        self.add_fact(lambda: self.tr("Keychain"), self._keychain)

    def _add_language(self) -> None:
        self._language = ComboBox()
        self._language.addItem("", SYSTEM)
        speak(self, lambda: self._language.setItemText(0, self.tr("Same as the system")))
        for language in available_languages():
            self._language.addItem(language_name(language), language)
        self._language.setCurrentIndex(max(0, self._language.findData(self._settings.language)))
        self.add_row(lambda: self.tr("Language"), self._language)

    def follow_language(self, choice: str) -> None:
        """Another language is spoken by now; one that was chosen here and is not saved yet stays chosen."""
        if self._language.currentData() == self._settings.language:
            self._language.setCurrentIndex(max(0, self._language.findData(choice)))
        self._settings = replace(self._settings, language=choice)

    def show_keychain(self, words: Words) -> None:
        """Which keychain is in use."""
        self._keychain_words = words
        self._keychain.setText(words())

    @Slot()
    def _on_choose(self) -> None:
        dialog = folder_dialog(self, lambda: self.tr("Folder for results"), Path(self._folder.text()))
        dialog.fileSelected.connect(self._folder.setText)
        dialog.open()

    def settings(self) -> Settings:
        """The settings as they were left."""
        return replace(
            self._settings,
            check_seconds=self._interval.value(),
            default_folder=self._folder.text().strip(),
            fetch_results=self._fetch.isChecked(),
            language=self._language.currentData(),
            notify=self._notify.isChecked(),
            renew_keys=self._renew.isChecked(),
        )
