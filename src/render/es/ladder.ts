import type * as system from '../../ladder/index.js';
import type { Say } from '../speech.js';
import type { SystemWords } from '../words.js';

/** What is said of `ladder` in Spanish. */
export const ladder: SystemWords<'ladder'> = {
  name: 'asignación manual',
  manual: 'Asignaciones manuales',
  tables: {
    ladder: {
      title: '¿Qué paso corresponde para conseguir un MP?',
      facts: {
        end: {
          label: 'situación de la mudanza',
          values: {
            open: 'la mudanza sigue sin asignar',
            assigned: 'la mudanza ya está asignada',
            cancelled: 'el cliente canceló la mudanza',
            refunded: 'la devolución al cliente ya se hizo',
            'date-passed': 'la fecha de la mudanza ya pasó',
          },
        },
        phase: {
          label: 'etapa de la búsqueda',
          values: {
            searching: 'todavía no se supera la espera en «Buscando Empresa»',
            'resend-due': 'ya se superó la espera en «Buscando Empresa»',
            resent: 'todavía corre la espera previa a las listas de WhatsApp',
            'lists-due': 'ya terminó la espera previa a las listas de WhatsApp',
            'lists-out': 'las listas de WhatsApp ya se enviaron',
            'lists-failed': 'las listas de WhatsApp se dieron por agotadas',
            'with-client': 'ya se contactó al cliente',
          },
        },
        mover: {
          label: 'MP dispuesto',
          values: {
            none: 'no hay ningún MP dispuesto a hacer la mudanza',
            standing: 'hay un MP dispuesto a hacer la mudanza',
          },
        },
        inter: {
          label: 'búsqueda inter',
          values: {
            'not-inter': 'el servicio no es inter',
            'to-search': 'la búsqueda inter por zonas sigue abierta',
            searched: 'la búsqueda inter por zonas está agotada',
          },
        },
        window: {
          label: 'plazo para dar la imposibilidad',
          values: {
            inside: 'la mudanza está dentro del plazo para dar la imposibilidad',
            outside: 'la mudanza está fuera del plazo para dar la imposibilidad',
            unknown: 'nadie ha dicho si la mudanza está dentro del plazo para dar la imposibilidad',
            waived: 'en las fechas nuevas del cliente no rige el plazo para dar la imposibilidad',
          },
        },
      },
      answer: step,
    },
    'ladder/offer': {
      title: '¿Qué paso de la asignación sigue?',
      facts: {
        offer: {
          label: 'oferta',
          values: {
            none: 'la oferta no se ha enviado',
            unchecked: 'falta revisar el detalle tras enviar la oferta',
            'not-ready': 'el MP no figura todavía como «empresa ganadora» con el chat habilitado',
            ready: 'el MP ya figura como «empresa ganadora» con el chat habilitado',
          },
        },
        search: {
          label: 'origen del MP',
          values: {
            broadcast: 'el MP respondió a la difusión',
            inter: 'el MP salió de la búsqueda inter',
            agreed: 'el cliente aceptó la fecha de ese MP',
          },
        },
      },
      answer: ({ action }) => assignSteps[action]('ese MP'),
    },
    'ladder/check': {
      title: '¿Se le puede confirmar ya al MP que el servicio es suyo?',
      facts: {
        winner: {
          label: 'empresa ganadora',
          values: {
            this: 'el MP elegido figura como «empresa ganadora»',
            other: 'otro MP figura como «empresa ganadora»',
            none: 'nadie figura como «empresa ganadora»',
          },
        },
        chat: {
          label: 'chat con el MP',
          values: {
            enabled: 'el chat con el MP elegido está habilitado',
            disabled: 'el chat con el MP elegido no está habilitado',
          },
        },
      },
      answer: check,
    },
    'ladder/refusal': {
      title: '¿Qué se hace cuando un MP rechaza?',
      facts: {
        reason: {
          label: 'motivo del rechazo',
          values: {
            none: 'el MP no dijo por qué rechaza',
            date: 'el MP rechaza por la fecha',
            price: 'el MP rechaza por el precio',
            other: 'el MP rechaza por otro motivo',
          },
        },
        availability: {
          label: 'otra fecha del MP',
          values: {
            unknown: 'el MP no dijo qué otra fecha le sirve',
            known: 'el MP dijo qué otra fecha le sirve',
          },
        },
      },
      answer: ({ action }) => refusals[action],
    },
    'ladder/price': {
      title: '¿Hay que informar los rechazos por el precio?',
      facts: {
        refusals: {
          label: 'rechazos por el precio',
          values: {
            'too-few': 'los MP que rechazaron por el precio todavía no son varios',
            several: 'varios MP rechazaron por el precio',
          },
        },
        reported: {
          label: 'aviso',
          values: {
            no: 'los rechazos por el precio no se han informado en esta ronda',
            yes: 'los rechazos por el precio ya se informaron en esta ronda',
          },
        },
      },
      answer: (then) => prices[then],
    },
    'ladder/winner': {
      title: '¿A qué MP se le da el servicio?',
      facts: {
        confirmers: {
          label: 'MP que aceptan',
          values: {
            none: 'ningún MP acepta por ahora',
            one: 'un solo MP acepta',
            several: 'varios MP aceptan',
          },
        },
      },
      answer: (then) => winners[then],
    },
    'ladder/segment': {
      title: '¿El MP entra en las listas del servicio?',
      facts: {
        segmentBy: {
          label: 'criterio',
          values: {
            volume: 'las listas se arman por cubicaje',
            region: 'las listas se arman por región',
            either: 'para las listas basta con que calce el cubicaje o la región',
          },
        },
        volume: {
          label: 'cubicaje',
          values: {
            fits: 'el MP toma el cubicaje del servicio',
            other: 'el MP no toma el cubicaje del servicio',
          },
        },
        region: {
          label: 'región',
          values: {
            fits: 'el MP está en una región del servicio',
            other: 'el MP no está en ninguna región del servicio',
          },
        },
      },
      answer: (isListed) => (isListed ? 'Incluir al MP en las listas' : 'Dejar al MP fuera de las listas'),
    },
    'ladder/fit': {
      title: '¿Sirve un MP que ya tiene otra mudanza?',
      facts: {
        date: {
          label: 'fecha de la otra mudanza',
          values: {
            'in-range': 'la otra mudanza cae en las fechas del cliente',
            outside: 'la otra mudanza no cae en las fechas del cliente',
          },
        },
        country: {
          label: 'país',
          values: {
            same: 'el país de las dos mudanzas es el mismo',
            other: 'el país de las dos mudanzas no es el mismo',
          },
        },
        status: {
          label: 'estado',
          values: {
            'awaiting-move': 'el estado de la otra mudanza es «esperando mudanza»',
            other: 'el estado de la otra mudanza no es «esperando mudanza»',
          },
        },
        category: {
          label: 'categoría',
          values: {
            inter: 'la categoría de la otra mudanza es «inter»',
            other: 'la categoría de la otra mudanza no es «inter»',
          },
        },
        ends: {
          label: 'origen y destino',
          values: {
            'chain-out': 'la otra mudanza empieza donde termina el servicio',
            'chain-back': 'la otra mudanza termina donde empieza el servicio',
            'shared-end': 'la otra mudanza tiene el mismo origen o el mismo destino que el servicio',
            none: 'ni el origen ni el destino de la otra mudanza calzan con el servicio',
          },
        },
      },
      answer: (then) => fits[then],
    },
  },
  outcomes: {
    ladder: nextStep,
    'ladder/broadcast': ({ mps }, { and }) =>
      mps.length === 0
        ? 'Nada que enviar: en las listas no queda ningún MP sin contactar'
        : `Enviar los datos del servicio por WhatsApp a ${and(mps.map(quoted))}`,
    'ladder/check': check,
    'ladder/fit': (outcome) => fits[outcome.action === 'none' ? 'no' : outcome.fit],
    'ladder/price': (outcome, { and }) =>
      outcome.action === 'none'
        ? prices[outcome.reason]
        : `${prices[outcome.action]}; rechazaron ${and(outcome.mps.map(quoted))}`,
    'ladder/refusal': ({ action }) => refusals[action],
    'ladder/winner': (outcome) => {
      if (outcome.action === 'none') return winners.nobody;
      const { mp, fallbacks } = outcome;
      const next =
        fallbacks.length === 0 ? '' : `; si no resulta, continuar con ${fallbacks.map(quoted).join(', luego con ')}`;
      return `Dar el servicio a «${mp}», que aceptó primero${next}`;
    },
  },
  machines: {
    ladder: {
      stages: {
        SEARCHING: 'Buscando empresa',
        RESENT: 'Reenviada a los MP',
        LISTS: 'Listas enviadas',
        INTER: 'Búsqueda inter',
        OFFERED: 'Oferta enviada',
        VERIFIED: 'Oferta comprobada',
        ASSIGNED: 'Asignada',
        EXHAUSTED: 'Búsqueda agotada',
        CONTACT: 'Contacto con el cliente',
        CANCELLED: 'Cancelada',
        REFUNDED: 'Devolución hecha',
      },
      events: {
        'resend-done': 'se reenvió la mudanza',
        'lists-sent': 'se enviaron listas',
        'lists-exhausted': 'las listas se dieron por agotadas',
        'mp-confirmed': 'un MP aceptó',
        'mp-refused': 'un MP rechazó',
        'mp-withdrew': 'un MP se retiró',
        'inter-offered': 'se ofreció directamente a un MP',
        'inter-exhausted': 'la búsqueda inter se dio por agotada',
        'offer-sent': 'se envió la oferta a un MP',
        checked: 'se revisó el detalle',
        'offer-failed': 'la oferta no resultó',
        'mp-notified': 'se le confirmó al MP',
        'auto-assigned': 'la plataforma asignó la mudanza',
        'mp-dropped': 'el MP asignado renunció',
        'price-reported': 'se informaron los rechazos por el precio',
        'window-known': 'se informó sobre el plazo para dar la imposibilidad',
        'client-mail-sent': 'se escribió al cliente',
        'client-called': 'se llamó al cliente',
        'date-agreed': 'el cliente aceptó la fecha de un MP',
        'dates-changed': 'el cliente dio fechas nuevas',
        'refund-done': 'se hizo la devolución',
        cancel: 'el cliente canceló',
      },
      conditions: {
        'before this round': 'es de antes de esta ronda',
        'two hours or less': 'la espera en búsqueda no ha terminado',
        'the first press': 'es anterior al reenvío ya anotado',
        'less than an hour': 'la espera previa a las listas no ha terminado',
        'reaches nobody new': 'no llega a ningún MP nuevo',
        'not inter': 'el servicio no es inter',
        inter: 'el servicio es inter',
        'somebody stands': 'queda un MP que aceptó',
        'stands now': 'la aceptación sigue en pie',
        'before the lists': 'es de antes de las listas',
        'before the lists gave nobody': 'es de antes de agotarse las listas',
        'before the search gave nobody': 'es de antes de agotarse la búsqueda',
        'not confirmed': 'el MP no tiene una aceptación en pie',
        'not the first, and no reason why': 'el MP no es el primero y no se dio un motivo',
        'neither agreed nor confirmed': 'el MP no aceptó, ni el cliente tomó su fecha',
        'not the next, and no reason why': 'el MP no es el siguiente y no se dio un motivo',
        'has the offer': 'el MP tiene la oferta',
        'does not have the offer': 'el MP no tiene la oferta',
        'leaves the offer': 'no afecta a la oferta enviada',
        'before what was seen last': 'es de antes de la oferta o de la última revisión',
        ready: 'el MP figura como ganador y con el chat habilitado',
        'offered at RESENT': 'la oferta salió antes de las listas',
        'offered at LISTS': 'la oferta salió con las listas enviadas',
        'offered at INTER': 'la oferta salió en la búsqueda inter',
        'has the job': 'el MP tiene la mudanza',
        'does not have the job': 'el MP no tiene la mudanza',
        'takes the job back': 'el MP asignado renuncia',
        'before the assignment': 'es de antes de la asignación',
        'reported already': 'ya se informaron',
        'on new dates': 'se busca en fechas nuevas del cliente',
        'window unknown': 'no se sabe si está dentro del plazo',
        'outside the window': 'fuera del plazo',
        'lists first': 'se empieza por las listas',
        'the client was contacted': 'ya se contactó al cliente',
        'the client was contacted, lists first': 'ya se contactó al cliente y se empieza por las listas',
      },
    },
  },
  codes: {
    'already-assigned': 'la mudanza ya está asignada',
    'candidates-left': 'todavía queda un MP dispuesto a hacer la mudanza',
    'client-contacted': 'ya se contactó al cliente y la búsqueda espera su decisión',
    closed: 'la búsqueda ya terminó, porque la mudanza se canceló o ya se hizo la devolución',
    duplicate: 'eso ya estaba hecho o ya no hace falta',
    'need-fact': 'nadie ha dicho si la mudanza está dentro del plazo para dar la imposibilidad',
    'not-assigned': 'ese MP no tiene asignada la mudanza',
    'not-confirmed': 'ese MP no tiene una aceptación en pie',
    'not-first': 'a otro MP le toca antes, y no se dijo por qué elegir a este',
    'not-inter': 'el servicio no es inter',
    'not-offered': 'no hay ninguna oferta en curso a la que eso corresponda',
    'not-verified': 'primero hay que comprobar que el MP figure como «empresa ganadora» con el chat habilitado',
    'not-paused': 'la búsqueda no está en pausa',
    'not-with-client': 'todavía no se ha contactado al cliente',
    'offer-pending': 'hay una oferta enviada que todavía no se resuelve',
    'other-move': 'el evento es de otra mudanza',
    'out-of-order': 'es anterior al comienzo de la última pausa',
    'outside-window': 'la mudanza está fuera del plazo para dar la imposibilidad',
    paused: 'la búsqueda ya está en pausa',
    'step-skipped': 'en ese momento faltaba un paso anterior',
    'too-early': 'en ese momento no había terminado la espera',
    undated: 'el evento no trae una fecha y hora válidas',
  },
  policy: {
    searchThreshold: 'cuánto se espera en «Buscando Empresa»',
    resendWait: 'cuánto se espera entre el reenvío y las listas',
    several: 'cuántos MP son «varios» cuando rechazan por el precio',
    segmentBy: 'cómo se arman las listas',
    matchMode: 'qué extremos sirven en la búsqueda inter',
    researchRestart: 'por dónde empieza la búsqueda en fechas nuevas',
    zone: 'zona horaria de una mudanza que no indica la suya',
  },
};

