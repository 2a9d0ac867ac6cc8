"""Keywords as families type them, and words that cannot be one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smsdesk.domain.keywords import Asked, Keyword, KeywordAction, confused, find_command, refusal

LIST, ANSWER = KeywordAction.LIST, KeywordAction.ANSWER
WASTE = Keyword("DÉCHETS", LIST, group_id=1, id=1)
WORKS = Keyword("travaux", LIST, group_id=2, id=2)
CONCERT = Keyword("Concert", ANSWER, "Le 12 juin", id=3)
HOURS = Keyword("horaires", ANSWER, "9h-12h", id=4)
GAZETTE = Keyword("La Gazette", LIST, group_id=3, id=5)
INFOS = Keyword("INFOS", ANSWER, "Voir le site", id=6)
ALL = (WASTE, WORKS, CONCERT, HOURS, GAZETTE, INFOS)


@pytest.mark.parametrize(
    ("text", "keyword", "asked"),
    [
        ("INSCRIRE DECHETS", WASTE, Asked.JOIN),
        ("inscrire déchets", WASTE, Asked.JOIN),
        ("Inscription Déchets.", WASTE, Asked.JOIN),
        ("Bonjour, inscrire dechets svp merci", WASTE, Asked.JOIN),
        ("Je souhaite m'inscrire à la liste déchets", WASTE, Asked.JOIN),
        ("inscrivez-moi aux dechets svp", WASTE, Asked.JOIN),
        ("dechets inscription", WASTE, Asked.JOIN),
        ("INSCRIRE DECHET", WASTE, Asked.JOIN),
        ("INSCRIRE DECHETTS", WASTE, Asked.JOIN),
        ("inscrire travau", WORKS, Asked.JOIN),
        ("Inscrire « La Gazette »", GAZETTE, Asked.JOIN),
        ("inscrire gazette", GAZETTE, Asked.JOIN),
        ("QUITTER DECHETS", WASTE, Asked.LEAVE),
        ("quitter la liste déchets", WASTE, Asked.LEAVE),
        ("STOP DECHETS", WASTE, Asked.LEAVE),
        ("Stop déchets svp", WASTE, Asked.LEAVE),
        ("désinscription dechets", WASTE, Asked.LEAVE),
        ("désinscrire travaux", WORKS, Asked.LEAVE),
        ("DECHETS", WASTE, Asked.ABOUT),
        ("Déchets ?", WASTE, Asked.ABOUT),
        ("concert?", CONCERT, Asked.ABOUT),
        ("Concert", CONCERT, Asked.ABOUT),
        ("CONCERTS svp", CONCERT, Asked.ABOUT),
        ("le concert svp", CONCERT, Asked.ABOUT),
        ("Bonjour, horaires svp", HOURS, Asked.ABOUT),
        ("Horaire ?", HOURS, Asked.ABOUT),
        ("infos", INFOS, Asked.ABOUT),
        ("Info ?", INFOS, Asked.ABOUT),
    ],
)
def test_a_command_is_understood(text: str, keyword: Keyword, asked: Asked) -> None:
    command = find_command(text, ALL)
    assert command is not None
    assert (command.keyword, command.asked) == (keyword, asked)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "🎵",
        "STOP",
        "inscrire",
        "quitter",
        "merci",
        "Le concert est annulé ?",
        "Léa ne vient pas au concert",
        "Concert de Léa",
        "concer",
        "À quelle heure est le concert samedi ?",
        "inscrire Léa",
        "Je veux inscrire ma fille au conservatoire",
        "inscrire concert",
        "STOP CONCERT",
        "inscrire stop dechets",
        "inscrire dechets et travaux",
        "quand passent les déchets verts",
        "inscrire dechets " + "merci " * 30,
    ],
)
def test_what_people_write_to_people_is_no_command(text: str) -> None:
    assert find_command(text, ALL) is None


@given(st.text(max_size=150))
def test_any_text_means_a_known_word_or_none_and_nobody_joins_an_answer(text: str) -> None:
    command = find_command(text, ALL)
    assert command is None or command.keyword in ALL
    assert command is None or command.asked is Asked.ABOUT or command.keyword.action is LIST


@pytest.mark.parametrize(
    ("word", "wrong"),
    [
        ("", "two letters"),
        ("a", "two letters"),
        ("!!", "two letters"),
        ("un mot de trop ici", "3 words"),
        ("x" * 31, "30 letters"),
        ("STOP", "STOP"),
        ("stop pub", "join or leave"),
        ("Arrêt", "join or leave"),
        ("START", "something else"),
        ("reprise", "something else"),
        ("oui", "something else"),
        ("NON", "something else"),
        ("ok", "something else"),
        ("12", "something else"),
        ("ouii", "something else"),
        ("Absent", "something else"),
        ("deux", "something else"),
        ("non merci", "something else"),
        ("inscrire", "join or leave"),
        ("Quitter déchets", "join or leave"),
        ("dechets", "keyword DÉCHETS already"),
        ("Déchet", "keyword DÉCHETS already"),
        ("concert", "keyword Concert already"),
        ("gazette", "keyword La Gazette already"),
    ],
)
def test_a_word_that_cannot_be_a_keyword_says_why(word: str, wrong: str) -> None:
    assert wrong in str(refusal(Keyword(word, ANSWER, "Texte"), ALL))


@pytest.mark.parametrize("hidden", ["\u202e", "\u200b", "\u2066", "\u00ad", "\x07", "\u200d", "\ufeff"])
def test_what_nobody_sees_is_no_part_of_a_keyword(hidden: str) -> None:
    assert "invisible characters" in str(refusal(Keyword(f"PIS{hidden}CINE", ANSWER, "Texte"), ALL))


def test_what_nobody_sees_is_not_answered_either() -> None:
    refused = str(refusal(Keyword("PISCINE", ANSWER, "Ouvert\u202e de 9h"), ALL))
    assert "invisible characters" in refused
    assert "⟨U+202E⟩" in refused
    assert refusal(Keyword("PISCINE", ANSWER, "Ouvert de 9h\r\nà 12h 👨\u200d👩\u200d👧"), ALL) is None


def test_a_keyword_may_stay_what_it_is() -> None:
    assert all(refusal(each, ALL) is None for each in ALL)
    assert "Write the text" in str(refusal(Keyword("piscine", ANSWER, " "), ALL))


def test_words_that_one_letter_tells_apart_are_found() -> None:
    assert confused(Keyword("concerto", ANSWER, "x", id=9), ALL) == CONCERT
    assert confused(Keyword("piscine", ANSWER, "x", id=9), ALL) is None
    near = (WORKS, Keyword("travail", LIST, id=8), Keyword("traveux", LIST, id=9))
    assert find_command("inscrire travux", near) is None
