// Nothing here is needed to read the book: it moves a day along the picture and shows what was in force on it.
const theme = new URLSearchParams(location.search).get("theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const words = (iso) => { const [y, m, d] = iso.split("-").map(Number); return `${d} ${MONTHS[m - 1]} ${y}`; };

addEventListener("DOMContentLoaded", () => {
  const box = document.querySelector(".sl"), table = document.querySelector(".onday");
  if (!box || !table) return;
  const input = box.querySelector("input"), said = box.querySelector("output"), cursor = document.querySelector("#cur");
  const first = Date.parse(box.dataset.first), days = Number(input.max), pane = document.querySelector(".scroll");
  const head = table.querySelector("caption"), none = table.querySelector(".nothing"), whole = head.textContent;
  box.hidden = false;
  function show() {
    cursor.removeAttribute("display");
    const day = new Date(first + input.value * 864e5).toISOString().slice(0, 10);
    const x = 118 + input.value / days * 1058;
    cursor.setAttribute("transform", `translate(${x} 0)`);
    if (pane.scrollWidth > pane.clientWidth) pane.scrollLeft = x / 1200 * pane.scrollWidth - pane.clientWidth * .6;
    input.setAttribute("aria-valuetext", words(day));
    said.textContent = words(day);
    head.textContent = "In force on " + words(day);
    let shown = 0;
    for (const row of table.querySelectorAll("tr[data-from]")) {
      row.hidden = row.dataset.from > day || (row.dataset.to !== "" && row.dataset.to < day);
      shown += row.hidden ? 0 : 1;
    }
    none.hidden = shown > 0;
  }
  function all() {
    cursor.setAttribute("display", "none");
    head.textContent = whole;
    for (const row of table.querySelectorAll("tr[data-from]")) row.hidden = false;
    none.hidden = true;
  }
  input.addEventListener("input", show);
  for (const b of box.querySelectorAll("button[data-n]")) b.addEventListener("click", () => { input.value = b.dataset.n; show(); });
  box.querySelector(".all").addEventListener("click", all);
  addEventListener("beforeprint", all);
});
