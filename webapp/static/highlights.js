// Annotated words. Where the browser can draw highlights over a text it does, so that overlapping
// ones are told apart; elsewhere the <mark> of the server stays. Card and words light up together,
// and a filter narrows the cards by kind, editor and state.
(() => {
  "use strict";
  const cards = [...document.querySelectorAll(".sheet .annotation[data-kind]")];
  if (!cards.length) return;
  const key = (card) => card.id.replace(/^annotation-/, "");
  const marks = new Map(cards.map((card) => [key(card), []]));
  document.querySelectorAll("mark.annotated[data-annotation]").forEach((mark) => {
    if (marks.has(mark.dataset.annotation)) marks.get(mark.dataset.annotation).push(mark);
  });

  // Drawing

  const canDraw = "highlights" in CSS && typeof Highlight === "function";
  const rangesOf = (mark) => {
    const ranges = [];
    const texts = document.createTreeWalker(mark, NodeFilter.SHOW_TEXT, (node) => (
      node.parentElement.closest(".side-note, .annotation, .note-mark, .annotation-mark")
        ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT
    ));
    while (texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      ranges.push(range);
    }
    return ranges;
  };
  const shown = (card) => !card.hidden;

  const draw = () => {
    if (!canDraw) return;
    const once = new Highlight();
    const twice = new Highlight();
    twice.priority = 1;
    cards.filter(shown).forEach((card) => marks.get(key(card)).forEach((mark) => {
      const outer = mark.parentElement.closest("mark.annotated");
      const layer = outer && !outer.classList.contains("filtered") ? twice : once;
      rangesOf(mark).forEach((range) => layer.add(range));
    }));
    CSS.highlights.set("annotated", once);
    CSS.highlights.set("annotated-twice", twice);
    document.documentElement.classList.add("draws-highlights");
  };

  const light = (id, on) => {
    const card = document.getElementById(`annotation-${id}`);
    if (!card) return;
    card.classList.toggle("lit", on);
    marks.get(id).forEach((mark) => mark.classList.toggle("lit", on));
    if (!canDraw) return;
    if (on) {
      const lit = new Highlight(...marks.get(id).flatMap(rangesOf));
      lit.priority = 2;
      CSS.highlights.set("annotated-lit", lit);
    } else CSS.highlights.delete("annotated-lit");
  };

  cards.forEach((card) => {
    const id = key(card);
    const letter = card.querySelector(".annotation-letter");
    const back = letter && document.getElementById(letter.getAttribute("href").slice(1));
    [card, back, ...marks.get(id)].filter(Boolean).forEach((element) => {
      element.addEventListener("mouseenter", () => light(id, true));
      element.addEventListener("mouseleave", () => light(id, false));
      element.addEventListener("focusin", () => light(id, true));
      element.addEventListener("focusout", () => light(id, false));
    });
  });

  // Filtering

  const NAMES = { kind: "Kind", editor: "Editor", state: "State" };
  const chosen = {};

  const filter = () => {
    cards.forEach((card) => {
      card.hidden = Object.entries(chosen).some(([name, value]) => value && card.dataset[name] !== value);
      marks.get(key(card)).forEach((mark) => mark.classList.toggle("filtered", card.hidden));
      const letter = card.querySelector(".annotation-letter");
      const back = letter && document.getElementById(letter.getAttribute("href").slice(1));
      if (back) back.hidden = card.hidden;
    });
    draw();
  };

  const form = document.createElement("form");
  form.className = "annotation-filter";
  form.setAttribute("aria-label", "Annotations shown");
  Object.entries(NAMES).forEach(([name, label]) => {
    const values = [...new Set(cards.map((card) => card.dataset[name]))].sort();
    if (values.length < 2) return;
    const field = document.createElement("label");
    const select = document.createElement("select");
    select.name = name;
    [["", "any"], ...values.map((value) => [value, value])].forEach(([value, text]) => {
      select.append(new Option(text, value));
    });
    select.addEventListener("change", () => {
      chosen[name] = select.value;
      filter();
    });
    field.append(`${label} `, select);
    form.append(field);
  });
  if (form.children.length) {
    form.prepend("Annotations: ");
    document.querySelector(".title-block").append(form);
  }
  draw();
})();
