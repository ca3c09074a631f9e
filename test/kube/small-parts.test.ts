import { describe, expect, test } from '@jest/globals';
import { isComputedSource } from '../../src/kube/computed-source.ts';
import { loosenedObject } from '../../src/kube/loosening.ts';
import { templateObjects } from '../../src/kube/openshift-template.ts';
import { plainDocuments } from '../../src/kube/plain-documents.ts';
import { readFile } from '../../src/kube/read-file.ts';
import { inFile, withValue } from '../../src/kube/resources.ts';
import { limits } from '../yaml/limits.ts';
import { objectOf } from './objects.ts';

test.each([
  ['a/b.jsonnet', true],
  ['b.libsonnet', true],
  ['b.CUE', true],
  ['b.cue.yaml', false],
  ['cue', false],
])('%s makes manifests: %s', (path, is) => expect(isComputedSource(path)).toBe(is));

describe('an object that is loosened', () => {
  const before = objectOf('apiVersion: v1\nkind: A\nmetadata: {name: a}\n', 'before.yaml');
  const after = objectOf('apiVersion: v1\n\nkind: B\nmetadata: {name: b}\n', 'after.yaml');
  const loosening = { what: 'newly x', remedy: 'Do not.', severity: 'high', path: ['kind'], subject: ['x'] } as const;

  test('is as it is now, with the places of both sides', () => {
    const [found, ...more] = loosenedObject(before, after, [loosening]);
    expect(more).toEqual([]);
    expect([found?.resource, found?.loosenings]).toEqual([after, [loosening]]);
    expect(found?.at(['kind'])).toEqual({ file: 'after.yaml', line: 3, column: 1 });
    expect(found?.formerAt(['kind'])).toEqual({ file: 'before.yaml', line: 2, column: 1 });
  });

  test('is as it was where it is gone, and was nowhere where it is new', () => {
    expect(loosenedObject(before, undefined, [loosening])[0]?.at(['kind']).file).toBe('before.yaml');
    expect(loosenedObject(undefined, after, [loosening])[0]?.formerAt(['kind'])).toBeUndefined();
  });

  test('is none without an object, or without a loosening', () => {
    expect(loosenedObject(undefined, undefined, [loosening])).toEqual([]);
    expect(loosenedObject(before, after, [])).toEqual([]);
  });
});

describe('the objects of an OpenShift Template', () => {
  const parameters = [
    { name: 'A', value: 'one' },
    { name: 'B_2', value: 'two' },
    { name: 'EMPTY' },
    { value: 'x' },
    'A',
  ];
  const filled = (objects: unknown, more = {}) => templateObjects({ kind: 'Template', objects, parameters, ...more });

  test('have the values of its parameters in them', () => {
    expect(filled([`\${A}`, `x-\${A}-\${B_2}`, `\${{A}}`, `\${{B_2}}\${A}`, '$A', '{A}', 1, null, true])).toEqual([
      'one',
      'x-one-two',
      'one',
      'twoone',
      '$A',
      '{A}',
      1,
      null,
      true,
    ]);
    const [object] = filled([{ a: { b: [`\${A}`] }, $A: 1 }]) as readonly Record<string, unknown>[];
    expect(object).toEqual({ a: { b: ['one'] }, $A: 1 });
  });

  test('keep what has no value, and a name of more than 200 characters', () => {
    expect(filled([`\${EMPTY}`, `\${{NONE}}`, `\${NONE}-\${A}`])).toEqual([`\${EMPTY}`, `\${{NONE}}`, `\${NONE}-one`]);
    const [at, over] = ['N'.repeat(200), 'N'.repeat(201)];
    const long = { parameters: [at, over].map((name) => ({ name, value: 'v' })) };
    expect(filled([`\${${at}}`, `\${${over}}`, `\${{${at}}}`, `\${{${over}}}`], long)).toEqual([
      'v',
      `\${${over}}`,
      'v',
      `\${{${over}}}`,
    ]);
  });

  test('are none of another kind or shape, and where nothing is to be filled in', () => {
    expect(filled([`\${A}`], { kind: 'List' })).toBeUndefined();
    expect(filled({ a: `\${A}` })).toBeUndefined();
    expect(filled([`\${A}`], { parameters: undefined })).toBeUndefined();
    expect(filled([`\${A}`], { parameters: [] })).toBeUndefined();
    expect(
      filled([`\${A}`], {
        parameters: [
          { name: 'A', value: 1 },
          { name: 1, value: 'b' },
        ],
      }),
    ).toBeUndefined();
  });
});

describe('the documents of a file that are no objects', () => {
  const read = (text: string, path = 'a/values.yaml') => {
    const bytes = Buffer.from(text);
    const content = { path, mode: '100644', id: 'i', size: bytes.length, bytes, limits };
    return plainDocuments(readFile({ ...content, isTemplate: false, isNamed: false }), path);
  };

  test('are named by their file, with the places of what they hold', () => {
    const [first, second, ...more] = read('a: 1\n---\napiVersion: v1\nkind: Pod\n---\n- b\n---\ntext\n---\nc: "d"\n');
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      apiVersion: '',
      group: '',
      version: '',
      kind: 'Values',
      namespace: undefined,
      name: 'values.yaml',
      file: 'a/values.yaml',
      value: { a: 1 },
      path: [],
      isEmbedded: true,
    });
    expect(second?.value).toEqual({ c: 'd' });
    expect(second?.at(['c'])).toEqual({ file: 'a/values.yaml', line: 10, column: 1 });
    expect(second?.valueAt(['c'])).toEqual({ file: 'a/values.yaml', line: 10, column: 4 });
    expect(second?.styleAt(['c'])).toBe('double-quoted');
  });

  test('are none where nothing is, and of what is no manifest', () => {
    expect(read('# nothing\n')).toEqual([]);
    expect(read('null\n')).toEqual([]);
    const side = readFile({
      path: 'a.yaml',
      mode: '100644',
      id: 'i',
      size: 5,
      bytes: Buffer.from('a: 1\n'),
      isTemplate: false,
      isNamed: false,
      limits,
    });
    expect(plainDocuments(side, 'a.yaml')).toHaveLength(1);
    expect(plainDocuments({ ...side, structure: 'template' }, 'a.yaml')).toEqual([]);
  });
});

describe('an object in another file, or with another value', () => {
  const object = objectOf('apiVersion: apps/v1\nkind: A\nmetadata: {name: a, namespace: shop}\n');

  test('is where that file has it, and inside what it was inside', () => {
    const { document, value, path } = object;
    const plain = inFile(object, 'b.yaml');
    expect(plain).toMatchObject({ file: 'b.yaml', kind: 'A', group: 'apps', version: 'v1', name: 'a', value, path });
    expect([plain.isEmbedded, 'within' in plain]).toEqual([undefined, false]);
    const embedded = inFile({ ...object, isEmbedded: true }, 'b.yaml');
    expect([embedded.isEmbedded, 'within' in embedded]).toEqual([true, false]);
    const within = { document, path: ['data', 'a'] };
    expect(inFile({ ...object, isEmbedded: true, within }, 'b.yaml').within).toBe(within);
    expect(inFile({ ...object, within }, 'b.yaml').within).toBeUndefined();
  });

  test('has the places of its own', () => {
    const other = withValue(object, { metadata: { name: 'b' } });
    expect(other).toMatchObject({ name: 'b', namespace: undefined, kind: 'A', file: 'a.yaml' });
    expect(other.at(['metadata', 'name'])).toEqual({ file: 'a.yaml', line: 3, column: 12 });
  });
});
