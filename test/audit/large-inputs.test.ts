import { expect, test } from '@jest/globals';
import { alertsOf } from '../../src/audit/monitoring/alerts.ts';
import { formerAlerts } from '../../src/audit/monitoring/former-alerts.ts';
import { lostStreams, newDrops, withRewrites } from '../../src/audit/monitoring/log-filters.ts';
import { outputsLowered, pipelineOfMapping } from '../../src/audit/monitoring/log-outputs.ts';
import { judgeLua } from '../../src/audit/monitoring/lua-program.ts';
import { pipelineOfVector } from '../../src/audit/monitoring/vector.ts';
import { waysOfTransform } from '../../src/audit/monitoring/vector-drops.ts';
import { graphLowered } from '../../src/audit/monitoring/vector-lowered.ts';
import { superlinearAt } from '../growth.ts';
import { size as sizeOf } from '../thorough.ts';

/** A configuration of Vector with many sinks, to each of which a transform with as many inputs leads. */
function vector(size: number, { isSent = true } = {}) {
  const names = Array.from({ length: size }, (_, at) => `n${at}`);
  const sinks = Object.fromEntries(names.map((name) => [name, { type: 'loki', inputs: ['joined'] }]));
  const sources = { n0: { type: 'file', include: ['/var/log/audit/audit.log'] } };
  const transforms = { joined: { inputs: names } };
  return pipelineOfMapping({ sources, transforms, sinks: isSent ? sinks : { none: { type: 'loki', inputs: ['n1'] } } });
}

test('very many sinks with very many inputs each are read in a time that grows as they do, and may be about security', () => {
  const [was, is] = [vector(sizeOf(20_000, 4)), vector(sizeOf(20_000, 4), { isSent: false })];
  const lost = outputsLowered(was?.outputs ?? [], is?.outputs ?? [], () => false);
  expect(lost.map(({ what }) => what)[0]).toContain('joined (too many inputs to follow: audit logs may be among them)');
  expect(superlinearAt(vector, 16_000)).toBeUndefined();
});

/** Alerts of one name, each with another expression than on the other side. */
function alerts(size: number) {
  const side = (name: string) =>
    alertsOf({
      rules: Array.from({ length: size }, (_, at) => ({ alert: 'Burn', expr: `${name}${at}`, for: `${at}m` })),
    });
  return formerAlerts(side('a'), side('b'), [() => 'here', () => '']);
}

test('very many alerts of one name find what they were in a time that grows as they do', () => {
  expect(alerts(5_000).size).toBe(5_000);
  expect(superlinearAt(alerts, 8_000)).toBeUndefined();
});

/** A configuration of Vector in which each filter takes from the two before it. */
function ladder(size: number) {
  const transforms = Object.fromEntries(
    Array.from({ length: size }, (_, at) => [
      `f${at}`,
      {
        type: 'filter',
        condition: `.x != ${at}`,
        inputs: at === 0 ? ['audit'] : [`f${at - 1}`, `f${Math.max(0, at - 2)}`],
      },
    ]),
  );
  const sinks = { store: { type: 'loki', inputs: [`f${size - 1}`] } };
  return pipelineOfMapping({ sources: { audit: { type: 'file' } }, transforms, sinks })?.graph?.waysFrom('audit') ?? [];
}

test('of the ways through very many filters, which double with each, no more than a bound are followed', () => {
  expect(ladder(30).length).toBe(32);
  expect(ladder(1_600).length).toBe(32);
  expect(ladder(sizeOf(100_000)).length).toBe(1);
});

/** A configuration of Fluent Bit with very many inputs about security, rules that rewrite, and outputs; of Vector with as many sources. */
function large(size: number) {
  const many = <T>(make: (at: number) => T) => Array.from({ length: size }, (_, at) => make(at));
  const bit = (name: string) =>
    pipelineOfMapping({
      pipeline: {
        inputs: many((at) => ({ name: 'tail', path: `/var/log/audit/${name}${at}.log`, tag: `audit.${at}` })),
        filters: many((at) => ({ name: 'rewrite_tag', match: '*', rule: `$user ^a$ ${name}.${at}.$TAG false` })),
        outputs: many((at) => ({ name: 'es', match: `audit.${at}` })),
      },
    });
  const vector = (name: string) =>
    pipelineOfMapping({
      sources: Object.fromEntries(
        many((at) => [`${name}${at}`, { type: 'file', include: [`/var/log/audit/${at}/*.log`] }]),
      ),
      sinks: { store: { type: 'loki', inputs: many((at) => `${name}${at}`) } },
    })?.graph;
  const [was, is, old, now] = [bit('a'), bit('b'), vector('a'), vector('b')];
  if (was === undefined || is === undefined || old === undefined || now === undefined) throw new Error('not read');
  return [
    newDrops(withRewrites(was), withRewrites(is), () => false),
    lostStreams(was, is, () => false),
    graphLowered(old, now, () => false),
  ];
}

