import gzip
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.conversation import Channel
from calmdesk.readers import Desk
from tests.readers.reading import in_original, is_exact, problems, read_all, read_one, roles, said

TICKETS = '''\
Ticket ID,Author,Role,Created,Private,Comment
4711,dana@corp.test,requester,2026-01-05 09:00:00+00:00,0,I can't log in
4712,lee@corp.test,requester,2026-01-05 09:01:00+00:00,0,Printer
4711,Kim,agent,2026-01-05 09:05:00+00:00,1,"She called, ""again"""
4711,Kim,agent,2026-01-05 09:06:00+00:00,0,"Hello,
could you restart?"
'''


def test_rows_of_one_ticket_are_one_conversation():
    first, second = read_all(TICKETS)
    assert said(first) == [
        ("dana@corp.test", "I can't log in"),
        ("Kim", 'She called, "again"'),
        ("Kim", "Hello,\ncould you restart?"),
    ]
    assert [message.internal for message in first.messages] == [False, True, False]
    assert roles(first) == {"dana@corp.test": "requester", "Kim": "agent"}
    assert first.participants[0].role_evidence == 'the table says "requester"'
    assert first.participants[0].addresses == ("dana@corp.test",)
    assert (first.id, first.channel, second.id) == ("4711", Channel.PORTAL, "4712")
    assert first.messages[0].sent_at.isoformat() == "2026-01-05T09:00:00+00:00"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("charset", ["utf-8-sig", "cp1252", "utf-16"])
def test_what_spreadsheets_save_in_many_countries(delimiter, charset):
    table = f"Ticket{delimiter}Author{delimiter}Text\r\n1{delimiter}Zoë{delimiter}geht nicht – schade\r\n"
    data = table.encode(charset)
    message = read_one(data).messages[0]
    assert (message.sender, message.text) == ("Zoë", "geht nicht – schade")
    assert is_exact(message)
    assert in_original(message, data) == message.text


def test_cells_with_quotes_name_the_rows_they_stand_in():
    data = TICKETS.encode()
    quoted = read_all(data)[0].messages[1]
    assert not is_exact(quoted)
    assert quoted.source.part == "line 4"
    assert in_original(quoted, data).startswith("4711,Kim,agent,2026-01-05 09:05")


def test_sentences_of_one_comment_are_one_message():
    data = "ticket,id,author,text\n1.0,7,Kim,one\n1.0,7,Kim,two\n1.0,8,Kim,three\n"
    conversation = read_one(data)
    assert said(conversation) == [("Kim", "one\ntwo"), ("Kim", "three")]
    assert conversation.id == "1"


def test_a_table_without_tickets_is_one_conversation():
    assert said(read_one("speaker,text\nDana,hi\nKim,hello\n")) == [("Dana", "hi"), ("Kim", "hello")]


def test_rows_without_ticket_and_author_stand_for_themselves():
    found = read_all("created,text\n2026-01-05,one\n2026-01-06,two\n")
    assert [[text for _, text in said(item)] for item in found] == [["one"], ["two"]]
    assert len({item.id for item in found}) == 2


def test_the_newest_first_is_turned_round():
    data = "ticket,author,created,text\n1,Kim,2026-01-05 10:00Z,second\n1,Dana,2026-01-05 09:00Z,first\n"
    assert said(read_one(data)) == [("Dana", "first"), ("Kim", "second")]


def test_times_without_a_zone_say_what_was_assumed():
    data = "ticket,author,created,text\n1,Kim,05.01.2026 10:00,hi\n"
    assert read_one(data).x["notes"] == ["the times have no zone and are read as UTC"]
    there = read_one(data, desk=Desk(timezone="Europe/Berlin"))
    assert there.messages[0].sent_at.isoformat() == "2026-01-05T10:00:00+01:00"


@pytest.mark.parametrize("written", ["1767603600", "1767603600000", "1767603600.0"])
def test_times_counted_from_1970(written):
    message = read_one(f"ticket,author,created,text\n1,Kim,{written},hi\n").messages[0]
    assert message.sent_at.isoformat() == "2026-01-05T09:00:00+00:00"


def test_a_time_that_cannot_be_read_is_kept_as_written():
    message = read_one("ticket,author,created,text\n1,Kim,last week,hi\n").messages[0]
    assert (message.sent_at, message.x["date"]) == (None, "last week")


