"""Whatever stands in documents and authorities, pages about citations stay whole and safe."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from archive import Note, NoteMark
from archive.yaml_files import dump_yaml
from tests.factories import make_block, make_document, make_heading
from tests.webapp.factories import get_page, write_archive
from tests.webapp.test_hostile import ATTACKS
from webapp import create_app
from webapp.config import Config


@pytest.fixture(scope="module", params=ATTACKS)
def attacked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, FlaskClient]:
    """An archive whose citing papers and UN documents have an attack in every field."""
    attack = str(request.param)
    text = f"As {attack} says, S/RES/1325 (2000) {attack} and S/RES/1270 (2004) {attack}."
    document = make_document(
        [make_heading(text=attack), make_block(text=text, marks=(NoteMark(2, "fn1"),))],
        [Note("fn1", attack, f"{attack} S/RES/1325 (2000), para. 1, S/RES/1279 (1999).")],
        identifier="attacked",
        title=f"Ropes and harbours {attack} {attack}",
        authors=("Ada Moreau",),
        publisher=attack,
        missions=(attack,),
        themes=(attack,),
    )
    other = make_document(
        [make_block(text=f"Ada Moreau, Ropes and harbours {attack} {attack}, 1999.")],
        identifier="other",
        title=attack,
    )
    folder = write_archive(tmp_path_factory.mktemp("hostile") / "archive", [document, other])
    entry = {
        "id": "women",
        "symbol": "S/RES/1325 (2000)",
        "title": f"Title {attack}",
        "kind": attack,
        "subject": attack,
        "note": attack,
        "common_names": [attack],
    }
    lines = "\n  ".join(dump_yaml(entry).splitlines())
    path = folder / "authorities" / "un-documents.yaml"
    path.write_text(f"- {lines}\n", encoding="utf-8")
    return attack, create_app(Config(archive=folder)).test_client()


@pytest.mark.parametrize(
    "address",
    [
        "/un-documents", "/un-documents/women", "/un-documents/S/RES/1279%20(1999)", "/citations",
        "/citations/unresolved",
    ],
)  # fmt: skip
def test_attacks_are_shown_as_text(attacked: tuple[str, FlaskClient], address: str) -> None:
    attack, client = attacked
    page = get_page(client, address)
    for tag in page.find_all(True):
        assert tag.name not in {"img", "b"} or tag.get("class") == ["logo"], tag
        assert tag.name != "svg" or tag.get("class") or tag.get("role"), tag
        for name, value in tag.attrs.items():
            assert not name.startswith("on"), tag
            if name in {"href", "src", "action"}:
                assert not str(value).lower().strip().startswith(("javascript:", "data:")), tag
    assert [script.get_text() for script in page.select("script:not([src])")] == []
    if address != "/citations":
        assert "".join(attack.split()) in "".join(page.get_text().split())


@pytest.mark.parametrize("name", [*ATTACKS, "%00", "..%2f..%2fetc", "S/RES/9999999999999"])
def test_whatever_is_asked_for_is_answered(attacked: tuple[str, FlaskClient], name: str) -> None:
    _, client = attacked
    assert client.get(f"/un-documents/{name}").status_code in {200, 301, 308, 404}
    assert client.get("/un-documents", query_string={"kind": name}).status_code == 200
