"""Compiled templates kept beside their sources, as Python keeps its own: a page is compiled once, not in every run."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

__all__ = ["Compiled", "environment"]


class Compiled(BytecodeCache):
    """Keeps compiled templates in `__pycache__` of their folder. A folder that cannot be written costs time, no more.

    A file is used only where its checksum is that of the source, its Python the running one, its Jinja the same.
    """

    def __init__(self, templates: Path) -> None:
        """Name the folder of the sources."""
        self.folder = templates / "__pycache__"

    def _path(self, bucket: Bucket) -> Path:
        return self.folder / f"{bucket.key}.{sys.implementation.cache_tag}.jinja-{jinja2.__version__}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read what is kept, if anything is; a file of another source is refused by Jinja's own checksum."""
        try:
            bucket.bytecode_from_string(self._path(bucket).read_bytes())
        except (OSError, EOFError, ValueError, TypeError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template, whole or not at all: it is written aside and then moved into place."""
        if sys.dont_write_bytecode:
            return
        try:
            self.folder.mkdir(exist_ok=True)
            with tempfile.TemporaryDirectory(dir=self.folder) as aside:
                written = Path(aside) / "template"
                written.write_bytes(bucket.bytecode_to_string())
                written.replace(self._path(bucket))
        except OSError:
            return


def environment(templates: Path, **names: object) -> jinja2.Environment:
    """Return the environment of the pages: everything escaped, nothing undefined, templates compiled once."""
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        bytecode_cache=Compiled(templates),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.globals.update(names)
    return env
