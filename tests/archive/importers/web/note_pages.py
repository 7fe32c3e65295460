"""Pages that link the same two notes in the ways that pages have of doing so."""

from __future__ import annotations

ONE = "Harbour book, p. 4."
TWO = "Tide tables of the year."

_FIRST = "The pilots came back in the spring"
_SECOND = "A line of boats lay there for a week"


def _page(first: str, second: str, notes: str) -> str:
    return (
        f"<html><head><title>Harbour</title></head><body><article><p>{_FIRST}{first}. They were"
        f" not asked why.</p><p>{_SECOND}{second}, waiting for the tide.</p>{notes}</article>"
        "</body></html>"
    )


CONVENTIONS = {
    "DPUB-ARIA and pandoc": _page(
        '<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>',
        '<a href="#fn2" class="footnote-ref" id="fnref2" role="doc-noteref"><sup>2</sup></a>',
        f'<section role="doc-endnotes"><hr><ol><li id="fn1" role="doc-endnote"><p>{ONE}'
        f'<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li><li id="fn2">'
        f'<p>{TWO}<a href="#fnref2" role="doc-backlink">↩︎</a></p></li></ol></section>',
    ),
    "notes that only name their role": _page(
        '<a role="doc-noteref" href="#x">1</a>',
        '<a role="doc-noteref" href="#y">2</a>',
        f'<aside role="doc-footnote" id="x">{ONE}</aside>'
        f'<aside role="doc-footnote" id="y">{TWO}</aside>',
    ),
    "WordPress blocks": _page(
        '<sup data-fn="a1b2" class="fn"><a href="#a1b2" id="a1b2-link">1</a></sup>',
        '<sup data-fn="c3d4" class="fn"><a href="#c3d4" id="c3d4-link">2</a></sup>',
        f'<ol class="wp-block-footnotes"><li id="a1b2">{ONE} <a href="#a1b2-link"'
        f' aria-label="Jump to reference 1">↩︎</a></li><li id="c3d4">{TWO} <a href="#c3d4-link">↩︎'
        "</a></li></ol>",
    ),
    "WordPress, easy footnotes": _page(
        '<span id="easy-footnote-1-9" class="easy-footnote-margin-adjust"></span><span'
        ' class="easy-footnote"><a href="#easy-footnote-bottom-1-9"><sup>1</sup></a></span>',
        '<span id="easy-footnote-2-9"></span><span class="easy-footnote"><a'
        ' href="#easy-footnote-bottom-2-9"><sup>2</sup></a></span>',
        '<ol class="easy-footnotes-wrapper"><li class="easy-footnote-single"><span'
        f' id="easy-footnote-bottom-1-9"></span>{ONE}<a class="easy-footnote-to-top"'
        ' href="#easy-footnote-1-9"></a></li><li class="easy-footnote-single"><span'
        f' id="easy-footnote-bottom-2-9"></span>{TWO}<a href="#easy-footnote-2-9"></a></li></ol>',
    ),
    "WordPress, notes inside the text": _page(
        '<sup class="modern-footnotes-footnote" data-mfn="1"><a href="javascript:void(0)">1</a>'
        f'</sup><span class="modern-footnotes-footnote__note">{ONE}</span>',
        '<sup class="modern-footnotes-footnote" data-mfn="2"><a href="javascript:void(0)">2</a>'
        f'</sup><span class="modern-footnotes-footnote__note">{TWO}</span>',
        "",
    ),
    "Word": _page(
        '<a href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference>[1]</span></a>',
        '<a href="#_ftn2" name="_ftnref2" title=""><span class=MsoFootnoteReference>[2]</span></a>',
        '<div style="mso-element:footnote-list"><hr><div style="mso-element:footnote" id="ftn1"><p'
        ' class="MsoFootnoteText"><a href="#_ftnref1" name="_ftn1" title=""><span>[1]</span></a>'
        f' {ONE}</p></div><div style="mso-element:footnote" id="ftn2"><p><a href="#_ftnref2"'
        f' name="_ftn2">[2]</a> {TWO}</p></div></div>',
    ),
    "LibreOffice": _page(
        '<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>',
        '<a class="sdfootnoteanc" name="sdfootnote2anc" href="#sdfootnote2sym"><sup>2</sup></a>',
        '<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym"'
        f' href="#sdfootnote1anc">1</a>{ONE}</p></div><div id="sdfootnote2"><p><a'
        f' name="sdfootnote2sym" href="#sdfootnote2anc">2</a>{TWO}</p></div>',
    ),
    "raised links to bare anchors": _page(
        '<sup><a href="#one">1</a></sup>',
        ' <sup><a href="#two">2</a></sup>',
        f'<p><a id="one"></a>1. {ONE}</p><p><a id="two"></a>2. {TWO}</p>',
    ),
    "brackets and a list of anchors": _page(
        ' [<a href="#n1" name="r1">1</a>]',
        ' [<a href="#n2" name="r2">2</a>]',
        f'<p><a name="n1" href="#r1">1</a>. {ONE}<br><a name="n2" href="#r2">2</a>. {TWO}</p>',
    ),
    "Wikipedia": _page(
        '<sup id="cite_ref-1" class="reference"><a href="#cite_note-1"><span>[</span>1<span>]'
        "</span></a></sup>",
        '<sup id="cite_ref-T_2-0" class="reference"><a href="#cite_note-T-2">[2]</a></sup>',
        '<h2>References</h2><ol class="references"><li id="cite_note-1"><span'
        ' class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span> <span'
        f' class="reference-text">{ONE}</span></li><li id="cite_note-T-2"><span'
        ' class="mw-cite-backlink">^ <sup><a href="#cite_ref-T_2-0">a</a></sup></span>'
        f' <span class="reference-text">{TWO}</span></li></ol>',
    ),
    "Drupal": _page(
        '<a class="see-footnote" id="footnoteref1_x" href="#footnote1_x">1</a>',
        '<a class="see-footnote" id="footnoteref2_y" href="#footnote2_y">2</a>',
        '<ul class="footnotes"><li class="footnote" id="footnote1_x"><a class="footnote-label"'
        f' href="#footnoteref1_x">1.</a> {ONE}</li><li class="footnote" id="footnote2_y"><a'
        f' class="footnote-label" href="#footnoteref2_y">2.</a> {TWO}</li></ul>',
    ),
    "side notes": _page(
        '<label for="sn-1" class="margin-toggle sidenote-number"></label><input type="checkbox"'
        f' id="sn-1" class="margin-toggle"><span class="sidenote">{ONE}</span>',
        '<label for="sn-2" class="margin-toggle sidenote-number"></label><input type="checkbox"'
        f' id="sn-2"><span class="sidenote">{TWO}</span>',
        "",
    ),
    "rows of a table": _page(
        '<sup><a href="#t1">1</a></sup>',
        '<sup><a href="#t2">2</a></sup>',
        f'<table><tr><td id="t1">1</td><td>{ONE}</td></tr><tr><td id="t2">2</td><td>{TWO}</td>'
        "</tr></table>",
    ),
    "terms and descriptions": _page(
        '<sup><a href="#d1">1</a></sup>',
        '<sup><a href="#d2">2</a></sup>',
        f'<dl><dt id="d1">1</dt><dd>{ONE}</dd><dt id="d2">2</dt><dd>{TWO}</dd></dl>',
    ),
    "addresses in full": _page(
        '<sup><a href="https://ports.example/quiet#_edn1" name="_ednref1">[1]</a></sup>',
        '<sup><a href="https://ports.example/quiet#_edn2" name="_ednref2">[2]</a></sup>',
        f'<p><a href="https://ports.example/quiet#_ednref1" name="_edn1">[1]</a> {ONE}</p>'
        f'<p><a href="https://ports.example/quiet#_ednref2" name="_edn2">[2]</a> {TWO}</p>',
    ),
    "a numbered list without links": _page(
        "<sup>1</sup>", "<sup>2</sup>", f"<h3>Notes</h3><ol><li>{ONE}</li><li>{TWO}</li></ol>"
    ),
    "numbered paragraphs without links": _page(
        "<sup>1</sup>", "<sup>[2]</sup>", f"<h4>Endnotes</h4><p>1. {ONE}</p><p>[2] {TWO}</p>"
    ),
    "brackets without links": _page(
        " [1]", " [2]", f"<p><strong>Notes</strong></p><p>[1] {ONE}</p><p>[2] {TWO}</p>"
    ),
    "raised figures at the end": _page(
        "<sup>1</sup>", "<sup>2</sup>", f"<hr><p><sup>1</sup> {ONE}</p><p><sup>2</sup>{TWO}</p>"
    ),
}
