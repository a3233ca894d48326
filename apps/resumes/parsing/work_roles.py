"""Which part of a job's head is the title, which the employer, which the place: by slot, or by cutting one line."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from apps.resumes.parsing import roles
from apps.resumes.parsing.entries import Entry, Piece, Slot

POSITION, COMPANY, PLACE = "position", "company", "location"
_ORDERS = (
    (POSITION, COMPANY, PLACE),
    (COMPANY, POSITION, PLACE),
    (COMPANY, PLACE, POSITION),
    (POSITION, COMPANY),
    (COMPANY, POSITION),
)


@dataclass(slots=True)
class Reading:
    """An entry with its head's texts by role."""

    entry: Entry
    by_role: dict[str, list[Piece]]

    def text(self, role: str) -> str:
        """The role's text, parts joined by commas."""
        return ", ".join(piece.text for piece in self.by_role.get(role, []))


def is_complete(texts: list[str]) -> bool:
    """Whether these head texts already name both a title and an employer; with a "" among them, beyond doubt."""
    parts = [part for text in texts for part in roles.fragments(text)]
    titles = [
        part for part in parts if roles.title_score(part) >= 0.8 and roles.organisation_score(part) < 1.5
    ]
    others = [part for part in parts if part not in titles and roles.place_score(part) < 1.0]
    if "" in texts:
        others = [part for part in others if roles.organisation_score(part) >= 0.7]
    return bool(titles) and bool(others)


def assign(found: list[Entry]) -> list[Reading]:
    """Give every piece its role; the same slot plays the same role throughout the section."""
    texts: dict[Slot, list[str]] = defaultdict(list)
    for entry in found:
        for piece in entry.pieces:
            texts[piece.slot].append(piece.text)
    core = _core_slots(found, texts)
    place = _place_slot(core, texts)
    rest = [slot for slot in core if slot != place]
    if (
        place
        and len(rest) == 1
        and 3 * sum(len(roles.fragments(text)) == 1 for text in texts[rest[0]]) >= 2 * len(texts[rest[0]])
    ):
        place, rest = None, core  # the title stands alone, so what ends in a place begins with the employer
    if len(rest) >= 2 and _says_all(texts[rest[0]], [text for slot in rest[1:] for text in texts[slot]]):
        rest = rest[:1]
    if len(rest) >= 2:
        mapping = _two_slots(rest, texts, employer_first=any(entry.inherits for entry in found))
        if place:
            mapping[place] = PLACE
        towns = next(
            (role for slot, role in mapping.items() if place is None and _end_in_towns(texts[slot], role)), ""
        )
        return [_by_slot(entry, mapping, towns=towns) for entry in found]
    return _by_split(found, rest[0] if rest else None, place)


def _says_all(first: list[str], others: list[str]) -> bool:
    """Whether the first slot names title and employer, and the other slots name neither."""
    whole = sum(is_complete([text, ""]) for text in first)
    names = sum(max(roles.title_score(text), roles.organisation_score(text)) >= 0.7 for text in others)
    return 3 * whole >= 2 * len(first) and 3 * names < len(others)


def _core_slots(found: list[Entry], texts: dict[Slot, list[str]]) -> list[Slot]:
    """Slots that a third of the entries fill, in the order they stand on the page."""
    full = [entry for entry in found if entry.pieces]
    order: list[Slot] = []
    for entry in sorted(full, key=lambda entry: -len(entry.pieces)):
        for piece in entry.pieces:
            if piece.slot not in order and 3 * len(texts[piece.slot]) >= len(full):
                order.append(piece.slot)
    position = {slot: _mean_position(found, slot) for slot in order}
    return sorted(order, key=lambda slot: position[slot])


def _end_in_towns(names: list[str], role: str) -> bool:
    """Whether employers or titles are written "Name, Town" throughout: most could be, and one town is known."""
    tails = [roles.fragments(name)[-1] for name in names if len(roles.fragments(name)) == 2]
    could = [tail for tail in tails if roles.place_score(tail) > 0]
    known = any(roles.place_score(tail) >= 1.2 for tail in could)
    return len(could) == len(names) > (1 if role == COMPANY else 2) or (
        known and 3 * len(could) >= 2 * len(names)
    )


