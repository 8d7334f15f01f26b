"""Who is meant: from what a person types to one entity or sector, or to the candidates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import OSA

from graph.errors import Ambiguous, Unknown
from graph.names import normalised
from graph.network import Network
from graph.statements import CORRECTIONS
from graph.values import line

SECTOR = "sector"
SOURCE = "source"
WORD = "word"
"""What takes this takes any other word too: one that names nothing known stands for itself."""

SHORTEST_MISSPELT = 3
_ARTICLES = {"de", "het", "een", "the", "a", "an"}


@dataclass(frozen=True, slots=True)
class Named:
    """What a name stands for: an entity by its row, or a sector or free word (`row` is -1)."""

    kind: str
    id: str
    name: str
    row: int
    matched: str = ""


class Naming:
    """Finds things in a network by what people call them.

    Case, accents, punctuation and a leading kind word are ignored. The first of these steps
    that hits decides, among the kinds asked for: an id; an exact name, or any other name that
    a source uses; all words contained; one spelling error per word. Within a step a sector
    goes before a theme, and a theme before other entities. A record, such as an introduction,
    is meant by its id or whole name alone. `kind:name` forces a kind. Where
    a free word is taken, what none of the steps hits is one, and `word:` forces it.
    """

    def __init__(self, network: Network) -> None:
        self._network = network
        words = network.words
        labels = [label for kind in words.entities.values() for label in (kind.label, kind.plural)]
        self._kind_words = {normalised(word) for label in labels for word in (label.nl, label.en)} | {SECTOR}
        self._longest_kind = max(len(word.split()) for word in self._kind_words)

    @cached_property
    def everything(self) -> list[tuple[Named, str, frozenset[str]]]:
        """Every name of everything, bare, with its words; sectors, then themes, then the rest."""
        network = self._network
        found = []
        for sector, label in network.words.choices["sector"].choices.items():
            for name in dict.fromkeys((label.nl, label.en, sector)):
                found.append((Named(SECTOR, sector, label.nl, -1, name), name))
        rows = sorted(range(len(network.ids)), key=lambda row: network.kinds[network.kind[row]] != "theme")
        for row in rows:
            if network.entity_on[row]:
                kind = network.kinds[network.kind[row]]
                named = (network.ids[row], network.names[row], row)
                found += [(Named(kind, *named, matched=name), name) for name in network.all_names[row]]
        return [(named, self._bare(name), frozenset(self._bare(name).split())) for named, name in found]

    @cached_property
    def _by_name(self) -> dict[str, list[Named]]:
        found: dict[str, list[Named]] = {}
        for named, name, _ in self.everything:
            found.setdefault(name, []).append(named)
        return found

    def _bare(self, name: str) -> str:
        """A name normalised, without a leading kind word unless that is all there is."""
        words = normalised(name).split(" ")
        skip = int(words[0] in _ARTICLES)
        for end in range(skip + self._longest_kind, skip, -1):
            if end < len(words) and " ".join(words[skip:end]) in self._kind_words:
                return " ".join(words[end:])
        return " ".join(words)

    def resolve(self, text: str, takes: Sequence[str]) -> Named:
        """The one thing of the kinds `takes` (`sector` and `word` may be among them) that `text` names.

        Raises `Unknown` with the nearest names, or `Ambiguous` with the candidates.
        """
        kind, _, rest = text.partition(":")
        if kind.strip() == WORD and WORD in takes:
            return self._word(rest)
        wanted, kinds = self.forced(text, takes)
        if named := self._at(wanted, kinds):
            return named
        for hits in self._steps(wanted, kinds):
            first = [named for named in hits if named.kind == SECTOR] or [n for n in hits if n.kind == "theme"] or hits
            if len(first) == 1:
                return first[0]
            if first:
                raise _ambiguous(text, first, free=WORD in kinds)
        if WORD in kinds:
            return self._word(text)
        raise self.unknown(text, wanted, kinds)

    def forced(self, text: str, takes: Sequence[str]) -> tuple[str, list[str]]:
        """The name in a text, and the kinds of `takes` that it may be of: one where `kind:name` forces it."""
        kind, _, rest = text.partition(":")
        if rest and kind.strip() in {*self._network.words.entities, SECTOR}:
            return rest.strip(), [k for k in takes if k == kind.strip()]
        return text.strip(), list(takes)

    def _at(self, address: str, kinds: Sequence[str]) -> Named | None:
        """The entity of these kinds with this id."""
        network, row = self._network, self._network.row_of(address)
        if row is None or network.kinds[network.kind[row]] not in kinds:
            return None
        return Named(network.kinds[network.kind[row]], network.ids[row], network.names[row], row, address)

    def exact(self, text: str, takes: Sequence[str]) -> Named | None:
        """The one entity of the kinds `takes` with this id, or with just this name; None for none.

        Case, accents and punctuation are ignored, and nothing else: no spelling error, and no kind but by `kind:name`.
        For what is recorded of somebody, where a near guess would tell of somebody else. Raises `Ambiguous` with the
        candidates.
        """
        wanted, kinds = self.forced(text, takes)
        if named := self._at(wanted, kinds):
            return named
        same = normalised(wanted)
        hits = {n.row: n for n, _, _ in self.everything if n.kind in kinds and normalised(n.matched) == same}
        if len(hits) > 1:
            raise _ambiguous(text, list(hits.values()), free=False)
        return next(iter(hits.values()), None)

    def source(self, text: str) -> Named:
        """The source with this id or title: the same, else all words in the two, else with one spelling error a word.

        Raises `Unknown` with the nearest titles, or `Ambiguous` with the candidates.
        """
        wanted = text.strip().removeprefix(f"{SOURCE}:").strip()
        known = self.sources
        if wanted in known:
            return Named(SOURCE, wanted, known[wanted], -1, wanted)
        words = normalised(wanted).split()
        said = {id_: normalised(f"{title} {id_}").split() for id_, title in known.items()}
        for hits in (
            [id_ for id_, title in known.items() if normalised(title).split() == words],
            [id_ for id_ in known if set(words) <= set(said[id_])],
            [id_ for id_ in known if all(any(alike(word, other) for other in said[id_]) for word in words)],
        ):
            found = [Named(SOURCE, id_, known[id_], -1, known[id_]) for id_ in hits]
            if len(found) == 1:
                return found[0]
            if found:
                raise _ambiguous(text, found, free=False)
        order = sorted(known, key=lambda id_: -OSA.normalized_similarity(" ".join(words), normalised(known[id_])))
        hint = ", ".join(repr(known[id_]) for id_ in order[:3]) or "-"
        raise Unknown(
            f"Geen bron heet {text!r}; het dichtst komen {hint}",
            f"No source is called {text!r}; the nearest are {hint}",
        )

    @cached_property
    def sources(self) -> dict[str, str]:
        """The title of each source by its id; the id where it has none."""
        known = self._network.sources.items()
        return {id_: str(said.get("title") or id_) for id_, said in known if id_ != CORRECTIONS}

    def _word(self, text: str) -> Named:
        """A free word, whose id leads to it again whatever it names later."""
        word = line(text)
        if not any(letter.isalnum() for letter in word):
            raise Unknown(f"{word!r} is geen woord", f"{word!r} is not a word")
        return Named(WORD, f"{WORD}:{normalised(word)}", word, -1, word)

    def find(self, text: str, kinds: Sequence[str] | None = None) -> list[Named]:
        """Everything that may be meant, the likeliest first: all steps together, then parts of words."""
        takes = list(kinds or self._network.words.entities)
        if not text.strip():
            return []
        found: dict[tuple[str, str], Named] = {}
        if named := self._at(text.strip(), takes):
            found[named.kind, named.id] = named
        bare = self._bare(text)
        for hits in (*self._steps(text, takes), self._hits(takes, lambda name, _: bare in name)):
            for named in sorted(hits, key=lambda n: (len(n.matched), n.matched, n.id)):
                found.setdefault((named.kind, named.id), named)
        return list(found.values())

    def _steps(self, text: str, kinds: Sequence[str]) -> Iterable[list[Named]]:
        bare = self._bare(text)
        if not bare:
            return
        words = bare.split()
        exact = {(n.kind, n.id): n for n in reversed(self._by_name.get(bare, [])) if n.kind in kinds}
        yield list(reversed(exact.values()))
        yield self._own(self._hits(kinds, lambda _, its: all(word in its for word in words)))
        misspelt = self._hits(kinds, lambda _, its: all(any(alike(word, other) for other in its) for word in words))
        yield self._own(misspelt)

    def _own(self, hits: list[Named]) -> list[Named]:
        """A record, such as an introduction, has the names of others: a part of it means these, never the record."""
        return [named for named in hits if named.kind not in self._network.words.records]

    def _hits(self, kinds: Sequence[str], fits: Callable[[str, frozenset[str]], bool]) -> list[Named]:
        found: dict[tuple[str, str], Named] = {}
        for named, name, words in self.everything:
            if named.kind in kinds and (named.kind, named.id) not in found and fits(name, words):
                found[named.kind, named.id] = named
        return list(found.values())

    def unknown(self, text: str, wanted: str, kinds: Sequence[str]) -> Unknown:
        """That nothing of these kinds is called so, with the nearest names."""
        bare = self._bare(wanted)
        nearest: list[tuple[float, str]] = []
        for named, name, _ in self.everything:
            if named.kind in kinds:
                nearest.append((-OSA.normalized_similarity(bare, name), named.matched))
        names = list(dict.fromkeys(name for _, name in sorted(nearest)[:8]))[:3]
        hint = ", ".join(repr(name) for name in names) or "-"
        return Unknown(
            f"Niets heet {text!r}; het dichtst komen {hint}",
            f"Nothing is called {text!r}; the nearest are {hint}",
        )


def alike(word: str, other: str) -> bool:
    """One spelling error at most: a letter more, less, other, or two swapped (Damerau 1964)."""
    if len(word) < SHORTEST_MISSPELT:
        return word == other
    return OSA.distance(word, other, score_cutoff=1) <= 1


def _ambiguous(text: str, hits: list[Named], *, free: bool) -> Ambiguous:
    """What `text` fits; where it is taken as a `free` word too, that comes last among the candidates."""
    names = "; ".join(f"{hit.kind}:{hit.name} ({hit.id})" for hit in hits[:12])
    candidates = [(hit.id, hit.kind, hit.name) for hit in hits]
    word = f"{WORD}:{normalised(text)}"
    if free:
        candidates.append((word, WORD, text.strip()))
    return Ambiguous(
        f"{text!r} past op {len(hits)}: {names}; noem er een bij zijn id"
        + (f", of zoek het woord zelf met {word!r}" if free else ""),
        f"{text!r} fits {len(hits)}: {names}; name one by its id"
        + (f", or look for the word itself with {word!r}" if free else ""),
        candidates,
    )
