"""The command line: its flags, and their help in the language of whoever asks for it."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from epa_gui import __version__
from epa_gui.core.text.language_code import SYSTEM
from epa_gui.process.resource_files import available_languages

Translate = Callable[[str, str], str]
"""What a text of a context reads in the language in use."""

_HELP = frozenset({"-h", "--help"})


def parse_command_line(arguments: Sequence[str]) -> argparse.Namespace:
    """What the command line says.

    Raises:
        SystemExit: It asked for help or the version, which are printed (0), or a flag is wrong (2).
    """
    translate: Translate = _as_written
    if _HELP & set(arguments):
        from epa_gui.process.language import translate_of  # noqa: PLC0415  Qt, which no other flag needs so early

        translate = translate_of(_spoken(arguments))
    return _parser(translate).parse_args(arguments)


def _as_written(_context: str, text: str) -> str:
    return text


def _spoken(arguments: Sequence[str]) -> str:
    """The language named on the command line, whatever else is wrong with that."""
    quiet = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    quiet.add_argument("--language", default=SYSTEM, nargs="?")
    try:
        known, _ = quiet.parse_known_args(arguments)
    except argparse.ArgumentError:
        return SYSTEM
    return known.language or SYSTEM


class _Formatter(argparse.HelpFormatter):
    """Help whose first word is translated too."""

    beginning = "usage: "

    def add_usage(self, usage, actions, groups, prefix=None) -> None:  # type: ignore[no-untyped-def]
        """Begin with our word for it."""
        super().add_usage(usage, actions, groups, self.beginning if prefix is None else prefix)


def _parser(translate: Translate) -> argparse.ArgumentParser:
    class Formatter(_Formatter):
        beginning = translate("CommandLine", "usage: ")

    parser = argparse.ArgumentParser(
        prog="epa-gui",
        description=translate(
            "CommandLine",
            "Starts and watches retrainings of Easy Predictive Analytics models, and saves their results.",
        ),
        add_help=False,
        formatter_class=Formatter,
    )
    opened = parser.add_argument_group(translate("CommandLine", "files"))
    opened.add_argument(
        "files",
        nargs="*",
        type=_file,
        metavar="FILE",
        help=translate("CommandLine", "open this file, as if it were dropped on the window"),
    )
    add = parser.add_argument_group(translate("CommandLine", "options")).add_argument
    add("-h", "--help", action="help", help=translate("CommandLine", "show this help, then exit"))
    add(
        "--practice",
        action="store_true",
        help=translate("CommandLine", "try the program with the built-in practice service"),
    )
    add("--data-dir", type=_folder, metavar="DIR", help=translate("CommandLine", "keep the list in this folder"))
    add(
        "--service-url",
        type=_address,
        metavar="URL",
        help=translate("CommandLine", "offer this service address first when a model is added"),
    )
    add(
        "--language",
        choices=available_languages(),
        default="",
        help=translate("CommandLine", "use this language"),
    )
    add(
        "--quit",
        action="store_true",
        help=translate("CommandLine", "ask the running program to quit unless it is busy, and wait until it has quit"),
    )
    add(
        "--version",
        action="version",
        version=f"EPA Desktop {__version__}",
        help=translate("CommandLine", "show the version, then exit"),
    )
    add(
        "--self-test",
        action="store_true",
        help=translate("CommandLine", "run the program’s self-test, then exit"),
    )
    add(
        "--report",
        type=Path,
        metavar="FILE.json",
        help=translate("CommandLine", "where the self-test writes its report"),
    )
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
