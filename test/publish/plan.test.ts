import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/gate.ts';
import type { Action } from '../../src/publish/action.ts';
import { type Plan, type Publication, planPublication } from '../../src/publish/plan.ts';
import { planTurnedOff } from '../../src/publish/turned-off.ts';
import { reportWith, finding as sample } from '../report/sample-report.ts';
import { comment, ModelForge, reviewDiff, type Texts } from './model-forge.ts';

const lines = (count: number, word = 'line') =>
  Array.from({ length: count }, (_, index) => `${word} ${index + 1}\n`).join('');
const before: Texts = { 'role.yaml': lines(40), 'gone.yaml': lines(5), 'other.yaml': lines(40) };
/** Line 20 of role.yaml is changed, a line is put in before line 1 of other.yaml, gone.yaml is gone, new.yaml is new. */
const after: Texts = {
  'role.yaml': lines(40).replace('line 20\n', 'changed\n'),
  'other.yaml': `first\n${lines(40)}`,
  'new.yaml': lines(60, 'new'),
};

const at = (file: string, line: number, endLine?: number): Partial<Finding> => ({
  position: { file, line, column: 1 },
  ...(endLine === undefined ? {} : { endLine }),
});

const high = (message: string, rest: Partial<Finding>) => sample('rbac-widened', 'high', { message, ...rest });
const low = (message: string, rest: Partial<Finding>) => sample('placeholder-secret', 'low', { message, ...rest });

function publication(findings: readonly Finding[], forge: ModelForge, rest: Partial<Publication> = {}): Publication {
  return {
    report: reportWith({ findings, suppressed: [], outcome: findings.length > 0 ? 'blocked' : 'passed' }),
    diff: reviewDiff(before, after),
    written: forge.written(),
    forge: { maxComments: 20, maxFileComments: 3, commentBytes: 65_536, suggestionInfo: () => 'suggestion' },
    name: 'gate',
    summary: 'when-found',
    links: {
      file: (path, line) => `https://forge.example/${path}#L${line}`,
      commit: (sha) => `https://forge.example/commit/${sha}`,
    },
    fullReport: 'the job',
    ...rest,
  };
}

/** Plans and does it. */
function run(forge: ModelForge, findings: readonly Finding[], rest: Partial<Publication> = {}): Plan {
  const plan = planPublication(publication(findings, forge, rest));
  forge.apply(plan);
  return plan;
}

const kinds = ({ actions }: Plan) => actions.map(({ kind }) => kind);
const created = ({ actions }: Plan) =>
  actions.filter((action): action is Extract<Action, { kind: 'create-thread' }> => action.kind === 'create-thread');
function missing(): never {
  throw new Error('it is not there');
}

const bodyOf = (action: Action) => ('body' in action ? [action.body] : []);

const first = (forge: ModelForge) => forge.threads[0] ?? missing();

