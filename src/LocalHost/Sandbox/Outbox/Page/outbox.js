'use strict';

const pageSize = 60;
const state = { messages: [], letters: [], lettersText: '', shown: pageSize, seen: 0, receipts: new Map(), lastReceipt: 0 };
const form = document.getElementById('filters');
const names = new Intl.DisplayNames('sv', { type: 'language' });
const moment = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const rightToLeft = new Set(['ar', 'fa', 'ur', 'he', 'ps', 'ckb']);
const channelNames = { sms: 'Sms', mail: 'E-post', letter: 'Brev' };

// What the receipts say, by how much they say: a late "processed" must not hide that the message came.
const receiptNames = {
  processed: [1, 'På väg'], deferred: [2, 'Försöker igen'], delivered: [3, 'Levererat'], failed: [4, 'Kom inte fram', 'warn'], blocked: [4, 'Avvisat just nu', 'warn'],
  bounced: [4, 'Studsade', 'warn'], dropped: [4, 'Stoppat hos leverantören', 'warn'], unsubscribed: [5, 'Avanmält'], reportedAsSpam: [5, 'Anmält som skräppost', 'warn'],
};

/** An element with properties and children; text is always text, never markup. */
function el(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter(child => child !== null));
  return element;
}

function time(value) {
  return el('time', { dateTime: value, textContent: moment.format(new Date(value)) });
}

// To the browser easy Swedish is no language, and it throws: nothing at all would be shown where one letter is in it.
function languageName(code) {
  if (code === 'sv-x-lattlast') {
    return 'lättläst svenska';
  }
  return code ? names.of(code) : 'Okänt språk';
}

function direction(item) {
  return rightToLeft.has(item.language) ? 'rtl' : 'auto';
}

/** Addresses become links, set apart from right-to-left text around them. All else stands as a phone would order it. */
function withLinks(text) {
  return text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/).map((part, index) =>
    index % 2 === 0 ? document.createTextNode(part) : el('bdi', { dir: 'ltr' }, el('a', { href: part, target: '_blank', rel: 'noopener', textContent: part })));
}

function repeats() {
  const counts = new Map();
  for (const message of state.messages) {
    const same = [message.channel, message.to, message.subject, message.text].join('\u0000');
    counts.set(same, (counts.get(same) ?? 0) + 1);
  }
  return message => counts.get([message.channel, message.to, message.subject, message.text].join('\u0000'));
}

function receiptPill(message) {
  const told = state.receipts.get(message.number);
  if (!told) {
    return null;
  }
  const [, text, look] = receiptNames[told];
  return el('span', { className: look ? `pill ${look}` : 'pill', textContent: text });
}

/** Answers from the phone, as the receiver would. Drafts live outside the card, because the page draws its cards anew. */
const drafts = new Map();
function answerForm(message) {
  const text = el('input', { name: 'message', ariaLabel: 'Svar', value: drafts.get(message.number) ?? 'STOPP', maxLength: 160, autocomplete: 'off' });
  const said = el('span', { className: 'said', role: 'status' });
  const answer = el('form', { className: 'answer' }, text, el('button', { type: 'submit', textContent: 'Svara' }), said);
  text.oninput = () => drafts.set(message.number, text.value);
  answer.onsubmit = async event => {
    event.preventDefault();
    const body = JSON.stringify({ from: message.to, to: message.from, message: text.value });
    const taken = await fetch('/sandbox/inbound', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }).catch(() => ({ ok: false }));
    said.textContent = taken.ok ? 'Svaret är på väg' : 'Svaret kunde inte skickas';
  };
  return answer;
}

function metaLine(message, howOften) {
  return el('div', { className: 'meta' },
    el('span', {}, 'Till ', el('b', { dir: 'ltr', textContent: message.toName ?? message.to })),
    message.toName ? el('span', { dir: 'ltr', textContent: message.to }) : null,
    el('span', { className: 'pill', textContent: languageName(message.language) }),
    receiptPill(message),
    howOften > 1 ? el('span', { className: 'pill warn', textContent: `Samma text ${howOften} gånger` }) : null);
}

function smsCard(message, howOften) {
  return el('article', { className: 'card' },
    el('div', { className: 'phone' },
      el('div', { className: 'sender', textContent: message.from }),
      el('div', { className: 'talk', dir: direction(message), tabIndex: 0, ariaLabel: 'Sms' },
        el('div', { className: 'bubble', dir: direction(message), lang: message.language ?? '' }, ...withLinks(message.text)),
        time(message.shownAt)),
      answerForm(message)),
    metaLine(message, howOften));
}

