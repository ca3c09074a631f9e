import { describe, expect, test } from '@jest/globals';
import { classify, type LeafClass, type LeafContext } from '../../src/secrets/value/classify.ts';
import { templateParts } from '../../src/secrets/value/template.ts';

const b64 = (text: string): string => Buffer.from(text).toString('base64');
const sopsValue = `ENC[AES256_GCM,data:O+5l4g==,iv:${b64('i'.repeat(32))},tag:${b64('t'.repeat(16))},type:str]`;

describe('classes of leaves', () => {
  const leaves: readonly (readonly [LeafClass, string, LeafContext?])[] = [
    ['empty', '  '],
    ['empty', '""'],
    ['encrypted', sopsValue, { sops: true }],
    ['literal', sopsValue],
    ['literal', 'ENC[AES256_GCM,data:plain,iv:x,tag:y,type:str]', { sops: true }],
    ['encrypted', `vault:v1:${b64('c'.repeat(40))}`],
    ['literal', `vault:v1:${b64('the password is Zq7vR2mKx9TbW4nL')}`],
    ['reference', 'vault:secret/data/x#KEY'],
    ['reference', 'op://vault/item/field'],
    ['reference', 'ref+awssecrets://x#/y'],
    ['literal', 'ref+echo://hunter2-hunter2'],
    ['reference', '<path:kv/data/x#y>'],
    ['reference', '<name>', { argoVaultPlugin: true }],
    ['placeholder', '<name>'],
    ['reference', '/run/secrets/db'],
    ['literal', '/run/secrets/db', { secretOnly: true }],
    ['reference', '$dex.github.clientSecret'],
    ['literal', '$ecretP4ss', { secretOnly: true }],
    ['reference', '$NOTIFIER_SMTP_HOST', { secretOnly: true }],
    ['reference', '{$SECRET_PG_PASS}', { secretOnly: true }],
    ['literal', '$NOTIFIER_sMTP_H0ST', { secretOnly: true }],
    ['literal', '{$ecretP4ss}', { secretOnly: true }],
    ['literal', '$ECRETPASS', { secretOnly: true }],
    ['reference', '$SPECIALIZATION_MICROSERVICES_PASSWORD', { secretOnly: true }],
    ['literal', '$XKJQWZPVBN_TRHGFDSQLM', { secretOnly: true }],
    ['literal', '{$DB_XKJQWZPVBN42}', { secretOnly: true }],
    ['template', '{{ .Values.password }}'],
    ['template', `\${DB_PASSWORD}`],
    ['template', '$(DB_PASSWORD)'],
    ['template', `postgres://shop:\${DB_PASSWORD}@db/shop`],
    ['literal', `\${DB_PASSWORD:=Zq7vR2mKx9TbW4nL}`],
    ['placeholder', `\${DB_PASSWORD:-changeme}`],
    ['literal', 'Zq7vR2mKx9TbW4nL{{ .Values.suffix }}'],
    ['literal', '{{ "Zq7vR2mKx9TbW4nL" | b64enc }}'],
    ['literal', '{{ .Values.x | default "Zq7vR2mKx9TbW4nL" }}'],
    ['public', `-----BEGIN CERTIFICATE-----\n${b64('c'.repeat(90))}\n-----END CERTIFICATE-----`],
    [
      'literal',
      `-----BEGIN CERTIFICATE-----\nYQ==\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\n${b64('c'.repeat(90))}\n`,
    ],
    ['public', `ssh-ed25519 ${b64('k'.repeat(51))} me@example.org`],
    ['public', `{"keys":[{"kty":"RSA","n":"${b64('n'.repeat(60))}","e":"AQAB"}]}`],
    ['literal', `{"keys":[{"kty":"RSA","n":"x","e":"AQAB","d":"${b64('d'.repeat(60))}"}]}`],
    ['placeholder', 'changeme'],
    ['placeholder', 'my-secret-password'],
    ['placeholder', 'GITHUB-AUTH-TOKEN'],
    ['placeholder', 'STORAGE_MYSQL_PASSWORD'],
    ['literal', 'GITHUB-4UTH-TOKEN'],
    ['literal', 'BLUE_HORSE_STAPLE'],
    ['literal', 'XKJQWZPVBNTRHG_KEY'],
    ['literal', 'hunter2'],
    ['literal', 'correct horse battery staple'],
  ];

  test.each(leaves.map(([expected, text, context = {}]) => [expected, text, context] as const))(
    '%s: %j',
    (expected, text, context) => {
      expect(classify(text, context)).toBe(expected);
    },
  );
});

test('expressions come apart from the inside', () => {
  expect(templateParts('{{ print "{{X}}" }}')?.rest.trim()).toBe('');
  expect(templateParts('no expression at all')).toBeUndefined();
});
