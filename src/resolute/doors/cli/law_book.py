"""What `law book` does: make the book of the law and write it into a folder."""

from __future__ import annotations

from pathlib import Path

from resolute.doors.cli.ending import say
from resolute.doors.cli.output import chosen, print_json, print_lines
from resolute.doors.web.law_book import book_pages
from resolute.ground.errors import WrongCall
from resolute.law.read import load_base

__all__ = ["book"]


def book(out: str, form: str | None) -> int:
    """Write the book of the law into a folder, and say what was written; its pages as JSON where that is asked for."""
    shape = chosen(form, piped="text")
    pages, folder = book_pages(load_base()), Path(out)
    _write(folder, pages)
    say(f"written: {len(pages)} pages; begin with {folder / 'index.html'}")
    if shape == "jsonl":
        print_lines({"page": name} for name in pages)
    elif shape == "json":
        print_json([{"page": name} for name in pages])
    return 0


def _write(folder: Path, pages: dict[str, str]) -> None:
    """Write each page whole: beside its place first, then moved there. What else lies in the folder is left alone."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in pages.items():
            beside = folder / f".{name}.part"
            beside.write_text(text, encoding="utf-8", newline="\n")
            beside.replace(folder / name)
    except OSError as e:
        raise WrongCall(f"{folder}: {e.strerror}. Name a folder that can be written with -o.") from e
