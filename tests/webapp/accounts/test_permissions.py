"""Who may do what: one table."""

from __future__ import annotations

import pytest

from annotations import State
from tests.factories import make_annotation
from webapp.accounts import Account, Permissions, Role

DRAFT, SUBMITTED, PUBLISHED, WITHDRAWN = State
ALL = set(State)
OWN, OTHER = "A. Editor", "B. Editor"


def _allowed(action: str, account: Account | None, editor: str, *, review: bool) -> set[State]:
    permissions = Permissions(account, review_required=review)
    return {
        state
        for state in State
        if getattr(permissions, action)(make_annotation(editor=editor, state=state))
    }


def _account(role: Role) -> Account:
    return Account(OWN, role, "hash")


@pytest.mark.parametrize("review", [True, False])
@pytest.mark.parametrize(
    "action", ["edit", "submit", "publish_this", "withdraw", "reopen", "reply"]
)
def test_readers_change_nothing(action: str, review: bool) -> None:
    assert _allowed(action, None, OWN, review=review) == set()


def test_readers_see_what_is_published() -> None:
    assert _allowed("see", None, OWN, review=True) == {PUBLISHED}
    assert _allowed("see", _account(Role.EDITOR), OTHER, review=True) == ALL


@pytest.mark.parametrize(
    ("action", "states"),
    [
        ("edit", {DRAFT, SUBMITTED, PUBLISHED}),
        ("submit", {DRAFT}),
        ("publish_this", set()),
        ("withdraw", {DRAFT, SUBMITTED}),
        ("reopen", {SUBMITTED, WITHDRAWN}),
        ("reply", {DRAFT, SUBMITTED}),
    ],
)
def test_editors_write_and_submit_their_own(action: str, states: set[State]) -> None:
    editor = _account(Role.EDITOR)
    assert _allowed(action, editor, OWN, review=True) == states
    if action != "reply":
        assert _allowed(action, editor, OTHER, review=True) == set()


@pytest.mark.parametrize(
    ("action", "states"),
    [
        ("publish_this", {DRAFT, SUBMITTED}),
        ("withdraw", {DRAFT, SUBMITTED, PUBLISHED}),
    ],
)
def test_without_review_editors_publish_their_own(action: str, states: set[State]) -> None:
    editor = _account(Role.EDITOR)
    assert _allowed(action, editor, OWN, review=False) == states
    assert _allowed(action, editor, OTHER, review=False) == set()


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.ADMINISTRATOR])
@pytest.mark.parametrize("editor", [OWN, OTHER])
@pytest.mark.parametrize(
    ("action", "states"),
    [
        ("edit", {DRAFT, SUBMITTED, PUBLISHED}),
        ("publish_this", {DRAFT, SUBMITTED}),
        ("withdraw", {DRAFT, SUBMITTED, PUBLISHED}),
        ("reopen", {SUBMITTED, WITHDRAWN}),
        ("reply", {DRAFT, SUBMITTED, PUBLISHED}),
    ],
)
def test_reviewers_decide_on_any(role: Role, editor: str, action: str, states: set[State]) -> None:
    assert _allowed(action, _account(role), editor, review=True) == states
