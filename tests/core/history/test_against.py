"""Whether a job's results compare it with what is live now is said only where it is known."""

from dataclasses import replace

from epa_gui.core.history.against import ComparedWith, compared_with, is_against_live
from epa_gui.core.history.deployment import Deployment, Switch, SwitchOutcome
from epa_gui.core.jobs.job import Job

JOB = Job("j", "m", "November", added_at=100.0, started_at=100.0, status="job_finished", ended_at=200.0)


def test_the_live_model_is_named_only_where_it_is_what_the_results_compare_with() -> None:
    done = Switch("s", "m", "other", at=50.0, outcome=SwitchOutcome.DONE, ended_at=60.0)
    later = replace(done, at=150.0, ended_at=160.0)
    assert compared_with(JOB, Deployment(later)) is ComparedWith.EARLIER
    assert compared_with(replace(JOB, started_at=None), Deployment(done)) is ComparedWith.UNKNOWN
    assert compared_with(JOB, Deployment(done, is_restored=True)) is ComparedWith.UNKNOWN
    assert compared_with(JOB, Deployment(replace(done, job="j"))) is ComparedWith.EARLIER
    assert is_against_live(JOB, Deployment())
    assert is_against_live(JOB, Deployment(done))
    assert not is_against_live(JOB, Deployment(later)), "switched after this training had begun"
    assert not is_against_live(replace(JOB, started_at=None), Deployment(done)), "started elsewhere: nobody knows"
    assert not is_against_live(JOB, Deployment(done, is_restored=True))
    assert not is_against_live(replace(JOB, started_at=99.0), Deployment(replace(done, job="j"))), "it is live itself"
