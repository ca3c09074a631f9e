import { dirname } from 'node:path/posix';
import { clipped } from '../../clipped.ts';
import type { Loosening } from '../../kube/loosening.ts';
import { isMapping, list, type Mapping, mapping, scalarText, strings, text } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import type { Path } from '../../yaml/document.ts';
import { priorityNames, priorityOf } from './falco.ts';

/** Keys that only Falco's own settings have (falcosecurity/falco 0.41, falco.yaml). */
const own = [
  'rules_files',
  'rules_file',
  'stdout_output',
  'syslog_output',
  'file_output',
  'http_output',
  'program_output',
  'grpc_output',
  'base_syscalls',
  'syscall_event_drops',
  'load_plugins',
  'rule_matching',
];
const hasOwn = (value: Mapping) => own.some((key) => value[key] !== undefined);

/** Whether a mapping is a falco.yaml, or the values of Falco's chart, which has it under `falco`; `names` lead to it. */
export function isFalcoSettings(value: Mapping, names: readonly string[]): boolean {
  const { falco } = value;
  if (isMapping(falco) && (hasOwn(falco) || falco.priority !== undefined || list(falco.rules).length > 0)) return true;
  if (isMapping(value.driver) && (isMapping(falco) || isMapping(value.falcoctl) || isMapping(value.customRules)))
    return true;
  return names.at(-1) !== 'falco' && hasOwn(value);
}

/** What Falco finds and tells by its settings. */
interface Settings {
  readonly value: Mapping;
  /** Where falco.yaml is in them. */
  readonly at: Path;
  /** Whether each output is on, as it is written. */
  readonly outputs: ReadonlyMap<string, string>;
  /** What it looks at system calls with; `off` where it does not. */
  readonly driver: string;
}

function read(whole: Mapping): Settings {
  const isChart = isMapping(whole.falco) || !hasOwn(whole);
  const value = isChart ? mapping(whole.falco) : whole;
  // The chart turns on what falco.yaml leaves off (falcosecurity/charts, charts/falco/values.yaml).
  const byDefault = (name: string) => isChart && (name === 'stdout_output' || name === 'syslog_output');
  const switchOf = ({ enabled }: Mapping, isOn: boolean) => scalarText(enabled) || String(isOn);
  const outputs = own.flatMap((name) =>
    name.endsWith('_output') ? [[name, switchOf(mapping(value[name]), byDefault(name))] as const] : [],
  );
  // The chart says itself which engine its driver is (charts/falco/templates/_helpers.tpl, falco.engineConfiguration).
  const isDriven = isChart ? switchOf(mapping(whole.driver), true) : 'true';
  const kind = isChart ? '' : scalarText(mapping(value.engine).kind);
  return {
    value,
    at: isChart ? ['falco'] : [],
    outputs: new Map([...outputs, ['falcosidekick', switchOf(mapping(whole.falcosidekick), false)]]),
    driver:
      isDriven !== 'true' ? isDriven.replace(/^false$/, off) : kind === 'nodriver' || kind === 'replay' ? off : kind,
  };
}

const off = 'off';
/** Kinds of engines that look at what happens on the node (falco.yaml, `engine.kind`); none stated is one of them. */
const live = /^(?:|kmod|ebpf|modern_ebpf|gvisor)$/;

const remedy = 'Keep it, and except what is known to be harmless by an exception of the rule.';

/** What Falco no longer finds, or no longer tells, by its own settings. */
export function falcoSettingsLowered(before: Mapping, after: Mapping): readonly Loosening[] {
  const [was, is] = [read(before), read(after)];
  return [
    ...fewerFiles(was, is),
    ...rulesTurnedOff(was, is),
    ...higherPriority(was, is),
    ...fewerOutputs(was, is),
    ...lessWatched(was, is),
  ];
}

/** A place in the settings; where it is not written any more, also the one that it had. */
function at({ at: root, value }: Settings, ...path: Path): Pick<Loosening, 'path' | 'formerPath'> {
  let stated: unknown = value;
  for (const step of path) stated = typeof step === 'number' ? list(stated)[step] : mapping(stated)[step];
  const whole = [...root, ...path];
  return stated === undefined ? { path: whole, formerPath: whole } : { path: whole };
}

