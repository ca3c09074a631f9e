import { expect, test } from '@jest/globals';
import { none, type PolicyState, policyState } from '../../src/kube/policy-state.ts';
import type { Mapping } from '../../src/plain-values.ts';

const state = (isApplied: boolean, action?: string): PolicyState => ({ isApplied, action });

/** The same inside a policy that says an action of its own, and in one that is not applied. */
test.each<[name: string, value: Mapping, plain: PolicyState, enforced: PolicyState, informing: PolicyState]>([
  ['what is no policy', { a: 1 }, none, state(true, 'Enforce'), state(true, 'inform')],
  ['a policy without an action', { 'policy-templates': [] }, state(true), state(true), state(true)],
  [
    'a policy with one',
    { 'policy-templates': [], remediationAction: 'inform' },
    state(true, 'inform'),
    state(true, 'inform'),
    state(true, 'inform'),
  ],
  [
    'one whose action is empty',
    { 'policy-templates': [], remediationAction: '' },
    state(true),
    state(true),
    state(true),
  ],
  [
    'one whose action is no text',
    { 'policy-templates': [], remediationAction: 1 },
    state(true),
    state(true),
    state(true),
  ],
  [
    'one that is disabled',
    { 'policy-templates': [], disabled: true, remediationAction: 'enforce' },
    state(false, 'enforce'),
    state(false, 'enforce'),
    state(false, 'enforce'),
  ],
  ['one that is not disabled', { 'policy-templates': [], disabled: false }, state(true), state(true), state(true)],
  ['templates that are no list', { 'policy-templates': {} }, none, state(true, 'Enforce'), state(true, 'inform')],
  [
    'templates of objects without an action',
    { 'object-templates': [] },
    state(false),
    state(true, 'Enforce'),
    state(false, 'inform'),
  ],
  [
    'templates of objects that are enforced',
    { 'object-templates': [], remediationAction: 'ENFORCE' },
    state(true),
    state(true, 'Enforce'),
    state(false, 'inform'),
  ],
  [
    'raw templates that are enforced',
    { 'object-templates-raw': 'x', remediationAction: 'enforce' },
    state(true),
    state(true, 'Enforce'),
    state(false, 'inform'),
  ],
  [
    'templates whose action a template decides',
    { 'object-templates': [], remediationAction: '{{ .x }}' },
    state(true),
    state(true, 'Enforce'),
    state(false, 'inform'),
  ],
  [
    'templates that are looked at',
    { 'object-templates': [], remediationAction: 'inform' },
    state(false),
    state(true, 'Enforce'),
    state(false, 'inform'),
  ],
  [
    'templates that are never made to enforce',
    { 'object-templates': [], remediationAction: 'InformOnly' },
    state(false),
    state(false, 'Enforce'),
    state(false, 'inform'),
  ],
  [
    'templates whose action is no text',
    { 'object-templates': [], remediationAction: ['enforce'] },
    state(false),
    state(true, 'Enforce'),
    state(false, 'inform'),
  ],
  [
    'an object that must be there',
    { complianceType: 'musthave', objectDefinition: {} },
    state(true),
    state(true, 'Enforce'),
    state(true, 'inform'),
  ],
  [
    'an object that must not be there',
    { complianceType: 'MustNotHave', objectDefinition: {} },
    state(false),
    state(false, 'Enforce'),
    state(false, 'inform'),
  ],
  [
    'one without its definition',
    { complianceType: 'mustnothave' },
    none,
    state(true, 'Enforce'),
    state(true, 'inform'),
  ],
  [
    'one whose type is no text',
    { complianceType: 1, objectDefinition: {} },
    none,
    state(true, 'Enforce'),
    state(true, 'inform'),
  ],
])('%s', (_, value, plain, enforced, informing) => {
  expect(policyState(value, none)).toEqual(plain);
  expect(policyState(value, state(true, 'Enforce'))).toEqual(enforced);
  expect(policyState(value, state(true, 'inform'))).toEqual(informing);
  // What is around it and not applied applies nothing inside.
  expect(policyState(value, state(false, 'Enforce')).isApplied).toBe(false);
});
