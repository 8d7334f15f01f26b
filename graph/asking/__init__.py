"""Questions in words: which of the catalogue is meant, and about whom or what."""

from graph.asking.reading import LONGEST, Reader, Reading

__all__ = ["LONGEST", "Reader", "Reading"]
