import type {
  AutomationStep,
  CaseDuty,
  Hook,
  MonitoringOutcome,
  NeedFact,
  Part,
  ReplyComment,
  SendMessage,
  TemplateName,
} from '../../messaging/index.js';
import type { SystemWords } from '../words.js';

/** What is said of `messaging` in Spanish. */
export const messaging: SystemWords<'messaging'> = {
  name: 'mensajería',
  manual: 'Mensajería',
  tables: {
    messaging: {
      title: '¿Qué sigue en la conversación?',
      facts: {
        hook: {
          label: 'enganche del bot',
          values: {
            no: 'no corresponde enganchar al bot',
            silent: 'el bot dejó un mensaje sin responder',
            comment: 'todavía no se ha enganchado al bot para quien preguntó en un comentario',
          },
        },
        comment: {
          label: 'comentarios',
          values: { none: 'ningún comentario espera respuesta', open: 'hay comentarios sin responder' },
        },
        classified: {
          label: 'clasificación',
          values: {
            yes: 'no queda nada por clasificar',
            no: 'a la conversación le falta la sección o la etiqueta',
            'no-agent': 'la conversación no tiene agente asignado',
          },
        },
        course: {
          label: 'estado de la conversación',
          values: {
            bot: 'el bot atiende la conversación',
            person: 'una persona atiende la conversación',
            'case-due': 'en el caso de soporte queda algo por hacer',
            'case-watched': 'el caso de soporte solo requiere seguimiento',
            solved: 'el caso resuelto aún no pasó por el cierre',
            'closed-out': 'la conversación ya pasó por el cierre',
          },
        },
      },
      answer: (then) => (then.action === 'none' ? idle[then.reason] : nextThing[then.action]),
    },
    'messaging/classification': {
      title: '¿Qué le falta a la conversación para estar clasificada?',
      facts: {
        section: {
          label: 'sección',
          values: {
            forbidden: 'la conversación está sin sección o en una de paso',
            proper: 'la conversación está en una sección definitiva',
          },
        },
        agent: {
          label: 'agente',
          values: {
            none: 'la conversación no tiene agente asignado',
            assigned: 'la conversación tiene un agente asignado',
          },
        },
        tag: {
          label: 'etiqueta',
          values: { none: 'no hay ninguna etiqueta puesta', some: 'hay al menos una etiqueta puesta' },
        },
        asked: {
          label: 'debe clasificarse',
          values: {
            yes: 'la conversación debe estar clasificada',
            'closed-out': 'después del cierre no hace falta clasificar la conversación',
          },
        },
      },
      answer: (then) => sentence(parts[then]),
    },
    'messaging/department': {
      title: '¿A quién le toca el caso?',
      facts: {
        role: {
          label: 'usuario que lleva el tema',
          values: {
            administrator: 'el tema es del usuario que administra la mensajería',
            departments: 'el tema es del usuario que lleva los departamentos',
            'general-support': 'el tema es del usuario de soporte general',
            'sales-supervision': 'el tema es del usuario que supervisa las ventas',
            'regional-sales': 'el tema es del usuario de las ventas de una región',
            sales: 'el tema es de un usuario de ventas',
            store: 'el tema es del usuario de la tienda',
            nobody: 'el tema no es de ningún usuario',
          },
        },
      },
      answer: (then) =>
        then === 'assign' ? 'Asignar el caso a ese usuario' : 'El manual no dice a quién asignar el caso',
    },
    'messaging/hook': {
      title: '¿Hay que enganchar al bot?',
      facts: {
        source: {
          label: 'dónde escribió',
          values: { chat: 'el cliente escribió por el chat', comment: 'el cliente preguntó en un comentario' },
        },
        bot: {
          label: 'bot',
          values: { answered: 'el bot respondió', silent: 'el bot no respondió' },
        },
      },
      answer: (then) => (then.length === 0 ? botAnswered : all(then.map((step) => hookSteps[step]))),
    },
    'messaging/support': {
      title: '¿Qué hay que hacer en cada uno de los tres casos?',
      facts: {
        case: {
          label: 'caso',
          values: {
            '1': 'el cliente conversa con el bot (caso 1)',
            '2': 'el cliente hizo un ticket de soporte (caso 2)',
            '3': 'no hay solución inmediata (caso 3)',
          },
        },
        solved: {
          label: 'resuelto',
          values: { no: 'el caso no está resuelto', yes: 'el caso está resuelto' },
        },
        department: {
          label: 'departamento',
          values: { known: 'se sabe el departamento del caso', unknown: 'no se sabe el departamento del caso' },
        },
        agent: {
          label: 'agente',
          values: { known: 'se sabe qué agente lleva el caso', unknown: 'no se sabe qué agente lleva el caso' },
        },
      },
      answer: (then) => supportAnswers[then],
    },
    'messaging/case': {
      title: '¿Qué queda por hacer en el caso de soporte?',
      facts: {
        course: {
          label: 'caso',
          values: {
            support: 'el caso está en soporte',
            investigating: 'el caso se sigue investigando por falta de solución inmediata',
          },
        },
        call: {
          label: 'llamada',
          values: { owed: 'nadie ha llamado al cliente', done: 'ya se llamó al cliente' },
        },
        location: {
          label: 'conversación',
          values: {
            owed: 'nadie ha ubicado la conversación del cliente',
            done: 'ya se ubicó la conversación del cliente',
          },
        },
        text: {
          label: 'respuesta estándar',
          values: {
            owed: 'el cliente no ha recibido la respuesta estándar',
            sent: 'el cliente ya recibió la respuesta estándar',
          },
        },
      },
      answer: (then) => sentence(then === 'send-text' ? `enviar ${templates['case-3']}` : duties[then]),
    },
    'messaging/closing': {
      title: '¿Cómo se cierra la conversación?',
      facts: {
        solved: {
          label: 'resuelto',
          values: { no: 'el caso no está resuelto', yes: 'el caso está resuelto' },
        },
        actor: {
          label: 'quién cierra',
          values: {
            assigned: 'quien cierra puede hacerlo',
            other: 'el caso está a cargo de otro agente',
            nobody: 'nadie está a cargo del caso',
          },
        },
        done: {
          label: 'pasos del cierre',
          values: {
            none: 'falta la respuesta de cierre',
            reply: 'falta reactivar el bot',
            'reply-and-bot': 'falta pulsar el botón verde',
            all: 'ya se dieron los tres pasos del cierre',
            'bot-early': 'el bot se reactivó antes de su turno',
            'click-early': 'el botón verde se pulsó antes de su turno',
          },
        },
      },
      answer: (then) => {
        if ('refuse' in then) return refusals[then.refuse];
        return 'complete' in then ? complete : closingSteps[then.next];
      },
    },
    'messaging/intake': {
      title: '¿Hay que cargar el contacto al CRM?',
      facts: {
        loaded: {
          label: 'cargado',
          values: { no: 'el contacto no está en el CRM', yes: 'el contacto ya está en el CRM' },
        },
        contact: {
          label: 'contacto',
          values: {
            unknown: 'no se conoce el contacto ni se pidió cargarlo a mano',
            known: 'se conoce el contacto por WhatsApp sin que se haya pedido cargarlo a mano',
            flagged: 'se pidió cargar a mano un contacto que no se conoce',
            'known-and-flagged': 'se pidió cargar a mano un contacto que se conoce por WhatsApp',
          },
        },
        failed: {
          label: 'falla',
          values: { no: 'la automatización no ha fallado', yes: 'la automatización falló' },
        },
        tag: {
          label: 'automatización',
          values: { no: 'la automatización no está en marcha', set: 'la automatización ya está en marcha' },
        },
        welcome: {
          label: 'eventos de bienvenida',
          values: {
            no: 'la conversación no tuvo eventos de bienvenida',
            yes: 'la conversación tuvo eventos de bienvenida',
          },
        },
        ended: {
          label: 'fin de la conversación',
          values: {
            no: 'la conversación no ha terminado',
            waiting: 'la espera desde que terminó la conversación no se ha cumplido',
            over: 'la espera desde que terminó la conversación ya se cumplió',
          },
        },
        resumed: {
          label: 'espera interrumpida',
          values: {
            no: 'ningún mensaje del cliente interrumpió la espera',
            yes: 'un mensaje del cliente interrumpió la espera',
          },
        },
      },
      answer: (then) => intakeAnswers[then],
    },
    'messaging/automation': {
      title: '¿Qué sigue en la automatización del CRM?',
      facts: {
        began: {
          label: 'inicio',
          values: { 'by-itself': 'nadie puso la etiqueta a mano', 'by-hand': 'la etiqueta se puso a mano' },
        },
        progress: {
          label: 'avance',
          values: {
            none: 'la automatización no ha dado ningún paso',
            tagged: 'la automatización ya puso la etiqueta',
            asked: 'al cliente ya se le pidieron sus datos de contacto',
            answered: 'ya se tienen los datos de contacto del cliente',
          },
        },
      },
      answer: (then) => {
        if (then === 'load') return load;
        return then === 'await-data' ? awaitData : all(then.map((step) => automationStep(step, 'la etiqueta')));
      },
    },
    'messaging/fallback': {
      title: '¿Qué sigue cuando la automatización falla?',
      facts: {
        survey: {
          label: 'encuesta',
          values: {
            none: 'la encuesta no se ha enviado',
            sent: 'el cliente no ha respondido la encuesta',
            answered: 'ya se tienen los datos de contacto del cliente',
          },
        },
      },
      answer: (then) => fallbackAnswers[then],
    },
    'messaging/monitoring': {
      title: '¿Qué hacer después de leer una conversación del bot?',
      facts: {
        answers: {
          label: 'respuestas del bot',
          values: {
            right: 'el bot respondió bien',
            wrong: 'el bot respondió mal',
            unjudged: 'nadie ha comprobado las respuestas del bot',
          },
        },
        user: {
          label: 'cliente',
          values: { served: 'el cliente se entiende con el bot', lost: 'el cliente no se entiende con el bot' },
        },
      },
      answer: (then) => sentence(watchSteps[then]),
    },
  },
  outcomes: {
    messaging: (outcome) => {
      switch (outcome.action) {
        case 'classify':
          return `Clasificar la conversación: ${list(outcome.missing.map((part) => parts[part]))}`;
        case 'hook':
        case 'reply-comment':
          return sentence(hooking(outcome));
        case 'call-user':
        case 'locate-user':
        case 'monitor-case':
          return `${sentence(duties[outcome.action])}${caseOf(outcome.by)}`;
        case 'send-message':
          return 'step' in outcome
            ? `${closingSteps[outcome.step]}${caseOf(outcome.data['agent'])}`
            : `Enviar ${withData(outcome)}`;
        case 'reactivate-bot':
        case 'click-close':
          return `${closingSteps[outcome.action]}${caseOf(outcome.by)}`;
        case 'none':
          return idle[outcome.reason];
        case 'need-fact':
          return needs[outcome.fact];
      }
    },
    'messaging/classification': (outcome) =>
      outcome.action === 'classify'
        ? `Clasificar la conversación: ${list(outcome.missing.map((part) => parts[part]))}`
        : unasked[outcome.reason],
    'messaging/closing': (outcome) => {
      switch (outcome.action) {
        case 'refuse':
          return refusals[outcome.code];
        case 'send-message':
          return `${closingSteps[outcome.step]}${caseOf(outcome.data['agent'])}`;
        case 'reactivate-bot':
        case 'click-close':
          return `${closingSteps[outcome.action]}${caseOf(outcome.by)}`;
        case 'none':
          return complete;
      }
    },
    'messaging/department': (outcome, { question }) => {
      if (outcome.action === 'not-covered') {
        return `El manual no dice a quién asignar el caso: deja abierta la pregunta «${question(outcome.question)}»`;
      }
      const supervision = outcome.supervisor === null ? '' : `; lo supervisa ${outcome.supervisor}`;
      return `Asignar el caso al usuario ${outcome.user}${supervision}`;
    },
    'messaging/greeting': (outcome) =>
      outcome.action === 'greet'
        ? `Saludar con «${outcome.text}»: según la hora local, es ${dayParts[outcome.part]}`
        : needs[outcome.fact],
    'messaging/hook': (outcome) => (outcome.action === 'none' ? botAnswered : all(outcome.steps.map(hooking))),
    'messaging/intake': (outcome, { end, question }) => {
      switch (outcome.action) {
        case 'none':
          return nothingToLoad[outcome.reason];
        case 'wait':
          return `Esperar hasta el ${end(outcome)}; entonces arranca la automatización del CRM`;
        case 'run-automation':
          return all(outcome.steps.map((step) => automationStep(step, `la etiqueta «${outcome.tag}»`)));
        case 'load-to-crm':
          return load;
        case 'await-data':
          return awaitData;
        case 'await-survey':
        case 'send-survey':
          return fallbackAnswers[outcome.action];
        case 'not-covered':
          return `El manual no dice nada sobre esta pregunta: «${question(outcome.question)}»; ${askingIsNearest}`;
      }
    },
    'messaging/message': (outcome) =>
      outcome.action === 'send-text'
        ? `Enviar ${templates[outcome.template]}: «${outcome.text.replace(/\.$/, '')}»`
        : `Antes de enviar ${templates[outcome.template]}, averiguar lo que falta (${list(outcome.missing.map(told))})`,
    'messaging/monitoring': (outcome) =>
      outcome.action === 'none'
        ? 'Nada que hacer por ahora, salvo comprobar si el bot respondió bien'
        : all(outcome.steps.map(watching)),
    'messaging/round': ({ places, steps }) =>
      `Revisar ${list(places)}: ${list(steps.map(({ action }) => roundSteps[action]))}`,
    'messaging/support': (outcome) => {
      switch (outcome.action) {
        case 'bot-handles':
        case 'start-closing':
          return supportAnswers[outcome.action];
        case 'take-steps':
          return all(outcome.steps.map((step) => duties[step]));
        case 'send-message':
          return `Enviar ${withData(outcome)}`;
        case 'need-fact':
          return needs[outcome.fact];
      }
    },
  },
  machines: {
    messaging: {
      stages: {
        NEW: 'Nueva',
        BOT: 'Con el bot',
        CLASSIFIED: 'Clasificada',
        SUPPORT: 'En soporte',
        INVESTIGATING: 'En investigación',
        SOLVED: 'Resuelta',
        CLOSED_OUT: 'Con el cierre hecho',
      },
      events: {
        'user-message': 'el cliente escribió',
        'bot-answered': 'el bot respondió',
        'bot-silent': 'el bot no respondió',
        hooked: 'se enganchó al bot',
        'comment-question': 'el cliente preguntó en un comentario',
        'comment-answered': 'se respondió al comentario',
        'section-set': 'se cambió la sección',
        'agent-set': 'se cambió el agente asignado',
        'tags-set': 'se cambiaron las etiquetas',
        'support-ticket': 'el cliente hizo un ticket de soporte',
        'user-called': 'se llamó al cliente',
        'user-located': 'se ubicó la conversación del cliente',
        'no-immediate-solution': 'se avisó que no hay solución inmediata',
        'case-text-sent': 'se le dijo al cliente que se sigue investigando',
        solved: 'se resolvió el caso',
        'standard-reply-sent': 'se envió la respuesta de cierre',
        'bot-reactivated': 'se reactivó el bot',
        'click-close': 'se pulsó el botón verde',
        'taken-over': 'una persona tomó la conversación',
        'given-back': 'la conversación se devolvió al bot',
      },
      conditions: {
        'before the close-out': 'es anterior al cierre',
        'seen before': 'no es un mensaje nuevo',
        'an old complaint': 'el reclamo es anterior a la solución',
        'says it is not solved': 'dice que no está resuelto',
        'the bot is off': 'el bot está apagado',
        'no such comment': 'ese comentario no espera respuesta',
        classified: 'queda clasificada',
        'not classified': 'queda sin clasificar',
        'nobody is assigned': 'nadie queda asignado',
        'the text was sent': 'el cliente ya lo sabía',
        'not by the assigned agent': 'quien lo hace no está a cargo del caso',
        'done already': 'ese paso ya se dio',
        'the reply is missing': 'falta la respuesta de cierre',
        'a step is missing': 'falta un paso anterior',
        'the last step': 'era el paso que faltaba',
        'the conversation has moved on': 'la conversación siguió entretanto',
        'held by them': 'esa persona ya la tenía',
        'the bot is on': 'el bot está activo',
      },
    },
    'messaging/loading': {
      stages: {
        IDLE: 'Sin empezar',
        WAITING: 'En espera',
        TAGGED: 'Con la etiqueta',
        ASKED: 'Con los datos pedidos',
        LOADED: 'Cargado o por cargar',
        FAILED: 'Por completar a mano',
      },
      events: {
        'conversation-ended': 'terminó la conversación',
        'user-message': 'el cliente escribió',
        'tag-added': 'la automatización puso la etiqueta',
        'tag-added-by-hand': 'alguien puso una etiqueta a mano',
        'contact-requested': 'se pidieron los datos de contacto',
        'data-given': 'el cliente dio sus datos',
        'upload-flag-set': 'se llenó el campo de carga a mano',
        'contact-known': 'el contacto se conoció por WhatsApp',
        'automation-failed': 'falló la automatización',
        'survey-sent': 'se envió la encuesta',
        'survey-answered': 'el cliente respondió la encuesta',
        loaded: 'el contacto se cargó al CRM',
      },
      conditions: {
        'before the end': 'es anterior al último fin conocido',
        'no later than the end': 'no es posterior al último fin conocido',
        'the wait begins': 'empieza la espera',
        'within the wait': 'interrumpe la espera',
        'the wait is over': 'la espera se cumplió',
        'it has started': 'la automatización ya arrancó',
        'another tag': 'es otra etiqueta',
        'the tag must wait': 'la etiqueta debe esperar',
        'started by hand': 'arrancó con la etiqueta puesta a mano',
        'known and flagged': 'se conoce el contacto y se pidió cargarlo',
        'flagged, and not known': 'se pidió cargar un contacto que no se conoce',
        'the load is owed': 'falta cargarlo',
      },
    },
  },
  codes: {
    'agent-attends': 'un agente de soporte ya atiende el caso',
    'already-loaded': 'el contacto ya está en el CRM o listo para cargarse',
    'already-solved': 'el caso ya está resuelto',
    'another-tag': 'esa no es la etiqueta que pone en marcha la automatización',
    'automation-failed': 'la automatización falló y se sigue a mano',
    'automation-runs': 'la carga al CRM ya está en marcha, y lo que pase en la conversación no la cambia',
    'bot-off': 'el bot está apagado en esta conversación',
    'contact-unknown': 'el contacto todavía no se conoce por WhatsApp',
    duplicate: 'eso ya estaba hecho o anotado',
    'no-comment': 'ese comentario no se conoce o ya tiene respuesta',
    'no-support-case': 'la conversación no tiene un caso de soporte en curso',
    'no-trigger': 'nada ha puesto en marcha la automatización',
    'not-asked': 'al cliente no se le han pedido sus datos de contacto',
    'not-assigned-agent': 'quien lo hace no está a cargo del caso',
    'not-failed': 'la automatización no ha fallado',
    'not-investigating': 'el caso no está en investigación',
    'not-solved': 'la conversación no tiene un caso resuelto',
    'not-tagged': 'la etiqueta todavía no ha puesto en marcha la automatización',
    'other-contact': 'el evento es de otro contacto',
    'out-of-order': 'el cierre va por pasos, y este no es el que sigue',
    stale: 'quien lo hizo no había visto el último mensaje, o la conversación ya había cambiado de manos',
    'too-early': 'no se ha cumplido la espera desde que terminó la conversación',
    undated: 'el evento no trae una fecha y hora válidas',
  },
  policy: {
    zone: 'zona horaria, si no se sabe la del cliente',
    forbiddenSections: 'secciones de paso, que no valen como clasificación',
    classifyClosedOut: 'clasificar también después del cierre',
    hookSnippet: 'número del texto guardado («snippet») que engancha al bot',
    closeOrder: 'orden de los pasos del cierre',
    closers: 'quién puede resolver y cerrar',
    crmDelay: 'espera hasta la automatización del CRM',
    crmTag: 'etiqueta que pone en marcha la automatización',
    uploadFlag: 'valor de «¿subir a CRM manualmente? R3» que pide la carga',
    resumption: 'qué pasa con la espera si el cliente escribe',
    manualTag: 'cuándo arranca la automatización con la etiqueta puesta a mano',
    centralPhone: 'teléfono de la central',
    networks: 'redes que también se revisan',
    users: 'usuarios y los temas de cada uno',
    templates: 'textos de los mensajes',
    greetings: 'saludos según la hora',
  },
};

