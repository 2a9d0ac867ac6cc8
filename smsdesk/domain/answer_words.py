"""The words by which French families say yes, no, perhaps or nothing at all, as they type them on a phone."""

from __future__ import annotations

import re
from enum import Enum, auto


class Signal(Enum):
    """What a run of words says."""

    UNDECIDED = auto()
    """Neither, or both: "je ne sais pas encore", "oui ou non"."""
    NEUTRAL = auto()
    """Words that look like an answer and are none: "non-voyant", "je vous présente"."""
    NO = auto()
    YES = auto()
    ASSENT = auto()
    """A yes that may be mere politeness: "ok merci"."""
    SORRY = auto()
    """Alone it is a no that was not said: "désolée"."""
    RELUCTANT = auto()
    """A no in other words, which leaves some room: "je pense pas", "j'aurais aimé"."""
    HEDGE = auto()
    """Takes the certainty from what it stands beside: "normalement oui", "oui mais seulement le samedi"."""
    DOUBT = auto()
    """Takes the certainty from a no as well: "non sauf si", "encore absent !"."""
    REPORTED = auto()
    """Somebody tells what was said before: "je vous ai répondu non"."""
    SMALL_TALK = auto()


_CAN = r"peu[tx]?|pouvons|pourr?(?:ai|as?|ais|ait|ons|on|ont|ez)|pourre|pouvait|pouvais|saur(?:ai|a|ons|ont)"
_COME = (
    r"vien[st]?|venons|viennent|venir|viendr(?:ai|ais|as?|ons|ont)|venez|vais|va|allons|vont|ir(?:ai|a"
    r"|ons|ont)|viendre"
)
_TAKE_PART = (
    r"particip(?:e|es|ons|ent|er|erai|erais|era|erons|eront)|assist(?:e|ons|ent|er|erai|era|erons"
    r"|eront)(?! a (?:trop|un|une|des)\b)"
    r"|(?:souhait(?:e|ons|ent)|veu[xt]|voulons|compt(?:e|ons))(?= (?:(?:pas|plus|bien|vraiment|toujours) )*"
    r"(?:(?:y|en|s|l|les|nous|m) )?(?:venir|participer|etre|assister|aller|prendre|reserver|accepter|inscrire"
    r"|\d+)\b| bien\b(?! \w+(?:er|ir|re)\b)| (?:pas|plus)(?: merci| desole\w*| svp)*$)"
    r"|inscri[st]|inscrirai|prendr(?:ai|ons)(?= (?:\d+|deux|trois|quatre|cinq|une? (?:place|billet|repas))\b)"
    r"|accept(?:e|ons)|mang(?:e|era|eront|erons|erai)(?= (?:(?:pas|plus|bien) )?a la cantine)"
    r"|autoris(?:e|ons)"
    r"|fer(?:ai|as?|ons|ont)(?= (?:\w+ )?(?:le|la|les|l|ce|cette|ces) (?:concert|spectacle|sortie|stage|gala"
    r"|audition|examen|voyage|repetition)s?\b)"
)
_FUTURE = r"ser(?:ai|ais|as?|ait|ons|ont|on)|sere[rz]?"
_PRESENT = r"suis|est|sommes|sont|etes"
_HERE = (
    r"la(?! (?:meme|premiere|seule|mere|maman|peine|liste|salle|date|raison|personne|fin|fille|famille|faute"
    r"|bonne (?!journee|soiree|semaine|continuation|fin)))"
)
""" "Là", and not the article of what follows."""
_THERE = (
    rf"{_HERE}|presente?s?|dispos?|disponibles?|libres?|interesse(?:e|s|es)?|concerne(?:e|s|es)?"
    r"|d accord|en mesure|parmi vous|au rdv|au rendez vous|a l heure|partante?s?|des votres|de la partie|ok"
    r"|favorables?"
)
_NOT = r"(?:pas|plus|jamais|point|aps)"
_GAP = r"(?:(?!oui\b|non\b|mais\b|et\b|que\b|qu\b|si\b)[a-z]+ ){0,3}"
_WHO = r"(?:je|j|on|nous|il|elle|ils|elles|moi|tous|toutes)"
_AND_NOT = (
    r"(?:(?!oui\b|non\b|mais\b|et\b|que\b|qu\b|si\b|dans\b|sur\b|de\b|du\b|a\b|au\b|en\b|chez\b|pour\b)"
    r"[a-z]+ ){0,3}"
)
_LATER = r"(?:demain|plus tard|des que|rapidement|tres vite|au plus vite|bientot|prochainement|d ici|dans)"
_NO_PERSON = (
    r"(?:d|de|des|du|le|la|les|l|un|une|avant|apres|longtemps|toute?s?|tous|grave|plus|trop|tres|si|a|au|aux"
    r"|en|dans|sur|sure?s?|certaine?s?|encore|seule?s?|possible|forcement|beaucoup|besoin|souci|probleme"
    r"|facile|ce|cette|ces|mes|ma|mon|merci|desole\w*|dispo\w*|presente?s?|pu|vu|vraiment|oublie\w*)\b"
)
"""What stands behind "mais pas" where it is not somebody who does not come."""
_PLANS = r"(?:vacances|deplacement|voyage|week ?end|we|conges?|reunion|formation)"
_OTHER_DEED = (
    r"(?:(?:vous|te|le|la|l|les|me|m|se|s|leur|lui|en) ){0,2}"
    r"(?!(?:venir|participer|assister|aller|accepter|faire|rester|prendre|amener|emmener|accompagner|deplacer"
    r"|liberer|jouer|chanter|danser|presenter|rejoindre|honorer|donner|etre|hier|notre|votre|autre|encore"
    r"|janvier|fevrier|dernier|premier|soir|desoler)\b)[a-z]{2,}(?:er|ir|re)\b"
)
""" "Je ne peux pas ouvrir le lien": refused is something else than to come."""
_READING = (
    r"(?:ouvrir|lire|voir|cliquer|acceder|telecharger|joindre|appeler|rappeler|envoyer|connecter|payer)"
)
_NEVER = rf"(?:{_WHO} )?(?:ne |n )?(?:y )?"
_ONLY = r"(?! (?:\w+ )?(?:que|qu)\b)"
""" "Ne" with "que" says how many, or on which condition, and refuses nothing."""
_ONE_COMES = r"(?<!je )(?<!on )(?:y va|vient|viendra|participe\w*|peut|presente?|oui|ok)"
""" "Papa vient, maman non": one of two."""
_COUNT = r"(?:\d+|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)"

