"""The admin's screens for boards: translate, call once, translate back. One noun a file."""
