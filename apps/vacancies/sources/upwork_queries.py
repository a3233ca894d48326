"""What is asked of Upwork, in its own language. The shape is documented, never recorded: see docs/marketplace.md."""

from __future__ import annotations

from typing import Final

SEARCH: Final = """\
query Postings($filter: MarketplaceJobPostingsSearchFilter!) {
  marketplaceJobPostingsSearch(marketPlaceJobFilter: $filter) {
    totalCount
    edges {
      node {
        id
        title
        description
        skills
        budget { min max type }
        client { id name location totalSpent hireRate }
        createdAt
        applicationDeadline
      }
    }
  }
}
"""

CLIENT: Final = """\
query Client($id: ID!) {
  clientProfile(id: $id) {
    name
    company
    location
    totalSpent
    hireRate
    avgRating
    jobsPosted
    activeJobs
    reviews { rating comment date }
  }
}
"""

SUBMIT: Final = """\
mutation Submit($input: SubmitProposalInput!) {
  submitProposal(input: $input) {
    id
    status
    submittedAt
  }
}
"""
