"""The verdict, from saved results to list, details, switch dialog and history: everywhere with its doubt."""

import io
import zipfile

from epa_gui.core.history.event import EventKind
from epa_gui.core.jobs.verdict_note import Answer
from epa_gui.practice import PracticeService
from epa_gui.ui.jobs.job_columns import JobColumn
from tests.gui.at_desk import AtDesk


def results_of(new_only: int, old_only: int, rows: int) -> bytes:
    """Results of three classes with the rows of both models, of which each alone is right in so many."""
    lines = ["red,apple,apple,apple"] * (rows * 9 // 10 - new_only - old_only)
    lines += ["red,pear,pear,plum"] * new_only + ["red,plum,apple,plum"] * old_only
    lines += ["red,pear,plum,apple"] * (rows - len(lines))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        table = "\r\n".join(["colour,fruit,fruit (prediction),(previous)_fruit (prediction)", *lines, ""])
        archive.writestr("evaluation_raw_data.csv", table)
    return out.getvalue()


def test_noise_is_called_so_wherever_the_results_are_spoken_of(desk: AtDesk, practice: PracticeService) -> None:
    job = desk.finished_job("November")
    practice.set_results(job.id, results_of(60, 45, 1000), "r.zip")
    desk.save_results(job)
    desk.until(lambda: desk.cell(job, JobColumn.VERDICT) == "No clear difference")
    doubt = "Of 1000 row(s), only the new model was right in 60, only the other in 45."
    doubt += " A difference this small can be chance."
    desk.select(job)
    assert doubt in desk.said()
    (saved,) = [event for event in desk.history() if event.kind is EventKind.RESULTS_SAVED]
    assert saved.details["answer"] == Answer.NO_DIFFERENCE.value
    assert (saved.details["new_only"], saved.details["old_only"]) == (60, 45)
    assert saved.details["sha256"]
    desk.switch(job)
    (asked,) = [event for event in desk.history() if event.kind is EventKind.SWITCH_ASKED]
    assert asked.details["answer"] == Answer.NO_DIFFERENCE.value
    assert asked.details["sha256"] == saved.details["sha256"], "of the file that the verdict is about"


def test_a_clearly_worse_model_warns_before_the_switch(desk: AtDesk, practice: PracticeService) -> None:
    job = desk.finished_job("November")
    practice.set_results(job.id, results_of(45, 120, 1000), "r.zip")
    desk.save_results(job)
    desk.until(lambda: desk.cell(job, JobColumn.VERDICT) == "Clearly worse")
    desk.select(job)
    desk.actions.switch_model.trigger()
    said = desk.said()
    assert "By its results, clearly worse than the live model" in said
    assert "A difference this large is unlikely to be chance." in said
