"""Briefs built by hand from invented articles: everything a brief can hold, nothing at all, and very much."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from doors.web.invented import COAL, WORKERS, at, coal_article, hostile_article, workers_article
from resolute.cases.terms import (
    Article,
    Brief,
    Contradiction,
    Correction,
    Finding,
    LawCard,
    MatrixCell,
    MatrixColumn,
    MatrixRow,
    Position,
    Question,
    Relation,
    Sentence,
    Standing,
    TimelineEntry,
)
from resolute.doors.web.links import speaker
from resolute.ground.origin import Citation, Origin, Passage, sha256_of
from resolute.ground.time import VagueDate
from resolute.law.terms import Advice, Answer, Direct, Exposure, MeasureAnswer, Missing, Unsettled, Verdict, Via

KNOWN = date(2026, 11, 21)
STOP, KEPT = "a stop for coal that goes on to others", "some had to stay for a while"


def passage(a: Article, words: str) -> Passage:
    """The words of an article as a passage."""
    return Passage(a.document.id, at(a.document.text, words))


def card(measure: str, paragraph: str, verdict: str, **more: object) -> LawCard:
    """A law card with the tests that carry its verdict."""
    number = measure.split("-")[1]
    given: dict[str, object] = {
        "heading": f"Security Council resolution {number} (2017), paragraph {paragraph}",
        "rule": "Nobody may buy, take or carry coal from North Korea, and North Korea may not supply it.",
        "in_force": "5 August 2017 to today",
        "binds": "every UN member: its nationals, territory and flag",
        "exceptions": ("coal from a third country through Rajin, notified beforehand by the exporting State",),
        "if_true": "for Russia and North Korea",
        "because": (
            {"holds": True, "test": "The goods are coal", "found": "A4, A5"},
            {"holds": True, "test": "On or after 5 August 2017", "found": "“since”, A4"},
            {"holds": None, "test": "They were mined in North Korea", "found": "nobody says"},
            {"holds": False, "test": "The Rajin exception", "found": ""},
        ),
        "confidence": "V",
        "note": "Replaced UNSCR-2321-26",
        **more,
    }
    citation = Citation(
        instrument=f"UNSCR-{number}",
        paragraph=paragraph,
        symbol=f"S/RES/{number} (2017)",
        address="https://law.example/2371",
        read_on=date(2026, 3, 4),
    )
    return LawCard(measure=measure, verdict=verdict, citation=citation, **given)  # type: ignore[arg-type]


def standing(a: Article, label: str, words: str, note: str = "", *, general: bool = False) -> Standing:
    """Where the speaker of a claim stands, quoted by its words."""
    c = next(c for c in a.claims if a.labels[c.id] == label)
    return Standing(
        claim=c.id,
        label=label,
        stance=c.stance,
        who=speaker(c.speaker),
        state=c.speaker.state,
        on_behalf_of=c.on_behalf_of,
        quote=passage(a, words),
        note=note,
        general=general,
    )


def verdicts() -> tuple[Verdict, ...]:
    """Answers of five orders, the same for both sides of a deal."""
    answers = (council(), united_states(), japan(), *(silent(order) for order in ("eu", "gb")))
    one = Verdict(id="e-1", on="2017-08-05/..", known=KNOWN, law="2026.11", answers=answers)
    return (one, one)


def council() -> Answer:
    """Forbidden, and a call beside it."""
    measure = MeasureAnswer(
        id="UNSCR-2371-8", verdict="prohibited", confidence="V", citation=Citation(instrument="UNSCR-2371")
    )
    missing = (Missing(fact="origin", question="Where was it mined?"),)
    return Answer(
        order="un",
        direct=Direct(verdict="prohibited", confidence="V", measures=(measure,), missing=missing),
        advised=(Advice(measure="UNSCR-2397-9", why="States are called upon to inspect"),),
        known_until=KNOWN,
    )


def united_states() -> Answer:
    """Not bound, but somebody else must refuse and a listing may follow."""
    why, hooks = "No hook reaches a Russian company.", ("a payment in dollars", "a parent in the United States")
    return Answer(
        order="us",
        direct=Direct(verdict="not-bound", confidence="V", why=why, would_bind=hooks),
        via=(Via(who="a bank in the United States", measure="US-EO13810-4", why="It must refuse the payment."),),
        exposure=(Exposure(measure="US-EO13810-1", why="It may be listed for coal from North Korea."),),
    )


def japan() -> Answer:
    """Left open."""
    gap = (Unsettled(measure="JP-1", point="the decree is not encoded"),)
    return Answer(order="jp", direct=Direct(verdict="unsettled", confidence="M", unsettled=gap))


def silent(order: str) -> Answer:
    """Nothing to say to this actor."""
    return Answer(order=order, direct=Direct(verdict="not-bound", confidence="M", why="No hook."))


def coal_finding(a: Article) -> Finding:
    """An act that one measure forbids, with two more measures engaged and both sides heard."""
    told = Sentence(
        text="North Korea supplied coal to Russia (at least three times), since 5 August 2017.",
        claims=("A4",),
        passages=(passage(a, "shipped coal to the Russian port of Nakhodka at least three times"),),
        outside=True,
    )
    two = "One of the sources belongs to a group that is counted here too: two claims, not two witnesses."
    alike = "Coal from a third country through Rajin looks alike from a distance."
    listed = "US: It may be listed for coal from North Korea."
    return Finding(
        id="A.e-1",
        number=1,
        title="North Korea supplied coal to Russia",
        line="coal",
        lead=(
            told,
            Sentence(text="One source calls the port a stop (A5).", claims=("A5", "A4")),
            Sentence(text="Nobody names a ship or an amount."),
        ),
        events=("A.e-1", "A.e-2"),
        on=VagueDate("2017-08-05/.."),
        on_how="“since August”; the Council banned coal on 5 August 2017",
        standings=(
            standing(a, "A4", "shipped coal to the Russian port of Nakhodka at least three times", "unnamed"),
            standing(a, "A5", "becoming a stop for coal", "unnamed, through Harbour Post"),
            standing(a, "A6", "“invented from end to end”"),
            standing(a, "A1", "Nothing crosses our border", "headline", general=True),
        ),
        against=(
            Sentence(text=two, claims=("A4", "A5")),
            Sentence(text=alike, measures=("UNSCR-2371-8",), outside=True),
        ),
        verdicts=verdicts(),
        cards=coal_cards(),
        notes=(
            Sentence(text="Two texts tell it alike; no day ties them.", passages=(passage(a, STOP),)),
            Sentence(text=listed, measures=("US-EO13810-1",), outside=True),
        ),
        missing=coal_questions(),
    )


def coal_cards() -> tuple[LawCard, ...]:
    """Three measures, confirmed, partly confirmed and from memory."""
    return (
        card("UNSCR-2371-8", "8", "prohibited"),
        card("UNSCR-2397-9", "9", "depends", confidence="V/M"),
        card("UNSCR-2321-26", "26", "permitted", confidence="M", note=""),
    )


def coal_questions() -> tuple[Question, ...]:
    """What would turn the verdict, and what would open lists."""
    mined = "Was the coal mined in North Korea, or only loaded there?"
    return (
        Question(text=mined, decides="turns 2371 ¶8", findings=("A.e-1",), fact="origin"),
        Question(text="Which ships, on which days?", decides="opens lists and tracks", findings=("A.e-1",)),
    )


def workers_finding(b: Article) -> Finding:
    """A duty that may not have been done; nobody denies it and no order was asked."""
    measure = card(
        "UNSCR-2397-8",
        "8",
        "depends",
        rule="Every State sends home the North Koreans who earn income under its jurisdiction.",
        in_force="22 December 2017; to be done by 22 December 2019",
        exceptions=(),
        because=(),
        if_true="",
        confidence="M",
    )
    asked = "Did any of them earn income after 22 December 2019?"
    return Finding(
        id="B.e-4",
        number=2,
        title="Russia kept North Korean workers",
        line="workers",
        lead=(Sentence(text="Russia kept North Korean workers, after 22 December 2019.", claims=("B3",)),),
        events=("B.e-4",),
        on=VagueDate("2019-12-23/.."),
        on_how="the words name no day",
        standings=(standing(b, "B3", KEPT), standing(b, "B1", "All of them go home by the end of 2019")),
        against=(),
        verdicts=(),
        cards=(measure,),
        notes=(),
        missing=(Question(text=asked, decides="turns 2397 ¶8", findings=("B.e-4",)),),
    )


def arms_finding(c: Article) -> Finding:
    """An act under no measure."""
    why = "The text names neither side of the deal; nothing says that North Korea is one."
    return Finding(
        id="C.e-5",
        number=3,
        title="Ships carried arms",
        line="none",
        lead=(Sentence(text="Three ships carried arms to a port.", claims=("C4",)),),
        events=("C.e-5",),
        on=None,
        on_how="",
        standings=(standing(c, "C4", "carried arms to the port"),),
        against=(),
        verdicts=(),
        cards=(),
        notes=(Sentence(text=why),),
        missing=(),
        engaged=False,
    )


LAW = (
    ("2016-11-30/2017-08-04", "yearly cap on coal", "UNSCR-2321-26", 2, "coal"),
    ("2017-08-05/..", "total ban on coal", "UNSCR-2371-8", 3, "coal"),
    ("2017-12-22/..", "workers go home within 24 months", "UNSCR-2397-8", 2, "workers"),
    ("2019-12-22", "due: workers home", "UNSCR-2397-8", 1, "workers"),
    ("2006-10-14/2009-06-11", "an older measure, ended long before", "UNSCR-1718-8", 1, "arms"),
    ("2009-06-12/..", "all arms from North Korea", "UNSCR-1874-9", 3, "arms"),
)


def timeline_entries() -> tuple[TimelineEntry, ...]:
    """Law, allegations, words and articles; one entry without a date, one with a month and no year."""

    def entry(lane: str, edtf: str | None, label: str, **more: object) -> TimelineEntry:
        return TimelineEntry(lane=lane, edtf=edtf, label=label, **more)  # type: ignore[arg-type]

    return (
        *(entry("law", e, t, measure=m, weight=w, row=r, outside=True) for e, t, m, w, r in LAW),
        entry("alleged", "2017-08-05/..", "1 coal", finding="A.e-1", claims=("A4", "A5"), outside=True),
        entry("alleged", "2019-12-23/..", "2 workers", finding="B.e-4", claims=("B3",)),
        entry("alleged", None, "3 arms", finding="C.e-5", claims=("C4",)),
        entry("told", "2017-09", "missile launch", article="A"),
        *(entry("said", "2018-02-05", f"A{n}", claims=(f"A{n}",), article="A") for n in (2, 3, 4, 5, 6)),
        entry("said", "XXXX-10", "B1", claims=("B1",), article="B"),
        entry("said", "2023~", "C4", claims=("C4",), article="C", outside=True),
        entry("published", "2018-02-05", "article A", article="A"),
        entry("published", None, "article B", article="B"),
        entry("published", "2023~", "article C", article="C"),
    )


def matrix() -> tuple[tuple[MatrixColumn, ...], tuple[MatrixRow, ...]]:
    """Three subjects, three speakers."""
    columns = (
        MatrixColumn(id="A.e-1", title="North Korea supplied coal to Russia", finding="A.e-1"),
        MatrixColumn(id="B.e-4", title="Russia kept North Korean workers", finding="B.e-4"),
        MatrixColumn(id="unilateral", title="Measures of a State alone"),
    )
    coal = MatrixCell(column="A.e-1", stances=(("denies", "A6"), ("commits", "A2")))
    alone = MatrixCell(column="unilateral", stances=(("refuses", "A3"),))
    home = MatrixCell(column="B.e-4", stances=(("commits", "B1"), ("reports", "B2")))
    seen = MatrixCell(column="A.e-1", stances=(("accuses", "A4"), ("accuses", "A5")))
    return columns, (
        MatrixRow(group="For Russia", who="Ilya Orlan", role="deputy transport minister", cells=(coal, alone)),
        MatrixRow(group="For Russia", who="Vera Sokol", role="ambassador", cells=(home,)),
        MatrixRow(group="For no state", who="Two European security officials", role="", cells=(seen,)),
    )


def positions(a: Article, b: Article) -> tuple[Position, ...]:
    """One State on two lines of law; a day, a month without a year, no date."""

    def position(line: str, said: str | None, stance: str, label: str, quote: Passage, **more: str) -> Position:
        given = {"measure": None, "said_how": "", "claim": label, **more}
        return Position(state="RU", line=line, said=said, stance=stance, label=label, quote=quote, **given)  # type: ignore[arg-type]

    refused = passage(a, "We have no duty to follow it.")
    home, unpaid = passage(b, "All of them go home by the end of 2019"), passage(b, "nobody had paid them")
    return (
        position("unilateral-measure", "2018-02-05", "refuses", "A3", refused, said_how="today"),
        position("workers", None, "reports", "B2", unpaid, measure="UNSCR-2397-8"),
        position("workers", "XXXX-10", "commits", "B1", home, measure="UNSCR-2397-8"),
    )


def corrections(b: Article) -> tuple[Correction, ...]:
    """A wrong number and a loose deadline."""
    number = "Resolution 2379 is about another subject; the sentence speaks of December 2017 and of labour."
    return (
        Correction(
            article="B",
            span=at(WORKERS, "2379"),
            as_written="2379",
            fits="UNSCR-2397-8",
            why=Sentence(text=number, passages=(passage(b, "2379"),), outside=True),
        ),
        Correction(
            article="B",
            span=at(WORKERS, "by the end of 2019"),
            as_written="by the end of 2019",
            fits="22 December 2019",
            kind="deadline",
            claim="B1",
            why=Sentence(text="24 months from adoption, nine days before the year’s end", outside=True),
            loose=True,
        ),
    )


def contradictions(a: Article) -> tuple[Contradiction, ...]:
    """One real, one only apparent."""
    orders = "Two legal orders: the one is no answer about the other"
    return (
        Contradiction(
            real=True,
            subject="North Korea supplied coal to Russia",
            clash="polarity",
            claims=("A4", "A5", "A6"),
            why=Sentence(text="One side says it is so, the other that it is not", claims=("A4", "A6")),
        ),
        Contradiction(
            real=False,
            subject="Russia: refusing one order, keeping another",
            clash="order",
            claims=("A3", "A2"),
            why=Sentence(text=orders, passages=(passage(a, "It does not bind us"),)),
        ),
    )


def small() -> Brief:
    """Three articles with everything a brief can hold."""
    a, b, c = coal_article(), workers_article(), hostile_article()
    found = (coal_finding(a), workers_finding(b), arms_finding(c))
    asked = [q for f in found for q in f.missing]
    columns, rows = matrix()
    account = Sentence(text="two sides of one account in one article", passages=(passage(a, STOP),))
    apart = Sentence(text="different goods: coal, and arms")
    return replace(
        empty(),
        title="Russia and North Korea in three reports",
        lead="What the articles say was done, who says it and who denies it, and what each act would break, if true.",
        articles=(a, b, c),
        findings=found,
        relations=(
            Relation(kind="part-of", a="A.e-2", b="A.e-1", why=account),
            Relation(kind="unrelated", a="A.e-1", b="C.e-5", why=apart),
        ),
        matrix_columns=columns,
        matrix=rows,
        positions=positions(a, b),
        timeline=timeline_entries(),
        corrections=corrections(b),
        contradictions=contradictions(a),
        questions=(*asked, Question(text="On which day did article B appear?", decides="fixes “Tuesday”")),
        origins=(post(a),),
        counts={"articles": 3, "claims": 16, "dropped for want of a span": 0, "lists screened": 0, "tracks read": 0},
        refused=("004.bin:1: byte 0 is not UTF-8; wanted a text.",),
        orders={
            "un": "Security Council",
            "us": "United States",
            "jp": "Japan",
            "eu": "European Union",
            "gb": "Britain",
        },
    )


def post(a: Article) -> Origin:
    """Where the first article came from."""
    address, size = "https://post.example/coal", len(COAL.encode())
    return Origin(name="001_coal.txt", sha256=a.document.id, bytes=size, publisher="Harbour Post", address=address)


def empty() -> Brief:
    """No article, no finding, nothing counted."""
    nothing: tuple[()] = ()
    return Brief(
        form="resolute-brief@1",
        title="What no reports say",
        lead="",
        law_version="2026.11.21",
        known=KNOWN,
        articles=nothing,
        findings=nothing,
        relations=nothing,
        matrix_columns=nothing,
        matrix=nothing,
        positions=nothing,
        timeline=nothing,
        corrections=nothing,
        contradictions=nothing,
        questions=nothing,
        hits=nothing,
        sea_events=nothing,
        origins=nothing,
        counts={},
    )


def reprint() -> Brief:
    """The first article twice, the same bytes under two names: documents, claims and events share their ids."""
    a = coal_article()
    again = replace(a, letter="B", labels={c: f"B{label[1:]}" for c, label in a.labels.items()})
    return replace(small(), articles=(a, again), corrections=())


def letter(n: int) -> str:
    """A, B, ... Z, AA, AB ..."""
    out, n = "", n + 1
    while n:
        n, rest = divmod(n - 1, 26)
        out = chr(65 + rest) + out
    return out


def relettered(a: Article, name: str) -> Article:
    """The same article under another letter, with another document id and other claim ids."""
    ids = {c.id: f"{name}-{c.id}" for c in a.claims}
    claims = tuple(replace(c, id=ids[c.id], nested_in=ids.get(c.nested_in or "")) for c in a.claims)
    doc = replace(a.document, id=sha256_of(name.encode()), name=f"{name}.txt")
    labels = {ids[c.id]: f"{name}{n}" for n, c in enumerate(a.claims, 1)}
    return replace(a, letter=name, document=doc, claims=claims, labels=labels)


def large(n_articles: int, n_findings: int) -> Brief:
    """Many articles and allegations, in the proportions of a real case: every article is quoted somewhere."""
    base = small()
    articles = tuple(relettered(base.articles[n % 2], letter(n)) for n in range(n_articles))
    found = tuple(repeated(n, articles[n % n_articles], base.findings[n % 2]) for n in range(n_findings))
    columns = tuple(MatrixColumn(id=f.id, title=f"{f.title}, case {f.number}", finding=f.id) for f in found)
    return replace(
        base,
        articles=articles,
        findings=found,
        matrix_columns=columns,
        matrix=tuple(sorted((row_of(f) for f in found), key=lambda r: r.group)),
        positions=(),
        relations=(),
        corrections=(),
        contradictions=(),
        timeline=(*timeline_entries()[:6], *many_entries(articles, found)),
        questions=tuple(q for f in found for q in f.missing),
        origins=(),
    )


def repeated(n: int, a: Article, model: Finding) -> Finding:
    """A finding like another, told by the fourth claim of an article."""
    c = a.claims[3]
    label = a.labels[c.id]
    stand = replace(
        model.standings[0], claim=c.id, label=label, stance=c.stance, quote=Passage(a.document.id, c.content[0])
    )
    return replace(
        model,
        id=f"{a.letter}.f{n}",
        number=n + 1,
        standings=(stand,),
        lead=(Sentence(text="It is said.", claims=(label,)),),
        against=(),
        notes=(),
        events=(),
        on=VagueDate(f"{2000 + n % 25}-03/.."),
    )


def row_of(f: Finding) -> MatrixRow:
    """The one speaker of a repeated finding."""
    s = f.standings[0]
    cell = MatrixCell(column=f.id, stances=((s.stance, s.label),))
    group = "For Russia" if f.number % 3 else "For no state"
    return MatrixRow(group=group, who=f"Speaker {f.number}", role="", cells=(cell,))


def many_entries(articles: tuple[Article, ...], found: tuple[Finding, ...]) -> tuple[TimelineEntry, ...]:
    """Every claim on a day of its own, every article in a year, every finding since a month."""
    labels = [(a.letter, label) for a in articles for label in a.labels.values()]

    def day(i: int) -> str:
        return f"{2004 + i % 21}-{i % 12 + 1:02}-{i % 28 + 1:02}"

    return (
        *(TimelineEntry(lane="alleged", edtf=str(f.on), label=f.title, finding=f.id) for f in found),
        *(
            TimelineEntry(lane="said", edtf=day(i), label=label, claims=(label,), article=name)
            for i, (name, label) in enumerate(labels)
        ),
        *(
            TimelineEntry(lane="published", edtf=f"{2004 + n % 21}", label=a.letter, article=a.letter)
            for n, a in enumerate(articles)
        ),
    )