describe('where findings are commented on', () => {
  const placed = (finding: Finding) => created(run(new ModelForge(), [finding]))[0]?.place;

  test('an added line has a new number, an unchanged one both, a removed one the old', () => {
    expect(placed(high('A.', at('new.yaml', 3)))).toMatchObject({ kind: 'line', line: { newLine: 3 } });
    expect(placed(high('A.', at('role.yaml', 20)))).toEqual({
      kind: 'line',
      file: 'role.yaml',
      oldFile: 'role.yaml',
      line: { newLine: 20 },
    });
    expect(placed(high('A.', at('other.yaml', 4)))).toMatchObject({ line: { newLine: 4, oldLine: 3 } });
    const removedAt = { file: 'role.yaml', line: 20, column: 1 };
    expect(placed(high('A.', { removedAt }))).toMatchObject({ kind: 'line', line: { oldLine: 20 } });
    expect(placed(high('A.', { removedAt: { ...removedAt, file: 'gone.yaml', line: 2 } }))).toMatchObject({
      file: 'gone.yaml',
      line: { oldLine: 2 },
    });
  });

  test('three lines of context can be commented on, the fourth cannot: then the file is', () => {
    expect(placed(high('A.', at('role.yaml', 17)))?.kind).toBe('line');
    expect(placed(high('A.', at('role.yaml', 23)))?.kind).toBe('line');
    expect(placed(high('A.', at('role.yaml', 16)))).toEqual({ kind: 'file', file: 'role.yaml', oldFile: 'role.yaml' });
    expect(placed(high('A.', at('role.yaml', 24)))?.kind).toBe('file');
  });

  test('a range is cut to what the diff shows', () => {
    expect(placed(high('A.', at('role.yaml', 10, 19)))).toMatchObject({
      start: { newLine: 17, oldLine: 17 },
      line: { newLine: 19, oldLine: 19 },
    });
  });

  test('another place of the same finding serves where its own is not in the diff', () => {
    const places = [{ file: 'new.yaml', line: 7, column: 1 }];
    expect(placed(high('A.', { ...at('untouched.yaml', 1), places }))).toMatchObject({ file: 'new.yaml' });
    expect(placed(high('A.', at('untouched.yaml', 1)))).toBeUndefined();
  });

  test('lines of the target are those of the merge base where it moved on', () => {
    const diff = new Map(reviewDiff(before, after));
    const file = diff.get('role.yaml') ?? missing();
    const target = {
      beforeLines: 42,
      afterLines: 40,
      changes: [{ before: { start: 1, count: 2 }, after: { start: 1, count: 0 } }],
    };
    diff.set('role.yaml', { ...file, target });
    const found = high('A.', { removedAt: { file: 'role.yaml', line: 22, column: 1 } });
    expect(created(run(new ModelForge(), [found], { diff }))[0]?.place).toMatchObject({ line: { oldLine: 20 } });
  });

  test('findings of one line share a comment, those of one file without lines as well, three files at most', () => {
    const here = [high('A.', at('new.yaml', 3)), low('B.', at('new.yaml', 3, 5))];
    const [only, ...more] = created(run(new ModelForge(), here));
    expect(more).toEqual([]);
    expect(only?.place).toMatchObject({ line: { newLine: 3 } });
    expect(only?.findings).toEqual(here);

    const texts = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`${n}.yaml`, lines(30)]));
    const changed = Object.fromEntries(Object.keys(texts).map((path) => [path, `first\n${lines(30)}`]));
    const far = Object.keys(texts).flatMap((path) => [
      high(`${path} A.`, at(path, 20)),
      low(`${path} B.`, at(path, 25)),
    ]);
    const plan = run(new ModelForge(), far, { diff: reviewDiff(texts, changed) });
    expect(created(plan).map(({ place, findings }) => [place.kind, findings.length])).toEqual(
      Array(3).fill(['file', 2]),
    );
    expect(plan.fileCommentsLeft).toBe(0);
  });

  test('the budget goes to the worst, and a line that may be refused has its file to fall back to', () => {
    const forge = { ...publication([], new ModelForge()).forge, maxComments: 1 };
    const plan = run(new ModelForge(), [high('A.', at('new.yaml', 9)), low('B.', at('new.yaml', 3))], { forge });
    expect(created(plan).map(({ findings }) => findings[0]?.message)).toEqual(['A.']);
    expect(created(plan)[0]?.fallback?.place).toEqual({ kind: 'file', file: 'new.yaml', oldFile: 'new.yaml' });
  });
});

describe('a suggestion', () => {
  const suggestion = 'new 3 and more';
  const body = (...findings: Finding[]) => created(run(new ModelForge(), findings))[0]?.body;
  test('is offered on exactly its lines, and left out where it would replace others', () => {
    expect(body(high('A.', { ...at('new.yaml', 3, 4), suggestion }))).toContain('```suggestion\nnew 3 and more\n```');
    expect(body(high('A.', { ...at('role.yaml', 10, 19), suggestion }))).not.toContain('suggestion');
    expect(body(high('A.', { ...at('role.yaml', 2), suggestion }))).not.toContain('suggestion');
    expect(body(high('A.', { ...at('new.yaml', 3, 4), suggestion }), low('B.', at('new.yaml', 3)))).not.toContain(
      'suggestion',
    );
  });

  test('without text it removes the lines; with text that would have to be written out there is none', () => {
    expect(body(high('A.', { ...at('new.yaml', 3), suggestion: '' }))).toContain('```suggestion\n```');
    expect(body(high('A.', { ...at('new.yaml', 3), suggestion: 'a\tb' }))).not.toContain('suggestion');
    expect(body(high('A.', { ...at('new.yaml', 3), suggestion: 'a\u202eb' }))).not.toContain('suggestion');
  });
});

