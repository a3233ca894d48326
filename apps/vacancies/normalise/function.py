"""What kind of work a title names, in one word of a short list: for filters and figures, never to tell jobs apart."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

JobFunction = Literal[
    "administration", "construction", "customer_service", "data", "design", "education", "engineering", "finance",
    "healthcare", "hospitality", "human_resources", "information_technology", "legal", "logistics", "management",
    "manufacturing", "marketing", "media", "operations", "product", "public_service", "retail", "sales", "science",
    "security", "software", "trades",
]  # fmt: skip
# From the special to the general: a "Sales Engineer" sells, a "Data Engineer" works on data, a "Legal Operations
# Manager" in law. The first that is met counts.
_WORDS: tuple[tuple[JobFunction, str], ...] = (
    ("sales", r"sales|account (?:executive|manager|director)s?|business development|[bs]drs?\b|pre-?sales|vertrieb\w*|commercial(?:e|aux)?\b|ventas|vendas|"
              r"vendedor\w*|account strategist|partnerships?"),
    ("human_resources", r"recruit\w*|talent|human resources|\bhr\b|\bpeople (?:ops|operations|partner|business|team|manager|lead)|sourcer|payroll|"
                        r"compensation|recursos humanos|personal(?:referent|sachbearbeiter)\w*|ressources humaines"),
    ("legal", r"legal|counsel|attorney|lawyer|paralegal|jurist\w*|rechtsanw\w+|avocat\w*|compliance|privacy"),
    ("healthcare", r"nurs(?:e|ing)\w*|physicians?|doctors?\b|clinic\w*|medical|pharmac\w+|dent(?:al|ist)\w*|therap\w+|caregivers?|patient|surg\w+|"
                   r"veterinar\w+|psycholog\w+|psychiatr\w+|radiolog\w+|pflege\w*|arzt|ärzt\w*|infirmi\w+|enfermer\w+|paramedic|\blpn\b|\bcna\b|\brn\b|health (?:aide|coach)"),
    ("education", r"teach\w*|tutor\w*|professor|lecturer|instructor|school|curriculum|educat\w+|lehr(?:er|kraft)\w*|enseignant\w*|professeur|docente|"
                  r"faculty|instructional|academic|trainer|formateur"),
    ("customer_service", r"customer (?:success|support|service|experience|care|operations|advocate)|support (?:specialist|agent|representative|engineer|analyst)|"
                         r"help ?desk|call cent\w+|client (?:success|service|support)\w*|kundenservice|kundenbetreuer\w*|clientèle|atendimento|technical support"),
    ("data", r"data (?:scien\w+|engineer\w*|analy\w+|architect\w*|platform|governance|steward)|machine learning|\bml\b|\bai\b|deep learning|analytics|business intelligence|"
             r"\bbi\b|statistic\w+|quantitative|\bnlp\b|computer vision|artificial intelligence|datenanaly\w+"),
    ("security", r"(?:cyber|information|application|network|cloud|product|it) ?security|security (?:engineer|analyst|architect|researcher|operations)|"
                 r"penetration|incident commander|\bsoc analyst|red team|infosec"),
    ("product", r"product (?:manage\w+|owner|lead|director|operations|strategy|analyst)|(?:head|director|vp|president) of product|scrum master|produktmanager\w*|chef de produit"),
    ("design", r"design(?:er|ers)?\b|\bux\b|\bui\b|illustrat\w+|art director|creative director|graphiste|gestalter\w*|diseñador\w*"),
    ("marketing", r"marketing|\bseo\b|\bsem\b|content (?:strateg|manag|market|creat)\w*|growth|brand|social media|communications?\b|public relations|\bpr\b|"
                  r"copywriter|demand gen\w*|paid media|community manager|advertising|kommunikation"),
    ("media", r"journalis\w+|editor\w*|video|photograph\w*|producer|writer|audio|animator|film|reporter|redakteur\w*|rédact\w+"),
    ("software", r"software|developers?\b|programm(?:er|ierer)\w*|full[ -]?stack|front[ -]?end|back[ -]?end|devops|\bsre\b|site reliability|mobile|\bios\b|android|"
                 r"web\b|platform engineer\w*|\bqa\b|test automation|solutions? architect\w*|cloud|blockchain|\bjava\b|python|react|\.net\b|entwickler\w*|développeu\w+|"
                 r"desenvolvedor\w*|desarrollador\w*|firmware|embedded|member of technical staff|infrastructure|kubernetes|game"),
    ("information_technology", r"\bit\b|systems? (?:administrator|engineer|analyst)|network|desktop support|database|sysadmin|salesforce|\bsap\b|\berp\b|"
                               r"informati(?:k|que|ca)\w*|administrateur système|technical program|applications?\b|workday"),
    ("finance", r"financ\w+|account(?:ant|ing|s)\w*|audit\w*|\btax\b|treasur\w*|controller|bookkeep\w*|actuar\w+|underwrit\w*|credit|banking|investment|"
                r"buchhalt\w*|comptab\w+|contab\w+|fp&a|\bfinops\b|billing|collections|fraud|risk|insurance|loan|mortgage"),
    ("construction", r"construction|superintendent|site manager|estimator|building|civil engineer\w*|architect|surveyor|bauleiter\w*|carpenter|roofer|bridge"),
    ("logistics", r"logistic\w*|warehouse|driver|courier|supply chain|procurement|buyer|purchas\w+|shipping|fleet|deliver\w+|dispatch\w*|lager\w*|fahrer\w*|"
                  r"chauffeur|magasinier|forklift|import|export|materials? planner|transport\w*|aviation"),
    ("manufacturing", r"manufactur\w+|production|machin(?:ist|e)\w*|assembl\w+|factory|plant\b|quality|welding|fabricat\w+|produktions\w*|cnc|process engineer\w*|lean\b"),
    ("trades", r"technicians?|mechanics?\b|electrician\w*|plumb\w+|hvac|weld\w+|mainten\w+|installer|handyman|techniker\w*|technicien\w*|elektriker\w*|repair|facilit(?:y|ies)"),
    ("hospitality", r"chef\b|cook\w*|barista|waiter|waitress|server\b|restaurant|hotel|housekeep\w*|bartend\w*|kitchen|host(?:ess)?\b|baker\w*|koch\b|köch\w+|"
                    r"cuisin\w+|serveu\w+|concierge|catering|spa\b"),
    ("retail", r"retail|store|shop|cashier|merchandis\w*|boutique|verkäufer\w*|vendeu\w+|stylist|sales ambassador|key holder|team member"),
    ("engineering", r"engineer\w*|ingenieur\w*|ingénieur\w*|ingenier\w*|engenheir\w*|mechanical|electrical|hardware|robotic\w*|\basic\b|\bpcb\b|aerospace|dessinateur\w*|concepteur\w*"),
    ("science", r"scientist\w*|research\w*|chemist\w*|biolog\w+|laborator\w+|\blab\b|phd|postdoc\w*|linguist\w*|phonetic\w+|wissenschaft\w*|physic(?:s|ist)"),
    ("public_service", r"police|fire ?fighter|social work\w*|case manager|policy|government|sozialarbeit\w*|library|librarian|park ranger|inspector"),
    ("administration", r"administrat\w+|assistant|receptionist|secretar\w+|clerk|office manager|coordinator|executive assistant|sekretär\w*|data entry|intake"),
    ("operations", r"operations?|program manage\w*|project manage\w*|chief of staff|strategy|consult\w+|business analyst|implementation|change (?:manage\w+|enablement)|"
                   r"programme|projektleit\w+|chef de projet|transformation|analyst"),
    ("management", r"general manager|managing director|\bceo\b|\bcoo\b|president|founder|geschäftsführ\w*|directeur|country manager|director|head of|manager"),
)  # fmt: skip


@cache
def _patterns() -> tuple[tuple[JobFunction, re.Pattern[str]], ...]:
    # With the first title: who only lists the functions needs none of them.
    return tuple((function, re.compile(rf"\b(?:{words})", re.I)) for function, words in _WORDS)


@lru_cache(maxsize=1 << 15)
def title_function(title: str) -> JobFunction | None:
    """The kind of work the title names; None when it names none we know."""
    return next((function for function, pattern in _patterns() if pattern.search(title)), None)
