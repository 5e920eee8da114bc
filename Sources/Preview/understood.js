// Source and understanding light each other: where the pointer or the focus is on one, the other shows.
(() => {
  'use strict';
  const facts = new Map();
  for (const fact of document.querySelectorAll('[data-fact]')) facts.set(fact.dataset.fact, fact);
  const stretches = new Map();
  for (const stretch of document.querySelectorAll('[data-facts]')) {
    for (const number of stretch.dataset.facts.split(' ')) {
      if (!stretches.has(number)) stretches.set(number, []);
      stretches.get(number).push(stretch);
    }
  }
  const length = (number) =>
    stretches.get(number).reduce((sum, stretch) => sum + stretch.textContent.length, 0);

  function light(parts) {
    for (const lit of document.querySelectorAll('.lit, .near')) lit.classList.remove('lit', 'near');
    for (const [part, name] of parts) part.classList.add(name);
  }

  // Only the column scrolls, never the page.
  function reveal(part) {
    const column = part.closest('section');
    const { top, bottom } = part.getBoundingClientRect();
    const frame = column.getBoundingClientRect();
    if (top < frame.top || bottom > frame.bottom) {
      column.scrollBy({ top: top - frame.top - frame.height / 3 });
    }
  }

  function fromFact(fact) {
    const own = stretches.get(fact.dataset.fact) ?? [];
    light([[fact, 'lit'], ...own.map((stretch) => [stretch, 'lit'])]);
    if (own.length) reveal(own[0]);
  }

  function fromSource(stretch) {
    // The shortest fact is what the words mean; the others are what they stand in.
    const numbers = stretch.dataset.facts.split(' ').sort((a, b) => length(a) - length(b));
    const parts = numbers.map((number, rank) => [facts.get(number), rank ? 'near' : 'lit']);
    light([...parts, ...stretches.get(numbers[0]).map((own) => [own, 'lit'])]);
    reveal(facts.get(numbers[0]));
  }

  for (const name of ['pointerover', 'focusin']) {
    document.addEventListener(name, (event) => {
      const fact = event.target.closest?.('[data-fact]');
      if (fact) return fromFact(fact);
      const stretch = event.target.closest?.('[data-facts]');
      if (stretch) fromSource(stretch);
    });
  }
})();
