import type * as system from '../../requirement/index.js';
import { subjects } from '../../requirement/index.js';
import type { Say } from '../speech.js';
import type { SystemWords } from '../words.js';

/** What is said of `requirement` in Spanish. */
export const requirement: SystemWords<'requirement'> = {
  name: 'gestión de requerimientos',
  manual: 'Gestión de requerimientos',
  tables: {
    requirement: {
      title: '¿Qué corresponde hacer cuando el cliente dice que no tiene respuesta?',
      facts: {
        initial: {
          label: 'requerimiento inicial',
          values: {
            none: 'no hay un requerimiento inicial vigente',
            'in-term': 'el requerimiento inicial sigue en plazo sin respuesta',
            overdue: 'el requerimiento inicial está fuera de plazo sin respuesta',
            'term-unknown': 'el requerimiento inicial no tiene respuesta ni plazo conocido',
            answered: 'el requerimiento inicial tiene respuesta',
          },
        },
        insistence: {
          label: 'insistencia',
          values: {
            none: 'no hay ninguna insistencia',
            'other-kind': 'solo hay insistencias por respuesta fuera de plazo',
            answered: 'la insistencia tiene respuesta',
            'in-term': 'la insistencia sigue en plazo sin respuesta',
            'term-unknown': 'la insistencia no tiene respuesta ni plazo conocido',
            overdue: 'la insistencia está fuera de plazo sin respuesta',
          },
        },
        client: {
          label: 'cliente',
          values: {
            unaware: 'el cliente no conoce la respuesta',
            dissatisfied: 'el cliente no está conforme con la respuesta',
            satisfied: 'el cliente está conforme con la respuesta',
          },
        },
      },
      answer: (then) => {
        switch (then.action) {
          case 'tell-max-date':
            return `${tellMaxDate} (caso 1)`;
          case 'file':
            return `Corresponde un ticket por ${complaints[then.subject]} (caso ${then.case})`;
          case 'tell-insistence-max-date':
            return `${tellInsistenceMaxDate} (caso 5)`;
          case 'read-answer':
          case 'escalate-supervisor':
            return settled(then);
          case 'not-covered':
            return `El manual no dice qué hacer; ${remarks[then.gap]}`;
        }
      },
    },
    'requirement/filing': {
      title: '¿Quién hace el ticket?',
      facts: {
        product: {
          label: 'producto',
          values: {
            meter: 'el producto es medidor',
            bottled: 'el producto es envasado',
            bulk: 'el producto es granel',
            unknown: 'no se sabe cuál es el producto',
          },
        },
        meterFiling: {
          label: 'quién hace el ticket en medidor',
          values: {
            client: 'en medidor el ticket lo hace el cliente',
            'contact-centre': 'en medidor el ticket lo hace el centro de contacto',
          },
        },
      },
      answer: (then) => {
        switch (then.action) {
          case 'tell-client-to-file':
            return `Indicar al cliente que haga el ticket; ${centreMayCreate}`;
          case 'create-ticket':
            return 'Hacer el ticket en el centro de contacto';
          case 'not-covered':
            return `El manual no dice qué hacer; ${remarks[then.gap]}`;
        }
      },
    },
    'requirement/typify': {
      title: '¿Cómo se tipifica el ticket?',
      facts: {
        subject: {
          label: 'asunto',
          values: {
            'late-answer': 'el asunto es «Respuesta fuera de plazo»',
            disagreement: 'el asunto es «Inconformidad en la respuesta»',
            'not-executed': 'el asunto es «No ejecución de la solución»',
            'enable-delay': 'el asunto es «Demora en la habilitación del servicio»',
            'restore-delay': 'el asunto es «Tardanza en la reposición del suministro»',
            collections: 'el asunto es «Gestión de cobranza»',
            other: 'el asunto no es ninguno de los seis permitidos',
          },
        },
        channel: {
          label: 'canal de ingreso',
          values: {
            authorised: 'el canal de ingreso está autorizado',
            'in-person': 'el contacto fue presencial',
            other: 'el canal de ingreso no figura en el manual',
          },
        },
      },
      answer: (then) => typifications[then],
    },
    'requirement/channel': {
      title: '¿Qué canal de ingreso se registra en un ticket de cobranza?',
      facts: {
        channel: {
          label: 'canal de ingreso',
          values: {
            authorised: 'el canal de ingreso está autorizado',
            'in-person': 'el contacto fue presencial',
            other: 'el canal de ingreso no figura en el manual',
          },
        },
      },
      answer: (then) => (then === 'record-channel' ? 'Registrar en el ticket el canal que corresponde' : chooseChannel),
    },
    'requirement/collections': {
      title: '¿Corresponde un ticket de cobranza?',
      facts: {
        notice: {
          label: 'avisos de deuda',
          values: {
            none: 'la persona no recibe avisos de ninguna deuda',
            received: 'la persona recibe avisos de una deuda',
          },
        },
        debt: {
          label: 'deuda',
          values: {
            recognised: 'la deuda es propia y se reconoce',
            'not-recognised': 'la deuda es ajena o no se reconoce',
          },
        },
      },
      answer: collections,
    },
  },
  outcomes: {
    requirement: whatToDo,
    'requirement/channel': (outcome) =>
      outcome.action === 'record-channel' ? `Registrar el canal de ingreso «${outcome.channel}»` : chooseChannel,
    'requirement/collections': collections,
    'requirement/description': ({ text, empty }, { and }) => {
      const lines = text.split('\n').map((line) => line.trim());
      const missing = empty.length === 0 ? '' : `; si es posible, preguntar también ${and(empty.map(asked))}`;
      return `Escribir en la descripción del problema, con los cuatro rótulos: «${lines.join(' / ').replace(/\.$/, '')}»${missing}`;
    },
    'requirement/sources': (outcome, say) => {
      switch (outcome.action) {
        case 'use':
          return `Seguir con lo que consta: ${onRecord(outcome.facts, say)}`;
        case 'not-covered':
          return `${notSaid(outcome, say)}; antes de seguir, aclarar la diferencia en ${say.and(outcome.fields.map(differing))}`;
        case 'need-fact':
          return 'Buscar el requerimiento en STP o en CRM: todavía no se ha mirado en ninguno';
      }
    },
    'requirement/typify': (outcome) => {
      switch (outcome.action) {
        case 'typify':
          return `Tipificar el ticket así: ${typified(outcome.ticket)}`;
        case 'unavailable':
          return `Tipificar el ticket según las imágenes del manual: su texto no dice cómo se tipifica «${subjects[outcome.subject]}»`;
        case 'refuse':
          return typifications[outcome.code];
      }
    },
  },
  machines: {
    requirement: {
      stages: {
        NONE: 'Sin requerimiento',
        INITIAL_OPEN: 'Inicial sin respuesta',
        INITIAL_ANSWERED: 'Inicial respondido',
        INSISTENCE_OPEN: 'Insistencia sin respuesta',
        INSISTENCE_ANSWERED: 'Insistencia respondida',
        ESCALATED: 'Escalado al supervisor',
        CLOSED: 'Cerrado',
      },
      events: {
        'initial-created': 'se creó el requerimiento inicial',
        'insistence-created': 'se creó una insistencia',
        'initial-answered': 'se respondió el requerimiento inicial',
        'insistence-answered': 'se respondió la insistencia',
        'client-asks': 'el cliente preguntó por su requerimiento',
        'client-disagrees': 'el cliente dijo que no está conforme',
        'client-satisfied': 'el cliente dijo que está conforme',
        'collections-created': 'se creó un ticket de cobranza',
        cancel: 'se anuló el requerimiento',
      },
      conditions: {
        'initial in term': 'el inicial no está vencido',
        'initial answered': 'el inicial tiene respuesta',
        'insistences answered': 'las insistencias tienen respuesta',
        'complains of delay': 'es por respuesta fuera de plazo',
        'must be escalated': 'corresponde escalar',
      },
    },
  },
  codes: {
    'already-answered': 'esa respuesta ya estaba registrada',
    answered: 'el requerimiento inicial ya tiene respuesta, así que no cabe un ticket por respuesta fuera de plazo',
    closed: 'el requerimiento ya está cerrado',
    duplicate: 'el caso ya está escalado o cerrado',
    'initial-exists': 'ya hay un requerimiento inicial',
    'insistence-open': 'ya hay una insistencia que espera respuesta',
    'no-initial-requirement': 'todavía no hay un requerimiento inicial',
    'no-insistence': 'no hay ninguna insistencia que responder',
    'no-new-requirement': 'la insistencia ya tuvo respuesta o el caso ya se escaló: no corresponde otro requerimiento',
    'not-answered': 'el último ticket del cliente todavía no tiene respuesta',
    undated: 'el evento no trae una fecha y hora válidas',
    'within-term': 'el plazo del requerimiento inicial todavía no se cumple, o no se conoce',
  },
  policy: {
    zone: 'zona horaria de las fechas máximas',
    deadlineInclusive: 'si la fecha máxima todavía está en plazo',
    insistenceKinds: 'qué tickets cuentan como insistencia',
    meterFiling: 'quién hace el ticket en medidor',
    collections: 'tipificación de los tickets de cobranza',
    inPersonAs: 'canal con que se registra un contacto presencial',
  },
};

