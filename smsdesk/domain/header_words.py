"""The words by which the headers of lists are understood, folded, in French and English."""

from __future__ import annotations

from smsdesk.domain.people import ContactKind, GroupKind


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GUARDIAN = _words(
    "responsable responsables resp rl representant representants repr legal legale legaux tuteur "
    "tuteurs tutrice tutrices parent parents guardian guardians mere maman mother mum mom pere papa father "
    "dad payeur payeuse conjoint conjointe beau belle leg allocataire demandeur carer carers grandmother "
    "grandfather grandparent grandparents"
)
PAYER = _words("payeur payeuse")
"""Whoever pays may be another than the guardian who is told."""
MOTHER = _words("mere maman mother mum mom mummy madame mme")
FATHER = _words("pere papa father dad daddy monsieur")
TITLES = _words("madame mme monsieur")
"""With a phone they tell of a mother or a father."""
ENGLISH_NAMES = _words("name surname forename forenames")
""" "Legal surname" is the pupil's own."""
BOTH_PARENTS = _words("parents tuteurs tutrices responsables representants legaux guardians")
"""A cell below one of these may name two."""
SECOND = _words("autre second seconde secondaire deuxieme 2nd 2nde other conjoint conjointe")
RELATIONS = frozenset({"mère", "père", "grand-mère", "grand-père", "belle-mère", "beau-père"})
TEACHER = _words(
    "professeur professeurs professeure prof profs enseignant enseignante enseignants teacher teachers "
    "intervenant intervenante maitre maitresse tutor"
)
PERSON = {
    ContactKind.STAFF: _words("agent agents salarie salaries personnel employe employes staff"),
    ContactKind.RESIDENT: _words(
        "habitant habitants resident residents riverain riverains administre administres usager usagers "
        "abonne abonnes foyer foyers locataire locataires occupant occupants vulnerables electeurs "
        "contribuables commercants"
    ),
    ContactKind.PUPIL: _words(
        "adherent adherents adherente membre membres inscrit inscrits participant participants stagiaire "
        "stagiaires musicien musicienne musiciens choriste choristes danseur danseuse danseurs licencie "
        "licencies benevole benevoles volontaire volontaires accompagnateur accompagnateurs"
    ),
}
"""Words for the person of a row who is no pupil of a class."""
PERSONAL = _words("personnel personnels")
"""With a phone no member of staff: "Tél. personnel" is anybody's own."""
CHILD = _words("eleve eleves enfant enfants pupil pupils student students child children apprenant elv")
CHILDREN = _words("enfants children eleves")
URGENT = _words("urgence urgences emergency prevenir")
NEVER = _words(
    "fax urgence medecin assistant pager telex tty isdn callback radio referred manager hobby web "
    "website url photo image sexe genre gender regime company organization organisation societe "
    "profession csp nationalite initials phonetic yomi middle additional nickname surnom suffix "
    "keyword billing jeune allergie allergies sanguin preferred doctor emergency prevenir nounou nourrice "
    "maternelle taxi voisin voisine employeur employer nb nbre nombre rappel rnis radiotelephone "
    "radiomessagerie recepteur telecopie prefere securite secu formatted"
)
DISCOUNT = _words("code promo")
"""Both words together: no class of a year."""
KINDS_OF = _words("type label libelle")

