"""Whether something that belongs to withheld posts only stands in what is published."""
