"""The running demonstration, and the people of it whom the tests know by name."""

import dataclasses
import pathlib


@dataclasses.dataclass(frozen=True)
class Site:
    base: str
    executable: pathlib.Path

    def url(self, path):
        return path if path.startswith("http") else self.base + path


@dataclasses.dataclass(frozen=True)
class School:
    """A school of the demonstration and who has which part there."""

    path: str
    domain: str
    head: str
    deputy: str
    administrator: str
    teacher: str
    assistant: str
    governor: str


OAKDENE = School(
    "/oakdene", "oakdene.example", "Imogen Farrowgate", "Tobias Wetherleaf", "Bina Quillfeather", "Rosalind Thackwray",
    "Leonie Hazelrigg", "Anselm Pettigrove")
WATERVILLE = School(
    "/waterville", "waterville.example", "Marguerite Skelhorne", "Ewan Driftwell", "Odile Candlish", "Yusra Tidemark",
    "Lorcan Saltmarsh", "Phileas Anchorage")
GRANGE = School(
    "/grange", "grange.example", "Philippa Hollinrake", "Adeola Sunderfield", "Crispin Turnstile", "Mireille Barleymow",
    "Gwilym Stackyard", "Octavia Ploughright")
DRONFIELD = School(
    "/dronfield", "dronfield.example", "Cuthbert Ironmonger-Lisle", "Saoirse Bellfounder", "Priya Cinderhill",
    "Magnus Scytheman", "Bram Whetstone", "Eudora Millrace")
ST_MARTINS = School(
    "/st-martins", "st-martins.example", "Honor Cloakshare", "Benedikt Summerlee", "Araminta Vellum", "Jolyon Goosefield",
    "Silas Martlet", "Ysolde Fernihough")
