"""The pieces that pages are made of; each looks right by itself in both palettes."""
