"""The notices name everything in a build and nothing else, with whole texts and the source of exactly this Qt."""

import importlib.metadata
import re
import sys
from email.message import Message
from pathlib import Path

import pytest
from builder import contents, licences, project
from builder.contents import Kind, Part

QT_FILES = ["PySide6/__init__.py", "PySide6/Qt/lib/libQt6Core.so.6", "PySide6/QtCore.abi3.so", "shiboken6/__init__.py"]
MODULES = frozenset({"requests", "requests.api", "keyring.backend", "PySide6", "shiboken6", "json", "epa_gui"})


def program_in(folder: Path, *files: str) -> Path:
    """A one-folder program as PyInstaller leaves it, with empty files."""
    for name in ("epa_gui/resources/icons/epa-desktop.svg", *files):
        file = folder / "_internal" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    return folder


def names(parts: list[Part]) -> set[str]:
    return {contents.normal(part.name) for part in parts}


def test_what_is_bundled_is_named_and_what_is_only_installed_is_not(tmp_path: Path) -> None:
    found = names(contents.parts_of(program_in(tmp_path), MODULES))
    assert {"python", "requests", "keyring", "pyside6-essentials", "shiboken6", "qt"} <= found
    assert not found & {"pytest", "mypy", "ruff", "urllib3", "truststore", project.ID}


def test_a_wheel_is_known_by_a_file_of_it_too(tmp_path: Path) -> None:
    assert "certifi" not in names(contents.parts_of(program_in(tmp_path), frozenset()))
    assert "certifi" in names(contents.parts_of(program_in(tmp_path, "certifi/cacert.pem"), frozenset()))


def test_without_qt_in_it_nothing_is_said_about_qt(tmp_path: Path) -> None:
    parts = contents.parts_of(program_in(tmp_path), frozenset({"requests"}))
    assert "qt" not in names(parts)
    assert "Lesser" not in licences.notices(parts)


def test_everything_the_program_depends_on_has_its_whole_licence_text(tmp_path: Path) -> None:
    """In this environment, which is like the one that builds."""
    seen: set[str] = set()
    waiting = [project.ID]
    while waiting:
        name = waiting.pop()
        try:
            lines = importlib.metadata.requires(name) or []
        except importlib.metadata.PackageNotFoundError:
            continue  # for another system or Python
        seen.add(contents.normal(name))
        needed = {contents.normal(re.split(r"[^\w.-]", line)[0]) for line in lines if "extra ==" not in line}
        waiting.extend(needed - seen)
    modules = {
        file.as_posix().removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for name in seen
        for file in importlib.metadata.files(name) or []
        if file.suffix == ".py"
    }
    parts = contents.parts_of(program_in(tmp_path), frozenset(modules))
    assert seen - {project.ID} <= names(parts)
    assert contents.untold(parts) == []
    assert [part.name for part in parts if part.kind is Kind.WHEEL and not part.licence] == []


def test_the_source_pointed_at_is_of_exactly_this_qt(tmp_path: Path) -> None:
    version = importlib.metadata.version("PySide6_Essentials")
    text = licences.notices(contents.parts_of(program_in(tmp_path, *QT_FILES), MODULES))
    base = "https://download.qt.io/official_releases"
    assert f"{base}/QtForPython/pyside6/PySide6-{version}-src/pyside-setup-everywhere-src-{version}.tar.xz" in text
    qt = ".".join(version.split(".")[:3])
    assert f"{base}/qt/{'.'.join(qt.split('.')[:2])}/{qt}/single/qt-everywhere-src-{qt}.tar.xz" in text
    assert set(re.findall(r"https?://download[^\s]*", text)) <= {
        contents.qt_source(qt),
        contents.pyside_source(version),
        "https://download.qt.io/archive/qt/.",
    }


def test_the_lgpl_is_there_once_and_whole(tmp_path: Path) -> None:
    text = licences.notices(contents.parts_of(program_in(tmp_path, *QT_FILES), MODULES))
    for name in ("LGPL-3.0.txt", "GPL-3.0.txt"):
        assert text.count((contents.TEXTS / name).read_text(encoding="utf-8").strip("\n")) == 1
    assert "you may replace them with versions of your own" in text
    assert "FreeType" in text


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("libcrypto-3.dll", "OpenSSL"),
        ("libssl.3.dylib", "OpenSSL"),
        ("sqlite3.dll", "SQLite"),
        ("libffi-8.dll", "libffi"),
        ("liblzma.5.dylib", "XZ Utils"),
        ("libbz2.dylib", "bzip2"),
        ("libexpat.1.dylib", "Expat"),
        ("zlib1.dll", "zlib"),
        ("VCRUNTIME140_1.dll", "Microsoft Visual C++ runtime"),
        ("api-ms-win-crt-heap-l1-1-0.dll", "Microsoft Visual C++ runtime"),
        ("PySide6/Qt/lib/libicudata.so.73", "ICU"),
    ],
)
def test_libraries_that_come_along_on_windows_and_macos_are_known(tmp_path: Path, file: str, name: str) -> None:
    parts = contents.parts_of(program_in(tmp_path, file), frozenset())
    found = [part for part in parts if part.kind is Kind.LIBRARY and part.name != "Qt"]
    assert [part.name for part in found] == [name]
    assert found[0].texts
    assert found[0].licence


def test_a_library_nobody_knows_is_listed_and_told(tmp_path: Path) -> None:
    parts = contents.parts_of(program_in(tmp_path, "libnobodyknows.so.7"), frozenset())
    assert contents.untold(parts) == ["libnobodyknows.so.7"]
    assert "Its licence text was not found" in licences.notices(parts)


