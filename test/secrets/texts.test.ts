import { describe, expect, test } from '@jest/globals';
import { readAssignments } from '../../src/secrets/text/assignments.ts';
import { isNoLiteral, mayHoldCommands, readCommands } from '../../src/secrets/text/command-line.ts';
import { commentsOf } from '../../src/secrets/text/comments.ts';
import { isSopsTree, readEmbedded } from '../../src/secrets/text/embedded.ts';
import { manifestSources, withIdentity } from '../../src/secrets/text/file-sources.ts';
import { heredocs } from '../../src/secrets/text/heredocs.ts';
import { keyFile } from '../../src/secrets/text/key-file.ts';
import { lineCounter } from '../../src/secrets/text/line-counter.ts';
import { blankComments, flowValue, plainText } from '../../src/secrets/text/loose-scalar.ts';
import {
  identityOf,
  isSopsDocument,
  isSopsEntries,
  isSopsMetadata,
  isSopsText,
  valueAtPath,
} from '../../src/secrets/text/source.ts';
import { readStatements } from '../../src/secrets/text/statements.ts';
import { wideText } from '../../src/secrets/text/wide-text.ts';
import { fileSide } from './evidence.ts';

const noise = (length: number) => Buffer.alloc(length, 0xfe).toString('base64');
const mac = `ENC[AES256_GCM,data:${noise(128)},iv:${noise(32)},tag:${noise(16)},type:str]`;
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('offsets have lines and columns', () => {
  const at = lineCounter('ab\n\ncd\ne');
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map((offset) => Object.values(at(offset)))).toEqual([
    [1, 1],
    [1, 2],
    [1, 3],
    [2, 1],
    [3, 1],
    [3, 2],
    [3, 3],
    [4, 1],
    [4, 2],
  ]);
});

describe('assignments', () => {
  const read = (text: string) =>
    readAssignments(text).map(({ key, value, quoted, place: { line, column } }) => [key, value, quoted, line, column]);
  test.each([
    ['A=1', []],
    ['A=xy', [['A', 'xy', false, 1, 3]]],
    ['export A=xy', [['A', 'xy', false, 1, 10]]],
    ['x: password: Xk29sLq0Zp17', [['password', 'Xk29sLq0Zp17', false, 1, 14]]],
    ['k := token := Xk29sLq0Zp17', [['token', 'Xk29sLq0Zp17', false, 1, 15]]],
    ['AB=1', [['AB', '1', false, 1, 4]]],
    ['  ab = x y', [['ab', 'x', false, 1, 8]]],
    ['ab="x y"', [['ab', 'x y', true, 1, 5]]],
    ["ab='x y'", [['ab', 'x y', true, 1, 5]]],
    ['ab=`x y`', [['ab', 'x y', true, 1, 5]]],
    [
      '"ab": "x", \'cd\': x',
      [
        ['ab', 'x', true, 1, 8],
        ['cd', 'x', false, 1, 18],
      ],
    ],
    [
      'ab => x;cd := y',
      [
        ['ab', 'x', false, 1, 7],
        ['cd', 'y', false, 1, 15],
      ],
    ],
    ['ab ?= x', [['ab', 'x', false, 1, 7]]],
    ['ab = ["x"]', [['ab', 'x', true, 1, 8]]],
    ['export AB=x', [['AB', 'x', false, 1, 11]]],
    ['-Dab=x', [['ab', 'x', false, 1, 6]]],
    ['ab://x', []],
    [
      '[sec]\nab=1\n [ x "y" ] \r\ncd=2',
      [
        ['sec.ab', '1', false, 2, 4],
        [' x "y" .cd', '2', false, 4, 4],
      ],
    ],
    [
      'x[sec]\nab=1\n[sec]x\ncd=2',
      [
        ['ab', '1', false, 2, 4],
        ['cd', '2', false, 4, 4],
      ],
    ],
    ['# ab=1\n// ab=1\n; ab=1\n-- ab=1\n  #ab=1', []],
    ['ab=1 # x', [['ab', '1', false, 1, 4]]],
    ['--ab=1', [['ab', '1', false, 1, 6]]],
    ['//reg.org/:_authToken=abc', [['_authToken', 'abc', false, 1, 23]]],
    ['ab={{ .x }}', []],
    ['ab={{x}}y', [['ab', '{{x}}y', false, 1, 4]]],
    ['ab=x{{y', [['ab', 'x{{y', false, 1, 4]]],
    ['{{ ab=1 }}', []],
    ['{{ x }} ab=1', [['ab', '1', false, 1, 12]]],
    ['{{ x }}{{ ab=1', []],
    ['app@sha256:abcdef', []],
    ['app@sha256x:abcdef', [['app@sha256x', 'abcdef', false, 1, 13]]],
    [
      '--literal=pass=hunter2',
      [
        ['literal', 'pass=hunter2', false, 1, 11],
        ['pass', 'hunter2', false, 1, 16],
      ],
    ],
    [
      'ab="cd=x y"',
      [
        ['ab', 'cd=x y', true, 1, 5],
        ['cd', 'x y', true, 1, 8],
      ],
    ],
    ['ab="x cd=1"', [['ab', 'x cd=1', true, 1, 5]]],
  ])('%j', (text, found) => expect(read(text)).toEqual(found));

  test('of a long line are read in pieces, which end between them', () => {
    const filler = `${'z'.repeat(19_990)}`;
    expect(read(`ab=1,${filler},cd=23,ef=4`)).toEqual([
      ['ab', '1', false, 1, 4],
      ['cd', '23', false, 1, 20_000],
      ['ef', '4', false, 1, 20_006],
    ]);
    expect(read(`ab=1,cd=${'y'.repeat(19_992)}`).map(([key]) => key)).toEqual(['ab', 'cd']);
    expect(read(`${'z'.repeat(20_000)},cd=2`)).toEqual([['cd', '2', false, 1, 20_005]]);
    expect(read(`[${'s'.repeat(50)}]\n${' '.repeat(20_001)}ab=1`).map(([key]) => key)).toEqual([
      `${'s'.repeat(50)}.ab`,
    ]);
    expect(readAssignments('\nab=1', 7)[0]?.place).toEqual({ line: 8, column: 4 });
  });
});

