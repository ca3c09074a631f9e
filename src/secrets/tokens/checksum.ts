import { crc32 } from 'node:zlib';

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * Whether the last six characters of a GitHub token are the CRC-32 of the thirty before them in base 62
 * (github.blog, "Behind GitHub's new authentication token formats").
 */
export function hasGithubChecksum(token: string): boolean {
  const body = token.slice(token.indexOf('_') + 1);
  let rest = crc32(body.slice(0, -6)) >>> 0;
  let checksum = '';
  for (let i = 0; i < 6; i++) {
    checksum = base62.charAt(rest % 62) + checksum;
    rest = Math.floor(rest / 62);
  }
  return body.slice(-6) === checksum;
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
