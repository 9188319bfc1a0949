"""Everything that can be chosen from the menus and the toolbar, by name, with its keys."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QWidget

from epa_gui.core.text.foreign_text import shown
from epa_gui.ui.base.icons import icon
from epa_gui.ui.base.show import Show

Keys = QKeySequence.StandardKey


class Actions(QObject):
    """The main window's actions. Menu roles are set by hand: Qt's guess from the text fails in Japanese."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._icons: dict[str, QAction] = {}
        self.new_retraining = self._action(self.tr("New retraining…"), Keys.New, "retrain")
        self.add_model = self._action(self.tr("Add model…"), "Ctrl+Shift+N", "add-model")
        self.connect_account = self._action(self.tr("Connect account…"))
        self.add_job = self._action(self.tr("Add job…"), "Ctrl+J", "add-job")
        self.check_now = self._action(self.tr("Check now"), "F5", "check")
        self.check_all = self._action(self.tr("Check all now"), "Shift+F5")
        self.save_results = self._action(self.tr("Save results…"), Keys.Save, "save")
        self.open_results = self._action(self.tr("Open results"), "Ctrl+O")
        self.compare_jobs = self._action(self.tr("Compare"), "Ctrl+Shift+D")
        self.switch_model = self._action(self.tr("Switch model…"), "Ctrl+Shift+M", "switch")
        self.keep_live = self._action(self.tr("Keep the live model"))
        self.send_again = self._action(self.tr("Send again…"))
        self.show_folder = self._action(self.tr("Show in folder"), "Ctrl+Shift+O")
        self.remove = self._action(self.tr("Remove"), Keys.Delete, "remove")
        self.undo = self._action(self.tr("Undo"), Keys.Undo)
        self.edit_job = self._action(self.tr("Edit job…"), "F2")
        self.copy_id = self._action(self.tr("Copy job ID"), "Ctrl+Shift+C")
        self.copy_curl = self._action(self.tr("Copy as curl"))
        self.history = self._action(self.tr("History"), "Ctrl+Shift+H")
        self.shows = self._show_actions()
        self.find = self._action(self.tr("Find"), Keys.Find)
        self.settings = self._action(self.tr("Settings…"), "Ctrl+,", "settings")
        self.settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        self.quit = self._action(self.tr("Quit"), "Ctrl+Q")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.model_name = self._action(self.tr("No model chosen"))
        self.model_name.setEnabled(False)
        self.change_key = self._action(self.tr("Change key…"))
        self.issue_key = self._action(self.tr("Issue a new key"))
        self.rename_model = self._action(self.tr("Rename model…"))
        self.prediction_check = self._action(self.tr("Prediction check…"))
        self.remove_model = self._action(self.tr("Remove model"))
        self.practice = self._action(self.tr("Practice service"))
        self.check_for_updates = self._action(self.tr("Check for updates"))
        self.check_for_updates.setVisible(False)  # until it is known where to ask
        self.about = self._action(self.tr("About EPA Desktop"))
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.show_log = self._action(self.tr("Show log folder"))
        for action in (*self.for_jobs(), self.check_all, self.undo, *self.for_a_model()):
            action.setEnabled(False)  # until there is something it can be done with

    def _action(self, text: str, keys: QKeySequence.StandardKey | str | None = None, drawing: str = "") -> QAction:
        action = QAction(text, self)
        action.setIconText(text)  # Qt's own guess leaves the ellipsis off
        action.setMenuRole(QAction.MenuRole.NoRole)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        if drawing:
            self._icons[drawing] = action
            action.setIcon(icon(drawing))
        return action

    def _show_actions(self) -> dict[Show, QAction]:
        """Which jobs to show: one of them is chosen."""
        group = QActionGroup(self)
        texts = {
            Show.ALL: self.tr("All jobs"),
            Show.IN_PROGRESS: self.tr("In progress"),
            Show.FINISHED: self.tr("Finished"),
            Show.ATTENTION: self.tr("Needs attention"),
        }
        actions = {}
        for place, (show, text) in enumerate(texts.items(), 1):
            action = actions[show] = self._action(text, f"Ctrl+{place}")
            action.setCheckable(True)
            group.addAction(action)
        actions[Show.ALL].setChecked(True)
        return actions

    def answered_by_session(self) -> list[QAction]:
        """All that the window does not do by itself."""
        own = (self.find, self.quit, *self.shows.values())
        return [
            action
            for action in self.children()
            if isinstance(action, QAction) and action not in own and not action.isSeparator()
        ]

    def repaint_icons(self) -> None:
        """Draw the icons in the colours of the day."""
        for drawing, action in self._icons.items():
            action.setIcon(icon(drawing))

    def name_model(self, name: str) -> None:
        """Say above the actions on a model which one they are about."""
        self.model_name.setText(shown(name).replace("&", "&&") or self.tr("No model chosen"))

    def fill_tool_bar(self, bar: QToolBar) -> None:
        """The actions people need daily."""
        bar.addActions([self.new_retraining, self.add_job])
        bar.addSeparator()
        bar.addAction(self.check_now)

    def fill_menus(self, bar: QMenuBar, columns: QMenu) -> None:
        """All actions."""
        file = bar.addMenu(self.tr("&File"))
        file.addActions([self.new_retraining, self.add_job, self.add_model, self.connect_account])
        file.addSeparator()
        file.addAction(self.save_results)
        file.addSeparator()
        file.addActions([self.settings, self.quit])
        edit = bar.addMenu(self.tr("&Edit"))
        edit.addAction(self.undo)
        edit.addSeparator()
        edit.addActions([self.edit_job, self.copy_id, self.copy_curl, self.remove])
        edit.addSeparator()
        edit.addAction(self.find)
        check = bar.addMenu(self.tr("&Jobs"))
        check.addActions([self.check_now, self.check_all])
        check.addSeparator()
        check.addActions([self.open_results, self.show_folder, self.compare_jobs])
        check.addSeparator()
        check.addActions([self.switch_model, self.keep_live, self.send_again])
        model = bar.addMenu(self.tr("&Model"))
        self.fill_model_menu(model)
        view = bar.addMenu(self.tr("&View"))
        view.addMenu(self._menu_of_shows(view))
        columns.setTitle(self.tr("&Columns"))
        view.addMenu(columns)
        view.addSeparator()
        view.addAction(self.history)
        more = bar.addMenu(self.tr("&Help"))
        more.addActions([self.practice, self.show_log, self.check_for_updates])
        more.addSeparator()
        more.addAction(self.about)

    def _menu_of_shows(self, parent: QMenu) -> QMenu:
        menu = QMenu(self.tr("&Show"), parent)
        menu.addActions(list(self.shows.values()))
        return menu

    def fill_model_menu(self, menu: QMenu) -> None:
        """What can be done with a model."""
        menu.addAction(self.model_name)
        menu.addSeparator()
        *kept, remove = self.for_a_model()
        menu.addActions(kept)
        menu.addSeparator()
        menu.addAction(remove)

    def for_a_model(self) -> list[QAction]:
        """What can be done with the chosen model; the last takes it out."""
        return [self.change_key, self.issue_key, self.prediction_check, self.rename_model, self.remove_model]

    def for_jobs(self) -> list[QAction]:
        """What can be done with selected jobs."""
        return [action for group in self._groups_for_jobs() for action in group]

    def menu_of_jobs(self) -> list[QAction]:
        """The same for the table's own menu: what is alike together, and what takes away apart from all else."""
        first, *others = self._groups_for_jobs()
        menu = list(first)
        for group in others:
            line = QAction(self)
            line.setSeparator(True)
            menu += [line, *group]
        return menu

    def _groups_for_jobs(self) -> list[list[QAction]]:
        return [
            [self.open_results, self.compare_jobs, self.switch_model, self.keep_live],
            [self.check_now, self.save_results, self.show_folder, self.send_again],
            [self.edit_job, self.copy_id, self.copy_curl],
            [self.remove],
        ]

    def for_one_job(self) -> list[QAction]:
        """What the page of a job offers besides its buttons."""
        return [
            self.edit_job,
            self.copy_id,
            self.copy_curl,
            self.show_folder,
            self.save_results,
            self.send_again,
            self.remove,
        ]
