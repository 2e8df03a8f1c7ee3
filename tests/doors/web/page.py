"""Reads a page back as a tree, as far as the tests ask: elements, their attributes, their text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br", "path", "circle", "rect", "use", "link", "img", "input", "hr"}


@dataclass
class Element:
    name: str
    attrs: dict[str, str]
    parent: Element | None = None
    inside: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attrs.get("class", "").split())

    @property
    def text(self) -> str:
        return "".join(i if isinstance(i, str) else i.text for i in self.inside)

    def all(self, name: str = "", cls: str = "", id_: str = "") -> Iterator[Element]:
        for i in self.inside:
            if isinstance(i, Element):
                fits = (not name or i.name == name) and (not cls or cls in i.classes)
                if fits and (not id_ or i.attrs.get("id") == id_):
                    yield i
                yield from i.all(name, cls, id_)

    def one(self, name: str = "", cls: str = "", id_: str = "") -> Element:
        found = list(self.all(name, cls, id_))
        assert len(found) == 1, (name, cls, id_, len(found))
        return found[0]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.at = Element("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        new = Element(tag, {k: v or "" for k, v in attrs}, self.at)
        self.at.inside.append(new)
        if tag not in VOID:
            self.at = new

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.at.inside.append(Element(tag, {k: v or "" for k, v in attrs}, self.at))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self.at.name == tag, f"</{tag}> closes <{self.at.name}>"
        assert self.at.parent is not None
        self.at = self.at.parent

    def handle_data(self, data: str) -> None:
        self.at.inside.append(data)


def read_page(html: str) -> Element:
    """Return the tree; every element must be closed by its own end tag."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.at is reader.root, f"<{reader.at.name}> is never closed"
    return reader.root
