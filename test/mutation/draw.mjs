import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mutantsOf, mutated } from './mutants.mjs';
import { roomOf } from './rooms.mjs';

/** Mulberry32: numbers from 0 to below 1, the same for the same seed everywhere. */
function randomly(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const sourceOf = (root, file) => readFileSync(join(root, 'src', file), 'utf8');

/**
 * Draws places of the sources, each as likely as any other, and one mutant of each; all places where no count is given. `room` and `file` are
 * lists with commas, and a file may be a folder.
 */
export function drawMutants({ root, room, file, seed, count }) {
  const rooms = room?.split(',');
  const paths = file?.split(',');
  const isWanted = (path) => paths?.some((each) => path === each || path.startsWith(`${each}/`)) ?? true;
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((each) => each.endsWith('.ts') && (rooms?.includes(roomOf(each)) ?? true) && isWanted(join('src', each)))
    .sort();
  const places = files.flatMap((each) => {
    const byPlace = new Map();
    for (const mutant of mutantsOf(sourceOf(root, each))) {
      const place = `${mutant.kind} ${mutant.start} ${mutant.end}`;
      byPlace.set(place, [...(byPlace.get(place) ?? []), mutant]);
    }
    return [...byPlace.values()].map((mutants) => ({ file: each, mutants }));
  });
  if (places.length === 0) {
    process.stderr.write(
      `There is nothing to change in ${file ?? room ?? 'src'}: name files or folders of src/ (src/policy/glob.ts), or rooms (rbac).\n`,
    );
    process.exit(2);
  }
  const random = randomly(Number(seed));
  const wanted = count === undefined ? places.length : Number(count);
  const drawn = [];
  while (drawn.length < wanted && places.length > 0) {
    const [{ file: from, mutants }] = places.splice(Math.floor(random() * places.length), 1);
    drawn.push({ file: from, ...mutants[Math.floor(random() * mutants.length)] });
  }
  // In the order drawn: what a run that is ended early has tried is a sample as well.
  return drawn;
}

/** The options of a script; `--help`, and one that there is not, print what its first lines say. */
export function optionsOf(script, options) {
  const head = readFileSync(script, 'utf8').split('\n');
  const usage = head
    .slice(
      0,
      head.findIndex((line) => !line.startsWith('//')),
    )
    .map((line) => line.slice(3));
  try {
    const { values } = parseArgs({ options: { ...options, help: { type: 'boolean', default: false } } });
    if (!values.help) return values;
    process.stdout.write(`${usage.join('\n')}\n`);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${error.message}\n\n${usage.join('\n')}\n`);
    process.exit(2);
  }
}

/** The changed lines, as a diff shows them. */
export function diffOf({ file, kind, ...mutant }, root) {
  const source = sourceOf(root, file);
  const [before, after] = [source.split('\n'), mutated(source, mutant).split('\n')];
  let first = 0;
  while (before[first] === after[first]) first += 1;
  let last = 1;
  while (before.at(-last) === after.at(-last)) last += 1;
  const lines = (text, sign) => text.slice(first, text.length - last + 1).map((line) => `${sign} ${line}`);
  return [`src/${file}:${first + 1} ${kind}`, ...lines(before, '-'), ...lines(after, '+')].join('\n');
}
