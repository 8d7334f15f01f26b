"""Pairs that may be the same are proposed with their reasons, best first, and never what somebody decided already."""

from __future__ import annotations

import shlex
from itertools import combinations

import pytest

from graph.adapters import MemoryStore
from graph.knowledge import Knowledge
from graph.network import read_network
from graph.testing.source import Source
from ingest import duplicates
from ingest.duplicates import propose, propose_new
from tests.worlds import WORDS


def known(*sources: Source) -> Knowledge:
    knowledge = Knowledge(MemoryStore(), WORDS, by="Zoë")
    for source in sources:
        assert knowledge.load(source.bundle()).sources[0].refused == []
    return knowledge


def proposed(knowledge: Knowledge):
    with knowledge.store.reading() as view:
        return propose(read_network(view, WORDS), view)


def pairs(knowledge: Knowledge):
    return [(one.a.name, one.b.name, one.why("nl")) for one in proposed(knowledge)]


def people(**names: str) -> Source:
    """A source of people by their keys."""
    source = Source("list")
    for key, name in names.items():
        source.mention(key, "person", name)
    return source


INITIAL = "S. kan Sanne zijn en de achternaam is gelijk"


def test_two_spellings_of_one_person_are_proposed_with_the_reason():
    assert pairs(known(people(a="Sanne Lindeman", b="S. Lindeman", c="Bob Bos"))) == [
        ("Sanne Lindeman", "S. Lindeman", INITIAL)
    ]


def test_the_likeliest_pair_comes_first():
    found = proposed(known(people(a="Sanne Lindeman", b="Lindeman, Sanne", c="S. Lindeman", d="Lindeman")))
    assert [one.weight for one in found] == sorted((one.weight for one in found), reverse=True)
    assert (found[0].a.name, found[0].b.name, found[0].weight) == ("Sanne Lindeman", "Lindeman, Sanne", 0.85)


def test_kinds_are_never_mixed():
    source = people(a="De Aar")
    source.mention("b", "organisation", "De Aar BV")
    assert pairs(known(source)) == []


@pytest.mark.parametrize("kind", ["seat", "budget_line", "organisation"])
def test_what_equal_names_never_join_is_not_proposed(kind):
    source = Source("list")
    for key in ("a", "b"):
        mention = source.mention(key, kind, "Studenten" + " BV" * (key == "b"))
        if kind == "organisation":
            source.property(mention, "type", "group")
    assert pairs(known(source)) == []


@pytest.mark.parametrize("verdict", ["same", "different", "unsure"])
def test_what_somebody_judged_is_not_proposed_again(verdict):
    knowledge = known(people(a="Sanne Lindeman", b="S. Lindeman"))
    knowledge.judge(verdict, "list:a", "list:b", "seen")
    assert pairs(knowledge) == []


def test_nor_between_others_who_are_the_same_as_those():
    other = Source("other")
    other.mention("a", "person", "Sanne Lindeman")
    knowledge = known(people(a="Sanne Lindeman", b="S. Lindeman"), other)
    knowledge.judge("different", "other:a", "list:b", "seen")
    assert pairs(knowledge) == []


def test_what_is_an_open_question_is_not_asked_twice():
    one, two, three = people(a="Ann"), Source("two"), Source("three")
    two.mention("a", "person", "Ann")
    three.mention("a", "person", "Ann")
    knowledge = known(one, two, three)
    knowledge.judge("different", "list:a", "two:a", "seen")
    with knowledge.store.reading() as view:
        assert view.questions()
    assert pairs(knowledge) == []


def test_a_shared_contact_is_a_reason_and_is_not_repeated():
    source = people(a="Ann de Wit", b="Cor Bos")
    for key, phone in (("a", "06-12345678"), ("b", "+31 6 1234 5678")):
        source.property(f"list:{key}", "email", {"nl": "bakery@example.org"})
        source.property(f"list:{key}", "phone", {"en": phone})
    (found,) = proposed(known(source))
    assert (found.why("nl"), found.why("en")) == (
        "e-mailadres is gelijk; telefoonnummer is gelijk",
        "e-mail address is equal; telephone number is equal",
    )
    assert "example.org" not in found.command("nl")


