"""The calls of the practice service's API, but for predictions. Source: the service's public manual."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

from epa_gui.practice.account_api import AccountApi
from epa_gui.practice.account_state import AccountState, has_no_api
from epa_gui.practice.exchange import Reply, Request
from epa_gui.practice.inference_api import InferenceApi
from epa_gui.practice.job_lifecycle import FAILED, Job, JobProgress
from epa_gui.practice.refusals import PredictionError, ServiceError, json_reply
from epa_gui.practice.results_builder import ResultsBuilder
from epa_gui.practice.service_state import ServiceState
from epa_gui.practice.table import UnreadableError

_JOBS = "/v1/external/retrain_jobs"
_STATUS = re.compile(rf"{_JOBS}/([^/]+)")
_SWITCH = re.compile(rf"{_JOBS}/([^/]+)/update_model")
_INFERENCE = re.compile(r"/v1/groups/([^/]+)/classifiers/([^/]+)/inference")
_KINDS = ("retrain", "train", "deploy")


class Api:
    """Answers requests to the API's origin.

    Args:
        state: State and rules.
        account: Models and prediction APIs.
        builder: Where results come from.
        url: The API's own origin, asked for with each list of prediction APIs.
        storage_url: Origin of the storage's links, asked for with each link.
    """

    def __init__(
        self,
        state: ServiceState,
        account: AccountState,
        builder: ResultsBuilder,
        url: Callable[[], str],
        storage_url: Callable[[], str],
    ) -> None:
        self._state = state
        self._account = account
        self._builder = builder
        self._storage_url = storage_url
        self._account_api = AccountApi(state, account, builder, url)
        self._inference = InferenceApi(state, account, builder)

    def answer(self, request: Request) -> Reply:
        """The answer to one request, errors included."""
        try:
            return self._dispatch(request)
        except (ServiceError, PredictionError) as error:
            return error.reply()

    def _dispatch(self, request: Request) -> Reply:
        key = request.headers.get("x-api-key", "")
        call = (request.method, request.path)
        if call == ("GET", "/v1/external/api-key"):
            return self._api_key(key, request)
        if call == ("GET", f"{_JOBS}/upload_url"):
            return self._upload_url(key, request)
        if request.method == "GET" and (match := _STATUS.fullmatch(request.path)):
            return self._status(key, match[1])
        if request.method == "PUT" and (match := _SWITCH.fullmatch(request.path)):
            return self._switch(key, match[1])
        return self._dispatch_about_account(key, request)

    def _dispatch_about_account(self, key: str, request: Request) -> Reply:
        call = (request.method, request.path)
        if request.method == "POST" and (match := _INFERENCE.fullmatch(request.path)):
            return self._inference.answer(key, match[1], match[2], request)
        if call == ("GET", "/v1/external/models") and not self._account.switches.lacks_calls:
            return self._account_api.models(key, request)
        if call == ("GET", "/v1/external/classifiers") and not self._account.switches.lacks_calls:
            return self._account_api.classifiers(key)
        return json_reply({"code": 404, "error": "NOT_FOUND", "message": "There is no such call."}, 404)

    def _api_key(self, key: str, request: Request) -> Reply:
        self._state.check_secret(key)
        kind = request.argument("credential_type")
        if kind not in _KINDS:
            raise ServiceError("credential_type is not valid.")  # undocumented, and so in words of our own
        issued = self._state.issue_key(self._model_asked_for(kind, request.argument("model_id").strip()), kind)
        end_date = datetime.fromtimestamp(issued.ends_at or 0.0, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return json_reply({"api_key": issued.key, "end_date": end_date})

    def _model_asked_for(self, kind: str, given: str) -> int:
        """The model's number; 0 for a key of the whole account."""
        if kind != "retrain":
            self._state.check_user()
            return 0
        if not given:
            raise ServiceError("Model id is required.")
        number = given.isascii() and given.isdigit() and len(given) < 19
        return self._state.check_model(int(given) if number else -1).id

    def _upload_url(self, key: str, request: Request) -> Reply:
        credential = self._state.holder(key)
        filename = re.split(r"[/\\]", request.argument("filename"))[-1]
        if not filename:
            raise ServiceError("filename is required.")  # undocumented, and so in words of our own
        job = self._state.request_job(credential, filename)
        link = self._state.link("PUT", f"/uploads/{job.id}/{filename}")
        return json_reply({"retrain_job_id": job.id, "upload_url": self._storage_url() + link})

    def _status(self, key: str, job_id: str) -> Reply:
        job = self._state.job_of(self._state.holder(key), job_id)
        if job.deleted:
            raise ServiceError("This job may be deleted.")
        now = self._proven_standing(job)
        said: dict[str, object] = {"status": now.status, "metadata": {"retrain_job_id": job.id}}
        if now.message is not None:
            said["message"] = now.message
        if now.is_finished:
            said["model_id"] = job.retrained_model_id
            if not job.withheld:
                path = f"/results/{job.id}/{job.name_of_results}"
                said["download_url"] = self._storage_url() + self._state.link("GET", path)
        return json_reply(said)

    def _switch(self, key: str, job_id: str) -> Reply:
        job = self._state.job_of(self._state.holder(key), job_id)
        if job.deleted:
            raise ServiceError("Not found retrain job.")
        if self._state.check_model(job.model_id).classifier_deleted or has_no_api(job.model_id):
            raise ServiceError("Not found classifier.")
        if not self._proven_standing(job).is_finished:
            raise ServiceError("Retrain job is not finished.")
        self._state.change_model(job.model_id, live_job=job.id)
        self._account.switch(job)
        return json_reply({"metadata": {"retrain_job_id": job.id}})

    def _proven_standing(self, job: Job) -> JobProgress:
        """How the job stands; one whose file cannot be read fails where it would have finished."""
        now = self._state.standing(job.id)
        if now.is_finished:
            try:
                self._builder.results(job.id)
            except UnreadableError as error:
                self._state.change_job(job.id, said_status=FAILED, said_message=str(error))
                return self._state.standing(job.id)
        return now
