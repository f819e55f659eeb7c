"""Every address of the portal."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as wagtaildocs_urls

from boards.views.admin import audience
from portal.home import views as home

urlpatterns = [
    # In place of Wagtail's own window: closing and opening a page says why.
    path("admin/pages/<int:page_id>/privacy/", require_admin_access(audience.leads_on)),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("look.css", home.look, name="look"),
    path("health/", home.health, name="health"),
    path("robots.txt", home.robots, name="robots"),
    path("search/", include("portal.search.urls")),
    path("digests/", include("portal.digests.urls")),
    path("charter/", include("charter.urls")),
    # Uploaded pictures are public; papers go through Wagtail's view, which asks who may see them.
    path("media/images/<path:path>", home.uploaded_picture),
    path("", include("boards.urls")),
    path("", include("easyread.urls")),
    path("", include(wagtail_urls)),
]

handler400 = "portal.home.views.bad_request"
handler404 = "portal.home.views.not_found"
handler500 = "portal.home.views.server_error"