describe('from run to run', () => {
  const found = high('A.', at('new.yaml', 3));

  test('a summary and a comment at first, nothing the second time', () => {
    const forge = new ModelForge();
    expect(kinds(run(forge, [found]))).toEqual(['create-summary', 'create-thread']);
    expect(kinds(run(forge, [found]))).toEqual([]);
  });

  test('a fixed finding says in which commit, keeps what it said folded, and says so when it is back', () => {
    const forge = new ModelForge();
    run(forge, [{ ...found, suggestion: 'x' }]);
    expect(kinds(run(forge, []))).toEqual(['update-summary', 'close-thread']);
    const { comments, isResolved, folded } = first(forge);
    const commit = reportWith().range.head ?? '';
    expect(comments[0]?.body).toContain(
      `✅ **Fixed** in [\`${commit.slice(0, 7)}\`](https://forge.example/commit/${commit}).`,
    );
    expect(comments[0]?.body).toContain('<details>\n<summary>What was reported</summary>');
    expect(comments[0]?.body).not.toContain('```suggestion');
    expect([isResolved, folded]).toEqual([true, true]);

    expect(kinds(run(forge, [found]))).toEqual(['update-summary', 'reopen-thread']);
    expect(first(forge).comments[0]?.body).toContain('🔁 **Back** in');
    expect(first(forge).isResolved).toBe(false);
    expect(kinds(run(forge, [found]))).toEqual([]);
  });

  test('a thread that a person answered is answered, not rewritten', () => {
    const forge = new ModelForge();
    run(forge, [found]);
    first(forge).comments.push(comment('Are you sure?', false));
    const said = first(forge).comments.map(({ body }) => body);
    expect(kinds(run(forge, []))).toEqual(['update-summary', 'answer-thread']);
    expect(kinds(run(forge, []))).toEqual([]);
    expect(kinds(run(forge, [found]))).toEqual(['update-summary', 'answer-thread']);
    expect(kinds(run(forge, [found]))).toEqual([]);
    const bodies = first(forge).comments.map(({ body }) => body);
    expect(bodies.slice(0, 2)).toEqual(said);
    expect(bodies[2]).toContain('✅ **Fixed**');
    expect(bodies[3]).toContain('🔁 **Back**');
  });

  test('a thread of which not all comments could be read is not touched while what was said last is not known', () => {
    const forge = new ModelForge();
    run(forge, [found]);
    first(forge).isCut = true;
    expect(kinds(run(forge, []))).toEqual(['update-summary']);
  });

  test('a comment whose text a person changed is theirs', () => {
    const forge = new ModelForge();
    run(forge, [found]);
    Object.assign(first(forge).comments[0] ?? {}, { isEditedByOther: true });
    expect(kinds(run(forge, [{ ...found, message: 'Another text.' }]))).toEqual(['update-summary']);
    expect(kinds(run(forge, []))).toEqual(['update-summary', 'answer-thread']);
  });

  test('what a person resolved stays resolved; once fixed and back it is a new thread', () => {
    const forge = new ModelForge();
    run(forge, [found]);
    Object.assign(first(forge), { isResolved: true, isResolvedByOther: true });
    expect(kinds(run(forge, [found]))).toEqual([]);
    expect(kinds(run(forge, []))).toEqual(['update-summary', 'close-thread']);
    expect(kinds(run(forge, [found]))).toEqual(['update-summary', 'create-thread']);
    expect(forge.threads.map(({ isResolved }) => isResolved)).toEqual([true, false]);
  });

  test('an ignored finding says by what reason and until when', () => {
    const forge = new ModelForge();
    run(forge, [found]);
    const suppressed = [{ ...found, blocking: false, reason: 'Known since May', until: '2027-05-01' }];
    const report = reportWith({ findings: [], suppressed, outcome: 'passed' });
    expect(kinds(run(forge, [], { report }))).toEqual(['update-summary', 'close-thread']);
    expect(first(forge).comments[0]?.body).toContain('until 2027-05-01: Known since May');
  });

  test('while some findings are not listed nothing is called fixed', () => {
    const forge = new ModelForge();
    run(forge, [high('a', at('role.yaml', 20))]);
    const report = reportWith({ findings: [], suppressed: [], outcome: 'blocked' }, { notListed: 'Not listed: 1.' });
    expect(kinds(run(forge, [], { report }))).not.toContain('close-thread');
    expect(kinds(run(forge, []))).toContain('close-thread');
  });

  test('while something could not be judged nothing is called fixed', () => {
    const forge = new ModelForge();
    run(forge, [found]);
    const report = reportWith({
      findings: [],
      suppressed: [],
      outcome: 'could-not-judge',
      unjudged: [{ what: 'History is missing.', remedy: 'Fetch it.' }],
    });
    expect(kinds(run(forge, [], { report }))).toEqual(['update-summary']);
  });

  test('a comment whose lines are gone is written again where the finding is now', () => {
    const forge = new ModelForge();
    run(forge, [found]);
    Object.assign(first(forge), { isOutdated: true, place: undefined });
    expect(kinds(run(forge, [{ ...found, ...at('new.yaml', 50) }]))).toEqual([
      'update-summary',
      'create-thread',
      'close-thread',
    ]);
    expect(first(forge).comments[0]?.body).toContain('↪️ **Moved** to `new.yaml:50`');
    expect(kinds(run(forge, [{ ...found, ...at('new.yaml', 50) }]))).toEqual([]);
  });

  test('a worse finding takes the place of a milder one, which is said to be still there', () => {
    const forge = new ModelForge();
    const limits = { ...publication([], forge).forge, maxComments: 1 };
    const mild = low('B.', at('new.yaml', 9));
    run(forge, [mild], { forge: limits });
    expect(kinds(run(forge, [found, mild], { forge: limits }))).toEqual([
      'update-summary',
      'create-thread',
      'close-thread',
    ]);
    expect(first(forge).comments[0]?.body).toContain('**Still there**');
    expect(first(forge).isResolved).toBe(false);
    expect(kinds(run(forge, [mild], { forge: limits }))).toEqual(['update-summary', 'reopen-thread', 'close-thread']);
    // It was there all the time.
    expect(first(forge).comments[0]?.body).toBe(run(new ModelForge(), [mild]).actions.flatMap(bodyOf)[1]);
    run(forge, [], { forge: limits });
    expect(first(forge).comments[0]?.body).toContain('✅ **Fixed**');
  });

  test('comments that are turned off say so, and stay away from where people take part', () => {
    const forge = new ModelForge();
    const none = { ...publication([], forge).forge, maxComments: 0 };
    const other = high('B.', at('new.yaml', 9));
    run(forge, [found, other]);
    run(forge, [found, other], { forge: none });
    const bodies = () => forge.threads.map(({ comments }) => comments.map(({ body }) => body));
    for (const [body] of bodies()) expect(body).toContain('in the summary only: comments on the diff are turned off.');
    first(forge).comments.push(comment('Why?', false));
    expect(kinds(run(forge, [found, other]))).toEqual(['update-summary', 'answer-thread', 'reopen-thread']);
    expect(bodies()[0]?.at(-1)).toContain('➡️ **Still there**, and shown here again.');
    expect(bodies()[1]?.[0]).not.toContain('Back');
  });

  test('of what two overlapping runs wrote the older stays', () => {
    const [forge, other] = [new ModelForge(), new ModelForge()];
    const plan = run(forge, [found]);
    forge.apply(plan);
    forge.threads.reverse();
    forge.notes.reverse();
    expect(kinds(run(forge, [found]))).toEqual(['remove-summary', 'remove-thread']);
    expect([forge.threads.map(({ order }) => order), forge.notes.map(({ order }) => order)]).toEqual([[2], [1]]);

    other.apply(plan);
    other.apply(plan);
    other.threads[1]?.comments.push(comment('This one I answered.', false));
    Object.assign(other.notes[1] ?? {}, { hasReplies: true });
    expect(kinds(run(other, [found]))).toEqual(['remove-thread']);
    expect(other.threads[0]?.comments).toHaveLength(2);
    expect(other.notes).toHaveLength(2);
  });

  test('links, which name the head, change nothing by themselves', () => {
    const forge = new ModelForge();
    const places = [{ file: 'other.yaml', line: 9, column: 1 }];
    run(forge, [{ ...found, places }]);
    const links = { file: () => 'https://forge.example/elsewhere', commit: () => undefined };
    const plan = planPublication(publication([{ ...found, places }], forge, { links, fullReport: 'another job' }));
    expect(kinds(plan)).toEqual(['update-summary']);
  });
});

