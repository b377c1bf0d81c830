from __future__ import annotations

import pytest

from calmdesk.web.environment.origins import panel_origins_from
from calmdesk.web.environment.variables import read_environment


@pytest.mark.parametrize(
    "text",
    [
        "https://helpdesk.example.org",
        "https://helpdesk.example.org:8443",
        "https://intranet",
        "https://10.0.0.7",
        "https://xn--hilfe-kua.example",
        "http://localhost:8000",
        "http://127.0.0.1:65535",
        "https://localhost",
    ],
)
def test_an_origin_is_taken_as_it_stands(text: str) -> None:
    assert panel_origins_from((text,)) == (text,)


@pytest.mark.parametrize(
    "text",
    [
        "*",
        "https:",
        "https://",
        "https://*",
        "https://*.example.org",
        "http://helpdesk.example.org",
        "http://127.0.0.2",
        "http://localhost.example.org",
        "//helpdesk.example.org",
        "helpdesk.example.org",
        "ftp://helpdesk.example.org",
        "https://helpdesk.example.org/",
        "https://helpdesk.example.org/tickets",
        "https://helpdesk.example.org?x",
        "https://helpdesk.example.org#x",
        "https://me@helpdesk.example.org",
        "https://me:secret@helpdesk.example.org",
        "https://helpdesk.example.org:",
        "https://helpdesk.example.org:0",
        "https://helpdesk.example.org:65536",
        "https://helpdesk.example.org:9999999999",
        "https://helpdesk.example.org:٣",
        "https://helpdesk.example.org:80:80",
        "https://[::1]",
        "https://helpdesk..example.org",
        "https://.example.org",
        "https://-helpdesk.example.org",
        "https://hilfe.exämple.org",
        "https://a.test https://b.test",
        "https://a.test; script-src *",
        "https://a.test\nX-Other: 1",
        "https://a\ttest",
        "'self'",
        "null",
        "data:",
    ],
)
def test_what_is_not_letter_by_letter_an_origin_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"https://helpdesk\.example\.org"):
        panel_origins_from(("https://a.test", text))


def test_the_setting_lists_several_each_once_and_none_as_it_comes() -> None:
    given = {"CALMDESK_PANEL_ORIGINS": " https://A.test ,https://b.test,, https://a.test"}
    assert read_environment(given).panel_origins == ("https://a.test", "https://b.test")
    assert read_environment({}).panel_origins == ()
