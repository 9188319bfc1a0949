"""What is dangerous in the installer, and what software distribution counts on, held on its text: no Windows needed."""

import re
import sys
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import MagicMock

import pytest
from builder import signing, windows

from epa_gui import app, practice
from epa_gui.core.keys import keychain
from epa_gui.ui.window.session import SessionSetup

END_THE_PROGRAM = "Function ${prefix}EndTheProgram"
SECOND_SETUP = "Function ${prefix}RefuseASecondSetup"
INSTALL = 'Section "${NAME}"'
UNINSTALL = 'Section "un.${NAME}"'


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The whole script, without comments and indents."""
    monkeypatch.delenv(signing.COMMAND, raising=False)
    (tmp_path / windows.PROGRAM).touch()
    lines = (line.strip() for line in windows.installer_script(tmp_path).splitlines())
    return "\n".join(line for line in lines if line and not line.startswith(";")) + "\n"


def body(script: str, head: str) -> str:
    """The statements of one function or section."""
    assert script.count(f"\n{head}\n") == 1
    return script.partition(f"\n{head}\n")[2].partition(f"\n{head.split(maxsplit=1)[0]}End\n")[0]


def resolved(script: str, text: str) -> str:
    """With what the script defines by ``!define`` put in."""
    definitions = re.findall(r'^!define (\w+) "?(.+?)"?$', script, re.MULTILINE)
    for name, value in reversed(definitions):  # later ones are made of earlier ones
        text = text.replace(f"${{{name}}}", value)
    return text


def conditions_of(statements: str, statement: str) -> list[str]:
    """Every condition around the one place where a statement stands, from the outside, after what it asks about."""
    lines = statements.splitlines()
    assert lines.count(statement) == 1
    place = lines.index(statement)
    around: list[list[str]] = []
    for before, line in zip(["", *lines], lines[:place], strict=False):
        if re.match(r"\$\{If(Not)?\}", line):
            around.append([before, line] if "${Errors}" in line else [line])
        elif re.match(r"\$\{(And|Or|Else)", line):
            around[-1].append(line)
        elif line == "${EndIf}":
            around.pop()
    return [part for condition in around for part in condition]


def places(statements: str, *parts: str) -> list[int]:
    """Where each of the parts stands, each once."""
    assert [statements.count(part) for part in parts] == [1] * len(parts)
    return [statements.index(part) for part in parts]


def test_data_go_only_where_the_box_or_the_switch_says_so_and_never_for_an_upgrade(script: str) -> None:
    assert script.count("Call un.DeleteData\n") == 1
    assert conditions_of(body(script, UNINSTALL), "Call un.DeleteData") == [
        '${GetOptions} $R0 "/UPGRADE" $R1',
        "${If} ${Errors}",
        "${If} $DeletesData = ${BST_CHECKED}",
    ]


def test_the_wish_to_delete_starts_at_no_and_has_no_third_source(script: str) -> None:
    begin = body(script, "Function un.onInit")
    assert begin.splitlines()[0] == "StrCpy $DeletesData 0"
    assert conditions_of(begin, "StrCpy $DeletesData ${BST_CHECKED}") == [
        '${GetOptions} $R0 "/DELETEDATA" $R1',
        "${IfNot} ${Errors}",
    ]
    assert 'ClearErrors\n${GetOptions} $R0 "/DELETEDATA" $R1\n' in begin
    assert [line for line in script.splitlines() if "$DeletesData" in line] == [
        "StrCpy $DeletesData 0",
        "StrCpy $DeletesData ${BST_CHECKED}",
        "${NSD_SetState} $DataBox $DeletesData",
        "${NSD_GetState} $DataBox $DeletesData",
        "${If} $DeletesData = ${BST_CHECKED}",
    ]
    assert "${NSD_SetState} $DataBox $DeletesData" in body(script, "Function un.AskAboutData")
    assert "${NSD_GetState} $DataBox $DeletesData" in body(script, "Function un.NoteAboutData")


def test_whole_folders_go_nowhere_else_than_the_programs_own_data(script: str) -> None:
    whole = [line for line in script.splitlines() if line.startswith("RMDir /r")]
    assert set(whole) == {'RMDir /r "${NEW}"', 'RMDir /r "${DATA_FOLDER}"'}
    assert whole.count('RMDir /r "${DATA_FOLDER}"') == 1
    assert 'RMDir /r "${DATA_FOLDER}"' in body(script, "Function un.DeleteData")
    assert resolved(script, "${DATA_FOLDER}") == rf"$LOCALAPPDATA\{app.NAME}"
    assert resolved(script, "${NEW}") == r"$INSTDIR\~new"


def test_a_folder_that_nobody_registered_is_not_emptied(script: str) -> None:
    """A planted "~new" may lead anywhere, and what it leads to would go with an administrator's rights."""
    room, end = body(script, "Function MakeRoom"), body(script, END_THE_PROGRAM)
    assert conditions_of(room, 'RMDir /r "${NEW}"') == ['${If} ${FileExists} "${NEW}"', "${If} $R7 == $INSTDIR"]
    assert conditions_of(end, 'RMDir /r "${NEW}"')[-1] == "${If} $IsRoomMade = 1"
    assert re.findall(r"^StrCpy \$IsRoomMade .*$", script, re.MULTILINE) == ["StrCpy $IsRoomMade 1"]
    install = body(script, INSTALL)
    assert install.index("Call MakeRoom") < install.index("!insertmacro UNPACK") < install.index('RMDir /r "${NEW}"')


