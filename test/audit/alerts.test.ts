import { describe, expect, test } from '@jest/globals';
import { serversLowered } from '../../src/audit/judge/servers.ts';
import { alertmanagerLowered, isAlertmanager } from '../../src/audit/monitoring/alertmanager.ts';
import { type Alert, alertsOf, goneAlerts, holdsAlerts, weakerAlerts } from '../../src/audit/monitoring/alerts.ts';
import { formerAlerts, isAsGood } from '../../src/audit/monitoring/former-alerts.ts';
import { isOfSecurity } from '../../src/audit/monitoring/of-security.ts';
import { watcherKey, watcherLowered, watches } from '../../src/audit/monitoring/watchers.ts';
import { resources } from '../rbac/manifests.ts';

type Fields = Readonly<Record<string, unknown>>;

const rule = (alert: string, more: Fields = {}) => ({ alert, expr: 'up == 0', ...more });
const one = (more: Fields = {}, name = 'Down'): Alert =>
  alertsOf({ groups: [{ rules: [rule(name, more)] }] })[0] as Alert;

describe('alerts', () => {
  test('of groups, with their places and what they say', () => {
    const value = {
      groups: [
        {
          rules: [
            { record: 'x', expr: 'y' },
            rule('Down', { for: '1h30m', expr: ' up\n ==  0 ', labels: { severity: 'Critical', a: 'b' } }),
          ],
        },
        {},
        { rules: [rule('Up')] },
      ],
    };
    expect(alertsOf(value)).toEqual([
      {
        name: 'Down',
        uid: undefined,
        expression: 'up == 0',
        queries: 'null',
        wait: 5_400,
        writtenWait: '1h30m',
        severity: 'critical',
        labels: '[["a","b"],["severity","Critical"]]',
        isPaused: false,
        path: ['groups', 0, 'rules', 1],
      },
      {
        name: 'Up',
        uid: undefined,
        expression: 'up == 0',
        queries: 'null',
        wait: 0,
        writtenWait: '0s',
        severity: '',
        labels: '[]',
        isPaused: false,
        path: ['groups', 2, 'rules', 0],
      },
    ]);
  });

  test('of Grafana, of a group or of one group alone', () => {
    const rules = [
      { title: 'Down', uid: 'u', data: [{ b: 1, a: 2 }], isPaused: true, for: '5m' },
      { title: 'No query' },
    ];
    const down = {
      name: 'Down',
      uid: 'u',
      expression: '',
      queries: '[{"a":2,"b":1}]',
      wait: 300,
      writtenWait: '5m',
      severity: '',
      labels: '[]',
      isPaused: true,
    };
    expect(alertsOf({ groups: [{ rules }] })).toEqual([{ ...down, path: ['groups', 0, 'rules', 0] }]);
    expect(alertsOf({ rules })).toEqual([{ ...down, path: ['rules', 0] }]);
  });

  test.each<[string, number | undefined]>([
    ['', 0],
    ['0', 0],
    ['90s', 90],
    ['500ms', 0.5],
    ['2m', 120],
    ['1d2h', 93_600],
    ['1w', 604_800],
    ['1y', 31_536_000],
    ['5', undefined],
    ['1h ', undefined],
    ['x1h', undefined],
    ['{{ x }}', undefined],
  ])('a wait of "%s" is %s seconds', (written, seconds) => expect(one({ for: written }).wait).toBe(seconds));

  test.each<[string, Fields, boolean]>([
    ['groups with an alert', { groups: [{ rules: [{ record: 'a' }, rule('a')] }] }, true],
    ['groups with records', { groups: [{ rules: [{ record: 'a' }] }] }, false],
    ['groups of something else', { groups: ['a'] }, false],
    ['a group of Grafana', { rules: [{}, { title: 'a', data: [] }] }, true],
    ['rules of something else', { rules: [rule('a')] }, false],
    ['nothing', {}, false],
  ])('%s: %#', (_, value, expected) => expect(holdsAlerts(value)).toBe(expected));
});

