"""What changed in the full version since its easy read was made, for everyone to see."""

from time import process_time

from django.test import Client
from django.urls import reverse

from boards.models import MeetingPage, MinutesPage
from easyread.models import EasyReadPage, EasyReadRecord
from easyread.selectors import changes_of
from portal.home.models import HomePage
from portal.users.models import User
from tests.borough import make_easy_read, make_minutes, publish_again, restrict, text_block
from tests.services.kept import kept


def changes(page_id: int) -> str:
    return reverse("easyread:changes", args=[page_id])


@kept
def easy_read(minutes: MinutesPage) -> EasyReadPage:
    return make_easy_read(minutes)


def test_readers_see_what_is_new_and_never_what_was_taken_out(
    client: Client, minutes: MinutesPage, easy_read: EasyReadPage
) -> None:
    unchanged = client.get(changes(easy_read.pk)).content.decode()
    assert "Nothing has changed." in unchanged
    assert changes(easy_read.pk) not in client.get(easy_read.url).content.decode()
    publish_again(minutes, text_block("We talked about <b>trains</b> & trams."))
    shown = client.get(changes(easy_read.pk)).content.decode()
    new, gone = shown.index("New</h2>"), shown.index("were taken out, or changed.")
    assert new < shown.index("We talked about trains &amp; trams.") < gone
    assert "We talked about buses." not in shown
    assert "Nothing has changed." not in shown
    assert changes(easy_read.pk) in client.get(easy_read.url).content.decode()


def test_a_name_that_was_taken_out_stays_out(
    client: Client, minutes: MinutesPage, co_chair: User
) -> None:
    publish_again(minutes, text_block("We talked."), text_block("Robin Vale has lost a job."))
    easy_read = make_easy_read(minutes)
    publish_again(minutes, text_block("We talked."))
    shown = client.get(changes(easy_read.pk)).content.decode()
    assert "Some words of the full version were taken out." in shown
    assert "Robin Vale" not in shown
    assert "New</h2>" not in shown
    client.force_login(co_chair)
    own = reverse("easyread_admin:changes", args=[easy_read.pk])
    assert "<del>Robin Vale has lost a job.</del>" in client.get(own).content.decode()


def test_a_text_that_is_all_new_is_compared_at_once(minutes: MinutesPage) -> None:
    """Comparing every line with every other by its letters took minutes: anybody may ask."""
    easy_read = make_easy_read(minutes)
    said = [f"We talked about bus {number} in the evening and the rain." for number in range(400)]
    EasyReadRecord.objects.filter(easy_read=easy_read).update(source=said)
    publish_again(minutes, *(text_block(each.replace("bus", "tram")) for each in said))
    begun = process_time()
    found = changes_of(EasyReadPage.objects.get(pk=easy_read.pk))
    assert (len(found.gone), len(found.new)) == (400, 401)
    assert process_time() - begun < 2


def test_it_is_there_for_public_easy_reads_only(
    client: Client, held_meeting: MeetingPage, minutes: MinutesPage, easy_read: EasyReadPage
) -> None:
    assert client.get(changes(easy_read.pk)).status_code == 200
    for page_id in (minutes.pk, held_meeting.pk, 10**8, 0):
        assert client.get(changes(page_id)).status_code == 404
    restrict(minutes)
    assert client.get(changes(easy_read.pk)).status_code == 404


def test_drafts_show_nothing(client: Client, home: HomePage, held_meeting: MeetingPage) -> None:
    minutes = make_minutes(held_meeting)
    draft = make_easy_read(minutes, live=False)
    assert client.get(changes(draft.pk)).status_code == 404
    draft.save_revision().publish()
    assert client.get(changes(draft.pk)).status_code == 200
    MinutesPage.objects.filter(pk=minutes.pk).update(live=False)
    assert client.get(changes(draft.pk)).status_code == 404


def test_it_can_only_be_read(client: Client, easy_read: EasyReadPage) -> None:
    assert client.post(changes(easy_read.pk)).status_code == 405
