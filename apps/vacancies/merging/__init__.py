"""Which postings are one vacancy, said by staff: merging, its exact undoing, and the review of what the rules left open."""
