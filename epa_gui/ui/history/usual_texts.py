"""What usually stands in the columns of the history: for room to be made before it is there."""

from epa_gui.ui.base.usual_texts import JOB_NAME, MODEL_NAME, moments
from epa_gui.ui.history.history_model import HistoryColumn

_USER = "administrator"
_SENTENCE = f"“{JOB_NAME}” was put into service; it was “{JOB_NAME}” before"


def history_texts() -> dict[HistoryColumn, list[str]]:
    """The longest of the history's usual texts are among these; what was done is sentences, and takes what is left."""
    return {
        HistoryColumn.TIME: moments(),
        HistoryColumn.WHAT: [_SENTENCE],
        HistoryColumn.MODEL: [MODEL_NAME],
        HistoryColumn.JOB: [JOB_NAME],
        HistoryColumn.USER: [_USER],
    }
