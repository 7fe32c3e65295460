// Annotating for editors. Words that are selected in a paragraph or note bring up a small toolbar;
// it opens the same form that the link beside the paragraph leads to, here beside the text. Places
// are counted in code points, as the archive counts them; JavaScript counts UTF-16 units.
(() => {
  "use strict";
  const NOT_TEXT = ".note-mark, .annotation-mark, .permalink, .annotate, .side-note, .annotation, "
    + ".item-label, .note-label, .back, .hit-nav, .copied, .abbr-expansion, .annotate-toolbar, "
    + ".unseen, .cite-here, .cards";
  const KINDS = ["comment", "correction", "question", "translation", "tag", "cross-reference"];
  const PLACE = "peacearchive-place";
  const wide = window.matchMedia("(min-width: 74.01em)");
  const touched = window.matchMedia("(pointer: coarse)");  // handles hang below the words

  const passages = new Map();
  document.querySelectorAll("a.annotate").forEach((link) => {
    const id = new URL(link.href).searchParams.get("at");
    const element = document.getElementById(id);
    if (element) passages.set(element, { id, link });
  });
  if (!passages.size) return;
  const page = location.pathname;
  const attach = new URLSearchParams(location.search).get("attach");

  const passageOf = (node) => {
    for (let at = node; at; at = at.parentNode) if (passages.has(at)) return at;
    return null;
  };

  const isLeftOut = (element, passage) => element !== passage
    && (element.matches(NOT_TEXT) || passages.has(element));

  // Walks the text of a passage as the archive has it, calling `visit(node, text)` for each piece.
  const walk = (passage, visit) => {
    let lines = 0;
    const into = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return visit(node, node.data);
      if (node.nodeType !== Node.ELEMENT_NODE || isLeftOut(node, passage)) return undefined;
      if (node.tagName === "BR") return visit(node, "\n");
      const isLine = node.tagName === "P" && node !== passage;
      if (isLine && lines > 0) visit(node, "\n");
      if (isLine) lines += 1;
      node.childNodes.forEach(into);
      return undefined;
    };
    if (passage.matches(".notes > li")) into(passage.querySelector(".note-body"));
    else into(passage);
  };

  // The part of a range that is in a passage, as text and as code points before and in it.
  const selected = (passage, range) => {
    let before = "";
    let words = "";
    let lineless = passage.querySelector(":scope > p, :scope > .note-body") !== null;
    walk(passage, (node, text) => {
      if (lineless && !text.trim() && before === "" && words === "") return;
      const isText = node.nodeType === Node.TEXT_NODE;
      const inside = range.intersectsNode(node);
      if (!inside) {
        if (words === "") before += text;
        return;
      }
      const start = isText && node === range.startContainer ? range.startOffset : 0;
      const end = isText && node === range.endContainer ? range.endOffset : text.length;
      if (words === "") before += text.slice(0, start);
      words += text.slice(start, end);
      lineless = false;
    });
    const lead = words.length - words.trimStart().length;
    return { start: [...before].length + [...words.slice(0, lead)].length, words: words.trim() };
  };

  const make = (name, className, text) => {
    const element = document.createElement(name);
    element.className = className;
    if (text) element.textContent = text;
    return element;
  };

  // The words that a form is about, drawn as long as it is open: the selection is gone by then.
  const canDraw = "highlights" in CSS && typeof Highlight === "function";
  const drawChosen = (range) => {
    if (!canDraw) return;
    if (range) CSS.highlights.set("annotating", new Highlight(range));
    else CSS.highlights.delete("annotating");
  };

  // The toolbar

  const toolbar = make("div", "annotate-toolbar");
  toolbar.setAttribute("role", "toolbar");
  toolbar.setAttribute("aria-label", "Annotate the words selected");
  let chosen = null;

  const hide = () => {
    toolbar.remove();
    chosen = null;
  };

  const button = (text, act) => {
    const element = make("button", "", text);
    element.type = "button";
    element.addEventListener("mousedown", (event) => event.preventDefault());
    element.addEventListener("click", act);
    toolbar.append(element);
  };

  if (attach) {
    const told = make("p", "notice annotate-attach",
      "Select the words that the annotation is about now, then choose “put the annotation here”. ");
    const back = make("a", "", "Leave it where it is");
    back.href = "/queue";
    told.setAttribute("role", "status");
    told.append(back);
    document.querySelector(".sheet").prepend(told);
    button("put the annotation here", () => {
      const asked = new URLSearchParams({
        at: chosen.at,
        from: chosen.start,
        to: chosen.start + [...chosen.words].length,
        end: new URLSearchParams(location.search).get("end") || "0",
      });
      location.assign(`/annotations/${encodeURIComponent(attach)}/settle?${asked}`);
    });
  } else {
    KINDS.forEach((kind) => button(kind, () => open(chosen, kind)));
  }
  toolbar.append(make("span", "annotate-keys", "Alt+Enter"));

  const offer = () => {
    const selection = document.getSelection();
    if (toolbar.contains(document.activeElement)) return;
    if (!selection.rangeCount || selection.isCollapsed) return void hide();
    const range = selection.getRangeAt(0);
    const passage = passageOf(range.startContainer);
    if (!passage) return void hide();
    const { start, words } = selected(passage, range);
    if (!words) return void hide();
    chosen = { at: passages.get(passage).id, start, words, passage, range: range.cloneRange() };
    passage.after(toolbar);
    const box = [...range.getClientRects()].pop() || range.getBoundingClientRect();
    const left = Math.min(box.left, document.documentElement.clientWidth - toolbar.offsetWidth - 8);
    toolbar.style.left = `${Math.max(8, left) + window.scrollX}px`;
    toolbar.style.top = `${box.bottom + window.scrollY + (touched.matches ? 28 : 6)}px`;
  };

  let timer = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(offer, 150);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      hide();
      close();
    }
    if (event.key === "Enter" && event.altKey && chosen) {
      event.preventDefault();
      toolbar.querySelector("button").focus();
    }
  });

  // The form

  let editor = null;
  let place = null;
  let unsaved = false;

  const close = () => {
    if (!editor) return;
    if (unsaved && !window.confirm("Close the form and lose what you wrote?")) return;
    const back = editor.contains(document.activeElement) && passages.get(place.passage).link;
    editor.remove();
    editor = null;
    unsaved = false;
    drawChosen(null);
    if (back) back.focus({ preventScroll: true });
  };

  const fetched = async (address, options = {}) => {
    const response = await fetch(address, {
      ...options,
      headers: { Accept: "text/html", ...options.headers },
    });
    const text = await response.text();
    return { response, page: new DOMParser().parseFromString(text, "text/html") };
  };

  const say = (text) => {
    const message = make("p", "notice", text);
    message.setAttribute("role", "alert");
    editor.querySelectorAll(".notice[role=alert]").forEach((old) => old.remove());
    editor.prepend(message);
  };

  const preview = async (form, region) => {
    const body = new URLSearchParams({
      csrf_token: form.elements.csrf_token.value,
      body: form.elements.body.value,
    });
    try {
      const { response, page: shown } = await fetched("/preview", { method: "POST", body });
      const html = shown.querySelector("#page-preview");
      if (response.ok && html) region.replaceChildren(...html.childNodes);
    } catch {
      region.textContent = "No preview: the archive cannot be reached.";
    }
  };

  // Loads the page anew and comes back to the same place in it, where the new card is.
  const saved = (answer) => {
    const cards = [...answer.querySelectorAll(".annotation[id]")];
    const card = cards.find(({ id }) => !document.getElementById(id));
    const top = document.getElementById(place.at).getBoundingClientRect().top;
    sessionStorage.setItem(PLACE, JSON.stringify([page, place.at, top, card ? card.id : ""]));
    history.scrollRestoration = "manual";
    unsaved = false;
    location.reload();
  };

  const send = async (form, submitter) => {
    const body = new FormData(form);
    if (submitter && submitter.name) body.append(submitter.name, submitter.value);
    try {
      const { response, page: answer } = await fetched(form.getAttribute("action"), {
        method: "POST",
        body: new URLSearchParams(body),
      });
      const main = answer.querySelector("main");
      const again = main && main.querySelector("form.fields");
      if (response.ok && !(again && again.matches(".unsaved"))) saved(answer);
      else if (again) show(again, again.matches(".annotation-form") ? null : main);
      else say((main && main.querySelector("h1").textContent) || "It was not saved.");
    } catch {
      say("The archive cannot be reached. Nothing is lost: try again in a moment.");
    }
  };

  // Puts a form of the server into the page; one that is not for annotating, with what is said
  // around it.
  const show = (form, around) => {
    const own = document.importNode(form, true);
    editor.replaceChildren();
    if (around) {
      [...around.children].forEach((child) => {
        if (child !== form) editor.append(document.importNode(child, true));
      });
    }
    editor.append(own);
    own.querySelectorAll(".passage, button[formaction]").forEach((part) => part.remove());
    const actions = own.querySelector(".actions");
    const area = own.querySelector("textarea");
    if (area) {
      const region = make("div", "annotation-body annotate-preview");
      region.setAttribute("aria-label", "Preview");
      region.setAttribute("role", "region");
      area.after(region);
      let waiting = 0;
      area.addEventListener("input", () => {
        unsaved = true;
        clearTimeout(waiting);
        waiting = setTimeout(() => preview(own, region), 400);
      });
      if (area.value) preview(own, region);
    }
    const cancel = make("button", "", "Cancel");
    cancel.type = "button";
    cancel.addEventListener("click", close);
    if (actions) actions.append(" ", cancel);
    own.addEventListener("submit", (event) => {
      event.preventDefault();
      send(own, event.submitter);
    });
    const first = own.querySelector("input[type=password]") ? "input:not([type=hidden])" : "textarea";
    (own.querySelector(first) || cancel).focus({ preventScroll: true });
    const { top, bottom } = editor.getBoundingClientRect();
    if (top < 0 || bottom > window.innerHeight) editor.scrollIntoView({ block: "nearest" });
  };

  const open = async (where, kind) => {
    const asked = new URLSearchParams({ at: where.at, kind });
    if (where.words) {
      asked.set("start", where.start);
      asked.set("words", where.words);
    }
    close();
    if (editor) return;
    const { response, page: answer } = await fetched(`${page}/annotate?${asked}`);
    const form = answer.querySelector("form.annotation-form");
    if (!response.ok || !form) {
      location.assign(`${page}/annotate?${asked}`);
      return;
    }
    hide();
    editor = make("div", "annotation annotation-editor");
    editor.setAttribute("role", "group");
    editor.setAttribute("aria-label", `New ${kind}`);
    place = where;
    if (place.passage.matches("li")) place.passage.append(editor);
    else if (wide.matches) place.passage.before(editor);
    else place.passage.after(editor);
    drawChosen(where.range);
    show(form, null);
  };

  passages.forEach(({ id, link }, passage) => {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || attach) return;
      event.preventDefault();
      open({ at: id, words: "", start: 0, passage }, "comment");
    });
  });

  window.addEventListener("beforeunload", (event) => {
    if (editor && unsaved) event.preventDefault();
  });

  const [path, at, top, newCard] = JSON.parse(sessionStorage.getItem(PLACE) || "[]");
  sessionStorage.removeItem(PLACE);
  const passage = document.getElementById(at);
  if (path === page && passage) {
    // Not before: the browser would go back to where it was at once.
    window.addEventListener("pagehide", () => { history.scrollRestoration = "auto"; });
    window.addEventListener("load", () => {
      const down = passage.getBoundingClientRect().top - top;
      window.scrollBy({ top: down, behavior: "instant" });
      const card = document.getElementById(newCard);
      if (!card) return;
      const fold = card.closest(".cards");
      if (fold) fold.open = true;
      const box = card.getBoundingClientRect();
      const unseen = box.bottom < 0 || box.top > window.innerHeight - 24;
      if (unseen) card.scrollIntoView({ block: "nearest", behavior: "instant" });
      card.tabIndex = -1;
      card.focus({ preventScroll: true });
    });
  }
})();
