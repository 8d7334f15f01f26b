"""While very many objects are made the cycle collector rests, and afterwards it is as it was."""

from __future__ import annotations

import gc

import pytest

from graph.bulk import many_objects


def test_it_rests_and_wakes_again():
    with many_objects():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_wakes_after_an_error_too():
    with pytest.raises(ValueError, match="oops"), many_objects():
        raise ValueError("oops")
    assert gc.isenabled()


def test_who_switched_it_off_keeps_it_off():
    gc.disable()
    try:
        with many_objects():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
