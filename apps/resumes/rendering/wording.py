"""The words a rendered resume adds of its own, in the languages we have them in."""

from __future__ import annotations

from collections.abc import Mapping

SECTIONS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "summary": "Summary", "work_experience": "Experience", "education": "Education", "projects": "Projects",
        "skills": "Skills", "certifications": "Certifications", "languages": "Languages",
        "volunteering": "Volunteering", "publications": "Publications", "awards": "Awards",
        "interests": "Interests", "references": "References",
    },
    "de": {
        "summary": "Profil", "work_experience": "Berufserfahrung", "education": "Ausbildung",
        "projects": "Projekte", "skills": "Kenntnisse", "certifications": "Zertifikate", "languages": "Sprachen",
        "volunteering": "Ehrenamt", "publications": "Veröffentlichungen", "awards": "Auszeichnungen",
        "interests": "Interessen", "references": "Referenzen",
    },
    "fr": {
        "summary": "Profil", "work_experience": "Expérience professionnelle", "education": "Formation",
        "projects": "Projets", "skills": "Compétences", "certifications": "Certifications", "languages": "Langues",
        "volunteering": "Bénévolat", "publications": "Publications", "awards": "Distinctions",
        "interests": "Centres d’intérêt", "references": "Références",
    },
    "es": {
        "summary": "Perfil", "work_experience": "Experiencia laboral", "education": "Formación",
        "projects": "Proyectos", "skills": "Competencias", "certifications": "Certificaciones",
        "languages": "Idiomas", "volunteering": "Voluntariado", "publications": "Publicaciones",
        "awards": "Premios", "interests": "Intereses", "references": "Referencias",
    },
    "it": {
        "summary": "Profilo", "work_experience": "Esperienza professionale", "education": "Istruzione",
        "projects": "Progetti", "skills": "Competenze", "certifications": "Certificazioni", "languages": "Lingue",
        "volunteering": "Volontariato", "publications": "Pubblicazioni", "awards": "Riconoscimenti",
        "interests": "Interessi", "references": "Referenze",
    },
    "nl": {
        "summary": "Profiel", "work_experience": "Werkervaring", "education": "Opleiding", "projects": "Projecten",
        "skills": "Vaardigheden", "certifications": "Certificaten", "languages": "Talen",
        "volunteering": "Vrijwilligerswerk", "publications": "Publicaties", "awards": "Onderscheidingen",
        "interests": "Interesses", "references": "Referenties",
    },
    "pl": {
        "summary": "Profil", "work_experience": "Doświadczenie zawodowe", "education": "Wykształcenie",
        "projects": "Projekty", "skills": "Umiejętności", "certifications": "Certyfikaty", "languages": "Języki",
        "volunteering": "Wolontariat", "publications": "Publikacje", "awards": "Nagrody",
        "interests": "Zainteresowania", "references": "Referencje",
    },
    "pt": {
        "summary": "Perfil", "work_experience": "Experiência profissional", "education": "Formação",
        "projects": "Projetos", "skills": "Competências", "certifications": "Certificações", "languages": "Idiomas",
        "volunteering": "Voluntariado", "publications": "Publicações", "awards": "Prêmios",
        "interests": "Interesses", "references": "Referências",
    },
}  # fmt: skip

LABELS: Mapping[str, Mapping[str, str]] = {
    "en": {"document": "Resume", "present": "Present", "until": "until", "used": "Skills", "grade": "Grade",
           "honors": "Honors", "courses": "Courses", "credential": "Credential ID"},
    "de": {"document": "Lebenslauf", "present": "heute", "until": "bis", "used": "Kenntnisse", "grade": "Note",
           "honors": "Auszeichnungen", "courses": "Schwerpunkte", "credential": "Zertifikatsnummer"},
    "fr": {"document": "Curriculum vitæ", "present": "aujourd’hui", "until": "jusqu’à", "used": "Compétences",
           "grade": "Moyenne", "honors": "Mentions", "courses": "Cours", "credential": "Numéro"},
    "es": {"document": "Currículum", "present": "actualidad", "until": "hasta", "used": "Competencias",
           "grade": "Nota", "honors": "Menciones", "courses": "Asignaturas", "credential": "Credencial"},
    "it": {"document": "Curriculum vitae", "present": "oggi", "until": "fino a", "used": "Competenze",
           "grade": "Voto", "honors": "Menzioni", "courses": "Corsi", "credential": "Credenziale"},
    "nl": {"document": "Curriculum vitae", "present": "heden", "until": "tot", "used": "Vaardigheden",
           "grade": "Cijfer", "honors": "Onderscheidingen", "courses": "Vakken", "credential": "Certificaatnummer"},
    "pl": {"document": "Życiorys", "present": "obecnie", "until": "do", "used": "Umiejętności", "grade": "Ocena",
           "honors": "Wyróżnienia", "courses": "Przedmioty", "credential": "Numer certyfikatu"},
    "pt": {"document": "Currículo", "present": "atualmente", "until": "até", "used": "Competências",
           "grade": "Média", "honors": "Menções", "courses": "Disciplinas", "credential": "Credencial"},
}  # fmt: skip

MONTHS: Mapping[str, tuple[str, ...]] = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "de": ("Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."),
    "fr": ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
    "es": ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"),
    "it": ("gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"),
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    "pl": ("sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru"),
    "pt": ("jan.", "fev.", "mar.", "abr.", "maio", "jun.", "jul.", "ago.", "set.", "out.", "nov.", "dez."),
}


def wording_language(language: str) -> str | None:
    """The language of ours that a BCP 47 tag asks for (`de-AT` gives `de`), None where we lack it."""
    base = language.replace("_", "-").split("-")[0].lower()
    return base if base in SECTIONS else None
