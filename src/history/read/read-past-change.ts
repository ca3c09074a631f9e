import type { RawCommit } from '../../git/object/object.ts';
import type { ObjectFormat } from '../../git/object/object-id.ts';
import { armorLabel } from '../../signature/model/armor.ts';
import { normalEmail } from '../../signature/model/email.ts';
import { Malformed, Obsolete, Unsupported } from '../../signature/model/malformed.ts';
import { signedCommit } from '../../signature/model/signed-object.ts';
import { issuerNames, readOpenpgpSignature } from '../../signature/openpgp/openpgp-signature.ts';
import { readSshSignature, type SshSignerCache } from '../../signature/ssh/ssh-signature.ts';
import type { PastChange, PastFile, Signing } from '../model/past-change.ts';

/** Files of one commit that are looked at: what moves more is not a change that anybody's habit shows in. */
export const mostFiles = 1_000;

/** Reads commits of one repository: keys are read once. */
export function pastChangeReader(format: ObjectFormat): (commit: RawCommit, files: readonly PastFile[]) => PastChange {
  const keys: SshSignerCache = new Map();
  return ({ id, bytes, author, committer, subject }, files) => {
    let signing: { readonly of: Signing | undefined } | undefined;
    return {
      id,
      name: author.name,
      email: normalEmail(author.email),
      isBot: isBotName(`${author.name} ${author.email}`),
      time: author.time,
      zone: zoneOf(bytes),
      committer: normalEmail(committer.email),
      get signing() {
        signing ??= { of: signingOf(bytes, format, keys) };
        return signing.of;
      },
      subject,
      files: files.slice(0, mostFiles),
    };
  };
}

/** Programs that commit: by the mark that GitHub gives them, or by what they are called. */
function isBotName(text: string): boolean {
  return /\[bot\]|(?:^|[^a-z])(?:bot|robot|renovate|dependabot)(?:$|[^a-z])/i.test(text);
}

/** The farthest from UTC that any place is, in minutes: Kiribati and Samoa. */
const farthest = 14 * 60;

/** The author's zone, `+0130`, in minutes. */
function zoneOf(bytes: Buffer): number | undefined {
  const start = bytes.indexOf('\nauthor ');
  if (start < 0) return undefined;
  const end = bytes.indexOf(0x0a, start + 1);
  const found = /> *\d{1,15} ([+-])(\d\d)([0-5]\d)$/.exec(bytes.toString('latin1', Math.max(start, end - 40), end));
  if (found === null) return undefined;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  if (minutes > farthest) return undefined;
  return found[1] === '-' ? -minutes : minutes;
}

/** The key a signature names, without looking whether it is true: the rules on signatures do that. */
function signingOf(bytes: Buffer, format: ObjectFormat, keys: SshSignerCache): Signing | undefined {
  const signed = signedCommit(bytes, format);
  if (signed.kind === 'unsigned') return 'unsigned';
  if (signed.kind === 'malformed') return undefined;
  try {
    switch (armorLabel(signed.armor)) {
      case 'PGP SIGNATURE': {
        const [key] = issuerNames(readOpenpgpSignature(signed.armor));
        return key === undefined ? undefined : { key };
      }
      case 'SSH SIGNATURE':
        return { key: readSshSignature(signed.armor, keys).signer.key.fingerprint };
      default:
        return undefined;
    }
  } catch (error) {
    if (error instanceof Malformed || error instanceof Obsolete || error instanceof Unsupported) return undefined;
    throw error;
  }
}
