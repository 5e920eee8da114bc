// Follows the preview: shows what is wrong with the page, and the page anew when it has changed.
(() => {
  'use strict';
  const script = document.currentScript;
  const page = location.pathname;
  const isOwn = page.startsWith('/_wikiguide/');
  const place = 'wikiguide-preview-place';
  const shut = 'wikiguide-preview-shut';
  let version = '';
  let understood = '';
  let asking = null;

  // ---- Following

  const sleep = (time) => new Promise((resolve) => setTimeout(resolve, time));

  async function follow() {
    for (;;) {
      // A page that nobody sees would only hold a connection.
      while (document.hidden) {
        await new Promise((resolve) =>
          document.addEventListener('visibilitychange', resolve, { once: true }));
      }
      try {
        asking = new AbortController();
        const words = new URLSearchParams({ page, after: version });
        const answer = await fetch(
          '/_wikiguide/state?' + words.toString().replaceAll('+', '%20'),
          { cache: 'no-store', signal: asking.signal });
        if (!answer.ok) throw new Error(answer.statusText);
        const state = await answer.json();
        version = state.version;
        await take(state);
      } catch (error) {
        if (error.name === 'AbortError') continue;
        overlay.lose();
        version = '';
        await sleep(500);
      }
    }
  }

  async function take(state) {
    const { digest, style, pictures } = script.dataset;
    if ((state.digest && state.digest !== digest) || state.pictures !== Number(pictures)) {
      return reload();
    }
    if (digest && state.style !== style) exchangeStyle(style, state.style);
    understood = state.understood[0]?.address ?? '';
    overlay.show(state);
  }

  function exchangeStyle(old, now) {
    script.dataset.style = now;
    for (const link of document.querySelectorAll('link[rel=stylesheet]')) {
      if (!link.href.endsWith(old)) continue;
      const next = link.cloneNode();
      next.href = link.href.slice(0, -old.length) + now;
      // Both hold until the new one is there, so that the page is never without.
      next.addEventListener('load', () => link.remove());
      link.after(next);
    }
  }

  // ---- The same place after a reload

  function reload() {
    sessionStorage.setItem(place, JSON.stringify({ page, x: scrollX, y: scrollY }));
    location.reload();
    // Nothing more is asked for by the page that goes.
    return new Promise(() => {});
  }

  function restore() {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null');
    sessionStorage.removeItem(place);
    if (kept?.page !== page) return;
    history.scrollRestoration = 'manual';
    const scroll = () => scrollTo({ left: kept.x, top: kept.y, behavior: 'instant' });
    scroll();
    // Pictures without sizes and fonts may have moved it.
    addEventListener('load', () => { scroll(); history.scrollRestoration = 'auto'; });
  }

  // ---- The overlay

  const element = (name, classes, ...content) => {
    const made = document.createElement(name);
    if (classes) made.className = classes;
    made.append(...content.filter((part) => part !== null));
    return made;
  };

  const link = (address, text) => {
    const made = element('a', '', text);
    made.href = address;
    return made;
  };

  const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;

  const summary = (counts) => ['error', 'warning', 'note']
    .filter((severity) => counts[severity])
    .map((severity) => counted(counts[severity], severity)).join(', ');

  class Overlay {
    constructor() {
      this.host = document.createElement('wikiguide-preview');
      // Pages of the preview itself have room for it, and show findings of their own.
      this.host.classList.toggle('own', isOwn);
      const root = this.host.attachShadow({ mode: 'open' });
      const style = new CSSStyleSheet();
      style.replaceSync(Overlay.style);
      root.adoptedStyleSheets = [style];
      this.badge = element('button', 'badge');
      this.badge.type = 'button';
      this.badge.setAttribute('aria-controls', 'panel');
      this.badge.addEventListener('click', () => this.open(this.panel.hidden, true));
      this.panel = element('section', 'panel');
      this.panel.id = 'panel';
      this.panel.hidden = true;
      this.panel.setAttribute('aria-label', 'Findings');
      this.live = element('p', 'live');
      this.live.setAttribute('role', 'status');
      root.append(this.live, this.panel, this.badge);
      root.addEventListener('keydown', (event) => {
        if (event.key === 'Escape' && !this.panel.hidden) this.open(false, true);
      });
      document.body.append(this.host);
    }

    // Whether somebody asked for it is remembered for the other pages.
    open(isOpen, isAsked) {
      if (isAsked) sessionStorage.setItem(shut, isOpen ? 'no' : 'yes');
      const hadFocus = this.panel.contains(this.host.shadowRoot.activeElement);
      this.panel.hidden = !isOpen;
      this.badge.setAttribute('aria-expanded', String(isOpen));
      if (hadFocus && !isOpen) this.badge.focus();
    }

    lose() { this.label('wikiguide serve has stopped', 'lost'); }

    label(text, kind) {
      this.badge.className = 'badge ' + kind;
      if (this.badge.textContent === text) return;
      this.badge.textContent = text;
      this.live.textContent = text;
    }

    show(state) {
      const all = [...state.faults, ...state.findings];
      const counts = {};
      for (const finding of all) counts[finding.severity] = (counts[finding.severity] ?? 0) + 1;
      const elsewhere = { error: 0, warning: 0, note: 0 };
      for (const other of state.others) {
        for (const severity of Object.keys(elsewhere)) elsewhere[severity] += other[severity];
      }
      const kind = ['error', 'warning', 'note'].find((severity) => counts[severity]) ?? 'fine';
      this.label(
        state.faults.length ? 'The site is not up to date: ' + summary(counts)
          : all.length ? summary(counts) + (state.more ? ' and more' : '')
            : state.judged ? 'No findings here' : 'Looking for findings …', kind);
      this.panel.replaceChildren(...this.content(state, elsewhere));
      const isWide = innerWidth >= 700 && !isOwn;
      const wish = sessionStorage.getItem(shut);
      const isOpen = wish && !isOwn ? wish === 'no' : isWide && all.length > 0;
      this.open(state.faults.length > 0 && wish !== 'yes' ? isWide || isOpen : isOpen, false);
    }

    content(state, elsewhere) {
      const shutButton = element('button', 'shut', 'Close');
      shutButton.type = 'button';
      shutButton.addEventListener('click', () => this.open(false, true));
      const parts = [shutButton];
      if (state.faults.length) {
        parts.push(
          element('h2', '', 'The content cannot be read; this is how the site was before'),
          ...state.faults.map((fault) => this.finding(fault)));
      }
      if (state.findings.length) {
        parts.push(
          element('h2', '', 'Findings on this page'),
          ...state.findings.map((finding) => this.finding(finding)));
        if (state.more) parts.push(element('p', '', `… and ${state.more} more`));
      } else if (!state.faults.length) {
        parts.push(element('p', '', state.judged ? 'No findings on this page.' : 'Looking …'));
      }
      if (summary(elsewhere)) {
        const list = element('ul', '');
        for (const other of state.others) {
          list.append(
            element(
              'li', '', other.address ? link(other.address, other.path) : other.path,
              ': ' + summary(other)));
        }
        parts.push(
          element('details', '', element('summary', '', 'Elsewhere: ' + summary(elsewhere)), list));
      }
      for (const source of isOwn ? [] : state.understood.slice(0, 5)) {
        const words = 'What was understood of ' + source.path;
        parts.push(element('p', '', link(source.address, words)));
      }
      if (state.understood.length && !isOwn) {
        parts.push(element('p', 'keys', 'Alt + Shift + U: what was understood'));
      }
      return parts;
    }

    finding(finding) {
      const place = [finding.path, finding.line, finding.column].filter(Boolean).join(':');
      const where = finding.editor ? link(finding.editor, place) : element('span', '', place);
      where.classList.add('place');
      return element(
        'article', finding.severity,
        element(
          'p', '', element('strong', '', finding.severity),
          finding.rule ? element('code', 'rule', finding.rule) : null, where),
        element('p', 'message', finding.message),
        finding.text === undefined ? null : this.excerpt(finding),
        finding.help ? element('p', 'help', finding.help) : null,
        finding.write ? element('p', 'help', 'Write ', element('code', '', finding.write)) : null,
        ...finding.notes?.map((note) => element('p', 'note', note)) ?? []);
    }

    // The source line with the stretch marked in it; carets show it without colours too.
    excerpt({ line, text, from, length }) {
      const letters = [...text];
      const start = Math.max(0, Math.min(from - 60, letters.length));
      const end = Math.min(letters.length, from + Math.max(length, 1) + 60);
      const cut = (a, b) => letters.slice(Math.max(a, start), Math.min(b, end)).join('');
      const mark = element('mark', '', cut(from, from + length) || ' ');
      return element(
        'pre', '', element('span', 'number', `${line} `), start > 0 ? '… ' : '', cut(0, from), mark,
        cut(from + length, letters.length), end < letters.length ? ' …' : '');
    }
  }

  Overlay.style = `
    :host { all: initial; display: block; height: 4rem; color-scheme: light dark; }
    :host(.own) { height: 0; }
    :host, button { font: 14px/1.45 system-ui, sans-serif; }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    .live { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); margin: 0; }
    .badge { position: fixed; right: .75rem; bottom: .75rem; z-index: 2147483647; max-width: calc(100vw - 1.5rem);
      min-height: 2.25rem; padding: .3rem .8rem; border: 2px solid; border-radius: 1.2rem; cursor: pointer;
      background: light-dark(#fff, #1d1f21); color: light-dark(#1b5e20, #8fd694); }
    .badge.error, .badge.lost { color: light-dark(#a31515, #ff9d9d); }
    .badge.warning { color: light-dark(#7a4b00, #f3c26b); }
    .badge.note { color: light-dark(#0b5394, #9cc9ff); }
    .badge:focus-visible, a:focus-visible, button:focus-visible, summary:focus-visible {
      outline: 3px solid light-dark(#0b5394, #9cc9ff); outline-offset: 2px; }
    .panel { position: fixed; right: .75rem; bottom: 3.75rem; z-index: 2147483646; overflow: auto;
      width: min(42rem, 100vw - 1.5rem); max-height: min(45vh, 32rem); padding: .75rem 1rem;
      border: 1px solid light-dark(#999, #666); border-radius: .5rem;
      background: light-dark(#fff, #1d1f21); color: light-dark(#1a1a1a, #e6e6e6);
      box-shadow: 0 .25rem 1.5rem rgb(0 0 0 / .3); }
    .shut { float: right; padding: .2rem .6rem; border: 1px solid; border-radius: .3rem; cursor: pointer;
      background: none; color: inherit; }
    h2 { margin: 0 0 .5rem; font-size: 1em; }
    p { margin: .25rem 0; overflow-wrap: anywhere; }
    ul { margin: .25rem 0; padding-left: 1.2rem; }
    a { color: light-dark(#0b5394, #9cc9ff); overflow-wrap: anywhere; }
    article { margin: .5rem 0; padding: .25rem .75rem; border-left: .3rem solid light-dark(#0b5394, #9cc9ff); }
    article.error { border-color: light-dark(#a31515, #ff9d9d); }
    article.warning { border-color: light-dark(#b26a00, #f3c26b); }
    .place { margin-left: .5rem; }
    .rule { margin-left: .5rem; }
    .help, .note { color: light-dark(#444, #bbb); }
    .keys { color: light-dark(#555, #aaa); font-size: .9em; }
    pre { margin: .25rem 0; padding: .3rem .5rem; white-space: pre-wrap; overflow-wrap: anywhere; background: light-dark(#f3f3f3, #2a2d30); }
    pre, code { font: 13px/1.5 ui-monospace, monospace; }
    .number { color: light-dark(#666, #999); user-select: none; }
    mark { background: light-dark(#ffd9d9, #6b2a2a); color: inherit; text-decoration: underline wavy; }
    @media print { :host { display: none; } }
  `;

  let overlay;

  function begin() {
    restore();
    overlay = new Overlay();
    document.addEventListener('keydown', (event) => {
      if (event.altKey && event.shiftKey && event.code === 'KeyU' && understood && !isOwn) {
        event.preventDefault();
        location.href = understood;
      }
    });
    document.addEventListener('visibilitychange', () => { if (document.hidden) asking?.abort(); });
    follow();
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
})();
