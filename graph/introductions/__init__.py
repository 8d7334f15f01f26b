"""Introductions: whom to bring together, and why."""

from graph.introductions.proposals import Proposal, Reason, proposals
from graph.introductions.rules import RULES, Found, Rule

__all__ = ["RULES", "Found", "Proposal", "Reason", "Rule", "proposals"]
