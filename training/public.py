"""Public labels for warming the encoder up to tone: many, noisy, and never the truth for a stance."""

from __future__ import annotations

import csv
import gzip
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import re2
from tools.shared_data import shared_folder

_FEELINGS = ("annoyance", "anger", "disapproval", "disappointment", "gratitude", "confusion", "caring", "remorse")
# Label in the source -> the question it answers.
_UNCIVIL = {
    "Bitter frustration": "frustration",
    "Impatience": "impatience",
    "Mocking": "mocking",
    "Irony": "mocking",
    "Insulting": "insulting",
    "Identity attacks/Name-Calling": "insulting",
    "Vulgarity": "vulgar",
    "Entitlement": "entitled",
}
_NOT_A_WORD = re2.compile(r"\W+")


class Public(NamedTuple):
    """`answers`: question -> 0 to 1, only for the questions that this source asks."""

    source: str
    text: str
    answers: dict[str, float]


def public_examples(without: Iterable[str]) -> list[Public]:
    """All public messages, in a fixed order, without those whose words are in `without` (the tune and held parts)."""
    found = list(kept(_all(), without))
    random.Random(20260101).shuffle(found)
    return found


def kept(examples: Iterable[Public], without: Iterable[str]) -> Iterator[Public]:
    """Each text of a source once, and none whose words are in `without`."""
    kept_out = {same(text) for text in without}
    seen: set[tuple[str, str]] = set()
    for example in examples:
        mark = same(example.text)
        if len(mark) > 3 and mark not in kept_out and (example.source, mark) not in seen:
            seen.add((example.source, mark))
            yield example


def same(text: str) -> str:
    """Two texts with the same letters and digits are one text."""
    return str(_NOT_A_WORD.sub("", text.lower()))


def _all() -> Iterator[Public]:
    data = shared_folder() / "data"
    yield from _goemotions(data / "goemotions")
    yield from _toxic_spans(data / "toxic_spans")
    yield from _politeness(data / "stanford_politeness")
    yield from _sarcasm(data / "isarcasmeval" / "train.En.csv")
    yield from _sentiment(data / "senti4sd" / "train3098itemPOLARITY.csv")
    yield from _crude(data / "wsu_toxicity_cc0")
    yield from _incivility(data / "vcu_incivility" / "annotated_comment_level.csv.gz")


def _goemotions(folder: Path) -> Iterator[Public]:
    names = (folder / "labels.txt").read_text(encoding="utf-8").split()
    chosen = random.Random(1)
    for row in csv.reader(lines_of(folder / "train.tsv.gz"), delimiter="\t", quoting=csv.QUOTE_NONE):
        felt = {names[int(place)] for place in row[1].split(",")}
        answers = {feeling: float(feeling in felt) for feeling in _FEELINGS}
        if any(answers.values()) or chosen.random() < 0.4:
            yield _public("goemotions", row[0], answers)


def _toxic_spans(folder: Path) -> Iterator[Public]:
    raters: dict[str, str] = {}
    asked: dict[str, int] = defaultdict(int)
    for row in csv.DictReader(lines_of(folder / "annotations.csv.gz")):
        raters[row["annotation"]] = row["comment_id"]
        asked[row["comment_id"]] += 1
    marked: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in csv.DictReader(lines_of(folder / "spans.csv.gz")):
        marked[raters[row["annotation"]], row["type"]].add(row["annotation"])
    kinds = {
        "Insult": "insulting",
        "Profane/Obscene": "vulgar",
        "Threat": "threatening",
        "Identity based Attack": "slur",
    }
    chosen = random.Random(2)
    for row in csv.DictReader(lines_of(folder / "comments.csv.gz")):
        name = row["comment_id"]
        answers = {asks: len(marked[name, kind]) / max(1, asked[name]) for kind, asks in kinds.items()}
        if answers["threatening"] >= 0.3 or chosen.random() < 0.45:
            yield _public("toxic_spans", row["comment_text"], answers)


def _politeness(folder: Path) -> Iterator[Public]:
    for path in sorted(folder.glob("*.csv.gz")):
        for row in csv.DictReader(lines_of(path)):
            score = float(row["Normalized Score"])
            yield _public("stanford_politeness", row["Request"], {"polite": min(1.0, max(0.0, 0.5 + score / 3))})


def _sarcasm(path: Path) -> Iterator[Public]:
    for row in csv.DictReader(lines_of(path)):
        sarcastic = float(row["sarcastic"])
        yield _public("isarcasmeval", row["tweet"], {"mocking": sarcastic})
        if row["rephrase"]:
            yield _public("isarcasmeval", row["rephrase"], {"mocking": 0.0})


def _sentiment(path: Path) -> Iterator[Public]:
    for line in lines_of(path):
        _, polarity, text = line.split(";", 2)
        yield _public(
            "senti4sd", text, {"negative": float(polarity == "negative"), "good": float(polarity == "positive")}
        )


def _crude(folder: Path) -> Iterator[Public]:
    import openpyxl

    for path in sorted(folder.glob("*.xlsx")):
        sheet = openpyxl.load_workbook(path, read_only=True).active
        assert sheet is not None
        for text, crude, *_ in sheet.iter_rows(min_row=2, values_only=True):
            if isinstance(text, str) and crude is not None:
                yield _public("wsu_toxicity_cc0", text, {"crude": float(crude)})


def _incivility(path: Path) -> Iterator[Public]:
    for row in csv.DictReader(lines_of(path)):
        label = _UNCIVIL.get(row["tbdf"])
        if label or not row["tbdf"]:
            asked = dict.fromkeys(_UNCIVIL.values(), 0.0)
            yield _public("vcu_incivility", row["comment_body"], asked | ({label: 1.0} if label else {}))


def _public(source: str, text: str, answers: dict[str, float]) -> Public:
    return Public(source, text, answers)


def lines_of(path: Path) -> Any:
    """The lines of a file that may be compressed."""
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8", newline="")
    return path.open(encoding="utf-8", newline="")
