import { cmsBytes } from '../model/armor.ts';
import type { SignatureJudgement } from '../trust/claim.ts';
import { couldNotCheck } from './judgements.ts';

/** Recognises X.509 (gpgsm, smimesign) and gitsign signatures, which are not verified yet and so never pass. Throws Malformed. */
export function judgeX509(armor: string): SignatureJudgement {
  const bytes = cmsBytes(armor);
  const isGitsign = bytes.includes('sigstore');
  const kind = isGitsign ? 'a gitsign (Sigstore)' : 'an X.509';
  return {
    ...couldNotCheck(`is ${kind} signature, which this version does not verify`),
    format: isGitsign ? 'gitsign' : 'x509',
  };
}
