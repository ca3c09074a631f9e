import { type DocumentEvent, EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import type { ScalarStyle, YamlLimits } from './document.ts';
import { type Composed, type Duplicate, type Entry, type Node, UnreadableError } from './node.ts';
import { keyText, resolvePlain, resolveTagged, ScalarError } from './resolve-scalar.ts';

const styles: Record<number, ScalarStyle> = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single-quoted',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double-quoted',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'literal',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'folded',
};

const mergeTag = 'tag:yaml.org,2002:merge';

interface MappingDraft {
  readonly value: Record<string, unknown>;
  readonly entries: Map<string, Entry>;
  /** Keys written in this mapping itself. */
  readonly own: Set<string>;
  size: number;
}

/**
 * Composes the documents of an event stream as go-yaml v2 and sigs.k8s.io/yaml do, which is how kubectl reads: later
 * keys and later merges win, keys become strings, tags on collections mean nothing.
 */
export class Composer {
  readonly #text: string;
  readonly #base: number;
  readonly #events: readonly Event[];
  readonly #limits: YamlLimits;
  #at = 0;
  #anchors = new Map<string, Node | undefined>();
  #aliases = 0;
  #charged = 0;
  #handles = new Map<string, string>();
  #path: (string | number)[] = [];
  #duplicates: Duplicate[] = [];

  /** `text` is the slice the events point into, `base` its offset in the file. */
  constructor(text: string, base: number, events: readonly Event[], limits: YamlLimits) {
    this.#text = text;
    this.#base = base;
    this.#events = events;
    this.#limits = limits;
  }

  /** The next document; undefined after the last. Throws UnreadableError. */
  next(): Composed | undefined {
    const event = this.#events[this.#at];
    if (event?.type !== EVENT_ID.DOCUMENT) return undefined;
    this.#begin(event);
    this.#at++;
    const root = this.#node();
    this.#at++;
    return { root, start: root.start === -1 ? this.#base : root.start, duplicates: this.#duplicates };
  }

  #begin(event: DocumentEvent): void {
    this.#anchors = new Map();
    this.#aliases = 0;
    this.#charged = 0;
    this.#path = [];
    this.#duplicates = [];
    this.#handles = new Map([['!!', 'tag:yaml.org,2002:']]);
    for (const directive of event.directives) {
      if (directive.kind === 'tag') this.#handles.set(directive.handle, directive.prefix);
    }
  }

