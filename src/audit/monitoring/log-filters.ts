import type { Loosening } from '../../kube/loosening.ts';
import { canonical, list, type Mapping, mapping, scalarText } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { isOfSecurity } from './worth.ts';

/** A section of a configuration of Fluent Bit; names of fields and kinds are the same in any case of letters. */
export interface LogSection {
  readonly kind: 'input' | 'filter' | 'output' | 'other';
  /** The first value of a field; empty where it has none. */
  readonly field: (name: string) => string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** Entries that are left out of a stream of logs. */
export interface LogDrop {
  /** The tags it is for, with `*` for anything. */
  readonly of: string;
  /** By what: `exclude user bob`. */
  readonly by: string;
}

/** The sections of a configuration in Fluent Bit's own format. */
export function sectionsOf(text: string): readonly LogSection[] {
  const sections: { readonly name: string; readonly fields: [string, string][] }[] = [];
  for (const line of text.split('\n')) {
    const name = /^[ \t]*\[(\w+)\][ \t\r]*$/.exec(line)?.[1];
    if (name !== undefined) sections.push({ name, fields: [] });
    const [, key, value] = /^[ \t]*([\w.]+)[ \t]+(\S.*)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) sections.at(-1)?.fields.push([key, value.trim()]);
  }
  return sections.map(({ name, fields }) => sectionOf(name, fields));
}

/** The same of its format in YAML (`pipeline`), where a field may have several values. */
export function sectionsOfMapping(pipeline: Mapping): readonly LogSection[] {
  return ['input', 'filter', 'output'].flatMap((name) =>
    list(pipeline[`${name}s`]).map((each) => {
      const fields = Object.entries(mapping(each)).flatMap(([key, value]) =>
        (Array.isArray(value) ? value : [value]).map((item): [string, string] => [key, scalarText(item)]),
      );
      return sectionOf(name, fields);
    }),
  );
}

function sectionOf(name: string, all: readonly (readonly [string, string])[]): LogSection {
  const kind = name.toLowerCase();
  const fields = all.map(([key, value]) => [key.toLowerCase(), value] as const);
  return {
    kind: kind === 'input' || kind === 'filter' || kind === 'output' ? kind : 'other',
    field: (wanted) => fields.find(([key]) => key === wanted)?.[1] ?? '',
    fields,
  };
}

/** The tags that an output or a filter is for; an expression in slashes. */
export function matchOf({ field }: LogSection): string {
  const expression = field('match_regex');
  return field('match') || (expression === '' ? '' : `/${expression}/`);
}

/** What a filter of Fluent Bit leaves out: `grep` by an expression, `throttle` what comes too fast. */
export function dropsOf(filter: LogSection): readonly LogDrop[] {
  const of = matchOf(filter);
  const name = filter.field('name').toLowerCase();
  if (name === 'throttle') return [{ of, by: `throttle to ${filter.field('rate') || '1'}` }];
  if (name !== 'grep') return [];
  return filter.fields.flatMap(([key, value]) =>
    key === 'exclude' || key === 'regex' ? { of, by: `${key} ${value.replace(/\s+/g, ' ')}` } : [],
  );
}

/** What filters of Fluentd leave out (`<filter audit.**>`, `@type grep`); without a pattern they are for everything. */
export function dropsOfFluentd(text: string): readonly LogDrop[] {
  return sectionsOfFluentd(text, 'filter').flatMap((own) => {
    if (!/^[ \t]*@?type[ \t]+grep\b/m.test(own)) return [];
    const of = own.slice(0, Math.max(0, own.indexOf('>'))).trim() || '**';
    return own
      .split(/^[ \t]*<(?=exclude|regexp)/m)
      .slice(1)
      .map((part) => {
        const kind = part.startsWith('exclude') ? 'exclude' : 'regex';
        return { of, by: `${kind} ${parameter(part, 'key')} ${parameter(part, 'pattern')}` };
      });
  });
}

/** The tags of what Fluentd reads about security (`<source>`). */
export function streamsOfFluentd(text: string): readonly string[] {
  return sectionsOfFluentd(text, 'source').flatMap((own) => {
    const tag = parameter(own, 'tag');
    return isOfSecurity(`${tag} ${parameter(own, 'path')}`) ? tag : [];
  });
}

function sectionsOfFluentd(text: string, name: 'filter' | 'source'): readonly string[] {
  return text
    .split(new RegExp(`^[ \\t]*<${name}\\b`, 'm'))
    .slice(1)
    .map((section) => section.split(`</${name}>`, 1)[0] ?? '');
}

function parameter(section: string, name: string): string {
  return new RegExp(`^[ \\t]*${name}[ \\t]+(\\S.*)$`, 'm').exec(section)?.[1]?.trim() ?? '';
}

/** Of more streams than this, every filter counts as one of them. */
const mostStreams = 200;

/** What is newly left out of logs about security. `isMoved` tells whether another place left it out before, and no longer does. */
export function dropsAdded(
  before: readonly LogDrop[],
  after: readonly LogDrop[],
  streams: readonly string[],
  isMoved: (drop: LogDrop) => boolean,
): readonly Loosening[] {
  const known = new Set(before.map(canonical));
  const different = [...new Set(streams)];
  const isOfStream = ({ of }: LogDrop) =>
    different.length > mostStreams || different.some((stream) => mayMatch(of, stream));
  const added = after.filter(
    (drop) => !known.has(canonical(drop)) && !isMoved(drop) && (isOfSecurity(drop.of) || isOfStream(drop)),
  );
  if (added.length === 0) return [];
  const names = added.map(({ of, by }) => `of ${of} (${by})`);
  return [
    {
      what: `newly leaves out entries ${enumerate(names)}`,
      remedy: 'Send all of these logs, and leave out what nobody needs where they are looked at.',
      severity: 'medium',
      path: [],
      subject: ['drops', ...names.sort()],
    },
  ];
}

/** What a template or a variable makes of a tag, alternatives (`{a,b}`) and expressions are not read: they may be for any. */
const unread = /^\/|[{}]|\$\(/;

/** Whether one of several patterns may be for the tags of a stream, which may have a `*` as well: an input puts the path of its file there. */
function mayMatch(patterns: string, stream: string): boolean {
  if (unread.test(patterns) || unread.test(stream)) return true;
  return patterns
    .split(/\s+/)
    .some((pattern) => (stream.includes('*') ? mayMeet(pattern, stream) : isMatch(pattern, stream)));
}

/** Whether two patterns begin and end alike, so that a tag may fit both. */
function mayMeet(one: string, other: string): boolean {
  const [begins, ends] = [
    [one, other].map((each) => each.split('*', 1)[0] ?? ''),
    [one, other].map((each) => each.slice(each.lastIndexOf('*') + 1)),
  ] as const;
  const isPrefix = ([a = '', b = '']: readonly string[]) => a.startsWith(b) || b.startsWith(a);
  const isSuffix = ([a = '', b = '']: readonly string[]) => a.endsWith(b) || b.endsWith(a);
  return isPrefix(begins) && isSuffix(ends);
}

/** Whether a tag fits a pattern, in which `*` is anything; each part is looked for once, from the left. */
function isMatch(pattern: string, tag: string): boolean {
  const [first = '', ...parts] = pattern.split(/\*+/);
  if (!tag.startsWith(first)) return false;
  const last = parts.pop();
  if (last === undefined) return tag === pattern;
  let at = first.length;
  for (const part of parts) {
    const found = tag.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return tag.length - last.length >= at && tag.endsWith(last);
}
