"""The catalogues: whole, true to the code, and in the words that were agreed."""

import ast
import re
import shutil
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from builder import project, translations
from builder.catalogue_file import Entry, Key, read_catalogue, write_catalogue
from builder.source_texts import NotLiteralError, SourceText, source_texts
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from epa_gui.core.jobs.problem import Problem, ProblemKind
from epa_gui.process.language import chosen_language, install_language, language_name
from epa_gui.process.resource_files import available_languages
from epa_gui.ui.base.problem_text import problem_words

PLACE = re.compile(r"\{[^{}]*\}|%L?n")
JAPANESE = translations.FOLDER / "epa_gui_ja.ts"
ENGLISH = translations.FOLDER / "epa_gui_en.ts"
NEVER_IN_JAPANESE = re.compile(
    r"あなた|申し訳|すみません|お手数|下さい|出来|全て|ヘッダー|カラム|サーバ(?!ー)|フォルダ(?!ー)|ユーザ(?!ー)|コンピュータ(?!ー)"
    r"|[“”Ａ-Ｚａ-ｚ０-９（）！]"
)
"""What the service's own Japanese does not say, and how it is not written."""

NEVER_IN_ENGLISH = re.compile(
    r"\b(abort|illegal|invalid|fatal|please|sorry|oops|successfully|simply|e\.g\.|i\.e\.|etc\.|mended?|reckon\w*)\b"
    r"|pieces of advice|click here|an error occurred|!|\bcan not\b|’(?:t|re|ll|ve)\b|'",
    re.IGNORECASE,
)
QUOTED_TWICE = re.compile("[「“][\u2066-\u2069]*[「“]")
A_SPACE = re.compile(r"[ぁ-んァ-ヶ一-龠。、」] [ぁ-んァ-ヶ一-龠「]")
"""A space where Japanese has none."""


@pytest.fixture(scope="module")
def texts() -> list[SourceText]:
    return source_texts()


@pytest.fixture(scope="module")
def japanese() -> dict[Key, Entry]:
    return read_catalogue(JAPANESE)


@pytest.fixture(scope="module")
def english() -> dict[Key, Entry]:
    return read_catalogue(ENGLISH)


def key(text: SourceText) -> Key:
    return text.context, text.text, text.comment


def read(text: SourceText, english: Mapping[Key, Entry]) -> tuple[str, ...]:
    """What a person reads in English."""
    return english[key(text)].forms if text.is_counted else (text.text,)


def test_japanese_has_every_text_and_no_other(texts: list[SourceText], japanese: dict[Key, Entry]) -> None:
    assert {key(text) for text in texts} == set(japanese)
    assert [text for text in texts if japanese[key(text)].is_counted is not text.is_counted] == []


def test_no_text_is_unfinished_empty_or_gone(japanese: dict[Key, Entry], english: dict[Key, Entry]) -> None:
    poor = [name for found in (japanese, english) for name, entry in found.items() if entry.state or not entry.forms]
    assert poor == []


def test_every_counted_text_has_its_forms(texts: list[SourceText], english: dict[Key, Entry]) -> None:
    counted = [text for text in texts if text.is_counted]
    assert {key(text) for text in counted} == set(english)
    assert [text for text in counted if len(english[key(text)].forms) != 2] == []
    assert [form for text in counted for form in english[key(text)].forms if "(s)" in form or "(es)" in form] == []
    assert [text for text in texts if "(s)" in text.text and not text.is_counted] == []
    assert [text for text in texts if re.search("%L?n", text.text) and not text.is_counted] == []


