// Places in a document: the passages found are walked through, a click on ¶ copies a link or a
// citation, and an abbreviation says what it stands for. Without this script all are links.
(() => {
  "use strict";
  const text = document.querySelector(".text");
  if (!text) return;

  // Passages found
  const bar = document.querySelector(".within-found[data-total]");
  const hits = [...document.querySelectorAll(".hit-here")];
  if (bar && hits.length) {
    const now = bar.querySelector(".within-now");
    const steps = [...bar.querySelectorAll(".within-step")];
    let current = -1;
    const arrive = () => {
      const place = decodeURIComponent(location.hash.slice(1));
      const number = hits.findIndex((hit) => hit.id === place);
      if (number >= 0) current = number;
      if (current >= 0) now.textContent = `${current + 1} of ${hits.length}`;
      steps.forEach((step) => {
        const way = Number(step.dataset.step);
        const next = current < 0 ? 0 : (current + way + hits.length) % hits.length;
        step.href = `#${encodeURIComponent(hits[next].id)}`;
        step.setAttribute("aria-label", way < 0 ? "Previous passage found" : "Next passage found");
      });
    };
    window.addEventListener("hashchange", arrive);
    arrive();
  }

  // Links to paragraphs and notes
  const message = document.createElement("span");
  message.className = "copied";
  message.setAttribute("role", "status");
  const copy = async (words, said) => {
    try {
      await navigator.clipboard.writeText(words);
      return said;
    } catch {
      return words;
    }
  };
  const close = () => message.remove();
  const offer = async (link) => {
    const place = link.hash.slice(1);
    const said = await copy(text.dataset.address + link.hash, "Link copied");
    const line = document.createElement("span");
    line.textContent = said;
    const citation = document.createElement("a");
    citation.href = `${text.dataset.cite}?at=${place}`;
    citation.textContent = "Cite this passage";
    message.replaceChildren(line, citation);
    link.after(message);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.permalink");
    if (!link) {
      if (!message.contains(event.target)) close();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.replaceState(null, "", link.hash);
    offer(link);
  });

  // Abbreviations
  document.addEventListener("click", (event) => {
    const short = event.target.closest("a.abbr");
    if (!short) return;
    event.preventDefault();
    const open = short.nextElementSibling;
    if (open && open.classList.contains("abbr-expansion")) {
      open.remove();
      short.setAttribute("aria-expanded", "false");
      return;
    }
    const expansion = document.createElement("span");
    expansion.className = "abbr-expansion";
    expansion.textContent = short.title;
    short.after(expansion);
    short.setAttribute("aria-expanded", "true");
  });
  document.querySelectorAll("a.abbr").forEach((short) => {
    short.setAttribute("role", "button");
    short.setAttribute("aria-expanded", "false");
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && message.isConnected) {
      const link = message.previousElementSibling;
      close();
      if (link) link.focus();
    }
  });
})();
