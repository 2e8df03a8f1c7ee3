"""Every pair of ink and ground in use holds WCAG AA in both themes."""

import re

import pytest

from resolute.doors.web.brief import HERE

TOKENS = (HERE / "static" / "tokens.css").read_text()
PAIRS = dict(re.findall(r"--([\w-]+):\s*light-dark\(([^)]*)\)", TOKENS))
TEXT = {
    "paper": ["ink", "ink-2", "ink-3", "link", "warm", "cool", "stop", "ask", "go"],
    "paper-2": ["ink", "ink-2", "ink-3", "link", "warm", "stop", "ask", "go"],
    "hl": ["ink", "ink-2", "link"],
    "hl-on": ["ink"],
}
EDGES = {"paper": ["rule-2", "warm", "cool", "hl-edge"], "hl": ["hl-edge", "stop"]}


def luminance(colour):
    def linear(c):
        return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4

    r, g, b = (linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a, b):
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pair(name, theme):
    return PAIRS[name].split(",")[theme].strip()


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ground", "ink"), [(g, i) for g, inks in TEXT.items() for i in inks])
def test_text_can_be_read_on_its_ground(ground, ink, theme):
    assert contrast(pair(ground, theme), pair(ink, theme)) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ground", "edge"), [(g, i) for g, edges in EDGES.items() for i in edges])
def test_marks_and_edges_can_be_seen_on_their_ground(ground, edge, theme):
    assert contrast(pair(ground, theme), pair(edge, theme)) >= 3


def test_the_ratio_is_the_one_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
