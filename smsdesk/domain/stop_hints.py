"""Texts that want no more SMS without saying it as an order: a wrong number, enough of it, the law.

None of them is ever applied by itself; each is shown to a person, so that a false one costs a look.
"""

from __future__ import annotations

import re

_SMS = (
    r"(?:(?:de|d|des|du|vos|votre|les|le|ces|ce|tous|autres|toutes|these|your|any|a) ){0,4}"
    r"(?:sms|textos?|mess?ages?|msgs?|notifs?|notifications?|texts?|spams?)"
)
_WHO = r"(?:numero|num|tel|telephone|portable|destinataire|correspondant|interlocuteur|contact)"
_REMOVE = r"(?:enleve|retire|supprime|efface|raye|sorte|vire|radie|bloque)(?:z|r|s)?"
_PARENT = r"(?:mere|pere|maman|papa|parents?|mamie|papi|tuteur|tutrice|responsable)"

_WRONG_NUMBER = (
    rf"(?:mauvais|faux|(?:pas|plus) (?:le |au |du )?bon) {_WHO}",
    rf"{_WHO} (?:incorrect|errone|faux|inexact)",
    rf"erreur (?:de|sur le|dans le) (?:{_WHO}|personne)",
    # Who says "je me suis trompé de numéro" speaks of his own slip.
    rf"(?<!suis )tromp\w+ de (?:{_WHO}|personne|famille)",
    r"pas la bonne personne|pas la personne (?:concernee|que|qu)|wrong (?:number|person)",
    rf"{_WHO} (?:n est|est) (?:plus|pas) (?:celui|le bon|le sien|a|au nom|attribue a)",
    r"n? ?est (?:plus|pas) (?:le numero d|mon numero|son numero|a ce numero)\w*",
    rf"{_WHO} (?:ne|n) (?:correspond|appartient|m appartient|lui appartient) (?:pas|plus)",
    r"suis pas (?:mme|madame|mr|m|monsieur) \w+",
    r"(?:donne|ou avez vous(?: eu| trouve)?|comment avez vous(?: eu)?) mon numero",
    rf"(?:ne )?(?:suis|sommes) (?:pas|plus) (?:la |le |les |sa |son )?{_PARENT} d\w*",
    r"(?:ai|avons) (?:pas|aucun|plus|jamais eu) (?:d )?enfants?(?: (?:chez|dans|inscrits?)\b| a l ecole|$)",
    r"connais (?:pas|aucune?) (?:cette personne|cet? enfant|cet? eleve|ce nom|cette famille)",
    r"il n y a (?:pas|personne|aucune?) (?:de |d |du nom de )?[a-z]+ (?:ici|a ce numero)$",
    r"^(?:\w+ ){0,3}vous (?:faites|devez faire|avez fait) erreur(?: (?:de|je|il) .*)?$",
    r"^(?:\w+ ){0,8}vous vous (?:trompez|etes trompee?s?)$",
)
_ENOUGH = (
    rf"(?:marre|assez|ras le bol|trop|fatiguee?) (?:de |d )?{_SMS}",
    rf"(?:ca suffit|c est assez|c assez|ca va) (?:avec |pour )?{_SMS}|no more {_SMS}",
    r"laisse[zr]?(?: ?-?(?:moi|nous)) (?:tranquilles?|en paix)|leave (?:me|us) alone",
    r"(?:foute[zs]?|fous|fiche[zs]?) (?:moi|nous) la paix",
    r"vous (?:(?:me|nous|m|n) )*(?:harcele|embete|saoule|derange|importune)\w*",
    r"(?:arr?ete[zr]|cesse[zr]) de (?:me |m |nous )(?!dire|donner)\w+",
    rf"(?:c est du|ce sont des|{_SMS} (?:est un|sont des|est du)) spams?|33700|lache[zs]? (?:moi|nous)"
    rf"|degage[zs]?",
    r"inutile de (?:(?:me|m|nous) )(?:ecrire|envoyer|contacter|solliciter)\b",
    r"demande (?:d|de l|qu on) arrete\w*$|(?<!vous )(?<!nous )arr?etez(?: (?:ca|cela|tout ca|tout))?$",
)
_NOT_FOR_ME = (
    rf"{_SMS} (?:ne |n )?(?:me |nous |m )?(?:concerne|interesse|regarde)\w* (?:pas|plus|en rien)",
    rf"concernee?s? par {_SMS}|(?:suis|sommes) plus (?:du tout )?concernee?s?$",
    r"rien demande(?: a personne)?$|jamais (?:demande|accepte|souhaite|voulu) (?:a |de |d )?"
    rf"(?:recevoir|etre (?:contact|inscri|abonn)\w+|{_SMS})",
    rf"refus\w* (?:de recevoir|d etre (?:contact|sollicit)\w+|{_SMS})",
    r"(?:ne )?(?:veux|veut|desire|souhaite|souhaitons|voulons) (?:plus|pas) (?:jamais )?"
    r"(?:(?:rien )?recevoir(?: rien)?$|etre (?:contact|sollicit|derang|importun|notifi|inform|join)\w+)",
    rf"(?:veux|veut|voulons|souhaite|souhaitons) plus (?:recevoir |avoir )?{_SMS}",
    r"(?:veux|souhaite|souhaitons|voudrais|demande|aimerais) (?:a |d |de )?etre "
    r"(?:desinscri|desabonn|retire|radie|supprime|enleve|efface)\w*(?! d[ue]\b)",
    rf"(?:me|nous) suis (?:deja )?(?:desinscri|desabonn)\w+|plus besoin de (?:m envoyer|recevoir|{_SMS})",
    r"(?:suis|sommes) plus (?:eleves?|adherente?s?|membres?|au conservatoire|a l ecole)",
    rf"^(?!.*\b(?:n ai|n a|n avons|n y a|y a|recois|recu|eu|envoye[rz])\b).+ (?:plus|pas) (?:de|d"
    rf"|aucun) {_SMS}$",
    rf"(?:je|on) vous bloque|bloque(?:z|r)? (?:mon|ce|votre) {_WHO}",
    r"(?:do not|don t|dont|never) (?:text|message|contact|sms|write|call) (?:me|us)|take (?:me|us) off"
    rf"|remove (?:me|us|my number)|(?:don t|dont|do not) want {_SMS}",
)
_LAW = (
    r"rgpd|cnil|droit d opposition|droit a l (?:oubli|effacement)|retire\w* mon consentement",
    r"oppos\w* (?:a |au )(?:l |la |le |tout |toute )?(?:utilisation|traitement|envoi|reception|conservation)",
    rf"{_REMOVE} (?:toutes )?(?:mes|nos) (?:donnees|coordonnees|infos|informations)",
)
_SAID_SOMEWHERE = re.compile(
    "|".join(rf"(?:^|(?<= ))(?:{said})(?= |$)" for said in (*_WRONG_NUMBER, *_ENOUGH, *_NOT_FOR_ME, *_LAW))
)
_ALL_THAT_IS_SAID = re.compile(
    rf"(?:d |de )?arr?ete[zr]?(?: (?:ca|cela|tout))?|(?:de )?cesse[zr]?(?: (?:ca|cela|tout))?|bloque[zr]?"
    rf"|plus rien"
    rf"|(?:de |d )?(?:(?:me|nous|m) )?{_REMOVE}(?: ?(?:moi|nous))|(?:me|nous) {_REMOVE}"
    r"|sor(?:s|tez|tir) (?:moi|nous)(?: de (?:cette|la|votre) liste)?"
)
_STOP_LAST = re.compile(
    r"(?:\w+ ){0,5}(?!(?:le|un|au|du|de|ce|en|a|l|bus|non|auto|ping|pit|feu|feux|panneau|avant|apres|ou"
    r"|to|mot"
    r"|petit|grand|aucun|pas|chaque|premier|prochain|dernier|the|dit|dis|repondre|ecrire) )\w+ stop+"
)
"""STOP behind a few words, unless it is the sign beside the road, or quoted."""


def wants_none(said: str, bare: str, *, asks: bool) -> bool:
    """Whether folded words (`bare`: without those of politeness) mean so; `asks`: the text has a "?".

    What may be said in passing counts only where nobody asks something.
    """
    if _ALL_THAT_IS_SAID.fullmatch(bare) or _SAID_SOMEWHERE.search(said) or _SAID_SOMEWHERE.search(bare):
        return not asks or not _OUR_OWN.search(said)
    return not asks and _STOP_LAST.fullmatch(bare) is not None


_OUR_OWN = re.compile(r"\b(?:arr?etez|y a|ai(?:-je)? (?:le|pas|bien)|est ce|quel|c est le)\b")
"""Beside a "?", these ask for a stop of the bus or whether one has the right number."""
