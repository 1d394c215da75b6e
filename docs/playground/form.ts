import type { Json } from 'pauta/spec';

/** As much of JSON Schema as zod writes for what may be given. */
export interface Shape {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly format?: string;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly additionalProperties?: boolean | Shape;
  readonly $ref?: string;
  /** What a new value begins as. */
  readonly default?: Json;
}

/** How one value is edited. */
export type Field =
  | { readonly kind: 'instant' | 'day' | 'duration' | 'text' | 'number' | 'flag' | 'json' }
  | { readonly kind: 'choice'; readonly values: readonly Json[] }
  | { readonly kind: 'either'; readonly options: readonly Shape[]; readonly chosen: number }
  | { readonly kind: 'object'; readonly shape: Shape }
  | { readonly kind: 'list'; readonly item: Shape }
  | { readonly kind: 'map'; readonly value: Shape };

/** Texts that are civil dates: JSON Schema does not say so. */
const days = [
  'moveDate',
  'dateFrom',
  'dateTo',
  'date',
  'availability',
  'teamAvailableOn',
  'deadline',
  'from',
  'to',
  'holidays',
];

/** A shape without what stands around it: references, nested alternatives, `null`. */
interface Bare {
  readonly options: readonly Shape[];
  readonly isNullable: boolean;
}

function bare(shape: Shape, root: Shape): Bare {
  if (shape.$ref === '#') return { options: [root], isNullable: false };
  const parts = shape.anyOf ?? shape.oneOf;
  if (parts !== undefined) {
    const inner = parts.map((part) => bare(part, root));
    return { options: inner.flatMap(({ options }) => options), isNullable: inner.some((one) => one.isNullable) };
  }
  const types = [shape.type ?? []].flat();
  const [type] = types.filter((name) => name !== 'null');
  const isNullable = types.includes('null');
  return type === undefined && isNullable
    ? { options: [], isNullable }
    : { options: [type === undefined ? shape : { ...shape, type }], isNullable };
}

/** Whether `null` may stand there. */
export function isNullable(shape: Shape, root: Shape): boolean {
  return bare(shape, root).isNullable;
}

/** How the value of a field is edited; what does not have the form that it should is edited as JSON. */
export function fieldOf(shape: Shape, root: Shape, name: string, value: Json | undefined): Field {
  const field = fieldFor(bare(shape, root).options, name, value);
  return value === undefined || fits(field, value) ? field : { kind: 'json' };
}

function fieldFor(options: readonly Shape[], name: string, value: Json | undefined): Field {
  const [first = {}, ...more] = options;
  if (more.length === 0) return single(first, name);
  if (options.every((one) => one.const !== undefined)) {
    return { kind: 'choice', values: options.map((one) => one.const ?? null) };
  }
  if (options.every(({ type }) => type === 'object')) return { kind: 'object', shape: merged(options, value) };
  if (options.every(({ type }) => type === 'string' || type === 'number')) {
    return { kind: options.some(({ type, format }) => type === 'string' && format === undefined) ? 'day' : 'instant' };
  }
  return {
    kind: 'either',
    options,
    chosen: Math.max(
      0,
      options.findIndex((one) => typeof value === one.type),
    ),
  };
}

function single(shape: Shape, name: string): Field {
  if (shape.enum !== undefined) return { kind: 'choice', values: shape.enum };
  if (shape.const !== undefined) return { kind: 'choice', values: [shape.const] };
  switch (shape.type) {
    case 'boolean':
      return { kind: 'flag' };
    case 'number':
    case 'integer':
      return { kind: 'number' };
    case 'array':
      return { kind: 'list', item: shape.items ?? {} };
    case 'object':
      return typeof shape.additionalProperties === 'object'
        ? { kind: 'map', value: shape.additionalProperties }
        : { kind: 'object', shape };
    case 'string':
      if (shape.format === 'date-time') return { kind: 'instant' };
      if (shape.format === 'duration') return { kind: 'duration' };
      if (shape.format === 'time') return { kind: 'text' };
      return { kind: days.includes(name) ? 'day' : 'text' };
    default:
      return { kind: 'json' };
  }
}

