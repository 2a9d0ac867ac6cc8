"""Models that feed lists and tables; they hold frozen values and touch no database."""
