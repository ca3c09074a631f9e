export interface CraftedKey {
  readonly body: Buffer;
  /** As signatures over the key hash it. */
  readonly forHash: Buffer;
  readonly fingerprint: Buffer;
  readonly keyId: Buffer;
}
export interface CraftedSshKey {
  readonly type: string;
  readonly blob: Buffer;
  readonly line: string;
}
type Options = Readonly<Record<string, unknown>>;

export function commit(options?: Options): Buffer;
export function tag(options?: Options): Buffer;
export function signatureHeader(armor: string, name?: string): string;
export function withHeader(bytes: Buffer, header: string): Buffer;
export function mpi(bytes: Uint8Array | undefined): Buffer;
export function packet(tag: number, body: Buffer): Buffer;
export function pgpArmor(bytes: Buffer, options?: Options): string;
export function subpacket(type: number, data: Buffer, critical?: boolean): Buffer;
export function pgpKey(options?: Options): CraftedKey;
export function pgpKeyWithBody(key: Options, body: Buffer): CraftedKey;
export function pgpSignatureBody(key: CraftedKey, data: Buffer, options?: Options): Buffer;
export function pgpSign(key: CraftedKey, data: Buffer, options?: Options): string;
export function pgpCertificate(key: CraftedKey, options?: Options): string;
export function sshString(bytes: Uint8Array | string | undefined): Buffer;
export function sshInteger(bytes: Uint8Array | undefined): Buffer;
export function sshArmor(bytes: Buffer): string;
export function sshKey(type?: string, options?: Options): CraftedSshKey;
export function sshBlobSignature(key: CraftedSshKey, data: Buffer, options?: Options): Buffer;
export function sshSign(key: CraftedSshKey, data: Buffer, options?: Options): string;
export function sshCertificate(key: CraftedSshKey, authority: CraftedSshKey, options?: Options): Buffer;