describe('commands', () => {
  const programs: readonly (readonly [line: string, key: string, value: string])[] = [
    ['curl -s -u admin:hunter2 https://db', 'curl --user', 'hunter2'],
    ['curl --user "admin:hunter 2" https://db', 'curl --user', 'hunter 2'],
    ["curl --user 'admin:hunter 2' https://db", 'curl --user', 'hunter 2'],
    ['curl -u kJ8s0fQ2xv9LrT: https://db', 'curl --user', 'kJ8s0fQ2xv9LrT'],
    ['curl -H "Authorization: Bearer kJ8s0fQ2xv9LrT12"', 'authorization header', 'kJ8s0fQ2xv9LrT12'],
    ['curl -H "X-Api-Key: hunter2" https://db', 'header', 'hunter2'],
    ['sshpass -p hunter2 ssh db', 'sshpass -p', 'hunter2'],
    ['docker login -u a -p hunter2 ghcr.io', 'login -p', 'hunter2'],
    ['echo -n hunter2 | docker login --password-stdin', 'login --password-stdin', 'hunter2'],
    ['mysqldump -u root -phunter2 shop', 'mysql -p', 'hunter2'],
    ['redis-cli -h db -a hunter2 ping', 'redis-cli -a', 'hunter2'],
    ['mongosh -p hunter2', '-p', 'hunter2'],
    ['ldapsearch -x -w hunter2', 'ldap -w', 'hunter2'],
    ['openssl rsa -passin pass:hunter2', 'openssl -pass', 'hunter2'],
    ['htpasswd -nb admin hunter2', 'htpasswd -b', 'hunter2'],
    ['rabbitmqctl add_user shop hunter2', 'rabbitmqctl', 'hunter2'],
    ['echo "root:hunter2" | chpasswd', 'chpasswd', 'hunter2'],
    ['mc alias set shop https://s3 admin hunter2', 'mc alias', 'hunter2'],
    ['aws configure set aws_secret_access_key hunter2', 'secret access key', 'hunter2'],
    ['vault login hunter2', 'vault token', 'hunter2'],
    ['smbclient //db/x -U admin%hunter2', 'smbclient -U', 'hunter2'],
    ['lftp -u admin,hunter2 db', 'lftp -u', 'hunter2'],
    ['sqlplus shop/hunter2@db', 'sqlplus', 'hunter2'],
  ];
  test.each(programs)('%s: %s', (line, key, value) => {
    const found = readCommands(`#\n${line}`).find((each) => each.key === key);
    expect({ ...found, quoted: undefined }).toEqual({
      key,
      means: key === 'curl --user' && !line.includes('admin') ? 'token' : 'password',
      value,
      quoted: undefined,
      place: { line: 2, column: line.lastIndexOf(value) + 1 },
      isCommand: true,
    });
    expect(mayHoldCommands(line)).toBe(true);
  });

  const read = (text: string) =>
    readCommands(text).map(({ key, value, quoted, isForSecret }) => [key, value, quoted, isForSecret]);
  test.each([
    ['x --db-password hunter2', [['db-password', 'hunter2', false, undefined]]],
    ['x -password="hunter 2"', [['password', 'hunter 2', true, undefined]]],
    ["TOKEN='hunter2' x", [['TOKEN', 'hunter2', true, undefined]]],
    ['x\nTOKEN=hunter2 x', [['TOKEN', 'hunter2', false, undefined]]],
    ['x --token \\\n hunter2', [['token', 'hunter2', false, undefined]]],
    ['x --token $TOKEN --other env:TOKEN --third -f', []],
    [
      'x --pass pass:hunter2',
      [
        ['pass', 'hunter2', false, undefined],
        ['openssl -pass', 'hunter2', false, undefined],
      ],
    ],
    [
      'kubectl create secret generic db --from-literal=password=hunter2',
      [
        ['from-literal', 'password=hunter2', false, undefined],
        ['password', 'hunter2', false, true],
      ],
    ],
    [
      'kubectl create configmap db --from-literal="a=b c"',
      [
        ['from-literal', 'a=b c', true, undefined],
        ['a', 'b', false, undefined],
      ],
    ],
    [
      'echo secret; x --from-literal a=hunter2',
      [
        ['from-literal', 'a=hunter2', false, undefined],
        ['a', 'hunter2', false, undefined],
      ],
    ],
    ['x', []],
  ])('%j', (text, found) => expect(read(text)).toEqual(found));

  test.each([
    ['-x', true],
    ['-Zq7vR2mKx9TbW4nL', false],
    ['$X', true],
    ['$1', true],
    [`\${X}`, true],
    [`\${X:-hunter2}`, false],
    ['$(cat x)', true],
    ['`cat x`', true],
    ['admin$X', true],
    ['Hunter2!$1', false],
    ['Zq7vR2mKx9TbW4nL$X', false],
    ['hunter2', false],
  ])('%s is no literal: %s', (text, is) => expect(isNoLiteral(text)).toBe(is));
});

