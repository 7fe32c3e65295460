// The section that is being read is marked in the table of contents.
(() => {
  "use strict";
  const contents = document.querySelector(".contents");
  if (!contents) return;
  // On wide screens the style sheet shows the contents although they are folded; unfold them there,
  // for those who do not see the style.
  const wide = window.matchMedia("(min-width: 56em)");
  const folding = contents.querySelector("details");
  const unfold = () => { folding.open = wide.matches; };
  wide.addEventListener("change", unfold);
  if (wide.matches) unfold();
  const places = [...contents.querySelectorAll("a")].map((link) => (
    { link, place: document.getElementById(link.getAttribute("href").slice(1)) }
  )).filter(({ place }) => place);
  let current = null;
  let waiting = false;

  const mark = () => {
    waiting = false;
    const limit = window.innerHeight / 3;
    const above = places.filter(({ place }) => place.getBoundingClientRect().top <= limit);
    const next = above.length ? above[above.length - 1].link : null;
    if (next === current) return;
    if (current) current.removeAttribute("aria-current");
    current = next;
    if (!current) return;
    current.setAttribute("aria-current", "true");
    const top = current.offsetTop;
    if (top < contents.scrollTop || top > contents.scrollTop + contents.clientHeight - 48) {
      contents.scrollTop = top - contents.clientHeight / 2;
    }
  };

  document.addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    window.requestAnimationFrame(mark);
  }, { passive: true });
  mark();
})();
