"""Pure values and rules: no input or output, no Qt; the clock is passed in."""
