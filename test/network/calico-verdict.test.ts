import { describe, expect, test } from '@jest/globals';
import type { Resource } from '../../src/kube/resource.ts';
import { resourcesOf } from '../../src/kube/resources.ts';
import { letsNothingMoreThrough } from '../../src/network/calico/calico-verdict.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';

function objects(...all: readonly object[]): readonly Resource[] {
  return all.flatMap((each, index) =>
    parseYaml(Buffer.from(JSON.stringify(each)), defaultPolicy.limits).documents.flatMap((document) =>
      resourcesOf(document, `${index}.yaml`),
    ),
  );
}

const policy = (spec: object, { name = 'p', kind = 'NetworkPolicy', namespace = 'shop' } = {}) => ({
  apiVersion: 'projectcalico.org/v3',
  kind,
  metadata: { name, ...(kind === 'NetworkPolicy' && namespace !== '' ? { namespace } : {}) },
  spec,
});
const ingress = (...rules: readonly object[]) => ({ types: ['Ingress'], ingress: rules });
const allow = (source: object, more: object = {}) => ({ action: 'Allow', source, ...more });
const deny = (source: object) => ({ action: 'Deny', source });
const isHarmless = (before: readonly object[], after: readonly object[]) =>
  letsNothingMoreThrough(objects(...before), objects(...after));
const replaced = (before: object, after: object) => isHarmless([policy(before)], [policy(after)]);

describe('what surely lets nothing more through', () => {
  test.each([
    ['networks split in halves', { nets: ['10.0.0.0/8'] }, { nets: ['10.0.0.0/9', '10.128.0.0/9'] }],
    ['ports said one by one', { ports: ['80:82'] }, { ports: [80, 81, '82'] }],
    ['a list of one value', { selector: "app == 'x'" }, { selector: 'app in {"x"}' }],
    ['one label more', { selector: "app == 'x'" }, { selector: "app == 'x' && tier == 'web'" }],
    ['of a list one value', { selector: "app in {'x', 'y'}" }, { selector: "app == 'x'" }],
    ['a part of what was not left out', { nets: ['10.0.0.0/8'], notNets: ['10.1.0.0/16'] }, { nets: ['10.2.0.0/16'] }],
    ['pods instead of all addresses', {}, { selector: 'all()' }],
    ['no port is left out that was not', { notPorts: [80] }, { notPorts: ['80:90'] }],
  ])('%s', (_, before, after) => {
    expect(replaced(ingress(allow(before)), ingress(allow(after)))).toBe(true);
  });

  test('protocols by their numbers', () => {
    expect(replaced(ingress(allow({}, { protocol: 'TCP' })), ingress(allow({}, { protocol: 6 })))).toBe(true);
  });

  test('a rule that denies behind one that denies the same', () => {
    const first = deny({ selector: "app == 'x'" });
    expect(replaced(ingress(first, first, allow({})), ingress(first, allow({})))).toBe(true);
  });

  test('rules about different traffic in another order', () => {
    const [x, y] = [deny({ selector: "app == 'x'" }), allow({ selector: "app == 'y'" })];
    expect(replaced(ingress(x, y), ingress(y, x))).toBe(true);
  });

  test('a policy for one namespace where one for all of them denies before', () => {
    const all = policy({ order: 1, ...ingress(deny({})) }, { name: 'all', kind: 'GlobalNetworkPolicy' });
    const own = policy({ order: 5, ...ingress(deny({ nets: ['10.0.0.0/8'] })) });
    expect(isHarmless([all, own], [all])).toBe(true);
    expect(isHarmless([all, own], [own])).toBe(false);
  });
});

