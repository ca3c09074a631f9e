import { describe, expect, test } from '@jest/globals';
import { auditdLowered } from '../../src/audit/detection/auditd.ts';
import { tracingLowered } from '../../src/audit/detection/tetragon.ts';

type Fields = Readonly<Record<string, unknown>>;

describe('rules of auditd', () => {
  const remedy = 'Keep the rules, and leave out what makes too much noise by a rule for it alone.';
  const lowered = (was: string, is: string | undefined, ...others: readonly string[]) =>
    auditdLowered(was, is, [is ?? '', ...others]);
  const gone = (names: readonly string[], ...left: readonly string[]) => ({
    what: `no longer has ${names.length === 1 ? `the rule ${names[0]}` : `${names.length} of its rules`}`,
    remedy,
    severity: 'high',
    path: [],
    formerPath: [],
    ...(names.length === 1 ? {} : { details: [`gone: ${names.join(', ')}`] }),
    subject: ['gone', ...[...names].sort(), ...left],
  });
  const whats = (found: ReturnType<typeof auditdLowered>) =>
    found.map(({ what, severity, subject }) => [what, severity, ...subject]);
  const [passwd, exec] = ['-w /etc/passwd -p wa', '-a always,exit -F arch=b64 -S execve'];

  test.each<[string, string, string | undefined, readonly object[]]>([
    ['one that is gone', `${passwd}\n${exec}`, exec, [gone([passwd])]],
    ['two that are gone', `${exec}\n${passwd}`, '', [gone([exec, passwd])]],
    ['the whole file', passwd, undefined, [gone([passwd])]],
    ['another key and comment', `${passwd} -k a`, `  -w  /etc/passwd -p wa -k b # x`, []],
    ['a key as a field', `${exec} -F key=a`, exec, []],
    ['a watch of the folder', passwd, '-w /etc/ -p rwxa', []],
    ['a watch of the folder for less', passwd, '-w /etc/ -p w', [gone([passwd], '-w /etc/ -p w')]],
    ['a watch of every permission', passwd, '-w /etc/passwd', []],
    ['a watch of another folder', passwd, '-w /etc/pass -p wa', [gone([passwd], '-w /etc/pass -p wa')]],
    ['a watch of everything', passwd, '-w / -p wa', []],
    ['a rule that records less', '-a never,exit -S open\n-D\n-b 8192', '', []],
    ['a rule that excludes', '-a always,exclude -F msgtype=CWD', '', []],
    ['a rule in another case of letters', '-A exit,always -S open', '', [gone(['-A exit,always -S open'])]],
    ['comments', '# -w /etc/passwd', '', []],
    ['a rule whose list has a word that only ends so', '-a myalways,exit -S open', '', []],
    ['a rule whose list has a word that only begins so', '-a alwaysx,exit -S open', '', []],
    [
      'a rule that records what is about such a path',
      '-a always,exit -F path=/excluded',
      '',
      [gone(['-a always,exit -F path=/excluded'])],
    ],
    [
      'a rule that records what is not about it',
      '-a always,exit -F path=/xexclude',
      '',
      [gone(['-a always,exit -F path=/xexclude'])],
    ],
    ['an option that only begins so', '-ax always,exit -S open', '', []],
    ['a line that begins otherwise', 'x -w /etc/passwd', '', []],
    ['a comment in the middle of a rule', `${passwd} # x # y`, '', [gone([passwd])]],
    ['none', passwd, `${passwd}\n-w /x`, []],
  ])('%s', (_, was, is, expected) => expect(lowered(was, is)).toEqual(expected));

  test('a rule that is in another file now', () => expect(lowered(passwd, '', `${passwd} -k other`)).toEqual([]));

  test.each<[string, string]>([
    ['-e 0', 'turns auditd off (-e 0)'],
    ['-a never,exit -S open', 'newly leaves out what -a never,exit -S open takes'],
    ['-a never,exit -F path=/x-e', 'newly leaves out what -a never,exit -F path=/x-e takes'],
    ['-d always,exit -S open', 'newly leaves out what -d always,exit -S open takes'],
    ['-a always,exclude -F msgtype=CWD', 'newly leaves out what -a always,exclude -F msgtype=CWD takes'],
  ])('%s', (rule, what) => {
    expect(whats(lowered(passwd, `${passwd}\n${rule}`)).map(([said]) => said)).toEqual([what]);
    expect(lowered(`${passwd}\n${rule}`, `${passwd}\n${rule}`)).toEqual([]);
    expect(lowered(passwd, `# x\n${rule}\n${passwd}`)).toMatchObject([{ severity: 'high', path: [] }]);
  });
  test.each([
    '-e 1',
    '-e 2',
    '-e 00',
    '-b 0',
    '-a always,exit -F path=/x-e 0',
    '-a always,exit -F path=/nevers',
    '-a always,exit -F path=/xnever',
    '-w /x-d y',
    '-ax never,exit',
    '-w /never',
  ])('%s turns nothing off', (rule) => expect(lowered(passwd, `${passwd}\n${rule}`)).toEqual([]));
});

