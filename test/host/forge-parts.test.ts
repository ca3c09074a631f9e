import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/gate.ts';
import { Account, type Delivery } from '../../src/host/forge/account.ts';
import {
  countOf,
  flagOf,
  flagOr,
  listIn,
  listOf,
  listOr,
  objectOf,
  oneOf,
  textOf,
  textsOf,
} from '../../src/host/forge/answer.ts';
import { ApiFailure, OddAnswer } from '../../src/host/forge/api-failure.ts';
import { isGateName, isWanted } from '../../src/host/forge/channels.ts';
import { deliveredBranches, isPattern } from '../../src/host/forge/delivered.ts';
import { factOf, unknownOf } from '../../src/host/forge/fact-of.ts';
import { turnOff } from '../../src/host/forge/turn-off.ts';
import { refsOf, usualScan } from '../../src/host/invocation.ts';
import type { Plan } from '../../src/publish/plan.ts';
import { finding } from '../report/sample-report.ts';

describe('what a forge’s answer holds', () => {
  const answer = { text: 'a', empty: '', yes: true, count: 3, list: ['x'], none: null, half: 0.5, less: -1 };

  test('is read where it is as it should be', () => {
    expect([
      objectOf(answer),
      textOf(answer, 'text'),
      flagOf(answer, 'yes'),
      countOf(answer, 'count'),
      countOf({ a: 0 }, 'a'),
    ]).toEqual([answer, 'a', true, 3, 0]);
    expect([flagOr(answer, 'none', true), flagOr(answer, 'absent', false), flagOr(answer, 'yes', false)]).toEqual([
      true,
      false,
      true,
    ]);
    expect([
      oneOf(answer, 'text', ['b', 'a']),
      listOf(['x']),
      listIn(answer, 'list'),
      listOr(answer, 'list'),
      listOr(answer, 'none'),
      listOr(answer, 'absent'),
      textsOf(['x']),
    ]).toEqual(['a', ['x'], ['x'], ['x'], [], [], ['x']]);
  });

  test.each<[name: string, read: () => unknown, message: string]>([
    ['no object', () => objectOf([]), 'an answer that is not an object'],
    ['no text', () => textOf(answer, 'count'), 'an answer without count'],
    ['an empty text', () => textOf(answer, 'empty'), 'an answer without empty'],
    ['no flag', () => flagOf(answer, 'text'), 'an answer without text'],
    ['no flag where one may be absent', () => flagOr(answer, 'text', true), 'an answer without text'],
    ['no number', () => countOf(answer, 'text'), 'an answer without text'],
    ['half a number', () => countOf(answer, 'half'), 'an answer without half'],
    ['a negative number', () => countOf(answer, 'less'), 'an answer without less'],
    ['another word', () => oneOf(answer, 'text', ['b']), 'an answer without text as it is documented'],
    ['no list', () => listOf({}), 'an answer that is not a list'],
    ['no list in it', () => listIn(answer, 'text'), 'an answer without text'],
    ['no list where one may be absent', () => listOr(answer, 'text'), 'an answer without text'],
    ['a list of other things', () => textsOf(['x', 1]), 'an answer with a list of other things than texts'],
  ])('%s is odd', (_, read, message) => expect(read).toThrow(new OddAnswer(message)));
});

