"""Signing: by a command from the environment, checked in the file, with a certificate made here and thrown away."""

import os
import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from builder import signing

_SIGN_IN_PLACE = """
import os, subprocess, sys
folder, path = sys.argv[1:]
keys = ["-certs", f"{folder}/certificate.pem", "-key", f"{folder}/key.pem"]
command = ["osslsigncode", "sign", "-h", "sha256", *keys, "-in", path, "-out", path + ".signed"]
subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
os.replace(path + ".signed", path)
"""


def portable_executable() -> bytes:
    """The least that is a 64-bit Windows program: headers, sixteen empty directories and one section."""
    dos = b"MZ" + bytes(58) + struct.pack("<I", 64)
    coff = b"PE\0\0" + struct.pack("<HHIIIHH", 0x8664, 1, 0, 0, 0, 240, 0x22)
    optional = struct.pack("<HBBIIIII", 0x20B, 14, 0, 512, 0, 0, 4096, 4096)
    optional += struct.pack("<QIIHHHHHHIIIIHH", 0x140000000, 4096, 512, 6, 0, 0, 0, 6, 0, 0, 8192, 512, 0, 2, 0)
    optional += struct.pack("<QQQQII", 1 << 20, 4096, 1 << 20, 4096, 0, 16) + bytes(128)
    section = b".text\0\0\0" + struct.pack("<IIIIIIHHI", 512, 4096, 512, 512, 0, 0, 0, 0, 0x60000020)
    return (dos + coff + optional + section).ljust(512, b"\0") + b"\xc3" * 512


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "EPA Desktop.exe"
    path.write_bytes(portable_executable())
    return path


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """The folder of a certificate of nobody, with what signs by it."""
    for needed in ("osslsigncode", "openssl"):
        if shutil.which(needed) is None:
            pytest.skip(f"{needed} is not installed")
    folder = tmp_path / "to be thrown away"
    folder.mkdir()
    (folder / "sign.py").write_text(_SIGN_IN_PLACE, encoding="utf-8")
    names = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem"), "-subj", "/CN=Nobody"]
    purpose = ["-days", "2", "-addext", "extendedKeyUsage=codeSigning"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *names, *purpose]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def real_command(folder: Path) -> dict[str, str]:
    return {signing.COMMAND: f'"{sys.executable}" "{folder / "sign.py"}" "{folder}" "{{file}}"'}


def python_command(code: str) -> dict[str, str]:
    return {signing.COMMAND: f'"{sys.executable}" -c "{code}" "{{file}}" password-1f3a'}


def test_without_a_command_the_build_goes_on_unsigned_and_says_so(
    program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = program.read_bytes()
    assert signing.sign(program, {}) is False
    assert signing.sign_payload(program.parent, {signing.COMMAND: "  "}) == []
    assert program.read_bytes() == before
    assert "Nothing is signed" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("signtool sign {file}", ["signtool", "sign", "{file}"]),
        (r'"C:\Program Files\sign tool.exe" "{file}"', [r"C:\Program Files\sign tool.exe", "{file}"]),
        (r'signtool /n:"Some Company" C:\new\{file}', ["signtool", "/n:Some Company", r"C:\new\{file}"]),
        ("sign -n '#1' {file}", ["sign", "-n", "#1", "{file}"]),
    ],
)
def test_the_command_is_read_as_on_windows(text: str, words: list[str]) -> None:
    assert signing.sign_command({signing.COMMAND: text}) == words


def test_the_example_of_a_command_can_be_read_and_stamps_the_time() -> None:
    (example,) = re.findall(r"``(signtool .*?)``", signing.__doc__ or "")
    command = signing.sign_command({signing.COMMAND: example}) or []
    assert "/tr" in command
    assert command[command.index("/td") + 1] == "SHA256"


@pytest.mark.parametrize("text", ["signtool sign", "{file}", 'signtool "{file}'])
def test_a_command_that_cannot_work_is_refused_before_anything_is_built(text: str) -> None:
    with pytest.raises(signing.SigningError, match=signing.COMMAND):
        signing.sign_command({signing.COMMAND: text})


def test_the_programs_and_libraries_of_a_folder_are_signed_so_that_windows_can_tell(
    program: Path, certificate: Path
) -> None:
    inside = program.parent / "_internal" / "日本"
    inside.mkdir(parents=True)
    for name in ("Qt6Core.dll", "_ssl.pyd"):
        shutil.copy(program, inside / name)
    (inside / "notes.txt").write_text("no program", encoding="utf-8")
    signed = signing.sign_payload(program.parent, real_command(certificate))
    assert signed == [program, inside / "Qt6Core.dll", inside / "_ssl.pyd"]
    for path in signed:
        assert signing.is_signed(path)
        authority = str(certificate / "certificate.pem")
        verify = ["osslsigncode", "verify", "-CAfile", authority, "-in", str(path)]
        told = subprocess.run(verify, capture_output=True, text=True, check=False)
        assert told.returncode == 0, told.stdout + told.stderr
        assert "CN=Nobody" in told.stdout


def test_a_signature_of_others_stays(program: Path, certificate: Path) -> None:
    signing.sign(program, real_command(certificate))
    before = program.read_bytes()
    assert signing.sign_payload(program.parent, real_command(certificate)) == []
    assert program.read_bytes() == before


def test_a_command_that_fails_stops_the_build_and_tells_why_but_no_secret(program: Path) -> None:
    failing = python_command("import sys; sys.exit('no such certificate')")
    with pytest.raises(signing.SigningError, match=r"EPA Desktop\.exe.* 1\. no such certificate") as caught:
        signing.sign(program, failing)
    assert "1f3a" not in str(caught.value)


def test_a_command_that_does_not_exist_stops_the_build_and_tells_no_secret(program: Path) -> None:
    with pytest.raises(signing.SigningError, match="FileNotFoundError") as caught:
        signing.sign(program, {signing.COMMAND: "no-such-program-here {file} password-1f3a"})
    assert "1f3a" not in str(caught.value)


def test_a_command_that_claims_success_is_not_believed_without_a_signature(program: Path) -> None:
    with pytest.raises(signing.SigningError, match="no signature in the file"):
        signing.sign(program, python_command("pass"))


@pytest.mark.parametrize("content", [b"", b"MZ", b"no program", portable_executable()[:200], portable_executable()])
def test_what_has_no_signature_is_not_taken_for_signed(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file.exe"
    path.write_bytes(content)
    assert not signing.is_signed(path)


def test_nsis_can_call_it_for_the_uninstaller_and_hears_of_failure(program: Path) -> None:
    script = [sys.executable, signing.__file__, str(program)]
    plain = {name: value for name, value in os.environ.items() if name != signing.COMMAND}
    command = python_command("raise SystemExit(3)")
    failing = subprocess.run(script, env={**plain, **command}, capture_output=True, check=False)
    assert failing.returncode == 1
    assert b"ended with 3" in failing.stderr
    unsigned = subprocess.run(script, env=plain, capture_output=True, check=False)
    assert unsigned.returncode == 0
