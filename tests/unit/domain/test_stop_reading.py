"""STOP and its kin as families write them, and the same words where nobody asks for anything."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.outgoing import Purpose
from smsdesk.domain.stop_reading import StopKind, StopReading, read_stop

STOP = """
stop
STOP
Stop
Stop.
STOP!!!
stop svp
Stop merci
STOP SMS
stop sms svp
Stop aux sms
stop les sms
STOP MESSAGES
stop message
Stop vos messages
stop stop stop
STOP STOP
stopp
stoppp
Stoooop
S.T.O.P
S T O P
"STOP"
« Stop »
(stop)
🛑 STOP
stop 🙏
stop 36111
STOP au 36180
Stop tout
STOPALL
Stop.\u00a0Merci
stop\tsvp
\u202eSTOP
ＳＴＯＰ
Stop s.v.p
stop au 06 39 98 00 11
Bonjour, stop svp
Bonjour STOP merci
Ok stop
Bonsoir, arrêt svp. Cordialement
arrêt
ARRET
Arrêt svp
arret sms
Arrêt des SMS
arrêt de vos sms svp
arrêter
Arrêtez
arretez svp
Arrêtez vos sms
arretez les messages svp
arreter de m'envoyer des sms
Arrêtez de m’envoyer des messages svp
Merci d'arrêter de m'envoyer des SMS
cessez de m'envoyer des sms
désinscription
DESINSCRIPTION
Désinscription svp
desincription
désinscripton
desinscire
Désinscription sms
désabonnement
me désabonner
Désabonnez-moi
désinscrivez-moi svp
Merci de me désinscrire
Merci de me désabonner
unsubscribe
UNSUBSCRIBE
Unsuscribe
unsubscribe please
Ne m'envoyez plus de sms
ne m’envoyez plus de SMS svp
Ne m'envoyez plus de messages
n'envoyez plus de sms
Merci de ne plus m'envoyer de sms
merci de ne plus m'envoyer de messages
Veuillez ne plus m'envoyer de sms
Merci de ne plus me contacter
ne me contactez plus
ne m'écrivez plus
Je ne veux plus recevoir de sms
Je ne veux plus recevoir vos messages
je ne souhaite plus recevoir de SMS
Je ne souhaite plus recevoir de sms de votre part merci
Nous ne souhaitons plus recevoir vos sms
je souhaite ne plus recevoir vos sms
je voudrais ne plus recevoir de messages
Je ne désire plus recevoir vos SMS
ne plus recevoir de sms
Plus de sms
plus de sms svp
Plus jamais de sms
Retirez-moi de votre liste
Merci de me retirer de votre liste
Supprimez mon numéro
supprimez mon numéro de vos listes svp
Merci de supprimer mon numéro
enlevez moi de votre liste sms
merci de me désinscrire de votre liste
STOP merci de ne plus m'envoyer de sms
Stop ! Ne m'envoyez plus de messages !
stoppez les sms
Stopper sms
fin des sms svp
opt out
JE NE VEUX PLUS DE SMS
Je ne veux plus de vos messages
"""

ADVERTISING = """
STOP PUB
stop pub svp
Stop publicité
plus de pub
Arrêtez la pub
stop aux promos
stop spam
ne m'envoyez plus de pub
"""

START = """
START
start
Start svp
reprise
Reprise
REPRISE SVP
reprise sms
Reprise des SMS
reprendre
Reprenez les SMS
unstop
restart
réabonnement
Réabonnez-moi svp
réinscription sms
Je veux recevoir à nouveau vos SMS
je souhaite recevoir de nouveau les messages
annulez le stop
Annuler STOP
annulation du stop merci
Merci de reprendre les sms
Start sms
"""

MAYBE = """
sotp
stpo
🛑
Arrête
stop ça suffit
Stop c'est bon
Stop laissez-moi tranquille
merci mais stop
J'ai dit STOP
j'ai déjà dit stop
ça fait trois fois que je dis STOP
Non, stop
Bonjour, ma fille ne vient plus au conservatoire, merci d'arrêter les sms
Nous avons déménagé en juillet, merci de ne plus m'envoyer de sms
Ce n'est plus le bon numéro, ne m'envoyez plus de sms
Vous vous trompez de numéro, supprimez mon numéro de vos listes
Bonjour je ne suis pas la maman de Léa, arrêtez de m'envoyer des messages svp
Comment se désinscrire ?
Comment arrêter les sms ?
comment je fais pour me désabonner
je souhaite me désinscrire
On a changé d'école, enlevez-nous de la liste
Qui êtes vous ? STOP
STOP je n'ai rien demandé
start stop
je me désabonne
STOP merci Mme Martin
Ne m'envoyez pas de SMS
STOP ou START
je ne veux plus recevoir de sms mais gardez mon mail
désinscrivez mon fils des sms du midi
Léa est en vacances, stop
c'est bon stop
Pas intéressé stop
Merci d'arrêter
Nous ne sommes plus élèves, arrêtez svp
enlevez moi
Supprimez mes coordonnées svp
bloquez mon numéro
je veux plus de vos sms
Je ne veux plus rien recevoir
Je ne souhaite plus être contactée
Je refuse de recevoir vos messages
je souhaite être désinscrite
Je n'ai rien demandé
Vos messages ne me concernent pas
Je ne suis plus concernée
Mauvais numéro
Vous avez le mauvais numéro
Faux numéro !
Vous vous trompez de numéro
vous vous êtes trompé
Erreur de destinataire
Vous faites erreur, je n'ai pas d'enfant
Ce n'est pas le bon numéro
Ce numéro n'est plus celui de Mme Martin
Ce n'est plus le numéro de Paul
Paul n'est plus à ce numéro
Je ne suis pas la mère de Léa
Je ne suis pas la bonne personne
Marre de vos messages
Trop de sms !
ça suffit les sms
Laissez-moi tranquille
Arrêtez de nous harceler
C'est du spam
No more SMS
wrong number
Please don't text me again
remove me
Je retire mon consentement
RGPD : supprimez mes données
Exercice de mon droit d'opposition
"""

NOTHING = """
Je ne peux pas m'arrêter
on arrête le piano en juin
On arrête le violon, merci pour tout
arrêt de bus
l'arrêt de bus est déplacé ?
À quel arrêt descend-on ?
Rendez-vous à l'arrêt Mairie
Il est en arrêt maladie jusqu'au 12
arrêt maladie
arrêt du piano en juin
non-stop
Non stop
nous avons joué non-stop
en non-stop de 14h à 18h
stop au retard
Stop au harcèlement
stop au covid
Stop à la violence à l'école
C'est le panneau stop à gauche
on viendra en autostop
elle n'arrête pas de chanter
il faut qu'elle arrête la danse
J'arrête la flûte à la fin de l'année
Nous arrêtons les cours en décembre
Léa s'arrête là pour cette année
le cours s'arrête à 18h ?
La pluie s'arrête, on maintient ?
faut-il arrêter la location du violon ?
merci
ok merci
oui
OUI nous serons 3
non
Non dsl
oui mais non
stp
svp
ok stp
Top !
C'est top merci
top
step
stock
Bonjour, Léa est malade, elle ne viendra pas
Léa est absente
Bien reçu
👍
Réinscription
réinscription au conservatoire
Comment se passe la réinscription ?
Désinscription du cours de piano
désinscription cantine jeudi
Reprise des cours lundi ?
reprise ?
Bonjour, reprise ?
La reprise est à quelle date ?
Reprise le 8 janvier c'est noté
À la reprise on verra
on reprend lundi
start-up
Le starter de la voiture est mort
je ne veux pas arrêter les sms
Surtout ne pas stopper les messages
Pour ne plus recevoir nos SMS répondez STOP
Est-ce que je dois répondre STOP ?
Il reste des places ?
Plus de places ?
plus de piano
Je veux plus d'informations
Pouvez-vous m'envoyer plus de détails
envoyez-moi plus d'infos svp
Vous pouvez supprimer le cours de jeudi
Retirez-la de la liste d'attente
Enlevez le piano de la liste
Merci de nous contacter
Contactez moi au 06 39 98 00 01
Je n'ai plus de batterie
je ne recois plus vos sms
Je ne reçois pas vos messages, pourquoi ?
Je n'ai pas eu le message
ne m'attendez pas
Ne venez plus le jeudi
Plus de messages vocaux svp ?
inscription
Inscrire dechets
merci de me rappeler
Christophe
stopwatch
La fin des cours est à 17h
fin
Elle ne veut plus venir
Je ne veux plus de ce créneau
on ne peut plus venir
Je ne souhaite plus faire de solfège
Bonjour, peut-on changer l'heure ? merci
ne m'écrivez pas maintenant, je suis en réunion
Ne m'envoyez pas maintenant
je n'envoie plus de sms à cette heure
Léa est en vacances, je suis devant le stop
Désinscription concert
pas de stop sur la route
12
...
?
Arrêté préfectoral du 3 mars
Je me suis trompé de numéro, désolée
J'ai changé de numéro
C'est le bon numéro pour vous joindre ?
Quel est le bon numéro du secrétariat ?
Vous vous trompez, Paul était là hier
Vous faites erreur sur la date
erreur dans votre message : c'est le 12
Je m'oppose au changement d'horaire
Je ne suis pas concernée par la sortie
Ma fille se fait harceler en cours
Elle en a marre du solfège
Il y a trop de bruit en salle 3
Laissez-moi le temps de vérifier
Je bloque la date
À quelle station vous arrêtez ?
Où est-ce que vous arrêtez ?
un stop devant l'école
Il faut tourner au stop
Je dois désinscrire Léa du concert
Peut-on se désinscrire du cours de solfège ?
je souhaite me désinscrire du cours de piano
Je n'ai rien demandé d'autre que l'horaire
Retirez sa veste du casier svp
Supprimez l'inscription de Paul au stage
Il n'y a personne ici, où êtes-vous ?
Pas intéressé
plus besoin merci
Les transports sont à l'arrêt
"""


def lines(table: str) -> list[str]:
    return table.strip("\n").split("\n")


def without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    return "".join(each for each in apart if not unicodedata.combining(each))


EXPECTED = [
    *((text, StopReading(StopKind.STOP)) for text in lines(STOP)),
    *((text, StopReading(StopKind.STOP, Purpose.PROMOTION)) for text in lines(ADVERTISING)),
    *((text, StopReading(StopKind.START)) for text in lines(START)),
    *((text, StopReading(StopKind.MAYBE_STOP)) for text in lines(MAYBE)),
    *((text, StopReading(StopKind.NONE)) for text in lines(NOTHING)),
    ("Stop\nEnvoyé de mon iPhone", StopReading(StopKind.STOP)),
    ("", StopReading(StopKind.NONE)),
    ("Bonjour\nSTOP", StopReading(StopKind.STOP)),
    ("Je ne viens pas\nSTOP", StopReading(StopKind.MAYBE_STOP)),
    ("mot " * 2000 + "stop", StopReading(StopKind.NONE)),
]


@pytest.mark.parametrize(("text", "reading"), EXPECTED, ids=[text[:60] for text, _ in EXPECTED])
def test_what_a_text_asks_for(text: str, reading: StopReading) -> None:
    assert read_stop(text) == reading


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len({text for text, _ in EXPECTED}) == len(EXPECTED) > 200


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert read_stop(text).kind in StopKind


@given(st.sampled_from(lines(NOTHING)), st.sampled_from(lines(NOTHING)))
def test_what_asks_for_nothing_does_not_become_an_order_by_company(one: str, other: str) -> None:
    assert read_stop(f"{one}\n{other}").kind not in {StopKind.STOP, StopKind.START}


@given(
    st.sampled_from(lines(STOP)),
    st.sampled_from([str.upper, str.lower, str.title, without_accents]),
    st.sampled_from(["", " ", "!", " !!!", ".", " ...", " 🙏", "\n", "\u00a0", " svp", " Merci"]),
    st.sampled_from(["", "Bonjour ", "Bonsoir, ", "ok, ", "« ", "\n\n"]),
)
def test_an_order_is_one_however_it_is_dressed(
    text: str, dressed: Callable[[str], str], behind: str, before: str
) -> None:
    assert read_stop(f"{before}{dressed(text)}{behind}") == StopReading(StopKind.STOP)
