import { describe, expect, test } from '@jest/globals';
import { keyText, resolvePlain, resolveTagged, ScalarError } from '../../src/yaml/resolve-scalar.ts';

/** go-yaml v2's `resolve`: https://github.com/kubernetes-sigs/yaml/blob/master/goyaml.v2/resolve.go */
describe('a plain scalar', () => {
  test.each<[string, number]>([
    ['0', 0],
    ['-0', 0],
    ['+0', 0],
    ['9', 9],
    ['-9', -9],
    ['+9', 9],
    ['12345678901234', 12345678901234],
    ['-12345678901234', -12345678901234],
    ['123456789012345', 123456789012345],
    ['-123456789012345', -123456789012345],
    ['+123456789012345', 123456789012345],
    ['0x1F', 31],
    ['0X1f', 31],
    ['-0x1F', -31],
    ['+0x1F', 31],
    ['0x00000000000001F', 31],
    ['-0x00000000000001F', -31],
    ['0o17', 15],
    ['0O17', 15],
    ['-0o17', -15],
    ['017', 15],
    ['-017', -15],
    ['0b101', 5],
    ['0B101', 5],
    ['-0b101', -5],
    ['1_000', 1000],
    ['1__0_', 10],
    ['0_7', 7],
    ['0x_1F', 31],
    ['-9223372036854775808', -(2 ** 63)],
    ['+9223372036854775807', 2 ** 63],
    ['18446744073709551615', 2 ** 64],
    // Beyond 64 bits it is no integer any more, but still a number of decimal digits.
    ['18446744073709551616', 2 ** 64],
    ['-9223372036854775809', -(2 ** 63)],
    ['+9223372036854775808', 2 ** 63],
    ['0.5', 0.5],
    ['1.', 1],
    ['-1.5', -1.5],
    ['+1.5', 1.5],
    ['-.5', -0.5],
    ['+.5', 0.5],
    ['.5', 0.5],
    ['.5e3', 500],
    ['.5E-1', 0.05],
    ['.1_0', 0.1],
    ['.1_0e1_0', 0.1e10],
    ['1e3', 1000],
    ['1E+3', 1000],
    ['1e-3', 0.001],
    ['1.5e3', 1500],
    ['1_0.5_0', 10.5],
    ['08', 8],
    ['09.5', 9.5],
    ['.inf', Number.POSITIVE_INFINITY],
    ['.Inf', Number.POSITIVE_INFINITY],
    ['+.INF', Number.POSITIVE_INFINITY],
    ['-.inf', Number.NEGATIVE_INFINITY],
    ['-.Inf', Number.NEGATIVE_INFINITY],
    ['.nan', Number.NaN],
    ['.NaN', Number.NaN],
    ['.NAN', Number.NaN],
  ])('%s is the number %d', (text, value) => {
    expect(resolvePlain(text)).toBe(value === 0 ? 0 : value);
  });

  test.each<[boolean | null, string]>([
    [true, 'y Y yes Yes YES true True TRUE on On ON'],
    [false, 'n N no No NO false False FALSE off Off OFF'],
    [null, '~ null Null NULL'],
  ])('is %s where it is one of %s', (value, words) => {
    for (const word of words.split(' ')) expect([word, resolvePlain(word)]).toEqual([word, value]);
    expect(resolvePlain('')).toBeNull();
  });

  test.each([
    ...[
      'yES',
      'tRue',
      'falsE',
      'nULL',
      'oN',
      'oFF',
      'truex',
      ' true',
      '.iNf',
      '.nAN',
      '+.nan',
      '-.nan',
      '-.iNf',
      '..5',
    ],
    ...[
      '.',
      '.e5',
      '._5',
      '.5_',
      '.5__0',
      '.5e',
      '.5e_1',
      '.5e1_',
      '.5.5',
      'x.5',
      '.5x',
      '+',
      '-',
      '--1',
      '+-1',
      '1-',
      '1x',
    ],
    ...[
      '0x',
      '0o',
      '0b',
      '0xG',
      '0o8',
      '0b2',
      '0x1p-2',
      '0x1.8',
      '-0x',
      '1e',
      '1e+',
      '1.5.3',
      '1,000',
      '1:30',
      '_1',
      '+_',
      'x1',
    ],
    ...[
      '0xFFFFFFFFFFFFFFFFF',
      '-0x8000000000000001',
      '+0x8000000000000000',
      '1e400',
      '-1e400',
      '.5e400',
      '/1',
      ':1',
      '*',
      ',',
    ],
    ...[
      '2001-01-01',
      '2001-1-1',
      '2001-12-14t21:59:43.10-05:00',
      '2001-12-14T21:59:43Z',
      '2001-12-14 21:59:43.10',
      '2001-01-01x',
    ],
    '1'.repeat(401),
  ])('%s is text', (text) => {
    expect(resolvePlain(text)).toBe(text);
  });

  test('of 400 digits is a number, if it is not too large', () => {
    const text = `0.${'1'.repeat(398)}`;
    expect(resolvePlain(text)).toBe(Number(text));
    expect(resolvePlain(`${text}1`)).toBe(`${text}1`);
    expect(resolvePlain('0xFFFFFFFFFFFFFFFF')).toBe(2 ** 64);
    expect(resolvePlain('-0x8000000000000000')).toBe(-(2 ** 63));
    expect(resolvePlain('+0x7FFFFFFFFFFFFFFF')).toBe(2 ** 63);
  });
});

