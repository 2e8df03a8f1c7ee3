"""Dates in English prose to EDTF, as exactly as the words and the calendar allow, and never more exactly.

A date without its year ("on December 22"), a weekday, "last month" are counted from the day on which the text was
published. Where that day is not known, or known without its year, the answer keeps what the words give
(`XXXX-12-22`) or has no date at all and says why. Words inside a quotation are counted from the day they were said,
which the text seldom gives: they too stay open.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from resolute.ground.origin import Span, span_of
from resolute.ground.rows import read_yaml
from resolute.ground.time import VagueDate
from resolute.news.draft import Draft
from resolute.news.language import Language
from resolute.news.terms import Dated

__all__ = ["ADDS", "NEEDS", "DateExpression", "date_expressions", "mark_dates"]

NEEDS, ADDS = {"sentences", "quotations", "published"}, {"dates"}

LEXICON = Path(__file__).parent.parent / "lexicon" / "calendar.yaml"

# Spaces and marks of every dress in plain dress, one character for one.
_PLAIN = str.maketrans(
    {**dict.fromkeys("\t\u00a0\u2007\u2009\u200a\u202f\r\n\v\f", " "), **dict.fromkeys("‐‑‒–—―", "-"), "’": "'"}
)


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words that date something.

    `edtf` is the date they mean, the preposition counted in: "by the end of 2019" is `../2019-12-31`. It is None where
    the text does not give it, and `how` then says so. `relation` is the preposition's meaning: `in`, `by`, `until`,
    `since`, `before`, `after`, `as-of`, `about`, `between`, or `within` for a length of time that runs from a date.
    """

    span: Span
    edtf: VagueDate | None
    relation: str
    how: str


def mark_dates(draft: Draft, language: Language) -> Draft:
    """Add the dates of every sentence, counted from the day of publication."""
    marks = [(q.inner_start, q.inner_end) for q in draft.quotations if not q.single]
    found = [
        Dated(edtf=e.edtf, how=e.how, span=e.span)
        for s in (draft.sentences if language.code == "en" else ())
        for e in date_expressions(draft.text, s.start, s.end, draft.published.edtf, marks)
    ]
    return replace(draft, dates=tuple(found))


def date_expressions(
    text: str,
    start: int,
    end: int,
    anchor: VagueDate | None,
    quoted: Sequence[tuple[int, int]] = (),
) -> list[DateExpression]:
    """Return the dates written in `text[start:end]`, in order; none overlap.

    Args:
        text: the document's text.
        start: first character looked at.
        end: end of what is looked at; best one sentence.
        anchor: when the text was published: a day, a vague day (`XXXX-12-17`), a stretch of days, or None.
        quoted: stretches of quoted words; what is counted from a day in there has no date.
    """
    words = _words()
    shown = text[start:end].translate(_PLAIN)
    if not words.hint.search(shown):
        return []
    cores = _cores(shown, words)
    published = _published(anchor)
    out: list[DateExpression] = []
    at = 0
    while at < len(cores):
        core = cores[at]
        mate = _mate(shown, cores, at)
        inside = any(a <= start + core.start < b for a, b in quoted)
        origin = _QUOTED if inside else published
        if mate is not None:
            first, last, meant = *_framed(shown, core, mate), _range(core, mate, origin)
            relation = "between"
        elif core.form in _LENGTHS:
            first, last, relation = core.start, core.end, "within" if core.form == "within" else "in"
            meant = _length(core, out[-1] if out else None, origin)
        else:
            first, relation = _relation(shown, core, words)
            last = core.end
            ahead = words.ahead.search(_clause_before(shown, first)) is not None
            meant = _single(core, relation, ahead, origin)
        out.append(DateExpression(span_of(text, start + first, start + last), meant[0], relation, meant[1]))
        at += 1 if mate is None else 2
    return out


