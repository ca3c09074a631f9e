import { describe, expect, test } from '@jest/globals';
import { classify } from '../../src/secrets/value/classify.ts';
import { isPublicMaterial } from '../../src/secrets/value/public-material.ts';
import { filledInBy, isReference, variableIn } from '../../src/secrets/value/reference.ts';
import { carriesLiteral, soleLiteral, templateParts } from '../../src/secrets/value/template.ts';
import {
  classifyUrl,
  classifyUserinfo,
  isReservedHost,
  percentDecoded,
  splitAuthority,
  splitUserinfo,
} from '../../src/secrets/value/url.ts';

const b64 = (text: string) => Buffer.from(text).toString('base64');
const made = 'kJ8s0fQ2xv9LrT';

describe('names of secrets that are elsewhere', () => {
  test.each([
    '<path:kv/data/x#y>',
    '<secret:kv/data/x~y#2 | base64decode>',
    'ref+awssecrets://shop/db',
    'secretref+vault://kv/x#/y',
    'secrets://shop/db.yaml',
    'secrets+age-import://keys/x.txt',
    'op://vault/item/field',
    'op://vault/item/section/field?attribute=otp',
    'gsm://project/name',
    'bws://vault#name',
    'vault:secret/data/x#KEY',
    '>>vault:secret/data/x#KEY#1',
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-db',
    'arn:aws:ssm:eu-west-1:123456789012:parameter/shop',
    'https://shop.vault.azure.net/secrets/db/0123456789abcdef0123456789abcdef',
    'https://shop.vault.azure.net/',
    '@Microsoft.KeyVault(VaultName=shop; SecretName=db)',
    'projects/shop/secrets/db/versions/latest',
    '{{resolve:ssm:/shop/db:1}}',
    '$__file{/etc/x}',
    'env.DB_PASSWORD',
    'os.environ/DB',
    '!Ref DbPassword',
    '$DB_HOST',
    '{$DB_HOST}',
  ])('%s, and nothing around it', (text) => {
    const context = { secretOnly: true };
    expect([text, `§${text}`, `${text} §`].map((each) => isReference(each, context))).toEqual([true, false, false]);
  });

  test.each([
    '$dex.github',
    '$oidc:dex.secret',
    '&ref;',
    'docs/db.md',
    'hub.db.password',
    '/run/secrets/db',
    'file:///run/secrets/db',
    '~/x',
    '../x/y',
  ])('%s, where more than secrets may be', (text) => {
    expect([text, `§${text}`, `${text} §`].map((each) => isReference(each))).toEqual([true, false, false]);
    expect(isReference(text, { secretOnly: true })).toBe(false);
  });

  test('names hold nothing that was made', () => {
    expect(
      [
        `op://vault/${made}/x`,
        `<path:kv/${made}#y>`,
        `/run/x/${made.slice(0, 12)}`,
        `$x:${made}`,
        `$${made}`,
        '$XKJQWZPVBN_TRHGFDSQLM',
      ].map((text) => isReference(text)),
    ).toEqual(Array(6).fill(false));
    expect([`/run/${made.slice(0, 11)}/x`, '/run/secrets-of-the-shop/x'].map((text) => isReference(text))).toEqual([
      true,
      true,
    ]);
  });

  test('are 700 characters long at most', () => {
    const path = `/${`${'a'.repeat(99)}/`.repeat(6)}${'a'.repeat(99)}`;
    expect([path, `${path}x`].map((text) => isReference(text))).toEqual([true, false]);
  });

  test('are what is in angle brackets where the Argo CD Vault Plugin fills it in', () => {
    const of = (text: string, argoVaultPlugin = true) => isReference(text, { argoVaultPlugin });
    expect([of('<name>'), of('<name | base64encode>'), of('<name>', false)]).toEqual([true, true, false]);
    expect([of('x<name>'), of('<name>x'), of(`<${made}>`), of('<>'), of('<a<b>')]).toEqual(Array(5).fill(false));
  });

  test('a variable has a name of words in capitals', () => {
    expect(
      ['$DB_HOST', '{$DB_HOST2}', '$DB', '$db_host', '$DB_H', '{$DB_HOST', '$DB_XKJQWZPVBN'].map(variableIn),
    ).toEqual(['DB_HOST', 'DB_HOST2', ...Array(5).fill(undefined)]);
  });
});

