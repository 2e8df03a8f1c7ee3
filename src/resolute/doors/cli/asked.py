"""The options of `resolute check` as one Conduct."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Any

from resolute.ground.conduct import Conduct
from resolute.ground.errors import FieldRefused, WrongCall
from resolute.ground.forms import from_json
from resolute.ground.goods import find_goods
from resolute.ground.quantity import find_quantities
from resolute.intake.conducts import value_of

__all__ = ["Flags", "conduct_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flags:
    """The options as typed."""

    act: str | None = None
    mode: str = "does"
    actor_state: str | None = None
    actor_kind: str | None = None
    goods: tuple[str, ...] = ()
    quantity: str | None = None
    origin: str | None = None
    from_: str | None = None
    to: str | None = None
    party: tuple[str, ...] = ()
    vessel: tuple[str, ...] = ()
    on: str | None = None
    fact: tuple[str, ...] = ()

    @property
    def given(self) -> bool:
        """Whether any option says a conduct."""
        return any(getattr(self, f.name) != f.default for f in fields(self))


def conduct_of(flags: Flags) -> Conduct:
    """Return the Conduct. Raises WrongCall that names the option."""
    if flags.act is None:
        raise WrongCall("nothing to check; wanted a file, or --act with what is done. See resolute check --help.")
    plain = {"on": flags.on, "origin": flags.origin, "from": flags.from_, "to": flags.to}
    data: dict[str, Any] = {"act": flags.act, "mode": flags.mode, **{k: v for k, v in plain.items() if v is not None}}
    data["actor"] = {k: v for k, v in (("state", flags.actor_state), ("kind", flags.actor_kind)) if v is not None}
    data["goods"] = [_good(g) for g in flags.goods]
    data["parties"] = [_party(p) for p in flags.party]
    data["vessels"] = [_vessel(v) for v in flags.vessel]
    data["facts"] = dict(_fact(f) for f in flags.fact)
    if flags.quantity:
        data["quantity"] = _quantity(flags.quantity)
    try:
        return from_json(Conduct, data)
    except FieldRefused as e:
        raise WrongCall(
            f"--{str(e.path[0] if e.path else 'act').replace('_', '-')}: {e.found}; wanted {e.wanted}."
        ) from e


def _good(text: str) -> dict[str, str]:
    if re.fullmatch(r"\d{2,10}", text):
        return {"hs": text}
    found = find_goods(text)
    headings = found[0].goods.headings if found else ()
    heading = headings[0] if len(headings) == 1 else None  # words of several headings settle none
    return {"text": text, **({"hs": heading} if heading else {})}


def _party(text: str) -> dict[str, Any]:
    role, _, rest = text.partition(":")
    state, _, listed = rest.partition(":")
    return {
        "role": role,
        **({"state": state} if state else {}),
        **({"designated_by": [o for o in listed.split(",") if o]} if listed else {}),
    }


def _vessel(text: str) -> dict[str, str]:
    flag, _, name = text.partition(":")
    return {**({"flag": flag} if flag else {}), **({"name": name} if name else {})}


def _fact(text: str) -> tuple[str, Any]:
    key, sign, value = text.partition("=")
    if not sign or not key:
        raise WrongCall(f'--fact: "{text}" is no answer; wanted key=yes, key=no or key=500.')
    return key, value_of(value)


def _quantity(text: str) -> dict[str, Any]:
    found = find_quantities(text)
    if len(found) != 1:
        raise WrongCall(f'--quantity: "{text}" is no amount; wanted one, as "5000 t" or "at least 300 bbl".')
    q = found[0].quantity
    return {"min": q.min, "max": q.max, "unit": q.unit, "approximate": q.approximate}
