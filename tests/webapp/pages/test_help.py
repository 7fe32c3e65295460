"""Every example of the help finds something in the bundled sample."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from webapp import create_app
from webapp.config import Config
from webapp.pages.help import HELP, Example
from webapp.sample import sample_copy

EXAMPLES = [example for topic in HELP for example in topic.examples]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A client of the sample archive."""
    folder: Path = sample_copy(tmp_path_factory.mktemp("sample"))
    return create_app(Config(archive=folder)).test_client()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.query)
def test_an_example_finds_something(sample: FlaskClient, example: Example) -> None:
    address = example.address.replace("/search?", "/search.json?")
    assert sample.get(address).get_json()["passages"] > 0
