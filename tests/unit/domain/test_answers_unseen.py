"""Answers judged by a person before they were read by the program: what it must never be sure of wrongly.

Each line is a text and every reading that a secretary would accept; "?" is one that a person looks at.
"""

from __future__ import annotations

import pytest
from answers_drawn import DRAWN_ANSWERS, DRAWN_ORDERS

from smsdesk.domain.answer_reading import AnswerKind, Reading, read_answer
from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.stop_reading import StopKind, StopReading, read_stop

# "⏎" begins another line.
ANSWERS = """
oui c bon pr samedi | yes
Oui oui, on sera la tous les 3 ! | yes 3
Oui, nous serons 3 dont 2 enfants. À quelle heure faut-il venir ? | yes 3
On sera 4 ? | other
ouai on vien | yes
wè | yes
c ok pr moi | yes/yes?
Re: Sortie musée - oui, Camille participera | yes
"Répondez OUI ou NON" : OUI | yes
Bonjour, suite à votre message je vous confirme que Camille sera bien présente jeudi. Bien à vous, Sophie Durand | yes
Oui mon fils sera là, par contre il arrivera avec 10 min de retard | yes
Oui⏎Mme Lefèvre | yes
Bjr oui pr Lea. Bne journee | yes
OUI (Jules 5eB) | yes
Jules viendra, merci à vous | yes
ok on sera 4 | yes 4
ok pour 2 | yes 2
Yes we will be there | yes
we are coming! | yes
yes for 2 people please | yes 2
No sorry we can't | no
sorry can't make it | no
we will not come | no
Thank you, no | no
I confirm | yes
not possible for us | no
oui pour Léa non pour Tom | other
Oui pour l'aîné mais non pour la petite | other
Léa oui, Tom non | other
Tom ok Lea absente | other
non pas de probleme pour moi | yes/yes?
Non non aucun problème on vient | yes
nn c mort | no
c mort pour nous | no
jsuis pa dispo dsl | no
jpourré pa | no
jpourrai pas etre la desoler | no
desoler on poura pas | no
on pe pa | no
On ne seras pas la | no
on nai pas dispo | no
Malheuresement on ne peut pas | no
Bonjour malheureusement nous sommes pris ce jour la | no
Nous avons un mariage ce week-end donc non | no
non il a de la fièvre | no
Hélas non, Théo a la varicelle... | no
Je travaille ce soir là, impossible pour moi | no
je bosse desolee | no/no?
Ce sera avec grand regret non | no
Sans nous cette fois, bon concert ! | no
Non, et merci de votre compréhension | no
pas moi désolé | no
Elle ne pourra pas participer car elle part chez son papa | no
Il ne fera pas le concert | no
il fera le concert | yes
Nous déclinons l'invitation | no
je décline, merci | no
on passe notre tour cette année | no
Ni moi ni mon mari ne sommes disponibles | no
Ça ne va pas être possible pour nous | no
ca va pas etre possible | no
Ça risque d'être compliqué pour nous | no?/other
ça va être juste niveau horaire | other
j essaie de venir | other
on fera notre possible | other/yes?
je vais voir avec mon mari | other
je reviens vers vous | other
Je vous dis ça ce soir | other
Laissez moi vérifier et je vous réponds | other
peu être oui | other
Sûrement | yes?/other
surement oui | yes?/other
si tout va bien oui | yes?
Oui si Tom est guéri | yes?
Si le cours est maintenu, oui | yes?
oui si je trouve quelqu'un pour me remplacer | yes?
je viendrais si je pouvais | other/no?
Nous serions venus avec plaisir mais nous sommes en vacances | no
on aurait bien aimé mais non | no
J'aurais aimé être là mais je ne peux pas | no
nous serons 3 dont 2 enfants | number 3
nous serons cinq : deux adultes et trois enfants | number 5
on sera trois dont un bébé | number 3
Nous viendrons à quatre | yes 4
3 adultes 2 enfants merci | number 5
2 ad + 1 enf | number 3
deux adultes + un enfant | number 3
moi + 1 | number 2/number? 2
moi et ma femme | number? 2/other
mon mari et moi | number? 2/other
une seule personne | number 1
juste moi | number? 1/other/number 1
Je serai seule | number? 1/number 1/yes? 1
oui seulement 1 | yes 1/yes? 1
une dizaine | number? 10/other
6 ou 7 je sais pas encore | other
entre 4 et 6 | other
Nous serons 12. C'est possible ? | number 12/number? 12/other
2 places pour le 14 décembre svp | number 2
2 pour samedi 3 pour dimanche | other
on sera finalement 5 et pas 4 | number 5
5 au lieu de 6 finalement | number 5
Rectificatif : 3 et non 4 | number 3
nous serons 2 à 19h30 | number 2
4 personnes, mon tel est le 06 39 98 11 22 | number 4
0 désolée | number 0
aucune place merci | no/number 0/number? 0
Merci pour l'invitation | other
merci bcp pour votre réactivité | other
Merci pour tout, bonnes fêtes | other
ok je lui dis | yes?/other
ok noté | yes?/other
Reçu ! | other
Recu 5/5 | other
vu | other
👍👍👍 | yes?
🙏🙏 | other
❤️ | other
😷🤒 | other
Oui 😊🎉 | yes
🎻 on y sera ! | yes
C noté pas de cours jeudi | other
Il a perdu sa partition | other
Elle a oublié son violon, quelqu'un peut le garder ? | other
Bonjour est ce que le cours de jeudi est maintenu | other
vous confirmez pour demain ? | other
Pouvez vous confirmer svp | other
Confirmez moi svp | other
le prof est présent ? | other
Est-ce que Léa était présente hier ? | other
Bonjour, Léa était absente hier car malade | other
Léa sera en retard | other
Je serai là à 17h pour la récupérer | yes/yes?
Pardon je me suis trompée de destinataire | other
désolée pour la réponse tardive, oui nous serons là | yes
Dsl du retard : non | no
Toutes mes excuses j'avais pas vu. oui | yes
Non je plaisante, on sera là ! | yes/other/yes?
Excusez moi je n'avais pas vu le message. C'est trop tard ? | other
C'est non négociable ? | other
Oui, j'ai bien reçu votre message | yes?/yes/other
J'ai dit oui hier déjà | yes?/other
j'ai déjà répondu | other
Je vous ai répondu non la semaine dernière | no?/other
Annulez ma réponse, finalement on ne vient pas | no
Finalement non | no
Finalement on peut | yes
changement : nous ne serons que 2 | number 2/number? 2
On ne sera que trois | number 3/number? 3
Il n'y aura que moi | number? 1/other/number 1
il y en aura 3 | number 3
j'inscris 2 enfants | yes 2/number 2
je prends 3 tickets | number 3/yes 3
Inscrivez Zoé svp | yes/yes?
vous pouvez compter sur Zoé | yes
Zoé ne rate jamais une répétition, elle sera là | yes
elle ne raterait ça pour rien au monde | yes
Il vient pas aujourdhui | no
Zoé ne vient pas ce soir elle est fatiguée | no
zoe malade pas cours | no/no?/other
Zoé est malade elle ne sera pas au cours | no
Pas de problème pour l'annulation | yes?/other
Pas de cours alors ? | other
Super nouvelle !! | yes?/other
Je ne suis pas le papa de Zoé, mauvais numéro | other
Qui est-ce ? | other
Oui bonjour, qui êtes-vous ? | other/yes?
oui allo | other/yes?
Non mais sérieux ? | other
Bonjour non merci ça ira | no
Pas besoin merci on a déjà la tenue | other/no?
Accord donné pour la sortie | yes
Avis défavorable | no
Je m'y oppose | no
je suis contre | no
Je ne m'y oppose pas | yes?/other
Nous ne pourrons être que 2 | number 2/number? 2/yes 2/yes? 2
Nous ne pourrons venir qu'à 3 | number 3/number? 3/yes 3/yes? 3
je ne peux venir qu'à 18h | yes?/other
je ne pourrai venir que si on me remplace | yes?/other
on ne peut pas ne pas venir ! | yes/other/yes?
Impossible n'est pas français, on sera là | yes/other/yes?
Non ce n'est pas une blague on vient | yes/other/yes?
Pas avant 18h | other
Pas le samedi | other/no?
non pas samedi mais dimanche ok | other
plutot dimanche | other
oui dimanche, non samedi | other
vendredi non, samedi oui | other
Ouiiii trop hâte !!! | yes
Grave ! | yes/yes?/other
Carrément | yes
bien vu merci | other
je pense pas | no?
je ne pense pas que ce soit possible | no/no?
je crois pas qu'on puisse | no?/no
j'espère que oui | yes?/other
Pourquoi non ? | other
On n'a pas dit non | other
Oui et merci de noter son allergie aux arachides | yes
Oui avec un pique-nique sans porc svp | yes
non sans porc svp | other/no?/no
Oui, sans faute. Pas besoin de transport | yes
Oui, pas besoin du bus nous l'emmenons | yes
Oui mais pas en bus | yes?
Oui mais il ne prendra pas le bus | yes?/other
Oui il viendra mais il ne mangera pas sur place | yes?/other/yes
il ne mangera pas à la cantine demain | other/no
Non il sera absent, il a rdv chez l'orthodontiste à 14h | no
OUI NOUS SERONS PRESENTS MONSIEUR ET MADAME GARCIA ET LEURS 2 ENFANTS | yes/yes? 4/yes? 2/yes?
Bjr c'est la maman de Noé, il viendra demain | yes
Noé viendra pas demain il tousse | no
oui pas de pb pour jeudi 18h | yes
Oui. Mais qui les accompagne ? | yes?/yes
ben oui | yes
Ah mince non on peut pas | no
Zut, on a déjà un anniversaire ce jour là | no/other/no?
c'est non | no
c'est oui pour les 2 | yes/yes 2
oui pour les deux enfants | yes/yes 2
oui pour 2 enfants | yes 2
non pour les deux | no
Lina oui mais son frère non | other
Mes deux filles seront là | yes/yes 2
mes 3 enfants participeront | yes/yes 3
nous viendrons en famille (5) | yes 5
5 pers dont 3 enfants | number 5
Pour nous ce sera 4 | number 4
Comptez 4 personnes | number 4
Mettez-nous 2 places | number 2
2 adultes, pas d'enfants | number 2
un adulte | number 1
1 ou 2 je confirme demain | other
je vous rappelle pour dire combien | other
Au moins 3 | number? 3/number 3/other
3 minimum | number? 3/number 3/other
3 max | number? 3/number 3/other
trois ! et demi 😂 | number 3/number? 3/other
Ok mais pas longtemps | yes?/other
ok si covoiturage | yes?
Pas sans sa sœur | other
oui mais sans son père | yes?/other
Non, il a rendez vous à 15h chez le dentiste | no
RDV médecin donc absent | no
on a covid à la maison donc absents | no
Gastro !! il reste au lit | other/no?
Pas d'école aujourd'hui pour Noé, grippe | other/no?/no
grèves des trains, je ne sais pas si on pourra | other
Nous ferons tout pour venir | other/yes?
on va essayer | other
je ferai mon max | other
Ça dépend du temps | other
Sans souci | yes?
ça joue | yes?
Ça le fait | yes?/other
c'est parti | yes?/other
impec merci | yes?
top! | yes?
J'ai transmis à mon ex-mari | other
Voir avec le papa au 06 39 98 44 55 | other
vous avez le mauvais numéro | other
C'est qui Noé ? | other
Je n'ai pas d'enfant | other
déjà payé | other
Où faut-il aller | other
combien ça coûte ? oui si c'est gratuit | yes?/other
Oui, c'est combien ? | yes/yes?
Non. Quand est le prochain ? | no
non pas encore reçu la convocation | no?/other
Oui et non, il viendra mais partira plus tôt | other/yes?
Nous ne viendrons finalement pas. Désolés pour le contretemps | no
Je me désiste | no
on se désiste désolé | no
annulation pour nous | no
je souhaite annuler | no
J'annule | no
annulé pour demain ? | other
ok pour l'annulation | yes?/other
Je maintiens ma réponse : oui | yes
Je maintiens mon refus | no/no?
Vu avec Noé : partant ! | yes
motivés !! | yes/yes?/other
présent(e)s tous les deux | yes 2/yes
Pour ma part non | no
Moi non, mon mari oui | other
Moi c'est bon | yes?
c'est pas bon pour moi | no
Très volontiers merci de l'invitation | yes
Malgré l'envie, impossible | no
Nous n'y serons pas | no
nous ny serons pas | no
on ira pas | no
nira pas | no
on fait l'impasse | no/other
Sera présent M. Dupont | yes
Sera absente : DUPONT Léa 6A | no
Léa DUPONT 6A : OUI | yes
DUPONT oui | yes
N O N | no
o u i | yes
0UI | yes/other
oiu | yes/other
non. oups, oui !! | other
Oui!! Erreur, je voulais dire non | other
Je me suis trompé de touche : c'est oui | yes
Ignorez mon précédent message. Non. | no
J'autorise mon fils à participer. | yes
je n'autorise pas mon fils à sortir seul | no
Vous avez mon autorisation | yes/other
Lu et approuvé | yes/other/yes?
Bonne idée ! | other/yes?
Je souhaite un rendez-vous avec le professeur | other
Je veux parler au directeur | other
Nous souhaitons changer de créneau | other
Je voudrais l'inscrire en danse | other
je souhaite venir | yes
Je veux bien | yes
on veut bien y aller | yes
Léa souhaite participer | yes
Elle veut arrêter | other/no?
Il compte passer l'examen l'an prochain | other
Je prendrai le forfait annuel | other
nous prendrons 2 places | yes 2/number 2
J'accepte les conditions | yes
Nous assistons à trop de changements | other
Il est présent dans la salle ? | other
Je suis libre pour en parler quand vous voulez | other/yes/yes?
je suis disponible au 06 39 98 10 20 pour en parler | other/yes/yes?
Je vais passer au secrétariat demain | other
on va au concert de qui ? | other
Il viendra chercher sa partition vendredi | other/yes/yes?
Elle vient de me dire que le cours était annulé | other
Je viens de recevoir votre sms | other
nous venons de déménager | other
Il vient d'avoir 10 ans | other
je viens à l'instant de voir votre message | other
Le professeur sera là ? | other
est ce que le prof sera présent | other
Savez-vous si le cours aura lieu | other
Le parking sera libre ? | other
Je ne peux pas ouvrir le lien | other
je n'arrive pas à ouvrir le lien | other
on ne peut pas se garer | other/no?
Il ne peut pas porter son violoncelle | other/no?
je ne peux pas vous appeler avant 18h | other/no?
Je ne pourrai pas le chercher avant 18h | other/no?
Elle ne va pas bien | other/no?
il ne va pas mieux | other/no?
Mon téléphone est en panne appelez mon mari | other
Nous avons refusé cette option | other/no/no?
Absence de réseau ce matin | other
l'absence de M. Petit est-elle confirmée ? | other
Merci pour l'accord | other/yes?
Suite à son absence pouvez vous donner les devoirs | other/no?
Il était absent ce matin désolé | other/no?
Vous êtes sûr que non ? | other
C'est pas grave | other/yes?
pas grave merci | other/yes?
tant mieux | other/yes?
dommage | other/no?
Dommage :( | other/no?
Enfin une bonne nouvelle oui ! | yes/yes?
La réponse est oui | yes
la réponse est non | no
Non aux maths, oui à la musique 😂 | other
Monsieur Nonot | other
Mme Ouimet | other
Nathan Non-Inscrit ? | other
Je vous confirme que je passe demain | other/yes/yes?
Confirmation bien reçue | other
Je confirme avoir reçu le dossier | other/yes/yes?
je confirme la réception | other/yes/yes?
"""

