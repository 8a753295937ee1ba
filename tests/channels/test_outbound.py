"""The requests to the providers, as httpx would send them."""

from __future__ import annotations

import json
import logging
from email import message_from_bytes, policy
from typing import Any
from urllib.parse import parse_qsl

import httpx
import pytest
from twilio.base.values import unset
from twilio.http import HttpClient
from twilio.http.response import Response
from twilio.rest import Client

from bot.channels import telegram_outbound, twilio_outbound, whatsapp_outbound
from bot.channels.messenger import Option, Part
from bot.channels.provider_request import ProviderRequest
from tests.providers.meta_rules import broken_read_rule, broken_rule

PHONE, USER = "85290000000", "HK.13491208655302741918"
PNG = b"\x89PNG\r\n\x1a\n--boundary\r\n\x00"
OPTIONS = (Option("7.0", "短"), Option("7.1", "Does a machine…", "Does a machine count?"))
PARTS = {
    "text": Part("text", "你好 https://example.org"),
    "buttons": Part("buttons", "揀", OPTIONS),
    "list": Part("list", "揀", OPTIONS, "睇選項"),
    "image": Part("image", "資助額", image={"kind": "calculation"}),
}


def sent(request: ProviderRequest) -> httpx.Request:
    return httpx.Request(
        "POST",
        f"https://provider.example{request.path}",
        json=request.json,
        data=request.form,
        files=request.files or None,
    )


def body(request: ProviderRequest) -> Any:
    return json.loads(sent(request).content)


def fields(request: ProviderRequest) -> dict[str, Any]:
    """The parts of a multipart body: (file name, media type, content) of a file, else its text."""
    http = sent(request)
    head = f"Content-Type: {http.headers['content-type']}\r\n\r\n".encode()
    form = message_from_bytes(head + http.read(), policy=policy.HTTP)
    found: dict[str, Any] = {}
    for part in form.iter_parts():  # type: ignore[attr-defined]
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        file = part.get_filename()
        found[name] = (file, part.get_content_type(), content) if file else content.decode()
    return found


@pytest.mark.parametrize("kind", list(PARTS))
@pytest.mark.parametrize("address", [PHONE, f"+{PHONE}", USER, "HK.ENT.11815799212886844830"])
def test_meta_takes_every_kind_of_part_to_every_kind_of_address(kind: str, address: str) -> None:
    request = whatsapp_outbound.send("106540352242922", address, PARTS[kind], "4490709327384033")

    assert request.path == "/106540352242922/messages"
    assert broken_rule(body(request)) is None


def test_a_visitor_without_a_telephone_number_is_the_recipient() -> None:
    assert body(whatsapp_outbound.send("1", USER, PARTS["text"]))["recipient"] == USER
    assert body(whatsapp_outbound.send("1", PHONE, PARTS["text"]))["to"] == PHONE


def test_the_options_of_meta_come_back_by_their_ids() -> None:
    buttons = body(whatsapp_outbound.send("1", PHONE, PARTS["buttons"]))["interactive"]["action"]
    rows = body(whatsapp_outbound.send("1", PHONE, PARTS["list"]))["interactive"]["action"]

    assert buttons["buttons"][1]["reply"] == {"id": "7.1", "title": "Does a machine…"}
    assert rows["button"] == "睇選項"
    assert rows["sections"][0]["rows"] == [
        {"id": "7.0", "title": "短"},
        {"id": "7.1", "title": "Does a machine…", "description": "Does a machine count?"},
    ]


def test_a_picture_is_uploaded_to_meta_and_then_sent_with_its_caption() -> None:
    upload = whatsapp_outbound.upload("106540352242922", PNG)
    message = whatsapp_outbound.send("106540352242922", PHONE, PARTS["image"], "449")

    assert upload.path == "/106540352242922/media"
    assert fields(upload) == {
        "messaging_product": "whatsapp",
        "type": "image/png",
        "file": ("card.png", "image/png", PNG),
    }
    assert body(message)["image"] == {"id": "449", "caption": "資助額"}


def test_a_message_is_shown_as_read_and_being_answered() -> None:
    request = whatsapp_outbound.read_and_typing("106540352242922", "wamid.HBgL")

    assert broken_read_rule(body(request)) is None
    assert request.path == "/106540352242922/messages"
    assert body(request) == {
        "messaging_product": "whatsapp",
        "status": "read",
        "message_id": "wamid.HBgL",
        "typing_indicator": {"type": "text"},
    }


class Listening(HttpClient):
    """Twilio's own client, up to where it would use the network."""

    def __init__(self) -> None:
        super().__init__(logging.getLogger(__name__), is_async=False)

    def request(self, method: str, url: str, **more: Any) -> Response:  # type: ignore[override]
        self.heard = (method, url, more["data"])
        return Response(201, "{}")


@pytest.mark.parametrize("callback", ["", "https://advisor.example/status"])
@pytest.mark.parametrize("prefix", ["", "whatsapp:"])
def test_twilio_hears_the_same_as_from_its_own_client(prefix: str, callback: str) -> None:
    ours = twilio_outbound.send("AC1", f"{prefix}+1415", f"{prefix}+852", PARTS["text"], callback)
    listening = Listening()
    Client("AC1", "token", http_client=listening).messages.create(
        from_="whatsapp:+1415",
        to="whatsapp:+852",
        body=PARTS["text"].text,
        status_callback=callback or unset,
    )
    method, url, data = listening.heard

    assert (method, url) == ("POST", f"https://api.twilio.com{ours.path}")
    assert dict(parse_qsl(sent(ours).read().decode())) == data


def test_twilio_is_sent_the_words_of_a_picture() -> None:
    form = twilio_outbound.send("AC1", "+1", "+2", PARTS["image"]).form

    assert form == {"From": "whatsapp:+1", "To": "whatsapp:+2", "Body": "資助額"}


def test_telegram_is_sent_plain_text_without_a_preview() -> None:
    request = telegram_outbound.send("123", PARTS["text"])

    assert request.path == "/sendMessage"
    assert body(request) == {
        "chat_id": "123",
        "text": "你好 https://example.org",
        "link_preview_options": {"is_disabled": True},
    }


def test_short_options_of_telegram_stand_beside_one_another() -> None:
    names = ["係", "唔係", "未肯定", "一個幾長幾長幾長幾長嘅選項掣", "短"]
    options = tuple(Option(f"7.{index}", name) for index, name in enumerate(names))
    rows = body(telegram_outbound.send("1", Part("buttons", "？", options)))["reply_markup"]

    assert [[each["text"] for each in row] for row in rows["inline_keyboard"]] == [
        ["係", "唔係", "未肯定"],
        ["一個幾長幾長幾長幾長嘅選項掣"],
        ["短"],
    ]
    assert rows["inline_keyboard"][1][0]["callback_data"] == "7.3"


def test_a_picture_is_uploaded_to_telegram_with_its_caption() -> None:
    request = telegram_outbound.send("-100", PARTS["image"], PNG)

    assert request.path == "/sendPhoto"
    assert fields(request) == {
        "chat_id": "-100",
        "caption": "資助額",
        "photo": ("card.png", "image/png", PNG),
    }


def test_telegram_shows_that_an_answer_is_written_and_that_a_press_arrived() -> None:
    typing, answer = telegram_outbound.typing("1"), telegram_outbound.answer_callback("4382bfdw")

    assert (typing.path, body(typing)) == ("/sendChatAction", {"chat_id": "1", "action": "typing"})
    assert answer.path == "/answerCallbackQuery"
    assert body(answer) == {"callback_query_id": "4382bfdw"}
