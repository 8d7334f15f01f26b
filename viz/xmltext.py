"""Texts for XML, whatever is in them."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """A text escaped, without the signs that XML does not know."""
    return escape(_NOT_XML.sub("", text))
