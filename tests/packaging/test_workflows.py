"""The workflows keep their promises: least rights, GitHub's own actions only, no addresses, installed apps are tried.

Steps for bash are run too, with stand-ins for the programs they call.
"""

import os
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builder import macos_commands, project, release, signing, trial, windows

yaml = pytest.importorskip("yaml", reason="PyYAML is not installed")

FOLDER = project.ROOT / ".github" / "workflows"
NAMES = ["build.yml", "release.yml", "test.yml"]
TIME_STAMP = "http://timestamp.digicert.com"
"""Where signatures of Windows programs get their time: what is fetched there is signed itself."""


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


def step_named(name: str, job: str, title: str) -> dict[str, Any]:
    (found,) = [step for step in workflow(name)["jobs"][job]["steps"] if step.get("name") == title]
    step: dict[str, Any] = found
    return step


@pytest.fixture
def runner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A runner's folder, in which steps for bash find stand-ins for the programs they call."""
    # Not by sys.platform, after which a type checker for Windows would read no further.
    if os.name == "nt" or shutil.which("bash") is None:
        pytest.skip("there is no bash, or the stand-ins, which are scripts, cannot be started by name")
    (tmp_path / "tools").mkdir()
    monkeypatch.setenv("PATH", f"{tmp_path / 'tools'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("RUNNER_TEMP", str(tmp_path))
    return tmp_path


def stand_in(runner: Path, name: str, script: str) -> None:
    tool = runner / "tools" / name
    tool.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    tool.chmod(0o755)


def run_step(runner: Path, step: dict[str, Any]) -> str:
    """Run a step as GitHub does; what it wrote."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    done = subprocess.run(command, cwd=runner, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_there_are_exactly_these_workflows() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_has_the_least_rights(name: str) -> None:
    assert workflow(name)["permissions"] == {"contents": "read"}
    rights = {job: body["permissions"] for job, body in workflow(name)["jobs"].items() if "permissions" in body}
    publishing = {"contents": "write", "id-token": "write", "attestations": "write"}
    assert rights == ({"publish": publishing} if name == "release.yml" else {})


@pytest.mark.parametrize("name", NAMES)
def test_only_githubs_own_actions_are_used_each_by_its_commit_with_its_version_beside_it(name: str) -> None:
    used = [step["uses"] for step in steps(name) if "uses" in step]
    assert used
    assert [action for action in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action)] == []
    written = re.findall(r"uses: (actions/.*)", text_of(name))
    assert len(written) == len(used)
    assert [line for line in written if not re.fullmatch(r"\S+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


def test_an_action_is_of_one_commit_everywhere() -> None:
    written = {line for name in NAMES for line in re.findall(r"uses: (actions/.*)", text_of(name))}
    assert len({line.partition("@")[0] for line in written}) == len(written)


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
    found = re.findall(r"https?://[^\s'\"]*|--index-url|--extra-index-url", text_of(name))
    assert [word for word in found if word != TIME_STAMP] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_job_ends_some_day_and_an_old_run_makes_room(name: str) -> None:
    minutes = {title: job["timeout-minutes"] for title, job in workflow(name)["jobs"].items() if "steps" in job}
    assert {title: length for title, length in minutes.items() if not 0 < length <= 60 and title != "macos"} == {}
    # The notary is waited for twice, and the rest takes its time too.
    assert minutes.get("macos", 90) == 2 * macos_commands.NOTARY_MINUTES + 50
    assert workflow(name)["concurrency"]["group"]


def test_the_tests_run_on_three_systems_with_the_oldest_and_the_newest_python() -> None:
    matrix = workflow("test.yml")["jobs"]["test"]["strategy"]["matrix"]
    assert matrix["system"] == ["ubuntu-latest", "windows-latest", "macos-latest"]
    oldest = tomllib.loads((project.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    assert matrix["python"] == [oldest.removeprefix(">="), "3.14"]


def test_the_gate_is_run_to_the_letter_where_it_can() -> None:
    assert ".ci/run" in commands("test.yml", "test")


def test_the_gate_s_command_is_the_one_of_the_readme_and_the_other_systems_run_it_too() -> None:
    develop = (project.ROOT / "README.md").read_text(encoding="utf-8").partition("\n## Develop\n")[2]
    command = develop.split("```")[1].strip()
    assert (project.ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines().count(command) == 1
    install, _, test = command.partition(" && ")
    elsewhere = commands("test.yml", "test").splitlines()
    assert [f"python -m {install}", f"python -m {test}"] == [
        line for line in elsewhere if line.startswith("python -m p")
    ]


@pytest.mark.parametrize("system", ["linux", "windows", "macos"])
def test_a_build_has_exact_dependencies_and_the_installed_program_tests_itself(system: str) -> None:
    said = commands("build.yml", system)
    install = said.index("pip install --require-hashes -r packaging/constraints.txt")
    build = said.index("python packaging/build.py")
    assert install < build < said.index("--self-test")
    assert {"linux": "tar -xzf", "windows": "'/S'", "macos": "hdiutil attach"}[system] in said[build:]


@pytest.mark.parametrize("system", ["linux", "windows", "macos"])
def test_a_build_is_held_to_its_limits(system: str) -> None:
    """Any flag would lift some."""
    builds = [step["run"] for step in workflow("build.yml")["jobs"][system]["steps"] if step.get("name") == "Build"]
    assert [said.rstrip().splitlines()[-1] for said in builds] == ["python packaging/build.py"]


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


def test_no_secret_of_a_build_is_given_to_what_is_no_release() -> None:
    guarded = r"\$\{\{ inputs\.is_release && secrets\.(\w+) \|\| '' \}\}"
    rest = re.sub(guarded, "", text_of("build.yml"))
    words = [line.strip() for line in rest.splitlines() if not line.strip().startswith("#")]
    assert [line for line in words if re.search(r"\bsecrets\b", line) and line != "secrets:"] == []


def test_what_sees_a_secret_or_signs_waits_for_a_reviewer_of_the_release() -> None:
    """The environment's reviewers are set in the repository's settings; here is what makes a job wait for them."""
    jobs = workflow("build.yml")["jobs"]
    with_secrets = {title for title, job in jobs.items() if "secrets." in str(job)}
    assert with_secrets == {"windows", "macos"}
    named = {title: job["environment"] for title, job in jobs.items() if "environment" in job}
    assert named == dict.fromkeys(with_secrets, "${{ inputs.is_release && 'release' || '' }}")
    publish = workflow("release.yml")["jobs"]["publish"]
    assert publish["environment"] == "release"
    assert "secrets." not in str(publish)


def test_a_release_carries_where_it_was_built_and_its_checksums_are_signed(runner: Path) -> None:
    names = [step.get("name") for step in workflow("release.yml")["jobs"]["publish"]["steps"]]
    order = [
        "Checksums, changes, and the file the update check reads",
        "Build provenance",
        "Signature of the checksums",
        "Draft the release",
    ]
    assert [name for name in names if name in order] == order
    signing_step = step_named("release.yml", "publish", "Build provenance")
    assert signing_step["uses"].startswith("actions/attest-build-provenance@")
    assert signing_step["with"] == {"subject-path": "release/*"}, "SHA256SUMS among them"
    assert "if" not in signing_step
    assert "continue-on-error" not in signing_step
    (runner / "release").mkdir()
    (runner / "bundle.json").write_text("signed", encoding="utf-8")
    step = step_named("release.yml", "publish", "Signature of the checksums")
    assert step["env"] == {"BUNDLE": f"${{{{ steps.{signing_step['id']}.outputs.bundle-path }}}}"}
    run_step(runner, {"run": f"BUNDLE=bundle.json\n{step['run']}"})
    assert (runner / "release" / f"{release.SUMS}.sigstore.json").read_text(encoding="utf-8") == "signed"


@pytest.mark.parametrize("system", ["linux", "windows", "macos"])
def test_a_build_knows_the_page_that_its_release_file_will_name(system: str) -> None:
    """Else the built program would refuse its own releases' page."""
    published = step_named("release.yml", "publish", "Checksums, changes, and the file the update check reads")
    built = step_named("build.yml", system, "Build")
    assert built["env"][release.PAGE_VARIABLE] == published["env"][release.PAGE_VARIABLE]


def test_it_is_said_how_to_report_a_weakness_and_that_no_key_is_to_be_sent() -> None:
    text = (project.ROOT / ".github" / "SECURITY.md").read_text(encoding="utf-8")
    assert "Report a vulnerability" in text
    assert "Never send an API key" in text
    assert re.findall(r"https?://|[\w.]+@[\w.]+", text) == []


def test_a_build_is_a_release_only_when_the_release_says_so() -> None:
    asked = events("build.yml")["workflow_call"]["inputs"]["is_release"]
    assert asked == {"type": "boolean", "required": False, "default": False}
    assert "inputs" not in (events("build.yml")["workflow_dispatch"] or {})
    assert workflow("release.yml")["jobs"]["build"]["with"] == {"is_release": True}


def test_a_certificate_for_windows_signs_with_a_time_stamp() -> None:
    step = step_named("build.yml", "windows", "Certificate")
    (stamp,) = re.findall(r"\$stamp = '(.*)'", step["run"])
    (line,) = re.findall(r"command=(signtool .*)\" >> \$env:GITHUB_OUTPUT", step["run"])
    text = line.replace("$stamp", stamp).replace('`"', '"').replace("$($own[0].Thumbprint)", "4F2A")
    wanted = ["signtool", "sign", "/sha1", "4F2A", "/tr", TIME_STAMP, "/td", "SHA256", "/fd", "SHA256", "{file}"]
    assert signing.sign_command({signing.COMMAND: text}) == wanted
    build = step_named("build.yml", "windows", "Build")
    assert build["env"]["COMMAND_OF_CERTIFICATE"] == f"${{{{ steps.{step['id']}.outputs.command }}}}"
    assert build["shell"] == "pwsh", "bash of Windows takes /fd for a path"


@pytest.mark.parametrize("system", ["windows", "macos"])
def test_a_certificate_is_forgotten_whatever_happens(system: str) -> None:
    names = [step.get("name") for step in workflow("build.yml")["jobs"][system]["steps"]]
    assert names.index("Certificate") < names.index("Build") < names.index("Forget the certificate")
    assert step_named("build.yml", system, "Forget the certificate")["if"] == "always()"


@pytest.mark.parametrize(
    ("version", "is_too_old"),
    [
        ("v3.11", False),
        ("v3.11-1", False),
        ("v3.12rc1", False),
        ("v4.0", False),
        ("v3.10", True),
        ("v3.08-3+deb12u1", True),
        ("v3.9", True),
        ("v2.51", True),
        ("", True),
        ("20-Jun-2025.cvs", True),
    ],
)
def test_installers_are_made_by_an_nsis_without_known_holes(runner: Path, version: str, is_too_old: bool) -> None:
    stand_in(runner, "makensis", f'[ "$1" = -VERSION ] && [ -n "{version}" ] && echo {version}')
    stand_in(runner, "choco", 'echo "$@"')
    said = run_step(runner, step_named("build.yml", "windows", "NSIS"))
    assert said == ("install nsis --version=3.11 -y --no-progress\n" if is_too_old else "")


def test_the_trial_of_a_build_for_linux_has_a_keychain_to_find() -> None:
    """Without these the trial takes "this session only" for right."""
    script = step_named("build.yml", "linux", "Libraries of the system")["run"]
    assert {"dbus", "gnome-keyring"} <= set(script.split())
    assert trial._KEYCHAIN_PROGRAMS == ("dbus-run-session", "gnome-keyring-daemon")


def test_an_installation_for_everybody_is_tried_too() -> None:
    script = step_named("build.yml", "windows", "Install for everybody and take away again")["run"]
    assert "'/S', '/ALLUSERS'" in script
    assert project.NAME in script


def test_the_disk_image_is_mounted_on_a_folder_that_is_there(runner: Path) -> None:
    inside = f"$5/{project.NAME}.app/Contents/MacOS"
    attach = f'[ -d "$5" ] && mkdir -p "{inside}" && cp "$(dirname "$0")/program" "{inside}"'
    stand_in(runner, "hdiutil", f'[ "$1" = detach ] || {{ {attach}; }}')
    stand_in(runner, "program", 'echo "$1"')
    step = step_named("build.yml", "macos", "Self-test of the program on the mounted image")
    assert run_step(runner, step) == "--self-test\n"


def test_pip_s_cache_is_not_kept_where_root_has_it() -> None:
    (python,) = [step["with"] for step in steps("test.yml") if step.get("uses", "").startswith("actions/setup-python@")]
    assert "sudo" in step_named("test.yml", "test", "The gate, to the letter")["run"]
    assert python["cache"] == "${{ runner.os != 'Linux' && 'pip' || '' }}"


@pytest.mark.parametrize(("tag", "is_early"), [("v1.2.0", False), ("v1.2.0-rc.1", True)])
def test_a_tag_with_a_hyphen_is_drafted_as_an_early_release(
    runner: Path, monkeypatch: pytest.MonkeyPatch, tag: str, is_early: bool
) -> None:
    (runner / "release").mkdir()
    for name in (release.NOTES, release.SUMS):
        (runner / "release" / name).touch()
    stand_in(runner, "gh", "printf '%s\\n' \"$@\"")
    monkeypatch.setenv("GITHUB_REF_NAME", tag)
    words = run_step(runner, step_named("release.yml", "publish", "Draft the release")).splitlines()
    assert words[:4] == ["release", "create", tag, "--draft"]
    assert ("--prerelease" in words) is is_early
    assert words[-1] == f"release/{release.SUMS}"
    assert f"EPA Desktop {tag[1:]}" in words


def test_a_release_s_page_is_the_repository_s_own_unless_another_is_named() -> None:
    step = step_named("release.yml", "publish", "Checksums, changes, and the file the update check reads")
    own = "format('{0}/{1}/releases', github.server_url, github.repository)"
    assert step["env"] == {release.PAGE_VARIABLE: f"${{{{ vars.{release.PAGE_VARIABLE} || {own} }}}}"}


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
