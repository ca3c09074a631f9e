import { expect, test } from '@jest/globals';
import { imageLosses } from '../../src/workload/images/image-loss.ts';
import { isMoving, isShortened } from '../../src/workload/images/mutable-tag.ts';
import { parseReference, publisherOf } from '../../src/workload/images/reference.ts';

const digest = `sha256:${'0a'.repeat(32)}`;

/** As github.com/distribution/reference reads them (reference_test.go, normalize_test.go). */
test.each([
  ['nginx', 'docker.io', 'library/nginx', undefined, undefined],
  ['nginx:1.27', 'docker.io', 'library/nginx', '1.27', undefined],
  ['acme/web', 'docker.io', 'acme/web', undefined, undefined],
  ['docker.io/nginx', 'docker.io', 'library/nginx', undefined, undefined],
  ['localhost/web', 'localhost', 'web', undefined, undefined],
  ['localhost:5000/acme/web:1', 'localhost:5000', 'acme/web', '1', undefined],
  ['Registry/web', 'registry', 'web', undefined, undefined],
  ['my_org/my__img:V_1.x', 'docker.io', 'my_org/my__img', 'V_1.x', undefined],
  [`quay.io/a/b/c@${digest}`, 'quay.io', 'a/b/c', undefined, digest],
  [`quay.io/a/b:1@${digest}`, 'quay.io', 'a/b', '1', digest],
  ['k8s.gcr.io/pause:3.9', 'registry.k8s.io', 'pause', '3.9', undefined],
])('%s', (text, registry, repository, tag, hash) => {
  expect(parseReference(text)).toEqual({ text, registry, repository, tag, digest: hash });
});

test.each(['', 'Web', 'acme/Web:1', '*:latest', 'web:', 'web@sha256:12', '{{ .Values.image }}', 'a b', '/web', 'web/'])(
  'no image: %j',
  (text) => {
    expect(parseReference(text)).toBeUndefined();
  },
);

test.each([
  ['ghcr.io/acme/web', 'ghcr.io/acme'],
  ['nginx', 'docker.io/library'],
  ['registry.acme.test/web', 'registry.acme.test'],
  ['registry.gitlab.com/group/project/web', 'registry.gitlab.com/group'],
])('%s is published by %s', (text, publisher) => {
  const reference = parseReference(text);
  expect(reference && publisherOf(reference)).toBe(publisher);
});

test.each(['latest', 'main', 'stable-alpine', '3.1-latest', 'Nightly', undefined])('%s moves', (tag) => {
  expect(isMoving({ tag })).toBe(true);
});

test.each(['1', 'v1.2', 'main-3f2a9c1', 'stable-2024', '2024.11.0-alpine', 'release-7', 'abcdef0'])(
  '%s stays, as far as anyone can tell',
  (tag) => {
    expect(isMoving({ tag })).toBe(false);
  },
);

test.each([
  ['1.25.3', '1.25', true],
  ['v1.25.3', 'v1', true],
  ['1.25.3-alpine', '2-alpine', true],
  ['1.25.3', '1.26', true],
  ['1.25.3', '1.25-alpine', true],
  ['1.25.3-alpine', '1.25', true],
  ['14.7-alpine3.17', '16-alpine', true],
  ['1.25.3-alpine', 'alpine', true],
  ['1.2.3', '1.3-rc.1', false],
  ['1.2.3', '1.3-20240102', false],
  ['1.2.3', '1.3-4f2a91c', false],
  ['1.2.3', '20240201', false],
  ['1.2.3.4', '1.2.5', false],
  ['8.0.36-debian', '8.4.0', false],
  ['2', 'alpine', false],
  ['1.25', '1.25.3', false],
  ['20240101', '20240201', false],
  [undefined, '1', false],
])('%s to %s: %s', (before, after, isLess) => {
  expect(isShortened(before, after)).toBe(isLess);
});

test.each([
  [`a.test/b@${digest}`, 'a.test/b:1', ['digest']],
  [`a.test/b@${digest}`, 'a.test/b:{{ .Values.tag }}', ['digest']],
  [`a.test/b@${digest}`, `a.test/b:{{ .Values.tag }}@${digest}`, []],
  ['{{ .Values.image }}', 'a.test/b:latest', []],
  ['a.test/b:1', '{{ .Values.image }}', []],
  [`a.test/b@${digest}`, 'no image', []],
  ['a.test/b:1', 'a.test/b:latest', ['tag']],
  ['a.test/b:edge', 'a.test/b:latest', []],
  ['a.test/b:1', 'c.test/b:latest', ['publisher', 'tag']],
  ['a.test/x/b:1', 'a.test/x/c:2', ['repository']],
  ['b:1', 'docker.io/library/b:2', []],
])('%s to %s', (before, after, kinds) => {
  expect(imageLosses(before, after).map(({ kind }) => kind)).toEqual(kinds);
});
