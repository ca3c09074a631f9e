import { describe, expect, test } from '@jest/globals';
import { readAvailable, readBlobs } from '../../src/gather/blobs.ts';
import { Budget, LimitError } from '../../src/gather/budget.ts';
import { Stopwatch } from '../../src/gather/stopwatch.ts';
import { readTrees } from '../../src/gather/trees.ts';
import { emptyRange } from '../../src/git/range/range.ts';
import { MissingObjectsError, type TreeChange } from '../../src/git/repository.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { folderOfFiles, memoryRepository } from '../rules/memory-repository.ts';

const limits = { ...defaultPolicy.limits, totalBytes: 10, seconds: 100 };
const split = 'split the change';
const notThrown = new LimitError('x', split);

describe('what one run may read and do', () => {
  test('is so many bytes together', () => {
    const budget = new Budget(limits);
    budget.charge(4);
    budget.charge(6);
    const over = new LimitError(
      'the change needs more than limits.totalBytes (10) bytes to be read',
      'split the change, or raise limits.totalBytes in the base branch’s policy.yaml',
    );
    expect(() => budget.charge(1)).toThrow(over);
    expect(over.name).toBe(notThrown.name);
  });

  test('is fifty million steps', () => {
    const budget = new Budget(limits);
    budget.spend(50_000_000);
    expect(() => budget.spend(1)).toThrow(
      'reading the change takes more than 50,000,000 steps: too many files, or files that name too many others',
    );
  });

  test('is so many seconds, which each charge looks at, and each hundred thousand steps', () => {
    const late = () => new Budget(limits, performance.now() - 101_000);
    const over = 'judging took longer than limits.seconds (100)';
    expect(late().isOver).toBe(true);
    expect(() => late().charge(0)).toThrow(over);
    expect(() => late().checkTime()).toThrow(over);
    const budget = late();
    budget.spend(99_999);
    expect(() => budget.spend(1)).toThrow(over);
    budget.spend(99_999);
    expect(() => budget.spend(1)).toThrow(over);
    const early = new Budget(limits, performance.now() - 1_000);
    expect(early.isOver).toBe(false);
    early.spend(200_000);
    early.charge(1);
  });

  test('a part that meets a limit is noted once, gives back what it took, and ends nothing else', async () => {
    const budget = new Budget(limits);
    budget.charge(2);
    const part = (name: string) =>
      budget.part(
        name,
        () => {
          budget.charge(8);
          budget.spend(50_000_000);
          budget.spend(1);
          return 'whole';
        },
        () => 'otherwise',
      );
    expect(await part('Reading a')).toBe('otherwise');
    expect(await part('Reading a')).toBe('otherwise');
    expect(await part('Reading b')).toBe('otherwise');
    budget.charge(8);
    expect(() => budget.charge(1)).toThrow(LimitError);
    const message =
      'broke off: reading the change takes more than 50,000,000 steps: too many files, or files that name too many others';
    expect(budget.unfinished).toEqual([
      { what: `Reading a ${message}`, remedy: split },
      { what: `Reading b ${message}`, remedy: split },
    ]);
    expect(() => budget.requireFinished()).toThrow(`Reading a ${message}`);
  });

  test('a part that comes to its end gives what it made, and keeps what it took', async () => {
    const budget = new Budget(limits);
    expect(
      await budget.part(
        'Reading',
        async () => budget.charge(9) ?? 'whole',
        () => 'otherwise',
      ),
    ).toBe('whole');
    expect(
      budget.partNow(
        'Reading',
        () => 'whole',
        () => 'otherwise',
      ),
    ).toBe('whole');
    expect(() => budget.charge(2)).toThrow(LimitError);
    expect(budget.unfinished).toEqual([]);
    budget.requireFinished();
  });

  test('anything else that goes wrong in a part is thrown', async () => {
    const budget = new Budget(limits);
    const fail = () => {
      throw new TypeError('a bug');
    };
    await expect(budget.part('Reading', fail, () => 1)).rejects.toThrow('a bug');
    expect(() => budget.partNow('Reading', fail, () => 1)).toThrow('a bug');
    expect(budget.unfinished).toEqual([]);
  });

  test('work that keeps what it has done asks whether the time is over, which is noted once', () => {
    const inTime = new Budget(limits);
    expect(inTime.overIn('Comparing')()).toBe(false);
    expect(inTime.unfinished).toEqual([]);
    const late = new Budget(limits, performance.now() - 101_000);
    const isOver = late.overIn('Comparing');
    expect([isOver(), isOver(), isOver()]).toEqual([true, true, true]);
    expect(late.unfinished.map(({ what }) => what)).toEqual([
      'Comparing broke off: judging took longer than limits.seconds (100)',
    ]);
  });
});

