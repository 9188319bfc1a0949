"""Says above the list what is wrong with the list itself: that it cannot be opened, read in part, or saved."""

import functools
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Slot

from epa_gui.core.jobs.problem import Problem, ProblemKind, Remedy
from epa_gui.ui.base.command import OpenListAgain, ShowFolder
from epa_gui.ui.base.common_text import remedy_text
from epa_gui.ui.base.message_bar import Message, MessageBar, Topic
from epa_gui.ui.base.problem_text import problem_words
from epa_gui.ui.base.repository import Repository
from epa_gui.ui.window.list_text import unopened_words, unread_words

translate = QCoreApplication.translate


class ListTrouble(QObject):
    """Each trouble once, until it is over."""

    def __init__(self, parent: QObject, repository: Repository, messages: MessageBar) -> None:
        super().__init__(parent)
        self._repository = repository
        self._messages = messages
        self._unopened: tuple[Problem, bool] | None = None
        repository.trouble.connect(self._on_trouble)
        repository.not_opened.connect(self._on_not_opened)
        repository.opened.connect(self._on_opened)
        repository.saved_again.connect(self._on_saved_again)

    def open_again(self) -> None:
        """Try again to open the list; if it still cannot be opened, that is said again."""
        self._unopened = None
        self._repository.open_again()

    @Slot(object)
    def _on_trouble(self, problem: Problem) -> None:
        self._messages.withdraw(Topic(problem.kind.value))  # said before of another folder, or in other words
        self._messages.say(functools.partial(self._trouble_message, problem))

    def _trouble_message(self, problem: Problem) -> Message:
        folder = _folder_of(problem)
        is_partial = problem.kind is ProblemKind.LIST_UNREAD
        words = unread_words(self._repository.unread) if is_partial else problem_words(problem)
        return Message(
            words.sentence(),
            ShowFolder(folder) if folder else None,
            remedy_text(Remedy.SHOW_FOLDER) if folder else "",
            problem.said,
            is_trouble=True,
            is_about_all=True,
            topic=Topic(problem.kind.value),
        )

    @Slot()
    def _on_not_opened(self) -> None:
        read = self._repository.unopened
        if read is None or read.problem is None:
            return
        trouble = read.problem, read.is_final
        if trouble != self._unopened:
            self._messages.withdraw(OpenListAgain())
            self._messages.say(functools.partial(_unopened_message, *trouble))
        self._unopened = trouble

    @Slot()
    def _on_opened(self) -> None:
        self._messages.withdraw(OpenListAgain())
        if not self._repository.unread:
            self._messages.withdraw(Topic(ProblemKind.LIST_UNREAD.value))

    @Slot()
    def _on_saved_again(self) -> None:
        self._messages.withdraw(Topic(ProblemKind.LIST_NOT_SAVED.value))


def _unopened_message(problem: Problem, is_final: bool) -> Message:  # noqa: FBT001  for `partial`
    folder = _folder_of(problem)
    return Message(
        unopened_words(problem, is_final=is_final).sentence(),
        OpenListAgain(),
        "" if is_final else translate("Session", "Try again"),
        problem.said,
        is_trouble=True,
        is_about_all=True,
        other=ShowFolder(folder) if folder else None,
        other_button=remedy_text(Remedy.SHOW_FOLDER) if folder else "",
    )


def _folder_of(problem: Problem) -> str:
    """The folder that people are told to look at, or that holds the file that was kept; empty if there is none."""
    if problem.kind in {ProblemKind.LIST_DAMAGED, ProblemKind.LIST_LOST}:
        return str(Path(problem.where).parent) if problem.where else ""
    return problem.where if problem.kind is ProblemKind.LIST_NOT_SAVED else ""