/** Objects that differ by one closed field are edited as one: that field offers what any of them takes. */
function merged(options: readonly Shape[], value: Json | undefined): Shape {
  const [first = {}] = options;
  const valuesOf = (shape: Shape, name: string): readonly Json[] => {
    const { enum: several, const: one } = shape.properties?.[name] ?? {};
    return several ?? (one === undefined ? [] : [one]);
  };
  const telling = Object.keys(first.properties ?? {}).find((name) =>
    options.every((option) => valuesOf(option, name).length > 0),
  );
  if (telling === undefined) return first;
  const told = isRecord(value) ? value[telling] : undefined;
  const option = options.find((one) => valuesOf(one, telling).some((known) => known === told)) ?? first;
  const all = { enum: options.flatMap((one) => valuesOf(one, telling)) };
  return { ...option, properties: { ...option.properties, [telling]: all } };
}

function fits(field: Field, value: Json): boolean {
  switch (field.kind) {
    case 'object':
    case 'map':
      return isRecord(value);
    case 'list':
      return Array.isArray(value);
    case 'flag':
      return typeof value === 'boolean';
    case 'number':
    case 'instant':
    case 'day':
      return typeof value === 'number' || typeof value === 'string';
    case 'text':
    case 'duration':
      return typeof value === 'string';
    case 'choice':
      return typeof value !== 'object';
    default:
      return true;
  }
}

/** Whether a value is an object with fields. */
export function isRecord(value: unknown): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One field of an object. */
export interface Member {
  readonly name: string;
  readonly shape: Shape;
  readonly isRequired: boolean;
}

/** The fields of an object that stand in a value, those it does not know after the rest; and those that may be added. */
export function membersOf(shape: Shape, value: Readonly<Record<string, Json>>): { given: Member[]; absent: Member[] } {
  const known = Object.entries(shape.properties ?? {}).map(([name, one]) => ({
    name,
    shape: one,
    isRequired: shape.required?.includes(name) ?? false,
  }));
  const strange = Object.keys(value).filter((name) => !known.some((one) => one.name === name));
  return {
    given: [
      ...known.filter(({ name }) => Object.hasOwn(value, name)),
      ...strange.map((name) => ({ name, shape: {}, isRequired: false })),
    ],
    absent: known.filter(({ name }) => !Object.hasOwn(value, name)),
  };
}

/** What a new field begins with. */
export interface Fresh {
  /** The present of the case, ISO 8601. */
  readonly now: string;
  /** Its civil date. */
  readonly date: string;
}

/** A first value for a field that is added: its own; or else of several, the first; of a yes or no, yes. */
export function blank(shape: Shape, root: Shape, name: string, fresh: Fresh): Json {
  if (shape.default !== undefined) return shape.default;
  const field = fieldFor(bare(shape, root).options, name, undefined);
  switch (field.kind) {
    case 'instant':
      return fresh.now;
    case 'day':
      return fresh.date;
    case 'duration':
      return 'PT1H';
    case 'number':
      return Math.max(0, bare(shape, root).options[0]?.minimum ?? 0);
    case 'flag':
      return true;
    case 'choice':
      return field.values[0] ?? '';
    case 'either':
      return blank(field.options[0] ?? {}, root, name, fresh);
    case 'list':
      return bare(shape, root).options.some(({ minItems = 0 }) => minItems > 0)
        ? [blank(field.item, root, name, fresh)]
        : [];
    case 'map':
      return {};
    case 'object': {
      const { properties = {}, required = [] } = field.shape;
      return Object.fromEntries(required.map((one) => [one, blank(properties[one] ?? {}, root, one, fresh)]));
    }
    default:
      return '';
  }
}

/** What stands in the box of a field. */
export function textOf(field: Field, value: Json | undefined): string {
  if (value === undefined) return '';
  return field.kind !== 'json' && typeof value === 'string' ? value : JSON.stringify(value);
}

/** What was written in the box of a field; what cannot be read stays as it was written, for the door to refuse. */
export function valueOf(field: Field, text: string): Json {
  switch (field.kind) {
    case 'number':
      return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
    case 'instant':
    case 'day':
      return /^-?\d{5,}$/.test(text) ? Number(text) : text;
    case 'flag':
      return text === 'true' || (text === 'false' ? false : text);
    case 'choice':
      return field.values.find((value) => textOf(field, value) === text) ?? text;
    case 'json':
      return jsonOf(text);
    default:
      return text;
  }
}

function jsonOf(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
