"""Bodies in kramdown and Liquid, as Jekyll reads them: text in, HTML out."""
