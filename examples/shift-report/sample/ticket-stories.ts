import type { Random } from './random.js';

/** A ticket's insistence: when it was made and its latest date, in days from the present. */
interface InsistenceStory {
  readonly tipo: 'fuera de plazo' | 'inconformidad';
  readonly estado: 'abierta' | 'respondida';
  /** `null`: not known. */
  readonly plazo: number | null;
}

/** A kind of ticket, and how many of it the sample holds. */
export interface TicketStory {
  readonly times: number;
  readonly estado: 'abierto' | 'respondido' | 'anulado';
  /** The latest date, in days from the present; `null`: not known. */
  readonly plazo: (random: Random) => number | null;
  readonly postura: 'no sabe' | 'no conforme' | 'conforme';
  readonly producto?: 'desconocido';
  /** The date is known with a time of day. */
  readonly hasTime?: true;
  readonly insistencias?: (random: Random) => readonly InsistenceStory[];
}

const ahead = (random: Random): number => random.between(0, 9);
const past = (random: Random): number => -random.between(1, 12);
const longPast = (random: Random): number => -random.between(15, 25);
const recent = (random: Random): number => -random.between(1, 5);
const eitherKind = (random: Random): InsistenceStory['tipo'] => random.pick(['fuera de plazo', 'inconformidad']);

/** One insistence, of a kind, in a state, with a latest date. */
function insists(
  tipo: (random: Random) => InsistenceStory['tipo'],
  estado: InsistenceStory['estado'],
  plazo: (random: Random) => number | null,
): (random: Random) => readonly InsistenceStory[] {
  return (random) => [{ tipo: tipo(random), estado, plazo: plazo(random) }];
}

const late = (): InsistenceStory['tipo'] => 'fuera de plazo';
const disagrees = (): InsistenceStory['tipo'] => 'inconformidad';
const unknown = (): null => null;

export const stories: readonly TicketStory[] = [
  // Case 1
  { times: 15, estado: 'abierto', plazo: ahead, postura: 'no sabe' },
  { times: 4, estado: 'abierto', plazo: () => 0, postura: 'no sabe', hasTime: true },
  // Case 2
  { times: 14, estado: 'respondido', plazo: past, postura: 'no sabe' },
  // Case 3
  { times: 15, estado: 'abierto', plazo: past, postura: 'no sabe' },
  // Case 4
  { times: 12, estado: 'respondido', plazo: past, postura: 'no conforme' },
  // Case 5
  {
    times: 10,
    estado: 'respondido',
    plazo: longPast,
    postura: 'no conforme',
    insistencias: insists(disagrees, 'abierta', ahead),
  },
  // Case 6
  {
    times: 6,
    estado: 'abierto',
    plazo: longPast,
    postura: 'no sabe',
    insistencias: insists(eitherKind, 'respondida', recent),
  },
  // Case 7, the last of them with an insistence that was answered beside one that was not.
  { times: 6, estado: 'abierto', plazo: longPast, postura: 'no sabe', insistencias: insists(late, 'abierta', recent) },
  {
    times: 2,
    estado: 'respondido',
    plazo: longPast,
    postura: 'no conforme',
    insistencias: () => [
      { tipo: 'fuera de plazo', estado: 'respondida', plazo: -6 },
      { tipo: 'inconformidad', estado: 'abierta', plazo: -1 },
    ],
  },
  // Case 8
  {
    times: 6,
    estado: 'respondido',
    plazo: longPast,
    postura: 'no conforme',
    insistencias: insists(disagrees, 'respondida', recent),
  },

  // What the eight do not cover: annulled; both open; the second answer unknown; agreed; no date; no product.
  { times: 5, estado: 'anulado', plazo: past, postura: 'no sabe' },
  { times: 7, estado: 'abierto', plazo: longPast, postura: 'no sabe', insistencias: insists(late, 'abierta', ahead) },
  {
    times: 5,
    estado: 'respondido',
    plazo: longPast,
    postura: 'no sabe',
    insistencias: insists(disagrees, 'respondida', recent),
  },
  { times: 5, estado: 'respondido', plazo: past, postura: 'conforme' },
  { times: 3, estado: 'abierto', plazo: unknown, postura: 'no sabe' },
  {
    times: 2,
    estado: 'respondido',
    plazo: longPast,
    postura: 'no conforme',
    insistencias: insists(disagrees, 'abierta', unknown),
  },
  { times: 3, estado: 'abierto', plazo: past, postura: 'no sabe', producto: 'desconocido' },
];

/** What customers complain of, by product: the subject, and what they tell. */
export const complaints = {
  medidor: [
    ['Cobro excesivo', 'Le llegó la cuenta al triple y dice que en el departamento no vive nadie desde marzo.'],
    ['Lectura de medidor', 'Asegura que la lectura no coincide con la foto que sacó del medidor de gas.'],
    ['Corte de suministro', 'Pagó la cuenta atrasada y sigue sin gas de medidor; tiene una guagua en la casa.'],
    ['Visita técnica', 'El técnico no llegó a la revisión del medidor y nadie le avisó.'],
    ['Olor a gas', 'Sintió olor a gas cerca del medidor; ya pasó emergencias, pide el informe por escrito.'],
  ],
  envasado: [
    ['Cilindro con falla', 'El cilindro de 15 kilos llegó con la válvula mala y no enciende.'],
    ['Pedido no entregado', 'Pidió dos cilindros de 11 kilos el sábado y el camión nunca pasó.'],
    ['Cobro duplicado', 'Le cobraron dos veces el mismo balón con la tarjeta.'],
    ['Garantía de envase', 'Devolvió el envase y no le han reembolsado la garantía.'],
    ['Trato del repartidor', 'Dice que el repartidor no quiso subir el cilindro al tercer piso.'],
  ],
  granel: [
    ['Recarga atrasada', 'El estanque de granel está en 5 % y la recarga era para el lunes.'],
    ['Mantención de estanque', 'Le vence la certificación del estanque y no le dan hora de mantención.'],
    ['Diferencia de litros', 'La guía dice 900 litros y el marcador del estanque subió la mitad.'],
    ['Factura mal emitida', 'La factura del granel salió con el RUT de otra sociedad.'],
  ],
} as const;
