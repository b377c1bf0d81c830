import pytest

from calmdesk.signals.zones import ZoneKind, own_words, zones_of


@pytest.mark.parametrize(
    ("text", "part", "kind"),
    [
        ("Hi\n> you are useless\nthanks", "> you are useless", ZoneKind.QUOTED),
        ("run `kill -9 4412` now", "`kill -9 4412`", ZoneKind.CODE),
        ("see\n```\nabort()\n```\nok", "```\nabort()\n```", ZoneKind.CODE),
        ("it said\n2026-01-05 10:32:11 FATAL dead\nok", "2026-01-05 10:32:11 FATAL dead", ZoneKind.LOG),
        ("x\nERROR: you failed\ny", "ERROR: you failed", ZoneKind.LOG),
        ("x\n  at com.acme.Foo(Foo.java:3)\ny", "  at com.acme.Foo(Foo.java:3)", ZoneKind.LOG),
        ("open https://x.test/you/are/useless please", "https://x.test/you/are/useless", ZoneKind.LINK),
        ('he said "you are useless" to me', '"you are useless"', ZoneKind.IN_QUOTES),
        ("he said “you are useless” to me", "“you are useless”", ZoneKind.IN_QUOTES),
    ],
)
def test_what_is_not_the_persons_own_speech_is_a_zone(text, part, kind):
    start = text.index(part)
    assert (start, start + len(part), kind) in zones_of(text)


def test_plain_speech_has_no_zones():
    assert zones_of("I'm still waiting. Don't close it!") == ()


def test_own_words_are_what_is_left():
    assert own_words("please run `rm x` now", zones_of("please run `rm x` now")).split() == ["please", "run", "now"]