describe('statements of many notations', () => {
  test.each([
    ["define('DB_PASSWORD', 'hunter2!X');", 'DB_PASSWORD', 'hunter2!X'],
    ['KEY_A .= "hunter2"', 'KEY_A', 'hunter2'],
    ['var password string = "hunter2"', 'password', 'hunter2'],
    ['password = decode("hunter2")', 'password', 'hunter2'],
    ['password = get("x", "hunter2")', 'password', 'hunter2'],
    ['password = """\nhunter2\n"""', 'password', 'hunter2'],
    ["password: '''hunter2'''", 'password', 'hunter2'],
    ['password = <<EOT\n  hunter2\nEOT\n', 'password', 'hunter2'],
    ['<add key="password" value="hunter2"/>', 'password', 'hunter2'],
    ['<name>fs.secret</name>\n<value>hunter2</value>', 'fs.secret', 'hunter2'],
    ['<password>hunter2</password>', 'password', 'hunter2'],
    ['<password>\n  hunter2\n</password>', 'password', 'hunter2'],
    ['Secret access key: kJ8s0fQ2xv9LrT12', 'Secret access key', 'kJ8s0fQ2xv9LrT12'],
    ['https://db/?token=hunter2', 'token', 'hunter2'],
    ["IDENTIFIED BY 'hunter2'", 'password', 'hunter2'],
    ['requirepass hunter2!X', 'requirepass', 'hunter2!X'],
    ['dsn "root:hunter2@tcp(db)/x"', 'password', 'hunter2'],
    ['jdbc:oracle:thin:shop/hunter2@db', 'password', 'hunter2'],
    ['variable "db_password" {\n  default = "hunter2"\n}', 'db_password', 'hunter2'],
    ['stats auth admin:hunter2', 'password', 'hunter2'],
    ['user shop on >hunter2 ~*', 'password', 'hunter2'],
  ])('%j', (text, key, value) => {
    const lines = text.slice(0, text.lastIndexOf(value)).split('\n');
    expect(readStatements(text)).toContainEqual({
      key,
      value,
      quoted: true,
      place: { line: lines.length, column: (lines.at(-1) ?? '').length + 1 },
    });
  });

  test('what is as often prose gives a value only where it is plainly a password', () => {
    expect(readStatements("define('DB_PASSWORD', 'production');\nrequirepass production\n")).toEqual([]);
  });
});

