"""“Sent mail”: what the demonstration would have mailed."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.mailbox import permissions, selectors

LIMIT = 200


@require_safe
def sent_mail(request: HttpRequest) -> HttpResponse:
    if not permissions.can_read_sent_mail(request.user):
        raise PermissionDenied
    mails = selectors.sent_mail(limit=LIMIT)
    return render(request, "mailbox/sent_mail.html", {"mails": mails})


@require_safe
def mail(request: HttpRequest, name: str) -> HttpResponse:
    if not permissions.can_read_sent_mail(request.user):
        raise PermissionDenied
    found = selectors.one_mail(name=name)
    if found is None:
        raise Http404
    return render(request, "mailbox/mail.html", {"mail": found})
