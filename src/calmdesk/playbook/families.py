"""What each family of phrasings is called, and what it does to the person who reads it."""

from __future__ import annotations

from calmdesk.playbook.phrasing import Family

TITLES: dict[Family, str] = {
    Family.BLAME: "Blame",
    Family.COMMAND: "Commands",
    Family.DISMISSAL: "Dismissal",
    Family.POLICY_WALL: "The policy wall",
    Family.DEFENSIVENESS: "Defensiveness",
    Family.CONDESCENSION: "Condescension",
    Family.CALMING_DOWN: "Telling people to calm down",
    Family.FALSE_EMPATHY: "False empathy",
    Family.OVER_APOLOGY: "Too many apologies",
    Family.PREMATURE_FAULT: "Fault admitted too early",
    Family.OVER_PROMISING: "Promises that may not hold",
    Family.ABSOLUTES: "Always and never",
    Family.SARCASM: "Sarcasm",
    Family.MIRRORED_HEAT: "Mirrored heat",
    Family.ROBOTIC: "Robotic wording",
    Family.NEGATIVE_WORDING: "Negative wording",
    Family.VAGUENESS: "Vagueness",
    Family.INTERROGATION: "Interrogation",
    Family.LAYOUT: "Layout",
    Family.JARGON: "Jargon",
    Family.BYPASS: "Ways around a safeguard",
    Family.COLLEAGUES: "Among colleagues",
}

EFFECTS: dict[Family, str] = {
    Family.BLAME: "Says whose fault it is, where the cause would be enough.",
    Family.COMMAND: "Orders, where a shared next step would do.",
    Family.DISMISSAL: "Says that the matter is small, or not for this desk.",
    Family.POLICY_WALL: "Puts a rule between the person and help, without its reason or a way on.",
    Family.DEFENSIVENESS: "Defends the desk instead of turning to the problem.",
    Family.CONDESCENSION: "Talks down to the person.",
    Family.CALMING_DOWN: "Tells the person what to feel.",
    Family.FALSE_EMPATHY: "Claims a feeling that nobody can know.",
    Family.OVER_APOLOGY: "Apologises until the apology is the subject.",
    Family.PREMATURE_FAULT: "Takes the fault before the cause is known.",
    Family.OVER_PROMISING: "Promises what the agent cannot know.",
    Family.ABSOLUTES: "Leaves no room: always, never, everybody.",
    Family.SARCASM: "Says one thing and means another.",
    Family.MIRRORED_HEAT: "Answers heat with heat.",
    Family.ROBOTIC: "Sounds like a form letter.",
    Family.NEGATIVE_WORDING: "Says what does not work, where it could say what does.",
    Family.VAGUENESS: "Leaves open what happens, or when.",
    Family.INTERROGATION: "Asks too much at once, or what was told already.",
    Family.LAYOUT: "Is hard to read, whatever it says.",
    Family.JARGON: "Uses words of the trade that the person did not use.",
    Family.BYPASS: "Offers or grants a way around a safeguard.",
    Family.COLLEAGUES: "Heat in notes and mails between colleagues.",
}
