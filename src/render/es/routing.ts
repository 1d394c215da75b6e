import type * as system from '../../routing/index.js';
import type { Say } from '../speech.js';
import type { SystemWords } from '../words.js';

/** What is said of `routing` in Spanish. */
export const routing: SystemWords<'routing'> = {
  name: 'asignación directa',
  manual: 'Asignación directa',
  tables: {
    routing: {
      title: '¿Quién recibe al cliente?',
      facts: {
        conversation: {
          label: 'conversación',
          values: { new: 'empieza una conversación nueva', open: 'el cliente tiene una conversación abierta' },
        },
        client: {
          label: 'cliente',
          values: {
            'not-found': 'el cliente no figura en la cartera de la cuenta',
            found: 'el cliente figura en la cartera de la cuenta',
          },
        },
        main: {
          label: 'ejecutivo principal',
          values: {
            'not-usable': 'el ejecutivo principal no puede atender',
            usable: 'el ejecutivo principal puede atender',
          },
        },
        backup: {
          label: 'ejecutivo de respaldo',
          values: {
            none: 'no hay ejecutivo de respaldo',
            'not-usable': 'el ejecutivo de respaldo no puede atender',
            usable: 'el ejecutivo de respaldo puede atender',
          },
        },
        supervisor: {
          label: 'supervisor de respaldo',
          values: {
            none: 'no hay supervisor de respaldo',
            'not-usable': 'el supervisor de respaldo no puede recibir al cliente',
            usable: 'el supervisor de respaldo puede recibir al cliente',
          },
        },
      },
      answer: (then) => answers[then],
    },
    'routing/agent': {
      title: '¿Qué impide asignar clientes a un ejecutivo?',
      facts: {
        enabled: {
          label: 'usuario',
          values: { no: 'el usuario está deshabilitado', yes: 'el usuario está habilitado' },
        },
        mode: {
          label: 'modo en la cuenta',
          values: {
            off: 'el ejecutivo no está habilitado en la cuenta',
            enabled: 'el ejecutivo está habilitado en la cuenta sin autoasignación',
            'auto-assign': 'el ejecutivo está en «Habilitado+Autoasignación» en la cuenta',
          },
        },
        saved: {
          label: 'configuración',
          values: {
            no: 'la configuración del usuario no se ha guardado',
            yes: 'la configuración del usuario está guardada',
          },
        },
        connected: {
          label: 'conexión',
          values: { no: 'el ejecutivo no está conectado', yes: 'el ejecutivo está conectado' },
        },
        available: {
          label: 'disponibilidad',
          values: { no: 'el ejecutivo no está disponible', yes: 'el ejecutivo está disponible' },
        },
        asked: {
          label: 'lo que se exige',
          values: {
            both: 'se exige tanto la conexión como la disponibilidad',
            either: 'basta con la conexión o con la disponibilidad',
          },
        },
      },
      answer: (why) => obstacles[why],
    },
    'routing/supervisor': {
      title: '¿Qué impide asignar clientes a un supervisor de respaldo?',
      facts: {
        enabled: {
          label: 'usuario',
          values: { no: 'el usuario está deshabilitado', yes: 'el usuario está habilitado' },
        },
        saved: {
          label: 'configuración',
          values: {
            no: 'la configuración del usuario no se ha guardado',
            yes: 'la configuración del usuario está guardada',
          },
        },
        connected: {
          label: 'conexión',
          values: { no: 'el supervisor no está conectado', yes: 'el supervisor está conectado' },
        },
        needsConnection: {
          label: 'lo que se exige',
          values: {
            no: 'al supervisor no se le exige estar conectado',
            yes: 'al supervisor se le exige estar conectado',
          },
        },
      },
      answer: (why) => obstacles[why],
    },
    'routing/gate': {
      title: '¿Se llegan a revisar las filas del archivo?',
      facts: {
        actor: {
          label: 'quien carga',
          values: { other: 'quien carga no es administrador', administrator: 'quien carga es administrador' },
        },
        file: {
          label: 'archivo',
          values: { other: 'el archivo no es .csv', csv: 'el archivo es .csv' },
        },
        headings: {
          label: 'títulos',
          values: {
            none: 'no se encuentran los títulos que hacen falta',
            elsewhere: 'los títulos solo se encuentran con un separador que no se admite',
            found: 'se encuentran los títulos que hacen falta',
          },
        },
        text: {
          label: 'texto',
          values: { broken: 'el texto del archivo está dañado', whole: 'el texto del archivo está íntegro' },
        },
      },
      answer: (then) => verdicts[then],
    },
    'routing/content': {
      title: '¿Se aceptan las filas del archivo?',
      facts: {
        kind: {
          label: 'cuenta',
          values: { whatsapp: 'la cuenta es de WhatsApp', email: 'la cuenta es de Email' },
        },
        rows: {
          label: 'filas',
          values: {
            none: 'el archivo no tiene filas',
            'none-to-replace': 'el archivo no tiene filas con que reemplazar la cartera',
            some: 'el archivo tiene filas',
          },
        },
        clients: {
          label: 'contenido de las filas',
          values: {
            misfit: 'alguna fila no trae un identificador válido con su ejecutivo principal',
            fit: 'cada fila trae un identificador válido con su ejecutivo principal',
          },
        },
        repetitions: {
          label: 'clientes repetidos',
          values: {
            conflicting: 'un mismo cliente se repite con personas distintas',
            'last-counts': 'de un cliente repetido con personas distintas vale la última fila',
            equal: 'un mismo cliente se repite con las mismas personas',
            none: 'ningún cliente se repite',
          },
        },
      },
      answer: (then) => verdicts[then],
    },
  },
  outcomes: { routing: whoTakesIt },
  machines: {
    routing: {
      stages: {
        IDLE: 'Sin empezar',
        ACCOUNT_SELECTED: 'Cuenta elegida',
        FILE_CHOSEN: 'Archivo elegido',
        MAPPED: 'Columnas indicadas',
        VALIDATED: 'Archivo validado',
        REJECTED: 'Archivo rechazado',
        LOADED: 'Archivo cargado',
        VERIFIED: 'Carga comprobada',
      },
      events: {
        'select-account': 'se eligió la cuenta',
        'choose-file': 'se eligió el archivo',
        'map-columns': 'se indicó qué es cada columna',
        validate: 'se validó el archivo',
        upload: 'se subió el archivo',
        view: 'se revisó la carga en «Ver Asignaciones Directas»',
        cancel: 'se abandonó la carga',
      },
      conditions: {
        'not an administrator': 'no es administrador',
        'not a csv file': 'el archivo no es .csv',
        'an option without its column': 'una opción con asterisco quedó sin columna',
        'bad rows': 'hay filas erradas',
        conflicts: 'un cliente se da a personas distintas',
        'an Email account': 'la cuenta es de Email',
      },
    },
    'routing/configuration': {
      stages: { SAVED: 'Guardada', DIRTY: 'Con cambios sin guardar' },
      events: {
        toggle: 'se accionó «Ejecutivo desactivado»',
        'set-mode': 'se cambió el modo en una cuenta',
        save: 'se guardó la configuración',
        leave: 'se salió sin guardar',
      },
      conditions: { 'not an administrator': 'no es administrador', 'a disabled user': 'el usuario está deshabilitado' },
    },
  },
  codes: {
    'already-loaded': 'el archivo ya se cargó; otra carga empieza por elegir la cuenta',
    'column-mapping': 'alguna opción con asterisco no tiene su columna',
    duplicate: 'eso ya estaba hecho en esta carga',
    'no-account': 'todavía no se ha elegido la cuenta',
    'no-file': 'todavía no se ha elegido el archivo',
    'not-admin': 'solo un administrador puede hacerlo',
    'not-csv': 'el archivo no es .csv',
    'not-loaded': 'todavía no se ha cargado nada',
    'not-mapped': 'todavía no se ha indicado qué es cada columna',
    'not-mended': 'el archivo fue rechazado: antes hay que elegirlo ya corregido, o indicar otra vez las columnas',
    'not-validated': 'el archivo no ha pasado la validación',
    'nothing-to-save': 'no hay cambios sin guardar',
    undated: 'el evento no trae una fecha y hora válidas',
    'user-disabled': 'el usuario está deshabilitado: primero hay que habilitarlo',
  },
  policy: {
    usable: 'cuándo puede atender un ejecutivo',
    supervisorNeedsConnection: 'si el supervisor tiene que estar conectado',
    reuploadMode: 'qué pasa con los clientes que un archivo nuevo no nombra',
    duplicateConflict: 'qué pasa con un cliente dado a personas distintas',
    emailCase: 'si cuentan las mayúsculas de un correo',
    phoneDigits: 'cuántos dígitos tiene un teléfono',
    phones: 'país de los teléfonos sin código',
    samePerson: 'si se reconocen dos formas de escribir un mismo número',
    newUserEnabled: 'si un usuario nuevo está habilitado',
    delimiters: 'separadores que se admiten entre celdas',
  },
};