const tellMaxDate = 'Indicar al cliente la fecha máxima de respuesta';
const tellInsistenceMaxDate = 'Indicar al cliente la fecha máxima de respuesta a su insistencia';
const centreMayCreate = 'el centro de contacto también puede crearlo';
const chooseChannel =
  'Elegir un canal autorizado: llamada telefónica, correo electrónico o redes sociales; el indicado no lo está';

const complaints = {
  'late-answer': 'respuesta fuera de plazo',
  disagreement: 'inconformidad en la respuesta',
} as const;

/** What is known of each gap. */
const remarks = {
  'no-initial-requirement': 'los ocho casos parten de un requerimiento ya hecho',
  'deadline-unknown': 'conviene averiguar la fecha máxima en STP o en CRM',
  'product-unknown': 'conviene averiguar el producto, porque de él depende quién hace el ticket',
  'nothing-to-do': 'un cliente conforme no necesita nada más',
  'both-open-insistence-in-term': 'lo más cercano es indicar al cliente la fecha máxima de respuesta a su insistencia',
  'insistence-answer-unknown-to-client': 'lo más cercano es indicar al cliente la respuesta a su insistencia',
  'insistence-kind-not-covered':
    'según la política elegida, los tickets por respuesta fuera de plazo no cuentan como insistencia',
} as const;

