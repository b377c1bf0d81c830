"""Pictures of the pages from hand-made values: `python -m tools.page_shots FOLDER [NAME…]`.

Renders the templates without database or server code of ours, and photographs them with the system's Chromium. For
looking at a design; what really works is tested in tests/browser.
"""

from __future__ import annotations

import functools
import http.server
import sys
import threading
from pathlib import Path
from typing import Any

import django
from django.conf import settings

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "src" / "calmdesk" / "web"
CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
SHAPES = {
    "wide": {"viewport": {"width": 1280, "height": 900}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 360, "height": 740}},
    "huge": {"viewport": {"width": 2560, "height": 1300}},
}


def main() -> None:
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    _configure()
    from tools.page_examples import pages

    wanted = sys.argv[2:]
    site = target / "site"
    names = []
    for name, html in pages():
        (site / name).mkdir(parents=True, exist_ok=True)
        (site / name / "index.html").write_text(html)
        names.append(name)
    server = _serve(site)
    _photograph(f"http://127.0.0.1:{server.server_port}", [n for n in names if not wanted or n in wanted], target)
    server.shutdown()


def _configure() -> None:
    settings.configure(
        DEBUG=False,
        ROOT_URLCONF="tools.page_examples",
        STATIC_URL="/static/",
        INSTALLED_APPS=["django.contrib.staticfiles", "django_htmx"],
        STATICFILES_DIRS=[WEB / "static"],
        TEMPLATES=[
            {"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [WEB / "templates"], "OPTIONS": {}}
        ],
        USE_TZ=True,
    )
    django.setup()


class _Handler(http.server.SimpleHTTPRequestHandler):
    def translate_path(self, path: str) -> str:
        path = path.split("?")[0]
        if path.startswith("/static/"):
            from django.contrib.staticfiles.finders import find

            return str(find(path.removeprefix("/static/")) or "/nowhere")
        return super().translate_path(path)

    def log_message(self, *_: Any) -> None:
        pass


def _serve(site: Path) -> http.server.ThreadingHTTPServer:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def _photograph(address: str, names: list[str], target: Path) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for shape, options in SHAPES.items():
            context = browser.new_context(**options)  # type: ignore[arg-type]
            page = context.new_page()
            page.on("console", lambda m: print(m.type, m.text) if m.type != "log" and "404" not in m.text else None)
            page.on("pageerror", lambda error: print("error", error))
            for name in names:
                page.goto(f"{address}/{name}/", wait_until="load")
                if name.endswith("-card"):
                    page.locator(".messages a.mark").nth(1).click()
                    page.wait_for_timeout(250)
                page.screenshot(
                    path=str(target / f"{name}-{shape}.png"), full_page=shape == "wide" and not name.endswith("-card")
                )
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
