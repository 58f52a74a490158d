"""The corridor: read, lay out, claim, parse, enrich, export."""
