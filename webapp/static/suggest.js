// Suggestions as one types in a search box: a list box that follows the combobox pattern.
// Without this script, or without an answer, the box is a box.
(() => {
  "use strict";
  let count = 0;

  const combobox = (input) => {
    if (input.getAttribute("role") === "combobox") return;
    const list = document.createElement("ul");
    list.id = `suggestions-${++count}`;
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Suggestions");
    list.hidden = true;
    input.after(list);
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
    Object.entries(attributes).forEach(([name, value]) => input.setAttribute(name, value));
    let chosen = -1;
    let asked = 0;
    let timer = 0;

    const close = () => {
      list.hidden = true;
      chosen = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const choose = (number) => {
      const options = [...list.children];
      chosen = (number + options.length + 1) % (options.length + 1);
      if (chosen === options.length) chosen = -1;
      options.forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
      if (chosen < 0) { input.removeAttribute("aria-activedescendant"); return; }
      input.setAttribute("aria-activedescendant", options[chosen].id);
      options[chosen].scrollIntoView({ block: "nearest" });
    };
    const take = (option) => {
      if (option.dataset.address) { location.assign(option.dataset.address); return; }
      input.value = option.dataset.text;
      close();
      input.form.requestSubmit();
    };
    const show = (found) => {
      list.replaceChildren(...found.map((one, at) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${at}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.text = one.text;
        option.dataset.address = one.address || "";
        const text = document.createElement("span");
        text.textContent = one.label;
        const what = document.createElement("span");
        what.className = "what";
        what.textContent = one.what;
        option.append(text, what);
        option.addEventListener("pointerdown", (event) => { event.preventDefault(); take(option); });
        return option;
      }));
      list.hidden = !found.length;
      chosen = -1;
      input.removeAttribute("aria-activedescendant");
      input.setAttribute("aria-expanded", String(Boolean(found.length)));
    };
    const ask = async () => {
      const number = ++asked;
      const typed = input.value.trim();
      if (!typed) { close(); return; }
      try {
        const response = await fetch(`${input.dataset.suggest}.json?q=${encodeURIComponent(typed)}`);
        if (!response.ok) return;
        const { suggestions } = await response.json();
        if (number === asked && document.activeElement === input) show(suggestions);
      } catch { close(); }
    };
    input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !list.hidden) { event.preventDefault(); close(); }
      if (list.hidden) return;
      if (event.key === "ArrowDown") { event.preventDefault(); choose(chosen + 1); }
      if (event.key === "ArrowUp") { event.preventDefault(); choose(chosen < 0 ? list.children.length - 1 : chosen - 1); }
      if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); take(list.children[chosen]); }
    });
  };

  const enhance = () => document.querySelectorAll("input[data-suggest]").forEach(combobox);
  document.addEventListener("page:replaced", enhance);
  enhance();
})();
