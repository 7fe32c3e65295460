from __future__ import annotations

import pytest

from archive.links import document_href, linked_document, linked_place


def test_a_link_to_a_document_is_a_path_that_works_in_the_bare_folder() -> None:
    href = document_href("first-mandate", "p3")

    assert href == "../first-mandate/document.html#p3"
    assert (linked_document(href), linked_place(href)) == ("first-mandate", "p3")


@pytest.mark.parametrize("href", [None, "", "#p3", "https://a.example/", "../../etc/passwd"])
def test_other_links_lead_to_no_document(href: str | None) -> None:
    assert linked_document(href) is None
