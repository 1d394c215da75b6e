import type { ConversationWords } from './conversation-words.js';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const list = new Intl.ListFormat('es', { type: 'conjunction' });

export const conversationWordsEs: ConversationWords = {
  heading: (conversations, due, waiting) =>
    `${plural(conversations, 'conversación', 'conversaciones')} del bot: ${due} con algo por hacer ahora, ${waiting} en espera`,
  groups: {
    answer: 'Contestar a quien escribió al bot',
    case: 'Llevar el caso de soporte',
    close: 'Terminar el cierre a medias',
    load: 'Subir el contacto al CRM',
    classify: 'Clasificar la conversación',
    judge: 'Requiere el criterio de una persona',
    wait: 'En espera',
  },
  noAgent: 'sin agente',

  talkSteps: {
    'reply-comment': 'Responder el comentario, con emojis',
    'call-user': 'Llamar al cliente que hizo el ticket',
    'locate-user': 'Ubicar en Respond.io al cliente que hizo el ticket',
    'monitor-case': 'Seguir el caso hasta resolverlo',
    'reactivate-bot': 'Cierre, paso 2 de 3: reactivar el bot',
    'click-close': 'Cierre, paso 3 de 3: pulsar el botón verde; queda abierta, con el bot y sin agente',
  },
  hook: (snippet) => `Enganchar al bot con el snippet ${snippet}`,
  messages: {
    'case-3': 'Avisar que el caso sigue abierto',
    closing: 'Cierre, paso 1 de 3: enviar la respuesta de cierre',
    'contact-request': 'Pedir los datos de contacto',
    'capture-call': 'Proponer la llamada de captación',
    'central-phone': 'Dar el teléfono de la central',
  },
  needs: {
    department: 'Averiguar el departamento del caso, que el aviso debe nombrar',
    agent: 'Averiguar el agente del caso, que el aviso debe nombrar',
    zone: 'Averiguar la zona horaria del cliente',
  },
  classify: 'Clasificar la conversación',
  missing: (parts) => `falta: ${parts}`,
  parts: { section: 'sección', agent: 'agente', tag: 'etiqueta' },
  comment: (id) => `comentario ${id}`,

  loadingSteps: {
    'load-to-crm': 'Subir el contacto al CRM',
    'send-survey': 'La automatización falló: enviar a mano el snippet y la encuesta',
    wait: 'Esperar: todavía no arranca la automatización del CRM',
    'await-data': 'Esperar los datos que se le pidieron al cliente',
    'await-survey': 'Esperar la respuesta a la encuesta',
  },
  runAutomation: (steps) => `Automatización del CRM: ${steps}`,
  automationSteps: {
    'add-tag': (tag) => `poner la etiqueta «${tag}»`,
    'ask-contact': () => 'pedir los datos de contacto',
    'load-to-crm': () => 'subirlos al CRM',
  },
  judge: (gap) => `Decidir: ${gap}`,
  gaps: { 'contact-unknown': 'el campo pide subirlo, y no se conoce el contacto' },
  nearest: { 'ask-contact': 'lo más cercano: pedir los datos de contacto' },
  key: (key) => `clave ${key}`,

  quoted: (text) => `«${text}»`,

  quiet: (count, reasons) =>
    `${plural(count, 'conversación no necesita', 'conversaciones no necesitan')} a nadie: ${reasons}.`,
  quietReasons: {
    'bot-attends': (count) => plural(count, 'atendida por el bot', 'atendidas por el bot'),
    'person-attends': (count) => plural(count, 'atendida por una persona', 'atendidas por una persona'),
    'closed-out': (count) =>
      plural(count, 'cerrada (con el bot, abierta y sin agente)', 'cerradas (con el bot, abiertas y sin agente)'),
  },
  replayed: (late, duplicate, idle, refused) =>
    `Sucesos de las conversaciones: ${late} tardíos, ${duplicate} repetidos, ${idle} sin efecto, ${refused} rechazados.`,

  round: (places) => `Ronda de seguimiento del bot: ${list.format(places)}`,
  roundSteps: {
    review: 'Repasar las conversaciones',
    read: 'Leer qué quiere el cliente, o qué problema tiene',
    verify: 'Comprobar que el bot haya contestado bien',
    classify: 'Clasificar al cliente',
    'load-to-crm': 'Llevarlo al CRM',
  },
};
