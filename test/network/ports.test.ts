import { describe, expect, test } from '@jest/globals';
import {
  areAllPorts,
  describePorts,
  holdsPorts,
  joinParts,
  type PortPart,
  type PortRange,
  portParts,
  portsCode,
  readPorts,
} from '../../src/network/model/ports.ts';

describe('describePorts', () => {
  const all = (protocol: string) => ({ protocol, first: 1, last: 65_535 });
  const others = [all('UDP'), all('SCTP')];

  test('all ports but few are named by these', () => {
    const ranges = [
      { protocol: 'TCP', first: 1, last: 8079 },
      { protocol: 'TCP', first: 8081, last: 65_535 },
    ];
    expect(describePorts([...ranges, ...others])).toBe('all ports but TCP 8080');
  });

  test('what leaves out much, or names ports, is named itself', () => {
    expect(describePorts(others)).toBe('all UDP ports, all SCTP ports');
    expect(describePorts([{ protocol: 'TCP', first: 80, last: 80 }, ...others])).toContain('TCP 80, all UDP ports');
    expect(describePorts([{ protocol: 'TCP', name: 'http' }, ...others])).toContain('TCP http');
    expect(describePorts(undefined)).toBe('all ports');
  });
});

const tcp = (first: number, last = first) => ({ protocol: 'TCP', first, last });
const whole = ['TCP', 'UDP', 'SCTP'].map((protocol) => ({ protocol, first: 1, last: 65_535 }));

describe('ports as a policy has them', () => {
  test.each<[unknown, unknown]>([
    [undefined, undefined],
    [[], undefined],
    [[{}], [tcp(1, 65_535)]],
    [[{ protocol: 'TCP' }, { protocol: 'UDP' }, { protocol: 'SCTP' }], undefined],
    [[{ protocol: 'TCP' }, { protocol: 'UDP' }], whole.slice(0, 2)],
    [[{ port: 80 }], [tcp(80)]],
    [[{ port: '80', endPort: 90 }], [tcp(80, 90)]],
    [[{ port: 80, endPort: 'x90' }], [tcp(80)]],
    [[{ port: 80, endPort: '90x' }], [tcp(80)]],
    [[{ port: 'http', protocol: 'UDP', endPort: 90 }], [{ protocol: 'UDP', name: 'http' }]],
    [
      [{ port: '8080x' }, { port: 'x8080' }],
      [
        { protocol: 'TCP', name: '8080x' },
        { protocol: 'TCP', name: 'x8080' },
      ],
    ],
  ])('%j', (value, expected) => {
    expect(readPorts(value)).toEqual(expected);
  });

  test.each<[readonly PortRange[], boolean]>([
    [whole, true],
    [[tcp(100, 65_535), tcp(1, 99), ...whole.slice(1)], true],
    [[tcp(101, 65_535), tcp(1, 99), ...whole.slice(1)], false],
    [[tcp(1, 65_535), tcp(5, 9), ...whole.slice(1)], true],
    [[tcp(2, 65_535), ...whole.slice(1)], false],
    [[tcp(1, 65_534), ...whole.slice(1)], false],
    [[tcp(0, 65_535), ...whole.slice(1)], true],
    [[{ protocol: 'TCP', name: 'http' }, ...whole.slice(1)], false],
    [whole.slice(1), false],
    [whole.slice(0, 2), false],
  ])('are all there are: %j %s', (ports, expected) => {
    expect(areAllPorts(ports)).toBe(expected);
  });

  test.each<[readonly PortRange[] | undefined, PortPart, boolean]>([
    [undefined, { protocol: 'other' }, true],
    [[], tcp(80), false],
    [whole, { protocol: 'other' }, false],
    [[tcp(80)], tcp(80), true],
    [[tcp(80)], { ...tcp(80), protocol: 'UDP' }, false],
    [[tcp(80, 90)], tcp(80, 90), true],
    [[tcp(80, 90)], tcp(79, 90), false],
    [[tcp(80, 90)], tcp(80, 91), false],
    [[tcp(1), tcp(80)], tcp(80), true],
    [[{ protocol: 'TCP', name: 'a' }], { protocol: 'TCP', name: 'a' }, true],
    [[{ protocol: 'TCP', name: 'a' }], { protocol: 'TCP', name: 'b' }, false],
    [[{ protocol: 'TCP', name: 'a' }], tcp(80), false],
    [[tcp(1, 65_535)], { protocol: 'TCP', name: 'a' }, true],
    [[tcp(2, 65_535)], { protocol: 'TCP', name: 'a' }, false],
    [[tcp(1, 65_534)], { protocol: 'TCP', name: 'a' }, false],
    [[tcp(1, 1)], { protocol: 'TCP', name: 'a' }, false],
  ])('%j hold %j: %s', (ranges, part, expected) => {
    expect(holdsPorts(ranges, part)).toBe(expected);
  });
});

