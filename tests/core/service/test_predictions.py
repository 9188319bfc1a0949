"""One row, one question, one prediction."""

import base64
import csv
import functools
import io
import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from epa_gui.core.account.prediction import Prediction, PredictionRow
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.service.client import Client
from epa_gui.core.service.prediction_reply import question_for
from epa_gui.practice import Fault, PracticeService

ROW = PredictionRow(("visits", "plan", "weekday"), ("38", "pro", "3"))

Predict = Callable[..., Prediction]


@pytest.fixture
def predict(practice: PracticeService, client: Client) -> Predict:
    """Asks the first model's prediction API."""
    api = practice.prediction_api()
    assert api is not None
    own_key = api.key

    def asked(row: PredictionRow = ROW, *, target: str = "", key: str = "", address: str = "") -> Prediction:
        return client.predict(address or practice.prediction_address(), key or own_key, row, target)

    return asked


def problem_with(call: Callable[[], object]) -> Problem:
    with pytest.raises(ProblemError) as trouble:
        call()
    return trouble.value.problem


def output(*rows: Sequence[str], name: str = "prediction_valid.csv", mark: str = "\ufeff") -> dict[str, str]:
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return {"name": name, "data": base64.b64encode((mark + written.getvalue()).encode()).decode()}


def answer(*outputs: dict[str, str], **more: Any) -> Fault:
    return Fault.json({"version": "3", "outputs": list(outputs), **more})


def test_a_class_comes_with_its_probabilities(predict: Predict) -> None:
    found = predict()
    assert found.value in {"yes", "no"}
    assert set(found.probabilities) == {"yes", "no"}
    assert sum(found.probabilities.values()) == pytest.approx(1)
    assert found.version == "1"


def test_the_row_is_sent_whole_and_counted_once(practice: PracticeService, client: Client, predict: Predict) -> None:
    odd = PredictionRow(("visits", "plan", "weekday", "備考"), ("38", "pro", "3", 'a,"b"\n改行\udcff'))
    predict(odd)
    (request,) = practice.requests
    assert (request.method, request.headers["content-type"]) == ("POST", "application/json")
    api = practice.prediction_api()
    assert api is not None
    assert api.calls == 1


def test_a_question_is_as_the_manual_has_it() -> None:
    body = json.loads(question_for(PredictionRow(("a", "店"), ("1", "x,y"))))
    inputs = {one["name"]: one for one in body["inputs"]}
    assert list(inputs) == ["pr", "ar", "ad", "nc", "nr"]
    assert inputs["pr"]["type"] == "csv"
    assert base64.b64decode(inputs["pr"]["data"]).decode() == 'a,店\r\n1,"x,y"\r\n'
    assert [inputs[name]["data"] for name in ("ar", "ad", "nc", "nr")] == [False, False, False, True]
    assert {inputs[name]["type"] for name in ("ar", "ad", "nc", "nr")} == {"boolean"}


@pytest.mark.parametrize(
    ("outputs", "prediction"),
    [
        ([output(["y", "no", "yes"], ["yes", "0.2", "0.8"])], Prediction("yes", {"no": 0.2, "yes": 0.8}, "3")),
        (
            [output(["r"], ["x"], name="reason.csv"), output(["y", "no"], ["no", "1"]), output(["z"], ["q"], name="z")],
            Prediction("no", {"no": 1.0}, "3"),
        ),
        ([output(["sales"], ["1234.5"], mark="")], Prediction("1234.5", {}, "3")),
        ([output(["row_number", "sales"], ["1", "7"])], Prediction("7", {}, "3")),
        ([output(["", "sales"], ["1", "7"])], Prediction("7", {}, "3")),
        ([output(["行番号", "解約", "はい"], ["1", "はい", "0.9"])], Prediction("はい", {"はい": 0.9}, "3")),
        ([output(["id", "y", "P(a)"], ["1", "a", "0.5"])], Prediction("a", {"P(a)": 0.5}, "3")),
        ([output(["y", "no", "note", "n"], ["no", "1", "x", "12"])], Prediction("no", {"no": 1.0}, "3")),
        ([output(["y", "a"], ["a", "1"], name="other.csv")], Prediction("a", {"a": 1.0}, "3")),
        ([output(["y"], ["4031030201"])], Prediction("4031030201", {}, "3")),
    ],
)
def test_an_answer_is_read_wherever_it_stands(
    practice: PracticeService, predict: Predict, outputs: list[dict[str, str]], prediction: Prediction
) -> None:
    practice.misbehave(answer(*outputs))
    assert predict() == prediction


def test_an_answer_is_no_refusal_because_of_a_number_in_it(practice: PracticeService, predict: Predict) -> None:
    practice.misbehave(answer(output(["y"], ["1"]), version="4031030201"))
    assert predict() == Prediction("1", {}, "4031030201")


def test_the_value_stands_under_the_targets_name(practice: PracticeService, predict: Predict) -> None:
    table = output(["visits", "y", "a"], ["12", "a", "0.7"])
    practice.misbehave(answer(table), times=2)
    assert predict(target="y").value == "a"
    assert predict(target="not there").value == "12"


