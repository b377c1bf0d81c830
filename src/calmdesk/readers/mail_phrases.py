"""What mail programs in many languages write above quoted mail and below one's own.

Only forms of words, no logic. All patterns run on RE2, on lines of at most a few hundred characters.
"""

from __future__ import annotations

import re2

_VERB = (
    r"(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef|skrev|skreiv|napisał(?:\(a\)|a)?|napsal(?:\(a\)|a)?"
    r"|nadesłał|escreveu|kirjoitti|написал(?:\(а\)|а)?|пише|yazdı|írta|写道|のメール|님이 작성)"
)
_OPENER = (
    r"(?:on|am|le|el|il|op|den|em|dnia|w dniu|dne|v|a|in|the|mon|tue|wed|thu|fri|sat|sun|man|tir|ons|tor|fre|lør|søn"
    r"|mån|tis|lör|sön|\d{1,4})"
)

WROTE_VERB = re2.compile(f"(?i){_VERB}")
# "On 3 May 2026 at 10:12, Dana <dana@x.test> wrote:", from its first word to its colon.
WROTE_OPENED = re2.compile(rf"(?i)^{_OPENER}[\s.,/年-].*\d.*(?:{_VERB}.*|<[^<>\s]+@[^<>\s]+>\s*)[:：]$")
# The same without a usual first word: "Dana <dana@x.test> wrote:".
WROTE = re2.compile(rf"(?i)(?:\W|^){_VERB}(?:\W.*)?[:：]$")

FORWARDED = re2.compile(
    r"(?i)^[-_–—=*\s]{2,}\s*(?:original message|original appointment|forwarded message|forwarded by .{1,100}"
    r"|ursprüngliche nachricht|weitergeleitete nachricht|original-?nachricht|message d'origine|message transféré"
    r"|message original|mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato"
    r"|oorspronkelijk bericht|doorgestuurd bericht|oprindelig meddelelse|videresendt meddelelse"
    r"|ursprungligt meddelande|vidarebefordrat meddelande|opprinnelig melding|wiadomość oryginalna"
    r"|wiadomość przekazana|mensagem original|mensagem encaminhada|původní zpráva|alkuperäinen viesti"
    r"|原始邮件|转发邮件|元のメッセージ|원본 메시지)\s*[-_–—=*:\s]*$"
    r"|^begin forwarded message:?$|^anfang der weitergeleiteten nachricht:?$|"
    r"^début du message (?:réexpédié|transféré)\s*:?$"
    r"|^\[?original message processed by "
)
REPLY_ABOVE = re2.compile(
    r"(?i)^\W*(?:please )?(?:type your reply|reply|write your reply|enter your reply|respond|add your response)"
    r" (?:above|over) this line\b|^\W*(?:bitte )?antworten sie (?:ober|über)"
)

_LABELS = {
    "from": "from von de da od fra från van 发件人 寄件者 差出人 от lähettäjä gönderen expéditeur remitente mittente",
    "date": "sent date gesendet datum envoyé enviado fecha inviato data verzonden wysłano sendt dato skickat 发送时间"
    " 日期 送信日時 日付 дата lähetetty odesláno tarih",
    "to": "to an à para a aan do til till 收件人 宛先 кому komu vastaanottaja kime",
    "cc": "cc kopie copie copia kopi kopia dw 抄送 копия",
    "subject": "subject betreff objet asunto oggetto onderwerp temat emne ämne assunto"
    " 主题 件名 тема předmět aihe konu",
}
_KIND = {word: kind for kind, words in _LABELS.items() for word in words.split()}
# The last line of a mail from a telephone; a sentence that goes on ("Sent from my desk, which …") is none.
MOBILE = re2.compile(
    r"(?i)^(?:sent (?:from|via|with|using)|get outlook for|gesendet (?:von|mit|über)|von meinem .{1,40} gesendet"
    r"|envoyé (?:de|depuis|à partir de)|enviado (?:desde|do|de|a partir)|inviato da|verzonden (?:vanaf|met|via)"
    r"|sendt fra|hent outlook til|skickat från|wysłane? z|wysłano z|odesláno z|lähetetty"
    r"|diese nachricht wurde von mein)"
    r"[^,.!?;]{0,60}(?:<?https?://\S{1,120}>?|\.)?$"
)
CLOSING = re2.compile(
    r"(?i)^(?:(?:with )?(?:best|kind|kindest|warm|warmest|many|sincere|all the best|yours|your)?(?: and )?"
    r"\s*(?:regards|wishes|thanks|thank you|sincerely|faithfully|truly|cheers|best|greetings|rgds|br|kr|all the best)"
    r"(?: (?:again|in advance|and|&) ?(?:best |kind )?(?:regards)?| & regards| so much| very much)?"
    r"|mit (?:freundlichen|besten) gr(?:ü|ue)(?:ß|ss)en|(?:viele|liebe|beste|freundliche) gr(?:ü|ue)(?:ß|ss)e|mfg|vg|lg"
    r"|gru(?:ß|ss)|cordialement|bien à vous|salutations|saludos|atentamente|un saludo|cordiali saluti|distinti saluti"
    r"|met vriendelijke groet(?:en)?|groeten|mvh|kh|dbh|med vänlig(?:a)? hälsning(?:ar)?|hälsningar"
    r"|(?:med )?venlig hilsen"
    r"|med vennlig hilsen|hilsen|bedste hilsner|vänliga hälsningar|pozdrawiam|z pow[aą][zż]aniem|s pozdravem"
    r"|atenciosamente|terveisin)\s*[,.!–-]*$"
)


def label_kind(line: str) -> str | None:
    """from, date, to, cc or subject, where the line begins with such a label and a colon, maybe in bold."""
    label, colon, _ = line[:40].replace("：", ":").partition(":")
    return _KIND.get(label.strip("*_ \t\xa0").lower()) if colon else None