function mailBody(message, asText) {
  return message.html && !asText
    ? el('iframe', { src: `/sandbox/messages/${message.number}/html`, sandbox: 'allow-popups allow-popups-to-escape-sandbox', loading: 'lazy', title: message.subject ?? 'E-brev' })
    : el('pre', { dir: direction(message), lang: message.language ?? '', tabIndex: 0 }, ...withLinks(message.text));
}

function mailCard(message, howOften) {
  const sender = message.fromName ?? message.from;
  const bothForms = message.html && message.text;
  let asText = false;
  let body = mailBody(message, asText);
  const swap = el('button', { type: 'button', textContent: 'Visa som ren text' });
  swap.onclick = () => {
    asText = !asText;
    swap.textContent = asText ? 'Visa som e-post' : 'Visa som ren text';
    const next = mailBody(message, asText);
    body.replaceWith(next);
    body = next;
  };
  const files = message.attachments.map((file, index) =>
    el('a', { href: `/sandbox/messages/${message.number}/attachments/${index}`, textContent: `Bilaga: ${file.fileName}` }));
  return el('article', { className: 'card wide' },
    el('div', { className: 'mail' },
      el('div', { className: 'inbox' },
        el('span', { className: 'face', ariaHidden: 'true', textContent: [...sender][0].toUpperCase() }),
        el('span', { className: 'who', textContent: sender }),
        time(message.shownAt),
        el('span', { className: 'subject', dir: 'auto', textContent: message.subject ?? '(inget ämne)' })),
      body,
      bothForms || files.length ? el('div', { className: 'strip' }, bothForms ? swap : null, ...files) : null),
    metaLine(message, howOften));
}

function letterCard(letters) {
  const address = '/sandbox/letters/' + letters.file.split('/').map(encodeURIComponent).join('/');
  const view = page => el('object', { data: `${address}#page=${page}&view=FitH&toolbar=0`, type: 'application/pdf', ariaLabel: letters.title },
    el('p', { className: 'strip' }, 'Webbläsaren visar inte PDF här. ', el('a', { href: address, target: '_blank', textContent: 'Öppna brevet' })));
  let shown = view(1);
  const pages = letters.letters.map(letter => {
    const last = letter.firstPage + letter.pageCount - 1;
    const button = el('button', { type: 'button', textContent: `${letter.name ?? letter.reference} · s. ${letter.firstPage}–${last}` });
    button.onclick = () => {
      const next = view(letter.firstPage);
      shown.replaceWith(next);
      shown = next;
    };
    return button;
  });
  return el('article', { className: 'card wide' },
    el('div', { className: 'letter' },
      el('div', { className: 'title', textContent: letters.title }),
      shown,
      pages.length ? el('div', { className: 'pages' }, ...pages) : null,
      el('div', { className: 'strip' }, el('a', { href: address, target: '_blank', textContent: 'Öppna PDF' }))),
    el('div', { className: 'meta' }, el('span', { textContent: `${letters.letters.length || 'Okänt antal'} brev` }), time(letters.printedAt)));
}

function countsRow(title, count, receivers, last, total) {
  return el('tr', { className: total ? 'total' : '' },
    el('th', { scope: 'row', textContent: title }),
    el('td', { textContent: count }),
    el('td', { textContent: receivers }),
    el('td', {}, last ? time(last) : total ? '' : '–'));
}

function renderCounts() {
  const rows = [];
  for (const channel of ['sms', 'mail']) {
    const own = state.messages.filter(message => message.channel === channel);
    rows.push(countsRow(channelNames[channel], own.length, new Set(own.map(message => message.to)).size, own.at(-1)?.shownAt));
  }
  const letters = state.letters.flatMap(file => file.letters);
  rows.push(countsRow(channelNames.letter, letters.length, new Set(letters.map(letter => letter.name ?? letter.reference)).size, state.letters[0]?.printedAt));
  rows.push(countsRow('Totalt', state.messages.length + letters.length, '', null, true));
  document.getElementById('counts').replaceChildren(...rows);
}

function renderLanguages() {
  const select = document.getElementById('languages');
  const chosen = select.value;
  const counts = new Map();
  const add = language => counts.set(language ?? '?', (counts.get(language ?? '?') ?? 0) + 1);
  state.messages.forEach(message => add(message.language));
  state.letters.forEach(file => file.letters.forEach(letter => letter.language && add(letter.language)));
  const options = [...counts].sort((a, b) => b[1] - a[1]).map(([code, count]) =>
    el('option', { value: code, textContent: `${code === '?' ? 'Okänt språk' : languageName(code)} (${count})` }));
  select.replaceChildren(el('option', { value: '', textContent: 'Alla språk' }), ...options);
  select.value = chosen;
}

