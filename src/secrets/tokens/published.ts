import { createHash } from 'node:crypto';

/** The first 16 hex digits of the SHA-256 of credentials that vendors print for everyone. Digests, so that no scanner takes this list for a leak. */
const published: ReadonlySet<string> = new Set([
  // Google: the keys of Firebase's sample applications and of the Maps documentation.
  '27a9a42931dff7eb',
  '49f777db995e8260',
  'a6c814bc555ae62c',
  '8731261cb72d8626',
  '37f8f09bdf12c2f2',
  'eb540d2b6ee2a0a4',
  '2037abcaffb2b777',
  '3a8b61d0f636b007',
  '4c98242dcadc8b29',
  'ea9bb1082cf95663',
  '3f370c9dd8225c63',
  '44b9f0d854dcf201',
  'a19f89ab3555eac1',
  'e4a5542bb7fd7b67',
  'dc0fcf046c61640c',
  'ac9265e56c79b234',
  'dc057717851fc4b8',
  'f56e323494a6ffc2',
  '0b476bdf9acf2123',
  // Stripe: the test keys its documentation prints.
  '2cafc0970149a84f',
  'f2d6ca16515033e5',
  '7e8de44ea9ecf6d5',
  '2d1f7723aabc5c7a',
  // Microsoft: the account keys of the storage and Cosmos DB emulators.
  '0011cc25eb432071',
  'aa6547439583c3a2',
  // HashiCorp: tokens of the Vault documentation.
  '8b6b6a5226c96d1d',
  'f13f228f48eaf870',
]);

/** Whether a token is one that a vendor's public documentation prints. */
export function isPublished(token: string): boolean {
  return published.has(createHash('sha256').update(token).digest('hex').slice(0, 16));
}