  #node(isKey = false): Node {
    const event = this.#events[this.#at];
    this.#at++;
    if (event?.type === EVENT_ID.SCALAR) return this.#anchored(event, this.#scalar(event, isKey));
    if (event?.type === EVENT_ID.ALIAS) return this.#alias(event.anchorStart, event.anchorEnd);
    if (event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE) {
      if (event.anchorStart !== -1) this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), undefined);
      const start = this.#base + event.start;
      return this.#anchored(event, event.type === EVENT_ID.MAPPING ? this.#mapping(start) : this.#sequence(start));
    }
    throw new UnreadableError('syntax', this.#base, 'the document ends early');
  }

  #anchored(event: { readonly anchorStart: number; readonly anchorEnd: number }, node: Node): Node {
    if (event.anchorStart !== -1) this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), node);
    return node;
  }

  #scalar(event: ScalarEvent, isKey: boolean): Node {
    const value = this.#scalarValue(event, getScalarValue(this.#text, event));
    if (typeof value === 'number' && !isKey && !Number.isFinite(value)) {
      throw this.#error('syntax', event.valueStart, 'infinity and NaN are no JSON numbers');
    }
    const style = event.valueStart === -1 ? undefined : styles[event.style];
    return { value, start: this.#scalarStart(event), style, size: 1 };
  }

  #scalarValue(event: ScalarEvent, text: string): unknown {
    if (event.tagStart === -1) return event.style === SCALAR_STYLE.PLAIN ? resolvePlain(text) : text;
    try {
      return resolveTagged(this.#tag(event), text);
    } catch (error) {
      if (error instanceof ScalarError) throw this.#error('syntax', event.tagStart, error.message);
      throw error;
    }
  }

  #tag(event: ScalarEvent): string {
    const raw = this.#text.slice(event.tagStart, event.tagEnd);
    if (raw.startsWith('!<')) return raw.slice(2, -1);
    const handleEnd = raw.indexOf('!', 1) + 1;
    const handle = raw.slice(0, handleEnd || 1);
    const suffix = raw.slice(handle.length);
    return (this.#handles.get(handle) ?? handle) + (suffix.includes('%') ? decodeSuffix(suffix) : suffix);
  }

  #scalarStart(event: ScalarEvent): number {
    if (event.valueStart === -1) return -1;
    if (event.style === SCALAR_STYLE.PLAIN) return this.#base + event.valueStart;
    if (event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED) {
      return this.#base + event.valueStart - 1;
    }
    let start = event.valueStart;
    while (start < event.valueEnd && this.#text.charCodeAt(start) === 32) start++;
    return this.#base + start;
  }

  #alias(start: number, end: number): Node {
    const name = this.#text.slice(start, end);
    const at = start - 1;
    this.#aliases++;
    if (this.#aliases > this.#limits.aliases) {
      throw this.#error('aliases', at, `more than ${this.#limits.aliases} aliases in one document (limit aliases)`);
    }
    const target = this.#anchors.get(name);
    if (target === undefined) {
      const detail = this.#anchors.has(name) ? 'an anchor contains itself' : 'an alias names no anchor before it';
      throw this.#error('syntax', at, detail);
    }
    this.#charge(target.size, at);
    return { ...target, start: this.#base + at, style: undefined };
  }

  /** Counts values that stand in the document only through an alias. */
  #charge(size: number, at: number): void {
    this.#charged += size;
    if (this.#charged > this.#limits.expandedNodes) {
      const detail = `aliases expand to more than ${this.#limits.expandedNodes} values (limit expandedNodes)`;
      throw this.#error('aliases', at, detail);
    }
  }

  #sequence(start: number): Node {
    const value: unknown[] = [];
    const items: Node[] = [];
    let size = 1;
    const depth = this.#path.length;
    while (this.#events[this.#at]?.type !== EVENT_ID.POP) {
      this.#path[depth] = items.length;
      const item = this.#node();
      value.push(item.value);
      items.push(item);
      size += item.size;
    }
    this.#path.length = depth;
    this.#at++;
    return { value, start, style: undefined, size, items };
  }

  #mapping(start: number): Node {
    const draft: MappingDraft = { value: Object.create(null), entries: new Map(), own: new Set(), size: 1 };
    const depth = this.#path.length;
    for (let event = this.#events[this.#at]; event?.type !== EVENT_ID.POP; event = this.#events[this.#at]) {
      if (event === undefined) throw new UnreadableError('syntax', start, 'the document ends early');
      if (event.type === EVENT_ID.SCALAR && this.#isMerge(event)) {
        this.#at++;
        this.#path[depth] = '<<';
        this.#merge(draft, this.#base + event.valueStart);
        continue;
      }
      const keyStart = this.#keyStart(event);
      const key = this.#key(event);
      this.#path[depth] = key;
      if (draft.own.has(key)) this.#duplicates.push({ path: this.#path.slice(0, depth + 1), offset: keyStart });
      draft.own.add(key);
      const node = this.#node();
      draft.value[key] = node.value;
      draft.entries.set(key, { keyStart, node });
      draft.size += 1 + node.size;
    }
    this.#path.length = depth;
    this.#at++;
    return { value: draft.value, start, style: undefined, size: draft.size, entries: draft.entries };
  }

  #keyStart(event: Event): number {
    if (event.type === EVENT_ID.SCALAR) {
      const start = this.#scalarStart(event);
      return start === -1 ? this.#base + Math.max(event.tagStart, event.anchorStart - 1, 0) : start;
    }
    if (event.type === EVENT_ID.ALIAS) return this.#base + event.anchorStart - 1;
    return 'start' in event ? this.#base + event.start : this.#base;
  }

  #key(event: Event): string {
    const node = this.#node(true);
    const text = event.type === EVENT_ID.SCALAR && event.valueStart !== -1 ? getScalarValue(this.#text, event) : '';
    const key = keyText(node.value, text);
    if (key === undefined) {
      throw new UnreadableError('syntax', this.#keyStart(event), 'a mapping key is no string, number or boolean');
    }
    return key;
  }

  #isMerge(event: ScalarEvent): boolean {
    if (event.valueEnd - event.valueStart !== 2 || this.#text.charCodeAt(event.valueStart) !== 60) return false;
    if (getScalarValue(this.#text, event) !== '<<') return false;
    if (event.tagStart === -1) return event.style === SCALAR_STYLE.PLAIN;
    const tag = this.#tag(event);
    return tag === mergeTag || tag === '!';
  }

  #merge(draft: MappingDraft, at: number): void {
    const isSequence = this.#events[this.#at]?.type === EVENT_ID.SEQUENCE;
    const source = this.#node();
    // Earlier ones of a list take precedence: they are merged last.
    const sources = isSequence ? [...(source.items ?? [])].reverse() : [source];
    for (const one of sources) {
      if (one.entries === undefined) {
        throw new UnreadableError('syntax', at, 'a merge key wants a mapping or a list of mappings');
      }
      this.#charge(one.entries.size, at - this.#base);
      for (const [key, entry] of one.entries) {
        draft.value[key] = entry.node.value;
        draft.entries.set(key, entry);
        draft.size += entry.node.size;
      }
    }
  }

  #error(reason: 'syntax' | 'aliases', at: number, detail: string): UnreadableError {
    return new UnreadableError(reason, this.#base + at, detail);
  }
}

/** Whether a composed document is no document: nothing is written in it. */
export function isEmpty(composed: Composed): boolean {
  return composed.root.value === null && composed.root.start === -1;
}

function decodeSuffix(suffix: string): string {
  try {
    return decodeURIComponent(suffix);
  } catch {
    return suffix;
  }
}