describe('alerts that are gone', () => {
  const left = (count: number) => () => ({ count, areSomeLeft: true });
  const none = () => ({ count: 1, areSomeLeft: false });
  const several =
    'Keep the alerts; where others take their place, have that reviewed and accept it (`gitops-gate ignore`).';
  const single =
    'Keep the alert; where another one takes its place, have that reviewed and accept it (`gitops-gate ignore`).';
  const said = (
    what: string,
    severity: string,
    subject: readonly string[],
    remedy = single,
    details?: readonly string[],
  ) => [
    {
      what: `no longer has ${what}`,
      remedy,
      severity,
      path: ['groups', 0, 'rules'],
      formerPath: ['groups', 0, 'rules', 0],
      ...(details === undefined ? {} : { details }),
      subject: ['alerts', ...subject],
    },
  ];
  const burn = one({ for: '2m', labels: { severity: 'critical' } }, 'Burn');
  const content = '["Burn","up == 0","null","[[\\"severity\\",\\"critical\\"]]","2m"]';

  test('are named in order, and count as one of each name', () => {
    expect(goneAlerts([], none, false)).toEqual([]);
    expect(goneAlerts([one()], none, false)).toEqual(said('the alert Down', 'medium', ['Down']));
    expect(goneAlerts([one({}, 'B'), one({}, 'A'), one({ for: '1m' }, 'A')], none, false)).toEqual(
      said('2 alerts: A, B', 'medium', ['A', 'B'], several),
    );
  });

  test('are low where others of their place are new, unless they are about security', () => {
    expect(goneAlerts([one()], none, true)).toEqual(said('the alert Down', 'low', ['Down']));
    expect(goneAlerts([one({}, 'FalcoDown')], none, true)).toEqual(
      said('the alert FalcoDown', 'medium', ['FalcoDown']),
    );
    expect(goneAlerts([one({}, 'X'), one({ expr: 'falco_events > 0' })], none, true)).toEqual(
      said('2 alerts: Down, X', 'medium', ['Down', 'X'], several),
    );
  });

  test('of several of one name are told apart', () => {
    expect(goneAlerts([burn], left(4), false)).toEqual(
      said('1 of the 4 alerts named Burn (critical, for 2m)', 'medium', [content], single, ['Burn: up == 0']),
    );
    const two = [burn, one({ expr: '' }, 'Burn')];
    expect(goneAlerts(two, left(4), false)).toEqual(
      said(
        '2 of the 4 alerts named Burn (critical, for 2m; no severity, for 0s)',
        'medium',
        ['["Burn","","null","[]","0s"]', content],
        several,
        ['Burn: up == 0'],
      ),
    );
    const some = (name: string) => ({ count: 3, areSomeLeft: name === 'Burn' });
    expect(goneAlerts([burn, one()], some, false)).toEqual(
      said('2 alerts: 1 of the 3 alerts named Burn (critical, for 2m), Down', 'medium', ['Down', content], several, [
        'Burn: up == 0',
      ]),
    );
  });

  test('of more than five of one name five are described', () => {
    const many = Array.from({ length: 7 }, (_, at) => one({ for: `${at}m`, expr: `x${at}` }, 'Burn'));
    const [found] = goneAlerts(many, left(9), false);
    expect(found?.details).toEqual([0, 1, 2, 3, 4].map((at) => `Burn: x${at}`));
    expect(found?.what).toBe(
      'no longer has 7 of the 9 alerts named Burn (no severity, for 0m; no severity, for 1m; no severity, for 2m; no severity, for 3m; no severity, for 4m)',
    );
  });
});

