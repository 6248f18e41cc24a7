// The editor of a text (pages/TextEditorPage). Without it the page has a plain field and buttons; with it the same field is an editor that
// underlines what the check finds, offers the values, and shows the text as a family gets it.
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { autocompletion } from '@codemirror/autocomplete';
import { linter, lintKeymap } from '@codemirror/lint';
import { minimalSetup } from 'codemirror';

const quiet = 700; // milliseconds without a key before anything is asked of the server

function start(field) {
  const form = field.form;
  const values = [...document.querySelectorAll('[data-value]')];
  const view = mount(field, values.map(value => value.dataset.value), text => check(form, text), () => preview.later());
  const preview = previewOf(form, view);
  form.addEventListener('submit', () => { field.value = view.state.doc.toString(); });
  form.addEventListener('formdata', event => event.formData.set('text', view.state.doc.toString()));
  values.forEach(value => offer(value, view));
}

// In a shadow root: there CodeMirror adopts style sheets, which the page's policy allows; elsewhere it would write style elements.
function mount(field, values, find, changed) {
  const host = document.createElement('div');
  host.className = 'codemirror';
  field.after(host);
  const root = host.attachShadow({ mode: 'open' });
  const place = document.createElement('div');
  root.append(place);
  const view = new EditorView({
    parent: place,
    root,
    state: EditorState.create({
      doc: field.value,
      extensions: [
        minimalSetup,
        lineNumbers(),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': field.dataset.editor, lang: field.lang, dir: field.dir, spellcheck: 'true', tabindex: '0' }),
        autocompletion({ override: [context => complete(context, values)] }),
        linter(view => find(view), { delay: quiet }),
        keymap.of(lintKeymap),
        EditorView.updateListener.of(update => { if (update.docChanged) changed(); }),
        looks,
      ],
    }),
  });
  field.hidden = true;
  document.querySelector(`label[for="${field.id}"]`)?.addEventListener('click', () => view.focus());
  return view;
}

// Findings are underlined by text decoration: the pictures that CodeMirror draws with are refused by the page's policy.
const underlined = colour => ({ backgroundImage: 'none', paddingBottom: '0', textDecoration: `underline wavy ${colour}`, textUnderlineOffset: '.2em' });

const looks = EditorView.theme({
  '.cm-lintRange-error': underlined('var(--alarm)'),
  '.cm-lintRange-warning': underlined('var(--amber)'),
  '.cm-lintRange-info, .cm-lintRange-hint': underlined('var(--leaf)'),
  '&': { border: '1px solid var(--quiet)', borderRadius: '.25rem', backgroundColor: 'var(--card)', color: 'var(--ink)', fontSize: '1rem' },
  '&.cm-focused': { outline: '3px solid var(--amber)', outlineOffset: '2px' },
  '.cm-scroller': { fontFamily: 'ui-monospace, Consolas, "Noto Sans Mono", monospace', lineHeight: '1.55', minHeight: '22rem', maxHeight: '70vh', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--leaf-light)' },
  '.cm-gutters': { backgroundColor: 'var(--paper)', color: 'var(--quiet)', borderColor: 'var(--line)' },
  '.cm-tooltip': { backgroundColor: 'var(--card)', color: 'var(--ink)', border: '1px solid var(--quiet)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--leaf)', color: 'var(--on-leaf)' },
});

function complete(context, values) {
  const typed = context.matchBefore(/\{\{[-~]?\s*[\w.]*/);
  if (!typed) return null;
  const word = /[\w.]*$/.exec(typed.text)[0];
  return { from: typed.to - word.length, options: values.map(label => ({ label, type: 'variable' })), validFor: /^[\w.]*$/ };
}

async function post(form, address, fields) {
  const body = new URLSearchParams(new FormData(form));
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return fetch(address, { method: 'POST', body, credentials: 'same-origin', redirect: 'error' });
}

// What the check finds, underlined and listed below. When it cannot be asked, nothing is said: the button still asks in the plain way.
async function check(form, view) {
  const doc = view.state.doc;
  let findings;
  try {
    const answer = await post(form, form.action, { gor: 'check', svar: 'json' });
    if (!answer.ok) return [];
    findings = await answer.json();
  } catch {
    return [];
  }
  list(findings);
  return findings.map(finding => ({ ...rangeOf(doc, finding), severity: { Error: 'error', Warning: 'warning' }[finding.weight] ?? 'info', message: `${finding.message} ${finding.remedy}` }));
}

function rangeOf(doc, finding) {
  const line = doc.line(Math.min(Math.max(finding.line, 1), doc.lines));
  const from = Math.min(line.from + Math.max(finding.column - 1, 0), line.to);
  const word = /^[\p{L}\p{N}_.]+/u.exec(doc.sliceString(from, line.to))?.[0].length ?? 1;
  return { from, to: Math.min(from + word, line.to) };
}

function list(findings) {
  const place = document.getElementById('anmarkningar');
  const words = place.dataset;
  if (!findings.length) {
    place.replaceChildren(Object.assign(document.createElement('p'), { textContent: words.none }));
    return;
  }
  const items = findings.map(finding => {
    const item = document.createElement('li');
    const weight = document.createElement('b');
    weight.textContent = words[finding.weight.toLowerCase()];
    item.append(weight, ` ${words.place.replace('{line}', finding.line).replace('{column}', finding.column)}: ${finding.message} ${finding.remedy}`);
    return item;
  });
  const all = Object.assign(document.createElement('ul'), { className: 'findings', lang: 'sv' });
  all.append(...items);
  place.replaceChildren(all);
}

// A new frame each time, put in the old one's place when it is there: the way back in the browser stays clear, and nothing flickers.
function previewOf(form, view) {
  const button = document.getElementById('visa');
  let timer, waiting;
  const show = () => {
    clearTimeout(timer);
    waiting?.remove();
    const old = document.querySelector('iframe[name="forhandsvisning"]:not([data-new])');
    const fresh = old.cloneNode(false);
    fresh.removeAttribute('src');
    fresh.dataset.new = '';
    fresh.name = `forhandsvisning-${Date.now()}`;
    waiting = fresh;
    old.after(fresh);
    const sent = document.createElement('form');
    Object.assign(sent, { method: 'post', action: button.formAction, target: fresh.name, hidden: true });
    for (const [name, value] of new FormData(form)) sent.append(Object.assign(document.createElement('textarea'), { name, value }));
    document.body.append(sent);
    fresh.addEventListener('load', () => {
      if (waiting !== fresh) return;
      old.remove();
      fresh.name = 'forhandsvisning';
      delete fresh.dataset.new;
      waiting = undefined;
    }, { once: true });
    sent.submit();
    sent.remove();
  };
  button.addEventListener('click', event => { event.preventDefault(); show(); });
  form.elements.familj.addEventListener('change', show);
  return { later: () => { clearTimeout(timer); timer = setTimeout(show, quiet + 300); } };
}

function offer(value, view) {
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'value', textContent: value.textContent });
  button.addEventListener('click', () => {
    view.dispatch(view.state.replaceSelection(value.textContent), { scrollIntoView: true });
    view.focus();
  });
  value.replaceWith(button);
}

const written = document.querySelector('textarea[data-editor]');
if (written) start(written);