describe('who fills a reference in', () => {
  test.each([
    ['x <path:kv/data/x#y> y', 'the Argo CD Vault Plugin filled in'],
    ['postgres://a:vault:secret/x#KEY@db', 'Bank-Vaults filled in'],
    ['x ref+vault://a/b', 'vals filled in'],
    ['x secretref+vault://a/b', 'vals filled in'],
    ['x op://a/b/c', '1Password filled in'],
    ['secrets+age-import://x.yaml', 'helm-secrets filled in'],
    [' projects/shop/secrets/db ', 'named a secret in a store'],
    ['<awssecret:a#b>', 'named a secret in a store'],
    ['xref+vault://a/b', undefined],
    ['vault:v1:abc/x#y', undefined],
    ['shop://a/b', undefined],
    [`<path:kv/${made}#y>`, undefined],
    ['$DB_HOST', undefined],
    ['$dex.github', undefined],
    ['/run/secrets/db', undefined],
    ['<name>', undefined],
    ['hunter2', undefined],
  ])('%s: %s', (text, by) => expect(filledInBy(text)).toBe(by));

  test('in an object of the Argo CD Vault Plugin', () => {
    const context = { argoVaultPlugin: true };
    expect(['<name>', 'projects/shop/secrets/db'].map((text) => filledInBy(text, context))).toEqual([
      'the Argo CD Vault Plugin filled in',
      'named a secret in a store',
    ]);
  });

  test('in up to 4000 characters', () => {
    const text = 'op://'.padEnd(4000, 'a');
    expect([text, `${text}a`].map((each) => filledInBy(each))).toEqual(['1Password filled in', undefined]);
  });
});

describe('what everyone may see', () => {
  const key = `ssh-ed25519 ${'A'.repeat(68)}`;
  const pem = (...labels: string[]) => labels.map((label) => `-----BEGIN ${label}-----\nYQ==\n`).join('');
  const jwks = (rest = '') => `{"keys":[{"kty":"RSA","n":"x"${rest}}]}`;
  test.each([
    ['a digest', `sha256:${'a'.repeat(32)}`],
    ['a digest', `sha512-${'a'.repeat(128)}`],
    ['a recipient of age', `age1${'q'.repeat(58)}`],
    ['a key', key],
    ['a key with a comment', `${key} me@example.org`],
    ['a known host', `github.com ${key}`],
    ['several keys', `# ours\n\n  ${key}\n  # theirs\necdsa-sha2-nistp256 ${'A'.repeat(68)}\n`],
    ['a key after 596 characters', `${'#'.repeat(595)}\n${key}`],
    ['a certificate', pem('CERTIFICATE')],
    ['certificates', pem('X509 CERTIFICATE', 'TRUSTED CERTIFICATE', 'CERTIFICATE REQUEST', 'NEW CERTIFICATE REQUEST')],
    ['public keys', pem('PUBLIC KEY', 'PGP PUBLIC KEY BLOCK', 'RSA PUBLIC KEY')],
    ['parameters', pem('DH PARAMETERS', 'EC PARAMETERS', 'X509 CRL')],
    ['a set of public keys', jwks()],
    ['a large set of public keys', jwks().padEnd(200_000)],
  ])('%s: %#', (_, text) => expect(isPublicMaterial(text)).toBe(true));

  test.each([
    ['a digest that is short', `sha256:${'a'.repeat(31)}`],
    ['a digest that is long', `sha256:${'a'.repeat(129)}`],
    ['a digest of something', `xsha256:${'a'.repeat(32)}`],
    ['an age key', `age1${'q'.repeat(57)}`],
    ['an age key', `age1${'q'.repeat(59)}`],
    ['an age key', `xage1${'q'.repeat(58)}`],
    ['a key and a password', `${key}\nhunter2`],
    ['a password and a key', `hunter2 # x\n${key}`],
    ['a password before a comment', `${key}\nhunter2 #`],
    ['a key after 597 characters', `${'#'.repeat(596)}\n${key}`],
    ['a private key', pem('PRIVATE KEY')],
    ['a certificate with its key', pem('CERTIFICATE', 'PRIVATE KEY')],
    ['a key with its certificate', pem('RSA PRIVATE KEY', 'CERTIFICATE')],
    ['no label', '-----BEGIN x'],
    ['a set of private keys', jwks(',"d" : "x"')],
    ['a set of shared keys', jwks(',"k":"x"')],
    ['something else', '{"keys":[]}'],
    ['a set that is too large', jwks().padEnd(200_001)],
    ['text', 'hunter2'],
  ])('not %s: %#', (_, text) => expect(isPublicMaterial(text)).toBe(false));
});

