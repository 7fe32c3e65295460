// The page of results without reloading: links and forms to /search replace its content, and the
// back button brings it back. Without this script they are links and forms.
(() => {
  "use strict";
  const main = document.getElementById("page-main");
  const status = document.createElement("p");
  status.className = "unseen";
  status.setAttribute("role", "status");
  document.body.append(status);
  let asked = 0;

  const mine = (address) => address.origin === location.origin && address.pathname === "/search";

  // What can be named again after the content was replaced, so that focus stays where it was.
  const nameOf = (element) => {
    if (!element || !main.contains(element)) return null;
    const label = element.querySelector(".label");
    const section = element.closest("section[aria-labelledby]");
    if (element.id) return { id: element.id };
    if (label && section) return { section: section.getAttribute("aria-labelledby"), label: label.textContent };
    if (element.dataset.from) return { from: element.dataset.from };
    return null;
  };
  const named = (name) => {
    if (!name) return null;
    if (name.id) return document.getElementById(name.id);
    if (name.from) return main.querySelector(`a[data-from="${CSS.escape(name.from)}"]`);
    return [...main.querySelectorAll(`section[aria-labelledby="${CSS.escape(name.section)}"] .values a`)]
      .find((link) => link.querySelector(".label").textContent === name.label);
  };

  const opened = () => [...main.querySelectorAll("details[open]")].map((details) => (
    details.closest("section")?.getAttribute("aria-labelledby") || ""
  ));

  const show = (html, address, focus) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const fresh = page.getElementById("page-main");
    if (!fresh) { location.assign(address); return; }
    const open = opened();
    document.title = page.title;
    main.replaceChildren(...fresh.childNodes);
    main.querySelectorAll("details").forEach((details) => {
      details.open = open.includes(details.closest("section")?.getAttribute("aria-labelledby") || "");
    });
    enhance();
    const back = document.querySelector(".appearance [name=back]");
    if (back) back.value = address.pathname + address.search;
    (named(focus) || main.querySelector("#page-found") || main).focus({ preventScroll: true });
    status.textContent = main.querySelector("#page-found, .refusal h2")?.textContent || "";
  };

  const go = async (address, { push = true, focus = null, top = null } = {}) => {
    const number = ++asked;
    document.body.classList.add("loading");
    try {
      const response = await fetch(address, { headers: { Accept: "text/html" } });
      const html = await response.text();
      if (number !== asked) return;
      const final = new URL(response.url);
      final.hash = address.hash;
      if (push) {
        history.replaceState({ top: window.scrollY }, "");
        history.pushState(null, "", final);
      }
      show(html, final, focus);
      if (top !== null) window.scrollTo(0, top);
    } catch {
      location.assign(address);
    } finally {
      if (number === asked) document.body.classList.remove("loading");
    }
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
    if (!link || !plain || event.defaultPrevented || !main.contains(link)) return;
    const address = new URL(link.href.baseVal || link.href, location.href);
    if (!mine(address)) return;
    event.preventDefault();
    go(address, { focus: nameOf(link), top: link.closest(".paging") ? 0 : null });
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const address = new URL(form.action, location.href);
    if (form.method !== "get" || !mine(address) || !main.contains(form)) return;
    event.preventDefault();
    address.search = new URLSearchParams(new FormData(form)).toString();
    go(address, { focus: nameOf(document.activeElement), top: 0 });
  });

  window.addEventListener("popstate", (event) => {
    const address = new URL(location.href);
    if (mine(address)) go(address, { push: false, top: event.state?.top ?? null });
  });

  // Years are chosen by drawing over the bars.
  const drawable = (svg) => {
    const form = main.querySelector("form.years");
    const bars = [...svg.querySelectorAll("[data-from]")];
    if (!form || !bars.length) return;
    svg.classList.add("drawing");
    let start = null;
    let end = null;
    const at = (event) => {
      const box = svg.getBoundingClientRect();
      const place = Math.floor((event.clientX - box.left) / box.width * bars.length);
      return Math.min(bars.length - 1, Math.max(0, place));
    };
    const mark = () => bars.forEach((bar, number) => {
      const inside = start !== null && number >= Math.min(start, end) && number <= Math.max(start, end);
      bar.querySelector(".bar")?.classList.toggle("drawn", inside);
    });
    svg.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      start = end = at(event);
      mark();
    });
    svg.addEventListener("pointermove", (event) => {
      if (start === null) return;
      end = at(event);
      if (end !== start && !svg.hasPointerCapture(event.pointerId)) svg.setPointerCapture(event.pointerId);
      mark();
      form.elements.from.value = bars[Math.min(start, end)].dataset.from;
      form.elements.to.value = bars[Math.max(start, end)].dataset.to;
    });
    const finish = (event) => {
      if (start === null) return;
      const drawn = start !== end;
      start = null;
      mark();
      if (drawn && event.type === "pointerup") form.requestSubmit();
    };
    svg.addEventListener("pointerup", finish);
    svg.addEventListener("pointercancel", finish);
    svg.addEventListener("dragstart", (event) => event.preventDefault());
  };

  const filterable = (field) => {
    field.hidden = false;
    field.addEventListener("input", () => {
      const typed = field.value.trim().toLocaleLowerCase();
      field.parentElement.querySelectorAll(".values li").forEach((item) => {
        item.hidden = !item.querySelector(".label").textContent.toLocaleLowerCase().includes(typed);
      });
    });
  };

  function enhance() {
    main.querySelectorAll(".facet svg.bars").forEach(drawable);
    main.querySelectorAll(".facet-filter").forEach(filterable);
    document.dispatchEvent(new Event("page:replaced"));
  }
  enhance();
})();