def test_data_in_use_stay(script: str) -> None:
    statements = body(script, "Function un.DeleteData")
    before, _, _ = statements.partition('RMDir /r "${DATA_FOLDER}"')
    locks = [rf'Delete "${{DATA_FOLDER}}\{place}${{ID}}.lock"' for place in ("", f"{app._PRACTICE}\\")]
    assert before.splitlines()[:4] == ["ClearErrors", *locks, "${If} ${Errors}"]
    assert before.splitlines()[-2:] == ["Return", "${EndIf}"]


def test_the_keys_forgotten_are_exactly_those_of_the_program_and_of_practice(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: list[str] = []

    class Backend:
        priority = 1

        def get_password(self, service: str, _user: str) -> None:
            names.append(service)

    monkeypatch.setitem(sys.modules, "stand_in_backend", SimpleNamespace(Backend=Backend))
    monkeypatch.setitem(keychain._SYSTEM_BACKENDS, sys.platform, [("stand_in_backend", "Backend")])
    desk = MagicMock()
    monkeypatch.setattr(app, "Session", desk)
    monkeypatch.setattr(app.Program, "_open", lambda *_: None)
    monkeypatch.setattr(practice, "PracticeService", MagicMock())
    app.Program(app.Options())._open_practice(MagicMock(), tmp_path)
    for setup in (SessionSetup(tmp_path), desk.call_args.args[0]):
        setup.open_keychain().load("model")
    beginnings = re.findall(r'^!insertmacro FORGET_KEYS "(.+)"$', body(script, "Function un.DeleteData"), re.MULTILINE)
    assert [resolved(script, beginning) for beginning in beginnings] == [name.removesuffix("model") for name in names]
    assert len(set(names)) == 2
    assert script.count("!insertmacro FORGET_KEYS") == 2


def test_the_exit_codes_are_those_documented_at_its_head(script: str) -> None:
    text = (windows._FOLDER / "installer.nsi").read_text(encoding="utf-8")
    said = text.partition("Exit codes: ")[2].partition("\n\n")[0]
    documented = {int(code) for code in re.findall(r"(?:^|; )(\d+) ", said)}
    used = [int(code) for code in re.findall(r"^SetErrorLevel (\d+)$", resolved(script, script), re.MULTILINE)]
    assert documented == {0, 1, *used}  # NSIS itself ends with 0, 1 and 2
    assert documented == {0, 1, 2, 1150, 1618}


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("Function .onInit", 1150),
        ("Function MoveIn", 2),
        (END_THE_PROGRAM, 1618),
        (SECOND_SETUP, 1618),
        ("Function un.DeleteData", 1618),
    ],
)
def test_each_way_to_break_off_has_its_code_and_really_ends(head: str, code: int, script: str) -> None:
    ways = re.findall(r"^SetErrorLevel (.+)\n(.+)$", body(script, head), re.MULTILINE)
    assert [int(resolved(script, said)) for said, _ in ways] == [code]
    assert [then for _, then in ways] == ["Return" if head.endswith("DeleteData") else "Quit"]