EMAIL = _words("mail mails email emails mel courriel courriels electronique messagerie")
PHONE = _words(
    "tel tels telephone telephones phone phones portable portables mobile mobiles gsm cell cellulaire "
    "cellphone port tph fixe whatsapp sms telportable teldomicile telmobile mob cel handy landline telefon"
)
AGREES = _words(
    "accepte acceptes accord autorise autorises autorisation envoi recevoir reception recoit consentement "
    "consent ok opt optin avis"
)
AGREE_ALONE = frozenset({"opt in", "optin", "consentement", "consent"})
"""Whole headers that speak of messages although they do not say so."""
OBJECTS = _words(
    "refus refuse refuser desinscrit desinscrits desinscrite desinscription desabonne desabonnes "
    "desabonnement opposition oppose stop optout unsubscribed unsubscribe"
)
OBJECTION_PHRASES = ("ne pas", "pas de", "do not", "opt out", "no sms")
OF_MESSAGES = _words(
    "sms message messages envoi envois contacter contact text texts recevoir notification notifications"
)
ABOUT = _words("opt e s par les des de du d le la l a aux au ne pas out opt no do not to from")
"""Words of a header that add nothing to an objection."""
A_FURTHER_ONE = _words(
    "autre autres second seconde deuxieme troisieme eme e nd 1 2 3 4 perso personnel personnelle pro "
    "professionnel professionnelle other another call 06 07 tlf"
)
"""Above phones they say whose or which of them: the same person's."""
NUMBER = _words("numero num n no number numeros nr")
BIRTH = _words("naissance naiss nais ddn dob birthday birthdate birth born anniversaire nele")
BIRTH_PHRASES = ("ne le", "nee le", "ne e le", "d d n", "d o b")
BIRTH_ALONE = frozenset({"ne", "nee", "ne e"})
"""Whole headers: "Né(e)"."""
BIRTH_PLACE = _words("lieu pays departement commune ville place country code")
IDENTIFIER = _words("ine matricule identifiant id uid dossier reference ref licence")
FILE = _words("dossier")
OF_A_CLASS = _words("classe class etablissement ecole famille foyer division groupe school rne uai")
ORGANISATION = _words(
    "association associations asso club clubs commerce commerces entreprise entreprises organisme"
)
"""With a name: it is no person's and has no halves."""
FIRST = _words("prenom prenoms forename firstname given")
LAST = _words("nom noms surname lastname patronyme")
ANY_NAME = LAST | {"name"}
USUAL = _words("usage usuel usuelle marital epouse")
AT_BIRTH = _words("naissance birth maiden patronymique")
SCHOOL = _words("ecole etablissement college lycee school")
CIVILITY = _words("civilite civ civil title titre prefix salutation")
CLASS = {
    GroupKind.CLASS: _words(
        "classe classes cl division divisions class groupe groupes group groups section form "
        "homeroom cls promo promotion"
    ),
    GroupKind.COURSE: _words(
        "cours course courses discipline disciplines instrument instruments atelier ateliers activite "
        "activites activity pratique pratiques matiere specialite enseignement lesson lessons fm solfege"
    ),
    GroupKind.ENSEMBLE: _words(
        "ensemble ensembles orchestre orchestres chorale choir orchestra band pupitre pupitres"
    ),
    GroupKind.SERVICE: _words("service services equipe equipes secteur secteurs quartier quartiers tournee"),
    GroupKind.FREE: _words("membership categories labels liste tags"),
}
INSTRUMENT = _words("instrument instruments discipline disciplines specialite")
"""With one teacher: what he teaches, where theory and orchestra stand beside it."""
LEVEL = _words("niveau niveaux niv cycle degre cursus level grade year")
DAY = _words("jour jours day weekday jr")
TIME = _words("heure heures horaire horaires creneau creneaux time start debut hour hre hres h slot")
ENGLISH_HOURS = _words("day weekday time start hour room")
END = _words("fin end")
ROOM = _words("salle room lieu local")
ADDRESS = _words("adresse adresses address rue street voie")
POSTCODE = _words("cp postal postcode zip")
CITY = _words("ville commune city localite town")
NOTES = _words(
    "note notes remarque remarques observation observations commentaire commentaires comments info infos"
)
RELATION = _words("lien parente relation relationship qualite")
CONTACT = _words("contact contacts coordonnees coordonnee joindre joignable domicile maison travail bureau")
PHONE_LABELS = (
    "portable", "mobile", "gsm", "domicile", "maison", "fixe", "travail", "bureau", "pro", "home", "work",
    "business",
)  # fmt: skip
ABOVE = _words("liste listes annuaire coordonnees contacts fichier tableau registre document")
"""Words of the title of a list, not of a header over several columns."""
TITLED = TEACHER | CLASS[GroupKind.CLASS] | CLASS[GroupKind.COURSE] | _words("annee ecole date saison")
"""Words before the colon of a title ("Classe : Piano"); other colons are part of a header."""
BESIDE_PHONES = PHONE | MOTHER | FATHER | _words("domicile maison travail bureau perso personnel grand soir")
"""Words that stand beside a phone without being a name."""
FULL_PHRASES = (
    "nom complet",
    "full name",
    "display name",
    "nom affiche",
    "identite",
    "file as",
    "nom prenom",
)
WRITTEN_OUT = (
    "prenom", "classe", "division", "telephone", "portable", "domicile", "naissance", "responsable",
    "representant", "professeur", "instrument", "discipline", "matricule", "adresse", "civilite",
    "courriel", "horaire", "creneau", "groupe", "enfant", "mobile", "patronyme", "identifiant",
    "electronique", "madame", "monsieur",
)  # fmt: skip
"""Words that are met shortened ("Prén.", "Respons. 1") or with a slip of the finger ("Télephonne")."""
SHORTENED = {
    "pre": "prenom", "enf": "enfant", "ele": "eleve", "nai": "naissance", "cla": "classe", "div": "division",
    "por": "portable", "dom": "domicile", "ema": "email", "adr": "adresse", "mam": "maman", "hor": "horaire",
    "gro": "groupe", "grp": "groupe",
}  # fmt: skip
"""Three letters that can hardly begin another word of a header."""
ALL = frozenset().union(
    GUARDIAN, MOTHER, FATHER, SECOND, TEACHER, *PERSON.values(), CHILD, NEVER, EMAIL, PHONE, AGREES, OBJECTS,
    NUMBER, BIRTH, IDENTIFIER, OF_A_CLASS, FIRST, LAST, USUAL, AT_BIRTH, CIVILITY, *CLASS.values(), LEVEL,
    DAY, TIME, ROOM, ADDRESS, POSTCODE, CITY, NOTES, RELATION, CONTACT,
)  # fmt: skip
"""Every word that says something by itself."""