function items() {
  const chosen = new FormData(form);
  const channel = chosen.get('channel');
  const language = chosen.get('language');
  const words = chosen.get('q').toLocaleLowerCase('sv').split(/\s+/).filter(Boolean);
  const all = [
    ...state.messages.map(message => ({
      kind: message.channel, at: message.shownAt, order: message.number, languages: [message.language ?? '?'], item: message,
      text: [message.to, message.toName, message.from, message.fromName, message.subject, message.text].join(' '),
    })),
    ...state.letters.map(file => ({
      kind: 'letter', at: file.printedAt, order: 0, languages: file.letters.map(letter => letter.language), item: file,
      text: [file.title, ...file.letters.flatMap(letter => [letter.name, letter.reference])].join(' '),
    })),
  ];
  return all
    .filter(entry => (!channel || entry.kind === channel) && (!language || entry.languages.includes(language)))
    .filter(entry => words.every(word => entry.text.toLocaleLowerCase('sv').includes(word)))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || b.order - a.order);
}

function render() {
  const found = items();
  const howOften = repeats();
  const card = { sms: item => smsCard(item, howOften(item)), mail: item => mailCard(item, howOften(item)), letter: letterCard };
  const cards = found.slice(0, state.shown).map(entry => {
    const element = card[entry.kind](entry.item);
    element.classList.toggle('new', state.seen > 0 && entry.order > state.seen);
    return element;
  });
  const nothing = state.messages.length + state.letters.length === 0
    ? 'Inget har skickats än. Kör demon eller starta ett utskick, så kommer det hit.'
    : 'Inget stämmer med det du söker.';
  document.getElementById('messages').replaceChildren(...(cards.length ? cards : [el('p', { className: 'empty', textContent: nothing })]));
  document.getElementById('hits').textContent = found.length === 1 ? '1 försändelse, nyast först' : `${found.length} försändelser, nyast först`;
  document.getElementById('more').hidden = found.length <= state.shown;
  state.seen = state.messages.at(-1)?.number ?? 0;
}

/** True when a receipt came that changes what a card says. */
function takeReceipts(news) {
  let changed = false;
  for (const { stamp, message, state: told } of news) {
    state.lastReceipt = Math.max(state.lastReceipt, stamp);
    const known = state.receipts.get(message);
    if (!known || receiptNames[told][0] > receiptNames[known][0]) {
      state.receipts.set(message, told);
      changed = true;
    }
  }
  return changed;
}

/** Asks for what is new only; a shorter list than before means that the sandbox was reset. */
async function refresh() {
  const last = state.messages.at(-1)?.number ?? 0;
  const [fresh, first, lettersText, receipts] = await Promise.all([
    fetch(`/sandbox/messages?after=${last}`).then(answer => answer.json()),
    last ? fetch('/sandbox/messages?after=' + (last - 1)).then(answer => answer.json()) : [],
    fetch('/sandbox/letters').then(answer => answer.text()),
    fetch(`/sandbox/receipts?after=${state.lastReceipt}`).then(answer => answer.json()),
  ]);
  const wasReset = last > 0 && !first.some(message => message.number === last && message.messageId === state.messages.at(-1).messageId);
  if (wasReset) {
    state.messages = [];
    state.receipts.clear();
    state.lastReceipt = 0;
    state.seen = 0;
    return refresh();
  }
  const told = takeReceipts(receipts);
  if (fresh.length || told || state.stale || lettersText !== state.lettersText || !state.lettersText) {
    state.messages.push(...fresh);
    state.lettersText = lettersText;
    state.letters = JSON.parse(lettersText);
    renderCounts();
    renderLanguages();
    // Cards are drawn anew, which would take an answer from under the fingers that write it.
    state.stale = Boolean(document.activeElement?.closest('.answer'));
    if (!state.stale) {
      render();
    }
  }
}

async function keepFresh() {
  try {
    await refresh();
  } catch {
    document.getElementById('hits').textContent = 'Väntar på att maskinen ska starta igen …';
  }
  setTimeout(keepFresh, 2000);
}

form.addEventListener('input', () => { state.shown = pageSize; render(); });
form.addEventListener('submit', event => event.preventDefault());
document.getElementById('more').onclick = () => { state.shown += pageSize; render(); };
keepFresh();