def test_a_silent_installation_fails_at_a_file_it_cannot_write(script: str) -> None:
    """By default NSIS ignores such a file when nobody can be asked, and ends with 0."""
    assert [line for line in script.splitlines() if line.startswith("AllowSkipFiles")] == ["AllowSkipFiles off"]
    assert script.index("AllowSkipFiles off") < script.index("!insertmacro UNPACK")


def test_a_silent_installation_asks_nobody_and_does_not_try_for_ever(script: str) -> None:
    asked = [line for line in script.splitlines() if line.startswith("MessageBox")]
    assert [line for line in asked if "/SD " not in line] == []
    (busy,) = [line for line in asked if "$(BUSY)" in line]
    assert "/SD IDCANCEL IDRETRY again" in busy
    (running,) = [line for line in asked if "$(RUNNING)" in line]
    assert "/SD IDOK IDCANCEL give_up" in running


def test_the_earlier_version_is_taken_away_by_its_own_uninstaller_before_the_new_one_comes(script: str) -> None:
    statements = body(script, INSTALL)
    order = places(
        statements,
        "!insertmacro UNPACK",
        r'CopyFiles /SILENT "$INSTDIR\Uninstall.exe" "$PLUGINSDIR\Earlier.exe"',
        r"""ExecWait '"$PLUGINSDIR\Earlier.exe" /S /UPGRADE _?=$INSTDIR' $R4""",
        "${LoopWhile} $R4 = ${ERROR_BUSY}",
        "!insertmacro MOVE_IN",
    )
    assert order == sorted(order)
    earlier = r'CopyFiles /SILENT "$INSTDIR\Uninstall.exe" "$PLUGINSDIR\Earlier.exe"'
    assert conditions_of(statements, earlier) == [r'${If} ${FileExists} "$INSTDIR\Uninstall.exe"']


def test_nothing_in_the_folder_is_run_but_what_our_own_registry_entry_names(script: str) -> None:
    """Whoever may write to the folder that an administrator names with /D would run a program as administrator."""
    run = [line for line in script.splitlines() if re.match(r"(Exec|ExecWait|ExecShell|nsExec\S*) ", line)]
    assert sorted(run) == [
        r"""Exec '"$INSTDIR\${PROGRAM}"'""",  # what was just put there
        'ExecShell "runas" "$EXEPATH" "$R0"',  # this very installer
        r'ExecShell "runas" "$INSTDIR\Uninstall.exe" "$R0"',  # this very uninstaller
        r"""ExecWait '"$INSTDIR\${PROGRAM}" --quit'""",
        r"""ExecWait '"$PLUGINSDIR\Earlier.exe" /S /UPGRADE _?=$INSTDIR' $R4""",
    ]
    earlier = r"""ExecWait '"$PLUGINSDIR\Earlier.exe" /S /UPGRADE _?=$INSTDIR' $R4"""
    asked = r"""ExecWait '"$INSTDIR\${PROGRAM}" --quit'"""
    install, end = body(script, INSTALL), body(script, END_THE_PROGRAM)
    assert conditions_of(install, earlier)[-1] == conditions_of(end, asked)[-1] == "${If} $R5 = 1"
    for statements, run_line, file, entry in (
        (install, earlier, r"$PLUGINSDIR\Earlier.exe", "UninstallerFingerprint"),
        (end, asked, r"$INSTDIR\${PROGRAM}", "ProgramFingerprint"),
    ):
        before = statements.partition(run_line)[0].splitlines()
        call = next(place for place in reversed(range(len(before))) if "SeeWhetherItIsOurs" in before[place])
        assert before[call - 2 : call] == [f'StrCpy $R6 "{file}"', f'StrCpy $R8 "{entry}"']
        assert not [line for line in before[call:] if line.startswith("StrCpy $R5")]


