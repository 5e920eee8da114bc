// Shows a reader's own values in the places of the examples. What is typed stays in this tab: the
// policy in the page's head forbids to ask the network.
(() => {
  'use strict';
  const { domains, provider, example, ...words } = JSON.parse(document.currentScript.dataset.values);
  const part = (name) => document.getElementById(`values:${name}`);
  const [address, userName, message] = ['address', 'user-name', 'message'].map(part);
  if (!address) return;
  const key = `wikiguide:values:${domains[0]}`;
  const places = [...document.querySelectorAll('[data-value]')];
  const examples = new Map(places.map((place) => [place, place.textContent]));
  const inWords = (text, ...values) => text.replace(/\{(\d)\}/g, (_, number) => values[number - 1]);

  // Full-width letters are what a Japanese keyboard gives at first.
  const plain = (input) => (input ? input.value.normalize('NFKC').trim() : '');
  const read = () => {
    const text = plain(address);
    const at = text.lastIndexOf('@');
    const [local, domain] = [text.slice(0, at), text.slice(at + 1).toLowerCase()];
    const isAddress = text.length < 255 && /^[\w.!#$%&'*+/=?^`{|}~-]+$/.test(local)
      && /^([\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]*\p{L}$/u.test(domain);
    return isAddress ? { text: `${local}@${domain}`, local, domain, isOurs: domains.includes(domain) } : null;
  };

  // Of an address at another domain nobody knows which user name belongs to it.
  const show = () => {
    const own = { 'user-name.assigned': plain(userName) };
    const typed = read();
    if (typed) {
      own['account.address'] = typed.text;
      own['account.domain'] = typed.domain;
    }
    if (typed?.isOurs) {
      own['user-name.address'] = typed.text;
      own['user-name.local-part'] = typed.local;
    }
    for (const place of places) {
      const value = own[place.dataset.value];
      place.textContent = value || examples.get(place);
      place.toggleAttribute('data-own', Boolean(value));
    }
    document.dispatchEvent(new Event('valueschange'));
    return typed;
  };

  // What cannot be kept is there for this page.
  const keep = (typed) => {
    const kept = [typed ? address.value : '', plain(userName)];
    try {
      if (kept.some(Boolean)) sessionStorage.setItem(key, JSON.stringify(kept));
      else sessionStorage.removeItem(key);
      return '';
    } catch { return ` ${words.notKept}`; }
  };
  const restore = () => {
    let kept = [];
    try { kept = JSON.parse(sessionStorage.getItem(key)) || []; } catch { /* Storage may be closed. */ }
    address.value = kept[0] || '';
    if (userName) userName.value = kept[1] || '';
    tell('');
    show();
  };

  let waiting;
  const tell = (text, kind = '') => {
    clearTimeout(waiting);
    message.textContent = text;
    message.className = kind;
    address.setAttribute('aria-invalid', kind === 'invalid');
  };
  const judge = () => {
    const typed = show();
    const notKept = keep(typed);
    if (plain(address) && !typed) tell(inWords(words.invalid, example), 'invalid');
    else if (typed && !typed.isOurs) tell(inWords(words.foreign, typed.domain, provider) + notKept, 'foreign');
    else if (typed) tell(inWords(words.filled, typed.text) + notKept, 'filled');
    else tell(plain(userName) ? words.named + notKept : '', 'filled');
  };
  for (const input of [address, userName].filter(Boolean)) {
    // While somebody types, values are shown at once, and words only after a pause.
    input.addEventListener('input', () => {
      keep(show());
      clearTimeout(waiting);
      waiting = setTimeout(judge, 1200);
    });
    input.addEventListener('change', judge);
  }
  part('clear').addEventListener('click', () => {
    address.value = '';
    if (userName) userName.value = '';
    keep(show());
    tell(words.cleared, 'filled');
    address.focus();
  });
  // A page that the browser brings back as it was must not know what was forgotten since.
  addEventListener('pageshow', (event) => { if (event.persisted) restore(); });
  restore();
})();
