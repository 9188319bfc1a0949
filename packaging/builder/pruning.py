"""What is left out of the built program: parts of Qt nobody reaches, and libraries every desktop brings itself.

A pure decision over the names PyInstaller has gathered; the spec asks `is_needed` for each.
"""

from pathlib import PurePosixPath

from builder import translations

EXCLUDED_MODULES = (
    # Qt beyond the window: QML, the designer's loader, tests, and what draws in 3D.
    *(
        f"PySide6.Qt{name}"
        for name in (
            *("Concurrent", "Designer", "Help", "OpenGL", "OpenGLWidgets", "PrintSupport", "Qml", "Quick"),
            *("QuickControls2", "QuickTest", "QuickWidgets", "Sql", "Test", "UiTools", "Xml"),
        )
    ),
    # Of Python: what only developers run. distutils, pkg_resources and setuptools come by way of cffi.
    *("tkinter", "pydoc", "pydoc_data", "doctest", "pdb", "lib2to3", "ensurepip", "idlelib", "turtle"),
    *("curses", "distutils", "setuptools", "pkg_resources", "pip", "test", "xmlrpc", "pytest", "_pytest"),
    # GNU Readline and GNU dbm are GPL-3. From Python 3.13 on, Readline comes by way of SQLite's command line.
    *("readline", "rlcompleter", "code", "sqlite3.__main__", "_gdbm"),
    # Keychains no system has by itself, and keyring's command line.
    *("keyring.cli", "keyring.devpi_client", "keyring.completion", "shtab"),
    # Of matplotlib: what shows pictures in windows, writes them as PDF, or draws with its global state.
    *("matplotlib.pyplot", "matplotlib.pylab", "matplotlib.animation", "matplotlib.style"),
    *("matplotlib.testing", "matplotlib.tests", "matplotlib.sphinxext", "mpl_toolkits.axes_grid1"),
    *(
        f"matplotlib.backends.{name}"
        for name in (
            *("backend_cairo", "backend_gtk3agg", "backend_gtk4agg", "backend_macosx", "backend_nbagg", "backend_pdf"),
            *("backend_pgf", "backend_ps", "backend_qt", "backend_qtagg", "backend_tkagg", "backend_webagg"),
            *("backend_wxagg", "qt_compat", "qt_editor", "_backend_pdf_ps", "_backend_tk"),
        )
    ),
    # Of numpy: what builds and tests, and chance, which no verdict has.
    *("numpy.f2py", "numpy.distutils", "numpy.testing", "numpy.random", "numpy.ctypeslib", "numpy.matlib"),
    # Of what these bring along: everything that subsets fonts, and time zones, which no axis has.
    *("fontTools.subset", "fontTools.ttLib", "tzdata"),
    *("PIL.ImageCms", "PIL.ImageFont", "PIL.ImageQt", "PIL.ImageShow", "PIL.ImageTk", "PIL.ImageWin"),
    # What they would use if it were there, as it is where this program is developed.
    *("scipy", "pandas", "IPython", "yaml", "hypothesis", "PyQt6"),
)

HOOKS = {"matplotlib": {"backends": ["Agg", "SVG"]}}
"""What PyInstaller's own recipes are told."""

_NOT_AT_THE_START = ("pyi_rth_mplconfig",)
"""Scripts that PyInstaller runs at every start: this one makes a folder for matplotlib, which has one of its own."""

LANGUAGES = tuple(translations.languages())
"""Those that the program has a catalogue of: Qt's own texts are kept for them."""

