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
