"""The model card, made from the figures that the weights' own evaluation left beside them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "calmdesk" / "temperature" / "weights"
_PART = {"held": "Only ever judged", "tune": "Thresholds were chosen here"}
_TOP = """# Model card: the tension encoder

A transformer encoder of four layers (MiniLM family, 384 wide), 8-bit, one ONNX file; read beside the written signs. It says how a message
stands (calm, upset about the issue, hostile to a person) with calibrated probabilities, and whether a conversation is about to break. It
never decides on conduct, never judges an agent's mood, and tells a stance only with the words that weighed most.

- **Made from** all-MiniLM-L6-v2 (Apache-2.0), licence-clean public labels and messages read one by one; sources, licences and citations below.
- **Who read**: language-model readers under one written guide, message by message, in the thread; not people. Two such readers agreed on stance
  at kappa 0.91 on a sample. Whatever stands here is agreement with readers of that kind.
- **Split** by real thread. Nothing of a held thread was used for training, thresholds or signs.
- Made again by `make train`; figures by `python -m training.evaluate`. Intervals are 95 %: threads drawn again 500 times for macro-F1,
  Wilson for rates.
"""
_SOURCES = """## Sources

| source | used for | licence |
|---|---|---|
| VCU incivility in GitHub issues (Ehsani and others, MSR 2024) | readings, warm-up | MIT |
| CMU STRUDEL toxicity (Raman and others, ICSE-NIER 2020) | readings | MIT |
| IBM Twitter customer care (Ganhotra and others, EMNLP 2020) | readings | Apache-2.0 |
| Help Desk Tickets (Abdellatif, Mendeley Data 2025) | readings, false alarms | CC BY 4.0 |
| WSU toxicity, Gitter and code review (Sarker and others, APSEC 2020) | readings, warm-up | CC0 |
| IRC disentanglement (Kummerfeld and others, ACL 2019) | readings, unlabelled, false alarms | CC BY 4.0 |
| Context toxicity, Toxic Spans (Pavlopoulos and others) | readings, warm-up | Apache-2.0, CC0 |
| GoEmotions (Demszky and others, ACL 2020) | warm-up | Apache-2.0 |
| Stanford Politeness (Danescu-Niculescu-Mizil and others, ACL 2013) | warm-up | CC BY 4.0 |
| iSarcasmEval (Abu Farha and others, SemEval 2022) | warm-up | MIT |
| Senti4SD (Calefato and others, 2018) | warm-up | MIT |
| MultiDoGO (Peskov and others, EMNLP 2019) | unlabelled | CDLA-Permissive-1.0 |

The texts stay with their authors; the project holds weights, statistics and labels by key.
"""


def model_card() -> str | None:
    """The page, or None where no weights are there."""
    path = WEIGHTS / "figures.json"
    if not path.exists():
        return None
    return "\n".join(_lines(json.loads(path.read_text(encoding="utf-8"))))


def _lines(figures: Mapping[str, Any]) -> Iterator[str]:
    yield _TOP
    for part, heading in _PART.items():
        yield f"## Stance, {part} part\n\n{heading}. Macro-F1 over calm, upset and hostile; precision / recall of each.\n"
        yield "| messages | n | signs alone | with the model | calm | upset | hostile (n) |\n|---|---|---|---|---|---|---|"
        for name, found in figures["stance"][part].items():
            yield _row(name, found)
        yield ""
    calibration = figures["calibration"]
    yield (
        f"## Calibration\n\nExpected calibration error of “not calm” on {calibration['n']} held messages:"
        f" **{calibration['error']:.3f}**. Said probability against what was so:\n"
    )
    yield "| said | was so | n |\n|---|---|---|"
    yield from (f"| {said:.2f} | {was:.2f} {'█' * round(20 * was)} | {n} |" for said, was, n in calibration["points"])
    shift = figures["first_shift"]
    yield (
        f"\n## First shift\n\n{shift['threads']} threads of the tune and held parts, read for it under its definition;"
        f" {shift['shifted']} shift. At the very message: {_share(shift['exact'])}. Within one own message:"
        f" **{_share(shift['within one'])}**. Told in one of {shift['calm threads']} threads that stay calm:"
        f" {_share(shift['false'])}. Threads right as a whole: {_share(shift['right threads'])}."
        f" Two readers named the same message or its neighbour in {_share(shift['readers agree'])}.\n"
    )
    yield "## Forecast\n\nFrom prefixes only: will the thread break (hostile, or escalated) within three messages.\n"
    yield "| part | what | threads | break | precision | recall | false alarms | messages ahead |\n|---|---|---|---|---|---|---|---|"
    for name, found in figures["forecast"].items():
        part, what = name.split(" ", 1)
        yield (
            f"| {part} | {what} | {found['threads']} | {found['broke']} | {_share(found['precision'])} |"
            f" {_share(found['recall'])} | {_share(found['false'])} | {found['ahead']:.1f} |"
        )
    yield "\n## Calm support\n\nSomething rising or worse, or a hostile stance, where people only ask and answer.\n"
    yield "| text | n | alarmed |\n|---|---|---|"
    yield from (f"| {name} | {found['n']} | {_share(found['rate'])} |" for name, found in figures["calm"].items())
    own = figures["examples"]
    yield (
        f"\n## On the examples that ship\n\nOur own fictional conversations, written before the model: {own['right']} of"
        f" {own['stances']} stances agree, {own['shifts right']} of {own['shifts']} first shifts lie within one own"
        f" message, {own['calm right']} of {own['calm']} calm ones stay calm. A test computes this line again.\n"
    )
    yield _SOURCES


def _row(name: str, found: Mapping[str, Any]) -> str:
    each = [f"{_plain(stance['precision'])} / {_plain(stance['recall'])}" for stance in found["stances"].values()]
    each[-1] += f" ({found['stances']['hostile']['n']})"
    low, high = found["interval"]
    return (
        f"| {name} | {found['n']} | {found['signs alone']:.2f} | **{found['macro_f1']:.2f}** ({low:.2f} to {high:.2f}) | "
        + " | ".join(each)
        + " |"
    )


def _plain(rate: list[float]) -> str:
    return f"{rate[0]:.2f}" if rate else "–"


def _share(rate: list[float]) -> str:
    return f"{rate[0]:.0%} ({rate[1]:.0%} to {rate[2]:.0%})" if rate else "–"
