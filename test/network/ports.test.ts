import { describe, expect, test } from '@jest/globals';
import { describePorts } from '../../src/network/model/ports.ts';

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