describe('alerts that are weaker', () => {
  const pair = (former: Fields, alert: Fields, name = 'Down') => ({
    former: one(former, name),
    alert: one(alert, name),
  });
  const said = (what: string, field: string, severity: string, ...subject: readonly string[]) => ({
    what,
    remedy: 'Keep the alert as it was, or silence it for a time in Alertmanager, where that shows.',
    severity,
    path: ['groups', 0, 'rules', 0, field],
    subject: [field, ...subject],
  });
  const severe = (severity: string) => ({ labels: { severity } });
  const later = (was: string, now: string, severity: string) => [
    said(`has an alert that fires much later than before: Down (${was} → ${now})`, 'for', severity, 'Down', now),
  ];
  const milder = (was: string, now: string, severity: string, code = now) => [
    said(`has an alert that is less severe than before: Down (${was} → ${now})`, 'labels', severity, 'Down', code),
  ];
  const never = [said('has an alert that can no longer fire: Down', 'expr', 'medium', 'Down')];
  test.each<[string, Fields, Fields, readonly object[]]>([
    ['an hour later, and four times as late', { for: '20m' }, { for: '80m' }, later('20m', '80m', 'low')],
    ['a day later', {}, { for: '1d' }, later('0s', '1d', 'medium')],
    ['less than a day later', {}, { for: '86399s' }, later('0s', '86399s', 'low')],
    ['less than an hour later', { for: '1m' }, { for: '60m' }, []],
    ['less than four times as late', { for: '2h' }, { for: '7h' }, []],
    ['as late as something fills in', { for: '1m' }, { for: '{{ x }}' }, later('1m', '{{ x }}', 'medium')],
    ['earlier', { for: '1d' }, { for: '1m' }, []],
    ['less severe', severe('critical'), severe('warning'), milder('critical', 'warning', 'low')],
    ['of no severity', severe('warning'), {}, milder('warning', 'none', 'medium')],
    ['of no severity in words', severe('info'), severe('none'), milder('info', 'none', 'medium')],
    ['of an unknown severity', severe('critical'), severe('page'), []],
    ['more severe', severe('warning'), severe('critical'), []],
    ['always or never true', {}, { expr: 'vector(0)' }, never],
    ['a constant', {}, { expr: '1 > 2' }, never],
    ['joined with nothing', {}, { expr: 'up == 0 and on() vector(0) > 1' }, never],
    ['joined with nothing in parentheses', {}, { expr: 'up == 0 unless (vector (1))' }, never],
    ['of functions alone', {}, { expr: 'absent(scalar(vector(1))) by time()' }, never],
    ['a constant as before', { expr: 'vector(0)' }, { expr: 'vector(1)' }, []],
    ['of another metric', {}, { expr: 'node_up' }, []],
    ['of a metric in braces', {}, { expr: '{a="b"}' }, []],
    ['empty', {}, { expr: '' }, []],
  ])('%s', (_, was, is, expected) => expect(weakerAlerts([pair(was, is)])).toEqual(expected));

  test('which are paused', () => {
    const grafana = (isPaused: boolean) => alertsOf({ rules: [{ title: 'Down', data: [], isPaused }] })[0] as Alert;
    expect(weakerAlerts([{ former: grafana(false), alert: grafana(true) }])).toEqual([
      { ...never[0], path: ['rules', 0, 'expr'] },
    ]);
    expect(weakerAlerts([{ former: grafana(true), alert: grafana(true) }])).toEqual([]);
  });

  test('several are said together, each kind by itself', () => {
    const pairs = [
      pair(severe('critical'), { expr: '1' }, 'B'),
      pair({}, { for: '1d' }, 'A'),
      pair({}, { for: '2h' }, 'C'),
    ];
    expect(weakerAlerts(pairs)).toEqual([
      said('has an alert that can no longer fire: B', 'expr', 'medium', 'B'),
      said(
        'has 2 alerts that fire much later than before: A (0s → 1d), C (0s → 2h)',
        'for',
        'medium',
        'A',
        'C',
        '1d',
        '2h',
      ),
      said('has an alert that is less severe than before: B (critical → none)', 'labels', 'medium', 'B', 'none'),
    ]);
  });
});

describe('what an alert was before', () => {
  const former = (before: readonly Alert[], after: readonly Alert[]) => {
    const found = formerAlerts(before, after, [() => '']);
    return after.map((each) => before.indexOf(found.get(each) as Alert));
  };
  test('the one that is most like it', () => {
    const [short, long] = [one({ for: '1m' }), one({ for: '1h' })];
    expect(former([short, long], [one({ for: '1h' }), one({ for: '1m' })])).toEqual([1, 0]);
    expect(former([short, long], [one({ for: '2h' })])).toEqual([0]);
    expect(
      former(
        [one({ labels: { severity: 'info' } }), one({ labels: { severity: 'critical' } })],
        [one({ expr: 'x', labels: { severity: 'critical' } })],
      ),
    ).toEqual([1]);
    expect(former([one({ expr: 'a' }), one({ expr: 'b' })], [one({ expr: 'b', labels: { x: 'y' } })])).toEqual([1]);
    expect(former([one({}, 'A')], [one({}, 'B')])).toEqual([-1]);
    expect(former([short], [one({ for: '2h' }), one({ for: '3h' })])).toEqual([0, -1]);
  });

  test('Grafana goes by the identifier', () => {
    const grafana = (uid: string, title: string, data: unknown) =>
      alertsOf({ rules: [{ title, uid, data }] })[0] as Alert;
    expect(former([grafana('u', 'A', [1]), grafana('v', 'B', [2])], [grafana('v', 'A', [2])])).toEqual([1]);
    expect(former([grafana('u', 'A', [1])], [grafana('u', 'A', [9])])).toEqual([0]);
    expect(former([grafana('u', 'A', [1])], [grafana('u', 'Z', [9])])).toEqual([-1]);
  });

  test('the one of its own place first', () => {
    const [here, there] = [one(), { ...one(), path: ['there'] }];
    const found = formerAlerts(
      [here, there],
      [{ ...one({ for: '1d' }), path: ['there'] }],
      [({ path }) => String(path[0]), () => ''],
    );
    expect([...found.values()]).toEqual([there]);
  });

  test.each<[string, Alert, Alert, boolean]>([
    ['the same', one(), one(), true],
    ['sooner', one({ for: '1m' }), one({ for: '2m' }), true],
    ['later', one({ for: '2m' }), one({ for: '1m' }), false],
    ['sooner than what nobody knows', one({ for: '1m' }), one({ for: '{{ x }}' }), false],
    ['of the same unknown wait', one({ for: '{{ x }}' }), one({ for: '{{ x }}' }), true],
    ['of another expression', one({ expr: 'x' }), one(), false],
    ['of other labels', one({ labels: { a: 'b' } }), one(), false],
    ['of another name', one({}, 'A'), one(), false],
    ['paused', { ...one(), isPaused: true }, one(), false],
    ['paused as before', { ...one(), isPaused: true }, { ...one(), isPaused: true }, true],
  ])('one is as good as another: %s', (_, alert, other, expected) => expect(isAsGood(alert, other)).toBe(expected));
});

