"""Headers that every answer carries beside Django's own."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.deprecation import MiddlewareMixin

_PERMISSIONS = "accelerometer=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class SafeHeaders(MiddlewareMixin):
    """Pages hold personal data: no cache on the way keeps them, and no page may use the person's devices."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response.headers.setdefault("Permissions-Policy", _PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response
