// What a page can do beyond being read: ticks for done steps, pictures in full size, search.
// Nothing here is needed for reading; without script none of it shows.
(() => {
  'use strict';
  const { root, words: json } = document.currentScript.dataset;
  const words = JSON.parse(json);
  const say = (text, value) => text.replace('{1}', () => value);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (name, properties = {}) => Object.assign(document.createElement(name), properties);

  // Ticks are kept for a page as long as its guide stays what it is.
  const pathname = location.pathname.replace(/index\.html$/, '');
  for (const [place, steps] of all('.steps[data-revision]').entries()) {
    const key = `wikiguide:${pathname}:${place}:${steps.dataset.revision}`;
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

  // Values that are typed as they stand can be copied. Pages that were not fetched safely may not
  // write to the clipboard; there the browser copies what is selected.
  const copied = make('p', { className: 'hidden' });
  copied.setAttribute('role', 'status');
  const copy = async (value) => {
    try {
      await navigator.clipboard.writeText(value.textContent);
      return true;
    } catch {
      getSelection().selectAllChildren(value);
      return document.execCommand('copy');
    }
  };
  for (const value of all('.steps code.value, .settings code.value')) {
    if (!copied.parentNode) document.body.append(copied);
    const button = make('button', { type: 'button', className: 'copy' });
    const name = () => {
      button.textContent = '';
      button.setAttribute('aria-label', say(words.copy, value.textContent));
    };
    name();
    // A reader's own value may come in the place of an example.
    if (value.dataset.value) document.addEventListener('valueschange', name);
    button.addEventListener('click', async () => {
      if (!await copy(value)) return;
      button.textContent = '✓';
      copied.textContent = words.copied;
      setTimeout(() => {
        name();
        copied.textContent = '';
      }, 2000);
    });
    value.after(button);
  }

  // Code that is wider than the page can be moved by keys, too; whatever fits is no stop on their way.
  const widths = window.ResizeObserver && new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute('tabindex');
    }
  });
  if (widths) for (const code of all('main pre')) widths.observe(code);

  // ---- Search: pieces of the index are fetched as words need them, and the pages that they promise.
  document.documentElement.classList.add('with-script');
  const answers = new Map();
  const answer = (path, read) => {
    if (!answers.has(path)) {
      const reading = fetch(root + path).then((found) => {
        if (!found.ok) throw new Error(found.status);
        return read(found);
      });
      reading.catch(() => answers.delete(path));
      answers.set(path, reading);
    }
    return answers.get(path);
  };
  const piece = (name) => answer(`search/${name}.json`, (found) => found.json());

  // What a page says, line by line, each with the id nearest before it. The index was made of the
  // same lines: without what stands around the text, and what nobody sees.
  const around = 'source guide-source page-source page-guides general lead step-number footnote-mark report your-settings';
  const leftOut = 'nav, svg, script, rt, rp, [aria-hidden="true"], '
    + around.split(' ').map((name) => `[class="${name}"]`).join();
  const blocks = new Set(('p li h1 h2 h3 h4 h5 h6 div section tr td th dt dd pre br figure ol ul dl table '
    + 'blockquote hr caption nav').split(' '));
  const linesOf = (html) => {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    const lines = [];
    let anchor = '';
    let line = '';
    const end = () => {
      const text = line.replace(/[\0- ]+/g, ' ').trim();
      if (text) lines.push([anchor, text]);
      line = '';
    };
    const read = (node) => {
      for (const child of node.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) line += child.data;
        if (child.nodeType !== Node.ELEMENT_NODE) continue;
        const isBlock = blocks.has(child.localName);
        if (isBlock || child.id) end();
        if (child.id) anchor = child.id;
        if (child.matches(leftOut)) continue;
        read(child);
        if (isBlock) end();
      }
    };
    read(parsed.querySelector('main') || parsed.body);
    end();
    return lines;
  };
  // A page is read once, whoever asks for it.
  const addressOf = (folder) => `${folder.split('/').map(encodeURIComponent).join('/')}index.html`;
  const page = (folder) => answer(addressOf(folder), (found) => found.text().then(linesOf));

  // The same folding as the index has: forms of one letter, case, katakana, long vowels.
  const fold = (text) => text.normalize('NFKC').toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/[\u30fc\u2010-\u2015\u00ad\u200b-\u200d\ufeff\ufe00-\ufe0f]/g, '')
    .replace(/\u301c/g, '~').replace(/\u03c2/g, '\u03c3');
  // What a word is looked up by: its pairs of letters, or its one Japanese sign, as the numbers that
  // the index knows them by. One letter alone is looked for in the text only.
  const grams = (word) => {
    const letters = [...word].map((letter) => letter.codePointAt(0));
    if (letters.length === 1 && letters[0] < 0x3041) return [];
    return (letters.length === 1 ? [0] : letters.slice(1)).map((letter, index) =>
      (Math.imul(letters[index], 0x9e3779b1) + Math.imul(letter, 0x85ebca77)) >>> 16);
  };
  // Numbers of units: steps from one to the next in base 36, or a bit for each in base 64.
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
  const common = (lists) => lists.slice(1).reduce((left, right) => {
    const set = new Set(right);
    return left.filter((number) => set.has(number));
  }, lists[0] || []);

  // The pairs of all words in the order in which they are worth asking for: from each word in turn,
  // those first that are not in most units, from all over the word.
  const inOrder = (terms, about) => {
    const often = new Set(about.common);
    const byTerm = terms.map((term) => {
      const all = [...new Set(grams(term))];
      const far = all.filter((_, index) => index % 2 === 0).concat(all.filter((_, index) => index % 2));
      return far.filter((gram) => !often.has(gram)).concat(far.filter((gram) => often.has(gram)));
    });
    const order = new Set();
    for (let place = 0; byTerm.some((found) => place < found.length); place += 1) {
      for (const found of byTerm) if (place < found.length) order.add(found[place]);
    }
    return [...order];
  };
  // The units that have all pairs, and those that have them in their titles.
  const unitsWith = async (pairs, about) => {
    const lists = await Promise.all(pairs.map(async (gram) => {
      const found = await piece(`words-${gram >> about.shift}`);
      return [numbers(found[gram]), numbers(found[`${gram}t`])];
    }));
    return [common(lists.map(([body]) => body)), common(lists.map(([, title]) => title))];
  };

  // Where in a page the words stand; nothing where one of them is missing.
  const place = (title, lines, terms) => {
    const missing = new Set(terms);
    let best = { worth: 0, anchor: '', text: '' };
    const look = (text, anchor, bonus) => {
      const folded = fold(text);
      let worth = 0;
      for (const term of terms) if (folded.includes(term)) { missing.delete(term); worth += 2; }
      if (worth && worth + bonus > best.worth) best = { worth: worth + bonus, anchor, text };
    };
    // A step is the best place to land on.
    for (const [anchor, line] of lines) look(line, anchor, anchor.startsWith('step') ? 1 : 0);
    look(title, '', 0);
    return missing.size ? null : best;
  };

  // Parts of a text around the words, with the words marked.
  const excerpt = (text, terms) => {
    const letters = [...text.normalize('NFC')];
    let folded = '';
    const from = [];
    letters.forEach((letter, index) => { for (const unit of fold(letter)) { folded += unit; from.push(index); } });
    const marks = [];
    for (const term of terms) {
      for (let at = folded.indexOf(term); at >= 0 && marks.length < 9; at = folded.indexOf(term, at + 1)) {
        marks.push([from[[...folded.slice(0, at)].length], from[[...folded.slice(0, at + term.length)].length - 1] + 1]);
      }
    }
    marks.sort((left, right) => left[0] - right[0]);
    const start = Math.max(0, (marks.length ? marks[0][0] : 0) - 30);
    const end = Math.min(letters.length, start + 120);
    const paragraph = make('p');
    let at = start;
    if (start > 0) paragraph.append('…');
    for (const [first, last] of marks) {
      if (first < at || last > end) continue;
      paragraph.append(letters.slice(at, first).join(''), make('mark', { textContent: letters.slice(first, last).join('') }));
      at = last;
    }
    paragraph.append(letters.slice(at, end).join(''), end < letters.length ? '…' : '');
    return paragraph;
  };

  const show = (folder, title, found, terms) => {
    const item = make('li');
    const href = root + addressOf(folder) + (found.anchor ? `#${found.anchor}` : '');
    item.append(make('a', { href, textContent: title }));
    if (found.text && found.text !== title) item.append(excerpt(found.text, terms));
    return item;
  };

  // Results of what is typed into a box, below it.
  const batch = 8;
  const attach = (input, list, status, more) => {
    let turn = 0;
    let waiting;
    const search = async (query) => {
      const mine = (turn += 1);
      const terms = [...new Set(fold(query).split(/\s+/).filter(Boolean))].slice(0, 8);
      more.hidden = true;
      if (!terms.length) { list.replaceChildren(); status.textContent = ''; return; }
      if (!terms.some((term) => grams(term).length)) { list.replaceChildren(); status.textContent = words.short; return; }
      try {
        const about = await piece('about');
        const pairs = inOrder(terms, about);
        const some = about.units > 400 ? 6 : 12;
        let [units, titled] = await unitsWith(pairs.slice(0, some), about);
        let isRefined = pairs.length <= some;
        const first = new Set(titled);
        let order = titled.concat(units.filter((number) => !first.has(number)));
        const seen = new Set();
        const results = [];
        let next = 0;
        const advance = async () => {
          const before = results.length;
          // What the pairs promise, the text must keep. Where it often does not, more pairs are asked for.
          for (let tries = 0; next < order.length && tries < 3; tries += 1) {
            const enough = (results.length >= before + batch && order.length - next > batch / 2)
              || (tries && results.length >= before + batch / 2 && order.length - next > batch);
            if (enough) break;
            if (tries && !isRefined) {
              isRefined = true;
              [units] = await unitsWith(pairs.slice(some, 12), about);
              const having = new Set(units);
              order = order.slice(0, next).concat(order.slice(next).filter((number) => having.has(number)));
            }
            const numbers = order.slice(next, next + batch);
            next += numbers.length;
            const found = await Promise.all(numbers.map(async (number) =>
              (await piece(`units-${Math.floor(number / about.size)}`))[number % about.size]));
            // A page that stands in several languages is found in the reader's; a page is shown once,
            // and not at all where a guide that shows what it says is found.
            const isNew = ([folder, , language]) =>
              !seen.has(folder) && (!language || language === document.documentElement.lang);
            const read = await Promise.all(found.filter(isNew).map(async (unit) => [unit, await page(unit[0])]));
            for (const [unit, lines] of read) {
              const [folder, title, , name, ...shown] = unit;
              const spot = isNew(unit) && place(title, name ? [['', name], ...lines] : lines, terms);
              if (!spot) continue;
              for (const one of [folder, ...shown]) seen.add(one);
              results.push(show(folder, title, spot, terms));
            }
            if (mine !== turn) return;
            // They are shown as they come; how many there are is said once.
            if (results.length) list.replaceChildren(...results);
          }
        };
        const tell = () => {
          list.replaceChildren(...results);
          more.hidden = next >= order.length;
          const count = results.length;
          status.textContent = !count ? say(words.nothing, query)
            : more.hidden ? say(count === 1 ? words.one : words.some, count) : say(words.atLeast, count);
        };
        await advance();
        if (mine !== turn) return;
        tell();
        more.onclick = async () => {
          const at = results.length;
          await advance();
          if (mine !== turn) return;
          tell();
          const added = results[at];
          if (added) added.querySelector('a').focus();
        };
      } catch {
        if (mine === turn) { list.replaceChildren(); status.textContent = words.failed; }
      }
    };
    // The pieces of a small index are soon all there, and each letter may ask; a large one waits a little.
    let pause = 40;
    const later = (time) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => search(input.value), time);
    };
    input.addEventListener('input', (event) => { if (!event.isComposing) later(pause); });
    const prepare = () => piece('about').then((about) => { pause = about.units > 400 ? 40 : 0; }, () => {});
    if (document.activeElement === input || input.id === 'search:words') prepare();
    input.addEventListener('focus', prepare);
    input.addEventListener('compositionend', () => later(0));
    return search;
  };

  const moreButton = () => make('button', { type: 'button', className: 'search-more', textContent: words.more, hidden: true });
  const list = document.querySelector('main .search-results');
  const input = document.getElementById(list ? 'search:words' : 'site:search');
  let close = () => {};
  if (list) {
    // The page for searching keeps what is looked for in its address.
    const more = moreButton();
    list.after(more);
    const search = attach(input, list, document.querySelector('.search-status'), more);
    const address = new URL(location.href);
    const keep = () => {
      if (input.value) address.searchParams.set('q', input.value); else address.searchParams.delete('q');
      history.replaceState(null, '', address);
    };
    input.addEventListener('input', keep);
    input.form.addEventListener('submit', (event) => { event.preventDefault(); keep(); search(input.value); });
    input.value = address.searchParams.get('q') || '';
    search(input.value);
  } else if (input && !document.querySelector('.personal-values')) {
    // Where readers type what is theirs, the page asks for nothing: there Enter alone searches.
    // Elsewhere results come in a panel under the box; Enter leads to the page for searching.
    const panel = make('div', { className: 'search-panel', hidden: true });
    const status = make('p', { className: 'search-status' });
    status.setAttribute('role', 'status');
    const found = make('ol', { className: 'search-results' });
    const more = moreButton();
    panel.append(status, found, more);
    input.form.after(panel);
    attach(input, found, status, more);
    close = () => { panel.hidden = true; };
    input.addEventListener('focus', () => { panel.hidden = !input.value; });
    input.addEventListener('input', () => { panel.hidden = !input.value; });
    document.addEventListener('click', (event) => { if (!panel.parentNode.contains(event.target)) close(); });
    panel.parentNode.addEventListener('focusout', (event) => {
      if (event.relatedTarget && !panel.parentNode.contains(event.relatedTarget)) close();
    });
  }

  // `/` leads to the box, Esc out of it, arrows along the results.
  document.addEventListener('keydown', (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
    const inResults = event.target.closest && event.target.closest('.search-panel');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && input) {
      event.preventDefault();
      input.focus();
    } else if (event.key === 'Escape' && (event.target === input || inResults)) {
      if (inResults) input.focus(); else input.blur();
      close();
    } else if (/^Arrow(Down|Up)$/.test(event.key)) {
      const links = all('.search-results a');
      const at = links.indexOf(document.activeElement);
      if (!links.length || (at < 0 && event.target !== input)) return;
      event.preventDefault();
      const next = event.key === 'ArrowDown' ? at + 1 : at - 1;
      (next < 0 ? input : links[Math.min(next, links.length - 1)]).focus();
    }
  });
})();