const snippet = 'el texto guardado («snippet»)';
const botAnswered = 'Nada que hacer: no hace falta enganchar al bot';
const complete =
  'Nada que hacer: el cierre está completo, con el bot activo y la conversación abierta (en azul) y sin agente';
const load = 'Cargar el contacto al CRM, una sola vez';
const awaitData = 'Esperar a que el cliente dé sus datos de contacto';
const askingIsNearest = 'lo más cercano es pedirle al cliente sus datos de contacto';

const idle = {
  'bot-attends': 'Nada que hacer: se ocupa el bot',
  'person-attends': 'Nada más que hacer: ya se ocupa una persona',
  'closed-out': 'Nada que hacer: si el cliente vuelve a escribir, responde el bot',
} as const;

const nextThing = {
  hook: 'Enganchar al bot',
  'reply-comment': 'Responder al comentario con emojis',
  classify: 'Completar la clasificación',
  'follow-case': 'Ocuparse del caso de soporte',
  close: 'Dar el siguiente paso del cierre',
} as const;

const parts: Readonly<Record<Part, string>> = {
  section: 'pasarla a una sección definitiva',
  agent: 'asignarle un agente',
  tag: 'ponerle una etiqueta',
};

const unasked = {
  classified: 'Nada que hacer: la conversación ya está clasificada',
  'closed-out': 'Nada que hacer: después del cierre no hace falta clasificar la conversación',
} as const;

