from django.db import migrations


def find_collections(apps, schema_editor):
    """Until now a board's collection was found by the number at the end of its name."""
    BoardPage = apps.get_model("boards", "BoardPage")
    Collection = apps.get_model("wagtailcore", "Collection")
    for board in BoardPage.objects.filter(collection=None):
        found = Collection.objects.filter(name__endswith=f" ({board.pk})").order_by("pk").first()
        if found is not None:
            BoardPage.objects.filter(pk=board.pk).update(collection=found)


class Migration(migrations.Migration):
    dependencies = [("boards", "0009_what_belongs_to_a_board")]

    operations = [migrations.RunPython(find_collections, migrations.RunPython.noop)]
