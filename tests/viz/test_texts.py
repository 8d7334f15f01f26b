"""The texts of the map: each in both languages, and each used."""

from __future__ import annotations

import re
from pathlib import Path

import viz
from viz.texts import TEXTS

SOURCES = [path for path in Path(viz.__file__).parent.rglob("*") if path.suffix in {".py", ".html", ".js"}]


def test_every_text_says_something_in_both_languages_with_the_same_blanks():
    for key, text in TEXTS.items():
        assert text.nl, key
        assert text.en, key
        assert set(re.findall(r"{\w+}", text.nl)) == set(re.findall(r"{\w+}", text.en)), key


def test_every_text_is_used():
    used = "".join(path.read_text(encoding="utf-8") for path in SOURCES if path.name != "texts.py")
    assert [key for key in TEXTS if f'"{key}"' not in used and f"'{key}'" not in used] == []
