import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Finding } from '../../src/gate.ts';
import type { Forge } from '../../src/publish/forge.ts';
import { readMarker, shortFingerprint } from '../../src/publish/marker.ts';
import { type Publication, planPublication } from '../../src/publish/plan.ts';
import { severities } from '../../src/severity.ts';
import { reportWith, finding as sample } from '../report/sample-report.ts';
import { runs } from '../thorough.ts';
import { comment, ModelForge, reviewDiff, type Texts } from './model-forge.ts';

const files = ['a.yaml', 'b.yaml', 'c.yaml', 'd.yaml', 'same.yaml'];
const base: Texts = Object.fromEntries(
  files.map((file) => [file, Array.from({ length: 30 }, (_, line) => `${file} ${line}\n`).join('')]),
);

/** What is in a file at one push: lines taken out and put in, at most of it as it was. */
interface Edit {
  readonly file: string;
  readonly at: number;
  readonly remove: number;
  readonly insert: number;
}

const edit = fc.record({
  file: fc.constantFrom(...files.slice(0, 4)),
  at: fc.nat(29),
  remove: fc.nat(3),
  insert: fc.nat(3),
});

let unique = 0;
function edited(texts: Texts, edits: readonly Edit[]): Texts {
  const next: Record<string, string> = { ...texts };
  for (const { file, at, remove, insert } of edits) {
    const lines = (next[file] ?? '').split(/(?<=\n)/);
    lines.splice(at, remove, ...Array.from({ length: insert }, () => `new ${unique++}\n`));
    next[file] = lines.join('');
  }
  return next;
}

/** A finding, one of 24 that come and go. */
interface Seen {
  readonly number: number;
  readonly file: string;
  readonly line: number;
  readonly length: number;
  readonly isRemoved: boolean;
}

const seen = fc.record({
  number: fc.nat(23),
  file: fc.constantFrom(...files, 'elsewhere.yaml'),
  line: fc.integer({ min: 1, max: 34 }),
  length: fc.nat(4),
  isRemoved: fc.boolean(),
});

function findingOf({ number, file, line, length, isRemoved }: Seen): Finding {
  const severity = severities[number % severities.length] ?? 'low';
  const position = { file, line, column: 1 };
  const where = number === 0 ? {} : isRemoved ? { removedAt: position } : { position, endLine: line + length };
  const suggestion = number % 3 === 0 ? { suggestion: 'verbs: [get]' } : {};
  return sample('rbac-widened', severity, { message: `Finding ${number}.`, ...where, ...suggestion });
}

/** What happens between two runs. */
const happening = fc.record({
  edits: fc.array(edit, { maxLength: 3 }),
  seen: fc.uniqueArray(seen, { maxLength: 14, selector: ({ number }) => number }),
  ignored: fc.option(fc.nat(23), { nil: undefined }),
  isUnjudged: fc.boolean(),
  people: fc.array(
    fc.record({
      what: fc.constantFrom(
        'answer',
        'resolve',
        'unresolve',
        'edit',
        'note',
        'delete',
        'reply to a note',
        'edit a note',
      ),
      which: fc.nat(30),
    }),
    { maxLength: 3 },
  ),
  /** Findings whose places the forge refuses. */
  refused: fc.array(fc.nat(23), { maxLength: 4 }),
  max: fc.constantFrom(0, 1, 3, 5, 20),
});

function act(forge: ModelForge, what: string, which: number): void {
  const thread = forge.threads[which % Math.max(1, forge.threads.length)];
  const note = forge.notes[which % Math.max(1, forge.notes.length)];
  if (what === 'note')
    forge.notes.unshift({
      ...comment('<!-- gitops-gate summary 000000000000 digest=0000000000000000 -->', false),
      id: `note-${which}-${forge.notes.length}`,
      order: which,
      hasReplies: false,
    });
  if (what === 'reply to a note' && note) note.hasReplies = true;
  if (what === 'edit a note' && note)
    Object.assign(note, { body: `${note.body}, says a person`, isEditedByOther: true });
  if (thread === undefined) return;
  if (what === 'answer') thread.comments.push(comment('I do not think so.', false));
  if (what === 'resolve') Object.assign(thread, { isResolved: true, isResolvedByOther: true });
  if (what === 'unresolve') Object.assign(thread, { isResolved: false, isResolvedByOther: false });
  if (what === 'edit')
    Object.assign(thread.comments[0] ?? {}, { body: `${thread.comments[0]?.body} indeed`, isEditedByOther: true });
  if (what === 'delete') forge.threads.splice(forge.threads.indexOf(thread), 1);
}

/** All that people wrote or edited. */
function words(forge: ModelForge): string[] {
  const comments = [...forge.threads.flatMap(({ comments }) => comments), ...forge.notes];
  return comments.filter(({ isOurs, isEditedByOther }) => !isOurs || isEditedByOther).map(({ body }) => body);
}

const limits = (maxComments: number): Forge => ({
  maxComments,
  maxFileComments: 3,
  commentBytes: 65_536,
  suggestionInfo: () => 'suggestion',
});

