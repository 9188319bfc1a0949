"""What usually stands in the columns of the history: for room to be made before it is there."""

from epa_gui.core.history.event import EventKind, HistoryEvent
from epa_gui.ui.base.usual_texts import JOB_NAME, MODEL_NAME, moments
from epa_gui.ui.history.event_text import event_sentence
from epa_gui.ui.history.history_model import HistoryColumn

_USER = "administrator"
_SWITCHED = HistoryEvent(EventKind.SWITCH_ASKED, 0.0, job_name=JOB_NAME, details={"replaces_name": JOB_NAME})


def history_texts() -> dict[HistoryColumn, list[str]]:
    """The longest of the history's usual texts are among these; what was done is sentences, and takes what is left."""
    return {
        HistoryColumn.TIME: moments(),
        HistoryColumn.MODEL: [MODEL_NAME],
        HistoryColumn.JOB: [JOB_NAME],
        HistoryColumn.WHAT: [event_sentence(_SWITCHED)],
        HistoryColumn.USER: [_USER],
    }
