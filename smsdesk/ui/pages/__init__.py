"""One module a page: it shows, asks, and calls services; pages do not know each other."""
