"""calmdesk as a person has it before them: a window, signed in, with the few things tests do often."""

from __future__ import annotations

import itertools
from typing import Any

from tests.web.server import Server

_count = itertools.count(1)

# Words that the playbook marks: an early sign, then one aimed at a person.
TURNS = (
    ("U1", "Good morning, the VPN client asks for a new code."),
    ("A1", "Thanks for writing. Which client version do you see?"),
    ("U1", "5.1. Last time this happened nobody called back."),
    ("A1", "Could you send me the log file?"),
    ("U1", "You are a complete idiot."),
)


class Desk:
    """`page` is the open page, `complaints` what the browser's console or the server said against it."""

    def __init__(self, context: Any, server: Server) -> None:
        self.context = context
        self.server = server
        self.complaints: list[str] = []
        self.page = context.new_page()
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("console", self._heard)
        self.page.set_default_timeout(8000)

    def sign_in(self, name: str) -> None:
        self.page.goto("/sign-in/")
        self.page.get_by_label("Name").fill(name)
        self.page.get_by_label("Password").fill((self.server.data / "demo-password").read_text())
        self.page.get_by_role("button", name="Sign in").click()
        self.page.wait_for_url("**/")

    def post(self, turns: tuple[tuple[str, str], ...] = TURNS) -> str:
        """A new conversation, posted to the API as a program would; its id, which opens it too."""
        name = f"browser-{next(_count)}"
        self._sent("/api/conversations", conversation(name, turns), (201,))
        return name

    def append(self, name: str, place: int, sender: str, text: str) -> None:
        message = {"id": f"m{place}", "sender": sender, "text": text, "sent_at": f"2026-01-05T10:{place:02}:00Z"}
        self._sent(f"/api/conversations/{name}/messages", message, (200, 201))

    def open_thread(self, name: str) -> None:
        self.page.goto(f"/c/{name}/")
        self.page.locator("#thread[data-ready=yes]").wait_for()

    def card(self) -> Any:
        """The card that the side panel shows."""
        return self.page.locator(".card:visible")

    def _sent(self, address: str, value: dict[str, Any], expected: tuple[int, ...]) -> None:
        answer = self.server.client().post(address, json=value)
        assert answer.status_code in expected, answer.text

    def _heard(self, message: Any) -> None:
        # The browser itself notes every answer of 400 and above; tests of mistakes expect those.
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            self.complaints.append(message.text)


def conversation(name: str, turns: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    return {
        "calmdesk": 1,
        "id": name,
        "channel": "chat",
        "subject": f"VPN drops ({name})",
        "participants": [
            {"id": "U1", "role": "requester", "name": "Dana", "role_evidence": "opened the ticket"},
            {"id": "A1", "role": "agent", "name": "Lee"},
        ],
        "messages": [
            {"id": f"m{place}", "sender": sender, "text": text, "sent_at": f"2026-01-05T09:{place:02}:00Z"}
            for place, (sender, text) in enumerate(turns, 1)
        ],
    }
