"""The core: words, statements, fold, store, network, questions. Knows no web and no file format."""
