"""Waiting while the program works."""

from PySide6.QtCore import QEventLoop, QTimer


def wait(milliseconds: int) -> None:
    """Let the program work for a moment, its threads too.

    Not by ``QTest.qWait``: that holds on to Python's interpreter while it sleeps, and a picture that is drawn aside in
    0.3 s takes 6 s (measured).
    """
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
