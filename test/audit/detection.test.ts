import { describe, expect, test } from '@jest/globals';
import { auditdLowered } from '../../src/audit/detection/auditd.ts';
import { falcoAdded, falcoLowered, priorityOf, readFalco } from '../../src/audit/detection/falco.ts';
import { falcoSettingsLowered, isFalcoSettings } from '../../src/audit/detection/falco-settings.ts';
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

describe('rules of Falco', () => {
  const remedy = 'Keep the rule, and except what is known to be harmless by an exception of its own.';
  const lowered = (
    was: readonly Fields[],
    is: readonly Fields[] | undefined,
    others: readonly Fields[] = [],
    formerOthers = others,
  ) => falcoLowered(was, is, { before: readFalco([was, formerOthers]), after: readFalco([is ?? [], others]) });
  const rule = (name: string, more: Fields = {}): Fields => ({
    rule: name,
    condition: `evt.type = ${name}`,
    priority: 'WARNING',
    ...more,
  });
  const said = (
    what: string,
    severity: string,
    path: readonly (string | number)[],
    subject: readonly string[],
    more: object = {},
  ) => ({ what, remedy, severity, path, ...more, subject });
  const other = (names: string, index: number, ...subject: readonly string[]) =>
    said(
      `has other conditions than before; whether it finds less was not judged: ${names}`,
      'medium',
      [index],
      ['conditions', ...subject],
      { remedy: 'Compare what both versions find: exceptions that are too wide hide attacks.' },
    );
  const gone = (names: readonly string[], index: number) => [
    said(
      `no longer has ${names.length === 1 ? 'the rule' : 'the rules'} ${names.join(', ')}`,
      'high',
      [],
      ['gone', ...[...names].sort()],
      { formerPath: [index, 'rule'] },
    ),
  ];
  const off = (name: string, index: number) => [
    said(`turns off the rule ${name}`, 'high', [index, 'enabled'], ['silenced', name]),
  ];

  test.each<[string, readonly Fields[], readonly Fields[] | undefined, readonly object[], (readonly Fields[])?]>([
    ['a rule that is gone', [rule('a'), rule('b')], [rule('a')], gone(['b'], 1)],
    ['two rules that are gone', [rule('b'), rule('a')], [], gone(['b', 'a'], 0)],
    ['the whole file', [rule('a')], undefined, gone(['a'], 0)],
    ['a rule that is in another file', [rule('a')], [], [], [rule('a', { priority: 'x' })]],
    ['a rule under another name', [rule('a')], [rule('b', { condition: 'evt.type  =\n a' })], []],
    ['a rule that was off', [rule('a', { enabled: false })], [], []],
    ['what was added to a rule', [{ rule: 'a', append: true, condition: 'and x' }], [], []],
    ['a rule that is off', [rule('a')], [rule('a', { enabled: false })], off('a', 0)],
    ['a rule that is off in words', [rule('x'), rule('a')], [rule('x'), rule('a', { enabled: 'false' })], off('a', 1)],
    ['a rule that stays off', [rule('a', { enabled: false })], [rule('a', { enabled: false })], []],
    ['a new rule that is off', [], [rule('a', { enabled: false })], []],
    ['a rule of Falco’s own that is off', [], [{ rule: 'a', enabled: false }], off('a', 0)],
    [
      'a condition that never holds',
      [rule('a')],
      [rule('a', { condition: 'never_true' })],
      [said('gives the rule a a condition that never holds', 'high', [0, 'condition'], ['silenced', 'a'])],
    ],
    [
      'a condition that never holds, otherwise',
      [rule('a')],
      [rule('a', { condition: 'x and not  always_true' })],
      [said('gives the rule a a condition that never holds', 'high', [0, 'condition'], ['silenced', 'a'])],
    ],
    [
      'a condition on a number',
      [rule('a')],
      [rule('a', { condition: 'evt.num = 0 and x' })],
      [said('gives the rule a a condition that never holds', 'high', [0, 'condition'], ['silenced', 'a'])],
    ],
    [
      'a lower priority',
      [rule('a')],
      [rule('a', { priority: 'notice' })],
      [
        said('gives a a lower priority than before', 'medium', [0, 'priority'], ['priority', 'a notice'], {
          remedy: 'Keep the priority: what takes these alerts may only look at those from some priority on.',
        }),
      ],
    ],
    ['a higher priority', [rule('a')], [rule('a', { priority: 'ERROR' })], []],
    ['an unknown priority', [rule('a')], [rule('a', { priority: 'x' })], []],
    [
      'another condition',
      [rule('a')],
      [rule('a', { condition: 'x' })],
      [other('a', 0, 'a', '{"rule":"a","condition":"x","priority":"WARNING"}')],
    ],
    [
      'the same condition in other words',
      [rule('a')],
      [rule('a', { condition: ' evt.type =  a', output: 'x', desc: 'y', tags: ['z'] })],
      [],
    ],
    [
      'exceptions',
      [rule('a')],
      [rule('a', { exceptions: [{ name: 'x' }] })],
      [other('a', 0, 'a', '{"rule":"a","condition":"evt.type = a","priority":"WARNING","exceptions":[{"name":"x"}]}')],
    ],
    [
      'another macro',
      [{ macro: 'm', condition: 'x' }],
      [{ macro: 'm', condition: 'y' }],
      [other('macro m', 0, 'macro m', '{"macro":"m","condition":"y"}')],
    ],
    [
      'another list',
      [{ list: 'l', items: ['x'] }],
      [{ list: 'l', items: ['x', 'y'] }],
      [other('list l', 0, 'list l', '{"list":"l","items":["x","y"]}')],
    ],
    [
      'another condition, and a macro that is gone',
      [rule('a'), { macro: 'm', condition: 'x' }],
      [rule('a', { condition: 'x' })],
      [
        {
          ...other('a', 0, 'a', '{"rule":"a","condition":"x","priority":"WARNING"}', 'macro m'),
          details: ['gone: macro m'],
        },
      ],
    ],
    ['only a macro that is gone', [{ macro: 'm', condition: 'x' }], [], []],
  ])('%s', (_, was, is, expected, others = []) => expect(lowered(was, is, others)).toEqual(expected));

  const changes = (names: string, index: number, ...subject: readonly string[]) => [
    said(
      `changes or excepts what Falco finds by ${names}; whether it finds less was not judged`,
      'medium',
      [index],
      ['override', ...subject],
      { remedy: 'Except one known program, image or path at a time, by several fields together.' },
    ),
  ];
  const added = (is: readonly Fields[], before: readonly Fields[] = [], after = before) =>
    falcoAdded(is, { before: readFalco([before]), after: readFalco([is, after]) });
  test.each<[string, readonly Fields[], readonly object[], (readonly Fields[])?]>([
    [
      'what is added to a rule',
      [{ rule: 'a', append: true, condition: 'and x' }],
      changes('a', 0, 'a', '{"rule":"a","append":true,"condition":"and x"}'),
    ],
    [
      'what is put in the place of a part',
      [{}, { rule: 'a', override: { condition: 'replace' }, condition: 'x' }],
      changes('a', 1, 'a', '{"rule":"a","override":{"condition":"replace"},"condition":"x"}'),
    ],
    ['exceptions alone', [{ rule: 'a', exceptions: [] }], changes('a', 0, 'a', '{"rule":"a","exceptions":[]}')],
    [
      'what is added to a list',
      [{ list: 'l', append: 'true', items: ['x'] }],
      changes('list l', 0, 'list l', '{"list":"l","append":"true","items":["x"]}'),
    ],
    [
      'what Falco leaves to be filled in',
      [{ macro: 'user_known_write', condition: 'x' }],
      changes('macro user_known_write', 0, 'macro user_known_write', '{"macro":"user_known_write","condition":"x"}'),
    ],
    ['what Falco leaves to be filled in, with nothing', [{ macro: 'user_known_write', condition: '(never_true)' }], []],
    [
      'a list of what is allowed',
      [{ list: 'allowed_k8s_users', items: ['x'] }],
      changes('list allowed_k8s_users', 0, 'list allowed_k8s_users', '{"list":"allowed_k8s_users","items":["x"]}'),
    ],
    ['a rule of its own', [rule('a')], []],
    ['a rule of its own that has exceptions', [rule('a', { exceptions: [] })], []],
    ['a macro of its own', [{ macro: 'm', condition: 'x' }], []],
    ['a macro that only ends so', [{ macro: 'my_user_known_x', condition: 'x' }], []],
    ['what is added to a rule that is new with it', [rule('a'), { rule: 'a', append: true, condition: 'and x' }], []],
    [
      'what was added before',
      [{ rule: 'a', append: true, condition: 'and x' }],
      [],
      [{ condition: 'and x', rule: 'a', append: true }],
    ],
    ['a rule of another file that is off', [{ rule: 'a', enabled: false }], off('a', 0), [rule('a')]],
    ['a rule of another file that was off', [{ rule: 'a', enabled: false }], [], [rule('a', { enabled: false })]],
  ])('in a new file: %s', (_, is, expected, before = []) => expect(added(is, before)).toEqual(expected));

  test.each<[unknown, number | undefined]>([
    ['EMERGENCY', 0],
    ['alert', 1],
    ['Warning', 4],
    ['informational', 6],
    ['info', 6],
    ['debug', 7],
    ['x', undefined],
    [undefined, undefined],
  ])('the priority %s is number %s', (priority, expected) => expect(priorityOf({ priority })).toBe(expected));
});

