"""The address of a prediction API is recognised however it was pasted, and no key goes anywhere else."""

import pytest

from epa_gui.core.account.prediction_address import classifier_id_in, clean_prediction_address
from epa_gui.core.keys.bound_key import BoundKey, prediction_origin

PLAIN = "https://user-api.predictionone.sony.biz/v1/groups/g-1/classifiers/3f2a-77/inference"


@pytest.mark.parametrize(
    "pasted",
    [
        PLAIN,
        f"  {PLAIN}\r\n",
        f"{PLAIN}/",
        f"{PLAIN}?trial=1",
        f"{PLAIN}/?a#b",
        PLAIN.replace("/groups", "\u200b/groups").replace("/inference", "\n/inference"),
        PLAIN.replace("https", "HTTPS"),
        PLAIN.replace("predictionone.sony.biz", "PredictionOne.Sony.biz"),
    ],
)
def test_an_address_is_recognised_however_it_was_pasted(pasted: str) -> None:
    assert classifier_id_in(pasted) == "3f2a-77"
    assert clean_prediction_address(pasted) == PLAIN


@pytest.mark.parametrize(
    "address",
    [
        "",
        "3f2a-77",
        "https://user-api.predictionone.sony.biz/",
        PLAIN.removesuffix("/inference"),
        PLAIN + "/more",
        PLAIN.replace("3f2a-77", "a%2Fb"),
        PLAIN.replace("3f2a-77", ".."),
        PLAIN.replace("3f2a-77", ""),
        PLAIN.replace("classifiers", "models"),
        "https://[::1/v1/groups/g/classifiers/c/inference",
    ],
)
def test_what_is_no_address_of_a_prediction_api_has_none_in_it(address: str) -> None:
    assert classifier_id_in(address) is None
    assert clean_prediction_address(address) == ""


@pytest.mark.parametrize(
    "host",
    [
        "http://user-api.predictionone.sony.biz",
        "https://user-api.predictionone.sony.biz.example",
        "https://evilpredictionone.sony.biz",
        "https://predictionone.sony.biz",
        "https://user-api.predictionone.sony.biz:8443",
        "https://u:p@user-api.predictionone.sony.biz",
        "https://evil.example\\@user-api.predictionone.sony.biz",
        "https://user-api.predictionone.sony.biz%2eevil.example",
        "https://10.0.0.1",
        "http://localhost.example",
        "ftp://user-api.predictionone.sony.biz",
    ],
)
def test_no_other_host_is_asked(host: str) -> None:
    assert clean_prediction_address(f"{host}/v1/groups/g/classifiers/c/inference") == ""


@pytest.mark.parametrize(
    "host",
    [
        "https://user-api.easy-predictive-analytics.sony.com",
        "https://eu.user-api.predictionone.sony.biz",
        "http://127.0.0.1:8080",
        "http://localhost:8080",
        "http://[::1]:8080",
    ],
)
def test_the_services_hosts_and_this_computer_are_asked(host: str) -> None:
    address = f"{host}/v1/groups/g/classifiers/c/inference"
    assert clean_prediction_address(address) == address


def test_a_prediction_key_is_bound_to_where_it_is_asked() -> None:
    origin = prediction_origin(PLAIN)
    assert origin == "https://user-api.predictionone.sony.biz:443"
    key = BoundKey("k", origin)
    assert key.is_for(prediction_origin(f"{PLAIN}/?x"))
    assert not key.is_for(prediction_origin(PLAIN.replace("user-api", "other")))
    assert prediction_origin("https://evil.example/v1/groups/g/classifiers/c/inference") == ""
    assert not BoundKey("k", "").is_for("")


def test_the_practice_services_key_outlives_its_port() -> None:
    at_first = "http://127.0.0.1:5001/v1/groups/g/classifiers/c/inference"
    later = at_first.replace("5001", "5002")
    key = BoundKey("k", prediction_origin(at_first, "http://127.0.0.1:5001"))
    assert key.is_for(prediction_origin(later, "http://127.0.0.1:5002"))
    assert not key.is_for(prediction_origin(later))
