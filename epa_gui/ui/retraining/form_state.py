"""How the form for a new retraining stands: decided from what is known of its files, and put into words."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from epa_gui.core.dataset.inspection import Inspection
from epa_gui.core.dataset.roles import Role
from epa_gui.ui.base import formatting
from epa_gui.ui.base.joining import in_line

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
                translate("RetrainingState", "Drop a CSV or TSV file here"),
                translate(
                    "RetrainingState",
                    "Or choose it above, with an evaluation file if you have one. Every file is checked first."
                    " Nothing is sent until you choose “Send”.",
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
                    "RetrainingState",
                    "No problems found in the part that was read. Choose “Check again” to read the file to the end.",
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
            return translate("RetrainingState", "Wait until the file has been checked.")
        case FormState.BROKEN_OFF:
            return translate("RetrainingState", "The file was not read to the end. Choose “Check again”.")
        case FormState.STOPPED if not inspection.can_send(in_spite=in_spite):
            count = len(inspection.stops())
            return QCoreApplication.translate("RetrainingState", "Fix the problem(s) first.", "", count)
    return ""


def in_spite_text(inspection: Inspection) -> str:
    """What a person says who sends the files although something stops them."""
    count = len(inspection.stops())
    return QCoreApplication.translate("RetrainingState", "Send in spite of %Ln problem(s)", "", count)


def _stopped(inspection: Inspection) -> str:
    """How many problems there are and in which file, and how many suggestions besides."""
    problems, suggestions = _problems(inspection), len(inspection.suggestions())
    if not suggestions:
        return problems
    suggested = QCoreApplication.translate("RetrainingState", "%Ln suggestion(s)", "", suggestions)
    return in_line(problems, suggested)


def _problems(inspection: Inspection) -> str:
    stops = inspection.stops()
    count = len(stops)
    if len({placed.role for placed in stops}) > 1:
        return QCoreApplication.translate("RetrainingState", "%Ln problem(s) to fix in both files", "", count)
    if stops[0].role is Role.EVALUATION:
        return QCoreApplication.translate("RetrainingState", "%Ln problem(s) to fix in the evaluation file", "", count)
    return QCoreApplication.translate("RetrainingState", "%Ln problem(s) to fix", "", count)


def _can_be_fixed(inspection: Inspection) -> str:
    """What of it this program can put right."""
    offered = len(inspection.offered())
    if offered:
        return QCoreApplication.translate(
            "RetrainingState",
            "%Ln can be fixed in the copy that is sent. Your own file stays as it is.",
            "",
            offered,
        )
    if inspection.stops() and not _has_tables(inspection):
        return ""  # another file is needed, which the finding says
    if inspection.stops():
        return translate("RetrainingState", "Correct the file, save it, then choose “Check again”.")
    return translate("RetrainingState", "No problems found. Check that this is the file you want to send.")


def _has_tables(inspection: Inspection) -> bool:
    """Whether each file that something stops can be read as a table."""
    stopped = (inspection.readings.get(placed.role) for placed in inspection.stops())
    return all(reading is None or bool(reading.columns) for reading in stopped)


def _all_well(inspection: Inspection) -> str:
    fixed = len(inspection.mended())
    if fixed:
        return QCoreApplication.translate(
            "RetrainingState",
            "No problems left: %Ln fixed in the copy that is sent. Your own file stays as it is.",
            "",
            fixed,
        )
    return translate("RetrainingState", "No problems found. Nothing in your file needs to be changed.")


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
    return in_line(counted, formatting.percent(done, total))
