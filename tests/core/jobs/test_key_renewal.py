"""When a key is renewed by itself."""

import pytest

from epa_gui.core.jobs.key_life import DAY, is_renewal_due
from epa_gui.core.jobs.model import Model

NOW = 1_800_000_000.0


@pytest.mark.parametrize(
    ("days_left", "jobs", "is_due"),
    [
        (None, [], False),
        (6.0, [], False),
        (5.0, [], True),
        (0.0, [], True),
        (-3.0, [], True),
        (4.0, [None], False),
        (4.0, [NOW + DAY], False),
        (4.0, [NOW + 4.5 * DAY], True),
        (4.0, [NOW + DAY, NOW + 4.5 * DAY], True),
        (1.0, [None], True),
        (0.5, [NOW + 60], True),
        (6.0, [NOW + 7 * DAY], False),
    ],
)
def test_a_key_is_renewed_in_its_last_days_but_not_while_a_job_needs_it(
    days_left: float | None, jobs: list[float | None], is_due: bool
) -> None:
    model = Model("m", "Sales", key_ends_at=None if days_left is None else NOW + days_left * DAY)
    assert is_renewal_due(model, jobs, NOW) is is_due
