import http.server
import threading

import pytest

from tests.cli.run import calmdesk


@pytest.fixture
def closed_desk(monkeypatch, tmp_path):
    """An address that answers every POST with 401, and no demo desk beside it."""
    monkeypatch.setenv("CALMDESK_DATA", str(tmp_path / "none"))
    monkeypatch.delenv("CALMDESK_TOKEN", raising=False)

    class Refuses(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(401)
            self.end_headers()

        def log_message(self, *_):
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Refuses) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def chat(tmp_path):
    path = tmp_path / "chat.txt"
    path.write_text("Dana: I cannot log in.\nAmir: Which error do you see?\n", encoding="utf-8")
    return path


def test_without_a_token_it_says_how_to_get_one(closed_desk, chat):
    answer = calmdesk("replay", chat, "--url", closed_desk)
    assert answer.code == 2
    assert "none was given" in answer.err
    assert "administrator or desk manager makes one on the Account page; the demo's is in var/demo-token" in answer.err


def test_a_token_that_is_not_known_is_said_to_be_so(closed_desk, chat):
    answer = calmdesk("replay", chat, "--url", closed_desk, "--token", "wrong")
    assert answer.code == 2
    assert "does not know this API token" in answer.err
    assert "on the Account page" in answer.err


def test_where_nothing_answers_it_says_how_to_start_it(chat):
    answer = calmdesk("replay", chat, "--url", "http://127.0.0.1:1", "--token", "x")
    assert answer.code == 2
    assert "calmdesk serve" in answer.err