describe('comments', () => {
  test.each([
    [
      '# a\nx # b  \nx#c\n##  d',
      [
        [' a', 1, 2],
        [' b', 2, 4],
        ['  d', 4, 3],
      ],
    ],
    ['# - name: PASSWORD\n#   value: hunter2', [['PASSWORD: hunter2', 2, 2]]],
    ['# - name: "PASS"\n\n#   value: hunter2', [['   value: hunter2', 3, 2]]],
    [
      '# x - name: PASSWORD\n#   value: hunter2',
      [
        [' x - name: PASSWORD', 1, 2],
        ['   value: hunter2', 2, 2],
      ],
    ],
    [
      '# - name: PASSWORD x\n# x value: hunter2',
      [
        [' - name: PASSWORD x', 1, 2],
        [' x value: hunter2', 2, 2],
      ],
    ],
    ['# - name: PASSWORD\n# x value: y', [[' x value: y', 2, 2]]],
    ['#', [['', 1, 2]]],
    ['x\n', []],
    ['', []],
  ])('%j', (text, found) =>
    expect(commentsOf(text)).toEqual(found.map(([body, line, column]) => ({ body, at: { line, column } }))),
  );

  test('are read in the first 2000 characters of a line', () => {
    const [first, second] = commentsOf(`${'x'.repeat(1997)} #${'y'.repeat(9)}\n#${'y'.repeat(2500)}`);
    expect([first?.body, second?.body.length, second?.at.line]).toEqual(['y', 1999, 2]);
    expect(commentsOf(`${'x'.repeat(1999)} #y`)).toEqual([]);
  });
});

describe('documents in a text', () => {
  const read = (text: string) => {
    const found = readEmbedded(text);
    return found && [found.sources.map(({ value }) => plain(value)), found.isWhole];
  };
  test.each([
    [' {"a": 1}', [[{ a: 1 }], true]],
    ['[1]', [[[1]], true]],
    ['{"a": ', undefined],
    ['{"a": {{ x }}}', undefined],
    ['a: 1\nb: 2', [[{ a: 1, b: 2 }], true]],
    ['a: 1\nb: 2\n---\nx\n', [[{ a: 1, b: 2 }], false]],
    ['a: 1\n---\nb: 2\n', [[{ a: 1 }, { b: 2 }], true]],
    ['a: {{ .x }}', [[{ a: '{{ .x }}' }], false]],
    ['a: [\nb: 2', [[{ a: '[', b: '2' }], false]],
    ['- x', [[['x']], true]],
    ['prose of people', undefined],
    ['see: this\nprose', [[{ see: 'this' }], false]],
    ['see: this\nprose\nand more', undefined],
    ['# x\n\nsee: this\nprose', [[{ see: 'this' }], false]],
    ['# only\n# comments', undefined],
    ['http://x/y', undefined],
    ['"x: y": z', [[{ 'x: y': 'z' }], true]],
  ])('%j', (text, found) => expect(read(text)).toEqual(found));

  test('have identities and places', () => {
    const [source] = readEmbedded('kind: X\na: 1')?.sources ?? [];
    expect([source?.identity?.kind, source?.at(['a']).line, source?.valueAt(['a']), source?.styleAt(['a'])]).toEqual([
      'X',
      2,
      { line: 2, column: 4 },
      'plain',
    ]);
  });

  test('that SOPS wrote, each of them', () => {
    const sops = `a: 1\nsops: {mac: "${mac}", lastmodified: x}\n`;
    expect([sops, `${sops}---\n${sops}`, `---\n${sops}---\n`].map(isSopsTree)).toEqual([true, true, true]);
    expect([`${sops}---\nb: 1`, `b: 1\n---\n${sops}`, '', `${sops}---\nb: [`].map(isSopsTree)).toEqual(
      Array(4).fill(false),
    );
    expect(readEmbedded(`${'x\n'.repeat(9)}${sops}`)?.isWhole).toBe(false);
  });
});

