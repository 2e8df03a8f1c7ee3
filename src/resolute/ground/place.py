"""Places: ports, seas, crossings; degrees WGS 84, metres, the date line. The places stand in `tables/places.csv`."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache

from resolute.ground.errors import InputRefused, UnknownCode
from resolute.ground.rows import Row, read_csv, table
from resolute.ground.states import HIGH_SEAS, state, state_name
from resolute.ground.text import Phrase, Phrases

__all__ = ["Place", "PlaceMention", "distance_m", "find_places", "location_name", "place", "places", "state_of"]

COLUMNS = ("code", "name", "state", "kind", "trade", "lat", "lon", "aliases", "origin", "confidence")
KINDS = ("port", "anchorage", "transfer-area", "choke-point", "sea", "border", "site", "city", "region")
EARTH_RADIUS_M = 6_371_008.8
"""Mean radius of the GRS 80 ellipsoid; distances over a sphere of it are off by at most 0.6 per cent."""

_LOCATION = re.compile(r"(?P<state>[A-Z]{2})(?:[A-Z2-9]{3}|-[A-Z0-9]+(?:-[A-Z0-9]+)*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that reports name, with one position that stands for it: for a sea, a point well inside.

    `code` is a UN/LOCODE where it is known with certainty, else a code of this project, `KP-SINPO`. `state` is whose
    territory it is, `XZ` for waters of no State. `trade` says what a port is known for, in words.
    """

    code: str
    name: str
    state: str
    kind: str
    lat: float
    lon: float
    trade: str = ""
    aliases: tuple[str, ...] = ()
    origin: str = ""
    confidence: str = "M"


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Characters `start` to `end` name the place."""

    start: int
    end: int
    place: Place


def distance_m(a_lat: float, a_lon: float, b_lat: float, b_lon: float) -> float:
    """Return the great-circle distance in metres between two positions in degrees; the date line is no border."""
    a, b = math.radians(a_lat), math.radians(b_lat)
    half_lat, half_lon = (b - a) / 2, math.radians(b_lon - a_lon) / 2
    h = math.sin(half_lat) ** 2 + math.cos(a) * math.cos(b) * math.sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_M * math.asin(min(1.0, math.sqrt(h)))


def _read(row: Row) -> Place:
    """Read one row. Raises InputRefused with file and line."""
    try:
        lat, lon = float(row["lat"]), float(row["lon"])
    except ValueError:
        raise InputRefused(row.where, f'position "{row["lat"]}, {row["lon"]}"', "degrees") from None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise InputRefused(row.where, f"position {lat}, {lon}", "degrees, at most 90 and 180")
    if row["kind"] not in KINDS:
        raise InputRefused(row.where, f'kind "{row["kind"]}"', f"one of: {', '.join(KINDS)}")
    if state_of(row["code"]) != row["state"]:
        raise InputRefused(row.where, f'code "{row["code"]}"', f'a code that starts with its State, "{row["state"]}"')
    return Place(
        code=row["code"], name=row["name"], state=row["state"], kind=row["kind"], lat=lat, lon=lon,
        trade=row["trade"], aliases=tuple(filter(None, row["aliases"].split(";"))),
        origin=row["origin"], confidence=row["confidence"],
    )  # fmt: skip


@cache
def _places() -> dict[str, Place]:
    return {p.code: p for p in map(_read, read_csv(table("places.csv"), COLUMNS))}


def places() -> tuple[Place, ...]:
    """Return all places, in the order of the table."""
    return tuple(_places().values())


def place(code: str) -> Place:
    """Return the place of a code. Raises UnknownCode with the nearest known codes."""
    try:
        return _places()[code]
    except KeyError:
        raise UnknownCode((), code, _places(), "the code of a place") from None


@cache
def _phrases() -> Phrases[Place]:
    return Phrases(Phrase(words, p) for p in places() for words in (p.name, *p.aliases))


def find_places(text: str) -> list[PlaceMention]:
    """Return where the text names a place of the table, in the order of the text; capitals count.

    A name is taken for the place it most often means in this genre; another place of the same name looks the same.
    """
    return [PlaceMention(start, end, found) for start, end, found in _phrases().find(text)]


def state_of(location: str) -> str:
    """Return the State of a location: `RU`, `RUNJK` and `RU-KOZMINO` give `RU`; `XZ` is the high seas.

    Raises UnknownCode for what is no location, and for a State that the table does not know.
    """
    m = _LOCATION.fullmatch(location)
    if not m:
        raise UnknownCode((), location, _places(), "a location, as RU, RUNJK or RU-KOZMINO")
    code = m["state"]
    return code if code == HIGH_SEAS else state(code).code


def location_name(location: str) -> str:
    """Return a location in words: "Nakhodka, Russia", "Russia", "the high seas", "East China Sea".

    A code that the table does not know is shown as it stands, with its State. Raises UnknownCode as `state_of` does.
    """
    of = state_of(location)
    known = _places().get(location)
    if known is not None:
        return known.name if of == HIGH_SEAS else f"{known.name}, {state_name(of)}"
    return state_name(of) if location == of else f"{location}, {state_name(of)}"
