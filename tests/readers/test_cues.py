from calmdesk.conversation import Source
from calmdesk.readers.cues import Cue, named_in_text


def cues(*texts):
    return [Cue(place, place + 1, None, text, Source(raw="sha256:x")) for place, text in enumerate(texts)]


def speakers(*texts):
    return [cue.speaker for cue in named_in_text(cues(*texts))]


def test_a_single_colon_in_a_talk_without_names_names_nobody():
    assert speakers("Hello", "Remember: save first", "and then", "close it") == [None, None, None, None]


def test_a_name_that_comes_back_is_a_name():
    assert speakers("Dana: hi.", "A.", "B.", "C.", "Dana: bye.", "D.") == ["Dana", None, None, None, "Dana", None]


def test_only_the_middle_of_a_sentence_goes_on_without_a_name():
    assert speakers("Dana: I have been", "waiting for days.", "what now", "Kim: Sorry,", "Kim: what?") == [
        "Dana",
        "Dana",
        None,
        "Kim",
        "Kim",
    ]
