"""What the days off of France are called: the names of the library `holidays` as sentences to translate."""

from __future__ import annotations

from collections.abc import Mapping

from smsdesk.domain.sentences import Sentence, say

NAMES: Mapping[str, Sentence] = {
    "Jour de l'an": say("New Year's Day"),
    "Vendredi saint": say("Good Friday"),
    "Lundi de Pâques": say("Easter Monday"),
    "Fête du Travail": say("Labour Day"),
    "Fête de la Victoire": say("Victory Day"),
    "Ascension": say("Ascension Day"),
    "Lundi de Pentecôte": say("Whit Monday"),
    "Fête nationale": say("National Day"),
    "Assomption": say("Assumption Day"),
    "Toussaint": say("All Saints' Day"),
    "Armistice": say("Armistice Day"),
    "Noël": say("Christmas Day"),
    "Saint-Étienne": say("Saint Stephen's Day"),
    "Mi-Carême": say("Mid-Lent"),
    "Abolition de l'esclavage": say("Abolition of slavery"),
    "Fête de Victor Schoelcher": say("Victor Schoelcher Day"),
    "Fête de la Citoyenneté": say("Citizenship Day"),
    "Arrivée de l'Évangile": say("Missionary Day"),
    "Matāri'i": say("Matariki"),
    "Saint Pierre Chanel": say("Saint Peter Chanel's Day"),
    "Saints Pierre et Paul": say("Saints Peter and Paul"),
    "Fête du Territoire": say("Territory Day"),
    "Vacances de la Toussaint": say("All Saints' holidays"),
    "Vacances de Noël": say("Christmas holidays"),
    "Vacances d'hiver": say("Winter holidays"),
    "Vacances de printemps": say("Spring holidays"),
    "Pont de l'Ascension": say("Ascension weekend"),
    "Vacances d'été": say("Summer holidays"),
}


def day_name(french: str) -> Sentence | str:
    """The sentence for a name of the library; a name that is not known here stays as it is."""
    return NAMES.get(french, french)
