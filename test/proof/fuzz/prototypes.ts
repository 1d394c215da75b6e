/** Whatever is inherited from: to write to one of them would be seen on objects that have nothing to do with the input. */
const prototypes: Readonly<Record<string, object>> = {
  Object: Object.prototype,
  Array: Array.prototype,
  Function: Function.prototype,
  String: String.prototype,
  Number: Number.prototype,
  Boolean: Boolean.prototype,
  Map: Map.prototype,
  Set: Set.prototype,
  Promise: Promise.prototype,
  Error: Error.prototype,
  RegExp: RegExp.prototype,
  Date: Date.prototype,
  Uint8Array: Uint8Array.prototype,
  'Object itself': Object,
  'Array itself': Array,
  JSON,
  Math,
};

type Fields = readonly (readonly [PropertyKey, PropertyDescriptor])[];

function fieldsOf(object: object): Fields {
  return Reflect.ownKeys(object).map((key) => [
    key,
    Object.getOwnPropertyDescriptor(object, key) as PropertyDescriptor,
  ]);
}

/** Made before anything was read: says what has become of the prototypes since; empty: nothing has. */
export function prototypesWatched(): () => readonly string[] {
  const before = Object.entries(prototypes).map(([name, object]) => ({ name, object, fields: fieldsOf(object) }));
  const canary = { canary: true };
  return () => {
    const faults = before.filter(({ object, fields }) => !isSame(fieldsOf(object), fields)).map(({ name }) => name);
    const inherited: string[] = [];
    for (const key in canary) if (key !== 'canary') inherited.push(`every object has ${key}`);
    return [...faults, ...inherited];
  };
}

function isSame(fields: Fields, before: Fields): boolean {
  return (
    fields.length === before.length &&
    fields.every(([key, { value, get, set }], place) => {
      const [old, was] = before[place] as Fields[number];
      return key === old && Object.is(value, was.value) && get === was.get && set === was.set;
    })
  );
}

/** Takes off whatever was put on `Object.prototype`, so that one fault is not reported with each input that follows. */
export function prototypesCleaned(): void {
  for (const key of ['polluted', 'isAdmin', 'ok']) Reflect.deleteProperty(Object.prototype, key);
}
