"""What staff see of vacancies beside the models' own pages: boards, what was read of them, merges, marketplaces."""
