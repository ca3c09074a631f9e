import { templateActions } from './conditions.ts';

/** What `helm template` answers otherwise than a cluster would, or otherwise each time. */
export const unknowable =
  /\.Capabilities\b|\.Release\.(?:Is\w+|Revision|Service)\b|\b(?:lookup|now|ago|date\w*|unixEpoch|uuidv4|rand\w+|shuffle|getHostByName|gen\w+)\b/;

/** The same but for the version of Kubernetes, which is known where a chart is rendered, and which charts leave out by it what an older one does not know. */
export const leftOpen =
  /\.Capabilities\.APIVersions\b|\.Release\.(?:Is\w+|Revision|Service)\b|\b(?:lookup|now|ago|date\w*|unixEpoch|uuidv4|rand\w+|shuffle|getHostByName)\b/;

/**
 * What whoever installs a chart decides, or its cluster. The version of Kubernetes is not among them: that is known, where the chart is
 * rendered, and charts leave out by it what an older one does not know.
 */
const decided =
  /\.Capabilities\.APIVersions\b|\.Release\.\w+|\b(?:lookup|now|ago|date\w*|unixEpoch|uuidv4|rand\w+|shuffle|getHostByName)\b/;

/** One way in which a chart may be installed. */
interface Way {
  readonly isUpgrade: boolean;
  /** What all else is that nobody knows before. */
  readonly isSo: boolean;
}

const one: Way = { isUpgrade: false, isSo: false };
const ways: readonly Way[] = [
  one,
  { isUpgrade: true, isSo: false },
  { isUpgrade: false, isSo: true },
  { isUpgrade: true, isSo: true },
];

/**
 * The texts of a template as it is installed in one way or another: of each condition that only an installation decides the branch
 * that is taken then, and blanks in place of the others; other conditions keep all their branches. None where nothing hangs on that.
 */
export function installedWays(text: string): readonly string[] {
  return [...new Set(eachWay(text))].filter((each) => each !== text);
}

/** The same, one text for each way, in one order for every template; none where nothing hangs on how it is installed. */
export function eachWay(text: string): readonly string[] {
  if (!decided.test(text)) return [];
  const actions = [...templateActions(text)];
  const variables = assignments(actions.map(({ code }) => code));
  const isDecided = (code: string) =>
    /^(?:if|with|range|else)\b/.test(code) && truthOf(code, variables, one, 0) !== undefined;
  if (!actions.some(({ code }) => isDecided(code) || statedBy(code, () => true) !== undefined)) return [];
  return ways.map((way) => oneWay(text, actions, (condition) => truthOf(condition, variables, way, 0)));
}

type Actions = readonly { readonly offset: number; readonly end: number; readonly code: string }[];
/** Undefined is what values decide. */
type Truth = boolean | undefined;

interface Block {
  /** Whether one of its branches so far is taken. */
  isTaken: Truth;
  /** Whether the installation decides between its branches. */
  isDecided: boolean;
  /** Whether the branch that is open is left out. */
  isOut: boolean;
}

function oneWay(text: string, actions: Actions, truth: (condition: string) => Truth): string {
  const kept: string[] = [];
  const open = new OpenBlocks(truth);
  let done = 0;
  for (const { offset, end, code } of actions) {
    const [before, own] = [text.slice(done, offset), text.slice(offset, end)];
    kept.push(open.isOut ? blank(before) : before);
    // An action that only turns to another branch is in none.
    const isBlank = open.enter(code) || open.isOut;
    kept.push(isBlank ? blank(own) : (statedBy(code, truth)?.padEnd(own.length) ?? own));
    done = end;
  }
  const rest = text.slice(done);
  return [...kept, open.isOut ? blank(rest) : rest].join('');
}

/** The blocks around a place of a template. */
class OpenBlocks {
  readonly #truth: (condition: string) => Truth;
  readonly #blocks: Block[] = [];
  #out = 0;

  constructor(truth: (condition: string) => Truth) {
    this.#truth = truth;
  }

  /** Whether the branch of one of them is left out. */
  get isOut(): boolean {
    return this.#out > 0;
  }

  /** Opens, turns or closes a block; whether the action only says what an installation decides. */
  enter(code: string): boolean {
    const [, word = '', rest = ''] = /^(if|with|range|define|block|else|end)\b\s*([\s\S]*)$/.exec(code) ?? [];
    if (word === '') return false;
    if (word === 'end') return this.#close();
    if (word === 'else') return this.#turn(rest);
    const is = word === 'define' || word === 'block' ? undefined : this.#truth(rest);
    this.#blocks.push({ isTaken: is, isDecided: is !== undefined, isOut: is === false });
    if (is === false) this.#out++;
    return is !== undefined;
  }