/** Undefined where nothing is stated: those that Falco brings along. */
function filesOf({ value }: Settings): readonly string[] | undefined {
  const key = ['rules_files', 'rules_file'].find((each) => Object.hasOwn(value, each));
  if (key === undefined) return undefined;
  const stated = value[key];
  return Array.isArray(stated) ? stated.map(scalarText) : [text(stated)].flatMap((each) => each ?? []);
}

const brought = ['/etc/falco/falco_rules.yaml', '/etc/falco/falco_rules.local.yaml', '/etc/falco/rules.d'];

function fewerFiles(was: Settings, is: Settings): readonly Loosening[] {
  const [old, now] = [filesOf(was) ?? brought, filesOf(is) ?? brought];
  // Of a folder the files that are directly in it (falco, read_rules_file_directory).
  const gone = old.filter((file) => !now.some((each) => each === file || each.replace(/\/+$/, '') === dirname(file)));
  if (gone.length === 0) return [];
  const isOther = now.some((file) => !old.includes(file));
  return [
    {
      what: `no longer reads the rules of ${enumerate(gone.map((file) => clipped(file, 100)))}${isOther ? ', but others: whether they find less was not judged' : ''}`,
      remedy,
      severity: isOther ? 'medium' : 'high',
      ...at(is, is.value.rules_files === undefined ? 'rules_file' : 'rules_files'),
      subject: ['files', ...[...gone].sort(), ...now.filter((file) => !old.includes(file)).sort()],
    },
  ];
}

/** `rules`: each step turns rules or tags on or off, a later one over an earlier one (`*` is any text). */
function rulesTurnedOff(was: Settings, is: Settings): readonly Loosening[] {
  const steps = ({ value }: Settings) =>
    list(value.rules).flatMap((step, index) =>
      (['enable', 'disable'] as const).flatMap((does) =>
        ['rule', 'tag'].flatMap((kind) => {
          const name = scalarText(mapping(mapping(step)[does])[kind]);
          return name === '' ? [] : [{ does, key: `${kind} ${name}`, name, kind, index }];
        }),
      ),
    );
  const [old, now] = [steps(was), steps(is)];
  const lastOf = (all: typeof old) => new Map(all.map(({ key, does }, at) => [key, { does, at }]));
  const isOff = (last: ReturnType<typeof lastOf>, key: string) => {
    // Every rule is every rule of a tag, too.
    const [own, every] = [last.get(key), last.get('rule *')];
    return ((own?.at ?? -1) > (every?.at ?? -1) ? own : every)?.does === 'disable';
  };
  const [lastOld, lastNow] = [lastOf(old), lastOf(now)];
  const found = [...new Set([...old, ...now].map(({ key }) => key))].filter(
    (key) => isOff(lastNow, key) && !isOff(lastOld, key),
  );
  const [first] = found;
  if (first === undefined) return [];
  const index = now.findLast(({ key, does }) => does === 'disable' && (key === first || key.endsWith(' *')))?.index;
  return [
    {
      what: `turns off ${enumerate(found.map((key) => `the ${clipped(key, 100)}`))}`,
      remedy,
      severity: 'high',
      ...at(is, 'rules', ...(index === undefined ? [] : [index])),
      subject: ['off', ...found.sort()],
    },
  ];
}

function higherPriority(was: Settings, is: Settings): readonly Loosening[] {
  const least = priorityNames.length - 1;
  const [former, stated] = [was, is].map(({ value }) => scalarText(value.priority));
  const [old, now] = [was, is].map(({ value }) => priorityOf(value) ?? least);
  // What is none of them is whatever fills it in: perhaps the highest.
  if (stated !== '' && stated !== former && priorityOf(is.value) === undefined) return [openPriority(stated ?? '', is)];
  if (old === undefined || now === undefined || now >= old) return [];
  const [from, to] = [priorityNames[old], priorityNames[now]];
  return [
    {
      what: `only has rules of the priority ${to} and above, no longer from ${from} on`,
      remedy:
        'Keep the priority: of rules below it nothing is found at all. What takes the alerts may choose among them.',
      severity: now < priorityNames.indexOf('notice') ? 'high' : 'medium',
      ...at(is, 'priority'),
      subject: ['priority', to ?? ''],
    },
  ];
}

