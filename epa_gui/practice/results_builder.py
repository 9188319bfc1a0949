"""Where a job's results come from: made once when first wanted, then kept beside the uploaded file."""

import json
from pathlib import Path
from threading import RLock

from epa_gui.practice.baseline import Learned, from_json, learn, original, plain, to_json
from epa_gui.practice.catalogue import BY_ID, Sample
from epa_gui.practice.job_lifecycle import Job
from epa_gui.practice.results_words import ResultsStyle
from epa_gui.practice.results_zip import Opponent, make_results
from epa_gui.practice.samples import sample_of, sample_upload
from epa_gui.practice.service_state import ServiceState
from epa_gui.practice.state_file import replace_file
from epa_gui.practice.table import Table, UnreadableError, read_upload


class ResultsBuilder:
    """Hands out the results of jobs. One job is computed at a time; finished ones wait for nobody.

    Args:
        world: State and rules.
        samples: Folder of sample data for jobs without a file of their own.
        style: How results are written.

    Attributes:
        style: How results are written that are not made yet.
    """

    def __init__(self, state: ServiceState, samples: Path | None, style: ResultsStyle | None = None) -> None:
        self.style = style or ResultsStyle()
        self._state = state
        self._samples = samples
        self._computing = RLock()
        self._sample_tables: dict[Sample, Table] = {}
        self._answering: dict[tuple[int, str | None], Learned | None] = {}

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

    def sample_target(self, sample: Sample) -> str:
        """The column that a sample is about."""
        return self._sample(sample).columns[-1]

    def answering(self, owner: int, job_id: str | None) -> Learned | None:
        """What answers predictions: a job's model, or the model itself; None where nothing is known of it."""
        with self._computing:
            if (owner, job_id) not in self._answering:
                found = self._learned(self._state.job(job_id)) if job_id is not None else self._first(owner)
                self._answering[owner, job_id] = found
            return self._answering[owner, job_id]

    def _first(self, owner: int) -> Learned | None:
        """A model before any retraining: learned from the first rows of its sample."""
        sample = BY_ID[owner].sample if owner in BY_ID else Sample.NONE
        if sample is Sample.NONE:
            return None
        table = self._sample(sample)
        return original(table, learn(table, None)[0].kind)

    def _sample(self, sample: Sample) -> Table:
        with self._computing:
            if sample not in self._sample_tables:
                path = self._state.folder / f"sample_{sample.name.lower()}"
                _write(path, sample_of(self._samples, sample))
                self._sample_tables[sample], _ = read_upload(path)
            return self._sample_tables[sample]

    def _compute(self, job: Job, path: Path) -> None:
        training, evaluation = self._upload_of(job)
        learned, judged_by = learn(training, evaluation)
        self._keep_learned(job, learned)
        against = self._opponent(job, learned, judged_by)
        _write(path, make_results(learned, judged_by, against, self.style, held_out=evaluation is None))

    def _upload_of(self, job: Job) -> tuple[Table, Table | None]:
        own = self._state.job_folder(job.id) / "training"
        if job.has_file:
            return read_upload(own)
        sample = self._state.folder / "sample"
        if not sample.exists():
            _write(sample, sample_upload(self._samples))
        return read_upload(sample)

    def _opponent(self, job: Job, learned: Learned, judged_by: Table) -> Opponent:
        """The model that is live; the original one, where no job of the model has been put into service."""
        live = self._state.live_job(job.model_id)
        if live is None or live == job.id or self._state.job(live).results_path is not None:
            found, is_what = self._original(job, learned), "original"
        else:
            found, is_what = self._learned(self._state.job(live)), ""
        if found is None or not found.can_answer_for(learned, judged_by):
            return Opponent(plain(learned), "other")
        return Opponent(found, is_what)

    def _original(self, job: Job, learned: Learned) -> Learned | None:
        """The model before any retraining: of the first file that can be read and is about the same thing."""
        for earlier in (*reversed(self._state.finished_before(job)), job):
            if earlier.results_path is not None:
                continue
            try:
                found = original(self._upload_of(earlier)[0], learned.kind)
            except UnreadableError:
                continue
            if found is not None and found.target == learned.target and found.is_like(learned):
                return found
        return None

    def _learned(self, job: Job) -> Learned | None:
        kept = self._state.job_folder(job.id) / "learned.json"
        try:
            return from_json(json.loads(kept.read_bytes()))
        except (OSError, ValueError, KeyError, TypeError):  # not there, or kept by an earlier version
            try:
                learned, _ = learn(*self._upload_of(job))
            except UnreadableError:
                return None
        self._keep_learned(job, learned)
        return learned

    def _keep_learned(self, job: Job, learned: Learned) -> None:
        _write(self._state.job_folder(job.id) / "learned.json", json.dumps(to_json(learned)).encode())


def _write(path: Path, content: bytes) -> None:
    part = path.with_name(path.name + ".part")
    part.write_bytes(content)
    replace_file(part, path)
