import { describe, expect, test } from '@jest/globals';
import { actionsOf, withoutActions } from '../../src/render/model/go-template.ts';

describe('actions of a template', () => {
  test.each<[string, readonly string[]]>([
    ['{{ .a }}{{- .b -}}', [' .a ', ' .b ']],
    ['{{ "}}" | quote }}x', [' "}}" | quote ']],
    ['{{ `}}\n}}` }}{{ .a }}', [' `}}\n}}` ', ' .a ']],
    ['{{ "a\\"}}" }}', [' "a\\"}}" ']],
    ["{{/* don't }} */}}{{ .a }}", ["/* don't }} */", ' .a ']],
    ["{{- /* it's */ -}}{{ .a }}", [" /* it's */ ", ' .a ']],
    ['{{ "open }}\n{{ .a }}', [' "open ', ' .a ']],
    ['{{ `open }}{{ .a }}', [' `open ', ' .a ']],
  ])('%j', (source, actions) => expect(actionsOf(source)).toEqual(actions));

  test('what is in quotes is no text around them', () =>
    expect(withoutActions('a: {{ "}} b: c" }}\n')).toMatch(/^a: ⟦\w{12}⟧\n$/));
});
