"""The network becomes pictures."""