# --- the words of a date -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Core:
    """The words of a date without their preposition; what they leave out is None or empty."""

    start: int
    end: int
    form: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    n: int | None = None
    unit: str = ""
    which: str = ""
    part: str = ""
    ends: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of `calendar.yaml`, and the patterns made of them."""

    months: dict[str, int]
    weekdays: dict[str, int]
    numbers: dict[str, int]
    units: dict[str, str]
    ordinals: dict[str, dict[str, int]]
    ends: frozenset[str]
    days: dict[str, int]
    relations: dict[str, str]
    relation: re.Pattern[str]
    made: re.Pattern[str]
    month_after: re.Pattern[str]
    year_after: re.Pattern[str]
    year_links: re.Pattern[str]
    not_year_before: re.Pattern[str]
    counted: re.Pattern[str]
    ahead: re.Pattern[str]
    hint: re.Pattern[str]
    forms: tuple[tuple[str, re.Pattern[str]], ...]


# Forms of a date. `{{...}}` are the words of the table. What names a month keeps its capital: "may" is no month.
_FORMS: tuple[tuple[str, str], ...] = (
    ("numeric", r"(?<![\d/-])(?P<year>(?:19|20)\d\d)(?P<mark>[-/])(?P<m>\d\d)(?P=mark)(?P<day>\d\d)(?![\d/-])"),
    ("numeric", r"(?<![\d./])(?P<day>\d{1,2})\.(?P<m>\d{1,2})\.(?P<year>(?:19|20)\d\d)(?!\d|\.\d)"),
    ("slashed", r"(?<![\d/])(?P<day>\d{1,2})/(?P<m>\d{1,2})/(?P<year>(?:19|20)\d\d)(?![\d/])"),
    ("day", r"(?<!\w)<weekday?><month> +<day>(?:-(?P<last>\d{1,2}))?,? +<year><local>"),
    ("day", r"(?<![\w.,-])<weekday?>(?:the +)?<day>(?:(?:-| to )(?P<last>\d{1,2}))?(?: of)? +<month>,? +<year><local>"),
    ("day", r"(?<!\w)<weekday?><month> +<day>(?:-(?P<last>\d{1,2}))?(?!\w|[,.]\d|%)<local>"),
    ("day", r"(?<![\w.,-])<weekday?>(?:the +)?<day>(?:(?:-| to )(?P<last>\d{1,2}))?(?: of)? +<month>(?!\w)<local>"),
    ("month", r"(?<![\w-])(?<!\d )(?:<part>[ -]+)?<month>,?(?: of)? +<year>"),
    ("month", r"(?<!\w)(?:<part>[ -]+)?(?:(?P<which>last|this|next) +)?<month>(?! +\d|\w)"),
    ("weekday", r"(?<!\w)(?:(?P<which>last|this|next|past) +)?(?i:<weekday>)"
                r"(?: of)?(?: +(?P<week>last|this|next) +week)?(?!\w)<local>"),
    ("part-of-year", r"(?i)(?<!\w)(?:(?P<quarter><quarters>) +quarter|(?P<half><halves>) +half) +of +"
                     r"(?:<year>|(?P<which>last|this|next) +year)"),
    ("season", r"(?i)(?<!\w)(?:<seasons>) +(?:of +)?<year>"),
    ("decade", r"(?<![\w-])(?P<year>(?:19|20)\d0)'?s\b"),
    ("years", r"(?<![\w-])(?P<year>(?:19|20)\d\d)-(?P<last>(?:19|20)\d\d|\d\d)(?![\w-]|[,.]\d)"),
    ("year", r"(?<![\w-])(?:<part>[ -]+)?<year>(?!\w|\.\d)"),
    ("unit", r"(?i)(?<!\w)(?:<part> +)?(?P<which>last|this|next|the|the +previous|the +past|the +same) +"
             r"(?P<unit>week|month|year|quarter)(?![\w'-])"),
    ("unit", r"(?i)(?<!\w)(?:the +)?(?P<yearend>year[- ]end)(?!\w)"),
    ("today", r"(?i)(?<![\w-])(?P<days><days>)(?![\w'-])<local>"),
    ("weekend", r"(?i)(?<!\w)(?:the|last|this +past|this) +weekend(?!\w)"),
    ("ago", r"(?i)(?<![\w-])(?:(?P<vague><vague>) +)?<n> +<unit> +ago(?!\w)"),
    ("within", r"(?i)(?<!\w)within +(?:the +next +)?<n> +<unit>(?!\w)"),
    ("recent", r"(?i)(?<!\w)(?:in|over|during|for|within) +the +(?P<which>last|past|next|coming) +"
               r"(?:<n> +)?<unit>(?!\w)"),
    ("later", r"(?i)(?<![\w-])<n> +<unit> +(?P<which>later|earlier|before|after)(?!\w)"),
)  # fmt: skip
_LENGTHS = frozenset({"within", "later"})


def _one_of(words: Iterable[str]) -> str:
    """Return an alternation, longest first, in which a blank stands for any blanks."""
    return "|".join(re.escape(w).replace(r"\ ", " +") for w in sorted(words, key=lambda w: (-len(w), w)))


@cache
def _words() -> _Words:
    data: dict[str, Any] = read_yaml(LEXICON).data
    full = [forms[0] for forms in data["months"].values()]
    short = [form for forms in data["months"].values() for form in forms[1:]]
    slots = {
        "weekday?": rf"(?:(?i:{_one_of(data['weekdays'])}),? +)?",
        "month": rf"(?P<month>(?:{_one_of(full)})(?!\w)|(?:{_one_of(short)})(?!\w)\.?)",
        "day": r"(?P<day>\d{1,2})(?:st|nd|rd|th)?",
        "year": r"(?P<year>(?:19|20)\d\d)(?!\d|[,.]\d|%)",
        "weekday": rf"(?P<weekday>{_one_of(data['weekdays'])})",
        "n": rf"(?P<n>\d{{1,3}}|{_one_of(data['numbers'])})",
        "unit": rf"(?P<unit>{_one_of(data['units'])})",
        "part": rf"(?P<part>(?i:{_one_of(data['parts'])}))",
        "local": r"(?: +\(local +time\))?",
        "quarters": _one_of(data["quarters"]),
        "halves": _one_of(data["halves"]),
        "seasons": _one_of(data["seasons"]),
        "days": _one_of(data["days"]),
        "vague": _one_of(data["vague"]),
    }

    def form(rule: str) -> re.Pattern[str]:
        return re.compile(re.sub(r"(?<!\?P)<([a-z]+\??)>", lambda m: slots.get(m[1], m[0]), rule))

    def before(words: Iterable[str], gap: str = " +") -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-])(?:{_one_of(words)}){gap}(?:the +)?\[?$", re.I)

    return _Words(
        months={form.lower(): int(n) for n, forms in data["months"].items() for form in forms},
        weekdays=data["weekdays"],
        numbers=data["numbers"],
        units=data["units"],
        ordinals={"quarter": data["quarters"], "half": data["halves"]},
        ends=frozenset(data["ends"]),
        days=data["days"],
        relations=data["relations"],
        relation=re.compile(rf"(?<![\w-])({_one_of(data['relations'])}) +(?:the +|a +)?\[?$", re.I),
        made=before(data["made"]),
        month_after=before(data["month_after"], "[ -]+"),
        year_after=before(data["year_after"], "[ -]+"),
        year_links=re.compile(rf" *(?:-|(?<!\w)(?:{_one_of(data['year_links'])})) *", re.I),
        not_year_before=before(data["not_year_before"], " *"),
        counted=re.compile(rf" +(?:{_one_of(data['counted'])})\b", re.I),
        ahead=re.compile(rf"(?<!\w)(?:{_one_of(data['ahead'])})(?!\w)", re.I),
        hint=re.compile(
            rf"\d|(?<!\w)(?:{_one_of([*full, *short])})|(?i:(?<!\w)(?:weekend|year[- ]end|"
            rf"{_one_of([*data['weekdays'], *data['units'], *data['days']])}))(?!\w)"
        ),
        forms=tuple((name, form(rule)) for name, rule in _FORMS),
    )


def _cores(shown: str, words: _Words) -> list[_Core]:
    """Return the dates without their prepositions, the longest where several begin together; none overlap."""
    every = [
        core
        for form, pattern in words.forms
        for m in pattern.finditer(shown)
        if (core := _core(form, m, words)) is not None
    ]
    every.sort(key=lambda c: (c.start, -c.end))
    kept: list[_Core] = []
    for core in every:
        before = kept[-1] if kept else None
        if (before is None or before.end <= core.start) and _licensed(shown, core, before, words):
            kept.append(core)
    return kept


def _core(form: str, m: re.Match[str], words: _Words) -> _Core | None:
    """Return what a match says, or None when no calendar has such a day."""
    g = {name: value for name, value in m.groupdict().items() if value}
    part = re.sub(" +", " ", g.get("part", "")).lower()
    core = _Core(
        start=m.start(),
        end=m.end(),
        form=form,
        year=int(g["year"]) if "year" in g else None,
        month=int(g["m"]) if "m" in g else words.months[g["month"].lower().rstrip(".")] if "month" in g else None,
        day=int(g["day"]) if "day" in g else None,
        last_day=int(g["last"]) if "last" in g else None,
        n=_count(g["n"], words) if "n" in g else None,
        unit=words.units.get(g.get("unit", "").lower(), "year" if "yearend" in g else ""),
        which=re.sub("^the +", "", g.get("which", "").lower()),
        part=part or g.get("vague", ""),
        ends=part in words.ends or "yearend" in g,
    )
    if form == "weekday":
        return replace(core, n=words.weekdays[g["weekday"].lower()], unit=g.get("week", ""))
    if form == "today":
        return replace(core, n=words.days[re.sub(" +", " ", g["days"].lower())])
    if form == "part-of-year":
        unit = "quarter" if "quarter" in g else "half"
        return replace(core, n=words.ordinals[unit][g[unit].lower()], unit=unit)
    if form == "years":
        last = core.last_day or 0
        core = replace(core, last_day=last if last > 99 else (core.year or 0) // 100 * 100 + last)
        return core if (core.last_day or 0) > (core.year or 0) else None
    return core if form == "slashed" or _of_the_calendar(core) else None


def _count(word: str, words: _Words) -> int:
    return int(word) if word.isdigit() else words.numbers[word.lower()]


def _of_the_calendar(core: _Core) -> bool:
    """Say whether some year has the day, and whether a run of days goes forward."""
    if core.month is None or core.day is None:
        return True
    if not 1 <= core.month <= 12:
        return False
    last = monthrange(core.year or 2000, core.month)[1]
    return 1 <= core.day <= last and (core.last_day is None or core.day < core.last_day <= last)


def _licensed(shown: str, core: _Core, before: _Core | None, words: _Words) -> bool:
    """Say whether the words around make it a date: "May" after "in", "2019" after "since", no "2000 tonnes"."""
    left = shown[: core.start]
    if core.form == "unit" and core.which in ("", "the", "same") and not core.ends and not core.part:
        return False
    if core.year is not None or core.form not in ("month", "year"):
        counting = core.form in ("year", "years") or (core.form == "day" and core.year is None)
        if counting and words.counted.match(shown, core.end):
            return False
    linked = before is not None and words.year_links.fullmatch(shown, before.end, core.start) is not None
    if core.form in ("year", "years"):
        if words.not_year_before.search(left):
            return False
        return bool(core.part or words.year_after.search(left) or core.form == "years" or linked)
    if core.form == "month" and core.year is None:
        return bool(core.which or core.part or words.month_after.search(left) or linked)
    return True


# --- what it means -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Origin:
    """Days from which the words may be counted: one, some of a stretch, or samples of days that nobody gave."""

    days: tuple[date, ...]
    why: str
    short: bool = False


# Days that share neither weekday, month nor year: what they agree on does not depend on the day of publication.
_ANY = (date(2001, 6, 15), date(2004, 12, 31), date(2010, 1, 5), date(2015, 9, 27), date(2016, 2, 29))
_QUOTED = _Origin(_ANY, "quoted words: the text does not date the day they were said")
_OPEN = _Origin(_ANY, "the words leave open whether it lies before or after publication")
_UNKNOWN = _Origin(_ANY, "the text gives no day of publication")
_SHORT = timedelta(days=31)

Meaning = tuple[VagueDate | None, str]


def _published(anchor: VagueDate | None) -> _Origin:
    """Return the days on which the text may have been published."""
    if anchor is None:
        return _UNKNOWN
    if anchor.day is not None:
        return _Origin((anchor.day,), f"counted from publication, {anchor}")
    b = anchor.bounds
    if b.start is not None and b.end is not None:
        return _Origin((b.start, b.end), f"counted from publication, {anchor}", b.end - b.start <= _SHORT)
    m = re.fullmatch(r"XXXX-(\d\d)(?:-(\d\d))?", anchor.edtf)
    if m is None:
        return _Origin(_ANY, f"of the day of publication the text gives only {anchor}")
    month, day = int(m[1]), m[2]
    years = [y for y in range(2001, 2013) if day != "29" or month != 2 or y % 4 == 0]
    days = [(1, monthrange(y, month)[1]) if day is None else (int(day),) for y in years]
    dates = tuple(date(y, month, d) for y, in_month in zip(years, days, strict=True) for d in in_month)
    return _Origin(dates, f"of the day of publication the text gives only {anchor}")


def _single(core: _Core, relation: str, ahead: bool, origin: _Origin) -> Meaning:
    """Return the date that a core and its preposition mean."""
    if core.form == "slashed":
        return _slashed(core, relation)
    fixed = core.year is not None
    if not fixed and not ahead and relation in ("by", "until") and core.form in ("day", "month", "weekday"):
        origin = _OPEN  # "were told to leave by Friday": the Friday may lie before or after publication
    found = [_related(_value(core, day, ahead), core, relation) for day in origin.days]
    edtf = _agreed(found, origin)
    how = _wording(core, relation) if fixed else _counted_from(core, edtf, origin, ahead)
    return (VagueDate(edtf) if edtf is not None else None), how


def _counted_from(core: _Core, edtf: str | None, origin: _Origin, ahead: bool) -> str:
    if edtf is None or "XXXX" in edtf:
        return origin.why if edtf is None else f"as written, without the year; {origin.why}"
    if core.form in ("day", "month") and not core.which:
        return f"year: the {'next' if ahead else 'latest'}; {origin.why}"
    return origin.why


def _wording(core: _Core, relation: str) -> str:
    if core.form == "year" and relation in ("by", "until") and not core.part:
        return f'as written; "{relation} {core.year}" may mean before that year begins or before it ends'
    return f'as written; "{core.part}" is not counted' if core.part and not core.ends else "as written"


def _slashed(core: _Core, relation: str) -> Meaning:
    """Day and month stand in either order: only a number above 12 tells which is which."""
    a, b = core.day or 0, core.month or 0
    pairs = [(m, d) for m, d in ((b, a), (a, b)) if _of_the_calendar(replace(core, month=m, day=d))]
    if not pairs or (len(pairs) == 2 and a != b):
        return None, "as written; day and month may stand in either order" if pairs else "no day of the calendar"
    edtf = _related(f"{core.year}-{pairs[0][0]:02}-{pairs[0][1]:02}", core, relation)
    return (VagueDate(edtf) if edtf else None), "as written"


def _agreed(found: list[str | None], origin: _Origin) -> str | None:
    """Return what all possible days of publication agree on: the whole date, or the date without its year."""
    texts = [f for f in found if f is not None]
    if len(texts) < len(found) or not texts:
        return None
    if len(set(texts)) == 1:
        return texts[0]
    yearless = {re.sub(r"\d{4}(?=-)", "XXXX", t) for t in texts}
    if len(yearless) == 1 and "XXXX" in (one := yearless.pop()):
        return one
    bounds = [VagueDate(t).bounds for t in texts]
    starts, ends = [b.start for b in bounds if b.start], [b.end for b in bounds if b.end]
    if origin.short and len(starts) == len(ends) == len(texts):
        return VagueDate.between(min(starts), max(ends)).edtf
    return None


def _related(value: str | None, core: _Core, relation: str) -> str | None:
    """Fold the preposition into the date: "by 2019" is `../2019`, "before October 2019" `../2019-09-30`."""
    if value is None:
        return None
    first, _, last = value.partition("/")
    last = last or first
    bounds = VagueDate(value).bounds
    one = timedelta(days=1)
    if relation in ("by", "until"):
        return f"../{bounds.end}" if core.ends else f"../{last}"
    if relation == "since":
        return f"{bounds.end if core.ends else first}/.."
    if relation == "before" and bounds.start is not None:
        return f"../{(bounds.end if core.ends and bounds.end else bounds.start - one)}"
    if relation == "after" and bounds.end is not None:
        return f"{bounds.end + one}/.."
    return value + "~" if relation == "about" and "/" not in value and not value.endswith("~") else value


def _value(core: _Core, today: date, ahead: bool) -> str | None:
    """Return the date of a core, without its preposition, when counted from `today`."""
    if core.form in ("numeric", "day"):
        return _day_value(core, today, ahead)
    if core.form == "month":
        return _month_value(core, today, ahead)
    if core.form == "weekday":
        return _weekday_value(core, today, ahead)
    if core.form == "part-of-year":
        year = core.year or today.year + {"last": -1, "this": 0, "next": 1}[core.which]
        size = 3 if core.unit == "quarter" else 6
        first = 1 + size * ((core.n or 1) - 1)
        return f"{year}-{first:02}/{year}-{first + size - 1:02}"
    if core.form in ("year", "season"):
        return str(core.year)
    if core.form == "decade":
        return f"{(core.year or 0) // 10}X"
    if core.form == "years":
        return f"{core.year}/{core.last_day}"
    return _relative_value(core, today)


def _day_value(core: _Core, today: date, ahead: bool) -> str | None:
    month, day = core.month or 1, core.day or 1
    year = core.year
    if year is None:
        step = 1 if ahead else -1
        near = [y for y in range(today.year, today.year + 9 * step, step) if day <= monthrange(y, month)[1]]
        fits = [y for y in near if (date(y, month, day) >= today if ahead else date(y, month, day) <= today)]
        if not fits:
            return None
        year = fits[0]
    head = f"{year}-{month:02}"
    return f"{head}-{day:02}/{head}-{core.last_day:02}" if core.last_day else f"{head}-{day:02}"


def _month_value(core: _Core, today: date, ahead: bool) -> str:
    month = core.month or 1
    if core.year is not None:
        return f"{core.year}-{month:02}"
    if core.which == "this":
        return f"{today.year}-{month:02}"
    if core.which == "next" or (ahead and core.which != "last"):
        behind = month < today.month or (core.which == "next" and month == today.month)
        return f"{today.year + behind}-{month:02}"
    coming = month > today.month or (core.which == "last" and month == today.month)
    return f"{today.year - coming}-{month:02}"


def _weekday_value(core: _Core, today: date, ahead: bool) -> str:
    monday = today - timedelta(days=today.weekday())
    n = core.n or 0
    if core.unit:
        return (monday + timedelta(days=n, weeks={"last": -1, "this": 0, "next": 1}[core.unit])).isoformat()
    if core.which == "this":
        return (monday + timedelta(days=n)).isoformat()
    back = (today.weekday() - n) % 7
    if core.which == "next" or (ahead and core.which == ""):
        forward = (n - today.weekday()) % 7
        return (today + timedelta(days=forward or (7 if core.which == "next" else 0))).isoformat()
    return (today - timedelta(days=back or (7 if core.which in ("last", "past") else 0))).isoformat()


def _relative_value(core: _Core, today: date) -> str | None:
    if core.form == "today":
        return (today + timedelta(days=core.n or 0)).isoformat()
    if core.form == "weekend":
        sunday = today - timedelta(days=(today.weekday() + 1) % 7 or 7)
        return f"{sunday - timedelta(days=1)}/{sunday}"
    if core.form == "ago":
        back = _shifted(today, -(core.n or 0), core.unit)
        return back if core.unit == "day" and not core.part else f"{back}~"
    if core.form == "recent":
        n = core.n if core.n is not None else 1
        if core.unit.endswith("s") and core.n is None:
            return None
        forward = core.which in ("next", "coming")
        other = _last_day(_shifted(today, n if forward else -n, core.unit, whole=True))
        return f"{today}/{other}" if forward else f"{other}/{today}"
    return _unit_value(core, today)


def _unit_value(core: _Core, today: date) -> str | None:
    """Return "last week", "this year", "earlier this month", "the end of the year"."""
    turn = {"last": -1, "previous": -1, "past": -1, "next": 1}.get(core.which, 0)
    if core.unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=turn)
        first, last = monday, monday + timedelta(days=6)
    elif core.unit == "quarter":
        start = _plus_months(today.replace(day=1, month=(today.month - 1) // 3 * 3 + 1), 3 * turn)
        return f"{start.isoformat()[:7]}/{_plus_months(start, 2).isoformat()[:7]}"
    elif core.unit == "month":
        first = _plus_months(today.replace(day=1), turn)
        last = first.replace(day=monthrange(first.year, first.month)[1])
    else:
        first, last = date(today.year + turn, 1, 1), date(today.year + turn, 12, 31)
    if core.part.startswith("earlier") and turn == 0:
        return f"{first}/{today}" if first < today else today.isoformat()
    if core.part.startswith("later") and turn == 0:
        return f"{today}/{last}" if today < last else today.isoformat()
    if core.unit == "week":
        return f"{first}/{last}"
    return first.isoformat()[: 7 if core.unit == "month" else 4]


def _plus_months(day: date, n: int) -> date:
    """Return the same day n months on; a day the month lacks becomes its last."""
    year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_DAYS = {"day": 1, "week": 7}


def _shifted(day: date, n: int, unit: str, *, whole: bool = False) -> str:
    """Return the date n units on, as exactly as the unit counts: days for days and weeks, else months or years."""
    if unit in _DAYS:
        return (day + timedelta(days=n * _DAYS[unit])).isoformat()
    there = _plus_months(day, n * _MONTHS[unit]).isoformat()
    return there if whole else there[: 7 if unit in ("month", "quarter") else 4]


def _last_day(edtf: str) -> str:
    return str(VagueDate(edtf).bounds.end)


def _length(core: _Core, before: DateExpression | None, origin: _Origin) -> Meaning:
    """Return the end of a length of time that runs from the date before it in the sentence."""
    n, unit = core.n or 0, core.unit
    if core.which in ("before", "after"):
        return None, "counted from something that happened, which is not dated here"
    if before is None:
        return None, "a length of time; the sentence does not say from which day it runs"
    if before.edtf is None or before.relation not in ("in", "about"):
        return None, f'runs from "{before.span.text}", which is no day'
    if "XXXX" in before.edtf.edtf:
        return None, f'runs from "{before.span.text}", whose year the text does not give; {origin.why}'
    bounds, exact = before.edtf.bounds, before.edtf.day is not None
    if bounds.start is None or bounds.end is None:
        return None, f'runs from "{before.span.text}", which is no day'
    if core.form == "within":
        there = _shifted(bounds.end, n, unit, whole=exact or unit in _DAYS)
        return VagueDate(f"../{there}"), f'counted from "{before.span.text}"'
    there = _shifted(bounds.start, -n if core.which == "earlier" else n, unit)
    return VagueDate(there if unit == "day" and exact else there + "~"), f'counted from "{before.span.text}"'


# --- what stands around it ---------------------------------------------------------------------------------------


def _relation(shown: str, core: _Core, words: _Words) -> tuple[int, str]:
    """Return where the preposition begins and what it means; `in` and the core's own start where none stands."""
    m = words.relation.search(shown[: core.start])
    if m is None or core.form in ("ago", "recent"):
        return core.start, "in"
    relation = words.relations[re.sub(" +", " ", m[1].lower())]
    if m[1].lower() == "from" and words.made.search(shown[: m.start()]):
        return m.start(), "in"
    return m.start(), relation


