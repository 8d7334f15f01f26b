"""Keys of mentions: equal for equal names, different for different ones, and always a key that the rules allow."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from graph.names import normalised
from ingest.keys import key_of_key, key_of_name, slug

KEY = re.compile(r"[a-z0-9][a-z0-9._-]{0,199}", re.ASCII)
names = st.text(min_size=1).filter(lambda text: re.search(r"[^\W_]", text) is not None)


@given(names, names)
def test_two_names_have_one_key_just_when_they_count_as_equal(one, other):
    assert (slug(one) == slug(other)) == (normalised(one) == normalised(other))


@given(names)
def test_a_key_keeps_the_rules(name):
    assert KEY.fullmatch(key_of_name("person", name))
    assert KEY.fullmatch(key_of_key("person", name))


@given(names, names)
def test_a_name_is_never_taken_for_a_key(name, key):
    assert key_of_name("person", name) != key_of_key("person", key)


def test_letters_of_other_scripts_and_long_names_are_kept_apart():
    assert slug("東京") != slug("大阪")
    assert slug("a" * 100) != slug("a" * 101)
    assert len(slug("a" * 500)) < 100
