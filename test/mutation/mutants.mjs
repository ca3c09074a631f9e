import { parseSync } from '@swc/core';

/**
 * @typedef {object} Mutant One small change to a source file.
 * @property {string} kind What is changed: `operator`, `condition`, …
 * @property {number} start Where the changed text begins, in bytes.
 * @property {number} end Where it ends.
 * @property {string} text What takes its place.
 */

const operators = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
  '&': '|',
  '|': '&',
  '<<': '>>',
  '>>': '<<',
  '>>>': '<<',
  '&&': '||',
  '||': '&&',
  '??': '&&',
  '+=': '-=',
  '-=': '+=',
  '|=': '&=',
  '&=': '|=',
};

const methods = { some: 'every', every: 'some', startsWith: 'endsWith', endsWith: 'startsWith' };

const severities = { critical: 'high', high: 'medium', medium: 'high', low: 'medium' };

const leaving = new Set(['ReturnStatement', 'ThrowStatement', 'ContinueStatement', 'BreakStatement']);

/** Every mutant of a TypeScript source, in the order of its text. Types are left as they are. */
export function mutantsOf(source) {
  const bytes = Buffer.from(source);
  const found = [];
  visit(parseSync(source, { syntax: 'typescript', target: 'es2023' }), (node) => {
    for (const mutant of mutantsAt(node, bytes)) found.push(mutant);
  });
  return found.sort((a, b) => a.start - b.start || a.end - b.end || (a.text < b.text ? -1 : 1));
}

/** The source with one mutant in it. */
export function mutated(source, { start, end, text }) {
  const bytes = Buffer.from(source);
  return Buffer.concat([bytes.subarray(0, start), Buffer.from(text), bytes.subarray(end)]).toString();
}

function visit(node, use) {
  if (Array.isArray(node)) {
    for (const each of node) visit(each, use);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  // A type says nothing that runs; of `x as T` and its like only the expression does.
  if (typeof node.type === 'string' && node.type.startsWith('Ts')) {
    if (node.expression !== undefined) visit(node.expression, use);
    return;
  }
  if (node.type === 'ImportDeclaration') return;
  if (typeof node.type === 'string' && node.span !== undefined) use(node);
  for (const [key, value] of Object.entries(node)) {
    // A key is a name, unless it is in brackets.
    if (key !== 'span' && (key !== 'key' || value?.type === 'Computed')) visit(value, use);
  }
}

/** swc counts bytes from one. */
const at = ({ span }) => [span.start - 1, span.end - 1];

function mutantsAt(node, bytes) {
  const [start, end] = at(node);
  const text = bytes.toString('utf8', start, end);
  const replaced = (kind, by, from = start, to = end) => ({ kind, start: from, end: to, text: by });
  switch (node.type) {
    case 'BinaryExpression':
    case 'AssignmentExpression':
      return operatorMutants(node, bytes, replaced);
    case 'IfStatement':
      return [negated(node.test, bytes), ...(leavesOnly(node) ? [replaced('early return', ';')] : [])];
    case 'ConditionalExpression':
      return [negated(node.test, bytes)];
    case 'UnaryExpression':
      return node.operator === '!' ? [replaced('negation', text.slice(1))] : [];
    case 'NumericLiteral':
      return [replaced('constant', `(${text} + 1)`), replaced('constant', `(${text} - 1)`)];
    case 'BooleanLiteral':
      return [replaced('boolean', String(!node.value))];
    case 'StringLiteral':
      return severities[node.value] ? [replaced('severity', `'${severities[node.value]}'`)] : [];
    case 'RegExpLiteral':
      return anchorMutants(text, start);
    case 'CallExpression':
      return callMutants(node, bytes, replaced);
    case 'ExpressionStatement':
    case 'ThrowStatement':
      return [replaced('statement', ';')];
    default:
      return [];
  }
}

function operatorMutants({ operator, left, right }, bytes, replaced) {
  const other = operators[operator];
  if (other === undefined) return [];
  // `??` next to `&&` needs parentheses.
  if (operator === '??') {
    const [a, b] = [left, right].map((each) => bytes.toString('utf8', ...at(each)));
    return [replaced('operator', `((${a}) ${other} (${b}))`)];
  }
  const from = bytes.indexOf(operator, at(left)[1]);
  return from >= 0 && from < at(right)[0] ? [replaced('operator', other, from, from + operator.length)] : [];
}

function negated(test, bytes) {
  const [start, end] = at(test);
  return { kind: 'condition', start, end, text: `!(${bytes.toString('utf8', start, end)})` };
}

function leavesOnly({ consequent, alternate }) {
  if (alternate) return false;
  const only = consequent.type === 'BlockStatement' && consequent.stmts.length === 1 ? consequent.stmts[0] : consequent;
  return leaving.has(only.type);
}

/** A pattern without one of its `^`, `$` and `\b`; `[^…]` and what is escaped are not anchors. */
function anchorMutants(literal, start) {
  const anchors = literal.matchAll(/\\b|\\.|\[\^?(?:\\.|[^\]\\])*\]|[$^]/gs);
  return [...anchors]
    .filter(([anchor]) => anchor === '^' || anchor === '$' || anchor === '\\b')
    .map(({ 0: anchor, index }) => {
      const from = start + Buffer.byteLength(literal.slice(0, index));
      // Without anything left it would be the beginning of a comment.
      return { kind: 'anchor', start: from, end: from + anchor.length, text: /^\/[\^$]\//.test(literal) ? '(?:)' : '' };
    });
}

function callMutants({ callee, arguments: args }, bytes, replaced) {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return [];
  const name = callee.property.value;
  if (Object.hasOwn(methods, name)) return [replaced('method', methods[name], ...at(callee.property))];
  if (name !== 'filter' || args.length !== 1) return [];
  const [from, to] = at(callee.object);
  return [replaced('filter', bytes.toString('utf8', from, to))];
}
