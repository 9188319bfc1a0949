"""The invented list of the pictures holds together: nothing in it can strike whoever looks as impossible."""

import re
from datetime import date, datetime

import pytest
from shots.clock import Clock
from shots.invented import Invented, invented
from shots.scenes_results import MONTHS

from epa_gui.core.jobs.job import Job
from epa_gui.core.jobs.problem import ProblemKind

_KEY_TROUBLE = frozenset({ProblemKind.KEY_INACTIVE, ProblemKind.KEY_WRONG, ProblemKind.NO_SUCH_KEY})
_NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip


@pytest.fixture
def made() -> Invented:
    numbers = iter(range(1000))
    return invented(Clock()(), lambda _model: f"id-{next(numbers)}")


def sent_on(job: Job) -> date:
    return datetime.fromtimestamp(job.added_at).astimezone().date()


def ends_of(name: str, year: int) -> list[date]:
    """The first days after the months, weeks and quarters that a name tells."""
    months = [number for number, month in enumerate(_NAMES, 1) if month in name]
    months += [int(number) for number in re.findall(r"(\d+)月", name)]
    months += [3 * int(number) for number in re.findall(r"Q(\d)", name)]
    ends = [date(year + month // 12, month % 12 + 1, 1) for month in months]
    return ends + [date.fromisocalendar(year, int(week) + 1, 1) for week in re.findall(r"Week (\d+)", name)]


def test_data_is_sent_when_the_time_it_is_about_is_over(made: Invented) -> None:
    told = [(job.name, sent_on(job), end) for job in made.jobs() for end in ends_of(job.name, sent_on(job).year)]
    assert len(told) > 25
    assert [(name, at) for name, at, end in told if at < end] == []


def test_so_it_is_in_the_story_of_the_results() -> None:
    today = datetime.fromtimestamp(Clock()()).astimezone().date()
    months = [_NAMES.index(month.split()[0]) + 1 for month in MONTHS]
    assert months == list(range(months[0], months[-1] + 1))
    assert months[-1] + 1 == today.month


def test_of_one_key_the_service_says_one_thing(made: Invented) -> None:
    said: dict[str, set[ProblemKind]] = {}
    for job in made.jobs():
        if job.problem and job.problem.kind in _KEY_TROUBLE:
            said.setdefault(job.model, set()).add(job.problem.kind)
    assert sorted(map(len, said.values())) == [1, 1]


def test_no_job_is_older_than_its_model(made: Invented) -> None:
    added = {model.id: model.added_at for model in made.models.values()}
    assert [job.name for job in made.jobs() if job.added_at < added[job.model]] == []
