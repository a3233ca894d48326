"""The second half of reading a location: which words belong to one place. "Paris, TX" is not "Paris, France"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from apps.vacancies.normalise.gazetteer import City, Region, World, gazetteer
from apps.vacancies.normalise.gazetteer.towns import towns
from apps.vacancies.normalise.place_names import Word

# Whose counties gave their names to towns overseas, and where those lie.
NAMESAKES = frozenset({"GB", "IE"})
_OVERSEAS = frozenset({"US", "CA", "AU"})


@dataclass(slots=True)
class Group:
    """A place being put together. `guess` is a name we don't know, kept until a region or country makes it a town."""

    city: str = ""
    region: str = ""
    country: str = ""
    world: World | None = None
    guess: str = ""
    code: str = ""
    says_region: bool = False
    says_country: bool = False
    texts: list[str] = field(default_factory=list)

    @property
    def is_resolved(self) -> bool:
        return bool(self.city or self.region or self.country or self.world)

    @property
    def _is_bare_country(self) -> bool:
        return len(self.texts) == 1 and self.says_country and not (self.city or self.region or self.guess)

    def take(self, word: Word) -> bool:
        """Add the word if it can belong here; False = it begins the next place."""
        if word.means_nothing and not word.could_be_city and self.is_resolved:
            return True  # a number, a code we don't know: it begins no place
        if self.code:
            self._settle(word)
        if self._is_bare_country and (town := _namesake(self.texts[0], word)):
            self.city, self.region, self.country = town.name, town.region, town.country
            self.says_region, self.says_country = True, False
            self.texts.append(word.text)
            return True
        if self.guess and self.region and _is_overseas(word):
            self.region = self.country = ""
            self.says_region = False
        if word.code:
            taken = self._take_code(word)
        elif self.city:
            taken = self._onto_city(word)
        elif self.guess and not self.country:
            taken = self._onto_guess(word)
        elif self.region or self.country:
            taken = self._onto_area(word)
        else:
            taken = self.world is None and self._onto_nothing(word)
        if taken:
            self.texts.append(word.text)
        return taken

    def close(self) -> None:
        """No more words come: a code that stood alone is a state of the US, else a country."""
        if self.code:
            self._settle(None)

    def _onto_nothing(self, word: Word) -> bool:
        if word.city:
            self.city, self.region, self.country = word.city.name, word.city.region, word.city.country
            self.says_country = bool(word.country)
        elif word.country:
            self.country, self.says_country = word.country, True
        elif word.world:
            self.world = word.world
        elif word.region:
            self._set_region(word.region)
            # "Norfolk" is a county until "VA" makes it a town.
            self.guess = word.text if word.region.country in NAMESAKES else ""
        elif word.could_be_city:
            self.guess = word.text
        return True

    def _onto_city(self, word: Word) -> bool:
        if self.says_country:
            return bool(word.country) and word.country == self.country
        if word.city and word.city.name == self.city:
            self.says_region = True
            return True
        if word.country:
            if word.country != self.country:
                self.region = self.region if self.says_region else ""
            self.country, self.says_country = word.country, True
            return True
        if word.region and not self.says_region and (not word.city or word.region.name == self.region):
            self._set_region(word.region)
            return True
        return False

    def _onto_guess(self, word: Word) -> bool:
        if word.region:
            self._set_region(word.region)
        elif word.country and not word.city:
            self.country, self.says_country = word.country, True
        elif word.city or word.world:
            self.guess = ""
            return self._onto_nothing(word)
        else:
            self.guess = word.text if word.could_be_city else self.guess
            return True
        self.city, self.guess = self.guess, ""
        return True

    def _onto_area(self, word: Word) -> bool:
        """Onto a region or a country: "Canada - Toronto", "Georgia, USA", "India, Delhi NCR"."""
        if word.country and not word.city:
            agrees = word.country == self.country and not self.says_country
            self.says_country = self.says_country or agrees
            return agrees
        if word.city:
            if word.city.country != self.country or (self.region and word.city.region != self.region):
                return False
            self.city, self.region = word.city.name, word.city.region
            return True
        if word.region:
            if self.region or word.region.country != self.country:
                return False
            self._set_region(word.region)
            self.city, self.guess = self.guess, ""
            return True
        if word.means_nothing and self.says_country and word.could_be_city:
            self.guess = word.text
        return word.means_nothing and self.says_country

    def _set_region(self, region: Region) -> None:
        self.region, self.country, self.says_region = region.name, region.country, True

    def _take_code(self, word: Word) -> bool:
        states, country = _meanings(word.code)
        if word.country and not states:
            return self._take_named(word)
        if self.city or self.guess:
            return self._code_onto_town(states, country)
        if self.country and not self.region:
            return self._code_onto_country(word, states)
        if self.region:
            agrees = country == self.country and not self.says_country
            self.says_country = self.says_country or agrees
            return agrees
        if word.city:
            return self._onto_nothing(word)
        self.code = word.code
        return True

    def _take_named(self, word: Word) -> bool:
        """ "US", "UK": a code that only names a country is read like the country's name."""
        plain = Word(word.text, country=word.country)
        if self.city:
            return self._onto_city(plain)
        if self.guess:
            return self._onto_guess(plain)
        return self._onto_area(plain) if self.is_resolved else self._onto_nothing(plain)

    def _code_onto_town(self, states: list[Region], country: str) -> bool:
        if self.guess and self.country and not self.region:  # "USA - Richardson, TX"
            inner = next((one for one in states if one.country == self.country), None)
            if inner:
                self._set_region(inner)
                self.city, self.guess = self.guess, ""
                return True
        if self.says_country or self.says_region:
            agrees = country == self.country and not self.says_country
            self.says_country = self.says_country or agrees
            return agrees or any(one.name == self.region and one.country == self.country for one in states)
        same = next((one for one in states if one.country == self.country), None)
        if self.city and country == self.country and not same:
            self.says_country = True
            return True
        state = same or (states[0] if states else None)
        if state:
            self._set_region(state)
        else:
            self.country, self.region, self.says_country = country, "", True
        self.city, self.guess = self.city or self.guess, ""
        return True

    def _code_onto_country(self, word: Word, states: list[Region]) -> bool:
        if word.city and word.city.country == self.country:
            return self._onto_area(Word(word.text, city=word.city))
        state = next((one for one in states if one.country == self.country), None)
        return state is not None and self._onto_area(Word(word.text, region=state))

    def _settle(self, following: Word | None) -> None:
        """Decide what the code at the beginning meant: "CA-Toronto", "IN - Bengaluru", "TX", "CA, USA"."""
        states, country = _meanings(self.code)
        self.code = ""
        if following:
            place = following.city or following.region
            if place and place.country == country:
                self.country, self.says_country = country, True
                return
        if states:
            self._set_region(states[0])
        else:
            self.country, self.says_country = country, True


