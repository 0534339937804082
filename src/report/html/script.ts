/** What the page does beyond being read. It works on what is there and makes nothing up; without it all is shown. */
export const SCRIPT = String.raw`
(() => {
  'use strict';
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = document.getElementById('filter');
  if (!form) return;

  const output = document.getElementById('count');
  const none = document.getElementById('none');
  const expand = document.getElementById('expand');
  const reset = form.querySelector('[type=reset]');
  const keys = document.getElementById('keys');
  const search = form.elements.q;
  const specsOf = (item, group) => {
    const shared = all('[data-spec]', item).map((place) => place.dataset.spec);
    return shared.length > 0 ? shared : [group.dataset.spec];
  };
  const groups = all('.group').map((node) => ({
    node,
    said: node.querySelector('.n'),
    items: all('.f', node).map((item) => ({
      node: item,
      details: item.firstElementChild,
      ...item.dataset,
      specs: specsOf(item, node),
      text: (item.textContent + ' ' + node.firstElementChild.textContent).toLowerCase(),
    })),
  }));
  for (const group of groups) group.total = group.items.reduce((sum, { specs }) => sum + specs.length, 0);
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  const folds = all('.closed').map((node) => ({ node, groups: groups.filter((group) => node.contains(group.node)) }));
  const items = groups.flatMap((group) => group.items);
  const counted = (number) => number + (number === 1 ? ' finding' : ' findings');

  /* The filter, as the form has it and as the address has it. */

  let isNarrowed = false;

  const CHOICES = ['kind', 'status', 'spec'];

  function filter() {
    const data = new FormData(form);
    const chosen = CHOICES.map((name) => [name, data.get(name) || '']).filter(([, value]) => value !== '');
    const words = String(data.get('q')).toLowerCase().split(/\s+/).filter(Boolean);
    const query = String(data.get('q')).trim();
    return { words, severities: data.getAll('severity'), chosen, spec: data.get('spec') || '', query };
  }

  function isWanted(item, { words, severities, chosen }) {
    return (
      (severities.length === 0 || severities.includes(item.severity)) &&
      chosen.every(([name, value]) => (name === 'spec' ? item.specs.includes(value) : item[name] === value)) &&
      words.every((word) => item.text.includes(word))
    );
  }

  function apply() {
    const asked = filter();
    isNarrowed = asked.words.length + asked.severities.length + asked.chosen.length > 0;
    let shown = 0;
    for (const group of groups) {
      let here = 0;
      for (const item of group.items) {
        const hidden = !isWanted(item, asked);
        if (item.node.hidden !== hidden) item.node.hidden = hidden;
        if (!hidden) here += asked.spec === '' ? item.specs.length : 1;
      }
      group.shown = here;
      group.node.hidden = here === 0;
      group.said.textContent = here === group.total ? counted(here) : here + ' of ' + counted(group.total);
      shown += here;
    }
    for (const { node, groups: within } of folds) {
      const some = within.some((group) => group.shown > 0);
      node.hidden = !some;
      node.open = isNarrowed && some;
    }
    output.textContent = isNarrowed ? shown + ' of ' + counted(total) : counted(total);
    none.hidden = shown > 0;
    reset.hidden = !isNarrowed;
    sayExpand();
    return asked;
  }

  function remember({ query, severities, chosen }) {
    const hash = new URLSearchParams();
    if (query !== '') hash.set('q', query);
    if (severities.length > 0) hash.set('severity', severities.join(','));
    for (const [name, value] of chosen) hash.set(name, value);
    const text = hash.toString();
    try {
      history.replaceState(null, '', text === '' ? location.pathname + location.search : '#' + text);
    } catch {
      /* A page in a frame without an origin has no address to keep it in. */
    }
  }

  function isFilter(hash) {
    return /^#(q|severity|kind|status|spec)=/.test(hash);
  }

  function recall() {
    const hash = new URLSearchParams(isFilter(location.hash) ? location.hash.slice(1) : '');
    const severities = (hash.get('severity') || '').split(',');
    search.value = hash.get('q') || '';
    for (const box of all('[name=severity]', form)) box.checked = severities.includes(box.value);
    for (const name of CHOICES) {
      const select = form.elements[name];
      if (!select) continue;
      select.value = hash.get(name) || '';
      if (select.selectedIndex < 0) select.selectedIndex = 0;
    }
    apply();
  }

  let timer;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => remember(apply()), 120);
  };

  /* Opening and closing. */

  const visible = () => items.filter(({ node }) => !node.hidden && !node.closest('details.closed:not([open])'));

  const wanted = () => items.filter(({ node }) => !node.hidden);

  const isAllOpen = () => wanted().length > 0 && wanted().every(({ details }) => details.open);

  function sayExpand() {
    expand.textContent = isAllOpen() ? 'Collapse all' : 'Expand all';
  }

  let isAsked = false;

  /* Opening all is as many events; one answer to them is enough. */
  function sayExpandSoon() {
    if (isAsked) return;
    isAsked = true;
    setTimeout(() => {
      isAsked = false;
      sayExpand();
    });
  }

  function toggleAll() {
    const open = !isAllOpen();
    for (const { details } of wanted()) details.open = open;
    for (const { node } of folds) node.open = open || isNarrowed;
    sayExpand();
  }

  function openTarget() {
    const target = isFilter(location.hash) ? null : document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.closest('[hidden]')) form.reset();
    if (target.closest('[hidden]')) apply();
    for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    if (target.matches('.f')) target.firstElementChild.open = true;
    target.scrollIntoView({ block: 'start' });
  }

  /* Copying. */

  function addCopy(code) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    button.setAttribute('aria-label', 'Copy the command');
    button.addEventListener('click', () => copy(code, button));
    code.after(' ', button);
  }

  async function copy(code, button) {
    button.textContent = (await isCopied(code)) ? 'Copied' : 'Press Ctrl+C';
    setTimeout(() => {
      button.textContent = 'Copy';
    }, 1500);
  }

  async function isCopied(code) {
    try {
      await navigator.clipboard.writeText(code.textContent);
      return true;
    } catch {
      getSelection().selectAllChildren(code);
      return document.execCommand('copy');
    }
  }

  /* Keys. */

  const isTyping = (target) => target.matches('select, textarea, input:not([type=checkbox])');

  function move(step) {
    const shown = visible();
    const at = shown.findIndex(({ node }) => node.contains(document.activeElement));
    const next = shown[at < 0 ? (step > 0 ? 0 : shown.length - 1) : at + step];
    if (next) next.details.firstElementChild.focus();
  }

  function leaveSearch() {
    if (search.value !== '') {
      search.value = '';
      later();
    } else search.blur();
  }

  const ON_KEY = { '/': () => search.focus(), j: () => move(1), k: () => move(-1), e: toggleAll };

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Escape' && event.target === search) return leaveSearch();
    const act = Object.hasOwn(ON_KEY, event.key) ? ON_KEY[event.key] : undefined;
    if (!act || isTyping(event.target) || !keys.querySelector('input').checked) return;
    event.preventDefault();
    act();
  }

  /* Paper has no folds. */

  let closed = [];
  addEventListener('beforeprint', () => {
    closed = all('details:not([open])');
    for (const details of closed) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of closed) details.open = false;
  });

  form.addEventListener('input', later);
  form.addEventListener('submit', (event) => event.preventDefault());
  /* The browser empties the form after its event: what is pressed next must meet the emptied one. */
  reset.addEventListener('click', (event) => {
    event.preventDefault();
    form.reset();
    remember(apply());
  });
  expand.addEventListener('click', toggleAll);
  document.addEventListener('keydown', onKey);
  document.addEventListener('toggle', sayExpandSoon, true);
  addEventListener('hashchange', () => (isFilter(location.hash) || location.hash === '' ? recall() : openTarget()));
  for (const code of all('.cmd')) addCopy(code);
  form.hidden = false;
  keys.hidden = false;
  recall();
  openTarget();
})();
`;
