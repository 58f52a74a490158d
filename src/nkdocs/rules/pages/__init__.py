"""What a page of HTML says of its article: in its metadata, its headings, its main text and its comments."""
