"""The application an ASGI server runs."""

from __future__ import annotations

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "calmdesk.web.config.settings")
_django = get_asgi_application()

from django.conf import settings  # noqa: E402  the settings must be named first

from calmdesk.web.config.limits import limited  # noqa: E402

# A form adds a little around the file it carries.
application = limited(_django, max_bytes=settings.CALMDESK.upload_mb * 1_000_000 + 100_000)
