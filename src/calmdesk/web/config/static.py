"""Our own static files, served by WhiteNoise from where they lie; nothing is fetched from outside."""

from __future__ import annotations

from typing import Any

from asgiref.sync import iscoroutinefunction, markcoroutinefunction
from django.http import HttpRequest, HttpResponse
from whitenoise.middleware import WhiteNoiseMiddleware


class StaticFiles(WhiteNoiseMiddleware):  # type: ignore[misc]  # has no types
    """WhiteNoise for a server that speaks ASGI: a file is small and is answered whole, without a thread."""

    async_capable = True

    def __init__(self, get_response: Any) -> None:
        super().__init__(get_response)
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)

    def __call__(self, request: HttpRequest) -> Any:
        file = self.files.get(request.path_info)
        if file is None:
            return self.get_response(request)
        if iscoroutinefunction(self):
            return self._later(file, request)
        return _answer(file, request)

    async def _later(self, file: Any, request: HttpRequest) -> HttpResponse:
        return _answer(file, request)


def _answer(file: Any, request: HttpRequest) -> HttpResponse:
    found = file.get_response(request.method, request.META)
    body = b""
    if found.file is not None:
        with found.file as opened:
            body = opened.read()
    response = HttpResponse(body, status=int(found.status))
    for name, value in found.headers:
        response.headers[name] = value
    return response