describe('here-documents of a script', () => {
  const document = 'kind: Secret\nx: y';
  test.each([
    [`cat <<EOF\n${document}\nEOF`, [[1, document]]],
    [`x\ncat <<-'E_1'\n${document}\n  E_1  `, [[2, document]]],
    [
      `a <<A\n${document}\nA\nb <<A\n"kind": X\nA`,
      [
        [1, document],
        [5, '"kind": X'],
      ],
    ],
    [`a <<A\n${document}\nb <<B\n${document}\nB\nA`, [[1, `${document}\nb <<B\n${document}\nB`]]],
    [`A\na <<A\n${document}\nA`, [[2, document]]],
    [`a <<A\n${document}`, []],
    [`a <<A\nmankind: x\nA\nkind`, []],
    [`a << 'A'\n x\n  'kind' : Y\nA`, [[1, " x\n  'kind' : Y"]]],
    ['kind', []],
    ['<<A', []],
  ])('%j', (script, found) => expect(heredocs(script)).toEqual(found.map(([line, body]) => ({ line, body }))));

  test('are a hundred at most', () => {
    expect(heredocs(`a <<A\n${document}\nA\n`.repeat(101))).toHaveLength(100);
  });
});

describe('scalars of a text that is no YAML', () => {
  test.each([
    ['a\n{{/*\nx\n*/}}\nb', 'a\n\n\n\nb'],
    ['{{/* x */}}b', 'b'],
    ['{{/* }} */}}b', 'b'],
    ['{{- /* x */ -}}b{{- /*\ny*/}}', 'b\n'],
    ['{{/* x */ y', ' y'],
    ['{{ a\n   b }}c', '{{ a b }}\nc'],
    ['{{ a }}\n{{ b }}', '{{ a }}\n{{ b }}'],
    ['{{ a /* b */ }}', '{{ a /* b */ }}'],
    ['x {{ a\nb', 'x {{ a\nb'],
    ['{{/* a\nb', '{{/* a\nb'],
    ['a', 'a'],
  ])('comments and expressions of %j', (text, blanked) => expect(blankComments(text)).toBe(blanked));

  test.each([
    ['{a: 1, b: [c]}', { a: 1, b: ['c'] }],
    ['[1, 2],', [1, 2]],
    ['{a: 1},', { a: 1 }],
    ['{{ x }}', undefined],
    ['{a: 1} x', undefined],
    ['x {a: 1}', undefined],
    ['[1] x', undefined],
    ['x [1]', undefined],
    ['[1], [2]', undefined],
    ['{a: [}', undefined],
    ['x', undefined],
  ])('the collection %j', (text, value) => expect(plain([flowValue(text)])).toEqual(plain([value])));

  test.each([
    ['x # y', 'x'],
    ['x#y ', 'x#y'],
    ['x,', 'x'],
    ['"x", # y', 'x'],
    ['"a\\"b\\\\c\\n"', 'a"b\\c\n'],
    ["'it''s' # x", "it's"],
    ['"{{ "x" }}"', '{{ "x" }}'],
    ['"{{ "x" }}" y', '"{{ "x" }}" y'],
    ['"x', '"x'],
    ["x 'y'", "x 'y'"],
    ['x "y"', 'x "y"'],
  ])('the text of %j', (source, text) => expect(plainText(source)).toBe(text));
});

