import type { Random } from './random.js';

// None of these is anybody's name: given names and surnames are both made up.
// prettier-ignore
const givenNames = [
  'Amelunda', 'Brisandro', 'Clorinta', 'Dalimeno', 'Ernubia', 'Fabrisol', 'Gualmira', 'Hortanio', 'Ilvarina',
  'Jacinardo', 'Leocandra', 'Marfilio', 'Nerulia', 'Olegrano', 'Pradelia', 'Quinterio', 'Rosaluna', 'Silvandro',
  'Tomirana', 'Ubaldrino', 'Violuna', 'Yolimaro', 'Zenobria', 'Ñandulio',
];

// prettier-ignore
const surnames = [
  'Nubarrales', 'Pedrolunga', 'Aguacierva', 'Montelirio', 'Cascabelo', 'Brumavilla', 'Colibrante', 'Rocamusgo',
  'Farolindo', 'Trigoverde', 'Solanube', 'Peñalarga', 'Vientoalto', 'Campanubio', 'Marimonte', 'Lunaroja',
  'Truenomanso', 'Bosquelargo', 'Arenázul', 'Cerrobúho',
];

// prettier-ignore
const cities = [
  'Arica', 'Iquique', 'Antofagasta', 'Copiapó', 'La Serena', 'Valparaíso', 'Santiago', 'Rancagua', 'Talca', 'Chillán',
  'Concepción', 'Los Ángeles', 'Temuco', 'Valdivia', 'Osorno', 'Puerto Montt', 'Coyhaique', 'Punta Arenas',
];

/** A customer as the help desk exports one. */
export interface ExportedCustomer {
  readonly nombre: string;
  readonly ciudad: string;
  readonly correo?: string;
}

export function customer(random: Random): ExportedCustomer {
  const nombre = `${random.pick(givenNames)} ${random.pick(surnames)}`;
  return { nombre, ciudad: random.pick(cities) };
}

// The bot attends another company's clients, in another country.
const townsOfTheBot = ['Maracaibo', 'Cabimas', 'Ciudad Ojeda', 'Caracas', 'Valencia', 'Barquisimeto', 'Mérida', 'Coro'];
const channels = ['WhatsApp', 'Facebook', 'Instagram', 'Google My Business'];

/** Somebody who writes to the bot, and where. */
export function writer(random: Random): { readonly cliente: ExportedCustomer; readonly canal: string } {
  const { nombre } = customer(random);
  return { cliente: { nombre, ciudad: random.pick(townsOfTheBot) }, canal: random.pick(channels) };
}

/** Letters without marks, at a domain that is reserved for examples. */
export function mailOf({ nombre }: ExportedCustomer): string {
  const letters = nombre
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z ]/g, '');
  return `${letters.replace(' ', '.')}@example.com`;
}

const sellers = ['Vera Cascabelo', 'Ilmo Trigoverde', 'Nerea Rocamusgo', 'Tadeo Farolindo', 'Oriana Solanube'] as const;

export type SellerName = (typeof sellers)[number];

export function seller(random: Random): SellerName {
  return random.pick(sellers);
}
