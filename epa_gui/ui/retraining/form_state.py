"""How the form for a new retraining stands: decided from what is known of its files, and put into words."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from epa_gui.core.dataset.inspection import Inspection
from epa_gui.core.dataset.roles import Role
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base import formatting

translate = QCoreApplication.translate


class FormState(StrEnum):
    """What the box above the findings tells."""

    EMPTY = "empty"  # no training file was chosen
    READING = "reading"
    STOPPED = "stopped"  # something was found that the files are not sent with
    BROKEN_OFF = "broken off"  # nothing stops them as far as they were read, which is not to their end
    SUGGESTED = "suggested"  # they may be sent, though there is something to look at
    READY = "ready"


@dataclass(frozen=True, slots=True)
class StateWords:
    """What the box says.

    Attributes:
        title: How it stands.
        text: What that means, and what can be done.
    """

    title: str
    text: str


def form_state(inspection: Inspection) -> FormState:
    """How the form stands."""
    if inspection.is_reading:
        return FormState.READING
    if Role.TRAINING not in inspection.files:
        return FormState.EMPTY
    if inspection.stops():
        return FormState.STOPPED
    if not inspection.is_whole:
        return FormState.BROKEN_OFF
    return FormState.SUGGESTED if inspection.suggestions() else FormState.READY


def state_words(inspection: Inspection) -> StateWords:
    """How the form stands, in words."""
    match form_state(inspection):
        case FormState.EMPTY:
            return StateWords(
                translate("RetrainingState", "Choose the training file"),
                translate(
                    "RetrainingState",
                    "Drop a CSV or TSV file here, and an evaluation file with it if you have one. Every file is checked"
                    " first; nothing is sent before you choose Send.",
                ),
            )
        case FormState.READING:
            return StateWords(translate("RetrainingState", "Checking…"), _progress(inspection))
        case FormState.STOPPED:
            return StateWords(_stopped(inspection), _can_be_fixed(inspection))
        case FormState.BROKEN_OFF:
            return StateWords(
                translate("RetrainingState", "Not read to the end"),
                translate(
                    "RetrainingState", "Nothing was found as far as it was read. Check again to read it to its end."
                ),
            )
        case FormState.SUGGESTED:
            count = len(inspection.suggestions())
            title = QCoreApplication.translate("RetrainingState", "Ready to send, with %Ln suggestion(s)", "", count)
            return StateWords(title, _can_be_fixed(inspection))
    return StateWords(translate("RetrainingState", "Ready to send"), _all_well(inspection))


def unsent_reason(inspection: Inspection, *, has_model: bool, in_spite: bool) -> str:
    """Why the files cannot be sent now; empty if they can be."""
    if not has_model:
        return translate("RetrainingState", "Add the model first.")
    match form_state(inspection):
        case FormState.EMPTY:
            return translate("RetrainingState", "Choose the training file.")
        case FormState.READING:
            return translate("RetrainingState", "Wait until the file is checked.")
        case FormState.BROKEN_OFF:
            return translate("RetrainingState", "The file was not read to its end. Check again.")
        case FormState.STOPPED if not inspection.can_send(in_spite=in_spite):
            return translate("RetrainingState", "Fix what stops the file first.")
    return ""


def in_spite_text(inspection: Inspection) -> str:
    """What a person says who sends the files although something stops them."""
    return QCoreApplication.translate("RetrainingState", "Send in spite of %Ln problem(s)", "", len(inspection.stops()))


def _stopped(inspection: Inspection) -> str:
    stops = inspection.stops()
    if len({placed.role for placed in stops}) > 1:
        return QCoreApplication.translate("RetrainingState", "%Ln problem(s) stop these files", "", len(stops))
    if stops[0].role is Role.EVALUATION:
        return QCoreApplication.translate("RetrainingState", "%Ln problem(s) stop the evaluation file", "", len(stops))
    return QCoreApplication.translate("RetrainingState", "%Ln problem(s) stop this file", "", len(stops))


def _can_be_fixed(inspection: Inspection) -> str:
    """What of it this program can put right."""
    suggestions = len(inspection.suggestions())
    parts = []
    if inspection.stops() and suggestions:
        parts.append(QCoreApplication.translate("RetrainingState", "%Ln more are suggestions.", "", suggestions))
    offered = len(inspection.offered())
    if offered:
        parts.append(
            QCoreApplication.translate(
                "RetrainingState",
                "%Ln can be fixed in the copy that is sent; your own file stays as it is.",
                "",
                offered,
            )
        )
    elif inspection.stops():
        parts.append(translate("RetrainingState", "Correct the file, save it, then choose Check again."))
    else:
        parts.append(translate("RetrainingState", "Nothing stops the file. See whether it is what you mean to send."))
    return " ".join(parts)


def _all_well(inspection: Inspection) -> str:
    fixed = len(inspection.mended())
    if fixed:
        return QCoreApplication.translate(
            "RetrainingState",
            "Every check passed. %Ln problem(s) are fixed in the copy that is sent; your own file stays as it is.",
            "",
            fixed,
        )
    return translate("RetrainingState", "Every check passed. Nothing in your file has to be changed.")


def read_share(inspection: Inspection) -> tuple[int, int]:
    """Bytes read of all files, and bytes there are; none while a file is being opened."""
    readings = inspection.readings.values()
    if len(inspection.readings) < len(inspection.files):
        return 0, 0
    return sum(reading.done for reading in readings), sum(reading.size for reading in readings)


def _progress(inspection: Inspection) -> str:
    done, total = read_share(inspection)
    if not total:
        return translate("RetrainingState", "Opening the file…")
    rows = sum(reading.rows for reading in inspection.readings.values())
    counted = QCoreApplication.translate("RetrainingState", "%Ln row(s) so far", "", rows)
    return fill(translate("RetrainingState", "{0} · {1}"), counted, formatting.percent(done, total))
