import { expect, test } from '@jest/globals';
import { exceptionLoosened } from '../../src/admission/kyverno/exceptions/exceptions.ts';

const exception = (kind: string) => ({
  apiVersion: 'policies.kyverno.io/v1',
  kind: 'PolicyException',
  metadata: { name: 'e', namespace: 'shop' },
  spec: { policyRefs: [{ name: 'p', kind }] },
});

test('an exception from a policy of another kind is from another policy, whatever it is called', () => {
  const [was, is] = [exception('ImageValidatingPolicy'), exception('ValidatingPolicy')];
  const whats = ['newly exempts every object from the ValidatingPolicy p'];
  expect(exceptionLoosened(was, is).map(({ what }) => what)).toEqual(whats);
  expect(exceptionLoosened(undefined, is, [was]).map(({ what }) => what)).toEqual(whats);
  expect(exceptionLoosened(undefined, is, [is])).toEqual([]);
});

test.each<[string, unknown, unknown, readonly string[]]>([
  ['later', '2026-05-01T00:00:00Z', '2027-05-01T00:00:00Z', ['exempts from the ValidatingPolicy p for longer']],
  ['no longer', '2026-05-01T00:00:00Z', undefined, ['exempts from the ValidatingPolicy p for longer']],
  ['at a time that cannot be read', '2026-05-01T00:00:00Z', 'soon', ['for longer']],
  ['sooner', '2026-05-01T00:00:00Z', '2026-04-01T00:00:00+02:00', []],
  ['at the same time', '2026-05-01T00:00:00Z', '2026-05-01T02:00:00+02:00', []],
  ['at all', undefined, '2026-05-01T00:00:00Z', []],
])('an exception that ends %s', (_, was, is, parts) => {
  const ending = (expiresAt: unknown) => {
    const { spec, ...rest } = exception('ValidatingPolicy');
    return { ...rest, spec: { ...spec, ...(expiresAt === undefined ? {} : { expiresAt }) } };
  };
  const whats = exceptionLoosened(ending(was), ending(is)).map(({ what }) => what);
  expect(whats).toEqual(parts.map((part) => expect.stringContaining(part)));
});
