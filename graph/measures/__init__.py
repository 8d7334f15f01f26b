"""Measures of networks: pure functions of arrays, one file each; the table of them is `catalogue`."""