def test_pythons_own_modules_are_no_strangers(tmp_path: Path) -> None:
    files = ["lib-dynload/_ssl.cpython-313-x86_64-linux-gnu.so", "_ssl.pyd", "python313.dll", "libpython3.13.so.1.0"]
    parts = contents.parts_of(program_in(tmp_path, *files), frozenset())
    assert [part.name for part in parts if part.kind is Kind.LIBRARY] == []


@pytest.mark.parametrize(
    "file",
    [
        "libreadline.so.8",
        "libreadline.8.dylib",
        "lib-dynload/readline.cpython-313-x86_64-linux-gnu.so",
        "python3.13/lib-dynload/readline.cpython-313-darwin.so",
        "libhistory.so.8",
        "libgdbm.so.6",
        "libgdbm_compat.so.4",
        "lib-dynload/_gdbm.cpython-313-x86_64-linux-gnu.so",
    ],
)
def test_a_library_under_the_gpl_alone_is_found(tmp_path: Path, file: str) -> None:
    program = program_in(tmp_path, file, "libtinfo.so.6", "libssl.so.3", "thing/readline.py", "thing/history.svg")
    assert contents.gpl_alone(program) == [Path(file).name]


def test_an_app_of_macos_is_looked_through_for_them_too(tmp_path: Path) -> None:
    library = tmp_path / "EPA Desktop.app/Contents/Frameworks/libreadline.8.dylib"
    library.parent.mkdir(parents=True)
    library.touch()
    assert contents.gpl_alone(tmp_path / "EPA Desktop.app") == [library.name]


def test_the_notices_lie_where_the_program_and_people_look(tmp_path: Path) -> None:
    folder = program_in(tmp_path)
    parts = [Part("Thing", "1", "MIT", ("Copyright 日本",), Kind.WHEEL)]
    written = licences.write_notices(folder, parts)
    assert written == (folder / "_internal/epa_gui/resources/NOTICES.txt").resolve()
    assert written.read_bytes() == (folder / "NOTICES.txt").read_bytes()
    assert "Copyright 日本" in written.read_text(encoding="utf-8")


def test_an_app_of_macos_gets_no_file_beside_its_contents(tmp_path: Path) -> None:
    """A stray file at its top would break the app's signature."""
    app = tmp_path / "EPA Desktop.app"
    (app / "Contents/Resources/epa_gui/resources").mkdir(parents=True)
    assert licences.write_notices(app, []).is_file()
    assert [path.name for path in app.iterdir()] == ["Contents"]


def test_notices_nobody_could_see_are_not_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no resources"):
        licences.write_notices(tmp_path, [])


def test_of_a_wheel_all_licence_texts_are_taken_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    files = {
        "thing/__init__.py": "",
        "thing/licenses.json": "not a text of its licence",
        "thing-1.0.dist-info/METADATA": "Metadata-Version: 2.4\nName: thing\nVersion: 1.0\nLicense-Expression: MIT\n",
        "thing-1.0.dist-info/licenses/LICENSE": "Copyright M\xfcller",
        "thing-1.0.dist-info/licenses/vendored/COPYING.txt": "Copyright somebody else",
    }
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="latin-1")
    (site / "thing-1.0.dist-info/RECORD").write_text("".join(f"{name},,\n" for name in files), encoding="utf-8")
    monkeypatch.syspath_prepend(site)
    parts = contents.parts_of(program_in(tmp_path / "program"), frozenset({"thing"}))
    thing = next(part for part in parts if part.name == "thing")
    assert (thing.version, thing.licence) == ("1.0", "MIT")
    assert thing.texts == ("Copyright M\N{REPLACEMENT CHARACTER}ller", "Copyright somebody else")


def test_fonts_that_are_shipped_have_their_licence_told(tmp_path: Path) -> None:
    """Of matplotlib's, which lies beside them and not with its own."""
    font = "matplotlib/mpl-data/fonts/ttf/LICENSE_DEJAVU"
    without = contents.parts_of(program_in(tmp_path / "without"), frozenset({"matplotlib"}))
    shipped = contents.parts_of(program_in(tmp_path / "with", font), frozenset({"matplotlib"}))
    told = [[text for part in parts for text in part.texts if "Bitstream Vera" in text] for parts in (without, shipped)]
    assert [len(texts) for texts in told] == [0, 1]


def test_what_draws_pictures_is_named_with_all_it_brings_along(tmp_path: Path) -> None:
    brought = ("contourpy", "cycler", "dateutil", "fontTools.agl", "kiwisolver", "matplotlib", "numpy", "PIL.Image")
    found = contents.parts_of(program_in(tmp_path), frozenset({*brought, "pyparsing.core"}))
    wheels = {contents.normal(part.name): part for part in found if part.kind is Kind.WHEEL}
    names_of_them = {
        "contourpy",
        "cycler",
        "python-dateutil",
        "fonttools",
        "kiwisolver",
        "matplotlib",
        "numpy",
        "pillow",
    }
    assert set(wheels) == {*names_of_them, "pyparsing"}
    assert all(part.texts for part in wheels.values())
    said = licences.notices(found)
    assert "FreeType" in said, "of which matplotlib ships a copy"
    if sys.platform == "linux":
        assert "libgfortran" in said, "which numpy ships"


def test_the_licence_is_told_as_the_wheel_tells_it() -> None:
    meta = Message()
    meta["Classifier"] = "Programming Language :: Python"
    meta["Classifier"] = "License :: OSI Approved :: BSD License"
    assert contents.stated_licence(meta) == "BSD License"
    meta["License"] = "A whole text\nin many lines"
    assert contents.stated_licence(meta) == "BSD License"
    meta["License-Expression"] = "BSD-3-Clause"
    assert contents.stated_licence(meta) == "BSD-3-Clause"
