"""What a speaker does with a statement, by the cue, its frame, negation, and the words said."""

from __future__ import annotations

import pytest

from news.heard import only

RU, US, NO = "Russian envoy Ivan Berg", "U.S. spokesman Sam Hale", "Norwegian envoy Jon Holm"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        pytest.param(f"{NO} said the talks lasted an hour.", "asserts", id="plain"),
        pytest.param(f"{NO} denied the charge.", "denies", id="a charge denied"),
        pytest.param("Moscow has rejected the allegations.", "denies", id="a charge rejected"),
        pytest.param("The ministry rejected all requests for permits.", "refuses", id="a request rejected"),
        pytest.param("Oslo denied any further imposition of sanctions.", "opposes", id="what is still to come"),
        pytest.param(f"{RU} said Moscow does not violate any resolution.", "denies", id="own side, negated breach"),
        pytest.param(f"{RU} claimed there were no illegal workers in Russia.", "denies", id="there were none"),
        pytest.param(f"{RU} said Russia would send all workers home.", "commits", id="own side will"),
        pytest.param("“We will send them home,” he said.", "commits", id="we will"),
        pytest.param(f"{RU} said Moscow did not recognise the list.", "refuses", id="own side does not accept"),
        pytest.param(f"{RU} added officials would not expel anybody.", "refuses", id="own officials will not"),
        pytest.param(f"{US} said it would not hesitate to list ships.", "commits", id="will not hesitate"),
        pytest.param(f"{US} said Russia needs to do more.", "urges", id="others should"),
        pytest.param(
            f"{US} said North Korea allegedly sent weapons to Russia.", "accuses", id="another State's breach"
        ),
        pytest.param(f"{US} said Russia is not helping at all.", "accuses", id="another State's failure"),
        pytest.param("Oslo accused the firm of fraud.", "accuses", id="accused"),
        pytest.param("Oslo stands accused of fraud.", "accuses", id="accused by nobody"),
        pytest.param(f"{RU} said there will be no more sanctions.", "opposes", id="no more"),
        pytest.param(f"{US} stressed that such ties have been “not productive”.", "opposes", id="not productive"),
        pytest.param(
            f"{RU} clarified that some workers had to stay for a while, but earn nothing.", "admits", id="had to stay"
        ),
        pytest.param("The ministry conceded that some crews stayed.", "admits", id="conceded"),
        pytest.param("Moscow vowed to keep the cap.", "commits", id="vowed"),
        pytest.param("Oslo urged the council to meet.", "urges", id="urged"),
        pytest.param("Experts doubt that the men have left.", "questions", id="doubted"),
        pytest.param(f"{US} said it does not appear that the visit was a holiday.", "questions", id="does not appear"),
        pytest.param("The ship sailed, Reuters reported.", "reports", id="an outlet"),
        pytest.param(
            "Russia is not only supplying weapons to ports, US envoy Sam Hale said.", "accuses", id="not only is no no"
        ),
    ],
)
def test_a_stance_is_read_from_cue_and_words(text, stance):
    assert only(text).stance == stance


def test_a_second_reading_stands_beside_the_first():
    claim = only(f"{RU} said Russia keeps its obligations responsibly.")
    assert (claim.stance, claim.also) == ("asserts", ("denies",))


def test_a_writer_who_stands_back_hedges_the_claim():
    assert only("Oslo reportedly claimed the port was shut.").hedged
    assert only(f"{US} said North Korea allegedly sent weapons to Russia.").hedged
    assert not only("Oslo claimed the port was shut.").hedged
