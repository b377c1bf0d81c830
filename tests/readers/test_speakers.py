import pytest

from calmdesk.readers.speakers import could_be_a_name, opening, speakers


@pytest.mark.parametrize(
    ("line", "name", "words", "clock"),
    [
        ("Dana: hello", "Dana", "hello", ""),
        ("Dana Reed-O'Neill:hello", None, None, None),
        ("Dana Reed:\thello", "Dana Reed", "hello", ""),
        ("Dana:", "Dana", "", ""),
        ("[10:32] Dana: hello", "Dana", "hello", "10:32"),
        ("(10:32 AM) Dana: hello", "Dana", "hello", "10:32 AM"),
        ("10:32 Dana: hello", "Dana", "hello", "10:32"),
        ("10:32:05 - Dana: hello", "Dana", "hello", "10:32:05"),
        ("2026-01-05 10:32 Dana: hello", "Dana", "hello", "2026-01-05 10:32"),
        ("[2026-01-05T10:32:00Z] Dana: hello", "Dana", "hello", "2026-01-05T10:32:00Z"),
        ("05/01/2026, 10:32 - Dana: hello", "Dana", "hello", "05/01/2026, 10:32"),
        ("Dana (10:32): hello", "Dana", "hello", "10:32"),
        ("**Dana**: hello", "Dana", "hello", ""),
        ("[10:32] <dana> hello", "dana", "hello", "10:32"),
        ("<@dana> hello", "dana", "hello", ""),
        ("10:32 < dana> hello", "dana", "hello", "10:32"),
        ("IT Support (Kim): hello", "IT Support (Kim)", "hello", ""),
        ("Reed, Dana: hello", "Reed, Dana", "hello", ""),
        ("李雷: 你好", "李雷", "你好", ""),
    ],
)
def test_starts_of_turns(line, name, words, clock):
    found = opening(line)
    if name is None:
        assert found is None
        return
    assert (found.name, line[found.begin :], found.clock) == (name, words, clock)


@pytest.mark.parametrize(
    "line",
    [
        "http://wiki.test: gone",
        "see https://wiki.test/a:b",
        r"C:\temp: not found",
        "10:32",
        "at 10:32 it failed",
        "Error: disk full",
        "ERROR [db]: lost",
        "2026-01-05 10:32:11 ERROR db: lost",
        "Subject: VPN",
        "Re: VPN",
        "PS: thanks",
        "error code: 5",
        "my question is the following: why?",
        "key=value: x",
        ": nothing before",
        "sudo apt-get install x: no",
        "",
        "3: third",
    ],
)
def test_colons_that_begin_no_turn(line):
    assert opening(line) is None


def test_a_nick_that_acts_is_heard():
    found = opening("[10:34] * dana sighs")
    assert (found.name, found.action) == ("dana", True)


def test_role_names_are_names():
    assert could_be_a_name("Agent")
    assert could_be_a_name("Customer 2")
    assert not could_be_a_name("the printer on the second floor says")


def names(*lines):
    found = [(place, opening(line)) for place, line in enumerate(lines)]
    return [one.name for _, one in speakers([one for one in found if one[1]])]


def test_where_there_are_times_only_lines_with_a_time_begin_turns():
    assert names("[10:32] Dana: hi", "Outlook: crashes", "[10:33] Kim: hello") == ["Dana", "Kim"]


def test_names_that_come_back_are_people_and_fields_of_a_form_are_not():
    assert names("Dana: hi", "Kim: the form", "Make: HP", "Colour: grey", "Dana: ok", "Kim: yes") == [
        "Dana",
        "Kim",
        "Dana",
        "Kim",
    ]


def test_in_a_short_talk_everybody_may_speak_once():
    assert names("IT Support: hi", "Dana: hi", "Kim: me too", "IT Support: one by one") == [
        "IT Support",
        "Dana",
        "Kim",
        "IT Support",
    ]


def test_somebody_who_speaks_once_is_heard():
    assert names("Dana: hi", "Kim: hello", "Priya: I take over", "Dana: ok", "Kim: yes") == [
        "Dana",
        "Kim",
        "Priya",
        "Dana",
        "Kim",
    ]
