"""The words that decide whether a shortened or joined sentence still says what its source says."""

from __future__ import annotations


def _words(*texts: str) -> frozenset[str]:
    return frozenset(word for text in texts for word in text.split())


NEGATIONS = _words(
    "not no never none neither nor without except but although though however unfortunately hardly barely only",
    "nicht kein keine keinen ohne nie ne pas sans jamais sin nunca senza non mai geen niet zonder bez nao sem",
)
ASSISTING = _words(
    "assist assists assisted assisting assistant help helps helped helping support supports supporting supported"
)
SHARED = ASSISTING | _words(
    "together alongside jointly",
    "shared team teams colleague colleagues peer peers others group partner partners manager managers director",
    "supervisor supervision supervised under guidance mentor mentored boss lead deputy helps aid",
    "gemeinsam zusammen kollegen kolleginnen unter leitung chef chefin unterstutzung hilfe mithilfe ensemble equipe collegues sous",
    "aide encadrement equipo junto junta companeros bajo jefe ayuda squadra insieme colleghi capo sotto aiuto samen collega onder",
    "leiding hulp wspolnie zespol pod kierownik chefe ajuda colegas sob",
)
UNREAL = _words(
    "acting interim trainee intern internship apprentice apprenticeship junior student coursework volunteer unpaid",
    "hobby simulated simulation mock exercise plan planned planning propose proposed draft drafted attempt attempted",
    "prototype prototyped pilot unsuccessful unsuccessfully cancelled canceled failed fail incomplete unfinished",
    "discontinued abandoned pending candidate expected estimated projected forecast target goal goals",
)
LIMITS = _words(
    "part partial partially partly sometimes occasionally nearly almost about approximately around roughly circa up",
    "until unless if when whenever ongoing later then least most",
)
LOW_LEVELS = _words(
    "basic basics beginner elementary limited learning studying theoretical familiar familiarity exposure some a1 a2",
    "grundkenntnisse notions nozioni basis",
)
GUARDS = NEGATIONS | SHARED | UNREAL | LIMITS | LOW_LEVELS
"""A tail that holds one of these may not be cut off: somebody else's work, shared work, no work yet, half of it."""

HEDGES = NEGATIONS | UNREAL | LOW_LEVELS | ASSISTING
"""A sentence that holds one of these proves no skill by itself."""

BOUNDARIES = _words(
    "that which who while where and for with in at on by to after using across including during via through plus",
    "und mit fur bei durch et avec pour y con para e per en met oraz z",
)
"""A sentence may end before these, if nothing that guards its meaning follows."""

SCOPED_BOUNDARIES = BOUNDARIES - _words(
    "for with in at on by to across during through mit fur bei durch avec pour con para per en met"
)
"""The same where what is kept holds a figure or a superlative: its scope ("in one region") must not be lost."""

SUPERLATIVES = _words(
    "all every each entire whole any first best top most highest largest only always sole leading alle jeder erste beste",
    "tous toutes chaque premier premiere meilleur todos todas cada primer primera mejor tutti ogni primo prima migliore",
)

JOINTS = frozenset(("and", "i"))
"""What may stand between two pieces of one entry within a bullet."""

_ANYWHERE = JOINTS | _words("my me at as in for from to since until with where also of have has had")
_AT_WORK = _words("was were been role position serve served hold held is am currently now present")
GLUE: dict[str, frozenset[str]] = {
    "work_experience": _ANYWHERE
    | _AT_WORK
    | _words("job work worked working works use used using experience"),
    "volunteering": _ANYWHERE | _AT_WORK,
    "education": _ANYWHERE | _words("study studied hold held"),
    "certifications": _ANYWHERE | _words("hold held"),
    "awards": _ANYWHERE,
    "publications": _ANYWHERE,
    "projects": _ANYWHERE | _words("use used using"),
    "languages": _ANYWHERE | _words("speak know"),
    "": _ANYWHERE
    | _words("skill skills include includes including know knowledge use used using experience am is"),
}
"""What may stand between the pieces of a sentence, by section. None of it says how well, how much or who."""

PRESENT = _words("work works working serve hold is am currently now present since")
"""Claims that a job is still held; only a current one may be spoken of so."""

NEUTRAL_LABELS = frozenset(
    (
        "",
        "skills",
        "technical skills",
        "core skills",
        "key skills",
        "tools",
        "technologies",
        "other",
        "further skills",
    )
)
"""Names of groups of skills that claim nothing of their own."""

COURTESIES = (
    "dear hiring team", "dear hiring manager", "dear", "hello", "to whom it may concern",
    "i am applying for", "i am writing to apply for", "i would like to apply for", "i am writing about", "i am interested in", "i am writing to you about",
    "your posting asks for", "the posting asks for", "your posting names", "you ask for", "you are looking for", "the role asks for",
    "your vacancy", "your posting", "your advertisement",
    "thank you for your time and consideration", "thank you for your time", "thank you for your consideration", "thank you for reading",
    "thank you", "i look forward to hearing from you", "i look forward to your reply", "i would be glad to talk",
    "i would welcome the chance to talk", "i would welcome a conversation", "please find my resume attached", "my resume is attached",
    "kind regards", "best regards", "sincerely", "yours sincerely",
)  # fmt: skip
"""What a letter may say of itself and of the vacancy. A sentence about the vacancy starts with one of these."""

ABOUT_VACANCY = _words("of at and for in role position job vacancy your as with to team")
"""What may join the facts of a vacancy after such a start. No "I", no "my": the person isn't spoken of."""
