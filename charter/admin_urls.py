from django.urls import path

from charter.signing import admin as signing
from charter.versions import admin
from charter.views import matrix

app_name = "charter_admin"
urlpatterns = [
    path("", matrix.matrix, name="matrix"),
    path("signing/", signing.signing, name="signing"),
    path("signing/<key:board_id>/", signing.board_signing, name="board_signing"),
    path("signing/<key:board_id>/remind/", signing.remind, name="remind"),
    path("signing/<key:board_id>/take-over/<key:sign_up_id>/", signing.take_over, name="take_over"),
    path("signing/<key:board_id>/<slug:key>/", signing.step, name="step"),
    path("versions/", admin.versions, name="versions"),
    path("versions/begin/<key:charter_id>/", admin.begin, name="begin"),
    path("versions/<key:version_id>/", admin.version, name="version"),
    path("versions/<key:version_id>/words/", admin.words, name="words"),
    path("versions/<key:version_id>/principles/", admin.new_principle, name="new_principle"),
    path("versions/<key:version_id>/compare/", admin.compare, name="compare"),
    path("versions/<key:version_id>/in-force/", admin.put_in_force, name="put_in_force"),
    path("versions/<key:version_id>/unplan/", admin.unplan, name="unplan"),
    path("versions/<key:version_id>/drop/", admin.drop, name="drop"),
    path("versions/<key:version_id>/correct/", admin.correct, name="correct"),
    path("principles/<key:principle_id>/", admin.principle, name="principle"),
    path("principles/<key:principle_id>/remove/", admin.remove_principle, name="remove_principle"),
    path(
        "principles/<key:principle_id>/move/<str:way>/",
        admin.move_principle,
        name="move_principle",
    ),
    path("<key:board_id>/<key:principle_id>/", matrix.open_cell, name="cell"),
]
