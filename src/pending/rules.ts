import { defineRules, type Rule } from '../kernel/decision.js';

const manual = 'pending-chats';

/** The 28 rules of the manual on pending and resolved chats. */
export const rules = /* @__PURE__ */ defineRules({
  'pending/not-unread': {
    statement: {
      es: 'La lista de pendientes no sale de los chats no leídos.',
      en: 'The pending list is not derived from the unread chats.',
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
      es: 'También está pendiente el chat en que al vendedor le queda una tarea por hacer.',
      en: 'A chat in which the seller still has a task to do is pending, too.',
    },
    source: { manual, lines: [19] },
    basis: 'manual',
    questions: ['PE-6'],
    normative: true,
  },
  'pending/client-unanswered': {
    statement: {
      es: 'Está pendiente el cliente que escribió y a quien ningún vendedor ha respondido.',
      en: 'A client who wrote, and whom no seller has answered, is pending.',
    },
    source: { manual, lines: [21] },
    basis: 'manual',
    questions: ['PE-4', 'PE-8', 'PE-9', 'PE-11', 'PE-12', 'PE-13'],
    parameters: ['exemptionCovers'],
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
      es: 'Está pendiente el cliente cuyo último mensaje recibido es de un agente de IA que no lo está atendiendo.',
      en: 'A client is pending whose last message received is from an AI agent that is not attending to them.',
    },
    source: { manual, lines: [22] },
    basis: 'manual',
    questions: ['PE-3', 'PE-5', 'PE-13', 'PE-20'],
    parameters: ['exemptionCovers'],
    normative: true,
  },
  'pending/ai-answer-is-no-answer': {
    statement: {
      es: 'La respuesta de la IA no vale como respuesta del vendedor.',
      en: "The AI's answer does not count as the seller's.",
    },
    source: { manual, lines: [28] },
    basis: 'manual',
    normative: true,
  },
  'pending/ai-process-exempt': {
    statement: {
      es: 'Mientras la IA atiende al cliente, dentro de su plazo, el chat no está pendiente.',
      en: 'While the AI attends to the client, within its window, the chat is not pending.',
    },
    source: { manual, lines: [23] },
    basis: 'manual',
    questions: ['PE-3', 'PE-4'],
    parameters: ['aiWindow', 'measureFrom', 'exemptionCovers'],
    normative: true,
  },
  'pending/ai-process-definition': {
    statement: {
      es: 'La IA atiende cuando conversa con el cliente: pide datos, aclara dudas o responde consultas, dentro del plazo.',
      en: 'The AI is attending when it talks with the client: it asks for data, clarifies or answers questions, within the window.',
    },
    source: { manual, lines: [26] },
    basis: 'manual',
    questions: ['PE-1', 'PE-1b'],
    parameters: ['aiWindow', 'measureFrom'],
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
    parameters: ['aiWindow'],
    normative: true,
  },
  'pending/ai-active-required': {
    statement: {
      es: 'Solo atiende una IA que está encendida.',
      en: 'Only an AI that is switched on can be attending.',
    },
    source: { manual, lines: [27] },
    basis: 'manual',
    questions: ['PE-5', 'PE-20'],
    normative: true,
  },
  'pending/ai-window-exceeded': {
    statement: {
      es: 'Si la IA lleva con el cliente más tiempo que su plazo, un vendedor debe hacerse cargo.',
      en: 'If the AI has been with the client for longer than its window, a seller must take over.',
    },
    source: { manual, lines: [27] },
    basis: 'manual',
    questions: ['PE-1', 'PE-2'],
    parameters: ['aiWindow', 'measureFrom', 'exemptionCovers'],
    normative: true,
  },
  'pending/summary': {
    statement: {
      es: 'En resumen, está pendiente quien lleva demasiado tiempo con la IA, quien no tuvo respuesta o a quien solo respondió la IA; según nuestra lectura, salvo mientras la IA atiende dentro de su plazo.',
      en: 'In short, whoever has been with the AI for too long, had no answer, or was answered by the AI alone is pending; as we read it, except while the AI attends within its window.',
    },
    source: { manual, lines: [28] },
    basis: 'reading',
    questions: ['PE-3'],
    parameters: ['aiWindow', 'measureFrom', 'exemptionCovers'],
    normative: true,
  },
  'pending/settled-by-seller': {
    statement: {
      es: 'Si un vendedor escribió el último mensaje, el chat no está pendiente, aunque tampoco resuelto.',
      en: 'If a seller wrote the last message, the chat is not pending, though not resolved either.',
    },
    source: { manual, lines: [31] },
    basis: 'manual',
    questions: ['PE-6', 'PE-9', 'PE-11', 'PE-12', 'PE-13', 'PE-16'],
    normative: true,
  },
  'pending/settled-by-resolve': {
    statement: {
      es: 'Cuando un vendedor da el asunto por resuelto, el chat deja de estar pendiente.',
      en: 'When a seller calls the matter resolved, the chat is no longer pending.',
    },
    source: { manual, lines: [32] },
    basis: 'manual',
    questions: ['PE-7', 'PE-8', 'PE-14', 'PE-15'],
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
    questions: ['PE-15'],
    normative: true,
  },
  'pending/reopen-on-client-message': {
    statement: {
      es: 'Todo chat resuelto deja de estarlo en cuanto el cliente vuelve a escribir.',
      en: 'A resolved chat is no longer resolved as soon as the client writes again.',
    },
    source: { manual, lines: [38] },
    basis: 'manual',
    questions: ['PE-7', 'PE-8'],
    normative: true,
  },
  'pending/reading-changes-nothing': {
    statement: {
      es: 'Abrir o leer el chat no es gestionarlo.',
      en: 'Opening or reading a chat is not dealing with it.',
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
      en: 'With none pending, every client has been attended to.',
    },
    source: { manual, lines: [46] },
    basis: 'manual',
    normative: true,
  },
  'pending/resolve-via-button': {
    statement: {
      es: 'Un chat se marca como resuelto desde dentro, con el botón del ticket.',
      en: 'A chat is marked as resolved from within, by the ticket button.',
    },
    source: { manual, lines: [48] },
    basis: 'manual',
    questions: ['PE-14'],
    normative: true,
  },
  'pending/resolve-via-menu': {
    statement: {
      es: 'También se marca como resuelto desde la lista de chats, con clic derecho y «Marcar resuelto»; vale lo mismo.',
      en: 'It is marked as resolved from the list of chats, too, with a right click and “Marcar resuelto”; it is the same.',
    },
    source: { manual, lines: [49] },
    basis: 'manual',
    questions: ['PE-14'],
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
      es: 'Motivo: quien trabaja por los chats no leídos deja para el final a quien escribió primero.',
      en: 'Reason: whoever works from the unread chats answers last those who wrote first.',
    },
    source: { manual, lines: [9] },
    basis: 'manual',
    questions: ['PE-17'],
    normative: false,
  },
  'pending/read-without-answer': {
    statement: {
      es: 'Motivo: un chat leído y sin respuesta es justamente el problema.',
      en: 'Reason: a chat that was read and not answered is the very problem.',
    },
    source: { manual, lines: [11] },
    basis: 'manual',
    normative: false,
  },
} satisfies Record<string, Rule>);

/** The id of a rule of this system. */
export type RuleId = keyof typeof rules;
