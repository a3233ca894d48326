"""City and country of a place as people write it: enough to say "same city", "same country" or neither."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple, Protocol

from apps.matching.words import fold, words


class Location(NamedTuple):
    """A folded city ("" where none is said) and an ISO 3166 alpha-2 country ("" where not known)."""

    city: str
    country: str


class HasPlace(Protocol):
    """What vacancies' `Place` gives."""

    @property
    def text(self) -> str: ...
    @property
    def city(self) -> str: ...
    @property
    def country(self) -> str: ...
    @property
    def remote_scope(self) -> str: ...


_COUNTRIES = {
    "US": "united states|usa|us|u.s.|u.s.a.|united states of america|america",
    "CA": "canada", "MX": "mexico", "BR": "brazil|brasil", "AR": "argentina", "CL": "chile", "CO": "colombia",
    "GB": "united kingdom|uk|u.k.|great britain|england|scotland|wales|northern ireland", "IE": "ireland|eire",
    "DE": "germany|deutschland|allemagne|alemania|germania", "AT": "austria|osterreich", "CH": "switzerland|schweiz|suisse|svizzera",
    "FR": "france|frankreich|francia", "ES": "spain|espana|spanien|espagne", "IT": "italy|italia|italien|italie",
    "NL": "netherlands|nederland|holland|the netherlands", "BE": "belgium|belgie|belgique", "LU": "luxembourg",
    "PT": "portugal", "PL": "poland|polska|polen", "CZ": "czech republic|czechia", "RO": "romania", "HU": "hungary",
    "GR": "greece", "BG": "bulgaria", "HR": "croatia", "RS": "serbia", "UA": "ukraine", "EE": "estonia", "LV": "latvia",
    "LT": "lithuania", "SE": "sweden|sverige", "NO": "norway|norge", "DK": "denmark|danmark", "FI": "finland|suomi",
    "IL": "israel", "TR": "turkey|turkiye", "AE": "united arab emirates|uae", "SA": "saudi arabia", "EG": "egypt",
    "ZA": "south africa", "NG": "nigeria", "KE": "kenya", "IN": "india", "PK": "pakistan", "BD": "bangladesh",
    "LK": "sri lanka", "SG": "singapore", "MY": "malaysia", "TH": "thailand", "VN": "vietnam", "PH": "philippines",
    "ID": "indonesia", "JP": "japan|nippon", "KR": "south korea|korea", "CN": "china", "HK": "hong kong", "TW": "taiwan",
    "AU": "australia", "NZ": "new zealand",
}  # fmt: skip
_REGIONS = {
    "US": "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|washington d.c.",
    "CA": "ontario|quebec|british columbia|alberta|manitoba|nova scotia|saskatchewan",
    "AU": "queensland|victoria|new south wales|tasmania|south australia|western australia|qld|nsw|vic",
    "IN": "karnataka|maharashtra|tamil nadu|west bengal|telangana|kerala|gujarat|delhi|haryana",
    "GB": "greater london|yorkshire|north yorkshire|west midlands",
}  # fmt: skip
_US_CODES = frozenset(
    words(
        "al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc"
    )
)
_CITIES = {
    "US": "san francisco|new york|new york city|nyc|los angeles|boston|seattle|austin|chicago|denver|miami|atlanta|san jose|palo alto|mountain view|san diego|portland|philadelphia|dallas|houston|phoenix|bay area|san francisco bay area|brooklyn|foster city|torrance|menlo park|sunnyvale|salt lake city|detroit|pittsburgh|nashville|charlotte|minneapolis",
    "CA": "toronto|vancouver|montreal|ottawa|calgary|waterloo", "GB": "london|manchester|edinburgh|bristol|cambridge|oxford|leeds|glasgow|wrexham|birmingham",
    "IE": "dublin|cork", "DE": "berlin|munich|munchen|hamburg|koln|cologne|frankfurt|stuttgart|bremen|dusseldorf|leipzig",
    "FR": "paris|lyon|marseille|toulouse|bordeaux|lille|nantes|annecy", "ES": "madrid|barcelona|valencia|sevilla|donostia|bilbao|valladolid|malaga",
    "IT": "milan|milano|rome|roma|turin|torino|mantova|novara", "NL": "amsterdam|rotterdam|utrecht|eindhoven|deventer|the hague",
    "PT": "lisbon|lisboa|porto", "PL": "warsaw|warszawa|krakow|wroclaw|torun|gdansk|bydgoszcz", "SE": "stockholm|goteborg|gothenburg|malmo",
    "DK": "copenhagen|kobenhavn", "NO": "oslo", "FI": "helsinki", "CH": "zurich|geneva|lausanne|basel", "AT": "vienna|wien", "BE": "brussels|bruxelles|ghent",
    "CZ": "prague|praha|brno", "EE": "tallinn", "IL": "tel aviv", "IN": "bangalore|bengaluru|mumbai|hyderabad|pune|chennai|new delhi|gurgaon|gurugram|kolkata|coimbatore",
    "JP": "tokyo|osaka|kyoto|matsumoto", "AU": "sydney|melbourne|brisbane|perth|toowoomba|ballarat", "NZ": "auckland|wellington",
    "BR": "sao paulo|rio de janeiro", "MX": "mexico city|guadalajara|monterrey", "AR": "buenos aires", "AE": "dubai|abu dhabi", "ZA": "cape town|johannesburg",
    "CN": "beijing|shanghai|shenzhen", "KR": "seoul", "LU": "luxembourg city",
}  # fmt: skip


