"""Bodies in kramdown with GitHub's additions, as Jekyll configures it."""