describe('wide text', () => {
  const be = (text: string) => Buffer.from(text, 'utf16le').swap16();
  const utf32 = (text: string) => Buffer.concat([...text].map((each) => Buffer.from([each.charCodeAt(0), 0, 0, 0])));
  test.each([
    ['UTF-16, little', Buffer.from('abcd', 'utf16le'), 'abcd'],
    ['UTF-16, big', be('abcd'), 'abcd'],
    ['UTF-32, little', utf32('abcd'), 'abcd'],
    ['UTF-32, big', utf32('abcd').swap32(), 'abcd'],
    ['with half a character', Buffer.from('abcd\u0061', 'utf16le').subarray(0, 9), 'abcd'],
    ['one in ten that is not ASCII', Buffer.from('abcdéfghi~', 'utf16le'), 'abcd\ufffdfghi~'],
    ['two in ten', Buffer.from('abcdéfghi\u007f', 'utf16le'), undefined],
    ['one in nine', Buffer.from('abcdéfghi', 'utf16le'), undefined],
    ['a wide one', Buffer.from('abcd\u0161fghij', 'utf16le'), 'abcd\ufffdfghij'],
    ['too short', Buffer.from('abc', 'utf16le'), undefined],
    ['other text', Buffer.from('abcdefgh'), undefined],
    ['zeros', Buffer.alloc(40), undefined],
  ])('%s', (_, bytes, text) => expect(wideText(bytes)).toBe(text));
});

describe('binary files that hold keys', () => {
  const id = (...parts: (string | number | Buffer)[]) =>
    keyFile(
      Buffer.concat(
        parts.map((part) =>
          typeof part === 'string'
            ? Buffer.from(part.replaceAll(' ', ''), 'hex')
            : typeof part === 'number'
              ? Buffer.alloc(part)
              : part,
        ),
      ),
    )?.id;

  test('KeePass and DER, of 24 bytes or more', () => {
    expect([id('03d9a29a', 20), id('03d9a29a', 19)]).toEqual(['keepass', undefined]);
    expect(
      ['7f', '81ff', '82ffff', '83ffffff', '84ffffffff', '85ffffffffff', '0a'].map((length) =>
        id(`30${length} 020103 30`, 40),
      ),
    ).toEqual([...Array(5).fill('pkcs12'), undefined, 'pkcs12']);
    expect(
      ['020100 30', '020100 02', '020100 04', '020101 30', '020103 02'].map((head) => id(`300a ${head}`, 40)),
    ).toEqual(['der-private-key', 'der-private-key', undefined, undefined, undefined]);
    expect(id('310a 02010330', 40)).toBeUndefined();
  });

  test('Java key stores with a private key, or that are cut off', () => {
    const certificate = '00000002 0002 6361 0000000000000000 0005 582e353039 00000003 aabbcc';
    const empty = '00000002 0000 0000000000000000 0000 00000000';
    const head = (entries: number) => `feedfeed 00000002 0000000${entries}`;
    const key = '00000001 0002 6361';
    expect([
      id(head(1), certificate),
      id(head(2), certificate, certificate),
      id(head(1), empty),
      id(head(0), 20),
      id(head(1).replace('feedfeed', 'cececece'), certificate),
    ]).toEqual(Array(5).fill(undefined));
    const whole = Buffer.from(certificate.replaceAll(' ', ''), 'hex');
    expect([
      id(head(1), key, 20),
      id(head(2), certificate, key),
      id(head(1).replace('feedfeed', 'cececece'), key, 20),
      id(head(2), certificate),
      ...[12, 16, 18, 24, 26].map((length) => id(head(1), whole.subarray(0, length))),
    ]).toEqual(Array(9).fill('java-key-store'));
    expect(id('feedfeee 00000002 00000001', key, 20)).toBeUndefined();
  });

  test('OpenPGP keys by their version, algorithm and length', () => {
    const packet = (head: string, length: number) => id(`${head} 16`, length, Buffer.alloc(0));
    const of = (version: string, algorithm: string, size = 300, length = '00f0', time = '65a0b0c0') =>
      id(`95 ${length} ${version} ${time} ${algorithm}`, size);
    const found = 'openpgp-private-key';
    expect(['03', '04', '06', '07'].map((version) => of(version, '16'))).toEqual([undefined, found, found, undefined]);
    expect(['00', '01', '28', '29'].map((algorithm) => of('04', algorithm))).toEqual([
      undefined,
      found,
      found,
      undefined,
    ]);
    // Nine bytes are before the rest; the body begins after three.
    expect([92, 91].map((size) => of('04', '16', size, '0050'))).toEqual([found, undefined]);
    expect(of('04', '16', 92, '0000')).toBeUndefined();
    expect([of('04', '16', 94, '0064', '00000000'), of('04', '16', 93, '0064', '00000000')]).toEqual([
      found,
      undefined,
    ]);
    // 196 bytes, of which half or one more are there.
    expect([id('95 00c4', '04 65a0b0c0 16', 92), id('95 00c4', '04 65a0b0c0 16', 93)]).toEqual([undefined, found]);
    expect(['34aadc00', '34aadc80', '34aadc81'].map((time) => of('04', '16', 300, '0200', time))).toEqual([
      undefined,
      Date.UTC(1998, 0) / 1000 < 0x34aadc80 ? found : undefined,
      found,
    ]);
    expect(['4e1f', '4e20'].map((length) => of('04', '16', 15_000, length))).toEqual([found, undefined]);
    expect(packet('94 f0 04 65a0b0c0', 300)).toBe(found);
    expect(
      ['96 000000f0', 'c5 bf', 'c5 c030', 'c5 dfff', 'c5 ff 000000f0'].map((head) =>
        packet(`${head} 04 65a0b0c0`, 9_000),
      ),
    ).toEqual(Array(5).fill(found));
    expect(
      ['97 000000f0', 'c4 bf', 'c5 e0 000000f0', 'c5 fe 000000f0'].map((head) => packet(`${head} 04 65a0b0c0`, 300)),
    ).toEqual(Array(4).fill(undefined));
    // A length of two bytes: 192 more than it says, and the second byte counts.
    expect([id('c5 c101 04 65a0b0c0 16', 443), id('c5 c101 04 00000000 16', 442)]).toEqual([found, undefined]);
  });
});