function openPriority(stated: string, is: Settings): Loosening {
  return {
    what: `only has rules of the priority that ${clipped(stated, 60)} becomes, and above`,
    remedy: 'Name the priority: of rules below it nothing is found at all.',
    severity: 'high',
    ...at(is, 'priority'),
    subject: ['priority', stated],
  };
}

function fewerOutputs(was: Settings, is: Settings): readonly Loosening[] {
  // What is neither on nor off may have been on, and may be off now.
  const gone = [...was.outputs].flatMap(([name, old]) => {
    const now = is.outputs.get(name);
    return old !== 'false' && now !== 'true' && now !== old ? [name] : [];
  });
  const [first] = gone;
  const added = [...is.outputs].flatMap(([name, now]) =>
    now !== 'false' && now !== was.outputs.get(name) ? [name] : [],
  );
  const isDeaf = [...is.outputs.values()].every((each) => each === 'false');
  const lost: readonly Loosening[] =
    first === undefined
      ? []
      : [
          {
            what: isDeaf
              ? 'no longer tells anybody what it finds: no output is left'
              : `no longer tells what it finds by ${enumerate(gone)}`,
            remedy: 'Keep an output that somebody looks at.',
            severity: isDeaf ? 'high' : 'medium',
            ...(first === 'falcosidekick'
              ? { path: [first, 'enabled'], formerPath: [first, 'enabled'] }
              : at(is, first, 'enabled')),
            subject: ['outputs', ...gone, ...added],
          },
        ];
  const url = ({ value }: Settings) => scalarText(mapping(value.http_output).url);
  const isMoved = is.outputs.get('http_output') !== 'false' && url(was) !== '' && url(was) !== url(is);
  if (!isMoved) return lost;
  return [
    ...lost,
    {
      what: 'sends what it finds to another address than before',
      remedy: 'Check who takes it there.',
      severity: 'medium',
      ...at(is, 'http_output', 'url'),
      // Without who signs in there, and with what.
      subject: [
        'address',
        url(is)
          .replace(/\/\/[^/@]*@/, '//')
          .replace(/[?#].*$/, ''),
      ],
    },
  ];
}

function lessWatched(was: Settings, is: Settings): readonly Loosening[] {
  const plugins = ({ value }: Settings) => strings(value.load_plugins);
  const kept = new Set(plugins(is));
  const gone = plugins(was).filter((name) => !kept.has(name));
  const calls = ({ value }: Settings) => new Set(strings(mapping(value.base_syscalls).custom_set));
  const [old, now] = [calls(was), calls(is)];
  const fewer = [...now].filter((name) => !old.has(name));
  const isLimited = old.size === 0 ? now.size > 0 : fewer.some((name) => name.startsWith('!'));
  const lost = now.size === 0 ? [] : [...old].filter((name) => !name.startsWith('!') && !now.has(name));
  return [
    ...(was.driver !== off && !live.test(is.driver) && was.driver !== is.driver
      ? [
          {
            what: `${is.driver === off ? 'no longer looks' : 'may no longer look'} at the system calls of its node`,
            remedy: 'Keep the driver: without it only what plugins read is looked at.',
            severity: 'high' as const,
            ...(is.at.length === 0 ? at(is, 'engine', 'kind') : { path: ['driver', 'enabled'] }),
            subject: ['driver', ...(is.driver === off ? [] : [is.driver])],
          },
        ]
      : []),
    ...(gone.length === 0
      ? []
      : [
          {
            what: `no longer has the ${gone.length === 1 ? 'plugin' : 'plugins'} ${enumerate(gone)}, and what ${gone.length === 1 ? 'it reads' : 'they read'}`,
            remedy: 'Keep the plugin, or have something else look at the same.',
            severity: 'high' as const,
            ...at(is, 'load_plugins'),
            subject: ['plugins', ...[...gone].sort()],
          },
        ]),
    ...(isLimited || lost.length > 0
      ? [
          {
            what: 'only looks at the system calls of a list that leaves out what it looked at: rules about the others find nothing',
            remedy: 'Leave base_syscalls.custom_set empty, or set base_syscalls.repair: true.',
            severity: 'medium' as const,
            ...at(is, 'base_syscalls', 'custom_set'),
            subject: ['calls', ...[...fewer, ...lost].sort()],
          },
        ]
      : []),
  ];
}
