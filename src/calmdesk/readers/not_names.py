"""What stands before a colon at the start of a line and is nobody's name, lower-cased."""

from __future__ import annotations

_FIELDS = """
    actual affected answer asset attached attachment attention browser build building category cause caused
    caution code com company computer confidential config contact content debug department description details
    device dir direct disclaimer domain due edit email environment error errors escalation event exception
    expected extension failed failure fatal fax file fix fixed floor forwarded found fyi gateway hello hi hint
    host hostname http https id impact inc incident info input ip issue issues item items job key laptop line
    link location log login mac machine mail manufacturer message mobile model monitor name network note notes
    notice number office options order os output p.s page password path phone platform port pps printer
    priority problem process product ps question reason ref reference regards release reply reproduce request
    resolution result results room root sender serial server severity site size software solution source state
    status stderr stdout step steps success suggestion summary symptom symptoms system tel telephone ticket
    time timestamp tip title todo total trace traceback type update updated uptime urgent url user-agent
    userid username using value vendor version warn warning website window windows workaround
"""
_COUNTS = "one two three four five six first second third fourth fifth last firstly secondly thirdly finally"
# The header of a quoted mail, as mail programs write it in their languages.
_MAIL = """
    from to cc bcc date sent subject re fw fwd aw wg sv vs rv
    von an gesendet betreff datum de à envoyé objet para enviado asunto assunto da a inviato oggetto
    van aan verzonden onderwerp från till skickat ämne fra til sendt emne od do wysłano temat data
"""

NOT_NAMES = frozenset(f"{_FIELDS} {_COUNTS} {_MAIL}".split())
