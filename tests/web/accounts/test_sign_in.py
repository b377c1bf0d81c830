from __future__ import annotations

import pytest
from django.test import Client
from django.test.utils import override_settings

from tests.cast import PASSWORD, Cast

ARGON = ["calmdesk.web.accounts.passwords.Argon2"]


def sign_in(client: Client, name: str, password: str) -> tuple[int, str]:
    client.get("/sign-in/")
    answer = client.post("/sign-in/", {"username": name, "password": password})
    text = answer.content.decode()
    for moving in ("csrfmiddlewaretoken",):
        text = "\n".join(line for line in text.splitlines() if moving not in line)
    return answer.status_code, text.replace(name, "NAME")


def test_the_right_password_leads_to_the_inbox(cast: Cast, client: Client) -> None:
    answer = client.post("/sign-in/", {"username": "amir", "password": PASSWORD})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert client.get("/").status_code == 200


def test_who_has_no_conversations_is_led_to_their_account(cast: Cast, client: Client) -> None:
    answer = client.post("/sign-in/", {"username": "hana", "password": PASSWORD})
    assert answer.headers["Location"] == "/account/"


def test_someone_unknown_someone_switched_off_and_a_wrong_password_get_the_same_answer(cast: Cast) -> None:
    answers = {sign_in(Client(), name, "wrong password!") for name in ("amir", "nobody", "gone")}
    answers.add(sign_in(Client(), "gone", PASSWORD))
    assert len(answers) == 1
    assert next(iter(answers))[0] == 200


@pytest.mark.parametrize("name", ["amir", "nobody"])
def test_ten_wrong_passwords_close_the_door_for_names_that_exist_and_for_others(cast: Cast, name: str) -> None:
    client = Client()
    answers = [sign_in(client, name, "wrong password!")[0] for _ in range(11)]
    assert answers[:9] == [200] * 9
    assert answers[10] == 429
    assert sign_in(client, name, PASSWORD)[0] == 429
    assert sign_in(Client(), "bo", PASSWORD)[0] == 302


def test_signing_out_ends_the_session_and_needs_a_post(cast: Cast, client: Client) -> None:
    client.force_login(cast.amir, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/sign-out/").status_code == 405
    client.post("/sign-out/")
    assert client.get("/").status_code == 302


def test_signing_in_never_leads_to_another_site(cast: Cast, client: Client) -> None:
    answer = client.post("/sign-in/?next=https://evil.test/", {"username": "amir", "password": PASSWORD})
    assert answer.headers["Location"] == "/"


@override_settings(PASSWORD_HASHERS=ARGON)
def test_passwords_are_kept_with_argon2(cast: Cast) -> None:
    cast.amir.set_password("another long password")
    assert cast.amir.password.startswith("argon2$argon2id$")
    assert cast.amir.check_password("another long password")


def test_a_weak_new_password_is_refused(cast: Cast, client: Client) -> None:
    client.force_login(cast.amir, backend="django.contrib.auth.backends.ModelBackend")
    for weak in ("short", "password1234", "amir@desk.test"):
        form = {"old_password": PASSWORD, "new_password1": weak, "new_password2": weak}
        assert client.post("/account/password/", form).status_code == 200
    cast.amir.refresh_from_db()
    assert cast.amir.check_password(PASSWORD)
