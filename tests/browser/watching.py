"""Watching a browser: what must not happen on any page, whatever the test looks at."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

NETWORK_SCHEMES = {"http", "https", "ws", "wss"}


@dataclass
class Watch:
    """What went wrong in a browser context that belongs to one site.

    ``may_be_missing`` holds the paths that a test opens although they answer with 4xx.
    """

    site: str
    complaints: list[str] = field(default_factory=list)
    may_be_missing: set[str] = field(default_factory=set)

    def follow(self, context: BrowserContext) -> None:
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("request", self._request)
        context.on("response", self._response)

    def _is_expected(self, address: str) -> bool:
        return urlsplit(address).path in self.may_be_missing

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not self._is_expected(message.location["url"]):
            self.complaints.append(f"console: {message.text} ({message.location['url']})")

    def _error(self, error: WebError) -> None:
        self.complaints.append(f"page: {error.error}")

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in NETWORK_SCHEMES and parts.netloc != urlsplit(self.site).netloc:
            self.complaints.append(f"asked another host: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 500:
            self.complaints.append(f"{response.status}: {response.url}")
