import { describe, expect, test } from '@jest/globals';
import { type Alert, alertsOf, goneAlerts, holdsAlerts, weakerAlerts } from '../../src/audit/monitoring/alerts.ts';
import { formerAlerts, isAsGood } from '../../src/audit/monitoring/former-alerts.ts';

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
