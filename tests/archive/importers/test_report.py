import yaml

from archive.importers import (
    AuthorDate,
    Counts,
    Evidence,
    ImportReport,
    Omission,
    Remark,
    report_yaml,
)

REPORT = ImportReport(
    importer="text",
    source="paper.txt",
    encoding="utf-8",
    repairs=(Remark("paragraph", "made whole across a gap", (3, 9)),),
    doubts=(Remark("note mark", "out of order", (12,), "p4"),),
    evidence=(
        Evidence("title", "Boats", 1, "BOATS"),
        Evidence("date", "2014", 40, "the latest year", sure=False),
        Evidence("author", "Anna Moreau", None, ""),
    ),
    omissions=(Omission("pull quote", (7, 8, 9, 11), "They row."),),
    author_dates=(AuthorDate("p1", 4, 16, "Moreau, 2011", "Moreau", "2011"),),
    links={"fn1": ("https://rivers.example",)},
    counts=Counts(blocks=9, headings=2, notes=4, linked=3, missing=1, unmarked=0, doubtful=1),
)


def test_the_report_as_yaml_holds_everything() -> None:
    data = yaml.safe_load(report_yaml(REPORT))
    assert data["counts"]["notes"] == 4
    assert data["metadata"][0] == {"field": "title", "value": "Boats", "line": 1, "words": "BOATS"}
    assert data["metadata"][1]["inferred"] is True
    assert data["doubts"] == [
        {"kind": "note mark", "text": "out of order", "lines": "12", "passage": "p4"}
    ]
    assert data["left_out"] == [{"why": "pull quote", "lines": "7-9, 11", "text": "They row."}]
    assert data["links"] == {"fn1": ["https://rivers.example"]}
    assert data["author_date_citations"][0]["author"] == "Moreau"


def test_what_is_empty_is_left_out() -> None:
    data = yaml.safe_load(report_yaml(ImportReport("text", "paper.txt")))
    assert data.keys() == {"importer", "source", "counts"}


def test_the_summary_says_what_was_found_and_where_metadata_come_from() -> None:
    assert REPORT.summary.splitlines() == [
        "9 blocks, 2 of them headings",
        "4 notes: 3 linked, 1 missing, 0 without a mark, 1 doubtful",
        "title: Boats (line 1: BOATS)",
        "date: 2014 (line 40: the latest year; inferred)",
        "author: Anna Moreau (as given)",
        "1 repairs, 1 doubts",
    ]
