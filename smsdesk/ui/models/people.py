"""People as a table: name, groups, phones and consent."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QMimeData, QModelIndex, Qt, Signal

from smsdesk.domain.people import Contact, ContactKind
from smsdesk.domain.person_cells import name_to_edit
from smsdesk.domain.untrusted import visible
from smsdesk.ui import formats
from smsdesk.ui.family_consent import FamilyConsent, family_consent_look
from smsdesk.ui.models.group_tree import PEOPLE_MIME, PeopleDrag
from smsdesk.ui.models.paged import NOWHERE, Index, PagedRows
from smsdesk.ui.people_words import kind_word
from smsdesk.ui.tips import plain_tip

PAGE = 60
"""A screen shows about twenty; this many come in a fraction of a frame's time."""

NAME, GROUPS, PHONES, CONSENT = range(4)
"""The columns."""

translate = QCoreApplication.translate

ConsentStates = Mapping[int, FamilyConsent]
"""By the id of a person."""

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_SERVED = frozenset({_DISPLAY, _TIP, _SPOKEN, _EDIT})
_HORIZONTAL = Qt.Orientation.Horizontal
_NOWHERE = Qt.ItemFlag.NoItemFlags
_ROW = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
"""Made once: the view asks for them at each cell it paints."""
_EDITABLE = _ROW | Qt.ItemFlag.ItemIsEditable


def listed_name(contact: Contact) -> str:
    """Last name first, as the list is sorted."""
    return visible(f"{contact.last_name} {contact.first_name}".strip())


def _groups(contact: Contact) -> str:
    """The groups; who is in none and no pupil is told by what he is."""
    if contact.groups or contact.kind is ContactKind.PUPIL:
        return visible(", ".join(contact.groups))
    return kind_word(contact.kind)


def _phones(contact: Contact) -> str:
    """The person's own phones, else those of the guardians in their order."""
    own = contact.phones or tuple(phone for guardian in contact.guardians for phone in guardian.phones)
    return ", ".join(formats.phone(phone.e164) for phone in own)


def to_edit(contact: Contact, column: int) -> str:
    """What stands in a cell that is typed into: the name by its halves, the person's own phones."""
    return name_to_edit(contact) if column == NAME else _phones(contact)


_CELLS: tuple[Callable[[Contact], str], ...] = (listed_name, _groups, _phones)


class PeopleModel(PagedRows[Contact]):
    """One row a person, by last name; rows can be dragged to a group.

    `edited` carries the id of a person, the column, and what was typed there: the page changes the person.
    """

    edited = Signal(int, int, str)

    def __init__(self) -> None:
        super().__init__(lambda contact: contact.id, PAGE)
        self._words = {word: family_consent_look(word).text for word in FamilyConsent}
        self._consents: dict[int, FamilyConsent] = {}
        self.source: int | None = None
        """The plain group whose people stand here; None when there is none to move them out of."""
        self.everything = False
        """Whether all that is found is chosen, rows not fetched yet included."""

    def learn(self, consents: ConsentStates) -> None:
        """Know what these people consent to; before their rows come."""
        self._consents.update(consents)

    def consent(self, contact_id: int) -> FamilyConsent:
        """What is known of a person's consent."""
        return self._consents.get(contact_id, FamilyConsent.NOT_ASKED)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else CONSENT + 1

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if role not in _SERVED:
            return None
        contact = self._rows[index.row()]
        column = index.column()
        if column == CONSENT:
            return self._words[self.consent(contact.id)]
        if role == _EDIT:
            return to_edit(contact, column)
        words = _CELLS[column](contact)
        return plain_tip(words) if role == _TIP else words

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if role != _DISPLAY or orientation != _HORIZONTAL:
            return None
        return (
            translate("people", "Name"),
            translate("people", "Groups"),
            translate("people", "Phones"),
            translate("people", "Consent"),
        )[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return _NOWHERE
        column = index.column()
        if column == NAME or (column == PHONES and self._rows[index.row()].phones):
            return _EDITABLE
        return _ROW

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Tell what was typed; the row shows it when the person is changed."""
        contact, column = self._rows[index.row()], index.column()
        typed = " ".join(str(value).split())
        if role == _EDIT and typed != to_edit(contact, column):
            self.edited.emit(contact.id, column, typed)
        return False

    def mimeTypes(self) -> list[str]:
        return [PEOPLE_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = sorted({index.row() for index in indexes})
        ids = tuple(self._rows[at].id for at in rows)
        return PeopleDrag(ids, self.everything, self.source).to_mime()

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
