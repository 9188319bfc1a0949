"""The command: flags, then the program."""

import os
import sys
from collections.abc import Sequence

from epa_gui.process.command_line import parse_command_line
from epa_gui.process.hardening import harden_process


def main(arguments: Sequence[str] | None = None) -> int:
    """Run EPA Desktop.

    Returns:
        0 when all went well; 1 for a failed self-test, or if the running program does not end; 2 where no window can
        be shown or a flag is wrong.
    """
    harden_process()
    flags = parse_command_line(sys.argv[1:] if arguments is None else arguments)
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


if __name__ == "__main__":
    sys.exit(main())
