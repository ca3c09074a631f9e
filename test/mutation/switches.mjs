import { parseSync } from '@swc/core';

/** What a mutant can be switched on in: an expression that may be in parentheses, a statement, or a pattern. */
const isExpression = (type) =>
  /(?:Expression|Literal)$/.test(type) || type === 'Identifier' || type === 'TsNonNullExpression';

/** Parts of a node that are names or targets, or whose parentheses would end a chain of `?.` or lose `this`. */
const closed = {
  ArrowFunctionExpression: ['params'],
  AssignmentExpression: ['left'],
  AssignmentPattern: ['left'],
  CallExpression: ['callee'],
  ClassMethod: ['key', 'params'],
  ClassProperty: ['key'],
  ForInStatement: ['left'],
  ForOfStatement: ['left'],
  KeyValuePatternProperty: ['key'],
  KeyValueProperty: ['key'],
  MemberExpression: ['object', 'property'],
  MethodProperty: ['key'],
  NewExpression: ['callee'],
  OptionalChainingExpression: ['base'],
  TaggedTemplateExpression: ['tag'],
  TsNonNullExpression: ['expression'],
  UpdateExpression: ['argument'],
};

/**
 * The source with all these mutants in it, each behind a switch: `globalThis.mutants.on(id)`. Mutants are `{ id, kind, start, end, text }` as
 * mutantsOf gives them. One that has no place for a switch is left out.
 */
export function withSwitches(source, mutants) {
  const bytes = Buffer.from(source);
  const hosts = new Map();
  const places = placesOf(parseSync(source, { syntax: 'typescript', target: 'es2023' }));
  for (const mutant of mutants) {
    const isStatement = mutant.text === ';';
    const place = places.find(
      ({ start, end, type }) =>
        start <= mutant.start &&
        mutant.end <= end &&
        (isStatement ? start === mutant.start && type === 'statement' : type !== 'statement'),
    );
    if (place === undefined) continue;
    const key = `${place.type === 'statement' ? 's' : 'e'}${place.start} ${place.end}`;
    const host = hosts.get(key) ?? { ...place, mutants: [], within: [] };
    host.mutants.push(mutant);
    hosts.set(key, host);
  }
  const root = { start: 0, end: bytes.length, type: 'root', mutants: [], within: [] };
  const open = [root];
  for (const host of [...hosts.values()].sort(
    (a, b) => a.start - b.start || b.end - a.end || (a.type === 'statement' ? -1 : 1),
  )) {
    while (open.at(-1).end <= host.start) open.pop();
    open.at(-1).within.push(host);
    open.push(host);
  }
  return rendered(root, bytes);
}

/** Where a switch can be, innermost first. */
function placesOf(module) {
  const found = [];
  visit(module, true, found);
  return found.sort((a, b) => a.end - a.start - (b.end - b.start));
}

/** `isOpen` where an expression may be put in parentheses. */
function visit(node, isOpen, found) {
  if (typeof node !== 'object' || node === null || node.type === 'ImportDeclaration') return;
  const place = typeof node.type === 'string' ? placeOf(node, isOpen) : undefined;
  if (place !== undefined) found.push(place);
  for (const [key, value] of Object.entries(node)) {
    if (key === 'span' || (isOfTypes(node) && key !== 'expression')) continue;
    visit(value, typeof node.type === 'string' ? !closed[node.type]?.includes(key) : isOpen, found);
  }
}

/** What only a compiler reads, but for the expression in `a as B` and `a!`. */
const isOfTypes = ({ type }) => typeof type === 'string' && type.startsWith('Ts');

function placeOf({ type, span }, isOpen) {
  if (span === undefined) return undefined;
  // swc counts bytes from one.
  const place = { start: span.start - 1, end: span.end - 1 };
  if (/Statement$/.test(type)) return { ...place, type: 'statement' };
  if (!isOpen || !isExpression(type)) return undefined;
  return { ...place, type: type === 'RegExpLiteral' ? 'pattern' : 'expression' };
}

function rendered({ start, end, type, mutants, within }, bytes) {
  let original = '';
  let from = start;
  for (const host of within) {
    original += bytes.toString('utf8', from, host.start) + rendered(host, bytes);
    from = host.end;
  }
  original += bytes.toString('utf8', from, end);
  const plain = ({ start: first, end: last, text }) =>
    bytes.toString('utf8', start, first) + text + bytes.toString('utf8', last, end);
  if (type === 'root') return original;
  if (type === 'statement') return `{ if (!globalThis.mutants?.on(${mutants[0].id})) ${original} }`;
  if (type === 'pattern') {
    const list = mutants.map((mutant) => `[${mutant.id}, ${plain(mutant)}]`).join(', ');
    return `(globalThis.mutants?.pattern(${original}, [${list}]) ?? ${original})`;
  }
  return `(${mutants.map((mutant) => `globalThis.mutants?.on(${mutant.id}) ? (${plain(mutant)}) : `).join('')}(${original}))`;
}
