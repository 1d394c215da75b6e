import { defineRules, type Rule } from '../kernel/decision.js';

const manual = 'pending-chats';

/** The 28 rules of the manual on pending and resolved chats. */
export const rules = /* @__PURE__ */ defineRules({
  'pending/not-unread': {
    statement: {
      es: 'Lo pendiente no se deduce de lo no leído.',
      en: 'What is pending is not derived from what is unread.',
    },
    source: { manual, lines: [17] },
    basis: 'manual',
    normative: true,
  },
  'pending/definition-response': {
    statement: {
      es: 'Está pendiente quien necesita que un vendedor le responda; un chat vacío no espera nada.',
      en: 'Whoever needs an answer from a seller is pending; an empty chat waits for nothing.',
    },
    source: { manual, lines: [19] },
    basis: 'manual',
    questions: ['PE-19'],
    normative: true,
  },
  'pending/definition-action': {
    statement: {
      es: 'También está pendiente el chat en que al vendedor le queda una tarea, marcada después de su último mensaje.',
      en: 'A chat in which the seller still has a task, flagged after their last message, is pending too.',
    },
    source: { manual, lines: [19] },
    basis: 'manual',
    questions: ['PE-6'],
    normative: true,
  },
  'pending/client-unanswered': {
    statement: {
      es: 'El cliente escribió y ningún vendedor le ha respondido.',
      en: 'The client wrote, and no seller has answered.',
    },
    source: { manual, lines: [21] },
    basis: 'manual',
    questions: ['PE-8', 'PE-9', 'PE-11', 'PE-12', 'PE-13'],
    normative: true,
  },
  'pending/read-irrelevant': {
    statement: {
      es: 'Da igual que el mensaje se haya visto o no.',
      en: 'It makes no difference whether the message was seen.',
    },
    source: { manual, lines: [21] },
    basis: 'manual',
    normative: true,
  },
  'pending/last-by-ai': {
    statement: {
      es: 'Lo último que recibió el cliente lo escribió un agente de IA que ya no atiende.',
      en: 'The last thing that the client received was written by an AI agent that is no longer attending.',
    },
    source: { manual, lines: [22] },
    basis: 'manual',
    questions: ['PE-5', 'PE-20'],
    normative: true,
  },
  'pending/ai-answer-is-no-answer': {
    statement: {
      es: 'La respuesta de la IA no vale como respuesta del vendedor.',
      en: "The AI's answer does not stand for the seller's.",
    },
    source: { manual, lines: [28] },
    basis: 'manual',
    normative: true,
  },
  'pending/ai-process-exempt': {
    statement: {
      es: 'Mientras la IA atiende al cliente, dentro de su plazo, el chat no está pendiente.',
      en: 'While the AI attends the client, within its window, the chat is not pending.',
    },
    source: { manual, lines: [23] },
    basis: 'manual',
    questions: ['PE-3', 'PE-4'],
    normative: true,
  },
  'pending/ai-process-definition': {
    statement: {
      es: 'La IA atiende cuando conversa con el cliente: pide datos, aclara dudas o responde consultas, dentro del plazo.',
      en: 'The AI attends when it talks with the client: it asks for data, clarifies or answers questions, within the window.',
    },
    source: { manual, lines: [26] },
    basis: 'manual',
    questions: ['PE-1', 'PE-1b'],
    normative: true,
  },
  'pending/ai-window-parameter': {
    statement: {
      es: 'El plazo de la IA lo fija el negocio; se recomiendan cinco minutos.',
      en: "The business sets the AI's window; five minutes are recommended.",
    },
    source: { manual, lines: [26] },
    basis: 'manual',
    questions: ['PE-18'],
    normative: true,
  },
  'pending/ai-active-required': {
    statement: {
      es: 'Solo atiende una IA que está encendida.',
      en: 'Only an AI that is switched on attends.',
    },
    source: { manual, lines: [27] },
    basis: 'manual',
    questions: ['PE-5'],
    normative: true,
  },
  'pending/ai-window-exceeded': {
    statement: {
      es: 'La IA lleva más tiempo que su plazo con el cliente: debe tomarlo un vendedor.',
      en: 'The AI has been with the client for longer than its window: a seller must take over.',
    },
    source: { manual, lines: [27] },
    basis: 'manual',
    questions: ['PE-1', 'PE-2'],
    normative: true,
  },
  'pending/summary': {
    statement: {
      es: 'En resumen, espera quien lleva de más con la IA, quien no tuvo respuesta o a quien solo respondió la IA.',
      en: 'In short, whoever has been with the AI for too long, had no answer, or was answered by the AI alone is waiting.',
    },
    source: { manual, lines: [28] },
    basis: 'reading',
    questions: ['PE-3'],
    normative: true,
  },
  'pending/settled-by-seller': {
    statement: {
      es: 'Un vendedor escribió el último mensaje: el chat no está pendiente, aunque tampoco resuelto.',
      en: 'A seller wrote the last message: the chat is not pending, though not resolved either.',
    },
    source: { manual, lines: [31] },
    basis: 'manual',
    questions: ['PE-6', 'PE-9', 'PE-16'],
    normative: true,
  },
  'pending/settled-by-resolve': {
    statement: {
      es: 'Un vendedor marcó el asunto como resuelto: el chat deja de estar pendiente.',
      en: 'A seller marked the matter as resolved: the chat is no longer pending.',
    },
    source: { manual, lines: [32] },
    basis: 'manual',
    questions: ['PE-14', 'PE-15'],
    normative: true,
  },
  'pending/resolved-meaning': {
    statement: {
      es: 'Resuelto significa que, a juicio del vendedor, el cliente ya no necesita ninguna gestión.',
      en: "Resolved means that, in the seller's judgement, nothing more need be done for the client.",
    },
    source: { manual, lines: [34] },
    basis: 'manual',
    normative: true,
  },
  'pending/resolved-not-final': {
    statement: { es: 'Resuelto nunca es definitivo.', en: 'Resolved is never final.' },
    source: { manual, lines: [35] },
    basis: 'manual',
    normative: true,
  },
  'pending/reopen-on-client-message': {
    statement: {
      es: 'Si el cliente vuelve a escribir, el chat deja de estar resuelto; un mensaje de la IA no lo reabre.',
      en: 'When the client writes again the chat is no longer resolved; a message of the AI does not reopen it.',
    },
    source: { manual, lines: [38] },
    basis: 'manual',
    questions: ['PE-7', 'PE-8'],
    normative: true,
  },
  'pending/reading-changes-nothing': {
    statement: {
      es: 'Abrir o leer el chat no es gestionarlo.',
      en: 'To open or read a chat is not to deal with it.',
    },
    source: { manual, lines: [39] },
    basis: 'manual',
    normative: true,
  },
  'pending/duty-answer': {
    statement: {
      es: 'El vendedor responde a todos los clientes pendientes.',
      en: 'The seller answers every pending client.',
    },
    source: { manual, lines: [44] },
    basis: 'manual',
    normative: true,
  },
  'pending/duty-resolve': {
    statement: {
      es: 'El vendedor marca como resuelto a todo cliente que considere gestionado.',
      en: 'The seller marks as resolved every client that they consider dealt with.',
    },
    source: { manual, lines: [45] },
    basis: 'manual',
    normative: true,
  },
  'pending/zero-means-served': {
    statement: {
      es: 'Con cero pendientes, todos los clientes fueron atendidos.',
      en: 'With none pending, every client has been attended.',
    },
    source: { manual, lines: [46] },
    basis: 'manual',
    normative: true,
  },
  'pending/resolve-via-button': {
    statement: {
      es: 'Se resuelve desde el chat, con el botón del ticket.',
      en: 'A chat is resolved from within, by the ticket button.',
    },
    source: { manual, lines: [48] },
    basis: 'manual',
    normative: true,
  },
  'pending/resolve-via-menu': {
    statement: {
      es: 'Se resuelve desde la lista, con el menú del botón derecho; vale lo mismo.',
      en: 'A chat is resolved from the list, by the context menu; it is the same.',
    },
    source: { manual, lines: [49] },
    basis: 'manual',
    normative: true,
  },
  'pending/quotes-zero': {
    statement: {
      es: 'La meta: cero chats pendientes y cero solicitudes por cotizar.',
      en: 'The goal: no chats pending, and no requests left to quote.',
    },
    source: { manual, lines: [50] },
    basis: 'manual',
    questions: ['PE-21'],
    normative: true,
  },
  'pending/ai-may-write-first': {
    statement: {
      es: 'La IA puede escribir primero y esperar la respuesta del cliente.',
      en: "The AI may write first and wait for the client's answer.",
    },
    source: { manual, lines: [12] },
    basis: 'manual',
    normative: true,
  },
  'pending/unread-starves-oldest': {
    statement: {
      es: 'Motivo: quien ordena por no leídos responde de último a quien escribió primero.',
      en: 'Motive: whoever works by unread answers last those who wrote first.',
    },
    source: { manual, lines: [9] },
    basis: 'manual',
    questions: ['PE-17'],
    normative: false,
  },
  'pending/read-without-answer': {
    statement: {
      es: 'Motivo: un chat leído y sin respuesta es justamente el defecto.',
      en: 'Motive: a chat that was read and not answered is the very defect.',
    },
    source: { manual, lines: [11] },
    basis: 'manual',
    normative: false,
  },
} satisfies Record<string, Rule>);

/** The id of a rule of this system. */
export type RuleId = keyof typeof rules;
