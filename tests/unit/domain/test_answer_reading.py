"""What families really answer, and how it is read: a table, its traps, and texts that nobody would write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.answer_reading import AnswerKind, Reading, read_answer

# Behind each text what it is read as: "?" a person should look at it, a number what it gives.
ANSWERS = """
Oui | yes
oui | yes
OUI | yes
Oui! | yes
oui !!! | yes
Oui. | yes
ouii | yes
ouiiiiii | yes
ouiii!! 😊 | yes
Oui oui | yes
Oui merci | yes
oui merci beaucoup | yes
Oui, merci pour l'information | yes
Bonjour oui | yes
Bonjour, oui. Cordialement | yes
Bonjour Madame, oui Léa sera présente. Cordialement, Mme Martin | yes
Oui bien sûr | yes
Oui, avec plaisir ! | yes
Avec grand plaisir | yes
avec joie 🎶 | yes
Volontiers | yes
ouais | yes
ouai | yes
oue | yes
ui | yes
wi | yes
yes | yes
Yep | yes
si si on vient | yes
Bien sur | yes
Bien entendu | yes
Évidemment | yes
Absolument | yes
Tout à fait | yes
Affirmatif | yes
on sera là | yes
On sera là ! | yes
on sera la | yes
Nous serons présents | yes
Nous serons tous présents | yes
Je serai là | yes
je serais la | yes
Il sera là | yes
Elle sera présente | yes
Tom sera présent | yes
Nous y serons | yes
J’y serai | yes
On vient | yes
nous venons avec plaisir | yes
Nous viendrons | yes
Je viendrai bien sûr | yes
Présent | yes
Présente | yes
présents ! | yes
Je confirme | yes
Nous confirmons sa présence | yes
je vous confirme la présence de Tom | yes
Confirmé | yes
partante | yes
Comptez sur nous | yes
Je participe | yes
nous participerons | yes
Ok pour nous | yes
ok pour samedi | yes
D’accord pour la sortie | yes
Je suis d’accord | yes
j'autorise | yes
J'accepte | yes
je suis dispo | yes
sans faute | yes
Oui 👍 | yes
Oui, à quelle heure ? | yes
oui c’est bon pour nous | yes
oui pas de soucis | yes
oui pas de problème | yes
Oui désolée du retard | yes
OUI LEA MARTIN | yes
Oui pour Léa et Tom | yes
oui je serai absente mercredi mais il y aura son père | other
ok | yes?
Ok | yes?
OK! | yes?
okk | yes?
okay | yes?
oki | yes?
ok merci | yes?
Ok merci beaucoup | yes?
Merci ok | yes?
Ok, merci pour l’info | yes?
Ok bien reçu merci | yes?
d'accord | yes?
D’accord merci | yes?
daccord | yes?
dac | yes?
Très bien, merci | yes?
Parfait merci | yes?
super merci | yes?
nickel | yes?
ça marche | yes?
ca marche merci | yes?
sa marche | yes?
ça me va | yes?
ça nous convient | yes?
pas de souci | yes?
Pas de soucis | yes?
pas de problème | yes?
pas de pb | yes?
Aucun souci | yes?
no problem | yes?
Y a pas de souci | yes?
C’est bon | yes?
c bon | yes?
Entendu | yes?
👍 | yes?
👍🏻 | yes?
👌 | yes?
✅ | yes?
Non | no
non | no
NON | no
Non. | no
non ! | no
nonn | no
Nooon | no
non non | no
nn | no
nan | no
nope | no
Non merci | no
Non, merci | no
non dsl | no
Non désolé | no
Désolée, non | no
Non, désolée, nous ne serons pas là | no
malheureusement non | no
Non malheureusement | no
Bonjour, non. Bonne journée | no
non pas possible | no
Pas possible pour nous | no
pas dispo | no
Pas disponible, désolé | no
impossible | no
Impossible ce jour-là | no
je ne peux pas | no
Je peux pas | no
je peux pas venir dsl | no
je peut pas | no
On ne pourra pas venir | no
Nous ne pourrons malheureusement pas être là | no
on pourra pas | no
Je ne pourrai pas être présente | no
Il ne viendra pas | no
Tom ne viendra pas | no
elle viendra pas | no
on vient pas | no
Nous ne serons pas là | no
on sera pas là | no
nous ne serons pas présents | no
Léa ne sera pas là samedi | no
je ne suis pas disponible | no
Je suis pas dispo | no
nous ne sommes pas disponibles ce jour là | no
Je ne participe pas | no
nous ne participerons pas | no
nous ne souhaitons pas participer | no
absent | no
Absente | no
Tom sera absent | no
Léa est absente | no
nous serons absents | no
pas là | no
pas cette fois | no
sans moi | no
Ce sera sans nous | no
pas intéressé | no
Je refuse | no
pas d'accord | no
je ne suis pas d’accord | no
négatif | no
Personne ne pourra venir | no
👎 | no
❌ | no
ok mais on ne pourra pas venir | no?
D’accord, Tom ne viendra pas | no?
désolée | no?
dsl | no?
oui nous serons 3 | yes 3
Oui, 3 personnes | yes 3
oui 2 | yes 2
Oui on sera deux | yes 2
OUI 4 | yes 4
oui 2 adultes et 1 enfant | yes 3
Oui nous serons 4 dont 2 enfants | yes 4
Nous serons 3 | number 3
nous serons trois | number 3
on sera 5 | number 5
on sera deux | number 2
3 | number 3
3. | number 3
3 personnes | number 3
3 pers | number 3
3p | number 3
trois | number 3
une personne | number 1
1 adulte et 2 enfants | number 3
2 adultes, 3 enfants | number 5
2+1 | number 3
4 (2 adultes et 2 enfants) | number 4
4 places svp | number 4
Pour 2 merci | number 2
0 | number 0
zéro | number 0
pas 3 mais 2 | number 2
Bonjour, nous serons 6. Merci | number 6
nous viendrons à 4 | yes 4
oui à 18h | yes
oui le 12 | yes
oui pour le 12/03 | yes
oui samedi 14 | yes
non pas le 3 | no
oui mais non | other
oui et non | other
Oui ou non ? | other
ni oui ni non | other
on peut venir | yes
Je peux venir | yes
on y va | yes
C’est oui | yes
Ok ns serons la | yes
Changement de programme : on vient ! | yes
Finalement oui | yes
Avis favorable | yes
Non pas de souci on sera là | yes
oui je l'autorise à rentrer seul | yes
Oui 06 39 98 00 10 | yes
Oui mais seulement le samedi | yes?
normalement oui | yes?
je pense que oui | yes?
Je n'y vois pas d'inconvénient | yes?
je ne suis pas contre | yes?
C'est possible | yes?
Je viendrai seul | yes? 1
Ce sera non pour nous | no
Bonjour, Inès est malade elle ne viendra pas | no
Je suis désolée mais Nathan ne pourra pas être présent, il est chez son père ce weekend | no
Merci mais nous ne pourrons pas | no
J'ai un empêchement | no
certainement pas | no
Absolument pas | no
bien sûr que non | no
pas du tout | no
C'est pas bon pour nous | no
ce n'est pas possible | no
ça ne me va pas | no
Aucun | no
Défavorable | no
je n’autorise pas | no
À mon grand regret non | no
trois adultes et deux enfants | number 5
8 places si possible | number 8
nous serons 4 au lieu de 3 | number 4
150 | number 150
ça marche pas | other
Le lien ne marche pas | other
C'est annulé ou pas | other
Non pourquoi ? | other
Donc non ? | other
Erreur de numéro | other
Mon fils n'est plus inscrit | other
entre 3 et 4 | other
6e B | other
0612345678 | other
Oui pardon non | other
🤷 | other
Oui ? | other
peut-être | other
Peut être | other
Oui peut-être | other
Je ne sais pas encore | other
je sais pas | other
pas sûr | other
On verra | other
à confirmer | other
Je vous confirmerai demain | other
ça dépend de l’heure | other
3 ou 4 | other
merci | other
Merci beaucoup | other
Bien reçu | other
Bien reçu, merci | other
C’est noté | other
Bonjour | other
non-voyant | other
mon fils est non-voyant | other
Non voyante, elle a besoin d’aide | other
parking non-fumeur ? | other
il est malade | other
Il est malade depuis lundi | other
À quelle heure ? | other
Le cours a lieu ? | other
On vient demain ? | other
Tom vient demain ? | other
Qui êtes-vous ? | other
Je n’ai pas reçu le message | other
pas compris | other
je ne comprends pas | other
Je vous présente mes excuses pour le retard | other
N’oubliez pas sa partition | other
Je suis en retard de 5 minutes | other
Il a 7 ans | other
Rappelez-moi au 06 39 98 12 34 | other
STOP | other
Je ne peux pas m'arrêter de rire ! Oui ! | other
ok je vous appelle demain pour en parler avec le professeur | other
Il arrive à 17h30 | other
On arrête le piano en juin | other
Qui est à l'appareil ? | other
je confirme notre absence | no
Je vous confirme l'absence de Hugo | no
Absence confirmée | no
Veuillez excuser l'absence de Hugo | no
Nous confirmons que nous ne viendrons pas | no
Je confirme que oui | yes
Oui je confirme qu'il sera absent | other
Je vous confirme demain | other
Je confirme ma réponse dès que possible | other
Léa sera présente mais pas Tom | other
Mon mari viendra mais pas moi | other
Léa ne viendra pas mais Tom si | other
L'un des deux viendra | other
Oui mais pas longtemps | yes?
Seul Tom viendra | yes?
Oui s'il ne pleut pas | yes?
Oui si c'est gratuit | yes?
Oui s'il vous plaît | yes
Je n'ai pas dit oui | other
Je n'ai jamais dit non | other
Ni Léa ni Tom ne viendront | no
Aucun de nous ne pourra venir | no
Nous ne pouvons être présents | no
Je ne suis pas sûre d'être là | other
Emma n'est pas dans la liste | other
Ce n'est pas la bonne salle | other
Nous ne serons pas en retard | yes?
Oui nous ne serons pas en retard | yes
Nous ne manquerons pas de venir | yes
On ne manquera ça pour rien au monde | yes
Bonsoir, c'est d'accord. Cordialement, M. Petit | yes
Nathan participera à la répétition générale. Merci, sa maman | yes
Je valide | yes
Je donne mon accord | yes
Je ne donne pas mon accord | no
Jy serai | yes
jserai la | yes
jpeux pas | no
jpeu pa venir | no
on sera pa la | no
ok pr nous | yes
jamais | no
On passe notre tour | no
Nous devons décliner | no
J'annule sa participation | no
On a déjà quelque chose | no
nous serons en vacances | no
Nous n'avons pas la possibilité de venir | no
Je ne pense pas pouvoir venir | no
Je crains que non | no
un seul | number 1
Nous étions absents hier | other
J'étais présent à la réunion | other
On sera au rdv | yes
On ne sera pas au rdv | no
Lucas + 1 | number? 2
Moi, mon mari et ma fille : 3 | number 3
😂😂 | other
... | other
? | other
Mercredi | other
Pourquoi pas | other
Je réponds pour ma voisine qui est partie en vacances et qui a demandé que vous la rappeliez | other
"""
ROWS = [tuple(line.rsplit(" | ", 1)) for line in ANSWERS.strip().splitlines()]


def told(reading: Reading) -> str:
    """A reading in the words of the table."""
    if reading.kind is AnswerKind.OTHER:
        return "other"
    words = reading.kind.value + ("" if reading.sure else "?")
    extra = reading.choice if reading.kind is AnswerKind.CHOICE else reading.value
    return words if extra is None else f"{words} {extra}"


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text for text, _ in ROWS])
def test_what_families_answer(text: str, expected: str) -> None:
    assert told(read_answer(text)) == expected


def test_the_table_is_long_enough() -> None:
    assert len({text for text, _ in ROWS}) == len(ROWS) >= 200


DAYS = ("samedi", "dimanche")
HOURS = ("10h", "14h30", "les deux séances")
SEATS = ("2 places", "4 places")
CHOSEN = [
    (DAYS, "samedi", "choice 1"),
    (DAYS, "Samedi !", "choice 1"),
    (DAYS, "DIMANCHE SVP", "choice 2"),
    (DAYS, "plutôt dimanche merci", "choice 2"),
    (DAYS, "dimache", "choice 2"),
    (DAYS, "Bonjour, samedi pour Léa. Cordialement", "choice 1"),
    (DAYS, "1", "choice 1"),
    (DAYS, "2.", "choice 2"),
    (DAYS, "2 merci", "choice 2"),
    (DAYS, "choix 2", "choice 2"),
    (DAYS, "le 1", "choice 1"),
    (DAYS, "1️⃣", "choice 1"),
    (DAYS, "A", "choice 1"),
    (DAYS, "b)", "choice 2"),
    (DAYS, "réponse b", "choice 2"),
    (DAYS, "l'option 1", "choice 1"),
    (DAYS, "dimanche, pas samedi", "choice 2"),
    (DAYS, "pas samedi", "other"),
    (DAYS, "samedi ou dimanche", "other"),
    (DAYS, "1 ou 2", "other"),
    (DAYS, "les deux", "other"),
    (DAYS, "3", "number 3"),
    (DAYS, "non merci", "no"),
    (DAYS, "aucun des deux, on ne pourra pas venir", "no"),
    (DAYS, "oui", "yes"),
    (HOURS, "14h30", "choice 2"),
    (HOURS, "10h", "choice 1"),
    (HOURS, "les deux séances svp", "choice 3"),
    (HOURS, "3", "choice 3"),
    (SEATS, "2", "choice? 2"),
    (SEATS, "4 places", "choice 2"),
]


@pytest.mark.parametrize(("choices", "text", "expected"), CHOSEN)
def test_choices(choices: tuple[str, ...], text: str, expected: str) -> None:
    assert told(read_answer(text, choices)) == expected


@given(st.text(max_size=700), st.lists(st.text(max_size=40), max_size=9))
def test_no_text_raises(text: str, choices: list[str]) -> None:
    reading = read_answer(text, choices)
    assert (reading.choice is not None) == (reading.kind is AnswerKind.CHOICE)
    assert reading.choice is None or 1 <= reading.choice <= len(choices)
    assert reading.value is None or reading.value >= 0


@given(st.sampled_from(ROWS), st.sampled_from(["{}", " {}", "{}\n", "\u200e{}", "{}\u00a0", "Bonjour, {}"]))
def test_what_stands_around_does_not_change_a_yes_or_no(row: tuple[str, str], around: str) -> None:
    text, expected = row
    if expected in {"yes", "no"}:
        assert told(read_answer(around.format(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("oui " * 5000, "yes"),
        ("n" * 50_000, "no"),
        ("pas " * 5000, "other"),
        ("1 " * 9000, "other"),
        ("ne peux " * 3000, "other"),
    ],
    ids=["oui", "n", "pas", "1", "ne peux"],
)
@pytest.mark.timeout(120)
def test_a_long_text_is_read_at_once(text: str, expected: str) -> None:
    assert told(read_answer(text, ("samedi", "dimanche"))) == expected
