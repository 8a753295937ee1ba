"""What is behind the gateway: one line for each server, with the addresses that it answers."""

from dataclasses import dataclass

from bot.settings import Settings


@dataclass(frozen=True)
class Upstream:
    """A server on this machine that answers everything below `prefix`.

    `prefix` has no slash at the end, `url` neither; other methods than `methods` are refused.
    `for_other_sites` tells that pages of the origins in the settings may talk with it.
    """

    name: str
    prefix: str
    url: str
    methods: tuple[str, ...]
    for_other_sites: bool = False


def upstreams(settings: Settings) -> tuple[Upstream, ...]:
    """Return the table of what the gateway passes on."""
    website = Upstream(
        "rasa", "/webhooks/website", settings.rasa_url, ("GET", "POST"), for_other_sites=True
    )
    messengers = (
        Upstream("rasa", f"/webhooks/{name}", settings.rasa_url, ("GET", "POST"))
        for name in settings.messengers
    )
    return (website, *messengers)