@pytest.mark.parametrize(
    "fault",
    [
        answer(),
        answer(output(["y"])),
        answer(output(["y"], ["1"], ["2"])),
        answer(output(["y", "a"], ["1"])),
        answer({"name": "prediction_valid.csv", "data": "§§"}),
        answer({"name": "prediction_valid.csv"}),
        answer(output(["y"], ["1"], name="a"), output(["y"], ["1"], name="b")),
        Fault.json({"outputs": {"name": 1}}),
        Fault.json([1]),
        Fault.deep_json(),
        Fault.answer(200, b"ok"),
    ],
)
def test_an_answer_without_one_prediction_is_none(practice: PracticeService, predict: Predict, fault: Fault) -> None:
    practice.misbehave(fault)
    assert problem_with(predict).kind is ProblemKind.UNREADABLE_ANSWER
    assert len(practice.requests) == 1


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (4001030101, ProblemKind.PREDICTION_NOT_FOUND),
        (4001030104, ProblemKind.PREDICTION_BAD_REQUEST),
        (4031030201, ProblemKind.PREDICTION_REFUSED),
        (5031030101, ProblemKind.PREDICTION_NOT_RUNNING),
    ],
)
def test_each_documented_refusal_has_a_kind_of_its_own(
    practice: PracticeService, predict: Predict, code: int, kind: ProblemKind
) -> None:
    for body, status in [
        ({"code": code, "message": "no"}, code // 10**7),
        ({"error": {"code": str(code)}}, 400),
        ({"errors": [{"id": code}]}, 500),
        ({"code": code, "message": "no"}, 200),
    ]:
        practice.misbehave(Fault.json(body, status))
        found = problem_with(predict)
        assert found.kind is kind
        assert str(code) in found.said


def test_the_practice_service_refuses_in_the_same_words(practice: PracticeService, predict: Predict) -> None:
    assert problem_with(lambda: predict(key="another-key")).kind is ProblemKind.PREDICTION_REFUSED
    practice.switches.refuses_source = True
    assert problem_with(predict).kind is ProblemKind.PREDICTION_REFUSED
    practice.switches.refuses_source = False
    row = PredictionRow(("a",), ("1",))
    assert problem_with(lambda: predict(row)).kind is ProblemKind.PREDICTION_BAD_REQUEST
    practice.stop_prediction_api()
    assert problem_with(predict).kind is ProblemKind.PREDICTION_NOT_RUNNING
    address = practice.prediction_address()
    practice.delete_classifier()
    assert problem_with(lambda: predict(address=address)).kind is ProblemKind.PREDICTION_NOT_FOUND


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault.drop(), ProblemKind.CONNECTION_LOST),
        (Fault.reset(), ProblemKind.CONNECTION_LOST),
        (Fault.cut(10), ProblemKind.CONNECTION_LOST),
        (Fault.html(200), ProblemKind.NOT_THE_SERVICE),
        (Fault.html(502), ProblemKind.SERVICE_TROUBLE),
        (Fault.redirect("https://elsewhere.example/"), ProblemKind.REDIRECTED),
        (Fault.too_many_requests("9"), ProblemKind.TOO_MANY_REQUESTS),
        (Fault.json({"message": "new"}, 400), ProblemKind.REFUSED),
        (Fault.service_error("Inactive_credential."), ProblemKind.KEY_INACTIVE),
        (Fault.answer(200, b"x" * 2_000_000), ProblemKind.ANSWER_TOO_LARGE),
    ],
)
def test_a_prediction_is_never_asked_for_twice_by_itself(
    practice: PracticeService, predict: Predict, fault: Fault, kind: ProblemKind
) -> None:
    practice.misbehave(fault, times=-1)
    assert problem_with(predict).kind is kind
    assert len(practice.requests) == 1


def test_a_key_goes_to_no_address_that_is_no_prediction_apis(practice: PracticeService, predict: Predict) -> None:
    for address in (
        f"{practice.url}/v1/external/models",
        practice.prediction_address().replace("http://127.0.0.1", "http://10.0.0.1"),
        practice.prediction_address() + "/",
        "https://user-api.predictionone.sony.biz.example/v1/groups/g/classifiers/c/inference",
    ):
        assert problem_with(functools.partial(predict, address=address)).kind is ProblemKind.BAD_ADDRESS
    assert practice.requests == []


def test_a_key_is_in_no_refusal(practice: PracticeService, predict: Predict) -> None:
    practice.misbehave(Fault.json({"code": 4031030201, "message": "wrong: my-prediction-key-77"}, 403))
    assert "my-prediction-key-77" not in str(problem_with(lambda: predict(key="my-prediction-key-77")))


def test_a_probability_is_found_by_its_class() -> None:
    found = Prediction("a", {"Probability of a": 0.2, "Probability of abc": 0.3, "(前回)_x": 0.1, "b": 0.4})
    assert (found.probability_of("a"), found.probability_of("abc")) == (0.2, 0.3)
    assert (found.probability_of("b"), found.probability_of("c"), found.probability_of("")) == (0.4, None, None)
    assert Prediction("a", {"P(a)": 0.2, "Q(a)": 0.3}).probability_of("a") is None
