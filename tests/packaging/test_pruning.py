"""What is left out of the built program, and what never is."""

import pytest
from builder import freeze, project, pruning

QT = "PySide6/Qt"


@pytest.mark.parametrize(
    "name",
    [
        f"{QT}/lib/libQt6Core.so.6",
        f"{QT}/lib/libQt6XcbQpa.so.6",
        f"{QT}/lib/libicudata.so.73",
        f"{QT}/lib/QtWidgets.framework/Versions/A/QtWidgets",
        "PySide6/Qt6Svg.dll",
        "PySide6/QtWidgets.abi3.so",
        "PySide6/MSVCP140.dll",
        f"{QT}/plugins/platforms/libqxcb.so",
        f"{QT}/plugins/platforms/libqwayland.so",
        f"{QT}/plugins/platforms/libqoffscreen.so",
        f"{QT}/plugins/platforms/libqcocoa.dylib",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/plugins/styles/qmodernwindowsstyle.dll",
        f"{QT}/plugins/iconengines/libqsvgicon.so",
        f"{QT}/plugins/networkinformation/libqnetworkmanager.so",
        f"{QT}/plugins/networkinformation/libqapplenetworkinformation.dylib",
        "PySide6/plugins/networkinformation/qnetworklistmanager.dll",
        f"{QT}/plugins/imageformats/libqsvg.so",
        f"{QT}/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        f"{QT}/translations/qtbase_ja.qm",
        "libssl.so.3",
        "libsqlite3.so.0",
        "libxcb-cursor.so.0",
        "epa_gui/resources/translations/epa_gui_en.qm",
        "cryptography/hazmat/bindings/_rust.abi3.so",
    ],
)
def test_what_the_program_lives_on_is_kept(name: str) -> None:
    assert pruning.is_needed(name)


@pytest.mark.parametrize(
    "name",
    [
        f"{QT}/lib/libQt6Qml.so.6",
        "libQt6EglFSDeviceIntegration.so.6",
        "PySide6/Qt6Quick.dll",
        "PySide6/opengl32sw.dll",
        f"{QT}/lib/QtDesigner.framework/Versions/A/QtDesigner",
        f"{QT}/plugins/tls/libqopensslbackend.so",
        f"{QT}/plugins/sqldrivers/libqsqlite.so",
        f"{QT}/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        f"{QT}/translations/qtbase_de.qm",
        f"{QT}/translations/designer_ja.qm",
        "libgtk-3.so.0",
        "libstdc++.so.6",
        "libX11.so.6",
        "libfontconfig.so.1",
    ],
)
def test_what_nobody_reaches_and_what_every_desktop_has_is_left_out(name: str) -> None:
    assert not pruning.is_needed(name)


def test_no_module_the_program_asks_for_is_excluded() -> None:
    excluded = set(pruning.EXCLUDED_MODULES)
    for source in (project.ROOT / "epa_gui").rglob("*.py"):
        for line in source.read_text(encoding="utf-8").splitlines():
            words = line.split()
            if words[:1] in (["import"], ["from"]):
                assert words[1].rstrip(",") not in excluded, f"{source.name}: {line}"


@pytest.mark.parametrize("name", ["readline", "rlcompleter", "code", "sqlite3.__main__", "_gdbm"])
def test_no_way_leads_to_what_is_under_the_gpl_alone(name: str) -> None:
    assert name in pruning.EXCLUDED_MODULES


def test_translations_in_source_form_stay_at_home() -> None:
    suffixes = {source.rsplit(".", 1)[-1] for source, _ in freeze.shipped_files()}
    assert {"svg", "qm", "csv"} <= suffixes
    assert "ts" not in suffixes
