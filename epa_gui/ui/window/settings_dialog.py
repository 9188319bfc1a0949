"""The settings."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from epa_gui.core.jobs.settings import LONGEST_CHECK, SHORTEST_CHECK, Settings
from epa_gui.core.results.results_cache import MOST_KEPT
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.account.accounts_box import AccountsBox
from epa_gui.ui.base import formatting
from epa_gui.ui.base.file_dialogs import folder_dialog
from epa_gui.ui.base.form_dialog import FormDialog

_LANGUAGES = ("system", "en", "ja")


class SettingsDialog(FormDialog):
    """What a person can set."""

    def __init__(self, settings: Settings, keychain: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Settings"))
        self.confirm_button.setText(self.tr("Save settings"))
        self._settings = settings
        self._interval = QSpinBox(minimum=SHORTEST_CHECK, maximum=LONGEST_CHECK, singleStep=10)
        self._interval.setSuffix(self.tr(" seconds"))
        self._interval.setValue(settings.check_seconds)
        self.add_row(self.tr("Check every"), self._interval)
        self.add_hint(self.tr("Older jobs are checked less often, up to every five minutes."))
        self._folder = QLineEdit(settings.default_folder)
        self._folder.setPlaceholderText(self.tr("The system's folder for downloads"))
        choose = QPushButton(self.tr("Choose…"))
        choose.setAccessibleName(self.tr("Choose the folder for results"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._on_choose)
        self.add_row_with_button(self.tr("Folder for results"), self._folder, choose)
        self.add_hint(self.tr("A model that had results saved before uses the folder they went to."))
        self._fetch = QCheckBox(self.tr("Fetch results for looking when a job finishes"))
        self._fetch.setChecked(settings.fetch_results)
        self.form.addRow("", self._fetch)
        limit = formatting.size(MOST_KEPT)
        self.add_hint(
            fill(
                self.tr(
                    "So they open at once, and the notification can say how good the new model is. They are kept in"
                    " this program's own folder, at most {0}; the oldest go first. What you save is not touched."
                ),
                limit,
            )
        )
        self._language = QComboBox()
        names = {
            "system": self.tr("As the system"),
            "en": "English",
            "ja": self.tr("日本語 (menus and texts follow in a later version)"),
        }
        for language in _LANGUAGES:
            self._language.addItem(names[language], language)
        self._language.setCurrentIndex(_LANGUAGES.index(settings.language))
        self.add_row(self.tr("Language"), self._language)
        self.add_hint(self.tr("A new language is used from the next start on."))
        self._notify = QCheckBox(self.tr("Show a notification when a job finishes or fails"))
        self._notify.setChecked(settings.notify)
        self.form.addRow("", self._notify)
        self._renew = QCheckBox(self.tr("Renew keys before they end"))
        self._renew.setChecked(settings.renew_keys)
        self.form.addRow("", self._renew)
        self.add_hint(
            self.tr("Only for accounts whose secret key is kept. Not while a job of the model runs, if it can wait.")
        )
        self.accounts = AccountsBox()
        self.form.addRow(QLabel(self.tr("Accounts:")), self.accounts)
        self._keychain = QLabel(keychain)
        self.form.addRow(QLabel(self.tr("Keychain:")), self._keychain)

    def show_keychain(self, text: str) -> None:
        """Which keychain is in use."""
        self._keychain.setText(text)

    @Slot()
    def _on_choose(self) -> None:
        dialog = folder_dialog(self, self.tr("Folder for results"), Path(self._folder.text()))
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
