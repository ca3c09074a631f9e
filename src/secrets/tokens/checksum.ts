import { crc32 } from 'node:zlib';

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * Whether the last six characters of a GitHub token are the CRC-32 of the thirty before them in base 62
 * (github.blog, "Behind GitHub's new authentication token formats").
 */
export function hasGithubChecksum(token: string): boolean {
  const body = token.slice(token.indexOf('_') + 1);
  return body.slice(-6) === crcIn62(body.slice(0, -6));
}

/** Whether a Matrix access token ends in the CRC-32 of what precedes its last underscore in base 62 (element-hq/synapse, handlers/auth.py). */
export function hasSynapseChecksum(token: string): boolean {
  const cut = token.lastIndexOf('_');
  return token.slice(cut + 1) === crcIn62(token.slice(0, cut));
}

/** The CRC-32 of a text in base 62, six digits. */
function crcIn62(text: string): string {
  let rest = crc32(text) >>> 0;
  let digits = '';
  for (let i = 0; i < 6; i++) {
    digits = base62.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}

/**
 * Whether a Grafana service account token ends in the CRC-32 (little-endian hex) of what precedes its last underscore
 * (grafana/grafana, pkg/components/satokengen).
 */
export function hasGrafanaChecksum(token: string): boolean {
  const cut = token.lastIndexOf('_');
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32LE(crc32(token.slice(0, cut)) >>> 0);
  return token.slice(cut + 1).toLowerCase() === checksum.toString('hex');
}
