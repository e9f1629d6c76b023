// The search page, and the form that narrows the list of documents on the front page. The index is made by pipeline/editions/search.py: scripts that call the functions of `verbale`, so that
// it works from a file system too, where a page may not fetch anything else.
"use strict";

const SHOWN = 40;
const HITS = 3;
const AROUND = 90;
const HEADING = document.querySelector("form[data-list]") ? "h3" : "h2";

const loading = new Map();
const texts = new Map();
const shards = new Map();
let documents = [];

window.verbale = {
  documents({ persons, places, documents: list }) {
    const facts = ([id, title, date, earliest, latest, type, here, speakers, named]) => ({
      id, title, date, earliest, latest, type, persons: here.map((number) => persons[number]),
      speakers: speakers.map((number) => persons[number]), places: named.map((number) => places[number]),
    });
    documents = list.map(facts);
  },
  words(shard, words) { shards.set(shard, words); },
  text(id, paragraphs) { texts.set(id, paragraphs); },
};

// Run a script once; a script that is not there (no word begins so) counts as run.
function load(path) {
  if (!loading.has(path)) {
    loading.set(path, new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = path;
      script.onload = script.onerror = resolve;
      document.head.append(script);
    }));
  }
  return loading.get(path);
}

// `dobrynin "good relations"` → { words: ["dobrynin", "good", "relations"], phrases: ["good relations"] }
function understand(query) {
  const words = (text) => fold(text.replace(/[ʼ’']/g, " ")).match(/[\p{L}\p{N}]+/gu) || [];
  const phrases = [...query.matchAll(/["“”«»]([^"“”«»]+)["“”«»]/g)].map((match) => words(match[1]).join(" "));
  return { words: words(query), phrases };
}

// The numbers of the documents that hold a word, or a longer one that begins with it.
async function holding(word) {
  const shard = /^[a-z0-9]{2}/.test(word) ? word.slice(0, 2) : "_";
  if (word.length < 2) return new Set(documents.keys());
  await load(`search/words/${shard}.js`);
  const words = Object.entries(shards.get(shard) || {});
  return new Set(words.filter(([known]) => known.startsWith(word)).flatMap(([, numbers]) => numbers));
}

function fits(entry, form) {
  const has = (list, key) => !key || list.some(([each]) => each === key);
  return has(entry.persons, form.person.value) && has(entry.places, form.place.value)
    && has(entry.speakers, form.speaker?.value)
    && (!form.type.value || entry.type === form.type.value)
    && (!form.from.value || `${entry.latest}~` >= form.from.value)
    && (!form.to.value || (entry.earliest && entry.earliest <= `${form.to.value}~`));
}

// The paragraphs of a document that answer, those with all words first.
function hits(paragraphs, { words, phrases }, speaker) {
  const folded = (text) => ` ${(fold(text.replace(/[ʼ’']/g, " ")).match(/[\p{L}\p{N}]+/gu) || []).join(" ")}`;
  return paragraphs
    .filter(([, , who]) => !speaker || who.includes(speaker))
    .map(([id, text, who]) => {
      const plain = folded(text);
      const found = words.filter((word) => plain.includes(` ${word}`)).length;
      return { id, text, who, found, whole: phrases.every((phrase) => plain.includes(` ${phrase}`)) };
    })
    .filter(({ found, whole }) => whole && (found > 0 || words.length === 0))
    .sort((one, other) => other.found - one.found);
}

// The words around the first match, with the matches marked.
function excerpt(text, words) {
  const found = matches(text, words);
  const line = document.createElement("span");
  const first = found.length ? found[0][0] : 0;
  const start = first > AROUND ? text.indexOf(" ", first - AROUND) + 1 : 0;
  const stop = Math.min(text.length, Math.max(first + 2 * AROUND, start + 3 * AROUND));
  let at = start;
  if (start) line.append("… ");
  for (const [from, to] of found.filter(([from, to]) => from >= start && to <= stop)) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(from, to);
    line.append(text.slice(at, from), mark);
    at = to;
  }
  line.append(text.slice(at, stop), stop < text.length ? " …" : "");
  return line;
}

function make(name, className, ...content) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

function link(entry, id, words, ...content) {
  const element = make("a", "", ...content);
  const find = words.length ? `?find=${encodeURIComponent(words.join(" "))}` : "";
  element.href = `documents/${entry.id}.html${find}${id ? `#${id}` : ""}`;
  return element;
}

function result(entry, found, words) {
  const names = new Map(entry.persons.map(([key, name]) => [key, name]));
  const body = make("div", "", make(HEADING, "", link(entry, "", words, entry.title)), make("p", "meta", entry.type));
  for (const hit of found.slice(0, HITS)) {
    const who = hit.who.map((key) => names.get(key)).filter(Boolean).join(", ");
    const line = make("p", "hit", link(entry, hit.id, words, excerpt(hit.text, words)));
    if (who) line.append(" ", make("span", "role", who));
    body.append(line);
  }
  if (found.length > HITS) body.append(make("p", "meta", `and ${found.length - HITS} more`));
  return make("li", "card", make("p", "date", entry.date || "Undated"), body);
}

// The documents that hold the words (all, if there are none), each with its paragraphs that answer.
async function answers(form, query) {
  const sets = await Promise.all(query.words.map(holding));
  const chosen = documents.filter((entry, number) => fits(entry, form) && sets.every((set) => set.has(number)));
  if (!query.words.length && !form.speaker?.value) return chosen.map((entry) => [entry, []]);
  const found = [];
  for (const entry of chosen) {
    await load(`search/text/${entry.id}.js`);
    const paragraphs = hits(texts.get(entry.id) || [], query, form.speaker.value);
    if (paragraphs.length) found.push([entry, paragraphs]);
  }
  return found;
}

// Most answers first; on the front page in the order that the reader wants.
function sorted(results, order) {
  const by = (name) => ([one], [other]) => one[name].localeCompare(other[name]) || one.earliest.localeCompare(other.earliest);
  return order ? results.sort(by(order)) : results.sort((one, other) => other[1].length - one[1].length);
}

function show(results, words, shown) {
  const items = results.slice(0, shown).map(([entry, found]) => result(entry, words.length ? found : [], words));
  document.getElementById("results").replaceChildren(...items);
  const count = `${results.length} document${results.length === 1 ? "" : "s"}`;
  const answer = document.getElementById("answer");
  answer.textContent = results.length > shown ? `${count}, the first ${shown} of them:` : count;
  if (results.length <= shown) return;
  const more = make("button", "more", `${Math.min(SHOWN, results.length - shown)} more`);
  more.addEventListener("click", () => show(results, words, shown + SHOWN));
  document.getElementById("results").append(make("li", "", more));
}

async function search(form) {
  const query = understand(form.q?.value || "");
  show(sorted(await answers(form, query), form.order?.value), query.words, SHOWN);
}

// The list of the front page gives way to the documents that are asked for, and comes back when nothing is.
function narrow(form, asked) {
  document.querySelectorAll(".listed").forEach((list) => { list.hidden = asked; });
  document.getElementById("results").hidden = !asked;
  document.getElementById("answer").hidden = !asked;
}

function fill(select, pairs) {
  if (!select) return;
  const items = [...new Map(pairs).entries()].sort((one, other) => one[1].localeCompare(other[1]));
  select.append(...items.map(([value, text]) => new Option(text, value)));
}

function ask(form) {
  const wanted = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  try { history.replaceState(null, "", `?${wanted}`); } catch { /* some browsers forbid it for files */ }
  if (form.dataset.list) narrow(form, [...wanted].length > 0);
  return search(form);
}

async function start() {
  const form = document.querySelector("form.search");
  await load("search/documents.js");
  fill(form.person, documents.flatMap((entry) => entry.persons));
  fill(form.speaker, documents.flatMap((entry) => entry.speakers));
  fill(form.place, documents.flatMap((entry) => entry.places));
  fill(form.type, documents.map((entry) => [entry.type, entry.type]).filter(([type]) => type));
  const asked = new URLSearchParams(location.search);
  for (const [name, value] of asked) if (form.elements[name]) form.elements[name].value = value;
  if ([...asked].length) form.closest("details")?.setAttribute("open", "");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(form);
  });
  form.addEventListener("change", () => form.requestSubmit());
  form.addEventListener("reset", () => setTimeout(() => ask(form)));
  if ([...asked].length) ask(form);
}

start();
