"""The look of runs in a DOCX: direct formatting, character style, paragraph style, defaults, in this order."""

from __future__ import annotations

from apps.resumes.parsing.docx_xml import Element, W
from apps.resumes.parsing.model import Style

_OFF = {"0", "false", "off", "none"}
_DEPTH = 12


class StyleBook:
    """Looks up styles of `styles.xml` by id, following what they are based on."""

    def __init__(self, styles: Element) -> None:
        self._by_id = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
        self._default = next(
            (
                style
                for style in styles.iter(f"{W}style")
                if style.get(f"{W}default") == "1" and style.get(f"{W}type") == "paragraph"
            ),
            None,
        )
        self._defaults = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._chains: dict[str | None, list[Element]] = {}

    def of(self, run: Element, paragraph: Element) -> Style:
        """The style of a run as it is shown."""
        sources = self._sources(run, paragraph)
        size = _value(sources, "sz")
        color = _value(sources, "color")
        return Style(
            float(size) / 2 if size and size.replace(".", "").isdigit() else 11.0,
            _flag(sources, "b"),
            _flag(sources, "i"),
            int(color, 16) if color and len(color) == 6 and _is_hex(color) else 0,
            "",
        )

    def is_hidden(self, run: Element) -> bool:
        """Whether the run is marked as hidden text."""
        properties = run.find(f"{W}rPr")
        return properties is not None and _flag([properties], "vanish")

    def cased(self, text: str, run: Element) -> str:
        """Text as typed; capitals that are only a look stay as typed."""
        del run
        return text

    def is_list(self, paragraph: Element) -> bool:
        """Whether the paragraph is an item of a list, by itself or by its style."""
        for properties in self._paragraph_sources(paragraph):
            number = properties.find(f"{W}numPr")
            if number is not None:
                identity = number.find(f"{W}numId")
                return identity is None or identity.get(f"{W}val") != "0"
        return False

    def indent(self, paragraph: Element) -> float:
        """The left indent in points."""
        for properties in self._paragraph_sources(paragraph):
            indent = properties.find(f"{W}ind")
            if indent is not None:
                value = indent.get(f"{W}left") or indent.get(f"{W}start") or "0"
                return int(value) / 20 if value.lstrip("-").isdigit() else 0.0
        return 0.0

    def _paragraph_sources(self, paragraph: Element) -> list[Element]:
        own = paragraph.find(f"{W}pPr")
        chain = [style.find(f"{W}pPr") for style in self._chain(_style_id(own, "pStyle"))]
        return [source for source in [own, *chain] if source is not None]

    def _sources(self, run: Element, paragraph: Element) -> list[Element]:
        own = run.find(f"{W}rPr")
        chain = self._chain(_style_id(own, "rStyle")) if own is not None and _style_id(own, "rStyle") else []
        chain = chain + self._chain(_style_id(paragraph.find(f"{W}pPr"), "pStyle"))
        found = [own, *(style.find(f"{W}rPr") for style in chain), self._defaults]
        return [source for source in found if source is not None]

    def _chain(self, identity: str | None) -> list[Element]:
        if identity not in self._chains:
            chain: list[Element] = []
            style = self._by_id.get(identity) if identity else self._default
            while style is not None and len(chain) < _DEPTH:
                chain.append(style)
                based = style.find(f"{W}basedOn")
                style = self._by_id.get(based.get(f"{W}val")) if based is not None else None
            self._chains[identity] = chain
        return self._chains[identity]


def _style_id(properties: Element | None, name: str) -> str | None:
    found = properties.find(f"{W}{name}") if properties is not None else None
    return found.get(f"{W}val") if found is not None else None


def _value(sources: list[Element], name: str) -> str | None:
    for source in sources:
        found = source.find(f"{W}{name}")
        if found is not None and (value := found.get(f"{W}val")) and value != "auto":
            return value
    return None


def _flag(sources: list[Element], name: str) -> bool:
    for source in sources:
        found = source.find(f"{W}{name}")
        if found is not None:
            return (found.get(f"{W}val") or "1") not in _OFF
    return False


def _is_hex(text: str) -> bool:
    return all(char in "0123456789abcdefABCDEF" for char in text)
