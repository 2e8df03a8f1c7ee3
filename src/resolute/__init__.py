"""Resolute: from a news report to the paragraph it breaks."""

__version__ = "0.1.0"
