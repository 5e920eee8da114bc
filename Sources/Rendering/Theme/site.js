// What a page can do beyond being read: ticks for done steps, pictures in full size, search.
// Nothing here is needed for reading; without script none of it shows.
(() => {
  'use strict';
  const { root, words: json } = document.currentScript.dataset;
  const words = JSON.parse(json);
  const say = (text, value) => text.replace('{1}', value);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (name, properties = {}) => Object.assign(document.createElement(name), properties);

  // Ticks are kept for a page as long as its guide stays what it is.
  for (const steps of all('.steps[data-revision]')) {
    const key = `wikiguide:${location.pathname}:${steps.dataset.revision}`;
    let done = [];
    try { done = JSON.parse(localStorage.getItem(key)) || []; } catch { /* Storage may be closed. */ }
    for (const number of all(':scope > ol > li > p > .step-number', steps)) {
      const box = make('input', { type: 'checkbox', checked: done.includes(number.id) });
      box.className = 'step-done';
      box.setAttribute('aria-label', say(words.done, number.textContent));
      box.addEventListener('change', () => {
        done = done.filter((id) => id !== number.id).concat(box.checked ? number.id : []);
        try { localStorage.setItem(key, JSON.stringify(done)); } catch { /* Then for this visit. */ }
      });
      number.after(box);
    }
  }

  // A picture opens above the page; its link works without this.
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a.full-size');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const picture = link.querySelector('img');
    if (!picture || !window.HTMLDialogElement) return;
    event.preventDefault();
    const dialog = make('dialog', { className: 'zoom' });
    const close = make('button', { type: 'button', textContent: words.close });
    dialog.setAttribute('aria-label', picture.alt);
    dialog.append(close, make('img', { src: link.href, alt: picture.alt }));
    dialog.addEventListener('click', (inner) => {
      if (inner.target === dialog || inner.target === close) dialog.close();
    });
    dialog.addEventListener('close', () => { dialog.remove(); link.focus(); });
    document.body.append(dialog);
    dialog.showModal();
  });

  // Values that are typed as they stand can be copied.
  for (const value of all('.steps code.value')) {
    if (!navigator.clipboard) break;
    const button = make('button', { type: 'button', className: 'copy', textContent: '⧉' });
    button.setAttribute('aria-label', say(words.copy, value.textContent));
    button.addEventListener('click', async () => {
      try { await navigator.clipboard.writeText(value.textContent); } catch { return; }
      button.setAttribute('aria-label', words.copied);
      button.textContent = '✓';
      setTimeout(() => {
        button.textContent = '⧉';
        button.setAttribute('aria-label', say(words.copy, value.textContent));
      }, 2000);
    });
    value.after(button);
  }

  // `/` leads to the box, Esc out of it.
  const boxes = all('[data-search]');
  for (const box of boxes) box.hidden = false;
  const input = document.getElementById('search:words') || document.getElementById('site:search');
  document.addEventListener('keydown', (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && input) {
      event.preventDefault();
      input.focus();
    } else if (event.key === 'Escape' && event.target === input) {
      input.blur();
    } else if (/^Arrow(Down|Up)$/.test(event.key)) {
      const links = all('.search-results a');
      const at = links.indexOf(document.activeElement);
      if (!links.length || (at < 0 && event.target !== input)) return;
      event.preventDefault();
      const next = event.key === 'ArrowDown' ? at + 1 : at - 1;
      (next < 0 ? input : links[Math.min(next, links.length - 1)]).focus();
    }
  });

  // ---- Search: pieces of the index are fetched as words need them.
  const list = document.querySelector('.search-results');
  if (!list) return;
  const status = document.querySelector('.search-status');
  for (const part of all('[data-without-script]')) part.hidden = true;
  // Two headers of one page: the page's own box is enough.
  for (const box of boxes) if (!box.contains(input)) box.hidden = true;

  const pieces = new Map();
  const piece = (name) => {
    if (!pieces.has(name)) {
      pieces.set(name, fetch(`${root}search/${name}`).then((answer) => {
        if (!answer.ok) throw new Error(answer.status);
        return name.endsWith('.json') ? answer.json() : answer.text();
      }));
    }
    return pieces.get(name);
  };

  // The same folding as the index has: width, case, katakana, long vowels.
  const fold = (text) => text.normalize('NFKC').toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/[\u30fc\u2010-\u2015]/g, '');
  const hash = (text) => {
    let value = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
    return value;
  };
  const grams = (word) => {
    const letters = [...word];
    return letters.length < 2 ? letters : letters.slice(1).map((letter, index) => letters[index] + letter);
  };
  // Numbers of pages: steps from one to the next in base 36, or a bit for each in base 64.
  const numbers = (coded) => {
    if (!coded) return [];
    if (coded[0] !== '!') {
      let at = -1;
      return coded.split(' ').map((step) => (at += parseInt(step, 36)));
    }
    const bits = atob(coded.slice(1));
    const found = [];
    for (let index = 0; index < bits.length; index += 1) {
      for (let bit = 0; bit < 8; bit += 1) if (bits.charCodeAt(index) >> bit & 1) found.push(index * 8 + bit);
    }
    return found;
  };
  const pagesWith = async (gram, about) => {
    const shard = await piece(`words-${hash(gram) % about.shards}.json`);
    return [numbers(shard[gram]), numbers(shard[`${gram}\t`])];
  };
  const common = (lists) => lists.slice(1).reduce((left, right) => {
    const set = new Set(right);
    return left.filter((number) => set.has(number));
  }, lists[0] || []);

  const plain = (markdown) => markdown.replace(/\]\([^)]*\)/g, ']').replace(/<[^>]*>/g, '')
    .replace(/[\\*_`~]/g, '').replace(/[#>|[\]!]/g, ' ');

  // The place on a page: the last anchor before the words, and what stands around them.
  const place = (markdown, terms) => {
    const lines = markdown.split('\n');
    let anchor = '';
    let best = null;
    for (const line of lines) {
      for (const match of line.matchAll(/<a id="([^"]+)"><\/a>/g)) anchor = match[1];
      const text = plain(line).trim();
      const folded = fold(text);
      const hits = terms.filter((term) => folded.includes(term)).length;
      // A step is the best place to land on.
      const worth = hits * 2 + (hits && anchor.includes('step') ? 1 : 0);
      if (worth > (best ? best.worth : 0)) best = { hits, worth, anchor, text };
    }
    return best;
  };

  const show = (page, found, words) => {
    const item = make('li');
    const link = make('a', { href: root + page[0] + (found && found.anchor ? `#${found.anchor}` : ''), textContent: page[1] });
    item.append(link);
    if (found && found.text !== page[1]) {
      const folded = fold(found.text);
      const at = Math.max(0, Math.min(...words.map((word) => folded.indexOf(word)).filter((index) => index >= 0)) - 30);
      item.append(make('p', { textContent: (at > 0 ? '…' : '') + found.text.slice(at, at + 120) }));
    }
    return item;
  };

  let turn = 0;
  const search = async (query) => {
    const mine = (turn += 1);
    const terms = fold(query).split(/\s+/).filter(Boolean).slice(0, 6);
    if (!terms.length) { list.replaceChildren(); status.textContent = ''; return; }
    try {
      const about = await piece('about.json');
      const wanted = [...new Set(terms.flatMap(grams))].slice(0, 12);
      const lists = await Promise.all(wanted.map((gram) => pagesWith(gram, about)));
      const anywhere = common(lists.map(([body]) => body));
      const inTitle = new Set(common(lists.map(([, title]) => title)));
      const order = anywhere.filter((number) => inTitle.has(number)).concat(anywhere.filter((number) => !inTitle.has(number)));
      const listed = await Promise.all(order.slice(0, 20).map(async (number) => {
        const titles = await piece(`pages-${Math.floor(number / about.size)}.json`);
        return titles[number % about.size];
      }));
      // A page that stands in several languages is found in the reader's.
      const pages = listed.filter((page) => !page[2] || page[2] === document.documentElement.lang);
      // The first pages are looked into: neighbouring letters alone do not make a word.
      const found = await Promise.all(pages.map((page, index) => index > 7 ? null
        : piece(`../${page[0].replace(/html$/, 'md')}`).then((text) => place(text, terms))));
      if (mine !== turn) return;
      const shown = pages.map((page, index) => [page, found[index]])
        .filter(([, hit], index) => index > 7 || (hit && hit.hits === Math.max(...found.filter(Boolean).map((one) => one.hits))));
      const count = shown.length < Math.min(20, order.length) || order.length <= 20 ? shown.length : order.length;
      list.replaceChildren(...shown.map(([page, hit]) => show(page, hit, terms)));
      status.textContent = !count ? say(words.nothing, query) : count === 1 ? words.one : say(words.some, count);
    } catch {
      if (mine === turn) status.textContent = words.failed;
    }
  };

  const address = new URL(location.href);
  input.value = address.searchParams.get('q') || '';
  let waiting;
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      address.searchParams.set('q', input.value);
      history.replaceState(null, '', address);
      search(input.value);
    }, 60);
  };
  input.addEventListener('input', later);
  input.form.addEventListener('submit', (event) => { event.preventDefault(); later(); });
  search(input.value);
})();
