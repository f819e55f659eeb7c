from django.urls import path

from boards.views.slugs import following_names
from charter.signing import public
from charter.views import boards, versions

app_name = "charter"
urlpatterns = [
    path("boards/<slug:slug>/", following_names(boards.board_charter), name="board"),
    path("boards/<slug:slug>/sign/", following_names(public.sign), name="sign"),
    path(
        "boards/<slug:slug>/answered/<slug:answer>/",
        following_names(public.answered),
        name="answered",
    ),
    path(
        "boards/<slug:slug>/certificate/<key:number>/",
        following_names(public.certificate),
        name="certificate",
    ),
    path(
        "boards/<slug:slug>/certificate/<key:number>.pdf",
        following_names(public.certificate_pdf),
        name="certificate_pdf",
    ),
    path("sign/<str:token>/", public.sign_by_link, name="sign_by_link"),
    path("versions/<key:number>/", versions.version, name="version"),
    path("versions/<key:number>/changes/", versions.changes, name="changes"),
]
