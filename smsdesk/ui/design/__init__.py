"""How the window looks: measures, colours, the style sheet and icons; nothing here knows a page."""
