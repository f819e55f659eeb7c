from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("boards", "0006_the_trail_is_kept")]

    operations = [
        migrations.RemoveConstraint(model_name="member", name="member_role_known"),
        migrations.AlterField(
            model_name="member",
            name="role",
            field=models.CharField(
                choices=[
                    ("co_chair_officer", "Co-chair (council officer)"),
                    ("co_chair_citizen", "Co-chair (citizen)"),
                    ("secretary", "Secretary"),
                    ("facilitator", "Facilitator"),
                    ("representative", "Representative"),
                    ("member", "Member"),
                ],
                default="member",
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="member",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "role__in",
                        [
                            "co_chair_officer",
                            "co_chair_citizen",
                            "secretary",
                            "facilitator",
                            "representative",
                            "member",
                        ],
                    )
                ),
                name="member_role_known",
                violation_error_message="Choose what the person does on the board.",
            ),
        ),
    ]
