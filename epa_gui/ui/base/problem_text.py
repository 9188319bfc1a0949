"""The words for every problem, each in three parts: what happened, what it means, what to do."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from epa_gui.core.jobs.problem import KEY_KINDS, Problem, ProblemKind
from epa_gui.core.text.foreign_text import isolated
from epa_gui.ui.base.key_place_text import api_tab_name, key_place_text, prediction_key_text

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ProblemWords:
    """A problem as people read it.

    Attributes:
        happened: What happened.
        means: What it means.
        to_do: What to do.
    """

    happened: str
    means: str
    to_do: str

    def sentence(self) -> str:
        """All three on one line."""
        return " ".join(part for part in (self.happened, self.means, self.to_do) if part)


def problem_words(problem: Problem, *, has_jobs: bool = True) -> ProblemWords:
    """The three parts of a problem.

    Args:
        problem: What it is.
        has_jobs: Whether its model has jobs: where there are none, no check of theirs has stopped.
    """
    happened, means, to_do = _PROBLEMS[problem.kind]
    if not has_jobs and problem.kind in KEY_KINDS:
        means = ""
    return ProblemWords(*(fill(part, problem) for part in (happened, means, to_do)))


def fill(text: str, problem: Problem) -> str:
    """A text of the tables in the person's language, with what it is about."""
    if not text:
        return ""
    where = problem.where or translate("Problem", _WHERE_ELSE.get(problem.kind, "the other side"))
    text = translate("Problem", text)
    for name, words in _PLACES.items():
        text = text.replace(name, words())
    return text.replace("{where}", isolated(where))


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Marks a text for translation; it is translated where it is shown."""
    return text


_PLACES = {"{key_place}": key_place_text, "{prediction_key}": prediction_key_text, "{api_tab}": api_tab_name}
"""What texts name of the console, so that every text says the same of it."""

_WHERE_ELSE = {
    ProblemKind.PROXY_FAILED: QT_TRANSLATE_NOOP("Problem", "the system's network settings"),
    ProblemKind.CERTIFICATES_MISSING: QT_TRANSLATE_NOOP("Problem", "A setting such as REQUESTS_CA_BUNDLE"),
}
"""What a problem is about that does not say so."""

_KEY_MEANS = QT_TRANSLATE_NOOP("Problem", "Checking this model's jobs has stopped. Other models go on.")
_KEY_TO_DO = QT_TRANSLATE_NOOP("Problem", "Copy a new key from the console and enter it here. {key_place}")
_GOES_ON = QT_TRANSLATE_NOOP("Problem", "The job itself is not affected. EPA Desktop asks again by itself.")
_NOTHING_LOST = QT_TRANSLATE_NOOP("Problem", "Nothing is lost: the results are still at the service.")
_NOT_SAVED = QT_TRANSLATE_NOOP("Problem", "It was not saved, and an earlier file of that name is unchanged.")
_RARELY = QT_TRANSLATE_NOOP("Problem", "EPA Desktop asks again once an hour for a day, then stops.")

_PROBLEMS: dict[ProblemKind, tuple[str, str, str]] = {
    ProblemKind.NO_SUCH_KEY: (
        QT_TRANSLATE_NOOP("Problem", "The service does not know this model's API key."),
        _KEY_MEANS,
        _KEY_TO_DO,
    ),
    ProblemKind.KEY_INACTIVE: (
        QT_TRANSLATE_NOOP("Problem", "This model's API key is no longer active. Keys are valid for about 30 days."),
        _KEY_MEANS,
        _KEY_TO_DO,
    ),
    ProblemKind.KEY_WRONG: (
        QT_TRANSLATE_NOOP("Problem", "This model's API key is not the key for retraining it."),
        _KEY_MEANS,
        QT_TRANSLATE_NOOP("Problem", "{prediction_key} Enter the other one here. {key_place}"),
    ),
    ProblemKind.KEY_MISSING: (
        QT_TRANSLATE_NOOP("Problem", "There is no API key for this model on this computer."),
        _KEY_MEANS,
        _KEY_TO_DO,
    ),
    ProblemKind.JOB_NOT_FOUND: (
        QT_TRANSLATE_NOOP("Problem", "The service does not know this job."),
        QT_TRANSLATE_NOOP("Problem", "The job ID is wrong, or the job belongs to another model's key."),
        QT_TRANSLATE_NOOP("Problem", "Compare the job ID with the one you were given, and add it again if it differs."),
    ),
    ProblemKind.JOB_DELETED: (
        QT_TRANSLATE_NOOP("Problem", "The service says this job may have been deleted."),
        _RARELY,
        QT_TRANSLATE_NOOP("Problem", "If you know that it was deleted, remove it from this list."),
    ),
    ProblemKind.ACCOUNT_DELETED: (
        QT_TRANSLATE_NOOP("Problem", "The service says the account may have been deleted."),
        _RARELY,
        QT_TRANSLATE_NOOP("Problem", "Ask whoever looks after your organisation's account."),
    ),
    ProblemKind.MODEL_DELETED: (
        QT_TRANSLATE_NOOP("Problem", "The service says the model may have been deleted."),
        _RARELY,
        QT_TRANSLATE_NOOP("Problem", "Look in the console whether the model is still there."),
    ),
    ProblemKind.MODEL_ID_REQUIRED: (
        QT_TRANSLATE_NOOP("Problem", "The service asked for a model ID."),
        QT_TRANSLATE_NOOP("Problem", "Without one it cannot answer."),
        QT_TRANSLATE_NOOP("Problem", "Enter the model's ID as the console shows it."),
    ),
    ProblemKind.PREDICTION_API_DELETED: (
        QT_TRANSLATE_NOOP("Problem", "The service found no prediction API for this model."),
        QT_TRANSLATE_NOOP("Problem", "The model may have been taken out of service in the console."),
        QT_TRANSLATE_NOOP("Problem", "Put the model into service in the console, then try again."),
    ),
    ProblemKind.JOB_NOT_FINISHED: (
        QT_TRANSLATE_NOOP("Problem", "The service says retraining has not finished."),
        QT_TRANSLATE_NOOP("Problem", "What was asked for is possible only when it has."),
        QT_TRANSLATE_NOOP("Problem", "Wait until the job reads Finished."),
    ),
    ProblemKind.CONFIGURATION_DELETED: (
        QT_TRANSLATE_NOOP("Problem", "The service did not find the model's configuration."),
        QT_TRANSLATE_NOOP("Problem", "It may have been deleted; the model then cannot be retrained."),
        QT_TRANSLATE_NOOP("Problem", "Look at the model in the console, or train it anew."),
    ),
    ProblemKind.REFUSED: (
        QT_TRANSLATE_NOOP("Problem", "The service refused, in words this program does not know."),
        _GOES_ON,
        QT_TRANSLATE_NOOP("Problem", "Read its own words under Details."),
    ),
    ProblemKind.JOB_FAILED: (
        QT_TRANSLATE_NOOP("Problem", "The service reports that this job has ended without a new model."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "The model in service is unchanged. EPA Desktop looks again once an hour for a day, in case that changes.",
        ),
        QT_TRANSLATE_NOOP(
            "Problem",
            "The service's message is under Details and below. If it does not say why, look at the console's Usage"
            " page: the number of models, the data storage, or this month's training hours may be used up.",
        ),
    ),
    ProblemKind.TOO_MANY_REQUESTS: (
        QT_TRANSLATE_NOOP("Problem", "The service asks to be asked less often."),
        QT_TRANSLATE_NOOP("Problem", "The job itself is not affected. EPA Desktop waits, then asks again by itself."),
        QT_TRANSLATE_NOOP("Problem", "Nothing to do. The time of the next check is in the list."),
    ),
    ProblemKind.SERVICE_TROUBLE: (
        QT_TRANSLATE_NOOP("Problem", "The service has trouble of its own."),
        _GOES_ON,
        QT_TRANSLATE_NOOP("Problem", "Nothing to do. If it lasts for hours, look at the service's web site."),
    ),
    ProblemKind.NOT_THE_SERVICE: (
        QT_TRANSLATE_NOOP("Problem", "A web page came instead of the service's answer."),
        QT_TRANSLATE_NOOP(
            "Problem", "Something in between answered: a sign-in page of the network, or a company proxy."
        ),
        QT_TRANSLATE_NOOP(
            "Problem", "Open a web browser and see whether it asks you to sign in. Check the service address."
        ),
    ),
    ProblemKind.UNREADABLE_ANSWER: (
        QT_TRANSLATE_NOOP("Problem", "The answer could not be understood."),
        _GOES_ON,
        QT_TRANSLATE_NOOP("Problem", "If it stays so, send the text under Details to whoever looks after the service."),
    ),
    ProblemKind.ANSWER_TOO_LARGE: (
        QT_TRANSLATE_NOOP("Problem", "The answer was far larger than an answer about a job is."),
        QT_TRANSLATE_NOOP("Problem", "It was not read to its end. It probably does not come from the service."),
        QT_TRANSLATE_NOOP("Problem", "Check the model's region and service address."),
    ),
    ProblemKind.REDIRECTED: (
        QT_TRANSLATE_NOOP("Problem", "The answer was a redirect to {where}."),
        QT_TRANSLATE_NOOP("Problem", "It was not followed, so that your key goes nowhere but to the service."),
        QT_TRANSLATE_NOOP("Problem", "Check the service address, or sign in to your network in a web browser."),
    ),
    ProblemKind.NAME_NOT_FOUND: (
        QT_TRANSLATE_NOOP("Problem", "The address {where} was not found."),
        QT_TRANSLATE_NOOP("Problem", "This computer is probably offline. EPA Desktop asks again by itself."),
        QT_TRANSLATE_NOOP("Problem", "Check the network connection, and the service address if it is your own."),
    ),
    ProblemKind.CONNECTION_REFUSED: (
        QT_TRANSLATE_NOOP("Problem", "{where} did not accept the connection."),
        _GOES_ON,
        QT_TRANSLATE_NOOP("Problem", "If it stays so, check the service address and your company's firewall."),
    ),
    ProblemKind.CONNECTION_LOST: (
        QT_TRANSLATE_NOOP("Problem", "The connection to {where} broke off."),
        _GOES_ON,
        QT_TRANSLATE_NOOP("Problem", "Nothing to do. If it stays so, check the network connection."),
    ),
    ProblemKind.TIMED_OUT: (
        QT_TRANSLATE_NOOP("Problem", "{where} did not answer in time."),
        _GOES_ON,
        QT_TRANSLATE_NOOP("Problem", "Nothing to do. If it stays so, check the network connection."),
    ),
    ProblemKind.TLS_FAILED: (
        QT_TRANSLATE_NOOP("Problem", "The identity of {where} could not be verified."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Nothing was sent. A proxy that inspects connections may be in between, with a certificate this computer"
            " does not trust; or this computer's clock is wrong.",
        ),
        QT_TRANSLATE_NOOP(
            "Problem", "Check date and time. Ask your IT department to install the company's certificate."
        ),
    ),
    ProblemKind.PROXY_FAILED: (
        QT_TRANSLATE_NOOP("Problem", "The proxy set in {where} cannot be used, or did not let the request through."),
        QT_TRANSLATE_NOOP("Problem", "The model and its key are not affected. EPA Desktop tries again by itself."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Check that setting: address, port, user name and password; or ask your IT department. An environment"
            " variable that was changed is known after the next start of EPA Desktop.",
        ),
    ),
    ProblemKind.CERTIFICATES_MISSING: (
        QT_TRANSLATE_NOOP("Problem", "The certificates this computer is set to use cannot be loaded."),
        QT_TRANSLATE_NOOP("Problem", "{where} names a file that is not there, or that holds no certificates."),
        QT_TRANSLATE_NOOP("Problem", "Correct that setting, or ask your IT department."),
    ),
    ProblemKind.BAD_ADDRESS: (
        QT_TRANSLATE_NOOP("Problem", "The model's service address cannot be used."),
        _RARELY,
        QT_TRANSLATE_NOOP("Problem", "Remove the model and add it again with the right address."),
    ),
    ProblemKind.LINK_EXPIRED: (
        QT_TRANSLATE_NOOP("Problem", "The storage's link has expired, and a fresh one did too."),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("Problem", "Try again. If it stays so, ask whoever looks after the service."),
    ),
    ProblemKind.LINK_REFUSED: (
        QT_TRANSLATE_NOOP("Problem", "The storage refused its own link."),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("Problem", "Try again. If it stays so, a proxy may be changing the request."),
    ),
    ProblemKind.FILE_GONE: (
        QT_TRANSLATE_NOOP("Problem", "The storage does not have the results any more."),
        QT_TRANSLATE_NOOP("Problem", "The service still names them, but they are gone from where it keeps them."),
        QT_TRANSLATE_NOOP("Problem", "Try again later, or look for the results in the console."),
    ),
    ProblemKind.STORAGE_TROUBLE: (
        QT_TRANSLATE_NOOP("Problem", "The storage has trouble of its own."),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("Problem", "Try again in a while."),
    ),
    ProblemKind.NO_FILE_YET: (
        QT_TRANSLATE_NOOP("Problem", "The service offers no results for this job right now."),
        QT_TRANSLATE_NOOP("Problem", "They may not be ready yet."),
        QT_TRANSLATE_NOOP("Problem", "Try again in a few minutes."),
    ),
    ProblemKind.CUT_SHORT: (
        QT_TRANSLATE_NOOP("Problem", "The download ended before the file was whole, several times."),
        _NOT_SAVED,
        QT_TRANSLATE_NOOP("Problem", "Try again. It goes on where it stopped, if the storage allows it."),
    ),
    ProblemKind.DAMAGED_FILE: (
        QT_TRANSLATE_NOOP("Problem", "The file that came is damaged: it is not whole, or its checksums are wrong."),
        _NOT_SAVED,
        QT_TRANSLATE_NOOP("Problem", "Try again. If it stays so, the file is damaged at the service."),
    ),
    ProblemKind.NOT_THE_RESULTS: (
        QT_TRANSLATE_NOOP("Problem", "What came is not the service's file."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "It is empty, a web page, an error message, or another kind of file than its name says. A sign-in page of"
            " the network or a company proxy may have answered. It was not saved, and an earlier file of that name is"
            " unchanged.",
        ),
        QT_TRANSLATE_NOOP(
            "Problem", "Sign in to your network in a web browser, then try again. What came is under Details."
        ),
    ),
    ProblemKind.RESULTS_TOO_LARGE: (
        QT_TRANSLATE_NOOP("Problem", "What came is far larger than results are, and its end could not be foreseen."),
        _NOT_SAVED,
        QT_TRANSLATE_NOOP("Problem", "Try again. If it stays so, ask whoever looks after the service."),
    ),
    ProblemKind.END_NOT_KNOWN: (
        QT_TRANSLATE_NOOP(
            "Problem", "The storage did not say how long the file is, so nobody knows whether it is whole."
        ),
        _NOT_SAVED,
        QT_TRANSLATE_NOOP("Problem", "Try again. If it stays so, a proxy may be changing the answer."),
    ),
    ProblemKind.INTERRUPTED: (
        QT_TRANSLATE_NOOP("Problem", "The download was interrupted when the program ended."),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("Problem", "Try again. It goes on where it stopped, if the storage allows it."),
    ),
    ProblemKind.DISK_FULL: (
        QT_TRANSLATE_NOOP("Problem", "There is not enough room on the disk for the results."),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("Problem", "Make room and try again, or save them on another disk."),
    ),
    ProblemKind.FOLDER_READ_ONLY: (
        QT_TRANSLATE_NOOP("Problem", "This program may not write to {where}."),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("Problem", "Choose a folder of your own."),
    ),
    ProblemKind.FOLDER_GONE: (
        QT_TRANSLATE_NOOP("Problem", "The folder is not there: {where}"),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("Problem", "Connect the drive again, or choose another folder."),
    ),
    ProblemKind.NAME_REFUSED: (
        QT_TRANSLATE_NOOP("Problem", "The system refused this file name: {where}"),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("Problem", "Choose a shorter or simpler name."),
    ),
    ProblemKind.FILE_IN_USE: (
        QT_TRANSLATE_NOOP("Problem", "Another program holds the file {where}."),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("Problem", "Close it there, or choose another name."),
    ),
    ProblemKind.FILE_TAKEN: (
        QT_TRANSLATE_NOOP("Problem", "The results of another job are being saved to {where}."),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("Problem", "Choose another name."),
    ),
    ProblemKind.NOT_OUR_FILE: (
        QT_TRANSLATE_NOOP("Problem", "Another program put something else where this file was being written: {where}"),
        QT_TRANSLATE_NOOP("Problem", "It was left as it is, and nothing was saved."),
        QT_TRANSLATE_NOOP("Problem", "Choose a folder that others cannot write to."),
    ),
    ProblemKind.DISK_TROUBLE: (
        QT_TRANSLATE_NOOP("Problem", "The disk reported an error for {where}."),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("Problem", "Choose another folder, or check the disk."),
    ),
    ProblemKind.FILE_CHANGED: (
        QT_TRANSLATE_NOOP("Problem", "The file changed after it was checked: {where}."),
        QT_TRANSLATE_NOOP("Problem", "Nothing is sent that was not shown, so sending stopped."),
        QT_TRANSLATE_NOOP("Problem", "Check again, then send."),
    ),
    ProblemKind.FILE_NOT_READ: (
        QT_TRANSLATE_NOOP("Problem", "The file cannot be read: {where}."),
        QT_TRANSLATE_NOOP("Problem", "It was moved, another program holds it, or its drive is gone."),
        QT_TRANSLATE_NOOP("Problem", "See that the file is there, then check again."),
    ),
    ProblemKind.RESULTS_NOT_READ: (
        QT_TRANSLATE_NOOP("Problem", "The results cannot be read: {where}."),
        QT_TRANSLATE_NOOP(
            "Problem", "They were moved or deleted, this account may not read them, or their drive is gone."
        ),
        QT_TRANSLATE_NOOP("Problem", "See that the file is there, then try again."),
    ),
    ProblemKind.RESULTS_HELD: (
        QT_TRANSLATE_NOOP("Problem", "Another program has the results open: {where}."),
        QT_TRANSLATE_NOOP("Problem", "It lets no other program read them until it closes them. Nothing is lost."),
        QT_TRANSLATE_NOOP("Problem", "Close the file there, then try again."),
    ),
    ProblemKind.FILE_TOO_LARGE: (
        QT_TRANSLATE_NOOP("Problem", "What was to be sent is too large for the service's storage."),
        QT_TRANSLATE_NOOP("Problem", "It takes 5 GB at once. No retraining was started."),
        QT_TRANSLATE_NOOP("Problem", "Send fewer rows."),
    ),
    ProblemKind.NO_ROOM_TO_PREPARE: (
        QT_TRANSLATE_NOOP("Problem", "There is not enough room on the disk to prepare the file for sending."),
        QT_TRANSLATE_NOOP("Problem", "A copy or a zip is made in {where} for as long as it is sent."),
        QT_TRANSLATE_NOOP("Problem", "Make room on that disk, then send again."),
    ),
    ProblemKind.SEND_INTERRUPTED: (
        QT_TRANSLATE_NOOP("Problem", "Sending the training file was interrupted."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "The program ended, or the job was removed. The service did not get all of the file, so this retraining"
            " does not start.",
        ),
        QT_TRANSLATE_NOOP("Problem", "Send the file again, which starts a new job; or forget this one."),
    ),
    ProblemKind.SEND_UNANSWERED: (
        QT_TRANSLATE_NOOP("Problem", "All of the training file was sent, but no answer came from {where}."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "The service may or may not have got it. If this job goes on to its end, the file had arrived.",
        ),
        QT_TRANSLATE_NOOP("Problem", "Wait a while, or send the file again, which starts a new job."),
    ),
    ProblemKind.SWITCH_UNANSWERED: (
        QT_TRANSLATE_NOOP("Problem", "The switch was sent, but the service's answer never came."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "EPA Desktop does not know whether the model was switched: this job may be live, or what was live before.",
        ),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Switch again: the request names this job, so asking twice ends in the same place. Or ask for a prediction,"
            " or look in the console, to see which model answers.",
        ),
    ),
    ProblemKind.SWITCH_NOT_RECORDED: (
        QT_TRANSLATE_NOOP("Problem", "The history could not be written, so nothing was sent."),
        QT_TRANSLATE_NOOP("Problem", "The model in service is unchanged. No switch is made that is not on record."),
        QT_TRANSLATE_NOOP("Problem", "Make room on the disk, see that the folder can be written to, and try again."),
    ),
    ProblemKind.SWITCH_NOT_BEGUN: (
        QT_TRANSLATE_NOOP("Problem", "The switch was given up before it was sent."),
        QT_TRANSLATE_NOOP(
            "Problem", "It was cancelled, or its job was removed or EPA Desktop closed. What is live is unchanged."
        ),
        QT_TRANSLATE_NOOP("Problem", "Switch again if you still want it."),
    ),
    ProblemKind.SWITCH_API_FAILED: (
        QT_TRANSLATE_NOOP("Problem", "The service took the switch, and then the prediction API failed."),
        QT_TRANSLATE_NOOP("Problem", "Whatever asks it for predictions may get none, from neither model."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Look at the model's {api_tab} tab in the console. Then switch again, or switch back to the job that was"
            " live before.",
        ),
    ),
    ProblemKind.SWITCH_API_STOPPED: (
        QT_TRANSLATE_NOOP("Problem", "The service took the switch, but the prediction API is stopped."),
        QT_TRANSLATE_NOOP("Problem", "Whatever asks it for predictions gets none until it is started again."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Start the prediction API in the console, on the model's {api_tab} tab. EPA Desktop then sees which model"
            " is live.",
        ),
    ),
    ProblemKind.SWITCH_NOT_SEEN: (
        QT_TRANSLATE_NOOP(
            "Problem",
            "The service took the switch, but within 30 minutes the prediction API was not seen to run with this job's"
            " model.",
        ),
        QT_TRANSLATE_NOOP(
            "Problem", "What was live before may still answer. EPA Desktop goes on looking, every 10 minutes."
        ),
        QT_TRANSLATE_NOOP(
            "Problem", "Look at the model's {api_tab} tab in the console, or switch again: that ends in the same place."
        ),
    ),
    ProblemKind.KEY_FOR_ANOTHER_ADDRESS: (
        QT_TRANSLATE_NOOP("Problem", "The API key in the keychain was not given for this model's address: {where}"),
        QT_TRANSLATE_NOOP(
            "Problem",
            "The address has changed, or was not kept with the key. A key is sent only to the service it was given for,"
            " so it was not sent, and checking this model's jobs has stopped.",
        ),
        QT_TRANSLATE_NOOP(
            "Problem", "If the address is right, enter a new key here. If not, remove the model and add it again."
        ),
    ),
    ProblemKind.KEYCHAIN_LOCKED: (
        QT_TRANSLATE_NOOP("Problem", "The system's keychain is locked, or access to it was refused."),
        QT_TRANSLATE_NOOP("Problem", "Without the API key this model's jobs cannot be checked."),
        QT_TRANSLATE_NOOP("Problem", "Check again, and allow EPA Desktop to use the keychain."),
    ),
    ProblemKind.KEYCHAIN_ABSENT: (
        QT_TRANSLATE_NOOP("Problem", "The system's keychain is not there."),
        QT_TRANSLATE_NOOP("Problem", "The API key is kept for this session only."),
        QT_TRANSLATE_NOOP("Problem", "Enter it again after the next start."),
    ),
    ProblemKind.KEYCHAIN_TROUBLE: (
        QT_TRANSLATE_NOOP("Problem", "The system's keychain reported an error."),
        QT_TRANSLATE_NOOP("Problem", "A key entered just now works until the program closes."),
        QT_TRANSLATE_NOOP("Problem", "Check again. If it stays so, enter the key again."),
    ),
    ProblemKind.LIST_DAMAGED: (
        QT_TRANSLATE_NOOP("Problem", "The file with your list was damaged. The last backup is in use."),
        QT_TRANSLATE_NOOP(
            "Problem", "What changed since that backup may be missing. The damaged file was kept: {where}"
        ),
        QT_TRANSLATE_NOOP("Problem", "Look through the list, and add what is missing."),
    ),
    ProblemKind.LIST_LOST: (
        QT_TRANSLATE_NOOP("Problem", "The file with your list was damaged, and there was no backup."),
        QT_TRANSLATE_NOOP("Problem", "The list starts empty. The damaged file was kept: {where}"),
        QT_TRANSLATE_NOOP("Problem", "Add your models and jobs again. The jobs themselves are not affected."),
    ),
    ProblemKind.LIST_NOT_SAVED: (
        QT_TRANSLATE_NOOP("Problem", "Changes cannot be saved in {where}."),
        QT_TRANSLATE_NOOP("Problem", "They are kept while the program runs, and saving is tried again by itself."),
        QT_TRANSLATE_NOOP("Problem", "Make room on the disk, and see that the folder can be written to."),
    ),
    ProblemKind.LIST_TOO_NEW: (
        QT_TRANSLATE_NOOP("Problem", "Your list was written by a newer version of EPA Desktop."),
        QT_TRANSLATE_NOOP("Problem", "It was left as it is, and is not shown here."),
        QT_TRANSLATE_NOOP("Problem", "Install the newest version of EPA Desktop."),
    ),
    ProblemKind.LIST_IN_USE: (
        QT_TRANSLATE_NOOP("Problem", "Another program holds the file with your list, in {where}."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "It is not known now which models and jobs are in it, so none are shown or checked. Nothing was changed.",
        ),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Wait until that program is done, a backup for example, or close it. It is tried again by itself.",
        ),
    ),
    ProblemKind.LIST_UNREAD: (
        QT_TRANSLATE_NOOP("Problem", "Part of your list cannot be read."),
        QT_TRANSLATE_NOOP("Problem", "It stays untouched in the file. Everything else is shown and checked as always."),
        QT_TRANSLATE_NOOP("Problem", "Install the newest version of EPA Desktop."),
    ),
    ProblemKind.HISTORY_NOT_READ: (
        QT_TRANSLATE_NOOP("Problem", "The history could not be read from {where}."),
        QT_TRANSLATE_NOOP(
            "Problem", "Nothing was changed in it. Another program may hold the file, or the disk fails."
        ),
        QT_TRANSLATE_NOOP("Problem", "Close this window and open it again. If it stays so, start EPA Desktop again."),
    ),
    # What people read of these three is in `ui.updates.update_text`; here as far as they can be told without.
    ProblemKind.RELEASE_EXPIRED: (
        QT_TRANSLATE_NOOP("Problem", "What {where} said is out of date."),
        QT_TRANSLATE_NOOP("Problem", "Nothing in it was believed."),
        QT_TRANSLATE_NOOP("Problem", "See that this computer's date is right, then try again."),
    ),
    ProblemKind.CLOCKS_DIFFER: (
        QT_TRANSLATE_NOOP("Problem", "This computer and {where} do not agree about today's date."),
        QT_TRANSLATE_NOOP("Problem", "Whether what was said is out of date cannot be told."),
        QT_TRANSLATE_NOOP("Problem", "Set this computer's date and time, then try again."),
    ),
    ProblemKind.FOREIGN_PAGE: (
        QT_TRANSLATE_NOOP("Problem", "{where} named a page that this program does not know."),
        QT_TRANSLATE_NOOP("Problem", "Nothing in it was believed."),
        QT_TRANSLATE_NOOP("Problem", "Ask whoever looks after this program."),
    ),
    ProblemKind.UNEXPECTED: (
        QT_TRANSLATE_NOOP("Problem", "Something unexpected happened inside EPA Desktop."),
        QT_TRANSLATE_NOOP("Problem", "Your list is safe, and everything else goes on."),
        QT_TRANSLATE_NOOP("Problem", "If it happens again, send the details to whoever looks after this program."),
    ),
    ProblemKind.PREDICTION_NOT_FOUND: (
        QT_TRANSLATE_NOOP("Problem", "The service found no prediction API at this address."),
        QT_TRANSLATE_NOOP("Problem", "The prediction API may have been deleted, or the address is another one's."),
        QT_TRANSLATE_NOOP("Problem", "Copy the address from the model's API screen in the console again."),
    ),
    ProblemKind.PREDICTION_BAD_REQUEST: (
        QT_TRANSLATE_NOOP("Problem", "The prediction API could not use this row."),
        QT_TRANSLATE_NOOP("Problem", "Its columns are probably not those that the model was trained with."),
        QT_TRANSLATE_NOOP("Problem", "Choose a file with the same columns as the training file."),
    ),
    ProblemKind.PREDICTION_REFUSED: (
        QT_TRANSLATE_NOOP("Problem", "The prediction API refused this request."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "The prediction key is wrong, the address is another prediction API's, predictions are not allowed from"
            " this computer's IP address, or the 100 requests of a trial are used up.",
        ),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Compare key and address with the model's API screen in the console, and the IP addresses allowed there.",
        ),
    ),
    ProblemKind.PREDICTION_NOT_RUNNING: (
        QT_TRANSLATE_NOOP("Problem", "The prediction API is not running."),
        QT_TRANSLATE_NOOP("Problem", "It is stopped, or still being built. It gives no predictions now."),
        QT_TRANSLATE_NOOP("Problem", "Start it in the console, or try again in some minutes."),
    ),
}
