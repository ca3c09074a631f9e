import type { Position } from '../../kube/resource.ts';
import {
  type Candidate,
  conflict,
  covers,
  doSame,
  empties,
  mergedChanges,
  type NoWay,
  placesOf,
  type Target,
} from './candidate.ts';
import { noFileFix } from './no-file-fix.ts';
import { grantOut, textualWays, withoutSecret } from './textual-ways.ts';
import { unlisted } from './unlisted.ts';
import { objectOfGone, restored, wholeFile } from './whole-file.ts';
import { notAtHand, notEditable, type Workbench, type WorkFile } from './workbench.ts';

/** Ways to make one place of a finding go away that are tried, at most. */
const mostCandidates = 12;

/** Places of one finding that are changed together, at most. */
const mostPlaces = 50;

/** The ways to make a finding go away, the smallest change first; or why there is none. Whether one of them does is for a new judgement to say. */
export function candidatesFor(target: Target, bench: Workbench): readonly Candidate[] | NoWay {
  const { position } = target;
  const never = noFileFix(target, position && bench.file(position.file)?.file);
  if (never !== undefined) return { why: never, isFinal: true };
  if (position === undefined) return { why: 'it has no place in a file' };
  if (position.isGuess === true)
    return { why: 'it comes from rendering, and which line makes it is not known for certain' };
  if (placesOf(target).length > mostPlaces) return { why: `it is in more than ${mostPlaces} places` };
  const perPlace = placesOf(target).map((place) => ({ place, ways: candidatesAt(place, target, bench) }));
  const [first] = perPlace;
  if (first === undefined) return { why: 'it has no place in a file' };
  if ('why' in first.ways) return first.ways;
  if (perPlace.length === 1) return first.ways;
  // A finding of several places is gone when each of them is: nth ways go together.
  const all = perPlace.flatMap(({ ways }) => ('why' in ways ? [] : [ways]));
  const rounds = Math.max(...all.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, nth) =>
    all.flatMap((ways) => ways[Math.min(nth, ways.length - 1)] ?? []),
  ).flatMap((ways) => joined(ways) ?? []);
}

/** Ways of several places as one; undefined where they cannot be made together. */
function joined(candidates: readonly Candidate[]): Candidate | undefined {
  const kept: Candidate[] = [];
  for (const way of candidates) {
    const against = kept.filter((other) =>
      other.changes.some((one) => way.changes.some((each) => conflict(one, each))),
    );
    if (against.some((other) => covers(other, way))) continue;
    if (!against.every((other) => covers(way, other)) || empties(way, kept)) return undefined;
    for (const other of against) kept.splice(kept.indexOf(other), 1);
    kept.push(way);
  }
  return {
    what: [...new Set(kept.map(({ what }) => what))].slice(0, 5).join('; '),
    changes: mergedChanges(kept.flatMap(({ changes }) => changes)),
    cost: kept.reduce((sum, { cost }) => sum + cost, 0),
    hidesSecret: kept.some(({ hidesSecret }) => hidesSecret === true),
  };
}

function candidatesAt(place: Position, target: Target, bench: Workbench): readonly Candidate[] | NoWay {
  const work = bench.file(place.file);
  if (work === undefined) return deliveredAnew(place.file, bench);
  const { file } = work;
  const odd =
    bench.closed.get(place.file) ?? [file.after, file.before].flatMap((side) => (side && notAtHand(side)) ?? [])[0];
  if (odd !== undefined) return { why: odd };
  if (!bench.charge(file)) return { why: 'the files of the change are too large to look for fixes in all of them' };
  const obstacle = file.after === undefined ? bench.inTheWayOf(place.file) : undefined;
  if (obstacle !== undefined) return { why: `${obstacle} of the change is in the way of the file` };
  if (file.after === undefined)
    return file.before === undefined
      ? { why: 'the file is on neither side' }
      : [...objectOfGone(work, place, target), restored(work)];
  const { found, last } = sorted(work, place, target, bench);
  const kept = found.filter((each, index) => !found.slice(0, index).some((earlier) => doSame(earlier, each)));
  if (kept.length + last.length > 0) return [...kept.slice(0, mostCandidates - last.length), ...last];
  return { why: notEditable(file.after) ?? unsure(target) };
}

/** An unchanged file that the change has delivered: what begins to name it is taken out. */
function deliveredAnew(path: string, bench: Workbench): readonly Candidate[] | NoWay {
  const changes = unlisted(path, bench);
  if (changes.length === 0) return { why: `it is in ${path}, which the change does not touch` };
  return [{ what: `takes ${path} out of the kustomization`, changes, cost: 0 }];
}

/** The ways at a place, the smallest first, and those that are the last resort. */
interface Ways {
  readonly found: readonly Candidate[];
  readonly last: readonly Candidate[];
}

function sorted(work: WorkFile, place: Position, target: Target, bench: Workbench): Ways {
  const { after, before, path } = work;
  const isLost = target.rule === 'secret-protection-lost';
  // A file that SOPS encrypts has a MAC over all of it: only the whole file as it was is valid.
  const isSops = (isLost ? sopsBlock : /"?\bsops\b/).test(before?.text ?? '') && !/(?:^|\/)\.sops\.ya?ml$/.test(path);
  const isWhole = isSops && (isLost || target.rule === 'sops-broken');
  const inText = after === undefined || isWhole ? [] : [...textualWays({ ...work, after }, place, target, bench)];
  const ways = inText.toSorted((a, b) => a.cost - b.cost);
  const whole = wholeFile(work, target, bench);
  if (!isLost) return { found: [...ways, ...whole], last: [...grantOut(work, place, target, bench)] };
  // What read the value still needs it: a value that is only taken out leaves it without one.
  const removals = after === undefined || before === undefined ? [] : withoutSecret({ ...work, after }, place, bench);
  return {
    found: [...ways.filter(({ isRemoval }) => isRemoval !== true), ...whole],
    last: [...removals, ...ways.filter(({ isRemoval }) => isRemoval === true)].slice(0, mostRemovals),
  };
}

/** Ways that only take a value out which are tried, at most. */
const mostRemovals = 4;

/** The block that SOPS writes at the top level of a file, as YAML or as JSON. */
const sopsBlock = /^[ \t]*["']?sops["']?[ \t]*:/m;

/** Why nothing is done about what is new. */
function unsure({ object }: Target): string {
  const what = object === undefined ? 'the file' : `${object.kind} ${object.name}`;
  return `${what} is new, and what it should say instead is for its author to decide`;
}
