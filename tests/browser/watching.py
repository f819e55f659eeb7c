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
    sent: set[str] = field(default_factory=set)  # paths that a form was sent to

    def follow(self, context: BrowserContext) -> None:
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("request", self._request)
        context.on("response", self._response)

    def _is_expected(self, address: str) -> bool:
        return urlsplit(address).path in self.may_be_missing

    def _is_overtaken(self, message: ConsoleMessage) -> bool:
        """Wagtail saves by itself while one types. It refuses that with 400, as it should, when
        Publish was quicker and has sent the same words."""
        path = urlsplit(message.location["url"]).path
        return "400 (Bad Request)" in message.text and path in self.sent

    def _console(self, message: ConsoleMessage) -> None:
        expected = self._is_expected(message.location["url"]) or self._is_overtaken(message)
        if message.type == "error" and not expected:
            self.complaints.append(f"console: {message.text} ({message.location['url']})")

    def _error(self, error: WebError) -> None:
        self.complaints.append(f"page: {error.error}")

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if request.method == "POST" and request.is_navigation_request():
            self.sent.add(parts.path)
        if parts.scheme in NETWORK_SCHEMES and parts.netloc != urlsplit(self.site).netloc:
            self.complaints.append(f"asked another host: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 500:
            self.complaints.append(f"{response.status}: {response.url}")
