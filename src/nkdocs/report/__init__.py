"""The corpus report: what a corpus holds, on one page of HTML without scripts, one section a file."""