def _clause_before(shown: str, at: int) -> str:
    """Return the words of the clause in which a date stands, up to the date."""
    left = shown[:at]
    cut = max(left.rfind(mark) for mark in (",", ";", ":", '"', "“", "”", "(", " that ", " and ", " but "))
    return left[cut + 1 :]


def _mate(shown: str, cores: list[_Core], at: int) -> _Core | None:
    """Return the other end of a run of dates that begins here: "from January to March 2020"."""
    if at + 1 >= len(cores):
        return None
    first, second = cores[at], cores[at + 1]
    if first.form not in _RUNS or second.form not in _RUNS or first.last_day or second.last_day:
        return None
    between = shown[first.end : second.start].strip().lower()
    opener = re.search(r"(from|between)(?: +the)? *$", shown[: first.start], re.I)
    if opener is None:
        return second if between == "-" else None
    wanted = ("and",) if opener[1].lower() == "between" else ("to", "until", "till", "through", "-")
    return second if between.removesuffix(" the").split(" ")[0] in wanted and len(between) < 12 else None


_RUNS = frozenset({"numeric", "day", "month", "year", "weekday"})


def _framed(shown: str, first: _Core, second: _Core) -> tuple[int, int]:
    m = re.search(r"(?<!\w)(?:from|between)(?: +the)? *$", shown[: first.start], re.I)
    return (m.start() if m else first.start), second.end


def _range(first: _Core, second: _Core, origin: _Origin) -> Meaning:
    """Return a run of dates; the first end takes month and year from the second where it has none."""
    if first.year is None and second.year is not None:
        later = (first.month or 0) > (second.month or 0)
        first = replace(first, year=second.year - later)
    found: list[str | None] = []
    for day in origin.days:
        last = _value(second, day, ahead=False)
        until = VagueDate(last).bounds.end if last else None
        start = _value(first, until or day, ahead=False)
        found.append(_joined(start, last))
    edtf = _agreed(found, origin)
    if edtf is None:
        return None, "the ends of the run do not fit each other" if second.year is not None else origin.why
    return VagueDate(edtf), "as written" if second.year is not None else origin.why


def _joined(start: str | None, last: str | None) -> str | None:
    if start is None or last is None:
        return None
    try:
        return VagueDate(f"{start}/{last}").edtf
    except ValueError:  # the second end lies before the first: no run
        return None
