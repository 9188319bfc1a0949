"""The command: flags, then the program."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from epa_gui import __version__
from epa_gui.process.hardening import harden_process


def main(arguments: Sequence[str] | None = None) -> int:
    """Run EPA Desktop.

    Returns:
        0 when all went well; 1 for a failed self-test, or if the running program does not end; 2 where no window can
        be shown or a flag is wrong.
    """
    harden_process()
    flags = _flags().parse_args(arguments)
    if flags.quit:
        from epa_gui.app import end_running  # noqa: PLC0415  as below

        if end_running(flags.data_dir):
            return 0
        print("EPA Desktop stays: it is busy, has a dialog open, or does not answer.", file=sys.stderr)
        return 1
    from epa_gui.process.display import why_no_window  # noqa: PLC0415  --version needs none of what follows

    trouble = why_no_window()
    if flags.self_test:
        if trouble:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from epa_gui.selftest.run import run_self_test  # noqa: PLC0415  only here

        return run_self_test(flags.report)
    if trouble:
        print(trouble, file=sys.stderr)
        return 2
    from epa_gui.process.import_hook import remove_import_hook  # noqa: PLC0415  Qt, once there is a display

    remove_import_hook()
    from epa_gui.app import Options, run  # noqa: PLC0415  as above

    files = tuple(str(file) for file in flags.files)
    return run(Options(flags.practice, flags.data_dir, flags.service_url or "", flags.language, files))


def _flags() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="epa-gui", description="Watches retraining jobs of Easy Predictive Analytics and saves their results."
    )
    parser.add_argument(
        "files", nargs="*", type=_file, metavar="FILE", help="open it, as if it were dropped on the window"
    )
    parser.add_argument("--practice", action="store_true", help="try the program with the built-in practice service")
    parser.add_argument("--data-dir", type=_folder, metavar="DIR", help="keep the list in this folder")
    parser.add_argument("--service-url", type=_address, metavar="URL", help="offer this address first in Add model")
    parser.add_argument("--language", choices=["en", "ja"], default="", help="use this language")
    parser.add_argument(
        "--quit", action="store_true", help="ask the running program to end unless it is busy, and wait until it has"
    )
    parser.add_argument("--version", action="version", version=f"EPA Desktop {__version__}")
    parser.add_argument("--self-test", action="store_true", help="try the whole program on itself, then exit")
    parser.add_argument("--report", type=Path, metavar="FILE.json", help="where the self-test writes its report")
    return parser


def _folder(text: str) -> Path:
    return Path(text).expanduser().absolute()


def _file(text: str) -> Path:
    """As it was named: whoever starts a program with files means no ``~``."""
    return Path(text).absolute()


def _address(text: str) -> str:
    from epa_gui.core.jobs.region import BadAddressError, clean_address  # noqa: PLC0415  only where the flag is used

    try:
        return clean_address(text)
    except BadAddressError as error:
        reason = f"{error}: use https://, or http:// on this computer"
        raise argparse.ArgumentTypeError(reason) from None


if __name__ == "__main__":
    sys.exit(main())
