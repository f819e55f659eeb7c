from django.urls import path

from easyread.views import files, gallery, jargon, public, wishes

app_name = "easyread"
urlpatterns = [
    path("jargon-buster/", jargon.jargon_buster, name="jargon_buster"),
    path("jargon-buster/<slug:slug>/", jargon.jargon_word, name="jargon_word"),
    path("pictures/", gallery.pictures, name="pictures"),
    path("ask-for/<key:page_id>/", public.ask_for_format, name="ask"),
    path("ask-for/<key:page_id>/thank-you/", public.asked, name="asked"),
    path("how-to-read/", wishes.how_to_read, name="how_to_read"),
    path("easy-read-changes/<key:page_id>/", wishes.changes, name="changes"),
    path("easy-read-files/<key:page_id>/<slug:kind>/", files.easy_read_file, name="file"),
]