const needs: Readonly<Record<NeedFact['fact'], string>> = {
  department: 'Averiguar de qué departamento es el caso antes de contestarle al cliente',
  agent: 'Averiguar qué agente lleva el caso antes de contestarle al cliente',
  zone: 'Averiguar en qué zona horaria está el cliente',
};

const duties: Readonly<Record<CaseDuty['action'], string>> = {
  'call-user': 'llamar por teléfono al cliente',
  'locate-user': 'ubicar en Respond.io la conversación del cliente',
  'monitor-case': 'seguir el caso hasta resolverlo',
};

const templates: Readonly<Record<TemplateName, string>> = {
  'case-3': 'la respuesta estándar de que el caso se sigue investigando',
  closing: 'la respuesta de cierre',
  'contact-request': 'el mensaje que pide los datos de contacto',
  'capture-call': 'el mensaje que propone la llamada de captación',
  'central-phone': 'el mensaje con el teléfono de la central',
};

/** What a text has a place for; a company's own wording may have other places. */
const placeholders: ReadonlyMap<string, string> = new Map([
  ['agent', 'agente'],
  ['centralPhone', 'teléfono de la central'],
  ['department', 'departamento'],
  ['greeting', 'saludo según la hora local'],
]);

const hookSteps = {
  hook: `enganchar al bot con ${snippet} previsto`,
  'reply-comment': 'responder al comentario con emojis',
} as const;

