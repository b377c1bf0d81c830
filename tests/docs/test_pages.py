"""The code on the pages runs, and what stands behind it is what it prints."""

from pathlib import Path

import pytest
from tools.generate import main
from tools.snippets import with_output

import calmdesk

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("page", ["README.md", "docs/tour.md"])
def test_what_a_page_shows_is_what_its_code_prints(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    assert "```python" in text
    assert with_output(text) == text


def test_every_generated_page_is_current():
    assert main(["--check"]) == 0


def test_every_rule_of_every_kind_has_its_place_in_the_reference():
    reference = ROOT / "docs" / "reference"
    book = calmdesk.load_playbook()
    index = (reference / "phrasing.md").read_text(encoding="utf-8")
    for name, phrasing in book.phrasing.items():
        page = (reference / "phrasing" / f"{phrasing.family.value}.md").read_text(encoding="utf-8")
        assert f'<a id="{name}"></a>\n\n## {phrasing.title}' in page
        assert f"[{name}](phrasing/{phrasing.family.value}.md#{name})" in index
    indexes = "".join(page.read_text(encoding="utf-8") for page in reference.glob("*.md"))
    for name in book.rules.keys() - book.phrasing.keys():
        assert (reference / "rules" / f"{name}.md").exists()
        assert indexes.count(f"[{name}](rules/{name}.md)") == 1


def test_the_library_example_in_the_readme_is_six_lines():
    code = (ROOT / "README.md").read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]
    assert len([line for line in code.splitlines() if line.strip()]) == 6


def test_public_names_are_these_and_each_can_be_fetched():
    assert set(calmdesk.__all__) == {
        "BadInput",
        "BadPlaybook",
        "CalmdeskError",
        "Conversation",
        "Finding",
        "Playbook",
        "Reading",
        "load_playbook",
        "read",
        "read_bytes",
        "read_path",
    }
    assert all(getattr(calmdesk, name) is not None for name in calmdesk.__all__)


def test_local_links_in_the_pages_lead_somewhere():
    broken = []
    for page in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")):
        for target in page.read_text(encoding="utf-8").split("](")[1:]:
            link = target.split(")")[0].split("#")[0]
            if link and not link.startswith(("http", "mailto:")) and not (page.parent / link).exists():
                broken.append(f"{page.relative_to(ROOT)}: {link}")
    assert broken == []
