"""Which pages have their place in the menu."""

from __future__ import annotations

from pathlib import Path

from website import settings


def test_a_page_to_which_no_menu_leads_is_found(tmp_path: Path) -> None:
    for name in ("index.md", "new.md", "deep/er.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("# A page", encoding="utf-8")
    nav: list[dict[str, settings.Entries]] = [
        {"Home": "index.md"},
        {"More": [{"Er": "deep/er.md"}]},
    ]
    assert settings.unlisted(nav, tmp_path) == ["new.md"]


def test_what_other_tools_add_has_sections_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "lessons").mkdir()
    for name in ("b.md", "index.md", "a.md"):
        (tmp_path / "lessons" / name).write_text("# A lesson", encoding="utf-8")
    assert settings.added(tmp_path) == [
        {"Lessons": ["lessons/index.md", "lessons/a.md", "lessons/b.md"]}
    ]
