<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>AboutChooser</name>
        <message>
            <source>None: it stands alone</source>
            <translation>Aucun : il ne répond à rien</translation>
        </message>
        <message>
            <source>Title of the broadcast</source>
            <translation>Titre de l’envoi</translation>
        </message>
        <message>
            <source>What does this message answer?</source>
            <translation>À quoi répond ce message ?</translation>
        </message>
    </context>
    <context>
        <name>AbsencePage</name>
        <message>
            <source>A teacher is absent</source>
            <translation>Un professeur est absent</translation>
        </message>
        <message>
            <source>Start over</source>
            <translation>Recommencer</translation>
        </message>
        <message>
            <source>Tell the same families</source>
            <translation>Prévenir les mêmes familles</translation>
        </message>
    </context>
    <context>
        <name>AbsenceSending</name>
        <message numerus="yes">
            <source>%n messages of the earlier send stay cancelled.</source>
            <translation>
                <numerusform>%Ln message de l’envoi précédent reste annulé.</numerusform>
                <numerusform>%Ln messages de l’envoi précédent restent annulés.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n messages that had not left were cancelled.</source>
            <translation>
                <numerusform>%Ln message pas encore parti a été annulé.</numerusform>
                <numerusform>%Ln messages pas encore partis ont été annulés.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n messages were stopped.</source>
            <translation>
                <numerusform>%Ln message a été arrêté.</numerusform>
                <numerusform>%Ln messages ont été arrêtés.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n were already on their way.</source>
            <translation>
                <numerusform>%Ln était déjà en route.</numerusform>
                <numerusform>%Ln étaient déjà en route.</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancel sending</source>
            <translation>Annuler l’envoi</translation>
        </message>
        <message>
            <source>Cancelled: nothing was sent.</source>
            <translation>Envoi annulé : rien n’est parti.</translation>
        </message>
        <message>
            <source>The messages leave in 5 seconds.</source>
            <translation>Les messages partent dans 5 secondes.</translation>
        </message>
    </context>
    <context>
        <name>AnswerActs</name>
        <message>
            <source>Answers as a table</source>
            <translation>Réponses en tableau</translation>
        </message>
        <message>
            <source>Answers {title}</source>
            <translation>Réponses {title}</translation>
        </message>
        <message>
            <source>The answer is read as you say.</source>
            <translation>La réponse est comptée comme vous le dites.</translation>
        </message>
        <message>
            <source>The message counts there no longer.</source>
            <translation>Le message ne compte plus dans cet envoi.</translation>
        </message>
    </context>
    <context>
        <name>AnswerText</name>
        <message>
            <source>Your answer</source>
            <translation>Votre réponse</translation>
        </message>
    </context>
    <context>
        <name>AnswersCard</name>
        <message>
            <source>Answer within</source>
            <translation>Répondre en moins de</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>Réponses</translation>
        </message>
        <message>
            <source>Applied at once</source>
            <translation>Appliqué tout de suite</translation>
        </message>
        <message>
            <source>Confirm STOP and START by an SMS, once</source>
            <translation>Confirmer STOP et START par un SMS, une seule fois</translation>
        </message>
        <message>
            <source>How you hear of new messages is kept.</source>
            <translation>La façon de vous signaler les nouveaux messages est enregistrée.</translation>
        </message>
        <message>
            <source>I decide</source>
            <translation>Je décide</translation>
        </message>
        <message>
            <source>No target</source>
            <translation>Pas d’objectif</translation>
        </message>
        <message>
            <source>Only a clear STOP; a hint is always yours</source>
            <translation>Un STOP clair seulement ; le doute vous revient</translation>
        </message>
        <message>
            <source>STOP to information</source>
            <translation>STOP aux informations</translation>
        </message>
        <message>
            <source>STOP to promotion</source>
            <translation>STOP à la publicité</translation>
        </message>
        <message>
            <source>Show a notification when a message comes</source>
            <translation>Afficher une notification à l’arrivée d’un message</translation>
        </message>
        <message>
            <source>The time for an answer is kept.</source>
            <translation>Le délai de réponse est enregistré.</translation>
        </message>
        <message>
            <source>What follows a STOP is kept.</source>
            <translation>Les suites d’un STOP sont enregistrées.</translation>
        </message>
        <message>
            <source>Who waits longer stands out in the inbox</source>
            <translation>Qui attend plus longtemps ressort dans la réception</translation>
        </message>
        <message>
            <source>Whoever writes STOP is written into the consent register with the message as evidence. Safety alerts reach everybody all the same: the sender of an SMS can be forged.</source>
            <translation>Qui écrit STOP est inscrit au registre des consentements, avec son message comme preuve. Les alertes de sécurité arrivent quand même à tous : l’expéditeur d’un SMS peut être falsifié.</translation>
        </message>
        <message>
            <source>with a sound</source>
            <translation>avec un son</translation>
        </message>
        <message>
            <source>with its first words</source>
            <translation>avec ses premiers mots</translation>
        </message>
    </context>
    <context>
        <name>AnswersPane</name>
        <message numerus="yes">
            <source>%n to check</source>
            <translation>
                <numerusform>%Ln à vérifier</numerusform>
                <numerusform>%Ln à vérifier</numerusform>
            </translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>Réponses</translation>
        </message>
        <message numerus="yes">
            <source>Answers %n</source>
            <translation>
                <numerusform>Réponses %Ln</numerusform>
                <numerusform>Réponses %Ln</numerusform>
            </translation>
        </message>
        <message>
            <source>Every phone that has the notice has answered.</source>
            <translation>Chaque téléphone qui a reçu le message a répondu.</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>Sans réponse</translation>
        </message>
        <message numerus="yes">
            <source>No answer %n</source>
            <translation>
                <numerusform>Sans réponse %Ln</numerusform>
                <numerusform>Sans réponse %Ln</numerusform>
            </translation>
        </message>
        <message>
            <source>No answer yet</source>
            <translation>Pas encore de réponse</translation>
        </message>
        <message>
            <source>Nobody is missing</source>
            <translation>Tout le monde a répondu</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Afficher</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tableau</translation>
        </message>
        <message>
            <source>Understood as</source>
            <translation>Compris comme</translation>
        </message>
        <message>
            <source>What these phones write from now on appears here, and in the inbox.</source>
            <translation>Ce que ces téléphones écrivent désormais apparaît ici, et dans la réception.</translation>
        </message>
        <message>
            <source>Write to them again</source>
            <translation>Leur écrire à nouveau</translation>
        </message>
        <message>
            <source>{answered} of {asked} phones have answered</source>
            <translation>{answered} téléphones sur {asked} ont répondu</translation>
        </message>
    </context>
    <context>
        <name>AudiencePanel</name>
        <message>
            <source>All who are there, each phone once</source>
            <translation>Toutes les personnes, une fois par téléphone</translation>
        </message>
        <message>
            <source>Besides the guardians, pupils with a mobile of their own</source>
            <translation>En plus des responsables, les élèves qui ont leur propre mobile</translation>
        </message>
        <message>
            <source>Choose or take out</source>
            <translation>Choisir ou retirer</translation>
        </message>
        <message>
            <source>Everyone</source>
            <translation>Tout le monde</translation>
        </message>
        <message>
            <source>Except</source>
            <translation>Sauf</translation>
        </message>
        <message>
            <source>Group, person or town</source>
            <translation>Groupe, personne, commune</translation>
        </message>
        <message>
            <source>Groups and people</source>
            <translation>Groupes et personnes</translation>
        </message>
        <message>
            <source>Import a class list</source>
            <translation>Importer une liste de classe</translation>
        </message>
        <message>
            <source>No group yet</source>
            <translation>Pas encore de groupe</translation>
        </message>
        <message>
            <source>Not reached by “{title}”</source>
            <translation>Non joints de « {title} »</translation>
        </message>
        <message>
            <source>Recipients</source>
            <translation>Destinataires</translation>
        </message>
        <message>
            <source>Remove {name}</source>
            <translation>Retirer {name}</translation>
        </message>
        <message>
            <source>Those of “{title}”</source>
            <translation>Ceux de « {title} »</translation>
        </message>
        <message>
            <source>To whom</source>
            <translation>À qui</translation>
        </message>
        <message>
            <source>Who got “{title}”</source>
            <translation>Qui ont reçu « {title} »</translation>
        </message>
        <message>
            <source>Without an answer to “{title}”</source>
            <translation>Sans réponse à « {title} »</translation>
        </message>
        <message>
            <source>Write to the pupils too</source>
            <translation>Écrire aussi aux élèves</translation>
        </message>
        <message>
            <source>Your groups appear here once a class list is imported.</source>
            <translation>Vos groupes apparaîtront ici une fois une liste de classe importée.</translation>
        </message>
        <message>
            <source>except {name}</source>
            <translation>sauf {name}</translation>
        </message>
        <message>
            <source>town</source>
            <translation>commune</translation>
        </message>
    </context>
    <context>
        <name>BackNotice</name>
        <message>
            <source>Going back to the copy…</source>
            <translation>Retour à la copie…</translation>
        </message>
        <message>
            <source>The copy is looked through and takes the place of the data, which are kept beside it.</source>
            <translation>La copie est vérifiée, puis prend la place des données, qui sont conservées à côté.</translation>
        </message>
    </context>
    <context>
        <name>BackQuestion</name>
        <message numerus="yes">
            <source>%n sends</source>
            <translation>
                <numerusform>%Ln envoi</numerusform>
                <numerusform>%Ln envois</numerusform>
            </translation>
        </message>
        <message>
            <source>Change nothing</source>
            <translation>Ne rien changer</translation>
        </message>
        <message>
            <source>Go back to this copy</source>
            <translation>Revenir à cette copie</translation>
        </message>
        <message>
            <source>Go back to this copy?</source>
            <translation>Revenir à cette copie ?</translation>
        </message>
        <message numerus="yes">
            <source>It holds %n people</source>
            <translation>
                <numerusform>Elle contient %Ln personne</numerusform>
                <numerusform>Elle contient %Ln personnes</numerusform>
            </translation>
        </message>
        <message>
            <source>SMS that wait in the copy may have left since: sending stays on hold until you say so. The window closes and opens again by itself.</source>
            <translation>Des SMS en attente dans la copie sont peut-être partis depuis : les envois restent suspendus jusqu’à votre accord. La fenêtre se ferme et se rouvre d’elle-même.</translation>
        </message>
        <message>
            <source>What is there now is kept in a file beside the data, so that one can come back to it.</source>
            <translation>Ce qui est là maintenant est conservé dans un fichier à côté des données, pour pouvoir y revenir.</translation>
        </message>
        <message>
            <source>What was changed, sent or received since is not there any more afterwards.</source>
            <translation>Ce qui a été modifié, envoyé ou reçu depuis n’y sera plus.</translation>
        </message>
        <message>
            <source>the last one: {moment}</source>
            <translation>le dernier : {moment}</translation>
        </message>
    </context>
    <context>
        <name>BeginView</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not reached by SMS</source>
            <translation>
                <numerusform>%Ln sans SMS possible</numerusform>
                <numerusform>%Ln sans SMS possible</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>%Ln personne</numerusform>
                <numerusform>%Ln personnes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phones</source>
            <translation>
                <numerusform>%Ln téléphone</numerusform>
                <numerusform>%Ln téléphones</numerusform>
            </translation>
        </message>
        <message>
            <source>Alert</source>
            <translation>Alerte</translation>
        </message>
        <message numerus="yes">
            <source>Alert %n phones</source>
            <translation>
                <numerusform>Alerter %Ln téléphone</numerusform>
                <numerusform>Alerter %Ln téléphones</numerusform>
            </translation>
        </message>
        <message>
            <source>Alerts and exercises of before</source>
            <translation>Alertes et exercices passés</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Changer</translation>
        </message>
        <message>
            <source>Choose another scenario</source>
            <translation>Choisir une autre situation</translation>
        </message>
        <message>
            <source>Exercise</source>
            <translation>Exercice</translation>
        </message>
        <message>
            <source>Real alert</source>
            <translation>Alerte réelle</translation>
        </message>
        <message>
            <source>Real or exercise</source>
            <translation>Réelle ou exercice</translation>
        </message>
        <message>
            <source>Rehearse</source>
            <translation>S’exercer</translation>
        </message>
        <message numerus="yes">
            <source>Rehearse: %n phones</source>
            <translation>
                <numerusform>S’exercer : %Ln téléphone</numerusform>
                <numerusform>S’exercer : %Ln téléphones</numerusform>
            </translation>
        </message>
        <message>
            <source>What happens?</source>
            <translation>Que se passe-t-il ?</translation>
        </message>
        <message>
            <source>going on</source>
            <translation>en cours</translation>
        </message>
        <message>
            <source>over</source>
            <translation>terminé</translation>
        </message>
    </context>
    <context>
        <name>BroadcastPage</name>
        <message numerus="yes">
            <source>%n messages are sent again.</source>
            <translation>
                <numerusform>%Ln message est renvoyé.</numerusform>
                <numerusform>%Ln messages sont renvoyés.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n messages count as sent.</source>
            <translation>
                <numerusform>%Ln message est considéré comme envoyé.</numerusform>
                <numerusform>%Ln messages sont considérés comme envoyés.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n messages were stopped.</source>
            <translation>
                <numerusform>%Ln message a été arrêté.</numerusform>
                <numerusform>%Ln messages ont été arrêtés.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n were already on their way.</source>
            <translation>
                <numerusform>%Ln était déjà parti.</numerusform>
                <numerusform>%Ln étaient déjà partis.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Answers %n</source>
            <translation>
                <numerusform>Réponses %Ln</numerusform>
                <numerusform>Réponses %Ln</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancel sending</source>
            <translation>Annuler l’envoi</translation>
        </message>
        <message>
            <source>Cancelled: nothing was sent.</source>
            <translation>Envoi annulé : rien n’est parti.</translation>
        </message>
        <message>
            <source>Cancelled: nothing was sent. The message is a draft again.</source>
            <translation>Envoi annulé : rien n’est parti. Le message est de nouveau un brouillon.</translation>
        </message>
        <message numerus="yes">
            <source>Leaves in %n seconds.</source>
            <translation>
                <numerusform>Départ dans %Ln seconde.</numerusform>
                <numerusform>Départ dans %Ln secondes.</numerusform>
            </translation>
        </message>
        <message>
            <source>Leaves on {moment}.</source>
            <translation>Départ prévu : {moment}.</translation>
        </message>
        <message numerus="yes">
            <source>Not reached %n</source>
            <translation>
                <numerusform>Non joints %Ln</numerusform>
                <numerusform>Non joints %Ln</numerusform>
            </translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Suspendre</translation>
        </message>
        <message numerus="yes">
            <source>People %n</source>
            <translation>
                <numerusform>Personnes %Ln</numerusform>
                <numerusform>Personnes %Ln</numerusform>
            </translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Reprendre</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Afficher</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Arrêter</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texte</translation>
        </message>
    </context>
    <context>
        <name>BroadcastsPage</name>
        <message>
            <source>Advertising</source>
            <translation>Promotion</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>Alertes</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Tous</translation>
        </message>
        <message>
            <source>All kinds</source>
            <translation>Tous les types</translation>
        </message>
        <message>
            <source>Any time</source>
            <translation>Toutes les dates</translation>
        </message>
        <message>
            <source>Broadcasts</source>
            <translation>Envois</translation>
        </message>
        <message>
            <source>Follow-ups</source>
            <translation>Suites d’un envoi</translation>
        </message>
        <message>
            <source>In progress</source>
            <translation>En cours</translation>
        </message>
        <message>
            <source>Information</source>
            <translation>Information</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>30 derniers jours</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>7 derniers jours</translation>
        </message>
        <message>
            <source>New message</source>
            <translation>Nouveau message</translation>
        </message>
        <message>
            <source>No send fits the search and the filters. Take one of them away.</source>
            <translation>Aucun envoi ne correspond à la recherche et aux filtres. Enlevez-en un.</translation>
        </message>
        <message>
            <source>Not delivered</source>
            <translation>Non remis</translation>
        </message>
        <message>
            <source>Nothing here</source>
            <translation>Rien ici</translation>
        </message>
        <message>
            <source>Nothing sent yet</source>
            <translation>Rien d’envoyé pour l’instant</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>Période</translation>
        </message>
        <message>
            <source>Search a title or a text</source>
            <translation>Chercher un titre ou un texte</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Afficher</translation>
        </message>
        <message>
            <source>Tests</source>
            <translation>Tests</translation>
        </message>
        <message>
            <source>This school year</source>
            <translation>Cette année scolaire</translation>
        </message>
        <message>
            <source>To decide</source>
            <translation>À décider</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Aujourd’hui</translation>
        </message>
        <message>
            <source>What you send is listed here: who has it, who does not, and why. From here you write again to those who were not reached.</source>
            <translation>Vos envois sont listés ici : qui l’a reçu, qui ne l’a pas reçu, et pourquoi. D’ici, vous réécrivez à ceux qui n’ont pas été joints.</translation>
        </message>
        <message>
            <source>Write a first message</source>
            <translation>Écrire un premier message</translation>
        </message>
    </context>
    <context>
        <name>BudgetCard</name>
        <message>
            <source>Plans of the SIM cards</source>
            <translation>Forfaits des cartes SIM</translation>
        </message>
        <message>
            <source>The SIM card appears here as soon as it was in a modem that is ready.</source>
            <translation>La carte SIM apparaît ici dès qu’elle a été dans un modem prêt.</translation>
        </message>
    </context>
    <context>
        <name>BudgetPanel</name>
        <message>
            <source>Between the SIMs</source>
            <translation>Entre les cartes SIM</translation>
        </message>
        <message>
            <source>Let it wait</source>
            <translation>Le laisser attendre</translation>
        </message>
        <message>
            <source>Over several days</source>
            <translation>Sur plusieurs jours</translation>
        </message>
        <message>
            <source>What does not fit:</source>
            <translation>Ce qui dépasse :</translation>
        </message>
    </context>
    <context>
        <name>CalendarCard</name>
        <message>
            <source>Add</source>
            <translation>Ajouter</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>Calendrier</translation>
        </message>
        <message>
            <source>Corsica and overseas: choose none, and enter your own days below</source>
            <translation>Corse et outre-mer : choisissez « Aucune » et saisissez vos jours ci-dessous</translation>
        </message>
        <message>
            <source>Days on which you are closed, or open in spite of a holiday.</source>
            <translation>Les jours où vous êtes fermé, ou ouvert malgré les vacances.</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Premier jour</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Dernier jour</translation>
        </message>
        <message>
            <source>Mainland France</source>
            <translation>France métropolitaine</translation>
        </message>
        <message>
            <source>Name of the days</source>
            <translation>Nom de ces jours</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Aucune</translation>
        </message>
        <message>
            <source>Open in spite of a holiday</source>
            <translation>Ouvert malgré les vacances ou le jour férié</translation>
        </message>
        <message>
            <source>Public holidays</source>
            <translation>Jours fériés</translation>
        </message>
        <message>
            <source>Remove {name}</source>
            <translation>Retirer {name}</translation>
        </message>
        <message>
            <source>School holidays</source>
            <translation>Vacances scolaires</translation>
        </message>
        <message>
            <source>The holidays are kept.</source>
            <translation>Les vacances et jours fériés sont enregistrés.</translation>
        </message>
        <message>
            <source>Works, exams, training…</source>
            <translation>Travaux, examens, formation…</translation>
        </message>
        <message>
            <source>Your own days</source>
            <translation>Vos propres jours</translation>
        </message>
        <message>
            <source>Zone A (Lyon, Bordeaux…)</source>
            <translation>Zone A (Lyon, Bordeaux…)</translation>
        </message>
        <message>
            <source>Zone B (Lille, Orléans, Marseille…)</source>
            <translation>Zone B (Lille, Orléans, Marseille…)</translation>
        </message>
        <message>
            <source>Zone C (Paris, Toulouse…)</source>
            <translation>Zone C (Paris, Toulouse…)</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>fermé</translation>
        </message>
        <message>
            <source>estimated dates</source>
            <translation>dates estimées</translation>
        </message>
        <message>
            <source>open</source>
            <translation>ouvert</translation>
        </message>
        <message>
            <source>{days} added.</source>
            <translation>Jours ajoutés : {days}.</translation>
        </message>
        <message>
            <source>{days} removed.</source>
            <translation>Jours retirés : {days}.</translation>
        </message>
        <message>
            <source>{name}: {days}</source>
            <translation>{name} : {days}</translation>
        </message>
    </context>
    <context>
        <name>CallCard</name>
        <message>
            <source>Called</source>
            <translation>Appelé</translation>
        </message>
        <message>
            <source>No phone of this family is known.</source>
            <translation>Aucun téléphone de cette famille n’est connu.</translation>
        </message>
        <message>
            <source>Note about the call</source>
            <translation>Note sur l’appel</translation>
        </message>
        <message>
            <source>Note: what was said</source>
            <translation>Note : ce qui a été dit</translation>
        </message>
        <message>
            <source>tried by SMS</source>
            <translation>déjà essayé par SMS</translation>
        </message>
        <message>
            <source>written down {moment} by {person}</source>
            <translation>noté {moment} par {person}</translation>
        </message>
    </context>
    <context>
        <name>CallingPaper</name>
        <message>
            <source>Calling list as PDF</source>
            <translation>Liste d’appels en PDF</translation>
        </message>
        <message>
            <source>Calling list as a table</source>
            <translation>Liste d’appels en tableau</translation>
        </message>
        <message>
            <source>Print the calling list</source>
            <translation>Imprimer la liste d’appels</translation>
        </message>
        <message>
            <source>To call {title}</source>
            <translation>À appeler {title}</translation>
        </message>
    </context>
    <context>
        <name>CallsPane</name>
        <message numerus="yes">
            <source>%n called</source>
            <translation>
                <numerusform>%Ln appelé</numerusform>
                <numerusform>%Ln appelés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people to call</source>
            <translation>
                <numerusform>%Ln personne à appeler</numerusform>
                <numerusform>%Ln personnes à appeler</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody to call</source>
            <translation>Personne à appeler</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>People to call</source>
            <translation>Personnes à appeler</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Imprimer</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tableau</translation>
        </message>
        <message>
            <source>Whoever no SMS reaches appears here, with the landlines and the other guardians.</source>
            <translation>Ceux qu’aucun SMS n’atteint apparaissent ici, avec les téléphones fixes et les autres responsables.</translation>
        </message>
        <message numerus="yes">
            <source>for %n others, another phone of the family has it</source>
            <translation>
                <numerusform>pour %Ln autre, un autre téléphone de la famille l’a reçu</numerusform>
                <numerusform>pour %Ln autres, un autre téléphone de la famille l’a reçu</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CardDelegate</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
        <message>
            <source>by {person}</source>
            <translation>par {person}</translation>
        </message>
    </context>
    <context>
        <name>ChangePanel</name>
        <message>
            <source>Hour of the first course</source>
            <translation>Heure du premier cours</translation>
        </message>
        <message>
            <source>In another room</source>
            <translation>Dans une autre salle</translation>
        </message>
        <message>
            <source>Mme Petit</source>
            <translation>Mme Petit</translation>
        </message>
        <message>
            <source>Moved to another day</source>
            <translation>Reporté à un autre jour</translation>
        </message>
        <message numerus="yes">
            <source>Names without ï, œ, ã: %n fewer SMS</source>
            <translation>
                <numerusform>Noms sans ï, œ, ã : %Ln SMS de moins</numerusform>
                <numerusform>Noms sans ï, œ, ã : %Ln SMS de moins</numerusform>
            </translation>
        </message>
        <message>
            <source>New day</source>
            <translation>Nouveau jour</translation>
        </message>
        <message>
            <source>No course</source>
            <translation>Pas de cours</translation>
        </message>
        <message>
            <source>Room</source>
            <translation>Salle</translation>
        </message>
        <message>
            <source>Room 4</source>
            <translation>Salle 4</translation>
        </message>
        <message>
            <source>Somebody else teaches</source>
            <translation>Un remplaçant assure le cours</translation>
        </message>
        <message>
            <source>They take place after all</source>
            <translation>Maintenus finalement</translation>
        </message>
        <message>
            <source>What becomes of the courses</source>
            <translation>Que deviennent les cours ?</translation>
        </message>
        <message>
            <source>Who teaches instead</source>
            <translation>Qui assure le cours</translation>
        </message>
        <message>
            <source>the same hour</source>
            <translation>même heure</translation>
        </message>
    </context>
    <context>
        <name>ChosenTeacher</name>
        <message>
            <source>Change</source>
            <translation>Changer</translation>
        </message>
        <message>
            <source>Choose another teacher</source>
            <translation>Choisir un autre professeur</translation>
        </message>
    </context>
    <context>
        <name>ClosedCard</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
        <message>
            <source>Answer by itself out of hours, once for each phone</source>
            <translation>Répondre automatiquement hors horaires, une fois par téléphone</translation>
        </message>
        <message>
            <source>Answers an hour in all</source>
            <translation>Réponses par heure, en tout</translation>
        </message>
        <message>
            <source>Answers to one phone a day</source>
            <translation>Réponses par téléphone et par jour</translation>
        </message>
        <message>
            <source>Never answered by itself, as the numbers of your SIM cards; with a comma between them</source>
            <translation>Jamais de réponse automatique, comme pour les numéros de vos cartes SIM ; séparez-les par une virgule</translation>
        </message>
        <message>
            <source>Nobody is there in the school holidays either</source>
            <translation>Personne pendant les vacances scolaires non plus</translation>
        </message>
        <message>
            <source>Nothing is ever answered to short numbers, to senders without a number, or to what looks like the answer of another machine.</source>
            <translation>Rien n’est jamais répondu aux numéros courts, aux expéditeurs sans numéro, ni à ce qui ressemble à la réponse d’une autre machine.</translation>
        </message>
        <message>
            <source>The answer when nobody is there is kept.</source>
            <translation>La réponse en votre absence est enregistrée.</translation>
        </message>
        <message>
            <source>What is answered</source>
            <translation>Texte de la réponse</translation>
        </message>
        <message>
            <source>When nobody is there</source>
            <translation>Quand il n’y a personne</translation>
        </message>
        <message>
            <source>Your other numbers</source>
            <translation>Vos autres numéros</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>fermé</translation>
        </message>
        <message>
            <source>{institution} and {ouverture} are filled in: who you are, and when you are back.</source>
            <translation>{institution} et {ouverture} sont remplis : qui vous êtes, et quand vous revenez.</translation>
        </message>
    </context>
    <context>
        <name>ClosingQuestion</name>
        <message numerus="yes">
            <source>%n SMS wait to leave.</source>
            <translation>
                <numerusform>%Ln SMS attend d’être envoyé.</numerusform>
                <numerusform>%Ln SMS attendent d’être envoyés.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sends are planned within a day; the next one: {moment}.</source>
            <translation>
                <numerusform>%Ln envoi est programmé d’ici demain : {moment}.</numerusform>
                <numerusform>%Ln envois sont programmés d’ici demain, le prochain : {moment}.</numerusform>
            </translation>
        </message>
        <message>
            <source>Close SMS desk?</source>
            <translation>Fermer SMS desk ?</translation>
        </message>
        <message>
            <source>Close all the same</source>
            <translation>Fermer quand même</translation>
        </message>
        <message>
            <source>Minimise</source>
            <translation>Réduire</translation>
        </message>
        <message>
            <source>Minimised, the program goes on sending.</source>
            <translation>Si vous réduisez la fenêtre, les envois continuent.</translation>
        </message>
        <message>
            <source>Nothing is lost: what waits goes on when the program is opened again.</source>
            <translation>Rien n’est perdu : ce qui attend partira à la prochaine ouverture du programme.</translation>
        </message>
        <message>
            <source>Stay open</source>
            <translation>Rester ouvert</translation>
        </message>
        <message>
            <source>What is going on would be stopped: everything would be as before.</source>
            <translation>Ce qui est en cours serait arrêté : tout resterait comme avant.</translation>
        </message>
        <message>
            <source>What is planned leaves only while the program is open. If its hour passes meanwhile, you are asked, unless you chose otherwise when you planned it.</source>
            <translation>Un envoi programmé ne part que si le programme est ouvert. Si son heure passe entre-temps, on vous demandera quoi faire, sauf si vous en avez décidé autrement en le programmant.</translation>
        </message>
    </context>
    <context>
        <name>Confirmation</name>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Done at about {moment} ({duration} at the modem's pace).</source>
            <translation>Terminé vers {moment} ({duration} au rythme du modem).</translation>
        </message>
        <message>
            <source>Plan these sends? The first: {moment}.</source>
            <translation>Programmer ces envois ? Le premier part {moment}.</translation>
        </message>
        <message>
            <source>Plan this send: {moment}?</source>
            <translation>Programmer l’envoi pour {moment} ?</translation>
        </message>
        <message>
            <source>Send now?</source>
            <translation>Envoyer maintenant ?</translation>
        </message>
        <message>
            <source>Then you have five seconds to cancel.</source>
            <translation>Vous aurez ensuite cinq secondes pour annuler.</translation>
        </message>
    </context>
    <context>
        <name>ConsentForm</name>
        <message>
            <source>Agrees</source>
            <translation>Accepte</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Réponse</translation>
        </message>
        <message>
            <source>At the desk</source>
            <translation>À l’accueil</translation>
        </message>
        <message>
            <source>By SMS</source>
            <translation>Par SMS</translation>
        </message>
        <message>
            <source>By e-mail</source>
            <translation>Par courriel</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>For example: form of 3 September</source>
            <translation>Par exemple : formulaire du 3 septembre</translation>
        </message>
        <message>
            <source>For what</source>
            <translation>Pour quoi</translation>
        </message>
        <message>
            <source>How it was said</source>
            <translation>Comment c’est su</translation>
        </message>
        <message>
            <source>Objects</source>
            <translation>S’oppose</translation>
        </message>
        <message>
            <source>On paper, signed</source>
            <translation>Sur papier, signé</translation>
        </message>
        <message>
            <source>On the telephone</source>
            <translation>Au téléphone</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Téléphone</translation>
        </message>
        <message>
            <source>Proof or remark</source>
            <translation>Preuve ou remarque</translation>
        </message>
        <message>
            <source>Write down</source>
            <translation>Noter</translation>
        </message>
    </context>
    <context>
        <name>ConsentPanel</name>
        <message>
            <source>Alerts for people’s safety were sent to this phone in spite of an objection.</source>
            <translation>Des alertes de sécurité ont été envoyées à ce téléphone malgré une opposition.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Go to the conversation</source>
            <translation>Aller à la conversation</translation>
        </message>
        <message>
            <source>Nobody in your lists has this phone.</source>
            <translation>Personne dans vos listes n’a ce téléphone.</translation>
        </message>
        <message>
            <source>What was said</source>
            <translation>Ce qui a été dit</translation>
        </message>
        <message>
            <source>Write down an answer</source>
            <translation>Noter une réponse</translation>
        </message>
        <message>
            <source>{purpose}: {answer}</source>
            <translation>{purpose} : {answer}</translation>
        </message>
    </context>
    <context>
        <name>ConsentsPage</name>
        <message numerus="yes">
            <source>%n answers</source>
            <translation>
                <numerusform>%Ln réponse</numerusform>
                <numerusform>%Ln réponses</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n answers written to {file}.</source>
            <translation>
                <numerusform>%Ln réponse écrite dans {file}.</numerusform>
                <numerusform>%Ln réponses écrites dans {file}.</numerusform>
            </translation>
        </message>
        <message>
            <source>All</source>
            <translation>Tout</translation>
        </message>
        <message>
            <source>Consent register</source>
            <translation>Registre des consentements</translation>
        </message>
        <message>
            <source>Each agreement and each objection is kept with its date and how it was said. Write them down here or in the panel of a person.</source>
            <translation>Chaque accord et chaque opposition est conservé avec sa date et la façon dont il a été exprimé. Notez-les ici ou depuis la fiche d’une personne.</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exporter…</translation>
        </message>
        <message>
            <source>For what</source>
            <translation>Pour quoi</translation>
        </message>
        <message>
            <source>Name or phone</source>
            <translation>Nom ou téléphone</translation>
        </message>
        <message>
            <source>Nothing written down here</source>
            <translation>Rien de noté ici</translation>
        </message>
        <message>
            <source>The register is being written…</source>
            <translation>Écriture du registre…</translation>
        </message>
        <message>
            <source>Write down an answer</source>
            <translation>Noter une réponse</translation>
        </message>
    </context>
    <context>
        <name>ConversationActs</name>
        <message>
            <source>Anybody may answer {who}.</source>
            <translation>Tout le monde peut répondre à {who}.</translation>
        </message>
        <message>
            <source>You answer {who}.</source>
            <translation>Vous répondez à {who}.</translation>
        </message>
        <message>
            <source>{name} answers {who}.</source>
            <translation>{name} répond à {who}.</translation>
        </message>
        <message>
            <source>{who} has a star.</source>
            <translation>{who} est suivi.</translation>
        </message>
        <message>
            <source>{who} has no star any more.</source>
            <translation>{who} n’est plus suivi.</translation>
        </message>
        <message>
            <source>{who} is archived. A new message brings the conversation back.</source>
            <translation>{who} : conversation archivée. Un nouveau message la ramènera.</translation>
        </message>
        <message>
            <source>{who} is back from the archive.</source>
            <translation>{who} : conversation sortie des archives.</translation>
        </message>
        <message>
            <source>{who}: done.</source>
            <translation>{who} : traité.</translation>
        </message>
        <message>
            <source>{who}: still to do.</source>
            <translation>{who} : à traiter.</translation>
        </message>
    </context>
    <context>
        <name>ConversationList</name>
        <message>
            <source>Answers to your messages will appear here.</source>
            <translation>Les réponses à vos messages apparaîtront ici.</translation>
        </message>
        <message>
            <source>Behind the three points of a conversation one says who answers it.</source>
            <translation>Derrière les trois points d’une conversation, on dit qui y répond.</translation>
        </message>
        <message>
            <source>Conversations</source>
            <translation>Conversations</translation>
        </message>
        <message>
            <source>Everybody has an answer</source>
            <translation>Tout le monde a sa réponse</translation>
        </message>
        <message>
            <source>Everything is read</source>
            <translation>Tout est lu</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Messages</translation>
        </message>
        <message>
            <source>Messages {count}</source>
            <translation>Messages {count}</translation>
        </message>
        <message>
            <source>Name, number or word</source>
            <translation>Nom, numéro ou mot</translation>
        </message>
        <message>
            <source>New messages will appear here.</source>
            <translation>Les nouveaux messages apparaîtront ici.</translation>
        </message>
        <message>
            <source>No conversation has a star</source>
            <translation>Aucune conversation suivie</translation>
        </message>
        <message>
            <source>No conversation of this person</source>
            <translation>Aucune conversation de cette personne</translation>
        </message>
        <message>
            <source>No message of a service</source>
            <translation>Aucun message de service</translation>
        </message>
        <message>
            <source>No message yet</source>
            <translation>Pas encore de message</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Rien trouvé</translation>
        </message>
        <message>
            <source>Search more precisely</source>
            <translation>Préciser la recherche</translation>
        </message>
        <message>
            <source>The archive is empty</source>
            <translation>Aucune conversation archivée</translation>
        </message>
        <message>
            <source>The star above a conversation keeps it at hand here.</source>
            <translation>L’étoile au-dessus d’une conversation la garde ici, à portée de main.</translation>
        </message>
        <message>
            <source>Try a name, a number or a word of the text.</source>
            <translation>Essayez un nom, un numéro ou un mot du texte.</translation>
        </message>
        <message>
            <source>What companies and your carrier send is kept apart here.</source>
            <translation>Ce qu’envoient les entreprises et votre opérateur est rangé à part, ici.</translation>
        </message>
        <message>
            <source>What is searched</source>
            <translation>Ce que l’on cherche</translation>
        </message>
        <message>
            <source>What you archive is kept here, and comes back when they write again.</source>
            <translation>Ce que vous archivez est gardé ici, et revient dès qu’un nouveau message arrive.</translation>
        </message>
        <message>
            <source>Who writes next appears here.</source>
            <translation>Les prochaines questions apparaîtront ici.</translation>
        </message>
    </context>
    <context>
        <name>CopiesCard</name>
        <message>
            <source>A copy is kept each day while SMS desk is open; the last three stay. One of your own, on a USB stick for example, also helps when the computer breaks.</source>
            <translation>Une copie est gardée chaque jour où SMS desk est ouvert ; les trois dernières restent. Une copie à vous, sur une clé USB par exemple, protège aussi d’une panne de l’ordinateur.</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>Choose a copy</source>
            <translation>Choisir une copie</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>Copies</translation>
        </message>
        <message>
            <source>Copies of SMS desk ({files})</source>
            <translation>Copies de SMS desk ({files})</translation>
        </message>
        <message>
            <source>Copy of {day}</source>
            <translation>Copie du {day}</translation>
        </message>
        <message>
            <source>Go back to another copy…</source>
            <translation>Revenir à une autre copie…</translation>
        </message>
        <message>
            <source>Go back to it…</source>
            <translation>Y revenir…</translation>
        </message>
        <message>
            <source>Go back to: {copy}</source>
            <translation>Revenir à : {copy}</translation>
        </message>
        <message>
            <source>Make a copy now…</source>
            <translation>Faire une copie maintenant…</translation>
        </message>
        <message>
            <source>Make a copy of everything</source>
            <translation>Faire une copie de tout</translation>
        </message>
        <message>
            <source>No copy yet: the first one is made within minutes.</source>
            <translation>Pas encore de copie : la première se fait dans quelques minutes.</translation>
        </message>
        <message>
            <source>The copy is being looked at…</source>
            <translation>La copie est examinée…</translation>
        </message>
        <message>
            <source>The copy is being written…</source>
            <translation>La copie s’écrit…</translation>
        </message>
        <message>
            <source>The copy is whole: {file}. It holds names and numbers: keep it where only you read it.</source>
            <translation>La copie est intacte : {file}. Elle contient des noms et des numéros : gardez-la là où vous seul la lisez.</translation>
        </message>
        <message>
            <source>The copy was stopped; nothing of it stays.</source>
            <translation>La copie a été arrêtée ; il n’en reste rien.</translation>
        </message>
    </context>
    <context>
        <name>CorrespondentPane</name>
        <message>
            <source>Add this person</source>
            <translation>Ajouter cette personne</translation>
        </message>
        <message>
            <source>Give to somebody</source>
            <translation>Attribuer à quelqu’un</translation>
        </message>
        <message>
            <source>Nobody in your lists has this sender.</source>
            <translation>Personne dans vos listes n’a ce numéro ou ce nom.</translation>
        </message>
        <message>
            <source>Not among your people</source>
            <translation>Pas dans vos listes</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Afficher</translation>
        </message>
        <message>
            <source>Show {name}</source>
            <translation>Afficher {name}</translation>
        </message>
    </context>
    <context>
        <name>CostPanel</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
        <message>
            <source>Because of {characters}, one SMS holds {limit} characters only.</source>
            <translation>À cause de {characters}, un SMS ne contient que {limit} caractères.</translation>
        </message>
        <message>
            <source>Replace the underlined characters by ones that take less room (ê by e, ’ by ')</source>
            <translation>Remplacer les caractères soulignés par d’autres qui prennent moins de place (ê par e, ’ par ')</translation>
        </message>
        <message>
            <source>Use fewer SMS</source>
            <translation>Économiser des SMS</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>et %Ln autre</numerusform>
                <numerusform>et %Ln autres</numerusform>
            </translation>
        </message>
        <message>
            <source>{what}: the SMS holds 70 characters instead of 160</source>
            <translation>{what} : 70 caractères par SMS au lieu de 160</translation>
        </message>
        <message>
            <source>{what}: {sms} SMS instead of {instead}</source>
            <translation>{what} : {sms} SMS au lieu de {instead}</translation>
        </message>
        <message>
            <source>“{character}”</source>
            <translation>« {character} »</translation>
        </message>
        <message>
            <source>“{character}” ({names})</source>
            <translation>« {character} » ({names})</translation>
        </message>
    </context>
    <context>
        <name>CourseBar</name>
        <message>
            <source>Another room</source>
            <translation>Salle changée</translation>
        </message>
        <message>
            <source>Courses moved to another day</source>
            <translation>Cours reportés</translation>
        </message>
        <message>
            <source>Follows send {id}</source>
            <translation>Fait suite à l’envoi {id}</translation>
        </message>
        <message>
            <source>The courses take place after all</source>
            <translation>Cours maintenus finalement</translation>
        </message>
        <message>
            <source>Told since: another day (send {id})</source>
            <translation>Depuis : cours reportés (envoi {id})</translation>
        </message>
        <message>
            <source>Told since: another room (send {id})</source>
            <translation>Depuis : salle changée (envoi {id})</translation>
        </message>
        <message>
            <source>Told since: send {id}</source>
            <translation>Depuis : envoi {id}</translation>
        </message>
        <message>
            <source>Told since: they take place after all (send {id})</source>
            <translation>Depuis : cours maintenus (envoi {id})</translation>
        </message>
    </context>
    <context>
        <name>CourseHours</name>
        <message>
            <source>Comes at every hour</source>
            <translation>Vient à toutes les heures</translation>
        </message>
    </context>
    <context>
        <name>CourseList</name>
        <message numerus="yes">
            <source>%n pupils</source>
            <translation>
                <numerusform>%Ln élève</numerusform>
                <numerusform>%Ln élèves</numerusform>
            </translation>
        </message>
        <message>
            <source>Courses</source>
            <translation>Cours</translation>
        </message>
    </context>
    <context>
        <name>CrisisConfirm</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>%Ln personne</numerusform>
                <numerusform>%Ln personnes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people cannot be reached by SMS: the log sheet lists their phones</source>
            <translation>
                <numerusform>%Ln personne n’a pas de mobile : la fiche de suivi donne ses autres numéros</numerusform>
                <numerusform>%Ln personnes n’ont pas de mobile : la fiche de suivi donne leurs autres numéros</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phones have not had the earlier message yet: it is stopped</source>
            <translation>
                <numerusform>%Ln téléphone n’a pas encore eu le message d’avant : il est arrêté</numerusform>
                <numerusform>%Ln téléphones n’ont pas encore eu le message d’avant : il est arrêté</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phones have not had the earlier message yet: they get it before</source>
            <translation>
                <numerusform>%Ln téléphone n’a pas encore eu le message d’avant : il le reçoit d’abord</numerusform>
                <numerusform>%Ln téléphones n’ont pas encore eu le message d’avant : ils le reçoivent d’abord</numerusform>
            </translation>
        </message>
        <message>
            <source>Back to the text</source>
            <translation>Revenir au texte</translation>
        </message>
        <message>
            <source>Ctrl+Enter confirms, Esc goes back. Enter alone does nothing.</source>
            <translation>Ctrl+Entrée confirme, Échap revient. Entrée seule ne fait rien.</translation>
        </message>
        <message numerus="yes">
            <source>Give the all-clear to %n phones?</source>
            <translation>
                <numerusform>Annoncer la fin d’alerte à %Ln téléphone ?</numerusform>
                <numerusform>Annoncer la fin d’alerte à %Ln téléphones ?</numerusform>
            </translation>
        </message>
        <message>
            <source>Let this alert pass the limits of the SIM; your name is noted</source>
            <translation>Laisser cette alerte dépasser les limites de la carte SIM ; votre nom est noté</translation>
        </message>
        <message numerus="yes">
            <source>Really alert %n phones?</source>
            <translation>
                <numerusform>Vraiment alerter %Ln téléphone ?</numerusform>
                <numerusform>Vraiment alerter %Ln téléphones ?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Rehearse with %n phones? No SMS leaves.</source>
            <translation>
                <numerusform>S’exercer avec %Ln téléphone ? Aucun SMS ne part.</numerusform>
                <numerusform>S’exercer avec %Ln téléphones ? Aucun SMS ne part.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Send the update to %n phones?</source>
            <translation>
                <numerusform>Envoyer la mise à jour à %Ln téléphone ?</numerusform>
                <numerusform>Envoyer la mise à jour à %Ln téléphones ?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Yes, alert %n phones</source>
            <translation>
                <numerusform>Oui, alerter %Ln téléphone</numerusform>
                <numerusform>Oui, alerter %Ln téléphones</numerusform>
            </translation>
        </message>
        <message>
            <source>Yes, rehearse</source>
            <translation>Oui, s’exercer</translation>
        </message>
        <message numerus="yes">
            <source>Yes, send to %n phones</source>
            <translation>
                <numerusform>Oui, envoyer à %Ln téléphone</numerusform>
                <numerusform>Oui, envoyer à %Ln téléphones</numerusform>
            </translation>
        </message>
        <message>
            <source>done in {duration}, at the modem's pace</source>
            <translation>terminé en {duration}, au rythme du modem</translation>
        </message>
    </context>
    <context>
        <name>CrisisPage</name>
        <message numerus="yes">
            <source>%n messages were stopped.</source>
            <translation>
                <numerusform>%Ln message a été arrêté.</numerusform>
                <numerusform>%Ln messages ont été arrêtés.</numerusform>
            </translation>
        </message>
        <message>
            <source>Exercise</source>
            <translation>Exercice</translation>
        </message>
        <message>
            <source>The exercise is over: its copy is erased, its log sheet is kept.</source>
            <translation>L’exercice est terminé : sa copie est effacée, sa fiche de suivi est gardée.</translation>
        </message>
        <message>
            <source>Urgent alert</source>
            <translation>Alerte urgente</translation>
        </message>
    </context>
    <context>
        <name>CrisisPaper</name>
        <message>
            <source>Exercise</source>
            <translation>Exercice</translation>
        </message>
        <message>
            <source>Log sheet</source>
            <translation>Fiche de suivi</translation>
        </message>
        <message>
            <source>Print the log sheet</source>
            <translation>Imprimer la fiche de suivi</translation>
        </message>
    </context>
    <context>
        <name>CrisisText</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
        <message>
            <source>As the first person reads it</source>
            <translation>Tel que le lira la première personne</translation>
        </message>
        <message>
            <source>Text of the alert</source>
            <translation>Texte de l’alerte</translation>
        </message>
        <message>
            <source>Which text?</source>
            <translation>Quel texte ?</translation>
        </message>
        <message>
            <source>to be filled in</source>
            <translation>à compléter</translation>
        </message>
    </context>
    <context>
        <name>DataCard</name>
        <message>
            <source>Check the data</source>
            <translation>Vérifier les données</translation>
        </message>
        <message>
            <source>Every page of the data is being read…</source>
            <translation>Toutes les données sont relues…</translation>
        </message>
        <message>
            <source>Everything that SMS desk keeps lies in one folder of this computer: {folder} ({size}).</source>
            <translation>Tout ce que SMS desk garde est dans un seul dossier de cet ordinateur : {folder} ({size}).</translation>
        </message>
        <message>
            <source>Open the folder</source>
            <translation>Ouvrir le dossier</translation>
        </message>
        <message>
            <source>Something in the data is damaged. Go back to a copy below; what is there now is kept.</source>
            <translation>Une partie des données est abîmée. Revenez à une copie ci-dessous ; ce qui est là maintenant est conservé.</translation>
        </message>
        <message>
            <source>The check was stopped.</source>
            <translation>La vérification a été arrêtée.</translation>
        </message>
        <message>
            <source>The data are whole.</source>
            <translation>Les données sont intactes.</translation>
        </message>
        <message>
            <source>Your data</source>
            <translation>Vos données</translation>
        </message>
    </context>
    <context>
        <name>DayChoices</name>
        <message>
            <source>First day</source>
            <translation>Premier jour</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Du</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Dernier jour</translation>
        </message>
        <message>
            <source>Several days…</source>
            <translation>Plusieurs jours…</translation>
        </message>
        <message>
            <source>Until, included</source>
            <translation>Au (inclus)</translation>
        </message>
    </context>
    <context>
        <name>DayPanel</name>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>New send on this day</source>
            <translation>Nouvel envoi ce jour-là</translation>
        </message>
        <message>
            <source>Nothing is planned on this day.</source>
            <translation>Rien n’est prévu ce jour-là.</translation>
        </message>
    </context>
    <context>
        <name>DecisionBar</name>
        <message numerus="yes">
            <source>%n uncertain messages: {names}</source>
            <translation>
                <numerusform>%Ln message incertain : {names}</numerusform>
                <numerusform>%Ln messages incertains : {names}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Consider all %n as sent</source>
            <translation>
                <numerusform>Considérer %Ln comme envoyé</numerusform>
                <numerusform>Considérer les %Ln comme envoyés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Consider all %n as sent? Whoever has not got it gets nothing more.</source>
            <translation>
                <numerusform>Considérer %Ln comme envoyé ? S’il n’est pas arrivé, rien d’autre ne partira.</numerusform>
                <numerusform>Considérer les %Ln comme envoyés ? Ceux qui n’ont rien reçu ne recevront rien de plus.</numerusform>
            </translation>
        </message>
        <message>
            <source>Consider as sent</source>
            <translation>Considérer comme envoyé</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Pas maintenant</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>Renvoyer</translation>
        </message>
        <message numerus="yes">
            <source>Send again all %n? Whoever has it already gets it twice.</source>
            <translation>
                <numerusform>Renvoyer %Ln ? Qui l’a déjà reçu l’aura deux fois.</numerusform>
                <numerusform>Renvoyer les %Ln ? Ceux qui l’ont déjà reçu l’auront deux fois.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Send all %n again</source>
            <translation>
                <numerusform>Renvoyer %Ln</numerusform>
                <numerusform>Renvoyer les %Ln</numerusform>
            </translation>
        </message>
        <message>
            <source>The beginning went through an absent SIM. Sent again, all of it goes through the present one.</source>
            <translation>Le début est parti par une carte SIM absente. Renvoyé, tout le message part par celle qui est là.</translation>
        </message>
        <message>
            <source>The network gave no answer: the SMS may have arrived. Sent again, it may arrive twice.</source>
            <translation>Le réseau n’a pas répondu : le SMS est peut-être arrivé. Renvoyé, il peut arriver deux fois.</translation>
        </message>
    </context>
    <context>
        <name>Doing</name>
        <message numerus="yes">
            <source>%n waiting message(s) will still go to people who are removed.</source>
            <translation>
                <numerusform>%Ln message en attente partira quand même vers une personne retirée.</numerusform>
                <numerusform>%Ln messages en attente partiront quand même vers des personnes retirées.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting messages will not be sent.</source>
            <translation>
                <numerusform>%Ln message en attente ne sera pas envoyé.</numerusform>
                <numerusform>%Ln messages en attente ne seront pas envoyés.</numerusform>
            </translation>
        </message>
        <message>
            <source>Done again: {title}</source>
            <translation>Rétabli : {title}</translation>
        </message>
        <message>
            <source>People are put into {group}…</source>
            <translation>Ajout des personnes à « {group} »…</translation>
        </message>
        <message>
            <source>People are taken out of the group…</source>
            <translation>Retrait des personnes du groupe…</translation>
        </message>
        <message>
            <source>People come back from the archive…</source>
            <translation>Retour des personnes archivées…</translation>
        </message>
        <message>
            <source>People go into the archive…</source>
            <translation>Archivage des personnes…</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Rétablir</translation>
        </message>
        <message>
            <source>The change is being made again…</source>
            <translation>Rétablissement en cours…</translation>
        </message>
        <message>
            <source>The change is being undone…</source>
            <translation>Annulation en cours…</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Undone: {title}</source>
            <translation>Annulé : {title}</translation>
        </message>
    </context>
    <context>
        <name>DraftsPanel</name>
        <message>
            <source>Continue</source>
            <translation>Reprendre</translation>
        </message>
        <message>
            <source>Continue the draft {name}</source>
            <translation>Reprendre le brouillon {name}</translation>
        </message>
        <message>
            <source>Delete the draft {name}</source>
            <translation>Supprimer le brouillon {name}</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>Brouillons</translation>
        </message>
        <message>
            <source>To nobody yet</source>
            <translation>Pas encore de destinataire</translation>
        </message>
        <message>
            <source>Without a text</source>
            <translation>Sans texte</translation>
        </message>
    </context>
    <context>
        <name>DropCover</name>
        <message>
            <source>Drop to add these templates to the library</source>
            <translation>Déposez pour ajouter ces modèles</translation>
        </message>
        <message numerus="yes">
            <source>Drop to look at %n lists before importing</source>
            <translation>
                <numerusform>Déposez pour vérifier %Ln liste avant de l’importer</numerusform>
                <numerusform>Déposez pour vérifier %Ln listes avant de les importer</numerusform>
            </translation>
        </message>
        <message>
            <source>It takes class lists (Excel, LibreOffice, CSV), contacts (.vcf) and templates (.toml, .json).</source>
            <translation>Il prend les listes de classe (Excel, LibreOffice, CSV), les contacts (.vcf) et les modèles (.toml, .json).</translation>
        </message>
        <message>
            <source>Left out: {files}. Drop these by themselves.</source>
            <translation>Laissé de côté : {files}. Déposez-les à part.</translation>
        </message>
        <message>
            <source>SMS desk does not read such files</source>
            <translation>SMS desk ne lit pas ce genre de fichier</translation>
        </message>
    </context>
    <context>
        <name>DropZone</name>
        <message>
            <source>All files (*)</source>
            <translation>Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>Choose class lists</source>
            <translation>Choisir des listes</translation>
        </message>
        <message>
            <source>Choose files</source>
            <translation>Choisir des fichiers</translation>
        </message>
        <message>
            <source>Copy the rows in Excel, then press this button or Ctrl+V here.</source>
            <translation>Copiez les lignes dans Excel, puis appuyez sur ce bouton ou sur Ctrl+V ici.</translation>
        </message>
        <message>
            <source>Drop your class lists here</source>
            <translation>Déposez vos listes ici</translation>
        </message>
        <message>
            <source>Excel, LibreOffice, CSV or contacts, one file or several. Nothing changes before you agree.</source>
            <translation>Excel, LibreOffice, CSV ou contacts, un ou plusieurs fichiers. Rien ne change sans votre accord.</translation>
        </message>
        <message>
            <source>Lists ({files})</source>
            <translation>Listes ({files})</translation>
        </message>
        <message>
            <source>Paste from Excel</source>
            <translation>Coller depuis Excel</translation>
        </message>
    </context>
    <context>
        <name>DuplicatesPage</name>
        <message numerus="yes">
            <source>%n possible duplicates</source>
            <translation>
                <numerusform>%Ln doublon possible</numerusform>
                <numerusform>%Ln doublons possibles</numerusform>
            </translation>
        </message>
        <message>
            <source>Back to the people</source>
            <translation>Retour aux personnes</translation>
        </message>
        <message>
            <source>Choose two entries</source>
            <translation>Choisissez deux fiches</translation>
        </message>
        <message>
            <source>Kept as two people; they are not proposed again.</source>
            <translation>Ce sont deux personnes : elles ne seront plus proposées.</translation>
        </message>
        <message>
            <source>Look here after an import: the same phone, or the same name and birth date, is found.</source>
            <translation>Passez ici après un import : un même téléphone, ou un même nom avec la même date de naissance, est repéré.</translation>
        </message>
        <message>
            <source>Nobody seems to be listed twice</source>
            <translation>Personne ne semble figurer deux fois</translation>
        </message>
        <message>
            <source>Possible duplicates</source>
            <translation>Doublons possibles</translation>
        </message>
        <message>
            <source>You see them side by side, and what a merge makes of them, before anything changes.</source>
            <translation>Vous les voyez côte à côte, avec le résultat de la fusion, avant que rien ne change.</translation>
        </message>
    </context>
    <context>
        <name>EconomyPanel</name>
        <message>
            <source>Also in names and other values</source>
            <translation>Aussi dans les noms et valeurs</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>Laisser</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>Remplacer</translation>
        </message>
        <message>
            <source>The text as it would be</source>
            <translation>Le texte tel qu’il serait</translation>
        </message>
        <message>
            <source>Use fewer SMS by writing</source>
            <translation>Économiser en écrivant</translation>
        </message>
        <message>
            <source>Without this, names keep their accents</source>
            <translation>Sans cela, les noms gardent leurs accents</translation>
        </message>
        <message>
            <source>a space</source>
            <translation>un espace</translation>
        </message>
        <message>
            <source>no-break space</source>
            <translation>espace insécable</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>rien</translation>
        </message>
        <message>
            <source>{before} SMS → {after} SMS</source>
            <translation>{before} SMS → {after} SMS</translation>
        </message>
        <message>
            <source>{before} → {after} characters to spare</source>
            <translation>{before} → {after} caractères disponibles</translation>
        </message>
    </context>
    <context>
        <name>EntryPanel</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people chosen one by one</source>
            <translation>
                <numerusform>%Ln personne choisie à part</numerusform>
                <numerusform>%Ln personnes choisies une à une</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people of today would get it, late.</source>
            <translation>
                <numerusform>%Ln personne le recevrait aujourd’hui, en retard.</numerusform>
                <numerusform>%Ln personnes le recevraient aujourd’hui, en retard.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phones</source>
            <translation>
                <numerusform>%Ln téléphone</numerusform>
                <numerusform>%Ln téléphones</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sends to come will not leave. What was sent stays as it is.</source>
            <translation>
                <numerusform>%Ln envoi à venir ne partira pas. Ce qui est envoyé reste tel quel.</numerusform>
                <numerusform>%Ln envois à venir ne partiront pas. Ce qui est envoyé reste tel quel.</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Change the series…</source>
            <translation>Modifier la série…</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Modifier…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Do not send</source>
            <translation>Ne pas envoyer</translation>
        </message>
        <message>
            <source>Do not send…</source>
            <translation>Ne pas envoyer…</translation>
        </message>
        <message>
            <source>If the computer is off then, it is skipped.</source>
            <translation>Si l’ordinateur est éteint à cette heure, l’envoi est passé.</translation>
        </message>
        <message>
            <source>If the computer is off then, it leaves later, within a day.</source>
            <translation>Si l’ordinateur est éteint à cette heure, l’envoi part à son rallumage, dans la journée.</translation>
        </message>
        <message>
            <source>If the computer is off then, you are asked.</source>
            <translation>Si l’ordinateur est éteint à cette heure, on vous demandera.</translation>
        </message>
        <message>
            <source>Let the series go on</source>
            <translation>Faire repartir la série</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>Déplacer</translation>
        </message>
        <message>
            <source>Move…</source>
            <translation>Déplacer…</translation>
        </message>
        <message>
            <source>New day and time</source>
            <translation>Nouveau jour et nouvelle heure</translation>
        </message>
        <message>
            <source>Nobody will get it, and it cannot be brought back.</source>
            <translation>Personne ne le recevra, et vous ne pourrez pas revenir en arrière.</translation>
        </message>
        <message>
            <source>Nobody will get it.</source>
            <translation>Personne ne le recevra.</translation>
        </message>
        <message>
            <source>One of a series that repeats</source>
            <translation>Un envoi d’une série qui se répète</translation>
        </message>
        <message>
            <source>Open the send</source>
            <translation>Voir l’envoi</translation>
        </message>
        <message>
            <source>Plan it again</source>
            <translation>Prévoir à nouveau</translation>
        </message>
        <message>
            <source>Ready in the queue: its text and its people are fixed</source>
            <translation>Déjà prêt : son texte et ses destinataires ne changent plus</translation>
        </message>
        <message>
            <source>Reminder of the event on {moment}</source>
            <translation>Rappel de l’évènement : {moment}</translation>
        </message>
        <message numerus="yes">
            <source>Send %n SMS</source>
            <translation>
                <numerusform>Envoyer %Ln SMS</numerusform>
                <numerusform>Envoyer %Ln SMS</numerusform>
            </translation>
        </message>
        <message>
            <source>Send now…</source>
            <translation>Envoyer maintenant…</translation>
        </message>
        <message>
            <source>Sent once</source>
            <translation>Une seule fois</translation>
        </message>
        <message>
            <source>Skip this one…</source>
            <translation>Passer celui-ci…</translation>
        </message>
        <message>
            <source>Stop the series</source>
            <translation>Arrêter la série</translation>
        </message>
        <message>
            <source>Stop the series…</source>
            <translation>Arrêter la série…</translation>
        </message>
        <message>
            <source>Then</source>
            <translation>Ensuite</translation>
        </message>
        <message>
            <source>This one will not be sent. The others stay.</source>
            <translation>Cet envoi ne partira pas. Les autres restent prévus.</translation>
        </message>
        <message>
            <source>To whom</source>
            <translation>À qui</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>et %Ln autre</numerusform>
                <numerusform>et %Ln autres</numerusform>
            </translation>
        </message>
        <message>
            <source>everybody</source>
            <translation>tout le monde</translation>
        </message>
        <message>
            <source>{day} at {time}</source>
            <translation>{day} à {time}</translation>
        </message>
        <message>
            <source>{figures} as your lists are today</source>
            <translation>{figures} selon vos listes d’aujourd’hui</translation>
        </message>
    </context>
    <context>
        <name>EventForm</name>
        <message>
            <source>Day and time of the event</source>
            <translation>Jour et heure de l’évènement</translation>
        </message>
        <message>
            <source>Fills {date} and {heure} in the text.</source>
            <translation>Remplit {date} et {heure} dans le texte.</translation>
        </message>
        <message>
            <source>The event</source>
            <translation>L’évènement</translation>
        </message>
    </context>
    <context>
        <name>ExerciseBanner</name>
        <message>
            <source>EXERCISE</source>
            <translation>EXERCICE</translation>
        </message>
        <message>
            <source>No SMS leaves: a copy of the people, and a simulated modem.</source>
            <translation>Aucun SMS ne part : copie des personnes et modem simulé.</translation>
        </message>
    </context>
    <context>
        <name>FieldBar</name>
        <message>
            <source>If it is missing, write…</source>
            <translation>Si la valeur manque, écrire…</translation>
        </message>
        <message>
            <source>Take this field out</source>
            <translation>Retirer ce champ</translation>
        </message>
        <message>
            <source>What to write where the value is missing</source>
            <translation>Ce qui est écrit quand la valeur manque</translation>
        </message>
        <message>
            <source>Without accents</source>
            <translation>Sans accent</translation>
        </message>
        <message>
            <source>Write this value with ê as e, so that the SMS stays long</source>
            <translation>Écrire cette valeur avec e au lieu de ê, pour garder 160 caractères par SMS</translation>
        </message>
    </context>
    <context>
        <name>FieldButtons</name>
        <message>
            <source>Ask for something</source>
            <translation>Demander une réponse</translation>
        </message>
        <message>
            <source>Insert the field {name}</source>
            <translation>Insérer le champ {name}</translation>
        </message>
        <message>
            <source>Others</source>
            <translation>Autres</translation>
        </message>
        <message>
            <source>Put a phone, a link or “answer YES” at the end of the text</source>
            <translation>Mettre un téléphone, un lien ou « répondez OUI » à la fin du texte</translation>
        </message>
        <message>
            <source>Words that agree</source>
            <translation>Mots qui s’accordent</translation>
        </message>
    </context>
    <context>
        <name>FilePane</name>
        <message numerus="yes">
            <source>%n hidden sheet(s) not read: {names}.</source>
            <translation>
                <numerusform>%Ln feuille masquée n’a pas été lue : {names}.</numerusform>
                <numerusform>%Ln feuilles masquées n’ont pas été lues : {names}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rows</source>
            <translation>
                <numerusform>%Ln ligne</numerusform>
                <numerusform>%Ln lignes</numerusform>
            </translation>
        </message>
        <message>
            <source>Columns recognised as last time.</source>
            <translation>Colonnes reconnues comme la dernière fois.</translation>
        </message>
        <message>
            <source>First rows of the file</source>
            <translation>Premières lignes du fichier</translation>
        </message>
        <message>
            <source>Headers in row {row}</source>
            <translation>En-têtes à la ligne {row}</translation>
        </message>
        <message>
            <source>No row of headers</source>
            <translation>Pas de ligne d’en-têtes</translation>
        </message>
        <message>
            <source>Put everybody of the list into this group as well:</source>
            <translation>Mettre aussi toute la liste dans le groupe :</translation>
        </message>
        <message>
            <source>Read them too</source>
            <translation>Les lire aussi</translation>
        </message>
        <message>
            <source>Recognise them anew</source>
            <translation>Oublier et reconnaître à nouveau</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>Feuille</translation>
        </message>
    </context>
    <context>
        <name>FilterBar</name>
        <message>
            <source>Filter</source>
            <translation>Filtrer</translation>
        </message>
        <message>
            <source>Save this filter as a group</source>
            <translation>Enregistrer comme groupe</translation>
        </message>
    </context>
    <context>
        <name>FilterPanel</name>
        <message>
            <source>Age</source>
            <translation>Âge</translation>
        </message>
        <message>
            <source>Age from</source>
            <translation>Âge minimal</translation>
        </message>
        <message>
            <source>Age up to</source>
            <translation>Âge maximal</translation>
        </message>
        <message>
            <source>Any</source>
            <translation>Indifférent</translation>
        </message>
        <message>
            <source>Archived people</source>
            <translation>Personnes archivées</translation>
        </message>
        <message>
            <source>Choose a group</source>
            <translation>Choisir un groupe</translation>
        </message>
        <message>
            <source>Choose a town</source>
            <translation>Choisir une commune</translation>
        </message>
        <message>
            <source>Class or course</source>
            <translation>Classe ou cours</translation>
        </message>
        <message>
            <source>Close the filters</source>
            <translation>Fermer les filtres</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>Accord</translation>
        </message>
        <message>
            <source>No town known</source>
            <translation>Aucune commune connue</translation>
        </message>
        <message>
            <source>Reached</source>
            <translation>Joignable</translation>
        </message>
        <message>
            <source>Show archived people</source>
            <translation>Afficher les personnes archivées</translation>
        </message>
        <message>
            <source>Show them</source>
            <translation>Les afficher</translation>
        </message>
        <message>
            <source>Town</source>
            <translation>Commune</translation>
        </message>
        <message>
            <source>to</source>
            <translation>à</translation>
        </message>
    </context>
    <context>
        <name>FollowBar</name>
        <message>
            <source>Correct</source>
            <translation>Corriger</translation>
        </message>
        <message>
            <source>Open the alert</source>
            <translation>Ouvrir l’alerte</translation>
        </message>
        <message>
            <source>Send once more</source>
            <translation>Envoyer à nouveau</translation>
        </message>
        <message numerus="yes">
            <source>Write to the %n not reached</source>
            <translation>
                <numerusform>Écrire au non joint</numerusform>
                <numerusform>Écrire aux %Ln non joints</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Write to the %n without an answer</source>
            <translation>
                <numerusform>Relancer le seul sans réponse</numerusform>
                <numerusform>Relancer les %Ln sans réponse</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FoundList</name>
        <message>
            <source>Messages found</source>
            <translation>Messages trouvés</translation>
        </message>
        <message>
            <source>No message found</source>
            <translation>Aucun message trouvé</translation>
        </message>
        <message>
            <source>Try another word, or fewer letters of it.</source>
            <translation>Essayez un autre mot, ou moins de lettres.</translation>
        </message>
    </context>
    <context>
        <name>GroupChooser</name>
        <message>
            <source>Name of the group</source>
            <translation>Nom du groupe</translation>
        </message>
        <message>
            <source>No group of this name.</source>
            <translation>Aucun groupe de ce nom.</translation>
        </message>
    </context>
    <context>
        <name>GroupForm</name>
        <message>
            <source>Kind</source>
            <translation>Genre</translation>
        </message>
        <message>
            <source>Name of the group</source>
            <translation>Nom du groupe</translation>
        </message>
        <message>
            <source>No other group</source>
            <translation>Aucun autre groupe</translation>
        </message>
        <message>
            <source>Part of</source>
            <translation>Fait partie de</translation>
        </message>
        <message>
            <source>Search a teacher</source>
            <translation>Chercher un professeur</translation>
        </message>
        <message>
            <source>Teacher</source>
            <translation>Professeur</translation>
        </message>
        <message>
            <source>Weekly hours</source>
            <translation>Horaires de la semaine</translation>
        </message>
    </context>
    <context>
        <name>GroupHeading</name>
        <message numerus="yes">
            <source>%n found</source>
            <translation>
                <numerusform>%Ln trouvée</numerusform>
                <numerusform>%Ln trouvées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>%Ln personne</numerusform>
                <numerusform>%Ln personnes</numerusform>
            </translation>
        </message>
        <message>
            <source>Archive this group</source>
            <translation>Archiver ce groupe</translation>
        </message>
        <message>
            <source>Edit this group</source>
            <translation>Modifier ce groupe</translation>
        </message>
        <message>
            <source>More about this group</source>
            <translation>Autres actions sur ce groupe</translation>
        </message>
        <message>
            <source>More than {count}</source>
            <translation>Plus de {count}</translation>
        </message>
        <message>
            <source>New group inside</source>
            <translation>Nouveau groupe à l’intérieur</translation>
        </message>
        <message>
            <source>Restore this group</source>
            <translation>Rétablir ce groupe</translation>
        </message>
        <message>
            <source>Write</source>
            <translation>Écrire</translation>
        </message>
        <message>
            <source>Write to this group</source>
            <translation>Écrire à ce groupe</translation>
        </message>
    </context>
    <context>
        <name>GroupLine</name>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>%Ln personne</numerusform>
                <numerusform>%Ln personnes</numerusform>
            </translation>
        </message>
        <message>
            <source>Begins anew, empty</source>
            <translation>Recommence vide</translation>
        </message>
        <message>
            <source>Ends</source>
            <translation>S’arrête</translation>
        </message>
        <message>
            <source>Keeps its people</source>
            <translation>Garde ses personnes</translation>
        </message>
        <message>
            <source>New name of {group}</source>
            <translation>Nouveau nom de {group}</translation>
        </message>
        <message>
            <source>What becomes of {group}</source>
            <translation>Ce que devient {group}</translation>
        </message>
    </context>
    <context>
        <name>GroupsPane</name>
        <message>
            <source>Archive this group</source>
            <translation>Archiver ce groupe</translation>
        </message>
        <message>
            <source>Edit this group</source>
            <translation>Modifier ce groupe</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>Groupes</translation>
        </message>
        <message>
            <source>New group</source>
            <translation>Nouveau groupe</translation>
        </message>
        <message>
            <source>New group inside</source>
            <translation>Nouveau groupe à l’intérieur</translation>
        </message>
        <message>
            <source>Write to this group</source>
            <translation>Écrire à ce groupe</translation>
        </message>
    </context>
    <context>
        <name>GuardianLine</name>
        <message>
            <source>First name of the guardian</source>
            <translation>Prénom du responsable</translation>
        </message>
        <message>
            <source>Last name of the guardian</source>
            <translation>Nom du responsable</translation>
        </message>
        <message>
            <source>Mobile of the guardian</source>
            <translation>Mobile du responsable</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>Monter</translation>
        </message>
        <message>
            <source>New guardian</source>
            <translation>Nouveau responsable</translation>
        </message>
        <message>
            <source>Receives the SMS</source>
            <translation>Reçoit les SMS</translation>
        </message>
        <message>
            <source>Relation: mother, grandfather…</source>
            <translation>Lien : mère, grand-père…</translation>
        </message>
        <message>
            <source>Remove this guardian</source>
            <translation>Retirer ce responsable</translation>
        </message>
    </context>
    <context>
        <name>GuardianLines</name>
        <message>
            <source>New guardian</source>
            <translation>Nouveau responsable</translation>
        </message>
        <message>
            <source>Search a guardian</source>
            <translation>Chercher un responsable</translation>
        </message>
    </context>
    <context>
        <name>Guide</name>
        <message numerus="yes">
            <source>%n SMS will leave.</source>
            <translation>
                <numerusform>%Ln SMS partira.</numerusform>
                <numerusform>%Ln SMS partiront.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people are left out: the summary says why.</source>
            <translation>
                <numerusform>%Ln personne est laissée de côté : le résumé dit pourquoi.</numerusform>
                <numerusform>%Ln personnes sont laissées de côté : le résumé dit pourquoi.</numerusform>
            </translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Vérifier</translation>
        </message>
        <message>
            <source>Choose a template or write your text.</source>
            <translation>Choisissez un modèle ou écrivez votre texte.</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Continuer</translation>
        </message>
        <message>
            <source>Leave the guide</source>
            <translation>Quitter le guide</translation>
        </message>
        <message>
            <source>Nobody is left out.</source>
            <translation>Personne n’est laissé de côté.</translation>
        </message>
        <message>
            <source>Press the blue button, then confirm. You still have five seconds to cancel.</source>
            <translation>Cliquez sur le bouton bleu, puis confirmez. Vous avez encore cinq secondes pour annuler.</translation>
        </message>
        <message>
            <source>Read again</source>
            <translation>Relire</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Envoyer</translation>
        </message>
        <message>
            <source>Step {number} of 5: {what}</source>
            <translation>Étape {number} sur 5 : {what}</translation>
        </message>
        <message>
            <source>The summary shows the text as the first family will read it. Read it once more.</source>
            <translation>Le résumé montre le texte comme la première famille le lira. Relisez-le.</translation>
        </message>
        <message>
            <source>Tick a class, or search for a person by name.</source>
            <translation>Cochez une classe, ou cherchez une personne par son nom.</translation>
        </message>
        <message>
            <source>To whom</source>
            <translation>À qui</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Quoi</translation>
        </message>
    </context>
    <context>
        <name>GuideOffer</name>
        <message>
            <source>A guide stays beside you until it has left. You see every number before you send.</source>
            <translation>Un guide vous accompagne jusqu’à son départ. Vous voyez tous les nombres avant d’envoyer.</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>Commencer</translation>
        </message>
        <message>
            <source>Begin the guided first send</source>
            <translation>Commencer le premier envoi guidé</translation>
        </message>
        <message>
            <source>No, thank you</source>
            <translation>Non merci</translation>
        </message>
        <message>
            <source>Your first SMS in five steps</source>
            <translation>Votre premier SMS en cinq étapes</translation>
        </message>
    </context>
    <context>
        <name>Head</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n SMS a minute</source>
            <translation>
                <numerusform>%Ln SMS par minute</numerusform>
                <numerusform>%Ln SMS par minute</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n had left</source>
            <translation>
                <numerusform>%Ln était parti</numerusform>
                <numerusform>%Ln étaient partis</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not sent</source>
            <translation>
                <numerusform>%Ln non envoyé</numerusform>
                <numerusform>%Ln non envoyés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phones written to</source>
            <translation>
                <numerusform>%Ln téléphone contacté</numerusform>
                <numerusform>%Ln téléphones contactés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Second guardian if the first has not got it in %n minutes</source>
            <translation>
                <numerusform>Second responsable si le premier ne l’a pas reçu en %Ln minute</numerusform>
                <numerusform>Second responsable si le premier ne l’a pas reçu en %Ln minutes</numerusform>
            </translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Arrêté</translation>
        </message>
        <message>
            <source>alert</source>
            <translation>alerte</translation>
        </message>
        <message>
            <source>by {person}</source>
            <translation>par {person}</translation>
        </message>
        <message>
            <source>finished: {moment}</source>
            <translation>terminé : {moment}</translation>
        </message>
        <message numerus="yes">
            <source>nobody else for %n pupils</source>
            <translation>
                <numerusform>personne d’autre pour %Ln élève</numerusform>
                <numerusform>personne d’autre pour %Ln élèves</numerusform>
            </translation>
        </message>
        <message>
            <source>paused</source>
            <translation>en pause</translation>
        </message>
        <message>
            <source>test</source>
            <translation>test</translation>
        </message>
        <message numerus="yes">
            <source>told for %n pupils</source>
            <translation>
                <numerusform>prévenu pour %Ln élève</numerusform>
                <numerusform>prévenu pour %Ln élèves</numerusform>
            </translation>
        </message>
        <message>
            <source>urgent</source>
            <translation>urgent</translation>
        </message>
        <message>
            <source>{done} of {all} done</source>
            <translation>{done} sur {all} traités</translation>
        </message>
        <message>
            <source>{duration} left</source>
            <translation>encore {duration}</translation>
        </message>
    </context>
    <context>
        <name>Header</name>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Work in progress</source>
            <translation>Travail en cours</translation>
        </message>
    </context>
    <context>
        <name>HeaderActions</name>
        <message>
            <source>Add a person</source>
            <translation>Ajouter une personne</translation>
        </message>
        <message>
            <source>Class sheet as PDF…</source>
            <translation>Feuille de classe en PDF…</translation>
        </message>
        <message>
            <source>Consent register</source>
            <translation>Registre des consentements</translation>
        </message>
        <message>
            <source>Export this list…</source>
            <translation>Exporter cette liste…</translation>
        </message>
        <message>
            <source>Import a list</source>
            <translation>Importer une liste</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Autres actions</translation>
        </message>
        <message>
            <source>Paste from Excel</source>
            <translation>Coller depuis Excel</translation>
        </message>
        <message>
            <source>Possible duplicates</source>
            <translation>Doublons possibles</translation>
        </message>
        <message>
            <source>Possible duplicates ({count})</source>
            <translation>Doublons possibles ({count})</translation>
        </message>
        <message>
            <source>Print the class sheet…</source>
            <translation>Imprimer la feuille de classe…</translation>
        </message>
    </context>
    <context>
        <name>HeldBar</name>
        <message>
            <source>Let this send pass the limit</source>
            <translation>Laisser passer cet envoi</translation>
        </message>
        <message>
            <source>Send the rest by the other SIM card</source>
            <translation>Envoyer le reste par l’autre carte</translation>
        </message>
    </context>
    <context>
        <name>HelpPanel</name>
        <message numerus="yes">
            <source>%n parts of the help found</source>
            <translation>
                <numerusform>%Ln partie de l’aide trouvée</numerusform>
                <numerusform>%Ln parties de l’aide trouvées</numerusform>
            </translation>
        </message>
        <message>
            <source>All topics</source>
            <translation>Tous les sujets</translation>
        </message>
        <message>
            <source>Back in the help</source>
            <translation>Revenir dans l’aide</translation>
        </message>
        <message>
            <source>Close the help</source>
            <translation>Fermer l’aide</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Aide</translation>
        </message>
        <message>
            <source>Help: {title}</source>
            <translation>Aide : {title}</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Raccourcis clavier</translation>
        </message>
        <message>
            <source>Nothing is found. Try another word, or fewer.</source>
            <translation>Rien n’est trouvé. Essayez un autre mot, ou moins de mots.</translation>
        </message>
        <message>
            <source>Search in the help</source>
            <translation>Chercher dans l’aide</translation>
        </message>
        <message>
            <source>The guide is written in French.</source>
            <translation>Le guide est écrit en français.</translation>
        </message>
        <message>
            <source>Topics of the help</source>
            <translation>Sujets de l’aide</translation>
        </message>
    </context>
    <context>
        <name>HelpWindow</name>
        <message>
            <source>Help</source>
            <translation>Aide</translation>
        </message>
    </context>
    <context>
        <name>HistoryPanel</name>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Historique</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Undo “{title}”</source>
            <translation>Annuler : {title}</translation>
        </message>
        <message>
            <source>Undone</source>
            <translation>Annulé</translation>
        </message>
        <message>
            <source>What you change among the people is kept here, and can be undone.</source>
            <translation>Ce que vous modifiez parmi les personnes est gardé ici et peut être annulé.</translation>
        </message>
        <message>
            <source>{when}, by {who}</source>
            <translation>{when}, par {who}</translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message>
            <source>A message to one group or several</source>
            <translation>Un message à un ou plusieurs groupes</translation>
        </message>
        <message>
            <source>A teacher is absent</source>
            <translation>Un professeur est absent</translation>
        </message>
        <message>
            <source>Change the plans</source>
            <translation>Modifier les forfaits</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>Décider</translation>
        </message>
        <message numerus="yes">
            <source>For %n messages it is not known whether they left. You decide.</source>
            <translation>
                <numerusform>Pour %Ln message, on ne sait pas s’il est parti. C’est à vous de décider.</numerusform>
                <numerusform>Pour %Ln messages, on ne sait pas s’ils sont partis. C’est à vous de décider.</numerusform>
            </translation>
        </message>
        <message>
            <source>Home</source>
            <translation>Accueil</translation>
        </message>
        <message>
            <source>Leaves before everything else</source>
            <translation>Part avant tout le reste</translation>
        </message>
        <message>
            <source>SIM budget</source>
            <translation>Forfait SIM</translation>
        </message>
        <message>
            <source>Tell the families of the course</source>
            <translation>Prévenir les familles du cours</translation>
        </message>
        <message>
            <source>Urgent alert</source>
            <translation>Alerte urgente</translation>
        </message>
        <message>
            <source>Welcome</source>
            <translation>Bienvenue</translation>
        </message>
        <message>
            <source>Write to a class</source>
            <translation>Écrire à une classe</translation>
        </message>
    </context>
    <context>
        <name>HoursCard</name>
        <message>
            <source>'from' HH:mm</source>
            <translation>'de' HH:mm</translation>
        </message>
        <message>
            <source>'to' HH:mm</source>
            <translation>'à' HH:mm</translation>
        </message>
        <message>
            <source>Advertising leaves from 8:00 to 21:30 only, and not on Sundays and public holidays: what comes later waits. Safety alerts and urgent messages leave at any hour.</source>
            <translation>Une annonce promotionnelle part seulement de 8 h à 21 h 30, ni le dimanche ni les jours fériés : ce qui vient plus tard attend. Les alertes de sécurité partent à toute heure, les messages urgents aussi.</translation>
        </message>
        <message>
            <source>Name families that had so many SMS this week</source>
            <translation>Signaler une famille à partir de tant de SMS par semaine</translation>
        </message>
        <message>
            <source>Quiet from</source>
            <translation>Calme à partir de</translation>
        </message>
        <message>
            <source>Quiet hours for information</source>
            <translation>Heures calmes pour l’information</translation>
        </message>
        <message>
            <source>Quiet until</source>
            <translation>Calme jusqu’à</translation>
        </message>
        <message>
            <source>SMS a week to one family at most</source>
            <translation>SMS par semaine et par famille, au plus</translation>
        </message>
        <message>
            <source>Sending hours</source>
            <translation>Heures d’envoi</translation>
        </message>
        <message>
            <source>Sundays too</source>
            <translation>le dimanche aussi</translation>
        </message>
        <message>
            <source>They are named before you send.</source>
            <translation>Elles sont nommées avant l’envoi.</translation>
        </message>
        <message>
            <source>Who reached it is left out; never of a safety alert.</source>
            <translation>Qui l’atteint est laissé de côté, sauf pour une alerte de sécurité.</translation>
        </message>
        <message>
            <source>never</source>
            <translation>jamais</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>pas de limite</translation>
        </message>
        <message>
            <source>public holidays too</source>
            <translation>les jours fériés aussi</translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message numerus="yes">
            <source>%n names are taken by another text</source>
            <translation>
                <numerusform>%Ln nom est pris par un autre texte</numerusform>
                <numerusform>%Ln noms sont pris par un autre texte</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new templates</source>
            <translation>
                <numerusform>%Ln nouveau modèle</numerusform>
                <numerusform>%Ln nouveaux modèles</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Have both</source>
            <translation>Garder les deux</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Importer</translation>
        </message>
        <message>
            <source>Import templates</source>
            <translation>Importer des modèles</translation>
        </message>
        <message>
            <source>In the file: {text}</source>
            <translation>Dans le fichier : {text}</translation>
        </message>
        <message>
            <source>Keep mine</source>
            <translation>Garder le mien</translation>
        </message>
        <message>
            <source>Mine: {text}</source>
            <translation>Le mien : {text}</translation>
        </message>
        <message>
            <source>Replace it</source>
            <translation>Le remplacer</translation>
        </message>
        <message>
            <source>Template {number} is left out: {reason}</source>
            <translation>Le modèle {number} est écarté : {reason}</translation>
        </message>
        <message>
            <source>What becomes of {name}</source>
            <translation>Ce que devient {name}</translation>
        </message>
    </context>
    <context>
        <name>ImportPage</name>
        <message numerus="yes">
            <source>%n rows copied</source>
            <translation>
                <numerusform>%Ln ligne copiée</numerusform>
                <numerusform>%Ln lignes copiées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting message(s) will still go to people who are removed.</source>
            <translation>
                <numerusform>%Ln message en attente partira quand même vers une personne retirée.</numerusform>
                <numerusform>%Ln messages en attente partiront quand même vers des personnes retirées.</numerusform>
            </translation>
        </message>
        <message>
            <source>Import a list</source>
            <translation>Importer une liste</translation>
        </message>
        <message>
            <source>Nothing to paste: copy the rows of your list first.</source>
            <translation>Rien à coller : copiez d’abord les lignes de votre liste.</translation>
        </message>
        <message>
            <source>Pasted rows</source>
            <translation>Lignes collées</translation>
        </message>
        <message>
            <source>Read the file again</source>
            <translation>Relire le fichier</translation>
        </message>
        <message>
            <source>Rejected cells of {file}</source>
            <translation>Cellules rejetées de {file}</translation>
        </message>
        <message>
            <source>Save the rejected cells</source>
            <translation>Enregistrer les cellules rejetées</translation>
        </message>
        <message>
            <source>Saved: {file}</source>
            <translation>Enregistré : {file}</translation>
        </message>
        <message>
            <source>See them</source>
            <translation>Les voir</translation>
        </message>
        <message>
            <source>The import of {file} is being undone…</source>
            <translation>Annulation de l’import de {file}…</translation>
        </message>
        <message>
            <source>The import of {file} is undone.</source>
            <translation>L’import de {file} est annulé.</translation>
        </message>
        <message>
            <source>The import of {file} is undone: everything is as before.</source>
            <translation>L’import de {file} est annulé : tout est comme avant.</translation>
        </message>
        <message>
            <source>{file} is being imported…</source>
            <translation>Import de {file}…</translation>
        </message>
    </context>
    <context>
        <name>InboxPage</name>
        <message>
            <source>Choose a conversation</source>
            <translation>Choisissez une conversation</translation>
        </message>
        <message>
            <source>Inbox</source>
            <translation>Réception</translation>
        </message>
        <message>
            <source>Opening it marks its messages as read; you can answer below them.</source>
            <translation>L’ouvrir marque ses messages comme lus ; vous pouvez répondre en dessous.</translation>
        </message>
    </context>
    <context>
        <name>InboxTeaching</name>
        <message>
            <source>Answers arrive here</source>
            <translation>Les réponses arrivent ici</translation>
        </message>
        <message>
            <source>Ask a question</source>
            <translation>Poser une question</translation>
        </message>
        <message>
            <source>Ask for an answer in a send, and YES, NO and numbers are counted by themselves. Whoever writes STOP is set aside as you decide, a keyword gets its text, and everything else waits here for you, beside what it answers.</source>
            <translation>Demandez une réponse dans un envoi : OUI, NON et les nombres sont comptés tout seuls. Qui écrit STOP est mis de côté comme vous l’avez décidé, un mot-clé reçoit son texte, et tout le reste vous attend ici, à côté de ce à quoi il répond.</translation>
        </message>
        <message>
            <source>STOP, keywords, opening hours</source>
            <translation>STOP, mots-clés, horaires</translation>
        </message>
    </context>
    <context>
        <name>InstitutionCard</name>
        <message>
            <source>Institution</source>
            <translation>Établissement</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Name and phone are kept.</source>
            <translation>Le nom et le téléphone sont enregistrés.</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Téléphone</translation>
        </message>
        <message>
            <source>Signs your messages in the place of {institution}</source>
            <translation>Signe vos messages à la place de {institution}</translation>
        </message>
        <message>
            <source>Stands in the place of {téléphone}</source>
            <translation>Apparaît à la place de {téléphone}</translation>
        </message>
    </context>
    <context>
        <name>KeysOverview</name>
        <message>
            <source>A key or what it does</source>
            <translation>Une touche ou ce qu’elle fait</translation>
        </message>
        <message>
            <source>Answer with a template</source>
            <translation>Répondre avec un modèle</translation>
        </message>
        <message>
            <source>Archive</source>
            <translation>Archiver</translation>
        </message>
        <message>
            <source>Back to the page before</source>
            <translation>Revenir à la page d’avant</translation>
        </message>
        <message>
            <source>Broadcasts</source>
            <translation>Envois</translation>
        </message>
        <message>
            <source>Cancel the broadcast, for five seconds</source>
            <translation>Annuler l’envoi, pendant cinq secondes</translation>
        </message>
        <message>
            <source>Close what is open: a dialog, a pane, a message</source>
            <translation>Fermer ce qui est ouvert : dialogue, volet, message</translation>
        </message>
        <message>
            <source>Confirm the alert</source>
            <translation>Confirmer l’alerte</translation>
        </message>
        <message>
            <source>Do it again</source>
            <translation>La rétablir</translation>
        </message>
        <message>
            <source>Done, or to do again</source>
            <translation>Traité, ou de nouveau à traiter</translation>
        </message>
        <message>
            <source>Everywhere</source>
            <translation>Partout</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>Bilan</translation>
        </message>
        <message>
            <source>From the search into the table</source>
            <translation>De la recherche au tableau</translation>
        </message>
        <message>
            <source>Go to a page or write to a group</source>
            <translation>Aller à une page ou écrire à un groupe</translation>
        </message>
        <message>
            <source>Go to the message at the bottom, to undo</source>
            <translation>Aller au message du bas, pour annuler</translation>
        </message>
        <message>
            <source>Help on this page, and back</source>
            <translation>L’aide de cette page, et retour</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>Accueil</translation>
        </message>
        <message>
            <source>Import the copied rows</source>
            <translation>Importer les lignes copiées</translation>
        </message>
        <message>
            <source>In the preview: the recipient before, the next</source>
            <translation>Dans l’aperçu : destinataire précédent, suivant</translation>
        </message>
        <message>
            <source>Inbox</source>
            <translation>Réception</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Raccourcis clavier</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Touches</translation>
        </message>
        <message>
            <source>Mark as unread</source>
            <translation>Marquer comme non lu</translation>
        </message>
        <message>
            <source>Mark with a star</source>
            <translation>Marquer d’une étoile</translation>
        </message>
        <message>
            <source>New template</source>
            <translation>Nouveau modèle</translation>
        </message>
        <message>
            <source>Open what is chosen, press the button</source>
            <translation>Ouvrir ce qui est choisi, presser le bouton</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personnes</translation>
        </message>
        <message>
            <source>Planning</source>
            <translation>Planning</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Imprimer</translation>
        </message>
        <message>
            <source>Quit SMS desk</source>
            <translation>Quitter SMS desk</translation>
        </message>
        <message>
            <source>Reload what is shown</source>
            <translation>Relire ce qui est affiché</translation>
        </message>
        <message>
            <source>Save the template</source>
            <translation>Enregistrer le modèle</translation>
        </message>
        <message>
            <source>Search the messages</source>
            <translation>Chercher dans les messages</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Envoyer</translation>
        </message>
        <message>
            <source>Send the answer</source>
            <translation>Envoyer la réponse</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <source>Templates</source>
            <translation>Modèles</translation>
        </message>
        <message>
            <source>The conversation before, the next</source>
            <translation>Conversation précédente, suivante</translation>
        </message>
        <message>
            <source>This list</source>
            <translation>Cette liste</translation>
        </message>
        <message>
            <source>Undo what was done last</source>
            <translation>Annuler la dernière action</translation>
        </message>
        <message>
            <source>Urgent alert</source>
            <translation>Alerte urgente</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>Ce qu’elle fait</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Où</translation>
        </message>
        <message>
            <source>Write an answer</source>
            <translation>Écrire une réponse</translation>
        </message>
    </context>
    <context>
        <name>KeywordForm</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
        <message>
            <source>Asks the question of a send</source>
            <translation>Pose la question d’un envoi</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>For example DECHETS</source>
            <translation>Par exemple DECHETS</translation>
        </message>
        <message>
            <source>Gets a text</source>
            <translation>Reçoit un texte</translation>
        </message>
        <message>
            <source>Joins and leaves a list</source>
            <translation>Inscrit à une liste, ou en retire</translation>
        </message>
        <message>
            <source>List</source>
            <translation>Liste</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <source>Send whose question it asks</source>
            <translation>Envoi dont il pose la question</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texte</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>Ce qu’il fait</translation>
        </message>
        <message>
            <source>What the word alone is answered; nothing: how to join</source>
            <translation>Réponse au mot seul ; vide : comment s’inscrire</translation>
        </message>
        <message>
            <source>Word</source>
            <translation>Mot</translation>
        </message>
    </context>
    <context>
        <name>KeywordsCard</name>
        <message>
            <source>A family sends INSCRIRE and the word to join a list, QUITTER and the word to leave it; a word alone can get a text such as the opening hours. Case, accents and courtesy do not matter.</source>
            <translation>Une famille envoie INSCRIRE et le mot pour rejoindre une liste, QUITTER et le mot pour la quitter ; un mot seul peut recevoir un texte, comme les horaires d’ouverture. Majuscules, accents et politesses ne comptent pas.</translation>
        </message>
        <message>
            <source>Add a keyword</source>
            <translation>Ajouter un mot-clé</translation>
        </message>
        <message>
            <source>An unknown phone that joins a list</source>
            <translation>Un téléphone inconnu qui s’inscrit</translation>
        </message>
        <message>
            <source>Becomes a resident at once</source>
            <translation>Devient un habitant tout de suite</translation>
        </message>
        <message>
            <source>Change {word}</source>
            <translation>Modifier {word}</translation>
        </message>
        <message>
            <source>I decide in the inbox</source>
            <translation>Je décide dans la réception</translation>
        </message>
        <message>
            <source>Keywords</source>
            <translation>Mots-clés</translation>
        </message>
        <message>
            <source>Remove {word}</source>
            <translation>Supprimer {word}</translation>
        </message>
        <message>
            <source>The keyword {word} is removed.</source>
            <translation>Le mot-clé {word} est supprimé.</translation>
        </message>
        <message>
            <source>asks “{text}”</source>
            <translation>demande « {text} »</translation>
        </message>
        <message>
            <source>joins and leaves {group}</source>
            <translation>inscrit à {group}, ou en retire</translation>
        </message>
        <message>
            <source>“{text}”</source>
            <translation>« {text} »</translation>
        </message>
    </context>
    <context>
        <name>LaterForm</name>
        <message>
            <source>Day and time of sending</source>
            <translation>Jour et heure d’envoi</translation>
        </message>
        <message>
            <source>Monday, 8:00</source>
            <translation>Lundi, 8 h</translation>
        </message>
        <message>
            <source>This evening, 18:00</source>
            <translation>Ce soir, 18 h</translation>
        </message>
        <message>
            <source>Tomorrow, 8:00</source>
            <translation>Demain, 8 h</translation>
        </message>
    </context>
    <context>
        <name>Latest</name>
        <message numerus="yes">
            <source>%n unread</source>
            <translation>
                <numerusform>%Ln non lu</numerusform>
                <numerusform>%Ln non lus</numerusform>
            </translation>
        </message>
        <message>
            <source>Answers of the families arrive here and in the inbox.</source>
            <translation>Les réponses arrivent ici et dans la réception.</translation>
        </message>
        <message>
            <source>Answers to read</source>
            <translation>Réponses à lire</translation>
        </message>
        <message>
            <source>Everything is read</source>
            <translation>Tout est lu</translation>
        </message>
        <message>
            <source>Latest sends</source>
            <translation>Derniers envois</translation>
        </message>
        <message>
            <source>Nothing sent yet</source>
            <translation>Rien d’envoyé pour l’instant</translation>
        </message>
        <message>
            <source>See all</source>
            <translation>Tout voir</translation>
        </message>
        <message>
            <source>See all answers</source>
            <translation>Voir toutes les réponses</translation>
        </message>
        <message>
            <source>See all sends</source>
            <translation>Voir tous les envois</translation>
        </message>
        <message>
            <source>What you send appears here, with what becomes of each SMS.</source>
            <translation>Vos envois apparaissent ici, avec ce que devient chaque SMS.</translation>
        </message>
        <message>
            <source>Write to a class</source>
            <translation>Écrire à une classe</translation>
        </message>
    </context>
    <context>
        <name>LeftOutNames</name>
        <message numerus="yes">
            <source>%n left out</source>
            <translation>
                <numerusform>%Ln personne ne recevra rien</numerusform>
                <numerusform>%Ln personnes ne recevront rien</numerusform>
            </translation>
        </message>
        <message>
            <source>Open the record to put it right</source>
            <translation>Ouvrir la fiche pour corriger</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>et %Ln autre</numerusform>
                <numerusform>et %Ln autres</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Legend</name>
        <message>
            <source>Arrows choose another day, Enter puts it there, Escape leaves it where it was.</source>
            <translation>Flèches : choisir un autre moment. Entrée : poser. Échap : laisser à sa place.</translation>
        </message>
        <message>
            <source>Nothing is planned here. Click on a day to plan a send; reminders and repeated sends appear by themselves, and can be dragged to another day.</source>
            <translation>Rien n’est prévu ici. Cliquez sur un jour pour programmer un envoi ; les rappels et les envois répétés s’affichent d’eux-mêmes, et se déplacent à la souris.</translation>
        </message>
    </context>
    <context>
        <name>ListFilters</name>
        <message>
            <source>All</source>
            <translation>Toutes</translation>
        </message>
        <message>
            <source>Archived</source>
            <translation>Archivées</translation>
        </message>
        <message>
            <source>Other conversations</source>
            <translation>Autres conversations</translation>
        </message>
        <message>
            <source>Services and carriers</source>
            <translation>Services et opérateurs</translation>
        </message>
        <message>
            <source>Starred</source>
            <translation>Suivies</translation>
        </message>
        <message>
            <source>Those I answer</source>
            <translation>Celles que je traite</translation>
        </message>
        <message>
            <source>Those {name} answers</source>
            <translation>Celles de {name}</translation>
        </message>
        <message>
            <source>To do</source>
            <translation>À traiter</translation>
        </message>
        <message>
            <source>Unread</source>
            <translation>Non lues</translation>
        </message>
        <message>
            <source>Which conversations</source>
            <translation>Quelles conversations</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Details</source>
            <translation>Détails</translation>
        </message>
        <message>
            <source>SMS desk ended without being closed: you are back where you were.</source>
            <translation>SMS desk s’est arrêté sans être fermé : vous êtes revenu là où vous étiez.</translation>
        </message>
    </context>
    <context>
        <name>MergeView</name>
        <message>
            <source>After the merge</source>
            <translation>Après la fusion</translation>
        </message>
        <message>
            <source>Guardian of {names}</source>
            <translation>Responsable de {names}</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>Fusionner</translation>
        </message>
        <message>
            <source>Messages and consent stay with their phones. The merge can be undone.</source>
            <translation>Les messages et les accords restent liés à leurs téléphones. La fusion peut être annulée.</translation>
        </message>
        <message>
            <source>These are two people</source>
            <translation>Ce sont deux personnes</translation>
        </message>
    </context>
    <context>
        <name>MissedBanner</name>
        <message numerus="yes">
            <source>%n sends were missed: nothing could send them at their hour.</source>
            <translation>
                <numerusform>%Ln envoi manqué : rien ne pouvait l’envoyer à son heure.</numerusform>
                <numerusform>%Ln envois manqués : rien ne pouvait les envoyer à leur heure.</numerusform>
            </translation>
        </message>
        <message>
            <source>Decide…</source>
            <translation>Décider…</translation>
        </message>
    </context>
    <context>
        <name>MissedCard</name>
        <message numerus="yes">
            <source>%n sends were missed</source>
            <translation>
                <numerusform>%Ln envoi manqué</numerusform>
                <numerusform>%Ln envois manqués</numerusform>
            </translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
    </context>
    <context>
        <name>MissedRow</name>
        <message numerus="yes">
            <source>%n people of today would get it, late.</source>
            <translation>
                <numerusform>%Ln personne d’aujourd’hui le recevrait, en retard.</numerusform>
                <numerusform>%Ln personnes d’aujourd’hui le recevraient, en retard.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Send %n SMS</source>
            <translation>
                <numerusform>Envoyer %Ln SMS</numerusform>
                <numerusform>Envoyer %Ln SMS</numerusform>
            </translation>
        </message>
        <message>
            <source>Send now…</source>
            <translation>Envoyer maintenant…</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Passer</translation>
        </message>
        <message>
            <source>{title}, planned for {moment}</source>
            <translation>{title}, prévu : {moment}</translation>
        </message>
    </context>
    <context>
        <name>MissedTogether</name>
        <message numerus="yes">
            <source>%n cannot be sent and stay here.</source>
            <translation>
                <numerusform>%Ln ne peut pas partir et reste ici.</numerusform>
                <numerusform>%Ln ne peuvent pas partir et restent ici.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sends leave now, late.</source>
            <translation>
                <numerusform>%Ln envoi part maintenant, en retard.</numerusform>
                <numerusform>%Ln envois partent maintenant, en retard.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sends will not leave.</source>
            <translation>
                <numerusform>%Ln envoi ne partira pas.</numerusform>
                <numerusform>%Ln envois ne partiront pas.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Send %n SMS</source>
            <translation>
                <numerusform>Envoyer %Ln SMS</numerusform>
                <numerusform>Envoyer %Ln SMS</numerusform>
            </translation>
        </message>
        <message>
            <source>Send all now…</source>
            <translation>Tout envoyer…</translation>
        </message>
        <message>
            <source>Skip all</source>
            <translation>Tout passer</translation>
        </message>
        <message>
            <source>Skip all…</source>
            <translation>Tout passer…</translation>
        </message>
    </context>
    <context>
        <name>ModemCard</name>
        <message>
            <source>Enter</source>
            <translation>Valider</translation>
        </message>
        <message>
            <source>Modem</source>
            <translation>Modem</translation>
        </message>
        <message>
            <source>PIN code</source>
            <translation>Code PIN</translation>
        </message>
        <message>
            <source>PIN code of the SIM card</source>
            <translation>Code PIN de la carte SIM</translation>
        </message>
    </context>
    <context>
        <name>ModemSetup</name>
        <message>
            <source>Every port is being looked at; this takes some seconds.</source>
            <translation>Le modem est recherché sur chaque prise ; cela prend quelques secondes.</translation>
        </message>
        <message>
            <source>Examine the modem</source>
            <translation>Examiner le modem</translation>
        </message>
        <message>
            <source>Plug a GSM modem with its SIM card into a USB port: it is found by itself.</source>
            <translation>Branchez un modem GSM avec sa carte SIM sur une prise USB : il est trouvé tout seul.</translation>
        </message>
    </context>
    <context>
        <name>NextView</name>
        <message numerus="yes">
            <source>%n phones have not had the earlier message yet.</source>
            <translation>
                <numerusform>%Ln téléphone n’a pas encore eu le message d’avant.</numerusform>
                <numerusform>%Ln téléphones n’ont pas encore eu le message d’avant.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phones have not had the earlier message yet: they get it before.</source>
            <translation>
                <numerusform>%Ln téléphone n’a pas encore eu le message d’avant : il le reçoit d’abord.</numerusform>
                <numerusform>%Ln téléphones n’ont pas encore eu le message d’avant : ils le reçoivent d’abord.</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Envoyer</translation>
        </message>
        <message numerus="yes">
            <source>Send to %n phones</source>
            <translation>
                <numerusform>Envoyer à %Ln téléphone</numerusform>
                <numerusform>Envoyer à %Ln téléphones</numerusform>
            </translation>
        </message>
        <message>
            <source>Stop what has not left yet of the earlier messages</source>
            <translation>Arrêter ce qui n’est pas encore parti des messages d’avant</translation>
        </message>
        <message>
            <source>To exactly the same people, those not reached included.</source>
            <translation>Exactement aux mêmes personnes, y compris celles qui n’ont pas été jointes.</translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message>
            <source>Done again: {what}</source>
            <translation>Rétabli : {what}</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Rétablir</translation>
        </message>
        <message>
            <source>There is nothing to redo.</source>
            <translation>Il n’y a rien à rétablir.</translation>
        </message>
        <message>
            <source>There is nothing to undo.</source>
            <translation>Il n’y a rien à annuler.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Undone: {what}</source>
            <translation>Annulé : {what}</translation>
        </message>
    </context>
    <context>
        <name>Notifier</name>
        <message numerus="yes">
            <source>%n new messages</source>
            <translation>
                <numerusform>%Ln nouveau message</numerusform>
                <numerusform>%Ln nouveaux messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n others</source>
            <translation>
                <numerusform>%Ln autre</numerusform>
                <numerusform>%Ln autres</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n unread messages</source>
            <translation>
                <numerusform>%Ln message non lu</numerusform>
                <numerusform>%Ln messages non lus</numerusform>
            </translation>
        </message>
        <message>
            <source>Message from {name}</source>
            <translation>Message de {name}</translation>
        </message>
        <message>
            <source>Message without readable text</source>
            <translation>Message sans texte lisible</translation>
        </message>
        <message>
            <source>No unread message</source>
            <translation>Aucun message non lu</translation>
        </message>
        <message>
            <source>Not in the trial: {title}</source>
            <translation>Hors de l’essai : {title}</translation>
        </message>
        <message>
            <source>SMS desk shows what it says.</source>
            <translation>Ouvrez SMS desk pour le lire.</translation>
        </message>
    </context>
    <context>
        <name>NotifyPage</name>
        <message numerus="yes">
            <source>Drafts %n</source>
            <translation>
                <numerusform>%Ln brouillon</numerusform>
                <numerusform>%Ln brouillons</numerusform>
            </translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Envoyer</translation>
        </message>
        <message>
            <source>Start over</source>
            <translation>Recommencer</translation>
        </message>
        <message>
            <source>The draft was deleted.</source>
            <translation>Le brouillon est supprimé.</translation>
        </message>
        <message>
            <source>This follows “{title}”. Who objected since gets nothing.</source>
            <translation>Suite de « {title} ». Qui a refusé depuis ne recevra rien.</translation>
        </message>
        <message>
            <source>This is your draft of {moment}, as you left it.</source>
            <translation>Voici votre brouillon ({moment}), tel que vous l’avez laissé.</translation>
        </message>
        <message>
            <source>You are changing what is planned: what you plan now takes its place.</source>
            <translation>Vous modifiez un envoi programmé : ce que vous programmez maintenant le remplace.</translation>
        </message>
        <message>
            <source>Your first send. Here you see what becomes of each SMS.</source>
            <translation>Votre premier envoi. Ici, vous voyez ce que devient chaque SMS.</translation>
        </message>
        <message>
            <source>“{title}” once more: change what is different this time.</source>
            <translation>« {title} », une nouvelle fois : modifiez ce qui change.</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>A page, a name, something to do, a question</source>
            <translation>Une page, un nom, une action, une question</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>Trouvé</translation>
        </message>
        <message>
            <source>Go to</source>
            <translation>Aller à</translation>
        </message>
        <message>
            <source>help</source>
            <translation>aide</translation>
        </message>
        <message>
            <source>person</source>
            <translation>personne</translation>
        </message>
        <message>
            <source>send</source>
            <translation>envoi</translation>
        </message>
        <message>
            <source>template</source>
            <translation>modèle</translation>
        </message>
    </context>
    <context>
        <name>Paper</name>
        <message numerus="yes">
            <source>%n people written to {file}.</source>
            <translation>
                <numerusform>%Ln personne écrite dans {file}.</numerusform>
                <numerusform>%Ln personnes écrites dans {file}.</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose a group on the left first: the sheet is made for one group.</source>
            <translation>Choisissez d’abord un groupe à gauche : la feuille se fait pour un groupe.</translation>
        </message>
        <message>
            <source>Class sheet as PDF</source>
            <translation>Feuille de classe en PDF</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Exporter</translation>
        </message>
        <message>
            <source>Print the class sheet</source>
            <translation>Imprimer la feuille de classe</translation>
        </message>
        <message>
            <source>The list is being written…</source>
            <translation>La liste s’écrit…</translation>
        </message>
    </context>
    <context>
        <name>Papers</name>
        <message>
            <source>{file} is being written…</source>
            <translation>Écriture de {file}…</translation>
        </message>
        <message>
            <source>{file} is written.</source>
            <translation>{file} est enregistré.</translation>
        </message>
        <message>
            <source>{title} is being printed…</source>
            <translation>Impression de « {title} »…</translation>
        </message>
    </context>
    <context>
        <name>PastImports</name>
        <message numerus="yes">
            <source>%n changed</source>
            <translation>
                <numerusform>%Ln modifiée</numerusform>
                <numerusform>%Ln modifiées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people added</source>
            <translation>
                <numerusform>%Ln personne ajoutée</numerusform>
                <numerusform>%Ln personnes ajoutées</numerusform>
            </translation>
        </message>
        <message>
            <source>Last imports</source>
            <translation>Derniers imports</translation>
        </message>
        <message>
            <source>Undo the import of {file}</source>
            <translation>Annuler l’import de {file}</translation>
        </message>
        <message>
            <source>Undo this import</source>
            <translation>Annuler cet import</translation>
        </message>
        <message>
            <source>Undone</source>
            <translation>Annulé</translation>
        </message>
        <message>
            <source>nothing new</source>
            <translation>rien de nouveau</translation>
        </message>
    </context>
    <context>
        <name>PeopleActs</name>
        <message>
            <source>Add to which group?</source>
            <translation>Ajouter à quel groupe ?</translation>
        </message>
        <message>
            <source>Move to which group?</source>
            <translation>Déplacer vers quel groupe ?</translation>
        </message>
    </context>
    <context>
        <name>PeoplePage</name>
        <message>
            <source>Nothing to import was copied. Copy some lines of your table first, then paste here.</source>
            <translation>Rien à importer n’a été copié. Copiez d’abord des lignes de votre tableau, puis collez-les ici.</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personnes</translation>
        </message>
    </context>
    <context>
        <name>PeoplePane</name>
        <message numerus="yes">
            <source>All %n</source>
            <translation>
                <numerusform>Tous %Ln</numerusform>
                <numerusform>Tous %Ln</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose another state, or search for less.</source>
            <translation>Choisissez un autre état, ou cherchez moins de lettres.</translation>
        </message>
        <message>
            <source>Nobody found</source>
            <translation>Personne ne correspond</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personnes</translation>
        </message>
        <message>
            <source>Search a name or a phone</source>
            <translation>Chercher un nom, un téléphone</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Afficher</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
    </context>
    <context>
        <name>PeopleTable</name>
        <message>
            <source>Name or phone</source>
            <translation>Nom ou téléphone</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personnes</translation>
        </message>
    </context>
    <context>
        <name>PersonCard</name>
        <message>
            <source>Archive</source>
            <translation>Archiver</translation>
        </message>
        <message>
            <source>Archived: in no list, gets nothing. Past messages stay.</source>
            <translation>Archivé : ne figure dans aucune liste, ne reçoit rien. Les messages passés restent.</translation>
        </message>
        <message>
            <source>Born {date}</source>
            <translation>Né(e) le {date}</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>Accord</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Modifier</translation>
        </message>
        <message>
            <source>Gets no messages</source>
            <translation>Ne reçoit pas de messages</translation>
        </message>
        <message>
            <source>Go to the conversation with {phone}</source>
            <translation>Aller à la conversation avec {phone}</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>Groupes</translation>
        </message>
        <message>
            <source>Guardian of</source>
            <translation>Responsable de</translation>
        </message>
        <message>
            <source>Guardians</source>
            <translation>Responsables</translation>
        </message>
        <message>
            <source>Last messages</source>
            <translation>Derniers messages</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Messages</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Divers</translation>
        </message>
        <message>
            <source>Nothing written down yet.</source>
            <translation>Rien n’est encore noté.</translation>
        </message>
        <message>
            <source>Number in the school: {id}</source>
            <translation>Numéro dans l’établissement : {id}</translation>
        </message>
        <message>
            <source>Phones</source>
            <translation>Téléphones</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Rétablir</translation>
        </message>
        <message>
            <source>Weekly lessons</source>
            <translation>Heures de cours</translation>
        </message>
        <message>
            <source>Write</source>
            <translation>Écrire</translation>
        </message>
        <message>
            <source>Write down an agreement or objection</source>
            <translation>Noter un accord ou une opposition</translation>
        </message>
        <message>
            <source>landline: receives no SMS</source>
            <translation>fixe : ne reçoit pas de SMS</translation>
        </message>
        <message>
            <source>preferred</source>
            <translation>préféré</translation>
        </message>
        <message>
            <source>receives no SMS</source>
            <translation>ne reçoit pas de SMS</translation>
        </message>
    </context>
    <context>
        <name>PersonFinder</name>
        <message>
            <source>Found</source>
            <translation>Trouvés</translation>
        </message>
    </context>
    <context>
        <name>PersonForm</name>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>As your school system writes it; it tells namesakes apart</source>
            <translation>Tel que l’écrit votre logiciel scolaire ; il distingue les homonymes</translation>
        </message>
        <message>
            <source>Born</source>
            <translation>Date de naissance</translation>
        </message>
        <message>
            <source>Day/month/year, for example 14/07/2012</source>
            <translation>Jour/mois/année, par exemple 14/07/2012</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>Courriel</translation>
        </message>
        <message>
            <source>First name</source>
            <translation>Prénom</translation>
        </message>
        <message>
            <source>Guardians, in the order in which one calls</source>
            <translation>Responsables, dans l’ordre d’appel</translation>
        </message>
        <message>
            <source>Last name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>Number in the school</source>
            <translation>Numéro dans l’établissement</translation>
        </message>
        <message>
            <source>Phones, the preferred one first</source>
            <translation>Téléphones, le préféré en premier</translation>
        </message>
        <message>
            <source>Postcode</source>
            <translation>Code postal</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Statut</translation>
        </message>
        <message>
            <source>Town</source>
            <translation>Commune</translation>
        </message>
        <message>
            <source>What this person is</source>
            <translation>Statut de la personne</translation>
        </message>
    </context>
    <context>
        <name>PhoneLine</name>
        <message>
            <source>Label of phone {number}</source>
            <translation>Libellé du téléphone {number}</translation>
        </message>
        <message>
            <source>Label: home, work…</source>
            <translation>Libellé : domicile, travail…</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Numéro</translation>
        </message>
        <message>
            <source>Phone {number}</source>
            <translation>Téléphone {number}</translation>
        </message>
        <message>
            <source>Prefer this phone</source>
            <translation>Préférer ce téléphone</translation>
        </message>
        <message>
            <source>Remove this phone</source>
            <translation>Retirer ce téléphone</translation>
        </message>
    </context>
    <context>
        <name>PhoneLines</name>
        <message>
            <source>Another phone</source>
            <translation>Autre téléphone</translation>
        </message>
    </context>
    <context>
        <name>PhoneOwnerChooser</name>
        <message>
            <source>Name of the person</source>
            <translation>Nom de la personne</translation>
        </message>
        <message>
            <source>The number is added to the phones of this person.</source>
            <translation>Le numéro s’ajoute aux téléphones de cette personne.</translation>
        </message>
        <message>
            <source>Whose phone is {number}?</source>
            <translation>À qui est le {number} ?</translation>
        </message>
    </context>
    <context>
        <name>PlanView</name>
        <message numerus="yes">
            <source>%n group(s)</source>
            <translation>
                <numerusform>%Ln groupe</numerusform>
                <numerusform>%Ln groupes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rows</source>
            <translation>
                <numerusform>%Ln ligne</numerusform>
                <numerusform>%Ln lignes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sheet(s)</source>
            <translation>
                <numerusform>%Ln feuille</numerusform>
                <numerusform>%Ln feuilles</numerusform>
            </translation>
        </message>
        <message>
            <source>Another file</source>
            <translation>Autre fichier</translation>
        </message>
        <message numerus="yes">
            <source>Answer %n question(s)</source>
            <translation>
                <numerusform>Répondre à %Ln question</numerusform>
                <numerusform>Répondre à %Ln questions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Archive %n people</source>
            <translation>
                <numerusform>Archiver %Ln personne</numerusform>
                <numerusform>Archiver %Ln personnes</numerusform>
            </translation>
        </message>
        <message>
            <source>Bring groups and hours up to date</source>
            <translation>Mettre à jour les groupes et les horaires</translation>
        </message>
        <message numerus="yes">
            <source>I have checked the %n doubtful point(s)</source>
            <translation>
                <numerusform>J’ai vérifié le point douteux</numerusform>
                <numerusform>J’ai vérifié les %Ln points douteux</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Import %n people</source>
            <translation>
                <numerusform>Importer %Ln personne</numerusform>
                <numerusform>Importer %Ln personnes</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing to import</source>
            <translation>Rien à importer</translation>
        </message>
        <message numerus="yes">
            <source>Take out %n people</source>
            <translation>
                <numerusform>Retirer %Ln personne</numerusform>
                <numerusform>Retirer %Ln personnes</numerusform>
            </translation>
        </message>
        <message>
            <source>The plan</source>
            <translation>Le résultat prévu</translation>
        </message>
        <message numerus="yes">
            <source>archive %n</source>
            <translation>
                <numerusform>archiver %Ln personne</numerusform>
                <numerusform>archiver %Ln personnes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>take out %n</source>
            <translation>
                <numerusform>retirer %Ln personne</numerusform>
                <numerusform>retirer %Ln personnes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PlannedToday</name>
        <message>
            <source>Planned today</source>
            <translation>Prévu aujourd’hui</translation>
        </message>
        <message>
            <source>See the calendar</source>
            <translation>Voir le planning</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>et %Ln autre</numerusform>
                <numerusform>et %Ln autres</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PlanningBar</name>
        <message>
            <source>Go to the day</source>
            <translation>Aller au jour</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>Mois</translation>
        </message>
        <message>
            <source>Month or week</source>
            <translation>Mois ou semaine</translation>
        </message>
        <message>
            <source>Next month</source>
            <translation>Mois suivant</translation>
        </message>
        <message>
            <source>Next week</source>
            <translation>Semaine suivante</translation>
        </message>
        <message>
            <source>Previous month</source>
            <translation>Mois précédent</translation>
        </message>
        <message>
            <source>Previous week</source>
            <translation>Semaine précédente</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Aujourd’hui</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>Semaine</translation>
        </message>
    </context>
    <context>
        <name>PlanningPage</name>
        <message>
            <source>Calendar of the month</source>
            <translation>Calendrier du mois</translation>
        </message>
        <message>
            <source>Calendar of the week</source>
            <translation>Calendrier de la semaine</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Fermé</translation>
        </message>
        <message>
            <source>Plan a send</source>
            <translation>Programmer un envoi</translation>
        </message>
        <message>
            <source>Planning</source>
            <translation>Planning</translation>
        </message>
        <message>
            <source>{day} at {time}</source>
            <translation>{day} à {time}</translation>
        </message>
        <message>
            <source>“{title}” leaves on {moment}.</source>
            <translation>« {title} » partira {moment}.</translation>
        </message>
    </context>
    <context>
        <name>PlanningSide</name>
        <message>
            <source>It is on its way.</source>
            <translation>L’envoi est en route.</translation>
        </message>
        <message>
            <source>It is planned again.</source>
            <translation>C’est de nouveau prévu.</translation>
        </message>
        <message>
            <source>The series ends here.</source>
            <translation>La série s’arrête ici.</translation>
        </message>
        <message>
            <source>The series goes on.</source>
            <translation>La série repart.</translation>
        </message>
        <message>
            <source>What can be done with this send</source>
            <translation>Ce que l’on peut faire de cet envoi</translation>
        </message>
        <message>
            <source>“{title}” is skipped.</source>
            <translation>« {title} » n’aura pas lieu.</translation>
        </message>
    </context>
    <context>
        <name>ProposalBar</name>
        <message>
            <source>Add to the list</source>
            <translation>Inscrire à la liste</translation>
        </message>
        <message>
            <source>Do nothing</source>
            <translation>Ne rien faire</translation>
        </message>
        <message>
            <source>Receive again</source>
            <translation>Envoyer de nouveau</translation>
        </message>
        <message>
            <source>Receives no more SMS ({what}) since “{text}”.</source>
            <translation>Ne reçoit plus de SMS ({what}) depuis « {text} ».</translation>
        </message>
        <message>
            <source>Send no more</source>
            <translation>Ne plus envoyer</translation>
        </message>
        <message>
            <source>Take off the list</source>
            <translation>Retirer de la liste</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Written into the consent register. Safety alerts still arrive.</source>
            <translation>Inscrit au registre des consentements. Les alertes de sécurité arrivent toujours.</translation>
        </message>
        <message>
            <source>{group} is changed.</source>
            <translation>{group} est modifié.</translation>
        </message>
        <message>
            <source>“{text}”: asks for SMS ({what}) again.</source>
            <translation>« {text} » : demande à recevoir de nouveau les SMS ({what}).</translation>
        </message>
        <message>
            <source>“{text}”: asks for no more SMS ({what}).</source>
            <translation>« {text} » : demande à ne plus recevoir de SMS ({what}).</translation>
        </message>
        <message>
            <source>“{text}”: asks to join the list {group}, and is not among your people yet.</source>
            <translation>« {text} » : demande l’inscription à la liste {group}, et n’est pas encore dans vos listes.</translation>
        </message>
        <message>
            <source>“{text}”: asks to join the list {group}.</source>
            <translation>« {text} » : demande l’inscription à la liste {group}.</translation>
        </message>
        <message>
            <source>“{text}”: asks to leave the list {group}.</source>
            <translation>« {text} » : demande à quitter la liste {group}.</translation>
        </message>
        <message>
            <source>“{text}”: may ask for no more SMS ({what}). Read it first.</source>
            <translation>« {text} » : demande peut-être à ne plus recevoir de SMS ({what}). À lire d’abord.</translation>
        </message>
    </context>
    <context>
        <name>QuestionChoice</name>
        <message>
            <source> h</source>
            <translation> h</translation>
        </message>
        <message>
            <source>Answer asked for</source>
            <translation>Réponse attendue</translation>
        </message>
        <message>
            <source>Choices, with commas between them</source>
            <translation>Choix, séparés par des virgules</translation>
        </message>
        <message>
            <source>Choices: Saturday, Sunday</source>
            <translation>Choix : samedi, dimanche</translation>
        </message>
        <message>
            <source>Hours until the reminder</source>
            <translation>Heures avant le rappel</translation>
        </message>
        <message>
            <source>Last moment to answer</source>
            <translation>Dernier moment pour répondre</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Aucune</translation>
        </message>
        <message>
            <source>Remind after</source>
            <translation>Rappel après</translation>
        </message>
        <message>
            <source>Those who have not answered by then get the text once more</source>
            <translation>Ceux qui n’auront pas répondu recevront le texte une fois de plus</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Jusqu’au</translation>
        </message>
    </context>
    <context>
        <name>QuestionsPane</name>
        <message numerus="yes">
            <source>%n to decide</source>
            <translation>
                <numerusform>%Ln question à trancher</numerusform>
                <numerusform>%Ln questions à trancher</numerusform>
            </translation>
        </message>
        <message>
            <source>All new</source>
            <translation>Toutes nouvelles</translation>
        </message>
        <message>
            <source>All the same</source>
            <translation>Toutes les mêmes</translation>
        </message>
        <message>
            <source>Do you know {name} already?</source>
            <translation>Connaissez-vous déjà {name} ?</translation>
        </message>
        <message>
            <source>Everything is decided</source>
            <translation>Tout est tranché</translation>
        </message>
        <message>
            <source>It is another person</source>
            <translation>C’est une autre personne</translation>
        </message>
        <message>
            <source>It is the same person</source>
            <translation>C’est la même personne</translation>
        </message>
        <message>
            <source>It is {name}, {detail}</source>
            <translation>C’est {name}, {detail}</translation>
        </message>
        <message>
            <source>Questions about who is who</source>
            <translation>Questions sur l’identité</translation>
        </message>
        <message>
            <source>Row {row} of the list: {said}</source>
            <translation>Ligne {row} de la liste : {said}</translation>
        </message>
        <message>
            <source>{name} stands in two rows: one person?</source>
            <translation>{name} figure à deux lignes : une seule personne ?</translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message numerus="yes">
            <source>%n unread</source>
            <translation>
                <numerusform>%Ln non lu</numerusform>
                <numerusform>%Ln non lus</numerusform>
            </translation>
        </message>
        <message>
            <source>Broadcasts</source>
            <translation>Envois</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>Bilan</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>Accueil</translation>
        </message>
        <message>
            <source>Inbox</source>
            <translation>Réception</translation>
        </message>
        <message>
            <source>Navigation</source>
            <translation>Navigation</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personnes</translation>
        </message>
        <message>
            <source>Planning</source>
            <translation>Planning</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Envoyer</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <source>Templates</source>
            <translation>Modèles</translation>
        </message>
    </context>
    <context>
        <name>ReadingBar</name>
        <message>
            <source>Answers which broadcast</source>
            <translation>Répond à quel envoi</translation>
        </message>
        <message>
            <source>Conversation</source>
            <translation>Conversation</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Aucun envoi</translation>
        </message>
        <message>
            <source>Number that was answered</source>
            <translation>Nombre répondu</translation>
        </message>
        <message>
            <source>This broadcast</source>
            <translation>Cet envoi</translation>
        </message>
        <message>
            <source>Understood as</source>
            <translation>Compris comme</translation>
        </message>
        <message>
            <source>about</source>
            <translation>répond à</translation>
        </message>
    </context>
    <context>
        <name>RecipientPreview</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
        <message>
            <source>Next recipient</source>
            <translation>Destinataire suivant</translation>
        </message>
        <message>
            <source>Previous recipient</source>
            <translation>Destinataire précédent</translation>
        </message>
        <message>
            <source>Recipient shown</source>
            <translation>Destinataire affiché</translation>
        </message>
        <message>
            <source>What families will read</source>
            <translation>Ce que les familles liront</translation>
        </message>
        <message>
            <source>Without a name</source>
            <translation>Sans nom</translation>
        </message>
        <message>
            <source>{number}/{count} for {people} · {phone}</source>
            <translation>{number}/{count} pour {people} · {phone}</translation>
        </message>
    </context>
    <context>
        <name>ReminderRow</name>
        <message>
            <source>'at' HH:mm</source>
            <translation>'à' HH:mm</translation>
        </message>
        <message>
            <source>Days before the event</source>
            <translation>Jours avant l’évènement</translation>
        </message>
        <message>
            <source>Hour of the reminder</source>
            <translation>Heure du rappel</translation>
        </message>
        <message>
            <source>Reminder</source>
            <translation>Rappel</translation>
        </message>
        <message numerus="yes">
            <source>day(s) before</source>
            <translation>
                <numerusform>jour avant</numerusform>
                <numerusform>jours avant</numerusform>
            </translation>
        </message>
        <message>
            <source>the same day</source>
            <translation>le jour même</translation>
        </message>
    </context>
    <context>
        <name>ReplyBox</name>
        <message>
            <source>Answer with a template (Ctrl+M)</source>
            <translation>Répondre avec un modèle (Ctrl+M)</translation>
        </message>
        <message>
            <source>Ctrl+Enter</source>
            <translation>Ctrl+Entrée</translation>
        </message>
        <message>
            <source>Replaces the characters that make the SMS longer by the nearest ones.</source>
            <translation>Remplace les caractères qui allongent le SMS par les plus proches.</translation>
        </message>
        <message numerus="yes">
            <source>Send %n SMS</source>
            <translation>
                <numerusform>Envoyer %Ln SMS</numerusform>
                <numerusform>Envoyer %Ln SMS</numerusform>
            </translation>
        </message>
        <message>
            <source>This message came without a number that one could answer.</source>
            <translation>Ce message est arrivé sans numéro auquel répondre.</translation>
        </message>
        <message>
            <source>Write it shorter</source>
            <translation>Économiser</translation>
        </message>
        <message>
            <source>{field} is to be filled in.</source>
            <translation>{field} est à remplir.</translation>
        </message>
        <message>
            <source>{sender} is a short number of a service: it does not read answers from here.</source>
            <translation>{sender} est le numéro court d’un service : il ne lit pas les réponses envoyées d’ici.</translation>
        </message>
        <message numerus="yes">
            <source>{used}/{room} · %n SMS</source>
            <translation>
                <numerusform>{used}/{room} · %Ln SMS</numerusform>
                <numerusform>{used}/{room} · %Ln SMS</numerusform>
            </translation>
        </message>
        <message>
            <source>“{sender}” is a name, not a number: the network carries no answer to it.</source>
            <translation>« {sender} » est un nom, pas un numéro : le réseau n’y achemine aucune réponse.</translation>
        </message>
    </context>
    <context>
        <name>ReportsPage</name>
        <message>
            <source>Figures</source>
            <translation>Bilan</translation>
        </message>
        <message>
            <source>Here you will see how many SMS left by month and year. Until then, each send shows its own numbers under “Broadcasts”.</source>
            <translation>Vous verrez ici combien de SMS sont partis, par mois et par an. D’ici là, chaque envoi montre ses propres chiffres dans « Envois ».</translation>
        </message>
        <message>
            <source>See what was sent</source>
            <translation>Voir les envois</translation>
        </message>
        <message>
            <source>The figures come with a later version</source>
            <translation>Le bilan arrive dans une prochaine version</translation>
        </message>
    </context>
    <context>
        <name>ResultView</name>
        <message numerus="yes">
            <source>%n as before</source>
            <translation>
                <numerusform>%Ln inchangée</numerusform>
                <numerusform>%Ln inchangées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cell(s) could not be used.</source>
            <translation>
                <numerusform>%Ln cellule n’a pas pu être utilisée.</numerusform>
                <numerusform>%Ln cellules n’ont pas pu être utilisées.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changed</source>
            <translation>
                <numerusform>%Ln modifiée</numerusform>
                <numerusform>%Ln modifiées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people added</source>
            <translation>
                <numerusform>%Ln personne ajoutée</numerusform>
                <numerusform>%Ln personnes ajoutées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting message(s) will not go out: the phone refuses SMS.</source>
            <translation>
                <numerusform>%Ln message en attente ne partira pas : le téléphone refuse les SMS.</numerusform>
                <numerusform>%Ln messages en attente ne partiront pas : les téléphones refusent les SMS.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n who left taken care of</source>
            <translation>
                <numerusform>%Ln départ traité</numerusform>
                <numerusform>%Ln départs traités</numerusform>
            </translation>
        </message>
        <message>
            <source>Groups of the list</source>
            <translation>Groupes de la liste</translation>
        </message>
        <message>
            <source>Import another file</source>
            <translation>Importer un autre fichier</translation>
        </message>
        <message>
            <source>See the people</source>
            <translation>Voir les personnes</translation>
        </message>
        <message>
            <source>The list is imported: {numbers}.</source>
            <translation>La liste est importée : {numbers}.</translation>
        </message>
        <message>
            <source>Undo this import</source>
            <translation>Annuler cet import</translation>
        </message>
        <message numerus="yes">
            <source>Write to %n people</source>
            <translation>
                <numerusform>Écrire à %Ln personne</numerusform>
                <numerusform>Écrire à %Ln personnes</numerusform>
            </translation>
        </message>
        <message>
            <source>Write to {group}</source>
            <translation>Écrire à {group}</translation>
        </message>
    </context>
    <context>
        <name>RowsPane</name>
        <message numerus="yes">
            <source>%n people of the list are known just like that.</source>
            <translation>
                <numerusform>%Ln personne de la liste est déjà connue telle quelle.</numerusform>
                <numerusform>%Ln personnes de la liste sont déjà connues telles quelles.</numerusform>
            </translation>
        </message>
        <message>
            <source>Comparing the list once more…</source>
            <translation>Nouvelle comparaison de la liste…</translation>
        </message>
        <message>
            <source>Copy this list</source>
            <translation>Copier cette liste</translation>
        </message>
        <message>
            <source>People and cells of the list</source>
            <translation>Personnes et cellules de la liste</translation>
        </message>
        <message>
            <source>Save this list…</source>
            <translation>Enregistrer cette liste…</translation>
        </message>
        <message>
            <source>Show them</source>
            <translation>Les afficher</translation>
        </message>
        <message>
            <source>Tick all</source>
            <translation>Tout cocher</translation>
        </message>
        <message>
            <source>Tick nobody</source>
            <translation>Tout décocher</translation>
        </message>
    </context>
    <context>
        <name>RuleForm</name>
        <message>
            <source> times</source>
            <comment>after a number</comment>
            <translation> fois</translation>
        </message>
        <message>
            <source>'at' HH:mm</source>
            <translation>'à' HH:mm</translation>
        </message>
        <message>
            <source>As it is planned</source>
            <translation>Comme prévu jusqu’ici</translation>
        </message>
        <message>
            <source>Day of the month</source>
            <translation>Jour du mois</translation>
        </message>
        <message>
            <source>Day of the week</source>
            <translation>Jour de la semaine</translation>
        </message>
        <message>
            <source>Each day</source>
            <translation>Chaque jour</translation>
        </message>
        <message>
            <source>Each month, on a date</source>
            <translation>Chaque mois, à une date</translation>
        </message>
        <message>
            <source>Each month, on a weekday</source>
            <translation>Chaque mois, un jour de semaine</translation>
        </message>
        <message>
            <source>Each week</source>
            <translation>Chaque semaine</translation>
        </message>
        <message>
            <source>Every two weeks</source>
            <translation>Toutes les deux semaines</translation>
        </message>
        <message>
            <source>Hour of sending</source>
            <translation>Heure d’envoi</translation>
        </message>
        <message>
            <source>How many times</source>
            <translation>Combien de fois</translation>
        </message>
        <message>
            <source>How often</source>
            <translation>À quel rythme</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Dernier jour</translation>
        </message>
        <message>
            <source>Until when</source>
            <translation>Jusqu’à quand</translation>
        </message>
        <message>
            <source>Which one of the month</source>
            <translation>Lequel du mois</translation>
        </message>
        <message>
            <source>a number of times</source>
            <translation>un nombre de fois</translation>
        </message>
        <message>
            <source>on the </source>
            <comment>a day of the month</comment>
            <translation>le </translation>
        </message>
        <message>
            <source>the first</source>
            <translation>le premier</translation>
        </message>
        <message>
            <source>the fourth</source>
            <translation>le quatrième</translation>
        </message>
        <message>
            <source>the last</source>
            <translation>le dernier</translation>
        </message>
        <message>
            <source>the second</source>
            <translation>le deuxième</translation>
        </message>
        <message>
            <source>the third</source>
            <translation>le troisième</translation>
        </message>
        <message>
            <source>until a day</source>
            <translation>jusqu’à un jour</translation>
        </message>
        <message>
            <source>without an end</source>
            <translation>sans fin</translation>
        </message>
    </context>
    <context>
        <name>RunningView</name>
        <message numerus="yes">
            <source>%n people have no phone for SMS.</source>
            <translation>
                <numerusform>%Ln personne n’a pas de mobile.</numerusform>
                <numerusform>%Ln personnes n’ont pas de mobile.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phones do not have the latest message.</source>
            <translation>
                <numerusform>%Ln téléphone n’a pas le dernier message.</numerusform>
                <numerusform>%Ln téléphones n’ont pas le dernier message.</numerusform>
            </translation>
        </message>
        <message>
            <source>All-clear</source>
            <translation>Fin d’alerte</translation>
        </message>
        <message>
            <source>End the exercise</source>
            <translation>Terminer l’exercice</translation>
        </message>
        <message>
            <source>End without a message</source>
            <translation>Terminer sans message</translation>
        </message>
        <message>
            <source>Go on sending</source>
            <translation>Reprendre les envois</translation>
        </message>
        <message>
            <source>Its copy was erased; it has no log sheet. Begin a new one from the red button.</source>
            <translation>Sa copie est effacée ; il n’a pas de fiche de suivi. Recommencez depuis le bouton rouge.</translation>
        </message>
        <message>
            <source>Log sheet (PDF)</source>
            <translation>Fiche de suivi (PDF)</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Imprimer</translation>
        </message>
        <message>
            <source>Stop what has not left</source>
            <translation>Arrêter ce qui n’est pas parti</translation>
        </message>
        <message>
            <source>The log sheet lists whom to call, with landlines.</source>
            <translation>La fiche de suivi donne qui appeler, avec les fixes.</translation>
        </message>
        <message>
            <source>This exercise was interrupted</source>
            <translation>Cet exercice a été interrompu</translation>
        </message>
        <message>
            <source>Update</source>
            <translation>Mise à jour</translation>
        </message>
        <message>
            <source>going on</source>
            <translation>en cours</translation>
        </message>
        <message>
            <source>over</source>
            <translation>terminé</translation>
        </message>
        <message>
            <source>since {moment}</source>
            <translation>depuis {moment}</translation>
        </message>
        <message>
            <source>{duration} left</source>
            <translation>reste {duration}</translation>
        </message>
    </context>
    <context>
        <name>ScenarioGrid</name>
        <message>
            <source>What happens?</source>
            <translation>Que se passe-t-il ?</translation>
        </message>
    </context>
    <context>
        <name>SearchNarrowing</name>
        <message>
            <source>All of {name}</source>
            <translation>Tout ce qui concerne {name}</translation>
        </message>
        <message>
            <source>Any broadcast</source>
            <translation>Tout envoi</translation>
        </message>
        <message>
            <source>Any day</source>
            <translation>Toute date</translation>
        </message>
        <message>
            <source>Any group</source>
            <translation>Tout groupe</translation>
        </message>
        <message>
            <source>Both ways</source>
            <translation>Deux sens</translation>
        </message>
        <message>
            <source>Broadcast</source>
            <translation>Envoi</translation>
        </message>
        <message>
            <source>Conversation</source>
            <translation>Conversation</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>Jours</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Du</translation>
        </message>
        <message>
            <source>From… to…</source>
            <translation>Du… au…</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Groupe</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>30 derniers jours</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>7 derniers jours</translation>
        </message>
        <message>
            <source>Last year</source>
            <translation>12 derniers mois</translation>
        </message>
        <message>
            <source>Only with {name}</source>
            <translation>Avec {name} seulement</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Reçus</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Envoyés</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Au</translation>
        </message>
        <message>
            <source>Which way</source>
            <translation>Dans quel sens</translation>
        </message>
        <message>
            <source>With anybody</source>
            <translation>Toutes les conversations</translation>
        </message>
    </context>
    <context>
        <name>SeasonGroups</name>
        <message>
            <source>All begin anew, empty</source>
            <translation>Tout recommence vide</translation>
        </message>
        <message>
            <source>Classes go up one level</source>
            <translation>Les classes montent d’un niveau</translation>
        </message>
    </context>
    <context>
        <name>SeasonOutcome</name>
        <message numerus="yes">
            <source>%n groups begin anew, empty</source>
            <translation>
                <numerusform>%Ln groupe recommence vide</numerusform>
                <numerusform>%Ln groupes recommencent vides</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n groups end</source>
            <translation>
                <numerusform>%Ln groupe s’arrête</numerusform>
                <numerusform>%Ln groupes s’arrêtent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n groups keep their people</source>
            <translation>
                <numerusform>%Ln groupe garde ses personnes</numerusform>
                <numerusform>%Ln groupes gardent leurs personnes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n guardians would be archived with them</source>
            <translation>
                <numerusform>%Ln responsable serait archivé avec eux</numerusform>
                <numerusform>%Ln responsables seraient archivés avec eux</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pupils are in no group any more</source>
            <translation>
                <numerusform>%Ln élève n’est plus dans aucun groupe</numerusform>
                <numerusform>%Ln élèves ne sont plus dans aucun groupe</numerusform>
            </translation>
        </message>
        <message>
            <source>Archive them and their guardians</source>
            <translation>Les archiver, responsables compris</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>Commencer</translation>
        </message>
        <message>
            <source>Begin {season}</source>
            <translation>Commencer {season}</translation>
        </message>
        <message>
            <source>Every pupil still has a group.</source>
            <translation>Chaque élève a encore un groupe.</translation>
        </message>
        <message>
            <source>Keep them among the people</source>
            <translation>Les garder parmi les personnes</translation>
        </message>
        <message>
            <source>One change: it can be undone.</source>
            <translation>Un seul changement : il peut être annulé.</translation>
        </message>
        <message>
            <source>Pupils without a group</source>
            <translation>Élèves sans groupe</translation>
        </message>
        <message>
            <source>What will be</source>
            <translation>Ce qui va se passer</translation>
        </message>
    </context>
    <context>
        <name>SeasonPage</name>
        <message>
            <source>Import a list</source>
            <translation>Importer une liste</translation>
        </message>
        <message>
            <source>New school year</source>
            <translation>Nouvelle année scolaire</translation>
        </message>
        <message>
            <source>No class, course or ensemble yet</source>
            <translation>Pas encore de classe, de cours ni d’ensemble</translation>
        </message>
        <message>
            <source>The new school year begins…</source>
            <translation>Passage à la nouvelle année scolaire…</translation>
        </message>
        <message>
            <source>The new school year is called</source>
            <translation>La nouvelle année scolaire s’appelle</translation>
        </message>
        <message>
            <source>They begin anew each school year. Import your lists first.</source>
            <translation>Ils recommencent chaque année scolaire. Importez d’abord vos listes.</translation>
        </message>
        <message>
            <source>This is {season}. Each group goes into the archive as it is, and begins anew as you choose here. Lists of services and free lists go on by themselves.</source>
            <translation>Nous sommes en {season}. Chaque groupe est archivé tel quel, puis recommence comme vous le choisissez ici. Les listes de service et les listes libres continuent d’elles-mêmes.</translation>
        </message>
    </context>
    <context>
        <name>SecondGuardianChoice</name>
        <message>
            <source> min</source>
            <translation> min</translation>
        </message>
        <message>
            <source>For now the first guardian of each pupil; the second one if that SMS is not delivered.</source>
            <translation>D’abord le premier responsable de chaque élève ; le second si ce SMS n’est pas remis.</translation>
        </message>
        <message>
            <source>Minutes until the second guardian is told</source>
            <translation>Minutes avant de prévenir le second responsable</translation>
        </message>
        <message>
            <source>One guardian is written to at once, the next one if the SMS is not delivered in time.</source>
            <translation>Un responsable reçoit le SMS aussitôt, le suivant seulement s’il n’est pas remis à temps.</translation>
        </message>
        <message>
            <source>Second guardian only if needed</source>
            <translation>Second responsable si besoin</translation>
        </message>
        <message>
            <source>after</source>
            <translation>après</translation>
        </message>
    </context>
    <context>
        <name>SeedListCard</name>
        <message>
            <source>Others</source>
            <translation>Autres</translation>
        </message>
        <message>
            <source>Phones for tests</source>
            <translation>Téléphones de test</translation>
        </message>
        <message>
            <source>Up to nine more numbers, with commas between</source>
            <translation>Jusqu’à neuf autres numéros, séparés par des virgules</translation>
        </message>
        <message>
            <source>Your mobile</source>
            <translation>Votre mobile</translation>
        </message>
        <message>
            <source>“Test to myself” sends a text here first</source>
            <translation>« M’envoyer un test » l’utilise d’abord</translation>
        </message>
    </context>
    <context>
        <name>SelectionBar</name>
        <message numerus="yes">
            <source>%n chosen</source>
            <translation>
                <numerusform>%Ln choisie</numerusform>
                <numerusform>%Ln choisies</numerusform>
            </translation>
        </message>
        <message>
            <source>Add to…</source>
            <translation>Ajouter à…</translation>
        </message>
        <message>
            <source>All chosen</source>
            <translation>Tout est choisi</translation>
        </message>
        <message>
            <source>Archive</source>
            <translation>Archiver</translation>
        </message>
        <message>
            <source>Choose all</source>
            <translation>Tout choisir</translation>
        </message>
        <message>
            <source>Choose all {count}</source>
            <translation>Choisir les {count}</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exporter…</translation>
        </message>
        <message>
            <source>Merge these two</source>
            <translation>Fusionner ces deux fiches</translation>
        </message>
        <message>
            <source>More to do with the chosen people</source>
            <translation>Autres actions sur les personnes choisies</translation>
        </message>
        <message>
            <source>Move to…</source>
            <translation>Déplacer vers…</translation>
        </message>
        <message>
            <source>Print the class sheet…</source>
            <translation>Imprimer la feuille de classe…</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Rétablir</translation>
        </message>
        <message>
            <source>Take out of this group</source>
            <translation>Retirer de ce groupe</translation>
        </message>
        <message>
            <source>Write</source>
            <translation>Écrire</translation>
        </message>
    </context>
    <context>
        <name>Sending</name>
        <message numerus="yes">
            <source>%n messages were stopped.</source>
            <translation>
                <numerusform>%Ln message a été arrêté.</numerusform>
                <numerusform>%Ln messages ont été arrêtés.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n were already on their way.</source>
            <translation>
                <numerusform>%Ln était déjà en route.</numerusform>
                <numerusform>%Ln étaient déjà en route.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>A test is on its way to %n phones; nobody else gets it.</source>
            <translation>
                <numerusform>Un test part vers %Ln téléphone ; personne d’autre ne le reçoit.</numerusform>
                <numerusform>Un test part vers %Ln téléphones ; personne d’autre ne le reçoit.</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancel sending</source>
            <translation>Annuler l’envoi</translation>
        </message>
        <message>
            <source>Cancelled: nothing was sent.</source>
            <translation>Envoi annulé : rien n’est parti.</translation>
        </message>
        <message>
            <source>Cancelled: nothing was sent. The message is a draft again.</source>
            <translation>Envoi annulé : rien n’est parti. Le message est de nouveau un brouillon.</translation>
        </message>
        <message>
            <source>No phone is set for tests yet. Enter your mobile first.</source>
            <translation>Aucun téléphone de test. Indiquez d’abord votre mobile.</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <source>The messages leave in 5 seconds.</source>
            <translation>Les messages partent dans 5 secondes.</translation>
        </message>
        <message>
            <source>The send is planned.</source>
            <translation>L’envoi est programmé.</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Answers</source>
            <translation>Réponses</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Données</translation>
        </message>
        <message>
            <source>Hours and calendar</source>
            <translation>Heures et calendrier</translation>
        </message>
        <message>
            <source>Institution</source>
            <translation>Établissement</translation>
        </message>
        <message>
            <source>Modem and SIM card</source>
            <translation>Modem et carte SIM</translation>
        </message>
        <message>
            <source>Sections of the settings</source>
            <translation>Rubriques des réglages</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <source>The plan of the SIM card is kept.</source>
            <translation>Le forfait de la carte SIM est enregistré.</translation>
        </message>
        <message>
            <source>The sending hours are kept.</source>
            <translation>Les heures d’envoi sont enregistrées.</translation>
        </message>
        <message>
            <source>This program</source>
            <translation>Ce programme</translation>
        </message>
    </context>
    <context>
        <name>SideForm</name>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Enregistrer</translation>
        </message>
    </context>
    <context>
        <name>SimForm</name>
        <message>
            <source>A day from 1 to 31.</source>
            <translation>Un jour, de 1 à 31.</translation>
        </message>
        <message>
            <source>A number from 1 to 999,999, or nothing.</source>
            <translation>Un nombre de 1 à 999 999, ou rien.</translation>
        </message>
        <message>
            <source>A price such as 0.10, at most 10 euros.</source>
            <translation>Un prix tel que 0,10, 10 euros au plus.</translation>
        </message>
        <message>
            <source>As you call it</source>
            <translation>Comme vous l’appelez</translation>
        </message>
        <message>
            <source>At most {count} letters.</source>
            <translation>{count} lettres au plus.</translation>
        </message>
        <message>
            <source>Day of the bill, 1 to 31</source>
            <translation>Jour de la facture, de 1 à 31</translation>
        </message>
        <message>
            <source>Different phones a month</source>
            <translation>Destinataires différents par mois</translation>
        </message>
        <message>
            <source>Empty: no limit</source>
            <translation>Vide : sans limite</translation>
        </message>
        <message>
            <source>If you know it</source>
            <translation>Si vous le connaissez</translation>
        </message>
        <message>
            <source>In euros, beyond the plan</source>
            <translation>En euros, au-delà du forfait</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Phone number</source>
            <translation>Numéro de téléphone</translation>
        </message>
        <message>
            <source>Price of an SMS</source>
            <translation>Prix d’un SMS</translation>
        </message>
        <message>
            <source>SMS a day</source>
            <translation>SMS par jour</translation>
        </message>
        <message>
            <source>SMS a month</source>
            <translation>SMS par mois</translation>
        </message>
        <message>
            <source>SMS beyond the plan leave all the same, at their price</source>
            <translation>Les SMS au-delà du forfait partent quand même, à leur prix</translation>
        </message>
        <message>
            <source>Safety alerts do not wait for these limits</source>
            <translation>Les alertes de sécurité n’attendent pas ces limites</translation>
        </message>
        <message>
            <source>The month begins on</source>
            <translation>Le mois commence le</translation>
        </message>
        <message>
            <source>When a limit is reached, the other SIM cards send the rest</source>
            <translation>Quand une limite est atteinte, les autres cartes envoient le reste</translation>
        </message>
        <message>
            <source>for instance {count}</source>
            <translation>par exemple {count}</translation>
        </message>
        <message>
            <source>“Unlimited” plans often allow {count}. Empty: no limit</source>
            <translation>Les forfaits « illimités » en permettent souvent {count}. Vide : sans limite</translation>
        </message>
    </context>
    <context>
        <name>Skeleton</name>
        <message>
            <source>Loading…</source>
            <translation>Chargement…</translation>
        </message>
    </context>
    <context>
        <name>SlotLine</name>
        <message>
            <source>Day</source>
            <translation>Jour</translation>
        </message>
        <message>
            <source>First day, for example 01/09/2026</source>
            <translation>Premier jour, par exemple 01/09/2026</translation>
        </message>
        <message>
            <source>From, for example 17:00</source>
            <translation>De, par exemple 17:00</translation>
        </message>
        <message>
            <source>Last day, for example 30/06/2027</source>
            <translation>Dernier jour, par exemple 30/06/2027</translation>
        </message>
        <message>
            <source>Remove this hour</source>
            <translation>Retirer cet horaire</translation>
        </message>
        <message>
            <source>Room</source>
            <translation>Salle</translation>
        </message>
        <message>
            <source>To, for example 18:00</source>
            <translation>À, par exemple 18:00</translation>
        </message>
        <message>
            <source>from</source>
            <translation>à partir du</translation>
        </message>
        <message>
            <source>until</source>
            <translation>jusqu’au</translation>
        </message>
    </context>
    <context>
        <name>SlotLines</name>
        <message>
            <source>Add an hour</source>
            <translation>Ajouter un horaire</translation>
        </message>
    </context>
    <context>
        <name>StartCard</name>
        <message>
            <source>How SMS desk starts is kept.</source>
            <translation>Le démarrage de SMS desk est enregistré.</translation>
        </message>
        <message>
            <source>SMS desk then starts minimised, and closing its window leaves it at work: what is planned leaves, answers come in. Ctrl+Q ends it.</source>
            <translation>SMS desk démarre alors réduit, et fermer sa fenêtre le laisse au travail : ce qui est programmé part, les réponses arrivent. Ctrl+Q l’arrête.</translation>
        </message>
        <message>
            <source>Start SMS desk when I log in to this computer</source>
            <translation>Ouvrir SMS desk quand j’ouvre ma session sur cet ordinateur</translation>
        </message>
        <message>
            <source>Start and sending station</source>
            <translation>Démarrage et poste d’envoi</translation>
        </message>
        <message>
            <source>This computer is the sending station</source>
            <translation>Cet ordinateur est le poste d’envoi</translation>
        </message>
    </context>
    <context>
        <name>StartRefused</name>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Go back to this copy</source>
            <translation>Revenir à cette copie</translation>
        </message>
        <message>
            <source>SMS desk cannot open</source>
            <translation>SMS desk ne peut pas s’ouvrir</translation>
        </message>
        <message>
            <source>The newest copy that is whole is that of {day}. What came since is not in it; the damaged file is kept beside it, and sending stays on hold until you say so.</source>
            <translation>La copie intacte la plus récente est celle du {day}. Ce qui est venu depuis n’y est pas ; le fichier abîmé est conservé à côté, et les envois restent suspendus jusqu’à votre accord.</translation>
        </message>
    </context>
    <context>
        <name>StationCard</name>
        <message>
            <source>Go on sending</source>
            <translation>Reprendre les envois</translation>
        </message>
        <message>
            <source>Hold all sending</source>
            <translation>Suspendre tous les envois</translation>
        </message>
        <message>
            <source>Modem and SIM card</source>
            <translation>Modem et carte SIM</translation>
        </message>
    </context>
    <context>
        <name>StationLine</name>
        <message>
            <source>Enter the PIN code</source>
            <translation>Saisir le code PIN</translation>
        </message>
        <message>
            <source>Modem and SIM card</source>
            <translation>Modem et carte SIM</translation>
        </message>
        <message>
            <source>SIM card “{name}”</source>
            <translation>carte SIM « {name} »</translation>
        </message>
        <message>
            <source>Set up the modem</source>
            <translation>Régler le modem</translation>
        </message>
        <message>
            <source>Without a modem you can prepare everything; messages wait until one is there.</source>
            <translation>Sans modem, vous pouvez tout préparer : les messages attendent qu’il y en ait un.</translation>
        </message>
    </context>
    <context>
        <name>StationMode</name>
        <message>
            <source>Open SMS desk</source>
            <translation>Ouvrir SMS desk</translation>
        </message>
        <message>
            <source>Planned messages leave and answers come in. To end it, open it and press Ctrl+Q.</source>
            <translation>Les messages programmés partent et les réponses arrivent. Pour l’arrêter, ouvrez-le et appuyez sur Ctrl+Q.</translation>
        </message>
        <message>
            <source>Quit SMS desk</source>
            <translation>Quitter SMS desk</translation>
        </message>
        <message>
            <source>SMS desk goes on as the sending station</source>
            <translation>SMS desk continue, comme poste d’envoi</translation>
        </message>
        <message>
            <source>Sending station · SMS desk</source>
            <translation>Poste d’envoi · SMS desk</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>Help (F1)</source>
            <translation>Aide (F1)</translation>
        </message>
        <message>
            <source>Sending station</source>
            <translation>Poste d’envoi</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>État</translation>
        </message>
    </context>
    <context>
        <name>StepCard</name>
        <message numerus="yes">
            <source>%n messages of the earlier steps were stopped with it.</source>
            <translation>
                <numerusform>%Ln message des étapes d’avant a été arrêté avec lui.</numerusform>
                <numerusform>%Ln messages des étapes d’avant ont été arrêtés avec lui.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phones</source>
            <translation>
                <numerusform>%Ln téléphone</numerusform>
                <numerusform>%Ln téléphones</numerusform>
            </translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Répondre</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Modifier</translation>
        </message>
        <message>
            <source>Person by person</source>
            <translation>Personne par personne</translation>
        </message>
        <message>
            <source>by {person}</source>
            <translation>par {person}</translation>
        </message>
        <message>
            <source>“{text}”</source>
            <translation>« {text} »</translation>
        </message>
    </context>
    <context>
        <name>StopTexts</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
        <message>
            <source>Written back to START</source>
            <translation>Réponse à START</translation>
        </message>
        <message>
            <source>Written back to STOP</source>
            <translation>Réponse à STOP</translation>
        </message>
        <message>
            <source>{institution} and {quoi} are filled in: who you are, and which SMS are meant.</source>
            <translation>{institution} et {quoi} sont remplis tout seuls : qui vous êtes, et de quels SMS il s’agit.</translation>
        </message>
    </context>
    <context>
        <name>SummaryPanel</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n families</source>
            <translation>
                <numerusform>%Ln famille</numerusform>
                <numerusform>%Ln familles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>%Ln personne</numerusform>
                <numerusform>%Ln personnes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phone(s) refuse your SMS, and get this alert all the same. Each is noted in the register.</source>
            <translation>
                <numerusform>%Ln téléphone refuse vos SMS et recevra cette alerte quand même. C’est noté dans le registre.</numerusform>
                <numerusform>%Ln téléphones refusent vos SMS et recevront cette alerte quand même. C’est noté dans le registre.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phones</source>
            <translation>
                <numerusform>%Ln téléphone</numerusform>
                <numerusform>%Ln téléphones</numerusform>
            </translation>
        </message>
        <message>
            <source>Leave this recipient out</source>
            <translation>Écarter ce destinataire</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>Programmer</translation>
        </message>
        <message numerus="yes">
            <source>Plan %n SMS</source>
            <translation>
                <numerusform>Programmer %Ln SMS</numerusform>
                <numerusform>Programmer %Ln SMS</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Plan %n SMS each time</source>
            <translation>
                <numerusform>Programmer %Ln SMS par envoi</numerusform>
                <numerusform>Programmer %Ln SMS par envoi</numerusform>
            </translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Envoyer</translation>
        </message>
        <message numerus="yes">
            <source>Send %n SMS</source>
            <translation>
                <numerusform>Envoyer %Ln SMS</numerusform>
                <numerusform>Envoyer %Ln SMS</numerusform>
            </translation>
        </message>
        <message>
            <source>Sends this text to the phones for tests, as the first person reads it</source>
            <translation>Envoie ce texte aux téléphones de test, tel que le premier destinataire le lira</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Résumé</translation>
        </message>
        <message>
            <source>Test to myself</source>
            <translation>M’envoyer un test</translation>
        </message>
    </context>
    <context>
        <name>TalkPane</name>
        <message>
            <source>Conversation</source>
            <translation>Conversation</translation>
        </message>
        <message>
            <source>The message answers another broadcast now.</source>
            <translation>Le message répond maintenant à un autre envoi.</translation>
        </message>
        <message>
            <source>The message answers no broadcast now.</source>
            <translation>Le message ne répond plus à aucun envoi.</translation>
        </message>
    </context>
    <context>
        <name>TallyCard</name>
        <message>
            <source>Close the question now</source>
            <translation>Clore la question</translation>
        </message>
        <message>
            <source>Open it again</source>
            <translation>Rouvrir la question</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Résultat</translation>
        </message>
    </context>
    <context>
        <name>TemplateChooser</name>
        <message>
            <source>Answer with a template</source>
            <translation>Répondre avec un modèle</translation>
        </message>
        <message>
            <source>Name or word</source>
            <translation>Nom ou mot</translation>
        </message>
        <message>
            <source>No template has these words.</source>
            <translation>Aucun modèle ne contient ces mots.</translation>
        </message>
        <message>
            <source>Templates</source>
            <translation>Modèles</translation>
        </message>
    </context>
    <context>
        <name>TemplateEditor</name>
        <message>
            <source>Alert</source>
            <translation>Alerte</translation>
        </message>
        <message>
            <source>As a family may read it</source>
            <translation>Tel qu’une famille peut le lire</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Catégorie</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Supprimer</translation>
        </message>
        <message>
            <source>Information</source>
            <translation>Information</translation>
        </message>
        <message>
            <source>Kind of message</source>
            <translation>Type de message</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Names of groups, with commas between them</source>
            <translation>Noms de groupes, séparés par des virgules</translation>
        </message>
        <message>
            <source>Promotion of an event</source>
            <translation>Promotion d’un évènement</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texte</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>Utiliser</translation>
        </message>
        <message>
            <source>Usually for</source>
            <translation>Destiné d’habitude à</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>Versions</translation>
        </message>
        <message numerus="yes">
            <source>With long names: %n SMS</source>
            <translation>
                <numerusform>Avec des noms longs : %Ln SMS</numerusform>
                <numerusform>Avec des noms longs : %Ln SMS</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TemplateList</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
        <message>
            <source>All templates</source>
            <translation>Tous les modèles</translation>
        </message>
        <message>
            <source>Categories</source>
            <translation>Catégories</translation>
        </message>
        <message>
            <source>No template has these words.</source>
            <translation>Aucun modèle ne contient ces mots.</translation>
        </message>
        <message>
            <source>Templates</source>
            <translation>Modèles</translation>
        </message>
        <message>
            <source>Without a category</source>
            <translation>Sans catégorie</translation>
        </message>
    </context>
    <context>
        <name>TemplateSharingActs</name>
        <message numerus="yes">
            <source>%n replaced</source>
            <translation>
                <numerusform>%Ln remplacé</numerusform>
                <numerusform>%Ln remplacés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n templates added</source>
            <translation>
                <numerusform>%Ln modèle ajouté</numerusform>
                <numerusform>%Ln modèles ajoutés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n templates written to {file}.</source>
            <translation>
                <numerusform>%Ln modèle écrit dans {file}.</numerusform>
                <numerusform>%Ln modèles écrits dans {file}.</numerusform>
            </translation>
        </message>
        <message>
            <source>All templates of this file are here already.</source>
            <translation>Tous les modèles de ce fichier sont déjà là.</translation>
        </message>
        <message>
            <source>Export the templates</source>
            <translation>Exporter les modèles</translation>
        </message>
        <message>
            <source>Import templates</source>
            <translation>Importer des modèles</translation>
        </message>
        <message>
            <source>Templates (*.toml *.json)</source>
            <translation>Modèles (*.toml *.json)</translation>
        </message>
        <message>
            <source>templates</source>
            <translation>modeles</translation>
        </message>
    </context>
    <context>
        <name>TemplatesPage</name>
        <message>
            <source>Export all templates…</source>
            <translation>Exporter tous les modèles…</translation>
        </message>
        <message>
            <source>Export this template…</source>
            <translation>Exporter ce modèle…</translation>
        </message>
        <message>
            <source>Go back</source>
            <translation>Y revenir</translation>
        </message>
        <message>
            <source>Import templates…</source>
            <translation>Importer des modèles…</translation>
        </message>
        <message>
            <source>New template</source>
            <translation>Nouveau modèle</translation>
        </message>
        <message>
            <source>Search a template</source>
            <translation>Chercher un modèle</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Partager</translation>
        </message>
        <message>
            <source>Templates</source>
            <translation>Modèles</translation>
        </message>
        <message>
            <source>Your changes of “{name}” were not saved.</source>
            <translation>Vos modifications de « {name} » n’ont pas été enregistrées.</translation>
        </message>
        <message>
            <source>“{name}” is saved.</source>
            <translation>« {name} » est enregistré.</translation>
        </message>
        <message>
            <source>“{name}” was deleted.</source>
            <translation>« {name} » a été supprimé.</translation>
        </message>
    </context>
    <context>
        <name>TextPane</name>
        <message>
            <source>As it was written</source>
            <translation>Tel qu’il a été écrit</translation>
        </message>
        <message>
            <source>As the first person reads it</source>
            <translation>Tel que le lit la première personne</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Par</translation>
        </message>
        <message>
            <source>How it was sent</source>
            <translation>Comment il a été envoyé</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Écartés</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>Créé</translation>
        </message>
        <message>
            <source>Not before</source>
            <translation>Pas avant</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priorité</translation>
        </message>
        <message>
            <source>Second guardians</source>
            <translation>Seconds responsables</translation>
        </message>
        <message>
            <source>Useless after</source>
            <translation>Inutile après</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>et %Ln autre</numerusform>
                <numerusform>et %Ln autres</numerusform>
            </translation>
        </message>
        <message>
            <source>before everything else that waits</source>
            <translation>avant tout ce qui attend</translation>
        </message>
    </context>
    <context>
        <name>TextPanel</name>
        <message>
            <source>Alert</source>
            <translation>Alerte</translation>
        </message>
        <message>
            <source>Information</source>
            <translation>Information</translation>
        </message>
        <message>
            <source>Kind of message</source>
            <translation>Type de message</translation>
        </message>
        <message>
            <source>Promotion of an event</source>
            <translation>Promotion d’un évènement</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>Signature</translation>
        </message>
        <message>
            <source>Template</source>
            <translation>Modèle</translation>
        </message>
        <message>
            <source>Text of the message</source>
            <translation>Texte du message</translation>
        </message>
        <message>
            <source>Type { to choose a field</source>
            <translation>Tapez { pour choisir un champ</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Quoi</translation>
        </message>
        <message>
            <source>Without a signature</source>
            <translation>Sans signature</translation>
        </message>
        <message>
            <source>Without a template</source>
            <translation>Sans modèle</translation>
        </message>
        <message>
            <source>Write your message, or take a template</source>
            <translation>Écrivez votre message, ou prenez un modèle</translation>
        </message>
    </context>
    <context>
        <name>ThreadHead</name>
        <message>
            <source>Anybody</source>
            <translation>Tout le monde</translation>
        </message>
        <message>
            <source>Archive</source>
            <translation>Archiver</translation>
        </message>
        <message>
            <source>Conversation as PDF…</source>
            <translation>Conversation en PDF…</translation>
        </message>
        <message>
            <source>Conversation as a file…</source>
            <translation>Conversation dans un fichier…</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Traité</translation>
        </message>
        <message>
            <source>Mark as unread</source>
            <translation>Marquer comme non lu</translation>
        </message>
        <message>
            <source>Me ({name})</source>
            <translation>Moi ({name})</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Plus</translation>
        </message>
        <message>
            <source>Nothing is left to do here until the next message</source>
            <translation>Il n’y a plus rien à faire ici jusqu’au prochain message</translation>
        </message>
        <message>
            <source>Print the conversation…</source>
            <translation>Imprimer la conversation…</translation>
        </message>
        <message>
            <source>Remove the star</source>
            <translation>Ne plus suivre cette conversation</translation>
        </message>
        <message>
            <source>Show whose phone this is</source>
            <translation>Afficher à qui est ce téléphone</translation>
        </message>
        <message>
            <source>Star this conversation</source>
            <translation>Suivre cette conversation</translation>
        </message>
        <message>
            <source>Still to do</source>
            <translation>À traiter</translation>
        </message>
        <message>
            <source>Take back from the archive</source>
            <translation>Sortir des archives</translation>
        </message>
        <message>
            <source>There is still something to do here</source>
            <translation>Il reste quelque chose à faire ici</translation>
        </message>
        <message>
            <source>Who answers</source>
            <translation>Qui répond</translation>
        </message>
    </context>
    <context>
        <name>ThreadSheets</name>
        <message>
            <source>Conversation as PDF</source>
            <translation>Conversation en PDF</translation>
        </message>
        <message>
            <source>Conversation as a file</source>
            <translation>Conversation dans un fichier</translation>
        </message>
        <message>
            <source>Print the conversation</source>
            <translation>Imprimer la conversation</translation>
        </message>
    </context>
    <context>
        <name>ThreadView</name>
        <message>
            <source>Go to the newest messages</source>
            <translation>Aller aux derniers messages</translation>
        </message>
        <message>
            <source>Older messages</source>
            <translation>Messages plus anciens</translation>
        </message>
    </context>
    <context>
        <name>TrayDesktop</name>
        <message>
            <source>Open the inbox</source>
            <translation>Ouvrir la réception</translation>
        </message>
    </context>
    <context>
        <name>TrialCard</name>
        <message>
            <source>A sample school opens with a modem that only pretends: nobody receives anything, and your own people stay as they are.</source>
            <translation>Un établissement fictif s’ouvre, avec un faux modem : personne ne reçoit rien, et vos propres personnes ne changent pas.</translation>
        </message>
        <message>
            <source>Try without a modem</source>
            <translation>Essayer sans modem</translation>
        </message>
        <message>
            <source>Try without risk</source>
            <translation>Essayer sans risque</translation>
        </message>
    </context>
    <context>
        <name>TroubleDialog</name>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Copié</translation>
        </message>
        <message>
            <source>Copy the details</source>
            <translation>Copier les détails</translation>
        </message>
        <message>
            <source>Help on this</source>
            <translation>Aide sur ce point</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Rapport</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Ce qui s’est passé</translation>
        </message>
        <message>
            <source>What it means</source>
            <translation>Ce que cela veut dire</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>Que faire</translation>
        </message>
    </context>
    <context>
        <name>UndoBar</name>
        <message>
            <source>History</source>
            <translation>Historique</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Rétablir</translation>
        </message>
        <message>
            <source>Redo “{title}”</source>
            <translation>Rétablir : {title}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Undo “{title}”</source>
            <translation>Annuler : {title}</translation>
        </message>
    </context>
    <context>
        <name>UndoButtons</name>
        <message>
            <source>Redo</source>
            <translation>Rétablir</translation>
        </message>
        <message>
            <source>Redo “{what}”</source>
            <translation>Rétablir : {what}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Undo “{what}”</source>
            <translation>Annuler : {what}</translation>
        </message>
    </context>
    <context>
        <name>UpgradeNotice</name>
        <message>
            <source>This version keeps them in a new way. It happens once and can take a minute; a copy of your data as they were is kept.</source>
            <translation>Cette version les range autrement. Cela n’arrive qu’une fois et peut durer une minute ; une copie de vos données d’avant est conservée.</translation>
        </message>
        <message>
            <source>Updating your data…</source>
            <translation>Mise à jour de vos données…</translation>
        </message>
    </context>
    <context>
        <name>ValueFields</name>
        <message>
            <source>{field} is missing for {names}. For them, write:</source>
            <translation>{field} manque pour {names}. Pour eux, écrire :</translation>
        </message>
    </context>
    <context>
        <name>VersionsPanel</name>
        <message>
            <source>Former versions</source>
            <translation>Versions précédentes</translation>
        </message>
        <message>
            <source>None yet: each time you save, the text before is kept here.</source>
            <translation>Aucune pour l’instant : à chaque enregistrement, le texte d’avant est gardé ici.</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Rétablir</translation>
        </message>
        <message>
            <source>Restore the version until {moment}</source>
            <translation>Rétablir la version jusqu’à {moment}</translation>
        </message>
        <message>
            <source>Until {moment}</source>
            <translation>Jusqu’à {moment}</translation>
        </message>
    </context>
    <context>
        <name>WelcomePanel</name>
        <message>
            <source>A sample school opens with a modem that only pretends: nobody receives anything.</source>
            <translation>Un établissement fictif s’ouvre, avec un faux modem : personne ne reçoit rien.</translation>
        </message>
        <message>
            <source>Answer this later</source>
            <translation>Répondre plus tard</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Continuer</translation>
        </message>
        <message>
            <source>Enter people by hand</source>
            <translation>Saisir des personnes à la main</translation>
        </message>
        <message>
            <source>Families read it in your messages.</source>
            <translation>Les familles le lisent dans vos messages.</translation>
        </message>
        <message>
            <source>If your messages begin the same way.</source>
            <translation>Si vos messages commencent toujours ainsi.</translation>
        </message>
        <message>
            <source>Import a class list</source>
            <translation>Importer une liste de classe</translation>
        </message>
        <message>
            <source>Is the modem plugged in?</source>
            <translation>Le modem est-il branché ?</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Plus tard</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Only looking for now?</source>
            <translation>Envie de regarder d’abord ?</translation>
        </message>
        <message>
            <source>Plug it in with its SIM card. If the card asks for its PIN code, enter it here. Where nothing is found, “Examine the modem” looks at everything and says what to do.</source>
            <translation>Branchez-le avec sa carte SIM. Si la carte demande son code PIN, saisissez-le ici. Si rien n’est trouvé, « Examiner le modem » regarde tout et dit quoi faire.</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>Signature</translation>
        </message>
        <message>
            <source>The Excel list that you have is enough: names, classes, phones. You see what becomes of it before anything is kept.</source>
            <translation>La liste Excel que vous avez suffit : noms, classes, téléphones. Vous voyez ce qu’elle devient avant que rien ne soit enregistré.</translation>
        </message>
        <message>
            <source>Three questions, and the first SMS can leave. Each of them can wait.</source>
            <translation>Trois questions, et le premier SMS peut partir. Chacune peut attendre.</translation>
        </message>
        <message>
            <source>Try without a modem</source>
            <translation>Essayer sans modem</translation>
        </message>
        <message>
            <source>What is your institution called?</source>
            <translation>Comment s’appelle votre établissement ?</translation>
        </message>
        <message>
            <source>Whom do you write to?</source>
            <translation>À qui écrivez-vous ?</translation>
        </message>
        <message>
            <source>for example Conservatoire de Dole</source>
            <translation>par exemple Conservatoire de Dole</translation>
        </message>
        <message>
            <source>for example “Conservatoire:”</source>
            <translation>par exemple « Conservatoire : »</translation>
        </message>
    </context>
    <context>
        <name>WhatPanel</name>
        <message numerus="yes">
            <source>%n messages have not left yet: they are cancelled.</source>
            <translation>
                <numerusform>%Ln message n’est pas encore parti : il est annulé.</numerusform>
                <numerusform>%Ln messages ne sont pas encore partis : ils sont annulés.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Cancel %n messages</source>
            <translation>
                <numerusform>Annuler %Ln message</numerusform>
                <numerusform>Annuler %Ln messages</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose your school zone</source>
            <translation>Choisir la zone scolaire</translation>
        </message>
        <message>
            <source>Courses</source>
            <translation>Cours</translation>
        </message>
        <message>
            <source>School holidays are not taken into account yet.</source>
            <translation>Les vacances scolaires ne sont pas encore prises en compte.</translation>
        </message>
        <message>
            <source>Without {name}</source>
            <translation>Sans {name}</translation>
        </message>
    </context>
    <context>
        <name>WhenPanel</name>
        <message>
            <source>Again and again</source>
            <translation>À répéter</translation>
        </message>
        <message>
            <source>Ask me</source>
            <translation>Me demander</translation>
        </message>
        <message>
            <source>Before an event</source>
            <translation>Avant un évènement</translation>
        </message>
        <message>
            <source>If the computer is off at that hour</source>
            <translation>Si l’ordinateur est éteint à cette heure</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Plus tard</translation>
        </message>
        <message>
            <source>Next:</source>
            <translation>Prochains envois :</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Maintenant</translation>
        </message>
        <message>
            <source>Send it when it is on again, within a day</source>
            <translation>Envoyer à son retour, dans la journée</translation>
        </message>
        <message>
            <source>Skip it</source>
            <translation>Passer cet envoi</translation>
        </message>
        <message>
            <source>{day} at {time}</source>
            <translation>{day} à {time}</translation>
        </message>
    </context>
    <context>
        <name>WhoPanel</name>
        <message numerus="yes">
            <source>%n pupils</source>
            <translation>
                <numerusform>%Ln élève</numerusform>
                <numerusform>%Ln élèves</numerusform>
            </translation>
        </message>
        <message>
            <source>Another teacher: type two letters</source>
            <translation>Un autre professeur : tapez deux lettres</translation>
        </message>
        <message>
            <source>Import a list</source>
            <translation>Importer une liste</translation>
        </message>
        <message>
            <source>Import a list with teachers, days and hours, or write them in the groups of Personnes.</source>
            <translation>Importez une liste avec professeurs, jours et heures, ou complétez les groupes de la page Personnes.</translation>
        </message>
        <message>
            <source>No course with weekly hours yet</source>
            <translation>Aucun cours avec un horaire pour l’instant</translation>
        </message>
        <message>
            <source>No more courses today. The next ones: {day}.</source>
            <translation>Plus de cours aujourd’hui. Les prochains : {day}.</translation>
        </message>
        <message>
            <source>Who has courses today:</source>
            <translation>Ils ont cours aujourd’hui :</translation>
        </message>
        <message>
            <source>families already told</source>
            <translation>familles déjà prévenues</translation>
        </message>
    </context>
    <context>
        <name>WhomPanel</name>
        <message>
            <source>An area or groups</source>
            <translation>Une partie</translation>
        </message>
        <message>
            <source>Everybody known here, once for each phone; for a child, the guardians.</source>
            <translation>Toutes les personnes connues, une fois par téléphone ; pour un enfant, ses responsables.</translation>
        </message>
        <message>
            <source>Everyone</source>
            <translation>Tout le monde</translation>
        </message>
        <message>
            <source>Town or group</source>
            <translation>Commune ou groupe</translation>
        </message>
        <message>
            <source>Towns and groups</source>
            <translation>Communes et groupes</translation>
        </message>
        <message>
            <source>Who?</source>
            <translation>Qui prévenir ?</translation>
        </message>
    </context>
    <context>
        <name>WindowCard</name>
        <message>
            <source>Appearance</source>
            <translation>Apparence</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Sombre</translation>
        </message>
        <message>
            <source>High contrast, dark</source>
            <translation>Contraste élevé, sombre</translation>
        </message>
        <message>
            <source>High contrast, light</source>
            <translation>Contraste élevé, clair</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <source>Language and appearance</source>
            <translation>Langue et apparence</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Clair</translation>
        </message>
        <message>
            <source>Like the system</source>
            <translation>Comme le système</translation>
        </message>
        <message>
            <source>Nothing moves by itself</source>
            <translation>Aucune animation</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Taille du texte</translation>
        </message>
        <message>
            <source>The window is changed.</source>
            <translation>L’apparence de la fenêtre est modifiée.</translation>
        </message>
    </context>
    <context>
        <name>WordingCard</name>
        <message>
            <source>Add a service</source>
            <translation>Ajouter un service</translation>
        </message>
        <message>
            <source>Begins with, for example “Schools:”</source>
            <translation>Commence par, par exemple « Écoles : »</translation>
        </message>
        <message>
            <source>Each service may begin its messages with its own words; they are counted, and never doubled.</source>
            <translation>Chaque service peut commencer ses messages par ses propres mots ; ils sont comptés, et jamais doublés.</translation>
        </message>
        <message>
            <source>Its messages begin with</source>
            <translation>Ses messages commencent par</translation>
        </message>
        <message>
            <source>Name of the service</source>
            <translation>Nom du service</translation>
        </message>
        <message>
            <source>Never more than so many SMS</source>
            <translation>Nombre de SMS au plus par personne</translation>
        </message>
        <message>
            <source>Remove this service</source>
            <translation>Retirer ce service</translation>
        </message>
        <message>
            <source>Service, for example School office</source>
            <translation>Service, par exemple Service scolaire</translation>
        </message>
        <message>
            <source>Signatures and length of texts</source>
            <translation>Signatures et longueur des textes</translation>
        </message>
        <message>
            <source>Signatures and length of texts are kept.</source>
            <translation>Les signatures et la longueur des textes sont enregistrées.</translation>
        </message>
        <message>
            <source>Warn from so many SMS on</source>
            <translation>Prévenir à partir de ce nombre de SMS</translation>
        </message>
    </context>
    <context>
        <name>WorkLine</name>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>{what} Time left: {time}.</source>
            <translation>{what} Temps restant : {time}.</translation>
        </message>
    </context>
    <context>
        <name>_Reading</name>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Reading</source>
            <translation>Lecture</translation>
        </message>
        <message>
            <source>Reading {file}…</source>
            <translation>Lecture en cours : {file}</translation>
        </message>
    </context>
    <context>
        <name>absence</name>
        <message>
            <source>Closed</source>
            <translation>Fermé</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Aujourd’hui</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>Demain</translation>
        </message>
        <message>
            <source>already over</source>
            <translation>déjà passé</translation>
        </message>
        <message>
            <source>estimated date</source>
            <translation>date estimée</translation>
        </message>
        <message>
            <source>hour not known</source>
            <translation>horaire inconnu</translation>
        </message>
        <message>
            <source>moved from {day}</source>
            <translation>déplacé du {day}</translation>
        </message>
        <message>
            <source>told {moment}</source>
            <translation>prévenues {moment}</translation>
        </message>
        <message>
            <source>{name}: no course</source>
            <translation>{name} : pas de cours</translation>
        </message>
    </context>
    <context>
        <name>answers</name>
        <message numerus="yes">
            <source>%n days</source>
            <translation>
                <numerusform>%Ln jour</numerusform>
                <numerusform>%Ln jours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hours</source>
            <translation>
                <numerusform>%Ln heure</numerusform>
                <numerusform>%Ln heures</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minutes</source>
            <translation>
                <numerusform>%Ln minute</numerusform>
                <numerusform>%Ln minutes</numerusform>
            </translation>
        </message>
        <message>
            <source>A later message of this phone counts instead.</source>
            <translation>Un message plus récent de ce téléphone compte à sa place.</translation>
        </message>
        <message>
            <source>A number</source>
            <translation>Un nombre</translation>
        </message>
        <message>
            <source>A sign that it was read</source>
            <translation>Un accusé de lecture</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Réponse</translation>
        </message>
        <message>
            <source>Choice</source>
            <translation>Choix</translation>
        </message>
        <message>
            <source>Choice {number}</source>
            <translation>Choix {number}</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>Lu et confirmé</translation>
        </message>
        <message>
            <source>From the family of</source>
            <translation>De la famille de</translation>
        </message>
        <message>
            <source>It came after the question was closed, and is not counted.</source>
            <translation>Arrivé après la fin des réponses : il n’est pas compté.</translation>
        </message>
        <message>
            <source>Message without readable text</source>
            <translation>Message sans texte lisible</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Non</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>Sans réponse</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Number {number}</source>
            <translation>Nombre : {number}</translation>
        </message>
        <message>
            <source>One of several choices</source>
            <translation>Un choix</translation>
        </message>
        <message>
            <source>Other words</source>
            <translation>Autre</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Téléphone</translation>
        </message>
        <message>
            <source>Read like this by {person}.</source>
            <translation>Compris ainsi par {person}.</translation>
        </message>
        <message>
            <source>Reminded</source>
            <translation>Rappel</translation>
        </message>
        <message>
            <source>The family of</source>
            <translation>Famille de</translation>
        </message>
        <message>
            <source>Too late</source>
            <translation>Trop tard</translation>
        </message>
        <message>
            <source>Understood as</source>
            <translation>Compris comme</translation>
        </message>
        <message>
            <source>Understood by a guess. Say how you read it.</source>
            <translation>Le programme n’est pas sûr. Dites comment vous le comprenez.</translation>
        </message>
        <message>
            <source>Wants no more SMS</source>
            <translation>Ne veut plus de SMS</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Quand</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Oui</translation>
        </message>
        <message>
            <source>Yes or no</source>
            <translation>Oui ou non</translation>
        </message>
        <message>
            <source>closed: {moment}</source>
            <translation>close : {moment}</translation>
        </message>
        <message>
            <source>in all {total}</source>
            <translation>en tout {total}</translation>
        </message>
        <message>
            <source>reminder after {delay}</source>
            <translation>rappel après {delay}</translation>
        </message>
        <message>
            <source>until {moment}</source>
            <translation>jusqu’à : {moment}</translation>
        </message>
        <message>
            <source>{answer}, earlier</source>
            <translation>{answer}, remplacé</translation>
        </message>
        <message>
            <source>{answer}, too late</source>
            <translation>{answer}, trop tard</translation>
        </message>
    </context>
    <context>
        <name>calendar</name>
        <message numerus="yes">
            <source>%n phones</source>
            <translation>
                <numerusform>%Ln téléphone</numerusform>
                <numerusform>%Ln téléphones</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sends</source>
            <translation>
                <numerusform>%Ln envoi</numerusform>
                <numerusform>%Ln envois</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>+ %n more</source>
            <translation>
                <numerusform>+ %Ln autre</numerusform>
                <numerusform>+ %Ln autres</numerusform>
            </translation>
        </message>
        <message>
            <source>+ Send at {hour}</source>
            <translation>+ Envoi à {hour}</translation>
        </message>
        <message>
            <source>nothing planned</source>
            <translation>rien de prévu</translation>
        </message>
        <message>
            <source>today</source>
            <translation>aujourd’hui</translation>
        </message>
        <message>
            <source>{day}, {hour}</source>
            <translation>{day}, {hour}</translation>
        </message>
        <message>
            <source>{moment}: past</source>
            <translation>{moment} : passé</translation>
        </message>
        <message>
            <source>{name} (estimated dates)</source>
            <translation>{name} (dates estimées)</translation>
        </message>
    </context>
    <context>
        <name>calls</name>
        <message numerus="yes">
            <source>%n people to call</source>
            <translation>
                <numerusform>%Ln personne à appeler</numerusform>
                <numerusform>%Ln personnes à appeler</numerusform>
            </translation>
        </message>
        <message>
            <source>(tried by SMS)</source>
            <translation>(déjà essayé par SMS)</translation>
        </message>
        <message>
            <source>Call first</source>
            <translation>À appeler d’abord</translation>
        </message>
        <message>
            <source>No phone known</source>
            <translation>Aucun téléphone connu</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Phones</source>
            <translation>Téléphones</translation>
        </message>
        <message>
            <source>To call</source>
            <translation>À appeler</translation>
        </message>
        <message>
            <source>To call about</source>
            <translation>Au sujet de</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Raison</translation>
        </message>
        <message>
            <source>{name}, called</source>
            <translation>{name}, appelé</translation>
        </message>
    </context>
    <context>
        <name>class_sheet</name>
        <message numerus="yes">
            <source>%n person(s)</source>
            <translation>
                <numerusform>%Ln personne</numerusform>
                <numerusform>%Ln personnes</numerusform>
            </translation>
        </message>
        <message>
            <source>(no SMS)</source>
            <translation>(pas de SMS)</translation>
        </message>
        <message>
            <source>Born</source>
            <translation>Né(e) le</translation>
        </message>
        <message>
            <source>Guardians</source>
            <translation>Responsables</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Own phone</source>
            <translation>Téléphone personnel</translation>
        </message>
        <message>
            <source>Teacher: {name}</source>
            <translation>Professeur : {name}</translation>
        </message>
        <message>
            <source>There is nobody in this group.</source>
            <translation>Il n’y a personne dans ce groupe.</translation>
        </message>
    </context>
    <context>
        <name>crisis</name>
        <message numerus="yes">
            <source>%n of them will get this message alone.</source>
            <translation>
                <numerusform>%Ln ne recevra que le nouveau message.</numerusform>
                <numerusform>%Ln ne recevront que le nouveau message.</numerusform>
            </translation>
        </message>
        <message>
            <source>A text without a scenario</source>
            <translation>Un texte sans situation préparée</translation>
        </message>
        <message>
            <source>Alert</source>
            <translation>Alerte</translation>
        </message>
        <message>
            <source>All-clear</source>
            <translation>Fin d’alerte</translation>
        </message>
        <message>
            <source>Attack</source>
            <translation>Attaque</translation>
        </message>
        <message>
            <source>Attack or intrusion</source>
            <translation>Attentat ou intrusion</translation>
        </message>
        <message>
            <source>Bad weather</source>
            <translation>Intempéries</translation>
        </message>
        <message>
            <source>Closure</source>
            <translation>Fermeture</translation>
        </message>
        <message>
            <source>Do not drink it</source>
            <translation>Ne pas la boire</translation>
        </message>
        <message>
            <source>Evacuation</source>
            <translation>Évacuation</translation>
        </message>
        <message>
            <source>Everybody stays inside</source>
            <translation>Tout le monde reste à l’intérieur</translation>
        </message>
        <message>
            <source>Fire, gas: everybody leaves</source>
            <translation>Feu, gaz : tout le monde sort</translation>
        </message>
        <message>
            <source>Help for who needs it</source>
            <translation>Aide aux personnes fragiles</translation>
        </message>
        <message>
            <source>Network failure</source>
            <translation>Panne de réseau</translation>
        </message>
        <message>
            <source>Phone or internet is down</source>
            <translation>Téléphone ou internet coupé</translation>
        </message>
        <message>
            <source>Power cut</source>
            <translation>Panne de courant</translation>
        </message>
        <message>
            <source>Something else</source>
            <translation>Autre alerte</translation>
        </message>
        <message>
            <source>Storm, flood, snow, heat</source>
            <translation>Tempête, inondation, neige, canicule</translation>
        </message>
        <message>
            <source>Take shelter</source>
            <translation>Mise à l’abri</translation>
        </message>
        <message>
            <source>Tap water</source>
            <translation>Eau du robinet</translation>
        </message>
        <message numerus="yes">
            <source>They will get this message alone.</source>
            <translation>
                <numerusform>Il ne recevra que le nouveau message.</numerusform>
                <numerusform>Ils ne recevront que le nouveau message.</numerusform>
            </translation>
        </message>
        <message>
            <source>Update {number}</source>
            <translation>Mise à jour {number}</translation>
        </message>
        <message>
            <source>We close at once</source>
            <translation>Nous fermons tout de suite</translation>
        </message>
    </context>
    <context>
        <name>crisis_sheet</name>
        <message>
            <source>An exercise: no SMS was sent to anybody.</source>
            <translation>Exercice : aucun SMS n’a été envoyé à personne.</translation>
        </message>
        <message>
            <source>Called at, by</source>
            <translation>Appel à, par</translation>
        </message>
        <message>
            <source>EXERCISE</source>
            <translation>EXERCICE</translation>
        </message>
        <message>
            <source>EXERCISE · Log sheet: {scenario}</source>
            <translation>EXERCICE · Fiche de suivi : {scenario}</translation>
        </message>
        <message>
            <source>For: {whom}</source>
            <translation>Pour : {whom}</translation>
        </message>
        <message>
            <source>Log sheet of the alert: {scenario}</source>
            <translation>Fiche de suivi de l’alerte : {scenario}</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Message</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Nobody: every phone has the latest message.</source>
            <translation>Personne : chaque téléphone a le dernier message, ou l’attend.</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Téléphone</translation>
        </message>
        <message>
            <source>Phones</source>
            <translation>Téléphones</translation>
        </message>
        <message>
            <source>Text, as the first person read it</source>
            <translation>Texte, tel que lu par la première personne</translation>
        </message>
        <message>
            <source>To be called: {count}</source>
            <translation>À appeler : {count}</translation>
        </message>
        <message>
            <source>What became of it</source>
            <translation>Ce qu’il est devenu</translation>
        </message>
        <message>
            <source>What was told</source>
            <translation>Ce qui a été dit</translation>
        </message>
        <message>
            <source>When, by whom</source>
            <translation>Quand, par qui</translation>
        </message>
        <message>
            <source>Who was told</source>
            <translation>Qui a été prévenu</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Pourquoi</translation>
        </message>
        <message>
            <source>as of {moment}</source>
            <translation>état au {moment}</translation>
        </message>
        <message>
            <source>begun {moment}</source>
            <translation>début {moment}</translation>
        </message>
        <message>
            <source>by {person}</source>
            <translation>par {person}</translation>
        </message>
        <message>
            <source>ended {moment}</source>
            <translation>fin {moment}</translation>
        </message>
        <message>
            <source>queued {moment}</source>
            <translation>mis en file {moment}</translation>
        </message>
    </context>
    <context>
        <name>dates</name>
        <message>
            <source>Today</source>
            <translation>Aujourd’hui</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Hier</translation>
        </message>
        <message>
            <source>less than a minute</source>
            <translation>moins d’une minute</translation>
        </message>
        <message>
            <source>today at {time}</source>
            <translation>aujourd’hui à {time}</translation>
        </message>
        <message>
            <source>tomorrow at {time}</source>
            <translation>demain à {time}</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>hier</translation>
        </message>
        <message>
            <source>yesterday at {time}</source>
            <translation>hier à {time}</translation>
        </message>
        <message>
            <source>{count} h</source>
            <translation>{count} h</translation>
        </message>
        <message>
            <source>{count} min</source>
            <translation>{count} min</translation>
        </message>
        <message>
            <source>{day} at {time}</source>
            <translation>{day} à {time}</translation>
        </message>
    </context>
    <context>
        <name>files</name>
        <message>
            <source>CSV table</source>
            <translation>Tableau CSV</translation>
        </message>
        <message>
            <source>Contact cards</source>
            <translation>Cartes de contact</translation>
        </message>
        <message>
            <source>Copy of SMS desk's data</source>
            <translation>Copie des données de SMS desk</translation>
        </message>
        <message>
            <source>Excel workbook</source>
            <translation>Classeur Excel</translation>
        </message>
        <message>
            <source>PDF to print</source>
            <translation>PDF à imprimer</translation>
        </message>
        <message>
            <source>Plain text</source>
            <translation>Texte simple</translation>
        </message>
        <message>
            <source>Templates</source>
            <translation>Modèles</translation>
        </message>
        <message>
            <source>Templates for other programs</source>
            <translation>Modèles pour d’autres programmes</translation>
        </message>
    </context>
    <context>
        <name>import</name>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>After</source>
            <translation>Après</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Réponse</translation>
        </message>
        <message>
            <source>Archive them</source>
            <translation>Les archiver</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Avant</translation>
        </message>
        <message>
            <source>Cell</source>
            <translation>Cellule</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Modifiés</translation>
        </message>
        <message>
            <source>Class or group</source>
            <translation>Classe ou groupe</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Colonnes</translation>
        </message>
        <message>
            <source>Comparing with those who are known</source>
            <translation>Comparaison avec les personnes connues</translation>
        </message>
        <message>
            <source>Date of birth</source>
            <translation>Date de naissance</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Jour</translation>
        </message>
        <message>
            <source>Do not import</source>
            <translation>Ne pas importer</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>Courriel</translation>
        </message>
        <message>
            <source>End time</source>
            <translation>Heure de fin</translation>
        </message>
        <message>
            <source>Every cell could be used.</source>
            <translation>Toutes les cellules ont pu être utilisées.</translation>
        </message>
        <message>
            <source>First name</source>
            <translation>Prénom</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>Nom complet</translation>
        </message>
        <message>
            <source>Gets messages</source>
            <translation>Reçoit les messages</translation>
        </message>
        <message>
            <source>Gone</source>
            <translation>Partis</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Groupe</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>Groupes</translation>
        </message>
        <message>
            <source>Guardians</source>
            <translation>Responsables</translation>
        </message>
        <message>
            <source>Have a look at these before you import.</source>
            <translation>À regarder avant d’importer.</translation>
        </message>
        <message>
            <source>Identifier</source>
            <translation>Identifiant</translation>
        </message>
        <message>
            <source>In the archive</source>
            <translation>Archivé</translation>
        </message>
        <message>
            <source>Last name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Leave them as they are</source>
            <translation>Les laisser telles quelles</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>Niveau</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Name and phone</source>
            <translation>Nom et téléphone</translation>
        </message>
        <message>
            <source>Name at birth</source>
            <translation>Nom de naissance</translation>
        </message>
        <message>
            <source>Name in use</source>
            <translation>Nom d’usage</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Nouveaux</translation>
        </message>
        <message>
            <source>Nobody has left: all members of these groups are in the list.</source>
            <translation>Personne n’est parti : tous les membres de ces groupes sont dans la liste.</translation>
        </message>
        <message>
            <source>Nobody new: everybody of the list is known already.</source>
            <translation>Personne de nouveau : toute la liste est déjà connue.</translation>
        </message>
        <message>
            <source>Nobody of the list is known as he stands there.</source>
            <translation>Personne de la liste n’est déjà connu à l’identique.</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>Nothing changes for those who are known already.</source>
            <translation>Rien ne change pour les personnes déjà connues.</translation>
        </message>
        <message>
            <source>Nothing to check: it is clear who everybody is.</source>
            <translation>Rien à vérifier : l’identité de chacun est claire.</translation>
        </message>
        <message>
            <source>Of no use here</source>
            <translation>Sans utilité ici</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Téléphone</translation>
        </message>
        <message>
            <source>Phone or e-mail</source>
            <translation>Téléphone ou courriel</translation>
        </message>
        <message>
            <source>Phone or identifier</source>
            <translation>Téléphone ou identifiant</translation>
        </message>
        <message>
            <source>Phones</source>
            <translation>Téléphones</translation>
        </message>
        <message>
            <source>Postcode</source>
            <translation>Code postal</translation>
        </message>
        <message>
            <source>Reading the file</source>
            <translation>Lecture du fichier</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Raison</translation>
        </message>
        <message>
            <source>Recognising the people</source>
            <translation>Reconnaissance des personnes</translation>
        </message>
        <message>
            <source>Refuses messages</source>
            <translation>Refuse les messages</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>Rejetés</translation>
        </message>
        <message>
            <source>Relation</source>
            <translation>Lien</translation>
        </message>
        <message>
            <source>Room</source>
            <translation>Salle</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>Ligne</translation>
        </message>
        <message>
            <source>Same as {name}</source>
            <translation>La même que {name}</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>Feuille</translation>
        </message>
        <message>
            <source>Somebody new</source>
            <translation>Une nouvelle personne</translation>
        </message>
        <message>
            <source>Take them out of the group</source>
            <translation>Les retirer du groupe</translation>
        </message>
        <message>
            <source>Teacher</source>
            <translation>Professeur</translation>
        </message>
        <message>
            <source>These cells cannot be used. The rest of their rows is imported.</source>
            <translation>Ces cellules ne peuvent pas être utilisées. Le reste de leurs lignes est importé.</translation>
        </message>
        <message>
            <source>These people are in a group of the list, but no longer in the list.</source>
            <translation>Ces personnes sont dans un groupe de la liste, mais ne figurent plus dans la liste.</translation>
        </message>
        <message>
            <source>These people stand in the list as they are known already.</source>
            <translation>Ces personnes sont dans la liste telles qu’elles sont déjà connues.</translation>
        </message>
        <message>
            <source>These people will be added.</source>
            <translation>Ces personnes seront ajoutées.</translation>
        </message>
        <message>
            <source>These values will be replaced by those of the list.</source>
            <translation>Ces valeurs seront remplacées par celles de la liste.</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Heure</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Civilité</translation>
        </message>
        <message>
            <source>To check</source>
            <translation>À vérifier</translation>
        </message>
        <message>
            <source>To decide</source>
            <translation>À trancher</translation>
        </message>
        <message>
            <source>To read</source>
            <translation>À lire</translation>
        </message>
        <message>
            <source>Town</source>
            <translation>Ville</translation>
        </message>
        <message>
            <source>Two people</source>
            <translation>Deux personnes</translation>
        </message>
        <message>
            <source>Unchanged</source>
            <translation>Inchangés</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Valeur</translation>
        </message>
        <message>
            <source>Weekly hours</source>
            <translation>Horaires de la semaine</translation>
        </message>
        <message>
            <source>What changes</source>
            <translation>Ce qui change</translation>
        </message>
        <message>
            <source>What is doubtful</source>
            <translation>Ce qui est douteux</translation>
        </message>
        <message>
            <source>What this person is</source>
            <translation>Statut</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Où</translation>
        </message>
        <message>
            <source>Writing</source>
            <translation>Écriture</translation>
        </message>
        <message>
            <source>Your file as it was understood.</source>
            <translation>Votre fichier tel qu’il a été compris.</translation>
        </message>
        <message>
            <source>no</source>
            <translation>non</translation>
        </message>
        <message>
            <source>of child {which}</source>
            <translation>de l’enfant {which}</translation>
        </message>
        <message>
            <source>of guardian {which}</source>
            <translation>du responsable {which}</translation>
        </message>
        <message>
            <source>of the father</source>
            <translation>du père</translation>
        </message>
        <message>
            <source>of the mother</source>
            <translation>de la mère</translation>
        </message>
        <message>
            <source>of the teacher</source>
            <translation>du professeur</translation>
        </message>
        <message>
            <source>of whoever pays</source>
            <translation>du payeur</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>oui</translation>
        </message>
        <message>
            <source>{sheet}, row {row}</source>
            <translation>{sheet}, ligne {row}</translation>
        </message>
    </context>
    <context>
        <name>inbox</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%Ln jour</numerusform>
                <numerusform>%Ln jours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n unread message(s)</source>
            <translation>
                <numerusform>%Ln message non lu</numerusform>
                <numerusform>%Ln messages non lus</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting too long</source>
            <translation>
                <numerusform>%Ln en attente depuis trop longtemps</numerusform>
                <numerusform>%Ln en attente depuis trop longtemps</numerusform>
            </translation>
        </message>
        <message>
            <source>A part is missing</source>
            <translation>Il manque un morceau</translation>
        </message>
        <message>
            <source>Archived</source>
            <translation>Archivées</translation>
        </message>
        <message>
            <source>Copy the text</source>
            <translation>Copier le texte</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Détails</translation>
        </message>
        <message>
            <source>Late: {duration}</source>
            <translation>En retard : {duration}</translation>
        </message>
        <message>
            <source>Message without readable text</source>
            <translation>Message sans texte lisible</translation>
        </message>
        <message>
            <source>More about this message</source>
            <translation>Plus sur ce message</translation>
        </message>
        <message>
            <source>This message answers…</source>
            <translation>Ce message répond à…</translation>
        </message>
        <message>
            <source>This message holds no readable text. Nothing of it is lost: see the details.</source>
            <translation>Ce message ne contient pas de texte lisible. Rien n’en est perdu : voir les détails.</translation>
        </message>
        <message>
            <source>To do</source>
            <translation>À traiter</translation>
        </message>
        <message>
            <source>To do: {duration}</source>
            <translation>À traiter : {duration}</translation>
        </message>
        <message>
            <source>Unknown sender</source>
            <translation>Expéditeur inconnu</translation>
        </message>
        <message>
            <source>Usually answered within {duration}</source>
            <translation>Réponse donnée d’habitude en {duration}</translation>
        </message>
        <message>
            <source>You: {text}</source>
            <translation>Vous : {text}</translation>
        </message>
        <message>
            <source>with a star</source>
            <translation>suivie</translation>
        </message>
    </context>
    <context>
        <name>messages</name>
        <message>
            <source>For</source>
            <translation>Pour</translation>
        </message>
        <message>
            <source>Nobody knows whether the network took it. You decide.</source>
            <translation>On ne sait pas si le réseau l’a pris. C’est à vous de décider.</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Téléphone</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Raison</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>The network has it; the phone has not confirmed yet.</source>
            <translation>Le réseau l’a pris ; le téléphone n’a pas encore confirmé.</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Heure</translation>
        </message>
        <message>
            <source>Without a name</source>
            <translation>Sans nom</translation>
        </message>
    </context>
    <context>
        <name>meters</name>
        <message numerus="yes">
            <source>%n left</source>
            <translation>
                <numerusform>reste %Ln</numerusform>
                <numerusform>reste %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n over</source>
            <translation>
                <numerusform>%Ln de trop</numerusform>
                <numerusform>%Ln de trop</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%Ln en attente</numerusform>
                <numerusform>%Ln en attente</numerusform>
            </translation>
        </message>
        <message>
            <source>Different phones this month</source>
            <translation>Destinataires du mois</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>Sans limite</translation>
        </message>
        <message>
            <source>SMS this month</source>
            <translation>SMS ce mois-ci</translation>
        </message>
        <message>
            <source>SMS today</source>
            <translation>SMS aujourd’hui</translation>
        </message>
        <message>
            <source>Used up</source>
            <translation>Épuisé</translation>
        </message>
        <message>
            <source>starts anew on {day}</source>
            <translation>repart le {day}</translation>
        </message>
        <message numerus="yes">
            <source>this send %n</source>
            <translation>
                <numerusform>cet envoi : %Ln</numerusform>
                <numerusform>cet envoi : %Ln</numerusform>
            </translation>
        </message>
        <message>
            <source>{used} of {cap} used</source>
            <translation>{used} sur {cap} utilisés</translation>
        </message>
        <message>
            <source>{used} used</source>
            <translation>{used} utilisés</translation>
        </message>
    </context>
    <context>
        <name>palette</name>
        <message>
            <source>A teacher is absent</source>
            <translation>Un professeur est absent</translation>
        </message>
        <message>
            <source>Answers, keywords and absence of the office</source>
            <translation>Réponses, mots-clés et absence du secrétariat</translation>
        </message>
        <message>
            <source>Consent register</source>
            <translation>Registre des consentements</translation>
        </message>
        <message>
            <source>Data: check, copy, go back</source>
            <translation>Données : vérifier, copier, revenir en arrière</translation>
        </message>
        <message>
            <source>Every key</source>
            <translation>Tous les raccourcis du clavier</translation>
        </message>
        <message>
            <source>Excel CSV class</source>
            <translation>Excel CSV classe</translation>
        </message>
        <message>
            <source>Help on this page</source>
            <translation>Aide sur cette page</translation>
        </message>
        <message>
            <source>Import a list</source>
            <translation>Importer une liste</translation>
        </message>
        <message>
            <source>Institution, signature and phone for tests</source>
            <translation>Établissement, signature et téléphone d’essai</translation>
        </message>
        <message>
            <source>Language and appearance</source>
            <translation>Langue et apparence</translation>
        </message>
        <message>
            <source>Modem, SIM card and its plan</source>
            <translation>Modem, carte SIM et forfait</translation>
        </message>
        <message>
            <source>New school year</source>
            <translation>Nouvelle année scolaire</translation>
        </message>
        <message>
            <source>PIN doctor examine budget hold all sending</source>
            <translation>PIN examiner diagnostic budget suspendre tous les envois</translation>
        </message>
        <message>
            <source>Possible duplicates</source>
            <translation>Doublons possibles</translation>
        </message>
        <message>
            <source>Quiet hours and holidays</source>
            <translation>Heures calmes et vacances</translation>
        </message>
        <message>
            <source>Quit SMS desk</source>
            <translation>Quitter SMS desk</translation>
        </message>
        <message>
            <source>Redo “{what}”</source>
            <translation>Rétablir : {what}</translation>
        </message>
        <message>
            <source>Reload this page</source>
            <translation>Actualiser cette page</translation>
        </message>
        <message>
            <source>STOP automatic reply</source>
            <translation>STOP réponse automatique</translation>
        </message>
        <message>
            <source>STOP objection</source>
            <translation>STOP opposition</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>Maj</translation>
        </message>
        <message>
            <source>Try without a modem</source>
            <translation>Essayer sans modem</translation>
        </message>
        <message>
            <source>Uncertain sends</source>
            <translation>Envois incertains</translation>
        </message>
        <message>
            <source>Undo “{what}”</source>
            <translation>Annuler : {what}</translation>
        </message>
        <message>
            <source>Urgent alert</source>
            <translation>Alerte urgente</translation>
        </message>
        <message>
            <source>Write to {group}</source>
            <translation>Écrire à {group}</translation>
        </message>
        <message>
            <source>backup restore save folder USB</source>
            <translation>sauvegarde restaurer sauvegarder dossier USB</translation>
        </message>
        <message>
            <source>calendar zone night</source>
            <translation>calendrier zone nuit jours fériés</translation>
        </message>
        <message>
            <source>cancel a course</source>
            <translation>annuler un cours</translation>
        </message>
        <message>
            <source>crisis evacuation storm</source>
            <translation>crise évacuation tempête</translation>
        </message>
        <message>
            <source>dark light contrast size English French start sending station</source>
            <translation>thème sombre clair contraste taille anglais français démarrage poste d’envoi</translation>
        </message>
        <message>
            <source>name services</source>
            <translation>nom services</translation>
        </message>
    </context>
    <context>
        <name>people</name>
        <message numerus="yes">
            <source>%n years old</source>
            <translation>
                <numerusform>%Ln an</numerusform>
                <numerusform>%Ln ans</numerusform>
            </translation>
        </message>
        <message>
            <source>(no text)</source>
            <translation>(sans texte)</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Agrees</source>
            <translation>Accepte</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>Alertes</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Réponse</translation>
        </message>
        <message>
            <source>Archived</source>
            <translation>Archivés</translation>
        </message>
        <message>
            <source>Archived groups</source>
            <translation>Groupes archivés</translation>
        </message>
        <message>
            <source>Archived people</source>
            <translation>Personnes archivées</translation>
        </message>
        <message>
            <source>Born</source>
            <translation>Date de naissance</translation>
        </message>
        <message>
            <source>Choose an Excel list</source>
            <translation>Choisir une liste Excel</translation>
        </message>
        <message>
            <source>Choose people under “Everybody”, then drag them onto the group or press “Add to…”.</source>
            <translation>Choisissez des personnes dans « Tout le monde », puis glissez-les sur le groupe ou appuyez sur « Ajouter à… ».</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Classe</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>Accord</translation>
        </message>
        <message>
            <source>Course</source>
            <translation>Cours</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>Courriel</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Modifier</translation>
        </message>
        <message>
            <source>Edit the group</source>
            <translation>Modifier le groupe</translation>
        </message>
        <message>
            <source>Ensemble</source>
            <translation>Ensemble</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>Tout le monde</translation>
        </message>
        <message>
            <source>First name</source>
            <translation>Prénom</translation>
        </message>
        <message>
            <source>For what</source>
            <translation>Pour quoi</translation>
        </message>
        <message>
            <source>Free list</source>
            <translation>Liste libre</translation>
        </message>
        <message>
            <source>From {phone}</source>
            <translation>Reçu du {phone}</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>Groupes</translation>
        </message>
        <message>
            <source>Guardian</source>
            <translation>Responsable</translation>
        </message>
        <message>
            <source>Guardians</source>
            <translation>Responsables</translation>
        </message>
        <message>
            <source>Import an Excel list</source>
            <translation>Importez une liste Excel</translation>
        </message>
        <message>
            <source>In part</source>
            <translation>En partie</translation>
        </message>
        <message>
            <source>Information</source>
            <translation>Information</translation>
        </message>
        <message>
            <source>Landline</source>
            <translation>Ligne fixe</translation>
        </message>
        <message>
            <source>Last name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Mobile</source>
            <translation>Mobile</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>New group</source>
            <translation>Nouveau groupe</translation>
        </message>
        <message>
            <source>New person</source>
            <translation>Nouvelle personne</translation>
        </message>
        <message>
            <source>No mobile at all</source>
            <translation>Sans aucun mobile</translation>
        </message>
        <message>
            <source>No phone</source>
            <translation>Sans téléphone</translation>
        </message>
        <message>
            <source>No promotion</source>
            <translation>Sans publicité</translation>
        </message>
        <message>
            <source>Nobody fits yet</source>
            <translation>Personne ne correspond encore</translation>
        </message>
        <message>
            <source>Nobody found</source>
            <translation>Personne de ce nom</translation>
        </message>
        <message>
            <source>Nobody in this group yet</source>
            <translation>Personne dans ce groupe pour l’instant</translation>
        </message>
        <message>
            <source>Nobody matches these filters</source>
            <translation>Personne ne correspond à ces filtres</translation>
        </message>
        <message>
            <source>Not asked</source>
            <translation>Non demandé</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>Number in the school</source>
            <translation>Numéro dans l’établissement</translation>
        </message>
        <message>
            <source>Objects</source>
            <translation>S’oppose</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Autre</translation>
        </message>
        <message>
            <source>Past years</source>
            <translation>Années passées</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personnes</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Téléphone</translation>
        </message>
        <message>
            <source>Phones</source>
            <translation>Téléphones</translation>
        </message>
        <message>
            <source>Postcode</source>
            <translation>Code postal</translation>
        </message>
        <message>
            <source>Promotion</source>
            <translation>Publicité</translation>
        </message>
        <message>
            <source>Pupil</source>
            <translation>Élève</translation>
        </message>
        <message>
            <source>Reached by SMS</source>
            <translation>Joignable par SMS</translation>
        </message>
        <message>
            <source>Resident</source>
            <translation>Habitant</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Statut</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>Service</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Depuis</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Origine</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>Personnel</translation>
        </message>
        <message>
            <source>Take one of them away: press its chip above.</source>
            <translation>Retirez-en un : appuyez sur son étiquette ci-dessus.</translation>
        </message>
        <message>
            <source>Take the filter shown now</source>
            <translation>Prendre le filtre affiché</translation>
        </message>
        <message>
            <source>Teacher</source>
            <translation>Professeur</translation>
        </message>
        <message>
            <source>The class list that you have is enough: names, classes, phones. Drop it here, or copy its lines in Excel and paste them. Nothing is changed before you have seen what will be.</source>
            <translation>Votre liste de classe suffit : noms, classes, téléphones. Déposez-la ici, ou copiez ses lignes dans Excel et collez-les. Rien n’est modifié avant que vous n’ayez vu ce qui va se passer.</translation>
        </message>
        <message>
            <source>The group fills itself: whoever fits belongs to it, today and later.</source>
            <translation>Le groupe se remplit seul : qui correspond en fait partie, aujourd’hui et plus tard.</translation>
        </message>
        <message>
            <source>This group fills itself: whoever fits its filter belongs to it.</source>
            <translation>Ce groupe se remplit seul : qui correspond à son filtre en fait partie.</translation>
        </message>
        <message>
            <source>To {phone}</source>
            <translation>Envoyé au {phone}</translation>
        </message>
        <message>
            <source>Town</source>
            <translation>Commune</translation>
        </message>
        <message>
            <source>Try another spelling, or a part of the name or of the phone.</source>
            <translation>Essayez une autre orthographe, ou une partie du nom ou du téléphone.</translation>
        </message>
        <message>
            <source>a group that is gone</source>
            <translation>un groupe disparu</translation>
        </message>
        <message>
            <source>{least} to {most} years old</source>
            <translation>De {least} à {most} ans</translation>
        </message>
        <message>
            <source>{least} years old or more</source>
            <translation>{least} ans ou plus</translation>
        </message>
        <message>
            <source>{most} years old or less</source>
            <translation>{most} ans ou moins</translation>
        </message>
        <message numerus="yes">
            <source>{name}, %n people</source>
            <translation>
                <numerusform>{name}, %Ln personne</numerusform>
                <numerusform>{name}, %Ln personnes</numerusform>
            </translation>
        </message>
        <message>
            <source>{purpose}: agrees</source>
            <translation>{purpose} : accepte</translation>
        </message>
        <message>
            <source>{purpose}: not asked</source>
            <translation>{purpose} : non demandé</translation>
        </message>
        <message>
            <source>{purpose}: objects</source>
            <translation>{purpose} : s’oppose</translation>
        </message>
        <message>
            <source>{purpose}: {answer}</source>
            <translation>{purpose} : {answer}</translation>
        </message>
        <message>
            <source>{when}, {room}</source>
            <translation>{when}, {room}</translation>
        </message>
        <message numerus="yes">
            <source>{word}, %n alerts sent</source>
            <translation>
                <numerusform>{word}, %Ln alerte envoyée</numerusform>
                <numerusform>{word}, %Ln alertes envoyées</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>proposals</name>
        <message>
            <source>Joins a list</source>
            <translation>Inscription</translation>
        </message>
        <message>
            <source>Leaves a list</source>
            <translation>Départ d’une liste</translation>
        </message>
        <message>
            <source>STOP?</source>
            <translation>STOP ?</translation>
        </message>
    </context>
    <context>
        <name>relations</name>
        <message>
            <source>All-clear</source>
            <translation>Fin d’alerte</translation>
        </message>
        <message>
            <source>All-clear after “{title}”</source>
            <translation>Fin d’alerte après « {title} »</translation>
        </message>
        <message>
            <source>Another day for “{title}”</source>
            <translation>Autre date pour « {title} »</translation>
        </message>
        <message>
            <source>Another room</source>
            <translation>Autre salle</translation>
        </message>
        <message>
            <source>Another room for “{title}”</source>
            <translation>Autre salle pour « {title} »</translation>
        </message>
        <message>
            <source>Correction</source>
            <translation>Correction</translation>
        </message>
        <message>
            <source>Correction of “{title}”</source>
            <translation>Correction de « {title} »</translation>
        </message>
        <message>
            <source>Moved to another day</source>
            <translation>Reporté à une autre date</translation>
        </message>
        <message>
            <source>Second guardians told</source>
            <translation>Seconds responsables prévenus</translation>
        </message>
        <message>
            <source>Sent once more</source>
            <translation>Envoyé à nouveau</translation>
        </message>
        <message>
            <source>Sent to those not reached</source>
            <translation>Envoyé aux non joints</translation>
        </message>
        <message>
            <source>Sent to those who did not answer</source>
            <translation>Relance de ceux sans réponse</translation>
        </message>
        <message>
            <source>Takes place after all</source>
            <translation>Maintenu finalement</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Test</translation>
        </message>
        <message>
            <source>To the second guardians: “{title}”</source>
            <translation>Aux seconds responsables : « {title} »</translation>
        </message>
        <message>
            <source>To those who did not answer “{title}”</source>
            <translation>À ceux qui n’ont pas répondu à « {title} »</translation>
        </message>
        <message>
            <source>To those whom “{title}” did not reach</source>
            <translation>Aux non joints de « {title} »</translation>
        </message>
        <message>
            <source>Update</source>
            <translation>Mise à jour</translation>
        </message>
        <message>
            <source>Update of “{title}”</source>
            <translation>Mise à jour de « {title} »</translation>
        </message>
        <message>
            <source>“{title}” once more</source>
            <translation>« {title} » à nouveau</translation>
        </message>
        <message>
            <source>“{title}” takes place after all</source>
            <translation>« {title} » maintenu finalement</translation>
        </message>
    </context>
    <context>
        <name>sentences</name>
        <message>
            <source>"The first Monday" is one of a month. Repeat each month, not each week.</source>
            <translation>« Le premier lundi » est celui d’un mois. Répétez chaque mois, pas chaque semaine.</translation>
        </message>
        <message>
            <source>"{address}" is no HOST:PORT: write for example 127.0.0.1:7000.</source>
            <translation>« {address} » n’est pas HÔTE:PORT : écrivez par exemple 127.0.0.1:7000.</translation>
        </message>
        <message>
            <source>"{key}" of a virtual modem is a number of seconds, from 0 to a day.</source>
            <translation>« {key} » d’un modem virtuel est un nombre de secondes, de 0 à un jour.</translation>
        </message>
        <message>
            <source>"{key}" of a virtual modem is a share from 0 to 1.</source>
            <translation>« {key} » d’un modem virtuel est une proportion de 0 à 1.</translation>
        </message>
        <message>
            <source>"{key}" of a virtual modem is a whole number.</source>
            <translation>« {key} » d’un modem virtuel est un nombre entier.</translation>
        </message>
        <message>
            <source>"{pair}" is no answer: write the number, "{mark}" and the text.</source>
            <translation>« {pair} » n’est pas une réponse : écrivez le numéro, « {mark} » et le texte.</translation>
        </message>
        <message>
            <source>"{url}" is no address of a virtual modem: write virtual://NAME?OPTIONS.</source>
            <translation>« {url} » n’est pas l’adresse d’un modem virtuel : écrivez virtual://NOM?OPTIONS.</translation>
        </message>
        <message>
            <source>--about {text} is not understood. Write 12=7 or 12=none.</source>
            <translation>--about {text} n’est pas compris. Écrivez 12=7 ou 12=none.</translation>
        </message>
        <message>
            <source>--answers-until and --remind-after need a question. Give --ask too.</source>
            <translation>--answers-until et --remind-after demandent une question. Indiquez aussi --ask.</translation>
        </message>
        <message>
            <source>--ask {what} is not understood. Write yes-no, number, read or choices:A,B.</source>
            <translation>--ask {what} n’est pas compris. Écrivez yes-no, number, read ou choices:A,B.</translation>
        </message>
        <message>
            <source>--exclude {name} is nobody: {group} {person}</source>
            <translation>--exclude {name} ne désigne personne : {group} {person}</translation>
        </message>
        <message>
            <source>--hours {text} is not understood. Write it like: mo-fr 9:00-12:00,14:00-18:00.</source>
            <translation>--hours {text} n’est pas compris. Écrivez par exemple : mo-fr 9:00-12:00,14:00-18:00.</translation>
        </message>
        <message>
            <source>--make-up {text} is no day. Write it like 2026-03-12 or 2026-03-12T17:30.</source>
            <translation>--make-up {text} n’est pas un jour. Écrivez 2026-03-12 ou 2026-03-12T17:30.</translation>
        </message>
        <message>
            <source>--quiet {text} is not understood. Write it like 21:00-8:00, or off.</source>
            <translation>--quiet {text} n’est pas compris. Écrivez-le comme 21:00-8:00, ou off.</translation>
        </message>
        <message>
            <source>--read {text} is not understood. Write 12=yes, 12=number:3 or 12=choice:2.</source>
            <translation>--read {text} n’est pas compris. Écrivez 12=yes, 12=number:3 ou 12=choice:2.</translation>
        </message>
        <message>
            <source>--reminder {text} is not understood. Write it like 7d@18:00.</source>
            <translation>--reminder {text} n’est pas compris. Écrivez-le comme 7d@18:00.</translation>
        </message>
        <message>
            <source>--set {setting} is not understood. Write --set FIELD=VALUE.</source>
            <translation>--set {setting} n’est pas compris. Écrivez --set CHAMP=VALEUR.</translation>
        </message>
        <message>
            <source>--test sends at once to the test phones: leave out {option}.</source>
            <translation>--test envoie tout de suite aux téléphones de test : enlevez {option}.</translation>
        </message>
        <message>
            <source>A PIN has 4 to 8 digits. Enter it again.</source>
            <translation>Un code PIN a 4 à 8 chiffres. Saisissez-le de nouveau.</translation>
        </message>
        <message>
            <source>A PIN has 4 to 8 digits. Look at the SIM's letter and enter it again.</source>
            <translation>Un code PIN a 4 à 8 chiffres. Regardez le courrier de la carte SIM et saisissez-le de nouveau.</translation>
        </message>
        <message>
            <source>A brace in the text begins no field. Write {field}, or double the brace.</source>
            <translation>Une accolade du texte n’ouvre aucun champ. Écrivez {field}, ou doublez l’accolade.</translation>
        </message>
        <message>
            <source>A change</source>
            <translation>Une modification</translation>
        </message>
        <message>
            <source>A choice is empty. Write what can be chosen.</source>
            <translation>Un choix est vide. Écrivez ce que l’on peut choisir.</translation>
        </message>
        <message>
            <source>A day of the month needs a repetition each month or each year.</source>
            <translation>Un jour du mois demande une répétition chaque mois ou chaque année.</translation>
        </message>
        <message>
            <source>A group cannot stand in itself.</source>
            <translation>Un groupe ne peut pas être dans lui-même.</translation>
        </message>
        <message>
            <source>A group needs a name.</source>
            <translation>Un groupe doit avoir un nom.</translation>
        </message>
        <message>
            <source>A keyword has {words} words and {letters} letters at most: it is typed on a telephone.</source>
            <translation>Un mot-clé a au plus {words} mots et {letters} lettres : on le tape sur un téléphone.</translation>
        </message>
        <message>
            <source>A keyword needs at least two letters.</source>
            <translation>Un mot-clé a au moins deux lettres.</translation>
        </message>
        <message>
            <source>A limit of the SIM holds some of it, unless this alert may pass the limits.</source>
            <translation>Une limite de la carte SIM en retient une partie, sauf si cette alerte peut la dépasser.</translation>
        </message>
        <message>
            <source>A modem answers here.</source>
            <translation>Un modem répond ici.</translation>
        </message>
        <message>
            <source>A name, category, text, purpose or audience is not written as text.</source>
            <translation>Un nom, une catégorie, un texte, un usage ou des destinataires ne sont pas écrits comme du texte.</translation>
        </message>
        <message>
            <source>A part of this message went through another SIM, or it was to go through it, and a phone joins only parts from one number. Plug that SIM in again, or have the message sent anew.</source>
            <translation>Une partie de ce message est passée par une autre carte SIM, ou il devait passer par elle, et un téléphone ne réunit que les parties venues d’un seul numéro. Rebranchez cette carte, ou faites renvoyer le message en entier.</translation>
        </message>
        <message>
            <source>A person cannot be merged with the same entry. Choose two entries.</source>
            <translation>Une fiche ne peut pas être fusionnée avec elle-même. Choisissez deux fiches.</translation>
        </message>
        <message>
            <source>A person needs a name.</source>
            <translation>Une personne doit avoir un nom.</translation>
        </message>
        <message>
            <source>A phone joins only parts from one number.</source>
            <translation>Un téléphone ne réunit que les parties venues d’un même numéro.</translation>
        </message>
        <message>
            <source>A position needs days among which it counts. Name the days of the week.</source>
            <translation>Une position se compte parmi des jours. Indiquez les jours de la semaine.</translation>
        </message>
        <message>
            <source>A question is asked once. Send it now or at one later moment.</source>
            <translation>Une question se pose une seule fois. Envoyez-la maintenant ou à un seul moment, plus tard.</translation>
        </message>
        <message>
            <source>A question needs {least} to {most} choices. Add or take away some.</source>
            <translation>Une question propose de {least} à {most} choix. Ajoutez-en ou retirez-en.</translation>
        </message>
        <message>
            <source>A reminder comes 0 to {most} days before.</source>
            <translation>Un rappel part de 0 à {most} jours avant.</translation>
        </message>
        <message>
            <source>A reminder comes after 1 minute to 30 days. Choose another delay.</source>
            <translation>Un rappel vient après 1 minute à 30 jours. Choisissez un autre délai.</translation>
        </message>
        <message>
            <source>A reminder needs the day and hour of its event. Give them.</source>
            <translation>Un rappel demande le jour et l’heure de l’évènement. Indiquez-les.</translation>
        </message>
        <message>
            <source>A reminder would come after the event has begun. Choose an earlier hour.</source>
            <translation>Un rappel partirait après le début de l’évènement. Choisissez une heure plus tôt.</translation>
        </message>
        <message>
            <source>A season needs a short name, for example 2026-2027.</source>
            <translation>Une saison a besoin d’un nom court, par exemple 2026-2027.</translation>
        </message>
        <message>
            <source>A series sends once a day at most. Choose days, weeks, months or years, and one hour.</source>
            <translation>Une série envoie une fois par jour au plus. Choisissez des jours, des semaines, des mois ou des années, et une heure.</translation>
        </message>
        <message>
            <source>A service needs a name and the words that its messages begin with.</source>
            <translation>Un service a besoin d’un nom et des mots par lesquels ses messages commencent.</translation>
        </message>
        <message>
            <source>A sheet of Excel cannot hold so many people; choose a name with .csv.</source>
            <translation>Une feuille Excel ne peut pas contenir autant de personnes. Choisissez un nom en .csv.</translation>
        </message>
        <message>
            <source>A sheet of {file} has far more cells than a list; copy the list into a new workbook and try again.</source>
            <translation>Une feuille de {file} a bien plus de cellules qu’une liste ; copiez la liste dans un nouveau classeur et réessayez.</translation>
        </message>
        <message>
            <source>A sheet of {file} reaches far beyond any list (row {row}, column {column}); copy the list into a new workbook and try again.</source>
            <translation>Une feuille de {file} dépasse de loin toute liste (ligne {row}, colonne {column}) ; copiez la liste dans un nouveau classeur et réessayez.</translation>
        </message>
        <message>
            <source>A test goes to {most} phones at most. Take some out of the list.</source>
            <translation>Un test part vers {most} téléphones au plus. Retirez-en de la liste.</translation>
        </message>
        <message>
            <source>A text may make 1 to {most} SMS. Choose a number in between.</source>
            <translation>Un texte peut faire de 1 à {most} SMS. Choisissez un nombre entre les deux.</translation>
        </message>
        <message>
            <source>A virtual modem has no option "{key}". The known ones are: {known}.</source>
            <translation>Un modem virtuel n’a pas d’option « {key} ». Les options connues sont : {known}.</translation>
        </message>
        <message>
            <source>A weekly hour needs its day of the week.</source>
            <translation>Un horaire a besoin de son jour de la semaine.</translation>
        </message>
        <message>
            <source>Abolition of slavery</source>
            <translation>Abolition de l’esclavage</translation>
        </message>
        <message>
            <source>Accents, other alphabets and long messages can be sent.</source>
            <translation>Les accents, les autres alphabets et les longs messages peuvent être envoyés.</translation>
        </message>
        <message>
            <source>Advertising is not sent on Sundays.</source>
            <translation>Une annonce promotionnelle ne part pas le dimanche.</translation>
        </message>
        <message>
            <source>Advertising is not sent on public holidays.</source>
            <translation>Une annonce promotionnelle ne part pas les jours fériés.</translation>
        </message>
        <message>
            <source>Advertising is sent from 8:00 to 21:30 only.</source>
            <translation>Une annonce promotionnelle part seulement de 8 h à 21 h 30.</translation>
        </message>
        <message>
            <source>Alert {id} is over. Begin a new one.</source>
            <translation>L’alerte {id} est terminée. Commencez-en une autre.</translation>
        </message>
        <message>
            <source>All Saints' Day</source>
            <translation>Toussaint</translation>
        </message>
        <message>
            <source>All Saints' holidays</source>
            <translation>Vacances de la Toussaint</translation>
        </message>
        <message>
            <source>All phones together had the most of automatic answers for an hour.</source>
            <translation>Toutes les réponses automatiques permises en une heure sont parties.</translation>
        </message>
        <message>
            <source>Allow sending abroad in the settings if that is meant.</source>
            <translation>Autorisez l’envoi à l’étranger dans les réglages si c’est voulu.</translation>
        </message>
        <message>
            <source>Already had several SMS this week (up to {most}): {names} and {count} more.</source>
            <translation>Déjà plusieurs SMS cette semaine (jusqu’à {most}) : {names} et {count} autres.</translation>
        </message>
        <message>
            <source>Already had several SMS this week (up to {most}): {names}.</source>
            <translation>Déjà plusieurs SMS cette semaine (jusqu’à {most}) : {names}.</translation>
        </message>
        <message>
            <source>Already had {count} SMS this week, the most by your settings.</source>
            <translation>A déjà reçu {count} SMS cette semaine, le maximum de vos réglages.</translation>
        </message>
        <message>
            <source>An age is a number from 0 to {oldest}.</source>
            <translation>Un âge est un nombre de 0 à {oldest}.</translation>
        </message>
        <message>
            <source>An answer of the network is missing, and the next one could be mistaken for it. So that no SMS is lost or sent twice, sending goes on at {time} at the latest, by itself.</source>
            <translation>Une réponse du réseau manque, et la suivante pourrait être prise pour elle. Pour qu’aucun SMS ne soit perdu ni envoyé deux fois, l’envoi reprend de lui-même à {time} au plus tard.</translation>
        </message>
        <message>
            <source>An exercise is going on already. End that one first.</source>
            <translation>Un exercice est déjà en cours. Terminez-le d’abord.</translation>
        </message>
        <message>
            <source>Another command is using the profile {folder}. Let it end, then try again.</source>
            <translation>Une autre commande utilise le profil {folder}. Attendez qu’elle se termine, puis réessayez.</translation>
        </message>
        <message>
            <source>Another part of this message was refused, so the rest was not sent.</source>
            <translation>Un autre morceau de ce message a été refusé, le reste n’a donc pas été envoyé.</translation>
        </message>
        <message>
            <source>Another program uses the modem on {port}. Close that program (often ModemManager).</source>
            <translation>Un autre programme utilise le modem sur {port}. Fermez ce programme (souvent ModemManager).</translation>
        </message>
        <message>
            <source>Answers until {moment} are not possible. Choose a moment within a year from now.</source>
            <translation>On ne peut pas répondre jusqu’au {moment}. Choisissez un moment dans l’année qui vient.</translation>
        </message>
        <message>
            <source>Armistice Day</source>
            <translation>Armistice de 1918</translation>
        </message>
        <message>
            <source>Ascension Day</source>
            <translation>Ascension</translation>
        </message>
        <message>
            <source>Ascension weekend</source>
            <translation>Pont de l’Ascension</translation>
        </message>
        <message>
            <source>Ask the operator for it, and put it on the SIM with a phone.</source>
            <translation>Demandez-le à l’opérateur, et enregistrez-le sur la carte SIM avec un téléphone.</translation>
        </message>
        <message>
            <source>Assumption Day</source>
            <translation>Assomption</translation>
        </message>
        <message>
            <source>Before 8:00 and after 20:00 an SMS may disturb.</source>
            <translation>Avant 8 h et après 20 h, un SMS peut déranger.</translation>
        </message>
        <message>
            <source>Between {count} SIMs: each keeps to its plan.</source>
            <translation>Entre {count} cartes SIM : chacune reste dans son forfait.</translation>
        </message>
        <message>
            <source>Both are guardians of {name}</source>
            <translation>Deux responsables de {name}</translation>
        </message>
        <message>
            <source>Broadcast {id} asks nothing. Look it up in the list of broadcasts.</source>
            <translation>L’envoi {id} ne pose pas de question. Cherchez-le dans la liste des envois.</translation>
        </message>
        <message>
            <source>Broadcast {id} told nothing about courses. Choose one that did.</source>
            <translation>L’envoi {id} n’annonçait rien sur des cours. Choisissez-en un autre.</translation>
        </message>
        <message>
            <source>By the rule {rule}</source>
            <translation>Selon la règle {rule}</translation>
        </message>
        <message>
            <source>Cell</source>
            <translation>Cellule</translation>
        </message>
        <message>
            <source>Choose 0 to {most} SMS a week.</source>
            <translation>Choisissez de 0 à {most} SMS par semaine.</translation>
        </message>
        <message>
            <source>Choose 0 to {most} automatic answers.</source>
            <translation>Choisissez de 0 à {most} réponses automatiques.</translation>
        </message>
        <message>
            <source>Choose at least one course.</source>
            <translation>Cochez au moins un cours.</translation>
        </message>
        <message>
            <source>Choose at least one reminder before the event.</source>
            <translation>Choisissez au moins un rappel avant l’évènement.</translation>
        </message>
        <message>
            <source>Choose each value from one of the entries that are merged.</source>
            <translation>Choisissez chaque valeur parmi les fiches à fusionner.</translation>
        </message>
        <message>
            <source>Choose the day on which the course is made up for.</source>
            <translation>Choisissez le jour auquel le cours est reporté.</translation>
        </message>
        <message>
            <source>Choose {least} to {most} minutes after which the second guardian is told.</source>
            <translation>Choisissez de {least} à {most} minutes avant de prévenir le second responsable.</translation>
        </message>
        <message>
            <source>Christmas Day</source>
            <translation>Noël</translation>
        </message>
        <message>
            <source>Christmas holidays</source>
            <translation>Vacances de Noël</translation>
        </message>
        <message>
            <source>Citizenship Day</source>
            <translation>Fête de la citoyenneté</translation>
        </message>
        <message>
            <source>Column {letter} can be none or one of {known}.</source>
            <translation>La colonne {letter} peut être none ou l’un de {known}.</translation>
        </message>
        <message>
            <source>Conservatoire list with teachers and hours</source>
            <translation>Liste de conservatoire avec professeurs et horaires</translation>
        </message>
        <message>
            <source>Copy {rules} of SMS desk to {folder} and plug the modem in again.</source>
            <translation>Copiez {rules} de SMS desk dans {folder} et rebranchez le modem.</translation>
        </message>
        <message>
            <source>Courses of several days cannot all move to {day}. Choose one day.</source>
            <translation>Les cours de plusieurs jours ne peuvent pas tous passer au {day}. Choisissez un seul jour.</translation>
        </message>
        <message>
            <source>Day on which the month of the plan begins</source>
            <translation>Jour où le mois du forfait commence</translation>
        </message>
        <message>
            <source>Did not agree to receive advertising.</source>
            <translation>N’a pas donné son accord pour la publicité.</translation>
        </message>
        <message>
            <source>Each day</source>
            <translation>Chaque jour</translation>
        </message>
        <message>
            <source>Each month on {which}</source>
            <translation>Chaque mois, {which}</translation>
        </message>
        <message>
            <source>Each week</source>
            <translation>Chaque semaine</translation>
        </message>
        <message>
            <source>Each week on {days}</source>
            <translation>Chaque semaine, le {days}</translation>
        </message>
        <message>
            <source>Easter Monday</source>
            <translation>Lundi de Pâques</translation>
        </message>
        <message>
            <source>Enter the name of your institution, or press “Later”.</source>
            <translation>Saisissez le nom de votre établissement, ou cliquez sur « Plus tard ».</translation>
        </message>
        <message>
            <source>Every {count} days</source>
            <translation>Tous les {count} jours</translation>
        </message>
        <message>
            <source>Every {count} months on {which}</source>
            <translation>Tous les {count} mois, {which}</translation>
        </message>
        <message>
            <source>Every {count} weeks</source>
            <translation>Toutes les {count} semaines</translation>
        </message>
        <message>
            <source>Every {count} weeks on {days}</source>
            <translation>Toutes les {count} semaines, le {days}</translation>
        </message>
        <message>
            <source>Everybody chosen already had {count} SMS this week. Wait, or change the limit.</source>
            <translation>Tous ont déjà reçu {count} SMS cette semaine. Attendez, ou changez la limite.</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Fichier</translation>
        </message>
        <message>
            <source>Friday</source>
            <translation>vendredi</translation>
        </message>
        <message>
            <source>From {first} to {last} is more than a year. Correct a day.</source>
            <translation>Du {first} au {last}, il y a plus d’un an. Corrigez l’un des jours.</translation>
        </message>
        <message>
            <source>Give --merge or --apart, not both.</source>
            <translation>Donnez --merge ou --apart, pas les deux.</translation>
        </message>
        <message>
            <source>Give --second-guardian-after with the first notice: what follows it keeps the rule of that one.</source>
            <translation>Donnez --second-guardian-after avec la première information : ce qui la suit garde sa règle.</translation>
        </message>
        <message>
            <source>Give a number from 0 to {most}.</source>
            <translation>Donnez un nombre de 0 à {most}.</translation>
        </message>
        <message>
            <source>Give a target between one minute and seven days.</source>
            <translation>Donnez un objectif entre une minute et sept jours.</translation>
        </message>
        <message>
            <source>Give either --close or --until.</source>
            <translation>Indiquez soit --close, soit --until.</translation>
        </message>
        <message>
            <source>Give either --event with --reminder, or --at, --rule or --every.</source>
            <translation>Indiquez soit --event avec --reminder, soit --at, --rule ou --every.</translation>
        </message>
        <message>
            <source>Give either --resend or --consider-sent.</source>
            <translation>Indiquez soit --resend, soit --consider-sent.</translation>
        </message>
        <message>
            <source>Give either --text or --template.</source>
            <translation>Indiquez soit --text, soit --template.</translation>
        </message>
        <message>
            <source>Give either a number of times or a last day, not both.</source>
            <translation>Indiquez soit un nombre de fois, soit un dernier jour, pas les deux.</translation>
        </message>
        <message>
            <source>Give either the name of a teacher or --correct ID CHANGE.</source>
            <translation>Donnez soit le nom d’un professeur, soit --correct ID CHANGE.</translation>
        </message>
        <message>
            <source>Give only one of --at, --rule and --every.</source>
            <translation>Indiquez une seule des options --at, --rule et --every.</translation>
        </message>
        <message>
            <source>Give only one of --not-reached-of, --not-answered-of, --repeat-of and --correction-of.</source>
            <translation>N’indiquez qu’une option parmi --not-reached-of, --not-answered-of, --repeat-of et --correction-of.</translation>
        </message>
        <message>
            <source>Give only one of --replacement, --make-up and --room.</source>
            <translation>Donnez un seul de --replacement, --make-up et --room.</translation>
        </message>
        <message>
            <source>Give the name of a group. There are: {names}.</source>
            <translation>Indiquez le nom d’un groupe. Il y a : {names}.</translation>
        </message>
        <message>
            <source>Good Friday</source>
            <translation>Vendredi saint</translation>
        </message>
        <message>
            <source>Google contacts</source>
            <translation>Contacts Google</translation>
        </message>
        <message>
            <source>Group {name} archived</source>
            <translation>Groupe {name} archivé</translation>
        </message>
        <message>
            <source>Group {name} changed</source>
            <translation>Groupe {name} modifié</translation>
        </message>
        <message>
            <source>Group {name} created</source>
            <translation>Groupe {name} créé</translation>
        </message>
        <message>
            <source>Group {name} taken back from the archive</source>
            <translation>Groupe {name} sorti des archives</translation>
        </message>
        <message>
            <source>Hours of the pupils of {group} changed</source>
            <translation>Horaires des élèves de {group} modifiés</translation>
        </message>
        <message>
            <source>Hours of {name} in {group} changed</source>
            <translation>Horaires de {name} modifiés ({group})</translation>
        </message>
        <message>
            <source>Import of {file}</source>
            <translation>Import de {file}</translation>
        </message>
        <message>
            <source>In the fault "{spec}", "{piece}" is not understood. See "smsdesk virtual-modem --help".</source>
            <translation>Dans la panne « {spec} », « {piece} » n’est pas compris. Voir « smsdesk virtual-modem --help ».</translation>
        </message>
        <message>
            <source>Is no longer among the people.</source>
            <translation>Ne figure plus parmi les personnes.</translation>
        </message>
        <message>
            <source>It has {count} digits where a French number has 10; check it.</source>
            <translation>Il a {count} chiffres ; un numéro français en a 10. Vérifiez-le.</translation>
        </message>
        <message>
            <source>It is a Sunday: nobody answers those who call you back.</source>
            <translation>C’est un dimanche : personne ne pourra répondre aux appels.</translation>
        </message>
        <message>
            <source>It is a public holiday: nobody answers those who call you back.</source>
            <translation>C’est un jour férié : personne ne pourra répondre aux appels.</translation>
        </message>
        <message>
            <source>It is no template.</source>
            <translation>Ce n’est pas un modèle.</translation>
        </message>
        <message>
            <source>It is not a phone number.</source>
            <translation>Ce n’est pas un numéro de téléphone.</translation>
        </message>
        <message>
            <source>It is not known whether the SMS arrived.</source>
            <translation>On ne sait pas si le SMS est arrivé.</translation>
        </message>
        <message>
            <source>It is not known whether the first message went. Decide about that one first.</source>
            <translation>On ne sait pas si le premier message est parti. Décidez d’abord pour celui-là.</translation>
        </message>
        <message>
            <source>It is not known whether this message went before. It will be sent again, as it was decided.</source>
            <translation>On ne sait pas si ce message était déjà parti. Il va être renvoyé, comme cela a été décidé.</translation>
        </message>
        <message>
            <source>It is not known whether this message went the first time, and the second time it was refused. Ask the person, then decide whether to send it again.</source>
            <translation>On ne sait pas si ce message est parti la première fois, et la seconde fois il a été refusé. Demandez à la personne, puis décidez s’il faut le renvoyer.</translation>
        </message>
        <message>
            <source>It is not known whether this message went, and it was not sent again. Ask the person, then decide whether to send it again.</source>
            <translation>On ne sait pas si ce message est parti, et il n’a pas été renvoyé. Demandez à la personne, puis décidez s’il faut le renvoyer.</translation>
        </message>
        <message>
            <source>It is too late to send message {id} again. Write a new message instead.</source>
            <translation>Il est trop tard pour renvoyer le message {id}. Écrivez plutôt un nouveau message.</translation>
        </message>
        <message>
            <source>It was too late for this message, so it was not sent. Write a new one if needed.</source>
            <translation>Il était trop tard pour ce message, il n’a donc pas été envoyé. Écrivez-en un nouveau si besoin.</translation>
        </message>
        <message>
            <source>Its number (IMEI) is {imei}, its USB number {usb}.</source>
            <translation>Son numéro (IMEI) est {imei}, son numéro USB {usb}.</translation>
        </message>
        <message>
            <source>Its number (IMEI) is {imei}.</source>
            <translation>Son numéro (IMEI) est {imei}.</translation>
        </message>
        <message>
            <source>Labour Day</source>
            <translation>Fête du Travail</translation>
        </message>
        <message>
            <source>Let SMS desk run with this modem: it keeps the messages and empties the memory.</source>
            <translation>Laissez SMS desk fonctionner avec ce modem : il garde les messages et vide la mémoire.</translation>
        </message>
        <message>
            <source>List exported by SMS desk</source>
            <translation>Liste exportée par SMS desk</translation>
        </message>
        <message>
            <source>List of families with several children a row</source>
            <translation>Liste de familles, plusieurs enfants par ligne</translation>
        </message>
        <message>
            <source>List of pupils with their guardians</source>
            <translation>Liste d’élèves avec leurs responsables</translation>
        </message>
        <message>
            <source>Matariki</source>
            <translation>Matāri’i</translation>
        </message>
        <message>
            <source>Message {id} is not uncertain (any more): there is nothing to decide.</source>
            <translation>Le message {id} n’est pas ou plus incertain : il n’y a rien à décider.</translation>
        </message>
        <message>
            <source>Messages go, but nobody learns whether they arrived.</source>
            <translation>Les messages partent, mais personne ne sait s’ils sont arrivés.</translation>
        </message>
        <message>
            <source>Messages that wait for the SIM through which they began: {count}.</source>
            <translation>Messages qui attendent la carte SIM par laquelle ils ont commencé : {count}.</translation>
        </message>
        <message>
            <source>Mid-Lent</source>
            <translation>Mi-carême</translation>
        </message>
        <message>
            <source>Missionary Day</source>
            <translation>Arrivée de l’Évangile</translation>
        </message>
        <message>
            <source>Monday</source>
            <translation>lundi</translation>
        </message>
        <message>
            <source>More than one SIM is called {words}: {sims}.</source>
            <translation>Plusieurs cartes SIM répondent à {words} : {sims}.</translation>
        </message>
        <message>
            <source>Move the modem to a window, or use an extension cable.</source>
            <translation>Rapprochez le modem d’une fenêtre, ou utilisez une rallonge.</translation>
        </message>
        <message>
            <source>National Day</source>
            <translation>Fête nationale</translation>
        </message>
        <message>
            <source>Nearly the same name, and the same phone {phone}</source>
            <translation>Presque le même nom, et le même téléphone {phone}</translation>
        </message>
        <message>
            <source>New Year's Day</source>
            <translation>Jour de l’an</translation>
        </message>
        <message>
            <source>No French phone has such a number; check its digits.</source>
            <translation>Aucun téléphone français n’a un tel numéro ; vérifiez ses chiffres.</translation>
        </message>
        <message>
            <source>No SIM is called {words}. Choose one of these: {sims}.</source>
            <translation>Aucune carte SIM ne s’appelle {words}. Choisissez parmi celles-ci : {sims}.</translation>
        </message>
        <message>
            <source>No column of {file} holds phone numbers. Its columns are: {headers}.</source>
            <translation>Aucune colonne de {file} ne contient de téléphones. Ses colonnes sont : {headers}.</translation>
        </message>
        <message>
            <source>No mobile number, only landlines.</source>
            <translation>Pas de numéro de mobile, seulement des fixes.</translation>
        </message>
        <message>
            <source>No modem is ready here at the moment: the alert waits until one is.</source>
            <translation>Aucun modem n’est prêt ici pour l’instant : l’alerte attend qu’il y en ait un.</translation>
        </message>
        <message>
            <source>No modem was found yet. Plug one in.</source>
            <translation>Aucun modem n’a encore été trouvé. Branchez-en un.</translation>
        </message>
        <message>
            <source>No modem was found.</source>
            <translation>Aucun modem n’a été trouvé.</translation>
        </message>
        <message>
            <source>No modem was found. Plug one in, or name its port with --modem.</source>
            <translation>Aucun modem n’a été trouvé. Branchez-en un, ou indiquez-le avec --modem.</translation>
        </message>
        <message>
            <source>No phone number.</source>
            <translation>Pas de numéro de téléphone.</translation>
        </message>
        <message>
            <source>No phone numbers were found in {file}; the list needs a column of them.</source>
            <translation>Aucun numéro de téléphone dans {file} ; la liste doit en avoir une colonne.</translation>
        </message>
        <message>
            <source>No phone stands here, so nobody of this row can be reached.</source>
            <translation>Il n’y a pas de numéro ici : personne de cette ligne ne peut être joint.</translation>
        </message>
        <message>
            <source>No service has a signature yet. Enter one in the settings.</source>
            <translation>Aucun service n’a encore de signature. Saisissez-en une dans les réglages.</translation>
        </message>
        <message>
            <source>No service is named {name}. Choose one of: {candidates}.</source>
            <translation>Aucun service ne s’appelle {name}. Choisissez parmi : {candidates}.</translation>
        </message>
        <message>
            <source>No usable modem was found. Plug one in, or run 'smsdesk modem doctor' to learn more.</source>
            <translation>Aucun modem utilisable n’a été trouvé. Branchez-en un, ou lancez « smsdesk modem doctor » pour en savoir plus.</translation>
        </message>
        <message>
            <source>No weekly hour was read here; write it like mercredi 14h30.</source>
            <translation>Aucun horaire hebdomadaire n’a été lu ici ; écrivez-le comme mercredi 14h30.</translation>
        </message>
        <message>
            <source>No weekly hours are known of {courses}. Choose the course, or write its hours in the group.</source>
            <translation>On ne connaît pas l’horaire de {courses}. Cochez le cours, ou complétez l’horaire dans le groupe.</translation>
        </message>
        <message>
            <source>Nobody is at least {youngest} and at most {oldest} years old. Exchange the two ages.</source>
            <translation>Personne n’a à la fois au moins {youngest} ans et au plus {oldest} ans. Échangez les deux âges.</translation>
        </message>
        <message>
            <source>Nobody is named in this row, so it was left out.</source>
            <translation>Personne n’est nommé dans cette ligne ; elle est laissée de côté.</translation>
        </message>
        <message>
            <source>Nobody lives in {area}. Choose one of: {towns}.</source>
            <translation>Personne n’habite à {area}. Choisissez parmi : {towns}.</translation>
        </message>
        <message>
            <source>Nobody of those chosen can be reached. Choose others, or correct this: {name}: {reason}</source>
            <translation>Aucune des personnes choisies ne peut être jointe. Choisissez-en d’autres, ou corrigez ceci : {name} : {reason}</translation>
        </message>
        <message>
            <source>Nobody teaches here yet. Name the teacher on the group of the course.</source>
            <translation>Aucun professeur n’est connu. Indiquez-le dans le groupe du cours.</translation>
        </message>
        <message>
            <source>Nobody with the number {id} has left the list; see --dry-run.</source>
            <translation>Personne portant le numéro {id} n’a quitté la liste ; voyez --dry-run.</translation>
        </message>
        <message>
            <source>None of the last SMS was confirmed as delivered: this modem or its operator seems to give no delivery reports. The second guardians would then be told each time.</source>
            <translation>Aucun des derniers SMS n’a été confirmé comme remis : ce modem ou son opérateur ne semble pas donner d’accusés de réception. Les seconds responsables seraient alors prévenus à chaque fois.</translation>
        </message>
        <message>
            <source>Nothing could send it at its hour. You decide.</source>
            <translation>Rien ne pouvait l’envoyer à son heure. C’est à vous de décider.</translation>
        </message>
        <message>
            <source>Nothing could send it at its hour: it is skipped.</source>
            <translation>Rien ne pouvait l’envoyer à son heure : il est passé.</translation>
        </message>
        <message>
            <source>Nothing is lost: what waits to be sent leaves as soon as a modem is ready.</source>
            <translation>Rien n’est perdu : ce qui attend part dès qu’un modem est prêt.</translation>
        </message>
        <message>
            <source>Nothing is taken over from another cell; write here what is meant.</source>
            <translation>Rien n’est repris d’une autre cellule ; écrivez ici ce qu’il faut lire.</translation>
        </message>
        <message>
            <source>Nothing of this request stands: there is nothing to take back.</source>
            <translation>Rien de cette demande n’est en vigueur : il n’y a rien à annuler.</translation>
        </message>
        <message>
            <source>Nothing on {port} answers like a modem. Choose another port.</source>
            <translation>Rien sur {port} ne répond comme un modem. Choisissez une autre prise.</translation>
        </message>
        <message>
            <source>Nothing was said with {phone} yet. Check the number.</source>
            <translation>Rien n’a encore été échangé avec {phone}. Vérifiez le numéro.</translation>
        </message>
        <message>
            <source>ONDE list of guardians</source>
            <translation>Liste ONDE des responsables</translation>
        </message>
        <message>
            <source>ONDE list of pupils</source>
            <translation>Liste ONDE des élèves</translation>
        </message>
        <message>
            <source>On {days}</source>
            <translation>Le {days}</translation>
        </message>
        <message>
            <source>One event has at most {most} reminders.</source>
            <translation>Un évènement a au plus {most} rappels.</translation>
        </message>
        <message>
            <source>Only a pupil has guardians. Make {name} a pupil first.</source>
            <translation>Seul un élève a des responsables. Faites d’abord de {name} un élève.</translation>
        </message>
        <message>
            <source>Only a question with choices has choices.</source>
            <translation>Seule une question à choix propose des choix.</translation>
        </message>
        <message>
            <source>Only classes, courses and ensembles begin a new season. Look at the list again.</source>
            <translation>Seuls les classes, cours et ensembles commencent une nouvelle saison. Revoyez la liste.</translation>
        </message>
        <message>
            <source>Only the first of several weekly hours was kept.</source>
            <translation>Seul le premier de plusieurs horaires hebdomadaires a été gardé.</translation>
        </message>
        <message>
            <source>Outlook contacts</source>
            <translation>Contacts Outlook</translation>
        </message>
        <message>
            <source>Over {count} days: the last SMS leave on {day}.</source>
            <translation>Sur {count} jours : les derniers SMS partent le {day}.</translation>
        </message>
        <message>
            <source>Phones a month</source>
            <translation>Destinataires par mois</translation>
        </message>
        <message>
            <source>Phones over those that the SIM may write to this month: {count}. They would wait until {day}.</source>
            <translation>Destinataires au-delà de ceux que la carte permet ce mois-ci : {count}. Ils attendraient jusqu’au {day}.</translation>
        </message>
        <message>
            <source>Phones that objected to messages: {count}. An alert for people's safety reaches them all the same; that is written down.</source>
            <translation>Téléphones qui ont refusé vos messages : {count}. Une alerte pour la sécurité leur parvient quand même ; c’est noté.</translation>
        </message>
        <message>
            <source>Plug that SIM in again, or decide: look at the broadcast, or run 'smsdesk resolve'.</source>
            <translation>Rebranchez cette carte, ou décidez : ouvrez l’envoi, ou lancez « smsdesk resolve ».</translation>
        </message>
        <message>
            <source>Plug the modem in, wait half a minute, then look again.</source>
            <translation>Branchez le modem, attendez une demi-minute, puis examinez de nouveau.</translation>
        </message>
        <message>
            <source>Port {port}</source>
            <translation>Prise {port}</translation>
        </message>
        <message>
            <source>Press F5 to read the page anew, and try again. If it comes back, give the report to whoever looks after the program: it holds no name, number or text.</source>
            <translation>Appuyez sur F5 pour relire la page, et réessayez. Si cela revient, donnez le rapport à la personne qui s’occupe du programme : il ne contient ni nom, ni numéro, ni texte.</translation>
        </message>
        <message>
            <source>Price of an SMS in cents</source>
            <translation>Prix d’un SMS en centimes</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Raison</translation>
        </message>
        <message>
            <source>Received messages cannot be written to the disk, so they stay on the SIM. Make room on the disk.</source>
            <translation>Les messages reçus ne peuvent pas être écrits sur le disque, ils restent donc sur la carte SIM. Faites de la place sur le disque.</translation>
        </message>
        <message>
            <source>Refused these messages.</source>
            <translation>A refusé ces messages.</translation>
        </message>
        <message>
            <source>Rejected cells</source>
            <translation>Cellules rejetées</translation>
        </message>
        <message>
            <source>Reminders for an event are not repeated. Choose one or the other.</source>
            <translation>Les rappels d’un évènement ne se répètent pas. Choisissez l’un ou l’autre.</translation>
        </message>
        <message>
            <source>Row {row} can be {ids} or new.</source>
            <translation>La ligne {row} peut être {ids} ou new.</translation>
        </message>
        <message>
            <source>SIECLE list of pupils</source>
            <translation>Liste SIECLE des élèves</translation>
        </message>
        <message>
            <source>SIECLE list of pupils and guardians</source>
            <translation>Liste SIECLE des élèves et responsables</translation>
        </message>
        <message>
            <source>SMS a day</source>
            <translation>SMS par jour</translation>
        </message>
        <message>
            <source>SMS a month</source>
            <translation>SMS par mois</translation>
        </message>
        <message>
            <source>SMS desk is already running on the profile {folder}. Use that one, or close it first.</source>
            <translation>SMS desk est déjà ouvert sur le profil {folder}. Utilisez-le, ou fermez-le d’abord.</translation>
        </message>
        <message>
            <source>SMS desk is already running on the profile {folder}: its window has come forward.</source>
            <translation>SMS desk est déjà ouvert sur le profil {folder} : sa fenêtre est passée au premier plan.</translation>
        </message>
        <message>
            <source>SMS desk is using this port right now.</source>
            <translation>SMS desk utilise cette prise en ce moment.</translation>
        </message>
        <message>
            <source>SMS desk stopped while this message was being handed over: it is not known whether it went. Ask the person, then decide whether to send it again.</source>
            <translation>SMS desk s’est arrêté pendant la remise de ce message : on ne sait pas s’il est parti. Demandez à la personne, puis décidez s’il faut le renvoyer.</translation>
        </message>
        <message>
            <source>SMS may cost more there.</source>
            <translation>Les SMS peuvent y coûter plus cher.</translation>
        </message>
        <message>
            <source>SMS over this month's plan: {count}. They would wait until {day}.</source>
            <translation>SMS au-delà du forfait du mois : {count}. Ils attendraient jusqu’au {day}.</translation>
        </message>
        <message>
            <source>SMS over what may go in one day: {count}. They would wait until {day}.</source>
            <translation>Limite du jour dépassée de {count} SMS. Ils attendraient jusqu’au {day}.</translation>
        </message>
        <message>
            <source>Saint Peter Chanel's Day</source>
            <translation>Saint-Pierre-Chanel</translation>
        </message>
        <message>
            <source>Saint Stephen's Day</source>
            <translation>Saint-Étienne</translation>
        </message>
        <message>
            <source>Saints Peter and Paul</source>
            <translation>Saint-Pierre-et-Saint-Paul</translation>
        </message>
        <message>
            <source>Same family, and the same name or nearly</source>
            <translation>Même famille, et même nom ou presque</translation>
        </message>
        <message>
            <source>Same name and same birth date {date}</source>
            <translation>Même nom et même date de naissance {date}</translation>
        </message>
        <message>
            <source>Same name and same phone {phone}</source>
            <translation>Même nom et même téléphone {phone}</translation>
        </message>
        <message>
            <source>Same number {number} at the school</source>
            <translation>Même numéro {number} dans l’établissement</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translation>samedi</translation>
        </message>
        <message>
            <source>Say --send or --skip.</source>
            <translation>Indiquez --send ou --skip.</translation>
        </message>
        <message>
            <source>Say how it is known: a form, a call, an SMS.</source>
            <translation>Dites comment vous le savez : un formulaire, un appel, un SMS.</translation>
        </message>
        <message>
            <source>Say once what becomes of {group}.</source>
            <translation>Dites une seule fois ce que devient {group}.</translation>
        </message>
        <message>
            <source>Say to whom: GROUP, --person NAME, --area TOWN or --everyone. See 'smsdesk {command} --help'.</source>
            <translation>Dites à qui : GROUPE, --person NOM, --area COMMUNE ou --everyone. Voir « smsdesk {command} --help ».</translation>
        </message>
        <message>
            <source>Say when: --at, --every, --rule with --at, or --event with --reminder.</source>
            <translation>Dites quand : --at, --every, --rule avec --at, ou --event avec --reminder.</translation>
        </message>
        <message>
            <source>Say where the virtual modem is to be: either --pty PATH or --tcp HOST:PORT.</source>
            <translation>Indiquez où placer le modem virtuel : soit --pty CHEMIN, soit --tcp HÔTE:PORT.</translation>
        </message>
        <message>
            <source>Say whose calling list: broadcasts ID --calling-list FILE.</source>
            <translation>Dites de quel envoi : broadcasts ID --calling-list FICHIER.</translation>
        </message>
        <message>
            <source>Say with --roll-over what the new season is called.</source>
            <translation>Indiquez avec --roll-over le nom de la nouvelle saison.</translation>
        </message>
        <message>
            <source>Season {season} begun</source>
            <translation>Saison {season} commencée</translation>
        </message>
        <message>
            <source>Sending is paused. Resume it when you are ready.</source>
            <translation>Les envois sont suspendus. Reprenez-les quand vous êtes prêt.</translation>
        </message>
        <message>
            <source>Sending is paused: nothing leaves until somebody lets it go on.</source>
            <translation>Les envois sont en pause : rien ne part tant que personne ne les reprend.</translation>
        </message>
        <message>
            <source>Several known people are called {name}. If you accept, the one of the list is one more.</source>
            <translation>Plusieurs personnes connues s’appellent {name}. Si vous acceptez, celle de la liste s’y ajoute.</translation>
        </message>
        <message>
            <source>Several templates match {name}: {candidates}. Write the whole name.</source>
            <translation>Plusieurs modèles correspondent à {name} : {candidates}. Écrivez le nom entier.</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>Feuille</translation>
        </message>
        <message>
            <source>Somebody called {name} is in the archive. If you accept, the one of the list is somebody new.</source>
            <translation>Quelqu’un du nom de {name} est dans les archives. Si vous acceptez, la personne de la liste est ajoutée comme nouvelle.</translation>
        </message>
        <message>
            <source>Somebody known is called {name} and is in the same group, but has other phones. If you accept, it is the same person with new phones.</source>
            <translation>Quelqu’un de connu s’appelle {name} et est dans le même groupe, mais a d’autres téléphones. Si vous acceptez, c’est la même personne avec de nouveaux téléphones.</translation>
        </message>
        <message>
            <source>Somebody noted this at the cell; it is not imported. Look whether it is of importance.</source>
            <translation>Quelqu’un a noté ceci sur la cellule ; ce n’est pas importé. Regardez si c’est important.</translation>
        </message>
        <message>
            <source>Something else was changed since, so this is not made again.</source>
            <translation>Autre chose a été modifié depuis : ceci n’est pas refait.</translation>
        </message>
        <message>
            <source>Something went wrong inside the program. What you see may be incomplete; the log tells more.</source>
            <translation>Un problème est survenu dans le programme. Ce que vous voyez est peut-être incomplet ; le journal en dit plus.</translation>
        </message>
        <message>
            <source>Spring holidays</source>
            <translation>Vacances de printemps</translation>
        </message>
        <message>
            <source>Stick {usb}</source>
            <translation>Clé {usb}</translation>
        </message>
        <message>
            <source>Stopped: everything is as before.</source>
            <translation>Arrêté : tout est comme avant.</translation>
        </message>
        <message>
            <source>Summer holidays</source>
            <translation>Vacances d’été</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translation>dimanche</translation>
        </message>
        <message>
            <source>Swiss and Belgian numbers are written like this and French ones are not; write it with +41, +32 or +33.</source>
            <translation>Les numéros suisses et belges s’écrivent ainsi, pas les français ; écrivez-le avec +41, +32 ou +33.</translation>
        </message>
        <message>
            <source>Territory Day</source>
            <translation>Fête du territoire</translation>
        </message>
        <message>
            <source>That choice is not one of the question's. Choose one of them.</source>
            <translation>Ce choix n’est pas dans la question. Prenez-en un qui y est.</translation>
        </message>
        <message>
            <source>That is too much to paste; save the list as a file and import it.</source>
            <translation>C’est trop pour un collage. Enregistrez la liste dans un fichier et importez-le.</translation>
        </message>
        <message>
            <source>The PIN is wrong. Check it before entering it again: three wrong ones lock the SIM.</source>
            <translation>Le code PIN est faux. Vérifiez-le avant de le saisir de nouveau : trois codes faux bloquent la carte SIM.</translation>
        </message>
        <message>
            <source>The PIN of a virtual modem has 4 to 8 digits.</source>
            <translation>Le code PIN d’un modem virtuel a 4 à 8 chiffres.</translation>
        </message>
        <message>
            <source>The PIN was wrong. Check it before entering it again: three wrong ones lock the SIM.</source>
            <translation>Le code PIN était faux. Vérifiez-le avant de le saisir de nouveau : trois codes faux bloquent la carte SIM.</translation>
        </message>
        <message>
            <source>The SIM asks for its PIN. Enter it in the modem's settings.</source>
            <translation>La carte SIM demande son code PIN. Saisissez-le dans les réglages.</translation>
        </message>
        <message>
            <source>The SIM asks for its PIN. Enter it.</source>
            <translation>La carte SIM demande son code PIN. Saisissez-le.</translation>
        </message>
        <message>
            <source>The SIM cannot be used in this modem. Try it in a phone; if it fails there too, ask for another one.</source>
            <translation>La carte SIM ne fonctionne pas dans ce modem. Essayez-la dans un téléphone ; si elle n’y fonctionne pas non plus, demandez-en une autre.</translation>
        </message>
        <message>
            <source>The SIM cannot be used. Try it in a phone; if it fails there too, ask for another one.</source>
            <translation>La carte SIM ne fonctionne pas. Essayez-la dans un téléphone ; si elle n’y fonctionne pas non plus, demandez-en une autre.</translation>
        </message>
        <message>
            <source>The SIM cannot send. Check the SIM and its plan, then resume sending.</source>
            <translation>La carte SIM ne peut pas envoyer. Vérifiez la carte et son forfait, puis reprenez les envois.</translation>
        </message>
        <message>
            <source>The SIM gave no clear answer to its PIN, so it is not tried again by itself. Enter it again.</source>
            <translation>La carte SIM n’a pas répondu clairement à son code PIN, il n’est donc pas réessayé tout seul. Saisissez-le de nouveau.</translation>
        </message>
        <message>
            <source>The SIM has sent what it may in one day: sending goes on on {day}.</source>
            <translation>La carte SIM a envoyé ce qu’elle peut en un jour : l’envoi repart le {day}.</translation>
        </message>
        <message>
            <source>The SIM is busy. The message will be tried again by itself.</source>
            <translation>La carte SIM est occupée. Le message sera réessayé tout seul.</translation>
        </message>
        <message>
            <source>The SIM is in a foreign network, where SMS cost more. Allow it in the settings if that is meant.</source>
            <translation>La carte SIM est sur un réseau étranger, où les SMS coûtent plus cher. Autorisez-le dans les réglages si c’est voulu.</translation>
        </message>
        <message>
            <source>The SIM is locked and asks for its PUK. Unlock it in a phone with the operator's letter at hand.</source>
            <translation>La carte SIM est bloquée et demande son code PUK. Débloquez-la dans un téléphone, avec le courrier de l’opérateur sous la main.</translation>
        </message>
        <message>
            <source>The SIM is there and unlocked.</source>
            <translation>La carte SIM est présente et déverrouillée.</translation>
        </message>
        <message>
            <source>The SIM's plan of this month is used up: sending goes on on {day}.</source>
            <translation>Le forfait du mois est atteint : l’envoi repart le {day}.</translation>
        </message>
        <message>
            <source>The SIMs that are known cannot take this notice split by {by}. Look at 'budget'.</source>
            <translation>Les cartes SIM connues ne peuvent pas prendre cet envoi réparti par {by}. Voyez « budget ».</translation>
        </message>
        <message>
            <source>The SMS did not arrive.</source>
            <translation>Le SMS n’est pas arrivé.</translation>
        </message>
        <message>
            <source>The birth date {date} is in the future. Check the year.</source>
            <translation>La date de naissance {date} est dans le futur. Vérifiez l’année.</translation>
        </message>
        <message>
            <source>The birth date {date} is too long ago. Check the year.</source>
            <translation>La date de naissance {date} est trop ancienne. Vérifiez l’année.</translation>
        </message>
        <message>
            <source>The choice {choice} is too long. Write it in {most} characters at most.</source>
            <translation>Le choix {choice} est trop long. Écrivez-le en {most} caractères au plus.</translation>
        </message>
        <message>
            <source>The conditions of {group} decide who belongs to it. Change them.</source>
            <translation>Ce sont les conditions de {group} qui décident de ses membres. Modifiez-les.</translation>
        </message>
        <message>
            <source>The conditions of {name} ask for its own members. Take it out.</source>
            <translation>Les conditions de {name} demandent ses propres membres. Retirez-le des conditions.</translation>
        </message>
        <message>
            <source>The confirmation needs a text.</source>
            <translation>La confirmation a besoin d’un texte.</translation>
        </message>
        <message>
            <source>The courses are over: it would be told too late.</source>
            <translation>Les cours sont passés : ce serait trop tard.</translation>
        </message>
        <message>
            <source>The courses of {day} are past: nothing of them changes any more.</source>
            <translation>Les cours du {day} sont passés : plus rien n’y change.</translation>
        </message>
        <message>
            <source>The data in {folder} are being restored. Try again in a moment.</source>
            <translation>Les données de {folder} sont en cours de restauration. Réessayez dans un instant.</translation>
        </message>
        <message>
            <source>The data were restored from a copy: what waits may have been sent since it was made. Cancel what went out, then resume sending.</source>
            <translation>Les données viennent d’une copie : ce qui attend a peut-être été envoyé depuis. Annulez ce qui est parti, puis reprenez l’envoi.</translation>
        </message>
        <message>
            <source>The database {path} cannot be used ({reason}). Free some space, or check the disk.</source>
            <translation>La base de données {path} ne peut pas être utilisée ({reason}). Libérez de la place, ou vérifiez le disque.</translation>
        </message>
        <message>
            <source>The database {path} cannot be written ({reason}). Give yourself the right to it.</source>
            <translation>La base de données {path} ne peut pas être écrite ({reason}). Donnez-vous le droit d’y écrire.</translation>
        </message>
        <message>
            <source>The database {path} is damaged ({reason}). Close SMS desk and start it again: it tells how to go back to a copy.</source>
            <translation>La base de données {path} est endommagée ({reason}). Fermez SMS desk et relancez-le : il indique comment revenir à une copie.</translation>
        </message>
        <message>
            <source>The database {path} is damaged ({reason}). Go back to a copy of yours: close SMS desk and run smsdesk --profile "{folder}" restore FILE. The damaged file is kept.</source>
            <translation>La base de données {path} est endommagée ({reason}). Revenez à l’une de vos copies : fermez SMS desk et lancez smsdesk --profile "{folder}" restore FICHIER. Le fichier endommagé est conservé.</translation>
        </message>
        <message>
            <source>The database {path} is damaged ({reason}). To go back to the copy of {day}, close SMS desk and run smsdesk --profile "{folder}" restore "{copy}". The damaged file is kept.</source>
            <translation>La base de données {path} est endommagée ({reason}). Pour revenir à la copie du {day}, fermez SMS desk et lancez smsdesk --profile "{folder}" restore "{copy}". Le fichier endommagé est conservé.</translation>
        </message>
        <message>
            <source>The database {path} was made by a newer version of SMS desk. Install that version.</source>
            <translation>La base de données {path} a été faite par une version plus récente de SMS desk. Installez cette version.</translation>
        </message>
        <message>
            <source>The disk is full, so {file} was not written; make room and try again.</source>
            <translation>Le disque est plein, {file} n’a donc pas été écrit. Faites de la place et réessayez.</translation>
        </message>
        <message>
            <source>The disk is full: nothing can be kept in {path}. Free some space; nothing was lost.</source>
            <translation>Le disque est plein : rien ne peut être gardé dans {path}. Libérez de la place ; rien n’a été perdu.</translation>
        </message>
        <message>
            <source>The event has begun: nobody is reminded of it now.</source>
            <translation>L’évènement a commencé : plus personne n’en reçoit le rappel.</translation>
        </message>
        <message>
            <source>The event, {moment}, is past. Choose a later day.</source>
            <translation>L’évènement, {moment}, est passé. Choisissez un jour plus tardif.</translation>
        </message>
        <message>
            <source>The event, {moment}, is years away. Choose an earlier day.</source>
            <translation>L’évènement, {moment}, est dans des années. Choisissez un jour plus proche.</translation>
        </message>
        <message>
            <source>The families know already (send {id}). Choose the courses to tell them once more.</source>
            <translation>Les familles sont déjà prévenues (envoi {id}). Cochez les cours pour les prévenir encore.</translation>
        </message>
        <message>
            <source>The families know already that these courses take place (send {id}).</source>
            <translation>Les familles savent déjà que ces cours ont lieu (envoi {id}).</translation>
        </message>
        <message>
            <source>The fault "{spec}" lacks its value, or has a wrong one. See "smsdesk virtual-modem --help".</source>
            <translation>La panne « {spec} » n’a pas de valeur, ou en a une fausse. Voir « smsdesk virtual-modem --help ».</translation>
        </message>
        <message>
            <source>The field {fields} does not exist. Choose one of the list.</source>
            <translation>Champ inconnu : {fields}. Choisissez-en un dans la liste.</translation>
        </message>
        <message>
            <source>The file has {name} twice.</source>
            <translation>Le fichier contient {name} deux fois.</translation>
        </message>
        <message>
            <source>The file {file} cannot be read ({reason}); close it in other programs and try again.</source>
            <translation>Le fichier {file} ne peut pas être lu ({reason}) ; fermez-le dans les autres programmes et réessayez.</translation>
        </message>
        <message>
            <source>The file {file} cannot be written ({reason}). Choose another place.</source>
            <translation>Le fichier {file} ne peut pas être écrit ({reason}). Choisissez un autre emplacement.</translation>
        </message>
        <message>
            <source>The file {file} cannot be written ({reason}); close it in other programs or choose another place. What stood there is unchanged.</source>
            <translation>Le fichier {file} ne peut pas être écrit ({reason}). Fermez-le dans les autres programmes ou choisissez un autre endroit. Ce qui s’y trouvait est inchangé.</translation>
        </message>
        <message>
            <source>The file {file} has more than {count} cards; export fewer at a time.</source>
            <translation>Le fichier {file} contient plus de {count} fiches. Exportez-en moins à la fois.</translation>
        </message>
        <message>
            <source>The file {file} is damaged near row {row}; save it again.</source>
            <translation>Le fichier {file} est abîmé vers la ligne {row} ; enregistrez-le de nouveau.</translation>
        </message>
        <message>
            <source>The file {file} is damaged or no list; open it in Excel, save it as .xlsx and try again.</source>
            <translation>Le fichier {file} est abîmé ou n’est pas une liste ; ouvrez-le dans Excel, enregistrez-le en .xlsx et réessayez.</translation>
        </message>
        <message>
            <source>The file {file} is damaged or not complete; save or download it again.</source>
            <translation>Le fichier {file} est abîmé ou incomplet ; enregistrez-le ou téléchargez-le de nouveau.</translation>
        </message>
        <message>
            <source>The file {file} is empty.</source>
            <translation>Le fichier {file} est vide.</translation>
        </message>
        <message>
            <source>The file {file} is no copy of SMS desk's data, or of a newer version of it.</source>
            <translation>Le fichier {file} n’est pas une copie des données de SMS desk, ou vient d’une version plus récente.</translation>
        </message>
        <message>
            <source>The file {file} is no list ({kind}); save the list as Excel (.xlsx) or CSV and try again.</source>
            <translation>Le fichier {file} n’est pas une liste ({kind}) ; enregistrez la liste en Excel (.xlsx) ou CSV et réessayez.</translation>
        </message>
        <message>
            <source>The file {file} is no list; save it as Excel (.xlsx) or CSV and try again.</source>
            <translation>Le fichier {file} n’est pas une liste ; enregistrez-le en Excel (.xlsx) ou CSV et réessayez.</translation>
        </message>
        <message>
            <source>The file {file} is no text; save it as CSV again.</source>
            <translation>Le fichier {file} n’est pas du texte ; enregistrez-le de nouveau en CSV.</translation>
        </message>
        <message>
            <source>The file {file} is no usable copy ({reason}). Choose another one.</source>
            <translation>Le fichier {file} n’est pas une copie utilisable ({reason}). Choisissez-en une autre.</translation>
        </message>
        <message>
            <source>The file {file} is not a real list: it would unpack to far too much. It was not opened.</source>
            <translation>Le fichier {file} n’est pas une vraie liste : une fois ouvert, il serait démesuré. Il n’a pas été ouvert.</translation>
        </message>
        <message>
            <source>The file {file} is protected by a password; save it without one and try again.</source>
            <translation>Le fichier {file} est protégé par un mot de passe ; enregistrez-le sans mot de passe et réessayez.</translation>
        </message>
        <message>
            <source>The file {file} is too large for a list of people ({size} MB).</source>
            <translation>Le fichier {file} est trop gros pour une liste de personnes ({size} Mo).</translation>
        </message>
        <message>
            <source>The file {file} is too large for a list of people.</source>
            <translation>Le fichier {file} est trop gros pour une liste de personnes.</translation>
        </message>
        <message>
            <source>The file {file} takes too long to read; save it as CSV.</source>
            <translation>Le fichier {file} est trop long à lire ; enregistrez-le en CSV.</translation>
        </message>
        <message>
            <source>The file {file} went away while it was read ({reason}); try again.</source>
            <translation>Le fichier {file} a disparu pendant la lecture ({reason}) ; réessayez.</translation>
        </message>
        <message>
            <source>The first message is still waiting or on its way.</source>
            <translation>Le premier message attend encore ou est en route.</translation>
        </message>
        <message>
            <source>The first message of alert {id} is gone. Begin a new one.</source>
            <translation>Le premier message de l’alerte {id} n’existe plus. Commencez-en une autre.</translation>
        </message>
        <message>
            <source>The guardians were taken out of this send.</source>
            <translation>Ses responsables ont été retirés de cet envoi.</translation>
        </message>
        <message>
            <source>The guardians with a mobile are not marked as receiving.</source>
            <translation>Les responsables qui ont un mobile ne reçoivent pas les messages.</translation>
        </message>
        <message>
            <source>The headers of {name} stand below one another. Give each person a row under one row of headers (in a spreadsheet: copy, then paste with “transpose”) and try again.</source>
            <translation>Les en-têtes de {name} sont les uns sous les autres. Donnez une ligne à chaque personne, sous une seule ligne d’en-têtes (dans un tableur : copiez, puis collez en transposant), et réessayez.</translation>
        </message>
        <message>
            <source>The hour from {start} to {end} ends before it starts. Correct one of them.</source>
            <translation>L’horaire de {start} à {end} finit avant de commencer. Corrigez l’une des deux heures.</translation>
        </message>
        <message>
            <source>The hours of all these reminders are past. Choose others, or send now.</source>
            <translation>L’heure de tous ces rappels est passée. Choisissez-en d’autres, ou envoyez maintenant.</translation>
        </message>
        <message>
            <source>The id {id} belongs to {name} already. Correct it, or open that person.</source>
            <translation>L’identifiant {id} est déjà celui de {name}. Corrigez-le, ou ouvrez cette fiche.</translation>
        </message>
        <message>
            <source>The import was cancelled; nothing was changed.</source>
            <translation>L’import a été annulé ; rien n’a été modifié.</translation>
        </message>
        <message>
            <source>The known PIN was tried before and did not unlock the SIM. Enter the right one.</source>
            <translation>Le code PIN connu a déjà été essayé et n’a pas déverrouillé la carte SIM. Saisissez le bon.</translation>
        </message>
        <message>
            <source>The last day, {last}, is before the first, {first}.</source>
            <translation>Le dernier jour, {last}, est avant le premier, {first}.</translation>
        </message>
        <message>
            <source>The ledger cannot be written to "{file}": choose another file.</source>
            <translation>Le registre ne peut pas être écrit dans « {file} » : choisissez un autre fichier.</translation>
        </message>
        <message>
            <source>The list of this request is no longer there.</source>
            <translation>La liste de cette demande n’existe plus.</translation>
        </message>
        <message>
            <source>The list {file} has too many rows ({rows}).</source>
            <translation>La liste {file} a trop de lignes ({rows}).</translation>
        </message>
        <message>
            <source>The list {file} names nobody below its header.</source>
            <translation>La liste {file} ne nomme personne sous ses en-têtes.</translation>
        </message>
        <message>
            <source>The memory for messages is full. It is emptied, then sending goes on.</source>
            <translation>La mémoire des messages est pleine. Elle est vidée, puis les envois reprennent.</translation>
        </message>
        <message>
            <source>The message could not go at the moment. It will be tried again by itself.</source>
            <translation>Le message n’a pas pu partir pour l’instant. Il sera réessayé tout seul.</translation>
        </message>
        <message>
            <source>The message is still on its way; the network keeps trying.</source>
            <translation>Le message est encore en route ; le réseau continue d’essayer.</translation>
        </message>
        <message>
            <source>The message looks like the answer of a machine.</source>
            <translation>Le message ressemble à la réponse d’une machine.</translation>
        </message>
        <message>
            <source>The message only repeats what was sent to this phone.</source>
            <translation>Le message ne fait que répéter ce qui a été envoyé à ce téléphone.</translation>
        </message>
        <message>
            <source>The message reached the phone.</source>
            <translation>Le message est arrivé sur le téléphone.</translation>
        </message>
        <message>
            <source>The message was deleted by the operator before it reached the phone. Send it again later.</source>
            <translation>Le message a été supprimé par l’opérateur avant d’arriver. Renvoyez-le plus tard.</translation>
        </message>
        <message>
            <source>The message was deleted in the network before it reached the phone. Send it again.</source>
            <translation>Le message a été supprimé dans le réseau avant d’arriver. Renvoyez-le.</translation>
        </message>
        <message>
            <source>The message was handed on; the network cannot confirm that the phone got it.</source>
            <translation>Le message a été transmis ; le réseau ne peut pas confirmer que le téléphone l’a reçu.</translation>
        </message>
        <message>
            <source>The message was replaced by a newer one.</source>
            <translation>Le message a été remplacé par un plus récent.</translation>
        </message>
        <message>
            <source>The modem cannot be put at "{path}": choose a path that is free, in a folder you may write to.</source>
            <translation>Le modem ne peut pas être placé dans « {path} » : choisissez un chemin libre, dans un dossier où vous pouvez écrire.</translation>
        </message>
        <message>
            <source>The modem cannot be used yet: solve what is marked as a problem, then look again.</source>
            <translation>Le modem n’est pas encore utilisable : réglez ce qui est marqué comme problème, puis examinez de nouveau.</translation>
        </message>
        <message>
            <source>The modem cannot listen on "{host}:{port}": choose a free port of this computer.</source>
            <translation>Le modem ne peut pas écouter sur « {host}:{port} » : choisissez un port libre de cet ordinateur.</translation>
        </message>
        <message>
            <source>The modem did not take the message. Check the modem, then send it again.</source>
            <translation>Le modem n’a pas pris le message. Vérifiez le modem, puis renvoyez-le.</translation>
        </message>
        <message>
            <source>The modem does not answer. It is being started again.</source>
            <translation>Le modem ne répond pas. Il est redémarré.</translation>
        </message>
        <message>
            <source>The modem does not delete from the SIM what is kept here already. Once the SIM is full, nothing more is received: delete its messages with a phone, or use another SIM.</source>
            <translation>Le modem n’efface pas de la carte SIM ce qui est déjà conservé ici. Une fois la carte pleine, plus rien n’est reçu : effacez ses messages avec un téléphone, ou utilisez une autre carte SIM.</translation>
        </message>
        <message>
            <source>The modem does not tell how strong the signal is.</source>
            <translation>Le modem n’indique pas la force du signal.</translation>
        </message>
        <message>
            <source>The modem does not tell the number of the message centre.</source>
            <translation>Le modem n’indique pas le numéro du centre de messages.</translation>
        </message>
        <message>
            <source>The modem does not tell whether it gives delivery reports.</source>
            <translation>Le modem n’indique pas s’il donne des accusés de réception.</translation>
        </message>
        <message>
            <source>The modem finds no network. Move it to a window, or check its antenna.</source>
            <translation>Le modem ne trouve pas de réseau. Rapprochez-le d’une fenêtre, ou vérifiez son antenne.</translation>
        </message>
        <message>
            <source>The modem gave an unclear answer: it is not known whether the message went. Ask the person, then decide whether to send it again.</source>
            <translation>Le modem a répondu de façon peu claire : on ne sait pas si le message est parti. Demandez à la personne, puis décidez s’il faut le renvoyer.</translation>
        </message>
        <message>
            <source>The modem gave no answer: it is not known whether the message went. Ask the person, then decide whether to send it again.</source>
            <translation>Le modem n’a pas répondu : on ne sait pas si le message est parti. Demandez à la personne, puis décidez s’il faut le renvoyer.</translation>
        </message>
        <message>
            <source>The modem gives delivery reports.</source>
            <translation>Le modem donne des accusés de réception.</translation>
        </message>
        <message>
            <source>The modem gives no delivery reports.</source>
            <translation>Le modem ne donne pas d’accusés de réception.</translation>
        </message>
        <message>
            <source>The modem has no network at the moment. The message will be tried again by itself.</source>
            <translation>Le modem n’a pas de réseau pour l’instant. Le message sera réessayé tout seul.</translation>
        </message>
        <message>
            <source>The modem is being looked for.</source>
            <translation>Le modem est recherché.</translation>
        </message>
        <message>
            <source>The modem is in a foreign network ({operator}).</source>
            <translation>Le modem est sur un réseau étranger ({operator}).</translation>
        </message>
        <message>
            <source>The modem is in its network.</source>
            <translation>Le modem est sur son réseau.</translation>
        </message>
        <message>
            <source>The modem is in the network of {operator}.</source>
            <translation>Le modem est sur le réseau de {operator}.</translation>
        </message>
        <message>
            <source>The modem is looking for its network. That takes up to a minute.</source>
            <translation>Le modem cherche son réseau. Cela prend jusqu’à une minute.</translation>
        </message>
        <message>
            <source>The modem is ready.</source>
            <translation>Le modem est prêt.</translation>
        </message>
        <message>
            <source>The modem is starting.</source>
            <translation>Le modem démarre.</translation>
        </message>
        <message>
            <source>The modem no longer answers. Unplug it, wait ten seconds and plug it in again.</source>
            <translation>Le modem ne répond plus. Débranchez-le, attendez dix secondes et rebranchez-le.</translation>
        </message>
        <message>
            <source>The modem stopped answering on {port}.</source>
            <translation>Le modem a cessé de répondre sur {port}.</translation>
        </message>
        <message>
            <source>The modem was unplugged. Plug it in again.</source>
            <translation>Le modem a été débranché. Rebranchez-le.</translation>
        </message>
        <message>
            <source>The modem {name} is not there (any more). Plug it in again.</source>
            <translation>Le modem {name} n’est pas ou plus là. Rebranchez-le.</translation>
        </message>
        <message>
            <source>The modem {name} is on {port}.</source>
            <translation>Le modem {name} est sur {port}.</translation>
        </message>
        <message>
            <source>The name of a SIM has at most {most} letters. Shorten it.</source>
            <translation>Le nom d’une carte SIM a {most} lettres au plus. Raccourcissez-le.</translation>
        </message>
        <message>
            <source>The network allows emergency calls only. The message will be tried again by itself.</source>
            <translation>Le réseau n’accepte que les appels d’urgence. Le message sera réessayé tout seul.</translation>
        </message>
        <message>
            <source>The network could not deliver the message. Check the number, or call the person.</source>
            <translation>Le réseau n’a pas pu remettre le message. Vérifiez le numéro, ou appelez la personne.</translation>
        </message>
        <message>
            <source>The network does not know this SIM. Ask the operator whether the line is active.</source>
            <translation>Le réseau ne connaît pas cette carte SIM. Demandez à l’opérateur si la ligne est active.</translation>
        </message>
        <message>
            <source>The network does not let this SIM in. Ask the operator whether the line is active.</source>
            <translation>Le réseau n’accepte pas cette carte SIM. Demandez à l’opérateur si la ligne est active.</translation>
        </message>
        <message>
            <source>The network does not offer SMS to this SIM. Ask the operator what the plan allows.</source>
            <translation>Le réseau ne propose pas les SMS à cette carte SIM. Demandez à l’opérateur ce que permet le forfait.</translation>
        </message>
        <message>
            <source>The network is congested. It keeps trying.</source>
            <translation>Le réseau est encombré. Il continue d’essayer.</translation>
        </message>
        <message>
            <source>The network is congested. The message will be tried again by itself.</source>
            <translation>Le réseau est encombré. Le message sera réessayé tout seul.</translation>
        </message>
        <message>
            <source>The network is out of order at the moment. The message will be tried again by itself.</source>
            <translation>Le réseau est en panne pour l’instant. Le message sera réessayé tout seul.</translation>
        </message>
        <message>
            <source>The network no longer knows this message. Ask the person, then send it again if needed.</source>
            <translation>Le réseau ne connaît plus ce message. Demandez à la personne, puis renvoyez-le si besoin.</translation>
        </message>
        <message>
            <source>The network refuses the message for now and keeps trying.</source>
            <translation>Le réseau refuse le message pour l’instant et continue d’essayer.</translation>
        </message>
        <message>
            <source>The network refuses this message. Check the number; if it is right, call the person.</source>
            <translation>Le réseau refuse ce message. Vérifiez le numéro ; s’il est juste, appelez la personne.</translation>
        </message>
        <message>
            <source>The network rejected this message. Check the number, then send again or call the person.</source>
            <translation>Le réseau a rejeté ce message. Vérifiez le numéro, puis renvoyez ou appelez la personne.</translation>
        </message>
        <message>
            <source>The network says that the message was delivered.</source>
            <translation>Le réseau indique que le message a été remis.</translation>
        </message>
        <message>
            <source>The network was too busy and gave up. Send the message again later.</source>
            <translation>Le réseau était trop chargé et a renoncé. Renvoyez le message plus tard.</translation>
        </message>
        <message>
            <source>The new day is a day off: {name}.</source>
            <translation>Le nouveau jour est un jour sans cours : {name}.</translation>
        </message>
        <message>
            <source>The new day, {day}, is in the past. Choose a later one.</source>
            <translation>Le nouveau jour, {day}, est déjà passé. Choisissez-en un autre.</translation>
        </message>
        <message>
            <source>The notice would expire at {moment}, before it is sent. Choose a later one.</source>
            <translation>L’envoi expirerait à {moment}, avant de partir. Choisissez un moment plus tardif.</translation>
        </message>
        <message>
            <source>The number is not valid. Correct it, then send again.</source>
            <translation>Le numéro n’est pas valable. Corrigez-le, puis renvoyez.</translation>
        </message>
        <message>
            <source>The number of the message centre is missing on the SIM.</source>
            <translation>Le numéro du centre de messages manque sur la carte SIM.</translation>
        </message>
        <message>
            <source>The number of the message centre is missing or wrong on the SIM. Ask the operator for it.</source>
            <translation>Le numéro du centre de messages manque ou est faux sur la carte SIM. Demandez-le à l’opérateur.</translation>
        </message>
        <message>
            <source>The number of the message centre is set.</source>
            <translation>Le numéro du centre de messages est réglé.</translation>
        </message>
        <message>
            <source>The opening hours from {begins} to {ends} overlap others or end before they begin. Correct them.</source>
            <translation>Les heures d’ouverture de {begins} à {ends} en chevauchent d’autres ou finissent avant de commencer. Corrigez-les.</translation>
        </message>
        <message>
            <source>The opening hours need seven days, Monday first.</source>
            <translation>Les heures d’ouverture ont sept jours, le lundi d’abord.</translation>
        </message>
        <message>
            <source>The operator does not accept how long this message may wait. Choose another time limit.</source>
            <translation>L’opérateur n’accepte pas la durée d’attente de ce message. Choisissez une autre limite.</translation>
        </message>
        <message>
            <source>The operator does not let this SIM send this message. Ask the operator what the plan allows.</source>
            <translation>L’opérateur ne laisse pas cette carte SIM envoyer ce message. Demandez-lui ce que permet le forfait.</translation>
        </message>
        <message>
            <source>The operator does not send SMS to this number. Use another number, or call the person.</source>
            <translation>L’opérateur n’envoie pas de SMS à ce numéro. Utilisez un autre numéro, ou appelez la personne.</translation>
        </message>
        <message>
            <source>The operator refuses this service. Ask the operator whether the line is active.</source>
            <translation>L’opérateur refuse ce service. Demandez-lui si la ligne est active.</translation>
        </message>
        <message>
            <source>The other guardians refused these messages.</source>
            <translation>Les autres responsables ont refusé ces messages.</translation>
        </message>
        <message>
            <source>The people were changed since this plan was made; read the list again.</source>
            <translation>Les personnes ont changé depuis que la liste a été lue ; relisez-la.</translation>
        </message>
        <message>
            <source>The period from {first} to {last} ends before it starts. Correct one of them.</source>
            <translation>La période du {first} au {last} finit avant de commencer. Corrigez l’une des deux dates.</translation>
        </message>
        <message>
            <source>The person objected to such messages before this one was sent, so it was not sent.</source>
            <translation>La personne s’est opposée à ces messages avant l’envoi de celui-ci : il n’a pas été envoyé.</translation>
        </message>
        <message>
            <source>The phone cannot be reached at the moment. The message will be tried again by itself.</source>
            <translation>Le téléphone est injoignable pour l’instant. Le message sera réessayé tout seul.</translation>
        </message>
        <message>
            <source>The phone cannot be reached from this network. Use another number, or call the person.</source>
            <translation>Le téléphone est injoignable depuis ce réseau. Utilisez un autre numéro, ou appelez la personne.</translation>
        </message>
        <message>
            <source>The phone cannot receive for now. The network keeps trying.</source>
            <translation>Le téléphone ne peut pas recevoir pour l’instant. Le réseau continue d’essayer.</translation>
        </message>
        <message>
            <source>The phone could not receive and the network gave up. Send the message again later.</source>
            <translation>Le téléphone n’a pas pu recevoir et le réseau a renoncé. Renvoyez le message plus tard.</translation>
        </message>
        <message>
            <source>The phone did not answer and the network gave up. Send the message again later.</source>
            <translation>Le téléphone n’a pas répondu et le réseau a renoncé. Renvoyez le message plus tard.</translation>
        </message>
        <message>
            <source>The phone does not answer. The network keeps trying.</source>
            <translation>Le téléphone ne répond pas. Le réseau continue d’essayer.</translation>
        </message>
        <message>
            <source>The phone is busy. The network keeps trying.</source>
            <translation>Le téléphone est occupé. Le réseau continue d’essayer.</translation>
        </message>
        <message>
            <source>The phone reported an error and the network gave up. Send the message again later.</source>
            <translation>Le téléphone a signalé une erreur et le réseau a renoncé. Renvoyez le message plus tard.</translation>
        </message>
        <message>
            <source>The phone reports an error. The network keeps trying.</source>
            <translation>Le téléphone signale une erreur. Le réseau continue d’essayer.</translation>
        </message>
        <message>
            <source>The phone was busy and the network gave up. Send the message again later.</source>
            <translation>Le téléphone était occupé et le réseau a renoncé. Renvoyez le message plus tard.</translation>
        </message>
        <message>
            <source>The phone was off or out of reach until the message expired. Send it again, or call the person.</source>
            <translation>Le téléphone est resté éteint ou hors de portée jusqu’à l’expiration du message. Renvoyez-le, ou appelez la personne.</translation>
        </message>
        <message>
            <source>The phone {number} stands there twice. Take one out.</source>
            <translation>Le téléphone {number} est écrit deux fois. Retirez-en un.</translation>
        </message>
        <message>
            <source>The phones of the column {column} ({count}) seem to be of others and are not used; say whose they are if they should be.</source>
            <translation>Les téléphones de la colonne {column} ({count}) semblent être ceux d’autres personnes et ne sont pas utilisés ; dites à qui ils sont s’ils doivent l’être.</translation>
        </message>
        <message>
            <source>The poll of {word} is closed. Take the keyword away, or extend it.</source>
            <translation>Le sondage de {word} est clos. Retirez le mot-clé, ou prolongez le sondage.</translation>
        </message>
        <message>
            <source>The profile folder {folder} cannot be used ({reason}). Choose another one with --profile.</source>
            <translation>Le dossier du profil {folder} ne peut pas être utilisé ({reason}). Choisissez-en un autre avec --profile.</translation>
        </message>
        <message>
            <source>The program ModemManager is running and may take the modem for itself.</source>
            <translation>Le programme ModemManager fonctionne et peut prendre le modem pour lui.</translation>
        </message>
        <message>
            <source>The program did not do it: your data are as they were.</source>
            <translation>Le programme ne l’a pas fait : vos données sont comme avant.</translation>
        </message>
        <message>
            <source>The program {program} uses this port. Close it, then look again.</source>
            <translation>Le programme {program} utilise cette prise. Fermez-le, puis examinez de nouveau.</translation>
        </message>
        <message>
            <source>The purpose {purpose} does not exist.</source>
            <translation>L’usage {purpose} n’existe pas.</translation>
        </message>
        <message>
            <source>The quiet hours begin and end at the same time. Change one of them.</source>
            <translation>Les heures calmes commencent et finissent au même moment. Changez l’une des deux.</translation>
        </message>
        <message>
            <source>The reminder would come after the last moment to answer. Choose a shorter delay.</source>
            <translation>Le rappel viendrait après la fin des réponses. Choisissez un délai plus court.</translation>
        </message>
        <message>
            <source>The rule of repetition is too long. Choose a simpler one.</source>
            <translation>La règle de répétition est trop longue. Choisissez-en une plus simple.</translation>
        </message>
        <message>
            <source>The rule of repetition names no day, week, month or year. Begin it like FREQ=WEEKLY.</source>
            <translation>La règle de répétition n’indique ni jour, ni semaine, ni mois, ni année. Commencez-la comme FREQ=WEEKLY.</translation>
        </message>
        <message>
            <source>The same guardian stands there twice. Take one out.</source>
            <translation>Le même responsable est écrit deux fois. Retirez-en un.</translation>
        </message>
        <message>
            <source>The sample could not be made ({reason}). Make room on the disk.</source>
            <translation>L’essai n’a pas pu être préparé ({reason}). Libérez de la place sur le disque.</translation>
        </message>
        <message>
            <source>The season {season} has begun already. Choose the next one.</source>
            <translation>La saison {season} a déjà commencé. Choisissez la suivante.</translation>
        </message>
        <message>
            <source>The sender is a name, not a phone: nothing can be answered.</source>
            <translation>L’expéditeur est un nom, pas un téléphone : on ne peut pas lui répondre.</translation>
        </message>
        <message>
            <source>The sender is a short number of a service: it is never answered.</source>
            <translation>L’expéditeur est le numéro court d’un service : on ne lui répond jamais.</translation>
        </message>
        <message>
            <source>The sender is no phone that can be answered.</source>
            <translation>L’expéditeur n’est pas un téléphone auquel on peut répondre.</translation>
        </message>
        <message>
            <source>The sender is one of our own numbers.</source>
            <translation>L’expéditeur est un de nos propres numéros.</translation>
        </message>
        <message>
            <source>The series {id} cannot go on: it was not stopped, or another stands in its place.</source>
            <translation>La série {id} ne peut pas repartir : elle n’a pas été arrêtée, ou une autre a pris sa place.</translation>
        </message>
        <message>
            <source>The series {id} was stopped already.</source>
            <translation>La série {id} est déjà arrêtée.</translation>
        </message>
        <message>
            <source>The sheet {sheet} has no column of phone numbers and was left out.</source>
            <translation>La feuille {sheet} n’a pas de colonne de téléphones ; elle est laissée de côté.</translation>
        </message>
        <message>
            <source>The sheet {sheet} is hidden and was not read; have it read if it belongs to the list.</source>
            <translation>La feuille {sheet} est masquée et n’a pas été lue ; faites-la lire si elle fait partie de la liste.</translation>
        </message>
        <message>
            <source>The signal is fair.</source>
            <translation>Le signal est moyen.</translation>
        </message>
        <message>
            <source>The signal is good.</source>
            <translation>Le signal est bon.</translation>
        </message>
        <message>
            <source>The signal is very good.</source>
            <translation>Le signal est très bon.</translation>
        </message>
        <message>
            <source>The signal is weak.</source>
            <translation>Le signal est faible.</translation>
        </message>
        <message>
            <source>The signature {prefix} has a brace. Write it without.</source>
            <translation>La signature {prefix} contient une accolade. Écrivez-la sans.</translation>
        </message>
        <message>
            <source>The signature {prefix} is too long: {most} characters at most.</source>
            <translation>La signature {prefix} est trop longue : {most} caractères au plus.</translation>
        </message>
        <message>
            <source>The spreadsheet has shortened this number; make the column text and type it again.</source>
            <translation>Le tableur a abrégé ce numéro ; mettez la colonne au format texte et saisissez-le de nouveau.</translation>
        </message>
        <message>
            <source>The system does not let SMS desk change what starts with the session ({reason}). Ask whoever looks after this computer.</source>
            <translation>Le système ne laisse pas SMS desk changer ce qui démarre avec la session ({reason}). Demandez à la personne qui s’occupe de cet ordinateur.</translation>
        </message>
        <message>
            <source>The template has no name. Give it one.</source>
            <translation>Le modèle n’a pas de nom. Donnez-lui-en un.</translation>
        </message>
        <message>
            <source>The template has no version {id}. Choose one of: {numbers}.</source>
            <translation>Ce modèle n’a pas de version {id}. Choisissez parmi : {numbers}.</translation>
        </message>
        <message>
            <source>The template {name} has no text. Write one.</source>
            <translation>Le modèle {name} n’a pas de texte. Écrivez-en un.</translation>
        </message>
        <message>
            <source>The template {name} is too long. Shorten its name, category or text.</source>
            <translation>Le modèle {name} est trop long. Raccourcissez son nom, sa catégorie ou son texte.</translation>
        </message>
        <message>
            <source>The text is empty. Write what the message should say.</source>
            <translation>Le texte est vide. Écrivez ce que le message doit dire.</translation>
        </message>
        <message>
            <source>The text is long: it makes {parts} SMS for one person.</source>
            <translation>Le texte est long : chacun recevra jusqu’à {parts} SMS.</translation>
        </message>
        <message>
            <source>The text makes {parts} SMS for one person; the most is {most}. Shorten it.</source>
            <translation>Le texte fait {parts} SMS par personne ; le maximum est {most}. Raccourcissez-le.</translation>
        </message>
        <message>
            <source>The text of the answer is empty or too long. Correct it in the settings.</source>
            <translation>Le texte de la réponse est vide ou trop long. Corrigez-le dans les réglages.</translation>
        </message>
        <message>
            <source>The time to send, {moment}, is in the past. Choose a later one.</source>
            <translation>L’heure d’envoi, {moment}, est passée. Choisissez un moment plus tardif.</translation>
        </message>
        <message>
            <source>The time to send, {moment}, is years away. Choose an earlier one.</source>
            <translation>L’heure d’envoi, {moment}, est dans des années. Choisissez un moment plus proche.</translation>
        </message>
        <message>
            <source>The virtual modem is ready at {place}</source>
            <translation>Le modem virtuel est prêt : {place}</translation>
        </message>
        <message>
            <source>The window needs system libraries that are missing here ({reason}). Install them: on Debian or Ubuntu, sudo apt install {debian}; on Fedora, sudo dnf install {fedora}.</source>
            <translation>La fenêtre a besoin de bibliothèques du système qui manquent ici ({reason}). Installez-les : sous Debian ou Ubuntu, sudo apt install {debian} ; sous Fedora, sudo dnf install {fedora}.</translation>
        </message>
        <message>
            <source>There already is a virtual modem "{name}".</source>
            <translation>Il y a déjà un modem virtuel « {name} ».</translation>
        </message>
        <message>
            <source>There are invisible characters in it: {text}. Type it anew.</source>
            <translation>Il y a dedans des caractères invisibles : {text}. Retapez-le.</translation>
        </message>
        <message>
            <source>There are no phones in {name}; these people can be reached once the list of their guardians is imported too.</source>
            <translation>Il n’y a pas de téléphone dans {name} ; ces personnes pourront être jointes quand la liste de leurs responsables aura aussi été importée.</translation>
        </message>
        <message>
            <source>There are several numbers here; write one only.</source>
            <translation>Il y a plusieurs numéros ici ; n’en écrivez qu’un.</translation>
        </message>
        <message>
            <source>There are two services named {name}. Rename one.</source>
            <translation>Deux services s’appellent {name}. Renommez-en un.</translation>
        </message>
        <message>
            <source>There is a group {name} already.</source>
            <translation>Il y a déjà un groupe {name}.</translation>
        </message>
        <message>
            <source>There is a keyword {word} already. Change that one.</source>
            <translation>Il y a déjà un mot-clé {word}. Modifiez celui-là.</translation>
        </message>
        <message>
            <source>There is a modem on {port}.</source>
            <translation>Il y a un modem sur {port}.</translation>
        </message>
        <message>
            <source>There is already a template named {name}. Choose another name.</source>
            <translation>Il y a déjà un modèle nommé {name}. Choisissez un autre nom.</translation>
        </message>
        <message>
            <source>There is an exception for these days already. Remove it first to change it.</source>
            <translation>Une exception existe déjà pour ces jours. Retirez-la d’abord pour la changer.</translation>
        </message>
        <message>
            <source>There is another file at {file} already. Choose another name.</source>
            <translation>Il y a déjà un autre fichier à cet emplacement : {file}. Choisissez un autre nom.</translation>
        </message>
        <message>
            <source>There is no SIM in the modem. Insert it, then plug the modem in again.</source>
            <translation>Il n’y a pas de carte SIM dans le modem. Insérez-la, puis rebranchez le modem.</translation>
        </message>
        <message>
            <source>There is no alert {id}. Look it up in the list of alerts.</source>
            <translation>Il n’y a pas d’alerte {id}. Cherchez-la dans la liste des alertes.</translation>
        </message>
        <message>
            <source>There is no broadcast {id}. Look it up in the list of broadcasts.</source>
            <translation>Il n’y a pas d’envoi {id}. Cherchez-le dans la liste des envois.</translation>
        </message>
        <message>
            <source>There is no column {letter}; see --dry-run.</source>
            <translation>Il n’y a pas de colonne {letter} ; voyez --dry-run.</translation>
        </message>
        <message>
            <source>There is no course on {day}: {name}.</source>
            <translation>Pas de cours {day} : {name}.</translation>
        </message>
        <message>
            <source>There is no day to send on. Choose one.</source>
            <translation>Il n’y a pas de jour d’envoi. Choisissez-en un.</translation>
        </message>
        <message>
            <source>There is no fault "{name}" (in "{spec}"). The known ones are: {known}.</source>
            <translation>Il n’y a pas de panne « {name} » (dans « {spec} »). Les pannes connues sont : {known}.</translation>
        </message>
        <message>
            <source>There is no file {file}. Choose a copy that `smsdesk backup` made.</source>
            <translation>Il n’y a pas de fichier {file}. Choisissez une copie faite par `smsdesk backup`.</translation>
        </message>
        <message>
            <source>There is no file {file}; check its name and its folder.</source>
            <translation>Il n’y a pas de fichier {file} ; vérifiez son nom et son dossier.</translation>
        </message>
        <message>
            <source>There is no group {name}. There are: {names}.</source>
            <translation>Il n’y a pas de groupe {name}. Il y a : {names}.</translation>
        </message>
        <message>
            <source>There is no group {name}; import a class list first.</source>
            <translation>Il n’y a pas de groupe {name} ; importez d’abord une liste de classe.</translation>
        </message>
        <message>
            <source>There is no keyword {word}.</source>
            <translation>Il n’y a pas de mot-clé {word}.</translation>
        </message>
        <message>
            <source>There is no message {id}. Look it up in the list of messages.</source>
            <translation>Il n’y a pas de message {id}. Cherchez-le dans la liste des messages.</translation>
        </message>
        <message>
            <source>There is no modem on {port}. Plug it in, or choose another port.</source>
            <translation>Il n’y a pas de modem sur {port}. Branchez-le, ou choisissez une autre prise.</translation>
        </message>
        <message>
            <source>There is no modem {name}. Look at the list of modems.</source>
            <translation>Il n’y a pas de modem {name}. Regardez la liste des modems.</translation>
        </message>
        <message>
            <source>There is no other guardian with a mobile who receives these messages.</source>
            <translation>Aucun autre responsable avec un mobile ne reçoit ces messages.</translation>
        </message>
        <message>
            <source>There is no phone for tests yet. Enter your mobile in the settings.</source>
            <translation>Aucun téléphone n’est prévu pour les tests. Indiquez votre mobile dans les réglages.</translation>
        </message>
        <message>
            <source>There is no phone number here.</source>
            <translation>Il n’y a pas de numéro de téléphone ici.</translation>
        </message>
        <message>
            <source>There is no planned send {id}. Look it up in the plan.</source>
            <translation>Il n’y a pas d’envoi prévu {id}. Cherchez-le dans le planning.</translation>
        </message>
        <message>
            <source>There is no question about row {row}; see --dry-run.</source>
            <translation>Aucune question ne porte sur la ligne {row} ; voyez --dry-run.</translation>
        </message>
        <message>
            <source>There is no received message {id}. Look it up in the inbox.</source>
            <translation>Il n’y a pas de message reçu {id}. Cherchez-le dans la réception.</translation>
        </message>
        <message>
            <source>There is no series {id}. Look it up in the plan.</source>
            <translation>Il n’y a pas de série {id}. Cherchez-la dans le planning.</translation>
        </message>
        <message>
            <source>There is no such request. Look it up in the list of opt-outs.</source>
            <translation>Cette demande n’existe pas. Cherchez-la dans la liste des demandes STOP.</translation>
        </message>
        <message>
            <source>There is no such request. Look it up in the list of sign-ups.</source>
            <translation>Cette demande n’existe pas. Cherchez-la dans la liste des inscriptions.</translation>
        </message>
        <message>
            <source>There is no teacher {name}. There are: {names}.</source>
            <translation>Aucun professeur ne s’appelle {name}. Professeurs connus : {names}.</translation>
        </message>
        <message>
            <source>There is no template named {name}. Choose one of: {candidates}.</source>
            <translation>Il n’y a pas de modèle nommé {name}. Choisissez parmi : {candidates}.</translation>
        </message>
        <message>
            <source>There is no template {name}. Did you mean {near}?</source>
            <translation>Il n’y a pas de modèle {name}. Vouliez-vous dire {near} ?</translation>
        </message>
        <message>
            <source>There is no value for {fields}. Give one, or take it out.</source>
            <translation>Il manque une valeur pour {fields}. Donnez-en une, ou retirez le champ.</translation>
        </message>
        <message>
            <source>There is no value of {fields} for {names}. Give one, or write what stands in its place: {example}.</source>
            <translation>Il manque {fields} pour {names}. Donnez une valeur, ou écrivez ce qui en tient lieu : {example}.</translation>
        </message>
        <message>
            <source>There is no virtual modem "{name}".</source>
            <translation>Il n’y a pas de modem virtuel « {name} ».</translation>
        </message>
        <message>
            <source>There is nobody named {name}.</source>
            <translation>Personne ne s’appelle {name}.</translation>
        </message>
        <message>
            <source>There is nobody to send to. Choose a group or people.</source>
            <translation>Il n’y a personne à qui envoyer. Choisissez un groupe ou des personnes.</translation>
        </message>
        <message>
            <source>There is nothing to decide about {id}.</source>
            <translation>Il n’y a rien à décider pour {id}.</translation>
        </message>
        <message>
            <source>There is nothing to make again: nothing was undone, or more was changed since.</source>
            <translation>Il n’y a rien à refaire : rien n’a été annulé, ou autre chose a été modifié depuis.</translation>
        </message>
        <message>
            <source>There is nothing to paste; copy the cells in your list first.</source>
            <translation>Il n’y a rien à coller. Copiez d’abord les cellules dans votre liste.</translation>
        </message>
        <message>
            <source>There is nothing to undo.</source>
            <translation>Il n’y a rien à annuler.</translation>
        </message>
        <message>
            <source>These courses are over already: the families would learn it afterwards.</source>
            <translation>Ces cours sont déjà terminés : les familles ne l’apprendraient qu’après coup.</translation>
        </message>
        <message>
            <source>These names are taken by other texts: {names}. Say --on-conflict keep, replace or both.</source>
            <translation>Ces noms sont pris par d’autres textes : {names}. Dites --on-conflict keep, replace ou both.</translation>
        </message>
        <message>
            <source>These rows are hidden in the file; they were read like the others. Take them out of the list if these people do not belong to it.</source>
            <translation>Ces lignes sont masquées dans le fichier ; elles ont été lues comme les autres. Retirez-les de la liste si ces personnes n’en font pas partie.</translation>
        </message>
        <message>
            <source>This cannot be undone alone: {names} changed again later. Undo this first: {change}.</source>
            <translation>Impossible d’annuler cela seul : {names} a encore changé ensuite. Annulez d’abord ceci : {change}.</translation>
        </message>
        <message>
            <source>This cannot be undone: the conditions of {name} ask for a group that would be gone. Change them first.</source>
            <translation>Impossible d’annuler : les conditions de {name} demandent un groupe qui n’existerait plus. Modifiez-les d’abord.</translation>
        </message>
        <message>
            <source>This cannot be undone: {names} changed since. Change it by hand.</source>
            <translation>Impossible d’annuler : {names} a changé depuis. Corrigez à la main.</translation>
        </message>
        <message>
            <source>This cannot be undone: {name} has the same name or the same number now. Change that first.</source>
            <translation>Impossible d’annuler : {name} porte maintenant le même nom ou le même numéro. Modifiez-le d’abord.</translation>
        </message>
        <message>
            <source>This cell holds no value but an error or a formula that was not reckoned; save the file in Excel.</source>
            <translation>Cette cellule ne contient pas de valeur, mais une erreur ou une formule non calculée. Enregistrez le fichier dans Excel.</translation>
        </message>
        <message>
            <source>This change is too old to be undone. Change it by hand.</source>
            <translation>Cette modification est trop ancienne pour être annulée. Corrigez-la à la main.</translation>
        </message>
        <message>
            <source>This draft is no longer there: it was sent or deleted.</source>
            <translation>Ce brouillon n’existe plus : il a été envoyé ou supprimé.</translation>
        </message>
        <message>
            <source>This exception of the calendar is no longer there.</source>
            <translation>Cette exception du calendrier n’existe plus.</translation>
        </message>
        <message>
            <source>This exercise is over. Begin a new one.</source>
            <translation>Cet exercice est terminé. Commencez-en un autre.</translation>
        </message>
        <message>
            <source>This exercise was interrupted: it has no log sheet.</source>
            <translation>Cet exercice a été interrompu : il n’a pas de fiche de suivi.</translation>
        </message>
        <message>
            <source>This file holds more than {count} templates. Share it in parts.</source>
            <translation>Ce fichier contient plus de {count} modèles. Partagez-le en plusieurs fois.</translation>
        </message>
        <message>
            <source>This file is no library of templates. Choose a .toml or .json file that SMS desk exported.</source>
            <translation>Ce fichier n’est pas une bibliothèque de modèles. Choisissez un fichier .toml ou .json exporté par SMS desk.</translation>
        </message>
        <message>
            <source>This file is too large for a library of templates.</source>
            <translation>Ce fichier est trop gros pour une bibliothèque de modèles.</translation>
        </message>
        <message>
            <source>This file was made by a newer version of the program. Install that one to read it.</source>
            <translation>Ce fichier vient d’une version plus récente du programme. Installez-la pour le lire.</translation>
        </message>
        <message>
            <source>This group is no longer there.</source>
            <translation>Ce groupe n’existe plus.</translation>
        </message>
        <message>
            <source>This international number does not exist; check its country code and its digits.</source>
            <translation>Ce numéro international n’existe pas ; vérifiez l’indicatif du pays et les chiffres.</translation>
        </message>
        <message>
            <source>This is a mistake of the program, not yours. It goes on, and what was kept is safe.</source>
            <translation>C’est une erreur du programme, pas la vôtre. Il continue, et ce qui est enregistré est en sécurité.</translation>
        </message>
        <message>
            <source>This is a phone and no class.</source>
            <translation>C’est un téléphone, pas une classe.</translation>
        </message>
        <message>
            <source>This is a phone in the column {column}, so it is not used.</source>
            <translation>C’est un téléphone dans la colonne {column} : il n’est donc pas utilisé.</translation>
        </message>
        <message>
            <source>This is another port of the modem on {port}.</source>
            <translation>C’est une autre prise du modem sur {port}.</translation>
        </message>
        <message>
            <source>This is no e-mail address.</source>
            <translation>Ce n’est pas une adresse électronique.</translation>
        </message>
        <message>
            <source>This is no kind of person; the row was read as that of a pupil.</source>
            <translation>Ce n’est pas un type de personne. La ligne a été lue comme celle d’un élève.</translation>
        </message>
        <message>
            <source>This is no weekly hour of a group.</source>
            <translation>Ce n’est pas l’horaire hebdomadaire d’un groupe.</translation>
        </message>
        <message>
            <source>This is not a date; write it like 31/12/2012.</source>
            <translation>Ce n’est pas une date ; écrivez-la comme 31/12/2012.</translation>
        </message>
        <message>
            <source>This is not a name.</source>
            <translation>Ce n’est pas un nom.</translation>
        </message>
        <message>
            <source>This is not a phone number.</source>
            <translation>Ce n’est pas un numéro de téléphone.</translation>
        </message>
        <message>
            <source>This keyword is no longer there.</source>
            <translation>Ce mot-clé n’existe plus.</translation>
        </message>
        <message>
            <source>This looks like a phone, but the column {column} is not used; say what it holds.</source>
            <translation>On dirait un téléphone, mais la colonne {column} n’est pas utilisée ; dites ce qu’elle contient.</translation>
        </message>
        <message>
            <source>This looks like an address, but the column {column} is not used; say what it holds.</source>
            <translation>On dirait une adresse, mais la colonne {column} n’est pas utilisée ; dites ce qu’elle contient.</translation>
        </message>
        <message>
            <source>This may be a French number or one with +{code}; write it with its code.</source>
            <translation>Ce peut être un numéro français ou un numéro en +{code} ; écrivez-le avec son indicatif.</translation>
        </message>
        <message>
            <source>This message answers no broadcast. Say first which one it answers.</source>
            <translation>Ce message ne répond à aucun envoi. Dites d’abord auquel il répond.</translation>
        </message>
        <message>
            <source>This message is useless from {moment} on and would not leave then. Choose an earlier hour.</source>
            <translation>Ce message n’est plus utile à partir du {moment} et ne partirait pas. Choisissez une heure plus tôt.</translation>
        </message>
        <message>
            <source>This message was cancelled before it was sent.</source>
            <translation>Ce message a été annulé avant d’être envoyé.</translation>
        </message>
        <message>
            <source>This modem does not offer SMS in a form the desk can use. Use another modem.</source>
            <translation>Ce modem ne propose pas les SMS sous une forme utilisable. Utilisez un autre modem.</translation>
        </message>
        <message>
            <source>This month the SIM has written to as many phones as it may: sending to others goes on on {day}.</source>
            <translation>Ce mois-ci, la carte SIM a écrit à autant de téléphones qu’elle peut : l’envoi aux autres repart le {day}.</translation>
        </message>
        <message>
            <source>This name is too long: {name}…</source>
            <translation>Ce nom est trop long : {name}…</translation>
        </message>
        <message>
            <source>This name is too long; give at most {most} characters.</source>
            <translation>Ce nom est trop long ; donnez au plus {most} caractères.</translation>
        </message>
        <message>
            <source>This number does not exist or is not in use. Check it, then send again.</source>
            <translation>Ce numéro n’existe pas ou n’est pas attribué. Vérifiez-le, puis renvoyez.</translation>
        </message>
        <message>
            <source>This number or text cannot be sent as an SMS. Correct it, then send again.</source>
            <translation>Ce numéro ou ce texte ne peut pas partir en SMS. Corrigez-le, puis renvoyez.</translation>
        </message>
        <message>
            <source>This person is archived and was left out.</source>
            <translation>Cette personne est archivée et n’a pas été reprise.</translation>
        </message>
        <message>
            <source>This person is no longer there.</source>
            <translation>Cette personne n’est plus là.</translation>
        </message>
        <message>
            <source>This phone had its most of automatic answers for a day.</source>
            <translation>Ce téléphone a eu toutes les réponses automatiques permises en un jour.</translation>
        </message>
        <message>
            <source>This phone stands above the headers, so it is nobody's.</source>
            <translation>Ce téléphone est au-dessus des en-têtes : il n’est donc à personne.</translation>
        </message>
        <message>
            <source>This port does not react. Unplug what is behind it and plug it in again.</source>
            <translation>Cette prise ne réagit pas. Débranchez ce qui y est branché, puis rebranchez-le.</translation>
        </message>
        <message>
            <source>This request was decided already. Take that back first.</source>
            <translation>Cette demande est déjà réglée. Annulez d’abord cette décision.</translation>
        </message>
        <message>
            <source>This row has more cells than the headers, so what stands here is not used; check the row.</source>
            <translation>Cette ligne a plus de cellules que les en-têtes : ce contenu n’est donc pas utilisé. Vérifiez la ligne.</translation>
        </message>
        <message>
            <source>This rule gives no day to send on within two years. Choose another one.</source>
            <translation>Cette règle ne donne aucun jour d’envoi dans les deux ans. Choisissez-en une autre.</translation>
        </message>
        <message>
            <source>This teacher is archived. Choose another, or take this person back first.</source>
            <translation>Ce professeur est archivé. Choisissez-en un autre, ou sortez-le d’abord des archives.</translation>
        </message>
        <message>
            <source>This template no longer exists. Choose another one from the list.</source>
            <translation>Ce modèle n’existe plus. Choisissez-en un autre dans la liste.</translation>
        </message>
        <message>
            <source>This text is too long for a cell of a list.</source>
            <translation>Ce texte est trop long pour une cellule de liste.</translation>
        </message>
        <message>
            <source>This text is too long for a phone number.</source>
            <translation>Ce texte est trop long pour un numéro de téléphone.</translation>
        </message>
        <message>
            <source>This text reads as an order itself: two machines would answer each other. Change it.</source>
            <translation>Ce texte se lit lui-même comme un ordre : deux machines se répondraient. Modifiez-le.</translation>
        </message>
        <message>
            <source>This user may not open {port}. Add the user to the group dialout, then log in again.</source>
            <translation>Cet utilisateur n’a pas le droit d’ouvrir {port}. Ajoutez-le au groupe dialout, puis reconnectez-vous.</translation>
        </message>
        <message>
            <source>This version keeps its data in another way. To change the database {path} safely, {needed} MB must be free on its disk, and {free} MB are. Free some space and start again; nothing was changed.</source>
            <translation>Cette version range ses données autrement. Pour modifier la base de données {path} sans risque, {needed} Mo doivent être libres sur son disque ; il y en a {free}. Libérez de la place et relancez ; rien n’a été changé.</translation>
        </message>
        <message>
            <source>This was undone already.</source>
            <translation>C’est déjà annulé.</translation>
        </message>
        <message>
            <source>This {maker} stick is a small web router (HiLink) and has no modem port. Use a stick with a modem.</source>
            <translation>Cette clé {maker} est un petit routeur web (HiLink) et n’a pas de prise modem. Utilisez une clé avec un modem.</translation>
        </message>
        <message>
            <source>This {maker} stick still shows its driver disc instead of its modem. Install the package usb-modeswitch, then plug it in again.</source>
            <translation>Cette clé {maker} montre encore son disque de pilotes au lieu de son modem. Installez le paquet usb-modeswitch, puis rebranchez-la.</translation>
        </message>
        <message>
            <source>Through {name}: it keeps to its plan.</source>
            <translation>Par {name}, dans la limite de son forfait.</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translation>jeudi</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translation>mardi</translation>
        </message>
        <message>
            <source>Two choices are the same. Change one of them.</source>
            <translation>Deux choix sont les mêmes. Changez l’un des deux.</translation>
        </message>
        <message>
            <source>Unplug it, wait ten seconds and plug it in again.</source>
            <translation>Débranchez-le, attendez dix secondes et rebranchez-le.</translation>
        </message>
        <message>
            <source>Until this is solved, nothing more can be kept. What was kept before is still there.</source>
            <translation>Tant que ce n’est pas réglé, plus rien ne peut être enregistré. Ce qui l’était déjà est toujours là.</translation>
        </message>
        <message>
            <source>Use another modem where that matters.</source>
            <translation>Utilisez un autre modem là où cela compte.</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Valeur</translation>
        </message>
        <message>
            <source>Victor Schoelcher Day</source>
            <translation>Fête de Victor Schœlcher</translation>
        </message>
        <message>
            <source>Victory Day</source>
            <translation>Victoire de 1945</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translation>mercredi</translation>
        </message>
        <message>
            <source>When it is full, nothing can be received.</source>
            <translation>Quand elle est pleine, plus rien ne peut être reçu.</translation>
        </message>
        <message>
            <source>Whit Monday</source>
            <translation>Lundi de Pentecôte</translation>
        </message>
        <message>
            <source>Windows has no pseudo-terminals: put the virtual modem on TCP instead (--tcp HOST:PORT).</source>
            <translation>Windows n’a pas de pseudo-terminaux : placez plutôt le modem virtuel sur TCP (--tcp HÔTE:PORT).</translation>
        </message>
        <message>
            <source>Winter holidays</source>
            <translation>Vacances d’hiver</translation>
        </message>
        <message>
            <source>With its fields filled in, the text is empty for {names}. Write something beside the fields.</source>
            <translation>Une fois les champs remplis, le texte est vide pour {names}. Écrivez quelque chose à côté des champs.</translation>
        </message>
        <message>
            <source>Without it the network takes no message.</source>
            <translation>Sans lui, le réseau ne prend aucun message.</translation>
        </message>
        <message>
            <source>Write the room in which the course takes place.</source>
            <translation>Écrivez la salle où le cours a lieu.</translation>
        </message>
        <message>
            <source>Write the text that {word} is answered with.</source>
            <translation>Écrivez la réponse au mot {word}.</translation>
        </message>
        <message>
            <source>Write what is answered when nobody is there.</source>
            <translation>Écrivez ce qui est répondu quand personne n’est là.</translation>
        </message>
        <message>
            <source>Write when the hour begins, for example 17:30.</source>
            <translation>Indiquez quand l’horaire commence, par exemple 17:30.</translation>
        </message>
        <message>
            <source>Write who teaches in the place of the absent teacher.</source>
            <translation>Écrivez qui remplace le professeur absent.</translation>
        </message>
        <message>
            <source>Your families answer most between {begins} and {ends}: {share} % of {count} answers.</source>
            <translation>Vos familles répondent surtout entre {begins} et {ends} : {share} % de {count} réponses.</translation>
        </message>
        <message>
            <source>Your quiet hours are from {begins} to {ends}.</source>
            <translation>Vos heures calmes vont de {begins} à {ends}.</translation>
        </message>
        <message>
            <source>Your settings keep Sundays quiet.</source>
            <translation>Vos réglages gardent le dimanche calme.</translation>
        </message>
        <message>
            <source>Your settings keep public holidays quiet.</source>
            <translation>Vos réglages gardent les jours fériés calmes.</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>fermé</translation>
        </message>
        <message>
            <source>day {days}</source>
            <translation>le {days}</translation>
        </message>
        <message>
            <source>the first {day}</source>
            <translation>le premier {day}</translation>
        </message>
        <message>
            <source>the fourth {day}</source>
            <translation>le quatrième {day}</translation>
        </message>
        <message>
            <source>the last day</source>
            <translation>le dernier jour</translation>
        </message>
        <message>
            <source>the last {day}</source>
            <translation>le dernier {day}</translation>
        </message>
        <message>
            <source>the second {day}</source>
            <translation>le deuxième {day}</translation>
        </message>
        <message>
            <source>the third {day}</source>
            <translation>le troisième {day}</translation>
        </message>
        <message>
            <source>with the number {pid}</source>
            <translation>avec le numéro {pid}</translation>
        </message>
        <message>
            <source>{count} more cells of the column {column} look like it and are not used.</source>
            <translation>{count} autres cellules de la colonne {column} y ressemblent et ne sont pas utilisées.</translation>
        </message>
        <message>
            <source>{count} more cells stand to the right of the last column.</source>
            <translation>{count} autres cellules sont à droite de la dernière colonne.</translation>
        </message>
        <message>
            <source>{count} people archived</source>
            <translation>{count} personnes archivées</translation>
        </message>
        <message>
            <source>{count} people put into {group}</source>
            <translation>{count} personnes ajoutées à {group}</translation>
        </message>
        <message>
            <source>{count} people taken back from the archive</source>
            <translation>{count} personnes sorties des archives</translation>
        </message>
        <message>
            <source>{count} people taken out of {group}</source>
            <translation>{count} personnes retirées de {group}</translation>
        </message>
        <message>
            <source>{count} things are doubtful, so nothing was imported. The first: {first} Look at them and accept them, or correct the list.</source>
            <translation>{count} points sont douteux ; rien n’a été importé. Le premier : {first} Regardez-les et acceptez-les, ou corrigez la liste.</translation>
        </message>
        <message>
            <source>{day} is in the past. Choose today or a later day.</source>
            <translation>Le {day} est déjà passé. Choisissez aujourd’hui ou un jour à venir.</translation>
        </message>
        <message>
            <source>{digits} is a short number; an SMS needs a complete one.</source>
            <translation>{digits} est un numéro court ; un SMS a besoin d’un numéro complet.</translation>
        </message>
        <message>
            <source>{email} is no e-mail address. Write it like name@example.fr.</source>
            <translation>{email} n’est pas une adresse e-mail. Écrivez-la comme nom@exemple.fr.</translation>
        </message>
        <message>
            <source>{field}: {reason}</source>
            <translation>{field} : {reason}</translation>
        </message>
        <message>
            <source>{file} has no known ending; choose a name with .xlsx or .csv.</source>
            <translation>{file} n’a pas une extension connue. Choisissez un nom en .xlsx ou .csv.</translation>
        </message>
        <message>
            <source>{file} has no known ending; choose a name with .xlsx, .csv or .txt.</source>
            <translation>{file} n’a pas une extension connue. Choisissez un nom en .xlsx, .csv ou .txt.</translation>
        </message>
        <message>
            <source>{file} has no known ending; choose a name with .xlsx, .csv or .vcf.</source>
            <translation>{file} n’a pas une extension connue. Choisissez un nom en .xlsx, .csv ou .vcf.</translation>
        </message>
        <message>
            <source>{file} is a folder; choose the list inside it.</source>
            <translation>{file} est un dossier ; choisissez la liste qui s’y trouve.</translation>
        </message>
        <message>
            <source>{file} is no file; choose the list itself.</source>
            <translation>{file} n’est pas un fichier ; choisissez la liste elle-même.</translation>
        </message>
        <message>
            <source>{file} is the database itself. Choose another file.</source>
            <translation>{file} est la base de données elle-même. Choisissez un autre fichier.</translation>
        </message>
        <message>
            <source>{first} and {last}</source>
            <translation>{first} et {last}</translation>
        </message>
        <message>
            <source>{first}, {next}</source>
            <translation>{first}, {next}</translation>
        </message>
        <message>
            <source>{guardian} cannot be a guardian of {name}, who is a guardian in the same family. If you accept, this is left out.</source>
            <translation>{guardian} ne peut pas être responsable de {name}, qui est déjà responsable dans la même famille. Si vous acceptez, ce lien est ignoré.</translation>
        </message>
        <message>
            <source>{id} cannot be planned again: look at it in the plan.</source>
            <translation>{id} ne peut pas être prévu à nouveau : regardez-le dans le planning.</translation>
        </message>
        <message>
            <source>{id} names no planned send. Write it like e12, as the plan shows it.</source>
            <translation>{id} ne désigne aucun envoi prévu. Écrivez-le comme e12, tel que le planning le montre.</translation>
        </message>
        <message>
            <source>{id} was called off for good. Send it again from its page.</source>
            <translation>{id} a été annulé définitivement. Renvoyez-le depuis sa page.</translation>
        </message>
        <message>
            <source>{id} was sent, skipped or begun already: it stays as it is.</source>
            <translation>{id} est déjà envoyé, passé ou commencé : il reste comme il est.</translation>
        </message>
        <message>
            <source>{month} is no month. Give one such as 2026-11.</source>
            <translation>{month} n’est pas un mois. Donnez-en un, par exemple 2026-11.</translation>
        </message>
        <message>
            <source>{name} added</source>
            <translation>Fiche {name} créée</translation>
        </message>
        <message>
            <source>{name} archived</source>
            <translation>Fiche {name} archivée</translation>
        </message>
        <message>
            <source>{name} can mean several groups: {names}.</source>
            <translation>{name} peut désigner plusieurs groupes : {names}.</translation>
        </message>
        <message>
            <source>{name} can mean several people: {names}.</source>
            <translation>{name} peut désigner plusieurs personnes : {names}.</translation>
        </message>
        <message>
            <source>{name} can mean several teachers: {names}. Write the whole name.</source>
            <translation>« {name} » peut désigner plusieurs professeurs : {names}. Écrivez le nom entier.</translation>
        </message>
        <message>
            <source>{name} cannot be a guardian of the same person.</source>
            <translation>{name} ne peut pas être son propre responsable.</translation>
        </message>
        <message>
            <source>{name} cannot be inside {parent}: that group is inside it.</source>
            <translation>{name} ne peut pas être dans {parent} : ce groupe est lui-même dedans.</translation>
        </message>
        <message>
            <source>{name} changed</source>
            <translation>Fiche {name} modifiée</translation>
        </message>
        <message>
            <source>{name} has another number than somebody known with the same name and group. If you accept, they are two people.</source>
            <translation>{name} a un autre identifiant que la personne connue du même nom et du même groupe. Si vous acceptez, ce sont deux personnes.</translation>
        </message>
        <message>
            <source>{name} has another number than somebody known with the same name and the same family. If you accept, it is the same person.</source>
            <translation>{name} a un autre identifiant que la personne connue du même nom et de la même famille. Si vous acceptez, c’est la même personne.</translation>
        </message>
        <message>
            <source>{name} has the name of somebody known, but no phone, group or birth date shows that it is the same person. If you accept, it is.</source>
            <translation>{name} porte le nom de quelqu’un de connu, mais ni téléphone, ni groupe, ni date de naissance ne montre que c’est la même personne. Si vous acceptez, c’est elle.</translation>
        </message>
        <message>
            <source>{name} has the number of {other}. If you accept, they are two people.</source>
            <translation>{name} a le numéro de {other}. Si vous acceptez, ce sont deux personnes.</translation>
        </message>
        <message>
            <source>{name} is archived. Take this person back first.</source>
            <translation>{name} est dans les archives. Sortez d’abord cette personne des archives.</translation>
        </message>
        <message>
            <source>{name} is in the archive. If you accept, the same person comes back.</source>
            <translation>{name} est dans les archives. Si vous acceptez, la même personne revient.</translation>
        </message>
        <message>
            <source>{name} is nearly the name of {other}, who has the same phone, group or birth date. If you accept, they are two people.</source>
            <translation>{name} ressemble à {other}, qui a le même téléphone, le même groupe ou la même date de naissance. Si vous acceptez, ce sont deux personnes.</translation>
        </message>
        <message>
            <source>{name} is not one line of the calling list. Choose one of: {names}.</source>
            <translation>{name} ne désigne pas une seule ligne de la liste d’appels. Choisissez parmi : {names}.</translation>
        </message>
        <message>
            <source>{name} put into {group}</source>
            <translation>{name} entre dans le groupe {group}</translation>
        </message>
        <message>
            <source>{name} stands in rows {first} and {second} with different phones; they will be two different people.</source>
            <translation>{name} figure aux lignes {first} et {second} avec des téléphones différents ; ce seront deux personnes différentes.</translation>
        </message>
        <message>
            <source>{name} taken back from the archive</source>
            <translation>Fiche {name} sortie des archives</translation>
        </message>
        <message>
            <source>{name} taken out of {group}</source>
            <translation>{name} sort du groupe {group}</translation>
        </message>
        <message>
            <source>{name} was born on another day than somebody known with the same name and family. If you accept, they are two people.</source>
            <translation>{name} n’est pas né(e) le même jour que la personne connue du même nom et de la même famille. Si vous acceptez, ce sont deux personnes.</translation>
        </message>
        <message>
            <source>{number} cannot receive SMS: {reason}</source>
            <translation>{number} ne peut pas recevoir de SMS : {reason}</translation>
        </message>
        <message>
            <source>{number} is a landline and cannot receive SMS. Give a mobile number.</source>
            <translation>{number} est un fixe et ne peut pas recevoir de SMS. Indiquez un numéro de mobile.</translation>
        </message>
        <message>
            <source>{number} is no phone number. Write it like 06 12 34 56 78.</source>
            <translation>{number} n’est pas un numéro de téléphone. Écrivez-le comme 06 12 34 56 78.</translation>
        </message>
        <message>
            <source>{number} is no phone number: {reason}</source>
            <translation>{number} n’est pas un numéro de téléphone : {reason}</translation>
        </message>
        <message>
            <source>{one} and {other} are two people</source>
            <translation>{one} et {other} sont deux personnes</translation>
        </message>
        <message>
            <source>{one} and {other} would both be called {name}. Give one another name, or end it.</source>
            <translation>{one} et {other} s’appelleraient tous deux {name}. Donnez un autre nom à l’un, ou terminez-le.</translation>
        </message>
        <message>
            <source>{option} {text} is no date and time. Write it like 2026-03-12T18:00.</source>
            <translation>{option} {text} n’est pas une date avec une heure. Écrivez-la comme 2026-03-12T18:00.</translation>
        </message>
        <message>
            <source>{option} {text} is no day. Write it like 2026-03-12.</source>
            <translation>{option} {text} n’est pas un jour. Écrivez-le comme 2026-03-12.</translation>
        </message>
        <message>
            <source>{other} merged into {name}</source>
            <translation>Fiche {other} fusionnée avec {name}</translation>
        </message>
        <message>
            <source>{path} cannot be read: {reason}.</source>
            <translation>{path} ne peut pas être lu : {reason}.</translation>
        </message>
        <message>
            <source>{path} cannot be written: {reason}. Choose another folder.</source>
            <translation>{path} ne peut pas être écrit : {reason}. Choisissez un autre dossier.</translation>
        </message>
        <message>
            <source>{percent} % of the scale.</source>
            <translation>{percent} % de l’échelle.</translation>
        </message>
        <message>
            <source>{phone} joined {group} by SMS</source>
            <translation>{phone} est entré dans {group} par SMS</translation>
        </message>
        <message>
            <source>{phone} left {group} by SMS</source>
            <translation>{phone} a quitté {group} par SMS</translation>
        </message>
        <message>
            <source>{phone}: agreement by SMS</source>
            <translation>{phone} : accord par SMS</translation>
        </message>
        <message>
            <source>{phone}: agreement recorded</source>
            <translation>Accord enregistré pour le {phone}</translation>
        </message>
        <message>
            <source>{phone}: objection by SMS</source>
            <translation>{phone} : refus par SMS</translation>
        </message>
        <message>
            <source>{phone}: objection recorded</source>
            <translation>Refus enregistré pour le {phone}</translation>
        </message>
        <message>
            <source>{phone}: what was asked by SMS is taken back</source>
            <translation>Demande faite par SMS annulée pour le {phone}</translation>
        </message>
        <message>
            <source>{piece} in the rule of repetition is not understood. Take it out.</source>
            <translation>{piece} dans la règle de répétition n’est pas compris. Retirez-le.</translation>
        </message>
        <message>
            <source>{piece} in the rule of repetition is too small or too large. Choose {least} to {most}.</source>
            <translation>{piece} dans la règle de répétition est trop petit ou trop grand. Choisissez de {least} à {most}.</translation>
        </message>
        <message>
            <source>{place} names no sheet of the list, which has: {names}.</source>
            <translation>{place} ne désigne aucune feuille de la liste, qui contient : {names}.</translation>
        </message>
        <message>
            <source>{reason} Choose another hour for it.</source>
            <translation>{reason} Choisissez une autre heure.</translation>
        </message>
        <message>
            <source>{reason} It waits until {moment}.</source>
            <translation>{reason} L’envoi attend jusqu’au {moment}.</translation>
        </message>
        <message>
            <source>{said} is no answer; write --leaver {id}=archive, remove or keep.</source>
            <translation>{said} n’est pas une réponse ; écrivez --leaver {id}=archive, remove ou keep.</translation>
        </message>
        <message>
            <source>{said} is no answer; write --same 12=new or --column D=phone.</source>
            <translation>{said} n’est pas une réponse ; écrivez --same 12=new ou --column D=phone.</translation>
        </message>
        <message>
            <source>{said} is no answer; write --same all=same or all=new.</source>
            <translation>{said} n’est pas une réponse ; écrivez --same all=same ou all=new.</translation>
        </message>
        <message>
            <source>{sentence} Tries left before the SIM locks itself: {left}.</source>
            <translation>{sentence} Essais restants avant que la carte SIM ne se bloque : {left}.</translation>
        </message>
        <message>
            <source>{teacher} has no course in these days. Choose another day.</source>
            <translation>{teacher} n’a pas cours à cette date. Choisissez un autre jour.</translation>
        </message>
        <message>
            <source>{teacher} has no course in these days. The next one is on {day}.</source>
            <translation>{teacher} n’a pas cours à cette date. Prochain cours : {day}.</translation>
        </message>
        <message>
            <source>{teacher} teaches no course. Open the group of the course and name the teacher there.</source>
            <translation>{teacher} n’a pas de cours. Ouvrez le groupe du cours et indiquez-y le professeur.</translation>
        </message>
        <message>
            <source>{text} is no day. Write it like 2026-03-12.</source>
            <translation>{text} n’est pas un jour. Écrivez-le comme 2026-03-12.</translation>
        </message>
        <message>
            <source>{text} is no opening time. Write 9:00-12:00, 14:00-18:00.</source>
            <translation>{text} n’est pas un horaire. Écrivez 9:00-12:00, 14:00-18:00.</translation>
        </message>
        <message>
            <source>{text} is no repetition. Write it like "week thu 18:00", "month 15 18:00" or "month first mon 18:00".</source>
            <translation>{text} n’est pas une répétition. Écrivez-la comme « week thu 18:00 », « month 15 18:00 » ou « month first mon 18:00 ».</translation>
        </message>
        <message>
            <source>{text} names no hour. Write it like 18:00.</source>
            <translation>{text} n’indique pas d’heure. Écrivez-la comme 18:00.</translation>
        </message>
        <message>
            <source>{used} of {total} places for messages are taken ({memory}).</source>
            <translation>{used} places sur {total} sont prises pour les messages ({memory}).</translation>
        </message>
        <message>
            <source>{what}: give a number from {least} to {most}.</source>
            <translation>{what} : donnez un nombre de {least} à {most}.</translation>
        </message>
        <message>
            <source>{who} objected to such messages since, so message {id} is not sent again. Consider it as sent.</source>
            <translation>{who} s’oppose depuis à ces messages : le message {id} n’est pas renvoyé. Considérez-le comme envoyé.</translation>
        </message>
        <message>
            <source>{word} and {other} are easily confused: one letter tells them apart.</source>
            <translation>{word} et {other} se confondent facilement : une seule lettre les distingue.</translation>
        </message>
        <message>
            <source>{word} means something else: STOP, OUI, NON, a number. Choose another word.</source>
            <translation>{word} veut dire autre chose : STOP, OUI, NON, un nombre. Choisissez un autre mot.</translation>
        </message>
        <message>
            <source>{word} needs a broadcast whose question it asks.</source>
            <translation>{word} a besoin d’un envoi dont il pose la question.</translation>
        </message>
        <message>
            <source>{word} needs a group that people can be put into: one that is there and has no conditions.</source>
            <translation>{word} a besoin d’un groupe où l’on peut mettre des personnes : un groupe présent et sans conditions.</translation>
        </message>
        <message>
            <source>{word}: such words join or leave a list. Write the name of the list alone.</source>
            <translation>{word} : avec de tels mots, on entre dans une liste ou on la quitte. Écrivez seulement le nom de la liste.</translation>
        </message>
        <message>
            <source>“{date}” is no date; write it as day/month/year, for example 14/07/2012.</source>
            <translation>« {date} » n’est pas une date ; écrivez jour/mois/année, par exemple 14/07/2012.</translation>
        </message>
        <message>
            <source>“{time}” is no time of day; write it as 17:30.</source>
            <translation>« {time} » n’est pas une heure ; écrivez-la comme 17:30.</translation>
        </message>
    </context>
    <context>
        <name>starting</name>
        <message>
            <source>The copy is in place. What was there before is kept beside it.</source>
            <translation>La copie est en place. Ce qui était là avant est conservé à côté.</translation>
        </message>
    </context>
    <context>
        <name>states</name>
        <message numerus="yes">
            <source>%n delivered</source>
            <translation>
                <numerusform>%Ln remis</numerusform>
                <numerusform>%Ln remis</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not delivered</source>
            <translation>
                <numerusform>%Ln non remis</numerusform>
                <numerusform>%Ln non remis</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sent</source>
            <translation>
                <numerusform>%Ln envoyé</numerusform>
                <numerusform>%Ln envoyés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n stopped</source>
            <translation>
                <numerusform>%Ln arrêté</numerusform>
                <numerusform>%Ln arrêtés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n uncertain</source>
            <translation>
                <numerusform>%Ln incertain</numerusform>
                <numerusform>%Ln incertains</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%Ln en attente</numerusform>
                <numerusform>%Ln en attente</numerusform>
            </translation>
        </message>
        <message>
            <source>Being sent</source>
            <translation>En cours d’envoi</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>Remis</translation>
        </message>
        <message>
            <source>Missed</source>
            <translation>Manqué</translation>
        </message>
        <message>
            <source>Not delivered</source>
            <translation>Non remis</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Suspendu</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>Prévu</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Envoyé</translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation>Passé</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Arrêté</translation>
        </message>
        <message>
            <source>Too late</source>
            <translation>Trop tard</translation>
        </message>
        <message>
            <source>Uncertain</source>
            <translation>Incertain</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>En attente</translation>
        </message>
    </context>
    <context>
        <name>status</name>
        <message numerus="yes">
            <source>%n missed sends</source>
            <translation>
                <numerusform>%Ln envoi manqué</numerusform>
                <numerusform>%Ln envois manqués</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n planned</source>
            <translation>
                <numerusform>%Ln prévu</numerusform>
                <numerusform>%Ln prévus</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n uncertain messages to decide</source>
            <translation>
                <numerusform>%Ln envoi incertain à décider</numerusform>
                <numerusform>%Ln envois incertains à décider</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%Ln en attente</numerusform>
                <numerusform>%Ln en attente</numerusform>
            </translation>
        </message>
        <message>
            <source>Foreign network: sending is held</source>
            <translation>Réseau étranger : envois suspendus</translation>
        </message>
        <message>
            <source>Looking for the modem…</source>
            <translation>Recherche du modem…</translation>
        </message>
        <message>
            <source>Modem ready</source>
            <translation>Modem prêt</translation>
        </message>
        <message>
            <source>No SIM card in the modem</source>
            <translation>Pas de carte SIM dans le modem</translation>
        </message>
        <message>
            <source>No mobile network</source>
            <translation>Pas de réseau mobile</translation>
        </message>
        <message>
            <source>No modem found</source>
            <translation>Aucun modem trouvé</translation>
        </message>
        <message>
            <source>No modem yet: plug in a GSM modem</source>
            <translation>Pas encore de modem : branchez un modem GSM</translation>
        </message>
        <message>
            <source>Nothing leaves for now</source>
            <translation>Rien ne part pour l’instant</translation>
        </message>
        <message>
            <source>Nothing waiting</source>
            <translation>Rien en attente</translation>
        </message>
        <message>
            <source>Sending is held</source>
            <translation>Envois suspendus</translation>
        </message>
        <message>
            <source>The PIN code was wrong</source>
            <translation>Le code PIN était faux</translation>
        </message>
        <message>
            <source>The SIM card does not work</source>
            <translation>La carte SIM ne fonctionne pas</translation>
        </message>
        <message>
            <source>The SIM card is locked</source>
            <translation>La carte SIM est bloquée</translation>
        </message>
        <message>
            <source>The SIM card waits for its PIN code</source>
            <translation>La carte SIM attend son code PIN</translation>
        </message>
        <message>
            <source>The modem is used by another program</source>
            <translation>Le modem est utilisé par un autre programme</translation>
        </message>
        <message>
            <source>The modem no longer answers</source>
            <translation>Le modem ne répond plus</translation>
        </message>
        <message>
            <source>The modem was unplugged</source>
            <translation>Le modem a été débranché</translation>
        </message>
        <message>
            <source>fair signal</source>
            <translation>signal moyen</translation>
        </message>
        <message>
            <source>good signal</source>
            <translation>signal bon</translation>
        </message>
        <message>
            <source>weak signal</source>
            <translation>signal faible</translation>
        </message>
    </context>
    <context>
        <name>thread_paper</name>
        <message>
            <source>Conversation</source>
            <translation>Conversation</translation>
        </message>
    </context>
    <context>
        <name>trial</name>
        <message>
            <source>Leave the trial</source>
            <translation>Quitter l’essai</translation>
        </message>
        <message>
            <source>This is a trial with sample people: nobody receives anything, nothing is kept.</source>
            <translation>Ceci est un essai avec des personnes fictives : personne ne reçoit rien, rien n’est gardé.</translation>
        </message>
    </context>
    <context>
        <name>widgets</name>
        <message>
            <source>Clear</source>
            <translation>Effacer</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>Champs</translation>
        </message>
        <message>
            <source>Remove {name}</source>
            <translation>Retirer {name}</translation>
        </message>
    </context>
</TS>
