"""The gallery: every widget in every state and theme, for who works on the window; its words are examples."""