describe('what a source is', () => {
  test('values by their path', () => {
    const value = { a: [{ b: 1 }], 2: 'x' };
    expect(
      [[], ['a', 0, 'b'], ['a', '0'], ['a', 'b'], [2], ['a', 0, 'b', 'c'], ['z']].map((path) =>
        valueAtPath(value, path),
      ),
    ).toEqual([value, 1, undefined, undefined, 'x', undefined, undefined]);
  });

  test.each([
    [
      { kind: 'X', apiVersion: 'a/v1', metadata: { name: 'n', namespace: 's' } },
      { group: 'a', kind: 'X', namespace: 's', name: 'n' },
    ],
    [
      { kind: 'X', apiVersion: 'v1', metadata: { name: 1, namespace: 2 } },
      { group: '', kind: 'X', namespace: undefined, name: '' },
    ],
    [
      { kind: 'X', apiVersion: 1 },
      { group: '', kind: 'X', namespace: undefined, name: '' },
    ],
    [{ kind: 1 }, undefined],
    [['x'], undefined],
    ['x', undefined],
  ])('the identity of %j', (value, identity) => expect(identityOf(value)).toEqual(identity));

  test('documents and texts of SOPS', () => {
    const block = { mac, lastmodified: 'x' };
    expect(
      [
        { sops: block },
        { sops: { mac } },
        { sops: { ...block, mac: 1 } },
        { sops: { ...block, mac: 'x' } },
        { sops: 'x' },
        {},
      ].map(isSopsDocument),
    ).toEqual([true, ...Array(5).fill(false)]);
    const last = '\nlastmodified: x';
    expect(
      [
        `sops_mac=${mac}\nsops_lastmodified=x`,
        `[sops]\nmac = ${mac}${last}`,
        `sops:\n  mac: ${mac}${last}`,
        `{\n    "sops": {"mac": "${mac}", "lastmodified": 1}}`,
      ].map(isSopsText),
    ).toEqual(Array(4).fill(true));
    expect(
      [
        `sops_mac=${mac}`,
        `xsops_mac=${mac}${last}`,
        `x[sops]\nmac = ${mac}${last}`,
        `         sops:\n  mac: ${mac}${last}`,
        `x sops:\n  mac: ${mac}${last}`,
        `sops:\n  xmac = ${mac}${last}`,
        `sops:\n  mac: x${last}`,
        `mac: ${mac}${last}`,
        'x',
      ].map(isSopsText),
    ).toEqual(Array(9).fill(false));
  });

  test('fields that SOPS keeps about a file', () => {
    const base64 = Buffer.from(`${mac}\n`).toString('base64');
    const secret = { data: { sops_mac: base64, sops_lastmodified: 'x' } };
    const is = (document: unknown, ...path: string[]) => isSopsMetadata(document, path);
    expect([
      is({ sops: { mac, lastmodified: 'x' } }, 'sops', 'x'),
      is(secret, 'data', 'sops_mac'),
      is(secret, 'data', 'sops_unencrypted_comment_regex'),
      is(secret, 'data', 'sops_age__list_0__map_recipient'),
    ]).toEqual(Array(4).fill(true));
    expect([
      is({}, 'sops'),
      is(secret, 'data', 'password'),
      is(secret, 'data', 'xsops_mac'),
      is(secret, 'data', 'sops_macx'),
      is(secret, 'stringData', 'sops_mac'),
      is({ data: { ...secret.data, sops_mac: 'x' } }, 'data', 'sops_mac'),
    ]).toEqual(Array(6).fill(false));
    const entries = (data: unknown) => isSopsEntries({ data });
    expect([
      entries(secret.data),
      entries({ sops_mac: base64 }),
      entries({ ...secret.data, sops_mac: 1 }),
      entries('x'),
      entries({ ...secret.data, sops_mac: base64.padEnd(2000) }),
      entries({ ...secret.data, sops_mac: base64.padEnd(2001) }),
    ]).toEqual([true, false, false, false, true, false]);
  });
});

