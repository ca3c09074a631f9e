import { type OpenpgpPublicKey, readOpenpgpPublicKey } from '../openpgp/openpgp-public-key.ts';

/** A key that a forge signs with on behalf of whoever used its web page or API. */
export interface ForgeKey {
  readonly forge: string;
  readonly key: OpenpgpPublicKey;
  /** Seconds since the epoch: what it signed from then on does not count; undefined: still in use. */
  readonly until: number | undefined;
}

/** Public key packets (RFC 9580 §5.5.2) from https://github.com/web-flow.gpg, each pinned by its full fingerprint. */
const pinned = [
  {
    forge: 'GitHub',
    fingerprint: '968479A1AFF927E37D1A566BB5690EEEBB952194',
    until: undefined,
    packet:
      'BGWmxXYBEACyN+4viFQM6QQoKr0A2W0rGdMobTJwOZso2QPpewbyBsuL3rNW5OmHrWwXAhPKNqUIyOzdq8MoSxoTTuqLksoahixE' +
      'L/X2nyhOBxR9GkYz/oI9R3nYcLRaFQoSJoVfOt61opkLUzbWAehpbgT8EKln8JsENq0+0nDlWQi0h2Q9oGmqlgVzskwmVZ8Leyv4' +
      'Mg7hN6swyZ7moZfkkpD5+U7Z2XVurCzkSSfg4zb2lMRLJos2eCAc749ECsX0t7OBftF+YqgjIXixXsm2RrUqvU47OkOtZeAhvAYe' +
      'nbC3pr9Fha5NxoBUEa+11MK9W6OcRhwvxVCUrMUR6FTSZyC//VpXTTtrRlOqpU5wGMbP3zpn9geqOXCl8rF7+1gAPG/o+QFQTBsV' +
      'Eruwi4JWogiQuQyOwAIlFe/7dvaxWZGpv/yW2+L3guL7xaHKFVGsayhlitQQ5Xa+P1iSgKSXDyReCbWotfqAempPySI25LHh3ScX' +
      'I6NgdHSrSBaFojwAfgxbPTEQ6adIsKHCQofrnLrNa3UOeGDGiOOK0aYV3jiEDGAouatkNf2q85Eosj1f9laCqAH3YLJD7dcSne1i' +
      'ChK5qRTByMvIyeSD0NbNnVMFOGpXySyWtKb2ldpu8AWBQJsJs9FmYBcWAGBA2pp+IxaCn6rBIHIsUVFRN8OVZKsEsBkWywARAQAB',
  },
  {
    forge: 'GitHub',
    fingerprint: '5DE3E0509C47EA3CF04A42D34AEE18F83AFDEB23',
    until: Date.UTC(2024, 0, 16, 20) / 1000, // the key's own expiry
    packet:
      'BFmUaEEBCACzXTDt6ZnyaVtueZASBzgnAmK13q9Urgch+sKYeIhdymjuMQtax15OklctmrZtqre5kwPUosG3/B2/ikuPYElcHgGP' +
      'L4uL5Em6S5C/oozfkYzhwRrTSQzvYjsE4I34To4UdE9KA97wrQjGoz2Bx72WDLyWwctD3DKQtYeHXswXXtXwKfjQ7Fy4+Bf5IPh7' +
      '6dA8NJ6UtjjLIDlKqdxLW4atHe6xWFaJ+XdLUtsAroZcXBeWDCPabuXCDscJcLJRKZVc62gOZXXtPfoHqvUPp3nuLA4YjH9bphbr' +
      'MWMf810Wxz9JTd3vyWgGqNY0zbBqeZoGv+TuExlRHT8ASGFS9SVDABEBAAE=',
  },
];

let read: readonly ForgeKey[] | undefined;

/** The forge keys known without configuration. */
export function forgeKeys(): readonly ForgeKey[] {
  read ??= pinned.map(({ forge, fingerprint, until, packet }) => {
    const key = readOpenpgpPublicKey(Buffer.from(packet, 'base64'));
    if (key.fingerprint !== fingerprint) throw new Error(`The built-in key of ${forge} is not ${fingerprint}.`);
    return { forge, key, until };
  });
  return read;
}
