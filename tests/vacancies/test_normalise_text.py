"""Texts at the edge: what can't be stored or must not be shown never comes in."""

from __future__ import annotations

import pytest

from apps.vacancies.normalise.language import guess_language
from apps.vacancies.normalise.text import SNIPPET, clean, sanitise, snippet, to_text


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("  Head\u00a0Baker \n", "Head Baker"),
        ("R&amp;amp;D &#8211; Bread", "R&D – Bread"),
        ("Ba\x00ker\ud800", "Baker"),
        ("\ufeffBa\u200bker\u202e", "Baker"),
        ("Cafe\u0301", "Café"),
        ("Bread & Sons &co", "Bread & Sons &co"),
        ("", ""),
    ],
)
def test_clean(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@pytest.mark.parametrize(
    ("markup", "hidden"),
    [
        ("<p>x</p><script>alert(1)</script>", "alert"),
        ('<p onclick="alert(1)">x</p>', "alert"),
        ('<a href="javascript:alert(1)">x</a>', "alert"),
        ('<p style="position:fixed">x</p>', "fixed"),
        ('<img src="https://t.example/pixel.gif">x', "pixel"),
        ('<iframe src="https://e.example/"></iframe>x', "iframe"),
        ("<svg><style><img src=x onerror=alert(1)></style></svg>x", "onerror"),
        ("<p>a\x00&#0;&#xD800;&#x200b;x</p>", "\x00"),
        ("<p>x\ud83d</p>", "\ud83d"),
    ],
)
def test_sanitise_hides_what_must_not_be_shown(markup: str, hidden: str) -> None:
    safe = sanitise(markup)
    assert hidden not in safe
    assert "x" in safe
    safe.encode()


def test_links_follow_to_nowhere() -> None:
    safe = sanitise('<a href="https://e.example/?a=1&amp;b=2" target="_blank">x</a>')
    assert safe == '<a href="https://e.example/?a=1&amp;b=2" rel="nofollow noopener">x</a>'


def test_text_keeps_paragraphs_and_bullets() -> None:
    markup = (
        "<h2>About</h2><p>We <b>bake</b> <i>bread</i>&nbsp;&amp; cake.</p>"
        "<ul>\n<li><p>One</p></li>\n<li>Two<ul><li>Nested</li></ul></li><li></li></ul>"
        "<p>• typed</p><p>- by hand</p>line<br>break 1 &lt; 2"
    )
    assert to_text(sanitise(markup)) == (
        "About\n\nWe bake bread & cake.\n\n- One\n- Two\n- Nested\n- typed\n- by hand\n\nline\nbreak 1 < 2"
    )


def test_an_attribute_does_not_end_its_tag() -> None:
    assert to_text('<a href="https://e.example/?q=a>b" rel="x">link</a> text') == "link text"


@pytest.mark.parametrize("markup", ["", "   ", "<p></p>", "<div><br></div>"])
def test_nothing_is_nothing(markup: str) -> None:
    assert to_text(sanitise(markup)) == ""


def test_snippet_begins_with_prose_and_ends_between_words() -> None:
    text = (
        "About us\n\nAcme has baked bread since long before anybody asked for it in these parts. "
        + "Dough rises. " * 60
    )
    short = snippet(text)
    assert short.startswith("Acme has baked")
    assert len(short) <= SNIPPET + 1
    assert short.endswith("…")
    assert snippet("Short.") == "Short."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We are looking for a baker who will join our team and bake with the best of us every day", "en"),
        (
            "Wir suchen eine Bäckerin für unser Team und freuen uns auf dich, denn das Brot ist bei uns gut",
            "de",
        ),
        (
            "Nous cherchons une boulangère pour notre équipe et nous vous offrons du pain avec les clients",
            "fr",
        ),
        (
            "Buscamos una persona para nuestro equipo que trabaje con los clientes y por las mañanas en la tienda",
            "es",
        ),
        ("パンを焼く仕事です。私たちのチームで一緒に働きましょう。毎日おいしいパンを作ります。", "ja"),
        ("우리는 매일 빵을 굽습니다. 함께 일할 제빵사를 찾고 있습니다. 지원해 주세요.", "ko"),
        ("Bread", ""),
        ("", ""),
    ],
)
def test_language(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_a_document_that_was_escaped_as_a_whole_is_markup_again() -> None:
    markup = '<p>&lt;div class="x"&gt;&lt;p&gt;Bread &amp;amp; rolls&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;&lt;/div&gt;</p>'
    assert to_text(sanitise(markup)) == "Bread & rolls"
    assert "script" not in sanitise(markup)
    spoken_of = "<p>You close every &lt;/div&gt; and &lt;p&gt; you open.</p>"
    assert to_text(sanitise(spoken_of)) == "You close every </div> and <p> you open."
