"""The admin's screens for digests: officers see editions and what became of each copy."""

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from portal.digests.models import Delivery, DigestList, Edition, Subscriber
from portal.digests.selectors import deliveries, editions, subscribers


class DigestListViewSet(SnippetViewSet):
    model = DigestList
    icon = "mail"
    menu_label = "Lists"
    list_display = ["name", "cadence", "follows_the_senate"]


class SubscriberViewSet(SnippetViewSet):
    model = Subscriber
    icon = "user"
    menu_label = "Subscribers"
    list_display = ["email", "name", "list", "state"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Subscriber]:
        return subscribers()


class EditionViewSet(SnippetViewSet):
    model = Edition
    icon = "doc-full"
    menu_label = "Editions"
    list_display = ["list", "period_start", "period_end", "state"]
    panels = [FieldPanel("state")]  # all else is kept as it was sent
    ordering = ["-period_end"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Edition]:
        return editions()


class DeliveryViewSet(SnippetViewSet):
    model = Delivery
    icon = "mail"
    menu_label = "Deliveries"
    list_display = ["edition", "subscriber", "state", "sent_at", "answer"]
    list_filter = ["state"]
    panels = [FieldPanel("state")]  # all else is kept as it was sent

    def get_queryset(self, request: HttpRequest) -> QuerySet[Delivery]:
        return deliveries()


class DigestGroup(SnippetViewSetGroup):
    items = (DigestListViewSet, SubscriberViewSet, EditionViewSet, DeliveryViewSet)
    menu_label = "Digests"
    menu_icon = "mail"
    menu_order = 400
