"""Pages for people. `brief.py` makes the brief: one HTML file that opens anywhere and asks no network for anything."""