def test_rows_that_cannot_be_read_are_told_by_their_line():
    found = read_all("ticket,author,text\n1,Dana,hi\n2\n\n1,Kim,\n1,Kim,hello\n")
    assert said(found[0]) == [("Dana", "hi"), ("Kim", "hello")]
    assert problems(found) == ["line 3: a row with 1 cells has no text in it. The row is left out, the rest is read."]


def test_a_quote_that_is_never_closed_is_told_and_ends():
    found = read_all('ticket,author,text\n1,Dana,"hi\n' + "1,Kim,hello there\n" * 20_000)
    assert any("field larger than field limit" in text for text in problems(found))
    assert sum(len(item.messages) for item in found if not isinstance(item, Exception)) > 10_000


def test_a_table_that_is_broken_all_the_way_is_not_read_to_its_end():
    found = problems(read_all("ticket,author,text\n" + "x\n" * 20_000, name="x.csv"))
    assert found[0] == "line 10002: the table is too long or too broken. Split it; what follows was not read."
    assert len(found) == 21


def test_a_table_of_something_else_is_refused_with_what_is_needed():
    assert problems(read_all("name,price\npen,3\n", name="x.csv")) == [
        "line 1: no table of messages: its first line must name a text (body, message, comment), and a ticket id, an "
        "author, a role or a time. Add a header line, or rename the columns."
    ]
    assert problems(read_all("ticket,author,text\n", name="x.csv")) == [
        "line 2: a table without rows. Export it again."
    ]


def test_long_notes_that_come_back_in_several_tickets_are_automatic_unless_the_desk_says_them():
    policy = "The following policy applies to tickets that wait for an answer: we remind twice, then we close. " * 2
    rows = "".join(f"{n},bot7,others,{policy}\n{n},Kim,assignee,{policy}\n{n},Dana,reporter,hi\n" for n in range(3))
    first = read_all("ticket,author,role,text\n" + rows)[0]
    assert [message.automatic for message in first.messages] == [True, False, False]
    assert roles(first) == {"bot7": "system", "Kim": "agent", "Dana": "requester"}


def test_others_who_answer_elsewhere_or_write_internal_notes_are_the_desk():
    data = (
        "ticket,author,role,private,text\n1,Ana,others,0,a\n1,Bo,others,1,b\n1,Lee,others,0,c\n1,Dana,reporter,0,d\n"
        "2,Ana,assignee,0,e\n"
    )
    first = read_all(data)[0]
    assert roles(first) == {"Ana": "agent", "Bo": "agent", "Lee": "other", "Dana": "requester"}
    assert first.participants[0].role_evidence == "answers for the desk in another conversation of this table"


CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).map(str.strip).filter(bool)


@given(st.lists(st.tuples(st.sampled_from(["1", "2"]), st.sampled_from(["Dana", "Kim"]), CELL), min_size=1, max_size=8))
def test_every_cell_is_read_as_it_was_written(rows):
    def quoted(cell):
        return '"' + cell.replace('"', '""') + '"'

    table = "ticket,author,text\n" + "".join(f"{a},{b},{quoted(c)}\n" for a, b, c in rows)
    found = {item.id: said(item) for item in read_all(table)}
    assert found == {t: [(b, c) for a, b, c in rows if a == t] for t in {a for a, _, _ in rows}}


@given(st.text(alphabet='a,";\t|\n\r1', max_size=200))
def test_whatever_the_table_there_is_an_answer(text):
    for found in read_all("ticket,text\n" + text, as_format="csv"):
        assert "failed on it" not in str(found)


def test_the_helpdesk_tickets_of_165_issues(shared):
    packed = shared / "data/helpdesk_tickets_mendeley/sample_utterances.csv.gz"
    found = read_all(gzip.decompress(packed.read_bytes()), name="sample_utterances.csv")
    assert Counter(type(item).__name__ for item in found) == {"Conversation": 165}
    messages = [message for item in found for message in item.messages]
    assert len(messages) == 3106
    assert sum(any(person.role.value == "requester" for person in item.participants) for item in found) == 161
    assert 300 < sum(message.automatic for message in messages) < 400
    assert all(message.sent_at for message in messages)
