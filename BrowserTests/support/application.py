"""An application for an account, as a teacher fills it in."""


def application(school, name, lead, others, platform="Facebook"):
    return {
        "platform": platform,
        "name": name,
        "email": f"office@{school.domain}",
        "aim": "To show families what the class has been learning.",
        "audience": "The families of Year 4",
        "promotion": "By letter and on the school’s website",
        "openness": "open",
        "lead": lead,
        "operators": others,
    }


def opening(today, posters, administrators, password="marmalade-kettle-orchard"):
    return {
        "address": "https://www.facebook.com/year4blog",
        "on": today,
        "masterAccess": "yes",
        "editorialOversight": "yes",
        "fewAdministrators": "yes",
        "privacyNotice": "yes",
        "privacySetting": "Public, comments held for approval",
        "withPupils": "no",
        "posters": posters,
        "administrators": administrators,
        "password": password,
    }
