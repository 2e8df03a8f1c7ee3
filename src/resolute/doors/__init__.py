"""Doors: where a person or a program stands. They ask the workbench, show the answer, decide nothing."""