describe('settings of Falco', () => {
  const remedy = 'Keep it, and except what is known to be harmless by an exception of the rule.';
  const said = (
    what: string,
    severity: string,
    path: readonly (string | number)[],
    subject: readonly string[],
    own = remedy,
    formerPath?: readonly (string | number)[],
  ) => ({
    what,
    remedy: own,
    severity,
    path,
    ...(formerPath === undefined ? {} : { formerPath }),
    subject,
  });
  const [file, other] = ['/etc/falco/falco_rules.yaml', '/etc/falco/x.yaml'];
  const files = (...rules_files: readonly string[]): Fields => ({ rules_files });
  const base = files(file);
  const plain = (more: Fields): Fields => ({ ...base, ...more });
  const chart = (falco: Fields, more: Fields = {}): Fields => ({ falco, ...more });
  const output = 'Keep an output that somebody looks at.';
  const minimum =
    'Keep the priority: of rules below it nothing is found at all. What takes the alerts may choose among them.';
  const priority = (to: string, from: string, severity: string) =>
    said(
      `only has rules of the priority ${to} and above, no longer from ${from} on`,
      severity,
      ['priority'],
      ['priority', to],
      minimum,
    );
  const calls =
    'only looks at the system calls of a list that leaves out what it looked at: rules about the others find nothing';
  const repair = 'Leave base_syscalls.custom_set empty, or set base_syscalls.repair: true.';
  const set = (...custom_set: readonly string[]) => plain({ base_syscalls: { custom_set } });
  const driver = 'Keep the driver: without it only what plugins read is looked at.';
  const notLooking = 'no longer looks at the system calls of its node';
  const plugin = 'Keep the plugin, or have something else look at the same.';
  const address = 'sends what it finds to another address than before';
  const http = (url: string, enabled = true) => plain({ http_output: { enabled, url } });
  const off = { enabled: false };

  test.each<[string, Fields, Fields, readonly object[]]>([
    [
      'no file',
      files(file, other),
      base,
      [said(`no longer reads the rules of ${other}`, 'high', ['rules_files'], ['files', other])],
    ],
    [
      'another file',
      files(file),
      files(other),
      [
        said(
          `no longer reads the rules of ${file}, but others: whether they find less was not judged`,
          'medium',
          ['rules_files'],
          ['files', file, other],
        ),
      ],
    ],
    ['the folder of a file', files(file), files('/etc/falco/'), []],
    [
      'all that Falco brings along',
      { stdout_output: {} },
      files(),
      [
        said(
          `no longer reads the rules of ${file}, /etc/falco/falco_rules.local.yaml, /etc/falco/rules.d`,
          'high',
          ['rules_files'],
          ['files', '/etc/falco/falco_rules.local.yaml', file, '/etc/falco/rules.d'],
        ),
      ],
    ],
    [
      'by the older name',
      { rules_file: [file, other] },
      { rules_file: file },
      [said(`no longer reads the rules of ${other}`, 'high', ['rules_file'], ['files', other])],
    ],
    [
      'in the values of the chart',
      chart(files(file, other)),
      chart(base),
      [said(`no longer reads the rules of ${other}`, 'high', ['falco', 'rules_files'], ['files', other])],
    ],
    [
      'rules of a high priority alone',
      plain({}),
      plain({ priority: 'warning' }),
      [priority('warning', 'debug', 'high')],
    ],
    [
      'rules from a low priority on',
      plain({ priority: 'debug' }),
      plain({ priority: 'notice' }),
      [priority('notice', 'debug', 'medium')],
    ],
    ['rules of a lower priority as well', plain({ priority: 'warning' }), plain({ priority: 'debug' }), []],
    [
      'a priority that is filled in',
      plain({ priority: 'debug' }),
      plain({ priority: '{{ x }}' }),
      [
        said(
          'only has rules of the priority that {{ x }} becomes, and above',
          'high',
          ['priority'],
          ['priority', '{{ x }}'],
          'Name the priority: of rules below it nothing is found at all.',
        ),
      ],
    ],
    ['a priority that stays filled in', plain({ priority: '{{ x }}' }), plain({ priority: '{{ x }}' }), []],
    [
      'no output',
      plain({ stdout_output: { enabled: true } }),
      plain({ stdout_output: off }),
      [
        said(
          'no longer tells anybody what it finds: no output is left',
          'high',
          ['stdout_output', 'enabled'],
          ['outputs', 'stdout_output'],
          output,
        ),
      ],
    ],
    [
      'one of two outputs',
      plain({ stdout_output: { enabled: true }, file_output: { enabled: true } }),
      plain({ stdout_output: { enabled: true }, grpc_output: { enabled: true } }),
      [
        said(
          'no longer tells what it finds by file_output',
          'medium',
          ['file_output', 'enabled'],
          ['outputs', 'file_output', 'grpc_output'],
          output,
          ['file_output', 'enabled'],
        ),
      ],
    ],
    [
      'an output of the chart, which is on by default',
      chart({ syslog_output: {} }),
      chart({ syslog_output: off }),
      [
        said(
          'no longer tells what it finds by syslog_output',
          'medium',
          ['falco', 'syslog_output', 'enabled'],
          ['outputs', 'syslog_output'],
          output,
        ),
      ],
    ],
    [
      'its sidekick',
      chart({}, { driver: {}, falcosidekick: { enabled: true } }),
      chart({}, { driver: {} }),
      [
        said(
          'no longer tells what it finds by falcosidekick',
          'medium',
          ['falcosidekick', 'enabled'],
          ['outputs', 'falcosidekick'],
          output,
          ['falcosidekick', 'enabled'],
        ),
      ],
    ],
    [
      'an output that a template may switch off',
      plain({ stdout_output: { enabled: true } }),
      plain({ stdout_output: { enabled: '{{ x }}' } }),
      [
        said(
          'no longer tells what it finds by stdout_output',
          'medium',
          ['stdout_output', 'enabled'],
          ['outputs', 'stdout_output', 'stdout_output'],
          output,
        ),
      ],
    ],
    [
      'another address',
      http('https://a'),
      http('https://me:pw@b/x?token=1#y'),
      [said(address, 'medium', ['http_output', 'url'], ['address', 'https://b/x'], 'Check who takes it there.')],
    ],
    ['an address where there was none', http(''), http('https://b'), []],
    ['an address that is not used', http('https://a', false), http('https://b', false), []],
    [
      'no driver',
      chart({}, { driver: { enabled: true } }),
      chart({}, { driver: off }),
      [said(notLooking, 'high', ['driver', 'enabled'], ['driver'], driver)],
    ],
    [
      'a driver that a template switches',
      chart({}, { driver: {} }),
      chart({}, { driver: { enabled: '{{ x }}' } }),
      [
        said(
          'may no longer look at the system calls of its node',
          'high',
          ['driver', 'enabled'],
          ['driver', '{{ x }}'],
          driver,
        ),
      ],
    ],
    ['a driver that was off', chart({}, { driver: off }), chart({}, { driver: off, x: 1 }), []],
    [
      'an engine that looks at nothing',
      plain({ engine: { kind: 'kmod' } }),
      plain({ engine: { kind: 'nodriver' } }),
      [said(notLooking, 'high', ['engine', 'kind'], ['driver'], driver)],
    ],
    [
      'an engine that replays',
      plain({}),
      plain({ engine: { kind: 'replay' } }),
      [said(notLooking, 'high', ['engine', 'kind'], ['driver'], driver)],
    ],
    ['another engine', plain({ engine: { kind: 'kmod' } }), plain({ engine: { kind: 'modern_ebpf' } }), []],
    [
      'an engine that is unknown',
      plain({ engine: { kind: 'kmod' } }),
      plain({ engine: { kind: 'kmodx' } }),
      [
        said(
          'may no longer look at the system calls of its node',
          'high',
          ['engine', 'kind'],
          ['driver', 'kmodx'],
          driver,
        ),
      ],
    ],
    [
      'a plugin',
      plain({ load_plugins: ['k8saudit', 'json'] }),
      plain({ load_plugins: ['json'] }),
      [
        said(
          'no longer has the plugin k8saudit, and what it reads',
          'high',
          ['load_plugins'],
          ['plugins', 'k8saudit'],
          plugin,
        ),
      ],
    ],
    [
      'two plugins',
      plain({ load_plugins: ['k8saudit', 'json'] }),
      plain({}),
      [
        said(
          'no longer has the plugins k8saudit, json, and what they read',
          'high',
          ['load_plugins'],
          ['plugins', 'json', 'k8saudit'],
          plugin,
          ['load_plugins'],
        ),
      ],
    ],
    [
      'some system calls',
      plain({}),
      set('open'),
      [said(calls, 'medium', ['base_syscalls', 'custom_set'], ['calls', 'open'], repair)],
    ],
    [
      'one of two system calls',
      set('open', 'close'),
      set('open'),
      [said(calls, 'medium', ['base_syscalls', 'custom_set'], ['calls', 'close'], repair)],
    ],
    [
      'a system call that is excluded',
      set('open'),
      set('open', '!close'),
      [said(calls, 'medium', ['base_syscalls', 'custom_set'], ['calls', '!close'], repair)],
    ],
    ['a system call that is excluded no more', set('open', '!close'), set('open'), []],
    ['one system call more', set('open'), set('open', 'close'), []],
    ['no list of system calls', set('open'), plain({}), []],
    ['nothing', base, base, []],
  ])('%s', (_, was, is, expected) => expect(falcoSettingsLowered(was, is)).toEqual(expected));

  const step = (does: 'enable' | 'disable', kind: 'rule' | 'tag', name: string) => ({ [does]: { [kind]: name } });
  test('rules and tags that are turned off', () => {
    const rules = [step('enable', 'rule', 'b'), step('disable', 'tag', 't'), step('disable', 'rule', 'a')];
    expect(falcoSettingsLowered(base, plain({ rules }))).toEqual([
      said('turns off the tag t, the rule a', 'high', ['rules', 1], ['off', 'rule a', 'tag t']),
    ]);
    expect(falcoSettingsLowered(plain({ rules }), plain({ rules }))).toEqual([]);
    expect(
      falcoSettingsLowered(
        plain({ rules: [step('disable', 'rule', '*'), step('enable', 'rule', 'a')] }),
        plain({ rules: [step('disable', 'rule', '*')] }),
      ),
    ).toEqual([said('turns off the rule a', 'high', ['rules', 0], ['off', 'rule a'])]);
  });

  test.each<[string, Fields, readonly string[], boolean]>([
    ['rules', base, [], true],
    ['an output', { http_output: {} }, [], true],
    ['its part of the chart', { falco: base }, [], true],
    ['its part of the chart with a priority', { falco: { priority: 'x' } }, [], true],
    ['its part of the chart with rules', { falco: { rules: [1] } }, [], true],
    ['something called so', { falco: { enabled: true } }, [], false],
    ['a driver of the chart', { driver: {}, falco: {} }, [], true],
    ['a driver and falcoctl', { driver: {}, falcoctl: {} }, [], true],
    ['a driver and rules', { driver: {}, customRules: {} }, [], true],
    ['a driver of something else', { driver: {} }, [], false],
    ['a driver that is a word', { driver: 'x', falco: {} }, [], false],
    ['what is below falco, which was seen there', base, ['falco'], false],
    ['something else', { rules: [] }, [], false],
  ])('%s are its settings: %#', (_, value, names, expected) => expect(isFalcoSettings(value, names)).toBe(expected));
});
