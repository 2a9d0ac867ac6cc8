"""What is known about errors beyond their own sentence: what they mean, and the help page on them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from smsdesk.domain.errors import DeskError, InputError, ModemError, ProfileError
from smsdesk.domain.sentences import Sentence, say
from smsdesk.ui.help_topics import BUDGET, MODEM, SAFETY, Topic
from smsdesk.ui.i18n import SENTENCES, translate
from smsdesk.ui.tasks import UNEXPECTED

_MEANINGS: dict[type[DeskError], Sentence] = {
    InputError: say("The program did not do it: your data are as they were."),
    ModemError: say("Nothing is lost: what waits to be sent leaves as soon as a modem is ready."),
    ProfileError: say("Until this is solved, nothing more can be kept. What was kept before is still there."),
}

_DEFECT = say("This is a mistake of the program, not yours. It goes on, and what was kept is safe.")
_DEFECT_TODO = say(
    "Press F5 to read the page anew, and try again. If it comes back, give the report to whoever looks after"
    " the program: it holds no name, number or text."
)

_IMPORT = Topic("importer-une-liste", "si-le-fichier-est-refuse")
_TOPICS: dict[Topic, tuple[str, ...]] = {
    MODEM: (
        "The modem {name} is not there (any more). Plug it in again.",
        "A PIN has 4 to 8 digits. Look at the SIM's letter and enter it again.",
        "There is no modem {name}. Look at the list of modems.",
    ),
    BUDGET: ("The name of a SIM has at most {most} letters. Shorten it.",),
    SAFETY: (
        "The disk is full: nothing can be kept in {path}. Free some space; nothing was lost.",
        "The database {path} cannot be written ({reason}). Give yourself the right to it.",
        "The database {path} cannot be used ({reason}). Free some space, or check the disk.",
        "The database {path} is damaged ({reason}). Close SMS desk and start it again: it tells how to go"
        " back to a copy.",
    ),
    _IMPORT: (
        "No phone numbers were found in {file}; the list needs a column of them.",
        "No column of {file} holds phone numbers. Its columns are: {headers}.",
        "The list {file} names nobody below its header.",
        "The file {file} is no list; save it as Excel (.xlsx) or CSV and try again.",
        "The file {file} is no list ({kind}); save the list as Excel (.xlsx) or CSV and try again.",
        "The file {file} is empty.",
        "The file {file} is too large for a list of people.",
        "The file {file} cannot be read ({reason}); close it in other programs and try again.",
        "The file {file} is protected by a password; save it without one and try again.",
        "The file {file} is damaged or no list; open it in Excel, save it as .xlsx and try again.",
        "The file {file} is damaged or not complete; save or download it again.",
        "There is nothing to paste; copy the cells in your list first.",
    ),
    Topic("importer-une-liste", "4-importer-et-revenir-en-arriere"): (
        "The people were changed since this plan was made; read the list again.",
        "This change is too old to be undone. Change it by hand.",
        "This cannot be undone: {names} changed since. Change it by hand.",
    ),
    Topic("exporter-une-liste"): (
        "The disk is full, so {file} was not written; make room and try again.",
        "{file} has no known ending; choose a name with .xlsx, .csv or .vcf.",
    ),
    Topic("ecrire-un-texte", "les-modeles"): (
        "This file is no library of templates. Choose a .toml or .json file that SMS desk exported.",
        "There is already a template named {name}. Choose another name.",
    ),
    Topic("envoyer", "tester-envoyer-se-raviser"): (
        "There is no phone for tests yet. Enter your mobile in the settings.",
    ),
    Topic("programmer-un-envoi"): (
        "The time to send, {moment}, is in the past. Choose a later one.",
        "The quiet hours begin and end at the same time. Change one of them.",
    ),
    Topic("suivre-un-envoi"): (
        "Message {id} is not uncertain (any more): there is nothing to decide.",
        "It is too late to send message {id} again. Write a new message instead.",
    ),
    Topic("stop-et-mots-cles"): (
        "This text reads as an order itself: two machines would answer each other. Change it.",
    ),
    Topic("alerte", "s-exercer-sans-aucun-sms"): ("An exercise is going on already. End that one first.",),
}
_TOPIC_OF = {template: topic for topic, templates in _TOPICS.items() for template in templates}

_END = re.compile("[\u202f\u00a0]?[.;] ")
"""Where what happened ends and what to do begins: sentences for people are written in this order."""


@dataclass(frozen=True)
class Told:
    """An error in the words of the window: what happened, what it means, what to do; "" is nothing to say."""

    happened: str
    means: str
    todo: str
    topic: Topic | None


def told(sentence: Sentence, kind: type[DeskError] | None) -> Told:
    """Everything that is known about an error; `kind` is its class, None when it is not known."""
    if sentence == UNEXPECTED:
        return Told(translate(sentence), translate(_DEFECT), translate(_DEFECT_TODO), None)
    happened, todo = _parts(sentence)
    meaning = next((words for base, words in _MEANINGS.items() if kind and issubclass(kind, base)), None)
    return Told(happened, translate(meaning) if meaning else "", todo, _TOPIC_OF.get(sentence.template))


def _parts(sentence: Sentence) -> tuple[str, str]:
    """Cut before the values are put in: these may have points of their own."""
    template = QCoreApplication.translate(SENTENCES, sentence.template)
    end = _END.search(template)
    if end is None:
        return translate(sentence), ""
    before, after = template[: end.start()] + ".", template[end.end() :]
    todo = _filled(after, sentence)
    return _filled(before, sentence), todo[:1].upper() + todo[1:]


def _filled(template: str, sentence: Sentence) -> str:
    return translate(Sentence(template, sentence.values))
