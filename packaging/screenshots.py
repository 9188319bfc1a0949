"""Pictures of every window, dialog, menu and state of the program, with the practice service and without hands.

    packaging/screenshots.py [--theme light|dark|system] [--scale PERCENT] [--size WxH] [--out DIR] [--only NAME…]
    packaging/screenshots.py --list        the names of all scenes
    packaging/screenshots.py --readme      makes the README's pictures anew; with --language ja those of README.ja.md
    packaging/screenshots.py --check       also looks for texts that are cut off or lie upon each other, and ends with 1
    packaging/screenshots.py --language qps  in a language of nobody, longer by more than half and marked at both ends

Nothing leaves this computer, and nothing of the person at it is touched: data folders are temporary, keys are in
memory, and both of the service's addresses are the practice service's. It runs offscreen (the default on Linux without
a display), on an X display, and on Windows. It ends with 1 and the names of the scenes if any could not be made.
"""

import argparse
import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]


def main(arguments: list[str]) -> int:
    """Make what is asked for; the exit code."""
    asked = _parser().parse_args(arguments)
    prepare()
    if asked.dpr != 1:
        os.environ["QT_SCALE_FACTOR"] = str(asked.dpr)
    # Here, not above: what was set must hold before Qt is loaded.
    from PySide6.QtCore import QSize  # noqa: PLC0415
    from shots.catalogue import README, all_scenes  # noqa: PLC0415
    from shots.look import Look  # noqa: PLC0415
    from shots.run import Studio  # noqa: PLC0415

    scenes = all_scenes()
    if asked.list:
        print("\n".join(scenes))
        return 0
    unknown = [name for name in asked.only if name not in scenes]
    if unknown:
        print(f"There are no scenes of these names: {', '.join(unknown)}", file=sys.stderr)
        return 2
    studio = Studio(asked.language, asked.seconds, is_checked=asked.check)
    if asked.readme:
        failed = [
            name
            for made in README
            for name in studio.make([(scenes[made.scene], _file_of(made.file, asked.language))], made.look, made.size)
        ]
    else:
        look = Look(asked.theme, asked.scale, QSize(*asked.size), asked.style, asked.dpr, asked.language)
        wanted = [scenes[name] for name in asked.only] or list(scenes.values())
        failed = studio.make([(scene, asked.out / look.file_name(scene.name)) for scene in wanted], look)
    if failed:
        print(f"{len(failed)} not made: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed or studio.faults else 0


def prepare() -> None:
    """Have a screen for the program, and nothing between it and the practice service; before Qt is loaded."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={HERE / 'shots' / 'screen.json'}"
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        os.environ.pop(name, None)


def _file_of(name: str, language: str) -> Path:
    """Where a picture of the README belongs: ``light.png``, ``light.ja.png``."""
    file = HERE / "screenshots" / name
    return file if language == "en" else file.with_suffix(f".{language}{file.suffix}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--language", default="en", metavar="CODE", help="en, ja, system, qps …")
    parser.add_argument("--theme", choices=("light", "dark", "system"), default="light")
    parser.add_argument("--scale", type=int, default=100, metavar="PERCENT", help="of the letters")
    parser.add_argument("--dpr", type=float, default=1.0, help="pixels of the screen for each of the program's")
    parser.add_argument("--size", type=_size, default=(1024, 700), metavar="WxH", help="of the main window")
    parser.add_argument("--style", default="", metavar="NAME", help="as Qt calls it, such as Fusion")
    parser.add_argument("--out", type=Path, default=Path("screenshots"), metavar="DIR")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="these scenes alone")
    parser.add_argument("--seconds", type=float, default=90.0, help="that one scene may take")
    parser.add_argument("--check", action="store_true", help="tell what does not fit")
    parser.add_argument("--list", action="store_true", help="the names of all scenes, and no pictures")
    parser.add_argument("--readme", action="store_true", help="the README's pictures, where they belong")
    return parser


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


def leave(code: int) -> None:
    """End the process; a thread of a program that was closed may still wait for something that never comes."""
    threads = sys.modules.get("epa_gui.ui.base.threads")
    if threads is not None:
        threads.end_process(code)
    sys.exit(code)


if __name__ == "__main__":
    leave(main(sys.argv[1:]))
