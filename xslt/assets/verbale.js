// Conveniences. Every page can be read without them: notes and persons are links to lists on the same page, and the
// switches are plain form fields that the style sheet understands.
"use strict";

const LINGER = 250;

// A small window beside `link` that shows a copy of `source`; it closes with Escape or a click elsewhere.
function openCard(link, source, takesFocus) {
  const card = document.createElement("div");
  card.className = "popup";
  card.popover = "auto";
  card.tabIndex = -1;
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-label", link.getAttribute("aria-label") || link.textContent.trim());
  card.append(...source.cloneNode(true).childNodes);
  card.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id"));
  document.body.append(card);
  card.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    const inside = card.contains(document.activeElement);
    card.remove();
    if (inside || takesFocus) link.focus({ preventScroll: true });
  });
  card.showPopover();
  place(card, link.getBoundingClientRect());
  if (takesFocus) card.focus({ preventScroll: true });
  return card;
}

// Below the link, above it if there is no room; never beyond the window.
function place(card, link) {
  const margin = 8;
  const below = link.bottom + margin + card.offsetHeight <= innerHeight;
  const left = Math.min(Math.max(link.left - 24, margin), innerWidth - card.offsetWidth - margin);
  card.style.left = `${left}px`;
  card.style.top = `${Math.max(margin, below ? link.bottom + margin : link.top - margin - card.offsetHeight)}px`;
}

function notes() {
  document.querySelectorAll("a.noteref").forEach((link) => {
    link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("click", (event) => {
      const note = document.getElementById(link.hash.slice(1));
      if (!note || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      openCard(link, note.querySelector(".note"), true);
    });
  });
}

// Resting on a name shows who or what it is; the card stays while the pointer is on it, because it has links.
function cards() {
  document.querySelectorAll(":is(.text, .note) :is(a.person, a.place, a.org)").forEach((link) => {
    const key = link.getAttribute("href").replace(/^.*\/(.*)\.html$/, "$1");
    const entry = document.getElementById(`${link.classList[0]}-${key}`);
    if (!entry) return;
    let timer;
    let card;
    const leave = () => {
      clearTimeout(timer);
      timer = setTimeout(() => { if (card?.isConnected) card.hidePopover(); }, LINGER);
    };
    link.addEventListener("mouseenter", () => {
      clearTimeout(timer);
      if (card?.isConnected) return;
      timer = setTimeout(() => {
        card = openCard(link, entry, false);
        card.addEventListener("mouseenter", () => clearTimeout(timer));
        card.addEventListener("mouseleave", leave);
      }, LINGER);
    });
    link.addEventListener("mouseleave", leave);
  });
}

// The switches keep their places from page to page. Storage may be forbidden: then they do not.
function switches() {
  const fields = document.querySelectorAll(".switches input");
  try {
    fields.forEach((field) => {
      const kept = localStorage.getItem(`verbale.${field.id}`);
      if (kept !== null) field.checked = kept === "true";
      field.addEventListener("change", () => {
        fields.forEach((each) => localStorage.setItem(`verbale.${each.id}`, String(each.checked)));
      });
    });
  } catch { /* as they are */ }
}

// A field above a list that hides what does not hold the words.
function filters() {
  document.querySelectorAll("[data-filter]").forEach((list) => {
    const items = [...list.querySelectorAll("li")];
    if (items.length < 8) return;
    const field = document.createElement("input");
    field.type = "search";
    field.className = "filter";
    const part = list.parentElement.querySelector(".pager") ? " on this page" : "";
    field.placeholder = `Filter ${list.dataset.filter}${part}`;
    field.setAttribute("aria-label", field.placeholder);
    field.addEventListener("input", () => {
      const words = field.value.toLowerCase().split(/\s+/);
      items.forEach((item) => {
        item.hidden = !words.every((word) => item.textContent.toLowerCase().includes(word));
      });
      list.querySelectorAll("section").forEach((section) => {
        section.hidden = !section.querySelector("li:not([hidden])");
      });
    });
    list.before(field);
  });
}

// The words that a search has led here with (?find=…) are highlighted; the page itself is not changed.
function foundWords() {
  const find = new URLSearchParams(location.search).get("find");
  const text = document.querySelector("article.document");
  if (!find || !text || !window.CSS?.highlights) return;
  const words = find.split(" ");
  const ranges = [];
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    for (const [start, end] of matches(walker.currentNode.data, words)) {
      const range = new Range();
      range.setStart(walker.currentNode, start);
      range.setEnd(walker.currentNode, end);
      ranges.push(range);
    }
  }
  CSS.highlights.set("found", new Highlight(...ranges));
}

// Words as they are compared: "Schröder" → "schroder". The same is done in pipeline/editions/search.py.
function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

// Where a text has words that begin with one of `words` (folded): [[start, end], …]
function matches(text, words) {
  return [...text.replace(/[ʼ’']/g, " ").matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
    .filter(([word]) => words.some((wanted) => fold(word).startsWith(wanted)))
    .map((match) => [match.index, match.index + match[0].length]);
}

foundWords();
notes();
cards();
switches();
filters();
