"""Files that are dragged onto the window or a form, and dropped there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent


def takes_files(event: QDropEvent) -> bool:
    """Accept a drag of files, as a copy whatever was proposed: what is moved would be deleted where it came from."""
    if not local_files(event) or not event.possibleActions() & Qt.DropAction.CopyAction:
        return False
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    return True


def local_files(event: QDropEvent) -> list[str]:
    """The files of this computer in a drag; links to the web are none."""
    return [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
