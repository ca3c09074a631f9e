/**
 * The script of report.html: search, order and groups of the findings, and the way to one by its address. It reads the page and
 * writes text only, never HTML; the page reads whole without it.
 */
export const pageScript = `(() => {
  'use strict';
  const by = (id) => document.getElementById(id);
  const list = by('list');
  let restore = () => {};
  const open = () => {
    const id = location.hash.slice(1);
    if (id.startsWith('f-') && !by(id)) restore();
    const target = id === '' ? null : by(id);
    const details = target && target.classList.contains('finding') ? target.querySelector('details') : null;
    if (details) { details.open = true; target.scrollIntoView({ block: 'start' }); }
  };
  addEventListener('hashchange', open);
  addEventListener('beforeprint', () => { for (const each of document.querySelectorAll('details')) each.open = true; });
  if (!list) return;
  const severities = ['critical', 'high', 'medium', 'low'];
  const textOf = (element, selector) => { const found = element.querySelector(selector); return found ? found.textContent : ''; };
  const items = [...list.children].map((element, index) => ({
    element, index,
    severity: severities.findIndex((each) => element.classList.contains(each)),
    blocks: element.classList.contains('blocks'),
    rule: textOf(element, '.rule'),
    file: textOf(element, '.place').replace(/:\\d+:\\d+$/, ''),
    scope: textOf(element, '.scope'),
    words: undefined,
  }));
  const collator = new Intl.Collator('en', { numeric: true });
  const compare = {
    '': (a, b) => a.index - b.index,
    rule: (a, b) => collator.compare(a.rule, b.rule) || a.index - b.index,
    file: (a, b) => collator.compare(a.file, b.file) || a.index - b.index,
  };
  const [search, group, sort, fold, shown] = ['search', 'group', 'sort', 'fold', 'shown'].map(by);
  const isOn = (id, otherwise) => { const box = by(id); return box ? box.checked : otherwise; };
  const matches = (item, words) => {
    if (words.length === 0) return true;
    if (item.words === undefined) item.words = item.element.textContent.toLowerCase();
    return words.every((word) => item.words.includes(word));
  };
  const nameOf = { severity: (item) => severities[item.severity], rule: (item) => item.rule, file: (item) => item.file || 'no file', scope: (item) => item.scope || 'no scope' };
  const update = () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const levels = severities.map((each) => isOn('show-' + each, true));
    const blocking = isOn('only-blocking', false);
    const visible = items.filter((item) => levels[item.severity] && (!blocking || item.blocks) && matches(item, words));
    const order = compare[sort.value];
    visible.sort((a, b) => (group.value ? compareGroup(a, b) : 0) || order(a, b));
    const rows = document.createDocumentFragment();
    let head = { name: undefined };
    for (const item of visible) {
      const name = group.value ? nameOf[group.value](item) : undefined;
      if (name !== head.name) {
        head = { name, number: 0, element: document.createElement('li') };
        head.element.className = 'group';
        rows.append(head.element);
      }
      if (head.element) head.element.textContent = name + ' (' + ++head.number + ')';
      rows.append(item.element);
    }
    list.replaceChildren(rows);
    shown.textContent = visible.length === items.length ? '' : visible.length + ' of ' + items.length + ' shown';
  };
  const compareGroup = (a, b) => {
    if (group.value === 'severity') return a.severity - b.severity;
    const name = nameOf[group.value];
    return collator.compare(name(a), name(b));
  };
  let waiting;
  search.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(update, items.length > 500 ? 150 : 0); });
  for (const control of [group, sort]) control.addEventListener('change', update);
  for (const box of document.querySelectorAll('.boxes input')) box.addEventListener('change', update);
  fold.addEventListener('click', () => {
    const isOpen = fold.getAttribute('aria-pressed') !== 'true';
    fold.setAttribute('aria-pressed', String(isOpen));
    for (const item of items) item.element.firstElementChild.open = isOpen;
  });
  restore = () => {
    search.value = '';
    for (const box of document.querySelectorAll('.boxes input')) box.checked = box.defaultChecked;
    update();
  };
  by('tools').hidden = false;
  if ([...document.querySelectorAll('.boxes input')].some((box) => box.checked !== box.defaultChecked)) update();
  open();
})();
`;
