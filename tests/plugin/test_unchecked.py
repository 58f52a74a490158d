import re

import attrs
import pytest

from nkdocs.parsers import nkdocs_register_parsers
from nkdocs.plugin import ParserInfo
from nkdocs.plugin.unchecked import own_parser

BUILTIN = list(nkdocs_register_parsers())


@pytest.mark.parametrize("info", BUILTIN, ids=lambda info: info.id)
def test_every_parser_of_the_core_would_pass_the_checks(info):
    """Described as a stranger's, with its markers compiled, it is the same."""
    described = {field.name: getattr(info, field.name) for field in attrs.fields(ParserInfo)}
    assert ParserInfo(**described) == info
    assert hash(ParserInfo(**described)) == hash(info)


def test_only_markers_are_left_unchecked():
    """What is wrong elsewhere is refused; a wrong marker shows when it is compiled."""
    with pytest.raises(ValueError, match="version"):
        own_parser(id="ledger", version="", factory="ledger:Ledger", produces=["headline"])
    info = own_parser(id="ledger", version="1", factory="ledger:Ledger", produces=["headline"], markers=("(",))
    with pytest.raises(re.error):
        re.compile(info.markers[0])
