import type * as system from '../../contact/index.js';
import type { Say } from '../speech.js';
import type { SystemWords } from '../words.js';

/** What is said of `contact` in Spanish. */
export const contact: SystemWords<'contact'> = {
  name: 'contacto con el cliente',
  manual: 'Asignaciones manuales',
  tables: {
    contact: {
      title: '¿Qué toca hacer en el contacto con el cliente?',
      facts: {
        record: {
          label: 'respaldo de las llamadas',
          values: {
            owed: 'falta el correo de respaldo de una llamada contestada',
            none: 'no falta ningún correo de respaldo',
          },
        },
        state: {
          label: 'estado del contacto',
          values: {
            asking: 'todavía no hay una decisión del cliente',
            running: 'ya se está dando curso a la decisión del cliente',
            assigned: 'la mudanza ya está asignada',
            refunded: 'la devolución al cliente ya se hizo',
            cancelled: 'el cliente canceló la mudanza',
          },
        },
        // Where both tables are told together, what they say of the reply is said once.
        heard: {
          label: 'noticias del cliente',
          values: {
            no: 'el cliente no ha respondido',
            reply: 'el cliente respondió por escrito',
            call: 'el cliente contestó una llamada',
            unclear: 'la respuesta que dio el cliente todavía no ha llevado a ningún paso',
          },
        },
      },
      answer: first,
    },
    'contact/outreach': {
      title: '¿Hay que escribir o llamar al cliente, y cuándo?',
      facts: {
        reply: {
          label: 'respuesta del cliente',
          values: { no: 'el cliente no ha respondido', yes: 'el cliente respondió por escrito' },
        },
        days: {
          label: 'días hasta la mudanza',
          values: {
            past: 'la fecha de la mudanza ya pasó',
            today: 'la mudanza es hoy',
            'today-open': 'la mudanza es hoy (caso que decide una persona)',
            tomorrow: 'la mudanza es mañana',
            'under-three': 'faltan menos de tres días para la mudanza',
            'exactly-three': 'faltan exactamente tres días para la mudanza',
            'over-three': 'faltan más de tres días para la mudanza (o tres, si se cuentan como más)',
            'date-unknown': 'no se conoce la fecha de la mudanza',
            'zone-unknown': 'no se conoce la zona horaria del servicio',
          },
        },
        call: {
          label: 'llamada al cliente',
          values: {
            none: 'la llamada al cliente todavía no se ha hecho',
            unanswered: 'el cliente no contestó la llamada',
            followed: 'el correo de ayuda se envió después de una llamada sin respuesta',
          },
        },
        mail: {
          label: 'correo de ayuda',
          values: {
            none: 'no corre ningún plazo para responder al correo de ayuda',
            short: 'el correo de ayuda sigue dentro del plazo corto',
            'short-over': 'terminó el plazo corto del correo de ayuda',
            long: 'el correo de ayuda sigue dentro del plazo largo',
            'long-over': 'terminó el plazo largo del correo de ayuda',
            eve: 'el plazo del correo de ayuda termina al empezar la víspera de la mudanza',
            bounced: 'el correo de ayuda fue devuelto',
          },
        },
      },
      answer: outreach,
    },
    'contact/alternative': {
      title: '¿Cuál de las dos alternativas se ofrece al cliente?',
      facts: {
        team: {
          label: 'MP para otra fecha',
          values: {
            yes: 'hay un MP para otra fecha',
            no: 'no hay ningún MP para otra fecha',
            unknown: 'no se sabe si hay un MP para otra fecha',
          },
        },
      },
      answer: (then) => alternatives[then],
    },
    'contact/mail': {
      title: '¿De quién y para quién es el correo?',
      facts: {
        mail: {
          label: 'correo',
          values: { help: 'el correo es el de ayuda', refund: 'el correo es el de la devolución' },
        },
        mc: {
          label: 'dirección del MC',
          values: {
            known: 'se conoce la dirección del MC',
            unknown: 'no se conoce la dirección del MC',
          },
        },
      },
      answer: (then) => mails[then],
    },
    'contact/answer': {
      title: '¿A qué lleva la respuesta del cliente?',
      facts: {
        alternative: {
          label: 'alternativa',
          values: {
            '1': 'se ofreció la fecha de un MP',
            '2': 'se le pidieron otras fechas al cliente',
          },
        },
        stance: {
          label: 'postura del cliente',
          values: { yes: 'el cliente está de acuerdo', no: 'el cliente no está de acuerdo' },
        },
        refund: {
          label: 'devolución',
          values: { asked: 'hay un pedido de devolución', no: 'no hay ningún pedido de devolución' },
        },
        dates: {
          label: 'fechas del cliente',
          values: { given: 'hay fechas propuestas por el cliente', no: 'no hay fechas propuestas por el cliente' },
        },
      },
      answer: reaction,
    },
    'contact/course': {
      title: '¿Qué paso sigue según lo que decidió el cliente?',
      facts: {
        course: {
          label: 'decisión del cliente',
          values: {
            'date-accepted': 'el cliente aceptó la fecha ofrecida',
            'await-dates': 'el cliente es flexible aunque todavía no propone fechas',
            'new-search': 'se busca otra vez en las fechas que propuso el cliente',
            'mp-found': 'la nueva búsqueda dio con un MP',
            'refund-offered': 'la nueva búsqueda no dio con ningún MP',
            refunding: 'el cliente pidió la devolución',
          },
        },
        first: {
          label: 'primer paso',
          values: { open: 'falta dar el primer paso', done: 'el primer paso ya se dio' },
        },
        second: {
          label: 'segundo paso',
          values: { open: 'falta dar el segundo paso', done: 'el segundo paso ya se dio' },
        },
        third: {
          label: 'tercer paso',
          values: { open: 'falta dar el tercer paso', done: 'el tercer paso ya se dio' },
        },
        message: {
          label: 'novedades del cliente',
          values: {
            none: 'no hay novedades del cliente sin revisar',
            unread: 'hay novedades del cliente sin revisar',
          },
        },
      },
      answer: ({ action }) => steps[action],
    },
  },
  outcomes: {
    contact: nextStep,
    'contact/alternative': (outcome, { date }) =>
      outcome.action === 'alternative-1'
        ? `Ofrecer al cliente el ${date(outcome.date)} con «${outcome.mp}»: alternativa 1, primer párrafo del correo de ayuda`
        : alternatives[outcome.action],
    'contact/answer': (outcome, say) =>
      outcome.action === 'not-covered' ? notCovered(outcome, say) : inOrder(outcome),
    'contact/mail': (outcome) => (outcome.action === 'need-fact' ? mails['need-mc'] : letter(outcome.mail)),
    'contact/note': ({ text }) => `Escribir en el chat del servicio con el cliente: «${text.replace(/\.$/, '')}»`,
  },
  machines: {
    contact: {
      stages: {
        DUE: 'Por contactar',
        CALLED_UNANSWERED: 'Llamada sin respuesta',
        MAIL_SENT: 'Correo enviado',
        DIALOGUE: 'En diálogo',
        DATE_ACCEPTED: 'Fecha aceptada',
        AWAIT_DATES: 'A la espera de fechas',
        RE_SEARCH: 'Nueva búsqueda',
        REFUND_OFFERED: 'Nueva búsqueda fallida',
        REFUNDING: 'Devolución en curso',
        ASSIGNED: 'Asignada',
        REFUNDED: 'Devolución hecha',
        CANCELLED: 'Cancelada',
      },
      events: {
        'mail-sent': 'se envió el correo de ayuda',
        'record-mail-sent': 'se envió el respaldo de una llamada',
        'mail-bounced': 'el correo de ayuda fue devuelto',
        'call-answered': 'el cliente contestó la llamada',
        'call-unanswered': 'el cliente no contestó la llamada',
        'client-reply': 'el cliente escribió',
        'reply-read': 'se leyó lo que escribió el cliente',
        'mp-available': 'un MP dijo qué otra fecha le sirve',
        'client-answered': 'se anotó la respuesta del cliente',
        'chat-note-written': 'se escribió la nota en el chat',
        'date-changed': 'se cambió la fecha en «operaciones»',
        'mp-assigned': 'se asignó al MP',
        'ack-sent': 'se respondió al cliente que se buscarán MP',
        'system-updated': 'se cambiaron en el sistema la fecha y las flexibilidades',
        'broadcast-restarted': 'se inició de nuevo la difusión',
        'mp-found': 'se encontró un MP',
        'found-mail-sent': 'se dio la noticia de que hay un MP',
        'mp-not-found': 'no se encontró ningún MP',
        'not-found-mail-sent': 'se dio la noticia de que no hay MP',
        'refund-mail-sent': 'se envió la plantilla de devolución',
        'reverso-applied': 'se aplicó el reverso',
        cancel: 'el cliente canceló',
        'assigned-elsewhere': 'la mudanza se asignó por otra vía',
        'move-date-changed': 'la fecha de la mudanza se cambió por otra vía',
      },
      conditions: {
        'the client was heard': 'hay una respuesta o una llamada contestada',
        'called in vain': 'la llamada quedó sin respuesta y sin correo posterior',
        'a mail is out': 'hay un correo de ayuda a la espera de respuesta',
        'sent already': 'ya se había enviado',
        'no record is owed': 'no falta ningún respaldo',
        'before the last answer': 'es anterior a la última respuesta anotada',
        'changed since': 'la fecha se cambió después',
        'about the other alternative': 'la respuesta es de la otra alternativa',
        'a date was offered': 'se le ofreció una fecha',
        'the refund is due': 'corresponde la devolución',
        'the date is accepted': 'acepta la fecha',
        'dates are given': 'propone fechas',
        'the same dates again': 'repite las mismas fechas',
        'dates are to come': 'es flexible y no propone fechas',
        'no chat note yet': 'falta la nota en el chat',
        'chat note written': 'la nota ya está en el chat',
        'date not changed yet': 'falta cambiar la fecha',
        'date changed': 'la fecha ya se cambió',
        'another mover': 'es otro MP',
        acknowledged: 'ya se le respondió',
        'system updated': 'el sistema ya está al día',
        'system not updated': 'falta poner al día el sistema',
        'broadcast restarted': 'la difusión ya se inició',
        'nobody was found': 'no se ha encontrado ningún MP',
        'found already': 'ese MP ya estaba anotado',
        'news sent': 'la noticia ya se dio',
        'assigned, and told by this': 'el MP ya está asignado',
        'assigned already': 'ese MP ya está asignado',
        'told already': 'ya se le contó que hay un MP',
        'template not sent': 'falta enviar la plantilla',
        'template sent': 'la plantilla ya se envió',
      },
    },
  },
  codes: {
    'chat-note-first': 'primero hay que dejar la nota en el chat',
    closed: 'el contacto con el cliente ya terminó',
    'date-first': 'primero hay que cambiar la fecha del servicio',
    duplicate: 'eso ya estaba anotado o no hacía falta',
    'no-date-accepted': 'no está en pie ninguna aceptación de una fecha ofrecida',
    'no-refund-asked': 'no está en pie ningún pedido de devolución del cliente',
    'no-reply': 'todavía no hay ni un mensaje del cliente ni una llamada contestada',
    'nobody-found': 'no hay una búsqueda nueva que haya dado con un MP',
    'not-flexible': 'no está en pie ninguna respuesta con la que el cliente admita otras fechas',
    'not-searching': 'no hay ninguna búsqueda nueva a la que eso corresponda',
    'other-move': 'el evento es de otra mudanza',
    'search-not-failed': 'no hay una búsqueda nueva que se haya dado por fallida',
    'template-first': 'primero hay que responder con la plantilla de devolución',
    undated: 'el evento no trae una fecha y hora válidas',
    'update-first': 'primero hay que cambiar en el sistema la fecha y las flexibilidades',
    'wrong-alternative': 'la respuesta no corresponde a lo que se le propuso al cliente',
    'wrong-mp': 'la fecha aceptada es la de otro MP',
  },
  policy: {
    zone: 'zona horaria de una mudanza que no indica la suya',
    shortWait: 'plazo corto de respuesta al correo',
    longWait: 'plazo largo de respuesta al correo',
    exactlyThreeDays: 'qué plazo vale a tres días exactos de la mudanza',
    today: 'qué se hace si la mudanza es hoy',
    tomorrowOverride: 'si la víspera de la mudanza corta el plazo del correo',
    sender: 'a nombre de quién sale el correo de ayuda',
    helpTemplate: 'nombre de la plantilla de ayuda',
    refundTemplate: 'nombre de la plantilla de devolución',
    chatNote: 'texto de la nota en el chat',
    callingHours: 'horario en que se llama al cliente',
    mcAddress: 'dirección del MC',
  },
};

