// Asks kubectl how it reads each case and writes the answers: node test/yaml/freeze-kubectl-answers.mjs
// `kubectl annotate --local -o json` reads files as `kubectl apply` does, without a cluster.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Scalars as a value and, on one line, as a key. */
const scalars = String.raw`
y|Y|yes|Yes|YES|yES|n|N|no|No|NO|on|On|ON|off|Off|OFF|true|True|TRUE|tRue|false|FALSE|null|Null|NULL|nULL|~
"null"|'~'|"yes"|'no'|0|-0|+0|00|07|08|09|0777|0o17|0O17|-0o17|0x1F|0X1f|-0x1F|+0x1f|0b101|0B11|-0b101|+0b1|0b12|0x|0o|0b|0o8
1_000|1__0|_1|1_|0_7|0x_1|0b_1|1e3|1E3|1e+3|1e-3|1.|0.|.5|.5e3|.|..5|.e5|-.5|+.5|1.5.3|12e03|1e400|-1e400|1e|1e+
.inf|-.Inf|+.INF|.iNf|.nan|.NaN|inf|nan|Infinity|-Infinity|9007199254740991|9223372036854775808|18446744073709551616
+9223372036854775808|0xffffffffffffffff|0x1ffffffffffffffff|0x1p-2|0x1.8|1:30|190:20:30|2001-01-01|2001-12-14t21:59:43.10-05:00
2001-12-14 21:59:43.10|2001-13-01|2001-01-01x|!!str 1|!!str|!!int "3"|!!int 3.0|!!int x|!!float 3|!!float .inf|!!bool yes|!!bool x
!!null x|!!null ~|!!timestamp 2001-01-01|!!timestamp x|!!binary aGVsbG8=|!!binary "not base64"|!!binary /w==|!custom 1|! 1|! "1"
!!map x|!!seq x|!<tag:yaml.org,2002:int> 3|!!%69nt "3"|12345678901234567890123|0123456789|1000000.5|-1|--1|1,000|1e21|1e-7|123456.789
=|<<|"\x41"|'it''s'|"\e\0\_\N\L\P"|.1_0|0x1_F|0.0|-0.0|4_4.4_4|08.5|00.1|+_1|0x-1|y1|No.|__proto__|constructor|"\uD83D"|"\U0001F600"
`
  .trim()
  .split(/[|\n]/);

/** Values that take more than a word. */
const values = [
  '>-\n  a\n  b',
  '|+\n  a\n\n',
  '|2\n    a',
  '>\n  a\n\n  b\n    c\n  d\n',
  '"a\\\n   b"',
  'a\n  b',
  "'a\n\n  b'",
  'a #b',
  'a#b',
  'a\t#b',
  '[a, b]',
  '[a,,b]',
  '[a,]',
  '{a: b}',
  '{a}',
  '[a: b]',
  '[a, b:]',
  '[?a]',
  '{"a":1}',
  '[a,\nb]',
  '{\na: b}',
  '"x\ny"',
  '"a"#c',
  '!Ref x',
  '!Sub\n  - a',
  '!vault |\n  abc',
  '&x 1',
  '*x',
  '&a [*a]',
  '&b:c 1',
  'x:y',
  'x: y',
  '%x',
  '@x',
  '`x',
  ':x',
  '? x',
  '"\\z"',
  '"\\\'"',
  '"a\tb"',
  '"\x7f"',
  'x\u2028y',
  'x # c\u2028w: z',
  'x # c\u0085w: z',
  '\u00a0x',
];

const head = 'apiVersion: v1\nkind: X\nmetadata:\n  name: NAME\n';
const json = '{"apiVersion":"v1","kind":"X","metadata":{"name":"NAME"}';

