import { addTo } from '../../groups.ts';
import { isMapping, json, list, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import {
  type LogDrop,
  type LogGraph,
  type LogOutput,
  type LogPipeline,
  type NamedStream,
  nowhere,
  onlyOutputs,
} from './log-model.ts';
import { isMatch, takesFiles } from './log-tags.ts';
import { isOfSecurity } from './of-security.ts';
import { waysOfTransform } from './vector-drops.ts';

/** Inputs that are followed, for all sinks of one configuration together. */
const mostInputs = 100_000;
/** Of what leads to more of them, all may be about security. */
const tooMany = 'too many inputs to follow: audit logs may be among them';

/** What a configuration of Vector sends where, and by which ways; `steps`: the comparisons of drops that are made for it. */
export function pipelineOfVector(value: Mapping, steps = mostSteps): LogPipeline {
  return { ...onlyOutputs(sinksOf(value, mapping(value.sinks))), graph: graphOf(value, steps) };
}

/** What is read, and in parentheses from which files, where these are about security and its name does not say so. */
function sinksOf({ sources, transforms }: Mapping, sinks: Mapping): readonly LogOutput[] {
  const [read, made] = [mapping(sources), mapping(transforms)];
  let left = mostInputs;
  const filesOf = (names: readonly string[]): readonly string[] => {
    const seen = new Set(names);
    // A set is gone through with what is added to it meanwhile.
    for (const name of seen) {
      const inputs = list(mapping(made[name]).inputs);
      left -= 1 + inputs.length;
      if (left < 0) return [tooMany];
      for (const input of strings(inputs)) seen.add(input);
    }
    return [...seen].flatMap((name) => strings(mapping(read[name]).include)).filter(isOfSecurity);
  };
  return Object.values(sinks).flatMap((each) => {
    const { type, inputs } = mapping(each);
    if (nowhere.includes(scalarText(type))) return [];
    const names = [...strings(inputs)].sort();
    const of = names.join(', ');
    const files = isOfSecurity(of) ? [] : filesOf(names);
    return { kind: scalarText(type), of: files.length === 0 ? of : `${of} (${files.join(', ')})`, inputs: names };
  });
}

/** Transforms, sinks, and what they take, that are followed; of larger configurations it counts only whether they are the same. */
const mostFollowed = 5_000;

function graphOf(value: Mapping, steps: number): LogGraph {
  const [sources, transforms, sinks] = [mapping(value.sources), mapping(value.transforms), mapping(value.sinks)];
  const takers = [...Object.values(transforms), ...Object.values(sinks)];
  const isLarge = takers.reduce<number>((sum, each) => sum + 1 + list(mapping(each).inputs).length, 0) > mostFollowed;
  const unread: LogDrop = { of: '*', by: json([transforms, sinks]), said: 'too many transforms to follow', path: [] };
  const ways = isLarge ? undefined : new Ways(transforms, sinks, steps);
  return {
    streams: new Map(streamsOf(sources, transforms, sinks).map((each) => [each.name, each])),
    has: (name) => [sources, transforms].some((all) => Object.hasOwn(all, componentOf(name))),
    readerOf: readers(sources),
    inputsOf: (name) => strings(mapping(transforms[componentOf(name)]).inputs),
    waysFrom: (name) => {
      const left = leftBySource(name, mapping(sources[name]));
      return (ways?.of(name) ?? [[unread]]).map((each) => [...left, ...each]);
    },
  };
}

/** Globs that files are held against. */
const mostGlobs = 200;

function readers(sources: Mapping): (file: string) => string | undefined {
  const all = Object.keys(sources).flatMap((name) =>
    strings(mapping(sources[name]).include).map((glob) => [glob, name] as const),
  );
  const [known, globs] = [new Map(all), all.filter(([glob]) => glob.includes('*')).slice(0, mostGlobs)];
  return (file) => known.get(file) ?? globs.find(([glob]) => takesFiles(glob, file))?.[1];
}

/** The component of `component.output`. */
function componentOf(name: string): string {
  return name.split('.', 1)[0] ?? '';
}

/** What is read about security, by its name or files, and inputs whose names say so. */
function streamsOf(sources: Mapping, transforms: Mapping, sinks: Mapping): readonly NamedStream[] {
  const read = Object.keys(sources).flatMap((name) => {
    const files = strings(mapping(sources[name]).include).filter(isOfSecurity);
    return files.length > 0 || isOfSecurity(name) ? [{ name, isSource: true, files }] : [];
  });
  const inputs = [...Object.values(transforms), ...Object.values(sinks)].flatMap((each) =>
    strings(mapping(each).inputs),
  );
  const others = [...new Set(inputs)].filter(
    (name) => isOfSecurity(name) && !name.includes('*') && !Object.hasOwn(sources, name),
  );
  return [...read, ...others.map((name) => ({ name, isSource: false, files: [] }))];
}

function leftBySource(of: string, { exclude }: Mapping): readonly LogDrop[] {
  return strings(exclude).map((each) => ({ of, by: `exclude ${each}`, path: ['sources', of, 'exclude'] }));
}

interface Consumer {
  readonly name: string;
  readonly isSink: boolean;
  readonly value: Mapping;
}

type Way = readonly LogDrop[];

/** Transforms in a row that are followed. */
const deepest = 200;
const tooDeep: Way = [{ of: '*', by: 'too deep', said: 'too many transforms in a row to follow', path: [] }];

/** Comparisons of drops that are made for one configuration. */
const mostSteps = 40_000_000;

/** The ways from what has a name to the sinks. */
class Ways {
  #left: number;
  readonly #byInput = new Map<string, Consumer[]>();
  readonly #byPattern: (readonly [pattern: string, consumer: Consumer])[] = [];
  readonly #known = new Map<string, readonly Way[]>();
  readonly #open = new Set<string>();

  constructor(transforms: Mapping, sinks: Mapping, steps: number) {
    this.#left = steps;
    for (const [name, value] of Object.entries(transforms)) this.#add({ name, isSink: false, value: mapping(value) });
    for (const [name, value] of Object.entries(sinks)) {
      if (!nowhere.includes(scalarText(mapping(value).type))) this.#add({ name, isSink: true, value: mapping(value) });
    }
  }

  #add(consumer: Consumer): void {
    for (const input of new Set(strings(consumer.value.inputs))) {
      if (input.includes('*')) this.#byPattern.push([input, consumer]);
      else addTo(this.#byInput, input, consumer);
    }
  }

  /** Undefined where they are too many to be told apart. */
  of(name: string): readonly Way[] | undefined {
    const found = this.#left < 0 ? [] : this.#from(name);
    return this.#left < 0 ? undefined : found;
  }

  #from(name: string): readonly Way[] {
    this.#left -= 1 + this.#byPattern.length;
    if (this.#left < 0) return [];
    const takers = [
      ...(this.#byInput.get(name) ?? []),
      ...this.#byPattern.flatMap(([pattern, consumer]) => (isMatch(pattern, name) ? [consumer] : [])),
    ];
    if (takers.some(({ isSink }) => isSink)) return [[]];
    return takers.reduce<readonly Way[]>((all, each) => this.#shortest(all.concat(this.#through(each))), []);
  }

  #through({ name, value }: Consumer): readonly Way[] {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    // Vector refuses circles.
    if (this.#open.has(name)) return [];
    if (this.#open.size > deepest) return [tooDeep];
    this.#open.add(name);
    const found = this.#throughPorts(name, value);
    this.#open.delete(name);
    this.#known.set(name, found);
    return found;
  }

  /** What goes several ways reaches a sink as a whole only by all of them. */
  #throughPorts(name: string, value: Mapping): readonly Way[] {
    const { drops, ports } = waysOfTransform(value);
    const path: Path = ['transforms', name];
    const ways = ports.map((port) => ({ port, rest: this.#from(port.name === '' ? name : `${name}.${port.name}`) }));
    const taken = ways.filter(({ rest }) => rest.length > 0);
    if (taken.length === 0) return [];
    const untaken = ways.flatMap(({ port, rest }): LogDrop[] => {
      if (rest.length > 0) return [];
      const isRest = /^_/.test(port.name);
      const said = isRest ? `what no route of ${name} takes` : `what nothing takes of ${name}.${port.name}`;
      return [{ of: name, by: `untaken ${port.takes}`, said, path }];
    });
    const own = [...drops.map((each) => ({ of: name, ...each, path })), ...untaken];
    return taken.reduce<readonly Way[]>(
      (all, { rest }) => this.#shortest(all.flatMap((one) => rest.map((other) => this.#joined(one, other)))),
      [own],
    );
  }

  #joined(one: Way, other: Way): Way {
    this.#left -= 4 * (one.length + other.length + 1);
    return this.#left < 0 ? [] : unique([...one, ...other]);
  }

  /** Without those on which more is left out than on another one, those on which the least is first. */
  #shortest(ways: readonly Way[]): readonly Way[] {
    const kept: Way[] = [];
    for (const way of ways.toSorted((one, other) => one.length - other.length)) {
      this.#left -= way.length + kept.length;
      if (this.#left < 0) break;
      const codes = new Set(way.map(({ by }) => by));
      const isKnown = (drop: LogDrop) => {
        this.#left -= 1;
        return codes.has(drop.by);
      };
      if (!kept.some((each) => each.every(isKnown))) kept.push(way);
      if (kept.length === mostWays) break;
    }
    return kept;
  }
}

/** Ways that are distinguished of one name. */
const mostWays = 32;

function unique(drops: readonly LogDrop[]): Way {
  return [...new Map(drops.map((each) => [each.by, each])).values()];
}

/** Whether a value is a configuration of Vector. */
export function isVector({ sinks, sources }: Mapping): boolean {
  return isMapping(sinks) && sources !== undefined;
}
