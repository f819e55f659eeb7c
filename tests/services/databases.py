"""Which tests CI asks of SQLite too, after PostgreSQL: where a database answers in its own way.

Chosen by reading what the code under test leaves to the database. Words, pages, rights and pure
parts are asked once: they get the same rows from both.
"""

RULES = (  # constraints, numbers that are too large, signs that cannot be stored
    "tests/project/test_constraints.py",
    "tests/project/test_addresses.py",
    "tests/portal/digests/test_editions.py::test_editions_",
    "tests/boards/views/test_action_filters.py::test_bytes_",
    "tests/boards/services/test_matters.py::test_nonsense_",
    "tests/easyread/services/test_survey.py::test_nonsense_",
    "tests/easyread/views/test_jargon_buster.py::test_two_words_with_one_address_",
    "tests/portal/test_small_answers.py::test_a_database_",
    "tests/portal/test_small_answers.py::test_the_health_",
)
ORDER_AND_SEARCH = (  # rows without a value, letters, large and small
    "tests/portal/test_search.py",
    "tests/boards/selectors/test_lists.py",
    "tests/boards/views/test_lists_of_pages.py",
    "tests/boards/services/test_matters.py::test_waiting_",
    "tests/boards/services/test_topics.py",
    "tests/boards/services/test_record_minutes.py::test_topics_",
    "tests/easyread/views/test_jargon_buster.py::test_a_word_is_found_",
    "tests/easyread/views/test_jargon_buster.py::test_all_words_",
    "tests/easyread/views/test_jargon_buster.py::test_initials_",
    "tests/boards/selectors/test_senate.py::test_seats_",
)
TIMES_AND_SUMS = (  # days that SQL reckons with, rows that it counts
    "tests/portal/digests/test_windows.py",
    "tests/boards/selectors/test_parity.py",
    "tests/boards/services/test_deadlines.py::test_punctuality_",
    "tests/boards/services/test_reminders.py::test_the_owner_",
    "tests/boards/services/test_reminders.py::test_what_is_late_",
    "tests/easyread/selectors/test_states.py::test_the_state_",
    "tests/charter/test_versions.py",
)
WRITTEN_IN_BULK = (  # what is there already is left or changed by the database itself
    "tests/boards/services/test_record_minutes.py::test_publishing_minutes_",
    "tests/boards/services/test_record_minutes.py::test_an_action_that_leaves_",
    "tests/boards/services/test_deadlines.py::test_setting_",
    "tests/boards/services/test_deadlines.py::test_a_planned_",
    "tests/boards/services/test_deadlines.py::test_a_moved_",
    "tests/easyread/services/test_survey.py::test_counting_",
    "tests/easyread/services/test_survey.py::test_initials_are_counted_",
    "tests/easyread/services/test_files.py::test_the_same_files_",
    "tests/portal/digests/test_editions.py::test_the_readers_",
)
LOCKS = (  # two at once
    "tests/boards/services/test_letters.py::test_two_turns_",
    "tests/boards/services/test_letters.py::test_a_letter_is_sent_",
    "tests/boards/services/test_letters.py::test_what_a_dead_",
    "tests/portal/digests/test_sending.py::test_a_copy_that_another_",
    "tests/portal/digests/test_sending.py::test_a_copy_whose_sender_",
    "tests/portal/digests/test_sending.py::test_regular_work_",
    "tests/portal/digests/test_editions.py::test_a_beat_",
    "tests/portal/digests/test_editions.py::test_each_due_",
    "tests/boards/services/test_packs.py::test_the_same_pack_",
    "tests/boards/services/test_packs.py::test_what_was_changed_while_",
    "tests/boards/old_minutes/test_archives.py::test_only_one_",
    "tests/boards/old_minutes/test_archives.py::test_a_failure_",
    "tests/easyread/services/test_files.py::test_words_that_change_while_",
)
SQL_OF_OUR_OWN = (
    "tests/boards/services/test_trail.py",
    "tests/boards/services/test_trail_spoilt.py",
    "tests/project/test_house.py::test_models_and_migrations_",
    "tests/portal/test_demo.py::test_any_size_",
)
ON_EACH_DATABASE = (
    *RULES,
    *ORDER_AND_SEARCH,
    *TIMES_AND_SUMS,
    *WRITTEN_IN_BULK,
    *LOCKS,
    *SQL_OF_OUR_OWN,
)