describe('Alertmanager', () => {
  const remedy =
    'Keep somebody who is notified, and silence single alerts for a time in Alertmanager, where that shows.';
  const team = { name: 'team', slack_configs: [{}] };
  const ops = { name: 'ops', pagerduty_configs: [{}] };
  const nobody = { name: 'nobody' };
  const config = (route: Fields, ...receivers: readonly Fields[]) => ({ route, receivers });
  const said = (
    what: string,
    severity: string,
    path: readonly (string | number)[],
    subject: readonly string[],
    more: object = {},
  ) => ({ what, remedy, severity, path, ...more, subject });
  const to = (receiver: string, ...routes: readonly Fields[]): Fields => ({
    receiver,
    ...(routes.length === 0 ? {} : { routes }),
  });
  const lost = (names: string, formerPath: readonly (string | number)[]) =>
    said(`no longer sends any alert to ${names}`, 'medium', ['route'], ['lost', ...names.split(', ').sort()], {
      formerPath,
    });
  const muted = (matchers: readonly string[], path: readonly (string | number)[]) =>
    said(
      matchers.length === 0
        ? 'newly notifies nobody of alerts that no route names'
        : `newly notifies nobody of alerts with ${matchers.join(', ')}`,
      'medium',
      [...path, 'receiver'],
      ['muted', ...matchers],
    );
  const both = [team, ops, nobody];
  const two = config(to('team', { ...to('ops'), match: { a: 'b' } }), ...both);

  test.each<[string, Fields, Fields, readonly object[]]>([
    [
      'a receiver that is empty',
      config(to('team'), team),
      config(to('team'), { name: 'team', slack_configs: [] }),
      [said('no longer tells anybody by its receiver team', 'medium', ['receivers', 0], ['receiver', 'team'])],
    ],
    ['an empty receiver that no route has', config(to('ops'), team, ops), config(to('ops'), { name: 'team' }, ops), []],
    ['a receiver that no route has', two, config(to('team'), ...both), [lost('ops', ['route', 'routes', 0])]],
    [
      'a receiver in the place of one of its kind',
      config(to('team'), team),
      config(to('new'), { name: 'new', slack_configs: [{}] }),
      [],
    ],
    [
      'a receiver in the place of one of another kind',
      config(to('team'), team),
      config(to('new'), { name: 'new', email_configs: [{}] }),
      [lost('team', ['route'])],
    ],
    [
      'a receiver that was there in the place of one',
      config(to('team'), team, { ...team, name: 'b' }),
      config(to('b'), team, { ...team, name: 'b' }),
      [lost('team', ['route'])],
    ],
    [
      'nobody by default',
      config(to('team'), ...both),
      config(to('nobody', to('team')), ...both),
      [muted([], ['route'])],
    ],
    [
      'nobody of some',
      config(to('team'), ...both),
      config(
        to('team', {
          receiver: 'nobody',
          match: { b: 'c', a: 'b' },
          match_re: { d: 'e.*' },
          matchers: [
            ' x = "y" ',
            { name: 'n', value: 'v', matchType: '!=' },
            { name: 'r', value: 's', regex: true },
            { name: 'q', value: 't' },
          ],
        }),
        ...both,
      ),
      [muted(['a=b', 'b=c', 'd=~e.*', 'n!=v', 'q=t', 'r=~s', 'x=y'], ['route', 'routes', 0])],
    ],
    [
      'nobody of some below others',
      config(to('team'), ...both),
      config(to('team', { match: { a: 'b' }, routes: [{ receiver: 'nobody', match: { c: 'd' } }] }), ...both),
      [muted(['a=b', 'c=d'], ['route', 'routes', 0, 'routes', 0])],
    ],
    [
      'nobody as before',
      config(to('team', { receiver: 'nobody', match: { a: 'b' } }), ...both),
      config(to('team', { receiver: 'nobody', match: { a: 'b' } }, to('ops')), ...both),
      [],
    ],
    [
      'nobody of that alerting works',
      config(to('team'), ...both),
      config(
        to(
          'team',
          { receiver: 'nobody', match: { alertname: 'Watchdog' } },
          { receiver: 'nobody', match_re: { severity: 'info|x' } },
        ),
        ...both,
      ),
      [],
    ],
    [
      'nobody of an alert that ends so',
      config(to('team'), ...both),
      config(to('team', { receiver: 'nobody', match: { xalertname: 'Watchdog' } }), ...both),
      [muted(['xalertname=Watchdog'], ['route', 'routes', 0])],
    ],
    [
      'nobody by a receiver that is not there, which inherits',
      config(to('team'), ...both),
      config(to('team', { match: { a: 'b' } }), ...both),
      [],
    ],
    [
      'nobody at some times',
      config(to('team'), ...both),
      {
        ...config(
          to('team', { match: { a: 'b' }, mute_time_intervals: ['night', 'x'], muteTimeIntervals: ['y'] }),
          ...both,
        ),
        time_intervals: [{ name: 'night', times: [1] }],
      },
      [
        said(
          'notifies nobody at the times night, x, y of alerts with a=b',
          'low',
          ['route', 'routes', 0],
          ['times', 'a=b', 'x', 'y', '{"name":"night","times":[1]}'],
        ),
      ],
    ],
    [
      'nobody of any alert at some times',
      config(to('team'), ...both),
      config({ ...to('team'), mute_time_intervals: ['x'] }, ...both),
      [said('notifies nobody at the times x of alerts', 'low', ['route'], ['times', 'x'])],
    ],
    [
      'nobody at other times',
      config({ ...to('team'), mute_time_intervals: ['x'] }, ...both),
      config({ ...to('team'), mute_time_intervals: ['y'] }, ...both),
      [],
    ],
    [
      'what others inhibit',
      config(to('team'), ...both),
      {
        ...config(to('team'), ...both),
        inhibit_rules: [{ target_match: { a: 'b' }, target_match_re: { c: 'd' } }],
        inhibitRules: [{ targetMatch: [{ name: 'e', value: 'f' }], equal: ['x'] }, {}],
      },
      [
        said(
          'newly notifies nobody of alerts with a=b, c=~d while another one fires',
          'medium',
          ['inhibit_rules', 0],
          ['inhibited', '{"target_match":{"a":"b"},"target_match_re":{"c":"d"}}'],
          { remedy: 'Inhibit only what the other alert says already, of the same object (equal).' },
        ),
        said(
          'newly notifies nobody of alerts with e=f while another one fires',
          'low',
          ['inhibitRules', 0],
          ['inhibited', '{"targetMatch":[{"name":"e","value":"f"}],"equal":["x"]}'],
          { remedy: 'Inhibit only what the other alert says already, of the same object (equal).' },
        ),
        said(
          'newly notifies nobody of any alert while another one fires',
          'medium',
          ['inhibitRules', 1],
          ['inhibited', '{}'],
          { remedy: 'Inhibit only what the other alert says already, of the same object (equal).' },
        ),
      ],
    ],
    [
      'what others inhibited',
      { ...two, inhibit_rules: [{ a: 1 }, { b: 2 }] },
      { ...two, inhibit_rules: [{ b: 2 }] },
      [],
    ],
    ['nothing', two, two, []],
  ])('%s', (_, was, is, expected) => expect(alertmanagerLowered(was, is)).toEqual(expected));

  test('of an AlertmanagerConfig', () => {
    const [was, is] = [
      { name: 'a', slackConfigs: [{}] },
      { name: 'a', slackConfigsX: [{}] },
    ];
    expect(alertmanagerLowered(config(to('a'), was), config(to('a'), is))).toHaveLength(1);
  });

  test.each<[Fields, boolean]>([
    [{ route: {}, receivers: [] }, true],
    [{ route: null, receivers: [] }, false],
    [{ route: 'x', receivers: [] }, false],
    [{ route: {}, receivers: {} }, false],
    [{ receivers: [] }, false],
  ])('%j is a configuration: %s', (value, expected) => expect(isAlertmanager(value)).toBe(expected));
});

