"""Marketplaces: clients with their profiles and scores, proposals, and the limits of a member's key there."""
