"""Odd bodies: samples with parts replaced, taken out, renamed, repeated, and bytes changed."""

import copy
import json
from typing import Any

from hypothesis import strategies as st

from tests.channels.payloads.samples import as_form, samples

ODD_TEXTS = ("", " ", "\0", "a\0b", "\ud83d", "\udc00x", "😀", "／", "9" * 400, "x" * 5000, "zh-HK")
ODD_NUMBERS = (0, -1, 2**31, 2**63, 10**30, 0.0, 1e308, -0.5, float("nan"), float("inf"))
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from(ODD_NUMBERS),
    st.sampled_from(ODD_TEXTS),
    st.text(max_size=8),
    st.sampled_from(([], {}, [None], [[]], [{}], {"id": {}}, {"type": []}, {"body": {"a": 1}})),
)


@st.composite
def odd_json(draw: st.DrawFn, provider: str) -> bytes:
    """A sample after some changes, as bytes of JSON, perhaps broken ones."""
    body = _sample(draw, provider)
    for _ in range(draw(st.integers(0, 4))):
        places = list(_places(body))
        _change(draw, *places[draw(st.integers(0, len(places) - 1))])
    return _damaged(draw, json.dumps(body).encode("utf-8"))


@st.composite
def odd_form(draw: st.DrawFn, provider: str) -> bytes:
    """A sample after some changes of its fields and bytes."""
    fields = as_form(_sample(draw, provider)).split(b"&")
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(fields) - 1))
        name = fields[place].partition(b"=")[0]
        odd = draw(st.sampled_from(ODD_FIELDS))
        changed = ([b""], [fields[place]] * 2, [name + b"=" + odd], [name], [odd + b"=1"])
        fields[place : place + 1] = changed[draw(st.integers(0, len(changed) - 1))]
    return _damaged(draw, b"&".join(fields))


ODD_FIELDS = (b"", b"%", b"%00", b"%ED%A0%BD", b"%FF", b"+", b"\xff", b"a;b", b"1" * 3000, b"-1")


def _sample(draw: st.DrawFn, provider: str) -> Any:
    bodies = samples(provider)
    return copy.deepcopy(bodies[draw(st.sampled_from(sorted(bodies)))])


def _places(body: Any) -> Any:
    """Every place in a body: who holds it, and its key or number."""
    items = body.items() if isinstance(body, dict) else enumerate(body)
    for place, held in list(items):
        yield body, place
        if isinstance(held, dict | list):
            yield from _places(held)
    if not body:
        yield (body, "added") if isinstance(body, dict) else (body, None)


def _change(draw: st.DrawFn, holder: Any, place: Any) -> None:
    how = draw(st.sampled_from(("replace", "remove", "rename", "repeat")))
    if place is None:
        holder.append(copy.deepcopy(draw(ODD)))
    elif how == "remove":
        holder.pop(place, None) if isinstance(holder, dict) else holder.pop(place)
    elif how == "rename" and isinstance(holder, dict):
        holder[draw(st.sampled_from(("type", "id", "messages", "", "text")))] = holder.get(place)
    elif how == "repeat" and isinstance(holder, list):
        holder.insert(0, copy.deepcopy(holder[place]))
    else:
        holder[place] = copy.deepcopy(draw(ODD))


def _damaged(draw: st.DrawFn, body: bytes) -> bytes:
    """Mostly whole; else cut, with a byte changed, or something put before it."""
    how = draw(st.integers(0, 19))
    if how == 17:
        return body[: draw(st.integers(0, len(body)))]
    if how == 18 and body:
        place = draw(st.integers(0, len(body) - 1))
        return body[:place] + bytes([draw(st.integers(0, 255))]) + body[place + 1 :]
    if how == 19:
        return draw(st.sampled_from((b"\xef\xbb\xbf", b"\xff\xfe", b"\0", b"[" * 5000))) + body
    return body