const roles = {
  main: 'ejecutivo principal',
  backup: 'ejecutivo de respaldo',
  supervisor: 'supervisor de respaldo',
} as const;

const answers = {
  keep: 'Dejar la conversación con quien ya la atiende',
  'not-in-portfolio': 'La asignación directa no elige a nadie para este cliente',
  main: 'Asignar el cliente a su ejecutivo principal',
  backup: 'Asignar el cliente a su ejecutivo de respaldo',
  supervisor: 'Asignar el cliente a su supervisor de respaldo',
  nobody: 'El manual no dice qué hacer cuando nadie puede recibir al cliente; lo más cercano es una cola de espera',
} as const;

/** Why somebody cannot take a client. */
const whys = {
  unknown: 'no es un usuario conocido',
  disabled: 'está deshabilitado',
  'not-auto-assigning': 'no está en «Habilitado+Autoasignación» en esta cuenta',
  unsaved: 'su configuración no se ha guardado',
  disconnected: 'no está conectado',
  busy: 'no está disponible',
} as const;

const obstacles = {
  unknown: 'No asignarle clientes: no es un usuario conocido',
  disabled: 'No asignarle clientes hasta habilitarlo',
  'not-auto-assigning': 'No asignarle clientes hasta ponerlo en «Habilitado+Autoasignación» en la cuenta',
  unsaved: 'No asignarle clientes hasta guardar su configuración',
  disconnected: 'No asignarle clientes por ahora, por falta de conexión',
  busy: 'No asignarle clientes por ahora, por falta de disponibilidad',
} as const;