test('very many inputs, rules and sources are compared in bounded time', () => {
  const start = process.cpuUsage();
  // The most rules that are followed, and far more.
  for (const size of [50, sizeOf(4_000, 16)]) expect(large(size).length).toBe(3);
  expect(process.cpuUsage(start).user).toBeLessThan(20_000_000);
});

test('programs that read badly are read in no time', () => {
  const start = process.cpuUsage();
  expect(judgeLua('--[[\n'.repeat(100_000), 'cb')).toBe('may drop');
  expect(judgeLua('--[[\n'.repeat(3_000), 'cb')).toBe('may drop');
  const source = 'if '.repeat(6_000);
  expect(waysOfTransform({ type: 'remap', source }).drops).toEqual([]);
  expect(waysOfTransform({ type: 'remap', source: `${source}abort` }).drops.length).toBe(1);
  expect(process.cpuUsage(start).user).toBeLessThan(5_000_000);
});

test.each([3, 12, 30])('what is left out after %i rewritings of tags is said', (steps) => {
  const side = (isLeftOut: boolean) => {
    const rule = (at: number) => ({ name: 'rewrite_tag', match: `x.${at}`, rule: `$log .* x.${at + 1} false` });
    const drop = { name: 'grep', match: `x.${steps}`, exclude: 'log .*' };
    const read = pipelineOfMapping({
      pipeline: {
        inputs: [{ name: 'tail', path: '/var/log/audit/audit.log', tag: 'x.0' }],
        filters: [...Array.from({ length: steps }, (_, at) => rule(at)), ...(isLeftOut ? [drop] : [])],
        outputs: [{ name: 'es', match: '*' }],
      },
    });
    if (read === undefined) throw new Error('not read');
    return withRewrites(read);
  };
  expect(newDrops(side(false), side(true), () => false).map(({ of }) => of)).toEqual([`x.${steps}`]);
  expect(newDrops(side(true), side(true), () => false)).toEqual([]);
});

test('the ways of very many routes through many chains to many sinks are too many to follow, and said', () => {
  const side = (isLeftOut: boolean) => {
    const routes = Array.from({ length: 1_500 }, (_, at) => `r${at}`);
    const transforms: Record<string, object> = {
      split: { type: 'route', inputs: ['audit'], route: Object.fromEntries(routes.map((name) => [name, '.a == 1'])) },
      joined: { type: 'remap', inputs: [...routes, '_unmatched'].map((name) => `split.${name}`), source: '' },
    };
    const sinks: Record<string, object> = {};
    for (let chain = 0; chain < 32; chain += 1) {
      for (let at = 0; at < 45; at += 1) {
        const condition = `.x != "${chain}-${at}${isLeftOut && at === 0 ? 'z' : ''}"`;
        const inputs = [at === 0 ? 'joined' : `c${chain}-${at - 1}`];
        transforms[`c${chain}-${at}`] = { type: 'filter', condition, inputs };
      }
      sinks[`s${chain}`] = { type: 'loki', inputs: [`c${chain}-44`] };
    }
    // All comparisons that are made by default take a second and a half: a thorough run makes them.
    return pipelineOfVector({ sources: { audit: { type: 'file' } }, transforms, sinks }, sizeOf(40_000_000, 20)).graph;
  };
  const [was, is] = [side(false), side(true)];
  if (was === undefined || is === undefined) throw new Error('not read');
  const start = process.cpuUsage();
  expect(graphLowered(was, is, () => false).drops.map(({ said }) => said)).toEqual(['too many transforms to follow']);
  expect(graphLowered(was, was, () => false).drops).toEqual([]);
  expect(process.cpuUsage(start).user).toBeLessThan(8_000_000);
});
