import type { Position } from '../../kube/resource.ts';
import { text } from '../../plain-values.ts';
import type { Pod } from '../model/pod.ts';

/** A pod that may no longer be kept from the kernel of its node by a sandbox or a machine of its own. */
export interface LostSandbox {
  /** The RuntimeClass that it asked for. */
  readonly former: string;
  /** The one that it asks for now; undefined where it asks for none. */
  readonly now: string | undefined;
  readonly position: Position;
  readonly removedAt: Position;
}

/** Names that RuntimeClasses of sandboxes have (handlers of containerd and CRI-O, and the manuals of these runtimes); each cluster has its own. */
const sandboxes =
  /gvisor|runsc|kata|firecracker|sandbox|sysbox|hyperv|edera|quark|confidential|peer-?pods?|cloud-?hypervisor|(?:^|-)(?:fc|clh|qemu|microvm)(?:-|$)/i;

/** The sandbox that a pod asked for by its RuntimeClass, and no longer does; one that a template fills in may be any. */
export function lostSandbox(before: Pod, after: Pod): LostSandbox | undefined {
  const [former, now] = [before, after].map(({ spec }) => text(spec.runtimeClassName));
  if (former === undefined || !sandboxes.test(former) || (now !== undefined && sandboxes.test(now))) return undefined;
  const position = now === undefined ? after.at([]) : after.at(['runtimeClassName']);
  return { former, now, position, removedAt: before.at(['runtimeClassName']) };
}