describe('a TracingPolicy of Tetragon', () => {
  const remedy = 'Keep what it watches, and leave out what is known to be harmless by a selector for it alone.';
  const lowered = (was: Fields, is: Fields) => tracingLowered({ spec: was }, { spec: is });
  const said = (
    what: string,
    severity: string,
    path: readonly (string | number)[],
    subject: readonly string[],
    formerPath?: readonly (string | number)[],
    own = remedy,
  ) => ({
    what,
    remedy: own,
    severity,
    path,
    ...(formerPath === undefined ? {} : { formerPath }),
    subject,
  });
  const kill = { matchActions: [{ action: 'Sigkill' }, { action: 'Override' }] };
  const post = { matchActions: [{ action: 'Post' }] };
  const probe = (call: string, ...selectors: readonly Fields[]) => ({
    call,
    ...(selectors.length === 0 ? {} : { selectors }),
  });
  const [one, two] = [{ matchArgs: [1] }, { matchArgs: [2] }];
  const gone = (names: readonly string[], path: readonly (string | number)[]) =>
    said(`no longer watches ${names.join(', ')}`, 'high', ['spec'], ['hooks', ...[...names].sort()], path);
  const at = ['spec', 'kprobes', 0, 'selectors'];
  const monitor = { options: [{ name: 'policy-mode', value: 'monitor' }] };

  test.each<[string, Fields, Fields, readonly object[]]>([
    ['no hook', { kprobes: [probe('b'), probe('a')] }, {}, [gone(['b', 'a'], ['spec', 'kprobes', 0])]],
    [
      'one of two hooks',
      { kprobes: [probe('b'), probe('a')] },
      { kprobes: [probe('b')] },
      [gone(['a'], ['spec', 'kprobes', 1])],
    ],
    ['an entry in the place of a probe', { kprobes: [probe('a')] }, { fentries: [probe('a')] }, []],
    [
      'a tracepoint',
      { tracepoints: [{ subsystem: 's', event: 'e' }] },
      { tracepoints: [{ subsystem: 's', event: 'f' }] },
      [gone(['s/e'], ['spec', 'tracepoints', 0])],
    ],
    [
      'a function of a program',
      { uprobes: [{ path: '/a', symbols: ['x'] }] },
      {},
      [gone(['/a/["x"]'], ['spec', 'uprobes', 0])],
    ],
    ['a hook of security modules', { lsmhooks: [{ hook: 'h' }] }, {}, [gone(['h'], ['spec', 'lsmhooks', 0])]],
    [
      'a static probe',
      { usdts: [{ path: '/a', provider: 'p', name: 'n' }] },
      {},
      [gone(['/a/p/n'], ['spec', 'usdts', 0])],
    ],
    [
      'actions',
      { kprobes: [probe('a', kill)] },
      { kprobes: [probe('a', post)] },
      [
        said('no longer does Sigkill, Override at a', 'high', at, [
          'actions',
          'a',
          'Sigkill',
          'Override',
          JSON.stringify([post]),
        ]),
      ],
    ],
    [
      'one of two actions',
      { kprobes: [probe('a', kill)] },
      { kprobes: [probe('a', { matchActions: [{ action: 'Override' }] })] },
      [
        said('no longer does Sigkill at a', 'high', at, [
          'actions',
          'a',
          'Sigkill',
          '[{"matchActions":[{"action":"Override"}]}]',
        ]),
      ],
    ],
    ['actions that only tell', { kprobes: [probe('a', post)] }, { kprobes: [probe('a')] }, []],
    [
      'what no selector takes',
      { kprobes: [probe('a')] },
      { kprobes: [probe('a', one)] },
      [said('watches a only for what its selectors take', 'high', at, ['selectors', 'a', JSON.stringify([one])])],
    ],
    [
      'what another selector took',
      { kprobes: [probe('a', one)] },
      { kprobes: [probe('a', two)] },
      [
        said('selects other events at a than before; whether these are fewer was not judged', 'medium', at, [
          'selectors',
          'a',
          JSON.stringify([two]),
        ]),
      ],
    ],
    ['nothing by a further selector', { kprobes: [probe('a', one)] }, { kprobes: [probe('a', two, one)] }, []],
    ['nothing without selectors', { kprobes: [probe('a', one)] }, { kprobes: [probe('a')] }, []],
    [
      'nothing of two hooks that change places',
      { kprobes: [probe('a', one), probe('a', two)] },
      { kprobes: [probe('a', two), probe('a', one)] },
      [],
    ],
    ['nothing at a new hook', {}, { kprobes: [probe('a', one)] }, []],
    [
      'what it only records now',
      { kprobes: [probe('a', kill)] },
      { kprobes: [probe('a', kill)], ...monitor },
      [
        said(
          'only records what it stopped before (policy-mode: monitor; Sigkill, Override)',
          'high',
          ['spec', 'options'],
          ['policy-mode', 'Sigkill', 'Override'],
          undefined,
          'Keep the mode enforce, and leave out what is known to be harmless by a selector for it alone.',
        ),
      ],
    ],
    [
      'nothing that it only recorded',
      { kprobes: [probe('a', kill)], ...monitor },
      { kprobes: [probe('a', kill)], ...monitor },
      [],
    ],
    ['nothing that it never stopped', { kprobes: [probe('a', post)] }, { kprobes: [probe('a', post)], ...monitor }, []],
    [
      'nothing by another option',
      { kprobes: [probe('a', kill)] },
      { kprobes: [probe('a', kill)], options: [{ name: 'x', value: 'monitor' }] },
      [],
    ],
    [
      'other pods',
      {},
      { podSelector: { matchLabels: { a: 'b' } } },
      [
        said(
          'watches less than before (podSelector)',
          'high',
          ['spec', 'podSelector'],
          ['narrowed', 'podSelector', '{"matchLabels":{"a":"b"}}'],
        ),
      ],
    ],
    ['more pods', { podSelector: { matchLabels: { a: 'b' } } }, {}, []],
    [
      'other containers',
      {},
      { containerSelector: { matchLabels: { a: 'b' } } },
      [
        said(
          'watches less than before (containerSelector)',
          'high',
          ['spec', 'containerSelector'],
          ['narrowed', 'containerSelector', '{"matchLabels":{"a":"b"}}'],
        ),
      ],
    ],
    [
      'the host',
      { hostSelector: {} },
      {},
      [
        said(
          'watches less than before (hostSelector)',
          'high',
          ['spec'],
          ['narrowed', 'hostSelector', ''],
          ['spec', 'hostSelector'],
        ),
      ],
    ],
    ['nothing of the host, which is new', {}, { hostSelector: {} }, []],
  ])('loses %s', (_, was, is, expected) => expect(lowered(was, is)).toEqual(expected));
});