def test_every_translation_keeps_the_places_for_values(
    texts: list[SourceText], japanese: dict[Key, Entry], english: dict[Key, Entry]
) -> None:
    """Each value of the English text, and none that it has not; the first of two forms may say “the first”."""
    wrong = []
    for text in texts:
        wanted = set(PLACE.findall(text.text))
        forms = [(form, wanted) for form in japanese[key(text)].forms]
        if text.is_counted:
            one, several = english[key(text)].forms
            forms += [(several, wanted), (one, set(PLACE.findall(one)) | {place for place in wanted if "n" in place})]
        wrong += [(form, wanted) for form, places in forms if set(PLACE.findall(form)) - wanted or places - wanted]
        wrong += [(form, wanted) for form in japanese[key(text)].forms if set(PLACE.findall(form)) != wanted]
    assert wrong == []


def test_an_ellipsis_stands_in_both_languages(texts: list[SourceText], japanese: dict[Key, Entry]) -> None:
    differ = [
        (text.text, form)
        for text in texts
        for form in japanese[key(text)].forms
        if text.text.endswith("…") is not form.endswith("…")
    ]
    assert differ == []


def test_whole_sentences_end_as_such_in_japanese_so_that_others_can_follow(
    texts: list[SourceText], japanese: dict[Key, Entry]
) -> None:
    several = [text for text in texts if re.search(r"\w[.] [A-Z].*[.]\Z", text.text)]
    assert several
    assert [form for text in several for form in japanese[key(text)].forms if not form.endswith("。")] == []


def test_japanese_is_written_as_the_service_writes_it(japanese: dict[Key, Entry]) -> None:
    forms = [form for entry in japanese.values() for form in entry.forms]
    assert [form for form in forms if NEVER_IN_JAPANESE.search(form)] == []
    assert [form for form in forms if A_SPACE.search(form)] == []
    assert [form for form in forms if form.count("「") != form.count("」")] == []


def test_english_is_written_as_the_guide_says(texts: list[SourceText], english: dict[Key, Entry]) -> None:
    forms = [form for text in texts for form in read(text, english)]
    assert [form for form in forms if NEVER_IN_ENGLISH.search(form)] == []
    assert [form for form in forms if "..." in form or ("  " in form.strip(" ") and "{0}" not in form)] == []
    assert [form for form in forms if form.count("“") != form.count("”")] == []


def test_a_shortcut_stands_once_in_each_menu_in_both_languages(
    texts: list[SourceText], japanese: dict[Key, Entry]
) -> None:
    titles = [text for text in texts if text.context == "Actions" and text.text.startswith("&")]
    assert len(titles) >= 6
    for forms in ([text.text for text in titles], [japanese[key(text)].forms[0] for text in titles]):
        letters = Counter(re.findall(r"&([A-Za-z])", " ".join(forms)))
        of_bar = {letter.upper() for letter in letters}
        assert len(of_bar) == len(titles), forms
    assert all(re.fullmatch(r".+\(&[A-Z]\)", japanese[key(text)].forms[0]) for text in titles)


def test_what_the_program_reads_is_what_the_catalogues_say(
    tmp_path: Path, japanese: dict[Key, Entry], english: dict[Key, Entry]
) -> None:
    """The compiled files kept with the sources are those of today's catalogues."""
    for language, found in (("ja", japanese), ("en", english)):
        compiled = QTranslator()
        assert compiled.load(f"epa_gui_{language}", str(translations.FOLDER))
        for (context, text, comment), entry in found.items():
            counts = (1, 2) if len(entry.forms) == 2 else (2,) if entry.is_counted else (-1,)
            for form, count in zip(entry.forms, counts, strict=True):
                seen = compiled.translate(context, text, comment, count)
                assert seen == form, f"{language}: compile the catalogues again ({context}: {text})"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_is_filled_in_stands_in_one_pair_of_quotation_marks(qapp: QCoreApplication, language: str) -> None:
    """Some of it brings its own, and a text around it must not add others."""
    installed = install_language(qapp, language)
    try:
        shown = [problem_words(Problem(kind, "refused", "C:/data/a.csv")) for kind in ProblemKind]
    finally:
        for translator in installed:
            qapp.removeTranslator(translator)
    parts = [part for words in shown for part in (words.happened, words.means, words.to_do)]
    assert any("a.csv" in part for part in parts)
    assert [part for part in parts if QUOTED_TWICE.search(part)] == []