def test_an_address_on_the_web_alone_is_too_little():
    source = people(a="Ann de Wit", b="Cor Bos")
    for key in "ab":
        source.property(f"list:{key}", "website", "https://www.example.org/")
    assert pairs(known(source)) == []


def test_those_that_both_have_a_tie_with_are_named_and_make_it_likelier():
    source = people(a="Sanne Lindeman", b="S. Lindeman", c="Bob")
    for key in "ab":
        source.tie(f"list:{key}", "knows", "list:c")
    (found,) = proposed(known(source))
    assert (found.why("nl"), found.weight) == (f"{INITIAL}; beide verbonden met Bob", 0.775)


def test_whom_everybody_knows_says_nothing():
    source = people(a="Sanne Lindeman", b="S. Lindeman", c="Bob", **{f"x{n}": f"Iemand {n}" for n in range(25)})
    for mention in [*source.statements]:
        if mention.subject != "list:c":
            source.tie(mention, "knows", "list:c")
    (found,) = [one for one in proposed(known(source)) if one.a.name == "Sanne Lindeman"]
    assert found.why("nl") == INITIAL


def test_a_tie_between_two_speaks_against_them():
    source = people(a="Sanne Lindeman", b="Lindeman, Sanne", c="S. Lindeman")
    source.tie("list:a", "knows", "list:b")
    assert ("Sanne Lindeman", "Lindeman, Sanne") not in [pair[:2] for pair in pairs(known(source))]


@pytest.mark.parametrize(
    ("one", "other", "wanted"), [("2021-09-03", "2021-09", 1), ("2021-09-03", "", 1), ("2021", "2022", 0)]
)
def test_activities_at_different_times_are_different(one, other, wanted):
    source = Source("list")
    for key, start in (("a", one), ("b", other)):
        mention = source.mention(key, "activity", "Borrel")
        if start:
            source.property(mention, "start", start)
    assert len(pairs(known(source))) == wanted


def test_what_a_load_would_add_is_held_against_what_is_known_and_against_itself():
    knowledge = known(people(a="Sanne Lindeman", b="Ger Bos", c="G. Bos"))
    more = Source("more")
    for key, name in (("a", "S. Lindeman"), ("b", "Robert Aap"), ("c", "Rob Aap"), ("d", "Ger Bos")):
        more.mention(key, "person", name)
    preview = knowledge.preview(more.bundle())
    with knowledge.store.reading() as view:
        found = propose_new(preview, read_network(view, WORDS), view)
    assert [(one.a.name, one.b.name) for one in found] == [("Sanne Lindeman", "S. Lindeman"), ("Robert Aap", "Rob Aap")]


def test_rows_with_keys_of_their_own_are_not_proposed():
    more = Source("more")
    more.mention("a", "person", "Ann")
    more.mention("b", "person", "Ann")
    more.judge("different", "more:a", "more:b")
    knowledge = known()
    preview = knowledge.preview(more.bundle())
    with knowledge.store.reading() as view:
        assert propose_new(preview, read_network(view, WORDS), view) == []


def test_the_command_to_judge_them_is_one_that_a_shell_reads_as_text():
    source = people(a="Sanne Lindeman", b="S. Lindeman", c="$(rm) `rm`")
    for key in "ab":
        source.tie(f"list:{key}", "knows", "list:c")
    (found,) = proposed(known(source))
    command = found.command("nl")
    assert command.startswith("binck judge same list:a list:b --why ")
    assert shlex.split(command)[-1] == found.why("nl")
    assert "'" in command
    (found,) = proposed(known(people(a="Sanne Lindeman", b="S. Lindeman")))
    assert found.command("nl") == f'binck judge same list:a list:b --why "{INITIAL}"'


def test_looking_only_where_two_share_something_finds_what_comparing_all_would(monkeypatch):
    names = [
        "Sanne Lindeman",
        "S. Lindeman",
        "Sanne Lindemann",
        "Ger Bos",
        "G. de Bos",
        "Gerard Bos",
        "Bos",
        "Ann",
        "Anna Aap",
    ]
    knowledge = known(people(**{f"k{n}": name for n, name in enumerate(names)}))
    looked = pairs(knowledge)
    monkeypatch.setattr(duplicates._Search, "_pairs", lambda search: set(combinations(range(len(search._all)), 2)))
    assert pairs(knowledge) == looked
