"""Screens of the admin for those who write easy reads, one subject a file."""
