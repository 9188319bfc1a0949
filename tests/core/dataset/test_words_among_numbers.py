"""Words for something missing among plain numbers are counted as if each field were looked at."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from epa_gui.core.dataset.column import Column
from epa_gui.core.dataset.column_kinds import Common
from epa_gui.core.dataset.type_inference import NUMBER, TEXT, kind_of, words_among_digits

WORDS = ("-", "n/a", "N1", ".", "欠測")
FIELDS = st.lists(st.sampled_from(["1", "2.5", "", "-3", "5-", ".", "-", "7n/a", "n/a", "11", "N1", "欠測", "1.2.3"]))


@given(FIELDS, st.sets(st.sampled_from(WORDS)))
def test_the_quick_count_is_that_of_each_field_or_none(fields: list[str], words: set[str]) -> None:
    found = words_among_digits("".join(f"{field}\n" for field in fields), fields, words)
    if found is not None:
        assert found == sum(field in words for field in fields)
        assert all(not field or field in words or kind_of(field) == NUMBER for field in fields)


@pytest.mark.parametrize("word", ["-", "n/a", "欠測"])
def test_an_ordinary_column_with_a_word_in_it_is_counted_quickly(word: str) -> None:
    fields = ["1.5", word, word, "", "12"]
    assert words_among_digits("".join(f"{field}\n" for field in fields), fields, {word}) == 2


@pytest.mark.parametrize("word", ["-", "n/a", "N1", "欠測"])
def test_a_long_column_of_numbers_and_a_word_has_the_kinds_of_its_fields(word: str) -> None:
    fields = [("-" if at % 11 == 0 else "") + f"{at}.5" if at % 3 else word for at in range(9000)]
    fields[7000:7003] = ["5-", "", "n/a?"]
    column = Column("price", Common())
    for at in range(0, len(fields), 250):
        column.add(fields[at : at + 250], at + 2)
    kinds = Counter(map(kind_of, fields))
    assert column.kinds[NUMBER] == kinds[NUMBER]
    assert column.kinds[TEXT] == kinds[TEXT]