describe('a scalar with a tag', () => {
  const tagged = (tag: string, text: string) => {
    try {
      return resolveTagged(`tag:yaml.org,2002:${tag}`, text);
    } catch (error) {
      if (!(error instanceof ScalarError)) throw error;
      return error;
    }
  };

  test.each<[string, string, unknown]>([
    ['str', '1', '1'],
    ['str', 'true', 'true'],
    ['bool', 'yes', true],
    ['bool', 'false', false],
    ['int', '3', 3],
    ['int', '-0x1F', -31],
    ['int', '1_000', 1000],
    ['float', '3', 3],
    ['float', '.5', 0.5],
    ['float', '.inf', Number.POSITIVE_INFINITY],
    ['null', '~', null],
    ['null', '', null],
    ['timestamp', '2001-01-01', '2001-01-01'],
    ['timestamp', '2001-12-14T21:59:43.10-05:00', '2001-12-14T21:59:43.10-05:00'],
    ['timestamp', '2001-12-14 21:59:43,1', '2001-12-14 21:59:43,1'],
    ['map', 'x', 'x'],
    ['map', '1', '1'],
    ['seq', 'true', 'true'],
    ['binary', 'aGVsbG8=', 'hello'],
    ['binary', 'aGVs\nbG8=\r\n', 'hello'],
    ['binary', 'aA==', 'h'],
    ['binary', '', ''],
    ['binary', '/w==', '\ufffd'],
  ])('!!%s %s', (tag, text, value) => {
    expect(tagged(tag, text)).toEqual(value);
  });

  test.each([
    ['bool', '1'],
    ['bool', 'x'],
    ['int', 'x'],
    ['int', '1.5'],
    ['int', '.5'],
    ['int', '1e3'],
    ['int', '.inf'],
    ['int', '2001-01-01'],
    ['int', '18446744073709551616'],
    ['float', 'x'],
    ['float', 'true'],
    ['null', 'x'],
    ['null', 'false'],
    ['timestamp', '2001'],
    ['timestamp', 'x2001-01-01'],
    ['timestamp', '2001-01-01x'],
    ['timestamp', ''],
  ])('!!%s is refused of %s', (tag, text) => {
    expect(tagged(tag, text)).toEqual(new ScalarError(`a value is not what its tag !!${tag} demands`));
  });

  test.each(['a', 'aGVsbG8', 'aGVsbG8 ', ' aGVsbG8', 'aGV=bG8=', 'a===', '====', 'aGVsbG8=aA==', '-_-_', '=GVs'])(
    '!!binary is refused of %j',
    (text) => {
      expect(tagged('binary', text)).toEqual(new ScalarError('a !!binary value is not base64'));
    },
  );

  test('of one’s own is text', () => {
    expect(resolveTagged('!vault', '1')).toBe('1');
    expect(resolveTagged('xag:yaml.org,2002:int', 'x')).toBe('x');
    expect(resolveTagged('x:tag:yaml.org,2002:int', 'x')).toBe('x');
    expect(resolveTagged('tag:yaml.org,2002:intx', 'x')).toBe('x');
  });
});

/** sigs.k8s.io/yaml's convertToJSONableObject; numbers by Go's strconv.FormatInt and FormatFloat(value, 'g', -1, 32). */
describe('a key', () => {
  test.each<[string, string | undefined]>([
    ['0', '0'],
    ['-0', '0'],
    ['7', '7'],
    ['-7', '-7'],
    ['+7', '7'],
    ['1_000', '1000'],
    ['0x1F', '31'],
    ['-0x1F', '-31'],
    ['0o17', '15'],
    ['017', '15'],
    ['0b101', '5'],
    ['-0b101', '-5'],
    ['9007199254740993', '9007199254740993'],
    ['9223372036854775807', '9223372036854775807'],
    ['-9223372036854775808', '-9223372036854775808'],
    ['9223372036854775808', undefined],
    ['18446744073709551615', undefined],
    ['18446744073709551616', '1.8446744e+19'],
    ['true', 'true'],
    ['off', 'false'],
    ['~', undefined],
    ['x', 'x'],
    ['', undefined],
    ['0.0', '0'],
    ['-0.0', '-0'],
    ['0.5', '0.5'],
    ['-1.5', '-1.5'],
    ['.1', '0.1'],
    ['1e3', '1000'],
    ['100000.0', '100000'],
    ['999999.0', '999999'],
    ['1000000.0', '1e+06'],
    ['1234567.0', '1.234567e+06'],
    ['-1000000.5', '-1.0000005e+06'],
    ['123456.789', '123456.79'],
    ['16777217.0', '1.6777216e+07'],
    ['0.0001', '0.0001'],
    ['0.00001', '1e-05'],
    ['-0.00001', '-1e-05'],
    ['0.000012345', '1.2345e-05'],
    ['1e21', '1e+21'],
    ['1e-7', '1e-07'],
    ['1e-45', '1e-45'],
    ['1e-46', '0'],
    ['1e39', '.inf'],
    ['-1e39', '-.inf'],
    ['.inf', '.inf'],
    ['-.inf', '-.inf'],
    ['.nan', '.nan'],
    ['0.333333333333', '0.33333334'],
    ['3.4028235e38', '3.4028235e+38'],
    ['1e100', '.inf'],
    ['2001-01-01', '2001-01-01'],
  ])('%s is %s', (text, expected) => {
    expect(keyText(resolvePlain(text), text)).toBe(expected);
  });

  test('is none where it is a collection', () => {
    expect(keyText([], '')).toBeUndefined();
    expect(keyText({}, 'x')).toBeUndefined();
    expect(keyText(undefined, 'x')).toBeUndefined();
    expect(keyText('7', '')).toBe('7');
    expect(keyText(2 ** 53, '')).toBe('9.007199e+15');
    expect(keyText(15, undefined)).toBe('15');
    expect(keyText(1.5, undefined)).toBe('1.5');
    expect(keyText({}, undefined)).toBeUndefined();
  });
});
