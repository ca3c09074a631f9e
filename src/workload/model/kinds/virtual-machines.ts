import type { Resource } from '../../../kube/resource.ts';
import { entryOf, isMapping, list, type Mapping, mapping, text, valueUnder } from '../../../plain-values.ts';
import type { Path } from '../../../yaml/document.ts';
import type { Account, ItemPlace, Shape } from '../pod.ts';

const virtualMachines: Readonly<Record<string, Path>> = {
  VirtualMachine: ['spec', 'template'],
  VirtualMachineInstance: [],
  VirtualMachineInstanceReplicaSet: ['spec', 'template'],
  VirtualMachinePool: ['spec', 'virtualMachineTemplate', 'spec', 'template'],
};

/**
 * Virtual machines of KubeVirt 1.5 (api/core/v1/schema.go): a guest is given a token only by a volume `serviceAccount`, the pod around
 * it none (virt-controller, template.go). A `hostDisk` is a path of the node, which the guest writes to unless its disk is read-only; a
 * `containerDisk` and the kernel to boot are images.
 */
export function virtualMachineShapes({ group, kind, value }: Resource): readonly Shape[] | undefined {
  const path = group === 'kubevirt.io' || group === 'pool.kubevirt.io' ? entryOf(virtualMachines, kind) : undefined;
  if (path === undefined) return undefined;
  const template = valueUnder(value, ...path.map(String));
  const spec = mapping(mapping(template).spec);
  const at: Path = [...path, 'spec'];
  const accounts = list(spec.volumes).flatMap((volume, index): Account[] => {
    const name = text(valueUnder(volume, 'serviceAccount', 'serviceAccountName'));
    return name === undefined
      ? []
      : [{ name, path: [...at, 'volumes', index, 'serviceAccount', 'serviceAccountName'], isGiven: true }];
  });
  const volumes = [...volumesOf(spec, at), ...kernelOf(spec, at)];
  return [
    {
      part: '',
      path: at,
      spec: {
        automountServiceAccountToken: accounts.length > 0,
        volumes: volumes.map(({ volume }) => volume),
        otherMounts: guestDisks(spec),
      },
      fields: {
        automountServiceAccountToken: [...at, 'volumes'],
        volumes: { items: volumes.map(({ path: place }) => place) },
      },
      metadata: mapping(mapping(template).metadata),
      metadataPath: [...path, 'metadata'],
      isWhole: true,
      hasDefaultAccount: false,
      otherAccounts: accounts,
    },
  ];
}

interface Placed {
  readonly volume: Mapping;
  readonly path: ItemPlace;
}

function volumesOf(spec: Mapping, at: Path): readonly Placed[] {
  return list(spec.volumes).flatMap((each, index): Placed[] => {
    const { name, hostDisk, containerDisk } = mapping(each);
    const path = [...at, 'volumes', index];
    if (isMapping(hostDisk)) {
      const fields = { hostPath: [...path, 'hostDisk'] };
      return [{ volume: { name, hostPath: { path: hostDisk.path } }, path: { path, fields } }];
    }
    if (!isMapping(containerDisk)) return [];
    const fields = { image: [...path, 'containerDisk', 'image'] };
    return [{ volume: { name, image: { reference: containerDisk.image } }, path: { path, fields } }];
  });
}

function kernelOf(spec: Mapping, at: Path): readonly Placed[] {
  const path = ['domain', 'firmware', 'kernelBoot', 'container'];
  const reference = valueUnder(spec, ...path, 'image');
  return reference === undefined
    ? []
    : [{ volume: { name: 'kernelBoot', image: { reference } }, path: [...at, ...path] }];
}

/** How the guest has its volumes: a CD can only be read unless it is said otherwise (schema.go, DiskTarget, LunTarget, CDRomTarget). */
function guestDisks(spec: Mapping): readonly Mapping[] {
  return list(valueUnder(spec, 'domain', 'devices', 'disks')).map((each) => {
    const { name, disk, lun, cdrom } = mapping(each);
    const readOnly = isMapping(cdrom) ? cdrom.readonly !== false : mapping(disk ?? lun).readonly === true;
    return { name, readOnly };
  });
}
