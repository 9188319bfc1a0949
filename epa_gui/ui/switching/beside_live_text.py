"""A job's own figure beside the live job's, in words: what is worse is said to be, and that the data may differ."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.results.metric_direction import gain_of
from epa_gui.core.switching.switch_case import SwitchCase
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.joining import sentences
from epa_gui.ui.base.metric_text import as_shown, decimals_beside, figures, gain_text
from epa_gui.ui.base.verdict_text import carrier_name

translate = QCoreApplication.translate


def beside_live_text(case: SwitchCase) -> str:
    """Both figures, by how much the job's is worse where it is, and what that does not prove; empty for none.

    Where the job's is better that is left to the two figures: they are no proof of it.
    """
    beside = case.beside_live
    if beside is None or case.verdict is None:
        return ""
    live, mine, kind = beside.live, beside.mine, beside.metric
    values = (live.value, mine.value, live.text, mine.text)
    live_figure, figure = figures(kind, *values)
    shown_live, shown = as_shown(kind, *values)
    gain = gain_of(kind, shown, shown_live)
    told, doubt = _told(gain), translate("Switch", "The two may have been measured on different data.")
    if gain < 0 and beside.may_be_chance:
        doubt = translate("Switch", "A difference this small can be chance, and the data may differ.")
    difference = gain_text(kind, gain, decimals=decimals_beside(kind, *values))
    return sentences(fill(told, carrier_name(case.verdict), figure, live_figure, difference), doubt)


def _told(gain: float) -> str:
    if gain < 0:
        return translate("Switch", "{0} {1}, live model {2}: {3}.")
    return translate("Switch", "{0} {1}, live model {2}.")
