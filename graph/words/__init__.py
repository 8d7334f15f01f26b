"""The words are data: one small YAML file for each kind of entity, kind of tie and list of choices."""

from graph.words.files import load_words, read_mapping
from graph.words.model import Choices, EntityKind, Label, Property, TieKind
from graph.words.vocabulary import Words

__all__ = ["Choices", "EntityKind", "Label", "Property", "TieKind", "Words", "load_words", "read_mapping"]
