"""Whose host a document came from: one look-up a label of the host, however many parsers declare hosts."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

__all__ = ["HostTable", "host_of"]

_AUTHORITY: Final = re.compile(r"\s*(?:[A-Za-z][A-Za-z0-9+.-]*:)?[/\\]{2}([^/?#\\\s]*)")
_LONGEST: Final = 253  # a name of the domain name system has no more characters


def host_of(url: str | None) -> str | None:
    """The host of a url, in lower case; None for a path, a bare word, or no url.

    >>> host_of("https://www.DailyNK.com:443/english/"), host_of("notes.txt")
    ('www.dailynk.com', None)
    """
    found = _AUTHORITY.match(url) if url else None
    if found is None:
        return None
    host = found[1].rpartition("@")[2].partition(":")[0]
    return _normal(host[-_LONGEST:]) or None


def _normal(host: str) -> str:
    return host.strip().rstrip(".").lower()


class HostTable:
    """Hosts that parsers declare, each with its subdomains.

    >>> table = HostTable({"ledger": ["borderledger.example"]})
    >>> list(table.claims("www.borderledger.example"))
    [('ledger', 'borderledger.example')]
    """

    def __init__(self, declared: Mapping[str, "frozenset[str] | list[str]"]) -> None:
        self._keys: dict[str, list[str]] = {}
        for key, hosts in declared.items():
            for host in hosts:
                self._keys.setdefault(_normal(host), []).append(key)

    def claims(self, host: str) -> Iterator[tuple[str, str]]:
        """Parser keys with the host that each declared, for a host or one that it is a subdomain of."""
        seen: set[str] = set()
        while host:
            for key in self._keys.get(host, ()):
                if key not in seen:
                    seen.add(key)
                    yield key, host
            host = host.partition(".")[2]