type Then<T extends { readonly rows: readonly { readonly then: unknown }[] }> = T['rows'][number]['then'];

/** What the first table says to do, or to ask. */
function first(then: Then<typeof system.table>): string {
  return then.action === 'none' ? ends[then.reason] : steps[then.action];
}

function outreach(then: Then<typeof system.outreachTable>): string {
  switch (then.action) {
    case 'not-covered':
      return open(then.gap, then.nearest);
    case 'need-fact':
      return unknown[then.fact];
    default:
      return steps[then.action];
  }
}

function reaction(then: system.AnswerOutcome): string {
  return then.action === 'not-covered' ? open(then.gap, then.nearest) : inOrder(then);
}

const steps = {
  'reach-out': 'Escribir o llamar al cliente, según los días que falten para la mudanza',
  'weigh-answer': 'Ver a qué lleva la respuesta del cliente',
  'follow-course': 'Dar el paso que sigue según lo que decidió el cliente',
  'call-now': 'Llamar ahora al cliente y, si contesta, dejar por correo el respaldo de todo lo conversado',
  'send-help-mail': 'Enviar el correo de ayuda al cliente, con el MC en copia oculta',
  'send-call-record-mail': 'Enviar al cliente un correo de respaldo con todo lo conversado por teléfono',
  wait: 'Esperar la respuesta del cliente al correo antes de llamar',
  'await-reply': 'Esperar la respuesta del cliente: ya se le llamó y se le escribió',
  'handle-reply': 'Revisar lo que dijo el cliente y anotar su respuesta',
  'write-chat-note': 'Escribir la nota con la fecha nueva en el chat del servicio con el cliente',
  'change-date': 'Cambiar en «operaciones» la fecha del servicio',
  'assign-available-mp': 'Asignar la mudanza al MP que tiene esa fecha',
  'send-search-ack':
    'Responder al cliente que se buscarán MP y que, si no aparece ninguno, pronto se le escribirá para gestionar la devolución',
  'await-dates': 'Esperar a que el cliente proponga fechas',
  'update-dates': 'Cambiar en el sistema la fecha de la mudanza y las flexibilidades',
  'restart-broadcast': 'Iniciar de nuevo la difusión',
  'await-search': 'Esperar a que alguien diga si la nueva búsqueda dio con un MP',
  'send-found-mail': 'Dar al cliente, en el mismo hilo de correo, la noticia de que se encontró un MP',
  'assign-mp': 'Asignar la mudanza al MP que se encontró',
  'send-not-found-mail':
    'Dar al cliente, en el mismo hilo de correo, la noticia de que no se encontró ningún MP, y ofrecerle la devolución',
  'await-answer': 'Esperar la decisión del cliente sobre la devolución ofrecida',
  'send-refund-template': 'Responder al cliente con la plantilla de devolución',
  'apply-reverso': 'Aplicar el procedimiento de reverso',
} as const;

