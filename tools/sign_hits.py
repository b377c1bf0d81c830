"""What each sign finds in messages that its author did not write.

python -m tools.sign_hits                        a table: hits per sign in each collection, beside the labels
python -m tools.sign_hits --sign NAME --show 20  seeded hits with their message, to read and judge
python -m tools.sign_hits --calm                 calm tickets and IRC conversations that show rising or above
python -m tools.sign_hits --sample 10            seeded hits of every sign as JSON Lines, for a reader who has not
                                                 seen the rule
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from calmdesk.conversation import Conversation, Finding, Stage
from calmdesk.playbook import load_playbook
from calmdesk.signals import Engine, engine_for, scan
from tools.shared_data import PARTS, helpdesk_tickets, irc_conversations, labelled_threads, part_of

Found = tuple[Finding, str, str, dict[str, Any]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sign")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", "--half", choices=[*PARTS, "all"], default="dev", help="which part of the threads")
    parser.add_argument("--calm", action="store_true")
    parser.add_argument("--playbook", action="append", default=[])
    options = parser.parse_args()
    engine = engine_for(load_playbook(*options.playbook))
    if options.calm:
        _calm(engine)
        return
    found = list(_everywhere(engine, options.part))
    if options.show or options.sample:
        _show(found, options)
        return
    _table(engine, found)


def _everywhere(engine: Engine, part: str) -> Iterator[Found]:
    for conversation, rows in labelled_threads():
        if part not in ("all", part_of(conversation.id)):
            continue
        labels = {row["id"]: row for row in rows}
        for finding in _findings(conversation, engine):
            yield finding, "labels", conversation.message(finding.message).text, labels[finding.message]
    for name, conversations in (("tickets", helpdesk_tickets()), ("irc", irc_conversations(2))):
        for conversation in conversations:
            if part not in ("all", part_of(conversation.id)):
                continue
            for finding in _findings(conversation, engine):
                yield finding, name, conversation.message(finding.message).text, {}


def _findings(conversation: Conversation, engine: Engine) -> Iterator[Finding]:
    for item in scan(conversation, engine):
        yield from item.findings


def _table(engine: Engine, found: Iterable[Found]) -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for finding, place, _, label in found:
        counts[finding.rule][place] += 1
        if label.get("stance"):
            counts[finding.rule][label["stance"]] += 1
            counts[finding.rule]["conduct"] += label["conduct"] != "none"
    heads = ("labels", "calm", "upset", "hostile", "conduct", "tickets", "irc")
    print(f"{'sign':36}{'stage':8}" + "".join(f"{head:>9}" for head in heads))
    for sign in engine.playbook.signs.values():
        row = counts[sign.id]
        print(f"{sign.id:36}{sign.stage.value:8}" + "".join(f"{row[head]:9}" for head in heads))


def _show(found: Iterable[Found], options: argparse.Namespace) -> None:
    by_sign: dict[str, list[Found]] = defaultdict(list)
    for item in found:
        by_sign[item[0].rule].append(item)
    for name in [options.sign] if options.sign else sorted(by_sign):
        items = by_sign[name]
        random.Random(options.seed).shuffle(items)
        for finding, place, text, label in items[: options.show or options.sample]:
            if options.sample:
                line = {"sign": name, "place": place, "quote": finding.quote, "text": text[:1500]}
                print(json.dumps(line, ensure_ascii=False))
            else:
                seen = f"{label.get('role')} {label.get('stance')} {label.get('signs')}" if label else place
                around = text[max(0, finding.start - 160) : finding.end + 160].replace("\n", " ⏎ ")
                print(f"[{seen}] {finding.quote!r}\n    {around}\n")


def _calm(engine: Engine) -> None:
    for name, conversations in (
        ("helpdesk tickets", helpdesk_tickets()),
        ("IRC conversations of 4 or more", irc_conversations()),
    ):
        total, raised, by_sign = 0, 0, Counter[str]()
        for conversation in conversations:
            total += 1
            rules = {finding.rule for finding in _findings(conversation, engine) if finding.stage is not Stage.EARLY}
            raised += bool(rules)
            by_sign.update(rules)
        print(f"{name}: {raised} of {total} show rising or above ({raised / max(total, 1):.2%})")
        for rule, count in by_sign.most_common():
            print(f"    {count:5} {rule}")


if __name__ == "__main__":
    main()
