"""Which WhatsApp business account is ours, and where its API is."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class WhatsAppAccount:
    """Everything that Meta's developer page shows of one business phone number."""

    token: str = field(repr=False)
    """Opens the Graph API: sent as a bearer with every request."""
    phone_id: str
    """The id of our number (not the number itself): whose messages we send and receive."""
    business_id: str
    """The id of the WhatsApp Business Account, to which templates belong."""
    app_secret: str = field(repr=False)
    """Signs every webhook."""
    verify_token: str = field(repr=False)
    """What Meta must know when it asks whether the webhook's address is ours."""
    api_base: str
    """Such as `https://graph.facebook.com`, without the version and without a slash at the end."""
    api_version: str
    """Such as `v26.0`."""

    @property
    def root(self) -> str:
        """What every address of the API begins with."""
        return f"{self.api_base}/{self.api_version}"
