import { defineRules, type Rule } from '../kernel/decision.js';

const manual = 'manual-assignment';

/** The 32 rules of the manual on assigning by hand. */
export const rules = /* @__PURE__ */ defineRules({
  'ladder/scope': {
    statement: {
      es: 'Este procedimiento vale solo para una mudanza que hay que asignar a mano.',
      en: 'This procedure is only for a move that has to be assigned by hand.',
    },
    source: { manual, lines: [1, 3] },
    basis: 'manual',
    questions: ['LA-28', 'LA-29', 'LA-30'],
    parameters: ['zone'],
    normative: true,
  },
  'ladder/start-after-2h': {
    statement: {
      es: 'La asignación manual empieza solo cuando la mudanza supera la espera en «Buscando Empresa», que en el manual es de dos horas.',
      en: 'Manual assignment begins only once the move has exceeded the wait in “Buscando Empresa”, which is two hours in the manual.',
    },
    source: { manual, lines: [2, 4] },
    basis: 'manual',
    questions: ['LA-1', 'LA-2', 'LA-3', 'LA-7', 'LA-27'],
    parameters: ['searchThreshold'],
    normative: true,
  },
  'ladder/queue-source': {
    statement: {
      es: 'Las mudanzas por asignar se encuentran en el Dashboard CC, en la cola «Buscando Empresa».',
      en: 'The moves to be assigned are found on the Dashboard CC, in the queue “Buscando Empresa”.',
    },
    source: { manual, lines: [2, 4] },
    basis: 'manual',
    questions: ['LA-2'],
    normative: true,
  },
  'ladder/resend-first': {
    statement: {
      es: 'Antes que nada, la mudanza se reenvía a los MP por la vía automática.',
      en: 'Before anything else, the move is re-sent to the movers automatically.',
    },
    source: { manual, lines: [5] },
    basis: 'manual',
    questions: ['LA-6', 'LA-7'],
    parameters: ['researchRestart'],
    normative: true,
  },
  'ladder/resend-reaches-each-mp': {
    statement: {
      es: 'Con el reenvío, todos los MP reciben otra vez la oferta por WhatsApp.',
      en: 'With the re-send every mover gets the offer on WhatsApp again.',
    },
    source: { manual, lines: [5] },
    basis: 'manual',
    questions: ['LA-9', 'LA-20'],
    normative: true,
  },
  'ladder/resend-how': {
    statement: {
      es: 'Se reenvía con «Re enviar a MPs», en las operaciones de la vista de Clientes, a la que se entra con el ID de la mudanza.',
      en: 'The re-send is made with “Re enviar a MPs”, in the operations of the Clientes view, opened with the ID of the move.',
    },
    source: { manual, lines: [6] },
    basis: 'manual',
    questions: ['LA-6'],
    normative: true,
  },
  'ladder/lists-after-1h': {
    statement: {
      es: 'Cumplida la espera tras el reenvío (en el manual, una hora), si nadie tomó la mudanza, se envían las listas de WhatsApp.',
      en: 'Once the wait after the re-send is over (one hour in the manual), and if nobody has taken the move, the WhatsApp lists go out.',
    },
    source: { manual, lines: [7] },
    basis: 'manual',
    questions: ['LA-3', 'LA-4', 'LA-5', 'LA-6', 'LA-8'],
    parameters: ['resendWait', 'researchRestart'],
    normative: true,
  },
  'ladder/stop-once-assigned': {
    statement: {
      es: 'Ya asignada la mudanza, no corresponde ningún otro paso de la búsqueda.',
      en: 'Once the move is assigned, no further step of the search is due.',
    },
    source: { manual, lines: [7] },
    basis: 'manual',
    questions: ['LA-20', 'LA-27'],
    normative: true,
  },
  'ladder/lists-segment': {
    statement: {
      es: 'Las listas de WhatsApp se arman según uno de los cuatro cubicajes o según la región de cada MP.',
      en: 'The WhatsApp lists are drawn up by volume class, one of four, or by the region of each mover.',
    },
    source: { manual, lines: [8] },
    basis: 'manual',
    questions: ['LA-10', 'LA-11', 'LA-12'],
    parameters: ['segmentBy'],
    normative: true,
  },
  'ladder/lists-content': {
    statement: {
      es: 'El mensaje a las listas lleva los datos del servicio que se ofrece.',
      en: 'The message to the lists carries the details of the service on offer.',
    },
    source: { manual, lines: [9] },
    basis: 'manual',
    questions: ['LA-8'],
    normative: true,
  },
  'ladder/lists-template': {
    statement: {
      es: 'El mensaje a los MP de las listas sigue el modelo dado, pero no tiene que ser idéntico.',
      en: 'The message to the movers on the lists follows the model given, but need not be the same.',
    },
    source: { manual, lines: [10] },
    basis: 'manual',
    questions: ['LA-9'],
    normative: true,
  },
  'ladder/ask-why-on-no': {
    statement: {
      es: 'A todo MP que rechaza se le pide el motivo.',
      en: 'Every mover who declines is asked for the reason.',
    },
    source: { manual, lines: [11] },
    basis: 'manual',
    normative: true,
  },
  'ladder/date-refusal-availability': {
    statement: {
      es: 'Al MP que rechaza por la fecha se le consulta cuándo podría hacer el servicio.',
      en: 'A mover who declines because of the date is asked when they could do the service.',
    },
    source: { manual, lines: [11] },
    basis: 'manual',
    normative: true,
  },
  'ladder/offer-date-change-before-impossibility': {
    statement: {
      es: 'Si nadie más puede, y un MP puede otro día, ese cambio se propone al cliente antes de dar la imposibilidad.',
      en: 'If nobody else can, and a mover can on another day, that change is offered to the client before the move is declared impossible.',
    },
    source: { manual, lines: [11] },
    basis: 'manual',
    normative: true,
  },
  'ladder/price-refusals-report': {
    statement: {
      es: 'Cuando varios MP rechazan a causa del precio, se avisa tanto al team leader como al head.',
      en: 'When several movers decline because of the price, both the team leader and the head are told.',
    },
    source: { manual, lines: [11] },
    basis: 'manual',
    questions: ['LA-13', 'LA-14'],
    parameters: ['several'],
    normative: true,
  },
  'ladder/price-review-purpose': {
    statement: {
      es: 'Propósito del aviso por precio: que el team leader y el head reconsideren el precio del servicio.',
      en: 'Purpose of the report on price: that the team leader and the head reconsider the price of the service.',
    },
    source: { manual, lines: [11] },
    basis: 'manual',
    questions: ['LA-15'],
    normative: false,
  },
  'ladder/first-confirmer-wins': {
    statement: {
      es: 'Entre los MP que aceptan, va primero el que aceptó antes.',
      en: 'Among the movers who accept, the one who accepted earliest comes first.',
    },
    source: { manual, lines: [12] },
    basis: 'manual',
    questions: ['LA-16', 'LA-17', 'LA-18', 'LA-19', 'LA-20'],
    normative: true,
  },
  'ladder/assign-send-offer': {
    statement: {
      es: 'Para asignar al MP elegido se pulsa «Enviar oferta» y después se vuelve atrás.',
      en: 'To assign the mover chosen, press “Enviar oferta” and then go back.',
    },
    source: { manual, lines: [14] },
    basis: 'manual',
    questions: ['LA-9'],
    normative: true,
  },
  'ladder/assign-verify-winner': {
    statement: {
      es: 'Tras la oferta se comprueba que el MP elegido aparezca como «empresa ganadora».',
      en: 'After the offer, check that the mover chosen is shown as “empresa ganadora”.',
    },
    source: { manual, lines: [14] },
    basis: 'manual',
    questions: ['LA-19'],
    normative: true,
  },
  'ladder/assign-verify-chat': {
    statement: {
      es: 'Tras la oferta se comprueba también que el chat con el MP elegido esté habilitado.',
      en: 'After the offer, check too that the chat with the mover chosen is enabled.',
    },
    source: { manual, lines: [14] },
    basis: 'manual',
    questions: ['LA-19'],
    normative: true,
  },
  'ladder/assign-confirm-mp': {
    statement: {
      es: 'Al MP se le avisa que el servicio es suyo solo después de las dos comprobaciones: ganador y chat.',
      en: 'The mover is told that the service is theirs only after both checks: winner and chat.',
    },
    source: { manual, lines: [15] },
    basis: 'manual',
    questions: ['LA-19'],
    normative: true,
  },
  'ladder/inter-only-after-lists': {
    statement: {
      es: 'Un servicio inter tiene un paso más, y solo cuando con las listas no apareció nadie.',
      en: 'An inter service has one step more, and only when the lists have found nobody.',
    },
    source: { manual, lines: [16, 17] },
    basis: 'manual',
    questions: ['LA-9', 'LA-12', 'LA-21'],
    normative: true,
  },
  'ladder/inter-which-mps': {
    statement: {
      es: 'La búsqueda inter apunta a los MP que viajarán a las zonas del servicio o se encontrarán allí.',
      en: 'The inter search looks for movers who will travel to the zones of the service or will be there.',
    },
    source: { manual, lines: [17] },
    basis: 'manual',
    questions: ['LA-22'],
    parameters: ['matchMode'],
    normative: true,
  },
  'ladder/inter-direct-offer': {
    statement: {
      es: 'A los MP de la búsqueda inter se les ofrece el servicio de forma individual, sin listas.',
      en: 'The movers of the inter search are offered the service one by one, without lists.',
    },
    source: { manual, lines: [17] },
    basis: 'manual',
    normative: true,
  },
  'ladder/inter-date-range': {
    statement: {
      es: 'La búsqueda inter abarca solo las fechas en que el cliente puede mudarse.',
      en: 'The inter search covers only the dates on which the client can move.',
    },
    source: { manual, lines: [18] },
    basis: 'manual',
    questions: ['LA-23'],
    normative: true,
  },
  'ladder/inter-filters': {
    statement: {
      es: 'La búsqueda inter se limita a mudanzas del mismo país, en «esperando mudanza» y de categoría «inter».',
      en: 'The inter search is limited to moves of the same country, in “esperando mudanza” and of the category “inter”.',
    },
    source: { manual, lines: [18] },
    basis: 'manual',
    questions: ['LA-21', 'LA-30'],
    normative: true,
  },
  'ladder/inter-match': {
    statement: {
      es: 'En la búsqueda inter sirve el MP que ya tiene otra mudanza que encaja con el servicio, por su origen o por su destino.',
      en: 'In the inter search the movers wanted are those who already have another move that fits the service, by its origin or its destination.',
    },
    source: { manual, lines: [19] },
    basis: 'manual',
    questions: ['LA-9', 'LA-22', 'LA-23'],
    parameters: ['matchMode'],
    normative: true,
  },
  'ladder/inter-outbound-leg': {
    statement: {
      es: 'Sirve el MP que puede aprovechar el servicio como viaje de ida hacia otra mudanza que ya es suya.',
      en: 'A mover fits who can use the service as the way out to another move that is theirs already.',
    },
    source: { manual, lines: [20] },
    basis: 'manual',
    questions: ['LA-22'],
    normative: true,
  },
  'ladder/inter-accept-assigns': {
    statement: {
      es: 'Si un MP de la búsqueda inter acepta, se le asigna con los mismos pasos que a cualquier otro.',
      en: 'If a mover of the inter search accepts, they are assigned by the same steps as any other.',
    },
    source: { manual, lines: [21] },
    basis: 'manual',
    normative: true,
  },
  'ladder/exhausted-gate': {
    statement: {
      es: 'La búsqueda se agota cuando, para la fecha pedida, fallaron todas las vías: reenvío, listas y, si es inter, la búsqueda por zonas.',
      en: 'The search is exhausted once every way has failed for the date asked for: re-send, lists and, for inter, the search by zones.',
    },
    source: { manual, lines: [16, 22] },
    basis: 'reading',
    questions: ['LA-9', 'LA-12', 'LA-24'],
    normative: true,
  },
  'ladder/impossibility-window': {
    statement: {
      es: 'Se contacta al cliente solo dentro del plazo para dar la imposibilidad, aunque la búsqueda esté agotada.',
      en: 'The client is contacted only within the period for declaring the move impossible, even if the search is exhausted.',
    },
    source: { manual, lines: [22] },
    basis: 'manual',
    questions: ['LA-25', 'LA-26'],
    normative: true,
  },
  'ladder/handoff-to-client-mail': {
    statement: {
      es: 'Agotada la búsqueda, y dentro del plazo para dar la imposibilidad, toca escribir al cliente por correo.',
      en: 'With the search exhausted, and within the period for declaring the move impossible, it is time to write to the client by mail.',
    },
    source: { manual, lines: [22] },
    basis: 'manual',
    questions: ['LA-24', 'LA-26'],
    normative: true,
  },
} satisfies Record<string, Rule>);

/** The id of a rule of this system. */
export type RuleId = keyof typeof rules;
