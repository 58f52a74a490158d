"""Which words where an author stands are a person's name."""

import re
from typing import Final

__all__ = ["NAME", "person"]

NAME: Final = r"[A-Z][\w.'’-]*(?:[ -](?:[A-Z][\w.'’-]*|de|van|von|la|bin)){1,4}"
_PERSON: Final = re.compile(NAME)
_LINE_MOST: Final = 160
_NOT_NAMES: Final = re.compile(
    r"\b(?:The|Staff|Agencies|News|Newsdesk|Newsroom|Media|Group|Agency|Team|Desk|Times|Post|Press|Ministry|Korea"
    r"|Korean|Center|Centre|"
    r"Institute|Network|From|To|In|On|At|With|And|Or|Not|Of|For|As|His|Her|Their|Our|This|That|All|Any|Each|New|Order|"
    r"Train|Road|Sea|Land|Night|Day|Early|Late|Mid|End|About|Us|Home|Top|Latest|Photos?|Video|Sign|Log|Contact|Share|"
    r"More|Next|Read|Search|North|South|East|West|Province|City|County|Party|Workers|State|National|Daily|Watch"
    r"|Editorial|"
    r"January|February|March|April|June|July|August|September|October|November|December|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|\b(?i:Kim (?:Il|Jong)[ -](?:Sung|Il|Un))\b"
)


def person(name: str) -> bool:
    """Whether a name is written like a person's, and not like a newsroom's or a ruler's.

    >>> person("Han Sol"), person("Unification Media Group")
    (True, False)
    """
    return len(name) <= _LINE_MOST and _PERSON.fullmatch(name) is not None and _NOT_NAMES.search(name) is None
