"""Characters: spans, decoding, tidying, scripts and date phrases. Knows no document."""
