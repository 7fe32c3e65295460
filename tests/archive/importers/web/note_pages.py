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
    "Substack": _page(
        '<a data-component-name="FootnoteAnchorToDOM" id="footnote-anchor-1" href="#footnote-1" '
        'target="_self" rel="">1</a>',
        '<a data-component-name="FootnoteAnchorToDOM" id="footnote-anchor-2" href="#footnote-2" '
        'target="_self" rel="">2</a>',
        '<div data-component-name="FootnoteToDOM" class="footnote"><a id="footnote-1" '
        'href="#footnote-anchor-1" class="footnote-number" contenteditable="false">1</a><div '
        f'class="footnote-content"><p>{ONE}</p></div></div><div class="footnote"><a '
        'id="footnote-2" href="#footnote-anchor-2" class="footnote-number">2</a><div '
        f'class="footnote-content"><p>{TWO}</p></div></div>',
    ),
    "Medium, raised figures by hand": _page(
        "<sup>1</sup>", "<sup>2</sup>", f"<p>___</p><p>[1] {ONE}</p><p>[2] {TWO}</p>"
    ),
    "Medium, linked by paragraph name": _page(
        '<a href="#a1b2" rel="noopener">[1]</a>',
        '<a href="#c3d4">[2]</a>',
        f'<p id="a1b2">[1] {ONE}</p><p id="c3d4">[2] {TWO}</p>',
    ),
    "JATS journal, xref-fn": _page(
        '<a id="xref-fn-1-1" class="xref-fn" href="#fn-1"><sup>1</sup></a>',
        '<a id="xref-fn-2-1" class="xref-fn" href="#fn-2"><sup>2</sup></a>',
        '<div class="section fn-group" id="fn-group-1"><h2>Footnotes</h2><ul><li class="fn" '
        'id="fn-1"><p id="p-9"><span class="fn-label"><a class="rev-xref" '
        f'href="#xref-fn-1-1">↵</a>1</span> {ONE}</p></li><li class="fn" id="fn-2"><p><span '
        'class="fn-label"><a class="rev-xref" href="#xref-fn-2-1">↵</a>2</span> '
        f"{TWO}</p></li></ul></div>",
    ),
    "JATS journal, bib": _page(
        '<sup><a class="xref-bibr" href="#bib1">1</a></sup>',
        '<sup><a class="xref-bibr" href="#bib2">2</a></sup>',
        '<div class="ref-list"><h2>References</h2><ol class="cit-list"><li id="bib1"><span '
        f'class="ref-label">1.</span><div class="cit">{ONE}</div></li><li id="bib2"><span '
        f'class="ref-label">2.</span><div class="cit">{TWO}</div></li></ol></div>',
    ),
    "academic press, span labels": _page(
        '<a class="xref fn" href="#fn0001" aria-label="1"><sup>1</sup></a>',
        '<a class="xref fn" href="#fn0002"><sup>2</sup></a>',
        f'<div class="notes"><h2>Notes</h2><div id="fn0001"><p><sup>1</sup> {ONE}</p></div><div '
        f'id="fn0002"><p><sup>2</sup> {TWO}</p></div></div>',
    ),
    "Taylor-like, data-rid buttons": _page(
        '<span class="ref-lnk fn-ref-lnk"><a data-rid="EN0001" '
        'href="#EN0001"><sup>1</sup></a></span>',
        '<span class="ref-lnk"><a data-rid="EN0002" href="#EN0002"><sup>2</sup></a></span>',
        '<div class="summation-section"><h2 id="inline_frontnotes">Notes</h2><div '
        f'id="EN0001"><p><span class="summation-label">1</span> {ONE}</p></div><div '
        f'id="EN0002"><p><span class="summation-label">2</span> {TWO}</p></div></div>',
    ),
    "history.state.gov": _page(
        '<sup><a href="#fn:1.3.4" id="fnref:1.3.4" rel="footnote" class="note" '
        'title="x">1</a></sup>',
        '<sup><a href="#fn:1.3.6" id="fnref:1.3.6" rel="footnote">2</a></sup>',
        f'<div class="footnotes"><ol><li id="fn:1.3.4" class="footnote" value="1">{ONE} <a '
        'class="fn-back" href="#fnref:1.3.4">↩</a></li><li id="fn:1.3.6" class="footnote" '
        f'value="2">{TWO} <a href="#fnref:1.3.6">↩</a></li></ol></div>',
    ),
    "Jekyll and kramdown": _page(
        '<sup id="fnref:a" role="doc-noteref"><a href="#fn:a" class="footnote" '
        'rel="footnote">1</a></sup>',
        '<sup id="fnref:b"><a href="#fn:b" class="footnote">2</a></sup>',
        '<div class="footnotes" role="doc-endnotes"><ol><li id="fn:a" '
        f'role="doc-endnote"><p>{ONE} <a href="#fnref:a" class="reversefootnote" '
        f'role="doc-backlink">&#8617;</a></p></li><li id="fn:b"><p>{TWO} <a href="#fnref:b" '
        'class="reversefootnote">&#8617;</a></p></li></ol></div>',
    ),
    "littlefoot buttons": _page(
        '<sup id="fnref:1"><a href="#fn:1" rel="footnote" class="littlefoot--print">1</a><span '
        'class="littlefoot"><button class="littlefoot__button" aria-controls="fn:1" '
        'data-footnote-id="1"><svg></svg></button></span></sup>',
        '<sup id="fnref:2"><a href="#fn:2" rel="footnote" class="littlefoot--print">2</a><span '
        'class="littlefoot"><button class="littlefoot__button" '
        'data-footnote-id="2"></button></span></sup>',
        f'<div class="footnotes littlefoot--print"><hr><ol><li id="fn:1"><p>{ONE}<a '
        f'href="#fnref:1">↩</a></p></li><li id="fn:2"><p>{TWO}<a '
        'href="#fnref:2">↩</a></p></li></ol></div>',
    ),
    "WordPress, footnotes plugin in a table": _page(
        '<span class="footnote_referrer"><a role="button" tabindex="0"><sup '
        'id="footnote_plugin_tooltip_9_1" '
        'class="footnote_plugin_tooltip_text">[1]</sup></a><span '
        'id="footnote_plugin_tooltip_text_9_1" class="footnote_tooltip"></span></span>',
        '<span class="footnote_referrer"><a role="button" tabindex="0"><sup '
        'id="footnote_plugin_tooltip_9_2" '
        'class="footnote_plugin_tooltip_text">[2]</sup></a></span>',
        '<div class="speaker-mute footnotes_reference_container"><div '
        'class="footnote_container_prepare"><p><span role="button" '
        'class="footnote_reference_container_label">References</span></p></div><div '
        'id="footnote_references_container_9"><table class="footnotes_table '
        'footnote-reference-container"><tbody><tr class="footnotes_plugin_reference_row"><th '
        'scope="row" id="footnote_plugin_reference_9_1" class="footnote_plugin_index '
        'pointer"><a role="button"><span '
        'class="footnote_index_arrow">&#8593;</span>1</a></th><td '
        f'class="footnote_plugin_text">{ONE}</td></tr><tr '
        'class="footnotes_plugin_reference_row"><th scope="row" '
        'id="footnote_plugin_reference_9_2" class="footnote_plugin_index"><a '
        'role="button"><span class="footnote_index_arrow">&#8593;</span>2</a></th><td '
        f'class="footnote_plugin_text">{TWO}</td></tr></tbody></table></div></div>',
    ),
    "Word, saved with full paths": _page(
        '<a style="mso-footnote-id:ftn1" href="file:///C:/Users/x/report.htm#_ftn1" '
        'name="_ftnref1" title=""><span class="MsoFootnoteReference"><span '
        'style="vertical-align:super">[1]</span></span></a>',
        '<a href="file:///C:/Users/x/report.htm#_ftn2" name="_ftnref2"><sup>[2]</sup></a>',
        '<div><br clear="all"><hr align="left" size="1" width="33%"><div id="ftn1"><p '
        'class="MsoFootnoteText"><a href="file:///C:/Users/x/report.htm#_ftnref1" '
        f'name="_ftn1"><sup>[1]</sup></a> {ONE}</p></div><div id="ftn2"><p '
        'class="MsoFootnoteText"><a href="file:///C:/Users/x/report.htm#_ftnref2" '
        f'name="_ftn2"><sup>[2]</sup></a> {TWO}</p></div></div>',
    ),
    "UN.org, plain anchors and a rule": _page(
        '<a href="#_edn1" id="_ednref1">1</a>',
        '<a href="#_edn2" id="_ednref2">2</a>',
        f'<p>&nbsp;</p><hr><p><a href="#_ednref1" id="_edn1">1</a> {ONE}</p><p><a '
        f'href="#_ednref2" id="_edn2">2</a> {TWO}</p>',
    ),
    "Tufte, margin notes with sup": _page(
        '<label class="margin-toggle sidenote-number" for="s1"></label><input id="s1" '
        'class="margin-toggle" type="checkbox"/><span class="sidenote"><span '
        f'class="sidenote-number">1</span> {ONE}</span>',
        '<label class="margin-toggle sidenote-number" for="s2"></label><input id="s2" '
        f'class="margin-toggle" type="checkbox"/><span class="sidenote">{TWO}</span>',
        "",
    ),
    "Gwern/Hugo aside": _page(
        '<sup id="fnref-1"><a href="#fn-1" class="footnote-ref">1</a></sup>',
        '<sup id="fnref-2"><a href="#fn-2" class="footnote-ref">2</a></sup>',
        f'<section class="footnotes"><ol><li id="fn-1">{ONE}<a href="#fnref-1" '
        f'class="footnote-backref">↩</a></li><li id="fn-2">{TWO}<a href="#fnref-2" '
        'class="footnote-backref">↩</a></li></ol></section>',
    ),
    "notes in title attributes' links": _page(
        f'<sup class="footnote-ref"><a href="#note-1" title="{ONE}">(1)</a></sup>',
        f'<sup class="footnote-ref"><a href="#note-2" title="{TWO}">(2)</a></sup>',
        f'<div id="notes"><h3>Notes:</h3><p id="note-1"><b>(1)</b> {ONE}</p><p '
        f'id="note-2"><b>(2)</b> {TWO}</p></div>',
    ),
    "tooltips by data attribute (Manifold/Pressbooks)": _page(
        '<a class="footnote" title="x" id="return-footnote-9-1" href="#footnote-9-1" '
        'aria-label="Footnote 1"><sup class="footnote">[1]</sup></a>',
        '<a class="footnote" id="return-footnote-9-2" href="#footnote-9-2" aria-label="Footnote '
        '2"><sup class="footnote">[2]</sup></a>',
        '<hr class="before-footnotes clear" /><div class="footnotes"><ol><li '
        f'id="footnote-9-1">{ONE} <a href="#return-footnote-9-1" class="return-footnote" '
        f'aria-label="Return to footnote 1">&crarr;</a></li><li id="footnote-9-2">{TWO} <a '
        'href="#return-footnote-9-2" class="return-footnote">&crarr;</a></li></ol></div>',
    ),
    "Google Docs": _page(
        '<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>',
        '<sup><a href="#ftnt2" id="ftnt_ref2">[2]</a></sup>',
        '<hr><div><p><a href="#ftnt_ref1" '
        f'id="ftnt1">[1]</a><span>&nbsp;{ONE}</span></p></div><div><p><a href="#ftnt_ref2" '
        f'id="ftnt2">[2]</a><span>&nbsp;{TWO}</span></p></div>',
    ),
}