describe('the parts that ranges divide all ports into', () => {
  const parts = (...ranges: readonly PortRange[]) =>
    portParts(ranges).map((part) =>
      'first' in part
        ? `${part.protocol} ${part.first}-${part.last}`
        : 'name' in part
          ? `${part.protocol} ${part.name}`
          : part.protocol,
    );
  const rest = ['UDP 1-65535', 'SCTP 1-65535'];
  test.each<[readonly PortRange[], readonly string[]]>([
    [[], ['TCP 1-65535', ...rest, 'other']],
    [[tcp(80)], ['TCP 1-79', 'TCP 80-80', 'TCP 81-65535', ...rest, 'other']],
    [
      [tcp(100, 200), tcp(9, 20)],
      ['TCP 1-8', 'TCP 9-20', 'TCP 21-99', 'TCP 100-200', 'TCP 201-65535', ...rest, 'other'],
    ],
    [[tcp(9, 65_535)], ['TCP 1-8', 'TCP 9-65535', ...rest, 'other']],
    [[tcp(9, 65_534)], ['TCP 1-8', 'TCP 9-65534', 'TCP 65535-65535', ...rest, 'other']],
    [
      [
        { protocol: 'TCP', name: 'a' },
        { protocol: 'TCP', name: 'a' },
        { protocol: 'UDP', name: 'a' },
      ],
      ['TCP 1-65535', ...rest, 'TCP a', 'UDP a', 'other'],
    ],
    [[{ protocol: 'X', first: 5, last: 5 }], ['TCP 1-65535', ...rest, 'X 1-4', 'X 5-5', 'X 6-65535', 'other']],
  ])('%j', (ranges, expected) => {
    expect(parts(...ranges)).toEqual(expected);
  });

  test('are joined again', () => {
    expect(joinParts(portParts([tcp(80)]))).toBeUndefined();
    expect(joinParts(portParts([tcp(80)]).slice(0, -1))).toEqual(whole);
    expect(
      joinParts([
        tcp(1, 9),
        tcp(10, 20),
        tcp(22),
        { ...tcp(23), protocol: 'UDP' },
        { protocol: 'UDP', name: 'a' },
        { ...tcp(24), protocol: 'UDP' },
      ]),
    ).toEqual([
      tcp(1, 20),
      tcp(22),
      { ...tcp(23), protocol: 'UDP' },
      { protocol: 'UDP', name: 'a' },
      { ...tcp(24), protocol: 'UDP' },
    ]);
    expect(joinParts([tcp(1, 65_535), { protocol: 'other' }])).toEqual([tcp(1, 65_535)]);
  });
});

test.each<[readonly PortRange[] | undefined, string, string]>([
  [undefined, 'all ports', '*'],
  [
    [tcp(80), tcp(80), tcp(81, 90), { protocol: 'UDP', name: 'dns' }],
    'TCP 80, TCP 81–90, UDP dns',
    'TCP/80,TCP/81-90,UDP/dns',
  ],
  [[tcp(1, 65_535)], 'all TCP ports', 'TCP/1-65535'],
  [[tcp(1, 65_534)], 'TCP 1–65534', 'TCP/1-65534'],
  [[tcp(2, 65_535)], 'TCP 2–65535', 'TCP/2-65535'],
  [[tcp(2, 65_535), ...whole.slice(1)], 'all ports but TCP 1', 'TCP/2-65535,UDP/1-65535,SCTP/1-65535'],
  [[tcp(1, 65_533), ...whole.slice(1)], 'all ports but TCP 65534–65535', 'TCP/1-65533,UDP/1-65535,SCTP/1-65535'],
  [
    [tcp(91, 65_535), tcp(1, 79), ...whole.slice(1)],
    'all ports but TCP 80–90',
    'TCP/91-65535,TCP/1-79,UDP/1-65535,SCTP/1-65535',
  ],
  [
    [tcp(2, 9), tcp(11, 19), tcp(21, 65_535), ...whole.slice(1)],
    'all ports but TCP 1, TCP 10, TCP 20',
    'TCP/2-9,TCP/11-19,TCP/21-65535,UDP/1-65535,SCTP/1-65535',
  ],
  [
    [tcp(2, 9), tcp(11, 19), tcp(21, 29), tcp(31, 65_535), ...whole.slice(1)],
    'TCP 2–9, TCP 11–19, TCP 21–29, TCP 31–65535, all UDP ports, all SCTP ports',
    'TCP/2-9,TCP/11-19,TCP/21-29,TCP/31-65535,UDP/1-65535,SCTP/1-65535',
  ],
  [[tcp(32_769, 65_535), ...whole.slice(1)], 'all ports but TCP 1–32768', 'TCP/32769-65535,UDP/1-65535,SCTP/1-65535'],
  [
    [tcp(32_770, 65_535), ...whole.slice(1)],
    'TCP 32770–65535, all UDP ports, all SCTP ports',
    'TCP/32770-65535,UDP/1-65535,SCTP/1-65535',
  ],
  [whole, 'all TCP ports, all UDP ports, all SCTP ports', 'TCP/1-65535,UDP/1-65535,SCTP/1-65535'],
  [
    [...whole, tcp(5, 9)],
    'all TCP ports, all UDP ports, all SCTP ports, TCP 5–9',
    'TCP/1-65535,UDP/1-65535,SCTP/1-65535,TCP/5-9',
  ],
])('%j are called %s, and in code %s', (ranges, words, code) => {
  expect([describePorts(ranges), portsCode(ranges)]).toEqual([words, code]);
});
