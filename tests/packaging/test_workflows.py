"""The workflows keep their promises: least rights, GitHub's own actions only, no addresses, installed apps are tried.

`actionlint` checks them too where it is installed.
"""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from builder import macos_commands, project, release, signing, windows

yaml = pytest.importorskip("yaml", reason="PyYAML is not installed")

FOLDER = project.ROOT / ".github" / "workflows"
NAMES = ["build.yml", "release.yml", "test.yml"]


def text_of(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def workflow(name: str) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(text_of(name))
    return found


def events(name: str) -> dict[str, Any]:
    """What starts it; ``on`` is a truth to YAML 1.1."""
    found: dict[str, Any] = workflow(name)[True]
    return found


def steps(name: str) -> Iterator[dict[str, Any]]:
    for job in workflow(name)["jobs"].values():
        yield from job.get("steps", [])


def commands(name: str, job: str) -> str:
    return "\n".join(step.get("run", "") for step in workflow(name)["jobs"][job]["steps"])


def test_there_are_exactly_these_workflows() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_has_the_least_rights(name: str) -> None:
    assert workflow(name)["permissions"] == {"contents": "read"}
    rights = {job: body["permissions"] for job, body in workflow(name)["jobs"].items() if "permissions" in body}
    assert rights == ({"publish": {"contents": "write"}} if name == "release.yml" else {})


@pytest.mark.parametrize("name", NAMES)
def test_only_githubs_own_actions_are_used_each_with_a_version(name: str) -> None:
    used = [step["uses"] for step in steps(name) if "uses" in step]
    assert used
    assert [action for action in used if not re.fullmatch(r"actions/[a-z-]+@(v\d+|[0-9a-f]{40})", action)] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_checkout_leaves_no_credentials_behind(name: str) -> None:
    checkouts = [step for step in steps(name) if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_others_gets_into_a_command(name: str) -> None:
    """An expression in a script is pasted into it: a branch's name could be a command."""
    assert [step["run"] for step in steps(name) if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_address_and_no_registry_is_written_down(name: str) -> None:
    assert re.findall(r"https?://|--index-url|--extra-index-url", text_of(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_job_ends_some_day_and_an_old_run_makes_room(name: str) -> None:
    jobs = workflow(name)["jobs"].values()
    assert all(0 < job["timeout-minutes"] <= 60 for job in jobs if "steps" in job)
    assert workflow(name)["concurrency"]["group"]


def test_the_tests_run_on_three_systems_with_the_oldest_and_the_newest_python() -> None:
    matrix = workflow("test.yml")["jobs"]["test"]["strategy"]["matrix"]
    assert matrix["system"] == ["ubuntu-latest", "windows-latest", "macos-latest"]
    oldest = tomllib.loads((project.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    assert matrix["python"] == [oldest.removeprefix(">="), "3.14"]


def test_the_gate_is_run_to_the_letter_where_it_can() -> None:
    assert ".ci/run" in commands("test.yml", "test")


@pytest.mark.parametrize("system", ["linux", "windows", "macos"])
def test_a_build_has_exact_dependencies_and_the_installed_program_tests_itself(system: str) -> None:
    said = commands("build.yml", system)
    install = said.index("pip install --require-hashes -r packaging/constraints.txt")
    build = said.index("python packaging/build.py")
    assert install < build < said.index("--self-test")
    assert {"linux": "tar -xzf", "windows": "'/S'", "macos": "hdiutil attach"}[system] in said[build:]


@pytest.mark.parametrize("system", ["linux", "windows", "macos"])
def test_a_build_is_kept_with_its_list_of_parts(system: str) -> None:
    kept = [
        step["with"]["path"]
        for step in workflow("build.yml")["jobs"][system]["steps"]
        if "path" in step.get("with", {})
    ]
    assert [("dist/*.cdx.json" in path) for path in kept] == [True]


def test_a_release_is_tested_and_built_first_and_only_a_tag_makes_one() -> None:
    found = workflow("release.yml")
    assert events("release.yml") == {"push": {"tags": ["v*"]}}
    assert set(found["jobs"]["publish"]["needs"]) == {"test", "build"}
    assert found["jobs"]["test"]["uses"] == "./.github/workflows/test.yml"
    assert found["jobs"]["build"]["uses"] == "./.github/workflows/build.yml"
    assert not found["concurrency"]["cancel-in-progress"]


def test_a_release_gives_the_build_every_secret_it_knows_and_no_other() -> None:
    given = set(workflow("release.yml")["jobs"]["build"]["secrets"])
    assert given == set(events("build.yml")["workflow_call"]["secrets"])
    assert given == set(re.findall(r"secrets\.(\w+)", text_of("build.yml")))


def test_the_build_is_told_what_its_own_code_asks_the_environment_for() -> None:
    asked = [signing.COMMAND, macos_commands.IDENTITY, *macos_commands.NOTARY_KEY, "EPA_UPDATE_ADDRESS"]
    assert [name for name in asked if name not in text_of("build.yml")] == []


def test_the_installed_program_is_looked_for_under_its_own_name() -> None:
    said = commands("build.yml", "windows")
    assert f"'{windows.PROGRAM}'" in said
    assert f"'Programs\\{project.NAME}'" in said
    assert f"$place/{project.NAME}.app/" in commands("build.yml", "macos")


def test_a_release_has_checksums_the_changelog_and_the_release_file() -> None:
    said = commands("release.yml", "publish")
    order = [
        "builder.release ../release --tag",
        f"sha256sum --check {release.SUMS}",
        "gh release create",
        release.NOTES,
    ]
    assert [word for word in order if word not in said] == []
    assert release.PAGE_VARIABLE in text_of("release.yml")
