"""The stages of the decision: exact keys first, then what two postings say, then what their texts share. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from apps.vacancies.identity import titles
from apps.vacancies.identity.blocking import is_requisition
from apps.vacancies.identity.comparison import COPIED_WORDS, SAME_TEXT, Pair, compare
from apps.vacancies.identity.decision import Decision, MergeKind, new, surest
from apps.vacancies.identity.exact import by_exact_key
from apps.vacancies.identity.fingerprint import Fingerprint

_ABOUT_THE_SAME_TIME = timedelta(days=60)
_TITLES_NEAR = 0.5
_ALWAYS_OPEN = 3  # reposts
_PERIODICALS = frozenset({"hackernews"})  # a board of theirs is one issue; the next one is a new board


def decide(new: Fingerprint, candidates: Sequence[Fingerprint]) -> Decision:
    """The surest merge any candidate gives, else `new`, perhaps with a proposal. The order of the candidates decides
    only between equally sure ones."""
    return surest(_compare(new, old, at) for at, old in enumerate(candidates))


def _compare(posting: Fingerprint, old: Fingerprint, at: int) -> Decision:
    exact = by_exact_key(posting, old, at)
    if exact is not None:
        return exact
    if (difference := _told_apart(posting, old)) is not None:
        return new(0.95, difference, {"stage": "rules"})
    pair = compare(posting, old, at)
    if _share_board(posting, old) and not _is_of_two_employers(pair):
        return _same_board(pair)
    if pair.title == "level":
        return pair.new_one(0.95, "another level")
    if pair.place == "apart":
        return pair.new_one(0.95, "another place")
    if pair.company == "unknown":
        return pair.new_one(0.9, "the employer is not known")
    if pair.title or pair.place != "same":
        return _misfit(pair)
    return _other_company(pair) if pair.company != "same" else _elsewhere(pair)


def _told_apart(posting: Fingerprint, old: Fingerprint) -> str | None:
    """What the sources say in fields of their own that makes two jobs of them, or None."""
    kinds = {posting.employment_type, old.employment_type} - {""}
    if len(kinds) > 1:
        return "another kind of employment"
    if not posting.title_key or not old.title_key:
        return "no title"
    if posting.requisition_id and old.requisition_id and posting.requisition_id != old.requisition_id:
        return "another requisition"
    return None


def _share_board(posting: Fingerprint, old: Fingerprint) -> bool:
    """One board, or two ids of one vendor that hosts both: there, two ids are two openings."""
    if (posting.source, posting.board.casefold()) == (old.source, old.board.casefold()):
        return True
    vendors = {one.vendor.partition(":")[0] for one in (posting, old)}
    return len(vendors) == 1 and vendors != {""}


def _is_of_two_employers(pair: Pair) -> bool:
    """On an aggregator, where an agency's copy stands beside the employer's posting; no vendor hosts either."""
    return pair.company == "other" and not pair.new.vendor and not pair.old.vendor


def _same_board(pair: Pair) -> Decision:
    """One board, two ids. Both open: two openings, unless one requisition is listed once per place. The old one closed:
    perhaps posted again."""
    if pair.title or pair.company not in ("same", "alike"):
        return pair.new_one(0.95, "another title on one board")
    requisition = pair.new.requisition_id
    is_one = is_requisition(requisition) and requisition == pair.old.requisition_id
    if not _is_over(pair):
        if is_one and pair.alike is not None and pair.alike >= SAME_TEXT:
            kind: MergeKind = "cross_post" if pair.place == "same" else "many_places"
            return pair.merge(kind, 0.95, "one requisition with one text, listed more than once by its board")
        return pair.new_one(0.7, "two openings side by side on one board")
    if pair.place != "same":
        return pair.new_one(0.9, "another place")
    if is_one:
        return pair.merge(_again(pair), 0.95, "the same requisition again after it was closed")
    if pair.text == "copy":
        return pair.merge(_again(pair), _sureness(pair), "the same text again after it was closed")
    if pair.text == "maybe":
        return pair.propose(
            _again(pair), 0.6, "the same title again after it was closed, and some of the text"
        )
    return pair.new_one(0.6, "the same title, but another text")


def _is_over(pair: Pair) -> bool:
    """The old posting was closed, or stands in another issue: each employer is in an issue once."""
    is_issue = pair.new.source == pair.old.source and pair.new.source in _PERIODICALS
    return pair.old.is_closed or (is_issue and pair.new.board != pair.old.board)


def _again(pair: Pair) -> MergeKind:
    always = pair.old.reposts >= _ALWAYS_OPEN or titles.is_always_open(pair.new.title_key)
    return "evergreen" if always else "repost"


def _sureness(pair: Pair) -> float:
    """Of a copy: more for runs and words that are all there."""
    return min(0.99, 0.8 + 0.1 * pair.runs + 0.1 * pair.words)


def _elsewhere(pair: Pair) -> Decision:
    """One employer, title and place on two boards: a copy shares its text; without texts it must be recent."""
    kind: MergeKind = _again(pair) if pair.old.is_closed else "cross_post"
    if pair.text == "copy":
        return pair.merge(kind, _sureness(pair), "the same text elsewhere")
    if pair.text == "maybe":
        return pair.propose(kind, 0.6, "the same title and place, and some of the text")
    if pair.text == "other":
        return pair.new_one(0.7, "the same title, but another text")
    dates = pair.new.posted_at, pair.old.posted_at
    if pair.new.key != pair.old.key or not dates[0] or not dates[1]:
        return pair.new_one(0.5, "no text and no date to compare")
    if abs(dates[0] - dates[1]) <= _ABOUT_THE_SAME_TIME:
        return pair.merge(kind, 0.75, "the same employer, title and places at about the same time")
    return pair.new_one(0.5, "no text to compare, and months between them")


def _other_company(pair: Pair) -> Decision:
    """One title and place under two names: a copy by an agency has the employer's text, a branch's perhaps the brand's."""
    kind: MergeKind = "cross_post" if pair.company == "alike" else "agency_copy"
    if pair.old.is_closed and kind == "cross_post":
        kind = _again(pair)
    if pair.text == "copy":
        return pair.merge(kind, _sureness(pair) - 0.05, "the same text under another name")
    if pair.text == "maybe":
        return pair.propose(kind, 0.5, "much of the text under another name")
    return pair.new_one(0.95, "another employer")


def _misfit(pair: Pair) -> Decision:
    """Title or places don't fit. Only a text that is the same all through makes it worth a person's look."""
    told = "the titles" if pair.title else "the places"
    if pair.title and (
        pair.place != "same" or titles.nearness(pair.new.title_key, pair.old.title_key) < _TITLES_NEAR
    ):
        return pair.new_one(0.95, "another title")
    if pair.alike is not None and pair.alike >= SAME_TEXT and pair.words >= COPIED_WORDS:
        kind: MergeKind = "agency_copy" if pair.company == "other" else "cross_post"
        return pair.propose(kind, 0.5 + 0.3 * (pair.alike - SAME_TEXT), f"the same text, but {told} differ")
    return pair.new_one(0.95, f"{told} differ")
