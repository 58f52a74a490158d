"""Date phrases: a phrase becomes a ``When`` or nothing; never a guess, never today's date."""
