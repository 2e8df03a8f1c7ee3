// Nothing here is needed to read the brief: it lights up a claim and its passage together, and opens lists for paper.
const theme = new URLSearchParams(location.search).get("theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;

let lit = [];
function light(target) {
  for (const e of lit) e.classList.remove("on");
  lit = [];
  const near = target instanceof Element && target.closest("[data-c], [data-s], .claim[id], .tag, .mx, .cref");
  if (!near) return;
  const whose = near.dataset.s || near.dataset.c;
  const claim = whose ? whose.split(" ").pop()
    : (near.id || near.getAttribute("href") || "").replace(/^#?[pc]-/, "");
  const card = document.getElementById("c-" + claim);
  if (!card) return;
  const article = card.closest(".art");
  lit = [card, ...article.querySelectorAll('.con[data-c~="' + CSS.escape(claim) + '"]')];
  for (const e of lit) e.classList.add("on");
}
document.addEventListener("mouseover", (e) => light(e.target));
document.addEventListener("focusin", (e) => light(e.target));
addEventListener("beforeprint", () => { for (const d of document.querySelectorAll("details")) d.open = true; });
