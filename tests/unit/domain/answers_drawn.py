"""More answers and orders, judged by a person before they were read; each table was drawn in one go.

Of 159 answers drawn first, 15 were read surely and wrongly before the rules knew them; of the 81 that came after
the rules had been mended, 5. Of the orders none was obeyed wrongly: 6 of 64, then 3 of 63 were not seen.
"""

from __future__ import annotations

DRAWN_ANSWERS = """
Bonsoir, c'est noté, Emma sera au rendez-vous | yes
Oui pas de souci pour mardi | yes
Bonjour, Hugo est à l'hôpital depuis hier il ne pourra pas jouer à l'audition | no
je passe mon tour cette fois | no/no?
volontiers ! | yes/yes?
Désolée nous partons en week-end vendredi soir | no/no?/other
mon mari viendra avec les deux petits, moi je travaille | yes/yes?/other
Présents tous les deux | yes/yes 2/number 2/yes?
Lina ne fera pas le concert, elle a un tournoi de judo | no
c'est entendu | yes/yes?
Sans faute ! | yes/yes?/other
Bjr, sa grand mere viendra le chercher a 17h | other
Je n'ai pas reçu le lien | other
Quelle salle svp | other
Le cours de solfège est-il maintenu ? | other
merci pour l'info | other/yes?
Merci beaucoup de nous avoir prévenus, bonne soirée | other/yes?
On compte sur vous pour le rattrapage | other
oui on y sera avec plaisir, 5 personnes | yes 5
Non merci, une autre fois peut-être | no/no?
Ok pour le report à samedi 14h | yes/yes?
Samedi 14h ne nous convient pas du tout | no
mercredi plutôt que jeudi si possible | other
Ça tombe mal, on est en vacances | no?/no/other
Théo a vomi cette nuit il reste à la maison | no/no?/other
je récupère Inès à la sortie, pas de garderie ce soir | other
Absent | no/no?
absente demain pour rdv orthodontiste | no/no?/other
Présent | yes/yes?
Sera présente avec sa flûte | yes/yes?
sera pas là lundi | no
jdois voir avec mon ex mari | other
je vous redis demain matin | other
on vous tient au courant | other
On hésite encore... | other
Oui enfin je crois | yes?/other
normalement c'est bon | yes?
à priori oui | yes?
plutôt non | no?/no
pourquoi pas | yes?/other
Si on trouve une voiture oui | yes?/other
oui sauf s'il pleut | yes?/other
Non sauf si ça finit avant 18h | no?/other
Oui à condition que son frère puisse venir aussi | yes?/other
Vous pouvez compter sur nous | yes/yes?
Vous pouvez compter sur 3 personnes | yes 3/number 3/number? 3/yes? 3
nous serons sept en tout | yes 7/number 7
on est 6 | number 6/number? 6/yes 6
6 places svp | number 6/number? 6/yes 6
Je prends 2 places | number 2/number? 2/yes 2
Pouvez-vous me réserver 4 places ? | number 4/number? 4/other
2 adultes 2 enfants | number 4/number? 4/other
2 adultes et 1 enfant | number 3/number? 3/other
moi plus mes 3 enfants | number 4/number? 4/yes 4/other
deux | number 2/number? 2
1 adulte | number 1/number? 1
personne ne pourra venir | no
Aucun de nous n'est libre | no
0 | no/number 0/number? 0/other
zero personne | no/number 0/number? 0/no?/other
Bonjour il y aura 8 personnes de la famille Benali | number 8/number? 8/yes 8
RDV 15h ok | yes/yes?
Le 3 c'est parfait | yes/yes?/other
Le 12 non, le 19 oui | other
OK pour les 2 dates | yes/yes?
ok pour le premier, pas pour le second | other
on peut le 15 mais pas le 16 | other
Nathan y va, Chloé non | other
Mes 2 filles participeront | yes/yes 2/number? 2/yes?/number 2
Papa vient, maman non | other
J'inscris Gabin | yes/yes?
Je désinscris Gabin de la sortie | no/no?/other
Inscrivez-le s'il vous plaît | yes/yes?
Ne le comptez pas pour la cantine vendredi | no/no?
Il mangera à la cantine | yes/yes?
Elle ne mange pas à la cantine demain | no
pas cantine | no/no?
cantine oui garderie non | other
J'autorise ma fille à rentrer seule | yes/yes?/other
Je n'autorise pas la sortie seul | no
Je refuse | no
Nous acceptons | yes
Validé | yes/yes?
bien vu, merci | yes?/other
bien pris note | yes?/yes/other
reçu 5/5 | yes?/yes/other
5/5 | yes?/yes/other
Roger ! | yes?/other
Top ! | yes?/yes/other
super nouvelle ! on arrive | yes/yes?
génial comptez nous 4 | yes 4/number 4/number? 4/yes? 4
Trop bien, Zoé est ravie | yes?/other
parfait pour nous | yes/yes?
Nickel | yes?/yes/other
impec | yes?/yes/other
bien évidemment | yes/yes?
évidemment qu'on vient | yes
et comment ! | yes?/yes/other
Ah non alors | no/no?
surement pas | no
certainement pas | no
certainement | yes/yes?
jamais de la vie | no/no?
pas question | no
hors de question | no
sans moi | no/no?
sans nous malheureusement | no
Impossible mercredi, j'ai déjà une réunion | no
je bosse ce jour là | no?/no/other
On a covid | no?/no/other
Elle est cas contact | no?/other
Jambe cassée, pas de danse pendant 6 semaines | no/no?/other
il est dispensé de sport | other/no?
En retard de 20 min | other
bloqués dans les bouchons | other
le bus n'est pas passé | other
Noé arrivera vers 10 h | yes?/other/yes
son professeur nous avait dit non | other/no?
ma fille m'a dit que oui | yes?/yes/other
Elle n'a pas dit non ;) | other/yes?/no?
C'est pas non, c'est peut être | other
Je ne dis pas non | yes?/other
je dirais oui | yes?/yes
OUI MAIS PAS AVANT 18H | yes?/other/yes
oui et non | other
ni oui ni non | other
Non, pardon, oui ! | other/yes?
oui oups non | other/no?
Erreur de ma part, c'est oui | yes?/yes/other
finalement on ne viendra pas | no
Finalement c'est bon pour nous | yes/yes?
On annule notre venue | no/no?
annulez notre réservation de 3 places | no/no?/other
Je confirme l'absence de Louis | no/no?
je confirme qu'il ne viendra pas | no
Je confirme que nous serons bien 4 au repas | yes 4/number 4/number? 4
merci de confirmer l'heure | other
Merci de confirmer que c'est bien annulé | other
A confirmer | other
Le code du portail a-t-il changé ? 1984 ne marche pas | other
appelez moi au 06 39 98 12 34 | other
2 bis rue des Lilas | other
née le 3 mai 2012 | other
CE2 B | other
Bonne année à toute l'équipe | other
Joyeux Noël ! | other
Oui bonjour je voudrais savoir les horaires | other
Oui allo ? | other
Non mais c'est une blague ? Encore une annulation | other/no?
Encore absent !! C'est la 3eme fois | other/no?
Ce n'est pas sérieux, non | other/no?
C'est inadmissible de prévenir à la dernière minute | other
Bonjour Madame, nous serons présents avec ses grands-parents, soit 6 personnes au total | yes 6/yes? 6/number 6/number? 6
Lucas ne sera finalement pas des nôtres, il a de la température | no
Cest ok pour mercredi merci de me prevenir si changement | yes/yes?
ça marche pour nous deux | yes/yes?/yes 2/yes? 2/number 2
Nous déposerons Emma à 13h45 | yes/yes?/other
on se débrouillera | other/yes?
Je ne pourrai malheureusement pas me libérer jeudi | no
mon fils ne veut plus venir | no/no?/other
il vient mais en retard | yes?/yes/other
Je viendrai seulement si on me confirme l'heure | yes?/other
non disponible | no
pas dispo cette semaine | no
dispo | yes/yes?
Toujours partante ! | yes/yes?
on préfère reporter | other/no?
Reportez svp | other/no?
Je préfère le créneau de 15h | other
c'est trop tard pour répondre ? | other
Trop tard pour nous | no/no?/other
oui, et pour la petite sœur aussi | yes/yes?
2 | number 2
4 au spectacle et 3 au repas | other/number? 4/number? 3
3 dont moi | number 3/number? 3
Nous 5 | number 5/number? 5
On vient à 2 voitures | yes/yes?/other
On sera au moins dix | number 10/number? 10/yes? 10/other
je viens avec ma mère et ma tante | yes/yes?/yes 3/number? 3/yes? 3
Famille Roche : 4 présents | number 4/number? 4/yes 4/yes? 4
rien reçu pour le moment | other
Nous avons bien le ticket numéro 12 | other
Votre message est arrivé trop tard, nous sommes déjà partis | other/no?
J'ai changé de numéro, voici le nouveau : 07 39 98 22 11 | other
Désolé je suis en réunion, je vous rappelle | other
Je conduis. Envoyé automatiquement | other
Le répondeur de M. Blanc est activé, laissez un message | other
Oups mauvais groupe | other
Mamie gardera les enfants | other
ma fille est déjà rentrée | other
Elle rentre seule à pied | other
On attend devant | other/yes?
Personne ne répond au secrétariat | other/no?
Il n'y a personne à la porte | other
ne vous inquiétez pas pour nous | other/yes?
C'est embêtant, je n'ai pas de garde | other/no?
Ca m'embête mais ce sera non | no/no?
sans problème, elle restera à l'étude | yes/yes?
Elle reste à l'étude | other/yes?
pas d'étude ce soir merci | other/no?
je suis d'accord avec le nouveau règlement | yes/yes?
pas d'accord avec le changement d'horaire | no/no?/other
Nous sommes opposés à ce projet | no/no?
ok mais c'est la dernière fois | yes?/yes
Est-ce obligatoire ? sinon non | no?/other
Oui si vous avez encore de la place | yes?/other
S'il reste 2 places oui | yes?/yes? 2/other
nn merci c gentil | no
Noooon pas encore ! | no?/no/other
OUAIS !!! | yes
mouais | other/yes?
Bof | other/no?
Bah oui | yes
euh non | no/no?
Ben non il est au ski | no
Si ! | yes/yes?/other
tjs ok | yes/yes?
tkt on y sera | yes
jserai pas la mé léa oui | other
Moi je peux pas mais son père viendra | other/yes?
Il a dit qu'il viendrait | yes?/other
Elle a répondu non mais moi je dis oui | other/yes?/no?
Je me rétracte, nous ne viendrons pas | no
Excusez-le pour demain | no/no?/other
veuillez excuser l'absence de Manon vendredi dernier | other/no?/no
Manon, 5eme, absente | no/no?
absence justifiée par certificat | other/no?/no
Présente à l'appel ce matin ? | other
Félicitations aux élèves, on était 200 ! | other
Merci, bravo à tous et à l'an prochain | other
rdv noté le 12 à 14h | other/yes?
Confirmé | yes/yes?
nous confirmons notre venue (2 pers.) | yes 2/yes? 2
"""

