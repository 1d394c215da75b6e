import type { SellerName } from './people.js';
import type { Random } from './random.js';

/** A client who has a chat, by its number. */
export interface Client {
  readonly number: number;
  readonly seller: SellerName;
}

/** A phone number, as somebody or other writes it. No mobile of Chile begins with four zeros: these are nobody's. */
export function spelled({ number }: Client, random: Random): string {
  const last = String(number).padStart(4, '0');
  return random.pick([
    `+56 9 0000 ${last}`,
    `+5690000${last}`,
    `5690000${last}`,
    `56 9 0000-${last}`,
    `+56-9-0000-${last}`,
    `(56) 9 0000 ${last}`,
  ]);
}

/** Who may stand in for whom: a backup agent and a supervisor, or nobody. One who left is still among them. */
const standIns: Readonly<Record<SellerName, readonly (readonly [backup: string, supervisor: string])[]>> = {
  'Vera Cascabelo': [['Nerea Rocamusgo', 'Leonora Marimonte']],
  'Nerea Rocamusgo': [['Vera Cascabelo', 'Leonora Marimonte']],
  'Ilmo Trigoverde': [
    ['Nerea Rocamusgo', 'Leonora Marimonte'],
    ['Fabiela Brumavilla', 'Leonora Marimonte'],
  ],
  'Oriana Solanube': [
    ['Vera Cascabelo', 'Silvano Vientoalto'],
    ['Ilmo Trigoverde', 'Silvano Vientoalto'],
  ],
  'Tadeo Farolindo': [
    ['Nerea Rocamusgo', 'Berta Colibrante'],
    ['Gaspar Arenázul', 'Berta Colibrante'],
    ['', 'Silvano Vientoalto'],
    ['Oriana Solanube', ''],
  ],
};

const headings = ['Identificador de Usuario*', 'Ejecutivo*', 'Ejecutivo de Respaldo', 'Supervisor de Respaldo'];

/** The file that an administrator would upload. Some clients are too new to be in it. */
export function portfolioOf(clients: readonly Client[], random: Random): string {
  const rows = clients
    .filter(() => !random.isOneIn(7))
    .map((client) => [spelled(client, random), client.seller, ...random.pick(standIns[client.seller])]);
  return [headings, ...random.shuffled(rows)].map((cells) => `${cells.join(',')}\n`).join('');
}
