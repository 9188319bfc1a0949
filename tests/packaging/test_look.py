"""Pictures show Japanese as a Japanese system does: letters and kana of one family."""

from collections.abc import Iterator

import pytest
import shots.look
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication
from shots.look import Look, Wardrobe, of_one_family

JAPANESE = QFontDatabase.WritingSystem.Japanese


def has_kana(font: QFont) -> bool:
    return JAPANESE in QFontDatabase.writingSystems(QFontInfo(font).family())


@pytest.fixture
def latin(qapp: QApplication) -> QFont:
    """A font with no kana of its own, as Linux has one."""
    families = (family for family in QFontDatabase.families() if QFontDatabase.isScalable(family))
    found = next((QFont(name, 9) for name in families if not has_kana(QFont(name, 9))), None)
    if found is None:
        pytest.skip("every font of this computer has kana")
    return found


@pytest.fixture
def spoken() -> Iterator[None]:
    """Whatever language a test speaks, the others speak theirs."""
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.fixture
def japanese(spoken: None) -> None:
    QLocale.setDefault(QLocale("ja"))


@pytest.mark.usefixtures("japanese")
def test_letters_and_kana_are_of_one_family_in_japanese(latin: QFont) -> None:
    if "Noto Sans CJK JP" not in QFontDatabase.families():
        pytest.skip("this computer does not have the family")
    latin.setBold(True)
    made = of_one_family(latin)
    assert has_kana(made)
    assert (made.pointSizeF(), made.bold()) == (9, True)


@pytest.mark.usefixtures("japanese")
def test_a_systems_own_family_with_kana_stays(qapp: QApplication) -> None:
    own = next((QFont(name, 9) for name in QFontDatabase.families() if "CJK TC" in name), None)
    if own is None:
        pytest.skip("this computer has no other family with kana")
    assert has_kana(own)
    assert of_one_family(own) == own


@pytest.mark.usefixtures("spoken")
def test_pictures_of_other_languages_keep_the_systems_font(latin: QFont) -> None:
    QLocale.setDefault(QLocale("en"))
    assert of_one_family(latin) == latin


@pytest.mark.usefixtures("japanese")
def test_a_wardrobe_puts_it_on_in_every_size(qapp: QApplication, latin: QFont, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shots.look, "frame_controls", lambda _app: None)  # it would stay for the tests that follow
    own, style = qapp.font(), qapp.style().objectName()
    qapp.setFont(latin)
    try:
        wardrobe = Wardrobe(qapp)
        wanted = of_one_family(latin)
        for scale in (100, 200):
            wardrobe.put_on(Look("system", scale))
            assert qapp.font().family() == wanted.family()
            assert qapp.font().pointSizeF() == pytest.approx(9 * scale / 100)
    finally:
        qapp.setStyle(style)
        qapp.setFont(own)