const supportAnswers = {
  'bot-handles': 'Nada que hacer: de este caso se ocupa el bot',
  'take-steps': 'Llamar al cliente, ubicar su conversación en Respond.io y seguir el caso hasta resolverlo',
  'start-closing': 'Empezar el cierre de la conversación',
  'send-text': `Enviar ${templates['case-3']}`,
  'need-department': needs.department,
  'need-agent': needs.agent,
} as const;

const closingSteps = {
  'standard-reply': 'Dar el primer paso del cierre: enviar la respuesta de cierre',
  'reactivate-bot': 'Dar el segundo paso del cierre: reactivar el bot',
  'click-close': 'Dar el tercer paso del cierre: pulsar el botón verde «Close Conversation»',
} as const;

const refusals = {
  'not-solved': 'No cerrar todavía la conversación: primero hay que resolver el caso',
  'not-assigned-agent': 'No cerrar la conversación: a quien lo pide no le toca hacerlo',
  'out-of-order': 'No dar por hecho el cierre: sus pasos van en orden',
} as const;

const nothingToLoad = {
  'already-loaded': 'Nada que hacer: cada contacto se carga una sola vez',
  'no-trigger': 'Nada que hacer por ahora: nada ha puesto en marcha la carga al CRM',
  'conversation-resumed':
    'Nada que hacer por ahora: el cliente volvió a escribir, y la espera empieza de nuevo cuando termine la conversación',
} as const;

