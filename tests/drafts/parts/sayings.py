"""What people write to a helpdesk, and the facts in it: `[[kind: …]]` marks the words that must be found."""

from __future__ import annotations

FACTS = """
Since Friday [[what: my VPN keeps dropping]] in every call.
[[what: my VPN keeps dropping]] [[since: since Friday]]
[[what: My laptop won't start]], it is dead.
[[what: The printer on floor 2 is jamming]] again.
[[what: I can't get into the travel portal]].
I have been [[what: locked out of my account]].
[[what: Outlook keeps crashing]] when I open the calendar.
[[what: The second screen stays black]].
[[what: We can't print on the big printer]].
[[what: All scanners in the warehouse lost the network]].
[[what: My mailbox is empty]].
[[what: The headset doesn't charge on the dock]].
[[what: I can't open the attachment]].
[[what: The payroll report is wrong]].
[[what: I need access to the project drive]].
[[what: Could I have a second monitor]]?
[[what: The nightly import failed]].
[[what: My licence expires]] soon.
[[what: nobody can hear me]] in meetings.
[[what: I accidentally deleted the budget folder]].
[[what: My computer is so slow]] today.
[[what: I have a problem with the scanner]].
It has been broken [[since: since the update]].
It started [[since: yesterday morning]].
It began [[since: after the migration]].
The import stopped [[since: at 02:00]].
It fails [[since: since I moved desks]].
The share has been gone [[since: for three days]].
Nothing loads [[since: since about 9:30]].
They are missing [[since: for the third month in a row]].
We lost the link [[since: at 06:40]].
It happens [[since: since my mailbox was moved on Saturday]].
[[impact: I can't work at all]].
[[impact: We cannot take orders]].
[[impact: I've already missed one meeting]].
[[impact: We are losing about 900 an hour]].
[[impact: Two trucks are waiting at the ramp]].
[[impact: somebody has to forward each order by hand]].
It [[impact: costs us about 2,000 euros]].
[[impact: I'm completely blocked]].
It hits [[who: all of us]].
[[who: 14 people]] cannot book, it seems.
[[who: Our whole team]] is affected.
This affects [[who: the entire floor]].
It concerns [[who: all seven of us in accounts]].
It is [[who: only me]].
[[who: Everyone in sales]] sees it.
I sit in [[where: room 3.12]].
I am on [[where: floor 2]].
It is in [[where: building C]].
I'm working [[where: from home]] today.
I am [[where: on the third floor]].
Hello, this is Eva from [[where: the Lyon office]].
It says "[[error: Access denied]]".
The screen says [[error: too many attempts]], then nothing.
I get [[error: error 0x80070005]] each time.
The page shows "[[error: Session expired]]" after a minute.
It has to be with the board [[deadline: by nine]].
I need it [[deadline: before Thursday]].
[[deadline: The pay run closes tonight]].
[[deadline: the landlord wants it today]].
I have [[deadline: the audit call tomorrow at 9]].
It must be ready [[deadline: before the meeting]].
I have [[tried: restarted the laptop]].
We [[tried: swapped the cable]] and nothing changed.
I already [[tried: cleared the cache]], no change.
[[tried: Rebooted twice]], same thing.
I [[tried: reinstalled the client]] yesterday.
"""

# The same words where they tell nothing, each with why.
NEAR_MISSES = """
agent said it | agent | My VPN keeps dropping too, since Friday.
a quoted mail | requester | > my VPN keeps dropping since Friday
a log | requester | 2026-11-03 02:00:07 ERROR the import stopped at 02:00 with error 0x80070005
code | requester | `the server is down since Friday`
denied: it works | requester | My VPN is not dropping.
denied: restart | requester | I have not restarted the laptop.
never did | requester | I never tried another cable.
supposed | requester | If my laptop won't start tomorrow, I call again.
only a question | requester | Is the printer down?
a question about trying | requester | Should I have restarted the laptop?
somebody else says so | requester | They said it would be done by Friday.
since as a reason | requester | I write to you since I know nobody else there.
a wait, no fault | requester | I have been waiting for three days.
it works again | requester | The scanners are back since 07:46.
a person's time here | requester | I have been here since Monday.
as it should be | requester | The clock says Lisbon, which is right.
done | requester | It says done.
a date | requester | Now it says 30 October 2027.
no place of the fault | requester | Please make a badge for the third floor.
only pointed at | requester | It keeps dropping.
help is no thing | requester | I need your help.
a past deadline | requester | It was done by Friday.
missed call | requester | I missed a call from you.
"""

# What was told first, what corrects it, and what stands then.
CORRECTIONS = """
since | My VPN keeps dropping since Monday. | No, since Tuesday. | since Tuesday
since | My VPN keeps dropping since Monday. | Sorry, it was Tuesday. | Tuesday
since | My VPN keeps dropping since Monday. | Actually since last week. | since last week
where | I sit in room 3.12. | No, I meant room 4.12. | room 4.12
where | I sit in room 3.12. | Sorry, my mistake. It is room 4.12. | room 4.12
who | It affects all of us. | Correction: it is only me. | only me
deadline | I need it by Friday. | I need it by Thursday. | by Thursday
what | My laptop won't start. | Sorry, I meant my tablet won't start. | my tablet won't start
error | It says too many attempts. | Now it says account locked. | account locked
"""

KEPT = """
since | My VPN keeps dropping since Monday. | I have had the new desk since Tuesday. | since Monday
where | I sit in room 3.12. | My colleague sits in room 4.12. | room 3.12
"""


def rows(table: str) -> list[tuple[str, ...]]:
    """The lines of a table, cut at its bars."""
    return [tuple(cell.strip() for cell in line.split(" | ")) for line in table.strip().splitlines()]


def marked(line: str) -> tuple[str, set[tuple[str, str]]]:
    """A line without its marks, and the kind and words of each."""
    found: set[tuple[str, str]] = set()
    text = ""
    for place, piece in enumerate(line.replace("]]", "[[").split("[[")):
        kind, _, words = piece.partition(": ")
        if place % 2:
            found.add((kind, words))
        text += words if place % 2 else piece
    return text, found