describe('a place that the forge refuses', () => {
  const found = high('A.', at('new.yaml', 3));
  const other = high('B.', at('new.yaml', 9));
  const refused = new Set([found.fingerprint.slice(0, 16)]);

  test('is remembered in the summary, and tried again on another commit', () => {
    const forge = new ModelForge();
    const plan = run(forge, [found, other], { refused });
    expect(created(plan).map(({ findings }) => findings)).toEqual([[other]]);
    expect([plan.refused, [...plan.onDiff]]).toEqual([[found], [other]]);
    expect(forge.notes[0]?.body).toContain('1 of the findings is a comment on the diff too.');
    const again = run(forge, [found, other]);
    expect([kinds(again), again.refused]).toEqual([[], [found]]);
    const { report } = publication([found, other], forge);
    const next = { ...report, range: { ...report.range, head: 'e'.repeat(40) } };
    expect(kinds(run(forge, [found, other], { report: next }))).toEqual(['update-summary', 'create-thread']);
  });

  test('found out after the summary was written, is added to it; one that is gone is forgotten', () => {
    const forge = new ModelForge();
    run(forge, [other]);
    forge.notes.splice(0);
    run(forge, [found, other], { refused });
    expect(kinds(run(forge, [found, other]))).toEqual([]);
    run(forge, [other]);
    expect(forge.notes[0]?.body).not.toContain('refused=');
  });

  test('among thousands: the summary stays within its limit, and the most are remembered', () => {
    const many = Array.from({ length: 3000 }, (_, index) => high(`${index} ${'a'.repeat(200)}.`, at('new.yaml', 3)));
    const forge = new ModelForge();
    run(forge, many, { refused: new Set(many.map(({ fingerprint }) => fingerprint.slice(0, 16))) });
    expect(Buffer.byteLength(forge.notes[0]?.body ?? '')).toBeLessThanOrEqual(65_536);
    expect(/ refused=([0-9a-f,]+) -->/.exec(forge.notes[0]?.body ?? '')?.[1]?.split(',')).toHaveLength(60);
  });
});

