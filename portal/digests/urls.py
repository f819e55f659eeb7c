from django.urls import path

from portal.digests import views

app_name = "digests"
urlpatterns = [
    path("", views.archive, name="archive"),
    path("leave/<uuid:token>/", views.leave, name="leave"),
    path("<slug:slug>/<key:edition_id>/", views.edition, name="edition"),
]