type Answer = (typeof system.table)['rows'][number]['then'];

/** What a row says to do, before it is known when, by whom and on which date. */
function step(then: Answer): string {
  switch (then.action) {
    case 'wait':
      return waits[then.for];
    case 'assign':
      return 'Asignar la mudanza a ese MP, paso por paso';
    case 'none':
      return ends[then.reason];
    default:
      return steps[then.action];
  }
}

const waits = {
  resend: 'Esperar antes de reenviar la mudanza a los MP',
  lists: 'Esperar antes de enviar las listas de WhatsApp',
} as const;

const ends = {
  cancelled: 'Nada que hacer: el cliente canceló la mudanza',
  refunded: 'Nada que hacer: la devolución al cliente ya se hizo',
  'with-client': 'Nada que hacer por ahora en la búsqueda: falta la decisión del cliente',
  assigned: 'Nada que hacer: la mudanza ya está asignada',
} as const;

const steps = {
  'resend-to-mps':
    'Reenviar la mudanza a los MP: en la vista de Clientes, buscarla por su ID y pulsar «Re enviar a MPs» en operaciones',
  'send-broadcast-lists': 'Enviar los datos del servicio a listas de WhatsApp de los MP',
  'collect-replies':
    'Reunir las respuestas de los MP hasta que alguien dé las listas por agotadas; el manual no fija un plazo',
  'search-inter-mps':
    'Buscar en la vista de Clientes a los MP que por otra mudanza estarán en las zonas del servicio y ofrecerles el servicio directamente',
  'contact-client': 'Contactar al cliente',
  'tell-contact': 'Avisar a quien lleva el contacto con el cliente que no se encontró ningún MP en las fechas nuevas',
  hold: 'Esperar: la búsqueda está agotada, pero la mudanza está fuera del plazo para dar la imposibilidad; un MP todavía puede aceptar',
  'need-fact': 'Averiguar si la mudanza está dentro del plazo para dar la imposibilidad',
  'not-covered': 'El manual no dice qué hacer cuando la fecha de la mudanza ya pasó',
} as const;