describe('what may let more through', () => {
  test.each([
    ['another half of the networks', { nets: ['10.0.0.0/9'] }, { nets: ['10.0.0.0/9', '10.128.0.0/9'] }],
    ['one more port', { ports: ['80:82'] }, { ports: ['80:83'] }],
    ['one more value', { selector: "app == 'x'" }, { selector: "app in {'x', 'y'}" }],
    ['all addresses instead of pods', { selector: 'all()' }, {}],
    ['pods of other namespaces', { selector: 'all()' }, { selector: 'all()', namespaceSelector: "team == 'a'" }],
    ['a label that is not there', { selector: "has(app) && app != 'x'" }, { selector: "app != 'x'" }],
    ['a value that is filled in', { selector: "app == 'x'" }, { selector: "app == '{{ app }}'" }],
    ['a network that is filled in', { nets: ['10.0.0.0/8'] }, { nets: ['{{ net }}'] }],
    ['a selector that is not understood', { selector: "app == 'x'" }, { selector: "app starts with 'x'" }],
    ['a field that is not known', { serviceAccounts: { names: ['a'] } }, { serviceAccounts: { names: ['b'] } }],
    ['fewer ports are left out', { notPorts: [80, 81] }, { notPorts: [80] }],
  ])('%s', (_, before, after) => {
    expect(replaced(ingress(allow(before)), ingress(allow(after)))).toBe(false);
  });

  test('rules about what may be the same traffic in another order', () => {
    const [x, y] = [deny({ selector: "app == 'x'" }), allow({ nets: ['10.0.0.0/8'] })];
    expect(replaced(ingress(x, y), ingress(y, x))).toBe(false);
  });

  test('an action, an order or a tier that is filled in', () => {
    const rule = { action: '{{ action }}' };
    expect(replaced(ingress(rule), ingress(rule))).toBe(false);
    for (const field of ['order', 'tier']) {
      const spec = { [field]: '{{ value }}', ...ingress(deny({})) };
      expect(replaced(spec, spec)).toBe(false);
    }
  });

  test('a direction that is no longer among the types', () => {
    expect(replaced({ types: ['Ingress', 'Egress'] }, { types: ['Ingress'] })).toBe(false);
    expect(replaced({ egress: [deny({})] }, { types: ['Egress'], egress: [deny({})] })).toBe(true);
  });

  test('a tier whose place nobody states may be before or after the others', () => {
    const first = policy({ tier: 'a', ...ingress(deny({})) }, { name: 'a.first' });
    const second = policy({ tier: 'b', ...ingress(deny({})) }, { name: 'b.second' });
    expect(isHarmless([first, second], [first])).toBe(true);
    const passing = policy({ tier: 'a', ...ingress({ action: 'Allow' }) }, { name: 'a.first' });
    expect(isHarmless([passing, second], [passing])).toBe(false);
  });

  test('a policy that is now asked after NetworkPolicies of Kubernetes, which may allow what it denies', () => {
    const own = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'n', namespace: 'shop' },
      spec: {},
    };
    const late = policy({ order: 1100, ...ingress(deny({})) });
    const early = policy({ order: 900, ...ingress(deny({})) });
    const other = policy({ order: 5, ...ingress({ action: 'Log' }) }, { name: 'other' });
    expect(isHarmless([early, other], [late, other])).toBe(true);
    expect(isHarmless([own, early, other], [own, late, other])).toBe(false);
  });

  test('the place of the only policy there is, and policies of hosts', () => {
    const at = (order: number) => ({ order, ...ingress(deny({})) });
    expect(replaced(at(10), at(20))).toBe(false);
    const host = { applyOnForward: true, ...ingress(deny({})) };
    expect(replaced(host, host)).toBe(false);
  });

  test('a policy whose namespace is filled in alongside one of another namespace', () => {
    const [own, open] = [policy(ingress(deny({}))), policy(ingress(deny({})), { name: 'open', namespace: '' })];
    expect(isHarmless([own, open], [own, open])).toBe(false);
    expect(isHarmless([own], [own])).toBe(true);
  });

  test('more cases than are gone through', () => {
    const rules = Array.from({ length: 40 }, (_, index) => allow({ selector: `contains 'x${index}'` }));
    expect(replaced(ingress(...rules), ingress(...rules.slice(1)))).toBe(false);
  });
});
