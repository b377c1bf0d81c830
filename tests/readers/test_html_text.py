import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.readers.html_text import html_text
from tests.steps import LINEAR, growth


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("One<br>Two", "One\nTwo"),
        ("<div>One</div><div>Two</div>", "One\nTwo"),
        ("a <b>bold</b>, <i>odd</i> word", "a bold, odd word"),
        ("<b>one</b><i>two</i>", "onetwo"),
        ("  many \n  spaces  ", "many spaces"),
        ("<ul><li>One<li>Two</ul>", "- One\n- Two"),
        ("<pre>  kept\n    as is</pre>", "  kept\n    as is"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "a b\nc"),
        ('<a href="https://x.test/?token=1">the page</a>', "the page"),
        ("&lt;script&gt; is text &amp; stays", "<script> is text & stays"),
        ("tea&nbsp;time", "tea time"),
        ("<p>unclosed <b>bold<p>next", "unclosed bold\n\nnext"),
        ('I am <img alt="😠" src="x"> now', "I am 😠 now"),
        ("", ""),
    ],
)
def test_a_page_reads_as_a_person_sees_it(html: str, text: str) -> None:
    assert html_text(html).text == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<head><title>x</title></head>",
        "<!-- x -->",
        '<div style="display: none">x</div>',
        '<span style="font-size:0px">x</span>',
        '<span style="opacity:0">x</span>',
        '<span style="max-height:0;overflow:hidden">x</span>',
        "<span hidden>x</span>",
        '<p style="mso-hide:all">x</p>',
        '<img alt="a logo of our company" src="x">',
        "<template>x</template>",
        "<textarea>x</textarea>",
    ],
)
def test_what_a_person_does_not_see_is_left_out(hidden: str) -> None:
    assert html_text(f"<p>seen</p>{hidden}<p>too</p>").text.split() == ["seen", "too"]


@pytest.mark.parametrize("style", ["font-size:0.9em", "opacity:0.5", "max-height:0.5in", "display:block"])
def test_small_or_pale_text_is_seen(style: str) -> None:
    assert html_text(f'<p style="{style}">seen</p>').text == "seen"


def test_a_quoted_block_is_marked_as_plain_mail_marks_it() -> None:
    page = "Mine<blockquote type=cite>Theirs<blockquote>Older</blockquote></blockquote>Mine again"
    assert html_text(page).text == "Mine\n\n> Theirs\n>\n>> Older\n\nMine again"


def test_an_indented_paragraph_is_no_quote() -> None:
    assert (
        html_text('<blockquote style="margin:0 0 0 40px; border: none; padding: 0px">Mine</blockquote>').text == "Mine"
    )


def test_everything_below_outlooks_reply_marker_is_quoted() -> None:
    page = '<div>Mine</div><div id="x_appendonsend"></div><hr><div id="divRplyFwdMsg">From: Sam</div><p>Theirs</p>'
    assert html_text(page).text == "Mine\n> From: Sam\n>\n> Theirs"


def test_gmails_attribution_is_quoted_and_inline_answers_are_not() -> None:
    page = (
        '<div class="gmail_quote"><div class="gmail_attr">Sam wrote:<br></div><blockquote class="gmail_quote">One?'
        '</blockquote><div>Yes.</div><blockquote class="gmail_quote">Two?</blockquote></div>'
    )
    assert [line for line in html_text(page).text.split("\n") if line and not line.startswith(">")] == ["Yes."]


def test_gmails_forwarded_message_keeps_its_line_so_that_all_below_it_counts_as_quoted() -> None:
    page = (
        'See.<div class="gmail_quote"><div class="gmail_attr">---- Forwarded message ----<br>From: Sam</div>Bah!</div>'
    )
    assert html_text(page).text == "See.\n---- Forwarded message ----\nFrom: Sam\nBah!"


def test_a_signature_the_mail_program_marked_is_kept_apart() -> None:
    found = html_text('<div>Hello</div><div class="gmail_signature">Dana<br>Finance</div>')
    assert (found.text, found.signature) == ("Hello", "Dana\nFinance")


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 300_000 + "end",
        "".join(f"<b x={number}>" for number in range(50_000)),
        "<p " + " ".join(f"a{number}" for number in range(100_000)) + ">x",
        "<table><tr><td>" * 50_000,
        "<pre>" + "a\n" * 500_000,
    ],
    ids=["deep", "formatting", "attributes", "tables", "long text"],
)
def test_a_page_made_to_be_slow_is_read_and_said_to_be_cut(page: str) -> None:
    assert html_text(page).cut


def test_a_last_text_that_finds_no_room_is_said_to_be_cut() -> None:
    found = html_text("<p>Hello</p><p>" + "a" * 300_000 + "</p>")
    assert len(found.text) < 300_020
    assert found.cut


def test_a_page_of_nothing_but_brackets_is_read_to_its_end() -> None:
    found = html_text("<" * 300_000)
    assert (found.text, found.cut) == ("<" * 300_000, False)


# One call into C parses the page, so the steps are those of looking at it before and of walking it afterwards. Speed is
# a matter for benchmarks/, not for tests.
@pytest.mark.parametrize(
    "part",
    ["<div>", "<b x=1>", "<table><tr><td>", "a\n", "<br>", "<p>a</p>", "<"],
    ids=["deep", "formatting", "tables", "long text", "lines", "paragraphs", "brackets"],
)
@pytest.mark.parametrize("start", ["", "<pre>"], ids=["flowing", "as it is"])
def test_twice_the_page_made_to_be_slow_takes_about_twice_the_steps(start: str, part: str) -> None:
    assert growth(html_text, lambda size: start + part * size, 1_000) <= LINEAR


@given(st.text(alphabet=st.sampled_from("<>/= \n\"'abpdiv&;!-ü\0"), max_size=200))
def test_any_page_becomes_storable_text(page: str) -> None:
    found = html_text(page)
    assert "\0" not in found.text
    assert "\r" not in found.text
