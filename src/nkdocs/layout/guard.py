from nkdocs.records.note import Note
def tame(content: bytes) -> tuple[bytes, tuple[Note, ...]]:
    return content, ()