def _mean_position(found: list[Entry], slot: Slot) -> float:
    at = [index for entry in found for index, piece in enumerate(entry.pieces) if piece.slot == slot]
    return sum(at) / len(at)


def _place_slot(core: list[Slot], texts: dict[Slot, list[str]]) -> Slot | None:
    def mean(slot: Slot) -> float:
        values = texts[slot]
        score = sum(
            place - 0.7 * roles.title_score(text) - (0.0 if place else 0.7 * roles.organisation_score(text))
            for text in values
            for place in (roles.place_score(text),)
        )
        return score / len(values) + (0.4 if slot.where == "side" else 0.0)

    if not core:
        return None
    best = max(reversed(core), key=mean)
    enough = len(core) >= 3 or best.where == "side"
    return best if mean(best) >= (0.2 if enough else 1.2) and len(core) > 1 else None


def _two_slots(rest: list[Slot], texts: dict[Slot, list[str]], *, employer_first: bool) -> dict[Slot, str]:
    best: tuple[float, Slot, Slot] | None = None
    for first in rest[:4]:
        for second in rest[:4]:
            if first == second:
                continue
            score = _mean(roles.title_score, texts[first]) - 0.6 * _mean(
                roles.organisation_score, texts[first]
            )
            score += _mean(roles.organisation_score, texts[second]) - 0.6 * _mean(
                roles.title_score, texts[second]
            )
            score -= 0.35 * (rest.index(first) + rest.index(second))
            score += 0.05 * (rest.index(second) < rest.index(first))
            score += 0.5 * (employer_first and second == rest[0])
            if best is None or score > best[0]:
                best = (score, first, second)
    assert best is not None
    return {best[1]: POSITION, best[2]: COMPANY}


def _mean(score: roles.Scorer, texts: list[str]) -> float:
    return sum(score(text) for text in texts) / len(texts)


def _by_slot(entry: Entry, mapping: dict[Slot, str], *, towns: str) -> Reading:
    by_role: dict[str, list[Piece]] = defaultdict(list)
    loose: list[Piece] = []
    for piece in entry.pieces:
        role = mapping.get(piece.slot)
        if role and not by_role[role]:
            by_role[role].append(piece)
        else:
            loose.append(piece)
    for piece in loose:
        by_role[_role_of_loose(piece, by_role, entry)].append(piece)
    if not by_role.get(PLACE):
        _cut_place(by_role, towns=towns)
    return Reading(entry, by_role)


def _role_of_loose(piece: Piece, by_role: dict[str, list[Piece]], entry: Entry) -> str:
    title, organisation = roles.title_score(piece.text), roles.organisation_score(piece.text)
    if not by_role.get(PLACE) and roles.place_score(piece.text) >= 1.2 > organisation:
        return PLACE
    if not by_role.get(POSITION) and (title > organisation or by_role.get(COMPANY)):
        return POSITION
    if not by_role.get(COMPANY) and not entry.inherits and len(piece.text.split()) <= 9:
        return COMPANY
    return "extra"


def _cut_place(by_role: dict[str, list[Piece]], *, towns: str = "") -> None:
    """A place that stands behind the employer's name: "Company – Town", "Company, Town, ST"."""
    for role in (COMPANY, POSITION):
        for piece in by_role.get(role, [])[:1]:
            cut = cut_place(piece.text)
            if cut is None and role == towns and len(parts := roles.fragments(piece.text)) == 2:
                cut = (parts[0], parts[1])
            if cut:
                by_role[PLACE].append(Piece(cut[1], piece.slot, piece.box))
                piece.text = cut[0]
                return