def _index(table: dict[str, str]) -> dict[str, str]:
    return {name: code for code, names in table.items() for name in names.split("|")}


_COUNTRY_OF, _REGION_OF, _CITY_OF = _index(_COUNTRIES), _index(_REGIONS), _index(_CITIES)
_ALIASES = {"nyc": "new york", "new york city": "new york", "munchen": "munich", "koln": "cologne", "bengaluru": "bangalore", "milano": "milan",
            "roma": "rome", "torino": "turin", "lisboa": "lisbon", "warszawa": "warsaw", "bay area": "san francisco", "san francisco bay area": "san francisco",
            "kobenhavn": "copenhagen", "wien": "vienna", "praha": "prague", "bruxelles": "brussels", "gurugram": "gurgaon"}  # fmt: skip
_CUT = re.compile(r"[,;|/()\[\]–—•]| - |\bor\b|\band\b")
_NOISE = re.compile(
    r"\b(?:remote|hybrid|on-?site|office|hq|headquarters|home|greater|area of|in office)\b|\d+|\*"
)


def read_location(text: str) -> Location:
    """The first place that `text` names: `Evanston, IL` → (evanston, US); nothing recognised → the words as a city."""
    pieces = [piece for raw in _CUT.split(fold(text)) if (piece := _NOISE.sub(" ", raw).strip(" .-:"))]
    city = country = ""
    for position, piece in enumerate(pieces):
        name = " ".join(piece.split())
        if name in _COUNTRY_OF:
            country = country or _COUNTRY_OF[name]
        elif name in _REGION_OF or (position and name in _US_CODES):
            country = country or _REGION_OF.get(name, "US")
        elif name in _CITY_OF:
            country, city = country or _CITY_OF[name], city or _ALIASES.get(name, name)
        elif not city and not position:
            city, country = _with_trailing_region(name, country)
    return Location(city, country)


def _with_trailing_region(name: str, country: str) -> tuple[str, str]:
    """`toowoomba qld` has its region behind it without a comma."""
    head, _, tail = name.rpartition(" ")
    if head and (tail in _REGION_OF or tail in _US_CODES):
        return head, country or _REGION_OF.get(tail, "US")
    if head and head.split()[0] in _CITY_OF and len(name.split()) <= 3:
        return head.split()[0], country or _CITY_OF[head.split()[0]]
    return name, country


def locations_of(places: Iterable[HasPlace]) -> tuple[Location, ...]:
    """A vacancy's places, what the pipeline recognised first and our own reading of the text where it left off."""
    found = []
    for place in places:
        read = read_location(place.text)
        scope = (
            place.remote_scope if len(place.remote_scope) == 2 and place.remote_scope not in ("EU",) else ""
        )
        city = fold(place.city) or (read.city if read.country else "")
        found.append(Location(_ALIASES.get(city, city), place.country or scope or read.country))
    return tuple(sorted({location for location in found if any(location)}))
