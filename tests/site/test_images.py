"""The picture of a post: found among the docs, or reported."""

from __future__ import annotations

from tests.conftest import Site, post

PNG = b"\x89PNG\r\n\x1a\n"


def test_a_picture_that_is_not_there_is_reported_and_the_post_published(site: Site) -> None:
    site.write(
        {
            "docs/journal/2024-01-01-missing.md": post("title: Missing\nimage: img/not-there.png"),
            "docs/journal/2024-01-02-outside.md": post("title: Outside\nimage:\n  path: ../../secret.png"),
            "docs/journal/2024-01-03-script.md": post("title: Script\nimage: 'javascript:x()'"),
            "docs/journal/2024-01-04-text.md": post("title: Text\nimage: /notes.txt"),
            "docs/notes.txt": "notes",
            "secret.png": PNG,
        }
    )

    result = site.build()

    assert result.returncode == 0
    reported = [line for line in result.ours if "image" in line]
    advice = "; write a path relative to the post or an http(s) URL (J601)"
    assert reported == [
        f"docs/journal/2024-01-01-missing.md:3:8: image: 'img/not-there.png' does not exist{advice}",
        f"docs/journal/2024-01-02-outside.md:4:3: image: '../../secret.png' is outside docs_dir{advice}",
        f"docs/journal/2024-01-03-script.md:3:8: image: 'javascript:x()' is not a web address{advice}",
        f"docs/journal/2024-01-04-text.md:3:8: image: '/notes.txt' is not an image{advice}",
    ]
    assert "4 posts" in result.ours[-1]


def test_keys_of_themes_are_used_and_never_reported(site: Site) -> None:
    site.write(
        {
            "docs/journal/2024-01-01-a.md": post("title: A\nthumbnail: large\nteaser: [1, 2]\nog_image: {small: a.png}"),
            "docs/journal/2024-01-02-b.md": post("title: B\nheader-img: gone.png"),
            "docs/journal/2024-01-03-c.md": post("title: C\nimage: c.png"),
            "docs/journal/2024-01-04-d.md": post("title: D\nimage: https://192.0.2.1/x.png"),
            "docs/journal/2024-01-05-e.md": post("title: E\nimage: {url: /assets/e.svg, alt: Five}"),
            "docs/journal/c.png": PNG,
            "docs/assets/e.svg": "<svg/>",
        }
    )

    assert site.build("--strict").messages == []