describe('what a file is made of', () => {
  const names = (text: string, path = 'a.yaml') =>
    [...manifestSources(fileSide(path, text), path)].map(({ identity, document }) => [
      identity && `${identity.kind}/${identity.name}`,
      plain(document),
    ]);
  test('objects, documents that are none, and what could not be parsed', () => {
    const [object, other] = ['kind: X\napiVersion: v1\nmetadata: {name: a}\n', 'b: 1\n'];
    const value = { kind: 'X', apiVersion: 'v1', metadata: { name: 'a' } };
    expect(names(`${object}---\n${other}---\nkind: Y\nc: [\n`)).toEqual([
      ['X/a', value],
      [undefined, { b: 1 }],
      ['Y/', { kind: 'Y', c: '[' }],
    ]);
    expect(names(`${other}---\n${object}`)).toEqual([
      ['X/a', value],
      [undefined, { b: 1 }],
    ]);
  });

  test('the objects of a list, and not the list', () => {
    const list = {
      kind: 'List',
      apiVersion: 'v1',
      items: ['a', 'b'].map((name) => ({ kind: 'X', apiVersion: 'v1', metadata: { name } })),
    };
    expect(names(JSON.stringify(list))).toEqual([
      ['X/a', list],
      ['X/b', list],
    ]);
  });

  test('a kustomization says so by its name alone', () => {
    expect(names('resources: [x]', 'a/kustomization.yaml')).toEqual([['Kustomization/', { resources: ['x'] }]]);
    const source = {
      value: {},
      at: () => ({ line: 1, column: 1 }),
      valueAt: () => ({ line: 2, column: 2 }),
      styleAt: () => 'plain' as const,
    };
    expect([withIdentity(source, 'a.yaml').identity, withIdentity(source, 'kustomization.yaml').identity]).toEqual([
      undefined,
      { group: 'kustomize.config.k8s.io', kind: 'Kustomization', namespace: undefined, name: '' },
    ]);
    const same = withIdentity(source, 'a.yaml');
    expect([same.at([]), same.valueAt([]), same.styleAt([])]).toEqual([
      { line: 1, column: 1 },
      { line: 2, column: 2 },
      'plain',
    ]);
  });
});