describe('why a fact is not known', () => {
  test.each<[kind: ApiFailure['kind'], status: number | undefined, message: string, expected: unknown]>([
    [
      'over',
      301,
      'asking: 301 Moved.',
      { unknown: 'asking: 301 Moved', remedy: expect.stringContaining('another name now') },
    ],
    [
      'over',
      429,
      'asking: 429 x.',
      { unknown: 'asking: 429 x', remedy: expect.stringContaining('Run it again later') },
    ],
    ['unsure', 500, 'asking: 500 x', { unknown: 'asking: 500 x' }],
    ['invalid', 400, 'asking: 400 x', { unknown: 'asking: 400 x' }],
    [
      'denied',
      401,
      'asking: 401 x',
      { unknown: 'asking: 401 x', needs: 'a token that is valid', remedy: expect.stringContaining('make a new one') },
    ],
    [
      'denied',
      403,
      'asking: 403 needs SAML',
      { unknown: 'asking: 403 needs SAML', needs: expect.stringContaining('single sign-on') },
    ],
    [
      'denied',
      403,
      'asking: 403 needs SSO.',
      { unknown: 'asking: 403 needs SSO', needs: expect.stringContaining('single sign-on') },
    ],
    [
      'denied',
      403,
      'asking: 403 x - https://docs.github.com/rest/a',
      { unknown: 'asking: 403 x', needs: 'keys: read' },
    ],
    [
      'denied',
      404,
      'asking: 404 x',
      {
        unknown: 'asking: 404 x',
        needs: 'keys: read',
        remedy: 'Give the token what it needs: keys: read; or correct the name, if there is nothing of that name.',
      },
    ],
    [
      'missing',
      404,
      'asking: 404 x',
      { unknown: 'asking: 404 x', needs: 'keys: read', remedy: expect.stringContaining('correct the name') },
    ],
    ['denied', 299, 'asking: x', { unknown: 'asking: x', needs: 'keys: read' }],
    ['denied', 400, 'asking: x', { unknown: 'asking: x', needs: 'keys: read' }],
  ])('%s, %s: %s', (kind, status, message, expected) => {
    expect(unknownOf(new ApiFailure(kind, message, status), 'keys: read')).toEqual(expected);
  });

  test('is a failure of the forge, and no fault of this program', async () => {
    expect(await factOf(async () => 1, 'x')).toEqual({ value: 1 });
    expect(await factOf(() => Promise.reject(new ApiFailure('unsure', 'It broke.', 500)), 'x')).toEqual({
      unknown: 'It broke',
    });
    await expect(factOf(() => Promise.reject(new TypeError('a bug')), 'x')).rejects.toThrow('a bug');
  });
});

describe('the account of a delivery', () => {
  const [one, other] = [
    finding('rbac-widened', 'high', { message: 'a' }),
    finding('rbac-widened', 'high', { message: 'b' }),
  ];
  const plan = (more: Partial<Plan> = {}): Plan =>
    ({ actions: [], onDiff: new Set([one]), hasSummary: true, refused: [], fileCommentsLeft: 0, ...more }) as Plan;
  const account = (does: (account: Account) => void): Delivery => {
    const own = new Account();
    does(own);
    return own.result();
  };
  const create = (findings: readonly Finding[]) => [{ kind: 'create-thread', findings }] as unknown as Plan['actions'];

  test('is what is shown already, as long as nothing is left to do about it', () => {
    expect(account((own) => own.begin(plan()))).toEqual({
      state: 'published',
      onDiff: new Set([one]),
      hasSummary: true,
      problems: [],
      written: 0,
    });
    const actions = [...create([one]), { kind: 'update-summary' }] as unknown as Plan['actions'];
    expect(account((own) => own.begin(plan({ actions })))).toMatchObject({ onDiff: new Set(), hasSummary: false });
    const creating = [{ kind: 'create-summary' }] as unknown as Plan['actions'];
    expect(account((own) => own.begin(plan({ actions: creating, onDiff: new Set([one, other]) })))).toMatchObject({
      onDiff: new Set([one, other]),
      hasSummary: false,
    });
    const reopening = [
      { kind: 'reopen-thread', findings: [other] },
      { kind: 'close-thread', findings: [one] },
    ] as unknown as Plan['actions'];
    expect(account((own) => own.begin(plan({ actions: reopening, onDiff: new Set([one, other]) }))).onDiff).toEqual(
      new Set([one]),
    );
    expect(account((own) => own.begin(plan({ hasSummary: false }))).hasSummary).toBe(false);
  });

  test('counts what is written, and what is shown by it', () => {
    const result = account((own) => {
      own.begin(plan({ hasSummary: false, onDiff: new Set() }));
      own.wrote([one, other]);
      own.wrote();
      own.showsSummary();
    });
    expect(result).toEqual({
      state: 'published',
      onDiff: new Set([one, other]),
      hasSummary: true,
      problems: [],
      written: 2,
    });
  });

  test('is partial with a problem, each of which is said once', () => {
    expect(
      account((own) => {
        for (const each of ['a', 'a', 'b']) own.problem(each);
      }),
    ).toMatchObject({
      state: 'partial',
      problems: ['a', 'b'],
    });
    const refused = (count: number) =>
      account((own) => Array.from({ length: count }, (_, at) => own.refused(`${at}`)).length).problems;
    expect(refused(3)).toEqual(['0', '1', '2']);
    expect(refused(4)).toEqual(['0', '1', '2', 'The same holds for 1 more place.']);
    expect(refused(5).at(-1)).toBe('The same holds for 2 more places.');
  });

  test.each<[kind: ApiFailure['kind'], written: number, state: Delivery['state']]>([
    ['denied', 0, 'denied'],
    ['denied', 1, 'partial'],
    ['over', 0, 'failed'],
    ['over', 1, 'partial'],
  ])('ended by %s after %i writes it is %s', (kind, written, state) => {
    const result = account((own) => {
      for (let at = 0; at < written; at++) own.wrote();
      own.fail(new ApiFailure(kind, 'It ended.'));
    });
    expect(result).toMatchObject({ state, problems: ['It ended.'] });
  });

  test('is outdated where the request has another head', () => {
    const ids = ['a'.repeat(40), 'b'.repeat(40)] as const;
    const result = (written: boolean) =>
      account((own) => {
        if (written) own.wrote();
        own.outdated(...ids);
      });
    expect(result(false)).toMatchObject({
      state: 'outdated',
      problems: [
        "The request's head is bbbbbbb by now, and aaaaaaa was judged: nothing was published. The run for the new head publishes.",
      ],
    });
    expect(result(true).problems[0]).toContain('publishing stopped');
  });

  test('of turning comments off says only what could not be done about one that is there', async () => {
    const problems = ['It may not.'];
    const delivery =
      (notes: readonly unknown[]) => async (planner: (written: never, refused: ReadonlySet<string>) => Plan) => {
        planner({ head: 'h', threads: [], notes } as never, new Set());
        return { state: 'denied', onDiff: new Set(), hasSummary: false, problems, written: 0 } as Delivery;
      };
    expect(await turnOff(delivery([]) as never, 'h', { name: 'gate', title: undefined })).toEqual([]);
  });
});

