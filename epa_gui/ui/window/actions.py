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
        self._model = ""
        self.new_retraining = self._action(Keys.New, "retrain")
        self.add_model = self._action("Ctrl+Shift+N", "add-model")
        self.connect_account = self._action()
        self.add_job = self._action("Ctrl+J", "add-job")
        self.check_now = self._action("F5", "check")
        self.check_all = self._action("Shift+F5")
        self.save_results = self._action(Keys.Save, "save")
        self.open_results = self._action("Ctrl+O")
        self.compare_jobs = self._action("Ctrl+Shift+D")
        self.switch_model = self._action("Ctrl+Shift+M", "switch")
        self.keep_live = self._action("Ctrl+Shift+K")
        self.send_again = self._action()
        self.show_folder = self._action("Ctrl+Shift+O")
        self.remove = self._action(Keys.Delete, "remove")
        self.undo = self._action(Keys.Undo)
        self.edit_job = self._action("F2")
        self.copy_id = self._action("Ctrl+Shift+C")
        self.copy_curl = self._action()
        self.history = self._action("Ctrl+Shift+H")
        self.shows = self._show_actions()
        self.find = self._action(Keys.Find)
        self.settings = self._action("Ctrl+,", "settings")
        self.settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        self.quit = self._action("Ctrl+Q")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.model_name = self._action()
        self.model_name.setEnabled(False)
        self.model_name.setProperty("isHeading", True)  # noqa: FBT003  Qt's own; for `access_keys`
        self.change_key = self._action()
        self.issue_key = self._action()
        self.rename_model = self._action()
        self.prediction_check = self._action()
        self.remove_model = self._action()
        self.practice = self._action()
        self.check_for_updates = self._action()
        self.check_for_updates.setVisible(False)  # until it is known where to ask
        self.about = self._action()
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.show_log = self._action()
        self._menus: dict[str, QMenu] = {}
        self._name_all()
        self.say_texts()
        for action in (*self.for_jobs(), self.check_all, self.undo, *self.for_a_model()):
            action.setEnabled(False)  # until there is something it can be done with

    def _action(self, keys: QKeySequence.StandardKey | str | None = None, drawing: str = "") -> QAction:
        action = QAction(self)
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.setIconVisibleInMenu(False)  # few have one: a menu of which every third line has a picture is no order
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        if drawing:
            self._icons[drawing] = action
            action.setIcon(icon(drawing))
        return action

    def _show_actions(self) -> dict[Show, QAction]:
        """Which jobs to show: one of them is chosen."""
        group = QActionGroup(self)
        actions = {}
        for place, show in enumerate((Show.ALL, Show.IN_PROGRESS, Show.FINISHED, Show.ATTENTION), 1):
            action = actions[show] = self._action(f"Ctrl+{place}")
            action.setCheckable(True)
            group.addAction(action)
        actions[Show.ALL].setChecked(True)
        return actions

    def _name_all(self) -> None:
        """Give each the name it has here: whoever drives the program by names, and a menu's letters, go by that."""
        for name, action in vars(self).items():
            if isinstance(action, QAction):
                action.setObjectName(name)
        for show, action in self.shows.items():
            action.setObjectName(f"show_{show.name.lower()}")

    def say_texts(self) -> None:
        """Call everything by its name, in the language of now."""
        for action, text in self._texts().items():
            action.setText(text)
            action.setIconText(text)  # Qt's own guess leaves the ellipsis off
        self.name_model(self._model)
        titles = self._menu_titles()
        for name, menu in self._menus.items():
            menu.setTitle(titles[name])

    def _texts(self) -> dict[QAction, str]:
        return {
            self.new_retraining: self.tr("New retraining…"),
            self.add_model: self.tr("Add model…"),
            self.connect_account: self.tr("Connect account…"),
            self.add_job: self.tr("Add job…"),
            self.check_now: self.tr("Check now"),
            self.check_all: self.tr("Check all now"),
            self.save_results: self.tr("Save results…"),
            self.open_results: self.tr("Look at the results"),
            self.compare_jobs: self.tr("Compare"),
            self.switch_model: self.tr("Switch model…"),
            self.keep_live: self.tr("Keep the live model"),
            self.send_again: self.tr("Send again…"),
            self.show_folder: self.tr("Show in folder"),
            self.remove: self.tr("Remove from the list"),
            self.undo: self.tr("Undo"),
            self.edit_job: self.tr("Edit job…"),
            self.copy_id: self.tr("Copy job ID"),
            self.copy_curl: self.tr("Copy as curl"),
            self.history: self.tr("History"),
            self.find: self.tr("Find"),
            self.settings: self.tr("Settings…"),
            self.quit: self.tr("Quit"),
            self.change_key: self.tr("Change key…"),
            self.issue_key: self.tr("Issue a new key"),
            self.rename_model: self.tr("Rename model…"),
            self.prediction_check: self.tr("Prediction check…"),
            self.remove_model: self.tr("Remove model"),
            self.practice: self.tr("Practice service"),
            self.check_for_updates: self.tr("Check for updates"),
            self.about: self.tr("About EPA Desktop"),
            self.show_log: self.tr("Show log folder"),
            self.shows[Show.ALL]: self.tr("All jobs"),
            self.shows[Show.IN_PROGRESS]: self.tr("In progress"),
            self.shows[Show.FINISHED]: self.tr("Finished"),
            self.shows[Show.ATTENTION]: self.tr("Needs attention"),
        }

    def _menu_titles(self) -> dict[str, str]:
        return {
            "file": self.tr("&File"),
            "edit": self.tr("&Edit"),
            "jobs": self.tr("&Jobs"),
            "model": self.tr("&Model"),
            "view": self.tr("&View"),
            "show": self.tr("&Show"),
            "columns": self.tr("&Columns"),
            "help": self.tr("&Help"),
        }

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
        self._model = name
        self.model_name.setText(shown(name).replace("&", "&&") or self.tr("No model chosen"))

    def fill_tool_bar(self, bar: QToolBar) -> None:
        """The actions people need daily."""
        bar.addActions([self.new_retraining, self.add_job])
        bar.addSeparator()
        bar.addAction(self.check_now)

    def fill_menus(self, bar: QMenuBar, columns: QMenu) -> None:
        """All actions."""
        file = self._menus["file"] = bar.addMenu("")
        file.addActions([self.new_retraining, self.add_job, self.add_model, self.connect_account])
        file.addSeparator()
        file.addAction(self.save_results)
        file.addSeparator()
        file.addActions([self.settings, self.quit])
        edit = self._menus["edit"] = bar.addMenu("")
        edit.addAction(self.undo)
        edit.addSeparator()
        edit.addActions([self.edit_job, self.copy_id, self.copy_curl, self.remove])
        edit.addSeparator()
        edit.addAction(self.find)
        check = self._menus["jobs"] = bar.addMenu("")
        check.addActions([self.check_now, self.check_all])
        check.addSeparator()
        check.addActions([self.open_results, self.show_folder, self.compare_jobs])
        check.addSeparator()
        check.addActions([self.switch_model, self.keep_live, self.send_again])
        model = self._menus["model"] = bar.addMenu("")
        self.fill_model_menu(model)
        view = self._menus["view"] = bar.addMenu("")
        view.addMenu(self._menu_of_shows(view))
        self._menus["columns"] = columns
        view.addMenu(columns)
        view.addSeparator()
        view.addAction(self.history)
        more = self._menus["help"] = bar.addMenu("")
        more.addActions([self.practice, self.show_log, self.check_for_updates])
        more.addSeparator()
        more.addAction(self.about)
        self.say_texts()

    def _menu_of_shows(self, parent: QMenu) -> QMenu:
        menu = self._menus["show"] = QMenu(parent)
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
        """What the page of a job offers besides its buttons, and first those for which it may have no room."""
        return [
            self.open_results,
            self.switch_model,
            self.keep_live,
            self.check_now,
            self.edit_job,
            self.copy_id,
            self.copy_curl,
            self.show_folder,
            self.save_results,
            self.send_again,
            self.remove,
        ]
