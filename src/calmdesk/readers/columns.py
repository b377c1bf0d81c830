"""Which column of a table holds what, by its heading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from calmdesk.conversation import Channel, Role

# The surest heading first; compared without case, spaces, dots, dashes and underscores.
_HEADINGS: Mapping[str, str] = {
    "conversation": "conversationid conversation ticketid ticketnumber ticketno ticketkey ticket issueid issuekey "
    "issuenumber issue caseid casenumber case incidentid incidentnumber incident requestid threadid thread dialogueid "
    "dialogid dialogue sessionid session chatid callid contactid interactionid",
    "body": "body messagebody commentbody actionbody messagetext commenttext text message comment utterance content "
    "note notes reply description transcript words",
    "author": "author authorname sender sendername from fromname speaker speakername participant username user "
    "createdby postedby writtenby commenter name nick email fromaddress authoremail",
    "role": "authorrole senderrole speakerrole participantrole userrole role authortype sendertype speakertype "
    "usertype participanttype direction side",
    "created": "createdat created createddate createdtime sentat sent sentdate timestamp datetime date time posted "
    "postedat commentdate messagedate starttime",
    "message": "messageid commentid utteranceid noteid actionid entryid id",
    "private": "isprivate private isinternal internal internalnote",
    "public": "ispublic public visible visibility",
    "subject": "subject title summary shortdescription topic",
    "channel": "channel via medium source",
    "assignee": "assignee assignedto owner agentname",
    "status": "status state",
}
# What makes a list of headings a table of messages and not of anything else.
_TELLING = ("conversation", "author", "role", "created")

_ROLE_WORDS: Mapping[Role, str] = {
    Role.REQUESTER: "requester requestor reporter customer client caller user enduser employee inbound incoming in "
    "visitor guest consumer contact",
    Role.AGENT: "agent assignee support helpdesk servicedesk technician operator staff outbound outgoing out rep "
    "representative advisor adviser admin analyst company brand",
    Role.SUPERVISOR: "supervisor teamlead manager",
    Role.SYSTEM: "system bot automation trigger chatbot workflow",
    Role.OTHER: "other others thirdparty collaborator cc follower",
}
_CHANNEL_WORDS: Mapping[Channel, str] = {
    Channel.EMAIL: "email mail",
    Channel.CHAT: "chat livechat messaging messenger slack teams whatsapp",
    Channel.VOICE: "voice phone call telephone talk",
    Channel.PORTAL: "web portal form selfservice api",
    Channel.IN_PERSON: "inperson walkup walkin",
}
_ROLES = {word: role for role, words in _ROLE_WORDS.items() for word in words.split()}
_CHANNELS = {word: channel for channel, words in _CHANNEL_WORDS.items() for word in words.split()}


def columns(header: Sequence[str]) -> dict[str, int]:
    """The place of each kind of column that the header has; empty where it is not the header of a table of messages."""
    plain = [_plain(cell) for cell in header]
    found: dict[str, int] = {}
    for kind, headings in _HEADINGS.items():
        for heading in headings.split():
            if heading in plain and plain.index(heading) not in found.values():
                found[kind] = plain.index(heading)
                break
    if "body" not in found or not any(kind in found for kind in _TELLING):
        return {}
    return found


def known_headings() -> str:
    """The first headings of the kinds that a table must or should have, for a person to read."""
    return "a text (body, message, comment), and a ticket id, an author, a role or a time"


@lru_cache(maxsize=1_024)  # asked of every row
def role_in(cell: str) -> Role | None:
    """What a cell says about somebody's part; None where it says nothing known."""
    return _ROLES.get(_plain(cell))


def channel_in(cell: str) -> Channel | None:
    """The channel a cell names."""
    return _CHANNELS.get(_plain(cell))


def is_true(cell: str) -> bool:
    """Whether a cell means yes ("1.0", "true", "private", "internal")."""
    return cell.strip().lower() in ("1", "1.0", "true", "t", "yes", "y", "private", "internal", "x")


def is_false(cell: str) -> bool:
    """Whether a cell means no ("0", "false", "internal", "private"); for columns that say what is public."""
    return cell.strip().lower() in ("0", "0.0", "false", "f", "no", "n", "private", "internal", "hidden")


def _plain(cell: str) -> str:
    return "".join(character for character in cell.lower() if character.isalnum())
