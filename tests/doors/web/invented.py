"""Articles written for the tests. People, outlets and ships are invented; nothing here is law or accusation."""

from __future__ import annotations

from resolute.cases.terms import Article, CitedMention
from resolute.ground.conduct import Conduct
from resolute.ground.origin import Span, sha256_of, span_of
from resolute.ground.time import VagueDate
from resolute.law.terms import Cited
from resolute.news.terms import Claim, Dated, Document, Event, Hop, SetAside, Speaker

COAL = """‘Nothing crosses our border,’ ministry says as coal claims grow

HARBOUR POST, 5 February 2018 - Deputy Transport Minister Ilya Orlan said today that Moscow “carries out the decisions of the Security Council and nothing else”.

The Tassel agency quoted Mr Orlan as saying: “We know the list of that one capital. It does not bind us.

“We have no duty to follow it.”

But two European security officials say North Korea has shipped coal to the Russian port of Nakhodka at least three times since August. One of the officials, who spoke to the Harbour Post on condition of anonymity, said: ”The port is becoming a stop for coal that goes on to others.”

The Security Council banned exports of coal from the country in August.

Orlan dismissed the reports as “invented from end to end”.

Photo: A crane at dusk / Harbour Post library
Subscribe to our newsletter
"""  # noqa: E501

WORKERS = """The talks in the Far East ended on Tuesday without a word on the
camps. “All of them go home by the end of 2019,” said Vera Sokol,
Russia's ambassador to North Korea, the Bay Wire reported. She told
the Bay Wire that the governor says "some had to stay for a while", but
that nobody had paid them.

An aide to the governor, Pavel Drost, urged Moscow to let the workers
remain.

In December 2017 the Security Council adopted new measures. The
resolution received the number 2379. All States were told to send the
workers home by 22 December 2019.

MORE ON THIS: Ten pictures of the bay
"""

HOSTILE = (
    """제목: 석탄 <script>alert("x")</script> & 석탄

“무기를 보냈다”고 대변인이 말했다. The spokesman, Mr A. <b>Bold</b>, said: "We & they <never> sent arms; see <https://example.invalid/?a=1&b=2>".

قال المتحدث إن “السفن لم تصل إلى الميناء” يوم الثلاثاء.

Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"""
    + "x" * 160
    + """ said nothing.

The United States charges that three ships \x85 carried arms to the port.\r
"""
)

ORLAN = Speaker(kind="person", name="Ilya Orlan", role="deputy transport minister", state=("RU",))
MINISTRY = Speaker(kind="organisation", organisation="the ministry", state=("RU",))
OFFICIALS = Speaker(kind="unnamed-group", role="two European security officials")
ONE_OFFICIAL = Speaker(kind="unnamed-person", role="one of the officials")
SOKOL = Speaker(kind="person", name="Vera Sokol", role="ambassador to North Korea", state=("RU",))
GOVERNOR = Speaker(kind="office", role="the governor", state=("RU",))
DROST = Speaker(kind="person", name="Pavel Drost", role="aide to the governor", state=("RU",))
LEFT_OPEN = Speaker(kind="unresolved", candidates=("Vera Sokol", "Pavel Drost"))
BOLD = Speaker(kind="person", name="Mr A. <b>Bold</b>", state=("KP",))
SPOKESMAN = Speaker(kind="office", role="대변인", state=("KP",))
UNITED_STATES = Speaker(kind="state", state=("US",))


def document(name: str, text: str, **more: object) -> Document:
    """A document whose ids are the hashes of its text."""
    hashed = sha256_of(text.encode())
    return Document(id=hashed, name=name, text_id=hashed, text=text, **more)  # type: ignore[arg-type]


