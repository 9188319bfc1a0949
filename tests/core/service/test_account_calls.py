"""The calls about the whole account, against a service that speaks them from the manual alone."""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from epa_gui.core.account.account_model import MOST_MODELS, AccountModel, ModelKind
from epa_gui.core.account.classifier import Classifier, ClassifierStatus
from epa_gui.core.account.key_kind import AccountCall, KeyKind, KeyKindMemory
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.service.account_question import AccountAnswer, ask_account
from epa_gui.core.service.client import Client
from epa_gui.core.service.not_offered import NotOfferedError
from epa_gui.practice import Fault, PracticeService

NOW = 1_750_000_000.0


@pytest.fixture
def train(practice: PracticeService) -> str:
    return practice.issue_account_key("train")


@pytest.fixture
def deploy(practice: PracticeService) -> str:
    return practice.issue_account_key("deploy")


def problem_with(call: Callable[[], object]) -> Problem:
    with pytest.raises(ProblemError) as trouble:
        call()
    return trouble.value.problem


# Keys


@pytest.mark.parametrize("kind", [KeyKind.TRAIN, KeyKind.DEPLOY])
def test_the_secret_key_brings_the_accounts_keys(practice: PracticeService, client: Client, kind: KeyKind) -> None:
    issued = client.issue_key(practice.url, practice.secret_key, kind=kind)
    assert practice.requests[-1].path == f"/v1/external/api-key?credential_type={kind.value}"
    if kind is KeyKind.TRAIN:
        assert client.models(practice.url, issued.api_key).models
    else:
        assert client.classifiers(practice.url, issued.api_key, NOW).classifiers


def test_a_key_for_retraining_names_its_model(practice: PracticeService, client: Client) -> None:
    client.issue_key(practice.url, practice.secret_key, 1002)
    assert practice.requests[-1].path == "/v1/external/api-key?credential_type=retrain&model_id=1002"


# Models


def test_all_models_are_told_whatever_the_size_of_a_page(practice: PracticeService, client: Client, train: str) -> None:
    found = client.models(practice.url, train)
    assert (len(found.models), found.total, found.skipped, found.is_whole) == (25, 25, 0, True)
    assert [seen.path for seen in practice.requests] == [
        f"/v1/external/models?offset={offset}&limit=30" for offset in (0, 10, 20)
    ]
    first = found.models[0]
    assert (first.model_id, first.name, first.kind) == (1001, "Customer churn", ModelKind.BINARY)
    assert (first.target, first.positive_value, first.is_time_series) == ("stays", "yes", False)
    assert first.is_api_option is True
    assert first.created_at is not None
    assert first.updated_at == first.created_at + 86400
    demand = next(model for model in found.models if model.name == "需要予測 2025")
    assert (demand.is_time_series, demand.time_column, demand.series_column) == (True, "年月", "商品コード")


@pytest.mark.parametrize(
    ("entry", "model"),
    [
        ({"model_id": "7"}, AccountModel(7)),
        ({"model_id": 7, "name": 12, "config": None}, AccountModel(7, "12")),
        (
            {"model_id": 7, "config": '{"tc": "y", "tt": "regression", "tsm": "1"}'},
            AccountModel(7, "", ModelKind.REGRESSION, "regression", "y", is_time_series=True),
        ),
        ({"model_id": 7, "config": {"tt": "ranking"}}, AccountModel(7, kind_said="ranking")),
        ({"model_id": 7, "config": {"tv": 1, "tc": 5}}, AccountModel(7, target="5", positive_value="1")),
        ({"model_id": 7, "config": "{", "is_api_option": "false"}, AccountModel(7, is_api_option=False)),
        (
            {"model_id": 7, "updated_date": "yesterday", "created_date": 1750000000},
            AccountModel(7, updated_said="yesterday", created_at=NOW, created_said="1750000000"),
        ),
        ({"model_id": 7, "name": ["x"], "updated_date": {}, "is_api_option": []}, AccountModel(7)),
        ({"model_id": 2**70}, None),
        ({"model_id": -1}, None),
        ({"model_id": True}, None),
        ({"name": "x"}, None),
        ("model", None),
        (None, None),
    ],
)
def test_a_models_entry_is_read_as_far_as_it_can_be(
    practice: PracticeService, client: Client, train: str, entry: Any, model: AccountModel | None
) -> None:
    practice.misbehave(Fault.json({"models": [entry, {"model_id": 99}], "metadata": {"total": "2"}}))
    found = client.models(practice.url, train)
    assert found.models == ((model, AccountModel(99)) if model else (AccountModel(99),))
    assert (found.skipped, found.total, len(practice.requests)) == (0 if model else 1, 2, 1)


