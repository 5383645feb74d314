"""Formulas in MathML as plain text."""

from __future__ import annotations

import pytest

from mkdocs_journal.text.formulas import readable_text, with_tex

TEX = '<annotation-xml encoding="MathML-Content"><ci>x</ci></annotation-xml><annotation encoding="{}">{}</annotation>'
CASES = {
    "no formula": ("<p>1 &lt; 2</p>", "1 < 2"),
    "words for those who do not see it": ('<math alttext="a &lt; b"><mi>a</mi></math>', "a < b"),
    "its source": (
        f"<math><semantics><mi>x</mi>{TEX.format('application/x-tex', 'x &lt; 1')}</semantics></math>",
        "x < 1",
    ),
    "an empty source": (f"<math><semantics><mi>x</mi>{TEX.format('application/x-tex', ' ')}</semantics></math>", "x"),
    "a source in another language": (
        f"<math><semantics><mi>x</mi>{TEX.format('StarMath 5.0', 'y')}</semantics></math>",
        "x",
    ),
    "a fraction": ("a<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>b", "a1/2b"),
    "a fraction of sums": (
        "<math><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mn>2</mn></mfrac></math>",
        "(a+1)/2",
    ),
    "powers and indexes": (
        "<math><msup><mi>e</mi><mrow><mi>k</mi><mi>t</mi></mrow></msup><msub><mi>x</mi><mo>∞</mo></msub></math>",
        "e^ktx_∞",
    ),
    "both at once": ("<math><munderover><mo>∑</mo><mn>0</mn><mi>n</mi></munderover></math>", "∑_0^n"),
    "roots": ("<math><msqrt><mn>2</mn></msqrt><mroot><mi>x</mi><mn>3</mn></mroot></math>", "√2x^(1/3)"),
    "a matrix": (
        "<math><mtable><mtr><mtd>1</mtd><mtd>2</mtd></mtr><mtr><mtd>3</mtd></mtr></mtable></math>",
        "1, 2; 3",
    ),
    "parts that are missing": ("<math><mfrac><mn>1</mn></mfrac><msup></msup><mspace/></math>", "1"),
    "what is left open": ("<math><mrow><mi>a</b><msup><mi>b</mi></math>c", "abc"),
    "deep": ("<math>" + "<mrow>" * 100 + "x" + "</mrow>" * 100 + "</math>", "x"),
    "the copy for screens": (
        '<math><mn>1</mn></math><span aria-hidden="true">21</span><img aria-hidden="true"><b aria-hidden="false">c</b>',
        "1 c",
    ),
    "a drawing": ("a <svg><title>Chart</title><text>b</text></svg> c", "a c"),
    "what is hidden beside no formula": ('<span aria-hidden="true">★</span>', "★"),
}


@pytest.mark.parametrize(("html", "text"), CASES.values(), ids=CASES)
def test_a_formula_is_there_once_and_can_be_read(html: str, text: str) -> None:
    assert readable_text(html) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<script>a</script>", "<script>a</script>"),
        (
            '<b><script type="math/tex; mode=display">a < b</script></b><script>c</script>',
            "<b>a &lt; b</b><script>c</script>",
        ),
        (
            '<span class="MathJax_Preview">a</span><script type="math/tex">a</script>c',
            '<span class="MathJax_Preview">a</span>c',
        ),
    ],
)
def test_a_formula_for_a_script_is_text_unless_a_preview_says_it(html: str, text: str) -> None:
    assert with_tex(html) == text
