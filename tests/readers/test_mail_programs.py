"""How the usual mail programs write an answer, after what their makers and users document; the people are made up."""

from __future__ import annotations

import pytest

from tests.readers.letters import message

OUTLOOK = (
    "<html><head><style><!-- p.MsoNormal {margin:0} --></style></head><body><div class=WordSection1>"
    "<p class=MsoNormal>It is still broken.<o:p></o:p></p><p class=MsoNormal>Regards,</p><p class=MsoNormal>Dana Diaz"
    "</p><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>From:</b> Sam &lt;sam@desk.test"
    "&gt;<br><b>Sent:</b> Monday<br><b>To:</b> Dana<br><b>Subject:</b> RE: VPN</p></div>"
    "<p class=MsoNormal>Please restart.</p></div></body></html>"
)
OUTLOOK_WEB = (
    '<div>It is still broken.</div><div id="Signature"><p>Dana Diaz</p></div><div id="appendonsend"></div><hr>'
    '<div id="divRplyFwdMsg"><b>From:</b> Sam<br><b>Sent:</b> Monday</div><div>Please restart.</div>'
)
GMAIL = (
    '<div dir="ltr">It is still broken.</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, '
    "Jan 5, 2026 at 9:00 AM Sam &lt;sam@desk.test&gt; wrote:<br></div>"
    '<blockquote class="gmail_quote"><div>Please restart.</div></blockquote></div>'
)
GMAIL_FORWARD = (
    '<div dir="ltr">It is still broken.<div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message '
    "---------<br>From: <b>Sam</b><br>Subject: VPN<br></div><br>Please restart.</div></div>"
)
APPLE = (
    'It is still broken.<br><div><blockquote type="cite"><div>On 5 Jan 2026, at 09:00, Sam &lt;sam@desk.test&gt; wrote:'
    "</div><br><div>Please restart.</div></blockquote></div>"
)
THUNDERBIRD = (
    '<div class="moz-cite-prefix">On 05.01.26 09:00, Sam wrote:<br></div><blockquote type="cite"><p>Please restart.</p>'
    '</blockquote><p>It is still broken.</p><pre class="moz-signature">-- \nDana</pre>'
)
YAHOO = (
    '<div>It is still broken.</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>On Monday, Sam wrote:</div>'
    "<div>Please restart.</div></div>"
)


@pytest.mark.parametrize(
    "page",
    [OUTLOOK, OUTLOOK_WEB, GMAIL, GMAIL_FORWARD, APPLE, THUNDERBIRD, YAHOO],
    ids=["outlook", "outlook web", "gmail", "gmail forward", "apple", "thunderbird", "yahoo"],
)
def test_an_answer_holds_its_writers_words_only_and_keeps_the_others_aside(page: str) -> None:
    found = message(page, content_type="text/html; charset=utf-8", subject="Re: VPN")
    assert found.text.partition("\n")[0] == "It is still broken."
    assert "Please restart." not in found.text
    assert "Diaz" not in found.text
    assert any("Please restart." in quoted["text"] for quoted in found.x["quoted"])
