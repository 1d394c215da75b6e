import type { SystemWords } from '../words.js';

/** What is said of `pending` in Spanish. */
export const pending: SystemWords<'pending'> = {
  name: 'chats pendientes',
  manual: 'Chats pendientes',
  tables: {
    pending: {
      title: '¿El chat necesita a una persona?',
      facts: {
        task: {
          label: 'tarea del vendedor',
          values: { none: 'no hay ninguna tarea marcada', open: 'el vendedor tiene una tarea marcada' },
        },
        lastMessage: {
          label: 'último mensaje',
          values: {
            none: 'nadie ha escrito',
            client: 'el último en escribir fue el cliente',
            ai: 'el último mensaje lo escribió la IA',
            seller: 'el último en escribir fue un vendedor',
          },
        },
        resolved: {
          label: 'resuelto',
          values: { no: 'el chat no está resuelto', yes: 'el chat está resuelto' },
        },
        ai: {
          label: 'agente de IA',
          values: {
            off: 'ninguna IA lo atiende de modo que pueda esperar',
            attending: 'la IA lo atiende, dentro de su plazo',
            overdue: 'la IA que lo atiende ya agotó su plazo',
          },
        },
      },
      answer: ({ reason }) => answers[reason],
    },
    'pending/goal': {
      title: '¿El equipo llegó a la meta?',
      facts: {
        pending: {
          label: 'chats pendientes',
          values: { zero: 'no queda ningún chat pendiente', some: 'quedan chats pendientes' },
        },
        toQuote: {
          label: 'solicitudes por cotizar',
          values: { zero: 'no queda nada por cotizar', some: 'quedan solicitudes por cotizar' },
        },
      },
      answer: goal,
    },
  },
  outcomes: {
    pending: (outcome, { instant }) =>
      outcome.action === 'attend' && outcome.waitingSince !== null
        ? `${answers[outcome.reason]}; espera desde el ${instant(outcome.waitingSince)}`
        : `${answers[outcome.reason]}${outcome.action === 'attend' || outcome.of === undefined ? '' : ', dentro de su plazo en horario hábil'}`,
    'pending/goal': goal,
  },
  machines: {},
  codes: {
    undated: 'el evento no trae una fecha y hora válidas',
    forgotten: 'el evento es anterior al historial que se conserva',
    'message-unknown': 'el mensaje que se borró todavía no se conoce',
    read: 'abrir o leer el chat no cambia nada',
    'not-a-message': 'las reacciones, las notas y los envíos fallidos o masivos no cuentan como mensajes',
    'not-a-seller': 'solo un vendedor puede marcar el chat como resuelto',
    'already-resolved': 'el chat ya estaba resuelto y nada ha pasado desde entonces',
    'nothing-to-resolve': 'el chat está vacío: no hay nada que resolver',
  },
  policy: {
    aiWindow: 'plazo de la IA',
    measureFrom: 'desde cuándo corre el plazo de la IA',
    exemptionCovers: 'qué chats exime la IA',
  },
};

const answers = {
  'seller-action': 'Hacer lo que quedó marcado en el chat',
  'client-unanswered': 'Responder al cliente',
  'last-by-ai': 'Tomar el chat: solo la IA ha respondido',
  'ai-window-exceeded': 'Tomar el chat: la IA agotó su plazo',
  'no-messages': 'Nada que hacer: el chat está vacío',
  resolved: 'Nada que hacer: el chat está resuelto',
  'seller-last': 'Nada que hacer por ahora: el vendedor ya respondió',
  'ai-process': 'Nada que hacer por ahora: la IA está atendiendo',
} as const;

function goal({ reached, served }: { readonly reached: boolean; readonly served: boolean }): string {
  if (reached) return 'Meta cumplida: nadie espera y nada queda por cotizar';
  return served ? 'Todos los clientes fueron atendidos; falta cotizar' : 'Falta atender a los clientes pendientes';
}
