"""Labels: what every character of a document was taken for."""

import attrs

from nkdocs.errors import UsageError
from nkdocs.records.check import hold_text
from nkdocs.records.roles import ROLES, Role
from nkdocs.text.span import Span

__all__ = ["ROLES", "Label", "Role"]


@attrs.frozen(slots=True, kw_only=True)
class Label:
    """What a stretch of the text was taken for, and by which rule.

    >>> Label(role="caption", span=Span(0, 9), rule="leading_caption").role
    'caption'

    Raises:
        UsageError: for an unknown role.
    """

    role: str
    span: Span
    rule: str

    def __attrs_post_init__(self) -> None:
        """Refuse an unknown role or a label without a place."""
        if self.rule.__class__ is not str or not self.rule.isascii() or "\0" in self.rule:
            hold_text(self, "rule")
        if self.role not in ROLES:
            raise UsageError(f"role is one of {', '.join(sorted(ROLES))}, not {self.role!r}")
        if self.span.__class__ is not Span:
            raise UsageError(f"a label's span is a Span, not {self.span!r}")
