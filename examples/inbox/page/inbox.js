// @ts-check
import { duration, words } from './words.js';

/** @typedef {import('./words.js').Lang} Lang */
/** @typedef {Record<Lang, string>} Told */
/**
 * A chat, as `src/entry.ts` makes it.
 *
 * @typedef {object} Entry
 * @property {string} key
 * @property {string} account
 * @property {string} client
 * @property {string | null} name
 * @property {number} version
 * @property {'pending' | 'attending'} state
 * @property {number | null} waitingSince
 * @property {number | null} pendingSince
 * @property {number | null} validUntil
 * @property {string} rule
 * @property {Told} what
 * @property {Told} why
 * @property {Told} law
 * @property {Told} until
 * @property {{ name: string | null, role: 'main' | 'backup' | 'supervisor' | null, why: Told }} owner
 */
/** @typedef {{ entries: Entry[], gone: string[], unreadable: number }} Message */

const zone = document.documentElement.dataset['zone'] ?? 'UTC';
/** @type {Map<string, Entry>} */
const entries = new Map();
/** @type {Map<string, HTMLElement>} The element of each chat: it stays the same, so that focus and open details do. */
const elements = new Map();
/** @type {Map<string, { version: number, id: string }>} The press of each button: a second one of the same is the same. */
const presses = new Map();
let unreadable = 0;
let isLive = false;
/** @type {Lang} */
let lang = localStorage.getItem('lang') === 'en' ? 'en' : 'es';

/**
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [within]
 */
function find(selector, within = document) {
  return /** @type {T} */ (within.querySelector(selector));
}

/** What came from outside is only ever put in as text. Untouched where it is the same: screen readers are not told again.
 *
 * @param {Element} element
 * @param {string} text
 */
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** @param {Entry} entry */
const age = (entry) => entry.waitingSince ?? entry.pendingSince ?? 0;

function show() {
  const said = words[lang];
  document.documentElement.lang = lang;
  for (const element of document.querySelectorAll('[data-word]')) writeWord(element);
  for (const button of find('#languages').querySelectorAll('button')) {
    button.setAttribute('aria-pressed', String(button.dataset['lang'] === lang));
  }
  find('#languages').setAttribute('aria-label', said.languages);
  write(find('#connection'), isLive ? said.live : said.reconnecting);
  find('#connection').classList.toggle('live', isLive);
  find('#unreadable').hidden = unreadable === 0;
  write(find('#unreadable'), unreadable === 0 ? '' : said.unreadable(unreadable));
  for (const state of /** @type {const} */ (['pending', 'attending'])) {
    const list = [...entries.values()].filter((entry) => entry.state === state);
    list.sort((a, b) => age(a) - age(b) || (a.key < b.key ? -1 : 1));
    write(find(`#${state}-count`), String(list.length));
    find(`#${state}-none`).hidden = !isLive || list.length > 0;
    list.forEach((entry, place) => {
      const element = elementOf(entry);
      const parent = find(`#${state}`);
      // Only what is in the wrong place is moved: moving an element takes its focus away.
      if (parent.children[place] !== element) parent.insertBefore(element, parent.children[place] ?? null);
      fill(element, entry);
    });
  }
  for (const [key, element] of elements) {
    if (entries.has(key)) continue;
    element.remove();
    elements.delete(key);
    presses.delete(key);
  }
  const pending = find('#pending').children.length;
  document.title = `(${pending}) ${said.pending}`;
  if (isLive) write(find('#announcement'), said.announce(pending));
  tick();
}

/** @param {Element} element */
function writeWord(element) {
  const word = /** @type {keyof typeof words.es} */ (/** @type {HTMLElement} */ (element).dataset['word']);
  write(element, /** @type {string} */ (words[lang][word]));
}

/** @param {Entry} entry */
function elementOf(entry) {
  const known = elements.get(entry.key);
  if (known !== undefined) return known;
  const template = /** @type {HTMLTemplateElement} */ (find('#chat'));
  const made = find('li', document.importNode(template.content, true));
  made.dataset['key'] = entry.key;
  find('.resolve', made).addEventListener('click', () => void resolve(entry.key));
  elements.set(entry.key, made);
  return made;
}

/**
 * @param {HTMLElement} element
 * @param {Entry} entry
 */