describe('a summary that is turned off', () => {
  const found = high('A.', at('new.yaml', 3));
  const off = (forge: ModelForge, head: string) => planTurnedOff(forge.written(), 'gate', head, { isDiffKept: false });

  test('stays while it is about the same commit; about another it says once that it is no longer kept', () => {
    const forge = new ModelForge();
    run(forge, [found]);
    const head = reportWith().range.head ?? '';
    expect(off(forge, head).actions).toEqual([]);
    forge.apply(off(forge, 'e'.repeat(40)));
    expect(forge.notes.map(({ body }) => body)).toEqual([expect.stringContaining('no longer kept up to date')]);
    expect(off(forge, 'f'.repeat(40)).actions).toEqual([]);
    expect(kinds(run(forge, [found]))).toEqual(['update-summary']);
    expect(forge.notes[0]?.body).toContain('❌ gitops-gate: blocked');
  });

  test('is not written where none is, and comments on the diff go on', () => {
    const forge = new ModelForge();
    expect(off(forge, 'e'.repeat(40)).actions).toEqual([]);
    run(forge, [found]);
    const { report } = publication([], forge);
    const next = { ...report, range: { ...report.range, head: 'e'.repeat(40) } };
    expect(kinds(run(forge, [], { report: next, summary: 'off' }))).toEqual(['update-summary', 'close-thread']);
    expect(forge.notes[0]?.body).toContain('Findings on lines are comments on the diff');
    expect(kinds(run(forge, [], { report: next, summary: 'off' }))).toEqual([]);
  });
});

describe('the summary comment', () => {
  const found = high('A.', at('new.yaml', 3));

  test('is not written on a clean request, unless always; off means never', () => {
    expect(kinds(run(new ModelForge(), []))).toEqual([]);
    expect(kinds(run(new ModelForge(), [], { summary: 'always' }))).toEqual(['create-summary']);
    expect(kinds(run(new ModelForge(), [found], { summary: 'off' }))).toEqual(['create-thread']);
  });

  test('says in place that all is well again', () => {
    const forge = new ModelForge();
    run(forge, [found]);
    run(forge, []);
    expect(forge.notes.map(({ body }) => body.includes('✅'))).toEqual([true]);
    expect(kinds(run(forge, []))).toEqual([]);
  });

  test('is one for each instance; markers of others, other accounts and further down in a text mean nothing', () => {
    const forge = new ModelForge();
    run(forge, [found]);
    expect(kinds(run(forge, [found], { name: 'second' }))).toEqual(['create-summary', 'create-thread']);
    const theirs = new ModelForge();
    run(theirs, [found]);
    Object.assign(theirs.notes[0] ?? {}, { isOurs: false });
    Object.assign(first(theirs).comments[0] ?? {}, { isOurs: false });
    expect(kinds(run(theirs, [found]))).toEqual(['create-summary', 'create-thread']);
    const quoted = new ModelForge();
    run(quoted, [found]);
    Object.assign(quoted.notes[0] ?? {}, { body: `> ${quoted.notes[0]?.body}` });
    expect(kinds(run(quoted, [found]))).toEqual(['create-summary']);
  });
});

test('a comment holds ten findings and fits, however long they are; what is over is in the summary', () => {
  const long = '\u202e`'.repeat(400);
  const many = Array.from({ length: 40 }, (_, index) =>
    high(`${index} ${long}`, { ...at('new.yaml', 3), details: Array(50).fill(long), remedy: long }),
  );
  const plan = run(new ModelForge(), many);
  const [only, ...more] = created(plan);
  expect(more).toEqual([]);
  expect(only?.findings).toHaveLength(10);
  expect(Buffer.byteLength(only?.body ?? '')).toBeLessThanOrEqual(65_536);
  expect(plan.onDiff.size).toBe(10);
});