/** What is to be done next, with all that a person needs to do it. */
function nextStep(outcome: system.Outcome, say: Say): string {
  switch (outcome.action) {
    case 'wait':
      return `${waiting(outcome, say)}; ${awaited[outcome.for]}`;
    case 'send-broadcast-lists':
      return `${steps[outcome.action]}, armadas ${segments[outcome.segmentBy]}`;
    case 'contact-client':
      return contactClient(outcome, say);
    case 'not-covered':
      return `El manual no dice nada sobre esta pregunta: «${say.question(outcome.question)}»`;
    case 'none':
      return outcome.reason === 'assigned' ? assigned(outcome) : ends[outcome.reason];
    case 'send-offer':
    case 'check-offer':
    case 'recheck-offer':
    case 'confirm-to-mp':
      return assignSteps[outcome.action](quoted(outcome.mp));
    default:
      return steps[outcome.action];
  }
}

function waiting({ until, ...kind }: system.Wait, say: Say): string {
  return until === null
    ? 'Esperar: la búsqueda está en pausa y lo que falta de la espera corre cuando se reanude'
    : `Esperar hasta el ${say.end({ until, ...kind })}`;
}

const awaited = {
  resend: 'después, reenviar la mudanza a los MP si nadie la ha tomado',
  lists: 'entonces, enviar las listas de WhatsApp si ningún MP ha aceptado',
} as const;

