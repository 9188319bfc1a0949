"""The words for problems of the service: its refusals and answers, its storage and its prediction APIs."""

from epa_gui.core.jobs.problem import ProblemKind
from epa_gui.ui.base.problem_text_shared import GOES_ON, KEY_MEANS, KEY_TO_DO, NOT_SAVED, NOTHING_LOST, RARELY
from epa_gui.ui.base.translatable import QT_TRANSLATE_NOOP

SERVICE_PROBLEMS: dict[ProblemKind, tuple[str, str, str]] = {
    # Keys
    ProblemKind.NO_SUCH_KEY: (
        QT_TRANSLATE_NOOP("Problem", "The service did not accept this model’s API key."),
        KEY_MEANS,
        KEY_TO_DO,
    ),
    ProblemKind.KEY_INACTIVE: (
        QT_TRANSLATE_NOOP("Problem", "The service did not accept this model’s API key."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "It is wrong or no longer active: keys expire after about 30 days. This model’s jobs are not checked until"
            " there is a new key. Other models are not affected.",
        ),
        KEY_TO_DO,
    ),
    ProblemKind.KEY_WRONG: (
        QT_TRANSLATE_NOOP("Problem", "The API key of this model is not its key for retraining."),
        KEY_MEANS,
        QT_TRANSLATE_NOOP(
            "Problem", "{prediction_key} Choose “Enter the new key…”, and enter the key for retraining. {key_place}"
        ),
    ),
    # Jobs and models
    ProblemKind.JOB_NOT_FOUND: (
        QT_TRANSLATE_NOOP("Problem", "The service does not know this job."),
        QT_TRANSLATE_NOOP("Problem", "The job ID is wrong, or the job belongs to another model’s key."),
        QT_TRANSLATE_NOOP(
            "Problem", "Compare the job ID with the one you were given. If it differs, add the job again."
        ),
    ),
    ProblemKind.JOB_DELETED: (
        QT_TRANSLATE_NOOP("Problem", "The service says this job may have been deleted."),
        RARELY,
        QT_TRANSLATE_NOOP("Problem", "If you know that it was deleted, remove it from the list."),
    ),
    ProblemKind.ACCOUNT_DELETED: (
        QT_TRANSLATE_NOOP("Problem", "The service says the account may have been deleted."),
        RARELY,
        QT_TRANSLATE_NOOP("Problem", "Ask your administrator whether the account still exists."),
    ),
    ProblemKind.MODEL_DELETED: (
        QT_TRANSLATE_NOOP("Problem", "The service says the model may have been deleted."),
        RARELY,
        QT_TRANSLATE_NOOP("Problem", "Check in the console whether the model still exists."),
    ),
    ProblemKind.MODEL_ID_REQUIRED: (
        QT_TRANSLATE_NOOP("Problem", "The service asked for a model ID."),
        QT_TRANSLATE_NOOP("Problem", "Without a model ID, it cannot answer."),
        QT_TRANSLATE_NOOP("Problem", "Enter the model ID that the console shows."),
    ),
    ProblemKind.PREDICTION_API_DELETED: (
        QT_TRANSLATE_NOOP("Problem", "The service found no prediction API for this model."),
        QT_TRANSLATE_NOOP("Problem", "The prediction API may have been deleted in the console."),
        QT_TRANSLATE_NOOP("Problem", "Create a prediction API for the model in the console, then try again."),
    ),
    ProblemKind.JOB_NOT_FINISHED: (
        QT_TRANSLATE_NOOP("Problem", "The service says retraining has not finished."),
        QT_TRANSLATE_NOOP("Problem", "This is possible only when the retraining has finished."),
        QT_TRANSLATE_NOOP("Problem", "Wait until the job shows “Finished”."),
    ),
    ProblemKind.CONFIGURATION_DELETED: (
        QT_TRANSLATE_NOOP("Problem", "The service did not find the model’s configuration."),
        QT_TRANSLATE_NOOP("Problem", "It may have been deleted. In that case, the model cannot be retrained."),
        QT_TRANSLATE_NOOP("Problem", "Check the model in the console, or create it again there."),
    ),
    ProblemKind.REFUSED: (
        QT_TRANSLATE_NOOP("Problem", "The service refused the request with an unknown message."),
        GOES_ON,
        QT_TRANSLATE_NOOP("Problem", "Read the service’s own words under “Details”."),
    ),
    ProblemKind.JOB_FAILED: (
        QT_TRANSLATE_NOOP("Problem", "The service reports that this job ended without a new model."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "The live model is unchanged. EPA Desktop checks again every hour for one day, in case the status changes.",
        ),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Read the service’s message under “Details”. If it gives no reason, check the console’s “Usage” page. The"
            " limit for models, data storage or this month’s training time may have been reached.",
        ),
    ),
    # Answers that are none
    ProblemKind.TOO_MANY_REQUESTS: (
        QT_TRANSLATE_NOOP("Problem", "The service asks for fewer requests."),
        QT_TRANSLATE_NOOP("Problem", "The job itself is not affected. EPA Desktop waits, then tries again by itself."),
        QT_TRANSLATE_NOOP("Problem", "There is nothing you need to do. The list shows the time of the next check."),
    ),
    ProblemKind.SERVICE_TROUBLE: (
        QT_TRANSLATE_NOOP("Problem", "The service has a problem of its own."),
        GOES_ON,
        QT_TRANSLATE_NOOP(
            "Problem", "There is nothing you need to do. If this continues for hours, check the service’s website."
        ),
    ),
    ProblemKind.NOT_THE_SERVICE: (
        QT_TRANSLATE_NOOP("Problem", "A web page came instead of the service’s answer."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "A sign-in page of the network or a company proxy may have answered. EPA Desktop tries again by itself.",
        ),
        QT_TRANSLATE_NOOP(
            "Problem", "Open a web browser and see whether it asks you to sign in. Check the service address too."
        ),
    ),
    ProblemKind.UNREADABLE_ANSWER: (
        QT_TRANSLATE_NOOP("Problem", "The service’s answer could not be understood."),
        GOES_ON,
        QT_TRANSLATE_NOOP("Problem", "If this continues, contact support and include the text under “Details”."),
    ),
    ProblemKind.ANSWER_TOO_LARGE: (
        QT_TRANSLATE_NOOP("Problem", "The answer was much too large for an answer about a job."),
        QT_TRANSLATE_NOOP("Problem", "It was not read to its end. It probably did not come from the service."),
        QT_TRANSLATE_NOOP("Problem", "Check the model’s region and service address."),
    ),
    ProblemKind.REDIRECTED: (
        QT_TRANSLATE_NOOP("Problem", "The answer was a redirect to {where}."),
        QT_TRANSLATE_NOOP("Problem", "It was not followed, so that your key is sent only to the service."),
        QT_TRANSLATE_NOOP("Problem", "Check the service address, or sign in to your network in a web browser."),
    ),
    # Storage, and what comes from it
    ProblemKind.LINK_EXPIRED: (
        QT_TRANSLATE_NOOP("Problem", "The link to the storage expired, and so did a new one."),
        NOTHING_LOST,
        QT_TRANSLATE_NOOP("Problem", "Try again. If this continues, contact support."),
    ),
    ProblemKind.LINK_REFUSED: (
        QT_TRANSLATE_NOOP("Problem", "The storage did not accept its own link."),
        NOTHING_LOST,
        QT_TRANSLATE_NOOP("Problem", "Try again. If this continues, a proxy may be changing the request."),
    ),
    ProblemKind.FILE_GONE: (
        QT_TRANSLATE_NOOP("Problem", "The storage no longer has the results."),
        QT_TRANSLATE_NOOP("Problem", "The service still offers a link to them, but there is nothing behind it."),
        QT_TRANSLATE_NOOP("Problem", "Try again later, or look for the results in the console."),
    ),
    ProblemKind.STORAGE_TROUBLE: (
        QT_TRANSLATE_NOOP("Problem", "The storage has a problem of its own."),
        NOTHING_LOST,
        QT_TRANSLATE_NOOP("Problem", "Try again later."),
    ),
    ProblemKind.NO_FILE_YET: (
        QT_TRANSLATE_NOOP("Problem", "The service does not offer results for this job now."),
        QT_TRANSLATE_NOOP("Problem", "They may not be ready yet."),
        QT_TRANSLATE_NOOP("Problem", "Try again in a few minutes."),
    ),
    ProblemKind.CUT_SHORT: (
        QT_TRANSLATE_NOOP("Problem", "The download ended several times before the file was complete."),
        NOT_SAVED,
        QT_TRANSLATE_NOOP("Problem", "Try again. The download continues where it stopped, if the service allows it."),
    ),
    ProblemKind.DAMAGED_FILE: (
        QT_TRANSLATE_NOOP("Problem", "The file received is damaged: it is incomplete, or its checksums do not match."),
        NOT_SAVED,
        QT_TRANSLATE_NOOP(
            "Problem",
            "Try again. If this continues, the service’s own file may be damaged. Look for the results in the console.",
        ),
    ),
    ProblemKind.NOT_THE_RESULTS: (
        QT_TRANSLATE_NOOP("Problem", "What was received is not the results."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "It is empty, a web page, an error message, or not the kind of file that its name says. A sign-in page of"
            " the network or a company proxy may have answered. It was not saved. An earlier file with that name is"
            " unchanged.",
        ),
        QT_TRANSLATE_NOOP(
            "Problem", "Sign in to your network in a web browser, then try again. What was received is under “Details”."
        ),
    ),
    ProblemKind.RESULTS_TOO_LARGE: (
        QT_TRANSLATE_NOOP("Problem", "What was received is much too large for results."),
        NOT_SAVED,
        QT_TRANSLATE_NOOP("Problem", "Try again. If this continues, contact support."),
    ),
    ProblemKind.END_NOT_KNOWN: (
        QT_TRANSLATE_NOOP(
            "Problem", "The storage did not say how large the file is, so it is not known whether it is complete."
        ),
        NOT_SAVED,
        QT_TRANSLATE_NOOP("Problem", "Try again. If this continues, a proxy may be changing the answer."),
    ),
    # Switching
    ProblemKind.SWITCH_UNANSWERED: (
        QT_TRANSLATE_NOOP("Problem", "The switch was sent, but no answer came from the service."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "It is not known whether the model was switched. This job’s model may be live, or the one that was live"
            " before.",
        ),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Switch again. If the model was switched already, this should change nothing. To see which model "
            "answers, request a prediction or check the console.",
        ),
    ),
    ProblemKind.SWITCH_API_FAILED: (
        QT_TRANSLATE_NOOP("Problem", "The service accepted the switch, and then the prediction API failed."),
        QT_TRANSLATE_NOOP("Problem", "Programs that request predictions may get none, from either model."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Check the model’s {api_tab} tab in the console. Then switch again, or switch back to the job that was"
            " live before.",
        ),
    ),
    ProblemKind.SWITCH_API_STOPPED: (
        QT_TRANSLATE_NOOP("Problem", "The service accepted the switch, but the prediction API is stopped."),
        QT_TRANSLATE_NOOP("Problem", "Programs that request predictions get none until it is started again."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Start the prediction API on the model’s {api_tab} tab in the console. EPA Desktop then sees which model"
            " is live.",
        ),
    ),
    ProblemKind.SWITCH_NOT_SEEN: (
        QT_TRANSLATE_NOOP(
            "Problem",
            "The service accepted the switch, but the prediction API was not seen running with this job’s model"
            " within 30 minutes.",
        ),
        QT_TRANSLATE_NOOP(
            "Problem",
            "The model that was live before may still answer. EPA Desktop continues to check every 10 minutes.",
        ),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Check the model’s {api_tab} tab in the console, or switch again. If the model was switched already, "
            "this should change nothing.",
        ),
    ),
    # What people read of these three is in `ui.updates.update_text`; here as far as they can be told without.
    ProblemKind.RELEASE_EXPIRED: (
        QT_TRANSLATE_NOOP("Problem", "The information from {where} is out of date."),
        QT_TRANSLATE_NOOP("Problem", "The information was not used."),
        QT_TRANSLATE_NOOP("Problem", "Make sure that this computer’s date is correct, then try again."),
    ),
    ProblemKind.CLOCKS_DIFFER: (
        QT_TRANSLATE_NOOP("Problem", "This computer and {where} have different dates for today."),
        QT_TRANSLATE_NOOP("Problem", "It is not known whether the information is out of date."),
        QT_TRANSLATE_NOOP("Problem", "Set this computer’s date and time, then try again."),
    ),
    ProblemKind.FOREIGN_PAGE: (
        QT_TRANSLATE_NOOP("Problem", "The information from {where} names a page that EPA Desktop does not know."),
        QT_TRANSLATE_NOOP("Problem", "The information was not used."),
        QT_TRANSLATE_NOOP("Problem", "Contact support."),
    ),
    # Predictions
    ProblemKind.PREDICTION_NOT_FOUND: (
        QT_TRANSLATE_NOOP("Problem", "The service found no prediction API at this address."),
        QT_TRANSLATE_NOOP(
            "Problem", "The prediction API may have been deleted, or the address may be that of another one."
        ),
        QT_TRANSLATE_NOOP("Problem", "Copy the address again from the model’s {api_tab} tab in the console."),
    ),
    ProblemKind.PREDICTION_BAD_REQUEST: (
        QT_TRANSLATE_NOOP("Problem", "The prediction API could not use this row."),
        QT_TRANSLATE_NOOP("Problem", "Its columns probably differ from those that the model was trained with."),
        QT_TRANSLATE_NOOP("Problem", "Choose a file with the same columns as the training file."),
    ),
    ProblemKind.PREDICTION_REFUSED: (
        QT_TRANSLATE_NOOP("Problem", "The prediction API refused this request."),
        QT_TRANSLATE_NOOP(
            "Problem",
            "The prediction key may be wrong, or the address may be that of another prediction API. This computer’s"
            " IP address may not be allowed, or the 100 requests of a trial may be used up.",
        ),
        QT_TRANSLATE_NOOP(
            "Problem",
            "Check the key, the address and the allowed IP addresses on the model’s {api_tab} tab in the console.",
        ),
    ),
    ProblemKind.PREDICTION_NOT_RUNNING: (
        QT_TRANSLATE_NOOP("Problem", "The prediction API is not running."),
        QT_TRANSLATE_NOOP("Problem", "It is stopped or still being built, and returns no predictions now."),
        QT_TRANSLATE_NOOP("Problem", "Start it in the console, or try again in a few minutes."),
    ),
}
