"""Which buttons a job's page has: those of its trouble within the box about it, the others below its state."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from epa_gui.core.jobs.job import Job, JobKey, Trouble, TroubleWith
from epa_gui.core.jobs.problem import ProblemKind, Remedy, check_remedy, folder_remedy, save_remedy, switch_remedy
from epa_gui.core.text.foreign_text import fill
from epa_gui.core.way.next_act import Act, opening_of
from epa_gui.core.way.standing import Standing
from epa_gui.ui.base.command import (
    ApplyRemedy,
    CancelDownload,
    CancelSwitch,
    CancelUpload,
    ChangeKey,
    CheckNow,
    Command,
    IssueKey,
    KeepLive,
    LookAtResults,
    SendAgain,
    SwitchTo,
)
from epa_gui.ui.base.common_text import remedy_text
from epa_gui.ui.jobs.job_page_view import JobPageView
from epa_gui.ui.jobs.page_buttons import PageButton
from epa_gui.ui.jobs.page_text import act_text

translate = QCoreApplication.translate

_SAME: dict[Remedy, frozenset[Act]] = {
    Remedy.ENTER_NEW_KEY: frozenset({Act.ENTER_KEY}),
    Remedy.CHECK_AGAIN: frozenset({Act.CHECK_NOW}),
    Remedy.SEND_AGAIN: frozenset({Act.SEND_AGAIN, Act.FIX_AND_SEND_AGAIN}),
    Remedy.SWITCH: frozenset({Act.SWITCH, Act.SWITCH_BACK_TO_IT}),
    Remedy.SWITCH_AGAIN: frozenset({Act.SWITCH, Act.SWITCH_BACK_TO_IT}),
}
"""What a remedy does that is also an act: it is offered once."""


_ACTS_IN_MENU = frozenset(
    {
        Act.CHECK_NOW,
        Act.LOOK,
        Act.SWITCH,
        Act.SWITCH_BACK_TO_IT,
        Act.KEEP_LIVE,
        Act.SEND_AGAIN,
        Act.FIX_AND_SEND_AGAIN,
    }
)
_REMEDIES_IN_MENU = frozenset(
    {
        Remedy.CHECK_AGAIN,
        Remedy.SAVE_AGAIN,
        Remedy.SAVE_ELSEWHERE,
        Remedy.SEND_AGAIN,
        Remedy.SWITCH,
        Remedy.SWITCH_AGAIN,
        Remedy.FORGET,
        Remedy.REMOVE,
    }
)
"""What the menu behind *More* offers too, so that no button of it is needed where room is short."""


def page_buttons(view: JobPageView, now: float) -> tuple[tuple[PageButton, ...], tuple[PageButton, ...]]:
    """The buttons in the box about its trouble, and those below its state; one of them all is primary, or none."""
    offer, trouble = view.offer, view.trouble
    acts = [act for act in (offer.primary, *offer.beside) if act is not None]
    boxed: list[PageButton] = []
    if trouble is not None and trouble.source is TroubleWith.JOB:
        return tuple(_act_buttons(view, acts)), _cancels(view)
    if trouble is not None:
        boxed = list(_remedy_buttons(view, trouble))
        covered = {act for remedy in remedies(view.job, trouble) for act in _SAME.get(remedy, ())}
        acts = [act for act in acts if act not in covered | {Act.ISSUE_KEY}]
    elif view.late(now):
        boxed = list(_act_buttons(view, [Act.CHECK_NOW], first=Act.CHECK_NOW))
        acts = [act for act in acts if act is not Act.CHECK_NOW]
    elif view.told_key_warning is not None:
        renewing = Act.ISSUE_KEY if view.ability.can_issue_key else Act.ENTER_KEY
        boxed = list(_act_buttons(view, [renewing], first=offer.primary or renewing))
    return tuple(boxed), (*_act_buttons(view, acts), *_cancels(view))


def opening_command(view: JobPageView) -> Command | None:
    """What a double click and Return on the job's row do; `None` where nothing is opened by that."""
    act = opening_of(view.offer)
    return None if act is None else _command(act, view)