LEFT_TO_A_PERSON = frozenset(
    {
        "wè",
        "nira pas",
        "pas cantine",
        "sans problème, elle restera à l'étude",
        "Tom ok Lea absente",
        "non pas samedi mais dimanche ok",
        "OUI NOUS SERONS PRESENTS MONSIEUR ET MADAME GARCIA ET LEURS 2 ENFANTS",
    }
)
"""Not understood, and not taken for understood either."""

ORDERS = """
stop c trop | maybe
Stop !!! j'en ai marre | maybe
svp arretez les messages | stop
Merci d'arrêter vos SMS | stop
veuillez me retirer de votre liste d'envoi | stop
arretez de m'ecrire svp | stop
ne m'envoyez plus rien | stop/maybe
Je souhaite ne plus recevoir vos messages merci | stop
je veu plu recevoir de sms | stop/maybe
jveux plus de vos sms | stop/maybe
plus de sms svp | stop
STOP. | stop
Stop SVP merci d'avance | stop
stop stp | stop
ARRETER | stop
desabonnez moi | stop
desinscrivez-nous svp | stop
dessinscription | stop/maybe
désinscription svp merci | stop
Unsubscribe please | stop
please stop texting me | stop/maybe
remove me from your list | stop/maybe
no more sms please | stop/maybe
take me off this list | stop/maybe
stop promo | promo
plus de pub svp | promo
Je ne veux plus de vos pubs | promo
start | start
START svp | start
je veux de nouveau recevoir vos sms | start
reprise des sms svp | start
annulez mon stop | start
J'ai envoyé stop par erreur | none/start/maybe
On s'arrête au stop devant l'école et on arrive | none
Le bus s'arrête où ? | none
Arrêt de bus Mairie, c'est bien ça ? | none
Léa est en arrêt maladie | none
je suis en arret de travail, on sera absent | none
Elle arrête le violon à la fin de l'année, merci pour tout | none
Il a arrêté la danse en mars | none
Non stop depuis ce matin, bravo les musiciens | none
Le concert non-stop commence à quelle heure ? | none
Merci de ne pas vous arrêter de jouer ! | none
on n'arrête pas le progrès ;) | none
stop covid | none/maybe
La pluie s'est arrêtée, on maintient ? | none
Stop ou encore ? | none/maybe
pouvez vous arreter de changer les horaires svp | none/maybe
Désinscription de Paul du stage de Pâques svp | none
Je voudrais désinscrire ma fille de la cantine demain | none
Merci, bonne continuation | none
merci pour cette année, on stoppe le piano l'an prochain | none
arrêté ministériel ? | none
J'ai un arrêt jusqu'à vendredi | none
auto-stop possible pour rentrer ? | none
il faut que ça s'arrête ces retards | none/maybe
Stop aux retards du professeur ! | none/maybe
STOP je viens chercher Léa moi-même | none/maybe
stop, je reprends : oui nous serons 3 | none/maybe
oui mais stop aux photos svp | none/maybe
"""


