"""Takes what came of a download out of its packing and proves it, before it gets its name. See `results.proof`."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from epa_gui.core.jobs.job import Partial
from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.results.checksum import sha256_of
from epa_gui.core.results.part_file import PartFile, disk_problem
from epa_gui.core.results.proof import DamagedError, NotResultsError, Offer, is_named_packed, prove
from epa_gui.core.results.unpacking import MAGIC, DamagedGzipError, TooLargeError, is_packed_twice, unpack
from epa_gui.core.service import storage_headers
from epa_gui.core.service.client import Client
from epa_gui.core.service.download import ends_at
from epa_gui.core.service.storage import problem_in_place_of_file


class Arrival:
    """What came of one download, over all its tries.

    Args:
        path: The file it is to become.
        part: What came.
        stopped: Asked between pieces.
        changed: Told what there is to go on with, when that changes.

    Attributes:
        untested: Why not all checksums in what was proved last were tested; empty if all were, or there are none.
        was_given_up: Whether what came in this try was no results, and is deleted.
        is_hopeless: Whether once more would not help: the very same version came damaged twice, or it has no end.
    """

    def __init__(
        self, path: Path, part: PartFile, stopped: Callable[[], bool], changed: Callable[[Partial], object]
    ) -> None:
        self.untested = ""
        self.was_given_up = False
        self.is_hopeless = False
        self._path = path
        self._part = part
        self._stopped = stopped
        self._changed = changed
        self._damaged: set[tuple[str, int]] = set()
        self._ends_seen: set[tuple[int, str]] = set()

    def prove(self, client: Client, link: str, said: Partial, *, is_framed: bool) -> None:
        """Prove that what came is the results, and all of them; if stopped meanwhile it only returns early.

        Args:
            client: To ask the storage where the file ends, if nothing else tells.
            link: Where it came from.
            said: What was said of it.
            is_framed: Whether the answer told where it ends.

        Raises:
            ProblemError: It is not what was offered, or nobody knows if it is whole: then it is deleted; or the disk.
        """
        path = str(self._path)
        try:
            self._part.keep()
            is_unpacked = self._take_off(storage_headers.gzip_layers(said.coding), said)
            if self._stopped():
                return
            offer = Offer(said.names, said.content_type, bool(said.etag), storage_headers.is_unknown(said.coding))
            proof = prove(self._part.path, offer, self._stopped)
            self.untested = proof.untested.value if proof.untested else ""
        except NotResultsError as error:
            self._give_up(problem_in_place_of_file(error.text, link, path), said)
        except (DamagedError, DamagedGzipError):
            self._give_up(Problem(ProblemKind.DAMAGED_FILE, "", path), said)
        except TooLargeError as error:
            self._give_up(Problem(ProblemKind.RESULTS_TOO_LARGE, str(error), path), said)
        except OSError as error:
            raise ProblemError(disk_problem(error, self._part.path)) from error
        else:
            if not (is_framed or is_unpacked or proof.shows_its_end or self._is_end(client, link)):
                self._give_up(Problem(ProblemKind.END_NOT_KNOWN, "", path), said)

    def _give_up(self, problem: Problem, said: Partial) -> None:
        """Delete what came, and tell why."""
        version = said.etag, said.size
        is_damaged_again = all(version) and version in self._damaged
        self.was_given_up = True
        self.is_hopeless = is_damaged_again or problem.kind is ProblemKind.RESULTS_TOO_LARGE
        self._damaged.add(version)
        self._part.discard()
        self._changed(Partial(str(self._path)))
        raise ProblemError(problem)

    def _take_off(self, layers: int, said: Partial) -> bool:
        """Take off that many layers of gzip; whether any was."""
        size, taken = self._part.size(), 0
        for _ in range(layers):
            with self._part.path.open("rb") as packed:
                if packed.read(len(MAGIC)) != MAGIC:
                    break  # only called so: what it is, it must prove by itself
                if is_named_packed(said.names) and not is_packed_twice(packed):
                    break  # it is NAME.csv.gz itself, which was told as its packing for the way, too
                packed.seek(0)
                unpacked = PartFile(self._path, mode=self._part.mode)
                try:
                    unpacked.open(0, 0)
                    self._changed(replace(said, unpacked=f"{unpacked.path.name}/{unpacked.identity}"))
                    unpack(packed, unpacked.write, self._stopped, size)
                    unpacked.keep()
                except BaseException:
                    unpacked.discard()
                    self._changed(said)
                    raise
                if self._stopped():  # not all of it is unpacked: the packed bytes are what is gone on with
                    unpacked.discard()
                    self._changed(said)
                    break
            self._part.replace_with(unpacked)
            # What is there now is not what the storage would go on with.
            said = Partial(str(self._path), part=self._part.path.name, identity=self._part.identity)
            self._changed(said)
            taken += 1
        return taken > 0

    def _is_end(self, client: Client, link: str) -> bool:
        """Whether the storage says that nothing is behind the last byte, or the file ended there before, and alike."""
        size = self._part.size()
        if self._stopped() or ends_at(client, link, size):
            return True
        seen = size, sha256_of(self._part.path, self._stopped)
        is_seen_again = seen in self._ends_seen
        self._ends_seen.add(seen)
        return is_seen_again
