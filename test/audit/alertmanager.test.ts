import { describe, expect, test } from '@jest/globals';
import { alertmanagerLowered, isAlertmanager } from '../../src/audit/monitoring/alertmanager.ts';

type Fields = Readonly<Record<string, unknown>>;
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