describe('expressions and the literals they fall back to', () => {
  const nested = (depth: number): string => (depth === 0 ? 'x' : `{{ ${nested(depth - 1)} }}`);
  test.each<[string, string, ...string[]]>([
    ['a {{ .b }} c', 'a   c'],
    ['{{ .a }}{{ .b }}', '  '],
    ['$(A)<% b %>{% c %}', '   '],
    ['{{- "x" -}}', ' ', 'x'],
    ['{{ default "a-b" .c }}', ' ', 'a-b'],
    ['{{ .c | default `x` }}', ' ', 'x'],
    ['{{ "x" | b64enc | nindent 4 }}', ' ', 'x'],
    ['{{ `x` | quote }}', ' ', 'x'],
    ['{{ b64enc "x" }}', ' ', 'x'],
    ['{{ coalesce .a "x" }}', ' ', 'x'],
    ['{{ .a "x" }}', ' '],
    ["{{ 'x' }}", ' '],
    [`\${{ 'x' }}`, ' ', 'x'],
    [`\${{ inputs.y || 'x' || 'z' }}`, ' ', 'x', 'z'],
    [`\${{ inputs.y == 'x' }}`, ' '],
    [`\${{ f('x') }}`, ' '],
    [`\${A:-x}\${A:=y}\${A:+z}\${A-w}`, '    ', 'x', 'y', 'z', 'w'],
    [`\${A:-x\ny}`, ' ', 'x\ny'],
    [`\${A}\${A:-}\${module.a-b.c}`, '   '],
    [`\${db.password:x}\${DB_PASSWORD:y}`, '  ', 'x', 'y'],
    [`\${env:X}\${vault:y}\${a:x}`, '   '],
    [`\${a.b:8080}\${a.b:8080:1}`, '  '],
    [`\${a.b:8080x}`, ' ', '8080x'],
    [`\${ a.b:x}\${a.b:x y}`, '  '],
    [`{{${made}}}`, ' ', made],
    [`{{ ${made} }}`, ' ', made],
    [`{{ x ${made} }}{{ ${made} x }}`, '  '],
    [`\${{ ${made} }}`, ' ', made],
    ['{{ print "{{X}}" }}', ' ', ' '],
    [nested(3), ' '],
  ])('%s', (text, rest, ...literals) => expect(templateParts(text)).toEqual({ rest, literals }));

  test('are taken apart three times at most, and not where there are none', () => {
    expect(templateParts(nested(4))?.rest).toBe('{{   }}');
    expect(['x', '{x}', '{{ x', '$x'].map(templateParts)).toEqual(Array(4).fill(undefined));
  });

  test('are all of a value, with one literal, or not', () => {
    expect([` \${A:-x} `, `\${A:-x}\${B:-x}`, `a\${A:-x}`, `\${A:-x}\${B:-y}`, `\${A}`, 'x'].map(soleLiteral)).toEqual([
      'x',
      'x',
      ...Array(4).fill(undefined),
    ]);
  });

  test.each([
    ['kJ8s0fQ2', true],
    ['kJ8s0fQ', false],
    ['of "kJ8s0fQ2", x', true],
    ['a=kJ8s0fQ2', true],
    ['the words around', false],
  ])('%s around them is a literal: %s', (rest, is) => expect(carriesLiteral(rest)).toBe(is));
});