def at(text: str, words: str, nth: int = 0) -> Span:
    """The nth place at which the words stand in the text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return span_of(text, start, start + len(words))


def claim(text: str, id_: str, source: str, cue: str, content: str, stance: str, who: Speaker, **more: object) -> Claim:
    """A claim whose spans are found by their words; the last place of its source counts, where it stands twice."""
    given: dict[str, object] = {"nested_in": None, "channel": "body", "on_behalf_of": (), "mode": "mixed", **more}
    return Claim(
        id=id_,
        source=(at(text, source, text.count(source) - 1),) if source else (),
        cue=(at(text, cue),) if cue else (),
        content=(at(text, content),) if content else (),
        stance=stance,
        speaker=who,
        **given,  # type: ignore[arg-type]
    )


def event(text: str, id_: str, words: str, status: str, by: str, **more: object) -> Event:
    """An alleged act that the words tell."""
    return Event(id=id_, kind="conduct", status=status, spans=(at(text, words),), asserted_by=(by,), **more)  # type: ignore[arg-type]


def aside(text: str, words: str, why: str) -> SetAside:
    """A passage set aside."""
    return SetAside(span=at(text, words), why=why)


def labels(letter: str, claims: tuple[Claim, ...]) -> dict[str, str]:
    """The numbers of the claims, in their order."""
    return {c.id: f"{letter}{n}" for n, c in enumerate(claims, 1)}


def coal_article() -> Article:
    """A refusal, an accusation by unnamed officials, a denial; a quotation that is broken across paragraphs."""
    claims, title = coal_claims(), "‘Nothing crosses our border,’ ministry says as coal claims grow"
    return Article(
        letter="A",
        document=document(
            "001_coal.txt",
            COAL,
            title=title,
            title_span=at(COAL, title),
            publisher="Harbour Post",
            published=Dated(edtf=VagueDate("2018-02-05"), how="from the dateline"),
            language="en",
        ),
        claims=claims,
        events=(
            event(
                COAL,
                "e-1",
                "shipped coal to the Russian port of Nakhodka at least three times",
                "claimed",
                "a-4",
                conduct=Conduct(act="supply"),
                denied_by=("a-6",),
            ),
            event(COAL, "e-2", "a stop for coal that goes on to others", "claimed", "a-5"),
        ),
        citations=coal_citations(),
        set_aside=(
            aside(COAL, "Photo: A crane at dusk / Harbour Post library", "photo credit"),
            aside(COAL, "Subscribe to our newsletter", "button"),
        ),
        labels=labels("A", claims),
    )


def coal_claims() -> tuple[Claim, ...]:
    t, ru = COAL, ("RU",)
    obeys = "Moscow “carries out the decisions of the Security Council and nothing else”"
    refuses = "“We know the list of that one capital. It does not bind us.\n\n“We have no duty to follow it.”"
    shipped = "North Korea has shipped coal to the Russian port of Nakhodka at least three times since August"
    stop = "”The port is becoming a stop for coal that goes on to others.”"
    one = "One of the officials, who spoke to the Harbour Post on condition of anonymity"
    today = Dated(edtf=VagueDate("2018-02-05"), how="today")
    tassel = (Hop(outlet="Tassel", relation="quoted"),)
    post = (Hop(outlet="Harbour Post", relation="told", stated=False),)
    also, own = ("asserts",), {"on_behalf_of": ru}
    return (
        claim(
            t, "a-1", "ministry", "says", "‘Nothing crosses our border,’", "denies", MINISTRY, channel="headline", **own
        ),
        claim(t, "a-2", "Deputy Transport Minister Ilya Orlan", "said", obeys, "commits", ORLAN, said=today, **own),
        claim(t, "a-3", "Mr Orlan", "quoted", refuses, "refuses", ORLAN, also=also, chain=tassel, **own),
        claim(t, "a-4", "two European security officials", "say", shipped, "accuses", OFFICIALS, also=also),
        claim(t, "a-5", one, "said:", stop, "accuses", ONE_OFFICIAL, chain=post),
        claim(
            t,
            "a-6",
            "Orlan",
            "dismissed",
            "the reports as “invented from end to end”",
            "denies",
            ORLAN,
            hedged=True,
            **own,
        ),
    )


def coal_citations() -> tuple[CitedMention, ...]:
    banned = at(COAL, "The Security Council banned exports of coal from the country in August")
    listed = at(COAL, "the list of that one capital")
    fits = Cited(
        as_written="banned exports of coal",
        verdict="right",
        why="the year is not in the text",
        resolves_to="UNSCR-2371",
        measure="UNSCR-2371-8",
    )
    open_ = Cited(as_written="the list", verdict="unresolved", why="no order is named")
    return CitedMention(id="m-1", span=banned, cited=fits), CitedMention(
        id="m-2", span=listed, cited=open_, claim="a-3"
    )


def workers_article() -> Article:
    """A text broken at a margin, claims inside claims, an admission, a wrong number, a claim without words."""
    claims = workers_claims()
    return Article(
        letter="B",
        document=document(
            "002_workers.txt",
            WORKERS,
            published=Dated(edtf=VagueDate("XXXX-10"), how="“October”, no year in the text"),
        ),
        claims=claims,
        events=(
            event(WORKERS, "e-3", "All of them go home by the end of 2019", "planned", "b-1"),
            event(WORKERS, "e-4", "some had to stay for a while", "admitted", "b-3"),
        ),
        citations=workers_citations(),
        set_aside=(aside(WORKERS, "MORE ON THIS: Ten pictures of the bay", "related link"),),
        labels=labels("B", claims),
        notes=("“Tuesday”, no date in the text",),
    )


def workers_claims() -> tuple[Claim, ...]:
    t, ru = WORKERS, ("RU",)
    home, stayed = "“All of them go home by the end of 2019,”", '"some had to stay for a while"'
    told = 'that the governor says "some had to stay for a while", but\nthat nobody had paid them'
    ambassador = "Vera Sokol,\nRussia's ambassador to North Korea"
    aide, remain = "An aide to the governor, Pavel Drost", "Moscow to let the workers\nremain"
    wire = (Hop(outlet="Bay Wire", relation="told"),)
    return (
        claim(t, "b-1", ambassador, "said", home, "commits", SOKOL, on_behalf_of=ru, chain=wire),
        claim(t, "b-2", "She", "told", told, "reports", SOKOL, also=("asserts",), on_behalf_of=ru, chain=wire),
        claim(t, "b-3", "the governor says", "says", stayed, "admits", GOVERNOR, nested_in="b-2"),
        claim(t, "b-4", aide, "urged", remain, "urges", DROST),
        claim(t, "b-5", "", "", "", "questions", LEFT_OPEN),
    )


def workers_citations() -> tuple[CitedMention, ...]:
    number, day = at(WORKERS, "2379"), at(WORKERS, "by 22 December 2019")
    wrong = Cited(
        as_written="2379", verdict="wrong", why="another subject", resolves_to="UNSCR-2379", fits="UNSCR-2397"
    )
    right = Cited(as_written=day.text, verdict="right", why="24 months from adoption", measure="UNSCR-2397-8")
    return CitedMention(id="m-3", span=number, cited=wrong), CitedMention(id="m-4", span=day, cited=right)


def hostile_article() -> Article:
    """Markup, Hangul, a script from right to left, a word without an end, spans that overlap."""
    claims = hostile_claims()
    return Article(
        letter="C",
        document=document(
            "003 <hostile> & co.html",
            HOSTILE,
            title='<img src=x onerror="alert(1)">',
            publisher="Émile & Sœurs <wire>",
            published=Dated(edtf=VagueDate("2023~"), how="about the time of the talks"),
            language="ko",
            extractor="html@1",
        ),
        claims=claims,
        events=(event(HOSTILE, "e-5", "carried arms to the port", "claimed", "c-4"),),
        citations=(),
        set_aside=(aside(HOSTILE, '<script>alert("x")</script>', "page <script>"),),
        labels=labels("C", claims),
    )


def hostile_claims() -> tuple[Claim, ...]:
    t, kp = HOSTILE, ("KP",)
    said = '"We & they <never> sent arms; see <https://example.invalid/?a=1&b=2>"'
    across = '<never> sent arms; see <https://example.invalid/?a=1&b=2>".\n\nقال المتحدث'
    source = "The spokesman, Mr A. <b>Bold</b>"
    other = Speaker(kind="office", role="المتحدث")
    ships = "three ships \x85 carried arms to the port"
    return (
        claim(t, "c-1", "대변인", "말했다", "“무기를 보냈다”", "asserts", SPOKESMAN, on_behalf_of=kp),
        claim(t, "c-2", source, "said:", said, "denies", BOLD, on_behalf_of=kp),
        claim(t, "c-3", "المتحدث", "قال", "“السفن لم تصل إلى الميناء”", "denies", other),
        claim(t, "c-4", "The United States", "charges", ships, "accuses", UNITED_STATES, on_behalf_of=("US",)),
        claim(t, "c-5", "", "", across, "questions", Speaker(kind="unstated")),
    )
