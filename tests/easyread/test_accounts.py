"""Who asks."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory

from easyread.accounts import account_of
from portal.users.models import User


def test_what_is_done_is_done_by_an_account(rf: RequestFactory, co_chair: User) -> None:
    request = rf.get("/")
    request.user = AnonymousUser()
    with pytest.raises(PermissionDenied):
        account_of(request)
    request.user = co_chair
    assert account_of(request) == co_chair