def rows(table: str) -> list[tuple[str, frozenset[str]]]:
    apart = (line.rsplit(" | ", 1) for line in table.splitlines() if line)
    return [(text.replace("⏎", "\n"), frozenset(accepted.split("/"))) for text, accepted in apart]


ROWS, ORDER_ROWS = rows(ANSWERS + DRAWN_ANSWERS), rows(ORDERS + DRAWN_ORDERS)


def told(reading: Reading) -> str:
    if reading.kind is AnswerKind.OTHER:
        return "other"
    words = reading.kind.value + ("" if reading.sure else "?")
    return words if reading.value is None else f"{words} {reading.value}"


def ordered(reading: StopReading) -> str:
    if reading.kind is StopKind.STOP and reading.purpose is Purpose.PROMOTION:
        return "promo"
    return {StopKind.MAYBE_STOP: "maybe"}.get(reading.kind, reading.kind.value)


@pytest.mark.parametrize(("text", "accepted"), ROWS, ids=[text for text, _ in ROWS])
def test_nothing_is_read_surely_and_wrongly(text: str, accepted: frozenset[str]) -> None:
    reading = read_answer(text)
    surely = reading.sure and reading.kind is not AnswerKind.OTHER
    assert told(reading) in accepted or not surely


def test_nearly_all_is_read_as_a_person_reads_it() -> None:
    """A hesitation where a person has none costs a look, and is no mistake."""
    missed = {
        text
        for text, accepted in ROWS
        if told(read_answer(text)).replace("?", "") not in certainties(accepted)
    }
    assert missed <= LEFT_TO_A_PERSON


def certainties(accepted: frozenset[str]) -> set[str]:
    return {each.replace("?", "") for each in accepted}


@pytest.mark.parametrize(("text", "accepted"), ORDER_ROWS, ids=[text for text, _ in ORDER_ROWS])
def test_what_is_asked_to_end(text: str, accepted: frozenset[str]) -> None:
    assert ordered(read_stop(text)) in accepted


def test_the_tables_are_long_enough() -> None:
    assert len({text for text, _ in ROWS}) == len(ROWS) >= 550
    assert len({text for text, _ in ORDER_ROWS}) == len(ORDER_ROWS) >= 180