def group_words(words: Iterable[Word]) -> list[Group]:
    """The places the words name, read from left to right; those that name nothing we know are left out."""
    groups = [Group()]
    for word in words:
        if not groups[-1].take(word):
            groups.append(Group())
            groups[-1].take(word)
    for group in groups:
        group.close()
    found = [group for group in groups if group.is_resolved]
    _tell_georgias_apart(found)
    return found


def _tell_georgias_apart(groups: list[Group]) -> None:
    """In a list of countries, Georgia is one."""
    others = [group for group in groups if group.region != "Georgia"]
    if others and all(one.says_country and not one.city and not one.region for one in others):
        for group in groups:
            if group.region == "Georgia" and not group.city and not group.says_country:
                group.region, group.country, group.says_country = "", "GE", True


def _namesake(country: str, word: Word) -> City | None:
    """The town that bears a country's name in the state that follows: "Lebanon, Ohio", "Peru, IN"."""
    states = _meanings(word.code)[0] if word.code else [word.region] if word.region else []
    if not any(state.country in _OVERSEAS for state in states):
        return None
    return next((one for one in towns(country) if Region(one.country, one.region) in states), None)


def _is_overseas(word: Word) -> bool:
    """Whether a word names a state, a province or the country of one where English counties have namesakes."""
    states = _meanings(word.code)[0] if word.code else [word.region] if word.region else []
    return word.country in _OVERSEAS or any(one.country in _OVERSEAS for one in states)


def _meanings(code: str) -> tuple[list[Region], str]:
    known = gazetteer()
    return known.region_codes.get(code, []), known.country_codes.get(code, "")
