import type { Problem } from '../input-error.ts';
import { nearest } from '../nearest.ts';

/** One flag of a command; `value` names its argument in the help, a switch has none. */
export interface Flag {
  readonly name: string;
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly short?: string;
  readonly help: string;
}

/** What a command was called with; `problems` holds everything that is wrong with it. */
export interface Arguments {
  readonly values: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
  readonly positionals: readonly string[];
  readonly problems: readonly Problem[];
}

/** Reads `--flag value`, `--flag=value`, `-n value` and positionals (all after `--`); never throws, collects every problem. */
export function readArguments(argv: readonly string[], flags: readonly Flag[]): Arguments {
  const values = new Map<string, string>();
  const switches = new Set<string>();
  const positionals: string[] = [];
  const problems: Problem[] = [];
  const rest = [...argv];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      positionals.push(...rest.splice(0));
    } else if (!word.startsWith('-') || word === '-') {
      positionals.push(word);
    } else {
      const { name, inline } = split(word);
      const flag = flags.find((f) => `--${f.name}` === name || (f.short !== undefined && `-${f.short}` === name));
      if (flag === undefined) problems.push(unknownFlag(name, flags));
      else if (flag.value === undefined) addSwitch(flag, inline, switches, problems);
      else addValue(flag, inline ?? nextValue(rest), values, problems);
    }
  }
  return { values, switches, positionals, problems };
}

function split(word: string): { name: string; inline: string | undefined } {
  const equals = word.indexOf('=');
  if (!word.startsWith('--') || equals < 0) return { name: word, inline: undefined };
  return { name: word.slice(0, equals), inline: word.slice(equals + 1) };
}

/** The flag's argument, unless the next word is a flag itself. */
function nextValue(rest: string[]): string | undefined {
  return rest[0]?.startsWith('--') ? undefined : rest.shift();
}

function unknownFlag(name: string, flags: readonly Flag[]): Problem {
  const known = ['--help', ...flags.map((f) => `--${f.name}`)];
  const meant = nearest(name, known);
  return {
    what: `unknown flag ${name}`,
    fix: meant === undefined ? `known flags: ${known.join(', ')}` : `did you mean ${meant}?`,
  };
}

function addSwitch(flag: Flag, inline: string | undefined, switches: Set<string>, problems: Problem[]): void {
  if (inline === undefined) switches.add(flag.name);
  else problems.push({ what: `--${flag.name} takes no value`, fix: `write --${flag.name} alone` });
}

function addValue(flag: Flag, value: string | undefined, values: Map<string, string>, problems: Problem[]): void {
  if (value === undefined || value === '') {
    problems.push({ what: `--${flag.name} lacks its value`, fix: `write --${flag.name} ${flag.value}` });
  } else if (values.has(flag.name)) {
    problems.push({ what: `--${flag.name} is given twice`, fix: 'give it once' });
  } else if (flag.choices !== undefined && !flag.choices.includes(value)) {
    const meant = nearest(value, flag.choices);
    problems.push({
      what: `--${flag.name} cannot be ${JSON.stringify(value)}`,
      fix: meant === undefined ? `one of: ${flag.choices.join(', ')}` : `did you mean ${meant}?`,
    });
  } else {
    values.set(flag.name, value);
  }
}
