"""What this process forbids itself before it knows a key: memory images, and a record of its TLS secrets."""

import contextlib
import os
import sys
from pathlib import Path


def harden_process() -> None:
    """Forbid both. To be called first, before anything reads a key or makes a TLS context."""
    forbid_core_files()
    if getattr(sys, "frozen", False):
        ignore_tls_key_log()


def forbid_core_files() -> None:
    """Let no crash of this process leave its memory, which holds keys, in a file.

    POSIX: the largest core file is 0 bytes, and cannot be raised again. Linux heeds that limit only for files; a
    collector that the kernel hands the image to (systemd-coredump, apport) would get it all the same, so none of the
    process's memory is chosen for it (core(5), ``coredump_filter``). ``PR_SET_DUMPABLE`` would do both, but takes the
    desktop's portals the means to tell who asks: file dialogs of a sandboxed desktop then fail. Programs started from
    here, such as a viewer of results, inherit both settings.

    Windows: Windows Error Reporting is told to show and send nothing for this process, and to keep the heap out of
    what it may write all the same. What an administrator ordered for every program (``LocalDumps``, a debugger) and
    "Create memory dump file" of the task manager cannot be forbidden from inside.
    """
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  only there

        no_critical_error_box, no_fault_report, no_heap = 0x1, 0x2, 0x1
        kernel32 = ctypes.windll.kernel32
        kernel32.SetErrorMode(kernel32.GetErrorMode() | no_critical_error_box | no_fault_report)
        with contextlib.suppress(AttributeError, OSError):  # not on every edition
            kernel32.WerSetFlags(no_heap)
    else:
        import resource  # noqa: PLC0415  not on Windows

        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform == "linux":
            with contextlib.suppress(OSError):
                Path("/proc/self/coredump_filter").write_text("0", encoding="ascii")


def ignore_tls_key_log() -> None:
    """Forget ``SSLKEYLOGFILE``, by which Python, urllib3 and OpenSSL would write the secrets of every connection.

    Only a built program does: whoever runs the source may want to look into their own connections.
    """
    os.environ.pop("SSLKEYLOGFILE", None)