@pytest.mark.parametrize(
    ("total", "outcome"),
    [(10**6, (2, False)), (None, (2, False)), (1, (1, True)), ("many", (2, False)), (-5, (2, False))],
)
def test_a_count_that_lies_does_not_keep_it_asking(
    practice: PracticeService, client: Client, train: str, total: Any, outcome: tuple[int, bool]
) -> None:
    page = {"models": [{"model_id": 1}], "metadata": {"offset": 0, "total": total}}
    practice.misbehave(Fault.json(page), times=-1)
    found = client.models(practice.url, train)
    assert found.models == (AccountModel(1),)
    assert (len(practice.requests), found.is_whole) == outcome


def test_an_endless_list_ends(practice: PracticeService, client: Client, train: str) -> None:
    for page in range(150):
        models = [{"model_id": page * 40 + at} for at in range(40)]
        practice.misbehave(Fault.json({"models": models, "metadata": {"total": 10**9}}))
    found = client.models(practice.url, train)
    assert MOST_MODELS <= len(found.models) < MOST_MODELS + 40
    assert not found.is_whole


def test_asking_for_models_can_be_ended(practice: PracticeService, client: Client, train: str) -> None:
    client.cut()
    assert problem_with(lambda: client.models(practice.url, train)).kind is ProblemKind.CONNECTION_LOST


# Prediction APIs


def test_all_prediction_apis_are_told(practice: PracticeService, client: Client, deploy: str) -> None:
    reading = client.classifiers(practice.url, deploy, NOW)
    api = practice.prediction_api()
    assert api is not None
    assert (reading.asked_at, reading.skipped) == (NOW, 0)
    first = reading.of(api.id)
    assert first is not None
    assert (first.model_id, first.status, first.status_said) == (1001, ClassifierStatus.RUNNING, "running")
    assert (first.version, first.is_active, first.address) == ("1", True, practice.prediction_address())
    assert first.updated_at is not None
    assert {one.status for one in reading.classifiers} == set(ClassifierStatus) - {
        *(ClassifierStatus.UPDATING, ClassifierStatus.TERMINATING, ClassifierStatus.UNKNOWN)
    }


@pytest.mark.parametrize(
    ("entry", "classifier"),
    [
        ({"classifier_id": "c1"}, Classifier("c1")),
        ({"classifier_id": 5, "model_id": "12"}, Classifier("5", 12)),
        (
            {"classifier_id": "c1", "status": "Updating", "version": 3},
            Classifier("c1", None, ClassifierStatus.UPDATING, "Updating", "3"),
        ),
        ({"classifier_id": "c1", "status": "停止中"}, Classifier("c1", status_said="停止中")),
        ({"classifier_id": "c1", "status": 7, "url": 5, "active": None}, Classifier("c1", status_said="7")),
        (
            {"classifier_id": "c1", "url": "https://u:p@h.example:8/a?x-api-key=s#f", "is_active": "true"},
            Classifier("c1", address="https://h.example:8/a", is_active=True),
        ),
        ({"classifier_id": "c1", "url": None, "rules": [{"status": "x"}], "model_id": 1.5}, Classifier("c1")),
        (
            {"classifier_id": "c1", "update_datetime": "2025-06-15 15:06:40"},
            Classifier("c1", updated_at=NOW, updated_said="2025-06-15 15:06:40"),
        ),
        ({"classifier_id": "a b"}, None),
        ({"classifier_id": None}, None),
        ({"id": "c1"}, None),
        ([], None),
    ],
)
def test_a_prediction_apis_entry_is_read_as_far_as_it_can_be(
    practice: PracticeService, client: Client, deploy: str, entry: Any, classifier: Classifier | None
) -> None:
    practice.misbehave(Fault.json({"classifiers": [entry, {"classifier_id": "c2"}]}))
    reading = client.classifiers(practice.url, deploy, NOW)
    expected = (classifier, Classifier("c2")) if classifier else (Classifier("c2"),)
    assert (reading.classifiers, reading.skipped) == (expected, 0 if classifier else 1)


def test_a_list_of_many_prediction_apis_may_be_long(practice: PracticeService, client: Client, deploy: str) -> None:
    entries = [{"classifier_id": f"c{at}", "rules": ["x" * 10_000]} for at in range(300)]
    practice.misbehave(Fault.json({"classifiers": entries}))
    assert len(client.classifiers(practice.url, deploy, NOW).classifiers) == 300


# Refusals of both


def call_of(call: AccountCall, client: Client, practice: PracticeService, key: str) -> Callable[[], object]:
    if call is AccountCall.MODELS:
        return lambda: client.models(practice.url, key)
    return lambda: client.classifiers(practice.url, key, NOW)


