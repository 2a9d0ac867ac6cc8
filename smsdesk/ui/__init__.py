"""The window: Qt Widgets, thin over the services."""
