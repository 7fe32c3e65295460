"""What the tests of the exports share."""

from __future__ import annotations

from hypothesis import strategies as st

from archive import PartialDate
from archive.authors import read_author
from archive.exports import Item, Locator
from archive.text import clean_text

HOSTILE = (
    "100 % {of} the \\ $5 & #1_a^b~c",
    "<script>alert('x')</script> & “quotes” \"and\" 'more'",
    '<span class="nocase">CAPITALS</span> <i>italics</i>',
    "Ünïcödé – Côte d’Ivoire, мир, 平和, 🕊",
    "TY  - RPRT and @techreport{x, title={y}}",
    "Title ending in a backslash \\",
    "What is it?",
)
"""Titles that break careless writers."""

lines = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Co", "Cn"))
    | st.sampled_from('ab {}\\%$&#_^~<>"'),
    min_size=1,
    max_size=30,
).map(lambda text: " ".join(clean_text(text).split()) or "x")
names = lines | st.sampled_from(
    ["Ada Moreau", "Jan van der Berg", "Harbour Institute", "Lindt, O."]
)
items = st.builds(
    Item,
    key=st.from_regex(r"[a-z0-9][a-z0-9._-]{0,20}(:p\d{1,3})?", fullmatch=True),
    title=lines,
    short_title=lines,
    authors=st.lists(names.map(read_author), max_size=4).map(tuple),
    institution=st.none() | lines,
    place=st.none() | lines,
    date=st.none()
    | st.builds(PartialDate, st.integers(1900, 2099))
    | st.builds(PartialDate, st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 28)),
    kind=lines,
    number=st.none() | lines,
    keywords=st.lists(lines, max_size=3).map(tuple),
    abstract=st.none() | lines,
    url=st.none() | st.just("https://archive.example/documents/a#p4"),
    locator=st.none()
    | st.builds(Locator, st.sampled_from(["paragraph", "note", "section"]), lines),
)
