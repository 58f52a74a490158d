"""Contact lines, and sentences that ask for something else."""

import pytest

from nkdocs.records import Span
from nkdocs.rules.contacts import contact


@pytest.mark.parametrize(
    ("raw", "address", "lost"),
    [
        ("Please direct any comments or questions about this article to", None, True),
        ("Please direct any comments or questions about this article to .", None, True),
        (
            "Please direct any comments or questions about this article to desk@ledger.example.",
            "desk@ledger.example",
            False,
        ),
        ("Please direct any questions to [email protected].", None, True),
        ("Please direct any questions to [email\xa0protected]", None, True),
        ("Questions about her articles can be directed to", None, True),
        ("Questions about his articles can be directed to desk@ledger.example", "desk@ledger.example", False),
        ("Comments and suggestions may be sent to desk@ledger.example", "desk@ledger.example", False),
        ("Please direct any comments about this story to the newsroom.", None, False),
        ("Contact the author at han.sol@ledger.example", "han.sol@ledger.example", False),
        ("Reach the desk at", None, True),
        ("hansol@ledger.example", "hansol@ledger.example", False),
        ("(hansol@ledger.example)", "hansol@ledger.example", False),
        ("[email protected]", None, True),
    ],
)
def test_a_contact_line_gives_its_address_or_says_that_it_is_lost(raw: str, address: str | None, lost: bool) -> None:
    """An address that was stripped or hidden is lost, never made up."""
    found = contact(raw, Span(0, len(raw)))
    assert found is not None
    assert (found.address, found.lost) == (address, lost)


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "Contact between the Koreas was cut in May.",
        "Contact us at once, the officer had told the smuggler.",
        "Contact with the outside world is a crime.",
        "Please send rice, the letter said.",
        "Please direct the cart to the left, he told the driver.",
        "Please forward march, the loudspeaker said at dawn.",
        "Questions about rice can be dangerous.",
        "Questions remain about the order.",
        "Comments by officials can be found in the minutes.",
        "Reach the summit before noon, the guide says.",
        "E-mail is not available to most residents.",
        "Tips may be paid in yuan.",
        "He wrote from hansol@ledger.example to his aunt in Yanji.",
        "Q",
        "P" * 300,
    ],
)
def test_a_sentence_is_no_contact_line(raw: str) -> None:
    """Body sentences may begin with the same words."""
    assert contact(raw, Span(0, len(raw))) is None
