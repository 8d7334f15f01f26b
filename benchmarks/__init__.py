"""Measurements with a peer in the same run; `make bench` runs each `bench_*.py` and prints its table."""
