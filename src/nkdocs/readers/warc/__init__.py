"""Web archives: WARC, and WACZ, which packs WARC files."""