const object = (apiVersion: string, kind: string, spec: unknown, name = 'a', namespace?: string) =>
  resources({
    'a.yaml': JSON.stringify({
      apiVersion,
      kind,
      metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
      spec,
    }),
  })[0] as ReturnType<typeof resources>[number];

describe('what measures and sends logs', () => {
  const remedy = 'Keep it as long as what it watches is there.';
  const monitor = (spec: unknown, name = 'web', kind = 'ServiceMonitor') =>
    object('monitoring.coreos.com/v1', kind, spec, name);
  const said = (
    what: string,
    severity: string,
    path: readonly string[],
    subject: readonly string[],
    formerPath?: readonly string[],
  ) => ({ what, remedy, severity, path, ...(formerPath === undefined ? {} : { formerPath }), subject });
  const selector = (matchLabels: Fields) => ({ selector: { matchLabels } });
  const port = (...ports: readonly string[]) => ({ endpoints: ports.map((each) => ({ port: each })) });
  test.each<[string, unknown, unknown, readonly object[]]>([
    ['nothing more', { a: 1 }, undefined, [said('is gone, and with it what it measured', 'low', [], ['gone'], [])]],
    [
      'nothing',
      port('a'),
      {},
      [
        said(
          'measures nothing any more (endpoints)',
          'low',
          ['spec', 'endpoints'],
          ['endpoints'],
          ['spec', 'endpoints'],
        ),
      ],
    ],
    [
      'one endpoint less',
      port('a', 'b'),
      port('a'),
      [
        said(
          'no longer measures /metrics on port b (endpoints)',
          'low',
          ['spec', 'endpoints'],
          ['endpoints', '/metrics on port b'],
          ['spec', 'endpoints'],
        ),
      ],
    ],
    ['another endpoint', port('a'), port('b'), []],
    ['the same endpoint otherwise', { endpoints: [{ port: 'a', interval: '1m' }] }, { endpoints: [{ port: 'a' }] }, []],
    [
      'another path of two',
      { endpoints: [{ targetPort: 80, path: '/x' }, { portNumber: 81 }] },
      { endpoints: [{ targetPort: 80 }] },
      [
        said(
          'no longer measures /x on port 80, /metrics on port 81 (endpoints)',
          'low',
          ['spec', 'endpoints'],
          ['endpoints', '/x on port 80', '/metrics on port 81'],
          ['spec', 'endpoints'],
        ),
      ],
    ],
    [
      'a part of what it selected',
      selector({ a: 'b' }),
      selector({ a: 'b', c: 'd' }),
      [
        said(
          'measures less than before (selector)',
          'low',
          ['spec', 'selector'],
          ['narrowed', 'selector', '{"matchLabels":{"a":"b","c":"d"}}'],
        ),
      ],
    ],
    ['something else', selector({ a: 'b' }), selector({ a: 'c' }), []],
    ['more', selector({ a: 'b' }), {}, []],
    [
      'fewer namespaces',
      { namespaceSelector: { matchNames: ['a', 'b'] } },
      { namespaceSelector: { matchNames: ['b'] } },
      [
        said(
          'measures less than before (namespaceSelector)',
          'low',
          ['spec', 'namespaceSelector'],
          ['narrowed', 'namespaceSelector', '{"matchNames":["b"]}'],
        ),
      ],
    ],
    [
      'only its own namespace',
      { namespaceSelector: { any: true } },
      {},
      [
        said(
          'measures less than before (namespaceSelector)',
          'low',
          ['spec'],
          ['narrowed', 'namespaceSelector', ''],
          ['spec', 'namespaceSelector'],
        ),
      ],
    ],
    ['every namespace', { namespaceSelector: { matchNames: ['a'] } }, { namespaceSelector: { any: true } }, []],
    ['the same', port('a'), port('a'), []],
  ])('%s', (_, was, is, expected) =>
    expect(watcherLowered(monitor(was), is === undefined ? undefined : monitor(is))).toEqual(expected),
  );

  test('what is about security is medium, by its name or what it selects', () => {
    expect(watcherLowered(monitor({}, 'falco'), undefined)[0]?.severity).toBe('medium');
    expect(watcherLowered(monitor(selector({ app: 'falco' })), undefined)[0]?.severity).toBe('medium');
    const scoped = object('monitoring.coreos.com/v1', 'ServiceMonitor', {}, 'a', 'gatekeeper-system');
    expect(watcherLowered(scoped, undefined)[0]?.severity).toBe('medium');
  });

  test('a probe has no selectors, a pod has endpoints of its own', () => {
    expect(watcherLowered(monitor(selector({}), 'a', 'Probe'), monitor(selector({ a: 'b' }), 'a', 'Probe'))).toEqual(
      [],
    );
    const pods = (...ports: readonly string[]) =>
      monitor({ podMetricsEndpoints: port(...ports).endpoints }, 'a', 'PodMonitor');
    expect(watcherLowered(pods('a', 'b'), pods('b'))).toHaveLength(1);
    expect(watcherLowered(pods('a'), pods())).toMatchObject([
      { what: 'measures nothing any more (podMetricsEndpoints)' },
    ]);
  });

  test('a ClusterLogForwarder that sends some logs nowhere', () => {
    const forwarder = (...inputs: readonly string[]) =>
      object('observability.openshift.io/v1', 'ClusterLogForwarder', {
        pipelines: [{ inputRefs: inputs, outputRefs: ['a'] }],
      });
    const path = ['spec', 'pipelines'];
    expect(watcherLowered(forwarder('z', 'application', 'audit'), forwarder('audit'))).toEqual([
      said('no longer sends logs of z, application', 'low', path, ['inputs', 'application', 'z'], path),
    ]);
    expect(watcherLowered(forwarder('application', 'audit'), forwarder('application'))).toEqual([]);
    expect(watcherLowered(forwarder('application'), forwarder())).toEqual([]);
    expect(watcherLowered(forwarder('application'), undefined)).toEqual([]);
  });

  test.each<[string, string, string | undefined]>([
    ...['ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig'].map((kind): [string, string, string] => [
      'monitoring.coreos.com/v1',
      kind,
      'measured',
    ]),
    ...['VMServiceScrape', 'VMPodScrape', 'VMNodeScrape', 'VMStaticScrape', 'VMProbe', 'VMScrapeConfig'].map(
      (kind): [string, string, string] => ['operator.victoriametrics.com/v1beta1', kind, 'measured'],
    ),
    ...['Output', 'ClusterOutput', 'ClusterFluentBitConfig', 'FluentdConfig'].map((kind): [string, string, string] => [
      'fluentbit.fluent.io/v1alpha2',
      kind,
      'sent',
    ]),
    ['fluentd.fluent.io/v1alpha1', 'ClusterFluentdConfig', 'sent'],
    ...['Flow', 'ClusterFlow', 'Output', 'ClusterOutput'].map((kind): [string, string, string] => [
      'logging.banzaicloud.io/v1beta1',
      kind,
      'sent',
    ]),
    ['monitoring.coreos.com/v1', 'PrometheusRule', undefined],
    ['monitoring.coreos.com/v1', 'MyServiceMonitor', undefined],
    ['monitoring.coreos.com/v1', 'ServiceMonitors', undefined],
    ['example.org/v1', 'ServiceMonitor', undefined],
    ['logging.banzaicloud.io/v1beta1', 'Logging', undefined],
  ])('%s %s: %s', (apiVersion, kind, does) => {
    const watcher = object(apiVersion, kind, {});
    expect(watches(watcher)).toBe(does !== undefined);
    if (does !== undefined)
      expect(watcherLowered(watcher, undefined)[0]?.what).toBe(`is gone, and with it what it ${does}`);
  });

  test('one whose version is filled in counts as of the first group', () => {
    const open = object('{{ x }}', 'ServiceMonitor', {}, 'a', 'b');
    expect(watcherKey(open)).toBe('["monitoring.coreos.com","ServiceMonitor","b","a"]');
    expect(watcherKey(object('fluentd.fluent.io/v1', 'Output', {}))).toBe('["fluentd.fluent.io","Output",null,"a"]');
  });
});