def test_windows_calls_its_keychain_by_its_own_name(
    qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch, japanese: dict[Key, Entry]
) -> None:
    """Whatever a text says of it; the others are as everywhere."""
    text = ("SettingsDialog", "Keychain")
    for system, word in (("win32", "資格情報マネージャー"), ("darwin", "キーチェーン"), ("linux", "キーチェーン")):
        with monkeypatch.context() as patched:
            patched.setattr(sys, "platform", system)
            installed = install_language(qapp, "ja")
        try:
            assert QCoreApplication.translate(*text) == word
            assert QCoreApplication.translate("Keychain", "macOS Keychain") == "macOSのキーチェーン"
            assert QCoreApplication.translate("Actions", "&File") == "ファイル(&F)"
        finally:
            for translator in installed:
                qapp.removeTranslator(translator)
    of_windows = QTranslator()
    assert of_windows.load("epa_gui_ja-win32", str(translations.FOLDER))
    for (context, source, comment), entry in japanese.items():
        if entry.has("キーチェーン") and source != "macOS Keychain":
            seen = of_windows.translate(context, source, comment)
            assert seen == entry.with_word("キーチェーン", "資格情報マネージャー").forms[0], "compile them again"


def test_a_catalogue_can_be_compiled_anew_with_qts_tool(tmp_path: Path) -> None:
    if translations.tool() is None:
        pytest.skip("this Python has no pyside6-lrelease")
    shutil.copy2(JAPANESE, tmp_path)
    assert translations.compile_catalogues(tmp_path) == [tmp_path / "epa_gui_ja.qm", tmp_path / "epa_gui_ja-win32.qm"]
    compiled = QTranslator()
    assert compiled.load("epa_gui_ja", str(tmp_path))
    assert compiled.translate("Actions", "&File") == "ファイル(&F)"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody replace a file that is read")
def test_a_compiled_catalogue_is_never_cut_off_under_a_program_that_reads_it(tmp_path: Path) -> None:
    """It is mapped into memory: another file takes its place, and the one that is read stays whole."""
    if translations.tool() is None:
        pytest.skip("this Python has no pyside6-lrelease")
    shutil.copy2(JAPANESE, tmp_path)
    compiled, _ = translations.compile_catalogues(tmp_path)
    before = compiled.stat()
    translations.compile_catalogues(tmp_path)
    assert (compiled.stat().st_ino, compiled.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns), "nothing new"
    source = tmp_path / JAPANESE.name
    source.write_text(source.read_text(encoding="utf-8").replace("ファイル", "書類"), encoding="utf-8")
    with compiled.open("rb") as read:
        translations.compile_catalogues(tmp_path)
        assert len(read.read()) == before.st_size
    assert compiled.read_bytes().count("書類".encode("utf-16-be")) > 0
    assert {path.suffix for path in tmp_path.iterdir()} == {".ts", ".qm"}


def test_without_the_tool_what_was_compiled_before_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translations, "tool", lambda: None)
    shutil.copy2(JAPANESE, tmp_path)
    with pytest.raises(FileNotFoundError, match=r"epa_gui_ja\.qm"):
        translations.compile_catalogues(tmp_path)
    compiled = [tmp_path / "epa_gui_ja.qm", tmp_path / "epa_gui_ja-win32.qm"]
    compiled[0].write_bytes(b"compiled before")
    with pytest.raises(FileNotFoundError, match=r"epa_gui_ja-win32\.qm"):
        translations.compile_catalogues(tmp_path)
    compiled[1].write_bytes(b"compiled before")
    assert translations.compile_catalogues(tmp_path) == compiled