const segments = {
  volume: 'por cubicaje',
  region: 'por región',
  either: 'con los MP que calcen por cubicaje o por región',
} as const;

function contactClient({ availability }: system.ContactClient, { or, date }: Say): string {
  if (availability.length === 0) return `${steps['contact-client']}; ningún MP ha dicho qué otra fecha le sirve`;
  const dates = availability.map((one) => `el ${date(one.date)} con «${one.mp}»`);
  return `${steps['contact-client']}; antes de dar la imposibilidad se le puede proponer ${or(dates)}`;
}

function assigned({ mp, news }: system.Assigned): string {
  const whose = mp === null ? '' : ` a «${mp}»`;
  return news === null
    ? `${ends.assigned}${whose}`
    : `Nada más que buscar: la mudanza ya está asignada${whose}, y eso debe saberlo quien lleva el contacto con el cliente`;
}

const assignSteps: { readonly [Step in system.AssignStep['action']]: (mp: string) => string } = {
  'send-offer': (mp) => `Pulsar «Enviar oferta» para ${mp} y volver atrás`,
  'check-offer': (mp) =>
    `Comprobar en el detalle que ${mp} figure como «empresa ganadora» y que su chat esté habilitado`,
  'recheck-offer': (mp) =>
    `Volver a comprobar que ${mp} figure como «empresa ganadora» y que su chat esté habilitado, sin confirmarle nada todavía`,
  'confirm-to-mp': (mp) => `Confirmar a ${mp} que el servicio es suyo`,
};

