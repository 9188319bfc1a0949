"""Writes ``packaging/constraints.txt``: the exact versions, with hashes, that releases are built from.

``python -m builder.constraints``, with ``packaging`` as the working folder, asks pip, once for each system. pip judges
conditions (``sys_platform == "win32"``) by the system it runs on, so dependencies are followed here, one round at a
time, with the conditions judged for the system that is meant.
"""

import json
import subprocess
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from builder import project

_MANYLINUX = [f"manylinux_2_{minor}_x86_64" for minor in range(35, 16, -1)] + ["manylinux2014_x86_64"]
_PYTHON = ".".join(map(str, project.BUILD_PYTHON))


@dataclass(frozen=True, slots=True)
class System:
    """One system that is built for.

    Attributes:
        platforms: pip's names of what its wheels may be for, the newest first.
        environment: What conditions are judged by.
    """

    platforms: tuple[str, ...]
    environment: Mapping[str, str]


def _system(sys_platform: str, system: str, os_name: str, machine: str, *platforms: str) -> System:
    return System(
        platforms,
        {
            "sys_platform": sys_platform,
            "platform_system": system,
            "os_name": os_name,
            "platform_machine": machine,
            "python_version": _PYTHON,
            "python_full_version": f"{_PYTHON}.0",
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
        },
    )


SYSTEMS = (
    _system("linux", "Linux", "posix", "x86_64", *_MANYLINUX),
    _system("win32", "Windows", "nt", "AMD64", "win_amd64"),
    _system("darwin", "Darwin", "posix", "arm64", "macosx_13_0_arm64"),
    _system("darwin", "Darwin", "posix", "x86_64", "macosx_13_0_x86_64"),
)

# 6.12 wants macOS 14, and one release is one Qt on every system.
_HELD_BACK = {"pyside6-essentials": "<6.12"}


@dataclass(slots=True)
class Pin:
    """One version on all systems that need it.

    Attributes:
        version: The one.
        platforms: The ``sys_platform`` of each system that needs it.
        hashes: SHA-256 of each wheel.
    """

    version: str
    platforms: set[str] = field(default_factory=set)
    hashes: set[str] = field(default_factory=set)


def roots() -> list[Requirement]:
    """What pyproject.toml asks for: to run and to build."""
    table = tomllib.loads((project.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = table["project"]["dependencies"] + table["project"]["optional-dependencies"]["build"]
    return [Requirement(line) for line in wanted]


def resolve(system: System, wanted: Iterable[Requirement]) -> dict[str, Any]:
    """Everything `wanted` needs on `system`: pip's report of each, by name.

    Raises:
        ValueError: Two of them cannot agree.
    """
    found: dict[str, Any] = {}
    asked: dict[str, set[str]] = defaultdict(set)
    waiting = list(wanted)
    while waiting:
        for requirement in waiting:
            asked[canonicalize_name(requirement.name)].add(str(requirement.specifier))
        names = [name for name in sorted({canonicalize_name(one.name) for one in waiting}) if name not in found]
        answers = _ask_pip(system, [_line(name, asked[name]) for name in names]) if names else []
        waiting = []
        for answer in answers:
            found[canonicalize_name(answer["metadata"]["name"])] = answer
            needs = map(Requirement, answer["metadata"].get("requires_dist", []))
            waiting += [need for need in needs if is_meant(need.marker, system)]
        waiting = [
            need
            for need in waiting
            if str(need.specifier) not in asked[canonicalize_name(need.name)]
            or canonicalize_name(need.name) not in found
        ]
    for name, answer in found.items():
        for specifier in asked[name]:
            if not Requirement(f"{name}{specifier}").specifier.contains(answer["metadata"]["version"]):
                raise ValueError(f"{name} {answer['metadata']['version']} was found, {specifier} is asked for too")
    return found


def is_meant(marker: Marker | None, system: System) -> bool:
    """Whether a requirement with this condition holds on `system`, without any extra."""
    return marker is None or marker.evaluate({**system.environment, "extra": ""})


def _line(name: str, specifiers: Iterable[str]) -> str:
    parts = [part for part in [*specifiers, _HELD_BACK.get(name, "")] if part]
    return f"{name}{','.join(sorted(parts))}"


def _ask_pip(system: System, requirements: list[str]) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "pip", "install", "--dry-run", "--quiet", "--ignore-installed", "--no-deps"]
    command += ["--disable-pip-version-check", "--only-binary", ":all:", "--target", "nowhere", "--report", "-"]
    command += ["--python-version", _PYTHON, "--implementation", "cp"]
    command += [part for platform in system.platforms for part in ("--platform", platform)]
    done = subprocess.run([*command, *requirements], stdout=subprocess.PIPE, check=True)
    answers: list[dict[str, Any]] = json.loads(done.stdout)["install"]
    return answers


def pins(wanted: Iterable[Requirement]) -> dict[str, Pin]:
    """What to hold on to, by name.

    Raises:
        ValueError: The systems would get different versions of the same.
    """
    wanted = list(wanted)
    held: dict[str, Pin] = {}
    for system in SYSTEMS:
        meant = [requirement for requirement in wanted if is_meant(requirement.marker, system)]
        for name, answer in resolve(system, meant).items():
            version = answer["metadata"]["version"]
            pin = held.setdefault(name, Pin(version))
            if pin.version != version:
                raise ValueError(f"{name}: {pin.version} and {version}")
            pin.platforms.add(system.environment["sys_platform"])
            pin.hashes.add(answer["download_info"]["archive_info"]["hashes"]["sha256"])
    return held


def text(held: Mapping[str, Pin]) -> str:
    """The file, by name: a requirement a line, as pip's ``--require-hashes`` takes it."""
    lines = [
        f"# What releases are built from, with Python {_PYTHON}. Written by `python -m builder.constraints`.",
        f"# Install: pip install --require-hashes -r {project.CONSTRAINTS.relative_to(project.ROOT).as_posix()}",
    ]
    everywhere = {system.environment["sys_platform"] for system in SYSTEMS}
    for name, pin in sorted(held.items()):
        condition = " or ".join(f'sys_platform == "{platform}"' for platform in sorted(pin.platforms))
        hashes = "".join(f" \\\n    --hash=sha256:{digest}" for digest in sorted(pin.hashes))
        lines.append(f"{name}=={pin.version}{'' if pin.platforms == everywhere else f' ; {condition}'}{hashes}")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Ask, and write."""
    project.CONSTRAINTS.write_text(text(pins(roots())), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
