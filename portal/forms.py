"""How every form field of the public site is drawn."""

from django.forms.renderers import TemplatesSetting


class PortalFormRenderer(TemplatesSetting):
    """Django's renderer with our templates (``templates/django/forms/``)."""
