"""The pages, made on the server; they work without JavaScript."""

from __future__ import annotations

from fastapi import APIRouter

from api.pages import answer, ask, entity, map, search, sources, words

router = APIRouter(include_in_schema=False)
for _page in (ask, answer, map, search, entity, sources, words):
    router.include_router(_page.router)
