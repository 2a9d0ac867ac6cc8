"""Which part of the help belongs to which page of the window."""

from __future__ import annotations

from dataclasses import dataclass

from smsdesk.services import help_pages
from smsdesk.ui.places import Route


@dataclass(frozen=True)
class Topic:
    """A page of the help by its file name, and the anchor of a section there; "" is the page's start."""

    page: str = help_pages.FIRST
    anchor: str = ""


MODEM = Topic(anchor="brancher-le-modem")
BUDGET = Topic(anchor="le-forfait-de-la-carte-sim")
SAFETY = Topic(anchor="mettre-les-donnees-en-securite")
PEOPLE = Topic(anchor="les-personnes-et-les-groupes")
KEYS = Topic(anchor="l-aide-et-les-raccourcis")
STATION = Topic(anchor="le-poste-d-envoi")
ANSWER = Topic("repondre-aux-familles", "repondre")
ABOUT = Topic("repondre-aux-familles", "a-quoi-repond-ce-message")
UNKNOWN = Topic("repondre-aux-familles", "un-numero-inconnu")
TEMPLATES = Topic("ecrire-un-texte", "les-modeles")

_OF_PAGES = {
    Route.HOME: Topic(),
    Route.NOTIFY: Topic("envoyer"),
    Route.INBOX: Topic("repondre-aux-familles"),
    Route.PEOPLE: Topic(anchor="les-personnes-et-les-groupes"),
    Route.BROADCASTS: Topic("suivre-un-envoi"),
    Route.BROADCAST: Topic("suivre-un-envoi"),
    Route.TEMPLATES: Topic("ecrire-un-texte"),
    Route.PLANNING: Topic("programmer-un-envoi"),
    Route.REPORTS: Topic(anchor="lire-les-reponses"),
    Route.SETTINGS: MODEM,
    Route.ABSENCE: Topic("un-professeur-est-absent"),
    Route.CRISIS: Topic("alerte"),
    Route.IMPORT: Topic("importer-une-liste"),
    Route.DUPLICATES: Topic(anchor="les-doublons"),
    Route.SEASON: Topic(anchor="une-nouvelle-annee"),
    Route.CONSENTS: Topic("stop-et-mots-cles"),
}


def topic_of(route: Route) -> Topic:
    """What F1 opens on this page; a page nobody wrote about has the first page of the help."""
    return _OF_PAGES.get(route, Topic())