const ends = {
  assigned: 'Nada que hacer: la mudanza ya está asignada',
  refunded: 'Nada que hacer: la devolución al cliente ya se hizo',
  cancelled: 'Nada que hacer: el cliente canceló la mudanza',
} as const;

const unknown = {
  'move-date': 'Averiguar la fecha de la mudanza',
  zone: 'Averiguar la zona horaria del origen del servicio',
} as const;

/** What is to be done next, with all that a person needs to do it. */
function nextStep(outcome: system.Outcome, say: Say): string {
  switch (outcome.action) {
    case 'none':
      return ends[outcome.reason];
    case 'need-fact':
      return unknown[outcome.fact];
    case 'not-covered':
      return notCovered(outcome, say);
    case 'take-steps':
      return inOrder(outcome);
    case 'wait':
      return outcome.of === 'calling-hours'
        ? `Esperar hasta el ${say.instant(outcome.until)}, cuando empieza el horario de llamadas; si el cliente no ha respondido, llamarlo entonces`
        : `Esperar la respuesta del cliente hasta el ${say.end(outcome)}; si no llega, llamarlo entonces`;
    case 'send-help-mail':
      return helpMail(outcome, say);
    case 'write-chat-note':
    case 'change-date':
    case 'assign-available-mp':
      return acceptedDate(outcome, say);
    case 'send-search-ack':
    case 'update-dates':
    case 'restart-broadcast':
    case 'await-search':
      return newSearch(outcome, say);
    case 'send-found-mail':
    case 'assign-mp':
      return `${steps[outcome.action]}${outcome.mp === null ? '' : `: «${outcome.mp}»`}`;
    default:
      return steps[outcome.action];
  }
}

