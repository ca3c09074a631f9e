const sshKey =
  '(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp\\d{3}|sk-[a-z0-9-]{5,30}@openssh\\.com) [A-Za-z0-9+/]{16,}={0,3}';
const publicLine = new RegExp(`^(?:[^\\s]{1,400} )?${sshKey}(?: [^\\n]{0,200})?$`);

/** Whether a value is meant to be seen by everyone: certificates, public keys, known_hosts, public JWKS, digests. */
export function isPublicMaterial(text: string): boolean {
  if (text.startsWith('-----BEGIN ')) return isPublicPem(text);
  if (/^(?:sha256|sha384|sha512)[:-][A-Za-z0-9+/=]{32,128}$/.test(text)) return true;
  if (/^age1[02-9ac-hj-np-z]{58}$/.test(text)) return true;
  if (text.startsWith('{')) return isPublicJwks(text);
  if (!/(?:ssh-|ecdsa-sha2-)/.test(text.slice(0, 600))) return false;
  return text.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line) || publicLine.test(line.trim()));
}

function isPublicPem(text: string): boolean {
  const labels = text.match(/-----BEGIN [A-Z0-9 ]{1,60}-----/g) ?? [];
  const isPublic = (label: string) =>
    /BEGIN (?:X509 |TRUSTED )?CERTIFICATE(?: REQUEST)?-|BEGIN NEW CERTIFICATE REQUEST-|PUBLIC KEY(?: BLOCK)?-|BEGIN (?:X509 CRL|DH PARAMETERS|EC PARAMETERS)-/.test(
      label,
    );
  return labels.length > 0 && labels.every(isPublic);
}

function isPublicJwks(text: string): boolean {
  if (!text.includes('"kty"') || text.length > 200_000) return false;
  return !/"(?:d|k|p|q|dp|dq|qi)"\s{0,10}:/.test(text);
}
