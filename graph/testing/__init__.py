"""For whoever writes an adapter or a test: the contract of a store, a random walk, and made-up worlds.

Needs pytest and hypothesis, so nothing outside this package imports it.
"""
