from __future__ import annotations

import pytest

from annotations import body_html, body_text


def test_markdown_becomes_html() -> None:
    assert body_html("The *Council* met.\n\n- once\n- **twice**") == (
        "<p>The <em>Council</em> met.</p>\n"
        "<ul>\n<li>once</li>\n<li><strong>twice</strong></li>\n</ul>\n"
    )


@pytest.mark.parametrize("address", ["https://a.example/x?y=1", "mailto:editor@a.example"])
def test_links_lead_out_without_a_trace(address: str) -> None:
    assert body_html(f"[there]({address})") == (
        f'<p><a href="{address}" rel="noopener nofollow">there</a></p>\n'
    )


def test_html_in_a_body_is_shown_not_run() -> None:
    assert body_html("<b>bold</b> & more") == "<p>&lt;b&gt;bold&lt;/b&gt; &amp; more</p>\n"


def test_the_text_of_a_body_is_one_clean_line() -> None:
    body = "The *Council*\nmet.\n\n- once\n- [twice](https://a.example)"

    assert body_text(body) == "The Council met. once twice"