def cut_place(text: str) -> tuple[str, str] | None:
    """Name and place, where a text holds both; None where it holds a name only."""
    strong = roles.fragments(text, commas=False)
    if len(strong) == 2 and _can_be_place(strong[1]):
        return strong[0], strong[1]
    parts = roles.fragments(text)
    for count in (3, 2, 1):
        if len(parts) <= count:
            continue
        tail, head = ", ".join(parts[-count:]), ", ".join(parts[:-count])
        if roles.place_score(tail) >= 1.2:
            return head, tail
    return None


def _can_be_place(text: str) -> bool:
    if roles.place_score(text) >= 1.2:
        return True
    return len(text.split()) <= 5 and not roles.title_score(text) and roles.organisation_score(text) < 0.7


def _score(reading: dict[str, str]) -> float:
    position, company, place = (reading.get(role, "") for role in (POSITION, COMPANY, PLACE))
    value = roles.title_score(position) + roles.organisation_score(company) + 0.8 * roles.place_score(place)
    value -= 0.6 * roles.title_score(company) + 0.2 * roles.organisation_score(position)
    value -= 0.25 * company.count(",") + 0.05 * position.count(",") + 0.1 * place.count(",")
    value -= 1.0 * roles.organisation_score(place) + 1.0 * roles.title_score(place) if place else 0.0
    value -= 0.6 * any(
        roles.place_score(part) >= 1.2 or roles.is_region(part) for part in roles.fragments(position)
    )
    value -= 0.5 * (roles.place_score(position) >= 1.2) + 0.6 * (roles.place_score(company) >= 2.0)
    return value


def _by_split(found: list[Entry], slot: Slot | None, place: Slot | None) -> list[Reading]:
    """One line holds title and employer: the order that fits most entries best is taken for all."""
    votes: dict[tuple[str, ...], float] = defaultdict(float)
    for entry in found:
        if piece := _head_piece(entry, slot):
            for order in _orders(place):
                votes[order] += max(
                    (_score(r) for r in roles.partitions(roles.fragments(piece.text)[:7], order)),
                    default=-0.5,
                )
    readings: list[Reading] = []
    ranked = sorted(votes, key=lambda order: -votes[order])
    for entry in found:
        by_role: dict[str, list[Piece]] = defaultdict(list)
        head = _head_piece(entry, slot)
        for piece in entry.pieces:
            if piece is head:
                continue
            by_role[PLACE if piece.slot == place and not by_role[PLACE] else "extra"].append(piece)
        if head:
            _split_head(head, by_role, ranked)
        if not by_role.get(PLACE):
            _cut_place(by_role)
        readings.append(Reading(entry, by_role))
    return readings


def _orders(place: Slot | None) -> list[tuple[str, ...]]:
    return [order for order in _ORDERS if place is None or PLACE not in order]


def _head_piece(entry: Entry, slot: Slot | None) -> Piece | None:
    return next(
        (piece for piece in entry.pieces if piece.slot == slot), entry.pieces[0] if entry.pieces else None
    )


def _split_head(head: Piece, by_role: dict[str, list[Piece]], ranked: list[tuple[str, ...]]) -> None:
    parts = roles.fragments(head.text)[:7]
    if len(parts) == 1:
        only = COMPANY if roles.organisation_score(head.text) > roles.title_score(head.text) else POSITION
        by_role[only].append(head)
        for piece in list(by_role.get("extra", []))[:1]:
            by_role["extra"].remove(piece)
            by_role[POSITION if only == COMPANY else COMPANY].append(piece)
        return
    leader = ranked[0]
    same = (
        [order for order in ranked if order.index(POSITION) < order.index(COMPANY)]
        if (leader.index(POSITION) < leader.index(COMPANY))
        else [order for order in ranked if order.index(COMPANY) < order.index(POSITION)]
    )
    options = [
        (_score(reading) + (0.3 if order == leader else 0.0), reading)
        for order in same
        for reading in roles.partitions(parts, order)
    ]
    best = max(options, key=lambda option: option[0])[1]
    for role, text in best.items():
        by_role[role].append(Piece(text, head.slot, head.box))
