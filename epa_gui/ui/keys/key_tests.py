"""Tries API keys before they are used, for forms that wait for the answer. Knows no widget."""

from PySide6.QtCore import QObject, Signal, Slot

from epa_gui.ui.base.key_store import KeyStore
from epa_gui.ui.base.threads import PassingThreads
from epa_gui.ui.keys.key_test_worker import KeyTestOrder, KeyTestReport, KeyTestWorker


class KeyTests(QObject):
    """One question to the service for each key, each with a thread of its own.

    Attributes:
        threads: Those of the questions under way.

    Signals:
        ended: What came of one that nobody has given up (a `KeyTestReport`).
    """

    ended = Signal(object)

    def __init__(self, keys: KeyStore) -> None:
        super().__init__()
        self._keys = keys
        self._under_way: dict[KeyTestOrder, KeyTestWorker] = {}
        self._is_stopping = False
        self.threads = PassingThreads()

    def start(self, address: str, api_key: str) -> KeyTestOrder | None:
        """Try a key; `ended` tells. `None` if the program is ending."""
        if self._is_stopping:
            return None
        self._keys.learn(api_key)
        order = KeyTestOrder(address, api_key)
        worker = KeyTestWorker(order)
        worker.reported.connect(self._on_report)
        self._under_way[order] = worker
        self.threads.start(worker, "key test")
        return order

    def give_up(self, order: KeyTestOrder) -> None:
        """Wait no longer: whatever is answered, `ended` does not tell."""
        worker = self._under_way.pop(order, None)
        if worker is not None:
            worker.stop()

    def stop(self) -> None:
        """Give up all."""
        self._is_stopping = True
        for order in list(self._under_way):
            self.give_up(order)

    def is_secret_key(self, api_key: str) -> bool:
        """Whether this is an account's secret key, as far as it is known without asking the keychain."""
        return self._keys.is_secret_key(api_key)

    @Slot(object)
    def _on_report(self, report: KeyTestReport) -> None:
        if self._under_way.pop(report.order, None) is not None:
            self.ended.emit(report)