@pytest.mark.parametrize("call", AccountCall)
@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault.service_error("Inactive_credential."), ProblemKind.KEY_INACTIVE),
        (Fault.service_error("Not_found_credential."), ProblemKind.KEY_WRONG),
        (Fault.service_error("This user may be deleted."), ProblemKind.ACCOUNT_DELETED),
        (Fault.service_error("Something new."), ProblemKind.REFUSED),
        (Fault.json({"message": "This user may be deleted."}), ProblemKind.ACCOUNT_DELETED),
        (Fault.json({"message": "Forbidden: invalid_api_key."}, 500), ProblemKind.SERVICE_TROUBLE),
        (Fault.html(502), ProblemKind.SERVICE_TROUBLE),
        (Fault.redirect("https://elsewhere.example/"), ProblemKind.REDIRECTED),
        (Fault.too_many_requests("9"), ProblemKind.TOO_MANY_REQUESTS),
        (Fault.answer(407), ProblemKind.PROXY_FAILED),
        (Fault.deep_json(), ProblemKind.UNREADABLE_ANSWER),
        (Fault.answer(200, b"x" * 9_000_000), ProblemKind.ANSWER_TOO_LARGE),
        (Fault.json([]), ProblemKind.UNREADABLE_ANSWER),
        (Fault.json({"models": {}, "classifiers": "none"}), ProblemKind.UNREADABLE_ANSWER),
    ],
)
def test_no_list_has_a_reason(
    practice: PracticeService, client: Client, call: AccountCall, fault: Fault, kind: ProblemKind
) -> None:
    practice.misbehave(fault)
    with pytest.raises(ProblemError) as trouble:
        call_of(call, client, practice, "some-key")()
    assert trouble.value.problem.kind is kind
    assert not isinstance(trouble.value, NotOfferedError)


@pytest.mark.parametrize("call", AccountCall)
@pytest.mark.parametrize(
    "fault",
    [
        Fault.no_such_call(),
        Fault.answer(404),
        Fault.json({"message": "no route"}, 404),
        Fault.json({}, 405),
        Fault.json({}, 501),
        Fault.html(404),
        Fault.html(200),
    ],
)
def test_a_service_without_the_call_is_told_from_one_that_refuses(
    practice: PracticeService, client: Client, call: AccountCall, fault: Fault
) -> None:
    practice.misbehave(fault)
    with pytest.raises(NotOfferedError):
        call_of(call, client, practice, "some-key")()


@pytest.mark.parametrize("call", AccountCall)
def test_a_connection_that_was_lost_is_tried_once_more(
    practice: PracticeService, client: Client, train: str, deploy: str, call: AccountCall
) -> None:
    key = train if call is AccountCall.MODELS else deploy
    practice.misbehave(Fault.drop())
    call_of(call, client, practice, key)()
    practice.misbehave(Fault.drop(), times=-1)
    practice.forget_requests()
    assert problem_with(call_of(call, client, practice, key)).kind is ProblemKind.CONNECTION_LOST
    assert len(practice.requests) == 2


# The right kind of key


@pytest.fixture
def asker(practice: PracticeService, client: Client) -> Callable[..., AccountAnswer[Any]]:
    """Asks for the models or the prediction APIs as a program does that has the secret key."""

    def asked(
        call: AccountCall = AccountCall.CLASSIFIERS,
        memory: KeyKindMemory | None = None,
        keys: dict[KeyKind, str] | None = None,
        *,
        secret: str | None = None,
        may_lack: bool = False,
    ) -> AccountAnswer[Any]:
        secret_key = practice.secret_key if secret is None else secret

        def ask(key: str) -> Any:
            if call is AccountCall.MODELS:
                return client.models_page(practice.url, key)
            return client.classifiers(practice.url, key, time.time())

        return ask_account(
            ask,
            (lambda kind: client.issue_key(practice.url, secret_key, kind=kind)) if secret_key else None,
            (memory or KeyKindMemory()).kinds(practice.url, call),
            keys or {},
            may_lack=may_lack,
        )

    return asked


def calls(practice: PracticeService) -> list[str]:
    """What was asked for, in a word each."""
    return [seen.path.rpartition("/")[2].replace("api-key?credential_type=", "") for seen in practice.requests]


def test_the_likely_kind_of_key_is_issued_and_taken(
    practice: PracticeService, asker: Callable[..., AccountAnswer[Any]]
) -> None:
    answer = asker()
    assert calls(practice) == ["deploy", "classifiers"]
    assert (answer.kind, answer.problem, answer.not_offered) == (KeyKind.DEPLOY, None, None)
    assert answer.said is not None
    assert answer.said.classifiers
    assert answer.issued[KeyKind.DEPLOY].api_key not in repr(answer)


