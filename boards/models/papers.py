"""Papers: files that belong to an agenda."""

from wagtail.documents.models import AbstractDocument, Document


class Paper(AbstractDocument):
    """A file in a board's collection. The model is our own from the start so that it can grow."""

    admin_form_fields = Document.admin_form_fields
