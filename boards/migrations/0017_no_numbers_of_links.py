from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("boards", "0016_links_that_were_sent")]

    operations = [migrations.RemoveField(model_name="actionpoint", name="link_number")]
