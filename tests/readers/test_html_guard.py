from calmdesk.readers.html_guard import stripped, too_costly


def test_an_ordinary_page_is_not_costly() -> None:
    row = '<tr><td class="a"><p style="margin: 0"><a href="https://x.test">one</a> two<br></p></td></tr>'
    assert not too_costly("<html><body><table>" + row * 3_000 + "</table></body></html>")


def test_a_long_log_without_tags_is_not_costly() -> None:
    assert not too_costly("<pre>" + "2026-01-05 error in line 4\n" * 500 + "</pre>")


def test_elements_that_are_never_closed_are_costly_even_beside_closing_tags_of_another_kind() -> None:
    assert too_costly("<div>" * 20_000)
    assert too_costly("<div></b>" * 20_000)


def test_stripping_leaves_the_text_and_not_the_scripts() -> None:
    assert stripped("<p>One &amp; two<script>x()</script> three") == "One & two\nthree"
