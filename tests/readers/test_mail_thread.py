from hypothesis import given
from hypothesis import strategies as st

from calmdesk.readers.mail_header_block import header_only
from calmdesk.readers.mail_headers import mail_headers
from calmdesk.readers.mail_thread import Threads
from tests.readers.letters import letter


def groups(*mails: dict[str, str | None]) -> list[list[int]]:
    threads = Threads()
    for mail in mails:
        threads.add(mail_headers(header_only(letter(**mail))))
    return threads.groups()


def mail(number: int, **fields: str | None) -> dict[str, str | None]:
    return {"message_id": f"<{number}@x.test>", **fields}


def test_an_answer_belongs_to_the_mail_it_answers_in_any_order() -> None:
    first, answer = mail(1), mail(2, in_reply_to="<1@x.test>", subject="something else")
    assert groups(first, answer) == [[0, 1]]
    assert groups(answer, first) == [[0, 1]]


def test_mails_that_name_the_same_missing_mail_belong_together() -> None:
    missing = "<0@x.test> <00@x.test>"
    assert groups(mail(1, references=missing), mail(2, references="<0@x.test>"), mail(3)) == [[0, 1], [2]]


def test_two_new_mails_with_one_subject_stay_apart() -> None:
    assert groups(mail(1), mail(2)) == [[0], [1]]


def test_an_answer_that_names_no_mail_joins_its_subject_when_an_address_is_shared() -> None:
    assert groups(mail(1), mail(2, subject="RE: VPN")) == [[0, 1]]
    stranger = mail(2, subject="RE: VPN", to="else@y.test", **{"from": "other@y.test"})
    assert groups(mail(1), stranger) == [[0], [1]]


def test_an_answer_a_year_later_is_another_conversation() -> None:
    assert groups(mail(1), mail(2, subject="RE: VPN", date="Mon, 4 Jan 2027 09:00:00 +0100")) == [[0], [1]]


def test_an_answer_joins_the_nearest_mail_of_its_subject() -> None:
    later = mail(2, date="Fri, 9 Jan 2026 09:00:00 +0100")
    answer = mail(3, subject="RE: VPN", date="Fri, 9 Jan 2026 10:00:00 +0100")
    assert groups(mail(1), later, answer) == [[0], [1, 2]]


def test_a_ticket_number_in_brackets_joins() -> None:
    first = mail(1, subject="[desk.test #1042] VPN")
    assert groups(first, mail(2, subject="Something [desk.test #1042]")) == [[0, 1]]
    assert groups(first, mail(2, subject="[desk.test #1043] VPN")) == [[0], [1]]


def test_answers_without_a_subject_are_not_joined() -> None:
    assert groups(mail(1, subject="Re:"), mail(2, subject="Re:")) == [[0], [1]]


@given(st.lists(st.tuples(st.integers(0, 6), st.lists(st.integers(0, 6), max_size=3)), max_size=12))
def test_every_mail_is_in_exactly_one_conversation(mails: list[tuple[int, list[int]]]) -> None:
    found = groups(
        *(mail(own, references=" ".join(f"<{one}@x.test>" for one in named) or None) for own, named in mails)
    )
    assert sorted(number for group in found for number in group) == list(range(len(mails)))