const typifications = {
  typify: 'Tipificar el ticket como gestión de cobranza',
  unavailable: 'Tipificar el ticket según las imágenes del manual: su texto no dice cómo',
  'subject-not-allowed':
    'No crear el ticket: el centro de contacto solo puede crear los de seis asuntos, y este no es uno de ellos',
  'channel-not-authorised': chooseChannel,
} as const;

function whatToDo(outcome: system.Outcome, say: Say): string {
  switch (outcome.action) {
    case 'tell-max-date':
      return `${tellMaxDate}: ${maxDate(outcome.deadline, say)} (caso 1)`;
    case 'create-ticket':
      return `Hacer un ticket por ${complaints[outcome.subject]} (caso ${outcome.case})`;
    case 'tell-client-to-file':
      return `Indicar al cliente que haga un ticket por ${complaints[outcome.subject]} (caso ${outcome.case}); ${centreMayCreate}`;
    case 'tell-insistence-max-date':
      return `${tellInsistenceMaxDate}: ${maxDate(outcome.deadline, say)} (caso 5)`;
    case 'read-answer':
    case 'escalate-supervisor':
      return settled(outcome);
    case 'not-covered': {
      const { gap, nearest } = outcome;
      const date = nearest !== null && 'deadline' in nearest ? `: ${maxDate(nearest.deadline, say)}` : '';
      return `${notSaid(outcome, say)}; ${remarks[gap]}${date}`;
    }
  }
}

/** What carries no data. */
function settled(outcome: system.ReadAnswer | system.Escalate): string {
  return outcome.action === 'read-answer'
    ? 'Indicar al cliente la respuesta (caso 2)'
    : `Escalar el caso al supervisor, sin hacer ni sugerir otro requerimiento (caso ${outcome.case})`;
}

function notSaid({ question }: { readonly question: string }, say: Say): string {
  return `El manual no dice nada sobre esta pregunta: «${say.question(question)}»`;
}

function maxDate(deadline: system.Deadline, say: Say): string {
  return typeof deadline === 'number' ? say.instant(deadline) : say.date(deadline);
}

function collections({ action }: system.CollectionsOutcome): string {
  return action === 'create-ticket'
    ? 'Hacer un ticket de gestión de cobranza'
    : 'Nada que hacer: no corresponde un ticket de cobranza';
}

function typified({
  category1,
  category2,
  category3,
  ...ticket
}: system.Typification & { readonly channel: string }): string {
  return [
    `categorías «${category1}», «${category2}» y «${category3}»`,
    `empleado responsable «${ticket.owner}»`,
    `estado «${ticket.status}»`,
    `canal de ingreso «${ticket.channel}»`,
    `prioridad «${ticket.priority}»`,
    `clasificación del documento «${ticket.documentClass}»`,
  ].join('; ');
}

function asked(part: keyof system.Description): string {
  return { name: 'el nombre', phone: 'el teléfono', email: 'el correo', text: 'qué ocurrió' }[part];
}

function differing(field: keyof system.Sourced): string {
  return { initial: 'el requerimiento inicial', insistences: 'las insistencias' }[field];
}

function onRecord({ initial, insistences = [] }: system.Sourced, say: Say): string {
  const first =
    initial === null ? 'no hay requerimiento inicial' : `requerimiento inicial (${ticketText(initial, say)})`;
  const others = insistences.map((each) => `insistencia por ${complaints[each.kind]} (${ticketText(each, say)})`);
  return [first, ...others].join('; ');
}

function ticketText({ answered, deadline }: system.Ticket, say: Say): string {
  const date = deadline === null ? 'sin fecha máxima conocida' : `con fecha máxima el ${maxDate(deadline, say)}`;
  return `${answered ? 'con' : 'sin'} respuesta, ${date}`;
}