function helpMail({ date, mp }: system.SendHelpMail, say: Say): string {
  return date === null
    ? `${steps['send-help-mail']}; dejar el segundo párrafo, que pide otras fechas al cliente`
    : `${steps['send-help-mail']}; dejar el primer párrafo e indicar en él la fecha de ${named(mp)}: ${say.date(date)}`;
}

function acceptedDate({ action, date, mp }: system.AcceptDateStep, say: Say): string {
  if (date === null) return steps[action];
  const day = say.date(date);
  return {
    'write-chat-note': `${steps['write-chat-note']}: ${day}`,
    'change-date': `${steps['change-date']} al ${day}`,
    'assign-available-mp': `Asignar la mudanza del ${day} a ${named(mp)}, que tiene esa fecha`,
  }[action];
}

function named(mp: string | null): string {
  return mp === null ? 'ese MP' : `«${mp}»`;
}

function newSearch({ action, dates }: system.SearchStep, say: Say): string {
  return dates === null ? steps[action] : `${steps[action]}; el cliente propone ${proposal(dates, say)}`;
}

function proposal({ date, from = date, to = date }: system.NewDates, say: Say): string {
  const day = `el ${say.date(date)}`;
  return from === to ? day : `${day} (flexible entre el ${say.date(from)} y el ${say.date(to)})`;
}