function fill(element, entry) {
  const said = words[lang];
  const { owner } = entry;
  const name = entry.name ?? `+${entry.client}`;
  for (const word of element.querySelectorAll('[data-word]')) writeWord(word);
  write(find('h3', element), name);
  write(find('.number', element), entry.name === null ? '' : `+${entry.client}`);
  write(find('.what', element), entry.what[lang]);
  write(
    find('.owner', element),
    owner.name === null ? said.nobody : owner.role === null ? owner.name : `${owner.name} (${said[owner.role]})`,
  );
  write(find('.why', element), entry.why[lang]);
  write(find('.law', element), entry.law[lang]);
  write(find('.owner-why', element), owner.why[lang]);
  const time = /** @type {HTMLTimeElement} */ (find('time', element));
  const since = entry.waitingSince ?? entry.pendingSince;
  write(time, since === null ? said.unknown : told(since));
  if (since !== null) time.dateTime = new Date(since).toISOString();
  element.dataset['rule'] = entry.rule;
  element.dataset['version'] = String(entry.version);
  const button = find('.resolve', element);
  write(button, said.resolve);
  button.setAttribute('aria-label', said.resolveOf(name));
}

/** @param {number} instant */
const dayOf = (instant) => new Intl.DateTimeFormat('en', { timeZone: zone, dateStyle: 'short' }).format(instant);

/** @param {number} instant */
function told(instant) {
  const isToday = dayOf(instant) === dayOf(Date.now());
  return new Intl.DateTimeFormat(lang, {
    timeZone: zone,
    timeStyle: 'medium',
    ...(isToday ? {} : { dateStyle: 'medium' }),
  }).format(instant);
}

/** What the passing of time alone writes. What is pending, only the server says. */
function tick() {
  const said = words[lang];
  const now = Date.now();
  for (const [key, element] of elements) {
    const entry = entries.get(key);
    if (entry === undefined) continue;
    const since = entry.waitingSince ?? entry.pendingSince;
    write(find('.ago', element), since === null ? '' : said.ago(duration(now - since)));
    const left = entry.validUntil === null ? null : entry.validUntil - now;
    write(
      find('.next', element),
      left === null || entry.state === 'pending'
        ? entry.until[lang]
        : left > 0
          ? said.pendingIn(duration(left))
          : said.now,
    );
  }
}

/** @param {string} key */
async function resolve(key) {
  const entry = entries.get(key);
  const element = elements.get(key);
  if (entry === undefined || element === undefined) return;
  const { account, client, version } = entry;
  const last = presses.get(key);
  const press = last?.version === version ? last : { version, id: crypto.randomUUID() };
  presses.set(key, press);
  const trouble = find('.trouble', element);
  write(trouble, '');
  element.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch('/resolve', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account, client, ...press }),
    });
    if (!response.ok) write(trouble, response.status === 409 ? words[lang].changed : words[lang].failed);
  } catch {
    write(trouble, words[lang].failed);
  }
  // The chat is not taken off here: it goes when the server says that it went, for everybody at once.
  element.removeAttribute('aria-busy');
}

function connect() {
  const source = new EventSource('/stream');
  source.addEventListener('snapshot', ({ data }) => {
    entries.clear();
    take(data);
  });
  source.addEventListener('change', ({ data }) => take(data));
  source.onopen = () => {
    isLive = true;
    show();
  };
  source.onerror = () => {
    isLive = false;
    show();
    // The browser connects again by itself, and says where it was; but not after an answer such as 502.
    if (source.readyState !== EventSource.CLOSED) return;
    source.close();
    setTimeout(connect, 3000);
  };
}

/** @param {string} data */
function take(data) {
  const message = /** @type {Message} */ (JSON.parse(data));
  for (const key of message.gone) entries.delete(key);
  for (const entry of message.entries) entries.set(entry.key, entry);
  unreadable = message.unreadable;
  isLive = true;
  show();
}

for (const button of find('#languages').querySelectorAll('button')) {
  button.addEventListener('click', () => {
    lang = button.dataset['lang'] === 'en' ? 'en' : 'es';
    localStorage.setItem('lang', lang);
    show();
  });
}
setInterval(tick, 1000);
show();
connect();