def test_a_catalogue_is_brought_to_what_the_code_says(tmp_path: Path) -> None:
    path = tmp_path / "epa_gui_eo.ts"
    texts = [SourceText("A", "%n & <more>", "why", is_counted=True), SourceText("A", "new “text”")]
    known = {("A", "%n & <more>", "why"): Entry(("%n kaj 'pli'",), is_counted=True), ("B", "gone", ""): Entry(("for",))}
    assert write_catalogue(path, "eo", texts, known) == [("A", "new “text”", "")]
    assert read_catalogue(path) == {
        ("A", "%n & <more>", "why"): Entry(("%n kaj 'pli'",), is_counted=True),
        ("A", "new “text”", ""): Entry((), state="unfinished"),
    }


@pytest.mark.parametrize(
    "line",
    [
        "class A:\n def f(self, x): return self.tr(x)",
        "class A:\n def f(self, x): return self.tr(f'{x}')",
        "class A:\n def f(self, x): return x.tr('a text whose context nobody knows')",
    ],
)
def test_a_text_that_no_catalogue_could_have_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "epa_gui").mkdir()
    (tmp_path / "epa_gui" / "a.py").write_text(line, encoding="utf-8")
    with pytest.raises(NotLiteralError, match=r"epa_gui/a\.py:2"):
        source_texts(tmp_path)


def test_counted_texts_are_found_whatever_is_counted(tmp_path: Path) -> None:
    (tmp_path / "epa_gui").mkdir()
    code = 'class A:\n def f(self, x):\n  translate("C", "%n a", "", len(x))\n  return self.tr("%n b" " c", "d", x.y)\n'
    (tmp_path / "epa_gui" / "a.py").write_text(code, encoding="utf-8")
    assert source_texts(tmp_path) == [
        SourceText("A", "%n b c", "d", is_counted=True),
        SourceText("C", "%n a", is_counted=True),
    ]


def test_every_text_that_is_marked_is_translated_somewhere() -> None:
    """A mark alone shows nothing: in each context of `QT_TRANSLATE_NOOP` something asks for the translation."""
    marked, asked = set(), set()
    for path in (project.ROOT / "epa_gui").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call) or not call.args or not isinstance(call.args[0], ast.Constant):
                continue
            called = getattr(call.func, "attr", None) or getattr(call.func, "id", "")
            if called == "QT_TRANSLATE_NOOP":
                marked.add(call.args[0].value)
            elif called == "translate" and len(call.args) > 1 and not isinstance(call.args[1], ast.Constant):
                asked.add(call.args[0].value)
    assert marked - asked - {"Language"} == set()


def test_languages_are_those_that_have_a_catalogue(tmp_path: Path) -> None:
    assert available_languages() == ["en", "ja"]
    for name in ("epa_gui_en.qm", "epa_gui_pt_BR.qm", "epa_gui_.qm", "other_de.qm", "epa_gui_fr.ts"):
        (tmp_path / name).touch()
    assert available_languages(tmp_path) == ["en", "pt_BR"]


def test_a_language_is_called_as_it_calls_itself() -> None:
    assert [language_name(language) for language in available_languages()] == ["English", "日本語"]


class _Reads(QLocale):
    """A system whose person reads these languages."""

    def __init__(self, *languages: str) -> None:
        super().__init__(languages[0])
        self._languages = list(languages)

    def uiLanguages(self, _separator: object = None) -> list[str]:  # noqa: N802
        return self._languages


@pytest.mark.parametrize(
    ("choice", "reads", "spoken"),
    [
        ("ja", ["en-US"], "ja"),
        ("system", ["ja-JP", "ja", "en"], "ja"),
        ("system", ["de-DE", "ja-JP"], "ja"),
        ("system", ["de-DE"], "en"),
        ("system", ["pt-BR"], "pt_BR"),
        ("system", ["pt-PT"], "en"),
        ("gone", ["ja-JP"], "ja"),
        ("", ["fr"], "en"),
    ],
)
def test_the_language_is_the_chosen_one_or_the_dearest_of_the_systems(
    choice: str, reads: list[str], spoken: str
) -> None:
    assert chosen_language(choice, ["en", "ja", "pt_BR"], _Reads(*reads)) == spoken
