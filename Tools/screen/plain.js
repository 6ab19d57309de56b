// Takes the style sheet away and says what is wrong then: reading order is the order on the screen, nothing is hidden.
for (const style of document.querySelectorAll("style")) style.remove();
const complaints = [];
let reached = -Infinity;
const blocks = document.querySelectorAll("h1, h2, h3, h4, p, dt, dd, li, td, th, figcaption, footer");
for (const block of blocks) {
  const rect = block.getBoundingClientRect();
  const isCell = block.matches("td, th");
  if (rect.height === 0 && block.textContent.trim() !== "") complaints.push(`hidden: ${block.textContent.slice(0, 60)}`);
  if (!isCell && rect.top < reached - 1) complaints.push(`out of order: ${block.textContent.trim().slice(0, 60)}`);
  reached = Math.max(reached, rect.top);
}
for (const element of document.querySelectorAll(".said, .story, .headline, [lang]")) {
  const wanted = { ar: "rtl", en: "ltr" }[element.lang];
  if (wanted && element.dir && getComputedStyle(element).direction !== element.dir) complaints.push("direction is lost");
}
return complaints.slice(0, 20);
