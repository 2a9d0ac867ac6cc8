"""SQLite through sqlite-utils: one module for each family of tables."""
