import type { Position } from '../../kube/resource.ts';
import { text } from '../../plain-values.ts';
import type { Pod } from '../model/pod.ts';
import { isOpenText } from '../pod-security/open-text.ts';

/** A pod that may no longer be kept from the kernel of its node by a sandbox or a machine of its own. */
export interface LostSandbox {
  /** The RuntimeClass that it asked for. */
  readonly former: string;
  /** The one that it asks for now; undefined where it asks for none. */
  readonly now: string | undefined;
  readonly position: Position;
  readonly removedAt: Position;
}

/** Words in the names of RuntimeClasses of sandboxes (the handlers and manuals of these runtimes); each cluster has names of its own. */
const sandbox =
  /(?<![a-z])(?:gvisor|runsc|kata(?:-?containers)?|firecracker|sandbox(?:ed)?|sysbox|hyperv|edera|quark|confidential|peer-?pods?|cloud-?hypervisor|fc|clh|qemu|microvm)(?![a-z])/i;
const without = /(?<![a-z])(?:no|non|not|without)-|-(?:disabled|off|none)$/i;

const isSandbox = (name: string) => sandbox.test(name) && !without.test(name);

/** What a name says itself: what is around variables and actions, and the texts in these, which may be defaults. */
function stated(name: string): string {
  return name
    .replace(/\{\{([^{}]{0,500})\}\}/g, (_, code: string) => ` ${(code.match(/"[^"]*"/g) ?? []).join(' ')} `)
    .replace(/\$\{[^{}]{0,500}\}/g, ' ');
}

/** The sandbox that a pod asked for by its RuntimeClass, and no longer does. One that a template fills in now may be any, and counts as none. */
export function lostSandbox(before: Pod, after: Pod): LostSandbox | undefined {
  const [former, now] = [before, after].map(({ spec }) => text(spec.runtimeClassName));
  if (former === undefined || !isSandbox(stated(former))) return undefined;
  if (now !== undefined && !isOpenText(now) && isSandbox(now)) return undefined;
  const position = now === undefined ? after.at([]) : after.at(['runtimeClassName']);
  return { former, now, position, removedAt: before.at(['runtimeClassName']) };
}
