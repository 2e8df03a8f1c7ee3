"""Cases: the only room that knows law, lists, news and sea together."""
