// What is wrong with the page that is open, as a list of sentences. Run by Tools/screen/check, never part of a page;
// the argument says whether every link is followed.
const complaints = [];
const complain = (what, node) => {
  const text = (node?.textContent ?? "").trim().slice(0, 60);
  if (complaints.length < 20) complaints.push(text ? `${what}: "${text}"` : what);
};
const isUnseen = (element) => element.closest("title, style, .skip, .hidden") !== null;

const texts = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const node = walker.currentNode;
  if (node.data.trim() !== "" && !isUnseen(node.parentElement)) texts.push(node);
}

const rectsOf = (node) => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return range.getClientRects();
};
const blockOf = (element) => {
  while (getComputedStyle(element).display === "inline") element = element.parentElement;
  return element;
};

// Nothing runs out of the screen or of its block, and nothing is hidden.
const width = document.documentElement.clientWidth;
if (document.scrollingElement.scrollWidth > width) complain(`the page is wider than the screen of ${width}`);
for (const node of texts) {
  const rects = rectsOf(node);
  if (rects.length === 0) {
    complain("text is not shown", node);
    continue;
  }
  // A marked word may be a part of a long one, and a hyphen may end a line.
  const isShort = !/[\s-]/.test(node.data.trim()) && node.data.length < 20 && !node.parentElement.closest("mark");
  if (isShort && new Set([...rects].map((rect) => Math.round(rect.top))).size > 1) complain("a word is cut", node);
  const block = blockOf(node.parentElement).getBoundingClientRect();
  const isScrolled = node.parentElement.closest(".table") !== null;
  for (const rect of rects) {
    if (rect.width > 0 && !isScrolled && (rect.left < block.left - 1 || rect.right > block.right + 1)) {
      complain("text runs out of its block", node);
      break;
    }
  }
}

// Every text has the direction of its language; a text of one script only has the direction of that script.
const script = (text) => {
  const isRight = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text);
  const isLeft = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text);
  return isRight && isLeft ? null : isRight ? "rtl" : isLeft ? "ltr" : null;
};
const directionOf = { ar: "rtl", en: "ltr" };
for (const node of texts) {
  const element = node.parentElement;
  const direction = getComputedStyle(element).direction;
  const owner = element.closest("[lang]");
  // Words of an article in another script ("BBC" in Arabic) stand in its direction.
  const isArticle = element.closest(".ref") === null && element.closest(":is(.said, .story, .headline, bdi)[lang][dir]") !== null;
  const wanted = isArticle ? directionOf[owner.lang] : script(node.data);
  if (wanted && wanted !== direction) complain(`direction is ${direction} instead of ${wanted}`, node);
}

// Every card leads to its marks, and every mark to its card. Opened by a click, the target is on the screen.
const isShown = (target) => {
  const rect = target.getBoundingClientRect();
  return rect.bottom > 0 && rect.top < innerHeight;
};
const follow = (link) => {
  link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window }));
  const target = document.querySelector(":target");
  if (!target || "#" + target.id !== link.getAttribute("href")) complain("a link leads nowhere", link);
  else if (!isShown(target)) complain("what a link leads to is not on the screen", target);
  return target;
};
const followLinks = () => {
  const cards = [...document.querySelectorAll(".card:not(.entry)")];
  for (const card of cards) {
    const links = [...card.querySelectorAll(".place > .said > a.ref")];
    if (links.length === 0) complain("a card leads to no mark", card);
    for (const link of links) {
      const mark = follow(link);
      const back = mark?.nextElementSibling;
      if (back?.getAttribute("href") !== "#" + card.id) complain("a mark does not lead back to its card", mark);
      else if (follow(back) !== card) complain("a mark leads to another card", mark);
    }
  }
  for (const mark of document.querySelectorAll(".story .fact[id]")) {
    if (!document.querySelector(`.card a.ref[href="#${mark.id}"]`)) complain("no card leads to a mark", mark);
  }
  for (const link of document.querySelectorAll("nav a, .map a")) follow(link);
};
if (arguments[0]) followLinks();

// The keyboard goes in reading order, past the navigation first.
if (document.querySelector("[tabindex]")) complain("an order of its own for the keyboard");
if (document.querySelector("a[href]")?.getAttribute("href") !== "#content") complain("the first link leads past the head");

// Nothing ran, nothing was loaded.
if (document.querySelector("script, iframe, object, img, link, base, form")) complain("an element that acts");
for (const element of document.querySelectorAll("*")) {
  for (const attribute of element.attributes) if (/^on|^src|^style$/.test(attribute.name)) complain("an attribute that acts", element);
}
if (performance.getEntriesByType("resource").length > 0) complain("something was loaded");
if (window.wasReached) complain("a script of the article ran");
return complaints;
