import type { MoveWords } from './move-words.js';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const list = new Intl.ListFormat('es', { type: 'conjunction' });

export const moveWordsEs: MoveWords = {
  heading: (moves, due, waiting) =>
    `${plural(moves, 'mudanza', 'mudanzas')}: ${due} con algo por hacer ahora, ${waiting} en espera`,
  groups: {
    assign: 'Asignar al MP que aceptó',
    client: 'Atender al cliente de la mudanza',
    search: 'Seguir la búsqueda de MP',
    ask: 'Averiguar un dato que falta',
    judge: 'Requiere el criterio de una persona',
    wait: 'En espera',
  },
  services: { inter: 'inter', local: 'local' },

  searchSteps: {
    'resend-to-mps': 'Pulsar «Re enviar a MPs»',
    'collect-replies': 'Reunir respuestas a las listas, o declarar que no dieron a nadie',
    'search-inter-mps': 'Buscar MP que irán o estarán en esas zonas y ofrecerles el servicio',
    'send-offer': 'Pulsar «Enviar oferta» para el MP',
    'check-offer': 'Revisar en el detalle ganador y chat',
    'recheck-offer': 'Volver a revisar: el detalle no mostraba ganador y chat como deben estar',
    'confirm-to-mp': 'Confirmar al MP que el servicio es suyo',
    'contact-client': 'Empezar el contacto con el cliente',
  },
  waits: { resend: 'Esperar: todavía busca la plataforma', lists: 'Esperar a que el reenvío dé resultado' },
  sendLists: (segment) => `Enviar listas de difusión ${segment}`,
  segments: { volume: 'según el cubicaje', region: 'según la región', either: 'según el cubicaje o la región' },
  holds: { 'outside-impossibility-window': 'Esperar: ahora no se puede dar la imposibilidad' },
  news: {
    'mp-not-found': 'Registrar en el contacto que nadie puede en las nuevas fechas, y avisar al cliente',
    'mp-found': 'Registrar en el contacto que hay MP, y avisar al cliente',
  },
  withClient: 'Esperar lo que resulte del contacto con el cliente',

  contactSteps: {
    'call-now': 'Llamar al cliente',
    'send-call-record-mail': 'Enviar por mail el respaldo de la llamada',
    wait: 'Esperar la respuesta al mail; después, llamar',
    'await-reply': 'Esperar al cliente: ya se llamó y se escribió',
    'handle-reply': 'Leer la respuesta del cliente y registrar lo que dijo',
    'write-chat-note': 'Dejar en el chat la nota con la nueva fecha',
    'change-date': 'Cambiar la fecha en «operaciones»',
    'assign-available-mp': 'Asignar al MP de la fecha aceptada',
    'send-search-ack': 'Avisar al cliente que se buscarán equipos, y qué pasa si no hay',
    'update-dates': 'Cambiar en el sistema la fecha y las flexibilidades',
    'restart-broadcast': 'Iniciar de nuevo la difusión',
    'await-search': 'Esperar lo que resulte de la nueva búsqueda',
    'await-dates': 'Esperar las nuevas fechas del cliente',
    'send-found-mail': 'Avisar al cliente que se encontró MP',
    'assign-mp': 'Asignar al MP de la nueva búsqueda',
    'send-not-found-mail': 'Avisar al cliente que no se encontró MP, y ofrecerle la devolución',
    'await-answer': 'Esperar lo que decida el cliente sobre la devolución',
    'send-refund-template': 'Responder con la plantilla de devolución',
    'apply-reverso': 'Aplicar el procedimiento de reverso',
  },
  helpMail: {
    1: 'Enviar el mail de ayuda con el primer párrafo (otra fecha)',
    2: 'Enviar el mail de ayuda con el segundo párrafo (pedir fechas)',
  },
  takeSteps: (steps) => `Seguir los pasos: ${steps}`,
  answerSteps: {
    'chat-note': 'nota en el chat',
    'change-date': 'cambio de fecha',
    'assign-available-mp': 'asignación al MP de esa fecha',
    'refund-template': 'plantilla de devolución',
    reverso: 'reverso',
    'ack-search': 'aviso de la búsqueda',
    'update-dates': 'fechas en el sistema',
    rebroadcast: 'nueva difusión',
    'await-dates': 'espera de las fechas',
  },

  needs: {
    'impossibility-window': 'Averiguar si ya se puede dar la imposibilidad',
    'move-date': 'Averiguar la fecha de la mudanza',
    zone: 'Averiguar la zona horaria del origen',
  },
  gaps: {
    'move-date-passed': 'la fecha de la mudanza ya pasó',
    'move-is-today': 'la mudanza es hoy',
    'unanswered-call-after-mail': 'no contestó ni el mail ni la llamada',
    'mail-not-delivered': 'el mail no llegó',
    'rejects-without-refund': 'rechaza la fecha y no pide devolución',
    'not-flexible-without-refund': 'no es flexible y no pide devolución',
    contradictory: 'lo que dijo se contradice',
  },
  judge: (gap) => `Decidir: ${gap}`,
  nearest: { 'call-now': 'lo más cercano: llamar', 'ask-again': 'lo más cercano: volver a preguntar' },
  ends: {
    assigned: (count) => plural(count, 'asignada', 'asignadas'),
    refunded: (count) => plural(count, 'con devolución', 'con devolución'),
    cancelled: (count) => plural(count, 'cancelada', 'canceladas'),
  },

  duties: {
    'ask-why': (movers) => `Preguntar por qué no: ${movers}`,
    'ask-availability': (movers) => `Preguntar cuándo podría: ${movers}`,
    'report-price': (movers) => `Reportar el precio a team leader y head: ${movers}`,
  },
  also: (step) => `Además: ${step}`,
  canOn: (mp, date) => `${mp} puede el ${date}`,
  dates: (date, from, to) => (from === to ? date : `${date} (sirve del ${from} al ${to})`),
  movers: (mps) => list.format(mps),
  over: (count, ends) => `${plural(count, 'mudanza terminada', 'mudanzas terminadas')}: ${ends}.`,
};