function check({ action }: system.CheckAnswer): string {
  return action === 'confirm-to-mp'
    ? 'Confirmar al MP que el servicio es suyo'
    : 'No confirmar nada al MP todavía y volver a comprobar';
}

const refusals = {
  'ask-why': 'Preguntar al MP por qué rechaza',
  'ask-availability': 'Preguntar al MP en qué otra fecha podría hacer el servicio',
  'store-availability': 'Anotar la fecha que le sirve al MP, por si hay que proponer un cambio al cliente',
  'count-price': 'Sumar al MP a los que rechazan por el precio',
  'store-reason': 'Anotar por qué rechaza el MP',
} as const;

const prices = {
  'report-price': 'Informar al team leader y al head que varios MP rechazan por el precio',
  'too-few': 'Nada que informar por ahora sobre el precio: todavía no son varios los MP que lo rechazan',
  'already-reported': 'Nada que informar sobre el precio: el aviso de esta ronda ya se dio',
} as const;

const winners = {
  first: 'Dar el servicio al MP que aceptó primero',
  nobody: 'Nada que asignar por ahora: no hay ninguna aceptación en pie',
} as const;

const fits = {
  'chain-out': 'Ofrecer el servicio directamente al MP: le sirve de viaje de ida hacia su otra mudanza',
  'chain-back': 'Ofrecer el servicio directamente al MP: le sirve de viaje de vuelta desde su otra mudanza',
  'shared-end':
    'Ofrecer el servicio directamente al MP, que por su otra mudanza estará en la zona de origen o de destino',
  no: 'No ofrecer el servicio al MP por esa otra mudanza',
} as const;

function quoted(name: string): string {
  return `«${name}»`;
}
