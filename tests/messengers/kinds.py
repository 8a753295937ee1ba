"""Everything that can be sent beside a text: with an answer, and without one."""

from __future__ import annotations

from typing import Any

from tests.messengers.apps import App
from tests.providers.webhooks import Post

VCARD = {"contacts": [{"name": {"formatted_name": "Chan"}, "phones": [{"phone": "+852 5000"}]}]}
WHATSAPP = {
    "voice": {"audio": {"id": "1", "mime_type": "audio/ogg; codecs=opus", "voice": True}},
    "image": {"image": {"id": "1", "mime_type": "image/jpeg", "caption": "呢部機得唔得"}},
    "video": {"video": {"id": "1", "mime_type": "video/mp4"}},
    "document": {"document": {"id": "1", "filename": "quote.pdf", "mime_type": "application/pdf"}},
    "sticker": {"sticker": {"id": "1", "mime_type": "image/webp", "animated": False}},
    "location": {"location": {"latitude": 22.3, "longitude": 114.2, "name": "HKPC"}},
    "contact": VCARD,
    "unknown": {"hologram": {"id": "1"}},
}
TELEGRAM = {
    "voice": {"voice": {"file_id": "1", "file_unique_id": "1", "duration": 3}},
    "image": {"photo": [{"file_id": "1", "width": 90, "height": 90}], "caption": "呢部機得唔得"},
    "video": {"video_note": {"file_id": "1", "length": 240, "duration": 3}},
    "document": {"document": {"file_id": "1", "file_name": "quote.pdf"}},
    "sticker": {"sticker": {"file_id": "1", "type": "regular", "width": 512, "height": 512}},
    "location": {"location": {"latitude": 22.3, "longitude": 114.2}},
    "contact": {"contact": {"phone_number": "+85250000000", "first_name": "Chan"}},
    "unknown": {"hologram": {"file_id": "1"}},
}
TWILIO = {
    "voice": {"NumMedia": "1", "MediaContentType0": "audio/ogg", "MediaUrl0": "https://x.hk/1"},
    "image": {"NumMedia": "1", "MediaContentType0": "image/jpeg", "Body": "呢部機得唔得"},
    "video": {"NumMedia": "1", "MediaContentType0": "video/mp4", "MessageType": "video"},
    "document": {"NumMedia": "1", "MediaContentType0": "application/pdf"},
    "sticker": {"NumMedia": "1", "MediaContentType0": "image/webp", "MessageType": "sticker"},
    "location": {"Latitude": "22.3", "Longitude": "114.2", "MessageType": "location"},
    "contact": {"NumMedia": "1", "MediaContentType0": "text/vcard", "MessageType": "contacts"},
    "unknown": {"MessageType": "hologram"},
}
NAMES = tuple(WHATSAPP)
TYPES = {"voice": "audio", "contact": "contacts", "unknown": "hologram"}
REACTION = {"reaction": {"message_id": "wamid.X", "emoji": "👍"}}
EDIT = {"edit": {"original_message_id": "wamid.X", "message": {"type": "text"}}}


def sent(app: App, who: str, name: str) -> Post:
    """A message of a kind that the advisor cannot read."""
    if app.name == "whatsapp":
        return _whatsapp(app, who, TYPES.get(name, name), WHATSAPP[name])
    if app.name == "twilio":
        return app.fake.message(who.removeprefix("whatsapp:"), **TWILIO[name])
    return app.fake.message(TELEGRAM[name], int(who))


def ignored(app: App, who: str) -> list[Post]:
    """What gets no answer: reactions, groups, edited messages."""
    if app.name == "whatsapp":
        in_group = {"group_id": "g1", "text": {"body": "大家好"}}
        return [
            _whatsapp(app, who, "reaction", REACTION),
            _whatsapp(app, who, "edit", EDIT),
            _whatsapp(app, who, "text", in_group),
        ]
    if app.name == "twilio":
        number = who.removeprefix("whatsapp:")
        return [app.fake.message(number, MessageType="reaction", Body="👍")]
    return _ignored_of_telegram(app, who)


def _whatsapp(app: App, who: str, type_: str, content: dict[str, Any]) -> Post:
    return app.fake.message({"type": type_, **content}, who)


def _ignored_of_telegram(app: App, who: str) -> list[Post]:
    person = {"id": int(who), "is_bot": False, "first_name": "Chan", "language_code": "zh-hant"}
    private = {"id": int(who), "type": "private", "first_name": "Chan"}
    group = {"id": -int(who), "type": "group", "title": "廠商"}
    about = {"message_id": 7, "date": 1441645532, "from": person}
    reaction = {"chat": private, "message_id": 7, "date": 1, "user": person, "new_reaction": []}
    return [
        app.fake.post("edited_message", {**about, "chat": private, "text": "租金", "edit_date": 1}),
        app.fake.post("message", {**about, "chat": group, "text": "大家好"}),
        app.fake.post("message_reaction", reaction),
        app.fake.post("channel_post", {**about, "chat": {"id": -1, "type": "channel"}}),
    ]