test('what is asked of comments', () => {
  const wanted = (comment: 'inline' | 'summary' | 'off', summary: 'always' | 'off' = 'always') =>
    isWanted({ comment, summary } as Parameters<typeof isWanted>[0]);
  expect([
    wanted('inline'),
    wanted('inline', 'off'),
    wanted('summary'),
    wanted('summary', 'off'),
    wanted('off'),
  ]).toEqual([true, true, true, false, false]);
  expect([isGateName('a'.repeat(100)), isGateName('a'.repeat(101)), isGateName('a\nb'), isGateName('')]).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

test('the delivered branches of a forge are those that are named, and those that patterns match', () => {
  expect(['main', 'a*', 'a?', '[a]', '{a,b}', '!a', 'a-b/c.d'].map(isPattern)).toEqual([
    false,
    true,
    true,
    true,
    true,
    true,
    false,
  ]);
  expect(deliveredBranches(['main', 'release/*', 'none-*', 'main'], ['main', 'release/1', 'release/2', 'dev'])).toEqual(
    {
      names: ['main', 'release/1', 'release/2'],
      unmatched: ['none-*'],
    },
  );
  expect(deliveredBranches(['absent'], [])).toEqual({ names: ['absent'], unmatched: [] });
});

test('what is fetched for a request, and what code scanning is told of it', () => {
  expect(refsOf({ kind: 'request', base: 'refs/heads/main', head: 'a'.repeat(40), trust: 'refs/heads/main' })).toEqual([
    'refs/heads/main',
  ]);
  expect(refsOf({ kind: 'tag', tag: 'refs/tags/v1', defaultBranch: 'refs/heads/main' })).toEqual([
    'refs/tags/v1',
    'refs/heads/main',
  ]);
  const defaultBranch = 'refs/heads/main';
  const push = (branch: string) =>
    ({ request: { kind: 'push', before: 'a', after: 'b', branch }, defaultBranch }) as const;
  const request = { request: { kind: 'request', base: 'a', head: 'b' }, defaultBranch } as const;
  expect([
    usualScan(push('main'), false),
    usualScan(push('dev'), true),
    usualScan(request, true),
    usualScan(request, false),
  ]).toEqual(['state', 'change', 'state', 'change']);
  expect(usualScan({ request: { kind: 'first-push', head: 'a' }, defaultBranch: undefined }, false)).toBe('state');
});