def remedies(job: Job, trouble: Trouble) -> tuple[Remedy, ...]:
    """What a click can do about a trouble: up to three things."""
    match trouble.source:
        case TroubleWith.SWITCH:
            remedy = switch_remedy(trouble.problem)
            return (remedy,) if remedy is Remedy.SWITCH_AGAIN else (remedy, Remedy.DISMISS)
        case TroubleWith.SAVE:
            remedy, other = save_remedy(trouble.problem), folder_remedy(trouble.problem)
            found = [remedy, Remedy.SAVE_AGAIN] if remedy is Remedy.SAVE_ELSEWHERE else [remedy]
            return tuple(found) if other is Remedy.NONE else (*found, other)
        case TroubleWith.SEND:
            return Remedy.SEND_AGAIN, Remedy.FORGET
        case TroubleWith.CHECK:
            is_gone = trouble.problem.kind in {ProblemKind.JOB_DELETED, ProblemKind.JOB_NOT_FOUND}
            return (Remedy.CHECK_AGAIN, Remedy.REMOVE) if is_gone else (check_remedy(trouble.problem),)
        case TroubleWith.JOB:
            return (Remedy.SEND_AGAIN,) if job.upload else (Remedy.CHECK_AGAIN,)


def _remedy_buttons(view: JobPageView, trouble: Trouble) -> Iterator[PageButton]:
    primary = view.offer.primary
    if primary is Act.ISSUE_KEY:
        yield PageButton(act_text(primary), IssueKey(view.job.model), is_primary=True)
    for place, remedy in enumerate(remedies(view.job, trouble)):
        command = ApplyRemedy(view.job.key, remedy)
        is_first = primary is None and place == 0  # the one thing that helps is what the page is for
        is_primary = is_first or primary in _SAME.get(remedy, ())
        yield PageButton(remedy_text(remedy), command, is_primary, is_in_menu=remedy in _REMEDIES_IN_MENU)


def _act_buttons(view: JobPageView, acts: list[Act], first: Act | None = None) -> Iterator[PageButton]:
    first = first or view.offer.primary
    for act in acts:
        command, text = _command(act, view), act_text(act)
        if command is not None and text:
            is_in_menu = act in _ACTS_IN_MENU
            yield PageButton(text, command, is_primary=act is first, tip=_tip(act, view), is_in_menu=is_in_menu)


def _command(act: Act, view: JobPageView) -> Command | None:
    key = view.job.key
    if act is Act.SWITCH_BACK:
        return SwitchTo(view.back_to) if view.back_to is not None else None
    commands: dict[Act, Command] = {
        Act.CHECK_NOW: CheckNow(key),
        Act.LOOK: LookAtResults(key),
        Act.SWITCH: SwitchTo(key),
        Act.SWITCH_BACK_TO_IT: SwitchTo(key),
        Act.KEEP_LIVE: KeepLive(key),
        Act.SEND_AGAIN: SendAgain(key),
        Act.FIX_AND_SEND_AGAIN: SendAgain(key),
        Act.ENTER_KEY: ChangeKey(key.model),
        Act.ISSUE_KEY: IssueKey(key.model),
    }
    return commands.get(act)  # what is under way is given up below; what the console has is said in words


def _tip(act: Act, view: JobPageView) -> str:
    if act is Act.SWITCH_BACK:
        return fill(
            translate("JobPage", "Asks before it switches back to “{0}”, which was live before."), view.back_title
        )
    return {
        Act.LOOK: translate("JobPage", "Shows whether the new model is better, and what that rests on."),
        Act.SWITCH: translate("JobPage", "Asks first, and shows what would change."),
        Act.SWITCH_BACK_TO_IT: translate("JobPage", "Asks before it switches back to this job, which was live before."),
        Act.KEEP_LIVE: translate(
            "JobPage", "Records that you decided against this model. Nothing changes at the service."
        ),
        Act.FIX_AND_SEND_AGAIN: translate("JobPage", "Opens the same file in “New retraining”, where it can be fixed."),
        Act.SEND_AGAIN: translate("JobPage", "Opens the same file in “New retraining”."),
    }.get(act, "")


def _cancels(view: JobPageView) -> tuple[PageButton, ...]:
    """What gives up what is under way."""
    key: JobKey = view.job.key
    found = []
    if view.transfer is not None and view.transfer.is_upload:
        found.append(PageButton(act_text(Act.CANCEL_UPLOAD), CancelUpload(key)))
    elif view.transfer is not None:
        found.append(PageButton(translate("JobPage", "Cancel saving"), CancelDownload(key)))
    if view.standing is Standing.SWITCHING and view.can_cancel_switch:
        found.append(PageButton(translate("JobPage", "Cancel switch"), CancelSwitch(key)))
    return tuple(found)
