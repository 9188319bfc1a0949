"""Takes PySide's hook off Python's ``import``: this program has no use for it, and pays for it with every start."""

import builtins

import PySide6.QtCore  # noqa: F401  which sets the hook


def remove_import_hook() -> None:
    """Have modules imported by Python alone from now on.

    PySide6 (measured with 6.11 and 6.12: ``shibokensupport.feature``) puts a function of its own in the place of
    ``__import__``. It reads the source of every module that is imported after Qt, to see whether it may ask for other
    names of Qt's methods (``from __feature__ import snake_case``), and `linecache` keeps that source: 6 MB, and an
    eighth of the time our own modules take to load. It leaves Python's own function beside it.
    """
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original
