import type { Conversation } from './conversation.js';
import type { Random } from './random.js';

// prettier-ignore
const parts = [
  'pastillas de freno delanteras', 'una bomba de agua', 'un espejo lateral', 'un foco delantero', 'un amortiguador trasero',
  'la correa de distribución', 'un radiador', 'un kit de embrague', 'una bobina de encendido', 'un parachoques trasero',
  'una manilla de puerta', 'un alternador', 'discos de freno', 'una rótula inferior', 'un sensor de oxígeno',
  'un farol trasero', 'una homocinética', 'filtros de aire y aceite',
];

const vehicles = ['un sedán', 'una camioneta', 'un furgón', 'un hatchback', 'un todoterreno', 'un station wagon'];

export function asksForPart(random: Random): string {
  const part = random.pick(parts);
  const vehicle = `${random.pick(vehicles)} del ${random.between(2006, 2022)}`;
  return random.pick([
    `Hola, buenos días. ¿Tendrán ${part} para ${vehicle}?`,
    `Buenas, ando buscando ${part} para ${vehicle}`,
    `Hola! me cotiza ${part}, es para ${vehicle} porfa`,
    `Estimados, necesito ${part} para ${vehicle}. ¿Hacen envíos a regiones?`,
    `Consulta, ¿les queda ${part} para ${vehicle}? Lo necesito con urgencia`,
  ]);
}

export function asksForPlate(random: Random): string {
  return random.pick([
    '¡Hola! Soy la asistente virtual. ¿Me indica la patente o el número de chasis, por favor?',
    'Con gusto le ayudo. Para buscar el repuesto correcto necesito la patente del vehículo.',
    'Claro que sí. ¿Me puede enviar el chasis? Aparece en el padrón.',
  ]);
}

/** Plates of four letters have no vowels, and chassis numbers no I, O or Q: these are nobody's. */
function givesPlate(random: Random): string {
  const digits = String(random.between(10, 99));
  return random.pick([
    `La patente es AEIO-${digits}`,
    `Chasis IOQ000000000000${digits}, motor 1.6`,
    `es la OIEA ${digits}, año en el padrón sale igual`,
  ]);
}

function asksForSide(random: Random): string {
  return random.pick([
    '¿Lo necesita para el lado izquierdo o el derecho?',
    'Gracias. ¿Es el del lado del conductor o el del acompañante?',
    'Perfecto. ¿Lo busca original o alternativo?',
  ]);
}

function givesSide(random: Random): string {
  return random.pick(['Izquierdo por favor', 'el del conductor', 'Alternativo nomás', 'Lado derecho, gracias']);
}

export function quotes(random: Random): string {
  const price = `$${random.between(12, 189)}.${random.pick(['490', '900', '990'])}`;
  return random.pick([
    `Buenos días. Sí, hay en bodega, a ${price}. Puede retirar hoy mismo.`,
    `Hola, le sale en ${price} con IVA. ¿Se lo dejo reservado?`,
    `Tenemos alternativo a ${price} y llega mañana por despacho. Quedo atento.`,
    `Le adjunto la cotización por ${price}. Dura tres días.`,
  ]);
}

export function pressesOn(random: Random): string {
  return random.pick([
    '¿Alguna novedad?',
    'Hola? sigo esperando el precio',
    '¿Entonces hay stock o no?',
    'Tengo el auto parado, cualquier cosa me avisa',
    '¿Me puede llamar alguien, por favor?',
  ]);
}

export function thanks(random: Random): string {
  return random.pick([
    'Muchas gracias, lo paso a buscar',
    'Ya, perfecto, gracias',
    'Gracias! mañana voy',
    'Impecable, se pasó',
  ]);
}

export function returns(random: Random): string {
  return random.pick([
    'Hola de nuevo, el repuesto que me mandaron no calza',
    'Buenas, me faltó preguntar por la garantía',
    'Disculpe, ¿al final lo puedo pagar contra entrega?',
    'Oiga, llegó con el conector quebrado 😕',
  ]);
}

export function followsUp(random: Random): string {
  return random.pick([
    '¡Hola! ¿Le sirvió el repuesto? Si necesita algo más, aquí estamos.',
    'Su pedido ya fue entregado. ¿Nos cuenta cómo le fue?',
  ]);
}

export function task(random: Random): string {
  return random.pick([
    'Enviar la cotización formal',
    'Confirmar el stock con bodega',
    'Pedir la guía de despacho',
    'Llamar por la garantía',
  ]);
}

/** A client's question to the AI and the talk about it; `minutes` before the present it began. */
export function talksWithAi(chat: Conversation, minutes: number, steps: number): void {
  const { random } = chat;
  chat.happens(minutes + 0.5, 'ia encendida');
  chat.client(minutes, asksForPart(random));
  if (steps > 0) chat.ai(minutes - 0.3, asksForPlate(random));
  if (steps > 1) chat.client(minutes - 0.9, givesPlate(random));
  if (steps > 2) chat.ai(minutes - 1.2, asksForSide(random));
  if (steps > 3) chat.client(minutes - 1.6, givesSide(random));
}

/** A seller answers a client's question with a price. */
export function isQuoted(chat: Conversation, minutes: number): void {
  chat.client(minutes + chat.random.between(4, 25), asksForPart(chat.random));
  chat.seller(minutes, quotes(chat.random));
}
