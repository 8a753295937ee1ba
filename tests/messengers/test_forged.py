"""What does not come from the provider is refused, and leaves nothing."""

from __future__ import annotations

import itertools
import random
import string
from collections.abc import Iterator

from tests.messengers.apps import App, TelegramApp, TwilioApp, WhatsApp
from tests.providers.meta import Meta
from tests.providers.telegram import Telegram
from tests.providers.twilio import Twilio
from tests.providers.webhooks import Post

FORGED = 1000
SIGNATURES = {
    "whatsapp": "X-Hub-Signature-256",
    "twilio": "X-Twilio-Signature",
    "telegram": "X-Telegram-Bot-Api-Secret-Token",
}
LETTERS = string.ascii_letters + string.digits + "+/=_-"


def stranger(app: App) -> App:
    """The same app before a provider with other secrets, or at another address."""
    other = {"whatsapp": WhatsApp, "twilio": TwilioApp, "telegram": TelegramApp}[app.name]()
    other.fake = {
        "whatsapp": Meta("another secret"),
        "twilio": Twilio(f"{app.fake.public_url}?" if app.name == "twilio" else "", "another"),
        "telegram": Telegram(secret="another-secret"),
    }[app.name]
    return other


def forged(app: App, who: str) -> Iterator[Post]:
    """Messages in the name of `who` that the provider did not send, without end."""
    chance, name, other = random.Random(7), SIGNATURES[app.name], stranger(app)
    before = app.text(who, "多謝").headers[name]
    while True:
        post = app.text(who, "租金可唔可以claim？")
        given = post.headers[name]
        yield other.text(who, "租金可唔可以claim？")
        yield signed(post, name, None)
        for wrong in (*odd(given), changed(given, chance), *([before] * (before != given))):
            yield signed(post, name, wrong)
        if app.name != "telegram":  # whose token says nothing of the body
            yield Post(post.body + b" ", post.headers)


def odd(given: str) -> tuple[str, ...]:
    return "", given[:-1], f"{given}=", given.swapcase(), given[::-1], f"{given}, x", f"x{given}"


def changed(given: str, chance: random.Random) -> str:
    place = chance.randrange(len(given))
    letter = chance.choice(LETTERS.replace(given[place], ""))
    return given[:place] + letter + given[place + 1 :]


def signed(post: Post, name: str, signature: str | None) -> Post:
    """The same with another signature, or with none."""
    headers = {each: value for each, value in post.headers.items() if each != name}
    return Post(post.body, headers if signature is None else {**headers, name: signature})


def test_nothing_that_was_forged_is_accepted(visitor, app, posting, records):
    counted = [records.count(table) for table in ("messages", "contacts", "conversations")]
    posts = itertools.islice(forged(app, visitor.who), FORGED)
    assert set(posting(app, posts, at_once=8)) == {403}
    assert visitor.messages() == []
    assert counted == [records.count(table) for table in ("messages", "contacts", "conversations")]
    assert len(visitor.asks("多謝").texts) == 2


def test_what_is_signed_for_one_app_is_nothing_to_another(apps, posting, records):
    counted = records.count("messages")
    for name, other in itertools.permutations(apps, 2):
        post = apps[name].text(apps[name].somebody(), "多謝")
        assert posting(apps[other], [post]) == [403]
    assert records.count("messages") == counted
