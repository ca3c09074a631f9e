import {
  COLLECTION_STYLE,
  type DocumentEvent,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import type { YamlLimits } from './document.ts';
import { type Composed, type Duplicate, duplicatesKept, type Entry, type Node, UnreadableError } from './node.ts';
import type { SliceEvents } from './parse-events.ts';
import { keyText, resolvePlain, resolveTagged, ScalarError } from './resolve-scalar.ts';
import { endOf, startOf, styleOf, tagOf } from './scalar-event.ts';

/** In brackets: behind a plain scalar. */
const disputedColon = /:[,[\]{}]/y;
const mergeTag = 'tag:yaml.org,2002:merge';

interface Anchored {
  readonly anchorStart: number;
  readonly anchorEnd: number;
}

interface MappingDraft {
  readonly value: Record<string, unknown>;
  readonly entries: Map<string, Entry>;
  /** Keys that it has only by a merge; undefined before the first merge key. */
  merged: Set<string> | undefined;
  size: number;
}

/**
 * Composes the documents of an event stream as go-yaml v2 and sigs.k8s.io/yaml do, which is how kubectl reads: later
 * keys and later merges win, keys become strings, tags on collections mean nothing.
 */
export class YamlComposer {
  readonly #parsed: SliceEvents;
  readonly #limits: YamlLimits;
  #at = 0;

  constructor(parsed: SliceEvents, limits: YamlLimits) {
    this.#parsed = parsed;
    this.#limits = limits;
  }

  /** The next document; undefined after the last. Throws UnreadableError. */
  next(): Composed | undefined {
    const event = this.#parsed.events[this.#at];
    if (event?.type !== EVENT_ID.DOCUMENT) return undefined;
    const composer = new DocumentComposer(this.#parsed, this.#limits, event, this.#at + 1);
    const composed = composer.compose();
    this.#at = composer.at + 1;
    return composed;
  }
}

/** Composes one document, whose first event is at `at`. */
class DocumentComposer {
  at: number;
  readonly #parsed: SliceEvents;
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #limits: YamlLimits;
  /** Depth of flow collections around the current node. */
  #flow = 0;
  readonly #anchors = new Map<string, Node | undefined>();
  #aliases = 0;
  #charged = 0;
  readonly #handles = new Map([['!!', 'tag:yaml.org,2002:']]);
  readonly #path: (string | number)[] = [];
  readonly #duplicates: Duplicate[] = [];
  #conflict: number | undefined;

  constructor(parsed: SliceEvents, limits: YamlLimits, { directives }: DocumentEvent, at: number) {
    this.#parsed = parsed;
    this.#text = parsed.text;
    this.#events = parsed.events;
    this.#limits = limits;
    this.at = at;
    for (const directive of directives) {
      if (directive.kind === 'tag') this.#handles.set(directive.handle, directive.prefix);
    }
  }

  compose(): Composed {
    return { root: this.#node(), duplicates: this.#duplicates, conflict: this.#conflict };
  }

  #node(isKey = false): Node {
    const event = this.#events[this.at];
    this.at++;
    if (event?.type === EVENT_ID.SCALAR) return this.#anchored(event, this.#scalar(event, isKey));
    if (event?.type === EVENT_ID.ALIAS) return this.#alias(event);
    if (event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE) return this.#collection(event);
    throw this.#error('syntax', 0, 'the document ends early');
  }

  #collection(event: MappingEvent | SequenceEvent): Node {
    if (event.anchorStart !== -1) this.#anchors.set(this.#anchorName(event), undefined);
    const start = this.#file(event.start);
    const isFlow = event.style === COLLECTION_STYLE.FLOW;
    if (isFlow) this.#flow++;
    const node = event.type === EVENT_ID.MAPPING ? this.#mapping(start) : this.#sequence(start);
    if (isFlow) this.#flow--;
    return this.#anchored(event, isFlow ? { ...node, end: this.#closed(node.end) } : node);
  }

  /** The end of a flow collection, of which `last` is where its last value ends: what follows is commas, space and comments. */
  #closed(last: number): number {
    const rest = /(?:[\s,:]|#[^\n]*)*[\]}]?/y;
    rest.lastIndex = last;
    rest.test(this.#parsed.source);
    return rest.lastIndex;
  }

  #anchored(event: Anchored, node: Node): Node {
    if (event.anchorStart !== -1) this.#anchors.set(this.#anchorName(event), node);
    return node;
  }

  /** go-yaml ends a name at these characters, js-yaml does not: they would read different documents. */
  #anchorName(event: Anchored): string {
    const name = this.#text.slice(event.anchorStart, event.anchorEnd);
    if (/[?:%@`]/.test(name)) throw this.#error('syntax', event.anchorStart, 'a malformed anchor or alias');
    return name;
  }

  #scalar(event: ScalarEvent, isKey: boolean): Node {
    const value = this.#scalarValue(event, getScalarValue(this.#text, event));
    if (typeof value === 'number' && !isKey && !Number.isFinite(value)) {
      throw this.#error('syntax', event.valueStart, 'infinity and NaN are not JSON numbers');
    }
    if (this.#flow > 0 && event.style === SCALAR_STYLE.PLAIN && this.#text.charCodeAt(event.valueStart) === 63) {
      throw this.#error(
        'syntax',
        event.valueStart,
        'readers disagree on a plain scalar that begins with a question mark',
      );
    }
    const start = startOf(this.#text, event);
    const isWritten = start !== -1;
    return {
      value,
      start: isWritten ? this.#file(start) : -1,
      end: isWritten ? this.#file(endOf(event)) : -1,
      style: styleOf(event),
      size: 1,
    };
  }

  #scalarValue(event: ScalarEvent, text: string): unknown {
    if (event.tagStart === -1) return event.style === SCALAR_STYLE.PLAIN ? resolvePlain(text) : text;
    try {
      return resolveTagged(tagOf(this.#text, event, this.#handles), text);
    } catch (error) {
      if (error instanceof ScalarError) throw this.#error('syntax', event.tagStart, error.message);
      throw error;
    }
  }

  #alias(event: Anchored): Node {
    const name = this.#anchorName(event);
    const at = event.anchorStart - 1;
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
    return { ...target, start: this.#file(at), end: this.#file(event.anchorEnd), style: undefined };
  }

  /** Counts values that are in the document only through an alias. */
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
    let end = start + 1;
    const depth = this.#path.length;
    while (this.#events[this.at]?.type !== EVENT_ID.POP) {
      this.#path[depth] = items.length;
      const item = this.#node();
      value.push(item.value);
      items.push(item);
      size += item.size;
      end = Math.max(end, item.end);
    }
    this.#path.length = depth;
    this.at++;
    return { value, start, end, style: undefined, size, items };
  }

  #mapping(start: number): Node {
    const draft: MappingDraft = { value: Object.create(null), entries: new Map(), merged: undefined, size: 1 };
    const depth = this.#path.length;
    let end = start + 1;
    for (let event = this.#events[this.at]; event?.type !== EVENT_ID.POP; event = this.#events[this.at]) {
      if (event === undefined) throw this.#error('syntax', 0, 'the document ends early');
      if (event.type === EVENT_ID.SCALAR && this.#isMerge(event)) {
        this.at++;
        this.#path[depth] = '<<';
        end = Math.max(end, this.#merge(draft, event.valueStart));
        continue;
      }
      const keyStart = this.#file(this.#keyStart(event));
      const key = this.#key(event);
      this.#path[depth] = key;
      if (isOwn(draft, key) && this.#duplicates.length < duplicatesKept) {
        this.#duplicates.push({ path: this.#path.slice(), offset: keyStart });
      }
      draft.merged?.delete(key);
      end = Math.max(end, this.#file(this.#keyEnd(event)));
      const node = this.#node();
      end = Math.max(end, node.end);
      if (node.start === -1) this.#refuseColon(event);
      draft.value[key] = node.value;
      draft.entries.set(key, { keyStart, node });
      draft.size += 1 + node.size;
    }
    this.#path.length = depth;
    this.at++;
    return { value: draft.value, start, end, style: undefined, size: draft.size, entries: draft.entries };
  }

  /** In `[a:]` go-yaml reads the string `a:`, js-yaml a mapping. */
  #refuseColon(key: Event): void {
    if (key.type !== EVENT_ID.SCALAR) return;
    disputedColon.lastIndex = key.valueEnd;
    if (disputedColon.test(this.#text)) {
      throw this.#error('syntax', key.valueStart, 'readers disagree on a key whose colon is followed by no space');
    }
  }

  /** Offset in the slice. */
  #keyStart(event: Event): number {
    if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
    if (event.type !== EVENT_ID.SCALAR) return 'start' in event ? event.start : 0;
    const start = startOf(this.#text, event);
    return start === -1 ? Math.max(event.tagStart, event.anchorStart - 1, 0) : start;
  }

  /** Offset in the slice. */
  #keyEnd(event: Event): number {
    if (event.type === EVENT_ID.SCALAR) return Math.max(endOf(event), this.#keyStart(event));
    return event.type === EVENT_ID.ALIAS ? event.anchorEnd : this.#keyStart(event);
  }

  #key(event: Event): string {
    const node = this.#node(true);
    const text = event.type === EVENT_ID.SCALAR ? getScalarValue(this.#text, event) : undefined;
    const key = keyText(node.value, text);
    if (key === undefined) {
      throw this.#error('syntax', this.#keyStart(event), 'a mapping key is not a string, number or boolean');
    }
    return key;
  }

  #isMerge(event: ScalarEvent): boolean {
    if (event.valueEnd - event.valueStart !== 2 || this.#text.charCodeAt(event.valueStart) !== 60) return false;
    if (getScalarValue(this.#text, event) !== '<<') return false;
    if (event.tagStart === -1) return event.style === SCALAR_STYLE.PLAIN;
    const tag = tagOf(this.#text, event, this.#handles);
    return tag === mergeTag || tag === '!';
  }

  /** Gives where the merged value's text ends. */
  #merge(draft: MappingDraft, at: number): number {
    // go-yaml v3 keeps the keys written in the mapping itself, and only the last of several merge keys.
    let isConflict = draft.merged !== undefined;
    draft.merged ??= new Set();
    const isSequence = this.#events[this.at]?.type === EVENT_ID.SEQUENCE;
    const source = this.#node();
    // Earlier ones of a list take precedence: they are merged last.
    const sources = isSequence ? [...(source.items ?? [])].reverse() : [source];
    for (const one of sources) {
      if (one.entries === undefined) {
        throw this.#error('syntax', at, 'a merge key needs a mapping or a list of mappings');
      }
      this.#charge(one.entries.size, at);
      for (const [key, entry] of one.entries) {
        if (!isOwn(draft, key)) draft.merged.add(key);
        else isConflict ||= draft.value[key] !== entry.node.value;
        draft.value[key] = entry.node.value;
        draft.entries.set(key, entry);
        draft.size += entry.node.size;
      }
    }
    if (isConflict) this.#conflict ??= this.#file(at);
    return source.end;
  }

  #error(reason: 'syntax' | 'aliases', at: number, detail: string): UnreadableError {
    return new UnreadableError(reason, this.#file(at), detail);
  }

  #file(offset: number): number {
    return this.#parsed.original(offset);
  }
}

/** Whether a key is written in the mapping itself. */
function isOwn(draft: MappingDraft, key: string): boolean {
  return key in draft.value && draft.merged?.has(key) !== true;
}