function inOrder({ steps: ordered }: system.TakeSteps): string {
  return `En este orden: ${ordered.map((one) => answerSteps[one]).join('; ')}`;
}

const answerSteps: { readonly [Step in system.AnswerStep]: string } = {
  'chat-note': 'escribir la nota en el chat del servicio con el cliente',
  'change-date': 'cambiar en «operaciones» la fecha del servicio',
  'assign-available-mp': 'asignar la mudanza al MP que tiene esa fecha',
  'refund-template': 'responder al cliente con la plantilla de devolución',
  reverso: 'aplicar el procedimiento de reverso',
  'ack-search':
    'responder al cliente que se buscarán MP y que, si no aparece ninguno, pronto se le escribirá para gestionar la devolución',
  'update-dates': 'cambiar en el sistema la fecha de la mudanza y las flexibilidades',
  rebroadcast: 'iniciar de nuevo la difusión',
  'await-dates': 'esperar a que el cliente proponga fechas',
};

function notCovered({ gap, question, nearest }: system.NotCovered, { question: asked }: Say): string {
  // The question that a mail which came back falls under does not say what happened.
  const isSaid = question === null || gap === 'mail-not-delivered';
  if (isSaid) return open(gap, nearest);
  return `El manual no dice nada sobre esta pregunta: «${asked(question)}»${advice(nearest)}`;
}

function open(gap: system.Gap, nearest: system.NotCovered['nearest']): string {
  return `El manual no dice qué hacer cuando ${gaps[gap]}${advice(nearest)}`;
}

function advice(nearest: system.NotCovered['nearest']): string {
  return nearest === null ? '' : `; lo más cercano es ${suggestions[nearest.action]}`;
}

const gaps: { readonly [Gap in system.Gap]: string } = {
  'move-date-passed': 'la fecha de la mudanza ya pasó',
  'move-is-today': 'la mudanza es hoy',
  'unanswered-call-after-mail': 'el cliente no contestó ni el correo ni la llamada',
  'mail-not-delivered': 'el correo de ayuda fue devuelto',
  'rejects-without-refund': 'el cliente rechaza la fecha y no pide la devolución',
  'not-flexible-without-refund': 'el cliente no tiene flexibilidad y no pide la devolución',
  contradictory: 'el cliente está de acuerdo y a la vez pide la devolución',
};

const suggestions = {
  'call-now': 'llamar ahora al cliente',
  'ask-again': 'volver a preguntarle al cliente',
} as const;

const alternatives = {
  'alternative-1': 'Ofrecer al cliente la fecha de ese MP: alternativa 1, primer párrafo del correo de ayuda',
  'alternative-2': 'Pedir otras fechas al cliente: alternativa 2, segundo párrafo del correo de ayuda',
} as const;

const mails = {
  help: 'Enviar el correo de ayuda al cliente, con el MC en copia oculta',
  refund: 'Enviar al cliente el correo de la devolución',
  'need-mc': 'Averiguar la dirección del MC',
} as const;

function letter({ from, to, bcc, template }: system.Mail): string {
  const hidden = bcc.length === 0 ? '' : `, con copia oculta a «${bcc.join(', ')}»`;
  return `Enviar un correo con la plantilla «${template}»: de «${from}» para «${to.join(', ')}»${hidden}`;
}
