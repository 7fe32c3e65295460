"""Citations of the real documents, against what a careful reader found in them."""

from pathlib import Path

import pytest
import yaml

from archive.authorities import Authorities
from archive.citations import CitationForm, find_citations


@pytest.mark.parametrize("number", ["002", "004"])
def test_every_symbol_is_found_and_no_other(
    number: str, shared_gold: Path, shared_documents: Path, sample_authorities: Authorities
) -> None:
    gold = yaml.safe_load((shared_gold / f"{number}.yaml").read_text(encoding="utf-8"))
    text = (shared_documents / gold["file"]).read_text(encoding="utf-8")
    listed = [*gold["un_symbols"], *gold.get("un_resolutions_in_text", [])]
    found = {
        citation.symbol
        for citation in find_citations(text, sample_authorities)
        if citation.form is CitationForm.SYMBOL
    }
    assert found == {entry["symbol"] for entry in listed}