  #close(): boolean {
    const last = this.#blocks.pop();
    if (last?.isOut === true) this.#out--;
    return last?.isDecided === true;
  }

  #turn(rest: string): boolean {
    const last = this.#blocks.at(-1);
    if (last === undefined) return false;
    const is = rest === '' ? true : this.#truth(rest.replace(/^(?:if|with)\s+/, ''));
    if (last.isOut) this.#out--;
    last.isOut = last.isTaken === true || is === false;
    if (last.isOut) this.#out++;
    last.isTaken = either([last.isTaken, is]);
    if (is === undefined) last.isDecided = false;
    return last.isDecided;
  }
}

const choice = /^ternary\s+("[^"\\]*"|\w+)\s+("[^"\\]*"|\w+)\s+(.+)$/s;
const chosenLast = /^([^|]+)\|\s*ternary\s+("[^"\\]*"|\w+)\s+("[^"\\]*"|\w+)$/s;

/** What an action writes that says how the chart is installed, or one of two texts by that. */
function statedBy(code: string, truth: (condition: string) => Truth): string | undefined {
  const [, own = code, , isQuoted] = /^(.*?)(\s*\|\s*(quote|squote))?$/s.exec(code) ?? [];
  const written = (value: string) => (isQuoted === undefined ? value : `"${value}"`);
  if (/^\$?\.Release\.Is(?:Install|Upgrade)$/.test(own)) return written(String(truth(own)));
  const [, yes = '', no = '', condition] = choice.exec(own) ?? [];
  const [, other, first = yes, last = no] = chosenLast.exec(own) ?? [];
  const is = truth(condition ?? other ?? '');
  return is === undefined ? undefined : written((is ? first : last).replaceAll('"', ''));
}

/** Deeper conditions, and variables of variables, are taken as a whole. */
const deepest = 20;

function truthOf(condition: string, variables: ReadonlyMap<string, string>, way: Way, depth: number): Truth {
  const code = bare(condition);
  const own = variables.get(code);
  if (own !== undefined && depth < deepest) return truthOf(own, variables, way, depth + 1);
  if (/^\$?\.Release\.IsUpgrade$/.test(code)) return way.isUpgrade;
  if (/^\$?\.Release\.IsInstall$/.test(code)) return !way.isUpgrade;
  const [word, ...rest] = partsOf(code);
  if (depth < deepest && (word === 'not' || word === 'and' || word === 'or')) {
    const parts = rest.map((each) => truthOf(each, variables, way, depth + 1));
    if (word === 'not') return parts[0] === undefined ? undefined : !parts[0];
    if (word === 'or') return either(parts);
    return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
  }
  const names = [...code.matchAll(/\$\w+/g)].map(([name]) => variables.get(name) ?? '');
  return decided.test(code) || names.some((each) => decided.test(each)) ? way.isSo : undefined;
}

function either(parts: readonly Truth[]): Truth {
  return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
}

/** Without parentheses around all of it. */
function bare(condition: string): string {
  let code = condition.trim();
  while (code.startsWith('(') && partsOf(code).length === 1 && code.endsWith(')')) code = code.slice(1, -1).trim();
  return code;
}

/** The words of an expression, each pair of parentheses or quotes one of them; all of it where it is a pipeline. */
function partsOf(code: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let word = '';
  for (const [part] of code.matchAll(/"(?:[^"\\]|\\.)*"|`[^`]*`|\s+|[\s\S]/g)) {
    if (part === '(') depth++;
    if (part === ')') depth--;
    if (part === '|' && depth === 0) return [code];
    if (/^\s/.test(part) && depth === 0) {
      if (word !== '') parts.push(word);
      word = '';
    } else word += part;
  }
  return word === '' ? parts : [...parts, word];
}

/** What variables are set to, those that are set once. */
function assignments(codes: readonly string[]): ReadonlyMap<string, string> {
  const set = new Map<string, string | undefined>();
  for (const code of codes) {
    const [, name, value] = /^(?:(?:if|with)\s+)?(\$\w{1,100})\s{0,20}:?=\s{0,20}([\s\S]+)$/.exec(code) ?? [];
    if (name !== undefined) set.set(name, set.has(name) ? undefined : value);
  }
  return new Map([...set].flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
}

function blank(part: string): string {
  return part.replaceAll(/[^\n]/g, ' ');
}
