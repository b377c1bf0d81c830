from calmdesk.signals.disguise import Vocabulary
from calmdesk.signals.moment import moments_of
from tests.talk import talk

NO_WORDS = Vocabulary(frozenset(), frozenset())


def moments(dialogue):
    return list(moments_of(talk(dialogue), NO_WORDS))


def test_the_past_is_newest_first_and_never_without_end():
    last = moments("\n".join(["requester: hello"] * 310))[-1]
    past = list(last.past())
    assert len(past) == 300
    assert past[0] is last.earlier
    assert len(list(last.own_past())) == 300


def test_a_message_answers_the_desks_message_right_before_it():
    first, asked, answer, again = moments("requester: a\nagent: b?\nrequester: c\nrequester: d")
    assert answer.answers is asked
    assert again.answers is None
    assert first.answers is None


def test_automatic_and_internal_messages_are_not_answered():
    *_, answer = moments("agent: b?\nsystem: ticket received\nrequester: c")
    assert answer.answers is not None
    assert answer.answers.message.id == "m1"


def test_words_are_without_apostrophes_and_marks():
    (moment,) = moments("requester: Don’t STOP, it's 24/7!")
    assert moment.words == {b"dont", b"stop", b"its", b"24", b"7"}


def test_a_word_or_two_are_in_the_language_of_the_message_before():
    *_, last = moments(
        "requester: Der Drucker im dritten Stock druckt seit heute nur noch leere Seiten, bitte helfen Sie mir.\n"
        "requester: Danke"
    )
    assert last.language == "de"


def test_a_short_sentence_without_an_english_word_is_in_the_language_of_the_message_before():
    *_, last = moments(
        "requester: Der Drucker im dritten Stock druckt seit heute nur noch leere Seiten, bitte helfen Sie mir.\n"
        "requester: Es geht wieder. Danke."
    )
    assert last.language == "de"


def test_a_short_english_sentence_is_english_whatever_came_before():
    *_, last = moments(
        "requester: Der Drucker im dritten Stock druckt seit heute nur noch leere Seiten, bitte helfen Sie mir.\n"
        "requester: This is not working."
    )
    assert last.language is None