_QT_PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qgif", "qico", "qicns", "qjpeg", "qsvg"},
    "networkinformation": {"qnetworkmanager", "qglib", "qnetworklistmanager", "qapplenetworkinformation"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "platforms": {"qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"},
    "platformthemes": {"qgtk3", "qxdgdesktopportal"},
    "styles": {"qmodernwindowsstyle", "qmacstyle"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-graphics-integration-client": {"qt-plugin-wayland-egl"},
    "wayland-shell-integration": {"qt-shell", "xdg-shell"},
    "xcbglintegrations": {"qxcb-egl-integration", "qxcb-glx-integration"},
}

# Qt's libraries by their bare name, as in libQt6Core.so.6, Qt6Core.dll and QtCore.framework.
_QT_LIBRARIES = {
    *("Core", "DBus", "Gui", "Network", "OpenGL", "Svg", "WaylandClient", "Widgets"),
    *("WlShellIntegration", "XcbQpa"),
}

# Every Linux desktop has these, newer than or as new as Qt asks for, and its own GTK and graphics drivers were made for
# its own ones: an older copy from the building machine, loaded first, is what would break them.
_OF_THE_DESKTOP = (
    *("libstdc++.so", "libgcc_s.so"),
    *("libglib-2.0.so", "libgobject-2.0.so", "libgio-2.0.so", "libgthread-2.0.so", "libgmodule-2.0.so"),
    # What comes by way of the GTK theme plugin, which finds the desktop's own GTK, and is not used where there is none.
    *("libgtk-3.so", "libgdk-3.so", "libgdk_pixbuf-2.0.so", "libatk-1.0.so", "libatk-bridge-2.0.so", "libatspi.so"),
    *("libcairo.so", "libcairo-gobject.so", "libpango-1.0.so", "libpangocairo-1.0.so", "libpangoft2-1.0.so"),
    *(
        "libharfbuzz.so",
        "libfribidi.so",
        "libthai.so",
        "libdatrie.so",
        "libgraphite2.so",
        "libepoxy.so",
        "libpixman-1.so",
    ),
    *(
        "libmount.so",
        "libblkid.so",
        "libselinux.so",
        "libpcre2-8.so",
        "libpng16.so",
        "libjpeg.so",
        "libbrotlicommon.so",
    ),
    *(
        "libbrotlidec.so",
        "libXcomposite.so",
        "libXcursor.so",
        "libXdamage.so",
        "libXfixes.so",
        "libXi.so",
        "libXinerama.so",
    ),
    *("libXrandr.so", "libXrender.so", "libXext.so", "libwayland-", "libsystemd.so", "libgcrypt.so", "libgpg-error.so"),
    *(
        "libtirpc.so",
        "libcups.so",
        "libavahi-",
        "libgssapi_krb5.so",
        "libkrb5.so",
        "libk5crypto.so",
        "libkrb5support.so",
    ),
    *("libcom_err.so", "libkeyutils.so", "libnsl.so", "libcap.so", "liblz4.so"),
    # Of X and of fonts: they have to fit the desktop's own libxcb, and its fonts' settings and caches.
    *("libX11.so", "libX11-xcb.so", "libXau.so", "libXdmcp.so", "libbsd.so", "libmd.so"),
    *("libfontconfig.so", "libfreetype.so"),
)

# What Qt draws 3D with on Windows where there is no graphics driver (20 MB); plain windows are never drawn so.
_OF_3D = ("opengl32sw.dll", "d3dcompiler_")


# Pillow writes PNG for matplotlib. What reads other formats is left out, with the libraries for it: nobody uses it, and
# such readers are where holes are found.
_OF_PILLOW = ("PngImagePlugin",)
_LIBRARIES_OF_OTHER_FORMATS = ("libavif-", "libwebp", "libsharpyuv", "liblcms2-", "libharfbuzz-", "libfreetype-")
_MODULES_OF_OTHER_FORMATS = ("_avif.", "_webp.", "_imagingcms.", "_imagingft.", "_imagingtk.")

# One family, in which matplotlib draws where the computer has none of ours, with its licence.
_FONTS = {f"DejaVuSans{face}.ttf" for face in ("", "-Bold", "-Oblique", "-BoldOblique")}
_OF_MATPLOTLIB = {"matplotlibrc", "LastResortHE-Regular.ttf", "LICENSE_DEJAVU", *_FONTS}


def is_module_needed(name: str) -> bool:
    """Whether the gathered module ``name`` goes into the program: of Pillow's formats PNG alone does."""
    return not (name.startswith("PIL.") and name.endswith("ImagePlugin")) or name.endswith(_OF_PILLOW)


def is_script_needed(name: str) -> bool:
    """Whether a script of PyInstaller's own is run at the start of the program."""
    return name not in _NOT_AT_THE_START


def is_needed(name: str) -> bool:
    """Whether the gathered file `name` goes into the program.

    Args:
        name: Its place in the program, as ``PySide6/Qt/plugins/tls/libqopensslbackend.so``; either kind of slash.
    """
    path = PurePosixPath(name.replace("\\", "/"))
    if path.name.lower().startswith(_OF_3D) or path.name.startswith(_OF_THE_DESKTOP) or _is_of_no_picture(path):
        return False
    library = _qt_library(path)
    if library and library not in _QT_LIBRARIES:
        return False
    if "PySide6" not in path.parts:
        return True
    if "translations" in path.parts:
        return path.name in {f"qtbase_{language}.qm" for language in LANGUAGES}
    if "plugins" in path.parts:
        return _is_plugin_needed(path)
    return True


def _is_of_no_picture(path: PurePosixPath) -> bool:
    """Whether it belongs to what draws pictures, and no picture of ours needs it."""
    if "mpl-data" in path.parts:
        return path.name not in _OF_MATPLOTLIB
    is_test = path.parts[0] == "numpy" and "_tests." in path.name
    is_module = path.parts[0] == "PIL" and path.name.startswith(_MODULES_OF_OTHER_FORMATS)
    return is_test or is_module or path.parts[0] == "tzdata" or path.name.startswith(_LIBRARIES_OF_OTHER_FORMATS)


def _is_plugin_needed(path: PurePosixPath) -> bool:
    after = path.parts[path.parts.index("plugins") + 1 :]
    kind, plugin = after[0], path.name.split(".")[0].removeprefix("lib")
    return plugin in _QT_PLUGINS.get(kind, set())


def _qt_library(path: PurePosixPath) -> str:
    """The bare name of Qt's library at `path`, as ``Core``; empty where it is something else."""
    framework = next((part for part in path.parts if part.endswith(".framework")), "")
    if framework.startswith("Qt"):
        return framework.removeprefix("Qt").removesuffix(".framework")
    name = path.name.removeprefix("lib")
    return name.removeprefix("Qt6").split(".")[0] if name.startswith("Qt6") else ""
