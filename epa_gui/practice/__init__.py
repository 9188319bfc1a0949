"""The practice service: a real HTTP server on loopback. Imports nothing of the client."""

from epa_gui.practice.exchange import Seen
from epa_gui.practice.faults import Fault
from epa_gui.practice.service import PracticeService

__all__ = ["Fault", "PracticeService", "Seen"]
