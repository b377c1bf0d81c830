from calmdesk.temperature.tokens import LONGEST, clipped


def test_a_short_message_is_read_whole():
    assert clipped([1, 2, 3]) == [1, 2, 3]


def test_of_a_long_one_the_first_and_the_last_pieces_are_read():
    found = clipped(range(500))
    assert len(found) == LONGEST
    assert (found[0], found[-1]) == (0, 499)