const fallbackAnswers = {
  'send-survey': `Enviarle al cliente ${snippet} y la encuesta`,
  'await-survey': 'Esperar a que el cliente responda la encuesta',
  load,
} as const;

const intakeAnswers = {
  'already-loaded': nothingToLoad['already-loaded'],
  'no-trigger': nothingToLoad['no-trigger'],
  resumed: nothingToLoad['conversation-resumed'],
  wait: 'Esperar: la automatización arranca cuando se cumpla la espera',
  run: 'Dar el siguiente paso de la automatización',
  load,
  'fall-back': `Suplir la automatización a mano, con ${snippet} y la encuesta`,
  'contact-unknown': `El manual no dice qué hacer cuando se pide cargar un contacto que no se conoce; ${askingIsNearest}`,
} as const;

const dayParts = { morning: 'de mañana', afternoon: 'de tarde', night: 'de noche' } as const;

const watchSteps = {
  'let-bot-answer': 'dejar que el bot responda',
  'send-capture-call-message': `enviar después ${templates['capture-call']}`,
  'notify-for-dialogflow': 'avisar del error del bot para que se corrija en Dialogflow',
  'send-info-manually': 'enviar la información a mano',
  'send-central-phone-message': `enviar ${templates['central-phone']}`,
  'offer-mail-or-chat': 'ofrecerle al cliente la información por correo o por el chat si prefiere no llamar',
} as const;

