"""Public pages of easy read and its screens in the admin, one subject a file."""
