"""Releases are built from exact versions, which fit what pyproject.toml asks for."""

import re

import pytest
from builder import constraints, project
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PINNED = {
    canonicalize_name(requirement.name): requirement
    for requirement in (
        Requirement(line.partition(" \\")[0])
        for line in project.CONSTRAINTS.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith((" ", "#"))
    )
}


@pytest.mark.parametrize("system", constraints.SYSTEMS, ids=lambda system: system.platforms[0])
def test_every_dependency_is_pinned_to_a_version_it_allows(system: constraints.System) -> None:
    wanted = [requirement for requirement in constraints.roots() if constraints.is_meant(requirement.marker, system)]
    assert wanted
    for requirement in wanted:
        pin = PINNED[canonicalize_name(requirement.name)]
        version = next(iter(pin.specifier)).version
        assert requirement.specifier.contains(version), f"{requirement} is asked for, {version} is pinned"
        assert constraints.is_meant(pin.marker, system)


def test_each_system_gets_its_keychain_and_its_build_tools() -> None:
    needed = {"linux": {"secretstorage", "jeepney"}, "win32": {"pywin32-ctypes", "pefile"}, "darwin": {"macholib"}}
    for system in constraints.SYSTEMS:
        mine = {name for name, pin in PINNED.items() if constraints.is_meant(pin.marker, system)}
        for platform, names in needed.items():
            assert (names <= mine) == (platform == system.environment["sys_platform"]), platform


def test_every_pin_is_exact_and_has_hashes_and_nothing_has_an_address() -> None:
    text = project.CONSTRAINTS.read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z])", text.partition("\n")[2])[1:]
    assert len(entries) == len(PINNED)
    for entry in entries:
        assert re.match(r"[a-z0-9-]+==[0-9.]+( ; [^\\]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+\n?$", entry), entry
    assert "://" not in text


def test_what_one_system_needs_is_installed_only_there() -> None:
    pins = {
        "a": constraints.Pin("1.0", {"linux"}, {"0" * 64}),
        "b": constraints.Pin("2.0", {"linux", "win32", "darwin"}, {"1" * 64}),
    }
    text = constraints.text(pins)
    assert 'a==1.0 ; sys_platform == "linux"' in text
    assert "b==2.0 \\" in text