def test_the_other_kind_is_tried_once_and_remembered(
    practice: PracticeService, asker: Callable[..., AccountAnswer[Any]]
) -> None:
    practice.switches.swaps_kinds = True
    answer = asker()
    assert calls(practice) == ["deploy", "classifiers", "train", "classifiers"]
    assert answer.kind is KeyKind.TRAIN
    memory = KeyKindMemory().after(practice.url, AccountCall.CLASSIFIERS, answer.kind)
    practice.forget_requests()
    assert asker(memory=KeyKindMemory.from_json(memory.to_json())).said
    assert calls(practice) == ["train", "classifiers"]


def test_a_key_that_is_there_is_taken_and_a_stale_one_renewed(
    practice: PracticeService, asker: Callable[..., AccountAnswer[Any]], deploy: str
) -> None:
    assert asker(keys={KeyKind.DEPLOY: deploy}).said
    assert calls(practice) == ["classifiers"]
    practice.revoke_keys()
    practice.forget_requests()
    answer = asker(keys={KeyKind.DEPLOY: deploy})
    assert calls(practice) == ["classifiers", "deploy", "classifiers"]
    assert answer.said
    assert answer.refused == {KeyKind.DEPLOY}


def test_without_a_secret_key_only_what_is_there_is_tried(
    practice: PracticeService, asker: Callable[..., AccountAnswer[Any]], train: str
) -> None:
    answer = asker(keys={KeyKind.TRAIN: train}, secret="")
    assert answer.problem is not None
    assert answer.problem.kind is ProblemKind.KEY_WRONG
    assert calls(practice) == ["classifiers"]
    nothing = asker(secret="")
    assert nothing.problem is not None
    assert nothing.problem.kind is ProblemKind.KEY_MISSING


def test_a_refused_secret_key_is_told_as_one(
    practice: PracticeService, asker: Callable[..., AccountAnswer[Any]]
) -> None:
    for may_lack in (False, True):
        answer = asker(secret="no-such-secret-key", may_lack=may_lack)
        assert answer.problem is not None
        assert (answer.problem.kind, answer.is_about_secret) == (ProblemKind.NO_SUCH_KEY, True)


def test_two_refused_kinds_are_trouble_where_the_call_is_documented_and_none_where_it_is_not(
    practice: PracticeService, asker: Callable[..., AccountAnswer[Any]]
) -> None:
    practice.misbehave(Fault.service_error("Not_found_credential."), times=-1, path="classifiers")
    answer = asker()
    assert answer.problem == Problem(ProblemKind.KEY_WRONG, "Not_found_credential.")
    assert calls(practice) == ["deploy", "classifiers", "train", "classifiers"]
    elsewhere = asker(may_lack=True)
    assert elsewhere.not_offered is not None
    assert elsewhere.problem is None


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault.answer(503), ProblemKind.SERVICE_TROUBLE),
        (Fault.drop(), ProblemKind.CONNECTION_LOST),
        (Fault.too_many_requests(), ProblemKind.TOO_MANY_REQUESTS),
        (Fault.json({"classifiers": 0}), ProblemKind.UNREADABLE_ANSWER),
        (Fault.service_error("This user may be deleted."), ProblemKind.ACCOUNT_DELETED),
    ],
)
def test_trouble_on_the_way_is_trouble_everywhere(
    practice: PracticeService, asker: Callable[..., AccountAnswer[Any]], fault: Fault, kind: ProblemKind
) -> None:
    practice.misbehave(fault, times=-1, path="classifiers")
    answer = asker(may_lack=True)
    assert answer.problem is not None
    assert (answer.problem.kind, answer.not_offered) == (kind, None)
    assert calls(practice).count("train") == 0


def test_a_service_without_the_call_is_no_trouble(
    practice: PracticeService, asker: Callable[..., AccountAnswer[Any]]
) -> None:
    practice.switches.lacks_calls = True
    for call in AccountCall:
        answer = asker(call)
        assert answer.not_offered is not None
        assert (answer.problem, answer.said) == (None, None)
    practice.switches.lacks_calls = False
    practice.misbehave(Fault.service_error("Model id is required."), path="api-key")
    assert asker(may_lack=True).not_offered is not None


def test_a_problem_told_twice_is_the_same(practice: PracticeService, client: Client) -> None:
    """What is not offered can be shown under “Details” like any problem."""
    practice.misbehave(Fault.json({"message": "no route"}, 404))
    with pytest.raises(NotOfferedError) as trouble:
        client.classifiers(practice.url, "k", NOW)
    assert trouble.value.problem == replace(Problem(ProblemKind.REFUSED), said="HTTP 404")