describe('parts of a URL', () => {
  test.each([
    ['a@b@c', 'a@b', 'c'],
    ['c', '', 'c'],
    ['@c', '', 'c'],
    ['a@', 'a', ''],
  ])('%s: %j before %j', (authority, userinfo, host) => expect(splitAuthority(authority)).toEqual({ userinfo, host }));

  test.each([
    ['a:b:c', 'a', 'b:c'],
    [`\${A:-x}:b`, `\${A:-x}`, 'b'],
    ['$(A:B):c', '$(A:B)', 'c'],
    ['{{a:{b}}}:c', '{{a:{b}}}', 'c'],
    ['a}:b', 'a}', 'b'],
    ['{a:b', '{a:b', undefined],
    [':b', '', 'b'],
    ['a:', 'a', ''],
    ['a', 'a', undefined],
    ['', '', undefined],
  ])('%s: user %j, password %j', (userinfo, user, password) =>
    expect(splitUserinfo(userinfo)).toEqual({ user, password }),
  );

  test('percent-encoding is undone, where it is one', () => {
    expect(['a%20b%C3%A9', 'a%zz%20', 'a+b', '%'].map(percentDecoded)).toEqual(['a bé', 'a%zz%20', 'a+b', '%']);
  });

  test.each([
    ['example.com', true],
    ['db.Example.org.', true],
    ['example.net:5432', true],
    ['x.invalid', true],
    ['invalid', true],
    ['example', true],
    ['example.com:543210', false],
    ['myexample.com', false],
    ['myinvalid', false],
    ['example.com.shop.net', false],
    ['localhost', false],
    ['x.test', false],
  ])('%s is reserved: %s', (host, is) => expect(isReservedHost(host)).toBe(is));

  test.each([
    ['a', 'db', 'empty'],
    ['a:', 'db', 'empty'],
    ['a:changeme', 'db', 'placeholder'],
    ['a:hunter2', 'db', 'literal'],
    ['a:hunter2', 'example.com', 'placeholder'],
    [`a:${made}`, 'example.com', 'literal'],
    ['a:postgres', 'db', 'placeholder'],
    ['joe:joe', 'db', 'placeholder'],
    ['j%6fe:jo%65', 'db', 'placeholder'],
    ['joe:jim', 'db', 'literal'],
    [`a:\${PASSWORD}`, 'db', 'template'],
    ['a:chang%65me', 'db', 'placeholder'],
  ])('%s at %s: %s', (userinfo, host, expected) => expect(classifyUserinfo(userinfo, host)).toBe(expected));
});

test.each([
  [' https://db.shop/x ', 'public'],
  ['jdbc:postgresql://db:5432/shop', 'public'],
  ['xhttps://db/x', undefined],
  ['https://db/x y', undefined],
  ['shop://db', undefined],
  ['postgres://a:hunter2@db/x', 'literal'],
  ['postgres://a:changeme@db/x', 'placeholder'],
  ['https://a@db/x', 'public'],
  ['postgres://app:pa#ss@db', undefined],
  ['https://app:123pa/x@db', undefined],
  ['https://db:8080/a@b', 'public'],
  ['https://app:pa/x', 'public'],
  ['https://example.com/kJ8s0fQ2', 'placeholder'],
  [`https://${made}.db/x`, undefined],
  [`https://db.${made}:80/x`, undefined],
  ['https://db/x/kJ8s0fQ2', undefined],
  ['https://db/x/kJ8s0fQ', 'public'],
  ['https://db/x?y=kJ8s0fQ2#z', undefined],
  ['https://db/%6bJ8s0fQ2', undefined],
  ['https://db/x?a=b&token=x', undefined],
  ['https://db/x?api_key=x', undefined],
  ['https://db/x?token=', 'public'],
  ['https://db/token=x', 'public'],
  ['https://db/{x}', undefined],
  ['https://db/$x', undefined],
])('%s is %s', (text, expected) => expect(classifyUrl(text)).toBe(expected));

describe('classes by the place of a leaf', () => {
  const sealed = Buffer.alloc(2 + 512 + 40, 0xfe);
  sealed.writeUInt16BE(512, 0);
  const payload = sealed.toString('base64');
  const sops = `ENC[AES256_GCM,data:O+5l4g==,iv:${b64('i'.repeat(32))},tag:${b64('t'.repeat(16))},type:str]`;
  test.each([
    ['encrypted', payload, { sealed: true }],
    ['literal', payload, { sealed: false }],
    ['literal', payload, {}],
    ['literal', 'hunter2', { sealed: true, sops: true }],
    ['literal', sops, { sops: false }],
    ['literal', `\${A:-${sops}}`, { sops: true }],
    ['literal', `\${A:-${payload}}`, { sealed: true }],
    ['template', '{quorn}', {}],
    ['literal', 'q{quorn}', {}],
    ['literal', '{quorn}q', {}],
    ['literal', `{${made}}`, {}],
    ['literal', '{9uorn}', {}],
    ['placeholder', 'quorn', { key: 'quorn' }],
  ] as const)('%s: %#', (expected, text, context) => expect(classify(text, context)).toBe(expected));
});
