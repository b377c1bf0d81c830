import msgspec

from calmdesk.web.design.title import title_of
from tests.talk import talk

TALK = talk(
    "agent: Service desk.\nrequester: My screen has been black since I plugged the second monitor into the dock here\n"
)


def test_a_subject_is_the_title():
    assert title_of(msgspec.structs.replace(TALK, subject="VPN", x={"file": "a.txt"})) == "VPN"


def test_without_one_the_name_of_the_file_is_shown():
    assert title_of(msgspec.structs.replace(TALK, x={"file": "example/gone-quiet.txt"})) == "gone-quiet.txt"


def test_else_the_first_words_of_whoever_asks_cut_between_words():
    assert title_of(TALK) == "My screen has been black since I plugged the second monitor …"


def test_a_conversation_that_has_not_begun_says_so():
    assert title_of(msgspec.structs.replace(TALK, messages=())) == "No subject"
