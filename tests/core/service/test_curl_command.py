"""The command for people who check a job by hand: the manual's, for both kinds of shells, without a key."""

import shlex

import pytest

from epa_gui.core.jobs.region import BASE_URLS, Region
from epa_gui.core.service.curl_command import status_check_command


@pytest.mark.parametrize(
    "address",
    [BASE_URLS[Region.GLOBAL], BASE_URLS[Region.JAPAN], "https://proxy.example.com:8443/epa", "http://[::1]:8080"],
)
def test_it_is_the_manual_s_call_with_a_placeholder_for_the_key(address: str) -> None:
    command = status_check_command(address, "2ad0edcf-88aa")
    assert command == (f'curl -X GET "{address}/v1/external/retrain_jobs/2ad0edcf-88aa" -H "x-api-key: YOUR_API_KEY"')


def test_no_sign_of_an_address_or_an_id_means_anything_to_a_shell() -> None:
    command = status_check_command('https://a.example/$(reboot)/`id`/"&calc"/x!y\\z', 'j" & calc $HOME `id` %PATH%')
    inside = "".join(command.split('"')[1::2])
    assert command.count('"') == 4, "nothing ends the quotes"
    assert not set("$`\\!&^<>|") & set(inside), "for Unix shells, and for Windows' beside them"
    words = shlex.split(command)
    assert words[:3] == ["curl", "-X", "GET"]
    assert words[4:] == ["-H", "x-api-key: YOUR_API_KEY"]
    assert " " not in words[3]
