"""What a form of this site sent."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import parse_qs

from fastapi import Depends
from starlette.exceptions import HTTPException
from starlette.requests import Request

from api.security import from_this_site

LONGEST_FORM = 20_000


async def _form(request: Request) -> dict[str, str]:
    """Refuses a form of another site, which a browser would send as readily."""
    if not from_this_site(request):
        raise HTTPException(403)
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_FORM:
            raise HTTPException(413)
    found = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    return {key: values[-1] for key, values in found.items()}


FormDep = Annotated[dict[str, str], Depends(_form)]
