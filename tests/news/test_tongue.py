"""The language of a text, by script and by its commonest words."""

from __future__ import annotations

import pytest

from resolute.news.steps.tongue import language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The minister said that the port was shut and the ships were in the bay.", "en"),
        ("Der Minister sagte, dass der Hafen nicht geschlossen ist und die Schiffe fahren.", "de"),
        ("Le ministre a dit que le port est dans la ville et que les bateaux sont au large.", "fr"),
        ("El ministro dijo que el puerto no se cerró y que los barcos son del país.", "es"),
        ("Министр сказал, что порт закрыт, а корабли стоят в бухте.", "ru"),
        ("Міністр сказав, що порт закритий, а кораблі стоять у бухті, її видно здалеку.", "uk"),
        ("외무상은 항구가 닫혔다고 말했다.", "ko"),
        ("外交部長は港が閉鎖されたと述べた。", "ja"),
        ("部长说港口已经关闭。", "zh"),
        ("Oslo", None),
        ("12 34 56", None),
    ],
)
def test_a_language_shows_by_its_script_or_its_small_words(text, code):
    assert language_of(text) == code


def test_a_few_foreign_words_do_not_make_a_foreign_text():
    assert language_of("The ship “Гавань” was in the port of the city, and the crew said it was so.") == "en"
