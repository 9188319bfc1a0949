"""The keychain of the program in the pictures."""

from epa_gui.core.jobs.problem import Problem, ProblemError, ProblemKind
from epa_gui.core.keys.keychain import SessionKeychain


class MemoryKeychain(SessionKeychain):
    """Keys in this process's memory, told to the program as lasting: what people have.

    Attributes:
        locked: The models whose keys it does not give.
    """

    name = "keyring.backends.SecretService.Keyring"
    is_lasting = True

    def __init__(self) -> None:
        super().__init__()
        self.locked: set[str] = set()

    def load(self, model: str) -> str | None:
        """The key, unless it is locked."""
        if model in self.locked:
            raise ProblemError(Problem(ProblemKind.KEYCHAIN_LOCKED, "The keychain is locked."))
        return super().load(model)
