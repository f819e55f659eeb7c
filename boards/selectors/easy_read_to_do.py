"""What is to do for the easy read of an agenda or minutes."""

from django.urls import reverse

from boards.selectors.to_do_line import ToDo
from easyread.enums import EasyReadState
from easyread.selectors import EasyReadLink


def easy_read_to_do(page_id: int, link: EasyReadLink, of_what: str) -> ToDo | None:
    """The next step, one click away; nothing for an easy read that readers have checked."""
    if link.state == EasyReadState.NONE:
        start = reverse("easyread_admin:start", args=[page_id])
        return ToDo(f"Make an easy read of the {of_what}", start, "soon")
    if link.state == EasyReadState.IN_PREPARATION:
        edit = reverse("wagtailadmin_pages:edit", args=[link.pk])
        return ToDo(f"Finish the easy read of the {of_what}", edit, "soon")
    if link.state == EasyReadState.OUT_OF_DATE:
        changes = reverse("easyread_admin:changes", args=[link.pk])
        return ToDo(f"The {of_what} changed: bring that into the easy read", changes, "soon")
    if link.state == EasyReadState.READY:
        readers = reverse("easyread_admin:readers", args=[link.pk])
        return ToDo(f"Have readers check the easy read of the {of_what}", readers)
    return None
