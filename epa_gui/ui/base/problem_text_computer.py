"""The words for problems of this computer: its connection, disk, files and keychain, the list, and the program."""

from epa_gui.core.jobs.problem import ProblemKind
from epa_gui.ui.base.problem_text_shared import GOES_ON, KEY_MEANS, KEY_TO_DO, NOTHING_LOST, RARELY
from epa_gui.ui.base.translatable import QT_TRANSLATE_NOOP

COMPUTER_PROBLEMS: dict[ProblemKind, tuple[str, str, str]] = {
    # The way there
    ProblemKind.NAME_NOT_FOUND: (
        QT_TRANSLATE_NOOP("Problem", "The address {where} was not found."),
        QT_TRANSLATE_NOOP("Problem", "This computer is probably offline. EPA Desktop tries again by itself."),
        QT_TRANSLATE_NOOP(
            "Problem", "Check the network connection. If you entered the service address yourself, check it too."
        ),
    ),
    ProblemKind.CONNECTION_REFUSED: (
        QT_TRANSLATE_NOOP("Problem", "The connection to {where} was refused."),
        GOES_ON,
        QT_TRANSLATE_NOOP("Problem", "If this continues, check the service address and your company’s firewall."),
    ),
    ProblemKind.CONNECTION_LOST: (
        QT_TRANSLATE_NOOP("Problem", "The connection to {where} was lost."),
        GOES_ON,
        QT_TRANSLATE_NOOP(
            "Problem", "There is nothing you need to do. If this continues, check the network connection."
        ),
    ),
    ProblemKind.TIMED_OUT: (
        QT_TRANSLATE_NOOP("Problem", "No answer came from {where} in time."),
        GOES_ON,
        QT_TRANSLATE_NOOP(
            "Problem", "There is nothing you need to do. If this continues, check the network connection."
        ),
    ),
    ProblemKind.TLS_FAILED: (
        QT_TRANSLATE_NOOP("Problem", "The identity of {where} could not be verified."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Nothing was sent. A proxy that inspects connections may be in between, with a certificate this computer"
            " does not trust; or this computer’s clock is wrong.",
        ),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Check the date and time of this computer. Ask your administrator to install the company’s certificate.",
        ),
    ),
    ProblemKind.PROXY_FAILED: (
        QT_TRANSLATE_NOOP("Problem", "The proxy set in {where} cannot be used, or did not let the request through."),
        QT_TRANSLATE_NOOP("Problem", "The model and its key are not affected. EPA Desktop tries again by itself."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Check the address, port, user name and password in that setting, or ask your administrator. If you"
            " change an environment variable, restart EPA Desktop.",
        ),
    ),
    ProblemKind.CERTIFICATES_MISSING: (
        QT_TRANSLATE_NOOP("Problem", "The certificates this computer is set to use cannot be loaded."),
        QT_TRANSLATE_NOOP("Problem", "The file named in {where} is missing, or contains no certificates."),
        QT_TRANSLATE_NOOP("Problem", "Correct that setting, or ask your administrator."),
    ),
    ProblemKind.BAD_ADDRESS: (
        QT_TRANSLATE_NOOP("Problem", "The model’s service address cannot be used."),
        RARELY,
        QT_TRANSLATE_NOOP("Problem", "Remove the model and add it again with the correct address."),
    ),
    # Saving results
    ProblemKind.INTERRUPTED: (
        QT_TRANSLATE_NOOP("Problem", "The download was interrupted when EPA Desktop closed."),
        NOTHING_LOST,
        QT_TRANSLATE_NOOP("Problem", "Save again. The download continues where it stopped, if the service allows it."),
    ),
    ProblemKind.DISK_FULL: (
        QT_TRANSLATE_NOOP("Problem", "There is not enough disk space for the results."),
        NOTHING_LOST,
        QT_TRANSLATE_NOOP("Problem", "Free up space and save again, or save elsewhere on another disk."),
    ),
    ProblemKind.FOLDER_READ_ONLY: (
        QT_TRANSLATE_NOOP("Problem", "EPA Desktop is not allowed to write to {path}."),
        NOTHING_LOST,
        QT_TRANSLATE_NOOP("Problem", "Choose a folder that you can write to."),
    ),
    ProblemKind.FOLDER_GONE: (
        QT_TRANSLATE_NOOP("Problem", "The folder of {path} cannot be found."),
        NOTHING_LOST,
        QT_TRANSLATE_NOOP("Problem", "Connect the drive again, or choose another folder."),
    ),
    ProblemKind.NAME_REFUSED: (
        QT_TRANSLATE_NOOP("Problem", "The system does not accept the file name {path}."),
        NOTHING_LOST,
        QT_TRANSLATE_NOOP("Problem", "Choose a shorter or simpler name."),
    ),
    ProblemKind.FILE_IN_USE: (
        QT_TRANSLATE_NOOP("Problem", "Another program is using the file {path}."),
        NOTHING_LOST,
        QT_TRANSLATE_NOOP("Problem", "Close the file there, or choose another name."),
    ),
    ProblemKind.FILE_TAKEN: (
        QT_TRANSLATE_NOOP("Problem", "The results of another job are being saved to {path}."),
        NOTHING_LOST,
        QT_TRANSLATE_NOOP("Problem", "Choose another name."),
    ),
    ProblemKind.NOT_OUR_FILE: (
        QT_TRANSLATE_NOOP("Problem", "Another program replaced {path} while it was being written."),
        QT_TRANSLATE_NOOP("Problem", "It was left unchanged, and nothing was saved."),
        QT_TRANSLATE_NOOP("Problem", "Choose a folder that others cannot write to."),
    ),
    ProblemKind.DISK_TROUBLE: (
        QT_TRANSLATE_NOOP("Problem", "The disk reported an error for {path}."),
        NOTHING_LOST,
        QT_TRANSLATE_NOOP("Problem", "Choose another folder, or check the disk."),
    ),
    # Looking at results
    ProblemKind.RESULTS_NOT_READ: (
        QT_TRANSLATE_NOOP("Problem", "The results cannot be read from {path}."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "They may have been moved or deleted, you may not have permission to read them, or their drive may be"
            " disconnected.",
        ),
        QT_TRANSLATE_NOOP("Problem", "Make sure that the file is there, then try again."),
    ),
    ProblemKind.RESULTS_HELD: (
        QT_TRANSLATE_NOOP("Problem", "Another program has the results {path} open."),
        QT_TRANSLATE_NOOP("Problem", "Until they are closed there, no other program can read them. Nothing is lost."),
        QT_TRANSLATE_NOOP("Problem", "Close the file there, then try again."),
    ),
    # Sending a file
    ProblemKind.FILE_CHANGED: (
        QT_TRANSLATE_NOOP("Problem", "The file {path} changed after it was checked."),
        QT_TRANSLATE_NOOP("Problem", "Only what was shown is sent, so sending stopped."),
        QT_TRANSLATE_NOOP("Problem", "Check the file again, then send it."),
    ),
    ProblemKind.FILE_NOT_READ: (
        QT_TRANSLATE_NOOP("Problem", "The file {path} cannot be read."),
        QT_TRANSLATE_NOOP(
            "Problem", "It may have been moved, another program may be using it, or its drive may be disconnected."
        ),
        QT_TRANSLATE_NOOP("Problem", "Make sure that the file is there, then check it again."),
    ),
    ProblemKind.FILE_TOO_LARGE: (
        QT_TRANSLATE_NOOP("Problem", "The file to send is too large for the service’s storage."),
        QT_TRANSLATE_NOOP("Problem", "The storage takes up to 5 GB at once. No retraining was started."),
        QT_TRANSLATE_NOOP("Problem", "Send fewer rows."),
    ),
    ProblemKind.NO_ROOM_TO_PREPARE: (
        QT_TRANSLATE_NOOP("Problem", "There is not enough disk space to prepare the file for sending."),
        QT_TRANSLATE_NOOP("Problem", "While the file is sent, a copy or a zip is kept in {path}."),
        QT_TRANSLATE_NOOP("Problem", "Free up space on that disk, then send again."),
    ),
    ProblemKind.SEND_INTERRUPTED: (
        QT_TRANSLATE_NOOP("Problem", "Sending the training file was interrupted."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "EPA Desktop was closed while it was sending, or the job was removed and brought back. The service did not"
            " receive the whole file, so this retraining does not start.",
        ),
        QT_TRANSLATE_NOOP("Problem", "Send the file again to start a new job, or remove this one from the list."),
    ),
    ProblemKind.SEND_UNANSWERED: (
        QT_TRANSLATE_NOOP("Problem", "The whole training file was sent, but no answer came from {where}."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "It is not known whether the service received it. If this job goes on to its end, the file arrived.",
        ),
        QT_TRANSLATE_NOOP("Problem", "Wait a while, or send the file again to start a new job."),
    ),
    # Switching
    ProblemKind.SWITCH_NOT_RECORDED: (
        QT_TRANSLATE_NOOP("Problem", "The history could not be written, so nothing was sent."),
        QT_TRANSLATE_NOOP("Problem", "The live model is unchanged. No switch is made that is not recorded."),
        QT_TRANSLATE_NOOP(
            "Problem", "Free up disk space, make sure that the folder can be written to, then try again."
        ),
    ),
    ProblemKind.SWITCH_NOT_BEGUN: (
        QT_TRANSLATE_NOOP("Problem", "The switch was stopped before it was sent."),
        QT_TRANSLATE_NOOP(
            "Problem", "It was canceled, its job was removed, or EPA Desktop was closed. The live model is unchanged."
        ),
        QT_TRANSLATE_NOOP("Problem", "Switch again if you still want to."),
    ),
    # Keys
    ProblemKind.KEY_MISSING: (
        QT_TRANSLATE_NOOP("Problem", "There is no API key for this model on this computer."),
        KEY_MEANS,
        KEY_TO_DO,
    ),
    ProblemKind.KEY_FOR_ANOTHER_ADDRESS: (
        QT_TRANSLATE_NOOP("Problem", "The API key in the keychain was not entered for this model’s address: {where}."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "The address has changed, or was not saved with the key. A key is sent only to the"
            " service it was entered for, so it was not sent. This model’s jobs are not checked"
            " until there is a new key.",
        ),
        QT_TRANSLATE_NOOP(
            "Problem",
            "If the address is correct, choose “Enter the new key…”. If not, remove the model and add it again.",
        ),
    ),
    ProblemKind.KEYCHAIN_LOCKED: (
        QT_TRANSLATE_NOOP("Problem", "The system’s keychain is locked, or access to it was refused."),
        QT_TRANSLATE_NOOP("Problem", "Without the API key, this model’s jobs cannot be checked."),
        QT_TRANSLATE_NOOP("Problem", "Choose “Check now”, and allow EPA Desktop to use the keychain."),
    ),
    ProblemKind.KEYCHAIN_ABSENT: (
        QT_TRANSLATE_NOOP("Problem", "The system has no keychain that can be used."),
        QT_TRANSLATE_NOOP("Problem", "The API key is kept only until EPA Desktop closes."),
        QT_TRANSLATE_NOOP("Problem", "Enter it again after the next start."),
    ),
    ProblemKind.KEYCHAIN_TROUBLE: (
        QT_TRANSLATE_NOOP("Problem", "The system’s keychain reported an error."),
        QT_TRANSLATE_NOOP("Problem", "A newly entered key works until EPA Desktop closes."),
        QT_TRANSLATE_NOOP("Problem", "Choose “Check now”. If this continues, enter the key again."),
    ),
    # The list, and the history
    ProblemKind.LIST_DAMAGED: (
        QT_TRANSLATE_NOOP("Problem", "The file with your list was damaged, so the last backup is used instead."),
        QT_TRANSLATE_NOOP(
            "Problem", "What changed since that backup may be missing. The damaged file was kept as {path}."
        ),
        QT_TRANSLATE_NOOP("Problem", "Look through the list and add what is missing."),
    ),
    ProblemKind.LIST_LOST: (
        QT_TRANSLATE_NOOP("Problem", "The file with your list was damaged, and there was no backup."),
        QT_TRANSLATE_NOOP("Problem", "The list starts empty. The damaged file was kept as {path}."),
        QT_TRANSLATE_NOOP("Problem", "Add your models and jobs again. The jobs themselves are not affected."),
    ),
    ProblemKind.LIST_NOT_SAVED: (
        QT_TRANSLATE_NOOP("Problem", "Changes cannot be saved in {path}."),
        QT_TRANSLATE_NOOP("Problem", "They are kept while EPA Desktop runs. It tries again by itself to save them."),
        QT_TRANSLATE_NOOP("Problem", "Free up disk space, and make sure that the folder can be written to."),
    ),
    ProblemKind.LIST_TOO_NEW: (
        QT_TRANSLATE_NOOP("Problem", "Your list was written by a newer version of EPA Desktop."),
        QT_TRANSLATE_NOOP("Problem", "It was left unchanged, and is not shown here."),
        QT_TRANSLATE_NOOP("Problem", "Install the newest version of EPA Desktop."),
    ),
    ProblemKind.LIST_IN_USE: (
        QT_TRANSLATE_NOOP("Problem", "Another program is using the file with your list in {path}."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "It is not known now which models and jobs are in it, so none are shown or checked. Nothing was changed.",
        ),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Wait until that program has finished, for example a backup, or close it. EPA Desktop tries again by"
            " itself.",
        ),
    ),
    ProblemKind.LIST_UNREAD: (
        QT_TRANSLATE_NOOP("Problem", "Part of your list cannot be read."),
        QT_TRANSLATE_NOOP("Problem", "It stays unchanged in the file. Everything else is shown and checked as usual."),
        QT_TRANSLATE_NOOP("Problem", "Install the newest version of EPA Desktop."),
    ),
    ProblemKind.HISTORY_NOT_READ: (
        QT_TRANSLATE_NOOP("Problem", "The history cannot be read from {path}."),
        QT_TRANSLATE_NOOP(
            "Problem", "Nothing in it was changed. Another program may be using the file, or the disk may be failing."
        ),
        QT_TRANSLATE_NOOP("Problem", "Close this window and open it again. If this continues, restart EPA Desktop."),
    ),
    # A fault of this program
    ProblemKind.UNEXPECTED: (
        QT_TRANSLATE_NOOP("Problem", "A problem occurred inside EPA Desktop."),
        QT_TRANSLATE_NOOP("Problem", "Your list is safe, and everything else continues."),
        QT_TRANSLATE_NOOP("Problem", "If this happens again, contact support and include the text under “Details”."),
    ),
}
