import msgspec
import pytest

from calmdesk.errors import BadSetting
from calmdesk.escalation import Norms


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"redirect_after": 0}, "1 or more"),
        ({"drift_after": 0}, "1 or more"),
        ({"calm_after": -1}, "1 or more"),
        ({"redirect_after": 3}, "fewer messages than an earlier one"),
        ({"name_after": 3}, "rise by 1 or more"),
        ({"consequence_after": 4}, "rise by 1 or more"),
        ({"threat_rung": 3}, "threat_rung is 4"),
        ({"harassment_rung": 6}, "harassment_rung is 4"),
        ({"end_from": 1}, "end_from is 3"),
        ({"end_from": 5}, "end_from is 3"),
        ({"memory_days": 0}, "1 to 30"),
        ({"memory_days": 31}, "a day of review"),
    ],
)
def test_norms_that_make_no_sense_are_refused_with_what_is_allowed(settings, says):
    with pytest.raises(BadSetting, match=says):
        Norms(**settings)


def test_norms_are_read_from_plain_data_and_an_unknown_one_is_refused():
    assert msgspec.convert({"memory_days": 14}, Norms).memory_days == 14
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"memory_days": 14, "patience": 3}, Norms)


def test_the_rung_after_so_many_messages_is_the_highest_that_is_due():
    assert [Norms().rung_after(abusive) for abusive in range(6)] == [0, 1, 3, 4, 5, 5]
