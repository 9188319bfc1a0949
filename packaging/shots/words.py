"""Finds controls by what they are called on screen, in whatever language that is shown."""

from collections import defaultdict

from PySide6.QtCore import QCoreApplication, QObject, QTranslator


class Words(QTranslator):
    """Sees which texts the program has asked to be translated, and where; translates nothing itself."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._contexts: dict[str, set[str]] = defaultdict(set)

    def isEmpty(self) -> bool:  # noqa: N802  Qt's own name
        """Else Qt would not ask."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | bytes | None = None, n: int = -1
    ) -> str | None:
        """Take note, and leave it to the others."""
        del disambiguation, n
        self._contexts[source].add(context)
        return None

    def shown(self, source: str) -> set[str]:
        """How a text of the program stands on the screen."""
        contexts = list(self._contexts.get(source, ()))
        return {source, *(QCoreApplication.translate(context, source) for context in contexts)}
