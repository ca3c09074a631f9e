import { clipped } from '../../clipped.ts';
import { groupBy } from '../../groups.ts';
import type { Loosening } from '../../kube/loosening.ts';
import { json } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import type { LogDrop, LogOutput, LogPipeline, LogStream } from './log-model.ts';
import { mayMatch, takesAll, takesFiles } from './log-tags.ts';
import { isOfSecurity } from './of-security.ts';

/** Of more streams than this, every filter counts as one of them. */
const mostStreams = 200;

/** Rules that rewrite, and outputs that may take what they rewrite; beyond them it counts that none does. */
const [mostRules, mostOutputs] = [50, 200];

/** Rewritings of what was rewritten that are followed. */
const mostRounds = 10;

/** What makes two entries of configurations the same drop. */
export function codeOfDrop({ of, by }: LogDrop): string {
  return json([of, by]);
}

/** A pipeline with the streams that rules rewrite, and what these send under tags that no output takes. */
export function withRewrites(pipeline: LogPipeline): LogPipeline {
  if (pipeline.rewrites.length === 0) return pipeline;
  const [outputs, rewrites] = [pipeline.outputs.slice(0, mostOutputs), pipeline.rewrites.slice(0, mostRules)];
  const others = pipeline.rewrites
    .slice(mostRules)
    .map(({ of, rule, path }) => ({ of, by: `rewrite_tag ${rule}`, path }));
  const known = new Map(pipeline.streams.map((each) => [json([each.tag, each.source]), each]));
  const untaken = new Map<string, LogDrop>();
  let open: readonly LogStream[] = [...known.values()];
  for (let round = 0; round < mostRounds && open.length > 0 && known.size <= mostStreams; round += 1) {
    open = open.flatMap((stream) =>
      rewrites.flatMap(({ of, rule, tag, path }) => {
        if (!mayMatch(of, stream.tag)) return [];
        const next = { ...stream, tag: tagFrom(tag, stream.tag) };
        if (!outputs.some((each) => takesAll(each.of, next.tag))) {
          const said = `rewrite_tag to ${next.tag}, which no output takes for certain`;
          untaken.set(json([of, rule]), { of, by: `rewrite_tag ${rule}`, said, path });
        }
        const key = json([next.tag, next.source]);
        if (known.has(key)) return [];
        known.set(key, next);
        return [next];
      }),
    );
  }
  for (const stream of open) {
    // Under which tags these go on is not known: any filter may be for them, and no output.
    for (const { of, rule, path } of rewrites.filter((each) => mayMatch(each.of, stream.tag))) {
      untaken.set(json([of, rule]), {
        of,
        by: `rewrite_tag ${rule}`,
        said: 'rewrite_tag in too many steps to follow',
        path,
      });
      known.set(json(['*', stream.source]), { ...stream, tag: '*' });
    }
  }
  return { ...pipeline, streams: [...known.values()], drops: [...pipeline.drops, ...untaken.values(), ...others] };
}

/** What is filled in from an entry may be anything (pipeline/filters/rewrite-tag.md, New_Tag). */
function tagFrom(template: string, tag: string): string {
  return template
    .replaceAll(/\$TAG(?![\w[])/g, () => tag)
    .replaceAll(/\$\{[^}]{0,200}\}|\$[\w.]{1,200}(?:\[[^\]]{0,200}\])*/g, '*')
    .replaceAll(/\*(?:\.\*)+/g, '*');
}

/** Streams of both sides: another one that is new loses nothing. */
function keptStreams(was: LogPipeline, is: LogPipeline): readonly string[] {
  const [tags, sources] = [
    new Set(was.streams.map(({ tag }) => tag)),
    new Set(was.streams.map(({ source }) => source)),
  ];
  const kept = is.streams.filter(({ tag, source }) => tags.has(tag) || (source !== '' && sources.has(source)));
  return [...new Set(kept.map(({ tag }) => tag))];
}

/**
 * What is newly left out of logs about security: by a filter that is new, or under a tag that a filter had before and they had not.
 * `isMoved` tells whether another place left it out before, and no longer does.
 */
export function newDrops(was: LogPipeline, is: LogPipeline, isMoved: (drop: LogDrop) => boolean): readonly LogDrop[] {
  const applies = (streams: readonly string[]) => (drop: LogDrop) =>
    isOfSecurity(drop.of) || streams.length > mostStreams || streams.some((stream) => mayMatch(drop.of, stream));
  const before = was.drops.filter(applies([...new Set(was.streams.map(({ tag }) => tag))]));
  const [known, own] = [new Set(before.map(codeOfDrop)), new Set(was.drops.map(codeOfDrop))];
  const isKept = applies(keptStreams(was, is));
  return is.drops.filter((drop) => {
    const code = codeOfDrop(drop);
    return !known.has(code) && (own.has(code) || !isMoved(drop)) && isKept(drop);
  });
}

/** That entries are newly left out. */
export function dropsLowered(drops: readonly LogDrop[]): readonly Loosening[] {
  const [first] = drops;
  if (first === undefined) return [];
  const names = [...groupBy(drops, ({ of }) => of)].map(([of, own]) => {
    const ways = new Set(own.map(({ by, said }) => clipped(said ?? by, 160)));
    return `of ${of} (${[...ways].join('; ')})`;
  });
  return [
    {
      what: `newly leaves out entries ${enumerate(names)}`,
      remedy: 'Send all of these logs, and leave out what nobody needs where they are looked at.',
      severity: 'medium',
      path: first.path,
      subject: ['drops', ...new Set(drops.map(codeOfDrop).sort())],
    },
  ];
}

/** Streams about security that are read no more, or sent to nothing. */
export interface LostStreams {
  readonly unread: readonly string[];
  readonly unsent: readonly string[];
}

/** Compares what is read and sent; `isReadElsewhere` says of a file whether another configuration reads it now. */
export function lostStreams(
  was: LogPipeline,
  is: LogPipeline,
  isReadElsewhere: (file: string) => boolean,
): LostStreams {
  const [unread, unsent] = [new Set<string>(), new Set<string>()];
  const outputs = new Set(was.outputs.map(json));
  const isTaken = (tag: string) => (each: LogOutput) =>
    takesAll(each.of, tag) || (mayMatch(each.of, tag) && outputs.has(json(each)));
  for (const { tag, source } of was.inputs.slice(0, mostStreams)) {
    if (!isOfSecurity(`${tag} ${source}`) || !was.outputs.some((each) => mayMatch(each.of, tag))) continue;
    const now =
      is.inputs.find((each) => each.source === source) ?? is.inputs.find((each) => takesFiles(each.source, source));
    if (now === undefined) {
      if (!isReadElsewhere(source)) unread.add(source);
    } else if (!is.outputs.some(isTaken(now.tag))) unsent.add(`${now.tag} (${source})`);
  }
  return { unread: [...unread], unsent: [...unsent] };
}