const strangers = {
  'unknown-account': 'la cuenta no tiene ninguna cartera cargada',
  'unknown-client':
    'no figura en la cartera de la cuenta; para darle un ejecutivo, volver a cargar el archivo con ese cliente',
  'not-an-identifier': 'el dato con que escribe no sirve de identificador en esta cuenta',
  'no-identifier': 'no se sabe con qué teléfono o correo escribe',
} as const;

const verdicts = {
  open: 'Revisar las filas del archivo',
  accepted: 'Aceptar el archivo; una vez subido, comprobar la carga en «Ver Asignaciones Directas»',
  'not-admin': 'Rechazar la carga: solo puede hacerla un administrador',
  'not-csv': 'Rechazar el archivo: hay que descargar la hoja como .csv',
  'column-mapping': 'Rechazar el archivo: no se reconocen las columnas que hacen falta',
  malformed: 'Rechazar el archivo: hay que reparar su texto y volver a subirlo',
  'empty-file': 'Rechazar el archivo: dejaría la cartera vacía',
  'identifier-mismatch':
    'Rechazar el archivo entero: hay que corregir o quitar las filas erradas y volver a subir el archivo',
  'conflicting-duplicate':
    'Rechazar el archivo entero: hay que dejar una sola fila por cliente y volver a subir el archivo',
} as const;

function whoTakesIt(outcome: system.Outcome, say: Say): string {
  switch (outcome.action) {
    case 'assign':
      return `${assigned(outcome)}${passedOver(outcome, say)}`;
    case 'keep':
      return `Dejar la conversación con «${outcome.agent}», que ya la atiende`;
    case 'not-in-portfolio': {
      const client = outcome.client === null ? 'este cliente' : `el cliente «${outcome.client}»`;
      return `La asignación directa no elige a nadie para ${client}: ${strangers[outcome.reason]}`;
    }
    case 'not-covered': {
      const queue = `lo más cercano es dejar al cliente «${outcome.client}» en una cola de espera`;
      return `El manual no dice nada sobre esta pregunta: «${say.question(outcome.question)}»; ${queue}${passedOver(outcome, say)}`;
    }
  }
}

function assigned({ as, agent, client, otherSpelling, warning }: system.Assign): string {
  const assignment = `Asignar el cliente «${client}» a «${agent}», su ${roles[as]}`;
  const notice = warning === null ? '' : '; conviene avisar al supervisor, que no está conectado';
  const spelling = otherSpelling ? '; su número está escrito de otra forma en la cartera' : '';
  return `${assignment}${notice}${spelling}`;
}

/** Those who would have come first, each with all that stands against it. */
function passedOver(outcome: Pick<system.Assign, 'passedOver'>, { and }: Say): string {
  return outcome.passedOver
    .map(
      ({ as, agent, because }) =>
        `; «${agent}», ${roles[as]}, no puede recibirlo: ${and(because.map((why) => whys[why]))}`,
    )
    .join('');
}
