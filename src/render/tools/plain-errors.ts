/** Names that may be shown: of files, fields, kinds and objects. */
const name = String.raw`[\w./@-]{1,200}`;
/** An object as kustomize names it: `ConfigMap.v1.[noGrp]/a.[noNs]`. */
const object = String.raw`(\w{1,100})\.[\w.[\]-]{1,200}\/([\w-]{1,200})\.[\w.[\]-]{1,200}`;

const pattern = (source: string): RegExp => new RegExp(source);

/** What a tool says, and the same in plain words; the first that is found counts. Values are in none of them. */
const errors: readonly (readonly [RegExp, string])[] = [
  [/produces ID conflict/, 'the namespace that it sets makes two objects the same'],
  [pattern(`already registered id: ${object}`), '$1 $2 is in it twice'],
  [
    /Kind:"(\w{1,100})".{0,300}Name:"([\w.-]{1,200})".{0,300}behavior must be merge or replace/,
    'two generators make $1 $2',
  ],
  [/missing metadata\.name/, 'an object in it has no name'],
  [/missing Resource metadata/, 'a file that it takes in holds something without a kind and a name'],
  [/cycle detected/, 'it includes itself (cycle detected)'],
  [pattern(`failed to get the patch file from path\\((${name})\\)`), 'the patch file $1 is not there'],
  [pattern(`file sources: \\[(${name})\\]: open`), 'the file $1, which a generator packs, is not there'],
  [pattern(`evalsymlink failure on '(${name})'`), '$1, which it names, is not there'],
  [pattern(`open (${name}): no such file`), '$1, which it names, is not there'],
  [
    /invalid Kustomization: json: unknown field "([\w.-]{1,100})"/,
    'its kustomization has a field that kustomize does not know: $1',
  ],
  [/Go struct field Kustomization\.([\w.]{1,100}) of type \[\]/, 'the field $1 of its kustomization should be a list'],
  [
    /Go struct field Kustomization\.([\w.]{1,100}) of type (\w{1,30})/,
    'the field $1 of its kustomization should hold values of type $2',
  ],
  [/invalid Kustomization: yaml: line (\d{1,7})/, 'its kustomization is no YAML that can be read (line $1)'],
  [/kustomization\.yaml is empty/, 'a kustomization of it is empty'],
  [/kind should be Kustomization or Component/, 'the kind of its kustomization should be Kustomization or Component'],
  [pattern(`apiVersion for (\\w{1,20}) should be (${name})`), 'the apiVersion of its $1 should be $2'],
  [pattern(`yaml: line (\\d{1,7}): .{0,200} in File: (${name})`), '$2 is no YAML that can be read (line $1)'],
  [/unable to parse SM or JSON patch/, 'a patch of it is neither a strategic merge patch nor a JSON patch'],
  [pattern(`failed to find unique target for patch ${object}`), 'it patches $1 $2, which is not there'],
  [
    pattern(`(\\w{1,10}) operation does not apply: .{0,40}?"(${name})"`),
    'a JSON patch of it does not apply: $1 of $2, which is not there',
  ],
  [pattern(`nothing selected by ${object}`), 'a replacement takes from $1 $2, which is not there'],
  [/unable to load builtin (\w{1,100})/, 'kustomize has no plugin called $1'],
  [pattern(`cannot load (${name}): .{0,200}cannot unmarshal (?!yaml)\\w{1,20} into`), '$1 should be a mapping'],
  [pattern(`cannot load (${name}): .{0,200}yaml: (?:line \\d{1,7})?`), '$1 is no YAML that can be read'],
  [pattern(`chart\\.metadata\\.(\\w{1,40}) is required`), 'Chart.yaml states no $1'],
  [
    /requires kubeVersion: ([^\n]{1,60}) which is incompatible with Kubernetes v?([\w.+-]{1,40})/,
    'its chart is for Kubernetes $1, and it is built for $2',
  ],
  [
    pattern(`at '(${name})': (got \\w{1,20}, want \\w{1,20})`),
    'its values do not fit the schema of the chart at $1: $2',
  ],
  [pattern(`YAML parse error on (${name})`), 'what $1 gives is no YAML that can be read'],
  [
    pattern(`parse error at \\((${name}):\\d{1,7}\\): unclosed action started at ${name}:(\\d{1,7})`),
    'an action in $1 does not end (line $2)',
  ],
  [
    pattern(`parse error at \\((${name}):(\\d{1,7})\\): function "(\\w{1,100})" not defined`),
    'a template names a function that helm does not have ($1, line $2: function "$3" not defined)',
  ],
  [
    pattern(`(${name}):(\\d{1,7}):\\d{1,7}: executing [^\\n]{0,300}nil pointer evaluating [^\\n]{1,60}\\.(\\w{1,100})`),
    'a template asks for $3 of a value that is not set ($1, line $2)',
  ],
  [/nil pointer evaluating [^\n]{1,60}\.(\w{1,100})/, 'a template asks for $1 of a value that is not set'],
  [pattern(`no template "(${name})" associated`), 'a template includes $1, which is not defined'],
  [/range can't iterate over/, 'a template loops over a value that is neither a list nor a mapping'],
  [
    /wrong type for value; expected ([\w.[\]*]{1,60}); got ([\w.[\]*]{1,60})/,
    'a template uses a value of the wrong type: $1 is expected, and it is $2',
  ],
];

/** What a tool's message says, as a clause of a sentence; undefined for one that is not known. Each pattern is bounded. */
export function plainError(message: string): string | undefined {
  for (const [said, plain] of errors) {
    const found = said.exec(message);
    if (found !== null) return plain.replaceAll(/\$(\d)/g, (_, group: string) => found[Number(group)] ?? '');
  }
  return undefined;
}