DRAWN_ORDERS = """
Arrêtez de m'envoyer ces SMS svp | stop
ne plus recevoir | stop/maybe
Enlevez mon numéro de votre liste merci | stop
Je ne suis plus concerné, ma fille a quitté l'école, merci de supprimer mon numéro | stop/maybe
STOPPPP | stop/maybe
stop les messages | stop
S T O P | stop
Désabonnement | stop
Me désabonner | stop
desabo | stop/maybe
stop sms merci | stop
Stop à tout | stop/maybe
supprimez moi | stop/maybe
Retirez-moi de la liste | stop/maybe
Je souhaite ne plus être contacté | stop
fin | maybe/none
STOP 36180 | stop/maybe
Stop. Mauvais numéro | stop/maybe
mauvais numéro | none/maybe
Vous vous trompez de numero, ne m'écrivez plus | stop/maybe
Fichez moi la paix | maybe/none
resiliation | stop/maybe
opt out | stop/maybe
remove me | stop/maybe
stop it | stop/maybe/none
Cessez vos envois | stop
cesser | stop/maybe
Merci d'arrêter l'envoi de ces messages | stop
arret sms | stop
Je me désinscris | stop/maybe
"STOP" | stop
*STOP* | stop
stop ! | stop
Bonjour, on s'arrête au stop devant l'école ? | none
Le bus n°12 ne s'arrête plus à la mairie | none
Ils ont eu un non-stop de musique | none
J'arrête le violon à la fin de l'année | none/maybe
elle veut arrêter la danse, comment faire ? | none/maybe
Arrêt maladie jusqu'au 15 | none
Arrêt de bus déplacé ? | none
je fais stop si le bus est annulé | none
Peut-on se désinscrire de la sortie ? | none/maybe
Désinscrire Paul de la cantine jeudi | none/maybe
Je désinscris mon fils de l'étude du soir | none/maybe
Annuler l'inscription au stage svp | none/maybe
N'arrêtez surtout pas les SMS, c'est pratique ! | none
Plus de nouvelles du prof ? | none
je ne reçois plus vos sms | none
Je n'ai pas reçu le sms d'hier | none
stop covid affiché à l'entrée merci | none/maybe
Il faut que ça s'arrête, les retards du bus | none/maybe
Supprimez la réservation de samedi svp | none/maybe
retirez Lucie de la liste du goûter | none/maybe
merci de ne plus l'appeler par son ancien nom | none/maybe
Quitte à annuler, faites le avant midi | none
Fin du cours à quelle heure ? | none
on ne veut plus de cours le lundi | none
reprise | start
Vous pouvez reprendre les SMS | start/maybe/none
Reprise des cours quand ? | none
Stoppez tout | stop/maybe
arret des sms svp | stop
Ne m'envoyez plus de messages | stop
ne m envoyer plus de sms | stop
plus de messages merci | stop
Veuillez cesser de m'importuner | stop/maybe
je veux plus recevoir vos texto | stop
je me désabonne | stop/maybe
Je demande à être retiré de votre fichier | stop/maybe
merci de me retirer de vos contacts | stop
Merci de désinscrire ce numéro | stop/maybe
désinscrivez moi svp | stop
Stop now | stop/maybe
STOP STOP STOP | stop
stop.stop | stop
st0p | stop/maybe
"arrêt" | stop
Arrêt svp merci | stop
STOP ALERTES | stop/maybe
stop mairie | stop/maybe
Stop conservatoire | stop/maybe
DESINSCRIRE | stop
quit | maybe/stop
UNSUBSCRIBE | stop
ce numéro n'est plus celui de Mme Roux | maybe/none/stop
Nous avons déménagé, ne nous contactez plus | stop/maybe
Ma fille n'est plus chez vous, inutile de m'écrire | maybe/stop
inutile de m'envoyer des sms je lis mes mails | maybe/stop
Je préfère les mails aux SMS | none/maybe
trop de sms | maybe/none/stop
Stop ! Trop de messages | maybe/stop
Bonjour, stop svp, bonne journée | stop
Start sms | start
je souhaite recevoir à nouveau les sms | start
Réinscrivez-moi | start/maybe/none
Le car fait-il stop à la gare ? | none
On arrive, stop bus Pasteur | none
Ils ont arrêté le chantier devant l'école ? | none
arrêtez-vous au portail vert | none
Il n'arrête pas de tousser | none
je n'ai pas pu m'arrêter chez vous | none
Arrêt minute autorisé devant ? | none
arrêt définitif du judo pour Enzo | none/maybe
Nous arrêtons la chorale, merci pour tout | none/maybe
Ne plus compter Enzo à la cantine | none
Ne plus accepter que mon ex vienne le chercher | none
plus de place ? | none
Plus de fièvre, il revient demain | none
plus d'info svp | none
Supprimez l'option garderie svp | none/maybe
Retirez mon fils du groupe B et mettez le en A | none/maybe
enlevez le 14 des dates | none
La fin du stage est à 16h ? | none
FIN DES COURS À 17H ? | none
Stop-motion : atelier complet ? | none
stop au harcèlement, bravo pour l'affiche | none/maybe
Le prof nous a dit stop à 18h | none/maybe
Elle a mis stop à la flûte | none/maybe
reprise du cours jeudi ? | none
On reprend quand ? | none
start à quelle heure la course ? | none
Il est désinscrit du périscolaire depuis mardi | none
j'ai résilié l'abonnement de bus | none
"""
