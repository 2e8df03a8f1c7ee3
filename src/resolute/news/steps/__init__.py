"""The steps of reading, one a file. Each is `(Draft, Language) -> Draft` and says what it needs and adds."""