const links = {
  file: (path: string, line: number) => `https://forge.example/${path}#L${line}`,
  commit: (sha: string) => `https://forge.example/commit/${sha}`,
};

describe('a plan, over any history of pushes, findings and people', () => {
  test('settles, shows all, holds the budget and touches nobody else’s words', () => {
    fc.assert(
      fc.property(fc.array(happening, { minLength: 1, maxLength: 6 }), (history) => {
        const forge = new ModelForge();
        let head = base;
        for (const { edits, seen, ignored, isUnjudged, people, refused, max } of history) {
          const now = edited(head, edits);
          forge.push(base, head, now);
          head = now;
          for (const { what, which } of people) act(forge, what, which);
          const found = seen.filter(({ number }) => number !== ignored).map(findingOf);
          const hidden = seen.filter(({ number }) => number === ignored).map(findingOf);
          const report = reportWith({
            outcome: found.length > 0 ? 'blocked' : isUnjudged ? 'could-not-judge' : 'passed',
            findings: found.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity)),
            suppressed: hidden.map((each) => ({ ...each, reason: 'Known', until: '2027-01-01' })),
            unjudged: isUnjudged ? [{ what: 'One thing.', remedy: 'Mend it.' }] : [],
          });
          const publication = (): Publication => ({
            report,
            diff: reviewDiff(base, head),
            written: forge.written(),
            forge: limits(max),
            name: 'gate',
            summary: 'when-found',
            links,
            fullReport: 'the job',
          });
          const spoken = words(forge);
          const resolved = forge.threads.filter(({ isResolvedByOther }) => isResolvedByOther);
          const openBefore = openIds(forge);

          const placeless = found.filter(({ message }) => refused.some((number) => message === `Finding ${number}.`));
          const plan = planPublication({
            ...publication(),
            refused: new Set(placeless.map(({ fingerprint }) => shortFingerprint(fingerprint))),
          });
          forge.apply(plan);
          for (const action of plan.actions)
            if (action.kind === 'create-thread')
              for (const each of placeless) expect(action.findings).not.toContain(each);

          expect(planPublication(publication()).actions).toEqual([]);
          expect(words(forge)).toEqual(spoken);
          expect(resolved.filter(({ isResolved }) => !isResolved)).toEqual([]);
          const ids = new Set(found.map(({ fingerprint }) => shortFingerprint(fingerprint)));
          const counted = open(forge).filter((thread) => isOurOwn(thread) && idsOf(thread).some((id) => ids.has(id)));
          expect(counted.length).toBeLessThanOrEqual(max);
          const shown = open(forge).flatMap(idsOf);
          expect(new Set(shown).size).toBe(shown.length);
          for (const each of found) {
            expect(shown.includes(shortFingerprint(each.fingerprint))).toBe(plan.onDiff.has(each));
            expect(plan.onDiff.has(each) || plan.hasSummary).toBe(true);
          }
          if (isUnjudged)
            expect(forge.threads.filter((thread) => openBefore.has(thread.id) && stateOf(thread) === 'fixed')).toEqual(
              [],
            );
          else for (const thread of open(forge)) expectCurrent(thread, ids);
          expect(summaries(forge)).toBeLessThanOrEqual(1);
          if (found.length > 0) expect(summaries(forge)).toBe(1);
        }
      }),
      { numRuns: runs(100) },
    );
  });
});

function stateOf({ comments }: ModelForge['threads'][number]): string | undefined {
  const states = comments.flatMap(({ body, isOurs }) => {
    const marker = isOurs ? readMarker(body) : undefined;
    return marker !== undefined && 'state' in marker ? [marker.state] : [];
  });
  return states.at(-1);
}

/** Whether the budget counts it: nobody joined it, and nobody else resolved it. */
function isOurOwn({ comments, isResolvedByOther }: ModelForge['threads'][number]): boolean {
  return !isResolvedByOther && comments.every(({ isOurs, isEditedByOther }) => isOurs && !isEditedByOther);
}

/** What is open shows what is found; a thread that cannot be rewritten may still show more. */
function expectCurrent(thread: ModelForge['threads'][number], found: ReadonlySet<string>): void {
  const still = idsOf(thread).filter((id) => found.has(id));
  if (isOurOwn(thread)) expect(still).toEqual(idsOf(thread));
  else expect(still).not.toEqual([]);
}

const open = (forge: ModelForge) => forge.threads.filter((thread) => stateOf(thread) === 'open');
const openIds = (forge: ModelForge) => new Set(open(forge).map(({ id }) => id));

function idsOf({ comments }: ModelForge['threads'][number]): readonly string[] {
  const marker = readMarker(comments[0]?.body ?? '');
  return marker?.kind === 'finding' ? marker.findings : [];
}

/** Those of ours that nobody edited. */
function summaries(forge: ModelForge): number {
  return forge.notes.filter(
    ({ body, isOurs, isEditedByOther }) => isOurs && !isEditedByOther && readMarker(body)?.kind === 'summary',
  ).length;
}
