"""Where a job's results come from: made once when first wanted, then kept beside the uploaded file."""

import json
from pathlib import Path
from threading import RLock

from epa_gui.practice.baseline import Learned, from_json, learn, to_json
from epa_gui.practice.job_lifecycle import Job
from epa_gui.practice.results_zip import make_results
from epa_gui.practice.samples import sample_upload
from epa_gui.practice.service_state import ServiceState
from epa_gui.practice.state_file import replace_file
from epa_gui.practice.table import Table, UnreadableError, read_upload


class ResultsBuilder:
    """Hands out the results of jobs. One job is computed at a time; finished ones wait for nobody.

    Args:
        world: State and rules.
        samples: Folder of sample data for jobs without a file of their own.
    """

    def __init__(self, state: ServiceState, samples: Path | None) -> None:
        self._state = state
        self._samples = samples
        self._computing = RLock()

    def results(self, job_id: str) -> Path:
        """The results file; raises UnreadableError when the uploaded file cannot be trained on."""
        job = self._state.job(job_id)
        if job.results_path is not None:
            return Path(job.results_path)
        path = self._state.job_folder(job_id) / "results.zip"
        if not path.exists():
            with self._computing:
                if not path.exists():
                    self._compute(job, path)
        return path

    def _compute(self, job: Job, path: Path) -> None:
        training, evaluation = self._upload_of(job)
        learned, judged_by = learn(training, evaluation)
        self._keep_learned(job, learned)
        made = make_results(learned, judged_by, self._previous(job), held_out=evaluation is None)
        _write(path, made)

    def _upload_of(self, job: Job) -> tuple[Table, Table | None]:
        own = self._state.job_folder(job.id) / "training"
        if job.has_file:
            return read_upload(own)
        sample = self._state.folder / "sample"
        if not sample.exists():
            _write(sample, sample_upload(self._samples))
        return read_upload(sample)

    def _previous(self, job: Job) -> Learned | None:
        """What the latest earlier job found whose file can be read."""
        for earlier in self._state.finished_before(job):
            if earlier.results_path is None:
                try:
                    return self._learned(earlier)
                except UnreadableError:
                    continue
        return None

    def _learned(self, job: Job) -> Learned:
        kept = self._state.job_folder(job.id) / "learned.json"
        if kept.exists():
            return from_json(json.loads(kept.read_bytes()))
        learned, _ = learn(*self._upload_of(job))
        self._keep_learned(job, learned)
        return learned

    def _keep_learned(self, job: Job, learned: Learned) -> None:
        _write(self._state.job_folder(job.id) / "learned.json", json.dumps(to_json(learned)).encode())


def _write(path: Path, content: bytes) -> None:
    part = path.with_name(path.name + ".part")
    part.write_bytes(content)
    replace_file(part, path)
