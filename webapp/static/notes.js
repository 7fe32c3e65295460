// Notes beside the text. Each mark gets a copy of its note, which the style sheet floats into the
// margin on wide screens; on narrow ones the mark opens and closes it in place, under its line.
// Without this script a mark leads to its note at the end, and back.
(() => {
  "use strict";
  const wide = window.matchMedia("(min-width: 74.01em)");
  const copies = new Map();

  const target = (link) => link && document.getElementById(link.getAttribute("href").slice(1));

  const copyOf = (mark) => {
    const note = target(mark);
    const body = note && note.querySelector(".note-body");
    if (!body) return null;
    const copy = document.createElement("span");
    copy.className = "side-note";
    copy.setAttribute("aria-hidden", "true");
    const text = document.createElement("span");
    text.className = "side-text";
    const label = document.createElement("span");
    label.className = "side-label";
    label.textContent = mark.textContent;
    text.append(label);
    copy.append(text);
    body.querySelectorAll(":scope > p").forEach((paragraph, index) => {
      const line = document.createElement("span");
      if (index > 0) line.className = "side-line";
      line.append(...paragraph.cloneNode(true).childNodes);
      text.append(line);
    });
    copy.querySelectorAll(".back, .annotation-mark").forEach((element) => element.remove());
    copy.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id"));
    copy.querySelectorAll("a").forEach((link) => { link.tabIndex = -1; });
    return copy;
  };

  const show = (mark, open) => {
    const copy = copies.get(mark);
    copy.classList.toggle("open", open);
    if (open) copy.removeAttribute("aria-hidden");
    else copy.setAttribute("aria-hidden", "true");
    copy.querySelectorAll("a").forEach((link) => { link.tabIndex = open ? 0 : -1; });
    if (wide.matches) mark.removeAttribute("aria-expanded");
    else mark.setAttribute("aria-expanded", String(open));
  };

  // A long note is cut off in the margin; pointed at, it lies over those below it, which stay.
  const point = (copy, on) => {
    if (wide.matches) copy.style.height = on ? `${copy.offsetHeight}px` : "";
    copy.classList.toggle("pointed", on && wide.matches);
  };

  const closeAll = () => copies.forEach((copy, mark) => show(mark, false));

  const cards = [...document.querySelectorAll(".text .annotation")].map((card) => {
    const mark = target(card.querySelector(".annotation-letter"));
    const home = document.createComment("");
    card.before(home);
    return { card, mark, home };
  });

  // Where there is room for cards beside the text they are not folded. A link to one unfolds it.
  const folds = [...document.querySelectorAll(".cards")].map((fold) => ({ fold, open: fold.open }));
  const unfold = () => {
    const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = place && place.closest(".cards");
    if (fold) fold.open = true;
  };
  window.addEventListener("hashchange", unfold);

  const place = () => {
    closeAll();
    folds.forEach(({ fold, open }) => { fold.open = wide.matches || open; });
    cards.forEach(({ card, mark, home }) => {
      if (wide.matches && mark) mark.after(card);
      else home.after(card);
    });
  };

  document.querySelectorAll(".text .note-mark").forEach((mark) => {
    const copy = copyOf(mark);
    if (!copy) return;
    copies.set(mark, copy);
    mark.after(copy);
    [mark, copy].forEach((element) => {
      element.addEventListener("mouseenter", () => point(copy, true));
      element.addEventListener("mouseleave", () => point(copy, false));
      element.addEventListener("focus", () => point(copy, true));
      element.addEventListener("blur", () => point(copy, false));
    });
    mark.addEventListener("click", (event) => {
      const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
      if (wide.matches || !plain) return;
      event.preventDefault();
      show(mark, !copy.classList.contains("open"));
    });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    copies.forEach((copy, mark) => {
      if (!copy.classList.contains("open")) return;
      if (copy.contains(document.activeElement)) mark.focus();
      show(mark, false);
    });
  });
  wide.addEventListener("change", place);
  place();
  unfold();
})();
