import { canonical, json, list, type Mapping, mapping, scalarText, text } from '../../plain-values.ts';

/** What a transform of Vector leaves out, as it is configured. */
export interface TransformDrop {
  readonly by: string;
  /** The same in words, where they are others. */
  readonly said?: string;
}

/** Ways on from a transform: by its own name, and by names of outputs after a dot. */
export interface Port {
  /** Empty for the transform itself. */
  readonly name: string;
  /** What goes that way. */
  readonly takes: string;
}

/** What a transform does with the entries that reach it. */
export interface TransformWays {
  /** Left out whatever takes the rest. */
  readonly drops: readonly TransformDrop[];
  /** Each entry goes one of these ways, or several. */
  readonly ports: readonly Port[];
}

const onward: readonly Port[] = [{ name: '', takes: '' }];

/** What a transform leaves out, and where the rest goes (vector, website/cue/reference/components/transforms). */
export function waysOfTransform(transform: Mapping): TransformWays {
  const type = scalarText(transform.type);
  switch (type) {
    case 'filter':
      return dropping(`filter ${conditionText(transform.condition)}`);
    case 'sample': {
      const rate = ['rate', 'ratio', 'rate_field', 'ratio_field'].flatMap((field) =>
        transform[field] === undefined ? [] : [`${field} ${scalarText(transform[field])}`],
      );
      return dropping(`sample ${[...rate, ...exceptIn(transform)].join(', ')}`);
    }
    case 'throttle': {
      const rate = `${scalarText(transform.threshold)} in ${scalarText(transform.window_secs)} s`;
      return dropping(`throttle ${[rate, ...exceptIn(transform)].join(', ')}`);
    }
    case 'dedupe':
      return dropping(`dedupe ${canonical(transform.fields ?? null)}`, 'dedupe');
    case 'reduce':
      return dropping(
        `reduce ${canonical([transform.group_by, transform.merge_strategies])}`,
        'reduce to one of several',
      );
    case 'log_to_metric':
      return dropping('log_to_metric');
    case 'lua':
      return dropping(`lua ${canonical([transform.source, transform.hooks])}`, 'a Lua program, which may drop them');
    case 'remap':
      return ofRemap(transform);
    case 'route':
      return { drops: [], ports: routes(mapping(transform.route), transform.reroute_unmatched !== false) };
    case 'exclusive_route':
      return { drops: [], ports: exclusiveRoutes(list(transform.routes).map(mapping)) };
    default:
      return { drops: [], ports: onward };
  }
}

function dropping(by: string, said?: string): TransformWays {
  return { drops: [{ by, ...(said === undefined ? {} : { said }) }], ports: onward };
}

function exceptIn({ exclude }: Mapping): readonly string[] {
  return exclude === undefined ? [] : [`except ${conditionText(exclude)}`];
}

/** A condition is a text, or a mapping with one. */
function conditionText(condition: unknown): string {
  const source = text(condition) ?? text(mapping(condition).source);
  return (source ?? canonical(condition)).replace(/\s+/g, ' ').trim();
}

/** Longer programs may do anything. */
const longest = 20_000;

/** Programs abort by default without a trace, errors are dropped where that is stated (remap.cue, drop_on_abort and drop_on_error). */
function ofRemap(transform: Mapping): TransformWays {
  const { source, file, files, drop_on_abort: isAborted, drop_on_error: isErrorDropped } = transform;
  const isUnread = file !== undefined || files !== undefined || scalarText(source).length > longest;
  const program = isUnread ? '' : withoutComments(scalarText(source));
  const bare = program.replace(quoted, '""');
  const found: TransformDrop[] = [];
  if (isUnread && isAborted !== false) {
    found.push({
      by: `remap ${json([source, file, files])}`,
      said: 'a program that was not read, which may drop them',
    });
  }
  if (/\babort\b/.test(bare) && isAborted !== false) found.push({ by: `remap ${aborting(program)}` });
  if (isErrorDropped === true && (isUnread || /\w!\s*\(/.test(bare))) found.push({ by: 'drop_on_error true' });
  const isRerouted = transform.reroute_dropped === true && found.length > 0;
  // An empty list is no event at all.
  const emptied = /(?:^|[\s;{])\.\s*=\s*\[\s*\]/.test(bare) ? [{ by: 'remap . = []' }] : [];
  if (!isRerouted) return { drops: [...found, ...emptied], ports: onward };
  const dropped = { name: 'dropped', takes: found.map(({ by }) => by).join('; ') };
  return { drops: emptied, ports: [...onward, dropped] };
}

const quoted = /"(?:\\.|[^"\\])*"|'[^']*'/g;

function withoutComments(program: string): string {
  return program.replace(/"(?:\\.|[^"\\])*"|'[^']*'|#[^\n]*/g, (each) => (each[0] === '#' ? '' : each));
}

/** The conditions before each `abort`; all of the program where one has none. */
function aborting(program: string): string {
  const found = [...program.matchAll(/\b(?:if|else)\b[^{}]*\{[^{}]*?\babort\b/g)].map(([each]) => `${each} }`);
  const isWhole = found.length !== (program.match(/\babort\b/g) ?? []).length;
  return (isWhole ? program : found.join(' ')).replace(/\s+/g, ' ').trim();
}

/** What no route takes goes a way of its own, or none. */
function routes(all: Mapping, isRest: boolean): readonly Port[] {
  const own = Object.keys(all).map((name) => ({ name, takes: conditionText(all[name]) }));
  const takes = `none of ${json(own.map((each) => each.takes).sort())}`;
  return [...own, { name: isRest ? '_unmatched' : '_discarded', takes }];
}

function exclusiveRoutes(all: readonly Mapping[]): readonly Port[] {
  const own = all.map(({ name, condition }) => ({ name: scalarText(name), takes: conditionText(condition) }));
  return [...own, { name: '_unmatched', takes: `none of ${json(own.map(({ takes }) => takes))}` }];
}