test('a run and its steps are timed, also a step that fails; those that the host shows go through it', async () => {
  const shown: string[] = [];
  const watch = new Stopwatch({
    step: (title, work) => {
      shown.push(title);
      return work();
    },
  });
  const start = Date.now();
  expect(await watch.step('Read', async () => 1)).toBe(1);
  expect(await watch.time('Count', () => 2)).toBe(2);
  await expect(
    watch.time('Fail', () => {
      throw new Error('it failed');
    }),
  ).rejects.toThrow('it failed');
  await watch.time('Wait', () => new Promise((resolve) => setTimeout(resolve, 30)));
  const { start: begun, end, steps } = watch.record();
  expect(shown).toEqual(['Read']);
  expect(steps.map(({ name }) => name)).toEqual(['Read', 'Count', 'Fail', 'Wait']);
  expect(
    steps.every(({ milliseconds }) => Number.isInteger(milliseconds) && milliseconds >= 0 && milliseconds < 10_000),
  ).toBe(true);
  expect(steps.at(-1)?.milliseconds).toBeGreaterThanOrEqual(25);
  expect(begun).toBeLessThanOrEqual(start);
  expect(end - begun).toBeGreaterThanOrEqual(25);
  expect(end - begun).toBeLessThan(60_000);
});

describe('the trees that are compared', () => {
  const entry = (id: string) => ({ mode: '100644', id });
  const changes: readonly TreeChange[] = [
    { path: 'a', before: entry('1'), after: entry('2') },
    { path: 'new', before: undefined, after: entry('3') },
    { path: 'gone', before: entry('4'), after: undefined },
  ];
  const after = new Map([
    ['a', entry('2')],
    ['new', entry('3')],
    ['same', entry('5')],
  ]);
  const repository = (all: readonly TreeChange[]) => ({ changes: async () => all, tree: async () => after });
  const range = { ...emptyRange('request'), before: 'b', after: 'a' };

  test('follow from the one after and what differs', async () => {
    expect(await readTrees(repository(changes), range)).toEqual({
      before: new Map([
        ['a', entry('1')],
        ['same', entry('5')],
        ['gone', entry('4')],
      ]),
      after,
      changes,
    });
  });

  test('are empty where nothing differs, or none are compared', async () => {
    const empty = { before: new Map(), after: new Map(), changes: [] };
    expect(await readTrees(repository([]), range)).toEqual(empty);
    expect(await readTrees(repository(changes), { ...range, after: undefined })).toEqual(empty);
  });
});

describe('reading blobs', () => {
  const folder = folderOfFiles({ a: 'aaaa', b: 'bb' });
  const idOf = (path: string) => folder.tree.get(path)?.id ?? '';
  const repository = memoryRepository(folder, folder);

  test('gives each once with the files that have it, and charges for its bytes', async () => {
    const budget = new Budget(limits);
    const wanted = new Map([
      [idOf('a'), [{ path: 'a' }, { path: 'c' }]],
      [idOf('b'), [{ path: 'b' }]],
    ]);
    const read = [];
    for await (const each of readBlobs(repository, wanted, 3, budget)) read.push(each);
    expect(read).toEqual([
      { id: idOf('a'), files: [{ path: 'a' }, { path: 'c' }], bytes: undefined, size: 4 },
      { id: idOf('b'), files: [{ path: 'b' }], bytes: Buffer.from('bb'), size: 2 },
    ]);
    budget.charge(8);
    expect(() => budget.charge(1)).toThrow(LimitError);
  });

  test('of one that is nowhere is a lack of the run', async () => {
    const reading = async () => {
      for await (const _ of readBlobs(repository, new Map([['none', [{ path: 'x.yaml' }]]]), 9));
    };
    const error = await reading().catch((thrown: unknown) => thrown);
    expect(error).toEqual(
      new MissingObjectsError(
        'The content of x.yaml (blob none) is not in this clone and could not be fetched.',
        'Clone without a filter and with the whole history, or give a token that may read the repository.',
      ),
    );
  });

  test('that are available leaves out the others', async () => {
    const budget = new Budget(limits);
    const contents = await readAvailable(repository, [idOf('a'), idOf('b'), 'none'], 3, budget);
    expect(contents).toEqual(new Map([[idOf('b'), Buffer.from('bb')]]));
    budget.charge(8);
    expect(() => budget.charge(1)).toThrow(LimitError);
    expect((await readAvailable(repository, [idOf('a')], 4)).size).toBe(1);
  });
});
