import { defineRules, type Rule } from '../kernel/decision.js';

const manual = 'messaging';

/** The 51 rules of the manual on messaging: the conversation with the bot, from the first word to the close-out. */
export const rules = /* @__PURE__ */ defineRules({
  'messaging/eva-review': {
    statement: {
      es: 'El seguimiento del bot (Eva) empieza por repasar cada una de sus conversaciones.',
      en: 'Watching the bot (Eva) begins with going over each of its conversations.',
    },
    source: { manual, lines: [14] },
    basis: 'manual',
    normative: true,
  },
  'messaging/eva-classify-and-crm': {
    statement: {
      es: 'Repasada la conversación, el agente clasifica al cliente y carga su contacto al CRM.',
      en: 'Once the conversation has been gone over, the agent classifies the client and loads the contact into the CRM.',
    },
    source: { manual, lines: [15] },
    basis: 'manual',
    normative: true,
  },
  'messaging/user-supervisor': {
    statement: {
      es: 'El usuario Supervisor es el que administra Respond.io.',
      en: 'The user Supervisor is the one that administers Respond.io.',
    },
    source: { manual, lines: [19] },
    basis: 'manual',
    parameters: ['users'],
    normative: true,
  },
  'messaging/user-cco': {
    statement: {
      es: 'Todo caso de Administración, Académico, Planificación, Operaciones de Vuelo o CCA lo lleva el usuario CCO IDEA.',
      en: 'Every case of Administración, Académico, Planificación, Operaciones de Vuelo or CCA is handled by the user CCO IDEA.',
    },
    source: { manual, lines: [20, 21, 22, 23, 24, 25] },
    basis: 'manual',
    questions: ['ME-21'],
    parameters: ['users'],
    normative: true,
  },
  'messaging/user-soporte-general': {
    statement: {
      es: 'Soporte General atiende el soporte general y supervisa el de los otros departamentos.',
      en: 'Soporte General attends to general support and supervises that of the other departments.',
    },
    source: { manual, lines: [26] },
    basis: 'manual',
    questions: ['ME-21'],
    parameters: ['users'],
    normative: true,
  },
  'messaging/user-ventas-1': {
    statement: {
      es: 'A Ventas 1 le toca supervisar las ventas.',
      en: 'Ventas 1 supervises sales.',
    },
    source: { manual, lines: [27] },
    basis: 'manual',
    questions: ['ME-20'],
    parameters: ['users'],
    normative: true,
  },
  'messaging/user-ventas-2': {
    statement: {
      es: 'Las ventas de Maracaibo son de Ventas 2.',
      en: 'The sales of Maracaibo belong to Ventas 2.',
    },
    source: { manual, lines: [28] },
    basis: 'manual',
    questions: ['ME-20'],
    parameters: ['users'],
    normative: true,
  },
  'messaging/user-ventas-3-4': {
    statement: {
      es: 'Ventas 3 y Ventas 4 existen, pero sin ámbito declarado: según nuestra lectura, las demás ventas no están asignadas a nadie.',
      en: 'Ventas 3 and Ventas 4 exist, but with no stated scope: as we read it, other sales are assigned to nobody.',
    },
    source: { manual, lines: [29, 30] },
    basis: 'reading',
    questions: ['ME-20'],
    parameters: ['users'],
    normative: true,
  },
  'messaging/user-tienda': {
    statement: {
      es: 'Los pedidos y las ventas de la tienda los lleva Tienda IDEA.',
      en: 'The orders and the sales of the store are handled by Tienda IDEA.',
    },
    source: { manual, lines: [31] },
    basis: 'manual',
    parameters: ['users'],
    normative: true,
  },
  'messaging/filter-agent': {
    statement: {
      es: 'Dato: las conversaciones se filtran por agente de ventas con una combinación que está solo en una imagen.',
      en: 'For information: conversations are filtered by sales agent with a combination that is only in an image.',
    },
    source: { manual, lines: [33] },
    basis: 'manual',
    questions: ['ME-17'],
    normative: false,
  },
  'messaging/filter-department': {
    statement: {
      es: 'Dato: las conversaciones se filtran por departamento con una combinación que está solo en una imagen.',
      en: 'For information: conversations are filtered by department with a combination that is only in an image.',
    },
    source: { manual, lines: [35] },
    basis: 'manual',
    questions: ['ME-17'],
    normative: false,
  },
  'messaging/hook-when-silent': {
    statement: {
      es: 'Si el bot (Eva) se queda callado, el agente lo engancha a mano con un texto guardado («snippet»).',
      en: 'If the bot (Eva) stays silent, the agent hooks it by hand with a snippet.',
    },
    source: { manual, lines: [41] },
    basis: 'manual',
    questions: ['ME-17'],
    parameters: ['hookSnippet'],
    normative: true,
  },
  'messaging/hook-snippet-2': {
    statement: {
      es: 'Para enganchar al bot (Eva) el manual prefiere el texto guardado («snippet») número 2, sin excluir los otros.',
      en: 'For hooking the bot (Eva), the manual prefers snippet number 2, without ruling out the others.',
    },
    source: { manual, lines: [41] },
    basis: 'manual',
    questions: ['ME-18'],
    parameters: ['hookSnippet'],
    normative: true,
  },
  'messaging/hook-comments': {
    statement: {
      es: 'Cuando alguien pregunta en un comentario, también se engancha al bot (Eva).',
      en: 'When somebody asks in a comment, the bot (Eva) is hooked, too.',
    },
    source: { manual, lines: [43] },
    basis: 'manual',
    questions: ['ME-19'],
    parameters: ['hookSnippet'],
    normative: true,
  },
  'messaging/comment-reply-emojis': {
    statement: {
      es: 'Además del enganche, el comentario mismo recibe una respuesta con emojis.',
      en: 'Besides the hook, the comment itself gets an answer with emojis.',
    },
    source: { manual, lines: [43] },
    basis: 'manual',
    questions: ['ME-19'],
    normative: true,
  },
  'messaging/classify-every': {
    statement: {
      es: 'Toda conversación se clasifica: debe tener sección, agente y etiqueta, las tres cosas.',
      en: 'Every conversation is classified: it must have section, agent and tag, all three.',
    },
    source: { manual, lines: [47] },
    basis: 'manual',
    questions: ['ME-2'],
    parameters: ['forbiddenSections', 'classifyClosedOut'],
    normative: true,
  },
  'messaging/classify-section': {
    statement: {
      es: 'Una conversación clasificada ha salido de las secciones «ALL» y «NEW».',
      en: 'A classified conversation has left the sections “ALL” and “NEW”.',
    },
    source: { manual, lines: [49] },
    basis: 'manual',
    questions: ['ME-6'],
    parameters: ['forbiddenSections', 'classifyClosedOut'],
    normative: true,
  },
  'messaging/classify-agent': {
    statement: {
      es: 'Una conversación clasificada tiene un agente asignado.',
      en: 'A classified conversation has an agent assigned.',
    },
    source: { manual, lines: [50] },
    basis: 'manual',
    questions: ['ME-2'],
    parameters: ['classifyClosedOut'],
    normative: true,
  },
  'messaging/classify-tag': {
    statement: {
      es: 'Una conversación clasificada lleva al menos una etiqueta.',
      en: 'A classified conversation carries at least one tag.',
    },
    source: { manual, lines: [51] },
    basis: 'manual',
    parameters: ['classifyClosedOut'],
    normative: true,
  },
  'messaging/case-1': {
    statement: {
      es: 'Caso 1: el cliente escribe por una red conectada a Respond.io, y lo atiende el bot (Eva).',
      en: 'Case 1: the client writes on a network connected to Respond.io, and the bot (Eva) handles it.',
    },
    source: { manual, lines: [55] },
    basis: 'manual',
    normative: true,
  },
  'messaging/case-2': {
    statement: {
      es: 'Caso 2: un ticket de soporte pone la conversación en manos del agente de soporte.',
      en: 'Case 2: a support ticket puts the conversation in the hands of the support agent.',
    },
    source: { manual, lines: [57] },
    basis: 'manual',
    questions: ['ME-24'],
    normative: true,
  },
  'messaging/case-2-call': {
    statement: {
      es: 'Ante un ticket, el agente de soporte llama por teléfono al cliente.',
      en: 'When there is a ticket, the support agent telephones the client.',
    },
    source: { manual, lines: [59] },
    basis: 'manual',
    normative: true,
  },
  'messaging/case-2-locate': {
    statement: {
      es: 'Ante un ticket, el agente de soporte busca la conversación del cliente en Respond.io.',
      en: 'When there is a ticket, the support agent looks up the conversation of the client in Respond.io.',
    },
    source: { manual, lines: [59] },
    basis: 'manual',
    normative: true,
  },
  'messaging/case-2-monitor': {
    statement: {
      es: 'El agente de soporte sigue el caso del ticket mientras no esté resuelto.',
      en: 'The support agent follows the case of the ticket for as long as it is not solved.',
    },
    source: { manual, lines: [59] },
    basis: 'manual',
    normative: true,
  },
  'messaging/case-2-close': {
    statement: {
      es: 'Resuelto el caso del ticket, lo que sigue es el cierre de la conversación.',
      en: 'With the case of the ticket solved, the close-out of the conversation comes next.',
    },
    source: { manual, lines: [59] },
    basis: 'manual',
    normative: true,
  },
  'messaging/case-3': {
    statement: {
      es: 'Caso 3: si la solución no es inmediata, el cliente recibe la respuesta estándar, y el caso no se cierra.',
      en: 'Case 3: if the solution is not immediate, the client gets the standard answer, and the case is not closed.',
    },
    source: { manual, lines: [61, 63] },
    basis: 'manual',
    questions: ['ME-22'],
    normative: true,
  },
  'messaging/case-3-text': {
    statement: {
      es: 'La respuesta del caso 3 se disculpa por la demora, nombra el departamento y el agente a cargo, y dice que se sigue investigando y que se contestará cuanto antes.',
      en: 'The answer of case 3 apologises for the delay, names the department and the agent in charge, and says that the matter is still being looked into and will be answered as soon as possible.',
    },
    source: { manual, lines: [65] },
    basis: 'manual',
    questions: ['ME-22', 'ME-23'],
    parameters: ['templates'],
    normative: true,
  },
  'messaging/close-when': {
    statement: {
      es: 'Solo se cierra un caso que quedó resuelto con éxito.',
      en: 'Only a case that was solved successfully is closed.',
    },
    source: { manual, lines: [69] },
    basis: 'manual',
    normative: true,
  },
  'messaging/close-who': {
    statement: {
      es: 'El cierre le toca al agente de soporte a cargo del caso, y a ningún otro.',
      en: 'The close-out falls to the support agent in charge of the case, and to nobody else.',
    },
    source: { manual, lines: [69] },
    basis: 'manual',
    questions: ['ME-5'],
    parameters: ['closers', 'users'],
    normative: true,
  },
  'messaging/close-1-reply': {
    statement: {
      es: 'El cierre empieza por enviar la respuesta estándar de despedida.',
      en: 'The close-out begins by sending the standard closing reply.',
    },
    source: { manual, lines: [71] },
    basis: 'manual',
    questions: ['ME-4'],
    parameters: ['closeOrder'],
    normative: true,
  },
  'messaging/close-1-text': {
    statement: {
      es: 'La respuesta de cierre habla en nombre de la empresa y de su soporte, y expresa el gusto de haber ayudado con el caso.',
      en: 'The closing reply speaks for the company and its support, and says how glad they were to help with the case.',
    },
    source: { manual, lines: [73] },
    basis: 'manual',
    parameters: ['templates'],
    normative: true,
  },
  'messaging/close-2-bot': {
    statement: {
      es: 'Tras la respuesta de cierre se enciende otra vez el bot (Eva), para que conteste lo que venga.',
      en: 'After the closing reply the bot (Eva) is switched on again, to answer whatever comes.',
    },
    source: { manual, lines: [75] },
    basis: 'manual',
    questions: ['ME-4', 'ME-24'],
    parameters: ['closeOrder'],
    normative: true,
  },
  'messaging/close-3-click': {
    statement: {
      es: 'El último paso del cierre es el botón verde («Close Conversation»), que le quita la conversación al agente.',
      en: 'The last step of the close-out is the green button (“Close Conversation”), which unassigns the agent.',
    },
    source: { manual, lines: [76] },
    basis: 'manual',
    questions: ['ME-1', 'ME-3', 'ME-4'],
    parameters: ['closeOrder'],
    normative: true,
  },
  'messaging/close-final-state': {
    statement: {
      es: 'Tras el cierre, el bot (Eva) está activo y la conversación sigue abierta, en azul y sin agente.',
      en: 'After the close-out, the bot (Eva) is on and the conversation is still open, in blue and without an agent.',
    },
    source: { manual, lines: [76, 78] },
    basis: 'manual',
    questions: ['ME-1', 'ME-2'],
    parameters: ['classifyClosedOut'],
    normative: true,
  },
  'messaging/crm-auto-after-1h': {
    statement: {
      es: 'Si hubo eventos de bienvenida, la automatización del CRM arranca cuando se cumple la espera desde el fin de la conversación (en el manual, una hora).',
      en: 'If there were welcome events, the CRM automation starts when the wait after the end of the conversation is over (one hour in the manual).',
    },
    source: { manual, lines: [82] },
    basis: 'manual',
    questions: ['ME-7', 'ME-8', 'ME-9'],
    parameters: ['crmDelay', 'resumption'],
    normative: true,
  },
  'messaging/crm-tag': {
    statement: {
      es: 'La automatización empieza por poner la etiqueta «admision y ventas», escrita tal cual.',
      en: 'The automation begins by putting on the tag “admision y ventas”, spelled exactly so.',
    },
    source: { manual, lines: [82] },
    basis: 'manual',
    questions: ['ME-16'],
    parameters: ['crmTag'],
    normative: true,
  },
  'messaging/crm-ask-contact': {
    statement: {
      es: 'Puesta la etiqueta, el sistema solicita al cliente sus datos de contacto.',
      en: 'With the tag on, the system asks the client for the contact data.',
    },
    source: { manual, lines: [82] },
    basis: 'manual',
    questions: ['ME-15'],
    parameters: ['templates'],
    normative: true,
  },
  'messaging/crm-load': {
    statement: {
      es: 'Recibidos los datos de contacto, el sistema los carga al CRM; según nuestra lectura, una sola vez por contacto.',
      en: 'Once the contact data are given, the system loads them into the CRM; as we read it, only once per contact.',
    },
    source: { manual, lines: [82] },
    basis: 'reading',
    questions: ['ME-11', 'ME-15'],
    normative: true,
  },
  'messaging/crm-manual-tag': {
    statement: {
      es: 'Poner la etiqueta a mano pone en marcha la misma automatización; según nuestra lectura, sin espera.',
      en: 'Putting the tag on by hand starts the same automation; as we read it, without a wait.',
    },
    source: { manual, lines: [83] },
    basis: 'reading',
    questions: ['ME-10', 'ME-16'],
    parameters: ['crmDelay', 'crmTag', 'manualTag'],
    normative: true,
  },
  'messaging/crm-whatsapp-flag': {
    statement: {
      es: 'Un contacto conocido por WhatsApp se carga al CRM, sin pedirle datos, cuando el campo de carga manual dice «si».',
      en: 'A contact known through WhatsApp is loaded into the CRM, with no data asked for, when the field for loading by hand says “si”.',
    },
    source: { manual, lines: [84] },
    basis: 'manual',
    questions: ['ME-12', 'ME-13'],
    parameters: ['uploadFlag'],
    normative: true,
  },
  'messaging/crm-fallback': {
    statement: {
      es: 'Cuando la automatización falla, el agente la suple con un texto guardado («snippet») y una encuesta.',
      en: 'When the automation fails, the agent makes up for it with a snippet and a survey.',
    },
    source: { manual, lines: [86] },
    basis: 'manual',
    questions: ['ME-14', 'ME-15', 'ME-17'],
    normative: true,
  },
  'messaging/monitor-where': {
    statement: {
      es: 'El seguimiento abarca Respond.io y también Facebook, Instagram y Google My Business.',
      en: 'Watching covers Respond.io and also Facebook, Instagram and Google My Business.',
    },
    source: { manual, lines: [90] },
    basis: 'manual',
    parameters: ['networks'],
    normative: true,
  },
  'messaging/monitor-read': {
    statement: {
      es: 'El agente lee lo conversado para averiguar qué servicio quiere el cliente o qué problema tiene.',
      en: 'The agent reads what was said to find out which service the client wants or what problem there is.',
    },
    source: { manual, lines: [91] },
    basis: 'manual',
    normative: true,
  },
  'messaging/monitor-verify': {
    statement: {
      es: 'El agente comprueba que el bot (Eva) haya contestado bien lo que le preguntaron.',
      en: 'The agent checks that the bot (Eva) has answered correctly what it was asked.',
    },
    source: { manual, lines: [92] },
    basis: 'manual',
    normative: true,
  },
  'messaging/eva-wrong-notify': {
    statement: {
      es: 'Una respuesta errada del bot (Eva) se reporta, para que la corrijan en Dialogflow.',
      en: 'A wrong answer by the bot (Eva) is reported, so that it is put right in Dialogflow.',
    },
    source: { manual, lines: [94, 96] },
    basis: 'manual',
    questions: ['ME-25', 'ME-29'],
    normative: true,
  },
  'messaging/eva-wrong-send': {
    statement: {
      es: 'Si el bot (Eva) contestó mal, el agente manda la información a mano.',
      en: 'If the bot (Eva) answered wrongly, the agent sends the information by hand.',
    },
    source: { manual, lines: [94, 96] },
    basis: 'manual',
    questions: ['ME-25'],
    normative: true,
  },
  'messaging/eva-right-let': {
    statement: {
      es: 'Mientras el bot (Eva) contesta bien, nadie lo interrumpe.',
      en: 'As long as the bot (Eva) answers well, nobody interrupts it.',
    },
    source: { manual, lines: [98, 100] },
    basis: 'manual',
    questions: ['ME-25'],
    normative: true,
  },
  'messaging/eva-right-capture-call': {
    statement: {
      es: 'Cuando el bot (Eva) ya informó bien al cliente, un mensaje del agente le propone la llamada de captación.',
      en: 'When the bot (Eva) has informed the client well, a message from the agent proposes the capture call.',
    },
    source: { manual, lines: [98, 100] },
    basis: 'manual',
    questions: ['ME-25', 'ME-26'],
    parameters: ['zone', 'templates', 'greetings'],
    normative: true,
  },
  'messaging/eva-lost-phone': {
    statement: {
      es: 'Al cliente que no se entiende con el bot (Eva) se le pasa el teléfono de la central.',
      en: 'A client who cannot get along with the bot (Eva) is given the telephone number of the switchboard.',
    },
    source: { manual, lines: [102, 104] },
    basis: 'manual',
    questions: ['ME-25'],
    parameters: ['centralPhone'],
    normative: true,
  },
  'messaging/eva-lost-alternatives': {
    statement: {
      es: 'Si el cliente que no se entiende con el bot (Eva) prefiere no llamar, se le ofrece la información por correo o en el mismo chat.',
      en: 'If a client who cannot get along with the bot (Eva) would rather not call, the information is offered by mail or in the same chat.',
    },
    source: { manual, lines: [102, 104] },
    basis: 'manual',
    questions: ['ME-25'],
    normative: true,
  },
  'messaging/eva-lost-template': {
    statement: {
      es: 'El mensaje con el teléfono de la central saluda (según nuestra lectura, conforme a la hora local), presenta al agente, pide un teléfono o da el de la central, y ofrece el chat o el correo.',
      en: 'The message with the number of the switchboard greets (as we read it, by the local hour), introduces the agent, asks for a telephone number or gives that of the switchboard, and offers the chat or mail.',
    },
    source: { manual, lines: [106] },
    basis: 'reading',
    questions: ['ME-27', 'ME-28'],
    parameters: ['zone', 'centralPhone', 'templates', 'greetings'],
    normative: true,
  },
} satisfies Record<string, Rule>);

/** The id of a rule of this system. */
export type RuleId = keyof typeof rules;
