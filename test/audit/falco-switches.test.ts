import { describe, expect, test } from '@jest/globals';
import { falcoSettingsLowered, isFalcoSettings } from '../../src/audit/detection/falco-settings.ts';

type Fields = Readonly<Record<string, unknown>>;

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