/** Whole files; NAME becomes the case's own name. */
const files = [
  `${head}a: &x {p: 1, q: 2}\nb:\n  <<: *x\n  q: 3\n`,
  `${head}a: &x {p: 1, q: 2}\nb: &y {q: 5, r: 6}\nc:\n  <<: [*x, *y]\n`,
  `${head}a: &x {p: 1}\nb: &y {<<: *x, q: 2}\nc: {<<: *y, r: 3}\n`,
  `${head}b:\n  <<: {z: 1}\n`,
  `${head}b:\n  "<<": 1\n`,
  `${head}b:\n  <<: 1\n`,
  `${head}a: &x [1]\nb:\n  <<: *x\n`,
  `${head}a: 1\na: 2\n`,
  `${head}a: {b: 1}\na: {c: 2}\n`,
  `${head}~: 1\n`,
  `${head}? [a]\n: 1\n`,
  `${head}__proto__: {a: 1}\ntoString: 2\n`,
  `${head}a: &k 1\na: &k 2\nb: *k\n`,
  `${head}a: &k x\n*k : 1\n`,
  `${head}a: !!str &k 1\nb: *k\n`,
  `${head}---\n${head.replace('NAME', 'NAME-2')}`,
  `---\n${head}---\n---\n${head.replace('NAME', 'NAME-2')}`,
  `${head}--- # comment\n${head.replace('NAME', 'NAME-2')}`,
  `${head}--- text\n${head.replace('NAME', 'NAME-2')}`,
  `${head}---text\n${head.replace('NAME', 'NAME-2')}`,
  `${head}...\n${head.replace('NAME', 'NAME-2')}`,
  `${head}...\n---\n${head.replace('NAME', 'NAME-2')}`,
  `${head}a: |\n  x\n---\n${head.replace('NAME', 'NAME-2')}`,
  `%YAML 1.1\n---\n${head}`,
  `${head}---\na: [\n---\n${head.replace('NAME', 'NAME-2')}`,
  head.replaceAll('\n', '\r\n'),
  `${head}---\n${head.replace('NAME', 'NAME-2')}`.replaceAll('\n', '\r\n'),
  head.replaceAll('\n', '\r'),
  `\ufeff${head}`,
  `\ufeff---\n${head}---\n\ufeff${head.replace('NAME', 'NAME-2')}`,
  ` ${head}`,
  head.replace('v1', '"v\\x31"').replace('kind', '"\\u006bind"'),
  head.replace('X', '!!binary WA=='),
  `${json}}`,
  `\n\t ${json}}\n`,
  `${json}}${json.replace('NAME', 'NAME-2')}}`,
  `${json}}\n---\n${json.replace('NAME', 'NAME-2')}}`,
  `${json},"a":"\\ud83d\\ude00","b":"\\u0041\\/","c":1e5,"d":-0,"e":"\x7f\ufeff\u2028"}`,
  `${json},"a":1,"a":2}`,
  `${json},"a":"\\ud83d"}`,
  `${json},"a":1e400}`,
  `${json},"a":01}`,
  `${json},}`,
  `${json}} x`,
  `${json}}\n# c\n`,
  `${json},"__proto__":{"b":1}}`,
  `{apiVersion: v1, kind: X, metadata: {name: NAME}}`,
  `apiVersion: v1\nkind: List\nitems:\n- ${head.replaceAll('\n', '\n  ')}\n- ${head.replace('NAME', 'NAME-2').replaceAll('\n', '\n  ')}\n`,
  'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleList\nitems:\n- metadata: {name: NAME}\n  rules: []\n',
  'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleList\nitems:\n- apiVersion: rbac.authorization.k8s.io/v1beta1\n  metadata: {name: NAME}\n',
  `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: List\n  items:\n  - {apiVersion: v1, kind: X, metadata: {name: NAME}}\n`,
  `apiVersion: v1\nkind: List\nitems: []\n`,
  `${head}items:\n- {apiVersion: v1, kind: Y, metadata: {name: NAME-2}}\n`,
  'just text\n',
  '',
  '# nothing\n',
];

const lines = (text, be) => (be ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le'));
const binary = [
  (name) => lines(`\ufeff${head.replace('NAME', name)}`, true),
  (name) => lines(`\ufeff${head.replace('NAME', name)}---\n${head.replace('NAME', `${name}-2`)}`, true),
  (name) => lines(head.replace('NAME', name), true),
  (name) => Buffer.concat([Buffer.from(`${head.replace('NAME', name)}a: "`), Buffer.from([0xff]), Buffer.from('"\n')]),
  (name) => Buffer.concat([Buffer.from(`${json.replace('NAME', name)},"a":"`), Buffer.from([0xff]), Buffer.from('"}')]),
];

const made = [
  ...scalars.map((text) => () => `${head}v: ${text}\nz: 1\n`),
  ...scalars.map((text) => () => `${head}m:\n  ${text}: 1\n`),
  ...values.map((text) => () => `${head}v: ${text}\nz: 1\n`),
  ...files.map((text) => () => text),
].map((make) => (name) => Buffer.from(make().replaceAll('NAME', name)));

const cases = [...made, ...binary].map((make, index) => {
  const name = `c${index}`;
  return { name, bytes: make(name) };
});

const folder = mkdtempSync(join(tmpdir(), 'kubectl-'));
const answers = cases.map(({ name, bytes }) => {
  const file = join(folder, `${name}.yaml`);
  writeFileSync(file, bytes);
  const { status, stdout } = spawnSync('kubectl', ['annotate', '--local', '-f', file, 'x=1', '-o', 'json'], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: folder },
  });
  const objects = stdout.trim() === '' ? [] : JSON.parse(`[${stdout.trim().replaceAll('\n}\n{', '\n},\n{')}]`);
  for (const object of objects) delete object.metadata.annotations;
  return { name, input: bytes.toString('base64'), refused: status !== 0, objects };
});
rmSync(folder, { recursive: true });
writeFileSync(
  new URL('kubectl-answers.json', import.meta.url),
  `[\n${answers.map((answer) => JSON.stringify(answer)).join(',\n')}\n]\n`,
);
console.log(`${answers.length} cases, ${answers.filter((answer) => answer.refused).length} of them refused`);
