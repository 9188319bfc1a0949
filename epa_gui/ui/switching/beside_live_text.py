"""A job's own figure beside the live job's, in words: what is worse is said to be, and that the data may differ."""

from PySide6.QtCore import QCoreApplication

from epa_gui.core.results.shown_figures import decimals_beside
from epa_gui.core.switching.beside_live import BesideLive
from epa_gui.core.switching.switch_case import SwitchCase
from epa_gui.core.text.foreign_text import fill
from epa_gui.ui.base.joining import sentences
from epa_gui.ui.base.metric_text import figures, gain_text
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
    difference = gain_text(kind, beside.gain, decimals=decimals_beside(kind, *values))
    told = fill(_told(beside.gain), carrier_name(case.verdict), figure, live_figure, difference)
    return sentences(told, _doubt(beside))


def _doubt(beside: BesideLive) -> str:
    if beside.gain < 0 and beside.may_be_chance is None:
        return translate("Switch", "Whether this is chance is not known, and the data may differ.")
    if beside.gain < 0 and beside.may_be_chance:
        return translate("Switch", "A difference this small can be chance, and the data may differ.")
    return translate("Switch", "The two may have been measured on different data.")


def _told(gain: float) -> str:
    if gain < 0:
        return translate("Switch", "{0} {1}, live model {2}: {3}.")
    return translate("Switch", "{0} {1}, live model {2}.")
