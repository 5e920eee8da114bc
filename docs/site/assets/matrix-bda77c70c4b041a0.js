// The compatibility matrix: which of its rows show, in which order and in which groups. What is chosen
// stands in the fragment of the address, so that it can be passed on.
(() => {
  'use strict';
  const table = document.querySelector('table.matrix');
  const tools = document.querySelector('.matrix-tools');
  if (!table || !tools) return;
  const form = tools.querySelector('form');
  const status = tools.querySelector('.matrix-status');
  const words = JSON.parse(form.dataset.words);
  const say = (text, ...values) => text.replace(/\{(\d)\}/g, (_, number) => values[number - 1]);
  const make = (name, properties = {}) => Object.assign(document.createElement(name), properties);

  // The same folding as in the site's search.
  const fold = (text) => text.normalize('NFKC').toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/[\u30fc\u2010-\u2015\u00ad\u200b-\u200d\ufeff\ufe00-\ufe0f]/g, '')
    .replace(/\u301c/g, '~').replace(/\u03c2/g, '\u03c3');

  // ---- What the table says
  const heads = [...table.tHead.rows[0].cells];
  const best = ['native', 'manual', 'partial', 'unsupported', 'untested', 'unknown'];
  const levels = (cell) => [...cell.querySelectorAll('.level')]
    .map((level) => best.find((name) => level.classList.contains(`level-${name}`)));
  const rows = [...table.querySelectorAll('tbody tr:not(.group)')].map((element) => {
    const { platforms = '', kind, names = '' } = element.dataset;
    const name = element.cells[0].textContent;
    const on = platforms ? platforms.split(' ') : ['unknown'];
    return {
      element, name, on, kind, page: element.querySelector('a').href, platform: on.length > 1 ? 'several' : on[0],
      text: fold(`${name} ${names}`), hasEnded: 'ended' in element.dataset,
      hasGuide: !!element.querySelector('.guide'), levels: [...element.cells].map(levels),
    };
  });
  // The list's own order is that of its clients' ids, by which their pages are named.
  rows.sort((left, right) => (left.page < right.page ? -1 : 1));
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

  // ---- What is chosen
  let order = { key: '', isBackwards: false };
  const column = (key) => heads.findIndex((head) => head.dataset.sort === key);
  const chosen = () => [...new FormData(form)].filter(([name, value]) => value && !(name === 'group' && value === 'platform'));

  const isWanted = (row, choices, terms) => terms.every((term) => row.text.includes(term))
    && choices.every(([name, value]) => {
      if (name === 'platform') return row.on.includes(value);
      if (name === 'guide') return row.hasGuide;
      if (name === 'current') return !row.hasEnded;
      if (!name.startsWith('level.')) return true;
      const found = row.levels[column(name.slice(6))] || [];
      return value === 'works' ? found.some((level) => best.indexOf(level) < 3) : found.includes(value);
    });

  const rank = (row, at) => Math.min(...row.levels[at].map((level) => best.indexOf(level)));
  const inOrder = () => {
    const at = column(order.key);
    if (at < 0) return rows;
    const compare = at === 0 ? (left, right) => collator.compare(left.name, right.name)
      : (left, right) => rank(left, at) - rank(right, at);
    return [...rows].sort((left, right) => (order.isBackwards ? compare(right, left) : compare(left, right)));
  };

  // Rows are put in their groups anew; a group's heading is as the page itself has it.
  const arrange = () => {
    const grouping = form.elements.group.value;
    const bodies = new Map();
    const labels = words[grouping] || { '': '' };
    for (const key of Object.keys(labels)) bodies.set(key, make('tbody'));
    for (const row of inOrder()) bodies.get(grouping === 'none' ? '' : row[grouping]).append(row.element);
    const filled = [...bodies].filter(([, body]) => body.rows.length);
    if (filled.length > 1) {
      for (const [key, body] of filled) {
        const line = body.insertRow(0);
        line.className = 'group';
        const head = make('th', { scope: 'rowgroup', colSpan: heads.length });
        head.append(make('span', { textContent: labels[key] }));
        line.append(head);
      }
    }
    for (const body of [...table.tBodies]) body.remove();
    for (const [, body] of filled) table.insertBefore(body, table.tFoot);
    for (const head of heads) {
      if (head.dataset.sort !== order.key || !order.key) head.removeAttribute('aria-sort');
      else head.setAttribute('aria-sort', order.isBackwards ? 'descending' : 'ascending');
    }
  };

  const show = () => {
    const choices = chosen();
    const terms = fold(form.elements.q.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      row.element.hidden = !isWanted(row, choices, terms);
      if (!row.element.hidden) count += 1;
    }
    for (const body of table.tBodies) body.hidden = ![...body.rows].some((row) => !row.hidden && row.className !== 'group');
    tools.classList.toggle('is-filtered', count < rows.length);
    const parts = [say(words.shown, count, rows.length)];
    if (order.key) parts.push(say(order.isBackwards ? words.backwards : words.sorted, heads[column(order.key)].textContent));
    const text = parts.join(' · ');
    if (status.textContent !== text) status.textContent = text;
  };

  // ---- The address
  const keep = () => {
    const state = new URLSearchParams(chosen());
    if (order.key) state.set('sort', order.key);
    if (order.isBackwards) state.set('order', 'desc');
    const fragment = state.toString();
    history.replaceState(history.state, '', fragment ? `#${fragment}` : location.pathname + location.search);
  };
  const restore = () => {
    const state = new URLSearchParams(location.hash.slice(1));
    form.reset();
    for (const [name, value] of state) {
      const control = form.elements.namedItem(name);
      if (!control) continue;
      if (control.type === 'checkbox') control.checked = true;
      else control.value = value;
      if (control.selectedIndex < 0) control.selectedIndex = 0;
      const details = control.closest('details');
      if (details) details.open = true;
    }
    const key = state.get('sort') || '';
    order = { key: column(key) < 0 ? '' : key, isBackwards: column(key) >= 0 && state.get('order') === 'desc' };
    arrange();
    show();
  };

  // ---- The controls
  for (const head of heads) {
    const key = head.dataset.sort;
    if (!key) continue;
    const button = make('button', { type: 'button' });
    button.append(...head.childNodes);
    button.title = say(words.sort, button.textContent);
    button.addEventListener('click', () => {
      order = order.key !== key ? { key, isBackwards: false }
        : order.isBackwards ? { key: '', isBackwards: false } : { key, isBackwards: true };
      arrange();
      show();
      keep();
    });
    head.append(button);
  }
  // What has the focus is moved out from below the heads and the names, which stay where they are.
  const region = table.parentNode;
  region.addEventListener('focusin', ({ target }) => {
    const cell = target.closest('th, td');
    if (!cell) return;
    const [spot, box, corner] = [target, region, heads[0]].map((it) => it.getBoundingClientRect());
    const move = (from, to, start, end) => (from < start ? from - start : Math.max(0, Math.min(to - end, from - start)));
    const isName = cell.cellIndex === 0;
    const isHead = table.tHead.contains(cell);
    region.scrollBy({
      left: isName ? 0 : move(spot.left, spot.right, corner.right, box.left + region.clientWidth),
      top: isHead ? 0 : move(spot.top, spot.bottom, box.top + corner.height, box.top + region.clientHeight),
      behavior: 'instant',
    });
  });
  let waiting;
  const update = () => { show(); keep(); };
  form.addEventListener('input', (event) => {
    clearTimeout(waiting);
    if (event.target.name === 'group') arrange();
    // Letters are counted when there is a pause, so that not each of them is announced.
    if (event.target.name === 'q') { if (!event.isComposing) waiting = setTimeout(update, 150); } else update();
  });
  form.addEventListener('compositionend', update);
  form.addEventListener('submit', (event) => { event.preventDefault(); update(); });
  form.querySelector('[type=reset]').addEventListener('click', (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    form.reset();
    order = { key: '', isBackwards: false };
    arrange();
    update();
  });
  // Links to notes also change the fragment, and choose nothing.
  addEventListener('hashchange', () => { if (location.hash.includes('=')) restore(); });
  form.querySelector('fieldset').disabled = false;
  if (location.hash.includes('=')) restore();
})();