def test_ours_is_what_the_registry_entry_names_by_its_place_and_its_content(script: str) -> None:
    statements = body(script, "Function ${prefix}SeeWhetherItIsOurs")
    assert statements.splitlines()[0] == "StrCpy $R5 0"
    assert conditions_of(statements, "StrCpy $R5 1") == ['${If} $R7 != ""', "${AndIf} $R7 == $R8"]
    refused = re.findall(r'ReadRegStr \$R7 SHCTX "\$\{UNINSTALL_KEY\}" "(\w+)"\n(\$\{If\}.+)\nReturn\n', statements)
    assert refused == [
        ("InstallLocation", "${If} $R7 != $INSTDIR"),
        ("UninstallString", """${If} $R7 != '"$INSTDIR\\Uninstall.exe"'"""),
    ]
    for entry in ("ProgramFingerprint", "UninstallerFingerprint"):
        assert f'Call Fingerprint\nWriteRegStr SHCTX "${{UNINSTALL_KEY}}" "{entry}" "$R7"' in body(script, INSTALL)


def test_an_installation_for_everybody_takes_an_administrator_and_only_the_switch_makes_one(script: str) -> None:
    choose = body(script, "Function ChooseForWhom")
    assert conditions_of(choose, "Call RefuseWithoutRights") == [
        '${GetOptions} $R0 "/ALLUSERS" $R1',
        "${IfNot} ${Errors}",
    ]
    assert choose.index("SetShellVarContext all") < choose.index("Call RefuseWithoutRights")
    assert r'StrCpy $INSTDIR "$PROGRAMFILES64\${NAME}"' in choose
    rights = body(script, "Function ${prefix}RefuseWithoutRights")
    assert conditions_of(rights, "Return") == ['${If} $R1 == "Admin"']
    assert rights.endswith("SetErrorLevel 2\nQuit")
    assert "RequestExecutionLevel user" in script.splitlines()
    written = re.findall(r"^(?:Write|Delete)Reg\w+ (\S+) ", script, re.MULTILINE)
    assert set(written) == {"SHCTX"}


def test_what_is_for_everybody_is_never_started_by_the_installer(script: str) -> None:
    """It would run as administrator, with an administrator's data."""
    assert conditions_of(body(script, END_THE_PROGRAM), "Call ${prefix}SeeWhetherItIsOurs") == ["${If} $IsForAll <> 1"]
    offer = body(script, "Function OfferNoStartAsAdministrator")
    assert conditions_of(offer, "ShowWindow $mui.FinishPage.Run ${SW_HIDE}") == ["${If} $IsForAll = 1"]


def test_the_program_is_asked_to_end_before_anything_of_it_is_replaced_or_removed(script: str) -> None:
    install = body(script, INSTALL)
    assert install.splitlines()[0] == "Call EndTheProgram"
    unpacked, earlier, moved = places(install, "WriteUninstaller", "ExecWait", "!insertmacro MOVE_IN")
    assert "Call EndTheProgram\n" in install[unpacked:earlier]
    assert "Call EndTheProgram\n" in install[earlier:moved]
    assert body(script, UNINSTALL).splitlines()[0] == "Call un.EndTheProgram"
    assert script.count("--quit") == 1
    asked, looked = places(
        body(script, END_THE_PROGRAM),
        r"""ExecWait '"$INSTDIR\${PROGRAM}" --quit'""",
        "Call ${prefix}SeeWhetherItRuns\n${If} $R1 = 0\nStrCpy $WasEnded 1\n",
    )
    assert asked < looked


def test_a_silent_installation_starts_the_program_again_only_if_it_ended_it(script: str) -> None:
    start = r"""Exec '"$INSTDIR\${PROGRAM}"'"""
    assert re.findall(r"^Exec .*$", script, re.MULTILINE) == [start]
    assert conditions_of(body(script, INSTALL), start) == ["${If} ${Silent}", "${AndIf} $WasEnded = 1"]
    assert re.findall(r"^StrCpy \$WasEnded .*$", script, re.MULTILINE) == ["StrCpy $WasEnded 1"]
    assert conditions_of(body(script, END_THE_PROGRAM), "StrCpy $WasEnded 1") == ["${If} $R1 = 0"]
