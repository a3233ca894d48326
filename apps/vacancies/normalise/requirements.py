"""The requirements a description lists: the bullets under its headings for them, not those under "nice to have"."""

from __future__ import annotations

import re
from functools import lru_cache

_HEADING = re.compile(
    r"^(?:the |your |our |key |basic |minimum |core |job |required |essential |must[- ]have |role |technical |position )*"
    r"(?:requirements?|qualifications?|(?:skills|experience)(?: (?:and|&) (?:skills|experience|qualifications|expertise|requirements))?|"
    r"(?:skills|experience|qualifications?) (?:required|needed|we require)|must[- ]haves?|background|profile|expertise|about you|you|you have|you bring|you are|"
    r"you might be a (?:great |good )?fit if|you may be a fit if|you(?:['’]ll| will| might| may)? (?:have|bring|need)|you(?:['’]ll| will| might) be a (?:great |good )?fit if|"
    r"you(?:['’]re| are) a (?:great |good )?fit if|who you are|who we(?:['’]re| are) looking for|who you might be|"
    r"what (?:you|you['’]ll|you will|we|we['’]ll|we will) (?:bring|need|have|require|look for|expect|are looking for)(?: to .*)?|"
    r"what we(?:['’]re| are) looking for(?: in .*)?|what you(?:['’]ll| will)? (?:need|have|bring)(?: to .*)?|what you should have|what makes you .*|"
    r"we(?:['’]d love| would love| are looking| look|['’]re looking) .*|(?:you|we) (?:should|expect).*|what will set you apart|"
    r"how to be successful in this role|to be successful.*|ideal candidate.*|the ideal candidate.*|your background (?:looks something like this|includes?)|"
    r"(?:dein|ihr|das) profil|anforderungen|was du (?:mitbringst|brauchst).*|das (?:bringst du|bringen sie|bringt ihr) mit|das (?:solltest|sollten|kannst|können|hast|haben|brauchst|brauchen) (?:du|sie)\b.*|was (?:sie|du) (?:mitbringen|mitbringst|brauchen|können sollten|können solltest|auszeichnet).*|ihre qualifikation(?:en)?|wir (?:erwarten|wünschen uns).*|"
    r"person specification|what we (?:need|ask|expect|want)(?: (?:from|of) you)?|what you need to have|the person we need|"
    r"jij brengt mee|dit (?:breng|neem) (?:je|jij) mee|wat (?:jij|je|u) meebrengt|wat (?:wij|we) vragen|functie-?eisen|wie ben jij|jouw profiel|dit vragen (?:wij|we)|"
    r"ce que nous (?:attendons|recherchons|demandons).*|vous (?:avez|apportez|êtes)|ce que (?:vous|tu) (?:apportez|apportes)|"
    r"qué (?:pedimos|buscamos|necesitas|esperamos).*|lo que (?:pedimos|necesitas|aportas|esperamos).*|tu perfil|"
    r"cosa (?:cerchiamo|chiediamo).*|chi cerchiamo|il tuo profilo|profilo (?:ricercato|richiesto)|competenze richieste|"
    r"o que (?:procuramos|pedimos|esperamos|precisas|buscamos).*|seu perfil|o teu perfil|perfil (?:requerido|procurado)|qualifikationen|(?:votre |le |ton )?profil(?: recherché)?|"
    r"compétences.*|requisitos|perfil|lo que buscamos|requisiti|requirements and skills|(?:who|what) you (?:are|bring).*)$"
)
_OPTIONAL = re.compile(
    r"nice|bonus|prefer|plus|ideally|extra|even better|desir|optional|not required|von vorteil|wünschenswert",
    re.I,
)
_TRIM = re.compile(r"^[^\w]+|[^\w)]+$")
_MOST, _LONGEST, _LONGEST_HEADING = 30, 500, 80


def find_requirements(text: str) -> tuple[str, ...]:
    """Up to 30 lines in the order they stand, each at most 500 characters. Empty when no heading for them is known."""
    found: list[str] = []
    inside = False
    bullets = 0
    for line in text.split("\n"):
        if not line:
            continue
        if line.startswith("- "):
            if inside:
                found.append(line[2 : 2 + _LONGEST].strip())
                bullets += 1
            continue
        if len(line) > _LONGEST_HEADING:
            inside = inside and bullets == 0
            continue
        if _is_heading(line):
            inside, bullets = True, 0
        elif inside and (bullets or _OPTIONAL.search(line) or line.endswith(":")):
            inside = False
    return tuple(dict.fromkeys(found))[:_MOST]


@lru_cache(maxsize=1 << 14)
def _is_heading(line: str) -> bool:
    heading = _TRIM.sub("", line).casefold()
    return not _OPTIONAL.search(heading) and bool(_HEADING.match(heading))
