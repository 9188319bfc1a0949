"""The four calls of the practice service's API. Source: the service's public manual."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

from epa_gui.practice.exchange import Reply, Request
from epa_gui.practice.job_lifecycle import FAILED, Job, JobProgress
from epa_gui.practice.refusals import ServiceError, json_reply
from epa_gui.practice.results_builder import ResultsBuilder
from epa_gui.practice.service_state import ServiceState
from epa_gui.practice.table import UnreadableError

_JOBS = "/v1/external/retrain_jobs"
_STATUS = re.compile(rf"{_JOBS}/([^/]+)")
_SWITCH = re.compile(rf"{_JOBS}/([^/]+)/update_model")


class Api:
    """Answers requests to the API's origin.

    Args:
        world: State and rules.
        builder: Where results come from.
        storage_url: Origin of the storage's links, asked for with each link.
    """

    def __init__(self, state: ServiceState, builder: ResultsBuilder, storage_url: Callable[[], str]) -> None:
        self._state = state
        self._builder = builder
        self._storage_url = storage_url

    def answer(self, request: Request) -> Reply:
        """The answer to one request, errors included."""
        try:
            return self._dispatch(request)
        except ServiceError as error:
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
        return json_reply({"code": 404, "error": "NOT_FOUND", "message": "There is no such call."}, 404)

    def _api_key(self, key: str, request: Request) -> Reply:
        self._state.check_secret(key)
        if not (given := request.argument("model_id").strip()):
            raise ServiceError("Model id is required.")
        if request.argument("credential_type") != "retrain":
            raise ServiceError("credential_type must be retrain.")  # undocumented, and so in words of our own
        number = given.isascii() and given.isdigit() and len(given) < 19
        model = self._state.check_model(int(given) if number else -1)
        issued = self._state.issue_key(model.id)
        end_date = datetime.fromtimestamp(issued.ends_at or 0.0, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return json_reply({"api_key": issued.key, "end_date": end_date})

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
        if self._state.check_model(job.model_id).classifier_deleted:
            raise ServiceError("Not found classifier.")
        if not self._proven_standing(job).is_finished:
            raise ServiceError("Retrain job is not finished.")
        self._state.change_model(job.model_id, live_job=job.id)
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
