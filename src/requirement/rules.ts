import { defineRules, type Rule } from '../kernel/decision.js';

const manual = 'requirement-management';

/** The 39 rules of the manual on requirements and insistences. */
export const rules = /* @__PURE__ */ defineRules({
  'requirement/purpose': {
    statement: {
      es: 'Este procedimiento reemplaza la práctica anterior ante la insistencia de un cliente.',
      en: "This procedure replaces the earlier practice for a client's insistence.",
    },
    source: { manual, lines: [6] },
    basis: 'manual',
    normative: false,
  },
  'requirement/old-self-management': {
    statement: {
      es: 'Práctica abandonada: derivar al cliente a la sucursal virtual para que haga la gestión por su cuenta.',
      en: 'Practice given up: sending the client to the virtual branch to deal with it alone.',
    },
    source: { manual, lines: [6] },
    basis: 'manual',
    normative: false,
  },
  'requirement/no-attachment': {
    statement: {
      es: 'El centro de contacto solo toma asuntos que no exigen imagen ni documento del cliente.',
      en: 'The contact centre takes only subjects that need no image or document from the client.',
    },
    source: { manual, lines: [8] },
    basis: 'manual',
    normative: true,
  },
  'requirement/cc-may-create': {
    statement: {
      es: 'El centro de contacto puede crear por sí mismo los requerimientos de seis asuntos, y de ninguno más.',
      en: 'The contact centre may itself create requirements of six subjects, and of no other.',
    },
    source: { manual, lines: [10] },
    basis: 'manual',
    questions: ['RQ-1', 'RQ-19', 'RQ-20'],
    parameters: ['meterFiling'],
    normative: true,
  },
  'requirement/subject-late': {
    statement: {
      es: 'Asunto permitido: respuesta fuera de plazo.',
      en: 'Allowed subject: a late answer.',
    },
    source: { manual, lines: [12] },
    basis: 'manual',
    questions: ['RQ-18'],
    normative: true,
  },
  'requirement/subject-disagree': {
    statement: {
      es: 'Asunto permitido: inconformidad en la respuesta.',
      en: 'Allowed subject: disagreement with the answer.',
    },
    source: { manual, lines: [21] },
    basis: 'manual',
    questions: ['RQ-18'],
    normative: true,
  },
  'requirement/subject-not-executed': {
    statement: {
      es: 'Asunto permitido: la solución no se ejecutó.',
      en: 'Allowed subject: the solution was not carried out.',
    },
    source: { manual, lines: [28] },
    basis: 'manual',
    questions: ['RQ-18', 'RQ-20'],
    normative: true,
  },
  'requirement/subject-enable-delay': {
    statement: {
      es: 'Asunto permitido: demora en habilitar el servicio.',
      en: 'Allowed subject: delay in enabling the service.',
    },
    source: { manual, lines: [35] },
    basis: 'manual',
    questions: ['RQ-18', 'RQ-20'],
    normative: true,
  },
  'requirement/subject-restore-delay': {
    statement: {
      es: 'Asunto permitido: tardanza en reponer un suministro cortado por mora.',
      en: 'Allowed subject: delay in restoring a supply that was cut for arrears.',
    },
    source: { manual, lines: [44] },
    basis: 'manual',
    questions: ['RQ-18', 'RQ-20'],
    normative: true,
  },
  'requirement/subject-collections': {
    statement: {
      es: 'Asunto permitido: gestión de cobranza; no necesita un ticket anterior.',
      en: 'Allowed subject: collections; it needs no earlier ticket.',
    },
    source: { manual, lines: [51] },
    basis: 'manual',
    normative: true,
  },
  'requirement/collections-when': {
    statement: {
      es: 'Se hace un ticket cuando alguien recibe avisos de una deuda ajena o que no reconoce.',
      en: "A ticket is made when somebody is written to about a debt that is another's, or that they do not recognise.",
    },
    source: { manual, lines: [53] },
    basis: 'manual',
    normative: true,
  },
  'requirement/collections-non-clients': {
    statement: {
      es: 'El ticket de cobranza se hace igual para quien es cliente y para quien no lo es.',
      en: 'A collections ticket is made in the same way for clients and for people who are not.',
    },
    source: { manual, lines: [53] },
    basis: 'manual',
    normative: true,
  },
  'requirement/collections-cat1': {
    statement: {
      es: 'La categoría 1 de cobranza es Medidor, sea cual sea el producto.',
      en: 'Category 1 of collections is Medidor, whatever the product.',
    },
    source: { manual, lines: [57] },
    basis: 'manual',
    questions: ['RQ-22'],
    parameters: ['collections'],
    normative: true,
  },
  'requirement/collections-cat2': {
    statement: {
      es: 'La categoría 2 de cobranza es Cobranza.',
      en: 'Category 2 of collections is Cobranza.',
    },
    source: { manual, lines: [58] },
    basis: 'manual',
    parameters: ['collections'],
    normative: true,
  },
  'requirement/collections-cat3': {
    statement: {
      es: 'La categoría 3 de cobranza es Gestión de cobranza.',
      en: 'Category 3 of collections is Gestión de cobranza.',
    },
    source: { manual, lines: [59] },
    basis: 'manual',
    parameters: ['collections'],
    normative: true,
  },
  'requirement/collections-owner': {
    statement: {
      es: 'El responsable del ticket de cobranza es Gestión de Clientes.',
      en: 'The owner of a collections ticket is Gestión de Clientes.',
    },
    source: { manual, lines: [61] },
    basis: 'manual',
    parameters: ['collections'],
    normative: true,
  },
  'requirement/collections-status': {
    statement: {
      es: 'El ticket de cobranza se crea con estado Abierto.',
      en: 'A collections ticket is created with the status Abierto.',
    },
    source: { manual, lines: [63] },
    basis: 'manual',
    parameters: ['collections'],
    normative: true,
  },
  'requirement/collections-channels': {
    statement: {
      es: 'El canal de ingreso de un ticket de cobranza es llamada telefónica, correo electrónico o redes sociales, y ningún otro.',
      en: 'The entry channel of a collections ticket is a phone call, e-mail or social networks, and no other.',
    },
    source: { manual, lines: [64] },
    basis: 'manual',
    questions: ['RQ-21', 'RQ-24'],
    normative: true,
  },
  'requirement/collections-no-in-person': {
    statement: {
      es: 'En cobranza la atención presencial no está autorizada como canal: se registra como correo electrónico.',
      en: 'For collections, in person is not an authorised channel: it is recorded as e-mail.',
    },
    source: { manual, lines: [64] },
    basis: 'manual',
    questions: ['RQ-26'],
    parameters: ['inPersonAs'],
    normative: true,
  },
  'requirement/collections-priority': {
    statement: {
      es: 'La prioridad del ticket de cobranza es Alta.',
      en: 'The priority of a collections ticket is Alta.',
    },
    source: { manual, lines: [65] },
    basis: 'manual',
    parameters: ['collections'],
    normative: true,
  },
  'requirement/collections-doc-class': {
    statement: {
      es: 'El documento de un ticket de cobranza se clasifica como Reclamo.',
      en: 'The document of a collections ticket is classed as Reclamo.',
    },
    source: { manual, lines: [66] },
    basis: 'manual',
    parameters: ['collections'],
    normative: true,
  },
  'requirement/collections-description': {
    statement: {
      es: 'La descripción del ticket de cobranza lleva cuatro líneas rotuladas: nombre, teléfono, correo y lo que cuenta el cliente.',
      en: 'The description of a collections ticket has four labelled lines: name, phone, e-mail and what the client tells.',
    },
    source: { manual, lines: [68, 70, 71, 72, 73] },
    basis: 'manual',
    questions: ['RQ-23'],
    normative: true,
  },
  'requirement/check-trigger': {
    statement: {
      es: 'El análisis empieza cuando el cliente tiene un requerimiento y dice que no le han respondido.',
      en: 'The analysis begins when the client has a requirement and says that they have no answer.',
    },
    source: { manual, lines: [77] },
    basis: 'manual',
    questions: ['RQ-5', 'RQ-11', 'RQ-15'],
    normative: true,
  },
  'requirement/check-1-max-date': {
    statement: {
      es: 'Primero se verifica la fecha máxima de respuesta; según nuestra lectura, ese día entero está en plazo.',
      en: 'First the latest date for an answer is checked; as we read it, that whole day is within the term.',
    },
    source: { manual, lines: [79] },
    basis: 'reading',
    questions: ['RQ-7', 'RQ-8', 'RQ-17'],
    parameters: ['zone', 'deadlineInclusive'],
    normative: true,
  },
  'requirement/check-sources': {
    statement: {
      es: 'Cada verificación se hace en STP o en CRM; según nuestra lectura, si no coinciden, decide una persona.',
      en: 'Each check is made in STP or in CRM; as we read it, where they differ, a person decides.',
    },
    source: { manual, lines: [81, 86, 93, 97, 104, 108] },
    basis: 'reading',
    questions: ['RQ-14'],
    normative: true,
  },
  'requirement/check-2-answer': {
    statement: {
      es: 'Después se ve si el área encargada respondió; según nuestra lectura, aunque fuera tarde.',
      en: 'Then one checks whether the area in charge has answered; as we read it, even if late.',
    },
    source: { manual, lines: [91] },
    basis: 'reading',
    questions: ['RQ-9'],
    normative: true,
  },
  'requirement/answer-can-be-read': {
    statement: {
      es: 'Si el cliente no conoce la respuesta, se le puede leer.',
      en: 'If the client does not know the answer, it may be read to them.',
    },
    source: { manual, lines: [91] },
    basis: 'manual',
    normative: true,
  },
  'requirement/check-3-insistence': {
    statement: {
      es: 'Por último se ve si ya hay insistencias, por inconformidad o por respuesta fuera de plazo.',
      en: 'Last, one checks whether there are insistences already, for disagreement or for a late answer.',
    },
    source: { manual, lines: [102] },
    basis: 'manual',
    questions: ['RQ-2', 'RQ-10'],
    parameters: ['insistenceKinds'],
    normative: true,
  },
  'requirement/insist-only-after-deadline': {
    statement: {
      es: 'A falta de respuesta, solo se puede insistir una vez cumplido el plazo.',
      en: 'Where there is no answer, one may insist only once the term has run out.',
    },
    source: { manual, lines: [102] },
    basis: 'manual',
    questions: ['RQ-7', 'RQ-9'],
    parameters: ['zone', 'deadlineInclusive'],
    normative: true,
  },
  'requirement/case-1': {
    statement: {
      es: 'Sin respuesta, y todavía en plazo: se indica la fecha máxima de respuesta.',
      en: 'No answer yet, and still within the term: the client is told the latest date for an answer.',
    },
    source: { manual, lines: [116] },
    basis: 'manual',
    questions: ['RQ-7'],
    parameters: ['zone', 'deadlineInclusive'],
    normative: true,
  },
  'requirement/case-2': {
    statement: {
      es: 'Hay una respuesta que el cliente no conoce: se le indica.',
      en: 'There is an answer that the client does not know: they are told it.',
    },
    source: { manual, lines: [118] },
    basis: 'manual',
    questions: ['RQ-9', 'RQ-12'],
    normative: true,
  },
  'requirement/case-3': {
    statement: {
      es: 'Sin respuesta y fuera de plazo: corresponde un ticket por respuesta fuera de plazo.',
      en: 'No answer, and the term has run out: a ticket for a late answer is due.',
    },
    source: { manual, lines: [120] },
    basis: 'manual',
    questions: ['RQ-1', 'RQ-7', 'RQ-9'],
    parameters: ['zone', 'deadlineInclusive', 'meterFiling'],
    normative: true,
  },
  'requirement/case-4': {
    statement: {
      es: 'Hay respuesta y el cliente no está conforme: corresponde un ticket por inconformidad.',
      en: 'There is an answer, and the client does not agree: a ticket for disagreement is due.',
    },
    source: { manual, lines: [122] },
    basis: 'manual',
    questions: ['RQ-1', 'RQ-9', 'RQ-12'],
    parameters: ['meterFiling'],
    normative: true,
  },
  'requirement/medidor-vs-envasado-granel': {
    statement: {
      es: 'El producto solo cambia quién hace el ticket: en medidor el cliente, en envasado y granel el centro de contacto.',
      en: 'The product only changes who files the ticket: the client for meters, the contact centre for bottled and bulk.',
    },
    source: { manual, lines: [120, 122] },
    basis: 'manual',
    questions: ['RQ-1', 'RQ-16'],
    parameters: ['meterFiling'],
    normative: true,
  },
  'requirement/case-5': {
    statement: {
      es: 'El requerimiento inicial tiene respuesta; la insistencia no, pero sigue en su plazo: se indica la fecha máxima de la insistencia.',
      en: 'The initial requirement has an answer; the insistence has none, but is still within its term: the client is told the latest date of the insistence.',
    },
    source: { manual, lines: [124] },
    basis: 'manual',
    questions: ['RQ-2', 'RQ-3', 'RQ-6', 'RQ-7'],
    parameters: ['zone', 'deadlineInclusive', 'insistenceKinds'],
    normative: true,
  },
  'requirement/case-6': {
    statement: {
      es: 'El requerimiento inicial no tiene respuesta, pero la insistencia sí: se escala al supervisor.',
      en: 'The initial requirement has no answer, yet the insistence has: the case is escalated to the supervisor.',
    },
    source: { manual, lines: [126] },
    basis: 'manual',
    questions: ['RQ-2', 'RQ-13'],
    parameters: ['insistenceKinds'],
    normative: true,
  },
  'requirement/case-7': {
    statement: {
      es: 'La insistencia no tiene respuesta y está fuera de su plazo, tenga o no respuesta el requerimiento inicial: se escala al supervisor.',
      en: 'The insistence has no answer and its term has run out, whether or not the initial requirement has one: the case is escalated to the supervisor.',
    },
    source: { manual, lines: [128] },
    basis: 'manual',
    questions: ['RQ-2', 'RQ-6', 'RQ-7', 'RQ-10', 'RQ-13'],
    parameters: ['zone', 'deadlineInclusive', 'insistenceKinds'],
    normative: true,
  },
  'requirement/case-8': {
    statement: {
      es: 'El requerimiento inicial y la insistencia tienen respuesta, y el cliente sigue sin estar conforme: se escala al supervisor.',
      en: 'The initial requirement and the insistence are answered, and the client still does not agree: the case is escalated to the supervisor.',
    },
    source: { manual, lines: [130] },
    basis: 'manual',
    questions: ['RQ-2', 'RQ-4'],
    parameters: ['insistenceKinds'],
    normative: true,
  },
  'requirement/no-further-requirement': {
    statement: {
      es: 'Una vez escalado, no se hace ni se sugiere otro requerimiento.',
      en: 'Once escalated, no further requirement is made or suggested.',
    },
    source: { manual, lines: [126, 128, 130] },
    basis: 'manual',
    questions: ['RQ-25'],
    normative: true,
  },
} satisfies Record<string, Rule>);

/** The id of a rule of this system. */
export type RuleId = keyof typeof rules;
