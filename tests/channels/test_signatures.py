"""What a provider signed is taken; nothing that was forged is, and odd headers break nothing."""

import hashlib
import hmac
import random
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from multidict import MultiDict
from twilio.request_validator import RequestValidator

from bot.channels.signatures import form_fields, is_from_meta, is_from_telegram, is_from_twilio
from tests.channels.payloads.samples import as_form, as_json, samples

SECRET = "5d41402abc4b2a76b9719d911017c592"
URL = "https://advisor.example.hk/webhooks/twilio?channel=whatsapp"
BODIES = [as_json(each) for each in samples("whatsapp").values()]
FORMS = [as_form(each) for each in samples("twilio").values()]
FORGED = 1000
ODD_HEADERS = [
    None,
    "",
    " ",
    "sha256=",
    "sha256",
    "=",
    "\0",
    "💥",
    "sha256=💥",
    "\ud83d",
    "ÿ" * 64,
    "a" * 100_000,
    "sha256=" + "0" * 64,
]


def by_meta(body, secret=SECRET):
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def by_twilio(body, url=URL, token=SECRET):
    return RequestValidator(token).compute_signature(url, MultiDict(form_fields(body)))


def changed(chance, text, letters):
    """`text` with one letter replaced, put in, taken out, or cut there."""
    place, letter = chance.randrange(len(text)), chance.choice(letters)
    before, after = text[:place], text[place + 1 :]
    ways = (before + letter + after, before + letter + text[place:], before + after, before)
    return chance.choice([each for each in ways if each != text] or [text + letter])


def changed_bytes(chance, body):
    place = chance.randrange(len(body))
    return body[:place] + bytes([body[place] ^ (1 << chance.randrange(8))]) + body[place + 1 :]


@pytest.mark.parametrize("body", [b"", b"\xff\0", *BODIES])
def test_what_meta_signed_is_taken(body):
    assert is_from_meta(SECRET, body, by_meta(body))


def test_of_a_thousand_forgeries_of_meta_none_is_taken():
    chance = random.Random(256)
    for number in range(FORGED):
        body = chance.choice(BODIES)
        good = by_meta(body)
        given = (
            (body, changed(chance, good, string.hexdigits)),
            (changed_bytes(chance, body), good),
            (body, by_meta(body, changed(chance, SECRET, string.hexdigits))),
            (
                body,
                chance.choice((good.upper(), good[7:], "SHA256=" + good[7:], "sha1=" + good[7:])),
            ),
            (body, chance.choice((f"{good},{good}", f" {good}", f"{good}\n", good + "0"))),
        )[number % 5]
        assert not is_from_meta(SECRET, *given), given


@pytest.mark.parametrize("form", [b"", *FORMS])
def test_what_twilio_signed_is_taken(form):
    assert is_from_twilio(SECRET, URL, form, by_twilio(form))


def test_blank_and_repeated_fields_are_signed_too():
    form = b"Body=&MediaUrl0=&Tag=b&Tag=a&Tag=&Body=%E8%B3%87%E5%8A%A9+1"
    assert is_from_twilio(SECRET, URL, form, by_twilio(form))
    assert not is_from_twilio(SECRET, URL, form, by_twilio(b"Tag=b&Body=%E8%B3%87%E5%8A%A9+1"))


def test_twilios_published_example_is_taken():
    """Twilio, "Webhooks Security": token 12345 and the five fields of a call."""
    url = "https://mycompany.com/myapp.php?foo=1&bar=2"
    form = (
        b"CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234"
        b"&From=%2B14158675309&To=%2B18005551212"
    )
    assert is_from_twilio("12345", url, form, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")


def test_twilio_may_sign_with_the_port():
    form = FORMS[0]
    with_port = "https://advisor.example.hk:443/webhooks/twilio?channel=whatsapp"
    assert is_from_twilio(SECRET, URL, form, by_twilio(form, with_port))
    assert is_from_twilio(SECRET, with_port, form, by_twilio(form, URL))


def test_of_a_thousand_forgeries_of_twilio_none_is_taken():
    chance = random.Random(1)
    letters = string.ascii_letters + string.digits + "+/"
    for number in range(FORGED):
        form = chance.choice(FORMS)
        good = by_twilio(form)
        fields = form.split(b"&")
        fields.pop(chance.randrange(len(fields)))
        given = (
            (URL, form, changed(chance, good, letters)),
            (URL, form + f"&Extra{number}=1".encode(), good),
            (URL, b"&".join(fields), good),
            (changed(chance, URL, string.ascii_lowercase), form, good),
            (URL, form, by_twilio(form, token=changed(chance, SECRET, string.hexdigits))),
            (URL, form, by_twilio(form, URL.replace("https", "http"))),
            (URL, form, chance.choice((f"{good},{good}", f" {good}", good.lower(), good[:-1]))),
        )[number % 7]
        assert not is_from_twilio(SECRET, *given), given


FIELDS = st.lists(st.tuples(st.sampled_from("ABC"), st.text(max_size=4)), max_size=6)


@settings(max_examples=500, deadline=None)
@given(FIELDS, FIELDS)
def test_twilios_own_validator_agrees(sent, signed):
    encoded = as_form(sent)
    signature = by_twilio(as_form(signed))
    theirs = RequestValidator(SECRET).validate(URL, MultiDict(form_fields(encoded)), signature)
    assert is_from_twilio(SECRET, URL, encoded, signature) == theirs


def test_the_token_of_telegram_is_taken():
    assert is_from_telegram("A-token_9", "A-token_9")


def test_of_a_thousand_forgeries_of_telegram_none_is_taken():
    chance = random.Random(7)
    letters = string.ascii_letters + string.digits + "_- ,é"
    for _ in range(FORGED):
        assert not is_from_telegram(SECRET, changed(chance, SECRET, letters))


@pytest.mark.parametrize("given", ODD_HEADERS)
def test_an_odd_header_is_a_wrong_one(given):
    assert not is_from_meta(SECRET, BODIES[0], given)
    assert not is_from_twilio(SECRET, URL, FORMS[0], given)
    assert not is_from_telegram(SECRET, given)


def test_a_secret_that_is_not_configured_matches_nothing():
    assert not is_from_meta("", BODIES[0], by_meta(BODIES[0], ""))
    assert not is_from_twilio("", URL, FORMS[0], by_twilio(FORMS[0], token=""))
    assert not is_from_telegram("", "")
    assert not is_from_telegram("", None)


@settings(max_examples=500, deadline=None)
@given(st.binary(max_size=80), st.text(max_size=40) | st.none())
def test_no_body_and_no_header_raises(body, given):
    assert not is_from_meta(SECRET, body, given)
    assert not is_from_twilio(SECRET, URL, body, given)
