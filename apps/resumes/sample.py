"""Somebody who does not exist: what the pictures of the themes show. Pure."""

from __future__ import annotations

from apps.resumes.content import ResumeContent, empty_content, empty_education, empty_work


def sample() -> ResumeContent:
    """A resume that fills a page."""
    content = empty_content()
    content["contact_info"] = {
        "full_name": "Marlo Quill",
        "email": "marlo.quill@example.com",
        "phone": "+1 555-0134",
        "address": "Harbour Row 7, Port Ellery",
        "headline": "Lighthouse engineer",
        "links": [{"name": "Site", "url": "https://marlo.example.com"}],
    }
    content["summary"] = (
        "Keeps coastal lights burning and their keepers asleep. Nine years of lamps, lenses and the "
        "electronics behind them, most of it in weather."
    )
    content["work_experience"] = [
        {
            **empty_work(),
            "company": "Ellery Coast Trust",
            "position": "Lead engineer",
            "location": "Port Ellery",
            "start_date": "2021-03",
            "is_current": True,
            "responsibilities": [
                "Moved 14 lights from diesel to sun and wind without a dark night",
                "Halved call-outs by watching lamp currents instead of calendars",
                "Train four apprentices a year",
            ],
            "skills": ["Power electronics", "Telemetry"],
        },
        {
            **empty_work(),
            "company": "Northmole Optics",
            "position": "Technician",
            "location": "Graywater",
            "start_date": "2016-09",
            "end_date": "2021-02",
            "responsibilities": [
                "Ground and aligned Fresnel lenses to a tenth of a degree",
                "Wrote the handbook that three harbours still use",
            ],
        },
    ]
    content["education"] = [
        {
            **empty_education(),
            "institution": "Graywater Institute",
            "degree": "BEng",
            "field_of_study": "Optical engineering",
            "start_date": "2012",
            "graduation_date": "2016",
        }
    ]
    content["skills"] = [
        {"name": "Light", "keywords": ["Fresnel optics", "Photometry", "LED drivers"]},
        {"name": "Power", "keywords": ["Batteries", "Small wind", "Solar"]},
    ]
    content["languages"] = [
        {"language": "English", "fluency": "Native"},
        {"language": "Norwegian", "fluency": "Fluent"},
    ]
    return content
