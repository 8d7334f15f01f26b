"""Introductions: whom to bring together, and why."""

from graph.introductions.proposals import Proposal, proposals
from graph.introductions.reasons import Found, Reason
from graph.introductions.rules import RULES, Rule

__all__ = ["RULES", "Found", "Proposal", "Reason", "Rule", "proposals"]
