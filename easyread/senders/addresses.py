"""Telling senders apart without keeping who they are."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

NETWORK = 64  # what one household has of IPv6: all of it is one sender


def sender_of(request: HttpRequest) -> str:
    """A code for where the request came from: always the same, and only we can make it."""
    return coded("address", _network(_address(request)))


def coded(kind: str, text: str) -> str:
    """A code for a text that must not be kept; other kinds give the same text other codes."""
    return salted_hmac(f"senders.{kind}", text, algorithm="sha256").hexdigest()[:40]


def _address(request: HttpRequest) -> str:
    """What the last of our own proxies saw. Before that everybody can write what they like."""
    told = [request.META.get(name, "") for name in ("HTTP_X_FORWARDED_FOR", "REMOTE_ADDR")]
    seen = [one.strip() for one in ",".join(told).split(",") if one.strip()]
    return seen[-(settings.TRUSTED_PROXIES + 1) :][0] if seen else ""


def _network(text: str) -> str:
    """An IPv4 address, or the network of an IPv6 address; "" for all that are neither."""
    try:
        address = _parsed(text)
    except ValueError:
        return ""
    if isinstance(address, IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(IPv6Network((int(address), NETWORK), strict=False))


def _parsed(text: str) -> IPv4Address | IPv6Address:
    """Some proxies write the port too: 192.0.2.1:4711, [2001:db8::1]:4711."""
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    return ip_address(text)