const roundSteps = {
  review: 'repasar cada conversación',
  read: 'ver qué le interesa al cliente o qué problema tiene',
  verify: 'comprobar las respuestas del bot',
  classify: 'clasificar al cliente',
  'load-to-crm': 'cargar su contacto al CRM',
} as const;

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function list(items: readonly string[]): string {
  return new Intl.ListFormat('es').format(items);
}

/** Several things to do, as one sentence. */
function all(items: readonly string[]): string {
  return sentence(list(items));
}

/** Whose case it is, behind a thing to do; `null`: nobody's. */
function caseOf(agent: string | null | undefined): string {
  return agent == null ? '' : ` (agente del caso: ${agent})`;
}

function hooking(step: Hook | ReplyComment): string {
  if (step.action === 'hook') return `enganchar al bot con ${snippet} número ${step.snippet}`;
  return step.comment === null ? hookSteps['reply-comment'] : `responder al comentario «${step.comment}» con emojis`;
}

function automationStep(step: AutomationStep, tag: string): string {
  const steps = {
    'add-tag': `poner ${tag}`,
    'ask-contact': 'pedirle al cliente sus datos de contacto',
    'load-to-crm': 'cargarlos al CRM cuando los dé',
  } as const satisfies Readonly<Record<AutomationStep, string>>;
  return steps[step];
}

function watching(step: Extract<MonitoringOutcome, { readonly action: 'take-steps' }>['steps'][number]): string {
  return `${watchSteps[step.action]}${'data' in step ? dataOf(step.data) : ''}`;
}

function withData({ template, data }: Pick<SendMessage, 'template' | 'data'>): string {
  return `${templates[template]}${dataOf(data)}`;
}

/** What a message is written with, and what of it nobody knows yet. */
function dataOf(data: SendMessage['data']): string {
  const known = Object.entries(data).map(([name, value]) => `${told(name)}: ${value ?? 'por averiguar'}`);
  return ` (${known.join('; ')})`;
}

function told(placeholder: string): string {
  return placeholders.get(placeholder) ?? `«${placeholder}»`;
}
