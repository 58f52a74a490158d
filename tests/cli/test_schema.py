import json

from nkdocs.records.schema import schema


def test_the_schema_is_printed(nkdocs):
    """What ``schema()`` gives, as JSON."""
    result = nkdocs("schema")
    assert (result.returncode, result.stderr) == (0, b"")
    assert json.loads(result.stdout) == schema()
