from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer import QueryError
from indexer.query import LONGEST_QUERY, MOST_CLAUSES, parse
from indexer.query.tree import (
    And,
    Everything,
    Field,
    FieldName,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
)

PEACE, WAR, TRUCE = Word("peace"), Word("war"), Word("truce")


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("peace war", And((PEACE, WAR))),
        ("peace AND war", And((PEACE, WAR))),
        ("peace OR war truce", Or((PEACE, And((WAR, TRUCE))))),
        ("(peace OR war) truce", And((Or((PEACE, WAR)), TRUCE))),
        ("peace -war", And((PEACE, Not(WAR)))),
        ("peace NOT war", And((PEACE, Not(WAR)))),
        ("-(peace war)", Not(And((PEACE, WAR)))),
        ('"war and peace"', Phrase("war and peace")),
        ("“war and peace”", Phrase("war and peace")),
        ('"war peace"~3', Near("war peace", 3)),
        ("peac*", Prefix("peac")),
        ("peace~", Fuzzy("peace")),
        ("peace~2", Fuzzy("peace", 2)),
        ("title:peace", Field(FieldName.TITLE, PEACE)),
        ("TITLE:peace", Field(FieldName.TITLE, PEACE)),
        ('-title:"peace"', Not(Field(FieldName.TITLE, Phrase("peace")))),
        ("year:2005..2013", Field(FieldName.YEAR, Word("2005..2013"))),
        ("mission:(peace OR war)", Field(FieldName.MISSION, Or((PEACE, WAR)))),
    ],
)
def test_the_query_language(query: str, tree: Node) -> None:
    assert parse(query) == tree


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ('"war and peace', Phrase("war and peace")),
        ("(peace OR war", Or((PEACE, WAR))),
        ("peace) war", And((PEACE, WAR))),
        ("OR peace", PEACE),
        ("peace AND", PEACE),
        ("peace - war", And((PEACE, WAR))),
        ("peace !!!", PEACE),
        ("peace -", PEACE),
        ("NOT NOT peace", PEACE),
        ("", Everything()),
        ('""', Everything()),
        ("()", Everything()),
        ("peace-war", Word("peace-war")),
        ("title: peace", And((Word("title:"), PEACE))),
        ("subject:peace", Word("subject:peace")),
    ],
)
def test_what_is_unfinished_or_superfluous_is_forgiven(query: str, tree: Node) -> None:
    assert parse(query) == tree


@pytest.mark.parametrize(
    ("query", "reason", "instead"),
    [
        ("*keeping", "end of a word", "peacekeep*"),
        ("pe*ce", "end of a word", "peacekeep*"),
        ("*", "end of a word", "peacekeep*"),
        ("p*", "too many words", "two letters"),
        ("peace~3", "2 are the most", "peace~2"),
        ("x" * (LONGEST_QUERY + 1), "10,000 characters", "few words"),
        ("word " * (MOST_CLAUSES + 1), "500 words", "few words"),
        ('"' + "word " * (MOST_CLAUSES + 1) + '"', "500 words", "few words"),
        ("(" * 50 + "peace", "parentheses", "Leave out"),
        ("title:" * 50 + "peace", "parentheses", "Leave out"),
    ],
)
def test_what_is_refused_says_why_and_what_to_write(query: str, reason: str, instead: str) -> None:
    with pytest.raises(QueryError) as refused:
        parse(query)
    assert reason in refused.value.reason
    assert instead in refused.value.instead


QUERY_PIECES = st.sampled_from(
    ["peace", "war", '"', "(", ")", "OR", "AND", "NOT", "-", "*", "~", "~2", "title:", "year:", " "]
)


@given(
    st.one_of(st.text(), st.lists(QUERY_PIECES).map("".join), st.lists(QUERY_PIECES).map(" ".join))
)
def test_any_text_is_a_query_or_is_refused(query: str) -> None:
    with suppress(QueryError):
        parse(query)
