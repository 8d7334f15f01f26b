"""The pages, made on the server; they work without JavaScript."""

from __future__ import annotations

from fastapi import APIRouter

from api.pages import answer, ask, duplicates, entity, introductions, map, search, sources, understand, words

router = APIRouter(include_in_schema=False)
for _page in (ask, understand, answer, introductions, map, search, entity, sources, duplicates, words):
    router.include_router(_page.router)