_PATTERNS: tuple[tuple[Signal, str], ...] = (
    (
        Signal.UNDECIDED,
        r"oui (?:ou|et|/) non|ni oui ni non|peut etre(?! une autre fois| la prochaine fois)"
        r"|peu etre|ptet|pt etre|probablement|surement pas sur"
        r"|(?:ne |n )?(?:sais?|savons|sait) pas(?: encore)?|pas (?:encore )?(?:sure?s?|certaine?s?|decide)"
        r"|(?:a|reste a) confirmer|(?:vous |te )?(?:re)?(?:confirmer|dirai(?!s)|dirons|redis"
        r"|tiens au courant)\w*"
        rf"|(?:vous |te )?confirm(?:e|ons) (?:(?:ca|cela|tout|tout ca|ma reponse|la reponse) )?{_LATER}"
        r"|(?:(?:on|il|elle|personne) (?:n )?a|(?:n )?(?:ai|avons|avait|avais|ont)) (?:pas|jamais) (?:dit"
        r"|repondu|ecrit|confirme|accepte|donne|promis)"
        r"(?: (?:que )?(?:oui|non|ok))?"
        r"|(?:(?:je|nous|on) )?(?:ne |n )?(?:suis|sommes|est) (?:pas|pas encore|plus) (?:sure?s?"
        r"|certaine?s?)(?: (?:d|de|que)\b)?"
        r"(?: (?:y )?(?:etre|venir|pouvoir)(?: (?:la|presente?s?|dispos?|disponibles?|libres?)\b)?)?"
        rf"|(?:mais|et) (?:pas|sans|non)(?: pour| avec)? (?!{_NO_PERSON}|{_COUNT}\b)[a-z]+"
        r"|mais [a-z]+ (?:si|oui|non|pas)$|l une? (?:des|de nos|de mes) (?:deux|trois|2|3)"
        rf"|{_NEVER}(?:{_CAN}) {_NOT} (?:encore )?(?:vous |te )?(?:confirmer|dire|savoir|repondre)"
        r"|pas (?:pour )?(?:le|la|l|les) (?:premiere?|second|deuxieme|troisieme|derniere?|autre|suivant)\w*"
        rf"|(?:{_ONE_COMES}) (?:mais )?(?!{_WHO} |en |a |ah |eh |alors |donc )[a-z]+ non$"
        r"|on verra|a voir|ca depend|en fonction de|si oui|si non|je vous rappelle|si (?:je"
        r"|on) peu[xt]",
    ),
    (
        Signal.ASSENT,
        rf"{_NEVER}(?:{_FUTURE}) {_NOT} en retard|"
        r"(?:non |nn )*(?:y a |n y a |il n y a )?(?:pas|aucun|zero|0|no|sans) (?:de |d |du )?(?:tout )?"
        r"(?:soucis?|problem(?:e|es|s)?|pb|pbs|pbm|blem|inconvenients?|objection)|pas contre"
        r"|(?:ne |n )?(?:(?:m|nous) )?(?:y )?oppos(?:e|ons) (?:pas|point)|(?:vous )?inscrivez"
        r"|(?<!que )(?<!qu )(?<!quand )(?<!comme )(?<!si )(?<!ne )(?:on|je|nous) (?:peu[tx]|pouvons)$"
        r"|lu et approuve|^(?:dispos?|disponibles?|libres?)$|inscri(?:s|vez|re) (?:le|la|les)"
        r"|(?:ne |n )?(?:dis|dit|disons) pas non"
        r"|(?:ne |n )?(?:y )?(?:vois|voyons) (?:pas|aucun) (?:d |de )?(?:inconvenients?|problemes?"
        r"|objection)",
    ),
    (
        Signal.NEUTRAL,
        r"(?:etais|etait|etions|etaient|(?:ai|a|avons|ont) ete) (?:[a-z]+ ){0,2}"
        rf"(?:absente?s?|{_THERE})\b|"
        rf"(?:et|mais) (?:non|pas)(?: pas)? {_COUNT}\b"
        r"|(?:vien\w*|passe\w*) (?:(?:le|la|l|les|vous|me|nous) )?(?:chercher|recuperer|deposer|prendre|payer"
        r"|regler)"
        r"|non mais (?:c est(?! gentil| tres| bien)|serieux\w*|franchement|allo|oh|quand meme|sans blague"
        r"|attendez)|(?:ne |n )?(?:vous|t|te) (?:inquietez?|faites|en faites) pas(?: pour \w+)?"
        r"|(?:c est|n est|c etait) pas (?:\w+ ){1,2}non$"
        rf"|(?:{_WHO} )?(?:vien[st]?|venons|viennent) (?:juste |tout juste |a l instant )?(?:de|d)\b"
        rf"|{_NEVER}(?:va|vais|vas|vont|allons) pas (?:tres |trop |du tout )?(?:bien|mieux|fort)"
        rf"|{_NEVER}(?:{_CAN}|arrive|arrivons) {_GAP}{_NOT} (?:a )?(?:(?:vous|le|la|l|les|me|m|se|y) ){{0,2}}"
        rf"{_READING}\b|non pas encore(?: \w+)?"
        rf"|{_NEVER}(?:{_CAN}) (?:pas|plus) ne pas (?:y )?(?:\w+)"
        r"|impossible n est pas \w+|non (?:ce n est|c est|c etait) (?:pas )?une? \w+|non je (?:plaisante"
        r"|rigole)"
        r"|non (?:voyant|fumeur|stop|inscrit|conforme|urgent|adherent|verbal|violence|lu|recu)\w*"
        r"|nonx \w+|vous presente(?: mes| nos)?|presente (?:mes|nos)|oui oui baguette"
        rf"|(?:n )?(?:ai|avons|a|avez|etait|etais) {_NOT}(?! (?:la|le|les) (?:possibilite|temps"
        rf"|moyens?)\b)(?: \w+)?|pas (?:encore )?(?:recu|vu|lu|compris)"
        r"|n oubliez pas|pas la peine|pas (?:besoin|de nouvelles?)|pourquoi pas|en absence|no \d+"
        rf"|(?:ne |n )?(?:comprends?|trouve|vois|connais|retrouve|recois|fonctionne|marche) {_NOT}",
    ),
    (
        Signal.RELUCTANT,
        r"(?:je|on|nous) (?:ne )?(?:pense|crois|croit|pensons|croyons) (?:pas|plus)"
        r"(?! (?:\w+ )?(?:pouvoir|pourr\w+|venir|etre))(?: (?:que|qu) (?:ce soit"
        r"|on|ca|je|nous|il|elle)(?: (?:possible|puisse|puissions))?)?"
        r"|ca (?:risque d|va) etre (?:un peu |tres )?(?:complique|difficile|dur|tendu|chaud)"
        r"|(?:aurais|aurait|aurions|aurai) (?:bien |tellement |vraiment |beaucoup )?(?:aime|voulu|souhaite)"
        r"(?: (?:y )?(?:etre|venir|participer)(?: la| presente?s?)?)?"
        rf"|{_NEVER}(?:{_CAN}) {_GAP}{_NOT} {_OTHER_DEED}"
        r"|(?:suis|sommes|est|sont) opposee?s?"
        r"|ser(?:ais|ait|ions|aient) venue?s?(?: avec (?:grand )?plaisir)?",
    ),
    (
        Signal.NO,
        rf"confirm\w* {_GAP}(?:absences?|annulation|refus|desistement|indisponibilite|empechement)"
        r"|(?:absences?|annulation|desistement|indisponibilite) (?:de \w+ )?(?:est )?(?:confirmee?|a noter)"
        r"|excuse[rz]? (?:[a-z]+ ){0,3}absences?"
        rf"|(?:aucune?|personne|nul) (?:(?:d entre |de |d )?[a-z]+ )?(?:ne |n )(?:y )?"
        rf"(?:{_CAN}|{_COME}|{_FUTURE}|{_PRESENT}|particip\w+|assist\w+)\b"
        r"|ni (?:[a-z]+ ){1,3}ni (?:[a-z]+ ){1,3}(?:ne |n )(?:y )?[a-z]+"
        rf"|(?:ne |n )(?:y )?(?:{_CAN}) (?:pas |plus )?(?:y )?(?:etre|venir|assister|participer|aller)"
        rf"{_ONLY}(?: {_GAP}(?:{_THERE})\b)?"
        r"|(?:ne |n )(?:la |le |l |les |nous )?inscri(?:vez|s) (?:pas|plus)|comptez? (?:pas|plus) sur (?:moi"
        r"|nous)"
        r"|(?:souhait|voudr|veu|voul|prefer|demand)\w+ (?:me |nous |m )?(?:annuler|desister|renoncer"
        r"|decliner)"
        r"|(?:me|nous|se) desist(?:e|ons)|(?:maintiens|maintenons) (?:mon|notre|le) (?:refus|non)"
        r"|annulation pour (?:nous|moi|lui|elle)|n o n"
        r"|(?:m y|nous y|je m) oppos(?:e|ons)|(?:c est|c|cest) (?:mort|cuit|rape|foutu)"
        r"|surement pas(?! sur)|^aucune? (?:places?|billets?|tickets?)"
        r"|(?:can t|cannot|can not|cant|won t|wont|will not|couldn t|not able to|unable to)"
        r"(?: (?:make it|come|attend|be (?:there|present|able)|participate|join)\b|$)"
        r"|not (?:possible|available|coming|attending|this time)"
        rf"|{_WHO} (?:travaille|travaillons|bosse|bossons)"
        rf"|{_NEVER}(?:{_CAN}|{_COME}|{_TAKE_PART}) {_GAP}{_NOT}(?: (?:y )?(?:etre"
        rf"|venir)(?: {_GAP}(?:{_THERE}))?\b)?"
        rf"|{_NEVER}(?:{_FUTURE}|{_PRESENT}) {_GAP}{_NOT} {_AND_NOT}(?:{_THERE})\b"
        rf"|{_NEVER}(?:{_FUTURE}) {_GAP}{_NOT}(?! \d| (?:deux|trois|quatre|seule?)\b)"
        rf"|ne (?:pas )?(?:pouvoir|venir)|sans (?:moi|nous|lui|elle)|pas (?:pour )?(?:moi"
        rf"|nous|lui|elle)"
        rf"|pas (?:possible|dispos?|disponibles?|presente?s?|{_HERE}|libres?|interesse\w*|d accord|cette fois"
        rf"|ce coup ci"
        r"|ce soir|demain|ok|question|bon pour)|impossible|indispos?|indisponibles?|absente?s?"
        r"|empeche(?:e|s|es)?"
        r"|negatif|refus(?:e|ons)|decline|hors de question|malheureusement(?: non| pas)?|empechement"
        r"|defavorables?|(?<!pas )contre$|^n$|^jamais$|passe(?:ons)? (?:notre|mon) tour|sans facon|tant pis"
        r"|(?:doi[st]|devons|devoir) (?:\w+ )?(?:decliner|annuler|renoncer)|declin(?:er|ons)"
        r"|(?:j|je|nous|on|dois|devons) annul(?:e|er|ons)|impossibilite|pas (?:la possibilite|le temps)"
        r"|aucune chance|ne pense pas (?:pouvoir |que )?"
        r"(?:\w+ )?(?:venir|etre|pouvoir|pourr\w+)(?: (?:venir|la))?|crains que non"
        r"|deja (?:autre chose|quelque chose|prise?s?|un engagement|engagee?s?|un rendez vous|un rdv|prevu)"
        r"|autre chose (?:de )?prevu"
        rf"|(?:serai|sera|serons|seront|sommes|est|suis) (?:deja )?(?:en|au) {_PLANS}"
        rf"|(?:je |nous |on )?(?:donne|donnons) {_NOT} (?:mon|notre|l)? ?(?:accord|autorisation)"
        r"|pas de (?:concert|sortie|stage|spectacle|cours|place|repas) pour (?:moi|nous|lui|elle)"
        r"|jamais de la vie|(?:ne |n )?(?:me |nous |le |la |les )(?:comptez|compte|attendez|prevoyez) pas"
        r"|annule[rz]? (?:notre|nos|ma|mes|la|les|sa|leur) (?:venue|reservations?|places?"
        r"|participation|presence)"
        r"|(?:certainement|absolument|surtout|vraiment) pas|pas du tout(?: \w+)?|bien sur que non"
        r"|hors question"
        r"|n+o+n+s?|nn+|na+n|nope|nop|noon|no|nada|niet|aucun(?:e)?$|emojino",
    ),
    (
        Signal.YES,
        rf"(?:{_WHO} )?(?:y )?(?:{_FUTURE}) {_GAP}(?:{_THERE})\b|(?:j|on|nous|il|elle|ils) y {_FUTURE}"
        rf"|{_WHO} (?:suis|est|sommes|sont) (?:bien |tous |toutes )?(?:{_THERE})\b"
        rf"|(?:{_WHO} )?viendr(?:ai|as?|ons|ont)|{_WHO} (?:vien[st]?|venons|viennent)\b"
        rf"|{_WHO} (?:y )?(?:{_TAKE_PART})\b|{_WHO} (?:{_CAN}) (?:y )?(?:venir|etre|participer|aller)\b"
        rf"|{_WHO} y (?:va|vais|allons)\b|(?:{_WHO} suis |avis )?favorables?|je suis pour$"
        rf"|nous sommes pour$|^o$"
        r"|(?:i|we|he|she|they) (?:(?:will|ll|are|am|is) )(?:be (?:there|present)|com(?:e|ing)|attend(?:ing)?"
        r"|participate|join)|i confirm|pouvez compter sur \w+|accord donne"
        r"|(?:ne |n )?(?:y )?manqu\w+ (?:pas|point|jamais)(?: (?:d|de)(?: y)? (?:venir|etre\b(?: la|"
        r" presente?s?)?))?|(?:manqu|rat)\w+ (?:\w+ )?pour rien au monde|j en serai"
        r"|(?:y )?(?:particip|assist)er(?:ai|as|a|ons|ont)|c est d accord|valide(?:e|ons)?|maintiens"
        r"|maintenons|(?:donne|donnons) (?:mon|notre|l) ?(?:accord|autorisation)"
        r"|on arrive|va pour"
        r"|confirm(?:e|ons|ee?s?)(?! qu\w*\b)|bien presente?s?|presente?s?"
        r"|avec (?:grand )?(?:plaisir|joie)|volontiers|bien (?:sur|entendu)|evidemment|absolument|tout a fait"
        r"|exactement|affirmatif|certainement|carrement|sans faute|partante?s?"
        r"|compte[zr]? (?:sur )?(?:moi|nous)"
        r"|(?:ok|d accord|partants?|bon|favorable) (?:pour|on sera)\b"
        r"(?! (?:(?:l|cette|votre|le|la|ce|ces|les) )?(?:annulation|report|changement|infos?|information"
        r"|modification|message|rappel)s?\b)|o+u+i+s?|ou+a*i+s*|oue|wi+|ui+|yes+"
        r"|yep|yeah"
        r"|ya|o u i|si si|et comment|cest oui|(?<!l )(?<!votre )(?<!un )accord(?:e|ee)?$"
        r"|souhait(?:e|ent) (?:y )?(?:participer|venir|assister)",
    ),
    (
        Signal.ASSENT,
        r"o+k+(?:ay|ey|i|e)?s?|kk|dac+|d ac+|dacor|d accord|daccord|dakor|d acord|(?:ca|sa) (?:marche"
        r"|roule|joue)(?! pas)"
        r"|(?:ca|sa) (?:me|nous|lui) (?:va|convient)(?! pas)|(?:c est |c )possible$|nickel|parfait|super"
        r"|top|genial|impec+(?:able)?"
        r"|tres bien|c est (?:bon|ok|parfait|tout bon)|c bon|cest bon|tout bon|entendu|emojiyes",
    ),
    (
        Signal.SORRY,
        r"sorry|desole(?:e|s|es|r)?|dsl|dsle|navre(?:e|s)?|mes excuses|nos excuses|excuse(?:e|s|es|z)?",
    ),
    (
        Signal.HEDGE,
        r"mais|seulement|uniquement|a priori|je dirais(?= (?:que )?oui)|a condition"
        r"|normalement|logiquement|sans doute|je (?:pense"
        r"|crois)|plutot|seule?s?(?= [a-z]+ (?:ser|vien))|devrai\w+"
        rf"|{_NEVER}(?:{_CAN}|{_COME}|{_FUTURE}|{_PRESENT}) (?:[a-z]+ ){{0,2}}(?:que|qu)(?! (?:non|oui))\b"
        r"|surement|j espere|nous esperons|on espere|allo"
        r"|s ils?(?! vous| te| plait)"
        r"|(?<!meme )(?<!est )si (?!si\b|possible|oui\b|non\b|gentil|bien\b|vite\b|tard\b)[a-z]+",
    ),
    (Signal.DOUBT, r"sauf|sinon|a moins (?:que|qu|de|d)|encore(?= absente?s?)"),
    (Signal.REPORTED, r"dit|repondu|(?:avais|avait|avions) (?:mis|marque|ecrit|note)"),
    (
        Signal.SMALL_TALK,
        r"(?:peut etre )?(?:une autre|la prochaine) fois(?: peut etre)?|s il (?:vous|te) plait"
        r"|c est|(?:je|nous) vous (?:confirme|confirmons|informe|informons|previens|signale) (?:que|qu)"
        r"|(?:suite a|en reponse a) (?:votre|notre|ton|vos) (?:message|sms|appel|mail|demande|question"
        r"|invitation)"
        r"|\d{1,2} ?h(?:eures?)?(?: ?\d\d)?|(?:m|mr) [a-z]+$|bonjours?|bjr|bonsoir|bsr|salut|slt|coucou"
        r"|hello|madame|mme|monsieur|mr"
        r"|merci+s?|mrc|beaucoup"
        r"|svp|stp"
        r"|cordialement|cdlt|cdt|bien recu|recu|(?:c est )?note|bonne (?:journee|soiree|semaine|reception"
        r"|annee)"
        r"|bon(?:ne)? (?:week end|we|courage|fin)|a (?:bientot|samedi|demain|ce soir|plus|vous|tous)|de"
        r"|du|des|la|le"
        r"|les|l|d|et|pour|en|au|aux|un|une|notre|nos|votre|vos|ma|mon|mes|tout|tous|toutes|alors|donc"
        r"|aussi|info"
        r"|information|message|emoji|dont|si possible|\d+|deux|trois|quatre|cinq|six|personnes?|pers"
        r"|places?|adultes?"
        r"|enfants?",
    ),
)

_SIGNALS = {f"s{number}": signal for number, (signal, _) in enumerate(_PATTERNS)}
_ANY = "|".join(rf"(?P<s{number}>{pattern})" for number, (_, pattern) in enumerate(_PATTERNS))
SIGNALS = re.compile(rf"\b(?=\w)(?:{_ANY})(?!\w)")
"""Finds runs of words in folded text whose words are parted by single spaces."""

_UNKNOWN = re.compile(r"[a-z]+|\d+")


def signals(clause: str) -> tuple[list[tuple[Signal, int]], int]:
    """What a clause says, each with where it stands, and how many of its words say nothing that is known."""
    found: list[tuple[Signal, int]] = []
    unknown, end = 0, 0
    for match in SIGNALS.finditer(clause):
        unknown += len(_UNKNOWN.findall(clause[end : match.start()]))
        signal = _SIGNALS[match.lastgroup or ""]
        if signal is Signal.NEUTRAL:
            unknown += 1
        elif signal is not Signal.SMALL_TALK:
            found.append((signal, unknown))
        end = match.end()
    return found, unknown + len(_UNKNOWN.findall(clause[end:]))
