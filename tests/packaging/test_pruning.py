"""What is left out of the built program, and what never is."""

import subprocess
import sys

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
        "matplotlib/mpl-data/matplotlibrc",
        "matplotlib/mpl-data/fonts/ttf/DejaVuSans.ttf",
        "matplotlib/mpl-data/fonts/ttf/LICENSE_DEJAVU",
        "matplotlib\\mpl-data\\fonts\\ttf\\LastResortHE-Regular.ttf",
        "matplotlib/backends/_backend_agg.cpython-313-x86_64-linux-gnu.so",
        "numpy/_core/_multiarray_umath.cp313-win_amd64.pyd",
        "numpy.libs/libscipy_openblas64_-32a4b2a6.so",
        "PIL/_imaging.cpython-313-x86_64-linux-gnu.so",
        "pillow.libs/libtiff-20b7e810.so.6.3.0",
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
        "matplotlib/mpl-data/sample_data/topobathy.npz",
        "matplotlib/mpl-data/fonts/ttf/cmr10.ttf",
        "matplotlib/mpl-data/fonts/ttf/DejaVuSerif.ttf",
        "matplotlib/mpl-data/fonts/afm/phvr8a.afm",
        "matplotlib\\mpl-data\\images\\home.svg",
        "numpy/_core/_multiarray_tests.cpython-313-x86_64-linux-gnu.so",
        "PIL/_avif.cpython-313-x86_64-linux-gnu.so",
        "PIL\\_webp.cp313-win_amd64.pyd",
        "libavif-c6062d5f.so.16.4.2",
        "pillow.libs/libwebpmux-8fb1c9f6.so.3.1.2",
        "tzdata/zoneinfo/Asia/Tokyo",
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


@pytest.mark.parametrize(
    ("name", "is_needed"),
    [
        ("PIL.PngImagePlugin", True),
        ("PIL.Image", True),
        ("PIL.JpegImagePlugin", False),
        ("PIL.PsdImagePlugin", False),
        ("epa_gui.ui.results.image_view", True),
    ],
)
def test_of_pillow_s_formats_only_the_one_that_is_written_is_kept(name: str, is_needed: bool) -> None:
    assert pruning.is_module_needed(name) is is_needed


def test_no_folder_is_made_at_every_start_for_what_has_one_of_its_own() -> None:
    scripts = project.SPEC.read_text(encoding="utf-8")
    assert "pruning.is_script_needed" in scripts
    assert not pruning.is_script_needed("pyi_rth_mplconfig")
    assert pruning.is_script_needed("__main__")


def test_what_draws_needs_nothing_that_is_left_out() -> None:
    """In a process of its own, in which nothing that is left out can be loaded: every kind of picture, in each form."""
    given = [sys.executable, "-c", _DRAWING, *pruning.EXCLUDED_MODULES]
    done = subprocess.run(given, cwd=project.ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["21"]


_DRAWING = """
import sys
for name in sys.argv[1:]:
    sys.modules[name] = None
from epa_gui.core.results.pictures.library import library
library.load()
from epa_gui.core.results.pictures import matrix_picture, metric_picture, pictures
from epa_gui.core.results.pictures.drawing import image_of, png_of, svg_of
from epa_gui.core.results.pictures.theme import LIGHT, PAGE
from epa_gui.core.results.pictures.words import ENGLISH
from tests.core.results.pictures.figures import BARS, CLOUD, CURVES, METRICS, TREND, TWO_CLASSES
drawn = 0
for plan in (
    metric_picture.picture_of_metrics(METRICS, ENGLISH),
    matrix_picture.picture_of_matrices(TWO_CLASSES, ENGLISH),
    pictures.picture_of_bars(BARS, ENGLISH.contribution, ENGLISH, is_share=False),
    pictures.picture_of_roc(CURVES, ENGLISH),
    pictures.picture_of_precision(CURVES, ENGLISH),
    pictures.picture_of_cloud(CLOUD, ENGLISH),
    pictures.picture_of_trend(TREND, "AUC", ENGLISH, is_share=True),
):
    drawn += png_of(plan, LIGHT, (400, 300)).startswith(bytes([137]) + b"PNG")
    drawn += image_of(plan, LIGHT, (400, 300)).width == 400
    drawn += svg_of(plan, PAGE, (400, 300)).startswith("<svg")
print(drawn)
"""


def test_translations_in_source_form_stay_at_home() -> None:
    suffixes = {source.rsplit(".", 1)[-1] for source, _ in freeze.shipped_files()}
    assert {"svg", "qm", "csv"} <= suffixes
    assert "ts" not in suffixes