describe('servers of Prometheus', () => {
  const server = (spec: unknown, name = 'a', kind = 'Prometheus', namespace = 'x') =>
    object('monitoring.coreos.com/v1', kind, spec, name, namespace);
  const found = (before: readonly ReturnType<typeof server>[], after: readonly ReturnType<typeof server>[]) =>
    serversLowered({ before, after }).flatMap(({ resource, loosenings }) =>
      loosenings.map((each) => ({ of: resource?.name, ...each })),
    );
  const remedy = 'Keep it as long as there are rules that it is for.';
  const gone = (what: string) => [
    {
      of: 'a',
      what: `is gone, and with it ${what}`,
      remedy,
      severity: 'medium',
      path: [],
      formerPath: [],
      subject: ['gone'],
    },
  ];
  const fewer = (field: string, code: string, place: object, of = 'a') => [
    {
      of,
      what: `newly takes fewer rules or configurations (${field})`,
      remedy: 'Select what was selected, or show that what is left out is of no use any more.',
      severity: 'medium',
      ...place,
      subject: ['selector', field, code],
    },
  ];
  const rules = (ruleSelector?: unknown) => ({ ruleSelector });
  const labels = (matchLabels: Fields) => ({ matchLabels });
  const to = (...names: readonly string[]) => ({
    alerting: { alertmanagers: names.map((name) => ({ namespace: 'n', name, port: 'web' })) },
  });
  const path = ['spec', 'ruleSelector'];
  test('are gone, off, or take fewer rules', () => {
    expect(found([server({})], [])).toEqual(gone('who evaluates alerts'));
    expect(found([server({}, 'a', 'Alertmanager')], [])).toEqual(gone('who notifies of alerts'));
    expect(found([server({})], [server({ replicas: 0 })])).toEqual([
      {
        of: 'a',
        what: 'is not run any more (replicas: 0)',
        remedy,
        severity: 'medium',
        path: ['spec', 'replicas'],
        subject: ['replicas'],
      },
    ]);
    expect(found([server({ replicas: 0 })], [server({ replicas: 0, x: 1 })])).toEqual([]);
    expect(found([server(rules({}))], [server(rules())])).toEqual(
      fewer('ruleSelector', 'null', { path: ['spec'], formerPath: path }),
    );
    expect(found([server(rules({}))], [server(rules(labels({ a: 'b' })))])).toEqual(
      fewer('ruleSelector', '{"matchLabels":{"a":"b"}}', { path }),
    );
    expect(found([server(rules(labels({ a: 'b' })))], [server(rules({}))])).toEqual([]);
    expect(found([server(rules())], [server(rules({}))])).toEqual([]);
    expect(
      found([server({ ruleNamespaceSelector: {} }, 'a', 'ThanosRuler')], [server({}, 'a', 'ThanosRuler')]),
    ).toHaveLength(1);
    expect(
      found([server({ alertmanagerConfigSelector: {} }, 'a', 'Alertmanager')], [server({}, 'a', 'Alertmanager')]),
    ).toHaveLength(1);
    expect(found([server({ alertmanagerConfigSelector: {} })], [server({})])).toEqual([]);
  });

  test('send their alerts to fewer', () => {
    const alerting = (code: string) => [
      {
        of: 'a',
        what: 'sends its alerts no longer to each of its Alertmanagers (alerting)',
        remedy: 'Keep it, or its alerts reach nobody.',
        severity: 'medium',
        path: ['spec', 'alerting'],
        subject: ['alerting', code],
      },
    ];
    expect(found([server(to('m', 'n'))], [server(to('n'))])).toEqual(
      alerting('[{"namespace":"n","name":"n","port":"web"}]'),
    );
    expect(found([server(to('m'))], [server({})])).toMatchObject([
      { path: ['spec'], formerPath: ['spec', 'alerting'], subject: ['alerting', '[]'] },
    ]);
    expect(found([server(to('m'))], [server(to('n', 'm'))])).toEqual([]);
  });

  test('under another name are compared with what takes their place, each with one', () => {
    expect(found([server(rules({}))], [server(rules({}), 'b')])).toEqual([]);
    expect(found([server(rules({}))], [server({}, 'b')])).toEqual(
      fewer('ruleSelector', 'null', { path: ['spec'], formerPath: path }, 'b'),
    );
    expect(found([server({}), server({}, 'c')], [server({}, 'b')])).toHaveLength(1);
    expect(found([server({})], [server({}, 'b', 'ThanosRuler')])).toEqual(gone('who evaluates alerts'));
    expect(
      found([server(rules({}))], [server({}, 'b', 'Prometheus', 'y'), server(rules({}), 'c', 'Prometheus', 'x')]),
    ).toEqual([]);
    expect(found([object('a.b/v1', 'Prometheus', {})], [])).toEqual([]);
  });
});

test.each<[string, boolean]>([
  ...[
    'kube-audit',
    'Falco',
    'tetragon',
    'UnauthorizedRequests',
    'unauthorised',
    'PrivilegeEscalation',
    'TrivyDown',
    'PolicyViolation',
    'policy_violation',
    'admission',
    'rbac',
    'KubeAPIServerDown',
    'kube-apiserver',
    'GuardDuty',
  ].map((name): [string, boolean] => [name, true]),
  ...['NodeDown', 'application', 'polic_violation', ''].map((name): [string, boolean] => [name, false]),
])('"%s" speaks of security: %s', (text, expected) => expect(isOfSecurity(text)).toBe(expected));
