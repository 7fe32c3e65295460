"""What an account may do with an annotation. The only place where that is decided."""

from __future__ import annotations

from dataclasses import dataclass

from annotations import Annotation, State
from webapp.accounts.models import Account, Role

__all__ = ["Permissions"]

_REVIEWING = frozenset({Role.REVIEWER, Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Permissions:
    """What someone may do.

    Attributes:
        account: theirs; None for a reader, who may do nothing but read what is published.
        review_required: whether what editors submit needs a reviewer.
    """

    account: Account | None
    review_required: bool

    @property
    def write(self) -> bool:
        """Make annotations, and see those that are not published."""
        return self.account is not None

    @property
    def publish(self) -> bool:
        """Publish what is a draft or submitted, and change what is published at once."""
        account = self.account
        return account is not None and (account.role in _REVIEWING or not self.review_required)

    @property
    def administer(self) -> bool:
        """Make, change and disable accounts."""
        return self.account is not None and self.account.role is Role.ADMINISTRATOR

    def see(self, annotation: Annotation) -> bool:
        """See an annotation."""
        return self.write or annotation.state is State.PUBLISHED

    def edit(self, annotation: Annotation) -> bool:
        """Change what it says: one's own, or as a reviewer any; withdrawn ones stay as they are."""
        return annotation.state is not State.WITHDRAWN and self._owns(annotation)

    def publish_this(self, annotation: Annotation) -> bool:
        """Publish it; without being a reviewer only one's own."""
        waiting = annotation.state in {State.DRAFT, State.SUBMITTED}
        return waiting and self.publish and self._owns(annotation)

    def submit(self, annotation: Annotation) -> bool:
        """Hand it in for review."""
        return annotation.state is State.DRAFT and self._owns(annotation)

    def withdraw(self, annotation: Annotation) -> bool:
        """Withdraw it: editors their own while it is not published, reviewers any."""
        if annotation.state is State.WITHDRAWN or not self._owns(annotation):
            return False
        return self.publish or annotation.state is not State.PUBLISHED

    def reopen(self, annotation: Annotation) -> bool:
        """Make it a draft again."""
        closed = annotation.state in {State.SUBMITTED, State.WITHDRAWN}
        return closed and self._owns(annotation)

    def reply(self, annotation: Annotation) -> bool:
        """Answer it. What is published shows answers at once, so they need the right to publish."""
        if annotation.state is State.WITHDRAWN:
            return False
        return self.publish or (self.write and annotation.state is not State.PUBLISHED)

    def _owns(self, annotation: Annotation) -> bool:
        account = self.account
        if account is None:
            return False
        return account.role in _REVIEWING or account.name == annotation.editor
