import { randomInt } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { some } from '../thorough.ts';
import { planted } from './planted.ts';
import { folder, reportOn, sinks } from './sinks.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A secret no word of the program could contain. */
const randomSecret = (): string =>
  `${Array.from({ length: 22 }, () => letters.charAt(randomInt(letters.length))).join('')}7q`;

/** What would give a secret away: any eight characters of it, of its base64 or of its hex. Of hex sixteen digits: eight are in some fingerprint by chance. */
function traces(secret: string): readonly string[] {
  const pieces = (form: string, size: number) =>
    Array.from({ length: form.length - size + 1 }, (_, at) => form.slice(at, at + size));
  const hex = Buffer.from(secret).toString('hex');
  return [...pieces(secret, 8), ...pieces(Buffer.from(secret).toString('base64').slice(0, -4), 8), ...pieces(hex, 16)];
}

/** Whether one of the traces may begin at a place: most of what is written is passed over by its first three characters. */
function beginnings(all: Iterable<string>): (text: string, at: number) => boolean {
  const known = new Uint8Array(1 << 16);
  const slot = (text: string, at: number) =>
    (text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)) & 0xffff;
  for (const trace of all) known[slot(trace, 0)] = 1;
  return (text, at) => known[slot(text, at)] === 1;
}

const breakages: readonly [string, (text: string) => Buffer][] = [
  ['as it is', (text) => Buffer.from(text)],
  ['with a broken line behind it', (text) => Buffer.from(`${text}\n\t}: [ "\n`)],
  ['with an unclosed quote in it', (text) => Buffer.from(text.replace('\n', '\n"'))],
  ['with invalid UTF-8 behind it', (text) => Buffer.concat([Buffer.from(text), Buffer.from([0x0a, 0xc3, 0x28])])],
  ['in UTF-16', (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
  ['with a NUL behind it', (text) => Buffer.concat([Buffer.from(text), Buffer.from([0x0a, 0])])],
  ['under a hundred and fifty levels', (text) => Buffer.from(`${text}\n---\n${'['.repeat(150)}`)],
  ['with a duplicate key', (text) => Buffer.from(`${text}\n---\na: 1\na: 2\n`)],
];

test.each(some(breakages, 3))('random secrets planted in every place, %s, appear in no sink', async (_, broken) => {
  const secrets = planted.map(randomSecret);
  const before = new Map<string, Buffer>();
  const after = new Map<string, Buffer>();
  planted.forEach((row, index) => {
    const path = `p${index}/${row.file}`;
    if (index % 2 === 0) before.set(path, broken(row.text(randomSecret())));
    after.set(path, broken(row.text(secrets[index] ?? '')));
    after.set(`p${index}/Chart.yaml`, Buffer.from('apiVersion: v2\nname: x\nversion: 1.0.0\n'));
  });
  const report = await reportOn(folder(before), folder(after));
  expect(report.verdict.findings.length).toBeGreaterThan(20);
  const owner = new Map(
    planted.flatMap((row, index) => traces(secrets[index] ?? '').map((trace) => [trace, row.place] as const)),
  );
  const leaked = new Set<string | undefined>();
  const mayBegin = beginnings(owner.keys());
  for (const written of await sinks(report)) {
    for (let at = 0; at < written.length; at++)
      if (mayBegin(written, at)) for (const size of [8, 16]) leaked.add(owner.get(written.slice(at, at + size)));
  }
  leaked.delete(undefined);
  expect([...leaked]).toEqual([]);
});

test('every place is found as the program reads files', async () => {
  const after = new Map<string, Buffer>([
    ['chart/Chart.yaml', Buffer.from('apiVersion: v2\nname: x\nversion: 1.0.0\n')],
  ]);
  planted.forEach((row, index) => {
    after.set(
      row.structure === 'template' ? `chart/templates/${index}.yaml` : `p${index}/${row.file}`,
      Buffer.from(row.text(randomSecret())),
    );
  });
  const report = await reportOn(folder(new Map()), folder(after));
  const found = report.verdict.findings
    .filter(({ rule }) => rule === 'plaintext-secret')
    .map(({ position }) => position?.file);
  const isFound = (row: (typeof planted)[number], index: number) =>
    found.includes(row.structure === 'template' ? `chart/templates/${index}.yaml` : `p${index}/${row.file}`);
  expect(planted.filter((row, index) => !isFound(row, index)).map((row) => row.place)).toEqual([]);
});

test('a secret put into names, keys and paths is masked there as well', async () => {
  const secret = randomSecret();
  const text = `apiVersion: v1\nkind: Secret\nmetadata: {name: "${secret}", namespace: "n-${secret}"}\nstringData:\n  "${secret}": "${secret}"\n`;
  const report = await reportOn(folder(new Map()), folder(new Map([['s.yaml', Buffer.from(text)]])));
  const [finding] = report.verdict.findings.filter(({ rule }) => rule === 'plaintext-secret');
  expect(finding).toBeDefined();
  expect(JSON.stringify(finding)).not.toContain(secret);
});
